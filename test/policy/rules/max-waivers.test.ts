import { maxWaivers } from '../../../src/policy/rules/max-waivers.ts';
import { aPoint } from '../../support/history.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(maxWaivers, {
  passes: {
    'as many as allowed': { options: { max: 2 }, waivers: 2 },
    'as many as are on record': {
      options: { max: 9, ratchet: true },
      history: [aPoint(1, 1000, { waivers: 3 }), aPoint(2, 1000, { waivers: 2 })],
      waivers: 2,
    },
  },
  fails: {
    'one more than allowed': {
      options: { max: 0 },
      waivers: 1,
      messages: ['Has 1 waiver in force, 1 over the limit of 0.'],
    },
    'one more than were ever on record': {
      options: { max: 9, ratchet: true },
      history: [aPoint(1, 1000, { waivers: 2 }), aPoint(2, 1000, { waivers: 3 })],
      waivers: 3,
      messages: [
        'Has 1 more waiver than `000000000000` of 2023-11-01 did, the least on record: with `ratchet` it may only go down.',
      ],
    },
  },
  cannotTell: {
    'where they were not counted': { options: { max: 0 }, reasons: ['How many waivers there are is not known here.'] },
    'what records of before they were counted do not say': {
      options: { max: 1, ratchet: true },
      history: [aPoint(1, 1000)],
      waivers: 1,
      reasons: ['No record tells how many there were, so there is nothing the ratchet could hold it to.'],
    },
  },
});
