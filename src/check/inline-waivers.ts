import { UserError } from '../errors.ts';
import type { Waiver } from '../policy/policy.ts';
import { isWaiverComment, waiverOf } from '../policy/waiver-comment.ts';
import type { Checkout } from '../ports.ts';
import type { BaseRevision } from '../repository-port.ts';
import type { Notice } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { understandDockerfile, type UnderstoodDockerfile } from './understand.ts';

/** Waivers that stand in an image's Dockerfile. */
export interface InlineWaivers {
  readonly waivers: readonly Waiver[];
  /** Those too that come with the change and do not count yet. */
  readonly all: readonly Waiver[];
  readonly notices: readonly Notice[];
}

/** A comment `# plimsoll ignore=…` above an instruction. */
interface Comment {
  readonly text: string;
  /** Its own, counted from 1. */
  readonly line: number;
  readonly instruction: { readonly keyword: string; readonly original: string };
  readonly startLine: number;
  readonly endLine: number;
}

const maxDockerfileBytes = 2 ** 20;

/**
 * Reads the waivers in an image's Dockerfile. With a base revision only those count whose comment stands above the same
 * instruction there: a waiver that arrives with the change waives nothing yet.
 * @throws UserError `inline-waiver` for a comment that wants to be one and is not
 */
export async function inlineWaivers(
  image: ImageSetting,
  checkout: Checkout,
  base: BaseRevision | undefined,
): Promise<InlineWaivers> {
  const understood = await understandDockerfile(image, image.platforms[0], checkout);
  const comments = understood ? commentsIn(understood) : [];
  if (!understood || comments.length === 0) return { waivers: [], all: [], notices: [] };
  const waivers = comments.map((comment) => waiverOf(comment, understood.path, image.name));
  const old = base ? await commentsAt(base, understood.path, image) : comments;
  const honoured = matched(comments, old);
  return {
    waivers: waivers.filter((_, index) => honoured[index]),
    all: waivers,
    notices: waivers
      .filter((_, index) => !honoured[index])
      .map(({ rule, origin }) => ({
        level: 'notice',
        message: `The waiver of ${rule} at ${origin} comes with this change: it counts once it is on the base branch.`,
      })),
  };
}

async function commentsAt(base: BaseRevision, path: string, image: ImageSetting): Promise<readonly Comment[]> {
  const text = path.startsWith('/') ? undefined : await base.readText(path, maxDockerfileBytes);
  if (text === undefined) return [];
  const { describeDockerfile } = await import('../dockerfile/report.ts');
  try {
    return commentsIn({ path, text, report: describeDockerfile(text, path, { buildArgs: image.buildArgs }) });
  } catch (thrown) {
    // A Dockerfile that was broken on the base has nothing in force; the change may be what repairs it.
    if (thrown instanceof UserError) return [];
    throw thrown;
  }
}

/** Comments between one instruction and the next belong to the next; those inside of one to none. */
function commentsIn({ text, report }: UnderstoodDockerfile): readonly Comment[] {
  const lines = text.split('\n');
  let from = 1;
  return report.instructions.flatMap(({ keyword, original, startLine, endLine }) => {
    const above = lines
      .slice(from - 1, startLine - 1)
      .map((line, index) => ({ line: from + index, text: line.trim() }));
    from = endLine + 1;
    return above.flatMap(({ line, text: written }): readonly Comment[] => {
      const comment = written.startsWith('#') ? written.slice(1).trim().replaceAll(/\s+/g, ' ') : '';
      return isWaiverComment(comment)
        ? [{ text: comment, line, instruction: { keyword, original }, startLine, endLine }]
        : [];
    });
  });
}

/** For each comment whether the base has it: above the very instruction, else above one of its kind. Each of the base's counts once. */
function matched(comments: readonly Comment[], old: readonly Comment[]): readonly boolean[] {
  const free = [...old];
  const take = (fits: (one: Comment) => boolean): boolean => {
    const index = free.findIndex(fits);
    if (index >= 0) free.splice(index, 1);
    return index >= 0;
  };
  const exact = comments.map(({ text, instruction }) =>
    take((one) => one.text === text && one.instruction.original === instruction.original),
  );
  return comments.map(
    ({ text, instruction }, index) =>
      exact[index] === true || take((one) => one.text === text && one.instruction.keyword === instruction.keyword),
  );
}
