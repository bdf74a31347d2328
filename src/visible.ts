/** Everything that draws nothing, draws elsewhere, or changes how its neighbours are drawn. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/u;
/** What needs no look at each character: printable ASCII, and dashes, quotes, dots and marks that our own sentences hold. */
const plain = /^[ -~\u00b7\u2010-\u2027\u2248\u2713\u2717]*$/;
const combining = /\p{M}/u;
/** More marks than any script stacks on one letter; the next ones would cover the lines around. */
const maxMarks = 3;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Untrusted text on one line with nothing hidden in it, at most `maxUnits` code points or escapes, cut in the middle.
 *
 * Controls, line ends, bidirectional marks and invisible code points become `\n` or `\u{…}`; bytes that were no UTF-8 (lone
 * surrogates U+DC80–DCFF, as layer paths keep them) become `\xNN`. All formats take this step, then escape their own syntax.
 */
export function visible(untrusted: string, maxUnits = 200): string {
  if (untrusted.length <= maxUnits && plain.test(untrusted)) return untrusted;
  // A text of megabytes is cut before it is looked at, with room for both ends.
  const bounded = untrusted.length > maxUnits * 8 ? ends(untrusted, maxUnits * 4) : untrusted;
  const units = plain.test(bounded) ? bounded.split('') : visibleUnits(bounded);
  return units.length <= maxUnits ? units.join('') : cut(units, maxUnits);
}

function cut(units: readonly string[], maxUnits: number): string {
  const head = Math.ceil((maxUnits - 1) / 2);
  return `${units.slice(0, head).join('')}…${units.slice(units.length - (maxUnits - 1 - head)).join('')}`;
}

/** One code point or one escape each, so that a cut never goes through either. */
function visibleUnits(untrusted: string): readonly string[] {
  let marks = 0;
  return Array.from(untrusted, (point) => {
    marks = combining.test(point) ? marks + 1 : 0;
    return marks > maxMarks || invisible.test(point) ? escapeOf(point) : point;
  });
}

function escapeOf(point: string): string {
  const short = shortEscapes[point];
  if (short !== undefined) return short;
  const value = point.codePointAt(0) ?? 0;
  if (value >= 0xdc80 && value <= 0xdcff) return `\\x${(value - 0xdc00).toString(16)}`;
  return `\\u{${value.toString(16)}}`;
}

function ends(text: string, length: number): string {
  return text.slice(0, length) + text.slice(-length);
}
