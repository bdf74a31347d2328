import { visible } from '../visible.ts';

/** A rule in force, as the report on a policy needs it. */
export interface PolicyLine {
  readonly id: string;
  readonly level: string;
  readonly options: unknown;
  readonly origin: string;
  readonly whenNotRun: string;
}

/** The effective policy, every line with where it comes from. */
export interface PolicyInForce {
  readonly uses: readonly PolicyLine[];
  readonly waivers: readonly {
    readonly rule: string;
    readonly image?: string;
    readonly expires: string;
    readonly owner: string;
    readonly origin: string;
  }[];
  readonly sources: readonly string[];
  readonly digest: string;
}

/** `plimsoll policy show` as text. */
export function renderPolicy({ uses, waivers, sources, digest }: PolicyInForce): string {
  const width = Math.max(0, ...uses.map(({ id }) => id.length));
  const rules = uses.map(
    ({ id, level, options, origin, whenNotRun }) =>
      `${id.padEnd(width)}  ${level.padEnd(7)}  ${JSON.stringify(options)}  [${origin}; when it cannot run: ${whenNotRun}]`,
  );
  const waived = waivers.map(
    ({ rule, image, expires, owner, origin }) =>
      `waiver of ${rule} for ${image ?? 'every image'} until ${expires} by ${owner}  [${origin}]`,
  );
  return [...rules, ...waived, `from ${sources.join(' → ')}`, digest]
    .map((line) => `${visible(line, 1_000)}\n`)
    .join('');
}

/** A rule's own words. */
export interface RuleWords {
  readonly id: string;
  readonly group: string;
  readonly summary: string;
  readonly why: string;
  readonly howToPass: string;
  readonly options: readonly {
    readonly name: string;
    /** `required`, `none` or the default as JSON. */
    readonly standing: string;
    readonly description: string;
  }[];
  /** How the policy at hand has it; absent where none could be read. */
  readonly here?: Pick<PolicyLine, 'level' | 'options' | 'origin' | 'whenNotRun'> | 'off';
}

/** `plimsoll policy explain RULE` as text. */
export function renderRule({ id, group, summary, why, howToPass, options, here }: RuleWords): string {
  const lines = [
    `${id} (${group})`,
    `  ${summary}`,
    '',
    `  Why: ${why}`,
    `  To pass: ${howToPass}`,
    ...(options.length === 0 ? [] : ['', '  Options:']),
    ...options.map(({ name, standing, description }) => `    ${name} (${standing}): ${description}`),
    ...(here === undefined ? [] : ['', `  Here: ${describeHere(here)}`]),
  ];
  return lines.map((line) => `${visible(line, 2_000)}\n`).join('');
}

function describeHere(here: NonNullable<RuleWords['here']>): string {
  if (here === 'off') return 'off; the policy does not turn it on.';
  return `${here.level} ${JSON.stringify(here.options)}, from ${here.origin}; when it cannot run: ${here.whenNotRun}.`;
}
