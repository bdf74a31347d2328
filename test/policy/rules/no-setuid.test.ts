import { noSetuid } from '../../../src/policy/rules/no-setuid.ts';
import { directory, file, hardlink, symlink, whiteout } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const sudo = file('usr/bin/sudo', 100, { mode: 0o4755 });

describeRule(noSetuid, {
  passes: {
    'ordinary files': { layers: [[file('bin/a', 1, { mode: 0o755 })]] },
    'the base’s own': { measurement: { baseLayers: 1 }, layers: [[sudo], [file('app', 1)]] },
    'one that a later layer deletes': { layers: [[sudo], [whiteout('usr/bin/sudo')]] },
    'one that a later layer makes ordinary': { layers: [[sudo], [file('usr/bin/sudo', 100, { mode: 0o755 })]] },
    'an accepted one': { options: { allow: ['/usr/bin/sudo'] }, layers: [[sudo]] },
    'a setgid folder, which is about new files': { layers: [[directory('srv', { mode: 0o2775 })]] },
    'setgid without execution, which is about locks': { layers: [[file('a', 1, { mode: 0o2644 })]] },
    'a sticky file': { layers: [[file('a', 1, { mode: 0o1755 })]] },
    'capabilities, unless they count': { layers: [[file('ping', 1, { hasCapabilities: true })]] },
    'a link to the base’s': {
      measurement: { baseLayers: 1 },
      layers: [[sudo], [symlink('bin/sudo', '/usr/bin/sudo')]],
    },
  },
  fails: {
    setuid: {
      layers: [[file('a', 1)], [sudo]],
      layerLines: [1, 7],
      messages: ['A program runs with more rights than its caller: /usr/bin/sudo (setuid of root).'],
      lines: [7],
      paths: [['/usr/bin/sudo']],
    },
    setgid: {
      layers: [[file('bin/wall', 1, { mode: 0o2755, gid: 5 })]],
      messages: ['A program runs with more rights than its caller: /bin/wall (setgid of 5).'],
    },
    'setuid of an ordinary user': {
      layers: [[file('bin/x', 1, { mode: 0o4711, uid: 1000 })]],
      messages: ['A program runs with more rights than its caller: /bin/x (setuid of 1000).'],
    },
    'the base’s, when all count': {
      options: { of: 'all' },
      measurement: { baseLayers: 1 },
      layers: [[sudo]],
      messages: ['A program runs with more rights than its caller: /usr/bin/sudo (setuid of root).'],
    },
    'the base’s, made setuid here': {
      measurement: { baseLayers: 1 },
      layers: [[file('bin/sh', 1, { mode: 0o755 })], [file('bin/sh', 1, { mode: 0o4755 })]],
      messages: ['A program runs with more rights than its caller: /bin/sh (setuid of root).'],
    },
    'each layer by itself, the lower first': {
      layers: [[directory('d'), file('q', 1, { mode: 0o4755 })], [file('d/x', 1, { mode: 0o4755 })]],
      messages: [
        'A program runs with more rights than its caller: /q (setuid of root).',
        'A program runs with more rights than its caller: /d/x (setuid of root).',
      ],
    },
    // A file is met at its place in the tree, where that of the higher layer may come first.
    'the lower layer first, wherever its files stand': {
      layers: [[file('z/low', 1, { mode: 0o4755 })], [file('a/high', 1, { mode: 0o4755 })]],
      layerLines: [3, 9],
      messages: [
        'A program runs with more rights than its caller: /z/low (setuid of root).',
        'A program runs with more rights than its caller: /a/high (setuid of root).',
      ],
      lines: [3, 9],
    },
    'two names of one program, once': {
      layers: [[sudo, hardlink('usr/bin/sudoedit', 'usr/bin/sudo', { mode: 0o4755 })]],
      messages: ['A program runs with more rights than its caller: /usr/bin/sudo (setuid of root).'],
    },
    'a program that only its second name makes setuid': {
      layers: [[file('usr/bin/tool', 1, { mode: 0o755 }), hardlink('usr/bin/x', 'usr/bin/tool', { mode: 0o4755 })]],
      messages: ['A program runs with more rights than its caller: /usr/bin/tool (setuid of root).'],
    },
    'capabilities, when they count': {
      options: { capabilities: true },
      layers: [[file('ping', 1, { hasCapabilities: true })]],
      messages: ['A program runs with more rights than its caller: /ping (capabilities).'],
    },
  },
});
