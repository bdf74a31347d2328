import { z } from 'zod';
import { isTagTest } from '../policy/image-pattern.ts';
import { calendarDay, glob, insidePath } from '../policy/option-types.ts';
import { baselineWord } from './baseline-word.ts';

// The `error` of each schema is the phrase after "expected" in a problem.

const text = (what: string) => z.string({ error: what }).min(1, what).max(4096, what);

/** Words that name images and variants: they go into reports, file names and markers. */
const nameText = 'a name of letters, digits, `.`, `_`, `-` and `/`';
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/, nameText);

const platformText = 'a platform such as `linux/amd64`';
const platform = z.string({ error: platformText }).regex(/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9.]+)?$/, platformText);

const buildArgs = z
  .record(
    text('the name of a build argument'),
    z.string({ error: 'text; put numbers and yes/no in quotes, such as `"22"`' }),
  )
  .describe('Build arguments (ARG) by name.');

const baselineText =
  '`none`, `recorded`, `rebuild`, `image: REF` or `file: PATH`, such as `baseline: { from: recorded }`';
const baselineName = z.string().regex(baselineWord, baselineText);

/** As written; made into a BaselineSetting by `readBaseline`. */
export const baseline = z.union(
  [
    baselineName,
    z.strictObject({ from: baselineName }),
    z.strictObject({ image: text('an image reference') }),
    z.strictObject({ file: insidePath }),
  ],
  { error: baselineText },
);

const buildFields = {
  context: insidePath.optional().describe('The folder sent to the builder; default: the folder of the Dockerfile.'),
  dockerfile: insidePath.optional().describe('Default: `Dockerfile` in the context.'),
  target: text('the name of a stage').optional().describe('The stage to build; default: the last.'),
  'build-args': buildArgs.optional(),
  image: text('an image reference').optional().describe('An existing image to look at instead of building one.'),
};

const variant = z.strictObject(buildFields);

const image = z.strictObject({
  ...buildFields,
  platforms: z
    .array(platform, { error: 'a list of platforms' })
    .max(20)
    .optional()
    .describe('Default: the builder’s own.'),
  variants: z
    .union([z.enum(['auto', 'off']), z.record(name, variant)], { error: '`auto`, `off`, or variants by name' })
    .optional()
    .describe(
      'Other ways to build it, shown side by side. `off`: do not look for single-stage and multi-stage either.',
    ),
  baseline: baseline.optional().describe('What a change is held against.'),
});

const tagText = 'a range of versions such as `>=1.2 <2`, or a pattern of tags such as `release-*`';
const tagTest = z.string({ error: tagText }).max(256, tagText).refine(isTagTest, tagText);
const auditPlatforms = z.union([z.literal('all'), z.array(platform).min(1, 'at least one platform').max(20)], {
  error: '`all`, or a list of platforms',
});

const auditedImage = z.strictObject({
  image: text('the name of an image').describe('An image in a registry; without a tag where `tags` chooses them.'),
  tags: z
    .union([tagTest, z.array(tagTest).min(1).max(50)], { error: tagText })
    .optional()
    .describe('Ranges of versions and patterns; every tag of the registry that fits one is audited.'),
  newest: z
    .int('a whole number')
    .min(1, 'at least 1')
    .max(10_000)
    .optional()
    .describe('Of the tags that fit only so many, the highest versions first.'),
  platforms: auditPlatforms.optional().describe('As `audit.platforms`, for this image.'),
});

const audit = z.strictObject({
  images: z
    .array(auditedImage, { error: 'a list of images' })
    .max(10_000)
    .optional()
    .describe('Images to audit beside those that the files of the repository refer to.'),
  platforms: auditPlatforms
    .optional()
    .describe('Which platforms of an image are audited: `all` it has, or these. Default: that of the machine.'),
  dockerfiles: z
    .enum(['bases', 'sources', 'build'], { error: '`bases`, `sources` or `build`' })
    .optional()
    .describe(
      'Of Dockerfiles: `bases`, only the images they stand on; `sources`, also the rules that need no image; `build`, all rules on what is built. Default: `bases`.',
    ),
  profiles: z
    .array(text('the name of a profile'), { error: 'a list of profiles' })
    .max(100)
    .optional()
    .describe('Profiles of compose files whose services are audited, beside those without one. Default: all.'),
  exclude: z.array(glob, { error: 'a list of globs' }).max(1000).optional().describe('Files that are not read.'),
});

export const waiver = z.strictObject({
  rule: text('the id of a rule'),
  image: glob.optional().describe('Glob over image names; default: all.'),
  path: glob.optional().describe('Glob over the finding’s paths, or over `FILE` and `FILE:LINE` of its place.'),
  reason: text('why this is accepted, in words').describe('Why the finding is accepted.'),
  owner: text('who answers for it, such as `"@acme/platform"`').describe('Who answers for it.'),
  expires: calendarDay.describe('Stops working at 00:00 UTC of this day.'),
});

export const custom = z.strictObject({
  id: name,
  level: z.enum(['error', 'warning'], { error: '`error` or `warning`' }),
  when: text('an expression').describe('True of what must not be; docs/custom-rules.md.'),
  message: text('a sentence'),
  why: text('a sentence').optional(),
  'how-to-pass': text('a sentence').optional(),
  'when-not-run': z
    .enum(['pass', 'warning', 'failure'], { error: '`pass`, `warning` or `failure`' })
    .optional()
    .describe('What the rule counts as when it could not run, as of every rule.'),
});

const source = text('the name of a preset, `./path.yml` or `OWNER/REPO/PATH@REF`');

export const policyExtends = z
  .union([source, z.array(source).max(16)], { error: 'a preset, a file, or a list of them' })
  .optional()
  .describe('Presets (`recommended`, `strict`, `distroless`), `./path.yml`, `OWNER/REPO/PATH@REF`; later ones win.');

/** The configuration file; `policy.rules` is read rule by rule, so that every rule's own schema is asked. */
export const configFile = z.strictObject({
  version: z.literal(1, { error: '`1`' }).describe('The version of this format.'),
  images: z.record(name, image, { error: 'images by name' }).optional().describe('What is gated, by name.'),
  policy: z
    .strictObject({
      extends: policyExtends,
      rules: z.record(z.string(), z.unknown(), { error: 'rules by id' }).optional(),
      custom: z.array(custom).max(200).optional().describe('Rules of your own.'),
    })
    .optional()
    .describe('Which rules count, how much, with which options. Default: `extends: recommended`.'),
  audit: audit.optional().describe('What `plimsoll audit` looks at beside what it finds.'),
  waivers: z.array(waiver, { error: 'a list of waivers' }).max(1000).optional(),
});
export type ConfigFile = z.output<typeof configFile>;
export type AuditInFile = z.output<typeof audit>;
export type ImageInFile = NonNullable<ConfigFile['images']>[string];
export type BaselineInFile = z.output<typeof baseline>;
