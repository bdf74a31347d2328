const decimal = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const factors: Readonly<Record<string, number>> = {
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  t: 1e12,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** Bytes as people read them, decimal units with one digit as Docker prints them: `117.4 MB`, `999 B`. Negative numbers keep their sign (−). */
export function formatBytes(bytes: number): string {
  const sign = bytes < 0 ? '−' : '';
  let amount = Math.abs(bytes);
  let unit = 0;
  while (unit < decimal.length - 1 && (unit === 0 ? amount >= 1000 : Number(amount.toFixed(1)) >= 1000)) {
    amount /= 1000;
    unit += 1;
  }
  return `${sign}${unit === 0 ? String(amount) : amount.toFixed(1)} ${decimal[unit]}`;
}

/** A difference in bytes with its sign always shown: `+8.2 MB`, `−1.0 kB`, `±0 B`. */
export function formatDelta(bytes: number): string {
  return bytes === 0 ? '±0 B' : bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}

/** Two amounts as text that differs whenever they do: exact bytes when the rounded forms are equal. */
export function formatPair(one: number, other: number): readonly [string, string] {
  const rounded = [formatBytes(one), formatBytes(other)] as const;
  return one !== other && rounded[0] === rounded[1] ? [`${one} B`, `${other} B`] : rounded;
}

/** A share as a percentage with one digit: `7.5 %`. @param ratio 0–1, or any ratio for a growth. */
export function formatRatio(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}

/**
 * Reads a size limit: `150 MB`, `1.5GiB`, `2000000`. Decimal units are powers of 1000, `…iB` of 1024.
 * @returns whole bytes, or undefined when the text is not a size (negative, exponent, hexadecimal, unknown unit, over 2⁵³).
 */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d{1,16}(?:\.\d{1,9})?)\s?([A-Za-z]{0,3})$/.exec(text.trim());
  const factor = match && factors[(match[2] || 'b').toLowerCase()];
  if (!match || !factor) return undefined;
  const bytes = Number(match[1]) * factor;
  return Number.isSafeInteger(Math.round(bytes)) ? Math.round(bytes) : undefined;
}
