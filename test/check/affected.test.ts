import { describe, expect, test } from 'vitest';
import { whyAffected } from '../../src/check/affected.ts';
import { settingsOf } from '../support/settings.ts';
import { aCheckout } from '../support/workshop.ts';

const dockerfile = `FROM base AS build
COPY go.mod services/api/ /src/
RUN --mount=type=bind,source=tools,target=/t make

FROM base AS unused
COPY docs /docs

FROM base
COPY --from=build /out /app
COPY services/*/api.json /app/
ADD https://example.org/x.tar /x
`;
const files = { 'services/api/Dockerfile': dockerfile };

interface Case {
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: readonly string[];
  readonly image?: string;
  readonly isContextJudged?: boolean;
}

async function why(path: string, { image, links = [], isContextJudged = false, files: more = {} }: Case = {}) {
  const written = image ?? '{ context: ., dockerfile: services/api/Dockerfile }';
  const { settings } = await settingsOf(`version: 1\nimages: { api: ${written} }\n`);
  const [setting] = settings.images;
  if (!setting) throw new Error('There is no image.');
  return whyAffected(setting, { changes: { paths: [path], links }, isContextJudged }, aCheckout({ ...files, ...more }));
}

describe('an image of a large context is touched by', () => {
  test.each<readonly [string, string, Case]>([
    ['its Dockerfile', 'services/api/Dockerfile', {}],
    ['what the Dockerfile copies', 'services/api/main.go', {}],
    ['a file that is copied by name', 'go.mod', {}],
    ['what a pattern copies', 'services/web/api.json', {}],
    ['what a bind mount shows', 'tools/make.sh', {}],
    ['a submodule above what is copied', 'services', {}],
    ['its ignore file', '.dockerignore', {}],
    ['an ignore file of its own', 'services/api/Dockerfile.dockerignore', {}],
    ['anything, where a rule that can fail weighs the context', 'README.md', { isContextJudged: true }],
    ['anything, where a link of the context may lead to it', 'README.md', { links: ['services/api/l'] }],
    ['anything, where its Dockerfile is a link', 'services/api', { links: ['services/api/Dockerfile'] }],
    ['anything, where the Dockerfile copies all', 'README.md', { files: copying('. /app') }],
    ['anything, where a variable says what is copied', 'README.md', { files: copying('$WHAT /app') }],
    [
      'anything, where a frontend of others reads the Dockerfile',
      'x',
      { files: own('# syntax=me/mine\nFROM a\nCOPY b /b\n') },
    ],
    ['anything, where only the base may copy', 'README.md', { files: own('FROM node:onbuild\n') }],
    ['anything, where the Dockerfile is broken', 'README.md', { files: own('FORM x\n') }],
    ['anything, where there is no Dockerfile', 'README.md', { image: '{ context: ., dockerfile: none/Dockerfile }' }],
    ['a bad pattern that might mean it', 'x', { files: copying('"[x" /app') }],
    ['the files of a variant', 'slim/a', { image: '{ image: "a:1", variants: { slim: { context: slim } } }' }],
  ])('%s', async (_, path, how) => {
    expect(await why(path, how)).toContain(path);
  });
});

describe('and not by', () => {
  test.each<readonly [string, string, Case]>([
    ['what nothing copies', 'README.md', {}],
    ['another service', 'services/web/main.go', {}],
    ['a name that begins alike', 'go.mod.bak', {}],
    ['what a stage copies that is not built', 'docs/index.md', {}],
    ['what lies deeper than the pattern', 'services/web/v1/api.json', {}],
    ['what is ignored', 'services/api/x.md', { files: { '.dockerignore': '**/*.md\n' } }],
    [
      'what its own ignore file leaves out',
      'go.mod',
      { files: { 'services/api/Dockerfile.dockerignore': 'go.mod\n' } },
    ],
    ['a link elsewhere', 'README.md', { links: ['other/link'], image: '{ context: services/api }' }],
    ['files outside its context', 'services/web/a', { image: '{ context: services/api }' }],
    ['a folder that begins alike', 'services/api2/a', { image: '{ context: services/api }' }],
    ['anything, being built elsewhere', 'Dockerfile', { image: '{ image: "ghcr.io/acme/api:1" }' }],
  ])('%s', async (_, path, how) => {
    expect(await why(path, how)).toBeUndefined();
  });
});

function own(text: string): Readonly<Record<string, string>> {
  return { 'services/api/Dockerfile': text };
}

function copying(what: string): Readonly<Record<string, string>> {
  return own(`FROM base\nCOPY ${what}\n`);
}
