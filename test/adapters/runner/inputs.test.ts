import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readRun } from '../../../src/adapters/runner/environment.ts';
import { readInputs, unknownInputs } from '../../../src/adapters/runner/inputs.ts';

describe('inputs', () => {
  const env = {
    'INPUT_MAX-GROWTH': ' 10 MB ',
    INPUT_DOCKERFILE: '',
    INPUT_BUILD_ARGS: 'A=1\nB=2',
    INPUT_POLCY: 'x',
    PATH: '/bin',
  };

  test('are those given, trimmed; empty is not given', () => {
    const inputs = readInputs(env, ['max-growth', 'dockerfile', 'build args', 'absent']);
    expect([...inputs]).toEqual([
      ['max-growth', '10 MB'],
      ['build args', 'A=1\nB=2'],
    ]);
  });

  test('that the action does not have are told', () => {
    expect(unknownInputs(env, ['max-growth', 'dockerfile', 'build args'])).toEqual(['polcy']);
  });
});

describe('the run', () => {
  const env = { GITHUB_REPOSITORY: 'acme/api', GITHUB_RUN_ID: '17', GITHUB_RUN_ATTEMPT: '2' };

  test('of github.com needs no addresses', () => {
    expect(readRun(env)).toEqual({
      repository: 'acme/api',
      runId: 17,
      runAttempt: 2,
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
    });
  });

  test('of an Enterprise Server has its own addresses', () => {
    const run = readRun({
      ...env,
      GITHUB_API_URL: 'https://ghes.acme.example/api/v3/',
      GITHUB_SERVER_URL: 'https://ghes.acme.example',
    });
    expect([run.apiUrl, run.serverUrl]).toEqual(['https://ghes.acme.example/api/v3', 'https://ghes.acme.example']);
  });

  test.each([
    [{}, ['The variable GITHUB_REPOSITORY is not set.', 'The variable GITHUB_RUN_ID is not set.']],
    [{ ...env, GITHUB_REPOSITORY: 'acme/../x' }, ['The variable GITHUB_REPOSITORY is malformed.']],
    [{ ...env, GITHUB_REPOSITORY: 'acme/..' }, ['The variable GITHUB_REPOSITORY is malformed.']],
    [{ ...env, GITHUB_RUN_ID: '1e3' }, ['The variable GITHUB_RUN_ID is malformed.']],
    [{ ...env, GITHUB_RUN_ATTEMPT: '0' }, ['The variable GITHUB_RUN_ATTEMPT is malformed.']],
    [{ ...env, GITHUB_API_URL: 'file:///etc/passwd' }, ['The variable GITHUB_API_URL is malformed.']],
  ])('%j is refused', (variables, messages) => {
    const thrown = catchError(() => readRun(variables));
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown instanceof UserError && thrown.problems.map(({ message }) => message)).toEqual(messages);
  });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (thrown) {
    return thrown;
  }
}
