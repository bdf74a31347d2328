import type { ContextHeap, WeighedContext } from '../../../src/dockerfile/context.ts';
import { dockerignore } from '../../../src/policy/rules/dockerignore.ts';
import { describeRule } from '../../support/rules.ts';

const heap = (path: string, kind: ContextHeap['kind'], bytes = 1000, files = 2): ContextHeap => ({
  kind,
  path,
  bytes,
  files,
  isGitIgnored: kind === 'git-ignored',
});

const context = (heaps: readonly ContextHeap[], more: Partial<WeighedContext> = {}): WeighedContext => ({
  bytes: 5_000,
  files: 9,
  topFolders: [],
  ignoreFile: '.dockerignore',
  heaps,
  ...more,
});

const { ignoreFile: _, ...noIgnoreFile } = context([]);
const whole = 'FROM a\nWORKDIR /app\nCOPY . .';

describeRule(dockerignore, {
  passes: {
    'a context without anything superfluous': { dockerfile: whole, context: context([]) },
    'a missing file where every COPY says what it takes': {
      dockerfile: 'FROM a\nCOPY go.mod main.go src/ /app/',
      context: noIgnoreFile,
    },
    'a Dockerfile that reads nothing of the context': {
      dockerfile:
        'FROM a\nCOPY --from=b / /\nADD https://example.com/x /x\nCOPY <<EOF /y\ntext\nEOF\nRUN --mount=type=cache,target=/c x',
      context: context([heap('.git', 'version-control')], noIgnoreFile),
    },
    'what only a stage takes that is not built': {
      dockerfile: 'FROM a AS unused\nCOPY . .\nFROM b',
      context: noIgnoreFile,
    },
    'what an instruction names': {
      dockerfile: `FROM a
COPY . .
COPY dist /dist
COPY target/*.jar api/node_modules/x /app/
COPY out/$NAME.bin vendored/$KIND/a /x
RUN --mount=type=bind,source=.git,target=/git make`,
      context: context([
        heap('dist', 'git-ignored'),
        heap('target', 'git-ignored'),
        heap('api/node_modules', 'dependencies'),
        heap('out/my.bin', 'git-ignored'),
        heap('vendored/one', 'git-ignored'),
        heap('.git', 'version-control'),
      ]),
    },
    'what is allowed': {
      options: { allow: ['**/.npmrc'] },
      dockerfile: whole,
      context: context([heap('api/.npmrc', 'secret')]),
    },
    'a cache up to the limit': {
      options: { max: '1 kB' },
      dockerfile: whole,
      context: context([heap('__pycache__', 'cache', 1000)]),
    },
  },
  fails: {
    'a missing file where COPY takes everything': {
      dockerfile: whole,
      context: noIgnoreFile,
      messages: ['There is no .dockerignore, and `COPY . .` takes all 9 files of the context, 5.0 kB.'],
      lines: [3],
    },
    'a missing file wherever it is asked for': {
      options: { always: true },
      dockerfile: 'FROM a\nCOPY main.go /',
      context: noIgnoreFile,
      messages: ['There is no .dockerignore; all 9 files of the context, 5.0 kB, are sent.'],
      lines: [undefined],
    },
    'the repository, secrets, dependencies and what git ignores': {
      dockerfile: 'FROM a AS build\nCOPY packages packages\nCOPY ./ /src/\nFROM b\nCOPY --from=build /a /a',
      context: context([
        heap('api/.env', 'secret', 7, 1),
        heap('.git', 'version-control', 300),
        heap('packages/b/node_modules', 'dependencies', 200),
        heap('packages/a/node_modules', 'dependencies', 100),
        heap('out', 'git-ignored', 20),
      ]),
      messages: [
        'The builder is sent a file for secrets: api/.env (1 file, 7 B), and `COPY ./ /src/` takes it along.',
        'The builder is sent version control: .git (2 files, 300 B), and `COPY ./ /src/` takes it along.',
        'The builder is sent installed dependencies: packages/b/node_modules, packages/a/node_modules (4 files, 300 B), and `COPY packages packages` takes them along.',
        'The builder is sent what git ignores: out (2 files, 20 B), and `COPY ./ /src/` takes it along.',
      ],
      bytes: [7, 300, 300, 20],
      lines: [3, 3, 2, 3],
    },
    'a secret and a repository, however small, where the rest may be larger': {
      options: { max: '1 kB' },
      dockerfile: whole,
      context: context([
        heap('api/.env', 'secret', 7, 1),
        heap('.git', 'version-control', 300),
        heap('out', 'git-ignored', 20),
      ]),
      messages: [
        'The builder is sent a file for secrets: api/.env (1 file, 7 B), and `COPY . .` takes it along.',
        'The builder is sent version control: .git (2 files, 300 B), and `COPY . .` takes it along.',
      ],
    },
    'what is sent although no instruction takes it': {
      dockerfile: 'FROM a\nCOPY main.go /',
      context: context([heap('.git', 'version-control', 0, 1)]),
      messages: ['The builder is sent version control: .git (1 file, 0 B).'],
      lines: [undefined],
    },
    'a whole context that a mount brings in': {
      dockerfile: 'FROM a\nRUN --mount=target=/src make',
      context: noIgnoreFile,
      messages: [
        'There is no .dockerignore, and `RUN --mount=target=/src make` takes all 9 files of the context, 5.0 kB.',
      ],
      lines: [2],
    },
    'a folder that only begins like one that is named': {
      dockerfile: 'FROM a\nCOPY dist2 /x\nCOPY api/* /y',
      context: context([heap('dist', 'git-ignored'), heap('api/out/deep', 'git-ignored')]),
      messages: [
        'The builder is sent what git ignores: dist, api/out/deep (4 files, 2.0 kB), and `COPY api/* /y` takes them along.',
      ],
    },
  },
  cannotTell: {
    'a context that was not looked at': {
      dockerfile: whole,
      context: { bytes: 1, files: 1 },
      reasons: ['What is in the build context was not looked at.'],
    },
    'what git ignores where git fails': {
      dockerfile: whole,
      context: context([], { gitUnknown: 'What git ignores in the build context is not known: it took too long.' }),
      reasons: ['What git ignores in the build context is not known: it took too long.'],
    },
  },
});
