import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { Revisions } from './baseline-commit.ts';
import { recordedBaseline } from './baseline-recorded.ts';
import { fromReport, maxReportBytes } from './baseline-report.ts';
import { publishedBaseline } from './baseline-published.ts';
import { noBaseline, noRepository, type BaselineAtHand, type BaselineRequest } from './baseline-request.ts';
import { pathInside } from './inside.ts';
import { rebuiltBaseline } from './rebuild.ts';
import type { Workshop } from './workshop.ts';

/**
 * Finds the baseline of an image. Where it is looked for and not there, the reason is the result.
 * @throws UserError `no-such-image`, `no-baseline-file`, `bad-baseline-file`: what was asked for by name must be there.
 */
export async function findBaseline(request: BaselineRequest, workshop: Workshop): Promise<BaselineAtHand> {
  const { image, measurement, revisions } = request;
  const { baseline: setting } = image;
  switch (setting.from) {
    case 'none':
      return without('No baseline is configured.');
    case 'image':
      return publishedBaseline(setting.reference, request, workshop);
    case 'file': {
      const text = await reportText(setting.path, revisions, workshop.checkout);
      const of = { name: image.name, platform: measurement.platform };
      return { baseline: fromReport(setting.path, of, text) };
    }
    case 'recorded':
      return orReason(async () => ({ baseline: await recordedBaseline(request, workshop) }));
    case 'rebuild':
      return orReason(() => rebuiltBaseline(request, workshop));
    case 'default':
      return byDefault(request, workshop);
  }
}

/** In a pull request: what is recorded, else a rebuild. Elsewhere nothing was asked for. */
async function byDefault(request: BaselineRequest, workshop: Workshop): Promise<BaselineAtHand> {
  const { base, repository } = request.revisions;
  if (!base) return without('No baseline is configured.');
  if (!repository) return { baseline: noRepository };
  const { baseline: recorded } = await orReason(async () => ({ baseline: await recordedBaseline(request, workshop) }));
  if (recorded.state === 'found' || recorded.isNew) return { baseline: recorded };
  const rebuilt = await orReason(() => rebuiltBaseline(request, workshop));
  if (rebuilt.baseline.state === 'found' || rebuilt.baseline.isNew) return rebuilt;
  return without(`${recorded.reason} ${rebuilt.baseline.reason}`);
}

/** A stored report is the base's where the base has it: a change does not bring its own measure. */
async function reportText(path: string, { base }: Revisions, checkout: Checkout): Promise<string | undefined> {
  const inside = pathInside(path, checkout);
  const committed = inside === undefined ? undefined : await base?.readText(inside, maxReportBytes);
  return committed ?? checkout.readText(path, maxReportBytes);
}

const without = (reason: string): BaselineAtHand => ({ baseline: noBaseline(reason) });

async function orReason(find: () => Promise<BaselineAtHand>): Promise<BaselineAtHand> {
  try {
    return await find();
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return without(`The baseline could not be had: ${thrown.message.replaceAll('\n', ' ')}`);
  }
}
