import { z } from 'zod';
import { familiarReference, readReference } from '../../image/reference.ts';
import { shippingStages } from '../bases.ts';
import { compileImagePattern } from '../image-pattern.ts';
import { globs } from '../option-types.ts';
import { defineStatedRule } from '../rule.ts';

export const noOnbuild = defineStatedRule({
  id: 'no-onbuild',
  group: 'base-image',
  summary: 'Let no base image run instructions of its own in your build.',
  why: 'Triggers (ONBUILD) of a base image copy, install and set things that no line of the Dockerfile says, and change with its tag.',
  howToPass: 'Use a base image without triggers, and write the instructions that you mean.',
  options: z.strictObject({
    allow: globs.default([]).describe('Base images whose triggers are known and wanted (globs over their names).'),
  }),
  needs: ['dockerfile'],
  *check({ dockerfile, baseConfig }, { allow }) {
    const outermost = shippingStages(dockerfile).at(-1);
    const reference = outermost?.base.reference;
    if (!outermost || !reference || reference === 'scratch') return;
    const read = readReference(reference);
    if (typeof read !== 'string' && allow.some((image) => compileImagePattern({ image })(read))) return;
    const name = typeof read === 'string' ? reference : familiarReference(read);
    if (!baseConfig) {
      yield { unknown: `The base image ${name} is not at hand, so whether it has ONBUILD triggers is not known.` };
      return;
    }
    const triggers = outermost.baseTriggers ?? [];
    if (triggers.length === 0) return;
    const shown = triggers.slice(0, 3).map((trigger) => `\`${trigger.replaceAll(/\s+/g, ' ').slice(0, 80)}\``);
    const more = triggers.length > shown.length ? ` and ${triggers.length - shown.length} more` : '';
    yield {
      message: `The base image ${name} runs ${triggers.length === 1 ? 'an instruction' : `${triggers.length} instructions`} of its own here (ONBUILD): ${shown.join(', ')}${more}.`,
      location: { file: dockerfile.file, startLine: outermost.startLine, endLine: outermost.startLine },
    };
  },
});
