import { redactText, redactValue } from './redact.ts';
import { formsOf } from './secret-forms.ts';

/** Shorter or plainer values also stand where they are no secret. */
const tellsApart = /^(?!\/|\(\d+ character)(?:(?=.{8,})(?=.*[A-Za-z])(?=.*[^a-z])|[^\s/]{16,}$)/s;
/** Six or seven characters of two kinds are looked for where they stand alone. */
const isOdd = /^(?!\(\d+ character)(?=.*[A-Za-z])(?=.*[^A-Za-z/])\S{6,7}$/;
const minDeclaredChars = 4;
/** Base64 and hexadecimal are broken into lines: so many digits in a row are theirs. */
const pieceDigits = 16;
/** Fewer digits than these stand in other words too. */
const minDigits = 8;

/** Whether a secret's value can be looked for anywhere: it is long and odd enough not to stand there by chance. */
export function isTelling(value: string): boolean {
  return tellsApart.test(value);
}

/**
 * Takes secrets out of a text: those whose values are known, in every form programs pass them on and also where lines
 * break them, and those that their form or name gives away.
 * @param secrets values that are secrets by what they are called or look like; too short or too plain ones are left.
 * @param declared values that somebody gave for secrets: from four characters on they are taken out where they stand alone.
 */
export function redactor(secrets: Iterable<string>, declared: Iterable<string> = []): (text: string) => string {
  const given = linesOf(declared);
  const known = [...new Set([...linesOf(secrets), ...given])];
  const anywhere = known.filter(isTelling);
  const alone = known.filter((value) => !isTelling(value) && (isOdd.test(value) || given.includes(value)));
  const whole = [
    ...anywhere.flatMap((value) => formsOf(value).whole.map((form) => findWhole(form, redactValue(value)))),
    ...alone.filter(({ length }) => length >= minDeclaredChars).map(findAlone),
  ].sort((a, b) => b.chars - a.chars);
  const digits = findDigits([...anywhere, ...alone]);
  // Whole ones first and the longest of them: a value may hold another, and may be another's digits.
  return (text) => redactText(digits(whole.reduce((rest, { take }) => take(rest), text)));
}

function linesOf(values: Iterable<string>): readonly string[] {
  const lines = [...values].flatMap((value) => [value, ...value.split(/\r?\n/)]);
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}

/** Takes one form of one value out of a text. */
interface Finder {
  readonly chars: number;
  readonly take: (text: string) => string;
}

/** A form, also where the text breaks it into other lines. */
function findWhole(form: string, shown: string): Finder {
  const flat = form.replace(lineBreaks, '');
  const take = (text: string): string => {
    if (text.length < flat.length) return text;
    if (!text.includes('\n')) return text.replaceAll(flat, () => shown);
    return takeRanges(text, (joined) => occurrences(joined, flat, shown));
  };
  return { chars: flat.length, take };
}

function findAlone(value: string): Finder {
  const escaped = value.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const pattern = new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`, 'g');
  return { chars: value.length, take: (text) => text.replace(pattern, () => redactValue(value)) };
}

/** Takes encoded values out: those with few digits whole, others wherever a piece of them stands. */
function findDigits(values: readonly string[]): (text: string) => string {
  const short: Finder[] = [];
  const pieces = new Map<string, string>();
  // A piece is the longest value's that has it.
  for (const value of values.toSorted((a, b) => a.length - b.length)) {
    const shown = redactValue(value);
    for (const form of formsOf(value).digits) {
      if (form.length >= minDigits && form.length < pieceDigits) short.push(findWhole(form, shown));
      for (let at = 0; at + pieceDigits <= form.length; at += 1) pieces.set(form.slice(at, at + pieceDigits), shown);
    }
  }
  return (text) =>
    takeRanges(
      short.reduce((rest, { take }) => take(rest), text),
      (joined) => runsOf(joined, pieces),
    );
}

/** A stretch of a text, and what is shown in its place. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

function occurrences(text: string, form: string, shown: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
    ranges.push({ start, end: start + form.length, shown });
  return ranges;
}

/** Pieces that follow each other are one run. */
function runsOf(text: string, pieces: ReadonlyMap<string, string>): readonly Range[] {
  const ranges: Range[] = [];
  const pieceAt = (at: number): string | undefined => pieces.get(text.slice(at, at + pieceDigits));
  for (let start = 0; start + pieceDigits <= text.length; start += 1) {
    const shown = pieceAt(start);
    if (shown === undefined) continue;
    let last = start;
    while (pieceAt(last + 1) === shown) last += 1;
    ranges.push({ start, end: last + pieceDigits, shown });
    start = last + pieceDigits - 1;
  }
  return ranges;
}

const lineBreaks = /[\r\n]+/g;

/** Replaces ranges of the text that were found in it without its line breaks; those stay, so that lines remain as many. */
function takeRanges(text: string, find: (joined: string) => readonly Range[]): string {
  const ranges = find(text.includes('\n') ? text.replace(lineBreaks, '') : text);
  if (ranges.length === 0) return text;
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (text[at] !== '\n' && text[at] !== '\r') places.push(at);
  let rest = '';
  let done = 0;
  for (const { start, end, shown } of ranges) {
    const [from = 0, last = 0] = [places[start], places[end - 1]];
    const breaks = text.slice(from, last).match(lineBreaks) ?? [];
    rest += text.slice(done, from) + shown + breaks.join('');
    done = last + 1;
  }
  return rest + text.slice(done);
}
