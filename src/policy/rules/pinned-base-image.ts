import { z } from 'zod';
import { basesOf, describeUse } from '../bases.ts';
import { whichStages } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';

export const pinnedBaseImage = defineSourceRule({
  id: 'pinned-base-image',
  group: 'base-image',
  summary: 'Pin every base image by digest.',
  why: 'A tag can be moved, by its owner or by whoever took the account over; a digest cannot.',
  howToPass: 'Write `NAME:TAG@sha256:…`; Renovate and Dependabot keep such digests current.',
  options: () => z.strictObject({ stages: whichStages('all') }),
  needs: ['dockerfile'],
  *check({ dockerfile }, { stages }) {
    for (const use of basesOf(dockerfile, stages)) {
      if (use.isUnresolved) yield { unknown: `${describeUse(use)} does not resolve to an image.` };
      else if (use.reference && use.reference.digest === null)
        yield { message: `${describeUse(use)} is not pinned by digest.`, location: use.location };
    }
  },
});
