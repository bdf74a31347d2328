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
  /** All of it, as it stands behind `--mount=`. */
  readonly written: string;
}

/** An option of a mount; undefined where it is given without a value. */
export interface MountField {
  /** In lower case. */
  readonly key: string;
  readonly value: string | undefined;
}

type Text = 'type' | 'from' | 'source' | 'target' | 'id' | 'sharing' | 'mode' | 'uid' | 'gid' | 'size' | 'env';

const texts: ReadonlyMap<string, Text> = new Map([
  ['type', 'type'],
  ['from', 'from'],
  ['source', 'source'],
  ['src', 'source'],
  ['target', 'target'],
  ['dst', 'target'],
  ['destination', 'target'],
  ['id', 'id'],
  ['sharing', 'sharing'],
  ['mode', 'mode'],
  ['uid', 'uid'],
  ['gid', 'gid'],
  ['size', 'size'],
  ['env', 'env'],
]);
const switches = new Set(['readonly', 'ro', 'readwrite', 'rw']);

/** A mount while it is read. */
type OpenMount = { -readonly [key in keyof Mount]: Mount[key] };

const openMount = (written: string): OpenMount => ({
  type: 'bind',
  from: null,
  source: null,
  target: null,
  readOnly: true,
  id: null,
  sharing: null,
  required: false,
  mode: null,
  uid: null,
  gid: null,
  size: null,
  env: null,
  written,
});

/** Reads a mount without expanding or judging its values. @throws WordError when it is not a list of options */
export function readMount(written: string): Mount {
  const mount = openMount(written);
  let readOnly: boolean | undefined;
  for (const option of readCsv(written)) {
    const equals = option.indexOf('=');
    const key = keyOf(option, equals);
    const value = equals < 0 ? undefined : option.slice(equals + 1);
    const name = texts.get(key);
    if (name === 'type') mount.type = value?.toLowerCase() ?? mount.type;
    else if (name) mount[name] = value === undefined ? mount[name] : value || null;
    else if (key === 'required') mount.required = isTrue(value);
    else if (switches.has(key)) readOnly = key.startsWith('reado') || key === 'ro' ? isTrue(value) : !isTrue(value);
  }
  if (mount.from !== null && /\$./.test(mount.from))
    throw new WordError('from cannot hold a variable: name a stage with FROM instead');
  if (mount.sharing !== null) mount.sharing = mount.sharing.toLowerCase();
  mount.readOnly = readOnly ?? (mount.type !== 'cache' && mount.type !== 'tmpfs');
  return mount;
}

/** All options of a mount in the order they are written, for the checks of a stage that is built. @throws WordError */
export function mountFields({ written }: Mount): readonly MountField[] {
  return readCsv(written).map((option) => {
    const equals = option.indexOf('=');
    return { key: keyOf(option, equals), value: equals < 0 ? undefined : option.slice(equals + 1) };
  });
}

function keyOf(option: string, equals: number): string {
  return (equals < 0 ? option : option.slice(0, equals)).toLowerCase();
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
