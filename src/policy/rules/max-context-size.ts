import { z } from 'zod';
import { formatBytes, formatPair } from '../../units.ts';
import { byteSize } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';

export const maxContextSize = defineSourceRule({
  id: 'max-context-size',
  group: 'size',
  summary: 'Limit what is sent to the builder.',
  why: 'Every build waits for it, and a `COPY .` takes it all into the image, secrets included.',
  howToPass: 'List in `.dockerignore` what the build does not read: `.git`, dependencies, build output.',
  narrows: { max: 'smaller' },
  options: () =>
    z.strictObject({ max: byteSize.default(100_000_000).describe('The most the build context may hold.') }),
  gathers: ['context'],
  *check({ context }, { max }) {
    if (!context) {
      yield { unknown: 'There is no build context: the image was not built here.' };
      return;
    }
    const excess = context.bytes - max;
    if (excess <= 0) return;
    const [sent, limit] = formatPair(context.bytes, max);
    const files = `${context.files} ${context.files === 1 ? 'file' : 'files'}`;
    yield {
      message: `The build context is ${sent} in ${files}, ${formatBytes(excess)} over the limit of ${limit}.`,
      bytes: excess,
      ...(context.topFolders && { paths: context.topFolders.slice(0, 10).map(({ path }) => path) }),
    };
  },
});
