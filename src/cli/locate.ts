import { basename, relative, resolve } from 'node:path';
import { configPlaces } from '../check/find-config.ts';
import type { RawInputs } from '../settings/inputs.ts';
import type { World } from './world.ts';

/** Where a command works and what it was told, its paths seen from there. */
export interface Located {
  readonly root: string;
  readonly folderName: string;
  readonly inputs: RawInputs;
}

const pathInputs = ['config', 'dockerfile', 'context'] as const;

/**
 * Reads the argument of `check`: a folder, a Dockerfile, or an image.
 *
 * A folder with a configuration of its own is the checkout; any other folder is a build context within the working folder,
 * whose configuration counts. Paths in flags are seen from the working folder, as `docker build` does.
 */
export function locate(argument: string | undefined, inputs: RawInputs, world: World): Located {
  const here = world.openCheckout(world.workingDir);
  const kind = argument === undefined ? undefined : here.kindOf(argument);
  const at = (root: string, more: RawInputs): Located => ({
    root,
    folderName: basename(root),
    inputs: { ...seenFrom(root, inputs, world.workingDir), ...more },
  });
  if (argument === undefined) return at(world.workingDir, {});
  if (kind === 'file') return at(world.workingDir, { dockerfile: argument });
  if (kind === undefined) return at(world.workingDir, { image: argument });
  const folder = resolve(world.workingDir, argument);
  const isOwn = configPlaces.some((place) => world.openCheckout(folder).kindOf(place) === 'file');
  return isOwn ? at(folder, {}) : at(world.workingDir, inputs['context'] === undefined ? { context: argument } : {});
}

function seenFrom(root: string, inputs: RawInputs, workingDir: string): RawInputs {
  if (root === workingDir) return inputs;
  const moved = (path: string): string => {
    const way = relative(root, resolve(workingDir, path)) || '.';
    return way.startsWith('..') ? resolve(workingDir, path) : way;
  };
  const paths = pathInputs.flatMap((name) => {
    const given = inputs[name];
    return typeof given === 'string' ? [[name, moved(given)] as const] : [];
  });
  const baseline = inputs['baseline'];
  const file =
    typeof baseline === 'string' && baseline.startsWith('file:')
      ? [['baseline', `file:${moved(baseline.slice(5))}`] as const]
      : [];
  return { ...inputs, ...Object.fromEntries([...paths, ...file]) };
}
