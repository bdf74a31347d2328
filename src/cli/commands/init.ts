import { basename, join, resolve } from 'node:path';
import { listFiles } from '../../adapters/files/list-files.ts';
import { begin, type Beginning } from '../../init/init.ts';
import { visible } from '../../visible.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';

/** `plimsoll init [DIR]`: writes a configuration that passes today, and a workflow; never over what is there. */
export const runInit: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('init', argv, 1);
  const root = resolve(world.workingDir, positionals[0] ?? '.');
  const checkout = world.openCheckout(root);
  const beginning = await begin(await listFiles(root), {
    checkout,
    folderName: basename(root),
    inputs,
    toolVersion: world.version,
    openWorkshop: (mode, insecure, layerReading) =>
      world.openWorkshop(checkout, world.progress(mode), insecure, layerReading),
  });
  for (const { path, text } of beginning.files) await world.writeReport(join(root, path), text);
  world.stdout(describe(beginning));
  return 0;
};

function describe({ found, choices, notCarried, files }: Beginning): string {
  const lines = [
    'Images:',
    ...found.images.map(
      ({ name, dockerfile, because }) =>
        `  ${name}  ${dockerfile}${because === dockerfile ? '' : `, as ${because} builds it`}`,
    ),
    ...found.leftOut.map((reason) => `  left out: ${reason}`),
    'The preset recommended, with:',
    ...choices.map(
      ({ rule, setting, why }) => `  ${rule}  ${typeof setting === 'string' ? setting : setting[0]}: ${why}`,
    ),
    ...(notCarried.length === 0 ? [] : ['Not carried over:', ...notCarried.map((sentence) => `  ${sentence}`)]),
    ...(found.referring.length === 0
      ? []
      : [`Refer to images: ${found.referring.join(', ')}. \`plimsoll audit\` holds what they name to the policy.`]),
    ...found.workflows.building.map(
      (path) => `${path} builds images already; the gate builds for itself, from the same Dockerfiles.`,
    ),
    ...found.workflows.gating.map((path) => `${path} uses the gate already, so no workflow was written.`),
    ...files.map(({ path }) => `wrote ${path}`),
    'It passes today. Commit what was written; ratchets hold from the first run on the default branch on.',
  ];
  return `${lines.map((line) => visible(line, 500)).join('\n')}\n`;
}
