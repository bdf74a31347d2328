import { compareImages } from '../../check/inspect.ts';
import { UserError } from '../../errors.ts';
import { renderCompared } from '../../reporters/measured.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions } from '../../settings/run-options.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';

/** `plimsoll compare BEFORE AFTER`. */
export const runCompare: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('compare', argv, 2);
  const [before, after] = positionals;
  if (before === undefined || after === undefined) throw new UserError(twoImages);
  const { values, problems } = readInputs(inputs);
  const { options, problems: optionProblems } = readRunOptions(values);
  raise([...problems, ...optionProblems]);

  const { progress, insecureRegistries, layerCache } = options;
  const checkout = world.openCheckout(world.workingDir);
  const workshop = await world.openWorkshop(checkout, world.progress(progress), insecureRegistries, layerCache);
  try {
    const result = await compareImages(before, after, values.platform, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, renderCompared(format, result, { columns: 120, colour: false }));
    world.stdout(renderCompared(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};

const twoImages = {
  code: 'missing-argument',
  message: '`plimsoll compare` needs two images.',
  expected: 'BEFORE AFTER',
  hint: 'For example: plimsoll compare app:1.0 app:1.1, or two archives: docker-archive:old.tar docker-archive:new.tar.',
};
