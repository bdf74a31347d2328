import type { Parts } from './detail.ts';
import { readFlags, textFlag } from './flags.ts';
import type { Flags } from './flags.ts';
import type { Detail, Keyword, Pair } from './instruction.ts';
import { Refusal } from './refusal.ts';
import { withoutRoom } from './room.ts';

/** @throws Refusal for a flag the instruction does not take */
export function flagsOf({ keyword, flags }: Parts): Flags {
  return readFlags(keyword, flags);
}

/** @throws Refusal when there is no argument */
export function atLeastOne(keyword: Keyword, values: readonly string[]): readonly string[] {
  if (values.length === 0)
    throw new Refusal(`${keyword} requires at least one argument.`, `${keyword} with an argument`);
  return values;
}

/** @throws Refusal unless there is one argument */
export function exactlyOne(keyword: Keyword, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new Refusal(`${keyword} requires exactly one argument.`, `${keyword} with one argument`);
  return value;
}

/** Reads FROM. @throws Refusal */
export function readFrom(parts: Parts): Detail {
  const [image, as, alias] = parts.values;
  const named = parts.values.length === 3 && as?.toLowerCase() === 'as';
  if (image === undefined || (parts.values.length !== 1 && !named))
    throw new Refusal('FROM requires either one or three arguments.', 'FROM IMAGE, or FROM IMAGE AS NAME');
  const name = alias?.toLowerCase() ?? null;
  if (name !== null && !/^[a-z][a-z0-9-_.]*$/.test(name))
    throw new Refusal(`${JSON.stringify(alias)} cannot name a stage.`, 'a letter, then letters, digits, -, _ or .');
  return { kind: 'FROM', image, name, platform: textFlag(flagsOf(parts), 'platform') };
}

/** Reads ARG. The builder looks at none of its flags, and takes any. @throws Refusal */
export function readArg(parts: Parts): Detail {
  const values = atLeastOne('ARG', parts.values);
  const args = values.map((value) => {
    const equals = value.indexOf('=');
    if (equals === 0) throw new Refusal('The name of an ARG is blank.', 'ARG NAME or ARG NAME=DEFAULT');
    return equals < 0 ? { name: value, value: null } : { name: value.slice(0, equals), value: value.slice(equals + 1) };
  });
  return { kind: 'ARG', args };
}

/** Reads the pairs of ENV and LABEL. @throws Refusal */
export function readPairs(parts: Parts): readonly Pair[] {
  flagsOf(parts);
  const values = atLeastOne(parts.keyword, parts.values);
  const pairs: Pair[] = [];
  for (let at = 0; at + 2 < values.length; at += 3) {
    const key = values[at] ?? '';
    if (!key) throw new Refusal(`A name in ${parts.keyword} is blank.`, `${parts.keyword} KEY=VALUE`);
    pairs.push({ key, value: values[at + 1] ?? '', legacy: values[at + 2] === '' });
  }
  return withoutRoom(pairs);
}
