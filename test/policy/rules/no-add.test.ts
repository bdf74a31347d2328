import { noAdd } from '../../../src/policy/rules/no-add.ts';
import { describeRule } from '../../support/rules.ts';

const add = (rest: string) => ({ dockerfile: `FROM a:1\nADD ${rest}` });

describeRule(noAdd, {
  passes: {
    COPY: { dockerfile: 'FROM a:1\nCOPY a /a' },
    'an archive': add('rootfs.tar.xz /'),
    'a packed archive of one suffix': add('rootfs.tgz /'),
    'an archive in quotes': add('"file.tgz" /x/'),
    'a URL': add('https://example.com/a /a'),
    'a repository': add('git@github.com:a/b.git /src'),
    'a repository by URL': add('https://github.com/a/b.git#main /src'),
    'what a variable may hold': add('$URL /a'),
    'an archive among files': add('a b.tar /x/'),
  },
  fails: {
    'a file': { ...add('app /app'), messages: ['ADD app does what COPY does.'], lines: [2] },
    'a folder in JSON form': { ...add('["a b", "/x"]'), messages: ['ADD a b does what COPY does.'] },
    everything: { ...add('--chown=1:1 . /srv'), messages: ['ADD . does what COPY does.'] },
    'a file in a builder': {
      dockerfile: 'FROM a:1 AS b\nADD x /x\nFROM a:1',
      messages: ['ADD x does what COPY does.'],
      lines: [2],
    },
  },
});
