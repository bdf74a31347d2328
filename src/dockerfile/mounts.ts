import { WordError } from './cursor.ts';

/** A `RUN --mount`: https://docs.docker.com/reference/dockerfile/#run---mount */
export interface Mount {
  readonly type: string;
  /** Stage or image it shows; null: the build context, or nothing for types that need none. */
  readonly from: string | null;
  readonly source: string | null;
  readonly target: string | null;
  readonly readOnly: boolean;
  readonly id: string | null;
  readonly sharing: string | null;
  readonly required: boolean;
  /** As written, octal. */
  readonly mode: string | null;
  readonly uid: string | null;
  readonly gid: string | null;
  readonly size: string | null;
  /** The environment variable a secret is put in. */
  readonly env: string | null;
  /** All of it in the order it is written, for the checks of a stage that is built. */
  readonly fields: readonly MountField[];
}

/** An option of a mount; undefined where it is given without a value. */
export interface MountField {
  /** In lower case. */
  readonly key: string;
  readonly value: string | undefined;
}

const aliases: Readonly<Record<string, keyof Mount>> = {
  type: 'type',
  from: 'from',
  source: 'source',
  src: 'source',
  target: 'target',
  dst: 'target',
  destination: 'target',
  id: 'id',
  sharing: 'sharing',
  mode: 'mode',
  uid: 'uid',
  gid: 'gid',
  size: 'size',
  env: 'env',
};
const switches = new Set(['readonly', 'ro', 'readwrite', 'rw']);

/** Reads a mount without expanding or judging its values. @throws WordError when it is not a list of options */
export function readMount(text: string): Mount {
  const fields = readCsv(text).map(readField);
  const found: Partial<Record<keyof Mount, string>> = {};
  let readOnly: boolean | undefined;
  let required = false;
  for (const { key, value } of fields) {
    const name = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
    if (name && value !== undefined) found[name] = value;
    else if (key === 'required') required = isTrue(value);
    else if (switches.has(key)) readOnly = key.startsWith('reado') || key === 'ro' ? isTrue(value) : !isTrue(value);
  }
  if (found.from !== undefined && /\$./.test(found.from))
    throw new WordError('from cannot hold a variable: name a stage with FROM instead');
  const type = (found.type ?? 'bind').toLowerCase();
  const texts = (key: keyof Mount): string | null => found[key] || null;
  return {
    type,
    from: texts('from'),
    source: texts('source'),
    target: texts('target'),
    readOnly: readOnly ?? (type !== 'cache' && type !== 'tmpfs'),
    id: texts('id'),
    sharing: texts('sharing')?.toLowerCase() ?? null,
    required,
    mode: texts('mode'),
    uid: texts('uid'),
    gid: texts('gid'),
    size: texts('size'),
    env: texts('env'),
    fields,
  };
}

function readField(field: string): MountField {
  const equals = field.indexOf('=');
  if (equals < 0) return { key: field.toLowerCase(), value: undefined };
  return { key: field.slice(0, equals).toLowerCase(), value: field.slice(equals + 1) };
}

function isTrue(value: string | undefined): boolean {
  return value === undefined || /^(1|t|true)$/i.test(value) || /\$/.test(value);
}

/** One record of comma-separated values: a field may stand in double quotes, doubled inside. @throws WordError */
function readCsv(text: string): readonly string[] {
  if (!text) throw new WordError('the mount has no options');
  if (!text.includes('"')) return text.split(',');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text.charAt(at) === '"' ? /^"((?:[^"]|"")*)"(?=,|$)/.exec(text.slice(at)) : undefined;
    if (quoted === null) throw new WordError('a quoted option is not closed');
    const comma = text.indexOf(',', at);
    const plain = text.slice(at, comma < 0 ? text.length : comma);
    if (!quoted && plain.includes('"')) throw new WordError('a quote stands inside an option');
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain);
    at += quoted ? quoted[0].length : plain.length;
    if (at >= text.length) return fields;
    at += 1;
  }
}
