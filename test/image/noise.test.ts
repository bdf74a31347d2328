import { expect, test } from 'vitest';
import { noiseCause, tallyNoise } from '../../src/image/noise.ts';
import { forEachShipped } from '../../src/image/shipped.ts';
import { squash } from '../../src/image/squash.ts';
import { file, layerOf, symlink, whiteout } from '../support/images.ts';

test.each([
  ['var/log/dpkg.log', 'logs'],
  ['var/log/apt/history.log', 'logs'],
  ['var/cache/ldconfig/aux-cache', 'loader-cache'],
  ['usr/lib/python3/dist-packages/__pycache__/x.cpython-311.pyc', 'python-bytecode'],
  ['var/lib/dpkg/status-old', 'package-manager'],
  ['var/cache/debconf/config.dat', 'package-manager'],
  ['var/lib/apt/lists/mirror.example_debian_dists_bookworm_InRelease', 'package-manager'],
  ['etc/shadow', 'account-files'],
  ['etc/passwd-', 'account-files'],
  ['etc/machine-id', 'host-identity'],
  ['etc/ssh/ssh_host_rsa_key', 'host-identity'],
  ['tmp/x', 'temporary-files'],
  ['var/lib/dpkg/status', undefined],
  ['var/logs/x', undefined],
  ['etc/passwd', undefined],
  ['usr/lib/python3/x.py', undefined],
  ['app/var/log/x', undefined],
  ['tmpfile', undefined],
  ['', undefined],
] as const)('%s differs from build to build by %s', (path, cause) => {
  expect(noiseCause(path)).toBe(cause);
});

test('noisy bytes are those of every such file that ships, hidden ones too', () => {
  const layers = [
    [file('var/log/a', 10), file('app/x', 500)],
    [whiteout('var/log/a'), file('var/log/b', 7), symlink('var/log/c', 'abc')],
  ];
  const squashed = squash(layers.map((records) => layerOf(...records)));
  const noise = tallyNoise(squashed);
  forEachShipped(squashed, noise.take);
  expect(noise.sum()).toBe(20);
});
