import type { Problem } from '../errors.ts';
import type { InputSpec, InputValues, RawInputs } from './inputs.ts';
import { inputSpecs } from './inputs.ts';
import { show, unknownKey } from './wording.ts';

/** Inputs that could be read, and what is wrong with the others. */
export interface ReadInputs {
  readonly values: InputValues;
  readonly problems: readonly Problem[];
}

type Value = string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** Reads the inputs of the action or the command line by the table; every mistake is reported. */
export function readInputs(raw: RawInputs): ReadInputs {
  const names = inputSpecs.map(({ name }) => name);
  const strangers = Object.keys(raw).filter((name) => !names.some((known) => known === name));
  const read = inputSpecs.map((spec: InputSpec) => readInput(spec, raw[spec.name]));
  return {
    // The table gives each name its kind, and each kind its reader: the types follow from the same table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    values: Object.fromEntries(
      read.flatMap(({ value }, index) => (value === undefined ? [] : [[names[index], value]])),
    ) as InputValues,
    problems: [
      ...strangers.map((name) => unknownKey(name, names, undefined, 'input')),
      ...read.flatMap(({ problem }) => (problem ? [problem] : [])),
    ],
  };
}

interface Read {
  readonly value?: Value;
  readonly problem?: Problem;
}

function readInput(spec: InputSpec, raw: string | readonly string[] | undefined): Read {
  const lines = asLines(spec, raw);
  const given = lines.length > 0 ? lines : spec.default === undefined ? [] : [spec.default];
  const [only] = given;
  if (only === undefined) return {};
  if (spec.kind === 'list') return { value: given };
  if (spec.kind === 'map') return readMap(spec, given);
  if (given.length > 1) return wrong(spec, given.join(', '), 'one value');
  if (spec.kind === 'boolean')
    return /^(true|false)$/i.test(only)
      ? { value: only.toLowerCase() === 'true' }
      : wrong(spec, only, '`true` or `false`');
  const choices = spec.choices;
  if (spec.kind === 'choice' && choices && !choices.includes(only))
    return wrong(spec, only, `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`);
  return { value: only };
}

function asLines(spec: InputSpec, raw: string | readonly string[] | undefined): readonly string[] {
  if (raw === undefined) return [];
  if (typeof raw !== 'string') return raw;
  const isMany = spec.kind === 'list' || spec.kind === 'map';
  return (isMany ? raw.split('\n') : [raw]).map((line) => line.trim()).filter((line) => line !== '');
}

function readMap(spec: InputSpec, lines: readonly string[]): Read {
  const bad = lines.find((line) => !/^[^=\s]+=/.test(line));
  if (bad !== undefined) return wrong(spec, bad, `${spec.placeholder ?? 'NAME=VALUE'}, one a line`);
  const pairs = lines.map((line): readonly [string, string] => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
  });
  return { value: Object.fromEntries(pairs) };
}

function wrong(spec: InputSpec, given: string, expected: string): Read {
  const got = show(given);
  const message = `The input \`${spec.name}\` cannot be ${got}.`;
  return { problem: { code: 'invalid-input', message, expected, got, hint: `Give ${expected}.` } };
}
