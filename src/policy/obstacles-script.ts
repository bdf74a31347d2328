import { about, howToLoseCr, quoted, via } from './obstacle-words.ts';
import type { Described, Of } from './obstacle-words.ts';

/** A `#!` line that leads nowhere. */
export function describeScriptInterpreter(obstacle: Of<'script-interpreter'>): Described {
  const { path, interpreter, isCrlf } = obstacle;
  if (isCrlf)
    return about(obstacle, {
      message: `The first line of ${path} ends in a carriage return, so it asks for "${interpreter.slice(0, -1)}\\r": ${quoted(obstacle, 'no such file or directory')} (shells say \`bad interpreter: ${interpreter.slice(0, -1)}^M\`).`,
      howToPass: howToLoseCr,
    });
  return about(obstacle, {
    message: `${path} is a script for ${interpreter.replace(/\r$/, '\\r')}, which the image does not have${via(obstacle)}: ${quoted(obstacle, 'no such file or directory')}.`,
    howToPass: `Install ${interpreter.replace(/\r$/, '')} in the final stage, or name an interpreter the image has.`,
  });
}

/** A file the kernel does not take for a program. */
export function describeFormat(obstacle: Of<'format'>): Described {
  const { path, what } = obstacle;
  const [is, howToPass] = {
    empty: ['is empty', 'Look at what is copied there: the build has written nothing.'],
    'no-shebang': [
      'is neither an ELF program nor a script with a `#!` line',
      `Begin the script with \`#!/bin/sh\`, or run it by \`["/bin/sh", "${path}"]\`.`,
    ],
    bom: ['begins with a byte order mark before its `#!`', 'Save the script as UTF-8 without a byte order mark.'],
    'no-interpreter': [
      'has a `#!` line that names no interpreter in its first 256 bytes',
      'Begin the script with `#!/bin/sh`, or with a shorter line.',
    ],
    object: ['is an object file that was not linked', 'Link it: the compiler was called with `-c`.'],
    damaged: ['is a damaged or cut ELF file', 'Look at how it is copied and packed: it is not what the linker wrote.'],
  }[what];
  return about(obstacle, {
    message: `${path} ${is}${via(obstacle)}: ${quoted(obstacle, 'exec format error')}.`,
    howToPass: howToPass ?? '',
  });
}
