import { rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { runGate } from '../../src/check/configured.ts';
import { UserError } from '../../src/errors.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { aRemote, type TestClone, type TestRemote } from '../support/git.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';

let remote: TestRemote;
let clone: TestClone;
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
});
afterEach(() => remote[Symbol.dispose]());

const imageOf = (user: string): OpenImage => {
  const { layers: _, ...facts } = anImage(user, [file('/app', 10)]);
  return anOpenImage({ ...facts, config: someConfig({ user, entrypoint: ['/app'] }) }, [file('/app', 10)]);
};
const config = (extended: string, image = 'context: .', more = ''): string =>
  `version: 1\nimages: { api: { ${image} } }\npolicy:\n  extends: ${extended}\n  rules:\n    max-layers: [warning, { max: 100 }]\n${more}`;
const rules = (use: string): string => `version: 1\npolicy: { rules: { non-root: ${use} } }\n`;
const strict = config('./policies/p.yml');
const lax = config('[]');
const dockerfile = 'FROM base\nCOPY app /app\nENTRYPOINT ["/app"]\n';
const base = { Dockerfile: dockerfile, 'plimsoll.yml': strict, 'policies/p.yml': rules('error') };
const waiver = (more = ''): string =>
  `waivers:\n  - { rule: non-root, ${more}reason: known, owner: me, expires: 2999-01-01 }\n`;

/** What a pull request does to the repository, and what its workflow says. */
interface Tamper {
  readonly commit?: Parameters<TestClone['commit']>[0];
  /** Beyond what is committed. */
  readonly by?: (clone: TestClone) => void;
  readonly inputs?: RawInputs;
}

async function judge({ commit, by, inputs = {} }: Tamper) {
  const sha = clone.commit(base);
  if (commit) clone.commit(commit);
  by?.(clone);
  const repository = await clone.open();
  const built = { '': imageOf(''), harmless: imageOf('1000') };
  const checkout = openCheckout(clone.path);
  const workshop = { ...aWorkshop({ built, images: { 'harmless:1': imageOf('1000') } }), checkout };
  const { result } = await runGate({
    checkout,
    folderName: 'app',
    inputs: { baseline: 'none', ...inputs },
    toolVersion: '1',
    base: { sha, readText: (path, maxBytes) => repository.readText(sha, path, maxBytes) },
    openWorkshop: async () => workshop,
  });
  const found = result.images.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'non-root');
  // A change that deletes the configuration has an image of its own besides.
  const kinds = new Set(found.map(({ level, waiver: by_ }) => `${level}${by_ ? ', waived' : ''}`));
  return { exitStatus: result.exitStatus, found: [...kinds] };
}

const absolute = (path: string): RawInputs => ({ config: join(clone.path, path) });

describe('the verdict is the base’s, whatever a change does to the policy', () => {
  test.each<[string, () => Tamper]>([
    ['turns the rule off', () => ({ commit: { 'policies/p.yml': rules('off') } })],
    ['makes it a warning', () => ({ commit: { 'policies/p.yml': rules('warning') } })],
    ['gives it other options', () => ({ commit: { 'policies/p.yml': rules('[error, { min-uid: 0 }]') } })],
    [
      'turns it off where it extends',
      () => ({ commit: { 'plimsoll.yml': strict.replace('max-layers', 'non-root: off\n    max-layers') } }),
    ],
    ['extends nothing', () => ({ commit: { 'plimsoll.yml': lax } })],
    ['extends another', () => ({ commit: { 'plimsoll.yml': config('./lax.yml'), 'lax.yml': rules('off') } })],
    [
      'extends one more',
      () => ({ commit: { 'plimsoll.yml': config('[./policies/p.yml, ./lax.yml]'), 'lax.yml': rules('off') } }),
    ],
    ['waives it', () => ({ commit: { 'plimsoll.yml': strict + waiver() } })],
    ['waives it for every image', () => ({ commit: { 'plimsoll.yml': strict + waiver('image: "*", ') } })],
    ['waives it in what it extends', () => ({ commit: { 'policies/p.yml': rules('error') + waiver() } })],
    [
      'waives it in the Dockerfile',
      () => ({
        commit: {
          Dockerfile: dockerfile.replace('ENTRY', '# plimsoll ignore=non-root reason="x" expires=2999-01-01\nENTRY'),
        },
      }),
    ],
    ['deletes the configuration', () => ({ commit: { 'plimsoll.yml': null } })],
    ['deletes the configuration and the policy', () => ({ commit: { 'plimsoll.yml': null, 'policies/p.yml': null } })],
    ['renames it', () => ({ commit: { 'plimsoll.yml': null, 'plimsoll.yaml': strict } })],
    ['writes its name in capitals', () => ({ commit: { 'plimsoll.yml': null, 'Plimsoll.yml': lax } })],
    ['writes its folder in capitals', () => ({ commit: { '.GitHub/Plimsoll.yml': lax } })],
    ['adds one that is looked for first', () => ({ commit: { '.github/plimsoll.yml': lax } })],
    [
      'moves it to where it is looked for first',
      () => ({ commit: { 'plimsoll.yml': null, '.github/plimsoll.yml': lax } }),
    ],
    ['puts a byte order mark before it', () => ({ commit: { 'plimsoll.yml': `\uFEFF${lax}` } })],
    ['ends its lines as Windows does', () => ({ commit: { 'plimsoll.yml': lax.replaceAll('\n', '\r\n') } })],
    ['makes it a link to another', () => ({ commit: { 'plimsoll.yml': { link: 'lax.yml' }, 'lax.yml': lax } })],
    [
      'makes the policy a link to another',
      () => ({ commit: { 'policies/p.yml': { link: '../lax.yml' }, 'lax.yml': rules('off') } }),
    ],
    [
      'makes the folder of the policy a link',
      () => ({ commit: { 'policies/p.yml': null, policies: { link: 'lax' }, 'lax/p.yml': rules('off') } }),
    ],
    ['makes .github a link', () => ({ commit: { '.github': { link: 'lax' }, 'lax/plimsoll.yml': lax } })],
    ['leaves it out of exports', () => ({ commit: { '.gitattributes': '* export-ignore\n', 'plimsoll.yml': lax } })],
    ['gives it an encoding', () => ({ commit: { '.gitattributes': '*.yml working-tree-encoding=UTF-16LE\n' } })],
    ['gives it ends of lines', () => ({ commit: { '.gitattributes': '*.yml text eol=crlf\n', 'plimsoll.yml': lax } })],
    [
      'puts a filter on it',
      () => ({
        by: ({ path }) => {
          clone.git('config', 'filter.lax.smudge', `cat ${join(path, 'lax.yml')}`);
          clone.git('config', 'filter.lax.clean', 'cat');
          clone.commit({ '.gitattributes': 'plimsoll.yml filter=lax diff=lax\n', 'lax.yml': lax });
          rmSync(join(path, 'plimsoll.yml'));
          clone.git('checkout', '--', 'plimsoll.yml');
        },
      }),
    ],
    [
      'replaces the base’s object by its own',
      () => ({
        by: () => {
          clone.commit({ 'lax.yml': lax, 'laxp.yml': rules('off') });
          clone.git(
            'replace',
            clone.git('rev-parse', 'HEAD~1:plimsoll.yml').trim(),
            clone.git('rev-parse', 'HEAD:lax.yml').trim(),
          );
          clone.git(
            'replace',
            clone.git('rev-parse', 'HEAD~1:policies/p.yml').trim(),
            clone.git('rev-parse', 'HEAD:laxp.yml').trim(),
          );
        },
      }),
    ],
    [
      'leaves the file as it is and changes the checkout',
      () => ({ by: ({ path }) => writeFileSync(join(path, 'plimsoll.yml'), lax) }),
    ],
    [
      'tells Git that it did not',
      () => ({
        by: ({ path }) => {
          clone.git('update-index', '--assume-unchanged', 'plimsoll.yml', 'policies/p.yml');
          writeFileSync(join(path, 'policies/p.yml'), rules('off'));
        },
      }),
    ],
    [
      'stages it without a commit',
      () => ({
        by: ({ path }) => {
          writeFileSync(join(path, 'plimsoll.yml'), lax);
          clone.git('add', '.');
        },
      }),
    ],
    [
      'writes it from a .gitignore’s shade',
      () => ({
        commit: { '.gitignore': '.github\n' },
        by: ({ path }) => {
          mkdirSync(join(path, '.github'));
          writeFileSync(join(path, '.github/plimsoll.yml'), lax);
        },
      }),
    ],
    ['names a new file', () => ({ commit: { 'lax.yml': lax }, inputs: { config: 'lax.yml' } })],
    [
      'names a new file with a detour',
      () => ({ commit: { 'lax.yml': lax }, inputs: { config: './policies/../lax.yml' } }),
    ],
    [
      'names the file by its absolute path',
      () => ({ commit: { 'plimsoll.yml': lax }, inputs: absolute('plimsoll.yml') }),
    ],
    ['names a new file by its absolute path', () => ({ commit: { 'lax.yml': lax }, inputs: absolute('lax.yml') })],
    ['names the file in capitals', () => ({ commit: { 'PLIMSOLL.YML': lax }, inputs: { config: 'PLIMSOLL.YML' } })],
    [
      'names the policy, and changes it',
      () => ({ commit: { 'policies/p.yml': rules('off') }, inputs: { policy: './policies/p.yml' } }),
    ],
    ['names a new policy', () => ({ commit: { 'lax.yml': rules('off') }, inputs: { policy: './lax.yml' } })],
    [
      'takes the image off the list',
      () => ({
        commit: {
          'plimsoll.yml': strict
            .replace('api: {', 'other: { image: "harmless:1" }, gone: {')
            .replace(', gone: { context: . }', ''),
        },
      }),
    ],
    [
      'gates another image under the name',
      () => ({ commit: { 'plimsoll.yml': config('./policies/p.yml', 'image: "harmless:1"') } }),
    ],
    [
      'gates another stage',
      () => ({
        commit: {
          'plimsoll.yml': config('./policies/p.yml', 'target: harmless'),
          Dockerfile: `FROM base AS harmless\nUSER 1000\n${dockerfile}`,
        },
      }),
    ],
    [
      'gates another Dockerfile',
      () => ({
        commit: { 'plimsoll.yml': config('./policies/p.yml', 'dockerfile: Fake'), Fake: `${dockerfile}USER 1000\n` },
      }),
    ],
  ])('%s', async (_, tamper) => {
    expect(await judge(tamper())).toEqual({ exitStatus: 1, found: ['error'] });
  });

  test.each<[string, () => Tamper]>([
    ['deletes only what it extends', () => ({ commit: { 'policies/p.yml': null } })],
    ['breaks it', () => ({ commit: { 'plimsoll.yml': 'version: 9\n' } })],
    ['empties it', () => ({ commit: { 'plimsoll.yml': '' } })],
    ['makes it larger than is read', () => ({ commit: { 'plimsoll.yml': `${lax}# ${'x'.repeat(300_000)}\n` } })],
    ['fills it with aliases', () => ({ commit: { 'plimsoll.yml': `${lax}waivers: [&a {}, ${'*a, '.repeat(50)}]\n` } })],
    ['writes it in another encoding', () => ({ commit: { 'plimsoll.yml': Buffer.from(lax, 'utf16le') } })],
    ['makes it a folder', () => ({ commit: { 'plimsoll.yml': null, 'plimsoll.yml/x': lax } })],
    ['makes it a link out of the checkout', () => ({ commit: { 'plimsoll.yml': { link: '/etc/passwd' } } })],
    [
      'makes it a link to itself',
      () => ({
        by: ({ path }) => {
          rmSync(join(path, 'plimsoll.yml'));
          symlinkSync('plimsoll.yml', join(path, 'plimsoll.yml'));
        },
      }),
    ],
    [
      'makes the folder of the policy a submodule',
      () => ({
        by: ({ path }) => {
          rmSync(join(path, 'policies'), { recursive: true });
          clone.git('rm', '--quiet', '-r', '--cached', 'policies');
          clone.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},policies`);
        },
      }),
    ],
  ])('or there is none, never a pass, when it %s', async (_, tamper) => {
    await expect(judge(tamper())).rejects.toBeInstanceOf(UserError);
  });
});
