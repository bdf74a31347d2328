import { z } from 'zod';
import { readReference } from '../../image/reference.ts';
import { mayMove } from '../../image/tag-version.ts';
import { defineManifestRule, lineOf } from '../manifest-rule.ts';

export const manifestPullPolicy = defineManifestRule({
  id: 'manifest-pull-policy',
  summary: 'Pull an image again where its tag moves.',
  why: 'A node that has an image of that name keeps it: two nodes run two images under one tag, and nothing says so.',
  howToPass: 'Name the image by its digest or by the tag of a whole version, or set `imagePullPolicy: Always`.',
  narrows: { unset: 'true-wins' },
  options: z.strictObject({
    unset: z
      .boolean()
      .default(false)
      .describe(
        'Whether a manifest that leaves `imagePullPolicy` out counts too: it means `IfNotPresent`, except for `latest`.',
      ),
  }),
  *check({ written, place, namedAt = place, says, role }, _subject, { unset }) {
    const reference = readReference(written);
    if (typeof reference === 'string' || reference.digest !== null) return;
    const { tag } = reference;
    const policy = says.imagePullPolicy;
    const isAlways = policy
      ? policy.value === 'Always'
      : tag === null || tag === 'latest' || role === 'named' || !unset;
    if (isAlways || !mayMove(tag)) return;
    yield {
      message: `\`imagePullPolicy\` ${policy ? `is ${policy.value}` : 'is left out, which means IfNotPresent,'} with ${tag === null ? 'no tag, which is latest' : `the tag ${tag}, which may move`}: nodes may run different images.`,
      location: lineOf(policy?.place ?? namedAt),
    };
  },
});
