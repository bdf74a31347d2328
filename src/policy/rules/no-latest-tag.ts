import { z } from 'zod';
import { basesOf, describeUse } from '../bases.ts';
import { whichStages } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';

export const noLatestTag = defineSourceRule({
  id: 'no-latest-tag',
  group: 'base-image',
  summary: 'Name a version of every base image, not `latest`.',
  why: 'The tag `latest` is another image tomorrow: a build that passed today can break or change without a commit.',
  howToPass: 'Write the version’s tag, or a digest.',
  options: () => z.strictObject({ stages: whichStages('all') }),
  needs: ['dockerfile'],
  *check({ dockerfile }, { stages }) {
    for (const use of basesOf(dockerfile, stages)) {
      const { reference, location } = use;
      if (use.isUnresolved) yield { unknown: `${describeUse(use)} does not resolve to an image.` };
      else if (reference && reference.digest === null && (reference.tag ?? 'latest') === 'latest')
        yield {
          message: `${describeUse(use)} ${reference.tag === null ? 'names no tag, which means latest' : 'is whatever is newest'}.`,
          location,
        };
    }
  },
});
