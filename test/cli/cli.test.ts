import { describe, expect, test } from 'vitest';
import { cli } from '../../src/cli/cli.ts';
import { explain } from '../../src/cli/explain.ts';
import type { World } from '../../src/cli/world.ts';
import { Interrupted, UserError } from '../../src/errors.ts';
import type { OpenImage } from '../../src/ports.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { anAudit, image as anAudited } from '../support/audits.ts';
import { aFinding, apiResult } from '../support/results.ts';
import { aCheckout, aWorkshop } from '../support/workshop.ts';

const { layers: _, ...facts } = anImage('app', [file('/app', 1000)]);
const image = (user: string): OpenImage =>
  anOpenImage({ ...facts, config: someConfig({ user, entrypoint: ['/app'] }) }, [file('/app', 1000)]);

/** A terminal that keeps what was printed, over files and images in memory. */
async function typed(
  argv: readonly string[],
  {
    files = {},
    images = {},
    built = {},
    open,
    signal = new AbortController().signal,
  }: {
    files?: Readonly<Record<string, string>>;
    images?: Readonly<Record<string, OpenImage>>;
    built?: Readonly<Record<string, OpenImage>>;
    open?: () => never;
    signal?: AbortSignal;
  } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, string>();
  const readings: unknown[] = [];
  // One rule: these tests are about the command line, and do not change when a preset does.
  const all = { 'plimsoll.yml': 'version: 1\npolicy:\n  rules:\n    non-root: error\n', ...files };
  const checkout = aCheckout(all);
  const workshop = aWorkshop({ files: all, images, built });
  const world: World = {
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    terminal: { isInteractive: false, columns: 100, colour: false },
    workingDir: '/checkout',
    signal,
    version: '1.2.3',
    seconds: () => 1_800_000_000,
    openCheckout: () => checkout,
    openRepository: async () => undefined,
    openWorkshop: async (_checkout, _progress, insecure, reading) => {
      readings.push({ insecure, ...reading });
      return open ? open() : workshop;
    },
    progress: () => ({ step: () => ({ update: () => {}, done: () => {} }), log: () => {} }),
    writeReport: async (path, text) => void written.set(path, text),
  };
  return {
    status: await cli(argv, world),
    stdout: out.join(''),
    stderr: err.join(''),
    written,
    builds: workshop.builds,
    readings,
  };
}

describe('how layers are read', () => {
  const images = { good: image('1000') };
  const flags = [
    '--source-mode',
    'stream',
    '--no-layer-cache',
    '--cache-dir',
    'kept',
    '--insecure-registry',
    'reg:5000',
  ];
  test.each([
    ['check', ['check', 'good']],
    ['inspect', ['inspect', 'good']],
    ['compare', ['compare', 'good', 'good']],
  ])('%s takes it from its flags', async (_name, argv) => {
    const { readings } = await typed([...argv, ...flags], { images });
    expect(readings).toEqual([{ insecure: ['reg:5000'], mode: 'stream', isCacheOff: true, folder: 'kept' }]);
    expect((await typed(argv, { images })).readings).toEqual([{ insecure: [], mode: 'auto', isCacheOff: false }]);
  });
});

describe('the exit status', () => {
  const images = { good: image('1000'), bad: image('') };
  test.each<[string, Error, AbortSignal | undefined, number]>([
    ['130: what breaks after the run was cancelled', new Error('aborted'), AbortSignal.abort(), 130],
    ['3: what breaks by itself', new Error('aborted'), undefined, 3],
    [
      '2: what the user must fix, also then',
      new UserError({ code: 'x', message: 'No.', hint: 'Yes.' }),
      AbortSignal.abort(),
      2,
    ],
  ])('%s', async (_name, error, signal, status) => {
    const open = (): never => {
      throw error;
    };
    const ended = await typed(['check', 'good'], { open, ...(signal && { signal }) });
    expect(ended.status).toBe(status);
    expect(ended.stderr.includes('bug')).toBe(status === 3);
  });

  test.each([
    ['0: the policy is met', ['check', 'good'], 0],
    ['1: the policy is not met', ['check', 'bad'], 1],
    ['0: it is not met, but only warned of', ['check', 'bad', '--warn-only'], 0],
    ['2: there is no such image', ['check', 'missing'], 2],
    ['2: there is no such option', ['check', 'good', '--tagret', 'x'], 2],
    ['2: there is no such command', ['chekc'], 2],
    ['2: an option has a value it cannot have', ['check', 'good', '--fail-on', 'never'], 2],
    ['2: one argument too many', ['check', 'good', 'bad'], 2],
    ['0: help', ['--help'], 0],
    ['2: no command at all', [], 2],
    ['0: help of a command', ['check', '--help'], 0],
    ['0: a measurement judges nothing', ['inspect', 'bad'], 0],
    ['0: a comparison judges nothing', ['compare', 'good', 'bad'], 0],
    ['2: a comparison with nothing', ['compare', 'good'], 2],
  ])('%s', async (_name, argv, status) => {
    expect((await typed(argv, { images })).status).toBe(status);
  });

  test.each([
    ['the command that was meant is named', 'chek', 'Did you mean `plimsoll check`?'],
    ['nothing is guessed where no command is near', 'nonsense', '`plimsoll --help` lists the commands'],
  ])('%s', async (_name, command, hint) => {
    expect((await typed([command], { images })).stderr).toContain(hint);
  });

  test.each([
    ['there is no such image', ['check', 'missing', '--format', 'json'], 'no image missing'],
    ['there is no such option', ['check', '--format=json', '--tagret', 'x'], 'no option --tagret'],
    ['there is no such command', ['chekc', '--format', 'json'], 'no command "chekc"'],
  ])('2, as JSON where that is asked for: %s', async (_name, argv, message) => {
    const { status, stdout, stderr } = await typed(argv);
    const document: unknown = JSON.parse(stdout);
    expect([status, document]).toMatchObject([
      2,
      { schemaVersion: 1, tool: { version: '1.2.3' }, outcome: 'error', exitStatus: 2, problems: [{}] },
    ]);
    expect([stdout.replaceAll('\\"', '"'), stderr]).toEqual([
      expect.stringContaining(message),
      expect.stringContaining(message),
    ]);
  });

  test.each([
    ['another format is asked for', ['check', 'missing', '--format', 'sarif'], undefined],
    ['the run is interrupted', ['check', 'good', '--format', 'json'], new Interrupted('stopped')],
    ['it meets a bug', ['check', 'good', '--format', 'json'], new TypeError('x is not a function')],
  ])('nothing on standard output where %s', async (_name, argv, error) => {
    const open = (): never => {
      throw error;
    };
    const { stdout, stderr } = await typed(argv, { images, ...(error && { open }) });
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/./)]);
  });

  test('3, with its stack, for a bug', async () => {
    const open = () => {
      throw new TypeError('x is not a function', { cause: new Error('below') });
    };
    const { status, stderr } = await typed(['check', 'good'], { images, open });
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(/bug in plimsoll[\s\S]*TypeError: x is not a function[\s\S]*Caused by: Error: below/),
    ]);
  });

  test('130 for an interrupted run', async () => {
    const open = () => {
      throw new Interrupted('stopped');
    };
    expect((await typed(['check', 'good'], { images, open })).status).toBe(130);
  });
});

describe('compare --noise', () => {
  const files = {
    'plimsoll.yml': `version: 1
images:
  api: { dockerfile: services/api/Dockerfile, target: runtime, build-args: { LEVEL: '2' } }
  web: { image: 'web:1' }
policy: { extends: OWNER/REPO/policy.yml@main }
`,
    'services/api/Dockerfile': 'FROM scratch AS runtime\n',
  };
  const noise = (argv: readonly string[], given: Readonly<Record<string, string>> = files) =>
    typed(['compare', '--noise', ...argv], { files: given, built: { runtime: image('') } });

  test(
    'builds an image of the configuration as it is configured, and reads no policy',
    { tags: 'thorough' },
    async () => {
      const { status, stdout, builds } = await noise(['--only', 'api']);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Both builds are the same to the byte.')]);
      const asked = {
        contextDir: '/checkout/services/api',
        target: 'runtime',
        buildArgs: { LEVEL: '2' },
        noCache: true,
      };
      expect(builds).toMatchObject([asked, asked]);
    },
  );

  test('reads the configuration that is named', async () => {
    const { stderr } = await noise(['--config', 'other.yml']);
    expect(stderr).toContain('There is no configuration file other.yml.');
  });

  test.each<[string, readonly string[], string]>([
    ['which of several is meant', [], 'compare --noise` builds one image twice, and 2 are configured.'],
    ['that nothing builds it', ['--only', 'web'], 'web:1 is neither a folder nor a Dockerfile'],
    ['that there is none of that name', ['--only', 'apy'], 'Did you mean `api`?'],
  ])('asks or says %s', async (_case, argv, words) => {
    const { status, stderr } = await noise(argv);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('names what is wrong with the configuration, with its place', async () => {
    const { stderr } = await noise([], { 'plimsoll.yml': 'version: 1\nimages:\n  api: { dockerfil: x }\n' });
    expect(stderr).toContain('plimsoll.yml:3:10: ');
  });

  test('of two images has no use for a configuration', async () => {
    const { status, stderr } = await typed(['compare', 'a', 'b', '--only', 'api'], { files });
    expect([status, stderr]).toEqual([2, expect.stringContaining('so only has no meaning there')]);
  });
});

describe('what is printed', () => {
  test('reports go to standard output and to the files asked for', async () => {
    const { stdout, written } = await typed(
      ['check', 'good', '--format', 'json', '--output', 'markdown=c.md', '--output', 'sarif=r.sarif'],
      { images: { good: image('1000') } },
    );
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, outcome: 'pass', images: [{ name: 'good' }] });
    expect([...written.keys()]).toEqual(['c.md', 'r.sarif']);
    expect(written.get('c.md')).toContain('### Plimsoll');
  });

  test('a stored audit is rendered again in every format of audits', { tags: 'thorough' }, async () => {
    const audit = anAudit({ outcome: 'fail', exitStatus: 1, images: [anAudited('app', { findings: [aFinding()] })] });
    const files = { '/checkout/audit.json': JSON.stringify(audit) };
    const outputs = ['markdown=a.md', 'html=a.html', 'sarif=a.sarif'].flatMap((output) => ['--output', output]);
    const { status, stdout, written } = await typed(['report', 'audit.json', ...outputs, '--csv', 'a.csv'], { files });
    expect(status).toBe(0);
    expect(stdout).toContain('Plimsoll audit failed: 1 image audited');
    expect([...written.keys()]).toEqual(['a.md', 'a.html', 'a.sarif', 'a.csv']);
    expect(written.get('a.csv')).toContain('app');
    const again = await typed(['report', 'audit.json', '--format', 'json'], { files });
    expect(JSON.parse(again.stdout)).toEqual(audit);
  });

  test.each([
    ['an audit in a format it does not have', 'audit.json', ['--format', 'junit'], 'An audit has no format junit.'],
    ['an audit that is none', 'broken.json', [], 'broken.json'],
    ['a check as CSV', 'check.json', ['--csv', 'a.csv'], 'only an audit is written as CSV'],
    ['no file', 'none.json', [], 'There is no report none.json.'],
    ['no JSON', 'text.json', [], 'text.json is not a report'],
  ])('refuses to render %s', async (_what, path, more, words) => {
    const files = {
      '/checkout/audit.json': JSON.stringify(anAudit({})),
      '/checkout/broken.json': '{"kind":"audit"}',
      '/checkout/check.json': JSON.stringify(apiResult),
      '/checkout/text.json': 'no JSON',
    };
    const { status, stderr } = await typed(['report', path, ...more], { files });
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('lists the files of an image in the HTML report alone', { tags: 'thorough' }, async () => {
    const { stdout, written } = await typed(['check', 'good', '--format', 'json', '--output', 'html=r.html'], {
      images: { good: image('1000') },
    });
    expect(written.get('r.html')).toContain('<script type="text/plain" class="files" data-layer="0">');
    expect(stdout).toBe(
      (await typed(['check', 'good', '--format', 'json'], { images: { good: image('1000') } })).stdout,
    );
  });

  test('a measurement as JSON has no verdict, findings or rules that were not run', async () => {
    const { stdout } = await typed(['inspect', 'good', '--format', 'json'], { images: { good: image('1000') } });
    const result: unknown = JSON.parse(stdout);
    expect(result).toMatchObject({
      images: [{ variants: [{ measurement: { unpackedBytes: 1000, visibleBytes: 1000, hiddenBytes: 0 } }] }],
    });
    expect(Object.keys(result as object)).toEqual(['schemaVersion', 'tool', 'images']);
  });

  test('problems name what, where, what was expected and what to do', async () => {
    const open = (): never => {
      throw new UserError({
        code: 'x',
        message: 'It is \u001b[31mwrong.',
        place: { file: 'f', line: 3, column: 4 },
        expected: 'right',
        got: 'wrong',
        hint: 'Mend it.',
      });
    };
    const { stderr } = await typed(['check', 'good'], { images: { good: image('') }, open });
    expect(stderr).toBe('f:3:4: It is \\u{1b}[31mwrong.\n  expected: right\n  got:      wrong\n  Mend it.\n');
  });

  test.each(['check', 'inspect', 'compare', 'dockerfile', 'policy', 'report'])(
    '%s --help names its usage',
    async (command) => {
      expect((await typed([command, '--help'])).stdout).toContain(`Usage: plimsoll ${command}`);
    },
  );

  test('the version', async () => {
    expect((await typed(['--version'])).stdout).toBe('1.2.3\n');
  });
});

describe('plimsoll policy', () => {
  const files = { 'plimsoll.yml': 'version: 1\npolicy:\n  extends: recommended\n  rules:\n    non-root: warning\n' };
  test('show tells where each line comes from', async () => {
    const { stdout } = await typed(['policy', 'show'], { files });
    expect(stdout).toMatch(/non-root\s+warning .*\[plimsoll\.yml:5/);
    expect(stdout).toContain('preset recommended');
  });

  test('explain knows every rule and guesses at a misspelt one', async () => {
    expect((await typed(['policy', 'explain', 'non-root'])).stdout).toContain('To pass:');
    expect((await typed(['policy', 'explain', 'non-rot'])).stderr).toContain('Did you mean non-root?');
  });

  test('explain tells options, and how the policy at hand has the rule', async () => {
    const { stdout } = await typed(['policy', 'explain', 'non-root'], { files });
    expect(stdout).toContain('    numeric-only (false): ');
    expect(stdout).toMatch(/Here: warning \{"min-uid":1,.*\}, from plimsoll\.yml:5; when it cannot run: warning\./);
    expect((await typed(['policy', 'explain', 'no-volumes'], { files })).stdout).toContain('Here: off;');
    const broken = await typed(['policy', 'explain', 'max-layers'], { files: { 'plimsoll.yml': 'version: 9' } });
    expect(broken.stdout).toContain('max (required): ');
    expect(broken.stdout).not.toContain('Here');
  });

  test('explain knows rules of one’s own, and guesses at them', async () => {
    const own = {
      'plimsoll.yml':
        'version: 1\npolicy:\n  custom:\n    - {id: no-debug-port, level: error, when: "true", message: It is so.}\n',
    };
    expect((await typed(['policy', 'explain', 'no-debug-port'], { files: own })).stdout).toMatch(
      /It is so\.[^]*Here: error .*from plimsoll\.yml:4/,
    );
    expect((await typed(['policy', 'explain', 'no-debug-prt'], { files: own })).stderr).toContain('no-debug-port?');
  });

  test('validate counts what is in force', async () => {
    expect((await typed(['policy', 'validate'], { files })).stdout).toMatch(
      /^The policy is sound: \d+ rules .*, 0 waivers, 1 image\./,
    );
  });
});

describe('an error', () => {
  test('shows the last lines of the program that failed, made harmless', () => {
    const problem = {
      code: 'build-failed',
      message: 'It failed.',
      output: ['one\u001b[31m', 'two'],
      hint: 'Correct it.',
    };
    expect(explain(new UserError(problem))).toBe('It failed.\n  | one\\u{1b}[31m\n  | two\n  Correct it.\n');
  });
});

describe('plimsoll dockerfile', () => {
  test('prints what was understood as JSON', async () => {
    const { stdout } = await typed(['dockerfile', 'Dockerfile', '--format', 'json'], {
      files: { Dockerfile: 'FROM a AS b\nRUN x\nFROM c\nCOPY --from=b /y /y\n' },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      singleStage: 0,
      stages: [{ name: 'b' }, { copiesFrom: [{ stage: 0 }] }],
    });
  });

  test('a mistake has its place', async () => {
    const { status, stderr } = await typed(['dockerfile', 'Dockerfile'], { files: { Dockerfile: 'FROM a\nRUNN x\n' } });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^Dockerfile:2/)]);
  });
});

describe('plimsoll report', () => {
  test('renders a stored result again', async () => {
    const { stdout: stored } = await typed(['check', 'bad', '--format', 'json'], { images: { bad: image('') } });
    const { status, stdout } = await typed(['report', '/checkout/r.json', '--format', 'markdown'], {
      files: { '/checkout/r.json': stored },
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('non-root')]);
  });
});
