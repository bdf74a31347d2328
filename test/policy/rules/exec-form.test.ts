import { execForm } from '../../../src/policy/rules/exec-form.ts';
import { describeRule } from '../../support/rules.ts';

const noSignals = (what: string, script: string) =>
  `${what}: process 1 is the shell, and it passes no signals on to \`${script}\`.`;

describeRule(execForm, {
  passes: {
    'a script that is replaced in the end': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["/entry.sh"]',
      entryScript: { path: '/entry.sh', from: 'entrypoint', text: '#!/bin/sh\nset -e\nexec "$@"\n' },
    },
    'an ENTRYPOINT in exec form': { dockerfile: 'FROM a:1\nENTRYPOINT ["/app", "serve"]' },
    'a CMD in exec form': { dockerfile: 'FROM a:1\nCMD ["npm", "start"]' },
    'nothing to run at all': { dockerfile: 'FROM a:1' },
    'a shell that is replaced': { dockerfile: 'FROM a:1\nCMD exec npm start' },
    'a shell that is replaced in the end': {
      dockerfile: 'FROM a:1\nCMD ["sh", "-c", "cd /srv && PORT=80 exec ./app"]',
    },
    'a shell without a script, which is what a person asked for': { dockerfile: 'FROM a:1\nCMD ["bash"]' },
    'a script run by its own interpreter': { dockerfile: 'FROM a:1\nENTRYPOINT ["sh", "/entrypoint.sh"]' },
    'CMD in shell form, which a shell ENTRYPOINT ignores': { dockerfile: 'FROM a:1\nENTRYPOINT exec /app\nCMD serve' },
    'shell form in a stage that does not ship': {
      dockerfile: 'FROM a:1 AS b\nCMD serve\nFROM a:1\nCOPY --from=b /x /x\nCMD ["/x"]',
    },
  },
  fails: {
    'a script that stays': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["/entry.sh"]\nCMD ["serve"]',
      entryScript: { path: '/entry.sh', from: 'entrypoint', text: '#!/bin/sh\nmigrate\nnpm start' },
      messages: [
        'The script /entry.sh ends in `npm start` without `exec`: process 1 stays the shell, and it passes no signals on.',
      ],
      lines: [2],
      paths: [['/entry.sh']],
    },
    'an ENTRYPOINT in shell form': {
      dockerfile: 'FROM a:1\nENTRYPOINT npm start',
      messages: [noSignals('ENTRYPOINT is in shell form', 'npm start')],
      lines: [2],
    },
    'a CMD in shell form': {
      dockerfile: 'FROM a:1\nCMD npm start',
      messages: [noSignals('CMD is in shell form', 'npm start')],
      lines: [2],
    },
    'a shell written out': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["sh", "-c", "npm start"]',
      messages: [noSignals('ENTRYPOINT is a shell with -c', 'npm start')],
    },
    'another shell with other flags': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["/bin/bash", "-eo", "pipefail", "-c", "npm start"]',
      messages: [noSignals('ENTRYPOINT is a shell with -c', 'npm start')],
    },
    'a shell as ENTRYPOINT that takes its script from CMD': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["/bin/sh", "-c"]\nCMD ["npm start"]',
      messages: [noSignals('CMD is a shell with -c', 'npm start')],
      lines: [3],
    },
    'a CMD in shell form behind an entrypoint script': {
      dockerfile: 'FROM a:1\nENTRYPOINT ["/entrypoint.sh"]\nCMD npm start',
      messages: [noSignals('CMD is in shell form', 'npm start')],
      lines: [3],
    },
    'only a first command that execs': {
      dockerfile: 'FROM a:1\nCMD exec setup; npm start',
      messages: [noSignals('CMD is in shell form', 'exec setup; npm start')],
    },
    'what the base image says, on the line of FROM': {
      dockerfile: 'FROM a:1\nUSER 1000',
      config: { cmd: ['/bin/sh', '-c', 'serve'] },
      messages: [noSignals('CMD is a shell with -c', 'serve')],
      lines: [1],
    },
    'an image without Dockerfile': {
      config: { entrypoint: ['/bin/sh', '-c', 'serve'] },
      messages: [noSignals('ENTRYPOINT is a shell with -c', 'serve')],
      lines: [undefined],
    },
  },
});
