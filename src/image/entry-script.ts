import type { ImageConfig } from '../result/measurement.ts';
import { EntryType } from './entries.ts';
import { pathOf } from './executable/environment.ts';
import { programOfEnv, readShebang } from './executable/shebang.ts';
import type { FileNode, FileTree } from './tree.ts';

/** A shell script that the image's command runs as process 1. */
export interface EntryScript {
  /** Absolute; untrusted. */
  readonly path: string;
  /** Which part of the configuration names it. */
  readonly from: 'entrypoint' | 'cmd';
  readonly text: string;
}

const shellName = /^(?:ba|da|a|k|mk|z)?sh$/;

/** The file that may be such a script: the command's first word, or the file that a shell is told to read. */
export function entryFile(tree: FileTree, config: ImageConfig): FileNode | undefined {
  const { entrypoint = [], cmd = [] } = config;
  const [first = '', ...rest] = [...entrypoint, ...cmd];
  const isShell = shellName.test(nameOf(first));
  const script = rest.find((word) => !/^[-+]/.test(word));
  // `sh -c` brings its script along.
  const isInline = isShell && rest.some((word) => /^-[a-z]*c$/.test(word));
  const word = isShell ? (isInline ? undefined : script) : first;
  if (word === undefined || word === '') return undefined;
  const folders = word.startsWith('/') ? [''] : word.includes('/') ? [config.workingDir] : pathOf(config.env);
  for (const folder of folders) {
    const node = tree.resolve(`${folder}/${word}`.replace(/^\/+/, ''));
    if (node?.type === EntryType.file) return node;
  }
  return undefined;
}

/** The file's text, when a shell reads it. @param body from its beginning */
export function readEntryScript(node: FileNode, body: Uint8Array, config: ImageConfig): EntryScript | undefined {
  const [first = ''] = config.entrypoint?.length ? config.entrypoint : (config.cmd ?? []);
  const shebang = readShebang(body);
  const interpreter = typeof shebang === 'object' ? interpreterOf(shebang) : '';
  const isShell = shellName.test(interpreter) || (shebang === undefined && shellName.test(nameOf(first)));
  if (!isShell) return undefined;
  const from = config.entrypoint?.length ? 'entrypoint' : 'cmd';
  return { path: `/${node.path}`, from, text: Buffer.from(body).toString('utf8') };
}

function interpreterOf({
  interpreter,
  argument,
}: {
  readonly interpreter: string;
  readonly argument?: string;
}): string {
  const name = nameOf(interpreter);
  return name === 'env' && argument !== undefined ? nameOf(programOfEnv(argument) ?? '') : name;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** How a script ends: whether the shell is replaced, and if not, by which command it ends. */
export type ScriptEnd = { readonly replaced: true } | { readonly replaced: false; readonly last: string };

/**
 * Whether a script gives process 1 away: its last command is `exec`, perhaps in the branches of an `if` or `case`, or in a
 * function of its own that it calls last; or it traps signals, to pass them on itself.
 */
export function endOfScript(text: string): ScriptEnd {
  const lines = text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*#.*$|\s#\s.*$/, '').trim())
    .filter((line) => line !== '' && !/^(?:fi|esac|done|\}|\)|;;|then|else)[;\s]*$/.test(line));
  const last = lines.at(-1) ?? '';
  const command = last.split(/&&|\|\||;(?!;)/).findLast((part) => !/^\s*(?:fi|esac|done|\}|;)*\s*$/.test(part)) ?? '';
  const trimmed = command.replace(/^\s*(?:then|else|do|\{|[^\s()]+\))\s+/, '').trim();
  if (isExec(trimmed) || lines.some((line) => /^trap\s+(?!-)(?!["']{2})\S/.test(line))) return { replaced: true };
  // `main "$@"` at the end: the function decides.
  const word = /^[A-Za-z_]\w*/.exec(trimmed)?.[0];
  const isOwnFunction = word !== undefined && lines.some((line) => isFunction(line, word));
  if (isOwnFunction && lines.some((line) => line.split(/&&|\|\||;/).some((part) => isExec(part.trim()))))
    return { replaced: true };
  return { replaced: false, last: trimmed };
}

function isExec(command: string): boolean {
  // `exec 3>&1` only moves descriptors.
  return /^(?:[A-Za-z_]\w*=\S*\s+)*exec\s+(?!\d*[<>])\S/.test(command);
}

function isFunction(line: string, name: string): boolean {
  return line.startsWith(`${name}()`) || line.startsWith(`${name} ()`) || line.startsWith(`function ${name}`);
}
