import type { Problem } from '../errors.ts';
import { parseBytes } from '../units.ts';
import type { InputValues } from './inputs.ts';
import { show } from './wording.ts';

/** How an audit is run; what is audited comes of the repository. */
export interface AuditOptions {
  readonly shard?: { readonly index: number; readonly count: number };
  readonly shards: number;
  readonly runId: string;
  readonly local: boolean;
  readonly exclude: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Absent: as the configuration says. */
  readonly dockerfiles?: 'bases' | 'sources' | 'build';
  readonly concurrency: number;
  readonly budget: { readonly timeMs: number; readonly pullBytes: number };
  readonly onUnreachable: 'fail' | 'warn';
  readonly history: 'none' | 'read' | 'append';
  readonly csv?: string;
}

const maxShards = 256;

/** Options of an audit from its inputs. */
export function readAuditOptions(inputs: InputValues): {
  readonly options: AuditOptions;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const whole = (name: 'shards' | 'jobs' | 'max-seconds', most: number): number => {
    const number = /^\d{1,6}$/.test(inputs[name]) ? Number(inputs[name]) : 0;
    if (number < 1 || number > most) problems.push(invalid(name, inputs[name], `a whole number from 1 to ${most}`));
    return number;
  };
  const pullBytes = parseBytes(inputs['max-image-size']);
  if (pullBytes === undefined)
    problems.push(invalid('max-image-size', inputs['max-image-size'], 'a size such as `2 GB`'));
  if (!/^[\w.-]{1,100}$/.test(inputs['run-id']))
    problems.push(invalid('run-id', inputs['run-id'], 'at most 100 letters, digits, `.`, `_` and `-`'));
  const shard = inputs.shard === undefined ? undefined : readShard(inputs.shard);
  if (inputs.shard !== undefined && !shard)
    problems.push(invalid('shard', inputs.shard, `I/N with I from 1 to N and N at most ${maxShards}`));
  const options: AuditOptions = {
    ...(shard && { shard }),
    shards: whole('shards', maxShards),
    runId: inputs['run-id'],
    local: inputs.local,
    exclude: inputs.exclude ?? [],
    variables: inputs.variables ?? {},
    ...(inputs.dockerfiles !== undefined && { dockerfiles: inputs.dockerfiles }),
    concurrency: whole('jobs', 32),
    budget: { timeMs: whole('max-seconds', 86_400) * 1000, pullBytes: pullBytes ?? 0 },
    onUnreachable: inputs['on-unreachable'],
    history: inputs.history,
    ...(inputs.csv !== undefined && { csv: inputs.csv }),
  };
  return { options, problems };
}

function readShard(text: string): AuditOptions['shard'] {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count && shard.count <= maxShards ? shard : undefined;
}

function invalid(name: string, got: string, expected: string): Problem {
  return {
    code: 'invalid-input',
    message: `The input \`${name}\` cannot be ${show(got)}.`,
    expected,
    got: show(got),
    hint: `Use ${expected}.`,
  };
}
