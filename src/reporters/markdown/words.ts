import type { DockerfileLines } from '../../result/measurement.ts';
import { nameOfLines, type SourceLinks, urlOfLines } from '../links.ts';
import type { Word, Words } from '../words.ts';
import { code, figures, join, link, type Markdown } from './markdown.ts';

/** A place in the checkout as code, linked to the head's commit where links can be made. */
export function place(lines: DockerfileLines, links: SourceLinks | undefined): Markdown {
  const url = links && urlOfLines(links, lines);
  if (url === undefined) return code(nameOfLines(lines));
  return link(code(nameOfLines({ ...lines, file: shortened(lines.file) })), url);
}

/** The link knows the folder, the table's column has no room for it. */
function shortened(file: string): string {
  return file.length > 20 && file.includes('/') ? `…/${file.slice(file.lastIndexOf('/') + 1)}` : file;
}

/** A phrase in Markdown; figures stay together with their units. */
export function phrase(words: Words, links: SourceLinks | undefined): Markdown {
  return join(
    words.map((word) => oneWord(word, links)),
    ' ',
  );
}

function oneWord(word: Word, links: SourceLinks | undefined): Markdown {
  if (typeof word === 'string') return figures(word);
  return 'lines' in word ? place(word.lines, links) : code(word.name);
}
