import { z } from 'zod';
import { instructionsOf, linesOf } from '../dockerfile-lines.ts';
import { whichStages } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';

/** What only ADD can do: fetch, clone, unpack. A variable may be any of these. */
const needsAdd =
  /^(?:https?:|ftp:|git:|ssh:|git@|[^/]*\$)|\.git(?:#|$)|\.(?:tar|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|lzma|zst)$|\.tar\./i;

export const noAdd = defineSourceRule({
  id: 'no-add',
  group: 'dockerfile',
  summary: 'Copy with COPY; ADD is for archives, URLs and repositories.',
  why: 'ADD unpacks and downloads when its source happens to look like that, and the reader cannot tell what was meant.',
  howToPass: 'Write COPY instead of ADD.',
  options: () => z.strictObject({ stages: whichStages('all') }),
  needs: ['dockerfile'],
  *check({ dockerfile }, { stages }) {
    for (const instruction of instructionsOf(dockerfile, stages)) {
      if (instruction.keyword !== 'ADD') continue;
      const sources = instruction.arguments
        .slice(0, -1)
        .filter((source) => !source.startsWith('<<'))
        .map((source) => source.replace(/^["']|["']$/g, ''));
      if (sources.some((source) => needsAdd.test(source))) continue;
      yield {
        message: `ADD ${sources.join(' ').slice(0, 120)} does what COPY does.`,
        location: linesOf(dockerfile, instruction),
      };
    }
  },
});
