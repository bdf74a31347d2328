import type { Measurement, StatedMeasurement } from '../result/measurement.ts';
import type { CheckResult } from '../result/result.ts';

/** Every output action.yml declares. All are always written: a name left unset could be set by a line of the build's log. */
export const outputNames = [
  'result',
  'unpacked-bytes',
  'pull-bytes',
  'layers',
  'delta-bytes',
  'findings',
  'image-id',
  'report-json',
  'report-sarif',
  'report-markdown',
] as const;
type OutputName = (typeof outputNames)[number];

/** Outputs of a run that could not check. */
export function outputsOfError(): ReadonlyMap<string, string> {
  return new Map(outputNames.map((name) => [name, name === 'result' ? 'error' : '']));
}

/** Of an image whose layers were not read, only what it states. */
type Known = StatedMeasurement & Partial<Measurement>;

/** The step's outputs. Of several images the numbers are sums; text is limited to what cannot be read as a command. */
export function outputsOf(
  result: CheckResult,
  reports: readonly { readonly format: string; readonly path: string }[],
): ReadonlyMap<string, string | number> {
  const gated = result.images.flatMap(({ variants, stated, gated: name }): readonly Known[] => [
    ...(stated ? [stated.measurement] : []),
    ...variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement),
  ]);
  // Of an image that was not built nothing is known, so neither is the sum.
  const start = gated.length === result.images.length ? 0 : undefined;
  const sum = (count: (measurement: Known) => number | undefined): number | undefined =>
    gated.reduce<number | undefined>((total, measurement) => {
      const one = count(measurement);
      return total === undefined || one === undefined ? undefined : total + one;
    }, start);
  const deltas = result.images.flatMap(({ comparisons }) =>
    comparisons.filter(({ kind }) => kind === 'baseline').map(({ unpackedDeltaBytes }) => unpackedDeltaBytes),
  );
  const [only, ...others] = gated;
  const reportPath = (format: string): string | undefined => reports.find((report) => report.format === format)?.path;
  const values: Readonly<Record<OutputName, string | number | undefined>> = {
    result: result.exitStatus > 1 ? 'error' : result.outcome,
    'unpacked-bytes': sum(({ unpackedBytes }) => unpackedBytes),
    'pull-bytes': sum(({ pull }) => (pull?.exact ? pull.bytes : undefined)),
    layers: sum(({ layers }) => layers),
    'delta-bytes': deltas.length > 0 ? deltas.reduce((total, delta) => total + delta, 0) : undefined,
    findings: result.images.reduce(
      (total, { findings }) => total + findings.filter(({ waiver }) => waiver === null).length,
      0,
    ),
    'image-id': only && others.length === 0 ? only.imageId : undefined,
    'report-json': reportPath('json'),
    'report-sarif': reportPath('sarif'),
    'report-markdown': reportPath('markdown'),
  };
  return new Map(outputNames.map((name) => [name, values[name] ?? '']));
}
