import { describe, expect, test } from 'vitest';
import { workflowFor } from '../../src/init/configuration.ts';
import { begin } from '../../src/init/init.ts';
import { anImage, anOpenImage, directory, file, someConfig } from '../support/images.ts';
import { settingsOf } from '../support/settings.ts';
import { aCheckout, aWorkshop } from '../support/workshop.ts';
import { UserError } from '../../src/errors.ts';

const plain = 'FROM scratch\nCOPY x /bin/x\n';
const records = [directory('bin'), file('bin/x', 1_500_000, { mode: 0o755 })];
const imageOf = (user: string) =>
  anOpenImage({ ...anImage('app', records), config: someConfig({ user, cmd: ['/bin/x'] }) }, records);
const built = (user: string) => ({ '': imageOf(user), prod: imageOf(user) });
const beginning = (files: Readonly<Record<string, string>>, user = '1000') => {
  const checkout = aCheckout(files);
  const openWorkshop = async () => aWorkshop({ files, built: built(user) });
  return begin(Object.keys(files), { checkout, folderName: 'shop', inputs: {}, toolVersion: '1', openWorkshop });
};
const codeOf = async (files: Readonly<Record<string, string>>) => {
  const thrown = await beginning(files).catch((error: unknown) => error);
  return thrown instanceof UserError ? thrown.problems[0]?.code : thrown;
};

describe('a first configuration', () => {
  test('names what ships, as it is built, and takes the numbers of today', { tags: 'thorough' }, async () => {
    const { files, found } = await beginning({
      'api/Dockerfile': 'FROM scratch\nCOPY x /bin/x\n',
      'compose.yaml': 'services: { api: { build: { context: ., dockerfile: api/Dockerfile, args: { V: "1" } } } }',
      'test/Dockerfile': 'FROM scratch\n',
    });
    expect(found.images).toEqual([
      {
        name: 'api',
        dockerfile: 'api/Dockerfile',
        context: '.',
        args: { V: '1' },
        because: 'compose.yaml, service api',
      },
    ]);
    expect(found.leftOut).toEqual(['test/Dockerfile: tests, examples and the like do not ship']);
    expect(files.map(({ path }) => path)).toEqual(['.github/plimsoll.yml', '.github/workflows/plimsoll.yml']);
    expect(files[0]?.text).toMatch(/^# yaml-language-server: \$schema=https:\S+\/v0\/policies\/policy\.schema\.json\n/);
    const { settings } = await settingsOf(files[0]?.text);
    expect(settings.images).toMatchObject([
      { name: 'api', dockerfile: 'api/Dockerfile', context: '.', buildArgs: { V: '1' } },
    ]);
    const options = settings.policy.uses.map(({ rule, level, options: chosen }) => [rule.id, level, chosen]);
    expect(options).toContainEqual(['max-unpacked-size', 'error', { max: 1_700_000, ratchet: true, slack: 100_000 }]);
    expect(options).toContainEqual(['max-layers', 'error', expect.objectContaining({ ratchet: true })]);
    expect(options).toContainEqual(['non-root', 'error', expect.anything()]);
  });

  test('takes over what other tools were told to leave alone, and says what it could not', async () => {
    const { files, notCarried } = await beginning(
      {
        Dockerfile: 'FROM scratch\nCOPY x /bin/x\n',
        '.hadolint.yaml': 'ignored: [DL3002, DL3008]\ntrustedRegistries: [docker.io]\n',
        '.trivyignore': 'CVE-2024-1\n',
      },
      'root',
    );
    expect(files[0]?.text).toContain('    # .hadolint.yaml ignores DL3002\n    non-root: off\n');
    const { settings } = await settingsOf(files[0]?.text);
    const uses = new Map(settings.policy.uses.map(({ rule, level, options }) => [rule.id, [level, options]]));
    expect(uses.has('non-root')).toBe(false);
    expect(uses.get('allowed-base-images')).toMatchObject(['warning', { allow: ['scratch', 'docker.io/**'] }]);
    expect(notCarried).toEqual([
      '.hadolint.yaml: DL3008 has no equivalent.',
      '.trivyignore: CVE-2024-1 is a vulnerability, and none are looked for.',
    ]);
  });

  test('what fails today warns, and says why', async () => {
    const { files, choices } = await beginning({ Dockerfile: 'FROM scratch\nCOPY x /bin/x\n' }, 'root');
    expect(choices).toContainEqual({
      rule: 'non-root',
      setting: expect.anything(),
      why: 'one finding today; make it an error when there is none',
    });
    const { settings } = await settingsOf(files[0]?.text);
    expect(settings.policy.uses.find(({ rule }) => rule.id === 'non-root')?.level).toBe('warning');
  });

  test('a workflow that is there stays', async () => {
    const { files } = await beginning({
      Dockerfile: 'FROM scratch\nCOPY x /bin/x\n',
      '.github/workflows/plimsoll.yml': 'mine',
    });
    expect(files.map(({ path }) => path)).toEqual(['.github/plimsoll.yml']);
  });

  test('nothing is written over a configuration, nor for nothing', async () => {
    expect(await codeOf({ Dockerfile: 'FROM scratch\n', 'plimsoll.yml': 'version: 1' })).toBe('config-exists');
    expect(await codeOf({ 'README.md': '' })).toBe('no-dockerfile');
  });

  test('nor one beside a workflow that uses the gate already', async () => {
    const ci = 'jobs: { a: { steps: [{ uses: plimsoll/plimsoll@v0 }] } }';
    const { files, found } = await beginning({ Dockerfile: plain, '.github/workflows/ci.yml': ci });
    expect(files.map(({ path }) => path)).toEqual(['.github/plimsoll.yml']);
    expect(found.workflows.gating).toEqual(['.github/workflows/ci.yml']);
  });

  test('an image that cannot be checked is left out and named; where none can, that is the end', async () => {
    const broken = { 'web/Dockerfile': 'FROM scratch\nCOPY\n' };
    const { files, found } = await beginning({ 'api/Dockerfile': plain, ...broken });
    expect(found.images.map(({ name }) => name)).toEqual(['api']);
    expect(found.leftOut).toEqual([expect.stringMatching(/^web\/Dockerfile: COPY/)]);
    expect(files[0]?.text).not.toContain('web');
    expect(await codeOf(broken)).toMatch(/^dockerfile-/);
  });

  test('builds as what ships is built, not what is developed with', async () => {
    const { found } = await beginning({
      'app/Dockerfile': 'FROM scratch AS dev\nFROM scratch AS prod\nCOPY x /bin/x\n',
      'docker-bake.hcl': 'target "app" {\n  context = "app"\n  target = "prod"\n}\n',
      'docker-compose.yml': 'services: { app: { build: { context: app, target: dev } } }',
    });
    expect(found.images).toMatchObject([{ target: 'prod', because: 'docker-bake.hcl, target app' }]);
  });

  test('names files it could not read', async () => {
    const { found } = await beginning({ Dockerfile: plain, 'compose.yaml': 'services: [' });
    expect(found.leftOut).toEqual([expect.stringMatching(/^compose\.yaml: /)]);
  });

  test('names workflows that build images', async () => {
    const ci = 'jobs: { a: { steps: [{ run: docker build . }] } }';
    const { found } = await beginning({ Dockerfile: plain, '.github/workflows/ci.yml': ci });
    expect(found.workflows.building).toEqual(['.github/workflows/ci.yml']);
  });

  test('what is recorded is that of the default branch, where the clone knows it', async () => {
    const branchesOf = async (more: Readonly<Record<string, string>>) =>
      /branches: .*/.exec((await beginning({ Dockerfile: plain, ...more })).files[1]?.text ?? '')?.[0];
    const head = 'ref: refs/remotes/origin/trunk\n';
    expect(await branchesOf({ '.git/refs/remotes/origin/HEAD': head })).toBe('branches: [trunk]');
    expect(await branchesOf({})).toBe('branches: [main, master]');
  });

  test('many images get a job each, few share one', () => {
    expect(workflowFor(3, ['main'])).not.toContain('gate.yml');
    expect(workflowFor(4, ['main'])).toContain('uses: plimsoll/plimsoll/.github/workflows/gate.yml@v0');
  });

  test('two of one name are named by their paths', async () => {
    const { found } = await beginning({
      'a/web/Dockerfile': 'FROM scratch\nCOPY x /bin/x\n',
      'b/web/Dockerfile': 'FROM scratch\nCOPY x /bin/x\n',
    });
    expect(found.images.map(({ name }) => name)).toEqual(['a-web-Dockerfile', 'b-web-Dockerfile']);
  });
});
