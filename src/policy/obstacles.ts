import type { Obstacle } from '../image/executable/facts.ts';
import { about, howToLoseCr, quoted, via } from './obstacle-words.ts';
import type { Described, Of } from './obstacle-words.ts';
import { describeFormat, describeScriptInterpreter } from './obstacles-script.ts';
import {
  describeVersions,
  howToFindLibraries,
  howToGetLoader,
  loaderMessage,
  missingMessage,
} from './obstacles-elf.ts';

/** Words for what keeps a command from starting; quotes runtime, kernel and loader. */
export function describeObstacle(obstacle: Obstacle): Described {
  switch (obstacle.kind) {
    case 'not-found':
      return notFound(obstacle);
    case 'user':
      return {
        message: `The container does not start: ${obstacle.reason} (USER ${obstacle.user}).`,
        howToPass: 'Create the user in the final stage, or give USER a number.',
      };
    case 'directory':
      return about(obstacle, {
        message: `${obstacle.path} is a directory, not a program${via(obstacle)}: ${quoted(obstacle, 'is a directory')}.`,
        howToPass: 'Name the program inside of it.',
      });
    case 'not-permitted':
      return notPermitted(obstacle);
    case 'format':
      return describeFormat(obstacle);
    case 'machine':
      return about(obstacle, {
        message: `${obstacle.path} is built for ${obstacle.machine}, the image is for ${obstacle.platform}${via(obstacle)}: ${quoted(obstacle, 'exec format error')}, unless the host emulates ${obstacle.machine}.`,
        howToPass: `Build the program for ${obstacle.platform} (Go: GOARCH=${obstacle.platform}), take it from an image of that platform, or state the platform it is for with --platform.`,
      });
    case 'script-interpreter':
      return describeScriptInterpreter(obstacle);
    case 'crlf-argument':
      return about(obstacle, {
        message: `The first line of ${obstacle.path} ends in a carriage return, so ${obstacle.interpreter} gets the argument "${obstacle.argument.replace(/\r$/, '\\r')}" and refuses it.`,
        howToPass: howToLoseCr,
      });
    case 'too-deep':
      return about(obstacle, {
        message: `${obstacle.path} is a script whose interpreter is a script, and so on: ${quoted(obstacle, 'too many levels of symbolic links')}.`,
        howToPass: 'Name a program in the `#!` line, not a script.',
      });
    case 'loader':
      return about(obstacle, { message: loaderMessage(obstacle, via(obstacle)), howToPass: howToGetLoader(obstacle) });
    case 'libraries':
      return about(obstacle, {
        message: missingMessage(obstacle, via(obstacle)),
        howToPass: howToFindLibraries(obstacle),
      });
    case 'versions':
      return about(obstacle, describeVersions(obstacle, via(obstacle)));
    case 'mixed-libc':
      return about(obstacle, {
        message: `${obstacle.path} is linked with glibc (${obstacle.needed.join(', ')}) and asks for musl’s loader ${obstacle.loader}${via(obstacle)}: functions that only glibc has will be missing.`,
        howToPass: 'Build it in an image with the C library it runs on, or with `-static`.',
      });
    case 'library-as-program':
      return about(obstacle, {
        message: `${obstacle.path} is a shared library, or was linked without a loader: it needs others and nothing loads them${via(obstacle)}.`,
        howToPass: 'Link it as a program (without `-shared`), or name the right file.',
      });
  }
}

function notFound({ word, caller, through, searched, link }: Of<'not-found'>): Described {
  const where = searched ? ` in PATH (${searched.join(':')})` : '';
  const isCrlf = word.endsWith('\r');
  const shown = isCrlf ? `${word.slice(0, -1)}\\r` : word;
  const seen = {
    runtime: searched
      ? `exec: "${shown}": executable file not found in $PATH`
      : `exec: "${shown}": stat ${shown}: no such file or directory`,
    shell: `${through.at(-1) ?? 'sh'}: ${shown}: not found`,
    env: `env: '${shown}': No such file or directory`,
  }[caller];
  const dangling = link ? ` ${link.path} is a symbolic link to ${link.target}, which is not there.` : '';
  return {
    message: `The image has no ${shown}${where}${via({ through })}: \`${seen}\`.${dangling}`,
    howToPass: isCrlf
      ? howToLoseCr
      : caller === 'env'
        ? `Install ${word} in the final stage, or name the interpreter the image has.`
        : `Copy ${word} into the final stage, or name the program by the path it has there.`,
  };
}

function notPermitted(obstacle: Of<'not-permitted'>): Described {
  const { file, uid, path } = obstacle;
  const mode = `mode ${(file.mode & 0o7777).toString(8).padStart(4, '0')}, owner ${file.uid}:${file.gid}`;
  const action = { execute: 'execute', read: 'read', enter: 'enter' }[obstacle.right];
  const flag = { execute: '+x', read: '+r', enter: 'a+x' }[obstacle.right];
  return {
    message: `Uid ${uid} may not ${action} ${file.path} (${mode})${obstacle.right === 'enter' ? ` on the way to ${path}` : ''}${via(obstacle)}: ${quoted(obstacle, 'permission denied')}.`,
    howToPass: `Give the permission where the file is copied, \`COPY --chmod=755\`, or with \`RUN chmod ${flag} ${file.path}\` in the stage it comes from.`,
    paths: [file.path],
  };
}
