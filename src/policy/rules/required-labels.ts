import { z } from 'zod';
import { finalFrom } from '../dockerfile-lines.ts';
import { compileGlob } from '../glob.ts';
import { glob } from '../option-types.ts';
import { defineStatedRule } from '../rule.ts';

const labelsText = 'a list of label keys, or keys with a pattern for the value';

export const requiredLabels = defineStatedRule({
  id: 'required-labels',
  group: 'running',
  summary: 'Carry the labels that say whose image this is.',
  why: 'At three in the morning somebody has the image and needs its source, its version and its owner.',
  howToPass:
    'Add `LABEL org.opencontainers.image.source=…` and so on in the final stage, or pass `--label` when building.',
  options: () =>
    z.strictObject({
      labels: z
        .union([z.array(z.string().min(1)), z.record(z.string().min(1), glob)], { error: labelsText })
        .describe(
          'Keys, or keys with a glob for the value, such as `org.opencontainers.image.source: https://github.com/acme/**`.',
        ),
    }),
  *check({ measurement: { config }, dockerfile }, { labels }) {
    const location = dockerfile && finalFrom(dockerfile);
    const place = location && { location };
    const wanted = Array.isArray(labels) ? labels.map((key) => [key, undefined] as const) : Object.entries(labels);
    for (const [key, pattern] of wanted) {
      const value = Object.hasOwn(config.labels, key) ? config.labels[key] : undefined;
      if (value === undefined) yield { message: `The label ${key} is missing.`, ...place };
      else if (value.trim() === '') yield { message: `The label ${key} is empty.`, ...place };
      else if (pattern !== undefined && !compileGlob(pattern)(value))
        yield {
          message: `The label ${key} is \`${value.slice(0, 200)}\`, which does not match \`${pattern}\`.`,
          ...place,
        };
    }
  },
});
