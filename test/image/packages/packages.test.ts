import { describe, expect, test } from 'vitest';
import { isPackageDatabase, listPackages, packageDatabases } from '../../../src/image/packages/packages.ts';
import { ownRecords, packageOwners } from '../../../src/image/packages/owners.ts';
import { readTable } from '../../../src/image/packages/sqlite.ts';
import { squash } from '../../../src/image/squash.ts';
import { file, layerOf, symlink, whiteout } from '../../support/images.ts';
import type { LayerRecord } from '../../support/images.ts';
import { rpmDatabase } from './rpmdb.ts';

function image(bodies: Readonly<Record<string, string | Uint8Array>>, ...layers: readonly (readonly LayerRecord[])[]) {
  const databases = Object.entries(bodies).map(([path, body]) => file(path, Buffer.byteLength(body)));
  const squashed = squash([databases, ...layers].map((records) => layerOf(...records)));
  const read = new Map(Object.entries(bodies).map(([path, body]) => [path, Buffer.from(body)] as const));
  return { squashed, tree: squashed.tree, listing: listPackages(squashed.tree, read) };
}

const status = `Package: bash
Status: install ok installed
Architecture: amd64
Version: 5.2.15-2
Description: a shell
 Package: not-a-package
 .

Package: gone
Status: deinstall ok config-files
Version: 1

Package: libc6
Status: install ok installed
Architecture: amd64
Version: 2.36-9
`;

test('a database is told by its path as by the tree', () => {
  const paths = [
    'lib/apk/db/installed',
    'usr/lib/apk/db/installed',
    'usr/lib/sysimage/rpm/rpmdb.sqlite',
    'var/lib/dpkg/diversions',
    'var/lib/dpkg/info/a.list',
    'var/lib/dpkg/status',
    'var/lib/dpkg/status.d/a',
    'var/lib/rpm/rpmdb.sqlite',
  ];
  const none = [
    'var/lib/dpkg/diversions-old',
    'var/lib/dpkg/info/a.md5sums',
    'var/lib/dpkg/info/a/b.list',
    'var/lib/dpkg/status-old',
    'etc/passwd',
  ];
  const { tree } = squash([layerOf(...[...paths, ...none].map((path) => file(path, 1)))]);
  expect(
    packageDatabases(tree)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(paths);
  expect([...paths, ...none].filter(isPackageDatabase)).toEqual(paths);
});

describe('listPackages', () => {
  test('reads dpkg: what is installed, with its list, by architecture where there are several', () => {
    const { listing } = image({
      'var/lib/dpkg/status': status,
      'var/lib/dpkg/info/bash.list': '/.\n/bin\n/bin/bash\n',
      'var/lib/dpkg/info/libc6:amd64.list': '/.\n/lib/libc.so.6\n',
    });
    expect(listing).toEqual({
      packages: [
        { manager: 'dpkg', name: 'bash', version: '5.2.15-2', architecture: 'amd64', files: ['bin', 'bin/bash'] },
        { manager: 'dpkg', name: 'libc6', version: '2.36-9', architecture: 'amd64', files: ['lib/libc.so.6'] },
      ],
      unread: [],
    });
  });

  test.each([
    ['installed', true],
    ['unpacked', true],
    ['half-configured', true],
    ['triggers-awaited', true],
    ['triggers-pending', true],
    ['half-installed', false],
    ['config-files', false],
    ['not-installed', false],
  ])('takes a package that dpkg calls %s: %s', (state, isThere) => {
    const { listing } = image({
      'var/lib/dpkg/status': `Package: a\nStatus: install ok ${state}\nVersion: 1\n`,
    });
    expect(listing.packages).toHaveLength(isThere ? 1 : 0);
  });

  test('reads the folder of distroless images', () => {
    const { listing } = image({
      'var/lib/dpkg/status.d/base': 'Package: base-files\nVersion: 12.4\nArchitecture: amd64\n',
      'var/lib/dpkg/status.d/base.md5sums': 'd41d8cd98f00b204e9800998ecf8427e  etc/debian_version\n',
    });
    expect(listing.packages).toEqual([
      { manager: 'dpkg', name: 'base-files', version: '12.4', architecture: 'amd64', files: ['etc/debian_version'] },
    ]);
  });

  test('reads apk', () => {
    const { listing } = image({
      'lib/apk/db/installed':
        'C:Q1abc=\nP:musl\nV:1.2.4-r2\nA:x86_64\nT:the C library\nF:lib\nR:ld-musl-x86_64.so.1\na:0:0:755\nR:libc.musl-x86_64.so.1\n\nP:base\nV:3\nF:\nR:file\n',
    });
    const files = ['lib/ld-musl-x86_64.so.1', 'lib/libc.musl-x86_64.so.1'];
    expect(listing.packages).toEqual([
      { manager: 'apk', name: 'musl', version: '1.2.4-r2', architecture: 'x86_64', files },
      { manager: 'apk', name: 'base', version: '3', files: ['file'] },
    ]);
  });

  test('reads rpm’s SQLite database, its keys left out', () => {
    const { packages, unread } = image({ 'var/lib/rpm/rpmdb.sqlite': rpmDatabase }).listing;
    expect(unread).toEqual([]);
    expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'bash 5.1.8-9.el9',
      'openssl-libs 1:3.0.7-27.el9',
      'gcc 11.4.1-3.el9',
      ...Array.from({ length: 40 }, (_, index) => `lib${String(index).padStart(2, '0')} 1.0-${index}`),
    ]);
    expect(packages[0]?.files).toEqual(['usr/bin/bash', 'usr/bin/sh', 'usr/share/doc/bash/README']);
    expect(packages[2]?.files[119]).toBe('usr/lib/gcc/x86_64-redhat-linux/11/file-119');
  });

  test.for([
    ['Berkeley DB', 'var/lib/rpm/Packages'],
    ['ndb', 'usr/lib/sysimage/rpm/Packages.db'],
    ['an SQLite database that was not closed', 'var/lib/rpm/rpmdb.sqlite-wal'],
    ['something that is no database', 'var/lib/rpm/rpmdb.sqlite'],
  ] as const)('says that it did not read %s', ([, path]) => {
    expect(image({ [path]: 'what?' }).listing.unread.map((one) => one.path)).toEqual([path]);
  });

  test('says that a body was cut or is missing', () => {
    const { tree } = image({ 'lib/apk/db/installed': 'P:musl\nV:1\n' });
    const cut = new Map([['lib/apk/db/installed', Buffer.from('P:musl')]]);
    expect(listPackages(tree, cut).unread).toHaveLength(1);
    expect(listPackages(tree, new Map()).unread).toHaveLength(1);
    expect(packageDatabases(tree).map(({ path }) => path)).toEqual(['lib/apk/db/installed']);
  });

  test('ends on any damage to an SQLite database, with a reason or with rows', { tags: 'thorough' }, () => {
    for (let at = 0; at < rpmDatabase.length; at += 53) {
      const damaged = Buffer.from(rpmDatabase);
      damaged[at] = 255 - (damaged[at] ?? 0);
      const { packages, unread } = image({ 'var/lib/rpm/rpmdb.sqlite': damaged }).listing;
      expect(packages.length + unread.length).toBeGreaterThan(0);
    }
    expect(() => readTable(rpmDatabase.subarray(0, 5000), 'Packages')).toThrow('It ends before byte');
  });
});

describe('owners', () => {
  const databases = {
    'var/lib/dpkg/status':
      'Package: a\nStatus: x ok installed\nVersion: 1\n\nPackage: b\nStatus: x ok installed\nVersion: 2\n',
    'var/lib/dpkg/info/a.list': '/bin\n/bin/tool\n/etc/shared\n/usr/gone\n',
    'var/lib/dpkg/info/b.list': '/etc/shared\n/etc/b\n',
  };
  const layers = [
    [
      symlink('bin', 'usr/bin'),
      file('usr/bin/tool', 100),
      file('etc/shared', 10),
      file('etc/b', 1),
      file('usr/gone', 5),
    ],
    [file('etc/b', 7)],
  ];

  test('give each visible file to one package, through folders that became links', () => {
    const { squashed, listing } = image(databases, ...layers, [whiteout('usr/gone')]);
    expect(ownRecords(squashed, listing).packages).toEqual([
      { manager: 'dpkg', name: 'a', version: '1', bytes: 'usr/bin'.length + 100 + 10, layer: 1 },
      { manager: 'dpkg', name: 'b', version: '2', bytes: 7, layer: 2 },
    ]);
  });

  test('find what was diverted where it is, and what came in its place with whoever diverted it', () => {
    const diversions = '/usr/bin/a\n/usr/bin/a.real\nb\n/etc/c\n/etc/c.distrib\n:\n';
    const diverting = {
      ...databases,
      'var/lib/dpkg/diversions': diversions,
      'var/lib/dpkg/info/a.list': '/usr/bin/a\n/etc/c\n',
      'var/lib/dpkg/info/b.list': '/usr/bin/a\n',
    };
    const files = [file('usr/bin/a', 1), file('usr/bin/a.real', 20), file('etc/c', 300), file('etc/c.distrib', 4_000)];
    const { squashed, listing } = image(diverting, files);
    expect(ownRecords(squashed, listing).packages.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a', 4_020],
      ['b', 1],
    ]);
  });

  test('can be asked by path', () => {
    const { tree, listing } = image(databases, ...layers);
    const owners = packageOwners(tree, listing);
    expect([owners.get('usr/bin/tool')?.name, owners.get('etc/shared')?.name, owners.get('etc/none')?.name]).toEqual([
      'a',
      'a',
      undefined,
    ]);
  });
});
