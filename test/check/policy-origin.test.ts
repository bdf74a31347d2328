import { describe, expect, test } from 'vitest';
import { runGate } from '../../src/check/configured.ts';
import { UserError } from '../../src/errors.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { BaseRevision } from '../../src/repository-port.ts';
import { checkResult, type CheckResult } from '../../src/result/result.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';

const sha = 'b'.repeat(40);
const passwd = file('/etc/passwd', 'app:x:1000:1000::/:/bin/sh\nroot:x:0:0::/:/bin/sh\n');
const imageOf = (user: string, bytes = 10): OpenImage => {
  const layers = [[passwd], [file('/app', bytes)]];
  const { layers: _, ...facts } = anImage(JSON.stringify([user, bytes]), ...layers);
  return anOpenImage({ ...facts, config: someConfig({ user, entrypoint: ['/app'] }) }, ...layers);
};
const root = imageOf('');
const dockerfile = 'FROM base\nCOPY app /app\nENTRYPOINT ["/app"]\n';

type Files = Readonly<Record<string, string>>;

function aBase(files: Files, refused: Readonly<Record<string, string>> = {}): BaseRevision {
  return {
    sha,
    readText: async (path) => {
      const why = refused[path];
      if (why !== undefined) throw new UserError({ code: 'unreadable-revision-file', message: why, hint: 'x' });
      return files[path];
    },
  };
}

interface Change {
  readonly base: Files;
  readonly head: Files;
  readonly inputs?: RawInputs;
  readonly refused?: Readonly<Record<string, string>>;
  readonly built?: Readonly<Record<string, OpenImage>>;
  readonly images?: Readonly<Record<string, OpenImage>>;
}

async function judge({ base, head, inputs = {}, refused, built = { '': root }, images = {} }: Change) {
  const workshop = aWorkshop({ files: { Dockerfile: dockerfile, ...head }, built, images });
  const { result } = await runGate({
    checkout: workshop.checkout,
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    base: aBase({ Dockerfile: dockerfile, ...base }, refused),
    openWorkshop: async () => workshop,
  });
  return { result: checkResult.parse(result), workshop };
}

const policy = (level: string, more = ''): string =>
  `version: 1\n${more}policy:\n  extends: []\n  rules:\n    non-root: ${level}\n    max-layers: [warning, { max: 100 }]\n`;
const strict = policy('error');
const lax = policy('off');
const waiver = 'waivers:\n  - { rule: non-root, reason: known, owner: me, expires: 2027-01-01 }\n';
const messages = ({ notices }: CheckResult): string => notices.map(({ message }) => message).join('\n');

describe('a change cannot authorise itself', () => {
  test.each<readonly [string, Change]>([
    ['by turning the rule off', { base: { 'plimsoll.yml': strict }, head: { 'plimsoll.yml': lax } }],
    ['by a waiver of its own', { base: { 'plimsoll.yml': strict }, head: { 'plimsoll.yml': strict + waiver } }],
    ['by deleting the file', { base: { 'plimsoll.yml': strict.replace('max-layers', 'max-layers') }, head: {} }],
    [
      'by a file that is looked for first',
      { base: { 'plimsoll.yml': strict }, head: { 'plimsoll.yml': strict, '.github/plimsoll.yml': lax } },
    ],
    [
      'by naming a new file',
      {
        base: { 'plimsoll.yml': strict },
        head: { 'plimsoll.yml': strict, 'new.yml': lax },
        inputs: { config: 'new.yml' },
      },
    ],
    [
      'by naming the file by its absolute path',
      {
        base: { 'plimsoll.yml': strict },
        head: { '/checkout/plimsoll.yml': lax },
        inputs: { config: '/checkout/plimsoll.yml' },
      },
    ],
    [
      'by the policy it extends',
      {
        base: { 'plimsoll.yml': 'version: 1\npolicy: { extends: ./p.yml }\n', 'p.yml': strict },
        head: { 'plimsoll.yml': 'version: 1\npolicy: { extends: ./p.yml }\n', 'p.yml': lax },
      },
    ],
    [
      'by a policy named as an input',
      { base: { 'p.yml': strict }, head: { 'p.yml': lax }, inputs: { policy: './p.yml' } },
    ],
    [
      'by taking the image off the list',
      {
        base: { 'plimsoll.yml': policy('error', 'images: { api: { context: . } }\n') },
        head: { 'plimsoll.yml': policy('error', 'images: { other: { image: "harmless:1" } }\n') },
        images: { 'harmless:1': imageOf('app') },
      },
    ],
    [
      'by another Dockerfile for the image',
      {
        base: { 'plimsoll.yml': policy('error', 'images: { api: { context: . } }\n') },
        head: {
          'plimsoll.yml': policy('error', 'images: { api: { dockerfile: Dockerfile.fake } }\n'),
          'Dockerfile.fake': dockerfile,
        },
      },
    ],
  ])('%s', async (_, change) => {
    const { result } = await judge(change);
    expect([result.outcome, result.exitStatus]).toEqual(['fail', 1]);
    expect(result.images[0]?.findings.map(({ rule, waiver: by }) => [rule, by])).toContainEqual(['non-root', null]);
  });

  test('and cannot be failed by what it only proposes', async () => {
    const { result } = await judge({ base: { 'plimsoll.yml': lax }, head: { 'plimsoll.yml': strict } });
    expect([result.outcome, result.proposed?.outcome]).toEqual(['pass', 'fail']);
    expect(messages(result)).toContain('With the proposed policy: fail, error non-root of app.');
    expect(messages(result)).toContain(`The outcome, pass, follows the base revision ${sha.slice(0, 12)}.`);
  });
});

describe('the proposal', () => {
  test('is judged beside what counts, and nothing is built twice for it', async () => {
    const { result, workshop } = await judge({
      base: { 'plimsoll.yml': strict },
      head: { 'plimsoll.yml': strict + waiver },
    });
    expect(result.proposed?.outcome).toBe('pass');
    expect(result.proposed?.images.map(({ name, findings }) => [name, findings[0]?.waiver?.owner])).toEqual([
      ['app', 'me'],
    ]);
    expect(result.proposed?.policy.digest).not.toBe(result.policy.digest);
    expect(workshop.builds).toHaveLength(1);
    expect(workshop.opened.filter((name) => name.startsWith('built:'))).toHaveLength(1);
  });

  test('is absent when only the wording of the file changes', async () => {
    const { result } = await judge({ base: { 'plimsoll.yml': strict }, head: { 'plimsoll.yml': `# new\n${strict}` } });
    expect([result.proposed, result.notices]).toEqual([undefined, []]);
  });

  test('that cannot be read is an error', async () => {
    const change = { base: { 'plimsoll.yml': strict }, head: { 'plimsoll.yml': 'version: 9\n' } };
    await expect(judge(change)).rejects.toThrow('version');
  });

  test('of another setting is built for itself', async () => {
    const images = (target: string): string =>
      policy('error', `images: { api: { context: ., build-args: { V: "${target}" } } }\n`);
    const { result, workshop } = await judge({
      base: { 'plimsoll.yml': images('1') },
      head: { 'plimsoll.yml': images('2') },
    });
    expect(workshop.builds.map(({ buildArgs }) => buildArgs)).toEqual([{ V: '1' }, { V: '2' }]);
    expect(messages(result)).toContain('sets build-args of the image api anew; it is checked as the base has it.');
  });
});

describe('one image of several', () => {
  const images = (...names: readonly string[]): string =>
    policy('off', `images: { ${names.map((name) => `${name}: { context: . }`).join(', ')} }\n`);
  const change = { base: { 'plimsoll.yml': images('api', 'old') }, head: { 'plimsoll.yml': images('api', 'new') } };
  const chosen = async (only: string) => (await judge({ ...change, inputs: { only } })).result;

  test.each([
    ['that is on both sides', 'api', []],
    ['that is new', 'new', ['The image new is new in this change.']],
    [
      'that is taken away',
      'old',
      [
        'This change takes the image old off the list of images; as it can still be made, it is checked this once more.',
      ],
    ],
  ])('%s is checked alone, and nothing is said of the others', async (_, only, told) => {
    const result = await chosen(only);
    expect(result.images.map(({ name }) => name)).toEqual([only]);
    expect(
      result.notices.filter(({ message }) => !message.startsWith('This change also')).map(({ message }) => message),
    ).toEqual(told);
  });

  test('that neither side has is misspelt', async () => {
    await expect(chosen('apl')).rejects.toThrow('apl');
  });

  test('says nothing of a waiver that is for another', async () => {
    const text = `${images('api', 'new')}${waiver}`;
    const { result } = await judge({
      base: { 'plimsoll.yml': text },
      head: { 'plimsoll.yml': text },
      inputs: { only: 'api' },
    });
    expect(result.notices).toEqual([]);
  });
});

describe('sources', () => {
  test('name the revision they were read at', async () => {
    const { result } = await judge({
      base: { 'plimsoll.yml': 'version: 1\npolicy: { extends: [recommended, ./p.yml] }\n', 'p.yml': lax },
      head: { 'plimsoll.yml': 'version: 1\npolicy: { extends: [recommended, ./p.yml] }\n', 'p.yml': lax },
    });
    expect(result.policy.sources).toEqual(['preset recommended', `p.yml@${sha}`, `plimsoll.yml@${sha}`]);
  });
});

test('a configuration outside the checkout is the operator’s, and counts as it is', async () => {
  const change = { base: { 'plimsoll.yml': lax }, head: { '/etc/gate.yml': strict, 'plimsoll.yml': lax } };
  const { result } = await judge({ ...change, inputs: { config: '/etc/gate.yml' } });
  expect([result.outcome, result.policy.sources, result.notices]).toEqual(['fail', ['/etc/gate.yml'], []]);
});

describe('a base without a policy', () => {
  test("leaves the change's own, which is said to be new", async () => {
    const { result } = await judge({ base: {}, head: { 'plimsoll.yml': lax } });
    expect([result.outcome, result.proposed]).toEqual(['pass', undefined]);
    expect(messages(result)).toBe(
      `The policy is new: the base revision ${sha} has none, so this change is judged by its own, plimsoll.yml.`,
    );
  });

  test('and a change without one: the default, and nothing to say', async () => {
    const { result } = await judge({ base: {}, head: {}, built: { '': imageOf('app') } });
    expect(messages(result)).not.toContain('new');
  });
});

describe('a broken policy on the base is an error, never "no policy"', () => {
  test.each<readonly [string, Change, string]>([
    ['invalid', { base: { 'plimsoll.yml': 'version: 9\n' }, head: { 'plimsoll.yml': lax } }, 'On the base revision'],
    [
      'a symbolic link',
      { base: {}, head: { 'plimsoll.yml': lax }, refused: { '.github/plimsoll.yml': 'is a symbolic link' } },
      `On the base revision ${sha}: is a symbolic link`,
    ],
    [
      'too large, of what it extends',
      {
        base: { 'plimsoll.yml': 'version: 1\npolicy: { extends: ./p.yml }\n' },
        head: { 'plimsoll.yml': lax },
        refused: { 'p.yml': 'It has 999999 bytes' },
      },
      'It has 999999 bytes',
    ],
    [
      'gone, of what it extends',
      {
        base: { 'plimsoll.yml': 'version: 1\npolicy: { extends: ./p.yml }\n' },
        head: { 'plimsoll.yml': lax, 'p.yml': lax },
      },
      'There is no policy file p.yml.',
    ],
  ])('%s', async (_, change, message) => {
    await expect(judge(change)).rejects.toThrow(message);
  });
});

describe('images', () => {
  const images = (names: string): string => policy('error', `images: ${names}\n`);

  test('that are taken off with their Dockerfile are told and not checked', async () => {
    const { result } = await judge({
      base: { 'plimsoll.yml': images('{ api: { context: . }, old: { context: old } }') },
      head: { 'plimsoll.yml': images('{ api: { context: . } }') },
    });
    expect(result.images.map(({ name }) => name)).toEqual(['api']);
    expect(messages(result)).toContain('takes the image old off the list of images; what it was made from is gone');
  });

  test('that are new are checked by the policy of the base', async () => {
    const { result } = await judge({
      base: { 'plimsoll.yml': images('{ api: { context: . } }') },
      head: { 'plimsoll.yml': lax.replace('policy:', 'images: { api: { context: . }, web: { context: . } }\npolicy:') },
    });
    expect(result.images.map(({ name, findings }) => [name, findings.map(({ rule }) => rule)])).toEqual([
      ['api', ['non-root']],
      ['web', ['non-root']],
    ]);
  });

  test('whose Dockerfile moved are checked where it is now', async () => {
    const { result } = await judge({
      base: { 'plimsoll.yml': images('{ api: { dockerfile: docker/Dockerfile } }') },
      head: { 'plimsoll.yml': images('{ api: { context: . } }') },
    });
    expect(result.outcome).toBe('fail');
    expect(messages(result)).toContain('what the base names is gone, so it is checked as this change has it.');
  });
});

describe('a waiver in the Dockerfile', () => {
  const comment = '# plimsoll ignore=no-add reason="a remote archive" expires=2027-01-01';
  const adding = (lines: string): string => `FROM base\n${lines}\nUSER app\nENTRYPOINT ["/app"]\n`;
  const rule = 'version: 1\npolicy:\n  extends: []\n  rules:\n    no-add: error\n';
  const built = { '': imageOf('app') };
  const findings = async (base: string | undefined, head: string) => {
    const files = { 'plimsoll.yml': rule };
    const change = {
      base: { ...files, ...(base !== undefined && { Dockerfile: base }) },
      head: { ...files, Dockerfile: head },
      built,
    };
    const { result } = await judge(change);
    return [result.outcome, result.images[0]?.findings.map(({ waiver: by }) => by?.place ?? null), messages(result)];
  };

  test('counts where it is on the base above the same instruction', async () => {
    const text = adding(`${comment}\nADD app /app`);
    expect(await findings(text, text)).toEqual(['pass', ['Dockerfile:2'], '']);
  });

  test.each([
    ['comes with the change', adding('ADD app /app'), adding(`${comment}\nADD app /app`)],
    [
      'is copied to a second instruction',
      adding(`${comment}\nADD app /app`),
      adding(`${comment}\nADD app /app\n${comment}\nADD b /b`),
    ],
    [
      'stood above another kind of instruction',
      adding(`${comment}\nRUN x\nADD app /app`),
      adding(`RUN x\n${comment}\nADD app /app`),
    ],
    [
      'stands inside an instruction',
      adding(`RUN a \\\n${comment}\n b\nADD app /app`),
      adding(`RUN a \\\n${comment}\n b\nADD app /app`),
    ],
  ])('that %s does not count', async (_, base, head) => {
    const [outcome, waivers] = await findings(base, head);
    expect([outcome, (waivers as readonly unknown[]).at(-1)]).toEqual(['fail', null]);
  });

  test('that comes with the change is told, and counts in the proposal only', async () => {
    const [, , said] = await findings(adding('ADD app /app'), adding(`${comment}\nADD app /app`));
    expect(said).toContain('The waiver of no-add at Dockerfile:2 comes with this change');
  });

  test('outside of pull requests counts as it stands', async () => {
    const files = { 'plimsoll.yml': rule, Dockerfile: adding(`${comment}\nADD app /app`) };
    const workshop = aWorkshop({ files, built });
    const request = { checkout: workshop.checkout, folderName: 'app', inputs: {}, toolVersion: '1' };
    const { result } = await runGate({ ...request, openWorkshop: async () => workshop });
    expect(result.outcome).toBe('pass');
  });

  test.each([
    ['# plimsoll ignore=no-add', 'This comment is no waiver.'],
    ['# plimsoll: ignore no-add', 'This comment is no waiver.'],
    ['# plimsoll ignore=no-add reason="x" expires=2027-02-30', 'This comment is no waiver.'],
    ['# plimsoll ignore=no-ad reason="x" expires=2027-01-01', 'There is no rule "no-ad".'],
  ])('%s is refused', async (text, message) => {
    await expect(findings(undefined, adding(`${text}\nADD app /app`))).rejects.toThrow(message);
  });
});
