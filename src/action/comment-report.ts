import { UserError } from '../errors.ts';
import { checkResult, type CheckResult } from '../result/result.ts';

/** A check of hundreds of images with all their lists stays far below. */
export const maxReportBytes = 16 * 2 ** 20;
/** The one file of the artifact. */
export const reportName = 'plimsoll.json';

const limits = { depth: 32, values: 400_000, textUnits: 100_000, images: 200 } as const;

/**
 * The result in an artifact of a pull request: nothing in it is believed but as data to show.
 * @param head the commit the run worked on, as GitHub tells it.
 * @throws UserError `report-refused`
 */
export function readForeignReport(bytes: Uint8Array, head: string): CheckResult {
  const data = parseJson(bytes);
  holdToLimits(data);
  const parsed = checkResult.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(`${issue?.path.join('.') || 'the document'}: ${issue?.message ?? 'not a report'}`);
  }
  const { data: result } = parsed;
  const { revision, images, outcome, exitStatus } = result;
  if (revision?.head !== undefined && revision.head !== head) throw refused('it tells of another commit');
  if (images.length > limits.images) throw refused(`it tells of more than ${limits.images} images`);
  if ((outcome === 'pass') !== (exitStatus === 0)) throw refused('its outcome and its exit status contradict');
  for (const { name, gated, variants, notBuilt, stated } of images)
    if (
      ((notBuilt === undefined && !stated) || variants.length > 0) &&
      !variants.some((variant) => variant.name === gated)
    )
      throw refused(`its image "${name.slice(0, 100)}" lacks the variant that was judged`);
  return result;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refused('it is no JSON in UTF-8', cause);
  }
}

/** Walks without recursion: nesting is one of the things that are limited. */
function holdToLimits(data: unknown): void {
  let values = 0;
  let level: readonly unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > limits.depth) throw refused(`it nests deeper than ${limits.depth} levels`);
    if (values > limits.values) throw refused(`it holds more than ${limits.values} values`);
    if (level.some((value) => typeof value === 'string' && value.length > limits.textUnits))
      throw refused(`a text in it is longer than ${limits.textUnits} characters`);
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function refused(why: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'report-refused',
      message: `The report in the artifact is refused: ${why}.`,
      expected: 'JSON written by `output: json=plimsoll.json` in the run that ended',
      hint: 'Artifacts of pull requests are not to be trusted. If it is your own workflow that made it, use the same version of both actions.',
    },
    { cause },
  );
}
