import { absoluteWorkdir } from '../../../src/policy/rules/absolute-workdir.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(absoluteWorkdir, {
  passes: {
    'an absolute one': { dockerfile: 'FROM a:1\nWORKDIR /app' },
    'a variable': { dockerfile: 'FROM a:1\nENV D=/x\nWORKDIR $D/y' },
    'a drive': { dockerfile: 'FROM a:1\nWORKDIR C:/app' },
    'a relative one below an absolute one': { dockerfile: 'FROM a:1\nWORKDIR /app\nWORKDIR sub' },
    'a relative one below the stage it is FROM': { dockerfile: 'FROM a:1 AS b\nWORKDIR /app\nFROM b\nWORKDIR sub' },
    'a relative one on scratch, where everything begins at the root': { dockerfile: 'FROM scratch\nWORKDIR app' },
  },
  fails: {
    'a relative one': { dockerfile: 'FROM a:1\nWORKDIR app', messages: ['WORKDIR app is relative.'], lines: [2] },
    'a relative one in another stage': {
      dockerfile: 'FROM a:1 AS b\nWORKDIR /app\nFROM a:1\nWORKDIR sub',
      messages: ['WORKDIR sub is relative.'],
      lines: [4],
    },
    'any relative one, when asked': {
      options: { always: true },
      dockerfile: 'FROM a:1\nWORKDIR /app\nWORKDIR sub',
      messages: ['WORKDIR sub is relative.'],
      lines: [3],
    },
  },
});
