import { findConfig } from '../../check/find-config.ts';
import { compareImages } from '../../check/compare-images.ts';
import { measureNoise } from '../../check/noise.ts';
import type { Workshop } from '../../check/workshop.ts';
import { UserError } from '../../errors.ts';
import { renderCompared, renderMeasuredNoise } from '../../reporters/measured.ts';
import type { Page } from '../../reporters/registry.ts';
import type { InputName, InputValues, RawInputs } from '../../settings/inputs.ts';
import { readImageSettings } from '../../settings/read-image-settings.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { readRunOptions, type RunOptions } from '../../settings/run-options.ts';
import type { ImageSetting } from '../../settings/settings.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { locate } from '../locate.ts';
import { raise } from '../raise.ts';
import type { World } from '../world.ts';

/** `plimsoll compare BEFORE AFTER`, or `--noise` and one source. */
export const runCompare: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('compare', argv, 2);
  const { values, problems } = readInputs(inputs);
  const { options, problems: optionProblems } = readRunOptions(values);
  raise([...problems, ...optionProblems]);
  const job = values.noise ? await noise(positionals, inputs, world) : images(positionals, values);

  const { progress, insecureRegistries, layerReading } = options;
  const checkout = world.openCheckout(job.root ?? world.workingDir);
  const workshop = await world.openWorkshop(checkout, world.progress(progress), insecureRegistries, layerReading);
  try {
    const render = await job.run(options, world, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, render(format, { columns: 120, colour: false }));
    world.stdout(render(options.format, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};

type Render = (format: RunOptions['format'], page: Page) => string;

/** What is to be done once there is something to work with. */
interface Job {
  readonly root?: string;
  run(options: RunOptions, world: World, workshop: Workshop): Promise<Render>;
}

const ofBuilds: readonly InputName[] = [
  'config',
  'only',
  'dockerfile',
  'context',
  'target',
  'build-args',
  'secrets',
  'ssh',
  'network',
];

function images([before, after]: readonly string[], values: InputValues): Job {
  const stray = ofBuilds.find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new UserError(nothingIsBuilt(stray));
  if (before === undefined || after === undefined) throw new UserError(twoImages);
  return {
    async run(_, world, workshop) {
      const result = await compareImages(before, after, values.platform, world.version, workshop);
      return (format, page) => renderCompared(format, result, page);
    },
  };
}

async function noise(positionals: readonly string[], given: RawInputs, world: World): Promise<Job> {
  if (positionals.length > 1) throw new UserError(oneSource(positionals));
  const { root, folderName, inputs } = locate(positionals[0], given, world);
  const named = inputs['config'];
  const config = await findConfig(world.openCheckout(root), typeof named === 'string' ? named : undefined);
  const image = oneOf(readImageSettings({ ...config, inputs, folderName }));
  if (image.image !== undefined) throw new UserError(notASource(image.image));
  return {
    root,
    async run(options, { version }, workshop) {
      const result = await measureNoise(image, options.build, version, workshop);
      return (format, page) => renderMeasuredNoise(format, result, page);
    },
  };
}

/** Two builds of many images would take long and say much: which one is asked for. */
function oneOf(configured: readonly ImageSetting[]): ImageSetting {
  const [image, ...more] = configured;
  if (!image || more.length > 0) throw new UserError(oneImage(configured.map(({ name }) => name)));
  return image;
}

const twoImages = {
  code: 'missing-argument',
  message: '`plimsoll compare` needs two images.',
  expected: 'BEFORE AFTER',
  hint: 'For example: plimsoll compare app:1.0 app:1.1, or two archives: docker-archive:old.tar docker-archive:new.tar.',
};

const nothingIsBuilt = (name: string) => ({
  code: 'nothing-built',
  message: `\`plimsoll compare\` of two images builds nothing, so ${name} has no meaning there.`,
  got: name,
  hint: 'Leave it out, or compare two builds of one source: plimsoll compare --noise DIR.',
});

const oneSource = (got: readonly string[]) => ({
  code: 'too-many-arguments',
  message: '`plimsoll compare --noise` builds one source twice; two were given.',
  expected: 'a folder or a Dockerfile',
  got: got.join(' '),
  hint: 'Name one of them; or leave --noise out to compare two images.',
});

const oneImage = (names: readonly string[]) => ({
  code: 'several-images',
  message: `\`plimsoll compare --noise\` builds one image twice, and ${names.length} are configured.`,
  expected: names.join(' | '),
  hint: 'Choose one with --only NAME.',
});

const notASource = (got: string) => ({
  code: 'no-source',
  message: `\`plimsoll compare --noise\` builds from source, and ${got} is neither a folder nor a Dockerfile.`,
  expected: 'a folder or a Dockerfile',
  got,
  hint: 'Name what the image is built from, such as the folder of its Dockerfile.',
});
