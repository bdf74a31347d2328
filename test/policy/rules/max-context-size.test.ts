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
    'a context over the default': {
      context: { bytes: 100_000_001, files: 12 },
      messages: ['The build context is 100000001 B in 12 files, 1 B over the limit of 100000000 B.'],
    },
  },
  cannotTell: {
    'when the builder read the folder itself': {
      reasons: [
        'The size of the build context is not known: nothing was built, or the builder read the folder itself.',
      ],
    },
  },
});
