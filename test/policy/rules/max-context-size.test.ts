import { maxContextSize } from '../../../src/policy/rules/max-context-size.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(maxContextSize, {
  passes: { 'a context at the limit': { options: { max: '1 MB' }, context: { bytes: 1_000_000, files: 3 } } },
  fails: {
    'a context over it': {
      options: { max: '1 MB' },
      context: { bytes: 3_500_000, files: 1 },
      messages: ['The build context is 3.5 MB in 1 file, 2.5 MB over the limit of 1.0 MB.'],
      bytes: [2_500_000],
    },
    'with the largest folders, where they are known': {
      options: { max: 0 },
      context: {
        bytes: 3,
        files: 2,
        topFolders: [
          { path: 'a', bytes: 2, files: 1 },
          { path: '.', bytes: 1, files: 1 },
        ],
      },
      messages: ['The build context is 3 B in 2 files, 3 B over the limit of 0 B.'],
      paths: [['a', '.']],
    },
    'a context over the default': {
      context: { bytes: 100_000_001, files: 12 },
      messages: ['The build context is 100000001 B in 12 files, 1 B over the limit of 100000000 B.'],
    },
  },
  cannotTell: {
    'without a build': { reasons: ['There is no build context: the image was not built here.'] },
  },
});
