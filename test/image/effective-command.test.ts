import { describe, expect, test } from 'vitest';
import { effectiveCommand, shellCommand } from '../../src/image/effective-command.ts';
import { someConfig } from '../support/images.ts';

const shell = ['/bin/sh', '-c'];

describe('effectiveCommand', () => {
  // The table of Docker's reference, "Understand how CMD and ENTRYPOINT interact".
  test.for([
    ['nothing', undefined, undefined, [], undefined],
    ['ENTRYPOINT in shell form', [...shell, 'entry p1'], undefined, [...shell, 'entry p1'], '/bin/sh'],
    ['ENTRYPOINT in exec form', ['entry', 'p1'], undefined, ['entry', 'p1'], 'entry'],
    ['CMD in exec form', undefined, ['cmd', 'p1'], ['cmd', 'p1'], 'cmd'],
    ['CMD in shell form', undefined, [...shell, 'cmd p1'], [...shell, 'cmd p1'], '/bin/sh'],
    ['both in exec form', ['entry', 'p1'], ['cmd', 'p1'], ['entry', 'p1', 'cmd', 'p1'], 'entry'],
    ['ENTRYPOINT exec, CMD shell', ['entry'], [...shell, 'cmd p1'], ['entry', ...shell, 'cmd p1'], 'entry'],
    ['a shell that gets its script from CMD', shell, ['exec app'], [...shell, 'exec app'], 'app'],
    [
      'a shell that the script replaces',
      undefined,
      [...shell, 'exec "my app" --flag'],
      [...shell, 'exec "my app" --flag'],
      'my app',
    ],
  ] as const)('of %s', ([, entrypoint, cmd, argv, pid1]) => {
    const config = someConfig({
      ...(entrypoint && { entrypoint: [...entrypoint] }),
      ...(cmd && { cmd: [...cmd] }),
    });
    const command = effectiveCommand(config);
    expect(command.argv).toEqual(argv);
    expect(command.pid1).toBe(pid1);
  });

  test.for([
    ['neither is set', [], [], 'Nothing to run: neither ENTRYPOINT nor CMD is set.'],
    [
      'CMD is ignored',
      [...shell, 'entry'],
      ['x'],
      'ENTRYPOINT runs through a shell, which ignores CMD and arguments of `docker run`. The shell is process 1 and passes no signals on.',
    ],
    ['CMD is an argument', ['entry'], ['x'], 'ENTRYPOINT runs with CMD as its default arguments.'],
    ['CMD runs', [], ['x'], 'CMD runs; arguments of `docker run` replace it.'],
    [
      'the shell is replaced',
      [],
      [...shell, 'exec x'],
      'CMD runs through a shell that it replaces; arguments of `docker run` replace it.',
    ],
  ] as const)('explains that %s', ([, entrypoint, cmd, explanation]) => {
    expect(effectiveCommand(someConfig({ entrypoint: [...entrypoint], cmd: [...cmd] })).explanation).toBe(explanation);
  });
});

describe('shellCommand', () => {
  test.for([
    [['/bin/sh', '-c', 'x'], 'x'],
    [['bash', '-lc', 'x', 'a'], 'x'],
    [['/bin/bash', '-o', 'pipefail', '-c', 'x'], 'x'],
    [['/bin/bash', '-euo', 'pipefail', '-c', 'x'], 'x'],
    [['cmd', '/S', '/C', 'x'], 'x'],
    [['C:\\Windows\\PowerShell.exe', '-Command', 'x'], 'x'],
    [['/bin/sh', 'script.sh', '-c', 'x'], undefined],
    [['/bin/sh'], undefined],
    [['/bin/sh', '-c'], undefined],
    [['/usr/bin/env', 'sh', '-c', 'x'], undefined],
    [['fish-server', '-c', 'x'], undefined],
    [[], undefined],
  ] as const)('of %j is %j', ([argv, script]) => {
    expect(shellCommand(argv)?.script).toBe(script);
  });
});
