import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { extract, type Header } from 'tar-stream';
import { afterAll, describe, expect, test } from 'vitest';
import { packContext } from '../../../src/adapters/engine/context-tar.ts';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-context-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

/** A new folder with these files; `null` makes a folder. */
function folder(files: Readonly<Record<string, string | null>>): string {
  const dir = join(root, String((count += 1)));
  mkdirSync(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    if (text === null) mkdirSync(join(dir, path));
    else writeFileSync(join(dir, path), text);
  }
  return dir;
}

interface Sent {
  readonly header: Header;
  readonly text: string;
}

/** Reads the tar by another reader. */
async function sentBy(dir: string, dockerfile = join(dir, 'Dockerfile')): Promise<Readonly<Record<string, Sent>>> {
  const { stream } = await packContext(dir, dockerfile);
  const sent: Record<string, Sent> = {};
  for await (const entry of stream.pipe(extract()))
    sent[entry.header.name] = { header: entry.header, text: (await buffer(entry)).toString() };
  return sent;
}

describe('a Dockerfile that is a link', () => {
  test('is sent as what it leads to, under a name of its own; links on the way to the context are no matter', async () => {
    const dir = folder({ a: '1' });
    const elsewhere = folder({ Dockerfile: 'FROM elsewhere' });
    symlinkSync(join(elsewhere, 'Dockerfile'), join(dir, 'Dockerfile'));
    const sent = await sentBy(dir);
    const extra = Object.keys(sent).find((name) => name.startsWith('.dockerfile.')) ?? '';
    expect(sent[extra]?.text).toBe('FROM elsewhere');
    expect(sent['Dockerfile']?.header.type).toBe('symlink');
    const linked = join(root, 'linked');
    symlinkSync(elsewhere, linked);
    expect(Object.keys(await sentBy(linked))).toEqual(['Dockerfile']);
  });
});

describe('what is sent', () => {
  test.each([
    ['everything without an ignore file', { Dockerfile: 'FROM scratch', 'a/b': '1' }, ['Dockerfile', 'a/', 'a/b']],
    [
      'nothing that is ignored',
      { Dockerfile: '', '.dockerignore': 'a', 'a/b': '1', c: '2' },
      ['.dockerignore', 'Dockerfile', 'c'],
    ],
    [
      'folders above an exception, and only these',
      { Dockerfile: '', '.dockerignore': 'a\n!a/b/c', 'a/b/c': '1', 'a/b/d': '2', 'a/e/f': '3' },
      ['.dockerignore', 'Dockerfile', 'a/', 'a/b/', 'a/b/c'],
    ],
    ['empty folders', { Dockerfile: '', 'a/b': null }, ['Dockerfile', 'a/', 'a/b/']],
    [
      "the Dockerfile's own ignore file instead of the common one",
      { Dockerfile: '', '.dockerignore': 'a', 'Dockerfile.dockerignore': 'b', a: '1', b: '2' },
      ['.dockerignore', 'Dockerfile', 'Dockerfile.dockerignore', 'a'],
    ],
    [
      'an ignored Dockerfile all the same, as the engine needs it',
      { Dockerfile: 'FROM x', '.dockerignore': '*' },
      ['Dockerfile'],
    ],
  ])('%s', async (_what, files, names) => {
    expect(Object.keys(await sentBy(folder(files)))).toEqual(names);
  });

  test('bodies, modes and times arrive, owners do not', async () => {
    const dir = folder({ Dockerfile: 'FROM x', 'run.sh': 'x'.repeat(1_000_001) });
    writeFileSync(join(dir, 'tool'), 'é', { mode: 0o755 });
    utimesSync(join(dir, 'tool'), 1_700_000_000, 1_700_000_000);
    const sent = await sentBy(dir);
    expect(sent['tool']).toMatchObject({
      text: 'é',
      header: { mode: 0o755, uid: 0, gid: 0, mtime: new Date(1_700_000_000_000) },
    });
    expect(sent['run.sh']?.text).toHaveLength(1_000_001);
  });

  test('links are sent as links', async () => {
    const dir = folder({ Dockerfile: '', a: 'body' });
    symlinkSync('../outside', join(dir, 'soft'));
    linkSync(join(dir, 'a'), join(dir, 'hard'));
    const sent = await sentBy(dir);
    expect(sent['soft']?.header).toMatchObject({ type: 'symlink', linkname: '../outside' });
    expect(sent['hard']?.header).toMatchObject({ type: 'link', linkname: 'a', size: 0 });
  });

  test('long names and targets arrive whole', async () => {
    const name = `${'d'.repeat(200)}/${'f'.repeat(150)}`;
    const dir = folder({ Dockerfile: '', [name]: 'x' });
    symlinkSync('t'.repeat(300), join(dir, 'link'));
    const sent = await sentBy(dir);
    expect(sent[name]?.text).toBe('x');
    expect(sent['link']?.header.linkname).toBe('t'.repeat(300));
  });

  test('a Dockerfile outside the context goes by a name of its own', async () => {
    const elsewhere = folder({ 'My.Dockerfile': 'FROM x' });
    const dir = folder({ a: '1' });
    const context = await packContext(dir, join(elsewhere, 'My.Dockerfile'));
    expect(context.dockerfile).toMatch(/^\.dockerfile\.[0-9a-f]{16}$/);
    expect(Object.keys(await sentBy(dir, join(elsewhere, 'My.Dockerfile')))).toEqual(['a', context.dockerfile]);
  });

  test('the same folder gives the same bytes, and they are counted', async () => {
    const dir = folder({ Dockerfile: 'FROM x', 'a/b': '12345' });
    const [one, other] = [
      await packContext(dir, join(dir, 'Dockerfile')),
      await packContext(dir, join(dir, 'Dockerfile')),
    ];
    expect((await buffer(one.stream)).equals(await buffer(other.stream))).toBe(true);
    expect(one.sent()).toEqual({ bytes: 11, files: 2 });
  });
});

describe('what is refused by name', () => {
  test.each([
    ['a missing context', join(root, 'gone'), join(root, 'gone/Dockerfile'), 'no-context'],
    ['a missing Dockerfile', root, join(root, 'none'), 'no-dockerfile'],
    ['a folder for a Dockerfile', root, root, 'unreadable-context'],
  ])('%s', async (_what, dir, dockerfile, code) => {
    await expect(packContext(dir, dockerfile)).rejects.toMatchObject({ problems: [{ code }] });
  });

  test('a file that becomes shorter while it is sent', async () => {
    const dir = folder({ Dockerfile: '', z: 'x'.repeat(3_000_000) });
    const { stream } = await packContext(dir, join(dir, 'Dockerfile'));
    const reading = (async () => {
      let seen = 0;
      for await (const chunk of stream) {
        seen += Buffer.byteLength(chunk);
        if (seen > 100_000) writeFileSync(join(dir, 'z'), '');
      }
    })();
    await expect(reading).rejects.toMatchObject({
      problems: [{ code: 'unreadable-context', message: expect.stringContaining(join(dir, 'z')) }],
    });
  });
});
