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
}

const types = new Set(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
const sharingModes = new Set(['shared', 'private', 'locked']);
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
const switches = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

/** Reads a mount without expanding or judging its values. @throws WordError when it is not a list of options */
export function readMount(text: string): Mount {
  const found: Partial<Record<keyof Mount, string>> = {};
  let readOnly: boolean | undefined;
  let required = false;
  for (const field of readCsv(text)) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    const value = equals < 0 ? undefined : field.slice(equals + 1);
    const name = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
    if (name && value !== undefined) found[name] = value;
    else if (!switches.has(key)) throw new WordError(name ? `${field} lacks a value` : `unexpected key ${key}`);
    else if (key === 'required') required = isTrue(value);
    else readOnly = key.startsWith('reado') || key === 'ro' ? isTrue(value) : !isTrue(value);
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
  };
}

function isTrue(value: string | undefined): boolean {
  return value === undefined || /^(1|t|true)$/i.test(value) || /\$/.test(value);
}

/** Checks what BuildKit checks when it runs the instruction. @param mount with its values expanded @throws WordError */
export function checkMount(mount: Mount): void {
  const { type, sharing } = mount;
  if (!types.has(type)) throw new WordError(`unsupported mount type ${type}; there are ${[...types].join(', ')}`);
  if (sharing !== null && !sharingModes.has(sharing)) throw new WordError(`unsupported sharing value ${sharing}`);
  if (sharing !== null && type !== 'cache') throw new WordError(`sharing has no meaning for a ${type} mount`);
  if (mount.size !== null && type !== 'tmpfs') throw new WordError(`size has no meaning for a ${type} mount`);
  for (const key of ['mode', 'uid', 'gid'] as const)
    if (mount[key] !== null && (type === 'bind' || type === 'tmpfs'))
      throw new WordError(`${key} has no meaning for a ${type} mount`);
  if (type === 'secret') checkSecret(mount);
}

function checkSecret({ from, source, target, id, env }: Mount): void {
  if (from !== null) throw new WordError('a secret mount takes no from');
  if (source === null && target === null && id === null && env === null)
    throw new WordError('a secret mount needs an id, a source or a target');
  if (source !== null && id !== null) throw new WordError('a secret mount takes source or id, not both');
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
