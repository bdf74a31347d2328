import { expandCopy } from './apply-files.ts';
import { commandWords, runCommand } from './command-text.ts';
import { WordError } from './cursor.ts';
import { wordsAt } from './expand.ts';
import type { GlobalScope } from './expand.ts';
import type { Instruction, Pair } from './instruction.ts';
import { checkMount } from './mount-check.ts';
import type { ParsedDockerfile } from './parse.ts';
import { exposedPorts } from './ports.ts';
import { setRunning } from './apply-running.ts';
import { setVariable, type StageState } from './state.ts';
import { expandToWords, expandWord } from './words.ts';

/** An instruction's values as the builder used them. */
export interface Applied {
  readonly instruction: Instruction;
  /** What the builder writes into the image's history, where values decide it; else empty. */
  readonly values: readonly string[];
}

/** Lets one instruction act on its stage, as BuildKit's dispatch does. @throws UserError at the instruction */
export function applyInstruction(
  parsed: ParsedDockerfile,
  scope: GlobalScope,
  state: StageState,
  instruction: Instruction,
): Applied {
  const values = wordsAt(parsed, instruction, () => apply(parsed, scope, state, instruction));
  return { instruction, values };
}

/** What an instruction acts with. */
export interface Acting {
  readonly parsed: ParsedDockerfile;
  readonly global: GlobalScope;
  readonly state: StageState;
  readonly instruction: Instruction;
  /** Expands a word in the scope of the stage. @throws WordError */
  readonly expand: (word: string) => string;
  /** As `expand`, split at blanks. @throws WordError */
  readonly expandAll: (word: string) => readonly string[];
}

function apply(
  parsed: ParsedDockerfile,
  global: GlobalScope,
  state: StageState,
  instruction: Instruction,
): readonly string[] {
  const { detail } = instruction;
  const options = { escape: parsed.escape, meter: global.meter };
  const acting = {
    parsed,
    global,
    state,
    instruction,
    expand: (word: string) => expandWord(word, state.scope, options).text,
    expandAll: (word: string) => expandToWords(word, state.scope, options),
  };
  switch (detail.kind) {
    case 'ARG':
      return detail.args.map(({ name, value }) => declareArg(acting, name, value));
    case 'ENV':
      return setPairs(acting, detail.pairs, (key, value) => {
        state.env.set(key, value);
        setVariable(state, key, value);
      });
    case 'LABEL':
      return setPairs(acting, detail.pairs, (key, value) => state.labels.set(key, value));
    case 'RUN':
      for (const mount of detail.mounts) checkMount(mount, acting.expand, state.workingDir ?? undefined);
      return commandWords(state, runCommand(detail.command, instruction, state.os));
    case 'COPY':
    case 'ADD':
      return expandCopy(acting, detail);
    case 'EXPOSE':
      return exposePorts(acting, detail.ports);
    case 'VOLUME':
      return declareVolumes(acting, detail.paths);
    case 'ONBUILD':
      state.onBuild.push(detail.expression);
      return [];
    case 'MAINTAINER':
      return [detail.maintainer];
    case 'FROM':
      throw new Error('FROM begins a stage and is no step of one.');
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
    case 'SHELL':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
    default:
      return setRunning(acting, detail);
  }
}

/** All of an instruction's values are expanded before the first is set. */
function setPairs(
  { expand }: Acting,
  pairs: readonly Pair[],
  set: (key: string, value: string) => void,
): readonly string[] {
  const expanded = pairs.map(({ key, value }) => [expand(key), expand(value)] as const);
  for (const [key, value] of expanded) set(key, value);
  return expanded.map(([key, value]) => `${key}=${value}`);
}

function declareArg({ global, state, expand }: Acting, name: string, preset: string | null): string {
  const inherited = preset === null ? (global.variables.get(name) ?? null) : null;
  const value = global.buildArgs.get(name) ?? (preset === null ? inherited : expand(preset));
  // An ARG that has no value of its own shows the one its name has otherwise.
  state.declaredArgs.set(name, `${name}=${value ?? state.scope.get(name) ?? ''}`);
  if (value !== null) setVariable(state, name, value);
  return value === null ? name : `${name}=${value}`;
}

function exposePorts({ global, state, expandAll }: Acting, words: readonly string[]): readonly string[] {
  const sorted = words.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
  const ports = sorted.flatMap(expandAll).flatMap((word) => {
    // A range of ports is text too, in config, history and report: there may be thousands of EXPOSE 1-65535.
    if (global.meter.leftCharacters < 0) throw new WordError('the values expand to too much text');
    const range = exposedPorts(word);
    global.meter.leftCharacters -= range.length * 3 * '65535/tcp '.length;
    return range;
  });
  for (const port of ports) state.ports.add(port);
  return ports;
}

function declareVolumes({ state, expand }: Acting, written: readonly string[]): readonly string[] {
  const paths = written.map((path) => expand(path));
  if (paths.includes('')) throw new WordError('a VOLUME cannot be an empty string');
  for (const path of paths) state.volumes.add(path);
  return paths;
}
