import { parseArgs } from 'node:util';
import { UserError, type Problem } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { inputSpecs, type Command, type InputSpec, type RawInputs } from '../settings/inputs.ts';

/** A command's arguments, taken apart but not yet judged. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** By input name; repeated flags as a list. */
  readonly inputs: RawInputs;
  readonly help: boolean;
}

interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple: boolean;
  readonly short?: string;
}

/** The inputs of a command that the command line can give. */
export function specsFor(command: Command): readonly InputSpec[] {
  const all: readonly InputSpec[] = inputSpecs;
  return all.filter((spec) => spec.on.includes('cli') && spec.commands.includes(command));
}

/** The flag of an input, without its dashes. */
export function flagOf(spec: InputSpec): string {
  return spec.flag ?? spec.name;
}

/** Whether the command has progress to show. */
export function hasProgress(command: Command): boolean {
  return specsFor(command).some(({ name }) => name === 'progress');
}

/** Takes a command's arguments apart by the table of inputs. @throws UserError `unknown-option`, `bad-option`, `too-many-arguments` */
export function readArguments(command: Command, argv: readonly string[], maxPositionals: number): Arguments {
  const specs = specsFor(command);
  const options: Record<string, Flag> = { help: { type: 'boolean', multiple: false, short: 'h' } };
  for (const spec of specs) {
    const type = spec.kind === 'boolean' ? 'boolean' : 'string';
    options[flagOf(spec)] = {
      type,
      multiple: spec.kind === 'list' || spec.kind === 'map',
      ...(spec.short !== undefined && { short: spec.short }),
    };
  }
  // Every command takes it, so that whoever wraps us need not know which of them have progress to show.
  options['no-progress'] = { type: 'boolean', multiple: false };
  const { values, positionals } = parse(command, argv, options);
  if (positionals.length > maxPositionals) throw new UserError(tooMany(command, positionals, maxPositionals));
  const given = specs.flatMap((spec): readonly (readonly [string, string | readonly string[]])[] => {
    const value = values[flagOf(spec)];
    return value === undefined ? [] : [[spec.name, typeof value === 'boolean' ? String(value) : value]];
  });
  const quiet = values['no-progress'] === true && hasProgress(command) ? [['progress', 'none'] as const] : [];
  return { positionals, inputs: Object.fromEntries([...given, ...quiet]), help: values['help'] === true };
}

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

function parse(
  command: Command,
  argv: readonly string[],
  options: Record<string, Flag>,
): { readonly values: Values; readonly positionals: string[] } {
  try {
    // The parser's result type follows its configuration, which is only known at run time here.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }) as {
      values: Values;
      positionals: string[];
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError(badOption(command, cause.message, Object.keys(options)), { cause });
  }
}

function badOption(command: Command, message: string, known: readonly string[]): Problem {
  const unknown = /^Unknown option '(-{1,2}[^']+)'/.exec(message)?.[1];
  if (unknown === undefined)
    return {
      code: 'bad-option',
      message: `${message.split('. ')[0]}.`,
      hint: `\`plimsoll ${command} --help\` lists the options.`,
    };
  const guess = nearest(unknown.replace(/^-+/, ''), known);
  return {
    code: 'unknown-option',
    message: `\`plimsoll ${command}\` has no option ${unknown}.`,
    got: unknown,
    hint: guess === undefined ? `\`plimsoll ${command} --help\` lists the options.` : `Did you mean --${guess}?`,
  };
}

function tooMany(command: Command, positionals: readonly string[], most: number): Problem {
  const extra = positionals[most] ?? '';
  return {
    code: 'too-many-arguments',
    message: `\`plimsoll ${command}\` takes ${most === 1 ? 'one argument' : `${most} arguments`}; "${extra}" is one too many.`,
    got: extra,
    hint: 'Quote arguments with spaces, and give options as --NAME VALUE.',
  };
}
