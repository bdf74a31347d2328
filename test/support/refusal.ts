import { UserError } from '../../src/errors.ts';

/** The UserError that `run` throws; anything else is thrown on. */
export function refusalOf(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
