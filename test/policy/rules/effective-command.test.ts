import { effectiveCommand } from '../../../src/policy/rules/effective-command.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(effectiveCommand, {
  passes: {
    'a shell of the base image that a new ENTRYPOINT drops': {
      dockerfile: 'FROM debian:12\nENTRYPOINT ["/app"]',
      baseConfig: { cmd: ['/bin/bash'] },
    },
    'a CMD of the base image that is said to be unwanted': {
      dockerfile: 'FROM postgres:17\nENTRYPOINT ["/wait.sh"]\nCMD []',
      baseConfig: { cmd: ['postgres'] },
    },
    'a program of the base image that the new ENTRYPOINT names': {
      dockerfile: 'FROM nginx:1\nENTRYPOINT ["/usr/sbin/nginx", "-g", "daemon off;"]',
      baseConfig: { cmd: ['nginx', '-g', 'daemon off;'] },
    },
    'an ENTRYPOINT that is the base image’s own': {
      dockerfile: 'FROM postgres:17',
      config: { entrypoint: ['docker-entrypoint.sh'], cmd: ['postgres'] },
      baseConfig: { entrypoint: ['docker-entrypoint.sh'], cmd: ['postgres'] },
    },
    'an ENTRYPOINT': { dockerfile: 'FROM a:1\nENTRYPOINT ["/app"]' },
    'an ENTRYPOINT over a CMD of a stage that does not ship': {
      dockerfile: 'FROM a:1 AS b\nCMD ["x"]\nFROM a:1\nENTRYPOINT ["/app"]',
    },
    'a CMD that is dropped in words': { dockerfile: 'FROM a:1 AS b\nCMD ["x"]\nFROM b\nENTRYPOINT ["/app"]\nCMD []' },
    'an ENTRYPOINT with arguments': { dockerfile: 'FROM a:1\nENTRYPOINT ["/app"]\nCMD ["serve"]' },
    'a CMD': { dockerfile: 'FROM a:1\nCMD ["/app"]' },
    'a shell ENTRYPOINT that reads its arguments': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["sh", "-c", "exec /app \\"$@\\"", "--"]\nCMD ["serve"]',
    },
    'a CMD replaced in another stage': { dockerfile: 'FROM a:1 AS b\nCMD ["x"]\nFROM b\nCMD ["y"]' },
    'what the base image runs': { dockerfile: 'FROM a:1', config: { cmd: ['bash'] } },
  },
  fails: {
    'the CMD of the base image that a new ENTRYPOINT drops': {
      dockerfile: 'FROM postgres:17\nUSER postgres\nENTRYPOINT ["/wait.sh"]',
      baseConfig: { entrypoint: ['docker-entrypoint.sh'], cmd: ['postgres'] },
      messages: ['The ENTRYPOINT drops the CMD of the base image, ["postgres"]: nothing takes its place.'],
      lines: [3],
    },
    'nothing to run': {
      dockerfile: 'FROM a:1\nUSER 1',
      messages: ['There is nothing to run: neither ENTRYPOINT nor CMD is set.'],
      lines: [1],
    },
    'a CMD that a shell ENTRYPOINT ignores': {
      dockerfile: 'FROM a:1\nENTRYPOINT /app\nCMD ["serve"]',
      messages: ['CMD has no effect: ENTRYPOINT is a shell whose script ignores its arguments (["serve"]).'],
      lines: [3],
    },
    'the same with the base’s ENTRYPOINT': {
      dockerfile: 'FROM a:1\nCMD ["serve"]',
      config: { entrypoint: ['/bin/sh', '-c', '/app'] },
      messages: ['CMD has no effect: ENTRYPOINT is a shell whose script ignores its arguments (["serve"]).'],
    },
    'several CMDs': {
      dockerfile: 'FROM a:1\nCMD ["a"]\nRUN x\nCMD ["b"]\nCMD ["c"]',
      messages: ['This CMD has no effect: line 4 replaces it.', 'This CMD has no effect: line 5 replaces it.'],
      lines: [2, 4],
    },
    'several ENTRYPOINTs': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\nCMD []',
      messages: ['This ENTRYPOINT has no effect: line 3 replaces it.'],
      lines: [2],
    },
    'a new ENTRYPOINT over the CMD of the stage below': {
      dockerfile: 'FROM a:1 AS b\nCMD ["serve"]\nFROM b\nENTRYPOINT ["/app"]',
      messages: ['The ENTRYPOINT drops the CMD of line 2, which a stage below states.'],
      lines: [4],
    },
  },
});
