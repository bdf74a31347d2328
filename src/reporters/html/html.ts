import { visible } from '../../visible.ts';

const isHtml = Symbol('Html');

/** A piece of HTML. Only the functions of this file make one. */
export interface Html {
  readonly source: string;
  readonly [isHtml]: true;
}

const make = (source: string): Html => ({ source, [isHtml]: true });

type Piece = Html | readonly Html[] | string | number;

/** HTML of our own with pieces put in: strings are foreign text, made visible and escaped for content and quoted attributes. */
export function markup(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return make(
    literals.reduce((whole, literal, index) => {
      const piece = pieces[index - 1];
      return whole + (piece === undefined ? '' : sourceOf(piece)) + literal;
    }),
  );
}

/** The text between a tag that is not read as HTML: styles and scripts of our own. */
export function verbatim(ours: string): Html {
  if (/<\/(script|style)/i.test(ours)) throw new Error('A script or style of ours would end early.');
  return make(ours);
}

function sourceOf(piece: Piece): string {
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escape(piece);
  return 'source' in piece ? piece.source : piece.map(({ source }) => source).join('');
}

function escape(untrusted: string): string {
  return visible(untrusted, 500).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}
