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
  {
    name: 'insecure-registries',
    flag: 'insecure-registry',
    kind: 'list',
    placeholder: 'HOST[:PORT]',
    on: both,
    commands: ['check', 'inspect', 'compare', 'audit'],
    description: 'Registries that may be read in plain http; this machine’s own always may.',
  },
  {
    name: 'cache-dir',
    kind: 'text',
    placeholder: 'DIR',
    on: both,
    commands: ['check', 'inspect', 'compare', 'audit'],
    description:
      'The folder in which layers that were read are kept, so that they are not read again. Default: none in the action, plimsoll/layers in the user’s cache on the command line.',
  },
  {
    name: 'no-layer-cache',
    kind: 'boolean',
    default: 'false',
    on: ['cli'],
    commands: ['check', 'inspect', 'compare', 'audit'],
    description: 'Read every layer, and keep none.',
  },
  {
    name: 'policy',
    kind: 'text',
    placeholder: 'POLICY',
    on: both,
    commands: ['check', 'policy', 'audit'],
    description:
      'What the policy extends, in place of the configuration’s `extends`: recommended, strict, distroless, ./path.yml or OWNER/REPO/PATH@REF.',
  },
  {
    name: 'org-policy',
    kind: 'text',
    placeholder: 'OWNER/REPO/PATH@REF',
    on: both,
    commands: ['check', 'policy', 'audit'],
    description:
      'The organisation’s policy: whatever the repository’s says, nothing is judged by less. OWNER/REPO/PATH@REF, or a preset.',
  },
  {
    name: 'fail-on',
    kind: 'choice',
    choices: ['error', 'warning'],
    default: 'error',
    on: both,
    commands: ['check', 'audit'],
    description: 'The lowest level that fails the check.',
  },
  {
    name: 'warn-only',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: ['check', 'audit'],
    description: 'Report violations but pass all the same.',
  },
] as const satisfies readonly InputSpec[];
