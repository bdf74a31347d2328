import { formatBytes, formatDelta } from '../../units.ts';
import { visible } from '../../visible.ts';

const isMarkdown = Symbol('Markdown');

/** A piece of GitHub-flavoured Markdown on one line. Only the functions of this file make one, and each escapes what it is given. */
export interface Markdown {
  readonly source: string;
  readonly [isMarkdown]: true;
}

const make = (source: string): Markdown => ({ source, [isMarkdown]: true });

/** No piece at all; {@link join} leaves it out. */
export const nothing: Markdown = make('');

/** Markdown of our own with pieces put in: a bare string does not pass the type checker. */
export function gfm(literals: TemplateStringsArray, ...pieces: readonly (Markdown | number)[]): Markdown {
  const source = literals.reduce((whole, literal, index) => {
    const piece = pieces[index - 1];
    return whole + (typeof piece === 'object' ? piece.source : String(piece)) + literal;
  });
  return make(source);
}

/** Foreign text as plain words: it makes no emphasis, link, mention, reference, element, cell or line of its own. */
export function text(untrusted: string, maxUnits = 200): Markdown {
  return make(escapeWords(visible(untrusted, maxUnits)).trim());
}

/** Foreign text in a code span: nothing in it is read as Markdown; safe in table cells. */
export function code(untrusted: string, maxUnits = 200): Markdown {
  return make(codeSpan(visible(untrusted, maxUnits)));
}

/**
 * A sentence of a rule that marks its names by backticks: those become code, the rest plain words.
 * @param maxNameUnits names without a space, which no line can be broken in, are cut in the middle to this.
 */
export function prose(untrusted: string, maxUnits = 600, maxNameUnits = maxUnits): Markdown {
  const parts = visible(untrusted, maxUnits).split(/`([^`]+)`/);
  const name = (part: string): string => codeSpan(/\s/.test(part) ? part : visible(part, maxNameUnits));
  return make(
    parts
      .map((part, index) => (index % 2 === 1 ? name(part) : keepFigures(escapeWords(part))))
      .join('')
      .trim(),
  );
}

/** Foreign text as `<code>` for places where Markdown is not read, such as a `<summary>`. */
export function htmlCode(untrusted: string, maxUnits = 200): Markdown {
  const shown = visible(untrusted, maxUnits).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
  return make(`<code>${breakMentions(shown)}</code>`);
}

/** A link; `url` comes from links.ts, never from something that was read. */
export function link(label: Markdown, url: string): Markdown {
  const safe = url.replace(/[()<>\s\\"'|`[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return make(`[${label.source}](${safe})`);
}

/** Pieces with a separator between them; empty ones are left out. */
export function join(pieces: readonly Markdown[], separator: ', ' | ' · ' | ' ' | '<br>' | '; '): Markdown {
  const sources = pieces.map((piece) => piece.source).filter((source) => source !== '');
  return make(sources.join(separator));
}

/** Words with figures in them: as {@link text}, and a figure and its unit stay on one line of a narrow table. */
export function figures(words: string): Markdown {
  return make(keepFigures(escapeWords(visible(words))).trim());
}

function keepFigures(escaped: string): string {
  return escaped.replace(/(?<=\d) (?=[kMGTP]?B\b|%)|(?<=≈) (?=\d)/g, '\u00a0');
}

export const bytes = (amount: number): Markdown => figures(formatBytes(amount));
export const delta = (amount: number): Markdown => figures(formatDelta(amount));

/** Breaks up a token that GitHub would turn into a mention, a reference or a link, without a visible trace. */
const breaker = '\u200b';

/**
 * Entities cannot stand in for structure (CommonMark 0.31 section 2.5), so most marks become one. What GitHub links in the
 * rendered text is broken up by U+200B instead, because there an entity is the character again.
 */
function escapeWords(shown: string): string {
  const escaped = shown
    .replace(/[&<>|\\`*_~[\]!$^{}"']/g, (char) => `&#${char.charCodeAt(0)};`)
    // Marks with a meaning at the start of a line only: lists, headings, rules.
    .replace(/^\s*[-+#=:](?=\s|$|[-+#=:])/, (mark) => mark.replace(/\S/, (char) => `&#${char.charCodeAt(0)};`))
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`);
  return breakMentions(escaped)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${breaker}`)
    .replace(/www(?=\.)/gi, (www) => www + breaker)
    .replace(/\b(?=[0-9a-f]*\d)(?=[0-9]*[a-f])[0-9a-f]{7,40}\b/gi, (sha) => sha.slice(0, 6) + breaker + sha.slice(6));
}

/** Done in code spans as well: an answer by e-mail quotes the comment as plain text. */
function breakMentions(shown: string): string {
  return shown.replace(/(?<!&)[@#](?=\S)|\bGH-(?=\d)/gi, (mark) => mark + breaker);
}

function codeSpan(shown: string): string {
  const content = breakMentions(shown)
    // A cell ends at a bar even inside code, and a backslash before the escaped bar would set it free.
    .replace(/(?<=\\)\|/g, '\\u{7c}')
    .replaceAll('|', '\\|');
  const longestRun = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  // The renderer takes one space off each side; it keeps backticks and spaces at the ends apart from the fence.
  const pad = content.trim() === '' || /^[` ]|[` ]$/.test(content) ? ' ' : '';
  return fence + pad + content + pad + fence;
}
