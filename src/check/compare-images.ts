import { compare } from '../compare/compare.ts';
import { rewrittenFiles, type ReadImage } from '../compare/rewritten.ts';
import type { CompareResult } from '../result/inspection.ts';
import type { VariantResult } from '../result/result.ts';
import { examineReference } from './examine-reference.ts';
import { readImage } from './examined.ts';
import { variantsWithoutSecrets } from './without-secrets.ts';
import type { Workshop } from './workshop.ts';

/** Measures two images and compares them. @throws UserError when their platforms differ */
export async function compareImages(
  before: string,
  after: string,
  platform: string | undefined,
  toolVersion: string,
  workshop: Workshop,
): Promise<CompareResult> {
  const one = await measured(before, platform, workshop);
  const other = await measured(after, platform, workshop);
  const rewritten = rewrittenFiles(one.read, other.read);
  const [shownBefore = one.variant, shownAfter = other.variant] = variantsWithoutSecrets([one.variant, other.variant]);
  return {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: toolVersion },
    before: shownBefore,
    after: shownAfter,
    comparison: compare(shownBefore.measurement, shownAfter.measurement, {
      kind: 'baseline',
      before,
      after,
      ...(rewritten && { rewritten }),
    }),
  };
}

async function measured(
  reference: string,
  platform: string | undefined,
  workshop: Workshop,
): Promise<{ readonly variant: VariantResult; readonly read: ReadImage }> {
  const examined = await examineReference(reference, platform, workshop);
  const { source, measurement } = examined;
  return { variant: { name: reference, source, built: false, measurement }, read: readImage(examined) };
}
