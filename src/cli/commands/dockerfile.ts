import { understandDockerfile } from '../../check/understand.ts';
import { UserError } from '../../errors.ts';
import { readInputs } from '../../settings/read-inputs.ts';
import { renderDockerfile } from '../../reporters/dockerfile.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { raise } from '../raise.ts';

/** `plimsoll dockerfile`: what the parser and the stage graph understood. */
export const runDockerfile: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('dockerfile', argv, 1);
  const { values, problems } = readInputs(inputs);
  raise(problems);
  if (values.format !== 'json' && values.format !== 'table') throw new UserError(unfit(values.format));
  const understood = await understandDockerfile(
    {
      dockerfile: positionals[0] ?? 'Dockerfile',
      buildArgs: values['build-args'] ?? {},
      ...(values.target !== undefined && { target: values.target }),
    },
    undefined,
    world.openCheckout(world.workingDir),
  );
  if (!understood) throw new Error('A Dockerfile that is named is read or refused.');
  const { report } = understood;
  world.stdout(values.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderDockerfile(report));
  return 0;
};

function unfit(format: string) {
  return {
    code: 'invalid-input',
    message: `A Dockerfile has no report in the format ${format}.`,
    expected: 'table or json',
    got: format,
    hint: 'Use --format json.',
  };
}
