const unitNs: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3, // U+00B5, micro sign
  μs: 1e3, // U+03BC, Greek mu
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Reads a duration as Go writes them (`1m30s`, `1.5h`, `0`). @returns nanoseconds, or undefined when it is none. */
export function parseDurationNs(text: string): number | undefined {
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text);
  const body = match?.[2];
  if (!match || !body) return undefined;
  let sum = 0;
  for (const [, amount, unit] of body.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (unitNs[unit ?? ''] ?? 0);
  if (sum > 2 ** 63) return undefined;
  return match[1] === '-' ? -Math.trunc(sum) : Math.trunc(sum);
}

/** Writes a duration as Go does: `1m30s`, `500ms`, `0s`. */
export function formatDurationNs(duration: number): string {
  if (duration === 0) return '0s';
  if (duration < 1e3) return `${duration}ns`;
  if (duration < 1e6) return `${duration / 1e3}µs`;
  if (duration < 1e9) return `${duration / 1e6}ms`;
  const hours = Math.floor(duration / 3600e9);
  const minutes = Math.floor((duration % 3600e9) / 60e9);
  const seconds = (duration % 60e9) / 1e9;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}
