import { UserError } from '../errors.ts';
import { compilePattern, type PathMatcher } from './ignore-pattern.ts';
import { trim } from './whitespace.ts';

/** Which patterns matched a folder; its children need it. */
export type FolderMatch = readonly boolean[];

/** The rules of a `.dockerignore`, as moby's patternmatcher reads them. Paths are relative to the context, with `/`. */
export interface IgnoreRules {
  /** Cleaned patterns in order, `!` in front of exceptions. */
  readonly patterns: readonly string[];
  /**
   * Whether one path is left out. @param parent what this function said of the folder above; none for the context's own children
   * (then all folders above are looked at, as moby does where it knows nothing of them).
   */
  match(path: string, parent?: FolderMatch): { readonly ignored: boolean; readonly match: FolderMatch };
  /** False when nothing below an ignored folder can come back by a `!` pattern: it need not be read at all. */
  mayHoldExceptions(folder: string): boolean;
}

interface Rule {
  readonly exception: boolean;
  readonly pattern: string;
  readonly matches: PathMatcher;
}

const maxLineBytes = 65_536;

/** The folders and files an ignore file leaves out of a build context. @param file its name, for messages. @throws UserError `bad-ignore-pattern` with the line. */
export function parseIgnoreFile(text: string, file: string): IgnoreRules {
  return ignoreRules(readIgnoreLines(text, file), file);
}

/** A line's pattern, and where it stands. */
export interface IgnoreLine {
  readonly pattern: string;
  readonly line: number;
}

/** Lines as moby's ignorefile.ReadAll reads them: comments, blanks, BOM and leading slashes dealt with. @throws UserError for a line over 64 KiB. */
export function readIgnoreLines(text: string, file: string): readonly IgnoreLine[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return lines.flatMap((raw, index) => {
    const line = index + 1;
    if (Buffer.byteLength(raw) >= maxLineBytes)
      throw badPattern(file, line, `${raw.slice(0, 40)}…`, 'it is longer than 64 KiB');
    const stripped = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const pattern = stripped.startsWith('#') ? '' : trim(stripped);
    if (pattern === '') return [];
    if (!pattern.startsWith('!')) return [{ pattern: fromRoot(pattern), line }];
    const rest = trim(pattern.slice(1));
    return [{ pattern: `!${rest === '' ? '' : fromRoot(rest)}`, line }];
  });
}

const fromRoot = (pattern: string): string => {
  const clean = cleanPath(pattern);
  return clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean;
};

/** Rules from cleaned patterns. @throws UserError `bad-ignore-pattern` with the line. */
export function ignoreRules(lines: readonly IgnoreLine[], file: string): IgnoreRules {
  const rules = lines.flatMap(({ pattern, line }) => readRule(pattern, file, line));
  const exceptions = rules.filter((rule) => rule.exception);
  return {
    patterns: rules.map(({ exception, pattern }) => (exception ? `!${pattern}` : pattern)),
    match: (path, parent) => matchRules(rules, path, parent),
    mayHoldExceptions: (folder) => exceptions.some(({ pattern }) => mayMatchBelow(pattern, folder)),
  };
}

function readRule(text: string, file: string, line: number): readonly Rule[] {
  const trimmed = trim(text);
  if (trimmed === '') return [];
  const clean = cleanPath(trimmed);
  const exception = clean.startsWith('!');
  const pattern = exception ? clean.slice(1) : clean;
  if (pattern === '') throw badPattern(file, line, text, 'an exception needs a pattern behind the "!"');
  try {
    return [{ exception, pattern, matches: compilePattern(pattern) }];
  } catch (cause) {
    throw badPattern(file, line, text, `it has ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

const nothingIgnored = { ignored: false, match: [] };

/** The last pattern that matches decides; a pattern that could not change the outcome is not looked at, as in moby. */
function matchRules(rules: readonly Rule[], path: string, parent?: FolderMatch): ReturnType<IgnoreRules['match']> {
  if (rules.length === 0) return nothingIgnored;
  let ignored = false;
  const match = rules.map((rule, index) => {
    let matched = parent?.[index] ?? false;
    if (!matched) {
      if (rule.exception !== ignored) return false;
      matched =
        rule.matches(path) || (parent === undefined && foldersAbove(path).some((folder) => rule.matches(folder)));
    }
    if (matched) ignored = !rule.exception;
    return matched;
  });
  return { ignored, match };
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** Compares component by component until a wildcard leaves it open. */
function mayMatchBelow(pattern: string, folder: string): boolean {
  const wanted = pattern.split('/');
  for (const [index, name] of folder.split('/').entries()) {
    const component = wanted[index];
    // A pattern that ends above matches the folder itself, which has been asked before.
    if (component === undefined) return false;
    if (/[*?[\\^]/.test(component)) return true;
    if (component !== name) return false;
  }
  return true;
}

/** Go's path.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push('..');
  }
  return (rooted ? '/' : '') + parts.join('/') || '.';
}

const badPattern = (file: string, line: number, got: string, why: string, cause?: unknown): UserError =>
  new UserError(
    {
      code: 'bad-ignore-pattern',
      message: `The pattern "${got}" cannot be used: ${why}.`,
      place: { file, line },
      got,
      expected: 'a pattern of .dockerignore',
      hint: 'See https://docs.docker.com/build/concepts/context/#dockerignore-files.',
    },
    { cause },
  );
