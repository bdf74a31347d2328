import { z } from 'zod';
import { formatBytes, formatPair } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { defineRule } from '../rule.ts';

export const maxContextSize = defineRule({
  id: 'max-context-size',
  group: 'size',
  summary: 'Limit what is sent to the builder.',
  why: 'Every build waits for it, and a `COPY .` takes it all into the image, secrets included.',
  howToPass: 'List in `.dockerignore` what the build does not read: `.git`, dependencies, build output.',
  options: z.strictObject({ max: byteSize.default(100_000_000).describe('The most the build context may hold.') }),
  *check({ context }, { max }) {
    if (!context) {
      yield {
        unknown:
          'The size of the build context is not known: nothing was built, or the builder read the folder itself.',
      };
      return;
    }
    const excess = context.bytes - max;
    if (excess <= 0) return;
    const [sent, limit] = formatPair(context.bytes, max);
    const files = `${context.files} ${context.files === 1 ? 'file' : 'files'}`;
    yield {
      message: `The build context is ${sent} in ${files}, ${formatBytes(excess)} over the limit of ${limit}.`,
      bytes: excess,
    };
  },
});
