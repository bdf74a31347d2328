import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import { recordedBaseline } from './baseline-recorded.ts';
import { fromReport, maxReportBytes } from './baseline-report.ts';
import { noBaseline, noRepository, type Baseline, type BaselineRequest } from './baseline-request.ts';
import { pathInside } from './inside.ts';
import { examineReference } from './examine-variant.ts';
import { rebuiltBaseline } from './rebuild.ts';
import type { Workshop } from './workshop.ts';

/** Whether an image is held against anything: then its numbers are wanted, whatever the rules look at. */
export function isHeldAgainst({ baseline: { from } }: ImageSetting, { base }: Revisions): boolean {
  return from === 'default' ? base !== undefined : from !== 'none';
}

/**
 * Finds the baseline of an image. Where it is looked for and not there, the reason is the result.
 * @throws UserError `no-such-image`, `no-baseline-file`, `bad-baseline-file`: what was asked for by name must be there.
 */
export async function findBaseline(request: BaselineRequest, workshop: Workshop): Promise<Baseline> {
  const { image, platform, measurement, revisions } = request;
  const { baseline: setting } = image;
  switch (setting.from) {
    case 'none':
      return noBaseline('No baseline is configured.');
    case 'image': {
      const { measurement: before } = await examineReference(setting.reference, platform, workshop);
      return { state: 'found', from: setting.reference, measurement: before };
    }
    case 'file': {
      const text = await reportText(setting.path, revisions, workshop.checkout);
      return fromReport(setting.path, { name: image.name, platform: measurement.platform }, text);
    }
    case 'recorded':
      return orReason(() => recordedBaseline(request, workshop));
    case 'rebuild':
      return orReason(() => rebuiltBaseline(request, workshop));
    case 'default':
      return byDefault(request, workshop);
  }
}

/** In a pull request: what is recorded, else a rebuild. Elsewhere nothing was asked for. */
async function byDefault(request: BaselineRequest, workshop: Workshop): Promise<Baseline> {
  const { base, repository } = request.revisions;
  if (!base) return noBaseline('No baseline is configured.');
  if (!repository) return noRepository;
  const recorded = await orReason(() => recordedBaseline(request, workshop));
  if (recorded.state === 'found' || recorded.isNew) return recorded;
  const rebuilt = await orReason(() => rebuiltBaseline(request, workshop));
  if (rebuilt.state === 'found' || rebuilt.isNew) return rebuilt;
  return noBaseline(`${recorded.reason} ${rebuilt.reason}`);
}

/** A stored report is the base's where the base has it: a change does not bring its own measure. */
async function reportText(path: string, { base }: Revisions, checkout: Checkout): Promise<string | undefined> {
  const inside = pathInside(path, checkout);
  const committed = inside === undefined ? undefined : await base?.readText(inside, maxReportBytes);
  return committed ?? checkout.readText(path, maxReportBytes);
}

async function orReason(find: () => Promise<Baseline>): Promise<Baseline> {
  try {
    return await find();
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return noBaseline(`The baseline could not be had: ${thrown.message.replaceAll('\n', ' ')}`);
  }
}
