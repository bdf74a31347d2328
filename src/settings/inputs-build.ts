import type { InputSpec } from './input-spec.ts';
import { both } from './input-spec.ts';

const builds = ['check', 'inspect'] as const;
const buildsOrCompares = [...builds, 'compare'] as const;

/** How images are built; names as `docker build` has them. */
export const buildInputs = [
  {
    name: 'no-build',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: ['check'],
    description: 'Build nothing and need no engine: only rules that look at the Dockerfile and the build context run.',
  },
  {
    name: 'builder',
    kind: 'choice',
    choices: ['auto', 'engine', 'buildx'],
    default: 'auto',
    on: both,
    commands: buildsOrCompares,
    description: 'How images are built: through the Engine API, by docker buildx, or whichever does what is asked.',
  },
  {
    name: 'secrets',
    flag: 'secret',
    kind: 'list',
    placeholder: 'id=ID,src=FILE',
    on: both,
    commands: buildsOrCompares,
    description: 'Secrets for the build: id=ID,src=FILE or id=ID,env=NAME.',
  },
  {
    name: 'ssh',
    kind: 'list',
    placeholder: 'default|ID=SOCKET',
    on: both,
    commands: buildsOrCompares,
    description: 'SSH agents for the build.',
  },
  {
    name: 'cache-from',
    kind: 'list',
    placeholder: 'SOURCE',
    on: both,
    commands: builds,
    description: 'Where buildx imports its cache from.',
  },
  {
    name: 'cache-to',
    kind: 'list',
    placeholder: 'TARGET',
    on: both,
    commands: builds,
    description: 'Where buildx exports its cache to.',
  },
  {
    name: 'build-contexts',
    flag: 'build-context',
    kind: 'map',
    placeholder: 'NAME=SOURCE',
    on: both,
    commands: buildsOrCompares,
    description: 'Named build contexts.',
  },
  {
    name: 'network',
    kind: 'choice',
    choices: ['default', 'host', 'none'],
    on: both,
    commands: buildsOrCompares,
    description: 'The network of RUN steps.',
  },
  {
    name: 'no-cache',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: builds,
    description: 'Build without the cache.',
  },
  {
    name: 'pull',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: builds,
    description: 'Look for a newer base image before building.',
  },
] as const satisfies readonly InputSpec[];
