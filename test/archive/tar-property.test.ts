import * as fc from 'fast-check';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { Budget } from '../../src/archive/limits.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import { TarScanner } from '../../src/archive/tar-scanner.ts';
import { seekTar } from '../../src/archive/tar-seek.ts';
import { UserError } from '../../src/errors.ts';

const component = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', '漢', '🐳', ' ', '\n', '\\'),
  minLength: 1,
  maxLength: 60,
});
const record = fc.record({
  path: fc.array(component, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')),
  type: fc.constantFrom('file' as const, 'directory' as const, 'symlink' as const, 'link' as const),
  bytes: fc.nat(3_000),
  mode: fc.integer({ min: 1, max: 0o7777 }),
  uid: fc.nat(0o777777),
});
interface Written {
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'link';
  readonly bytes: number;
  readonly mode: number;
  readonly uid: number;
}

/** tar-stream writes PAX headers where ustar's fields do not reach. */
async function write(records: readonly Written[]): Promise<Buffer> {
  const archive = pack();
  for (const { path, type, bytes, mode, uid } of records) {
    const size = type === 'file' ? bytes : 0;
    const target = type === 'file' || type === 'directory' ? {} : { linkname: path };
    archive.entry({ name: path, type, mode, uid, size, ...target }, Buffer.alloc(size, 'x'));
  }
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const types = ['file', 'directory', 'symlink', 'link'];

test('reads what tar-stream writes, cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 6 }),
      fc.integer({ min: 1, max: 2_000 }),
      async (records, chunkBytes) => {
        const tar = await write(records);
        const scanner = new TarScanner({ where: 'x', budget: new Budget() });
        for (let at = 0; at < tar.length; at += chunkBytes) scanner.push(tar.subarray(at, at + chunkBytes));
        const { entries } = scanner.end();
        const read = entries.paths.map((path, index) => ({
          path,
          type: types[entries.types[index] ?? -1],
          bytes: entries.fileBytes[index],
          mode: entries.modes[index],
          uid: entries.uids[index],
        }));
        expect(read).toEqual(
          records.map((written) => ({ ...written, bytes: written.type === 'file' ? written.bytes : 0 })),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a damaged tar is read or refused, alike in every way of reading', async () => {
  const damage = fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 4 }), damage, fc.nat(5_000), async (records, changes, bytes) => {
      const tar = (await write(records)).subarray(0, bytes);
      for (const [at, value] of changes) if (at < tar.length) tar[at] = value;
      const push = (chunkBytes: number) => async () => {
        const scanner = new TarScanner({ where: 'x', budget: new Budget() });
        for (let at = 0; at < tar.length; at += chunkBytes) scanner.push(tar.subarray(at, at + chunkBytes));
        return scanner.end();
      };
      const seek = () =>
        seekTar(readAtOf(tar), { where: 'x', budget: new Budget(), signal: new AbortController().signal });
      const outcomes = await Promise.all(
        [push(tar.length + 1), push(37), seek].map((read) =>
          read().catch((thrown: unknown) => {
            if (!(thrown instanceof UserError)) throw thrown;
            return 'refused';
          }),
        ),
      );
      for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    }),
    { numRuns: 60 },
  );
});
