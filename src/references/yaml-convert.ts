import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Place } from '../errors.ts';
import { UserError } from '../errors.ts';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yaml-value.ts';

const maxDepth = 100;
/** Merge keys copy; a small text could ask for very many copies. */
const maxMergedKeys = 200_000;

/**
 * A converter for one document. Aliases share what they name, so a text of many aliases stays as small as it is; who
 * walks the values must count.
 */
export function yamlConverter(
  placeAt: (offset: number) => Place,
  { tags, lastKeyWins }: { readonly tags: readonly string[]; readonly lastKeyWins: boolean },
): (node: unknown) => YamlValue {
  const anchors = new Map<string, YamlValue>();
  let merged = 0;

  const convert = (node: unknown, depth: number): YamlValue => {
    if (isAlias(node)) {
      const found = anchors.get(node.source);
      if (found) return found;
      throw refused('yaml-alias', `There is no anchor &${node.source} above.`, placeAt(node.range?.[0] ?? 0));
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) throw new Error('A YAML node of no known kind.');
    const place = placeAt(node.range?.[0] ?? 0);
    if (depth > maxDepth) throw refused('yaml-too-deep', 'The file nests too deeply.', place);
    const value = isScalar(node)
      ? scalarOf(node, place)
      : isSeq(node)
        ? { kind: 'list' as const, place, items: node.items.map((item) => convert(item, depth + 1)) }
        : mapOf(node, place, depth);
    if (node.anchor !== undefined) anchors.set(node.anchor, value);
    return value;
  };

  const mapOf = (node: YAMLMap, place: Place, depth: number): YamlMap => {
    const entries = new Map<string, YamlEntry>();
    const own = new Set<string>();
    const sources: YamlValue[] = [];
    for (const pair of node.items) {
      const name = keyOf(pair, place);
      const keyPlace = isScalar(pair.key) ? placeAt(pair.key.range?.[0] ?? 0) : place;
      const value: YamlValue = isEmpty(pair.value)
        ? { kind: 'scalar', place: keyPlace, value: null, text: '' }
        : convert(pair.value, depth + 1);
      if (!lastKeyWins && own.has(name))
        throw refused('yaml-syntax', `The key ${name} stands twice in one map.`, keyPlace);
      own.add(name);
      if (isMergeKey(pair)) sources.push(value);
      else {
        const alone = aloneBy(pair.value, tags);
        entries.set(name, { keyPlace, value, ...(alone && { alone }) });
      }
    }
    for (const source of sources.flatMap((one) => (one.kind === 'list' ? one.items : [one]))) {
      if (source.kind !== 'map')
        throw refused('yaml-merge', 'A merge key takes a map or a list of maps.', source.place);
      merged += source.entries.size;
      if (merged > maxMergedKeys) throw refused('yaml-merge', 'The file merges too many keys.', place);
      for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return { kind: 'map', place, entries };
  };

  return (node) => convert(node, 0);
}

function isMergeKey({ key }: Pair): boolean {
  // The parser's merge tag makes a symbol of the unquoted key.
  return isScalar(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined;

/** Compose's tags: https://docs.docker.com/reference/compose-file/merge/#reset-value */
function aloneBy(value: unknown, tags: readonly string[]): 'reset' | 'override' | undefined {
  if (!isScalar(value) && !isMap(value) && !isSeq(value)) return undefined;
  if (value.tag === undefined || !tags.includes(value.tag)) return undefined;
  return value.tag === '!reset' ? 'reset' : value.tag === '!override' ? 'override' : undefined;
}

function keyOf({ key }: Pair, place: Place): string {
  if (!isScalar(key)) throw refused('yaml-key', 'A key must be plain text.', place);
  return typeof key.value === 'symbol' ? '<<' : String(key.value);
}

function scalarOf(node: Scalar, place: Place): YamlScalar {
  const { value } = node;
  if (value === null || value === undefined) return { kind: 'scalar', place, value: null, text: '' };
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number')
    return { kind: 'scalar', place, value, text: String(value) };
  throw new Error('A YAML scalar of no known type.');
}

function refused(code: string, message: string, place: Place): UserError {
  return new UserError({
    code,
    message,
    place,
    hint: 'Repair the YAML; what a template makes must be rendered before it can be read.',
  });
}
