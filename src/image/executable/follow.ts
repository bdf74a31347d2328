import { EntryType } from '../entries.ts';
import type { FileNode } from '../tree.ts';
import { isPermitted, right } from './credentials.ts';
import type { Obstacle, Step } from './facts.ts';
import { followElf } from './follow-elf.ts';
import { lookUp, searchProgram } from './look-up.ts';
import type { LookedUp } from './look-up.ts';
import { joined, nothing } from './outcome.ts';
import type { Outcome, Scene, Way } from './outcome.ts';
import { programOfEnv, readShebang } from './shebang.ts';
import type { Shebang } from './shebang.ts';

/** As Linux: scripts whose interpreter is a script, and so on; one more does not start. */
const maxScripts = 5;
/** Shells and Python take a carriage return for an option; others, such as perl, let it pass. */
const mindsCarriageReturn = /^(?:(?:ba|da|a|z|k|mk)?sh|python[\d.]*|busybox)$/;

/** Looks a program up and follows it. */
export async function followWord(scene: Scene, word: string, way: Way): Promise<Outcome> {
  const found = searchProgram(scene.place, word, scene.directories);
  const { caller, through } = way;
  switch (found.state) {
    case 'missing': {
      const searched = word.includes('/') ? {} : { searched: scene.directories };
      const link = linkOf(found);
      return stopped({ kind: 'not-found', word, caller, through, ...searched, ...(link && { link }) });
    }
    case 'denied':
      return refused({ ...way, path: word }, 'enter', found.directory, scene);
    case 'directory':
      return stopped({ kind: 'directory', ...way, path: found.path });
    case 'not-executable':
      return refused({ ...way, path: found.path }, 'execute', found.node, scene);
    case 'found':
      return followFile(scene, found.node, { ...way, path: found.path }, 0);
  }
}

async function followFile(scene: Scene, node: FileNode, step: Step, scripts: number): Promise<Outcome> {
  const path = `/${node.path}`;
  if (/^\/(proc|sys|dev)\//.test(path)) return unsure(`${path} is hidden by what the runtime mounts there.`);
  if (node.type !== EntryType.file) return unsure(`${path} is neither a file nor a directory.`);
  const file = (await scene.reader.files([node])).get(node.path);
  if (!file) return unsure(`${path} could not be read: it is missing from its layer, or too large.`);
  const here: Outcome = { ...nothing, files: [path] };
  const shebang = readShebang(file.head);
  if (typeof shebang === 'object') return joined(here, await followScript(scene, node, step, shebang, scripts));
  if (file.elf !== undefined) return joined(here, await followElf(scene, node, step, file.elf));
  return joined(
    here,
    shebang === undefined ? formatOf(file.head, step) : stopped({ kind: 'format', ...step, what: shebang }),
  );
}

/** Neither ELF nor a script: shells, and `env` through them, run such a file as a script of their own. */
function formatOf(head: Uint8Array, step: Step): Outcome {
  const start = Buffer.from(head.subarray(0, 5)).toString('latin1');
  if (start.startsWith('\0asm')) return unsure(`${step.path} is WebAssembly: what it needs is its runtime’s affair.`);
  if (step.caller !== 'runtime') return nothing;
  const what = head.length === 0 ? 'empty' : start === '\xef\xbb\xbf#!' ? 'bom' : 'no-shebang';
  return stopped({ kind: 'format', ...step, what });
}

async function followScript(
  scene: Scene,
  node: FileNode,
  step: Step,
  { interpreter, argument }: Shebang,
  scripts: number,
): Promise<Outcome> {
  if (scripts === maxScripts) return stopped({ kind: 'too-deep', ...step });
  const found = lookUp(scene.place, interpreter);
  if (found.state === 'denied') return refused(step, 'enter', found.directory, scene);
  if (found.state === 'missing') {
    const isCrlf = interpreter.endsWith('\r') && lookUp(scene.place, interpreter.slice(0, -1)).state === 'found';
    return stopped({ kind: 'script-interpreter', ...step, interpreter, isCrlf });
  }
  if (found.node.type === EntryType.directory || !isPermitted(found.node, right.execute, scene.place.who))
    return refused(step, 'execute', found.node, scene);
  const through = [...step.through, step.path];
  const own = await followFile(scene, found.node, { path: interpreter, caller: step.caller, through }, scripts + 1);
  if (own.obstacles.length > 0) return own;
  if (!isPermitted(node, right.read, scene.place.who)) return joined(own, refused(step, 'read', node, scene));
  return joined(own, await followArgument(scene, step, interpreter, argument));
}

/** What the interpreter makes of the argument the script gives it. */
async function followArgument(scene: Scene, step: Step, interpreter: string, argument = ''): Promise<Outcome> {
  const name = interpreter.slice(interpreter.lastIndexOf('/') + 1);
  const through = [...step.through, step.path];
  if (name !== 'env') {
    const isWrong = argument.endsWith('\r') && mindsCarriageReturn.test(name);
    return isWrong ? stopped({ kind: 'crlf-argument', ...step, interpreter, argument }) : nothing;
  }
  const program = argument === '' ? undefined : programOfEnv(argument);
  if (program !== undefined) return followWord(scene, program, { caller: 'env', through });
  return argument === '' ? nothing : unsure(`What \`env ${argument}\` in ${step.path} runs cannot be told.`);
}

const stopped = (obstacle: Obstacle): Outcome => ({ ...nothing, obstacles: [obstacle] });
const unsure = (reason: string): Outcome => ({ ...nothing, unchecked: [reason] });

function refused(step: Step, asked: 'execute' | 'read' | 'enter', node: FileNode, { place }: Scene): Outcome {
  const { path, mode, uid, gid } = node;
  return stopped({
    kind: 'not-permitted',
    ...step,
    right: asked,
    file: { path: `/${path}`, mode, uid, gid },
    uid: place.who.uid,
  });
}

function linkOf(found: LookedUp | { readonly state: string }) {
  const link = 'link' in found ? found.link : undefined;
  return link?.linkTarget === undefined ? undefined : { path: `/${link.path}`, target: link.linkTarget };
}
