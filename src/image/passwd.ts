/** Who a container's first process runs as, or why the runtime refuses to start it. */
export type ResolvedUser =
  | {
      readonly uid: number;
      readonly gid: number;
      /** True for uid 0, however it was spelled. */
      readonly root: boolean;
      /** Whether the user was given as a number. */
      readonly isNumeric: boolean;
      /** How the uid came about, for people; holds untrusted names. */
      readonly how: string;
    }
  | { readonly error: string };

/** The image's /etc/passwd and /etc/group as text; undefined or '' where there is none. */
export interface AccountFiles {
  readonly passwd?: string | undefined;
  readonly group?: string | undefined;
}

const maxId = 2 ** 31 - 1;
/** A longer line makes Go's scanner give up, and the container does not start. */
const maxLineBytes = 64 * 1024;

/**
 * Resolves a USER as runc and dockerd do: `user`, `uid`, `user:group`, … looked up in the image's own files.
 *
 * Traps kept: `00`, `+0` and a missing user are root; a number is a uid even where an account has it as its name;
 * the first matching line wins; an id that cannot be read in a line is 0; a uid without a line has group 0.
 * @see https://github.com/moby/sys/blob/main/user/user.go GetExecUser
 */
export function resolveUser(user: string, { passwd = '', group = '' }: AccountFiles): ResolvedUser {
  const [name = '', groupName = ''] = user.split(':');
  const number = readInteger(name);
  const accounts = linesOf(passwd, true);
  if (!accounts) return { error: 'the image’s /etc/passwd has a line of 64 KiB or more' };
  const wanted = name === '' ? 0 : number;
  const account = accounts.find((line) => (wanted === undefined ? line[0] === name : idOf(line, 2) === wanted));
  if (!account && wanted === undefined) return { error: `the image has no user ${name}` };
  const uid = account ? idOf(account, 2) : (wanted ?? 0);
  // A uid from a line may be any the kernel takes; −1 there means none.
  if (account ? uid < 0 || uid >= 2 ** 32 - 1 : !isInRange(uid)) return { error: `the uid of ${name} is out of range` };
  const gid = groupName === '' ? (account ? idOf(account, 3) : 0) : groupOf(groupName, group);
  if (typeof gid === 'string') return { error: gid };
  return { uid, gid, root: uid === 0, isNumeric: number !== undefined, how: explain(name, number, account) };
}

function groupOf(name: string, file: string): number | string {
  const number = readInteger(name);
  const groups = linesOf(file, false);
  if (!groups) return 'the image’s /etc/group has a line of 64 KiB or more';
  const line = groups.find((one) => (number === undefined ? one[0] === name : idOf(one, 2) === number));
  if (line) return idOf(line, 2);
  if (number === undefined) return `the image has no group ${name}`;
  return isInRange(number) ? number : `the gid ${name} is out of range`;
}

function explain(name: string, number: number | undefined, account: readonly string[] | undefined): string {
  if (name === '') return 'no user is set, so it is root';
  if (number !== undefined)
    return account ? `uid ${number}, ${account[0]} in /etc/passwd` : `uid ${number}, without a line in /etc/passwd`;
  const field = account?.[2] ?? '';
  return readInteger(field) === undefined
    ? `${name} has no readable uid in /etc/passwd, which is taken for 0`
    : `${name} is uid ${readInteger(field)} in /etc/passwd`;
}

/** @returns undefined when a line is too long to be read. */
function linesOf(text: string, isTrimmed: boolean): readonly (readonly string[])[] | undefined {
  const lines = text.split('\n');
  if (lines.some((line) => Buffer.byteLength(line) >= maxLineBytes)) return undefined;
  return lines
    .map((line) => (isTrimmed ? line.trim() : line.replace(/\r$/, '')))
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}

function idOf(line: readonly string[], field: number): number {
  return readInteger(line[field] ?? '') ?? 0;
}

const isInRange = (id: number): boolean => id >= 0 && id <= maxId;

/** As Go's Atoi on 64 bits: decimal digits with an optional sign, leading zeros allowed; else it is no number. */
function readInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value === BigInt.asIntN(64, value) ? Number(value) : undefined;
}
