import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { openEngine, ping, type Engine } from '../../src/adapters/engine/api.ts';
import { runName, type RunName } from '../../src/adapters/engine/run-name.ts';
import { findEngineHost } from '../../src/adapters/engine/host.ts';
import { sweep } from '../../src/adapters/engine/sweep.ts';
import type { BuildRequest } from '../../src/ports.ts';

/** What an engine test works with; nothing of it is left behind. */
export interface Bench {
  readonly engine: Engine;
  readonly run: RunName;
  /** A base image with a shell, of two megabytes. */
  readonly base: string;
  /** A folder with these files; a name that starts with `/` is not possible. */
  folder(files: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

const never = new AbortController().signal;

/**
 * Opens the engine that is given, else the one that DOCKER_HOST, the docker context or the default socket means.
 * @throws UserError when none answers: these tests fail without an engine, they are never skipped.
 */
export async function openBench(given?: Engine): Promise<Bench> {
  const engine = given ?? openEngine(findEngineHost(process.env));
  await ping(engine, never);
  const run = runName(`test${process.pid}x${Date.now().toString(36)}`);
  const base = `plimsoll-${run.runId}:base`;
  await importBase(engine, base);
  const folders = mkdtempSync(join(tmpdir(), 'plimsoll-engine-'));
  let count = 0;
  return {
    engine,
    run,
    base,
    folder(files) {
      const dir = join(folders, String((count += 1)));
      mkdirSync(dir);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), text);
      }
      return dir;
    },
    async close() {
      rmSync(folders, { recursive: true });
      await sweep(engine, run.runId);
    },
  };
}

/** Makes an image of the machine's static busybox (Debian: busybox-static), as `docker import` does. */
async function importBase(engine: Engine, tag: string): Promise<void> {
  const busybox = execFileSync('/bin/busybox', ['cat', '/bin/busybox'], { maxBuffer: 10_000_000 });
  const tar = pack();
  tar.entry({ name: 'bin/busybox', mode: 0o755 }, busybox);
  for (const name of ['sh', 'cat', 'ls', 'find', 'mkdir', 'rm', 'chmod', 'ln', 'seq', 'sleep', 'touch', 'true'])
    tar.entry({ name: `bin/${name}`, type: 'symlink', linkname: 'busybox' });
  tar.entry({ name: 'etc/passwd' }, 'root:x:0:0::/:/bin/sh\n');
  tar.entry({ name: 'tmp/', type: 'directory', mode: 0o1777 });
  tar.finalize();
  const answer = await engine.stream(
    {
      what: 'importing the base',
      method: 'POST',
      path: '/images/create',
      query: { fromSrc: '-', repo: tag },
      tar: Readable.from(tar),
    },
    never,
  );
  for await (const chunk of answer) void chunk;
}

/** A request with nothing out of the ordinary. */
export const buildRequest = (contextDir: string, more: Partial<BuildRequest> = {}): BuildRequest => ({
  contextDir,
  dockerfile: join(contextDir, 'Dockerfile'),
  buildArgs: {},
  builder: 'engine',
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  buildContexts: {},
  noCache: false,
  pull: false,
  ...more,
});
