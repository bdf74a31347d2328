import type { InputSpec } from './input-spec.ts';
import { inputSpecs } from './inputs.ts';

const shared = new Set<string>(['comment', 'comment-id', 'github-token']);

/** What comment/action.yml can be told. */
export const commentInputSpecs: readonly InputSpec[] = [
  {
    name: 'artifact',
    kind: 'text',
    default: 'plimsoll',
    placeholder: 'NAME',
    on: ['action'],
    commands: ['check'],
    description: 'The artifact of the run that ended; it holds plimsoll.json and nothing else.',
  },
  ...inputSpecs.filter(({ name }) => shared.has(name)),
];
