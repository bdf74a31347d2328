import { UserError, type Problem } from '../errors.ts';

/** Throws all problems at once, if there are any. @throws UserError */
export function raise([first, ...others]: readonly Problem[]): void {
  if (first) throw new UserError([first, ...others]);
}
