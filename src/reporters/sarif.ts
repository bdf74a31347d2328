import { createHash } from 'node:crypto';
import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import type { CheckResult, ImageResult } from '../result/result.ts';
import { toJson } from './json.ts';
import { encodePath } from './links.ts';
import { policyLines, type PolicyLine } from './verdict.ts';
import { visible } from '../visible.ts';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): one run and one category an image.
 *
 * A result stands on Dockerfile lines, else on the policy line that turned its rule on, else on a file without a region.
 */
export function renderSarif(result: CheckResult): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: result.images.map((image) => runOf(image, result)),
  };
  return toJson(log);
}

function runOf(image: ImageResult, { tool, policy }: CheckResult): Run {
  const lines = policyLines(image);
  const rules = [...new Set(lines.map(({ rule }) => rule))];
  const judged = lines.filter(({ standing }) => standing !== 'passed');
  const keys = fingerprints(judged);
  return {
    tool: {
      driver: {
        name: 'Plimsoll',
        semanticVersion: tool.version,
        rules: rules.map((id) => descriptor(id, lines, policy.rules ?? [])),
      },
    },
    automationDetails: { id: `plimsoll/${visible(image.name)}/${visible(image.platform)}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: lines.filter(({ standing }) => standing === 'passed').map(notification),
      },
    ],
    results: judged.map((line, index) => resultOf(line, rules, keys[index] ?? '', placeOf(line, policy, image))),
  };
}

function descriptor(
  id: string,
  lines: readonly PolicyLine[],
  inForce: NonNullable<CheckResult['policy']['rules']>,
): ReportingDescriptor {
  const rule = inForce.find((one) => one.id === id);
  const first = lines.find((line) => line.rule === id);
  const howToPass = rule?.howToPass ?? first?.toPass ?? '';
  const help = [rule?.why ?? '', howToPass === '' ? '' : `To pass: ${howToPass}`]
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    id: visible(id),
    shortDescription: { text: rule?.summary ?? visible(id) },
    ...(rule && { fullDescription: { text: rule.why } }),
    help: { text: help === '' ? visible(id) : help },
    defaultConfiguration: { level: rule?.level ?? (first?.standing === 'warning' ? 'warning' : 'error') },
  };
}

function resultOf(line: PolicyLine, rules: readonly string[], key: string, location: Location | undefined): Result {
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(', ')})` : '';
  const toPass = line.toPass === '' ? '' : ` To pass: ${line.toPass}`;
  return {
    ruleId: visible(line.rule),
    ruleIndex: rules.indexOf(line.rule),
    level: line.standing === 'warning' ? 'warning' : 'error',
    message: { text: plain(`${line.message}${paths}${toPass}`) },
    locations: location ? [location] : [],
    partialFingerprints: { primaryLocationLineHash: key, 'plimsollFinding/v1': key },
    // The specification wants the property on all results of a run or on none (3.27.23).
    suppressions: line.waiver
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: plain(`${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`),
          },
        ]
      : [],
  };
}

/** Lines, or a file without one: a line that nothing stands on would be made up, and a result without a file is not shown. */
function placeOf(
  { location, origin, rule }: PolicyLine,
  policy: CheckResult['policy'],
  image: ImageResult,
): Location | undefined {
  if (location) {
    const { file, startLine, endLine } = location;
    return { physicalLocation: { artifactLocation: artifact(file), region: { startLine, endLine } } };
  }
  const turnedOn = origin ?? policy.rules?.find(({ id }) => id === rule)?.origin ?? '';
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(turnedOn) ?? [];
  if (file !== undefined && Number(line) > 0)
    return { physicalLocation: { artifactLocation: artifact(file), region: { startLine: Number(line) } } };
  const config = policy.sources.find((name) => /\.ya?ml$/.test(name) && !/:\/\/|@/.test(name));
  const source = config ?? dockerfileOf(image);
  return source === undefined ? undefined : { physicalLocation: { artifactLocation: artifact(source) } };
}

/** The Dockerfile of the image, as far as the result tells of it. */
function dockerfileOf({ variants, findings }: ImageResult): string | undefined {
  const layers = variants.flatMap(({ measurement }) => measurement.perLayer);
  return [...layers.map((layer) => layer.dockerfile), ...findings.map(({ location }) => location)].find(
    (lines) => lines,
  )?.file;
}

function artifact(file: string): { readonly uri: string; readonly uriBaseId: string } {
  return { uri: encodePath(file.replace(/^\.\//, '')), uriBaseId: '%SRCROOT%' };
}

function notification({ rule, message }: PolicyLine): Notification {
  return { level: 'note', message: { text: plain(message) }, associatedRule: { id: visible(rule) } };
}

/** Plain text in which nothing is an embedded link (3.11.6) or a placeholder (3.11.5). */
function plain(untrusted: string): string {
  return visible(untrusted, 1000)
    .replaceAll('](', ']\u200b(')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

/**
 * A name for each finding that stays when lines move or figures change: image, rule, file and paths, and the how-manieth
 * such finding it is in the order of the lines.
 */
function fingerprints(lines: readonly PolicyLine[]): readonly string[] {
  const keys = lines.map(fingerprint);
  const byLine = lines
    .map((_, index) => index)
    .sort((one, other) => (lines[one]?.location?.startLine ?? 0) - (lines[other]?.location?.startLine ?? 0));
  return keys.map((key, index) => `${key}:${byLine.filter((other) => keys[other] === key).indexOf(index) + 1}`);
}

function fingerprint({ image, rule, location, paths }: PolicyLine): string {
  const what = JSON.stringify([image, rule, location?.file ?? '', paths.toSorted()]);
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}
