import { UserError, type Problem } from '../errors.ts';
import type { Checkout } from '../ports.ts';

/** An error whose paths below the checkout are told as seen from it: `Dockerfile:2`, so that annotations and links find them. */
export function seenFromCheckout(thrown: unknown, { absolute }: Pick<Checkout, 'absolute'>): unknown {
  if (!(thrown instanceof UserError)) return thrown;
  const root = `${absolute('.').replace(/\/+$/, '')}/`;
  const tell = (text: string): string => (root === '/' ? text : text.replaceAll(root, ''));
  const [first, ...others] = thrown.problems.map(({ message, place, got, ...rest }): Problem => ({
    ...rest,
    message: tell(message),
    ...(place && { place: { ...place, file: tell(place.file) } }),
    ...(got !== undefined && { got: tell(got) }),
  }));
  return first ? new UserError([first, ...others], { cause: thrown.cause }) : thrown;
}
