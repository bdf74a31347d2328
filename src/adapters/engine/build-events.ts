import { z } from 'zod';
import type { BuildFollower } from '../build-follower.ts';
import { decodeStatus } from './trace.ts';

const event = z.object({
  id: z.string().optional(),
  stream: z.string().optional(),
  status: z.string().optional(),
  aux: z.union([z.string(), z.object({ ID: z.string().optional() })]).nullish(),
  error: z.string().optional(),
  errorDetail: z.object({ message: z.string().optional() }).optional(),
});
const maxEventChars = 32 * 2 ** 20;

/**
 * Reads the newline-separated JSON that the engine's build call answers with. A failed build is an event like any other here.
 * @throws Error when a line is no such event.
 */
export async function readBuildEvents(answer: AsyncIterable<Uint8Array>, follower: BuildFollower): Promise<void> {
  const decoder = new TextDecoder();
  let open = '';
  for await (const chunk of answer) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n');
    open = lines.pop() ?? '';
    if (open.length > maxEventChars) throw new Error('The engine sent an event without an end.');
    for (const line of lines) readEvent(line, follower);
  }
  readEvent(open + decoder.decode(), follower);
}

function readEvent(line: string, follower: BuildFollower): void {
  if (line.trim() === '') return;
  const { id, stream, status, aux, error, errorDetail } = event.parse(JSON.parse(line));
  if (id === 'moby.buildkit.trace' && typeof aux === 'string')
    follower.status(decodeStatus(Buffer.from(aux, 'base64')));
  else if (aux && typeof aux === 'object' && aux.ID) follower.imageId(aux.ID);
  if (stream !== undefined) follower.text(stream);
  else if (status !== undefined && id === undefined) follower.text(`${status}\n`);
  if (error !== undefined || errorDetail) follower.failed(errorDetail?.message ?? error ?? 'no reason given');
}
