import { createHash } from 'node:crypto';
import {
  asBoolean,
  asList,
  asNumber,
  asObject,
  asText,
  isEqual,
  isList,
  isObject,
  NoValue,
  objectOf,
  type HclValue,
} from './hcl-value.ts';
import { regexFunctions } from './hcl-regex.ts';
import { charactersOf, textFunctions } from './hcl-text-functions.ts';

const digestOf =
  (algorithm: string): HclFunction =>
  (text = null) =>
    createHash(algorithm).update(asText(text)).digest('hex');

type HclFunction = (...args: readonly HclValue[]) => HclValue;

const flat = (value: HclValue): readonly HclValue[] => (isList(value) ? value.flatMap(flat) : [value]);
const wrap = (length: number, index: number): number => ((index % length) + length) % length;

const distinct: HclFunction = (list = []) =>
  asList(list).filter((item, index, all) => all.findIndex((other) => isEqual(other, item)) === index);

const encodings: Readonly<Record<string, HclFunction>> = {
  base64decode: (text = null) => Buffer.from(asText(text), 'base64').toString(),
  base64encode: (text = null) => Buffer.from(asText(text)).toString('base64'),
  md5: digestOf('md5'),
  sha1: digestOf('sha1'),
  sha256: digestOf('sha256'),
  sha512: digestOf('sha512'),
  urlencode: (text = null) => encodeURIComponent(asText(text)),
};

const collections: Readonly<Record<string, HclFunction>> = {
  coalesce: (...args) => args.find((one) => one !== null) ?? fail('nothing to choose from'),
  coalescelist: (...args) => args.find((one) => asList(one).length > 0) ?? [],
  compact: (list = []) => asList(list).filter((item) => item !== '' && item !== null),
  concat: (...lists) => lists.flatMap(asList),
  contains: (list = [], wanted = null) => asList(list).some((item) => isEqual(item, wanted)),
  distinct,
  element: (list = [], index = 0) =>
    asList(list)[wrap(asList(list).length, asNumber(index))] ?? fail('the list is empty'),
  flatten: (list = []) => asList(list).flatMap(flat),
  hasindex: (of = null, key = null) =>
    isObject(of) ? of.has(asText(key)) : isList(of) && asNumber(key) >= 0 && asNumber(key) < of.length,
  index: (of = null, key = null) =>
    (isObject(of) ? of.get(asText(key)) : asList(of)[asNumber(key)]) ?? fail('there is no such element'),
  indexof: (list = [], wanted = null) => {
    const found = asList(list).findIndex((item) => isEqual(item, wanted));
    return found < 0 ? fail('there is no such element') : found;
  },
  keys: (object = null) => [...asObject(object).keys()],
  length: (value = null) => (typeof value === 'string' ? fail('a text is no list') : asList(value).length),
  lookup: (object = null, key = null, fallback = null) => asObject(object).get(asText(key)) ?? fallback,
  merge: (...objects) => objectOf(objects.filter((one) => one !== null).flatMap((one) => [...asObject(one)])),
  range: (...bounds) => range(bounds.map(asNumber)),
  reverse: (value = null) => (isList(value) ? value.toReversed() : charactersOf(value).toReversed().join('')),
  reverselist: (list = []) => asList(list).toReversed(),
  setunion: (...lists) => distinct(lists.flatMap(asList)),
  slice: (list = [], from = 0, to = null) => asList(list).slice(asNumber(from), to === null ? undefined : asNumber(to)),
  sort: (list = []) => asList(list).map(asText).sort(),
  values: (object = null) => [...asObject(object).values()],
  zipmap: (keys = [], values = []) =>
    objectOf(asList(keys).map((key, index) => [asText(key), asList(values)[index] ?? null] as const)),
};

const numbers: Readonly<Record<string, HclFunction>> = {
  absolute: (one = null) => Math.abs(asNumber(one)),
  add: (one = null, other = null) => asNumber(one) + asNumber(other),
  ceil: (one = null) => Math.ceil(asNumber(one)),
  divide: (one = null, other = null) => finite(asNumber(one) / asNumber(other)),
  floor: (one = null) => Math.floor(asNumber(one)),
  int: (one = null) => Math.trunc(asNumber(one)),
  max: (...all) => Math.max(...all.map(asNumber)),
  min: (...all) => Math.min(...all.map(asNumber)),
  modulo: (one = null, other = null) => finite(asNumber(one) % asNumber(other)),
  multiply: (one = null, other = null) => asNumber(one) * asNumber(other),
  negate: (one = null) => -asNumber(one),
  parseint: (text = null, base = 10) => finite(Number.parseInt(asText(text), asNumber(base))),
  subtract: (one = null, other = null) => asNumber(one) - asNumber(other),
};

const logic: Readonly<Record<string, HclFunction>> = {
  and: (one = null, other = null) => asBoolean(one) && asBoolean(other),
  equal: (one = null, other = null) => isEqual(one, other),
  greaterthan: (one = null, other = null) => asNumber(one) > asNumber(other),
  greaterthanorequalto: (one = null, other = null) => asNumber(one) >= asNumber(other),
  lessthan: (one = null, other = null) => asNumber(one) < asNumber(other),
  lessthanorequalto: (one = null, other = null) => asNumber(one) <= asNumber(other),
  not: (one = null) => !asBoolean(one),
  notequal: (one = null, other = null) => !isEqual(one, other),
  or: (one = null, other = null) => asBoolean(one) || asBoolean(other),
};

/**
 * The functions of bake that depend on nothing but their arguments and are read here; the others, such as `timestamp`,
 * `homedir` and `bcrypt`, are refused: https://github.com/docker/buildx/blob/master/docs/bake-stdlib.md
 */
export const hclFunctions: ReadonlyMap<string, HclFunction> = new Map(
  Object.entries({ ...encodings, ...textFunctions, ...collections, ...numbers, ...logic, ...regexFunctions }),
);

function fail(reason: string): never {
  throw new NoValue(reason);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : fail('that is no number');
}

function range(bounds: readonly number[]): readonly number[] {
  const [from, to] = bounds.length === 1 ? [0, bounds[0] ?? 0] : [bounds[0] ?? 0, bounds[1] ?? 0];
  const step = bounds[2] ?? (to < from ? -1 : 1);
  const count = step === 0 ? Number.NaN : Math.max(Math.ceil((to - from) / step), 0);
  if (!(count <= 1024)) return fail('that range has no end or too many numbers');
  return Array.from({ length: count }, (_, index) => from + index * step);
}
