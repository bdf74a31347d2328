import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { discreetBuilder } from '../../src/adapters/discreet-builder.ts';
import { Interrupted, UserError } from '../../src/errors.ts';
import type { Builder, BuildRequest } from '../../src/ports.ts';
import { buildRequest } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-discreet-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'key'), 'canary-of-a-File-1\n');
const auth = Buffer.from('bot:canary-of-a-Registry-2').toString('base64');
writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { 'reg.example': { auth } } }));

const canaries = {
  argument: 'canary-of-an-Argument-3',
  variable: 'canary-of-a-Variable-4',
  secret: 'canary-of-a-Secret-5',
  file: 'canary-of-a-File-1',
  registry: 'canary-of-a-Registry-2',
  innocent: 'q8Zt4LmX7vKc2Rw9',
};
const environment = {
  GITHUB_TOKEN: canaries.variable,
  GITHUB_ACTOR: 'somebody-Known-7',
  INNOCENT: canaries.secret,
  DOCKER_CONFIG: folder,
};
const request: BuildRequest = buildRequest(folder, {
  buildArgs: { NPM_TOKEN: canaries.argument, VERSION: 'not-a-Secret-6', SETTING: canaries.innocent, PIN_TOKEN: 'pa55' },
  secrets: ['id=one,env=INNOCENT', 'id=two,src=key', 'id=three,src=missing'],
});
const everything = [...Object.values(canaries), auth, 'not-a-Secret-6', 'somebody-Known-7'].join(' ');
const leaked = (text: string) => [...Object.values(canaries), auth].filter((canary) => text.includes(canary));

async function build(
  of: (progress: Parameters<Parameters<typeof discreetBuilder>[2]>[0]) => Promise<never> | ReturnType<Builder['build']>,
) {
  const progress = recordedProgress();
  const builder = discreetBuilder(environment, progress, async (shown) => ({ build: () => of(shown) }));
  const thrown = await builder.build(request, new AbortController().signal).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { thrown, said: JSON.stringify(progress) };
}

describe('a build tells no secret', () => {
  test('in its steps and its log', async () => {
    const { said } = await build(async (progress) => {
      const step = progress.step(`RUN echo ${everything}`);
      step.update(everything);
      progress.log(everything);
      step.done(everything);
      return { reference: 'built' };
    });
    expect(leaked(said)).toEqual([]);
    expect(said).toContain('not-a-Secret-6 somebody-Known-7');
  });

  test('that it breaks into lines, each of which is logged by itself', async () => {
    const lines =
      Buffer.from(canaries.argument.repeat(3))
        .toString('base64')
        .match(/.{1,20}/g) ?? [];
    const { said } = await build(async (progress) => {
      for (const line of lines) progress.log(`${line}\n`);
      return { reference: 'built' };
    });
    expect(lines.filter((line) => said.includes(line))).toEqual([]);
  });

  test('that is short, when it was given for one', async () => {
    const { said } = await build(async (progress) => {
      progress.log('login pa55\n');
      return { reference: 'built' };
    });
    expect(said).toContain('login (4 characters, not shown)');
  });

  test('when it fails', async () => {
    const problem = {
      code: 'build-failed',
      message: everything,
      expected: everything,
      got: everything,
      hint: everything,
    };
    const { thrown } = await build(() => Promise.reject(new UserError({ ...problem, output: [everything] })));
    const { message, problems } = thrown as UserError;
    expect(leaked(message + JSON.stringify(problems))).toEqual([]);
    expect(problems).toMatchObject([{ code: 'build-failed', message: expect.stringContaining('not-a-Secret-6') }]);
  });

  test('when there is a bug, in its stack and its causes', async () => {
    const bug = new TypeError(everything, { cause: new Error(everything, { cause: 'unknown' }) });
    const { thrown } = await build(() => Promise.reject(bug));
    expect(thrown).toBeInstanceOf(TypeError);
    const { message, stack, cause } = thrown as Error & { cause: Error };
    expect(leaked([message, stack, cause.message, cause.stack].join('\n'))).toEqual([]);
    expect(stack).toContain('discreet-builder.test.ts');
  });

  test('and an interruption stays one', async () => {
    expect((await build(() => Promise.reject(new Interrupted('stopped')))).thrown).toBeInstanceOf(Interrupted);
  });
});
