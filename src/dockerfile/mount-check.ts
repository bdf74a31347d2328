import { posix } from 'node:path';
import { WordError } from './cursor.ts';
import { mountFields } from './mounts.ts';
import type { Mount, MountField } from './mounts.ts';

const types = new Set(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
const sharingModes = new Set(['shared', 'private', 'locked']);
const switches = new Set(['readonly', 'ro', 'readwrite', 'rw']);
const options = new Set(
  (
    'readonly ro readwrite rw required type from source src target dst destination size id sharing ' +
    'mode uid gid env'
  ).split(' '),
);

/** What the values of options must look like; those not here may be any text. */
const forms: Readonly<Record<string, RegExp>> = {
  readonly: /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/,
  size: /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i,
  mode: /^[0-7]{1,11}$/,
  uid: /^\d{1,10}$/,
};
const formOf: Readonly<Record<string, string>> = {
  ro: 'readonly',
  readwrite: 'readonly',
  rw: 'readonly',
  required: 'readonly',
  gid: 'uid',
};
const largestNumber = 2 ** 32 - 1;

/** What of a mount the checks at its end need, gathered option by option. */
interface Read {
  type: string;
  from: string;
  source: string;
  target: string;
  id: string;
  sharing: string;
  /** The last of mode, uid and gid that is given. */
  owner: string;
}

/**
 * Checks what BuildKit checks when it runs the instruction: its options one after the other, in the order they are written.
 * @param workingDir undefined where the base image decides it
 * @throws WordError
 */
export function checkMount(mount: Mount, expand: (word: string) => string, workingDir: string | undefined): void {
  const read: Read = { type: 'bind', from: '', source: '', target: '', id: '', sharing: '', owner: '' };
  for (const field of mountFields(mount)) readField(read, field, expand);
  const { type, sharing, owner } = read;
  if (owner !== '' && (type === 'bind' || type === 'tmpfs'))
    throw new WordError(`${owner} has no meaning for a ${type} mount`);
  if (type === 'secret') checkSecret(read);
  if (sharing !== '' && type !== 'cache') throw new WordError(`sharing has no meaning for a ${type} mount`);
  if (type !== 'secret' && type !== 'ssh') checkTarget(read, workingDir);
}

function readField(read: Read, { key, value: written }: MountField, expand: (word: string) => string): void {
  if (!options.has(key)) throw new WordError(`unexpected key ${key}`);
  const isRequired = key === 'required';
  if (isRequired && read.type !== 'secret' && read.type !== 'ssh')
    throw new WordError(`required has no meaning for a ${read.type} mount`);
  if (written === undefined) {
    if (isRequired || switches.has(key)) return;
    throw new WordError(`${key} lacks a value`);
  }
  const value = expand(written);
  if (key === 'size' && read.type !== 'tmpfs') throw new WordError(`size has no meaning for a ${read.type} mount`);
  // What a variable of the base image stands for is not known here.
  if (!written.includes('$')) checkForm(key, value);
  if (key === 'type') read.type = typeOf(value);
  else if (key === 'sharing') read.sharing = sharingOf(value);
  else if (key === 'from' || key === 'id') read[key] = value;
  else if (key === 'source' || key === 'src') read.source = value;
  else if (key === 'target' || key === 'dst' || key === 'destination') read.target = value;
  else if (key === 'mode' || key === 'uid' || key === 'gid') read.owner = key;
}

function checkForm(key: string, value: string): void {
  const form = forms[formOf[key] ?? key];
  const isTooLarge = (key === 'uid' || key === 'gid') && Number(value) > largestNumber;
  if (form && (!form.test(value) || isTooLarge || (key === 'mode' && Number.parseInt(value, 8) > largestNumber)))
    throw new WordError(`invalid value for ${key}: ${value}`);
}

function typeOf(value: string): string {
  const type = value.toLowerCase();
  if (types.has(type)) return type;
  throw new WordError(`unsupported mount type ${type}; there are ${[...types].join(', ')}`);
}

function sharingOf(value: string): string {
  const sharing = value.toLowerCase();
  if (sharingModes.has(sharing)) return sharing;
  throw new WordError(`unsupported sharing value ${sharing}`);
}

function checkSecret({ from, source, target, id }: Read): void {
  if (from !== '') throw new WordError('a secret mount takes no from');
  if (source === '' && target === '' && id === '')
    throw new WordError('a secret mount needs an id, a source or a target');
  if (source !== '' && id !== '') throw new WordError('a secret mount takes source or id, not both');
}

/** Nothing can be mounted in place of the whole file system. */
function checkTarget({ target }: Read, workingDir: string | undefined): void {
  if (!target.startsWith('/') && workingDir === undefined) return;
  const full = posix.resolve('/', workingDir ?? '', target);
  if (full === '/') throw new WordError('a mount needs a target other than /');
}
