import { runGate } from '../../check/configured.ts';
import { render } from '../../reporters/registry.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { locate } from '../locate.ts';

/** `plimsoll check`. */
export const runCheck: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('check', argv, 1);
  const { root, folderName, inputs: located } = locate(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { result, options } = await runGate({
    checkout,
    folderName,
    inputs: located,
    toolVersion: world.version,
    openWorkshop: (mode, insecure) => world.openWorkshop(checkout, world.progress(mode), insecure),
  });
  for (const { format, path } of options.outputs)
    await world.writeReport(path, render(format, result, { columns: 120, colour: false }));
  world.stdout(render(options.format, result, world.terminal));
  return result.exitStatus;
};
