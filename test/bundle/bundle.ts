import { shaOf } from '../support/github/publishing.ts';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

/** The versions of Node.js the bundles are promised to run on, and the binaries that are them. */
export const nodes = [20, 24].map((major) => ({
  major,
  path: execFileSync('bash', [join(root, 'scripts/node-version.sh'), String(major)], { encoding: 'utf8' }).trim(),
}));

/** The version package.json states. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const actionFile = z.object({ inputs: z.record(z.string(), z.object({ default: z.unknown().optional() })) });

/** What the runner gives an action for inputs the step does not name: every declared one, with its default. */
export function defaultInputs(file: string): Readonly<Record<string, string>> {
  const { inputs } = actionFile.parse(parse(readFileSync(join(root, file), 'utf8')));
  const given = Object.entries(inputs).map(([name, input]) => [name, input.default] as const);
  return Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

/** A folder that removes itself, with the files given by name. */
export function folderOf(files: Readonly<Record<string, string>>): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'plimsoll-bundle-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** dist/ away from node_modules: a bundle that still wants something of them fails here as it would on a runner. */
export function copyOfDist(): Disposable & { readonly path: string } {
  const folder = folderOf({});
  cpSync(join(root, 'dist'), folder.path, { recursive: true });
  return folder;
}

/** How a program ended. */
export interface Ended {
  readonly exitStatus: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a program with little more than PATH in its environment. */
export async function start(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly environment?: Readonly<Record<string, string>>;
    /** Sends a signal once its standard error has said something. */
    readonly stop?: { readonly when: string; readonly signal: NodeJS.Signals };
  },
): Promise<Ended> {
  const { PATH, HOME, DOCKER_HOST } = process.env;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { PATH, HOME, ...(DOCKER_HOST !== undefined && { DOCKER_HOST }), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (options.stop && stderr.includes(options.stop.when)) child.kill(options.stop.signal);
  });
  const exitStatus = await new Promise<number | null>((ended, failed) => {
    child.on('error', failed).on('close', ended);
  });
  return { exitStatus, stdout, stderr };
}

/** Holds a program to its exit status, and shows what it printed where that is another. @throws Error */
export function expectStatus(
  end: Pick<Ended, 'stdout' | 'stderr'> & { readonly exitStatus?: number | null | undefined },
  status: number,
): void {
  if (end.exitStatus !== status)
    throw new Error(`Ended with ${end.exitStatus}, not ${status}:\n${end.stdout}\n${end.stderr}`);
}

/** The size of an image as its engine states it. On the overlay2 store that is what the layers take on disk. */
export function engineSizeBytes(reference: string): number {
  return Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', reference], { encoding: 'utf8' }));
}

/** A multi-stage image on busybox: three bytes of its own, three million left behind. */
export const smallDockerfile = `ARG BASE=plimsoll-base:busybox
FROM \${BASE} AS build
RUN head -c 3000000 /dev/zero >/big && echo hi >/hello

FROM \${BASE}
COPY --from=build /hello /hello
USER nobody
ENTRYPOINT ["/bin/cat", "/hello"]
`;

/** The payload of a push to pull request 1 of acme/api. */
export function pullRequestEvent(headSha: string): unknown {
  const repo = { full_name: 'acme/api', name: 'api', owner: { login: 'acme' }, fork: false };
  return {
    action: 'synchronize',
    number: 1,
    repository: repo,
    pull_request: {
      number: 1,
      head: { sha: headSha, ref: 'change', repo },
      base: { sha: shaOf(9), ref: 'main', repo },
    },
  };
}
