import { z } from 'zod';
import { formatBytes, formatPair } from '../../units.ts';
import { buildTools, namesOf } from '../build-tools.ts';
import { locationOf } from '../layers.ts';
import { byteSize, globs } from '../option-types.ts';
import { defineRule } from '../rule.ts';

export const noBuildTools = defineRule({
  id: 'no-build-tools',
  group: 'contents',
  summary: 'Ship no compilers, headers or build systems.',
  why: 'They are large, they bring most of an image’s known vulnerabilities, and they help whoever breaks in.',
  howToPass: 'Build in a stage of its own, or start from the slim variant of the base image.',
  narrows: { max: 'smaller', allow: 'both-lists' },
  options: () =>
    z.strictObject({
      max: byteSize.default(1_000_000).describe('Build tools up to this size pass.'),
      allow: globs
        .default([])
        .describe('Packages that are the product (globs over their names), as in a toolchain image.'),
    }),
  *check({ measurement }, { max, allow }) {
    const tools = buildTools(measurement, allow);
    if (tools.bytes <= max) return;
    const [largest] = tools.packages;
    const location = largest && locationOf(measurement, largest.layer);
    const [ships, limit] = formatPair(tools.bytes, max);
    const over = max === 0 ? '' : `, over the limit of ${limit}`;
    yield {
      message: `Ships ${ships} of compilers and headers${namesOf(tools.packages)}${over}${largest ? '' : `; ${formatBytes(tools.bytes)} in no package`}.`,
      bytes: tools.bytes,
      ...(location && { location }),
    };
  },
});
