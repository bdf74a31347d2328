import { noOnbuild } from '../../../src/policy/rules/no-onbuild.ts';
import { describeRule } from '../../support/rules.ts';

const baseTriggers = { 'docker.io/library/app:1': ['COPY . /src', 'RUN make', 'RUN a', 'RUN b'] };

describeRule(noOnbuild, {
  passes: {
    'a base image without triggers': { dockerfile: 'FROM app:1', baseConfig: {} },
    scratch: { dockerfile: 'FROM scratch' },
    'triggers of a base image that is allowed': {
      options: { allow: ['app'] },
      dockerfile: 'FROM app:1',
      baseTriggers,
      baseConfig: {},
    },
    'triggers in a stage that does not ship': {
      dockerfile: 'FROM app:1 AS build\nFROM other\nCOPY --from=build /a /a',
      baseTriggers,
      baseConfig: {},
    },
  },
  fails: {
    'triggers under the stage that ships': {
      dockerfile: 'ARG V\nFROM app:1 AS base\nFROM base',
      baseTriggers,
      baseConfig: {},
      messages: [
        'The base image app:1 runs 4 instructions of its own here (ONBUILD): `COPY . /src`, `RUN make`, `RUN a` and 1 more.',
      ],
      lines: [2],
    },
    'a single one': {
      dockerfile: 'FROM app:1',
      baseTriggers: { 'docker.io/library/app:1': ['USER nobody'] },
      baseConfig: {},
      messages: ['The base image app:1 runs an instruction of its own here (ONBUILD): `USER nobody`.'],
    },
  },
  cannotTell: {
    'when the base image is not at hand': {
      dockerfile: 'FROM app:1',
      reasons: [
        'Whether the base image app:1 has ONBUILD triggers is not known: the engine does not have it by that name.',
      ],
    },
  },
});
