const shells = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh', 'busybox']);

/** The last part of a path: `sh` of `/bin/sh`. */
export function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/**
 * The script of a command line that is a shell with `-c` (`["/bin/sh", "-c", "npm start"]`, also `-ec`, `-o pipefail -c`),
 * which is what the shell form of CMD and ENTRYPOINT becomes; undefined for anything else.
 */
export function shellScript(argv: readonly string[]): string | undefined {
  const [program = '', ...words] = argv;
  if (!shells.has(programName(program))) return undefined;
  const rest = programName(program) === 'busybox' && shells.has(words[0] ?? '') ? words.slice(1) : words;
  for (const [index, word] of rest.entries()) {
    if (/^-[a-z]*c[a-z]*$/.test(word)) return rest[index + 1];
    // `-o` takes a name; anything else that is no option is a script file.
    if (!word.startsWith('-') && rest[index - 1] !== '-o') return undefined;
  }
  return undefined;
}

/** Whether the last command of a script replaces the shell, so that the program gets PID 1 and the signals. */
export function endsInExec(script: string): boolean {
  const last = script.split(/&&|\|\||;|\n/).findLast((part) => part.trim() !== '') ?? '';
  return /^\s*(?:[A-Za-z_]\w*=\S*\s+)*exec\s/.test(last);
}
