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
  /** Compose's `!reset` and `!override`: what other files or services say under this key does not count; of a reset one nothing does. */
  readonly alone?: 'reset' | 'override';
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
  const entry = value?.kind === 'map' ? value.entries.get(key) : undefined;
  return entry?.alone === 'reset' ? undefined : entry?.value;
}

/** The values under a key of maps that are laid over each other, the nearest first, as far as none of them stands alone. */
export function valuesAlong(chain: readonly (YamlValue | undefined)[], key: string): readonly YamlValue[] {
  const found: YamlValue[] = [];
  for (const map of chain) {
    const value = valueAt(map, key);
    if (value) found.push(value);
    if (map?.kind === 'map' && map.entries.get(key)?.alone) break;
  }
  return found;
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
