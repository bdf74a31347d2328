/** The first line of a script as the kernel reads it. */
export interface Shebang {
  readonly interpreter: string;
  /** All that follows it, as one argument. */
  readonly argument?: string;
}

/** BINPRM_BUF_SIZE: the kernel looks no further. */
const maxLineBytes = 256;

/**
 * Reads `#!INTERPRETER [ARGUMENT]`: blanks around both are dropped, a carriage return is not.
 * @returns undefined when there is no `#!`, a string, the reason, when what follows it is of no use.
 * @see https://github.com/torvalds/linux/blob/master/fs/binfmt_script.c
 */
export function readShebang(head: Uint8Array): Shebang | 'no-interpreter' | undefined {
  const text = Buffer.from(head.subarray(0, maxLineBytes)).toString('utf8');
  if (!text.startsWith('#!')) return undefined;
  const end = text.search(/[\n\0]/);
  const line = (end < 0 ? text : text.slice(0, end)).slice(2).replace(/^[ \t]+|[ \t]+$/g, '');
  const [, interpreter = '', argument = ''] = /^([^ \t]*)[ \t]*(.*)$/s.exec(line) ?? [];
  const isCut = end < 0 && head.length >= maxLineBytes && argument === '' && !/[ \t]$/.test(text);
  if (interpreter === '' || isCut) return 'no-interpreter';
  return { interpreter, ...(argument !== '' && { argument }) };
}

/**
 * The program that `env` looks up, from the one argument a `#!` line gives it: options and assignments are passed over.
 * @returns undefined when it cannot be told.
 */
export function programOfEnv(argument: string): string | undefined {
  const split = /^(?:-[iv0]*S[ \t]*|--split-string[= \t])(.*)$/s.exec(argument)?.[1];
  // Without -S all of it is one word, blanks included.
  const words = split === undefined ? [argument] : split.split(/[ \t]+/);
  if (split !== undefined && /["'\\$#]/.test(split)) return undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '' || /^[A-Za-z_]\w*=/.test(word) || /^-(-|[iv0]+|-ignore-environment)$|^-$/.test(word)) continue;
    if (/^(-u|--unset|-C|--chdir)$/.test(word)) index += 1;
    else return word.startsWith('-') ? undefined : word;
  }
  return undefined;
}
