import { UserError } from '../errors.ts';
import { readInputs } from '../settings/read-inputs.ts';
import { readRunOptions, type RunOptions } from '../settings/run-options.ts';

/** The artifact the report is in, and how it is published. @throws UserError with every input that is wrong */
export function readCommentOptions(inputs: ReadonlyMap<string, string>): {
  readonly name: string;
  readonly options: RunOptions;
} {
  const { artifact = 'plimsoll', ...others } = Object.fromEntries(inputs);
  const { values, problems } = readInputs(others);
  const { options, problems: more } = readRunOptions(values);
  const [first, ...rest] = [...problems, ...more, ...(isArtifactName(artifact) ? [] : [badName(artifact)])];
  if (first) throw new UserError([first, ...rest]);
  return { name: artifact, options };
}

/** As actions/upload-artifact takes them. */
function isArtifactName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- none of them may be in a name
  return /^[^\u0000-\u001f":<>|*?\\/]{1,255}$/.test(name);
}

function badName(got: string) {
  const expected = 'the `name` that was given to actions/upload-artifact';
  return {
    code: 'invalid-input',
    message: 'The input `artifact` names no artifact.',
    expected,
    got,
    hint: `Use ${expected}.`,
  };
}
