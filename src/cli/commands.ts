import type { World } from './world.ts';

/** Runs a command; the exit status. */
export type Run = (argv: readonly string[], world: World) => Promise<number>;

interface CommandEntry {
  readonly summary: string;
  readonly usage: string;
  /** Loads what the command needs only when it is asked for: `--help` must not pay for it. */
  readonly load: () => Promise<Run>;
}

/** Every command of the command line. */
export const commands = {
  check: {
    summary: 'Build or read an image, measure it, and hold it against the policy and a baseline.',
    usage:
      'plimsoll check [DIR | Dockerfile | IMAGE | docker-archive:FILE | oci:DIR | oci-archive:FILE | registry:REF]',
    load: async () => (await import('./commands/check.ts')).runCheck,
  },
  inspect: {
    summary: 'Measure an image: layers, files, packages, what is hidden. No policy.',
    usage: 'plimsoll inspect SOURCE',
    load: async () => (await import('./commands/inspect.ts')).runInspect,
  },
  compare: {
    summary: 'Compare two images, before and after; or two builds of one source, to see what differs by itself.',
    usage: 'plimsoll compare BEFORE AFTER | compare --noise [DIR | Dockerfile]',
    load: async () => (await import('./commands/compare.ts')).runCompare,
  },
  dockerfile: {
    summary: 'Show what the parser and the stage graph understood of a Dockerfile.',
    usage: 'plimsoll dockerfile FILE',
    load: async () => (await import('./commands/dockerfile.ts')).runDockerfile,
  },
  policy: {
    summary: 'Check a policy, explain a rule, or show where each line of the policy comes from.',
    usage: 'plimsoll policy validate | explain RULE | show | test CASES.yml',
    load: async () => (await import('./commands/policy.ts')).runPolicy,
  },
  baseline: {
    summary: 'Store measurements for later comparisons, or show what is stored.',
    usage: 'plimsoll baseline save REPORT.json | show [IMAGE]',
    load: async () => (await import('./commands/baseline.ts')).runBaseline,
  },
  audit: {
    summary: 'Hold the images that a repository refers to against the policy, without building.',
    usage: 'plimsoll audit [DIR] | audit plan [DIR] | audit merge FILE...',
    load: async () => (await import('./commands/audit.ts')).runAudit,
  },
  init: {
    summary: 'Write a configuration that passes today, with the limits of today, and a workflow.',
    usage: 'plimsoll init [DIR]',
    load: async () => (await import('./commands/init.ts')).runInit,
  },
  report: {
    summary: 'Render a stored JSON result of a check or an audit again.',
    usage: 'plimsoll report FILE.json --format FORMAT',
    load: async () => (await import('./commands/report.ts')).runReport,
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof commands;

/** `plimsoll --help`. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'plimsoll: a policy gate for container images',
    '',
    'Commands:',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '`plimsoll COMMAND --help` tells more. `plimsoll --version` prints the version.',
    '',
    'Exit status: 0 passed, 1 the policy failed, 2 something must be fixed first (arguments, configuration,',
    'Dockerfile, environment), 3 a bug in plimsoll, 130 interrupted.',
    '',
  ].join('\n');
}

/** `plimsoll COMMAND --help`. */
export async function commandHelp(name: CommandName): Promise<string> {
  const { summary, usage } = commands[name];
  const { flagOf, hasProgress, specsFor } = await import('./arguments.ts');
  const flags = specsFor(name).map((spec) => {
    const value = spec.kind === 'boolean' ? '' : ` ${spec.choices?.join('|') ?? spec.placeholder ?? 'TEXT'}`;
    const short = spec.short === undefined ? '' : `-${spec.short}, `;
    const fallback = spec.default === undefined || spec.kind === 'boolean' ? '' : ` Default: ${spec.default}.`;
    return `  ${short}--${flagOf(spec)}${value}\n      ${spec.description}${fallback}`;
  });
  return [
    summary,
    '',
    `Usage: ${usage} [options]`,
    '',
    'Options:',
    ...flags,
    ...(hasProgress(name) ? ['  --no-progress', '      Show no progress: --progress none.'] : []),
    '  -h, --help',
    '      Print this.',
    '',
  ].join('\n');
}
