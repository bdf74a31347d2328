import { parseArgs } from 'node:util';
import { Interrupted, UserError } from '../errors.ts';
import { exitStatus, exitStatusOfError } from '../exit-status.ts';
import { nearest } from '../nearest.ts';
import { explain } from './explain.ts';
import { commandHelp, commands, overview, type CommandName } from './commands.ts';
import type { World } from './world.ts';

/** The command line in one function: arguments in, exit status out. */
export async function cli(argv: readonly string[], world: World): Promise<number> {
  let hasPrinted = false;
  const stdout = (text: string): void => {
    hasPrinted = true;
    world.stdout(text);
  };
  try {
    return await dispatch(argv, { ...world, stdout });
  } catch (thrown) {
    const told = afterCancel(thrown, world.signal);
    world.stderr(explain(told));
    if (told instanceof UserError && !hasPrinted && asksForJson(argv)) {
      const { renderProblems } = await import('../reporters/problems.ts');
      world.stdout(renderProblems(told, world.version));
    }
    return exitStatusOfError(told);
  }
}

/** Of arguments that may be what is wrong. */
function asksForJson(argv: readonly string[]): boolean {
  const { values } = parseArgs({
    args: [...argv],
    options: { format: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  return values.format === 'json';
}

/** Whatever breaks once the run was cancelled breaks because of that. */
function afterCancel(thrown: unknown, signal: AbortSignal): unknown {
  if (!signal.aborted || thrown instanceof UserError) return thrown;
  return new Interrupted('Cancelled by a signal.', { cause: thrown });
}

async function dispatch([first, ...rest]: readonly string[], world: World): Promise<number> {
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    world.stdout(overview());
    return first === undefined ? exitStatus.userMustFix : exitStatus.passed;
  }
  if (first === '--version' || first === '-V') {
    world.stdout(`${world.version}\n`);
    return exitStatus.passed;
  }
  const name = Object.keys(commands).find((known): known is CommandName => known === first);
  if (name === undefined) throw new UserError(unknownCommand(first));
  if (rest.includes('--help') || rest.includes('-h')) {
    world.stdout(await commandHelp(name));
    return exitStatus.passed;
  }
  const run = await commands[name].load();
  return run(rest, world);
}

function unknownCommand(got: string) {
  const guess = nearest(got, Object.keys(commands));
  return {
    code: 'unknown-command',
    message: `There is no command "${got}".`,
    expected: Object.keys(commands).join(', '),
    got,
    hint:
      guess === undefined
        ? '`plimsoll --help` lists the commands; to check an image, write `plimsoll check IMAGE`.'
        : `Did you mean \`plimsoll ${guess}\`?`,
  };
}
