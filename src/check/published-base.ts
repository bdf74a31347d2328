import { UserError } from '../errors.ts';
import { sharedPrefix } from '../image/base-layers.ts';
import type { ImageFacts } from '../image/image.ts';
import { familiarReference, formatReference, readReference, type ImageReference } from '../image/reference.ts';
import {
  baseDigestLabel,
  baseNameLabel,
  isBelow,
  type NotPublished,
  type PublishedBase,
  type PublishedImage,
} from '../policy/published-base.ts';
import type { Workshop } from './workshop.ts';

/** What is asked about: an image, and what is said of the one below it. */
export interface BaseQuestion {
  readonly facts: ImageFacts;
  /** What FROM comes to, `scratch` included; absent for an image that is not built here. */
  readonly from?: string;
  /** When the image below was made, where the engine has it and it was proved to be below. */
  readonly standsOnCreated?: string | undefined;
}

/** What is needed to ask. */
type Asking = Pick<Workshop, 'images' | 'clock' | 'progress' | 'signal'>;

/** Asks the registry for the image that this one is said to stand on; undefined when nothing says so, and for `scratch`. */
export async function publishedBase(
  { facts, from, standsOnCreated }: BaseQuestion,
  workshop: Asking,
): Promise<PublishedBase | undefined> {
  const reference = from === undefined ? labelledBase(facts) : from === 'scratch' ? undefined : readReference(from);
  if (reference === undefined || typeof reference === 'string' || 'unasked' in reference) return undefined;
  const look = (one: ImageReference) => publishedImage(one, facts, workshop);
  const { digest } = reference;
  const pinned = digest === null ? undefined : { digest, image: await look({ ...reference, tag: null }) };
  const createdThere = pinned && 'created' in pinned.image && isBelow(pinned.image) ? pinned.image.created : undefined;
  const created = dayOf(standsOnCreated) ?? createdThere;
  return {
    saidBy: from === undefined ? 'label' : 'dockerfile',
    name: familiarReference({ ...reference, digest: null }),
    now: isTagless(reference)
      ? { unknown: `${familiarReference(reference)} names no tag, so nothing says what is newer.` }
      : await look({ ...reference, tag: reference.tag ?? 'latest', digest: null }),
    ...(pinned && { pinned }),
    ...(created !== undefined && { standsOnCreated: created }),
  };
}

/** What an image's label names, and why its registry is not to be asked where it is not; undefined where there is none, and for `scratch`. */
export function labelledBase(
  facts: ImageFacts,
): ImageReference | { readonly name: string; readonly unasked: string } | undefined {
  const { [baseNameLabel]: name, [baseDigestLabel]: digest } = facts.config.labels;
  const said = [name, digest].filter(Boolean).join('@');
  if (said === '' || said === 'scratch') return undefined;
  const reference = readReference(said);
  // What a label says may be anything.
  if (typeof reference === 'string')
    return { name: said, unasked: `The label ${baseNameLabel} names no image: ${reference}.` };
  if (mayAsk(reference, facts)) return reference;
  const unasked = `The label ${baseNameLabel} names an address without a name, or this machine, which no label may send us to.`;
  return { name: familiarReference(reference), unasked };
}

/** A label is the image author's word: it does not send us to this machine or to a bare address that the image is not from. */
function mayAsk({ domain }: ImageReference, { source }: ImageFacts): boolean {
  const isName = /^[^:]*\.[a-z][a-z0-9-]*(?::\d+)?$/i.test(domain) && !/\.(?:localhost|local)(?::|$)/i.test(domain);
  return isName || source.startsWith(`registry:${domain}/`);
}

const isTagless = ({ tag, digest }: ImageReference): boolean => tag === null && digest !== null;

async function publishedImage(
  reference: ImageReference,
  judged: ImageFacts,
  { images, clock, progress, signal }: Asking,
): Promise<PublishedImage | NotPublished> {
  const name = familiarReference(reference);
  const step = progress.step(`Asking the registry for ${name}`);
  try {
    const source = { kind: 'registry', reference: formatReference(reference) } as const;
    const { facts } = await images.open(source, judged.platform, signal);
    const digest = readReference(facts.source.replace(/^registry:/, ''));
    const created = dayOf(facts.created);
    return {
      digest: digestOf(digest, facts),
      layers: facts.diffIds.length,
      sharedLayers: sharedPrefix(facts.diffIds, judged.diffIds),
      ...(created !== undefined && { created, ageDays: daysBetween(created, clock.today()) }),
    };
  } catch (thrown) {
    // A registry that does not answer leaves the question open; the policy says what that counts as.
    if (!(thrown instanceof UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  } finally {
    step.done();
  }
}

/** The manifest's, which the source of a registry's image names. */
function digestOf(reference: ImageReference | string, { imageId }: ImageFacts): PublishedImage['digest'] {
  const digest = typeof reference === 'string' ? null : reference.digest;
  return isDigest(digest) ? digest : imageId;
}

const isDigest = (text: string | null): text is PublishedImage['digest'] => /^sha(?:256|512):/.test(text ?? '');

/** Reproducible builds state the beginning of time, which is no day that anything was made. */
export function dayOf(created: string | undefined): string | undefined {
  const time = Date.parse(created ?? '');
  return Number.isNaN(time) || time < Date.UTC(1990) ? undefined : new Date(time).toISOString().slice(0, 10);
}

function daysBetween(day: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));
}
