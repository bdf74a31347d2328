import { isAbsolute, relative } from 'node:path';
import type { Checkout } from '../ports.ts';

/**
 * A path as Git names it, seen from the checkout's root; undefined for one outside of it. An absolute path into the
 * checkout is inside: what a change can write is read at the base, however it is spelt.
 */
export function pathInside(path: string, { absolute }: Pick<Checkout, 'absolute'>): string | undefined {
  const way = relative(absolute('.'), absolute(path));
  return way === '' || way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}
