import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles, type SourceFile } from '../support/source-files.ts';

const files = sourceFiles('src');
const leaves = [
  'src/result/',
  'src/units.ts',
  'src/errors.ts',
  'src/exit-status.ts',
  'src/visible.ts',
  'src/nearest.ts',
  'src/secrets.ts',
  'src/redact.ts',
  'src/known-secrets.ts',
  'src/secret-forms.ts',
  'src/deadline.ts',
  'src/meanwhile.ts',
];

/** Folder → what of ours its files may import. The flow runs left to right; arrows never point back. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/result/': ['src/result/'],
  'src/image/': [...leaves, 'src/image/'],
  'src/archive/': [...leaves, 'src/image/', 'src/archive/', 'src/ports.ts'],
  'src/dockerfile/': [...leaves, 'src/dockerfile/', 'src/image/reference.ts', 'src/image/image.ts'],
  'src/references/': [...leaves, 'src/references/', 'src/settings/yaml-limits.ts'],
  'src/compare/': [...leaves, 'src/image/', 'src/compare/'],
  'src/records/': [...leaves, 'src/records/'],
  'src/policy/': [...leaves, 'src/image/', 'src/dockerfile/', 'src/compare/', 'src/policy/', 'policies/'],
  'src/settings/': [...leaves, 'src/settings/', 'src/policy/', 'src/ports.ts', 'src/image/'],
  'src/reporters/': [...leaves, 'src/reporters/'],
  'src/check/': [
    ...leaves,
    'src/check/',
    'src/settings/',
    'src/policy/',
    'src/image/',
    'src/dockerfile/',
    'src/compare/',
    'src/records/',
    'src/ports.ts',
    'src/repository-port.ts',
  ],
  'src/audit/': [
    ...leaves,
    'src/audit/',
    'src/check/',
    'src/records/',
    'src/settings/',
    'src/policy/',
    'src/references/',
    'src/image/',
    'src/dockerfile/',
    'src/ports.ts',
    'src/repository-port.ts',
  ],
  'src/init/': [
    ...leaves,
    'src/init/',
    'src/audit/',
    'src/check/',
    'src/references/',
    'src/settings/other-tools.ts',
    'src/ports.ts',
  ],
  'src/adapters/': [
    ...leaves,
    'src/adapters/',
    'src/archive/',
    'src/image/',
    'src/dockerfile/',
    'src/ports.ts',
    'src/repository-port.ts',
    'src/settings/inputs.ts',
  ],
};

const world =
  /^(node:(fs|child_process|net|http|https|tls|dns|os|worker_threads)(\/|$)|dockerode|@actions\/|@octokit\/)/;

const isBelow = (path: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

describe('the import table of ARCHITECTURE.md', () => {
  test('the sources are found', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test('names every folder of the sources, and none that is not there', () => {
    const table = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| ((?:`[^`]+` ?)+)\|/gm);
    const named = [...table]
      .flatMap(([, places = '']) => places.match(/[^`\s]+/g) ?? [])
      .map((place) => (place.startsWith('src/') ? place : `src/${place}`));
    const inSources = readdirSync('src', { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `src/${entry.name}/` : `src/${entry.name}`,
    );
    expect(named.toSorted()).toEqual(inSources.toSorted());
  });

  test.each(Object.entries(allowed))('%s imports only what it may', (folder, places) => {
    const wrong = files
      .filter((file) => file.path.startsWith(folder))
      .flatMap((file) =>
        file.ownImports.filter((target) => !isBelow(target, places)).map((target) => `${file.path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('only adapters touch the world', () => {
    expect(offenders((file) => file.foreignImports.some((name) => world.test(name)), ['src/adapters/'])).toEqual([]);
    expect(offenders((file) => /\bfetch\(/.test(file.text), ['src/adapters/'])).toEqual([]);
  });

  test('only main/ touches process', () => {
    expect(offenders((file) => /(?<![-/\w.])process\./.test(withoutComments(file.text)), ['src/main/'])).toEqual([]);
  });

  test('no clock and no randomness outside the adapters', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(|\brandomBytes\(/;
    expect(offenders((file) => impure.test(withoutComments(file.text)), ['src/adapters/', 'src/main/'])).toEqual([]);
  });

  test('zod stays at the border', () => {
    const border = ['src/settings/', 'src/result/', 'src/records/', 'src/policy/', 'src/adapters/', 'src/archive/'];
    expect(offenders((file) => file.foreignImports.includes('zod'), border)).toEqual([]);
  });
});

describe('house rules that a machine can hold', () => {
  test('deadlines are made in one place, where they are kept from the garbage collector', () => {
    const bare = /AbortSignal\s*\.\s*timeout\b/;
    expect(offenders((file) => bare.test(withoutComments(file.text)), ['src/deadline.ts'])).toEqual([]);
  });

  test('no default exports', () => {
    expect(offenders((file) => /^export default/m.test(file.text), [])).toEqual([]);
  });

  test('no folder or file is named by what it is not', () => {
    const vague = /(^|\/)(util|utils|helpers?|common|lib|core|misc)(\.ts|\/)/;
    expect(files.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
  });

  test('no file outgrows 250 lines', () => {
    const long = files
      .map((file) => [file.path, file.text.split('\n').length] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });
});

function offenders(isWrong: (file: SourceFile) => boolean, except: readonly string[]): readonly string[] {
  return files.filter((file) => !isBelow(file.path, except) && isWrong(file)).map((file) => file.path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
