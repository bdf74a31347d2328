import { diveEfficiency } from '../../../src/policy/rules/dive-efficiency.ts';
import { describeRule } from '../../support/rules.ts';

const dive = (efficiencyRatio: number | null, wastedBytes = 0, userWastedRatio: number | null = 0) => ({
  measurement: { dive: { efficiencyRatio, wastedBytes, userWastedRatio } },
});

describeRule(diveEfficiency, {
  passes: {
    'an image at dive’s own limits': dive(0.9, 5_000, 0.1),
    'any waste in bytes, unless it is limited': dive(1, 1e12),
    'what is disabled, whatever dive counts': {
      options: { lowestEfficiency: 'disabled', highestUserWastedPercent: 'disabled' },
      ...dive(null, 1e12, 1),
    },
    'one layer, where dive has no share of waste': dive(1, 0, null),
  },
  fails: {
    'an efficiency below the limit': { ...dive(0.85), messages: ['dive’s efficiency is 85.0 %, below 90.0 %.'] },
    'an efficiency a hair below it': { ...dive(0.89999), messages: ['dive’s efficiency is 89.999 %, below 90.0 %.'] },
    'wasted bytes over the limit': {
      options: { highestWastedBytes: '20 MB' },
      ...dive(1, 21_000_000),
      messages: ['dive counts 21.0 MB wasted, 1.0 MB over the limit of 20.0 MB.'],
      bytes: [1_000_000],
    },
    'one byte over, told to the byte': {
      options: { highestWastedBytes: 20_000_000 },
      ...dive(1, 20_000_001),
      messages: ['dive counts 20000001 B wasted, 1 B over the limit of 20000000 B.'],
    },
    'a share over the limit': {
      options: { highestUserWastedPercent: 0.2 },
      ...dive(1, 5, 0.25),
      messages: ['dive counts 25.0 % of the own layers wasted, over 20.0 %.'],
    },
  },
  cannotTell: {
    'what dive does not define': {
      ...dive(null),
      reasons: ['dive’s efficiency is not defined for this image: it has no bytes.'],
    },
  },
});
