import { z } from 'zod';
import { readReference } from '../../image/reference.ts';
import { defineManifestRule, lineOf } from '../manifest-rule.ts';

export const manifestPinnedImage = defineManifestRule({
  id: 'manifest-pinned-image',
  summary: 'Name images in manifests by their digest.',
  why: 'A tag can be moved: what runs then changes without the manifest, differs from node to node, and cannot be rolled back.',
  howToPass: 'Name the image as NAME:TAG@sha256:….',
  narrows: { digest: 'true-wins' },
  options: z.strictObject({
    digest: z.boolean().default(true).describe('Whether only a digest will do; otherwise any tag but `latest` does.'),
  }),
  *check({ written, place, namedAt = place }, _subject, { digest }) {
    const reference = readReference(written);
    if (typeof reference === 'string' || reference.digest !== null) return;
    const { tag } = reference;
    const isLatest = tag === null || tag === 'latest';
    if (!digest && !isLatest) return;
    yield {
      message: `${written} is named by ${tag === null ? 'no tag, which is latest' : `the tag ${tag}`}, not by a digest: what runs may change without the manifest.`,
      ...(!digest && { howToPass: 'Name a version’s tag, or a digest.' }),
      location: lineOf(namedAt),
    };
  },
});
