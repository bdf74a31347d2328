import type { InputSpec } from './input-spec.ts';
import { both } from './input-spec.ts';

const reads = ['check', 'inspect', 'compare', 'audit'] as const;

/** How images are read. */
export const readingInputs = [
  {
    name: 'insecure-registries',
    flag: 'insecure-registry',
    kind: 'list',
    placeholder: 'HOST[:PORT]',
    on: both,
    commands: reads,
    description: 'Registries that may be read in plain http; this machine’s own always may.',
  },
  {
    name: 'cache-dir',
    kind: 'text',
    placeholder: 'DIR',
    on: both,
    commands: reads,
    description:
      'The folder in which layers that were read are kept, so that they are not read again. Default: none in the action, plimsoll/layers in the user’s cache on the command line.',
  },
  {
    name: 'no-layer-cache',
    kind: 'boolean',
    default: 'false',
    on: ['cli'],
    commands: reads,
    description: 'Read every layer, and keep none.',
  },
  {
    name: 'source-mode',
    kind: 'choice',
    choices: ['auto', 'stream'],
    default: 'auto',
    on: both,
    commands: reads,
    description:
      'How the layers of an engine’s images are read: auto, from the engine’s own store by a container that is created and never started, where that can be; stream, from the export alone.',
  },
] as const satisfies readonly InputSpec[];
