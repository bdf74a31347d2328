import { manifestEntrypoint } from '../../../src/policy/rules/manifest-entrypoint.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const shell = ['/bin/sh', '-c', 'exec app'];
const keep = { 'keep-entrypoint': true };

describeRule(manifestEntrypoint, {
  passes: {
    'args for an ENTRYPOINT that takes them': { manifest: aPod('args: [-v]'), config: { entrypoint: ['app'] } },
    'args for a shell whose script hands them on': {
      manifest: aPod('args: [-v]'),
      config: { entrypoint: ['sh', '-c', 'exec app "$@"', '--'] },
    },
    'args for an image without ENTRYPOINT': { manifest: aPod('args: [app]'), config: { cmd: ['x'] } },
    'a command in place of an ENTRYPOINT, as many manifests mean it': {
      manifest: aPod('command: [other], args: [x]'),
      config: { entrypoint: shell },
    },
    'a command that keeps the ENTRYPOINT': {
      manifest: aPod('command: [/sbin/tini, --, app]'),
      config: { entrypoint: ['tini', '--'] },
      options: keep,
    },
    'steps, whose controller decides': {
      manifest: 'kind: Task\nspec: { steps: [{ image: "app:1", args: [x] }] }\n',
      config: { entrypoint: shell },
    },
  },
  fails: {
    'args that a shell ignores': {
      manifest: aPod('\nargs: [-v]'),
      config: { entrypoint: shell },
      messages: [
        '`args` has no effect: ENTRYPOINT is a shell whose script ignores its arguments (["/bin/sh","-c","exec app"]).',
      ],
      lines: [4],
    },
    'args that name the program once more': {
      manifest: aPod('args: [nginx, -g, "daemon off;"]'),
      config: { entrypoint: ['tini', '--', '/usr/sbin/nginx'] },
      messages: [
        '`args` begins with nginx, which ENTRYPOINT ["tini","--","/usr/sbin/nginx"] runs already: it gets its own name as its first argument.',
      ],
    },
    'a command in place of an entry script, where that is asked for': {
      manifest: aPod('command: [postgres]'),
      config: { entrypoint: ['docker-entrypoint.sh'], cmd: ['postgres'] },
      options: keep,
      messages: ['`command` replaces the image’s ENTRYPOINT ["docker-entrypoint.sh"] and drops its CMD ["postgres"].'],
    },
  },
});
