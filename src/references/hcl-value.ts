/** A value of HCL; objects are walked in the order of their keys, as its own implementation does. */
export type HclValue = string | number | boolean | null | readonly HclValue[] | HclObject;
export type HclObject = ReadonlyMap<string, HclValue>;

/** Why an expression has no value that could be known here. */
export class NoValue extends Error {
  override readonly name = 'NoValue';
}

export const isObject = (value: HclValue): value is HclObject => value instanceof Map;
export const isList = (value: HclValue): value is readonly HclValue[] => Array.isArray(value);

/** An object of entries; sorted by key. */
export function objectOf(entries: Iterable<readonly [string, HclValue]>): HclObject {
  return new Map([...new Map(entries)].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/** As text, where HCL makes text of it by itself. @throws NoValue */
export function asText(value: HclValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  throw new NoValue(`${kindOf(value)} is no text`);
}

/** As a number. @throws NoValue */
export function asNumber(value: HclValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new NoValue(`${kindOf(value)} is no number`);
}

/** As true or false. @throws NoValue */
export function asBoolean(value: HclValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new NoValue(`${kindOf(value)} is neither true nor false`);
}

/** As a list; of an object its values. @throws NoValue */
export function asList(value: HclValue): readonly HclValue[] {
  if (isList(value)) return value;
  if (isObject(value)) return [...value.values()];
  throw new NoValue(`${kindOf(value)} is no list`);
}

/** As a map. @throws NoValue */
export function asObject(value: HclValue): HclObject {
  if (isObject(value)) return value;
  throw new NoValue(`${kindOf(value)} is no map`);
}

/** Equality as HCL has it: of the same type and content. */
export function isEqual(one: HclValue, other: HclValue): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index] ?? null));
  if (isObject(one) && isObject(other))
    return (
      one.size === other.size &&
      [...one].every(([key, item]) => other.has(key) && isEqual(item, other.get(key) ?? null))
    );
  return one === other;
}

export function kindOf(value: HclValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (isList(value)) return 'a list';
  return isObject(value) ? 'a map' : String(value);
}
