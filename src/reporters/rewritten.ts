import type { Comparison } from '../result/result.ts';
import { formatBytes } from '../units.ts';
import { plural } from './verdict.ts';

/** Files that kept their size with other contents, in a sentence of ours; undefined where there are none but build noise. */
export function rewrittenWords({ rewritten }: Pick<Comparison, 'rewritten'>): string | undefined {
  if (!rewritten || rewritten.files === rewritten.noisyFiles) return undefined;
  const { files, bytes, noisyFiles } = rewritten;
  const noisy = noisyFiles === 0 ? '' : `, ${noisyFiles} of them known to differ from build to build`;
  return `${plural(files, 'file')} kept ${files === 1 ? 'its' : 'their'} size with other contents: ${formatBytes(bytes)}${noisy}.`;
}
