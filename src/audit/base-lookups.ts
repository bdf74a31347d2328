import { dayOf, labelledBase } from '../check/published-base.ts';
import { once } from '../check/remember.ts';
import { Interrupted, UserError } from '../errors.ts';
import type { ImageFacts } from '../image/image.ts';
import { formatReference, readReference, withDefaultTag, type ImageReference } from '../image/reference.ts';
import type { AuditedImage } from '../result/audit.ts';
import type { LookedUpBase } from '../result/fleet.ts';
import type { AuditRequest, AuditWorkshop } from './audit.ts';
import { digestOfSource } from './fleet/known-bases.ts';
import type { Target } from './plan.ts';
import { signalWithin } from '../deadline.ts';

/** Asks registries for the bases that images are said to stand on, for each once however many images name it. */
export interface BaseLookups {
  /** What an image's label says. Where the audit asks no registries, nothing is asked. */
  ofLabel(facts: ImageFacts): Promise<AuditedImage['statedBase']>;
  /** Where the tag leads today of a base that is named by tag and digest. */
  ofPin(target: Target, platform: string): Promise<void>;
  /** In the order of their names. */
  found(): Promise<readonly LookedUpBase[]>;
}

/** Keeps what was asked in one audit. What a registry does not answer leaves the question open, and nothing else. */
export function baseLookups(
  { local, budget }: Pick<AuditRequest, 'local' | 'budget'>,
  { images, signal }: Pick<AuditWorkshop, 'images' | 'signal'>,
): BaseLookups {
  const asked = new Map<string, Promise<LookedUpBase>>();
  const ask = (reference: ImageReference, platform: string): Promise<LookedUpBase> => {
    const name = formatReference(reference);
    return once(asked, `${name} ${platform}`, async () => {
      // It is asked for many images: the time of one of them does not end it.
      const within = signalWithin(signal, budget.timeMs);
      return { reference: name, platform, found: await lookUp(name, platform, images, within, signal) };
    });
  };
  return {
    async ofLabel(facts) {
      const said = labelledBase(facts);
      if (!said) return undefined;
      if ('unasked' in said) return said;
      const { digest } = said;
      const more = digest === null ? {} : { digest };
      const name = formatReference({ ...withDefaultTag(said), digest: null });
      if (said.tag === null && digest !== null)
        return { name, ...more, unasked: `${name}@${digest} names no tag, so nothing says what is newer.` };
      if (local) return { name, ...more, unasked: 'The audit looked at the local engine and asked no registry.' };
      await ask({ ...withDefaultTag(said), digest: null }, facts.platform);
      if (digest !== null) await ask({ ...said, tag: null }, facts.platform);
      return { name, ...more };
    },
    async ofPin({ name, role }, platform) {
      const reference = readReference(name.split(' ')[0] ?? '');
      if (local || role !== 'base' || typeof reference === 'string') return;
      if (reference.tag !== null && reference.digest !== null) await ask({ ...reference, digest: null }, platform);
    },
    async found() {
      const all = await Promise.all(asked.values());
      return all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    },
  };
}

const keyOf = ({ reference, platform }: LookedUpBase): string => `${reference} ${platform}`;

async function lookUp(
  name: string,
  platform: string,
  images: AuditWorkshop['images'],
  within: AbortSignal,
  signal: AbortSignal,
): Promise<LookedUpBase['found']> {
  try {
    const { facts } = await images.open({ kind: 'registry', reference: name }, platform, within);
    const { diffIds, blobs, imageId, source } = facts;
    const created = dayOf(facts.created);
    return {
      digest: digestOfSource(source) ?? imageId,
      ...(created !== undefined && { created }),
      layers: diffIds.map((diffId, index) => ({ diffId, ...pullOf(blobs?.[index]) })),
    };
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof Interrupted ? thrown : new Interrupted('The audit was interrupted.');
    if (within.aborted) return { unknown: `Its registry did not answer in time for ${name}.` };
    if (!(thrown instanceof UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  }
}

const pullOf = (blob: { readonly bytes: number } | undefined) => blob && { pullBytes: blob.bytes };
