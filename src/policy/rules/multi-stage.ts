import { z } from 'zod';
import { buildTools, namesOf } from '../build-tools.ts';
import { finalFrom } from '../dockerfile-lines.ts';
import { formatBytes, formatRatio } from '../../units.ts';
import { byteSize, percent } from '../option-types.ts';
import { defineRule } from '../rule.ts';

export const multiStage = defineRule({
  id: 'multi-stage',
  group: 'size',
  summary: 'Build in one stage and ship from another.',
  why: 'What only the build needs is most of many images, and every tool in it is one an intruder finds there.',
  howToPass: 'Build in a stage of its own and `COPY --from=` only the result into a final stage on a small base.',
  narrows: { max: 'smaller' },
  options: () =>
    z.strictObject({
      max: byteSize.default(1_000_000).describe('Build tools up to this size pass in a single-stage Dockerfile.'),
      'min-saving': percent.optional().describe('The least a multi-stage build must save against its single stage.'),
    }),
  needs: ['dockerfile'],
  *check({ measurement, dockerfile, stages }, { max, 'min-saving': minSaving }) {
    const location = finalFrom(dockerfile);
    const place = location && { location };
    if (dockerfile.stages.length === 1) {
      const tools = buildTools(measurement);
      if (tools.bytes <= max) return;
      yield {
        message: `The only stage ships ${formatBytes(tools.bytes)} of compilers and headers${namesOf(tools.packages)} (also counted as build tools).`,
        bytes: tools.bytes,
        ...place,
      };
      return;
    }
    if (minSaving === undefined) return;
    if (!stages) {
      yield { unknown: 'The single stage was not built, so what the multi-stage build saves is not known.' };
      return;
    }
    const savedBytes = stages.beforeBytes - stages.afterBytes;
    if (savedBytes * 100 >= stages.beforeBytes * minSaving) return;
    const share = stages.beforeBytes === 0 ? '' : ` (${formatRatio(savedBytes / stages.beforeBytes)})`;
    const single = formatBytes(stages.beforeBytes);
    yield {
      message:
        savedBytes < 0
          ? `The multi-stage build is ${formatBytes(-savedBytes)} larger than its single stage of ${single}.`
          : `The multi-stage build saves ${formatBytes(savedBytes)}${share} of ${single}, less than ${minSaving} %.`,
      ...place,
    };
  },
});
