import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mayBeInRepository } from '../../../src/adapters/git/is-in-repository.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-git-')));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (path: string): string => join(folder, path);

mkdirSync(at('tree/.git'), { recursive: true });
mkdirSync(at('tree/services/api'), { recursive: true });
mkdirSync(at('worktree'));
writeFileSync(at('worktree/.git'), 'gitdir: ../tree/.git/worktrees/one\n');
mkdirSync(at('bare.git'));
writeFileSync(at('bare.git/HEAD'), 'ref: refs/heads/main\n');
mkdirSync(at('plain/folder'), { recursive: true });
symlinkSync(at('tree/services'), at('plain/link'));

describe('a sign of a repository', () => {
  test.each([
    ['at its top', 'tree', true],
    ['below it', 'tree/services/api', true],
    ['of a worktree', 'worktree', true],
    ['without a working tree', 'bare.git', true],
    ['above where a link leads', 'plain/link/api', true],
    ['beside it', 'plain/folder', false],
    ['where no folder is', 'no/such', false],
  ])('%s', (_, path, expected) => {
    expect(mayBeInRepository(at(path))).toBe(expected);
  });
});
