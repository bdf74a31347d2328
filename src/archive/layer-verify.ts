import { createHash, type Hash } from 'node:crypto';
import type { Digest } from '../result/measurement.ts';
import { brokenArchive } from './limits.ts';

/** Hashes what passes by and compares it with the digest it must have. */
export class DigestCheck {
  readonly #hash: Hash;
  readonly #expected: Digest;
  readonly #where: string;
  readonly #what: string;

  constructor(expected: Digest, what: string, where: string) {
    this.#hash = createHash(expected.startsWith('sha512:') ? 'sha512' : 'sha256');
    this.#expected = expected;
    this.#what = what;
    this.#where = where;
  }

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  /** @throws UserError `broken-archive` when the bytes have another digest. */
  finish(): void {
    const [algorithm] = this.#expected.split(':', 1);
    const got = `${algorithm}:${this.#hash.digest('hex')}`;
    if (got !== this.#expected) throw brokenArchive(this.#where, `its ${this.#what} is ${got}, not ${this.#expected}`);
  }
}

/** Checks a document at hand. @throws UserError `broken-archive` */
export function checkDigest(bytes: Uint8Array, expected: Digest, where: string): void {
  const check = new DigestCheck(expected, 'digest', where);
  check.add(bytes);
  check.finish();
}
