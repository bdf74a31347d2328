import { z } from 'zod';
import type { Engine } from './api.ts';

const version = z.object({ Os: z.string(), Arch: z.string() });

/** What the engine builds for unless it is told: `linux/amd64`. */
export async function enginePlatform(engine: Engine, signal: AbortSignal): Promise<string> {
  const call = { what: 'asking for its version', method: 'GET', path: '/version' } as const;
  const { Os, Arch } = version.parse(await engine.call(call, signal));
  return `${Os}/${Arch}`.toLowerCase();
}
