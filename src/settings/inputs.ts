import { auditInputs } from './inputs-audit.ts';
import { buildInputs } from './inputs-build.ts';
import { imageInputs } from './inputs-image.ts';
import { policyInputs } from './inputs-policy.ts';
import { readingInputs } from './inputs-reading.ts';
import { reportInputs } from './inputs-report.ts';

export type { Command, InputSpec, ReportFormat } from './input-spec.ts';
export { reportFormats } from './input-spec.ts';

/**
 * What the command line and the action can be told besides the configuration file, in the order it is documented.
 * One table: flags, action.yml and its documentation follow it.
 */
export const inputSpecs = [
  ...imageInputs,
  ...readingInputs,
  ...policyInputs,
  ...buildInputs,
  ...reportInputs,
  ...auditInputs,
] as const;

type Spec = (typeof inputSpecs)[number];
export type InputName = Spec['name'];
type ValueOf<S extends Spec> = S extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
  ? C
  : {
      readonly text: string;
      readonly boolean: boolean;
      readonly list: readonly string[];
      readonly map: Readonly<Record<string, string>>;
      readonly choice: string;
    }[S['kind']];

/** Inputs after reading: what was not given and has no default is absent. */
export type InputValues = {
  readonly [S in Spec as S extends { readonly default: string } ? S['name'] : never]: ValueOf<S>;
} & { readonly [S in Spec as S extends { readonly default: string } ? never : S['name']]?: ValueOf<S> };

/** Inputs as text: the action's strings, or the command line's (repeated flags as a list). Empty text is "not given". */
export type RawInputs = Readonly<Record<string, string | readonly string[] | undefined>>;
