import type { InputSpec } from './input-spec.ts';
import { both } from './input-spec.ts';

const check = ['check'] as const;
const builds = ['check', 'inspect'] as const;
const buildsOrCompares = [...builds, 'compare'] as const;

/** What is checked and against what. */
export const imageInputs = [
  {
    name: 'working-directory',
    kind: 'text',
    placeholder: 'DIR',
    on: ['action'],
    commands: check,
    description:
      'The folder of the checkout, seen from the workspace, for jobs that check out several repositories. Reports are written into the workspace all the same. Default: the workspace.',
  },
  {
    name: 'config',
    kind: 'text',
    placeholder: 'FILE',
    on: both,
    commands: ['check', 'compare', 'policy', 'audit'],
    description: 'The configuration file. Default: .github/plimsoll.yml, else plimsoll.yml, else none.',
  },
  {
    name: 'only',
    kind: 'list',
    placeholder: 'NAME',
    on: both,
    commands: ['check', 'compare'],
    description: 'Names of images in the configuration to check; all when not given.',
  },
  {
    name: 'image',
    kind: 'text',
    placeholder: 'SOURCE',
    on: both,
    commands: builds,
    description: 'An existing image to check instead of building one.',
  },
  {
    name: 'dockerfile',
    flag: 'file',
    short: 'f',
    kind: 'text',
    placeholder: 'FILE',
    on: both,
    commands: buildsOrCompares,
    description: 'The Dockerfile. Default: Dockerfile in the context.',
  },
  {
    name: 'context',
    kind: 'text',
    placeholder: 'DIR',
    on: both,
    commands: buildsOrCompares,
    description: 'The build context. Default: the folder of the Dockerfile.',
  },
  {
    name: 'target',
    kind: 'text',
    placeholder: 'STAGE',
    on: both,
    commands: [...buildsOrCompares, 'dockerfile'],
    description: 'The stage to build. Default: the last.',
  },
  {
    name: 'build-args',
    flag: 'build-arg',
    kind: 'map',
    placeholder: 'NAME=VALUE',
    on: both,
    commands: [...buildsOrCompares, 'dockerfile'],
    description: 'Build arguments (ARG).',
  },
  {
    name: 'platform',
    kind: 'text',
    placeholder: 'OS/ARCH',
    on: both,
    commands: ['check', 'inspect', 'compare', 'audit'],
    description: 'The platform to build or read, such as linux/amd64. Default: the engine’s own.',
  },
  {
    name: 'variants',
    kind: 'choice',
    choices: ['auto', 'off'],
    on: both,
    commands: check,
    description: 'Whether single-stage and multi-stage are built and compared. Default: auto.',
  },
  {
    name: 'baseline',
    kind: 'text',
    placeholder: 'recorded|rebuild|image:REF|file:PATH|none',
    on: both,
    commands: check,
    description:
      'What the image is held against: recorded, rebuild, image:REF, file:PATH (a stored JSON report) or none. Default: in a pull request what is recorded, else a rebuild.',
  },
  {
    name: 'base',
    kind: 'text',
    placeholder: 'REV',
    on: ['cli'],
    commands: check,
    description:
      'The revision a change is held against, as a pull request’s base: configuration, policies and waivers are read from it.',
  },
  {
    name: 'noise',
    kind: 'boolean',
    default: 'false',
    on: ['cli'],
    commands: ['compare'],
    description: 'Build one source twice without the cache, and tell what differs although nothing changed.',
  },
  {
    name: 'save-baseline',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: check,
    description:
      'Store the measurements on the branch plimsoll-data, for `baseline: recorded`; not in pull requests. The action needs contents: write.',
  },
] as const satisfies readonly InputSpec[];
