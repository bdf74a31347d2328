import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from '../../errors.ts';
import { parseIgnoreFile, type IgnoreRules } from '../../dockerfile/ignore.ts';
import { unreadable } from './context-walk.ts';

const maxDockerfileBytes = 16 * 2 ** 20;
const maxIgnoreBytes = 16 * 2 ** 20;

/** What is left out of a context, and the file that says so. */
export interface IgnoreFile {
  readonly rules: IgnoreRules;
  /** What it says; '' when there is none. */
  readonly text: string;
  /** Its path; absent when there is none. */
  readonly file?: string;
}

/** `NAME.dockerignore` beside the Dockerfile, else the context's `.dockerignore`, else none. @throws UserError `bad-ignore-pattern` */
export async function readIgnoreFile(contextDir: string, dockerfile: string): Promise<IgnoreFile> {
  for (const file of [`${dockerfile}.dockerignore`, join(contextDir, '.dockerignore')]) {
    const bytes = await readCapped(file, maxIgnoreBytes).catch(absent);
    const text = bytes?.toString('utf8');
    if (text !== undefined) return { rules: parseIgnoreFile(text, file), text, file };
  }
  return { rules: parseIgnoreFile('', '.dockerignore'), text: '' };
}

/** The rules of {@link readIgnoreFile} alone. */
export async function readIgnoreRules(contextDir: string, dockerfile: string): Promise<IgnoreRules> {
  return (await readIgnoreFile(contextDir, dockerfile)).rules;
}

function absent(thrown: unknown): undefined {
  if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR'))
    return undefined;
  throw thrown;
}

/** Whether a path, or a folder above it, is left out. */
export function chainIgnored(rules: IgnoreRules, path: string): boolean {
  const names = path.split('/');
  let above: ReturnType<IgnoreRules['match']> | undefined;
  for (const index of names.keys()) above = rules.match(names.slice(0, index + 1).join('/'), above?.match);
  return above?.ignored ?? false;
}

async function readCapped(path: string, maxBytes: number): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile() || found.size > maxBytes)
    throw unreadable(path, `is no regular file of at most ${maxBytes} bytes`);
  return readFile(path);
}

/** @throws UserError `no-dockerfile`. */
export async function readDockerfile(path: string): Promise<Buffer> {
  const bytes = await readCapped(path, maxDockerfileBytes).catch(absent);
  if (bytes) return bytes;
  throw new UserError({
    code: 'no-dockerfile',
    message: `There is no Dockerfile at ${path}.`,
    got: path,
    expected: 'a Dockerfile',
    hint: 'Name it with `dockerfile:` in the configuration, or --dockerfile.',
  });
}

/** @throws UserError `no-context`. */
export async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch(absent);
  if (found?.isDirectory()) return;
  throw new UserError({
    code: 'no-context',
    message: `The build context ${path} ${found ? 'is not a folder' : 'does not exist'}.`,
    got: path,
    expected: 'a folder',
    hint: 'Correct `context:` in the configuration; it is relative to the checkout.',
  });
}

/**
 * The Dockerfile's path within the context, with `/`; undefined when it lies outside, or is a link: the builder sees only
 * what the context holds, and a link may lead out of it.
 */
export async function sentAs(contextDir: string, dockerfile: string): Promise<string | undefined> {
  const inside = pathInContext(contextDir, dockerfile);
  const [folder, file] = await Promise.all([contextDir, dockerfile].map((path) => realpath(path).catch(absent)));
  if (folder === undefined || file === undefined) return inside;
  return pathInContext(folder, file) === inside ? inside : undefined;
}

/** A path within the context, with `/`; undefined when it lies outside. */
function pathInContext(contextDir: string, dockerfile: string): string | undefined {
  const inside = relative(contextDir, dockerfile).split(sep).join('/');
  return inside === '' || inside === '..' || inside.startsWith('../') ? undefined : inside;
}

/** Whether the context holds the Dockerfile anyway; if not, the Engine API must be sent it in addition, where `COPY .` sees it. */
export async function sendsDockerfile(contextDir: string, dockerfile: string): Promise<boolean> {
  const inside = await sentAs(contextDir, dockerfile);
  return inside !== undefined && !chainIgnored(await readIgnoreRules(contextDir, dockerfile), inside);
}
