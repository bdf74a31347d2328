import type { HealthcheckDetail, Instruction } from './instruction.ts';

/** The config fields one instruction decides. */
export type StatedField = 'user' | 'entrypoint' | 'cmd' | 'workingDir' | 'healthcheck';

/**
 * What a stage has come to while its instructions are gone through, one after the other.
 *
 * This is working memory and changes; {@link copyState} gives a stage built FROM another its own.
 */
export interface StageState {
  /** What words are expanded with: ENV and the ARGs declared so far. */
  readonly scope: Map<string, string>;
  /** ENV alone, what the image keeps. */
  readonly env: Map<string, string>;
  /** ARGs in the order they were declared, as `NAME=VALUE` with the value they have by now; a RUN's history lists them. */
  readonly declaredArgs: Map<string, string>;
  readonly labels: Map<string, string>;
  readonly ports: Set<string>;
  readonly volumes: Set<string>;
  readonly onBuild: string[];
  readonly statedBy: Map<StatedField, Instruction>;
  user: string | null;
  workingDir: string | null;
  entrypoint: readonly string[] | null;
  cmd: readonly string[] | null;
  /** A CMD of this very stage; only then a later ENTRYPOINT leaves it. */
  hasOwnCmd: boolean;
  healthcheck: HealthcheckDetail | null;
  stopSignal: string | null;
  shell: readonly string[] | null;
  os: string;
}

/** BuildKit gives every Linux stage a PATH whose base image has none. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** @param base normalised reference of the image the stage is built from, or `scratch` */
export function newState(os: string, base: string): StageState {
  const preset: readonly (readonly [string, string])[] = os === 'windows' ? [] : [['PATH', defaultPath]];
  return {
    scope: new Map(preset),
    // Of other images it is not known whether they state one.
    env: new Map(base === 'scratch' ? preset : []),
    declaredArgs: new Map(),
    labels: new Map(),
    ports: new Set(),
    volumes: new Set(),
    onBuild: [],
    statedBy: new Map(),
    user: null,
    // BuildKit's empty image states its directory; of other images it is not known.
    workingDir: base === 'scratch' ? '/' : null,
    entrypoint: null,
    cmd: null,
    hasOwnCmd: false,
    healthcheck: null,
    stopSignal: null,
    shell: null,
    os,
  };
}

/** The state a stage starts from that is built FROM another: all but its ONBUILD triggers, which have run. */
export function copyState(state: StageState): StageState {
  return {
    ...state,
    // The image's own variables come over those ARGs of the stage before that have the same name.
    scope: new Map([...state.scope, ...state.env]),
    env: new Map(state.env),
    declaredArgs: new Map(
      [...state.declaredArgs].map(([name, word]) => {
        const own = state.env.get(name);
        return [name, own === undefined ? word : `${name}=${own}`];
      }),
    ),
    labels: new Map(state.labels),
    ports: new Set(state.ports),
    volumes: new Set(state.volumes),
    onBuild: [],
    statedBy: new Map(state.statedBy),
    hasOwnCmd: false,
  };
}

/** Gives a name a value to expand words with; an ARG of that name has it from now on. */
export function setVariable({ scope, declaredArgs }: StageState, name: string, value: string): void {
  scope.set(name, value);
  if (declaredArgs.has(name)) declaredArgs.set(name, `${name}=${value}`);
}

/** The shell a shell-form command is given to. */
export function shellOf({ shell, os }: StageState): readonly string[] {
  if (shell) return shell;
  return os === 'windows' ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'];
}
