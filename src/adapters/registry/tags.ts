import { z } from 'zod';
import { defaultLimits } from '../../archive/limits.ts';
import { UserError } from '../../errors.ts';
import { badAnswer } from './failures.ts';
import type { Registry } from './registry.ts';

const pageTags = 1_000;
const maxPages = 1_000;
const maxTags = 100_000;
const answer = z.object({ tags: z.array(z.string().max(128)).nullish() });

/**
 * Every tag of a repository, in the registry's order, each once. A list that is longer than the caps, goes in circles or
 * leads to another host is refused: a part of it would look like the whole.
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
 * @throws UserError
 */
export async function listTags(
  registry: Registry,
  repository: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const asked = { registry: registry.origin.host, what: `the tags of ${repository}` };
  const tags = new Set<string>();
  const seen = new Set<string>();
  let path: string | undefined = `/v2/${repository}/tags/list?n=${pageTags}`;
  while (path !== undefined) {
    if (seen.has(path)) throw badAnswer(asked, 'the list goes in circles');
    if (seen.size === maxPages) throw tooMany(asked.registry, repository, `${maxPages} pages`);
    seen.add(path);
    const page = await registry.tagsPage(repository, path, defaultLimits.maxDocumentBytes, signal);
    for (const tag of tagsIn(page.bytes, asked)) tags.add(tag);
    if (tags.size > maxTags) throw tooMany(asked.registry, repository, `${maxTags} tags`);
    path = page.link === undefined ? undefined : nextPath(page.link, path, registry, asked);
  }
  return [...tags];
}

function tagsIn(bytes: Buffer, asked: Parameters<typeof badAnswer>[0]): readonly string[] {
  try {
    return answer.parse(JSON.parse(bytes.toString('utf8'))).tags ?? [];
  } catch (cause) {
    throw badAnswer(asked, 'it is no list of tags', { cause });
  }
}

/** Of the address only path and query are taken, and only when it is the registry's own. */
function nextPath(
  link: string,
  from: string,
  { origin }: Registry,
  asked: Parameters<typeof badAnswer>[0],
): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?next\b/i.exec(link)?.[1];
  if (target === undefined) return undefined;
  const here = new URL(from, origin);
  if (!URL.canParse(target, here.href)) throw badAnswer(asked, 'the list goes on at what is no address');
  const next = new URL(target, here);
  if (next.hostname !== origin.hostname)
    throw badAnswer(asked, `the list goes on at another host, ${next.hostname}, where this tool does not go`);
  if (!next.pathname.startsWith('/v2/')) throw badAnswer(asked, 'the list goes on outside of the registry');
  return `${next.pathname}${next.search}`;
}

function tooMany(registry: string, repository: string, most: string): UserError {
  return new UserError({
    code: 'too-many-tags',
    message: `${registry} lists more than ${most} of ${repository}.`,
    expected: `at most ${most}`,
    got: 'more',
    hint: 'Name the tags of this image one by one, or delete some that nobody uses.',
  });
}
