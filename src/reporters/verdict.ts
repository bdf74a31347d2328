import type { Finding, ImageResult, NotRun } from '../result/result.ts';

/** How a line of the policy table counts, worst first. */
export const standings = ['error', 'warning', 'waived', 'passed'] as const;
export type Standing = (typeof standings)[number];

/** A finding, or a rule that could not run, as one line of the policy table. */
export interface PolicyLine {
  readonly standing: Standing;
  /** False for a rule that could not run. */
  readonly wasChecked: boolean;
  readonly image: string;
  readonly rule: string;
  /** Untrusted, with backticks around names. */
  readonly message: string;
  /** Untrusted, with backticks around names; empty when there is nothing to do. */
  readonly toPass: string;
  readonly bytes?: number;
  readonly location?: Finding['location'];
  readonly paths: readonly string[];
  readonly waiver: Finding['waiver'];
  readonly origin?: string;
}

/** Everything the policy has to say about an image, worst first; rules that could not run and count as a pass come last. */
export function policyLines(image: ImageResult): readonly PolicyLine[] {
  const lines = [
    ...image.findings.map((finding) => ofFinding(image.name, finding)),
    ...image.notRun.map((rule) => ofNotRun(image.name, rule)),
  ];
  // The sort is stable: within a standing the judge's order and then the bytes decide.
  return lines.sort(
    (one, other) =>
      standings.indexOf(one.standing) - standings.indexOf(other.standing) || (other.bytes ?? 0) - (one.bytes ?? 0),
  );
}

function ofFinding(image: string, finding: Finding): PolicyLine {
  return {
    standing: finding.waiver ? 'waived' : finding.level,
    wasChecked: true,
    image,
    rule: finding.rule,
    message: withNamedPath(finding),
    toPass: finding.waiver ? '' : finding.howToPass,
    ...(finding.bytes !== undefined && { bytes: finding.bytes }),
    ...(finding.location && { location: finding.location }),
    paths: finding.paths ?? [],
    waiver: finding.waiver,
    ...(finding.origin !== undefined && { origin: finding.origin }),
  };
}

/** The sentence with the path it is about in backticks, where a rule wrote it plain. */
function withNamedPath({ message, paths = [] }: Finding): string {
  const [path = ''] = paths;
  const at = path.length > 3 && !path.includes('`') ? message.indexOf(path) : -1;
  // Inside backticks already, or only the beginning of a longer path.
  if (at < 0 || message.includes('`') || /^[\w/.-]*\w/.test(message.slice(at + path.length))) return message;
  return `${message.slice(0, at)}\`${path}\`${message.slice(at + path.length)}`;
}

function ofNotRun(image: string, { rule, reason, counts }: NotRun): PolicyLine {
  const standing = { failure: 'error', warning: 'warning', pass: 'passed' } as const;
  return {
    standing: standing[counts],
    wasChecked: false,
    image,
    rule,
    message: `Could not be checked: ${reason}`,
    toPass: '',
    paths: [],
    waiver: null,
  };
}

/** How many lines stand how. */
export type Counts = Readonly<Record<Standing, number>> & {
  /** Images of which only the sources were judged: never green. */
  readonly unbuilt?: number;
};

/** Counts over any number of images. */
export function countsOf(images: readonly ImageResult[]): Counts {
  const lines = images.flatMap(policyLines);
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  const unbuilt = images.filter(({ notBuilt }) => notBuilt !== undefined).length;
  const counts = { error: count('error'), warning: count('warning'), waived: count('waived'), passed: count('passed') };
  return unbuilt > 0 ? { ...counts, unbuilt } : counts;
}

/** `1 error, 2 warnings`, `passed, 1 waived`. */
export function countsInWords({ error, warning, waived, unbuilt = 0 }: Counts): string {
  const words = [
    error > 0 ? plural(error, 'error') : '',
    warning > 0 ? plural(warning, 'warning') : '',
    waived > 0 ? `${waived} waived` : '',
  ].filter((word) => word !== '');
  const passed = unbuilt > 0 ? 'only the sources checked' : 'passed';
  return (error + warning === 0 ? [passed, ...words] : words).join(', ');
}

/** `1 file`, `2 files`, `2 copies` with its own plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Images with errors first, then those with warnings. */
export function worstFirst(images: readonly ImageResult[]): readonly ImageResult[] {
  const counts = new Map(images.map((image) => [image, countsOf([image])]));
  const weigh = (image: ImageResult): number => {
    const { error = 0, warning = 0 } = counts.get(image) ?? {};
    return error * 1_000_000 + warning;
  };
  return images.toSorted((one, other) => weigh(other) - weigh(one));
}

/** Lines that differ only in what and where: the same rule, standing, waiver and way to pass. */
export interface PolicyGroup {
  readonly first: PolicyLine;
  /** All of them, the first included. */
  readonly lines: readonly PolicyLine[];
}

/** Groups lines without changing the order of the first of each. */
export function grouped(lines: readonly PolicyLine[]): readonly PolicyGroup[] {
  const groups = new Map<string, PolicyLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.standing, line.rule, line.toPass, line.waiver]);
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap((members) => (members[0] ? [{ first: members[0], lines: members }] : []));
}

/** Paths that the sentence does not name already. */
export function unnamedPaths({ message, paths }: PolicyLine): readonly string[] {
  return paths.filter((path) => path === '' || !message.includes(path));
}

/** Rules that could not run and count as passed, by the reason they share. */
export function notCheckedByReason(image: ImageResult): readonly (readonly [string, readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, reason } of image.notRun.filter(({ counts }) => counts === 'pass')) {
    const known = reasons.get(reason);
    if (known) known.push(rule);
    else reasons.set(reason, [rule]);
  }
  return [...reasons];
}
