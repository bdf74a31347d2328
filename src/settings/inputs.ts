/** What the command line and the action can be told besides the configuration file. One table; flags, action.yml and its documentation follow it. */
export interface InputSpec {
  /** Kebab-case: the action's input; `--NAME` on the command line. */
  readonly name: string;
  /** One sentence, as action.yml and `--help` show it. */
  readonly description: string;
  /** `list`: a line each in the action, a repeated flag; `map`: a list of `KEY=VALUE`. */
  readonly kind: 'text' | 'choice' | 'boolean' | 'list' | 'map';
  readonly choices?: readonly string[];
  /** As text, as the action would give it; absent: nothing is said. */
  readonly default?: string;
  /** Shown in help for the value: `FILE`. */
  readonly placeholder?: string;
  /** Other spelling on the command line, as `docker build` has it. */
  readonly flag?: string;
  readonly short?: string;
  readonly on: readonly ('action' | 'cli')[];
  readonly commands: readonly Command[];
}

/** Subcommands that take inputs of this table. */
export type Command = 'check' | 'inspect' | 'compare' | 'policy' | 'dockerfile';

const both = ['action', 'cli'] as const;
const check = ['check'] as const;
const builds = ['check', 'inspect'] as const;

export const reportFormats = ['table', 'markdown', 'json', 'sarif', 'junit', 'html', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The inputs, in the order they are documented. */
export const inputSpecs = [
  {
    name: 'config',
    kind: 'text',
    placeholder: 'FILE',
    on: both,
    commands: ['check', 'policy'],
    description: 'The configuration file. Default: .github/plimsoll.yml, else plimsoll.yml, else none.',
  },
  {
    name: 'only',
    kind: 'list',
    placeholder: 'NAME',
    on: both,
    commands: check,
    description: 'Names of images in the configuration to check; all when not given.',
  },
  {
    name: 'image',
    kind: 'text',
    placeholder: 'SOURCE',
    on: both,
    commands: builds,
    description: 'An existing image to check instead of building one.',
  },
  {
    name: 'dockerfile',
    flag: 'file',
    short: 'f',
    kind: 'text',
    placeholder: 'FILE',
    on: both,
    commands: builds,
    description: 'The Dockerfile. Default: Dockerfile in the context.',
  },
  {
    name: 'context',
    kind: 'text',
    placeholder: 'DIR',
    on: both,
    commands: builds,
    description: 'The build context. Default: the folder of the Dockerfile.',
  },
  {
    name: 'target',
    kind: 'text',
    placeholder: 'STAGE',
    on: both,
    commands: ['check', 'inspect', 'dockerfile'],
    description: 'The stage to build. Default: the last.',
  },
  {
    name: 'build-args',
    flag: 'build-arg',
    kind: 'map',
    placeholder: 'NAME=VALUE',
    on: both,
    commands: ['check', 'inspect', 'dockerfile'],
    description: 'Build arguments (ARG).',
  },
  {
    name: 'platform',
    kind: 'text',
    placeholder: 'OS/ARCH',
    on: both,
    commands: ['check', 'inspect', 'compare'],
    description: 'The platform to build or read, such as linux/amd64. Default: the engine’s own.',
  },
  {
    name: 'variants',
    kind: 'choice',
    choices: ['auto', 'off'],
    on: both,
    commands: check,
    description: 'Whether single-stage and multi-stage are built and compared. Default: auto.',
  },
  {
    name: 'baseline',
    kind: 'text',
    placeholder: 'image:REF|file:PATH|none',
    on: both,
    commands: check,
    description: 'What the image is held against: image:REF, file:PATH (a stored JSON report) or none.',
  },
  {
    name: 'policy',
    kind: 'text',
    placeholder: 'POLICY',
    on: both,
    commands: ['check', 'policy'],
    description:
      'What the policy extends, in place of the configuration’s `extends`: recommended, strict, distroless, ./path.yml or OWNER/REPO/PATH@REF.',
  },
  {
    name: 'fail-on',
    kind: 'choice',
    choices: ['error', 'warning'],
    default: 'error',
    on: both,
    commands: check,
    description: 'The lowest level that fails the check.',
  },
  {
    name: 'warn-only',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: check,
    description: 'Report violations but pass all the same.',
  },
  {
    name: 'builder',
    kind: 'choice',
    choices: ['auto', 'engine', 'buildx'],
    default: 'auto',
    on: both,
    commands: builds,
    description: 'How images are built: through the Engine API, by docker buildx, or whichever does what is asked.',
  },
  {
    name: 'secrets',
    flag: 'secret',
    kind: 'list',
    placeholder: 'id=ID,src=FILE',
    on: both,
    commands: builds,
    description: 'Secrets for the build: id=ID,src=FILE or id=ID,env=NAME.',
  },
  {
    name: 'ssh',
    kind: 'list',
    placeholder: 'default|ID=SOCKET',
    on: both,
    commands: builds,
    description: 'SSH agents for the build.',
  },
  {
    name: 'cache-from',
    kind: 'list',
    placeholder: 'SOURCE',
    on: both,
    commands: builds,
    description: 'Where buildx imports its cache from.',
  },
  {
    name: 'cache-to',
    kind: 'list',
    placeholder: 'TARGET',
    on: both,
    commands: builds,
    description: 'Where buildx exports its cache to.',
  },
  {
    name: 'build-contexts',
    flag: 'build-context',
    kind: 'map',
    placeholder: 'NAME=SOURCE',
    on: both,
    commands: builds,
    description: 'Named build contexts.',
  },
  {
    name: 'network',
    kind: 'choice',
    choices: ['default', 'host', 'none'],
    on: both,
    commands: builds,
    description: 'The network of RUN steps.',
  },
  {
    name: 'no-cache',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: builds,
    description: 'Build without the cache.',
  },
  {
    name: 'pull',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: builds,
    description: 'Look for a newer base image before building.',
  },
  {
    name: 'output',
    kind: 'list',
    placeholder: 'FORMAT=FILE',
    on: both,
    commands: ['check', 'inspect', 'compare'],
    description: `Reports to write: FORMAT=FILE; formats are ${reportFormats.join(', ')}.`,
  },
  {
    name: 'format',
    kind: 'choice',
    choices: reportFormats,
    default: 'table',
    on: ['cli'],
    commands: ['check', 'inspect', 'compare', 'dockerfile'],
    description: 'The report on standard output.',
  },
  {
    name: 'progress',
    kind: 'choice',
    choices: ['auto', 'plain', 'none'],
    default: 'auto',
    on: both,
    commands: ['check', 'inspect', 'compare'],
    description: 'How progress is shown on standard error.',
  },
  {
    name: 'comment',
    kind: 'choice',
    choices: ['always', 'on-failure', 'on-change', 'never'],
    default: 'always',
    on: ['action'],
    commands: check,
    description: 'When the pull request gets the comment.',
  },
  {
    name: 'comment-id',
    kind: 'text',
    default: 'default',
    placeholder: 'ID',
    on: ['action'],
    commands: check,
    description: 'Tells comments of several workflows on one pull request apart.',
  },
  // The expression is the runner's to fill in.
  // oxlint-disable-next-line no-template-curly-in-string
  {
    name: 'github-token',
    kind: 'text',
    default: '${{ github.token }}',
    placeholder: 'TOKEN',
    on: ['action'],
    commands: check,
    description: 'Writes the comment; needs pull-requests: write.',
  },
  {
    name: 'summary',
    kind: 'boolean',
    default: 'true',
    on: ['action'],
    commands: check,
    description: 'Write the job summary.',
  },
  {
    name: 'annotations',
    kind: 'boolean',
    default: 'true',
    on: ['action'],
    commands: check,
    description: 'Annotate Dockerfile lines.',
  },
] as const satisfies readonly InputSpec[];

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
