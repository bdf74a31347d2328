import { join, resolve } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { openCheckout } from '../adapters/files/checkout.ts';
import { writeReport } from '../adapters/files/reports.ts';
import { mayBeInRepository } from '../adapters/git/is-in-repository.ts';
import { noProgress, terminalProgress, type TerminalProgress } from '../adapters/progress.ts';
import { cli } from '../cli/cli.ts';
import type { World } from '../cli/world.ts';
import { interpretSchemas } from './schemas.ts';
import { stopSignal } from './signals.ts';
import { version } from './version.ts';

/** The composition root of the command line. */
async function main(): Promise<void> {
  interpretSchemas();
  const { stdout, stderr, env } = process;
  const signal = stopSignal();
  // A reader that went away, such as `head`, changes nothing about the verdict: the run goes on to its own status.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  let drawn: TerminalProgress | undefined;
  const world: World = {
    stdout: (text) => {
      drawn?.clear();
      stdout.write(text);
    },
    stderr: (text) => {
      drawn?.clear();
      stderr.write(text);
    },
    terminal: {
      isInteractive: stdout.isTTY,
      columns: stdout.isTTY ? stdout.columns : 120,
      colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    },
    workingDir: process.cwd(),
    signal,
    version,
    seconds: () => systemClock.seconds(),
    openCheckout,
    openRepository: async (root) => {
      if (!mayBeInRepository(root)) return undefined;
      const { openRepository } = await import('../adapters/git/repository.ts');
      return openRepository({ root, environment: env, signal, openCheckout });
    },
    ...policiesByToken(env, signal),
    openWorkshop: async (checkout, progress, insecureRegistries, { folder = ownCache(env), isCacheOff, mode }) => {
      const { openWorkshop } = await import('./workshop.ts');
      const cache = isCacheOff || folder === undefined ? {} : { cacheFolder: resolve(folder) };
      return openWorkshop({ environment: env, checkout, progress, signal, insecureRegistries, mode, ...cache, warn });
    },
    progress: (mode) => {
      if (mode === 'none') return noProgress;
      const live = mode === 'auto' && stderr.isTTY && !env['CI'];
      const style = { live, columns: stderr.isTTY ? stderr.columns : 200, showLog: mode === 'plain' };
      drawn = terminalProgress((text) => stderr.write(text), style);
      return drawn;
    },
    writeReport,
  };
  const status = await cli(process.argv.slice(2), world);
  // Pipes are written asynchronously: leave only when the report has gone out.
  stdout.write('', () => process.exit(status));
}

const warn = (text: string): boolean => process.stderr.write(`${text}\n`);

/** GitHub's client is loaded when a policy is first fetched: most runs fetch none. */
function policiesByToken(environment: NodeJS.ProcessEnv, signal: AbortSignal): Pick<World, 'fetchPolicy'> {
  if (!environment['GH_TOKEN'] && !environment['GITHUB_TOKEN']) return {};
  let opened: Promise<World['fetchPolicy']> | undefined;
  const open = async (): Promise<World['fetchPolicy']> => {
    const policies = await import('./remote-policies.ts');
    return policies.policiesByToken(environment, signal).fetchPolicy;
  };
  return { fetchPolicy: async (source) => (await (opened ??= open()))?.(source) };
}

/** Where a user's programs keep what can be made again; https://specifications.freedesktop.org/basedir-spec/latest/ */
function ownCache({ XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): string | undefined {
  const caches = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return caches ? join(caches, 'plimsoll', 'layers') : undefined;
}

void main();
