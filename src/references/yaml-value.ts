import type { Place } from '../errors.ts';

/** YAML as values that know where they stand; aliases are followed and merge keys merged. */
export type YamlValue = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly keyPlace: Place;
  readonly value: YamlValue;
}

export interface YamlList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly YamlValue[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | bigint | null;
  /** What a reader that wants text takes it for; '' for null. */
  readonly text: string;
}

/** The value under a key of a map. */
export function valueAt(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
}

/** The scalar under a key of a map, unless it is null. */
export function scalarAt(value: YamlValue | undefined, key: string): YamlScalar | undefined {
  const found = valueAt(value, key);
  return found?.kind === 'scalar' && found.value !== null ? found : undefined;
}

/** The text under a key of a map; numbers and booleans are no text. */
export function stringAt(value: YamlValue | undefined, key: string): string | undefined {
  const found = scalarAt(value, key);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** The items of a list under a key; none where there is no list. */
export function itemsAt(value: YamlValue | undefined, key: string): readonly YamlValue[] {
  const found = valueAt(value, key);
  return found?.kind === 'list' ? found.items : [];
}
