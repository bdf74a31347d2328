import { readReference } from '../image/reference.ts';
import { shippingStages, type BaseUse } from './bases.ts';
import { isBelow, type PublishedBase } from './published-base.ts';
import type { Unknown, Violation } from './rule.ts';
import type { SourceSubject, Subject } from './subject.ts';

/** What may be known of the built image where only the sources are sure to be there. */
type Provable = SourceSubject & Partial<Pick<Subject, 'measurement' | 'publishedBase'>>;

/** A base image that is named by the label of an image that was not built here: it has no line. */
export type LabelledBase = Omit<BaseUse, 'via' | 'location'> & { readonly via: 'label'; readonly location?: undefined };

/**
 * Holds the word of a Dockerfile or a label against the artifact: the image's first layers must be those of the image
 * that is named. Proved it says nothing; disproved, of a digest, it is a violation; anything else could not be proved.
 */
export function* proveBase(subject: Provable): Iterable<Violation | Unknown> {
  const { dockerfile, measurement, publishedBase } = subject;
  if (measurement?.baseLayersFrom === 'base-image') return;
  const below = dockerfile && shippingStages(dockerfile).at(-1);
  const name = below ? (below.base.reference ?? below.base.written) : publishedBase?.name;
  if (name === undefined) return;
  if (publishedBase?.pinned) {
    const { digest, image } = publishedBase.pinned;
    if (isBelow(image)) return;
    if (!('unknown' in image) && image.layers > 0) {
      const location = below &&
        dockerfile && { file: dockerfile.file, startLine: below.startLine, endLine: below.startLine };
      yield {
        message: `The image does not stand on ${publishedBase.name}@${digest}: ${image.layers - image.sharedLayers} of the ${image.layers} layers of that image are not its own first ones.`,
        ...(location && { location }),
        howToPass: 'Build the image again from its Dockerfile, and publish what that build made.',
      };
      return;
    }
  } else if (publishedBase && isBelow(publishedBase.now)) return;
  const said = publishedBase?.saidBy === 'label' ? ', as its label says,' : '';
  yield {
    unknown: `That the image stands on ${name}${said} could not be proved: ${whyNot(measurement, publishedBase)}`,
  };
}

function whyNot(measurement: Subject['measurement'] | undefined, base: PublishedBase | undefined): string {
  if (!measurement) return 'nothing was built.';
  if (!base) return 'neither the engine nor a registry has it with these layers.';
  const found = base.pinned?.image ?? base.now;
  if ('unknown' in found) return lowerFirst(found.unknown);
  if (found.layers === 0) return 'that image has no layers.';
  return 'its first layers are not those the registry has under that name, so the tag has moved since, or the word is not true.';
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What the label of an image says, as a use of a base image; nothing when it says nothing. */
export function baseOfLabel({ publishedBase: base }: Provable): readonly LabelledBase[] {
  if (base?.saidBy !== 'label') return [];
  const digest = base.pinned?.digest ?? null;
  const read = readReference(base.name);
  if (typeof read === 'string') return [];
  return [{ via: 'label', name: base.name, reference: { ...read, digest }, isUnresolved: false, isContext: false }];
}
