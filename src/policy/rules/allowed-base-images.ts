import { z } from 'zod';
import { baseOfLabel, proveBase, type LabelledBase } from '../base-proof.ts';
import { basesOf, describeUse, type BaseUse } from '../bases.ts';
import { baseNameLabel } from '../published-base.ts';
import { compileImagePattern, isTagTest } from '../image-pattern.ts';
import type { ImagePattern } from '../image-pattern.ts';
import { glob, whichStages } from '../option-types.ts';
import { defineSourceRule } from '../rule.ts';

const tagText = 'a semver range such as `>=20 <25`, or a tag such as `bookworm-slim` or `22-*`';
const tag = () => z.string({ error: tagText }).refine(isTagTest, tagText);
const tagTests = () => z.union([tag(), z.array(tag()).max(100)], { error: `${tagText}, or a list of them` });
const entryText = 'an image such as `node`, `gcr.io/distroless/*` or `{ image: node, tags: ">=20" }`';

const options = () =>
  z.strictObject({
    allow: z
      .array(z.union([glob, z.strictObject({ image: glob, tags: tagTests().optional() })], { error: entryText }), {
        error: 'a list of images',
      })
      .max(1000)
      .describe(
        'Images by name (glob; with tag or digest if meant), or with `tags`: ranges of versions (`>=20 <25`), tags or patterns of them (`bookworm-slim`, `22-*`), one or a list; `scratch` is an image.',
      ),
    pinned: z.literal('digest', { error: '`digest`' }).optional().describe('`digest`: each must be named by digest.'),
    prove: z
      .boolean({ error: '`true` or `false`' })
      .default(false)
      .describe(
        'The image’s first layers must be those of the image that FROM names, by DiffID, as the engine or the registry has it; of an image that was not built here, of the one its label `org.opencontainers.image.base.name` names. Where that could not be proved, the rule was not run.',
      ),
    stages: whichStages('final'),
  });

export const allowedBaseImages = defineSourceRule({
  id: 'allowed-base-images',
  group: 'base-image',
  summary: 'Build only on images from the list.',
  why: 'A base image is code you ship: somebody must have agreed to keep it patched.',
  howToPass: 'Use an image from `allow`, or ask the owner of the policy to add this one.',
  narrows: { allow: 'both-lists', prove: 'true-wins' },
  options,
  gathersFor: ({ prove }) => (prove ? ['base-proof'] : []),
  *check(subject, { allow, pinned, stages, prove }) {
    const { dockerfile } = subject;
    if (prove) yield* proveBase(subject);
    const names = allow.map((entry): ImagePattern => (typeof entry === 'string' ? { image: entry } : entry));
    const isAllowed = matcher(names);
    const labelled = dockerfile || !prove ? [] : baseOfLabel(subject);
    if (!dockerfile && labelled.length === 0) yield { unknown: noDockerfile };
    for (const use of dockerfile ? basesOf(dockerfile, stages) : labelled) {
      if (use.isUnresolved) yield { unknown: `${said(use)} does not resolve to an image.` };
      else if (use.isContext) yield* fromContext(use);
      else if (!isAllowed(use)) yield notAllowed(use, names);
      else if (pinned && use.reference && use.reference.digest === null)
        yield {
          message: `${said(use)} is not pinned by digest.`,
          ...placeOf(use),
          howToPass: `Write \`${use.name}@sha256:…\` with the digest you tested.`,
        };
    }
  },
});

type Use = BaseUse | LabelledBase;

const noDockerfile = 'There is no Dockerfile: the image was not built here.';

const said = (use: Use): string =>
  use.via === 'label' ? `${use.name}, by the label ${baseNameLabel},` : describeUse(use);

const placeOf = ({ location }: Use) => location && { location };

/** Copying files of a build context is like any COPY; standing on them is a base image that nobody has agreed to. */
function* fromContext(use: Use) {
  if (use.via !== 'from') return;
  yield {
    message: `${said(use)} is no image but the files of a build context, so no list can allow it.`,
    ...placeOf(use),
    howToPass: `Give ${use.name} as \`docker-image://NAME\` with an image from \`allow\`, or drop the build context.`,
  };
}

function matcher(allow: readonly ImagePattern[]): (use: Use) => boolean {
  const allowsScratch = allow.some(({ image }) => image === 'scratch');
  const matches = allow.map(compileImagePattern);
  return ({ reference }) => (reference ? matches.some((matchesOne) => matchesOne(reference)) : allowsScratch);
}

function notAllowed(use: Use, allow: readonly ImagePattern[]) {
  const listed = allow
    .slice(0, 8)
    .map(({ image, tags }) => (tags === undefined ? image : `${image} ${[tags].flat().join(' or ')}`));
  const more = allow.length > listed.length ? `, and ${allow.length - listed.length} more` : '';
  const list = listed.length > 0 ? `${listed.join(', ')}${more}` : 'none';
  return { message: `${said(use)} is not allowed; allowed: ${list}.`, ...placeOf(use) };
}
