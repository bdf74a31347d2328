import { healthcheck } from '../../../src/policy/rules/healthcheck.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(healthcheck, {
  passes: {
    'a check': { dockerfile: 'FROM a:1\nHEALTHCHECK CMD ["/app", "health"]' },
    'the base image’s': { config: { healthcheck: { test: ['CMD', 'x'] } } },
    'one in each stage': { dockerfile: 'FROM a:1 AS b\nHEALTHCHECK CMD x\nFROM b\nHEALTHCHECK CMD y' },
  },
  fails: {
    none: {
      dockerfile: 'FROM a:1 AS b\nHEALTHCHECK CMD x\nFROM a:1',
      messages: ['There is no HEALTHCHECK.'],
      lines: [3],
    },
    NONE: {
      dockerfile: 'FROM a:1\nHEALTHCHECK NONE',
      messages: ['HEALTHCHECK NONE turns the health check off.'],
      lines: [2],
    },
    several: {
      dockerfile: 'FROM a:1\nHEALTHCHECK CMD x\nHEALTHCHECK CMD y',
      messages: ['This HEALTHCHECK has no effect: a later one replaces it.'],
      lines: [2],
    },
  },
});
