import { describe, expect, test } from 'vitest';
import { endOfScript, entryFile, readEntryScript } from '../../src/image/entry-script.ts';
import { squash } from '../../src/image/squash.ts';
import type { ImageConfig } from '../../src/result/measurement.ts';
import { file, layerOf, someConfig, symlink } from '../support/images.ts';

const { tree } = squash([
  layerOf(
    file('/bin/dash', 'ELF'),
    symlink('/bin/sh', 'dash'),
    file('/opt/bin/run', '#!/bin/sh\n'),
    file('/srv/go.sh', 'x'),
  ),
]);
const fileOf = (config: Partial<ImageConfig>): string | undefined => entryFile(tree, someConfig(config))?.path;

describe('the file that may be an entry script', () => {
  test.each<[string, Partial<ImageConfig>, string | undefined]>([
    ['of an absolute path', { entrypoint: ['/opt/bin/run', 'x'] }, 'opt/bin/run'],
    ['of a name in PATH', { cmd: ['run'], env: ['PATH=/bin:/opt/bin'] }, 'opt/bin/run'],
    ['of a path from the working directory', { cmd: ['./go.sh'], workingDir: '/srv' }, 'srv/go.sh'],
    ['given to a shell', { entrypoint: ['/bin/sh', '-e'], cmd: ['/srv/go.sh'] }, 'srv/go.sh'],
    ['that a link leads to', { cmd: ['/bin/sh'] }, undefined],
    ['of nothing to run', {}, undefined],
    ['of a script on the command line', { cmd: ['/bin/sh', '-c', '/srv/go.sh'] }, undefined],
    ['that is missing', { cmd: ['/nothing'] }, undefined],
  ])('%s', (_, config, expected) => {
    expect(fileOf(config)).toBe(expected);
  });
});

describe('a file is a script', () => {
  const node = tree.resolve('srv/go.sh');
  test.each([
    ['#!/bin/sh\necho', ['/srv/go.sh'], true],
    ['#! /usr/bin/env bash\necho', ['/srv/go.sh'], true],
    ['echo', ['sh', '/srv/go.sh'], true],
    ['#!/usr/bin/python3\nprint', ['/srv/go.sh'], false],
    ['\u007fELF', ['/srv/go.sh'], false],
  ])('%j run by %j', (text, entrypoint, expected) => {
    if (!node) throw new Error('There is no script.');
    const script = readEntryScript(node, Buffer.from(text), someConfig({ entrypoint }));
    expect(script).toEqual(expected ? { path: '/srv/go.sh', from: 'entrypoint', text } : undefined);
  });
});

describe('how a script ends', () => {
  test.each([
    ['exec "$@"'],
    ['set -e\nmigrate\nexec gosu app "$@" # as nobody\n\n# the end\n'],
    ['if [ "$1" = x ]; then\n  exec x\nelse\n  exec "$@"\nfi'],
    ['case "$1" in\n x) exec x ;;\n *) exec "$@" ;;\nesac'],
    ['migrate && exec app'],
    ['PORT=80 exec app \\\n  --flag'],
    ['main() {\n  exec "$@"\n}\nmain "$@"'],
    ["trap 'kill $child' TERM INT\napp &\nchild=$!\nwait $child"],
  ])('replaced: %j', (text) => {
    expect(endOfScript(`#!/bin/sh\n${text}`)).toEqual({ replaced: true });
  });

  test.each([
    ['npm start', 'npm start'],
    ['exec 3>&1\nnpm start', 'npm start'],
    ['if x; then\n  exec x\nfi\n"$@"', '"$@"'],
    ['migrate; app serve', 'app serve'],
    ['exec x &\nwait', 'wait'],
    ['trap - TERM\napp', 'app'],
    ['main() {\n  "$@"\n}\nmain "$@"', 'main "$@"'],
  ])('not replaced: %j', (text, last) => {
    expect(endOfScript(`#!/bin/sh\n${text}`)).toEqual({ replaced: false, last });
  });

  test('in linear time', () => {
    expect(endOfScript(`${'a;'.repeat(200_000)}\n${' '.repeat(200_000)}#`).replaced).toBe(false);
  });
});
