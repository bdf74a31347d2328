import { oneProcess } from '../../../src/policy/rules/one-process.ts';
import { describeRule } from '../../support/rules.ts';

const cmd = (...words: readonly string[]) => ({ dockerfile: `FROM a:1\nCMD ${JSON.stringify(words)}` });

describeRule(oneProcess, {
  passes: {
    'a program': cmd('/app', 'start'),
    'a program behind an init': cmd('tini', '--', '/app'),
    'a script that prepares and execs': { dockerfile: 'FROM a:1\nCMD migrate && exec /app' },
    'a supervisor that is accepted': { options: { allow: ['supervisor*'] }, ...cmd('supervisord') },
    'an ampersand in a word': cmd('/app', 'http://x/?a=1&b=2'),
  },
  fails: {
    'a supervisor': {
      ...cmd('/usr/bin/supervisord', '-n'),
      messages: ['Runs a supervisor of several processes: `/usr/bin/supervisord -n`.'],
      lines: [2],
    },
    'an init system': { ...cmd('/sbin/init'), messages: ['Runs a supervisor of several processes: `/sbin/init`.'] },
    'a supervisor behind an init': {
      ...cmd('/usr/bin/tini', '-g', '--', 'supervisord'),
      messages: ['Runs a supervisor of several processes: `supervisord`.'],
    },
    'a service started in front': {
      dockerfile: 'FROM a:1\nCMD service cron start && /app',
      messages: ['Starts a service beside the program: `service cron start`.'],
    },
    'a script of init.d': {
      dockerfile: 'FROM a:1\nCMD /etc/init.d/nginx start; tail -f /dev/null',
      messages: ['Starts a service beside the program: `/etc/init.d/nginx start`.'],
    },
    'a process in the background': {
      ...cmd('sh', '-c', 'nginx & exec /app'),
      messages: ['Starts a process in the background: `nginx &`.'],
    },
  },
});
