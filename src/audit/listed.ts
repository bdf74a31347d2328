import { Interrupted, UserError, type Place } from '../errors.ts';
import { parseReference } from '../image/reference.ts';
import { newestFirst } from '../image/tag-version.ts';
import { compileTags } from '../policy/image-pattern.ts';
import { readYamlDocuments } from '../references/yaml-documents.ts';
import { itemsAt, valueAt } from '../references/yaml-value.ts';
import type { AuditProblem } from '../result/audit.ts';
import type { AuditedImageSetting } from '../settings/settings.ts';
import type { FoundUse } from './gather.ts';
import { pool } from './pool.ts';

/** Tags of one image that one audit takes on. */
const maxTagsOfImage = 10_000;
const listsAtOnce = 4;

/** Images under `audit:`, their tags chosen among those of the registry. */
export interface Listed {
  readonly found: readonly FoundUse[];
  readonly problems: readonly AuditProblem[];
}

/** Finds the images that the section `audit` names. A list that cannot be had whole is a problem of the audit. @throws Interrupted */
export async function listedUses(
  images: readonly AuditedImageSetting[],
  config: { readonly file: string; readonly text: string } | undefined,
  tags: (name: string) => Promise<readonly string[]>,
): Promise<Listed> {
  if (!config || images.length === 0) return { found: [], problems: [] };
  const [root] = readYamlDocuments(config.file, config.text);
  const items = itemsAt(valueAt(root, 'audit'), 'images');
  const listed = await pool([...images.entries()], listsAtOnce, async ([index, setting]) => {
    const place = valueAt(items[index], 'image')?.place ?? { file: config.file, line: 1 };
    return listOne(setting, place, tags);
  });
  return { found: listed.flatMap(({ found }) => found), problems: listed.flatMap(({ problems }) => problems) };
}

async function listOne(
  setting: AuditedImageSetting,
  place: Place,
  tags: (name: string) => Promise<readonly string[]>,
): Promise<Listed> {
  const { image, platforms } = setting;
  const useOf = (written: string): readonly FoundUse[] => {
    const use = { from: 'configuration' as const, what: `audit ${image}`, written, place };
    const all = platforms === undefined ? [undefined] : [platforms].flat();
    return all.map((platform) => ({ role: 'image', use, ...(platform !== undefined && { platform }) }));
  };
  if (setting.tags === undefined) return { found: useOf(image), problems: [] };
  try {
    const chosen = choose(await tags(nameOf(image)), { ...setting, tags: setting.tags });
    return {
      found: chosen.flatMap((tag) => useOf(`${image}:${tag}`).map((one) => ({ ...one, listed: true }))),
      problems: [],
    };
  } catch (thrown) {
    if (thrown instanceof Interrupted || !(thrown instanceof UserError)) throw thrown;
    return { found: [], problems: thrown.problems.map(({ code, message, hint }) => ({ code, message, place, hint })) };
  }
}

/** @throws UserError `image-reference` for a name with a tag of its own */
function nameOf(image: string): string {
  const { domain, path, tag, digest } = parseReference(image);
  if (tag === null && digest === null) return `${domain}/${path}`;
  throw new UserError({
    code: 'image-reference',
    message: `${image} names a ${tag === null ? 'digest' : 'tag'} already, and \`tags\` is to choose one.`,
    expected: 'the name of an image without tag and digest',
    got: image,
    hint: 'Leave out one of the two.',
  });
}

function choose(
  all: readonly string[],
  { image, tags, newest }: AuditedImageSetting & { readonly tags: readonly string[] },
): readonly string[] {
  const fits = compileTags(tags);
  // What cosign keeps beside an image is no image: https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
  const found = all.filter((tag) => !/^sha256-[0-9a-f]{64}(\.\w+)?$/.test(tag) && fits(tag));
  const chosen = newestFirst(found).slice(0, newest);
  const wanted = tags.map((test) => `\`${test}\``).join(' or ');
  if (chosen.length === 0)
    throw new UserError({
      code: 'no-such-tag',
      message: `None of the ${all.length} tags of ${image} fits ${wanted}.`,
      expected: wanted,
      got: newestFirst(all).slice(0, 5).join(', '),
      hint: 'Correct `tags`, or leave the image out.',
    });
  if (chosen.length > maxTagsOfImage)
    throw new UserError({
      code: 'too-many-tags',
      message: `${chosen.length} tags of ${image} fit ${wanted}, more than the ${maxTagsOfImage} one audit takes on.`,
      hint: 'Narrow `tags`, or take only the `newest`.',
    });
  return chosen;
}
