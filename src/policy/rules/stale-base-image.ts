import { z } from 'zod';
import { shippingStages } from '../bases.ts';
import { firstOwnLayer } from '../layers.ts';
import { baseNameLabel, isBelow, type PublishedBase, type PublishedImage } from '../published-base.ts';
import type { Unknown } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { defineRule } from '../rule.ts';

const daysText = 'a whole number of days';

export const staleBaseImage = defineRule({
  id: 'stale-base-image',
  group: 'base-image',
  summary: 'Stand on what the base image’s tag leads to today.',
  why: 'A tag moves when its image was patched; what was built before still ships what was patched.',
  howToPass: 'Build again with `--pull`, or move the digest in `FROM` to the one the tag has now.',
  narrows: { 'grace-days': 'smaller' },
  options: () =>
    z.strictObject({
      'grace-days': z
        .int({ error: daysText })
        .min(0, daysText)
        .max(3650, 'at most 3650 days')
        .default(0)
        .describe('How long, in days since the newer image was made, the older one may still be stood on.'),
    }),
  gathers: ['published-base'],
  *check(subject, { 'grace-days': graceDays }) {
    const { publishedBase: base, dockerfile } = subject;
    if (!base) {
      yield* nothingSaid(subject);
      return;
    }
    if ('unknown' in base.now) {
      yield { unknown: base.now.unknown };
      return;
    }
    if (base.now.layers === 0) {
      yield { unknown: `${base.name} has no layers, so nothing tells whether the image stands on it.` };
      return;
    }
    if (!hasMoved(base, base.now, subject)) return;
    const { ageDays = Infinity } = base.now;
    if (ageDays < graceDays) return;
    const from = dockerfile && shippingStages(dockerfile).at(-1);
    const location = from && { file: dockerfile.file, startLine: from.startLine, endLine: from.startLine };
    yield { message: describe(base, base.now), ...(location && { location }), howToPass: remedy(base, base.now) };
  },
});

/** `scratch` cannot go stale; of anything else that nothing is known of, that is said. */
function* nothingSaid({ dockerfile, measurement }: Subject): Iterable<Unknown> {
  const below = dockerfile && shippingStages(dockerfile).at(-1)?.base;
  if (below?.reference === 'scratch') return;
  if (below) yield { unknown: `FROM ${below.written} names no image of a registry.` };
  else if (measurement.config.labels[baseNameLabel] === undefined)
    yield { unknown: `Neither a Dockerfile nor the label ${baseNameLabel} says what the image stands on.` };
  else yield { unknown: `The label ${baseNameLabel} names no image of a registry.` };
}

function hasMoved({ pinned }: PublishedBase, now: PublishedImage, { measurement }: Subject): boolean {
  if (pinned?.digest === now.digest) return false;
  if (!isBelow(now)) return true;
  // The newer image may have lost its last layers.
  const stoodOn = pinned && 'layers' in pinned.image && isBelow(pinned.image) ? pinned.image.layers : undefined;
  const known = measurement.baseLayersFrom === 'base-image' ? firstOwnLayer(measurement) : undefined;
  return (stoodOn ?? known ?? now.layers) !== now.layers;
}

function describe({ name, saidBy, standsOnCreated }: PublishedBase, now: PublishedImage): string {
  const { layers, sharedLayers, created, ageDays } = now;
  const other = layers - sharedLayers;
  const what =
    other === 0
      ? 'it has fewer layers than what this image stands on'
      : `${other} of its ${layers} layers are not those this image stands on`;
  // A label that is not true any more and one that never was look alike.
  const has = saidBy === 'label' ? ', which the image’s label names, is not what is below it' : ' has moved';
  const days = [
    ...(created === undefined ? [] : [`${name} was made on ${created}${agoOf(ageDays)}`]),
    ...(standsOnCreated === undefined ? [] : [`the image below this one was made on ${standsOnCreated}`]),
  ].join('; ');
  return `${name}${has}: ${what}.${days === '' ? '' : ` ${created === undefined ? upperFirst(days) : days}.`}`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const agoOf = (days: number | undefined): string =>
  days === undefined ? '' : ` (${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`})`;

function remedy({ name, pinned, saidBy }: PublishedBase, { digest }: PublishedImage): string {
  if (saidBy === 'label') return `Build the image again on ${name}, and publish it.`;
  return pinned ? `Write \`FROM ${name}@${digest}\` once it is tested.` : 'Build again with `--pull`.';
}
