import { nonRoot } from '../../../src/policy/rules/non-root.ts';
import { file, symlink } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'toor:x:0:0::/root:/bin/sh',
  'app:x:10001:10001::/home/app:/bin/sh',
  'wheel:x:10002:0::/:/bin/sh',
  '4242:x:0:0::/:/bin/sh',
  '0:x:1234:1234::/:/bin/sh',
  'broken:x:ten:10::/:/bin/sh',
  'app:x:0:0::/:/bin/sh',
].join('\n');
const group = 'root:x:0:\nstaff:x:50:app\n';
const layers = [[file('etc/passwd', passwd), file('etc/group', group)]];
const user = (name: string, more: object = {}) => ({ dockerfile: `FROM a:1\nUSER ${name}`, layers, ...more });
const isRoot = (name: string, more: object = {}) => ({
  ...user(name, more),
  messages: [`USER ${name} is root (uid 0).`],
  lines: [2],
});

describeRule(nonRoot, {
  passes: {
    'a number': user('10001'),
    'a name of the image’s passwd': user('app'),
    'a number without an account': user('65532'),
    'a number that is the name of an account with uid 0': user('4242'),
    'a number when the files were not read: it is its own uid': { config: { user: '1000' } },
    'a name with a group': user('app:staff'),
    'root’s group, unless it is forbidden': user('10001:0'),
    'a number within the range': user('10001', { options: { 'min-uid': 10000 } }),
    'the lowest and the highest number of the range': user('1000', { options: { 'min-uid': 1000, 'max-uid': 1000 } }),
    'a number on scratch, where there are no accounts': {
      dockerfile: 'FROM scratch\nUSER 10001',
      layers: [[file('app', 1)]],
    },
    'a passwd behind a link': {
      dockerfile: 'FROM a:1\nUSER app',
      layers: [[symlink('etc/passwd', '../usr/passwd'), file('usr/passwd', passwd)]],
    },
    'root in a stage that does not ship': {
      dockerfile: 'FROM a:1 AS b\nUSER root\nFROM a:1\nCOPY --from=b /x /x\nUSER app',
      layers,
    },
    'the user of the stage it is FROM': { dockerfile: 'FROM a:1 AS b\nUSER app\nFROM b', layers },
  },
  fails: {
    'no USER': {
      dockerfile: 'FROM a:1',
      layers,
      messages: ['No USER is set: the process runs as root.'],
      lines: [1],
    },
    'a USER in the builder alone': {
      dockerfile: 'FROM a:1 AS b\nUSER app\nFROM a:1\nCOPY --from=b /x /x',
      layers,
      messages: ['No USER is set: the process runs as root.'],
      lines: [3],
    },
    'root by name': isRoot('root'),
    'root with group': isRoot('0:0'),
    'root’s name with another group': isRoot('root:staff'),
    'a zero with a sign': isRoot('+0'),
    'another name with uid 0': isRoot('toor'),
    '0 where an account of another uid has that name': isRoot('0'),
    '00 where an account is called 0': isRoot('00'),
    'root by number when no files were read': {
      config: { user: '00:00' },
      messages: ['USER 00:00 is root (uid 0).'],
    },
    'an account whose uid cannot be read, which runc takes for 0': isRoot('broken'),
    'root after somebody else': {
      dockerfile: 'FROM a:1\nUSER app\nRUN true\nUSER root',
      layers,
      messages: ['USER root is root (uid 0).'],
      lines: [4],
    },
    'what the base image says': {
      dockerfile: 'FROM a:1',
      config: { user: 'root' },
      layers,
      messages: ['USER root is root (uid 0).'],
      lines: [1],
    },
    'a name the image does not know': {
      ...user('nobody'),
      messages: ['USER nobody cannot be resolved: the image has no user nobody, so the container does not start.'],
    },
    'a name on scratch': {
      dockerfile: 'FROM scratch\nUSER app',
      layers: [[file('app', 1)]],
      messages: ['USER app cannot be resolved: the image has no user app, so the container does not start.'],
    },
    'a group the image does not know': {
      ...user('app:admins'),
      messages: ['USER app:admins cannot be resolved: the image has no group admins, so the container does not start.'],
    },
    'a number out of range': {
      ...user('4294967295'),
      messages: [
        'USER 4294967295 cannot be resolved: the uid of 4294967295 is out of range, so the container does not start.',
      ],
    },
    'a uid below the range': {
      ...user('1000', { options: { 'min-uid': 10000 } }),
      messages: ['USER 1000 is uid 1000, outside 10000–2147483647.'],
    },
    'a uid above the range': {
      ...user('1001', { options: { 'min-uid': 1000, 'max-uid': 1000 } }),
      messages: ['USER 1001 is uid 1001, outside 1000–1000.'],
    },
    'a name when a number is asked for': {
      ...user('app', { options: { 'numeric-only': true } }),
      messages: ['USER app is a name; a number is asked for (it is uid 10001).'],
    },
    'root’s group, when it is forbidden': {
      ...user('wheel', { options: { 'allow-root-group': false } }),
      messages: ['USER wheel is in group 0.'],
    },
    'a number without account, whose group is 0, when that is forbidden': {
      ...user('65532', { options: { 'allow-root-group': false } }),
      messages: ['USER 65532 is in group 0.'],
    },
    'no USER, even when no files were read': { messages: ['No USER is set: the process runs as root.'] },
  },
  cannotTell: {
    'a name when the files were not read': {
      config: { user: 'app' },
      reasons: ['USER app cannot be resolved: the image’s /etc/passwd and /etc/group were not read.'],
    },
    'the group of a number when the files were not read': {
      config: { user: '1000' },
      options: { 'allow-root-group': false },
      reasons: ['The group of USER 1000 is not known: the image’s /etc/passwd was not read.'],
    },
    'a name when passwd was cut short': {
      config: { user: 'app' },
      layers: [[file('etc/passwd', 5_000_000)]],
      reasons: ['USER app cannot be resolved: the image’s /etc/passwd and /etc/group were not read.'],
    },
  },
});
