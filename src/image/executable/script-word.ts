const notPrograms = new Set(
  (
    '! [ [[ . : alias bg bind break builtin case cd command continue declare dirs disown echo enable eval exec exit export ' +
    'false fc fg for function getopts hash help history if jobs kill let local logout popd printf pushd pwd read ' +
    'readonly return select set shift shopt source suspend test time times trap true type typeset ulimit umask ' +
    'unalias unset until wait while { ('
  ).split(' '),
);

/**
 * The program a shell's script starts with, where that is plain and the script cannot go on without it: one command, or
 * several joined by `&&`.
 */
export function firstProgram(script: string): string | undefined {
  if (/[;|\n`()]|(?<!&)&(?!&)/.test(script.trim())) return undefined;
  const word = /^\s*(?:exec\s+(?!-))?([\w./+-]+)(?=\s|$)/.exec(script)?.[1];
  return word === undefined || notPrograms.has(word) || word.startsWith('-') ? undefined : word;
}
