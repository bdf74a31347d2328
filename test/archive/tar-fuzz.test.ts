import { expect, test } from 'vitest';
import { Budget } from '../../src/archive/limits.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import type { ScannedTar } from '../../src/archive/tar-entries.ts';
import { TarScanner } from '../../src/archive/tar-scanner.ts';
import { seekTar } from '../../src/archive/tar-seek.ts';
import { UserError } from '../../src/errors.ts';
import { mutate, randomOf, tarSeeds } from '../support/tar-mutations.ts';

/** As many as a person has time for: `PLIMSOLL_FUZZ=2000000 npx vitest run test/archive/tar-fuzz.test.ts --testTimeout 0`. */
const runs = Number(process.env['PLIMSOLL_FUZZ'] ?? 2_000);
const where = 'x';
const signal = new AbortController().signal;

function push(tar: Buffer, chunkBytes: number): ScannedTar {
  const scanner = new TarScanner({ where, budget: new Budget() });
  for (let at = 0; at < tar.length; at += chunkBytes) scanner.push(tar.subarray(at, at + chunkBytes));
  return scanner.end();
}

/** Everything that was read, or that it was refused in words for the user. Whatever else is thrown is a bug. */
async function outcome(read: () => ScannedTar | Promise<ScannedTar>): Promise<string> {
  try {
    const { entries, sparse } = await read();
    const { paths, types, fileBytes, modes, uids, gids, linkTargets, withCapabilities, bodyOffsets } = entries;
    return JSON.stringify([
      ...[paths, linkTargets, withCapabilities, sparse].map((list) => [...list]),
      ...[types, fileBytes, modes, uids, gids, bodyOffsets].map(String),
    ]);
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.problems.every(({ hint }) => hint !== '')) return 'refused';
    throw thrown;
  }
}

test('every tar that is tampered with was sound before', async () => {
  for (const [index, seed] of tarSeeds.entries())
    expect([index, await outcome(() => push(seed, seed.length))]).not.toEqual([index, 'refused']);
});

test(
  'a tar that was tampered with is read or refused, alike whole, in pieces and by seeking',
  { tags: 'thorough' },
  async () => {
    let refused = 0;
    const differing: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const random = randomOf(run);
      const seed = tarSeeds[run % tarSeeds.length];
      if (!seed) throw new Error('There is no seed.');
      const tar = mutate(seed, random);
      const whole = await outcome(() => push(tar, tar.length + 1));
      if (whole === 'refused') refused += 1;
      const others = [
        await outcome(() => push(tar, 1 + random(700))),
        await outcome(() => seekTar(readAtOf(tar), { where, budget: new Budget(), signal })),
      ];
      if (others.some((other) => other !== whole)) differing.push(run);
    }
    expect(differing).toEqual([]);
    // Neither is of use where it is all there is.
    expect(refused / runs).toBeGreaterThan(0.1);
    expect(refused / runs).toBeLessThan(0.9);
  },
);
