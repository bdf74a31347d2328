import { createHash } from 'node:crypto';
import type { Location, Log, Notification, Result } from 'sarif';
import type { AuditProblem, AuditResult } from '../../result/audit.ts';
import { visible } from '../../visible.ts';
import { toJson } from '../json.ts';
import { encodePath } from '../links.ts';
import { linesOf, lostShards, type AuditLine } from './lines.ts';

/** SARIF 2.1.0: one run; a result stands where the repository refers to the image, its other places are related ones. */
export function renderAuditSarif(result: AuditResult): string {
  const lines = result.images.flatMap(linesOf);
  const rules = [...new Set(lines.map(({ rule }) => rule))].sort();
  const shard = result.run.shard ? `${result.run.shard.index}-of-${result.run.shard.count}/` : '';
  const seen = new Map<string, number>();
  const lost = lostShards(result);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plimsoll',
            semanticVersion: result.tool.version,
            rules: rules.map((id) => {
              const toPass = lines.find((line) => line.rule === id && line.toPass !== '')?.toPass;
              return {
                id: visible(id),
                shortDescription: { text: visible(id) },
                help: { text: plain(toPass === undefined ? id : `To pass: ${toPass}`) },
              };
            }),
          },
        },
        automationDetails: { id: `plimsoll-audit/${shard}` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.notAudited.length === 0 && !result.run.lost,
            toolExecutionNotifications: [
              ...(lost === undefined ? [] : [notification({ message: lost })]),
              ...result.notAudited.map(({ name, reason, uses }) =>
                notification({ message: `${name} could not be audited: ${reason}`, place: uses[0]?.place }),
              ),
              ...result.problems.map(notification),
            ],
          },
        ],
        results: lines.map((line) => resultOf(line, rules, seen)),
      },
    ],
  };
  return toJson(log);
}

function resultOf(line: AuditLine, rules: readonly string[], seen: Map<string, number>): Result {
  const [first, ...others] = line.places.map(locationOf);
  const what = JSON.stringify([line.image, line.rule, line.places[0]?.file ?? '']);
  const key = createHash('sha256').update(what).digest('hex').slice(0, 32);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const toPass = line.toPass === '' ? '' : ` To pass: ${line.toPass}`;
  const waiver = line.waiver && `${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`;
  return {
    ruleId: visible(line.rule),
    ruleIndex: rules.indexOf(line.rule),
    level: line.standing === 'error' ? 'error' : 'warning',
    message: { text: plain(`${line.image}: ${line.message}${toPass}`) },
    locations: first ? [first] : [],
    ...(others.length > 0 && { relatedLocations: others.map((location, id) => ({ ...location, id: id + 1 })) }),
    partialFingerprints: { primaryLocationLineHash: `${key}:${count}`, 'plimsollAudit/v1': `${key}:${count}` },
    suppressions: waiver === undefined ? [] : [{ kind: 'external', status: 'accepted', justification: plain(waiver) }],
  };
}

function locationOf({ file, line }: { readonly file: string; readonly line: number }): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(file.replace(/^\.\//, '')), uriBaseId: '%SRCROOT%' },
      region: { startLine: line },
    },
  };
}

function notification({
  message,
  place,
}: {
  readonly message: string;
  readonly place?: AuditProblem['place'];
}): Notification {
  return { level: 'warning', message: { text: plain(message) }, ...(place && { locations: [locationOf(place)] }) };
}

/** Plain text in which nothing is an embedded link (3.11.6) or a placeholder (3.11.5). */
function plain(untrusted: string): string {
  return visible(untrusted, 1000)
    .replaceAll('](', ']\u200b(')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}
