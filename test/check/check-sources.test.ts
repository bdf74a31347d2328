import { describe, expect, test } from 'vitest';
import { runGate } from '../../src/check/configured.ts';
import type { WeighedContext } from '../../src/dockerfile/context.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { defineSourceRule, type AnyRule } from '../../src/policy/rule.ts';
import type { Subject } from '../../src/policy/subject.ts';
import { checkResult } from '../../src/result/result.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { reportFormats } from '../../src/settings/inputs.ts';
import { render } from '../../src/reporters/registry.ts';
import { outputsOf } from '../../src/action/outputs.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aSubject } from '../support/rules.ts';
import { aWorkshop } from '../support/workshop.ts';
import { z } from 'zod';

const context: WeighedContext = {
  bytes: 7,
  files: 1,
  topFolders: [],
  ignoreFile: '/checkout/.dockerignore',
  heaps: [{ kind: 'secret', path: '.env', bytes: 7, files: 1, isGitIgnored: false }],
};

const config = (rest: string) => `version: 1\npolicy:\n  rules:\n${rest}`;

async function gate(files: Readonly<Record<string, string>>, inputs: RawInputs = {}) {
  const { layers: _, ...facts } = anImage('app', [file('/app', 10)]);
  const existing = anOpenImage({ ...facts, config: someConfig({ user: 'root' }) }, [file('/app', 10)]);
  const workshop = aWorkshop({ files, context, images: { existing } });
  const outcome = await runGate({
    checkout: workshop.checkout,
    folderName: 'app',
    inputs: { 'no-build': 'true', ...inputs },
    toolVersion: '1.2.3',
    openWorkshop: async () => workshop,
    beforeBuild: () => {
      throw new Error('Nothing is built.');
    },
  });
  return { workshop, result: outcome.result };
}

describe('a check that builds nothing', () => {
  const dockerfile = 'FROM debian\nADD a /a\nCOPY . .\n';
  const policy = config(
    '    no-add: warning\n    dockerignore: error\n    non-root: error\n    pinned-base-image: off\n',
  );

  test('runs the rules of the sources, lists the others, and says so', async () => {
    const { workshop, result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': policy });
    expect(checkResult.safeParse(result).error).toBeUndefined();
    expect({ builds: workshop.builds, opened: workshop.opened }).toEqual({ builds: [], opened: [] });
    expect(result).toMatchObject({ outcome: 'fail', exitStatus: 1 });
    const [image] = result.images;
    expect(image).toMatchObject({
      platform: 'linux/amd64',
      variants: [],
      notBuilt: 'The image was not built (--no-build).',
      notRun: [{ rule: 'non-root', level: 'error', reason: 'The image was not built (--no-build).', counts: 'pass' }],
    });
    expect(image?.findings.map(({ rule, location }) => [rule, location?.startLine])).toEqual([
      ['dockerignore', 3],
      ['no-add', 2],
    ]);
    expect(result.notices).toEqual([
      {
        level: 'warning',
        message: 'app was not built (--no-build): 1 rule that needs the image did not run.',
      },
    ]);
  });

  test.each([
    ['failure', 'fail'],
    ['warning', 'pass'],
    ['pass', 'pass'],
  ])('counts a rule without its image as the policy says: %s', async (counts, outcome) => {
    const plimsoll = config(`    non-root: [error, { when-not-run: ${counts} }]\n`);
    const { result } = await gate({ Dockerfile: 'FROM debian:12\n', 'plimsoll.yml': plimsoll });
    expect(result.images[0]?.notRun[0]?.counts).toBe(counts);
    expect(result.outcome).toBe(outcome);
  });

  test('is not failed by what a preset says of rules that could not run', async () => {
    const { result } = await gate({
      Dockerfile: 'FROM debian:12\n',
      'plimsoll.yml': 'version: 1\npolicy: { extends: strict }\n',
    });
    const counts = result.images[0]?.notRun
      .filter(({ reason }) => reason.includes('not built'))
      .map((one) => one.counts);
    expect(new Set(counts)).toEqual(new Set(['pass']));
  });

  test('looks into the context only when a rule asks', async () => {
    const { result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': config('    no-add: error\n') });
    expect(result.images[0]?.findings).toHaveLength(1);
    expect(result.notices).toEqual([]);
  });

  test('still checks an image that exists, without its variants that would be built', async () => {
    const plimsoll = `${policy}images: { app: { image: existing, variants: { other: { dockerfile: Dockerfile } } } }\n`;
    const { workshop, result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': plimsoll });
    expect(workshop.builds).toEqual([]);
    expect(result.images[0]?.variants.map(({ name }) => name)).toEqual(['image']);
  });

  test('refuses a Dockerfile that no builder would take', async () => {
    await expect(gate({ Dockerfile: 'FORM debian\n', 'plimsoll.yml': policy })).rejects.toThrow('FORM');
  });

  test.each(reportFormats)('is told as %s', async (format) => {
    const { result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': policy });
    const text = await render(format, result, { columns: 100, colour: false });
    expect(text).toContain('dockerignore');
    // Annotations tell findings only.
    expect(text.includes('not built')).toBe(format !== 'github');
  });

  test('is never green, also when nothing was found', async () => {
    const clean = {
      Dockerfile: 'FROM debian:12\n',
      'plimsoll.yml': config('    no-add: error\n    non-root: error\n'),
    };
    const { result } = await gate(clean);
    expect(result.outcome).toBe('pass');
    expect(await render('markdown', result, { columns: 100, colour: false })).toMatch(
      /^### Plimsoll · ⚠️ only the sources checked · `app` not built\n/,
    );
    expect(await render('table', result, { columns: 100, colour: false })).toMatch(
      /^Plimsoll ! only the sources checked\n/,
    );
  });

  test('leaves the numbers of a step empty: they are not known', async () => {
    const { result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': policy });
    const outputs = outputsOf(result, []);
    expect(['result', 'unpacked-bytes', 'layers', 'image-id', 'findings'].map((name) => outputs.get(name))).toEqual([
      'fail',
      '',
      '',
      '',
      2,
    ]);
  });
});

describe('of what an image will run', () => {
  const policy = config('    exec-form: error\n    effective-command: error\n    one-process: error\n');
  const judged = async (dockerfile: string, plimsoll = policy) => {
    const { result } = await gate({ Dockerfile: dockerfile, 'plimsoll.yml': plimsoll });
    const { findings = [], notRun = [] } = result.images[0] ?? {};
    return {
      findings: findings.map(({ rule, location }) => `${rule}:${location?.startLine}`),
      notRun: notRun.map(({ rule, counts }) => `${rule} ${counts}`).sort(),
      exitStatus: result.exitStatus,
    };
  };
  const shell = 'exec-form:';

  test.each([
    ['a shell', 'FROM a:1\nCMD npm start', [`${shell}2`], []],
    ['a shell that is replaced', 'FROM a:1\nENTRYPOINT exec /app', [], []],
    ['a program, which may be a script', 'FROM a:1\nENTRYPOINT ["/app"]', [], ['exec-form pass']],
    ['a program from scratch', 'FROM scratch\nCMD ["/app"]', [], ['exec-form pass']],
    ['nothing on scratch', 'FROM scratch\nUSER 1', ['effective-command:1'], ['exec-form pass']],
    ['what the base image runs', 'FROM a:1', [], ['effective-command pass', 'exec-form pass', 'one-process pass']],
    ['several of a kind', 'FROM a:1\nCMD ["/x"]\nCMD ["/y"]', ['effective-command:2'], ['exec-form pass']],
    ['a CMD that a shell ignores', 'FROM a:1\nENTRYPOINT exec /a\nCMD ["b"]', ['effective-command:3'], []],
    [
      'a CMD that a later stage drops',
      'FROM a:1 AS b\nCMD ["x"]\nFROM b\nENTRYPOINT ["/y"]',
      ['effective-command:4'],
      ['exec-form pass'],
    ],
    ['a supervisor', 'FROM a:1\nCMD ["/usr/bin/supervisord"]', ['one-process:2'], ['exec-form pass']],
  ])('a Dockerfile alone tells of %s', async (_, dockerfile, findings, notRun) => {
    expect(await judged(dockerfile)).toEqual({ findings, notRun, exitStatus: findings.length > 0 ? 1 : 0 });
  });

  test('what only the image would tell fails where the policy says so', async () => {
    const strict = config('    effective-command: [error, { when-not-run: failure }]\n');
    expect(await judged('FROM a:1', strict)).toEqual({
      findings: [],
      notRun: ['effective-command failure'],
      exitStatus: 1,
    });
  });
});

describe('a rule that says it needs no image', () => {
  const sourceRules = rules.filter(({ withoutImage }) => withoutImage === true);
  const given = aSubject({
    dockerfile: 'ARG V=1\nFROM debian:$V AS a\nADD x /x\nWORKDIR y\nFROM a\nRUN apt-get update\nCOPY . .',
  });

  /** Where nothing was built there is no evidence; any other look beyond the sources fails the test. */
  const evidence = new Set(['measurement', 'tree', 'hidden', 'entryScript']);
  const guarded = (subject: Subject): Subject =>
    new Proxy(subject, {
      get(target, name, receiver) {
        if (evidence.has(String(name))) return undefined;
        if (!['imageName', 'dockerfile', 'context'].includes(String(name)))
          throw new Error(`looked at ${String(name)}`);
        return Reflect.get(target, name, receiver);
      },
    });
  const run = (rule: AnyRule, options: unknown): unknown =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    [...rule.check(guarded({ ...given, context }), rule.options.parse(options) as never)];

  test('is one of these', () => {
    expect(sourceRules.map(({ id }) => id)).toEqual([
      'absolute-workdir',
      'allowed-base-images',
      'dockerignore',
      'max-context-size',
      'no-add',
      'no-latest-tag',
      'package-manager-hygiene',
      'pinned-base-image',
    ]);
  });

  test.each(sourceRules.map((rule) => [rule.id, rule] as const))('%s does without one', (id, rule) => {
    expect(() => run(rule, id === 'allowed-base-images' ? { allow: ['debian'] } : {})).not.toThrow();
  });

  test('would be caught', () => {
    const sneaky = defineSourceRule({
      id: 'sneaky',
      group: 'size',
      summary: '',
      why: '',
      howToPass: '',
      options: () => z.strictObject({}),
      *check(subject) {
        if (Reflect.get(subject, 'bodies') === undefined) yield { message: '' };
      },
    });
    expect(() => run(sneaky, {})).toThrow('looked at bodies');
  });
});
