import type { ImageConfig, Measurement } from '../result/measurement.ts';

/** An argument vector that a shell reads: `SHELL FLAG SCRIPT [ignored…]`. */
export interface ShellCommand {
  readonly shell: string;
  readonly script: string;
  /** Arguments after the script: positional parameters that a script rarely looks at. */
  readonly rest: readonly string[];
}

/**
 * Sees through `["/bin/sh", "-c", SCRIPT, …]`, whichever POSIX shell, with flags such as `-lc` or `-o pipefail`,
 * and through `cmd /S /C` and `powershell -Command`.
 * @returns undefined when the vector runs a program itself.
 */
export function shellCommand(argv: readonly string[]): ShellCommand | undefined {
  const [shell = '', ...rest] = argv;
  const name =
    shell
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.exe$/i, '')
      .toLowerCase() ?? '';
  const isFlag = name === 'cmd' ? /^\/c$/i : /^(powershell|pwsh)$/.test(name) ? /^-c(ommand)?$/i : /^-[a-z]*c$/;
  if (!/^(ba|da|a|z|k|mk|fi)?sh$|^cmd$|^powershell$|^pwsh$/.test(name)) return undefined;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (isFlag.test(word)) {
      const script = rest[index + 1];
      return script === undefined ? undefined : { shell, script, rest: rest.slice(index + 2) };
    }
    // `-o pipefail`: an option with its value.
    if (/^[-+][a-z]*o$/.test(word)) index += 1;
    else if (!/^[-+/]/.test(word)) return undefined;
  }
  return undefined;
}

/**
 * What a container of the image runs when `docker run` is given no command.
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function effectiveCommand({ entrypoint = [], cmd = [] }: ImageConfig): Measurement['effectiveCommand'] {
  const argv = [...entrypoint, ...cmd];
  const pid1 = firstProcess(argv);
  return { argv, ...(pid1 !== undefined && { pid1 }), explanation: explain(entrypoint, cmd) };
}

/** Process 1: the program, or the shell that reads a script, or what the script `exec`s. */
function firstProcess(argv: readonly string[]): string | undefined {
  const shell = shellCommand(argv);
  const replaced = shell && /^\s*exec\s+(?:-a\s+\S+\s+)?("[^"]+"|'[^']+'|[^\s;&|<>"'$`]+)/.exec(shell.script)?.[1];
  return replaced?.replaceAll(/^["']|["']$/g, '') ?? argv[0];
}

function explain(entrypoint: readonly string[], cmd: readonly string[]): string {
  if (entrypoint.length === 0 && cmd.length === 0) return 'Nothing to run: neither ENTRYPOINT nor CMD is set.';
  const shell = shellCommand([...entrypoint, ...cmd]);
  const execs = shell && /^\s*exec\s/.test(shell.script);
  const signals = shell && !execs ? ' The shell is process 1 and passes no signals on.' : '';
  const through = shell ? (execs ? ' through a shell that it replaces' : ' through a shell') : '';
  if (cmd.length === 0) return `ENTRYPOINT runs${through}; arguments of \`docker run\` are added to it.${signals}`;
  if (entrypoint.length === 0) return `CMD runs${through}; arguments of \`docker run\` replace it.${signals}`;
  if (shellCommand(entrypoint))
    return `ENTRYPOINT runs${through}, which ignores CMD and arguments of \`docker run\`.${signals}`;
  const inner = shellCommand(cmd)
    ? ' CMD is in shell form, so the program gets a shell and its script as arguments.'
    : '';
  return `ENTRYPOINT runs with CMD as its default arguments.${inner}`;
}
