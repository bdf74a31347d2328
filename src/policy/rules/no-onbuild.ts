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
  options: () =>
    z.strictObject({
      allow: globs.default([]).describe('Base images whose triggers are known and wanted (globs over their names).'),
      'look-up': z
        .boolean()
        .default(false)
        .describe('Ask the registry for the base image’s configuration where the engine does not have it.'),
    }),
  needs: ['dockerfile'],
  narrows: { 'look-up': 'true-wins' },
  gathersFor: ({ 'look-up': looksUp }) => (looksUp ? ['base-config'] : []),
  *check({ dockerfile, baseConfig }, { allow, 'look-up': looksUp }) {
    const outermost = shippingStages(dockerfile).at(-1);
    const reference = outermost?.base.reference;
    if (!outermost || !reference || reference === 'scratch') return;
    const read = readReference(reference);
    if (typeof read !== 'string' && allow.some((image) => compileImagePattern({ image })(read))) return;
    const name = typeof read === 'string' ? reference : familiarReference(read);
    if (!baseConfig) {
      const where = looksUp
        ? 'neither the engine nor its registry has the one this image stands on'
        : 'the engine does not have it by that name';
      yield { unknown: `Whether the base image ${name} has ONBUILD triggers is not known: ${where}.` };
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
