import { noVcs } from '../../../src/policy/rules/no-vcs.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const git = [file('srv/.git/HEAD', 20), file('srv/.git/objects/aa/bb', 3000)];

describeRule(noVcs, {
  passes: {
    'files that only sound like it': {
      layers: [[file('srv/.gitignore', 5), file('srv/.github/x', 5), file('a.git/x', 1)]],
    },
    'the base’s own': { measurement: { baseLayers: 1 }, layers: [git, [file('a', 1)]] },
    'an accepted one': { options: { allow: ['/srv/.git'] }, layers: [git] },
  },
  fails: {
    'a repository, summed up': {
      layers: [[file('a', 1)], git],
      layerLines: [1, 3],
      messages: ['Ships the repository /srv/.git (2 files, 3.0 kB).'],
      lines: [3],
      bytes: [3020],
      paths: [['/srv/.git']],
    },
    'others, largest first': {
      layers: [[file('.svn/a', 1), file('x/.hg/b', 2)]],
      messages: ['Ships the repository /x/.hg (1 file, 2 B).', 'Ships the repository /.svn (1 file, 1 B).'],
    },
    'the file of a worktree': {
      layers: [[file('srv/.git', 30)]],
      messages: ['Ships the repository /srv/.git (1 file, 30 B).'],
    },
    'one that a later layer deletes': {
      layers: [[file('a', 1)]],
      measurement: {
        hidden: [{ path: '/srv/.git/HEAD', bytes: 20, addedBy: 0, hiddenBy: 1, how: 'directory-deleted' }],
      },
      messages: ['Ships the repository /srv/.git (1 file, 20 B), deleted by a later layer but still shipped.'],
    },
  },
});
