import { describe, expect, test } from 'vitest';
import { readCompose, type ComposeService } from '../../src/references/compose.ts';
import { refusalOf } from '../support/refusal.ts';

const read = (text: string, environment = {}) => readCompose('compose.yaml', text, environment);
const services = (text: string, environment = {}) => read(text, environment).services;
const only = (text: string, environment = {}): ComposeService | undefined => services(text, environment)[0];
const codes = (text: string) => {
  const file = read(text);
  return [...file.problems, ...file.services.flatMap(({ problems }) => problems)].map(({ code }) => code);
};

describe('services of a compose file', () => {
  test('an image stands where it stands', () => {
    expect(only('services:\n  db:\n    image: postgres:16\n    user: "70:70"\n')).toEqual({
      name: 'db',
      place: { file: 'compose.yaml', line: 2, column: 3 },
      image: { value: 'postgres:16', place: { file: 'compose.yaml', line: 3, column: 12 } },
      user: { value: '70:70', place: { file: 'compose.yaml', line: 4, column: 11 } },
      mounted: [],
      profiles: [],
      problems: [],
    });
  });

  test('a service of a profile counts like any other', () => {
    expect(only('services: { debug: { image: busybox, profiles: [debug] } }')?.profiles).toEqual(['debug']);
  });

  test.each([
    ['a folder', 'build: ./web', { context: './web', dockerfile: 'Dockerfile', args: {} }],
    [
      'nothing but a target',
      'build: { target: dev }',
      { context: '.', dockerfile: 'Dockerfile', target: 'dev', args: {} },
    ],
    ['a map of arguments', 'build: { args: { A: 1, B: yes, C: 1.50 } }', { args: { A: '1', B: 'yes', C: '1.5' } }],
    ['a list of arguments', 'build: { args: [A=1, B=x=y, SET, UNSET] }', { args: { A: '1', B: 'x=y', SET: 'env' } }],
    ['an argument of the environment', 'build: { args: { SET: null, UNSET: null } }', { args: { SET: 'env' } }],
    [
      'its own text',
      'build: { dockerfile_inline: "FROM ${SET}" }',
      { context: '.', dockerfileInline: 'FROM env', args: {} },
    ],
  ])('a build of %s', (_, build, expected) => {
    expect(only(`services:\n  web:\n    ${build}\n`, { SET: 'env' })?.build).toMatchObject(expected);
  });

  test('a text Dockerfile leaves no file to look for', () => {
    expect(
      only('services: { a: { build: { dockerfile_inline: "FROM x", dockerfile: D } } }')?.build,
    ).not.toHaveProperty('dockerfile');
  });

  test('anchors and merge keys give what they name, and the service’s own words win', () => {
    const text =
      'x-a: &a\n  image: base\n  user: "1"\nservices:\n  one: { <<: *a, image: own }\n  two:\n    <<: [*a, { user: "2", build: . }]\n';
    expect(services(text)).toMatchObject([
      { name: 'one', image: { value: 'own' }, user: { value: '1' } },
      { name: 'two', image: { value: 'base' }, user: { value: '1' }, build: { context: '.' } },
    ]);
  });

  test('what is extended in the same file is inherited, maps merged', () => {
    const text = [
      'services:',
      '  base: { image: "app:1", build: { context: ./app, args: { A: "1", B: "1" } }, user: "1" }',
      '  middle: { extends: base }',
      '  top: { extends: { service: middle }, image: "app:2", build: { args: { B: "2" } } }',
    ].join('\n');
    expect(services(text)[2]).toMatchObject({
      image: { value: 'app:2', place: { line: 4 } },
      user: { value: '1', place: { line: 2 } },
      build: { context: './app', args: { A: '1', B: '2' } },
      problems: [],
    });
  });

  test('!reset takes a key away, !override leaves the value', () => {
    expect(only('services: { a: { image: x, user: !reset "1", build: !override { context: b } } }')).toMatchObject({
      image: { value: 'x' },
      build: { context: 'b' },
    });
    expect(only('services: { a: { image: x, user: !reset "1" } }')).not.toHaveProperty('user');
  });

  test('what a service resets or overrides is not inherited', () => {
    const base = 'base: { image: "app:1", build: { context: b, args: { A: "1" } } }';
    const extended = (more: string) => services(`services: { ${base}, top: { extends: base, ${more} } }`)[1];
    expect(extended('build: !reset null')).not.toHaveProperty('build');
    expect(extended('image: !reset null')).not.toHaveProperty('image');
    expect(extended('build: !override { args: { B: "2" } }')?.build).toMatchObject({ context: '.', args: { B: '2' } });
    expect(extended('build: { args: !override { B: "2" } }')?.build).toEqual(
      expect.objectContaining({ context: 'b', args: { B: '2' } }),
    );
  });

  test('files that are laid over it count first, and may bring services of their own', () => {
    const others = new Map([
      ['over.yml', 'services: { web: { image: "web:2", build: !reset null, profiles: [a] }, more: { image: more } }'],
      ['last.yml', 'services: { web: { platform: linux/arm64 } }'],
    ]);
    const text = 'services: { web: { image: "web:1", build: ., platform: linux/amd64 }, own: { image: own } }';
    const found = readCompose('compose.yaml', text, {}, others, ['over.yml', 'last.yml']).services;
    expect(found.map(({ name }) => name)).toEqual(['web', 'more', 'own']);
    expect(found[0]).toMatchObject({
      image: { value: 'web:2', place: { file: 'over.yml' } },
      platform: { value: 'linux/arm64' },
      profiles: ['a'],
    });
    expect(found[0]).not.toHaveProperty('build');
  });

  test('named contexts and images that are mounted', () => {
    const text =
      'services: { a: { build: { additional_contexts: [base=docker-image://b:1, src=../src] }, volumes: [{ type: image, source: "data:$V", target: /d }, ./x:/x] } }';
    expect(only(text, { V: '3' })).toMatchObject({
      build: { contexts: { base: 'docker-image://b:1', src: '../src' } },
      mounted: [{ value: 'data:3' }],
    });
  });

  test('an image that comes to nothing is none', () => {
    expect(only('services: { a: { image: "${NOTHING}" } }')).not.toHaveProperty('image');
  });
});

describe('what a compose file does not let us know', () => {
  test.each([
    ['services: { a: { image: "x:${TAG:?}" } }', ['compose-variable']],
    ['services: { a: { extends: b }, b: { extends: a } }', ['compose-extends', 'compose-extends']],
    ['services: { a: { extends: nobody } }', ['compose-extends']],
    ['services: { a: { extends: { file: other.yaml, service: b } } }', ['compose-extends']],
    ['services: { a: { extends: { file: "${NONE:?}", service: b } } }', ['compose-variable', 'compose-extends']],
    ['services: {}\n---\nservices: {}', ['compose-documents']],
    ['services: [a]', ['compose-shape']],
    ['services: { a: 1 }', ['compose-shape']],
    ['- a', ['compose-shape']],
    ['', []],
    ['# nothing', []],
    ['services:', []],
    ['volumes: {}', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['services: { a: ', 'yaml-syntax', 1],
    ['services:\n  a: 1\n  a: 2\n', 'yaml-syntax', 3],
    ['services: *nothing', 'yaml-alias', 1],
    ['a: &a { b: *a }', 'yaml-alias', 1],
    ['a: !what 1', 'yaml-syntax', 1],
    ['a:\n  <<: 1\n', 'yaml-merge', 2],
    ['a: '.concat('['.repeat(40)), 'yaml-too-deep', 1],
    [`# ${'x'.repeat(5 * 2 ** 20)}`, 'yaml-too-large', 1],
  ])('%.30s', (text, code, line) => {
    expect(refusalOf(() => read(text)).problems[0]).toMatchObject({ code, place: { file: 'compose.yaml', line } });
  });

  test('many aliases cost nothing, many merges are refused', { tags: 'thorough' }, () => {
    const keys = Array.from({ length: 500 }, (_, index) => `k${index}: 1`).join(', ');
    const merges = Array.from({ length: 500 }, (_, index) => `m${index}: { <<: *a }`).join('\n');
    expect(refusalOf(() => read(`a: &a { ${keys} }\n${merges}\n`)).problems[0]?.code).toBe('yaml-merge');
    const bombs = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    ).join('\n');
    expect(services(`a0: &a0 x\n${bombs}\nservices: { s: { image: x } }`)).toHaveLength(1);
  });
});

describe('other files', () => {
  const others = new Map([
    [
      'shared/base.yaml',
      'services: { app: { image: "base:1", build: { context: ./src }, extends: { file: ../deep.yaml, service: root } } }',
    ],
    ['deep.yaml', 'services: { root: { user: "7" }, loop: { extends: { file: compose.yaml, service: back } } }'],
  ]);
  const readWith = (text: string) => readCompose('compose.yaml', text, { DIR: 'shared' }, others);

  test('a service extends one of another file, and that one of a third; paths are seen from where they are written', () => {
    const { services: found } = readWith('services: { web: { extends: { file: "${DIR}/base.yaml", service: app } } }');
    expect(found).toMatchObject([
      {
        name: 'web',
        image: { value: 'base:1', place: { file: 'shared/base.yaml', line: 1 } },
        build: { context: 'shared/src' },
        user: { value: '7', place: { file: 'deep.yaml' } },
        problems: [],
      },
    ]);
  });

  test.each([
    ['{ file: deep.yaml, service: loop }', /it extends itself by way of back/],
    ['{ file: deep.yaml, service: nobody }', /there is no service nobody of deep\.yaml/],
    ['{ file: gone.yaml, service: app }', /gone\.yaml is not in the repository/],
  ])('%s is not known', (extended, message) => {
    const { services: found } = readWith(`services: { back: { extends: ${extended} } }`);
    expect(found[0]?.problems).toMatchObject([{ code: 'compose-extends', message: expect.stringMatching(message) }]);
  });

  test('included files are named from the root, with their lines', () => {
    const text =
      'include:\n  - one.yaml\n  - { path: [../two.yaml, "${DIR}/three.yaml"], env_file: x, project_directory: p }\n';
    const { includes } = readCompose('deploy/compose.yaml', text, { DIR: 'shared' });
    expect(includes).toMatchObject([
      { files: ['deploy/one.yaml'], place: { line: 2 } },
      {
        files: ['two.yaml', 'deploy/shared/three.yaml'],
        envFiles: ['deploy/x'],
        folder: 'deploy/p',
        place: { line: 3 },
      },
    ]);
  });
});
