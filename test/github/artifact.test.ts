import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArtifact } from '../../src/adapters/github/artifact.ts';
import type { UserError } from '../../src/errors.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf } from '../support/github/publishing.ts';
import type { Artifact } from '../support/github/state.ts';
import { zipOf, type ZipEntry } from '../support/zip.ts';

const name = 'plimsoll.json';
const sound: ZipEntry = { name, body: '{"a":1}' };

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

function upload(zip: Uint8Array, details: Partial<Artifact> = {}): void {
  const id = fake.state.nextId++;
  fake.state.artifacts.set(id, { id, runId: 100, name: 'plimsoll', zip, ...details });
}

async function read(): Promise<string | undefined> {
  const address = { repository: 'acme/api', runId: 100, name: 'plimsoll' };
  const bytes = await readArtifact(await clientOf(fake), address, { name, maxBytes: 100_000 });
  return bytes && Buffer.from(bytes).toString('utf8');
}

describe('an artifact', () => {
  test('is read by its id, from the storage it is redirected to, which never sees the token', async () => {
    upload(zipOf([sound]));
    await expect(read()).resolves.toBe('{"a":1}');
    expect(fake.calls.map(({ operationId }) => operationId)).toEqual([
      'actions/list-workflow-run-artifacts',
      'actions/download-artifact',
    ]);
  });

  test.each([
    ['deflated', sound],
    ['stored', { ...sound, method: 0 }],
    ['of a system without Unix modes', { ...sound, mode: 0 }],
  ] as const)('may be %s', async (_, entry) => {
    upload(zipOf([entry]));
    await expect(read()).resolves.toBe('{"a":1}');
  });

  test.each([
    ['of another name', { name: 'other' }],
    ['of another run', { runId: 99 }],
    ['that expired', { expired: true }],
  ] as const)('%s is none', async (_, details) => {
    upload(zipOf([sound]), details);
    await expect(read()).resolves.toBeUndefined();
  });

  test('of the latest attempt counts', async () => {
    upload(zipOf([{ name, body: 'first' }]));
    upload(zipOf([{ name, body: 'second' }]));
    await expect(read()).resolves.toBe('second');
  });

  test('is taken without a digest where GitHub states none', async () => {
    upload(zipOf([sound]), { digest: null });
    await expect(read()).resolves.toBe('{"a":1}');
  });
});

const symlink = 0o120_777;
const truncated = zipOf([sound]).subarray(0, -10);
const million = Buffer.alloc(1_000_000);

const refusals: readonly (readonly [what: string, zip: Uint8Array, why: RegExp, details?: Partial<Artifact>])[] = [
  ['with another digest', zipOf([sound]), /digest/, { digest: `sha256:${'0'.repeat(64)}` }],
  ['over a mebibyte, before it is fetched', zipOf([sound]), /1048577 bytes/, { sizeBytes: 2 ** 20 + 1 }],
  ['that is no zip', Buffer.from('hello'), /no sound zip/],
  ['that is empty', Buffer.alloc(0), /no sound zip/],
  ['that was cut', truncated, /no sound zip/],
  ['without entries', zipOf([]), /0 entries/],
  ['with a second file', zipOf([sound, { name: 'b', body: '' }]), /2 entries/],
  ['with the name twice', zipOf([sound, sound]), /2 entries/],
  ['with another name', zipOf([{ ...sound, name: 'x.json' }]), /called "x\.json"/],
  ['with the name in a folder', zipOf([{ ...sound, name: `a/${name}` }]), /called/],
  ['that climbs', zipOf([{ ...sound, name: `../${name}` }]), /relative path|called/],
  ['that climbs by backslashes', zipOf([{ ...sound, name: `..\\${name}` }]), /invalid|called/],
  ['with an absolute name', zipOf([{ ...sound, name: `/${name}` }]), /absolute|called/],
  ['with a name that goes on after a NUL', zipOf([{ ...sound, name: `${name}\0.exe` }]), /called/],
  ['with two names for one entry', zipOf([{ ...sound, localName: 'evil' }]), /called/],
  ['that is a folder', zipOf([{ name: `${name}/`, body: '' }]), /called/],
  ['that is a symbolic link', zipOf([{ ...sound, body: '/etc/passwd', mode: symlink }]), /symbolic link/],
  ['that is a device', zipOf([{ ...sound, mode: 0o20_666 }]), /symbolic link or another/],
  ['that is encrypted', zipOf([{ ...sound, flags: 1 }]), /encrypted/],
  ['that is strongly encrypted', zipOf([{ ...sound, flags: 0x41 }]), /encryption|encrypted/],
  ['packed in an unknown way', zipOf([{ ...sound, method: 12 }]), /method 12/],
  ['that unpacks to too much', zipOf([{ name, body: million }]), /1000000 bytes, 100000/],
  ['that lies about its size', zipOf([{ name, body: million, statedBytes: 10 }]), /too many bytes/],
  ['that is shorter than it says', zipOf([{ ...sound, statedBytes: 99_000 }]), /not enough bytes/],
  ['with another checksum', zipOf([{ ...sound, crc: 1 }]), /checksum/],
];

describe('an artifact is refused', () => {
  const cases = refusals.map(([what, zip, why, details = {}]) => ({ what, zip, why, details }));
  test.each(cases)('$what', async ({ zip, why, details }) => {
    upload(zip, details);
    await expect(read()).rejects.toMatchObject({
      name: 'UserError',
      problems: [{ code: 'artifact-refused', message: expect.stringMatching(why) }],
    } satisfies Partial<Record<keyof UserError, unknown>>);
  });

  test('when the storage sends more than GitHub said', async () => {
    upload(Buffer.alloc(3 * 2 ** 20), { sizeBytes: 100 });
    await expect(read()).rejects.toThrow('1048576 bytes are read at most');
  });
});

test('bits that flip anywhere in a zip never come to anything but the file or a refusal', async () => {
  const zip = zipOf([sound]);
  const ends = new Set<unknown>();
  for (let at = 0; at < zip.length; at += 3) {
    const broken = Buffer.from(zip);
    broken[at] = (broken[at] ?? 0) ^ 0x41;
    fake.state.artifacts.clear();
    upload(broken);
    ends.add(await read().catch((thrown: unknown) => (thrown instanceof Error ? thrown.name : thrown)));
  }
  expect(ends).toEqual(new Set(['{"a":1}', 'UserError']));
});
