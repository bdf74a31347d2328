import { maxPullSize } from '../../../src/policy/rules/max-pull-size.ts';
import { describeRule } from '../../support/rules.ts';

const options = { max: '10 MB' };
const pull = (bytes: number, exact: boolean) => ({ measurement: { pull: { bytes, exact } } });

describeRule(maxPullSize, {
  passes: {
    'at the limit': { options, ...pull(10_000_000, true) },
    'an estimate below it': { options, ...pull(9_000_000, false) },
  },
  fails: {
    'an exact size over it': {
      options,
      ...pull(12_500_000, true),
      messages: ['Takes 12.5 MB to pull, 2.5 MB over the limit of 10.0 MB.'],
      bytes: [2_500_000],
    },
    'an estimate over it, and says that it is one': {
      options,
      ...pull(12_500_000, false),
      messages: ['Takes about 12.5 MB to pull, about 2.5 MB over the limit of 10.0 MB.'],
    },
  },
  cannotTell: {
    'when the source has no compressed layers': {
      options,
      reasons: ['The size of the compressed layers is not known from this source.'],
    },
  },
});
