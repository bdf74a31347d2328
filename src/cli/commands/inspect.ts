import { inspect } from '../../check/inspect.ts';
import { meanwhile } from '../../meanwhile.ts';
import { readImages } from '../../settings/images.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { locate } from '../locate.ts';
import { raise } from '../raise.ts';

/** `plimsoll inspect`: the measurement alone. */
export const runInspect: Run = async (argv, world) => {
  const { positionals, inputs: given } = readArguments('inspect', argv, 1);
  const { root, folderName, inputs } = locate(positionals[0], given, world);
  const { values, problems } = readInputs(inputs);
  const { options, problems: optionProblems } = readRunOptions(values);
  const { images, problems: imageProblems } = readImages(undefined, values, folderName);
  raise([...problems, ...optionProblems, ...imageProblems]);
  const [image] = images;
  if (!image) throw new Error('Without a configuration there is one image.');

  const checkout = world.openCheckout(root);
  const { insecureRegistries, layerReading } = options;
  const workshop = await world.openWorkshop(
    checkout,
    world.progress(options.progress),
    insecureRegistries,
    layerReading,
  );
  try {
    const [result, { renderInspected }] = await Promise.all([
      inspect(image, options.build, world.version, workshop),
      meanwhile(() => import('../../reporters/measured.ts')),
    ]);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, renderInspected(format, result, { columns: 120, colour: false }));
    world.stdout(renderInspected(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
