import type { ImageConfig } from '../../result/measurement.ts';
import { shellCommand } from '../effective-command.ts';
import { EntryType } from '../entries.ts';
import type { FileTree, ReadBodies } from '../tree.ts';
import { bodyReader } from './body-reader.ts';
import type { BodyReader } from './body-reader.ts';
import { credentialsOf } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { pathOf, variable } from './environment.ts';
import type { ExecutableFacts } from './facts.ts';
import { followWord } from './follow.ts';
import { joined, nothing } from './outcome.ts';
import { firstProgram } from './script-word.ts';

/** What is asked: can a container of this image start its command? */
export interface Question {
  readonly tree: FileTree;
  readonly config: ImageConfig;
  /** `os/architecture[/variant]`. */
  readonly platform: string;
  readonly read: ReadBodies;
}

const maxAccountBytes = 2 ** 20;

/**
 * Follows the image's command as runtime, kernel and dynamic loader would, and reads what of the files that takes.
 * @returns undefined when there is nothing to run.
 */
export async function inspectExecutable({
  tree,
  config,
  platform,
  read,
}: Question): Promise<ExecutableFacts | undefined> {
  const { entrypoint = [], cmd = [], env, user, workingDir } = config;
  const argv = [...entrypoint, ...cmd];
  const [word] = argv;
  if (word === undefined) return undefined;
  const from = entrypoint.length > 0 ? 'entrypoint' : 'cmd';
  const [os = '', architecture = ''] = platform.split('/');
  if (os !== 'linux')
    return { from, ...nothing, unchecked: [`The image is for ${platform}; only programs of Linux are looked into.`] };

  const reader = bodyReader(read);
  const who = await credentialsIn(tree, user, reader);
  if (typeof who === 'string') return { from, ...nothing, obstacles: [{ kind: 'user', user, reason: who }] };
  const libraryPath = variable(env, 'LD_LIBRARY_PATH');
  const scene = { place: { tree, workingDir, who }, directories: pathOf(env), architecture, libraryPath, reader };
  const own = await followWord(scene, word, { caller: 'runtime', through: [] });
  // A shell that does not start runs nothing.
  const shell = own.obstacles.length === 0 ? shellCommand(argv) : undefined;
  const program = shell && firstProgram(shell.script);
  if (program === undefined) return { from, ...own };
  return { from, ...joined(own, await followWord(scene, program, { caller: 'shell', through: [word] })) };
}

/** The user a process runs as; a string says why the runtime refuses. */
async function credentialsIn(tree: FileTree, user: string, reader: BodyReader): Promise<Credentials | string> {
  if (user === '') return { uid: 0, groups: [0] };
  const nodes = ['etc/passwd', 'etc/group'].map((path) => tree.resolve(path));
  const files = nodes.flatMap((node) => (node?.type === EntryType.file ? [node] : []));
  const bodies = await reader.whole(files, maxAccountBytes);
  const [passwd, group] = nodes
    .map((node) => node && bodies.get(node.path))
    .map((body) => body && Buffer.from(body).toString('utf8'));
  return credentialsOf(user, { passwd, group });
}
