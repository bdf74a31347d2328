import { asList, asNumber, asText, isList, NoValue, type HclValue } from './hcl-value.ts';

/** As people count them. */
export const charactersOf = (text: HclValue): readonly string[] =>
  [...new Intl.Segmenter().segment(asText(text))].map(({ segment }) => segment);

/** Bake's functions on texts. */
export const textFunctions: Readonly<Record<string, (...args: readonly HclValue[]) => HclValue>> = {
  chomp: (text = null) => asText(text).replace(/[\r\n]+$/, ''),
  join: (separator = null, ...lists) => lists.flatMap(asList).map(asText).join(asText(separator)),
  lower: (text = null) => asText(text).toLowerCase(),
  replace: (text = null, what = null, by = null) => asText(text).replaceAll(asText(what), () => asText(by)),
  sanitize: (text = null) => asText(text).replace(/[^a-zA-Z0-9_-]/g, '_'),
  split: (separator = null, text = null) => asText(text).split(asText(separator)),
  strlen: (text = null) => charactersOf(text).length,
  substr: (text = null, offset = 0, length = -1) => substring(charactersOf(text), asNumber(offset), asNumber(length)),
  trim: (text = null, set = null) => trimmed(charactersOf(text), asText(set)),
  trimprefix: (text = null, prefix = null) => withoutStart(asText(text), asText(prefix)),
  trimspace: (text = null) => asText(text).trim(),
  trimsuffix: (text = null, suffix = null) => {
    const [one, end] = [asText(text), asText(suffix)];
    return end !== '' && one.endsWith(end) ? one.slice(0, -end.length) : one;
  },
  upper: (text = null) => asText(text).toUpperCase(),
  format: (pattern = null, ...args) => format(asText(pattern), args),
  formatlist: (pattern = null, ...args) => formatList(asText(pattern), args),
};

function withoutStart(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function substring(characters: readonly string[], offset: number, length: number): string {
  const from = offset < 0 ? Math.max(characters.length + offset, 0) : offset;
  return characters.slice(from, length < 0 ? undefined : from + length).join('');
}

function trimmed(text: readonly string[], set: string): string {
  const from = text.findIndex((one) => !set.includes(one));
  return from < 0 ? '' : text.slice(from, text.findLastIndex((one) => !set.includes(one)) + 1).join('');
}

/** Verbs `%s`, `%d`, `%v`, `%q` and `%%`, which are those in use. */
function format(pattern: string, args: readonly HclValue[]): string {
  let next = 0;
  const text = pattern.replace(/%(.)?/gs, (_, verb: string | undefined) => {
    if (verb === '%') return '%';
    const value = args[next];
    next += 1;
    if (value === undefined) return fail('format has too few arguments');
    if (verb === 's' || verb === 'v') return asText(value);
    if (verb === 'd')
      return Number.isInteger(asNumber(value)) ? String(asNumber(value)) : fail('%d takes whole numbers');
    return verb === 'q' ? JSON.stringify(asText(value)) : fail(`the verb %${verb ?? ''} is not understood here`);
  });
  return next === args.length ? text : fail('format has too many arguments');
}

function formatList(pattern: string, args: readonly HclValue[]): HclValue {
  const lengths = new Set(args.filter(isList).map((list) => list.length));
  const [length = 1] = lengths;
  if (lengths.size > 1) return fail('the lists of formatlist are not of one length');
  return Array.from({ length }, (_, index) =>
    format(
      pattern,
      args.map((one) => (isList(one) ? (one[index] ?? null) : one)),
    ),
  );
}

function fail(reason: string): never {
  throw new NoValue(reason);
}
