import { describe, expect, test } from 'vitest';
import { builderEnvironment, ProcessFailed, runProcess } from '../../src/adapters/process.ts';
import { Interrupted } from '../../src/errors.ts';

const never = new AbortController().signal;
const sh = (script: string, more: Partial<Parameters<typeof runProcess>[0]> = {}): Promise<string> =>
  runProcess({
    program: '/bin/sh',
    args: ['-c', script],
    environment: { PATH: '/usr/bin:/bin' },
    signal: never,
    ...more,
  });

describe('running a program', () => {
  test('the exit status decides, not stderr', async () => {
    expect(await sh('echo warning >&2; echo out')).toBe('out\n');
  });

  test('another status fails with the last words', async () => {
    const thrown: unknown = await sh('echo é wrong >&2; exit 3').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProcessFailed);
    expect(thrown).toMatchObject({ status: 3, stderr: 'é wrong\n', message: '/bin/sh ended with 3.' });
  });

  test('a program that is not there fails with its cause', async () => {
    await expect(sh('', { program: '/no/such' })).rejects.toMatchObject({
      message: '/no/such did not run.',
      cause: { code: 'ENOENT' },
    });
  });

  test('nothing of our environment is inherited', async () => {
    expect(await sh('env', { environment: { A: '1', B: undefined, PATH: '/usr/bin:/bin' } })).not.toMatch(/HOME=|^B=/m);
  });

  test('stderr comes while it runs', async () => {
    const seen: string[] = [];
    await sh('echo one >&2', { onStderr: (bytes) => seen.push(Buffer.from(bytes).toString()) });
    expect(seen.join('')).toBe('one\n');
  });

  test('cancelling ends it', async () => {
    const control = new AbortController();
    const running = sh('echo up >&2; exec sleep 30', { signal: control.signal, onStderr: () => control.abort() });
    await expect(running).rejects.toBeInstanceOf(Interrupted);
  });

  test('cancelled before it starts, it does not start', async () => {
    await expect(sh('exit 0', { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(Interrupted);
  });
});

test("a builder's environment holds no token of the runner", () => {
  const environment = {
    PATH: '/bin',
    GITHUB_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    'INPUT_GITHUB-TOKEN': 't',
    GITHUB_OUTPUT: 'f',
    DOCKER_HOST: 'h',
  };
  expect(builderEnvironment(environment)).toEqual({ PATH: '/bin', DOCKER_HOST: 'h' });
  expect(builderEnvironment(environment, ['GITHUB_TOKEN'])).toHaveProperty('GITHUB_TOKEN', 't');
});
