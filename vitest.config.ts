import { defineConfig } from 'vitest/config';

const project = (name: string, include: readonly string[], timeoutMs: number, parallel = true) => ({
  test: {
    name,
    // The unit tests keep nothing outside of themselves, and loading every module anew for each file takes four times as long.
    isolate: name !== 'unit',
    include: [...include],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: parallel,
    server: { deps: { inline: [/@actions\//] } },
  },
});

// The everyday projects need no Docker, no network and no browser, `git` only git; the others fail to start without theirs.
export default defineConfig({
  test: {
    // Vitest leaves one processor to others, which of two is half.
    maxWorkers: '100%',
    tags: [
      {
        name: 'thorough',
        description: 'Scale, deadlines, thousands of random cases: what takes a tenth of a second and more.',
      },
    ],
    projects: [
      project(
        'unit',
        [
          'test/{image,archive,references,audit,init,dockerfile,settings,policy,compare,check,records,reporters,adapters,cli,action,architecture}/**/*.test.ts',
          'test/*.test.ts',
        ],
        15_000,
      ),
      project('github', ['test/github/**/*.test.ts'], 60_000),
      project('git', ['test/git/**/*.test.ts'], 60_000),
      project('engine', ['test/engine/**/*.test.ts'], 600_000, false),
      project('bundle', ['test/{bundle,workflows}/**/*.test.ts'], 300_000, false),
      project('browser', ['test/browser/**/*.test.ts'], 120_000, false),
    ],
  },
});
