import { UserError } from '../errors.ts';
import { WordError } from './cursor.ts';
import type { Instruction } from './instruction.ts';
import type { ParsedDockerfile } from './parse.ts';
import { parsePlatform, platformArgs } from './platform.ts';
import type { Platform } from './platform.ts';
import { errorAt } from './source.ts';
import { expandWord } from './words.ts';
import type { Expansion, Meter, Variables } from './words.ts';

/** What the builder is told besides the Dockerfile. */
export interface BuildOptions {
  readonly buildArgs?: Readonly<Record<string, string>>;
  /** Stage to build; the last one when absent. */
  readonly target?: string;
  /** `os/architecture[/variant]` the image is for; `linux/amd64` when absent. */
  readonly platform?: string;
  /** The builder's own; the image's when absent. */
  readonly buildPlatform?: string;
  /** `--build-context`: what stands in for a stage or an image, `docker-image://REFERENCE` or some files. */
  readonly buildContexts?: Readonly<Record<string, string>>;
  /** ONBUILD triggers of images by their normalised reference, as their configs state them. */
  readonly baseTriggers?: Readonly<Record<string, readonly string[]>>;
}

export interface GlobalArg {
  readonly name: string;
  /** Expanded; null without default and build argument. */
  readonly value: string | null;
  readonly line: number;
}

/** The ARGs before the first FROM, and everything FROM and later ARGs without default can see. */
export interface GlobalScope {
  readonly args: readonly GlobalArg[];
  readonly variables: Variables;
  readonly buildArgs: Variables;
  readonly platform: Platform;
  readonly meter: Meter;
  readonly buildContexts: Variables;
  readonly baseTriggers: ReadonlyMap<string, readonly string[]>;
}

/** Text that all expansions of one Dockerfile may come to. */
const maxExpandedCharacters = 8 * 2 ** 20;

/** @throws UserError when a default cannot be expanded, or a platform is none */
export function readGlobalScope(parsed: ParsedDockerfile, options: BuildOptions): GlobalScope {
  const platform = platformOf(options.platform ?? 'linux/amd64');
  const buildPlatform = options.buildPlatform === undefined ? platform : platformOf(options.buildPlatform);
  const buildArgs = new Map(Object.entries(options.buildArgs ?? {}));
  const lastStage = parsed.instructions.findLast(({ keyword }) => keyword === 'FROM');
  const named = lastStage?.detail.kind === 'FROM' ? lastStage.detail.name : null;
  const variables = new Map<string, string>([
    ...platformArgs(platform, buildPlatform),
    ['TARGETSTAGE', options.target || named || 'default'],
  ]);
  for (const name of variables.keys()) variables.set(name, buildArgs.get(name) ?? variables.get(name) ?? '');

  const meter = { leftCharacters: maxExpandedCharacters };
  const args: GlobalArg[] = [];
  for (const instruction of parsed.instructions) {
    if (instruction.detail.kind !== 'ARG') break;
    for (const { name, value } of instruction.detail.args) {
      const given = buildArgs.get(name);
      const expanded =
        given ?? (value === null ? null : expandIn(parsed, instruction, value, { variables, meter }).text);
      if (expanded !== null) variables.set(name, expanded);
      args.push({ name, value: expanded, line: instruction.startLine });
    }
  }
  const buildContexts = new Map(Object.entries(options.buildContexts ?? {}));
  const baseTriggers = new Map(Object.entries(options.baseTriggers ?? {}));
  return { args, variables, buildArgs, platform, meter, buildContexts, baseTriggers };
}

/** Expands a word of an instruction. @throws UserError at the instruction */
export function expandIn(
  parsed: ParsedDockerfile,
  instruction: Instruction,
  word: string,
  { variables, meter }: Pick<GlobalScope, 'variables' | 'meter'>,
): Expansion {
  return wordsAt(parsed, instruction, () => expandWord(word, variables, { escape: parsed.escape, meter }));
}

/** Runs `read`; a word it cannot expand becomes a UserError at the instruction. */
export function wordsAt<T>(parsed: ParsedDockerfile, instruction: Instruction, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WordError)) throw error;
    throw instructionError(
      parsed,
      instruction,
      'dockerfile-expansion',
      `${error.message}.`,
      'a value that can be expanded',
    );
  }
}

/** An error about an instruction as a whole. */
export function instructionError(
  parsed: ParsedDockerfile,
  { startLine: line, startColumn: column, keyword }: Instruction,
  code: string,
  message: string,
  expected: string,
): UserError {
  const hint = `Correct this ${keyword}, or give the build arguments it needs.`;
  return errorAt(parsed.source, { line, column }, { code, message, expected, hint });
}

function platformOf(text: string): Platform {
  const platform = parsePlatform(text);
  if (platform) return platform;
  throw new UserError({
    code: 'platform',
    message: `${JSON.stringify(text)} is no platform.`,
    expected: 'os/architecture[/variant], such as linux/amd64',
    got: text,
    hint: 'Correct the platform.',
  });
}
