import { posix } from 'node:path';
import { commandWords, runCommand } from './command-text.ts';
import { WordError } from './cursor.ts';
import { instructionError, wordsAt } from './expand.ts';
import type { GlobalScope } from './expand.ts';
import { expandHeredoc } from './heredoc.ts';
import type { CopyDetail, Instruction } from './instruction.ts';
import { checkMount } from './mounts.ts';
import type { Mount } from './mounts.ts';
import type { ParsedDockerfile } from './parse.ts';
import { exposedPorts } from './ports.ts';
import { isSignal } from './signals.ts';
import type { StageState } from './state.ts';
import { expandWord } from './words.ts';

/** An instruction's values as the builder used them. */
export interface Applied {
  readonly instruction: Instruction;
  /** What the builder writes into the image's history, where values decide it; else empty. */
  readonly values: readonly string[];
}

/** Lets one instruction act on its stage, as BuildKit's dispatch does. @throws UserError at the instruction */
export function applyInstruction(parsed: ParsedDockerfile, scope: GlobalScope, state: StageState, instruction: Instruction): Applied {
  const values = wordsAt(parsed, instruction, () => apply(parsed, scope, state, instruction));
  return { instruction, values };
}

function apply(parsed: ParsedDockerfile, global: GlobalScope, state: StageState, instruction: Instruction): readonly string[] {
  const { detail } = instruction;
  const expand = (word: string): string => expandWord(word, state.scope, { escape: parsed.escape, meter: global.meter }).text;
  switch (detail.kind) {
    case 'ARG':
      return detail.args.map(({ name, value }) => declareArg(global, state, name, value, expand));
    case 'ENV': {
      const pairs = detail.pairs.map(({ key, value }) => [expand(key), expand(value)] as const);
      for (const [key, value] of pairs) {
        state.env.set(key, value);
        state.scope.set(key, value);
      }
      return pairs.map(([key, value]) => `${key}=${value}`);
    }
    case 'LABEL': {
      const pairs = detail.pairs.map(({ key, value }) => [expand(key), expand(value)] as const);
      for (const [key, value] of pairs) state.labels.set(key, value);
      return pairs.map(([key, value]) => `${key}=${value}`);
    }
    case 'RUN':
      for (const mount of detail.mounts) checkMount(expandMount(mount, expand));
      return commandWords(state, runCommand(detail.command, instruction, state.os));
    case 'COPY':
    case 'ADD':
      return expandCopy(detail, global, state, expand);
    case 'CMD':
      state.cmd = commandWords(state, detail.command);
      state.hasOwnCmd = true;
      state.statedBy.set('cmd', instruction);
      return state.cmd;
    case 'ENTRYPOINT':
      state.entrypoint = commandWords(state, detail.command);
      if (!state.hasOwnCmd) resetCmd(state, instruction);
      state.statedBy.set('entrypoint', instruction);
      return state.entrypoint;
    case 'HEALTHCHECK':
      state.healthcheck = detail;
      state.statedBy.set('healthcheck', instruction);
      return [];
    case 'SHELL':
      state.shell = detail.shell;
      return detail.shell;
    case 'EXPOSE':
      return expose(parsed, global, state, detail.ports);
    case 'VOLUME':
      return declareVolumes(state, detail.paths.map(expand));
    case 'WORKDIR':
      state.workingDir = resolveWorkdir(state, expand(detail.path));
      state.statedBy.set('workingDir', instruction);
      return [state.workingDir];
    case 'USER':
      state.user = expand(detail.user);
      state.statedBy.set('user', instruction);
      return [state.user];
    case 'STOPSIGNAL':
      return [setStopSignal(parsed, state, instruction, expand(detail.signal))];
    case 'ONBUILD':
      state.onBuild.push(detail.expression);
      return [];
    case 'MAINTAINER':
      return [detail.maintainer];
    case 'FROM':
      throw new Error('A FROM begins a stage and is no step of one.');
  }
}

/** A new ENTRYPOINT drops the CMD of whatever the stage is built from. */
function resetCmd(state: StageState, instruction: Instruction): void {
  state.cmd = [];
  state.statedBy.set('cmd', instruction);
}

function declareArg(
  global: GlobalScope,
  state: StageState,
  name: string,
  preset: string | null,
  expand: (word: string) => string,
): string {
  const inherited = preset === null ? (global.variables.get(name) ?? null) : null;
  const value = global.buildArgs.get(name) ?? (preset === null ? inherited : expand(preset));
  if (value !== null) state.scope.set(name, value);
  state.declaredArgs.set(name, value);
  return value === null ? name : `${name}=${value}`;
}

function expandMount(mount: Mount, expand: (word: string) => string): Mount {
  const text = (value: string | null): string | null => (value === null ? null : expand(value) || null);
  return {
    ...mount,
    type: expand(mount.type).toLowerCase(),
    source: text(mount.source),
    target: text(mount.target),
    id: text(mount.id),
    sharing: text(mount.sharing),
    size: text(mount.size),
    env: text(mount.env),
  };
}

/** The words of the history: flags that decide it, sources, heredocs, destination. */
function expandCopy(detail: CopyDetail, global: GlobalScope, state: StageState, expand: (word: string) => string): readonly string[] {
  const flag = (name: string, value: string | null): readonly string[] => {
    const text = value === null ? '' : expand(value);
    return text ? [`--${name}=${text}`] : [];
  };
  if (detail.checksum !== null) expand(detail.checksum);
  for (const exclude of detail.excludes) expand(exclude);
  for (const heredoc of detail.heredocs) expandHeredoc(heredoc, state.scope, global.meter);
  return [
    ...(detail.parents ? ['--parents'] : []),
    ...flag('chown', detail.chown),
    ...flag('chmod', detail.chmod),
    ...detail.sources.map(expand),
    ...detail.heredocs.map(({ name }) => `<<${name}`),
    expand(detail.destination),
  ];
}

function expose(parsed: ParsedDockerfile, global: GlobalScope, state: StageState, words: readonly string[]): readonly string[] {
  const sorted = words.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
  const expanded = sorted.flatMap((word) => expandWord(word, state.scope, { escape: parsed.escape, meter: global.meter }).words);
  const ports = expanded.flatMap((word) => {
    // A range of ports is text too: there may be thousands of EXPOSE 1-65535.
    if (global.meter.leftCharacters < 0) throw new WordError('the values expand to too much text');
    const range = exposedPorts(word);
    global.meter.leftCharacters -= range.length * '65535/tcp '.length;
    return range;
  });
  for (const port of ports) state.ports.add(port);
  return ports;
}

function declareVolumes(state: StageState, paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw new WordError('a VOLUME cannot be an empty string');
  for (const path of paths) state.volumes.add(path);
  return paths;
}

/** Relative to the one before, or to the root; an absolute path stays as written. On Windows without drive letter, with backslashes. */
function resolveWorkdir(state: StageState, written: string): string {
  const windows = state.os === 'windows';
  const cleaned = (text: string): string => posix.normalize(text.replaceAll('\\', '/').replace(/^[cC]:/, ''));
  const current = windows ? cleaned(state.workingDir ?? '/') : (state.workingDir ?? '/');
  const path = windows ? cleaned(written).replace(/(?<=.)\/$/, '') : written || current;
  const resolved = path.startsWith('/') ? path : posix.join('/', current, path).replace(/(?<=.)\/$/, '');
  return windows ? resolved.replaceAll('/', '\\') : resolved;
}

function setStopSignal(parsed: ParsedDockerfile, state: StageState, instruction: Instruction, signal: string): string {
  const message = `${JSON.stringify(signal)} is no signal.`;
  if (!isSignal(signal)) throw instructionError(parsed, instruction, 'dockerfile-signal', message, 'SIGTERM, SIGRTMIN+3, 9');
  state.stopSignal = signal;
  return signal;
}
