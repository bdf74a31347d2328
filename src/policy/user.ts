/** Who a container's process is, or why it cannot start as that user. */
export type ResolvedUser =
  | { readonly uid: number; readonly gid: number; readonly isNumeric: boolean }
  | { readonly error: string };

/** The image's /etc/passwd and /etc/group as text; '' where there is none. */
export interface AccountFiles {
  readonly passwd: string;
  readonly group: string;
}

const maxId = 2 ** 31 - 1;

/**
 * Resolves a USER as runc does before it starts the process: `user`, `uid`, `user:group`, each looked up in the image's files.
 *
 * Traps kept as they are there: `00` and `+0` are 0; a number may be an account's name; the first matching line counts;
 * an unreadable uid in a line is 0; a uid without a line has group 0.
 * https://github.com/moby/sys/blob/main/user/user.go (GetExecUser)
 */
export function resolveUser(user: string, { passwd, group }: AccountFiles): ResolvedUser {
  const [userPart = '', groupPart = ''] = user.split(':');
  const number = readNumber(userPart);
  const lines = readLines(passwd);
  const account =
    userPart === ''
      ? lines.find((line) => idAt(line, 2) === 0)
      : lines.find((line) => line[0] === userPart || (number !== undefined && idAt(line, 2) === number));
  if (!account && userPart !== '' && number === undefined) return { error: `the image has no user ${userPart}` };
  const uid = account ? idAt(account, 2) : (number ?? 0);
  if (uid < 0 || uid > maxId) return { error: `the uid ${userPart} is out of range` };

  const gid = groupPart === '' ? (account ? idAt(account, 3) : 0) : findGroup(groupPart, group);
  if (gid === undefined) return { error: `the image has no group ${groupPart}` };
  return { uid, gid, isNumeric: number !== undefined };
}

function findGroup(group: string, file: string): number | undefined {
  const number = readNumber(group);
  const line = readLines(file).find((one) => one[0] === group || (number !== undefined && idAt(one, 2) === number));
  return line ? idAt(line, 2) : number;
}

function readLines(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}

function idAt(line: readonly string[], index: number): number {
  return readNumber(line[index] ?? '') ?? 0;
}

/** A number as Go's Atoi reads it: decimal digits with an optional sign, leading zeros allowed. */
function readNumber(text: string): number | undefined {
  return /^[+-]?\d{1,18}$/.test(text) ? Number(text) : undefined;
}
