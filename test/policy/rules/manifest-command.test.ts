import { manifestCommand } from '../../../src/policy/rules/manifest-command.ts';
import { directory, file, symlink } from '../../support/images.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const layers = [
  [
    directory('usr'),
    directory('usr/bin'),
    file('usr/bin/app', 'x', { mode: 0o755 }),
    file('usr/bin/notes', 'x', { mode: 0o644 }),
    symlink('usr/bin/gone', '/opt/gone'),
    directory('srv'),
    file('srv/run.sh', 'x', { mode: 0o100 }),
  ],
];
const unread = (word: string) => `Whether ${word} can be run is not known: `;
const noMatter = { layers, config: { entrypoint: ['/usr/bin/app'], cmd: [] } };
const noEntrypoint = { layers, config: { entrypoint: [], cmd: ['app'] } };
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

describeRule(manifestCommand, {
  passes: {
    'a command of the image, by its path': { ...noMatter, manifest: aPod('command: [/usr/bin/app]') },
    'a command of the image, by PATH': { ...noMatter, manifest: aPod('command: [app, x]') },
    'a PATH of the manifest’s own': {
      ...noMatter,
      manifest: aPod('command: [run.sh], env: [{ name: PATH, value: /bin }, { name: PATH, value: /srv }]'),
    },
    'a path from the directory that the manifest names': {
      ...noMatter,
      manifest: aPod('command: [./run.sh], workingDir: /srv'),
    },
    'args of an ENTRYPOINT, which are no programs': { ...noMatter, manifest: aPod('args: [-v]') },
    'args that are the program': { ...noEntrypoint, manifest: aPod('args: [app]') },
    'what the image itself runs, which is another rule’s': {
      layers,
      config: { entrypoint: ['/missing'], cmd: [] },
      manifest: aPod('name: c'),
    },
    'a volume elsewhere': {
      ...noMatter,
      manifest: aPod('command: [/usr/bin/app], volumeMounts: [{ mountPath: /usr/bin/app.d }]'),
    },
    'steps, whose controller decides': {
      config: { entrypoint: [], cmd: [] },
      manifest: 'kind: Task\nspec: { steps: [{ image: "app:1", script: x }] }\n',
    },
  },
  fails: {
    'nothing to run': {
      config: { entrypoint: [], cmd: [] },
      manifest: aPod('name: c'),
      messages: ['Neither the image nor the manifest says what to run: the container does not start.'],
      howToPass: ['Set `command`.'],
      lines: [3],
    },
    'a path that the image does not have': {
      ...noMatter,
      manifest: aPod('\n\ncommand: [/bin/app]'),
      messages: ['`command` runs /bin/app, which the image does not have: the container does not start.'],
      lines: [5],
    },
    'a name that no directory of PATH has': {
      ...noMatter,
      manifest: aPod('command: [sh, -c, app]'),
      messages: [`\`command\` runs sh, which no directory of PATH has (${path}): the container does not start.`],
    },
    'a link that leads nowhere': {
      ...noMatter,
      manifest: aPod('command: [/usr/bin/gone]'),
      messages: [
        '`command` runs /usr/bin/gone, which leads through the link /usr/bin/gone to nothing: the container does not start.',
      ],
    },
    'a file that nobody may execute': {
      ...noMatter,
      manifest: aPod('command: [notes]'),
      messages: [
        '`command` runs notes, and /usr/bin/notes may not be executed by anybody: the container does not start.',
      ],
    },
    'a directory': {
      ...noMatter,
      manifest: aPod('command: [/srv]'),
      messages: ['`command` runs /srv, which is a directory: the container does not start.'],
    },
    'options for a program that is not there, also where no layer is read': {
      config: { entrypoint: [], cmd: ['app'] },
      manifest: aPod('args: [--verbose]'),
      messages: [
        'The image has no ENTRYPOINT, so `args` runs --verbose, which is an option and no program: the container does not start.',
      ],
    },
  },
  cannotTell: {
    'a program where no layer was read': {
      config: { entrypoint: ['app'], cmd: [] },
      manifest: aPod('command: [app]'),
      reasons: [`${unread('app')}the layers were not read.`],
    },
    'a script that a volume brings': {
      ...noMatter,
      manifest: aPod('command: [/scripts/run.sh], volumeMounts: [{ mountPath: /scripts/ }]'),
      reasons: [`${unread('/scripts/run.sh')}a volume is mounted at /scripts/.`],
    },
    'a name where a volume lies over a directory of PATH': {
      ...noMatter,
      manifest: aPod('command: [app], volumeMounts: [{ mountPath: /usr }]'),
      reasons: [`${unread('app')}a volume is mounted at /usr.`],
    },
    'a variable of the container': {
      ...noMatter,
      manifest: aPod('command: [$(APP)]'),
      reasons: [`${unread('$(APP)')}it holds a variable of the container.`],
    },
    'a PATH that comes from elsewhere': {
      ...noMatter,
      manifest: aPod('command: [app], env: [{ name: PATH, valueFrom: {} }]'),
      reasons: [`${unread('app')}the manifest takes PATH from elsewhere.`],
    },
    'programs of Windows': {
      ...noMatter,
      measurement: { platform: 'windows/amd64' },
      manifest: aPod('command: [cmd]'),
      reasons: [`${unread('cmd')}the image is for windows/amd64; only programs of Linux are looked into.`],
    },
  },
});
