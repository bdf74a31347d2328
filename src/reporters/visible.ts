/**
 * Text from an image, a Dockerfile or a pull request as units a reader can see: one code point each, or one escape.
 *
 * Controls, line ends, bidirectional marks, invisible and unassigned code points become `\n` or `\u{…}`; bytes that were
 * no UTF-8 (lone surrogates U+DC80–DCFF, as layer paths keep them) become `\xNN`.
 */
function visibleUnits(untrusted: string): string[] {
  return Array.from(untrusted, (point) => (invisible.test(point) ? escapeOf(point) : point));
}

/** Everything that draws nothing, draws elsewhere, or changes how its neighbours are drawn. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u{1d159}]/u;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeOf(point: string): string {
  const short = shortEscapes[point];
  if (short) return short;
  const value = point.codePointAt(0) ?? 0;
  if (value >= 0xdc80 && value <= 0xdcff) return `\\x${(value - 0xdc00).toString(16)}`;
  return `\\u{${value.toString(16)}}`;
}

/** Combining marks stacked on one letter cover the lines around; from the fourth on they are escaped. */
const stackedMarks = /(?<=\p{M}{3})\p{M}/gu;

/**
 * Untrusted text on one line with nothing hidden in it, at most `maxUnits` code points or escapes, cut in the middle.
 *
 * The only step all formats share; each then escapes what its own syntax gives meaning to.
 */
export function visible(untrusted: string, maxUnits = 200): string {
  // A text of megabytes is cut before it is looked at, with room for both ends.
  const bounded = untrusted.length > maxUnits * 8 ? ends(untrusted, maxUnits * 4) : untrusted;
  const units = visibleUnits(
    bounded.replace(stackedMarks, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`),
  );
  if (units.length <= maxUnits) return units.join('');
  const head = Math.ceil((maxUnits - 1) / 2);
  return `${units.slice(0, head).join('')}…${units.slice(units.length - (maxUnits - 1 - head)).join('')}`;
}

function ends(text: string, length: number): string {
  return text.slice(0, length) + text.slice(-length);
}
