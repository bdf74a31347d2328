import { z } from 'zod';
import { parseBytes } from '../units.ts';
import { globProblem } from './glob.ts';

// The `error` of each schema is the phrase after "expected": the settings reader puts it into its problems.

const sizeText = 'a size such as `150 MB`, `1.5 GiB` or a whole number of bytes';

/** A size limit: `150 MB`, `1.5 GiB`, or whole bytes. Out: bytes. */
export const byteSize = z
  .union([z.int().nonnegative(), z.string()], { error: sizeText })
  .transform((given, context) => {
    const bytes = typeof given === 'number' ? given : parseBytes(given);
    if (bytes !== undefined) return bytes;
    context.issues.push({ code: 'custom', input: given, message: sizeText });
    return z.NEVER;
  });

const percentText = 'a percentage such as `5 %` or `2.5%`, at most `1000 %`';

/** `5 %`, `2.5%`. Out: percent, 0–1000. */
export const percent = z.string({ error: percentText }).transform((given, context) => {
  const match = /^(\d{1,4}(?:\.\d{1,6})?)\s?%$/.exec(given.trim());
  if (match && Number(match[1]) <= 1000) return Number(match[1]);
  context.issues.push({ code: 'custom', input: given, message: percentText });
  return z.NEVER;
});

/** A glob of `*`, `**`, `?`, checked; matched by `compileGlob`. */
export const glob = z.string({ error: 'a pattern' }).transform((given, context) => {
  const problem = globProblem(given);
  if (problem === undefined) return given;
  context.issues.push({ code: 'custom', input: given, message: problem });
  return z.NEVER;
});

/** A list of globs, at most 1000. */
export const globs = z.array(glob).max(1000, 'a list of at most 1000 patterns');

const dateText = 'a day such as `2027-01-31`';

/** A day of the calendar, `YYYY-MM-DD`; 2027-02-29 is none. */
export const calendarDay = z.string({ error: dateText }).transform((given, context) => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && isDay(given)) return given;
  context.issues.push({ code: 'custom', input: given, message: dateText });
  return z.NEVER;
});

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whose bytes count: those of the whole image or those above the base image. */
export const ownOrAll = (fallback: 'own' | 'all') =>
  z
    .enum(['own', 'all'], { error: '`own` or `all`' })
    .default(fallback)
    .describe('`own`: only layers above the base image; `all`: every layer.');

/** Which stages of a Dockerfile are looked at. */
export const whichStages = (fallback: 'final' | 'all') =>
  z
    .enum(['final', 'all'], { error: '`final` or `all`' })
    .default(fallback)
    .describe('`final`: the stage that ships and the stages it is `FROM`; `all`: every stage.');

const pathText = 'a path inside the repository, such as `services/api`';

/** A path of the checkout that cannot lead out of it by its own words. */
export const insidePath = z
  .string({ error: pathText })
  .min(1, pathText)
  .max(4096, pathText)
  .refine(
    (path) => !/^([/\\~]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..') && !path.includes('\0'),
    pathText,
  );
