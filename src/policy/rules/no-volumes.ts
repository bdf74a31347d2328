import { z } from 'zod';
import { finalFrom, instructionsOf, linesOf } from '../dockerfile-lines.ts';
import { compileGlob } from '../glob.ts';
import { globs } from '../option-types.ts';
import { defineStatedRule } from '../rule.ts';

export const noVolumes = defineStatedRule({
  id: 'no-volumes',
  group: 'running',
  summary: 'Declare no volumes in the image.',
  why: 'Each VOLUME makes an anonymous volume for every container, which stays behind; it cannot be undone downstream.',
  howToPass: 'Remove VOLUME and let whoever runs the image mount what they mean to keep.',
  options: () => z.strictObject({ allow: globs.default([]).describe('Paths that are accepted (globs).') }),
  *check({ measurement: { config }, dockerfile }, { allow }) {
    const matches = allow.map(compileGlob);
    for (const path of config.volumes) {
      if (matches.some((one) => one(path))) continue;
      const found =
        dockerfile &&
        instructionsOf(dockerfile, 'final').find(
          (instruction) => instruction.keyword === 'VOLUME' && instruction.arguments.includes(path),
        );
      const location = dockerfile && (found ? linesOf(dockerfile, found) : finalFrom(dockerfile));
      yield { message: `Declares a volume at ${path}.`, paths: [path], ...(location && { location }) };
    }
  },
});
