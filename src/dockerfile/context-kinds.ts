import type { HeapKind } from './context.ts';

const kinds = new Map<string, HeapKind>([
  ...['.git', '.svn', '.hg', '.bzr', '_darcs', '.jj'].map((name) => [name, 'version-control'] as const),
  ...['node_modules', 'bower_components', 'jspm_packages', '.venv', '.terraform', '.bundle'].map(
    (name) => [name, 'dependencies'] as const,
  ),
  ...[
    '__pycache__',
    '.pytest_cache',
    '.mypy_cache',
    '.ruff_cache',
    '.tox',
    '.nox',
    '.gradle',
    '.parcel-cache',
    '.turbo',
    '.nyc_output',
    '.sass-cache',
    '.eslintcache',
    '.DS_Store',
  ].map((name) => [name, 'cache'] as const),
]);

/** What a folder or file of this name is, where that is reason to look twice. */
export function kindOf(name: string, isGitIgnored: boolean): HeapKind | undefined {
  return kinds.get(name) ?? (isGitIgnored ? 'git-ignored' : undefined);
}
