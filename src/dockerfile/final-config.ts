import type { FinalConfigReport } from '../result/dockerfile.ts';
import type { StageState } from './state.ts';

/** The config a stage's state comes to in the image: https://github.com/opencontainers/image-spec/blob/main/config.md */
export function finalConfig(stage: number, state: StageState): FinalConfigReport {
  const lines = Object.fromEntries(
    [...state.statedBy].map(([field, { startLine, endLine }]) => [field, { startLine, endLine }]),
  );
  return {
    stage,
    user: state.user || null,
    entrypoint: nonEmpty(state.entrypoint),
    cmd: nonEmpty(state.cmd),
    workingDir: state.workingDir,
    env: [...state.env].map(([key, value]) => `${key}=${value}`),
    exposedPorts: [...state.ports],
    volumes: [...state.volumes],
    labels: Object.fromEntries(state.labels),
    healthcheck: state.healthcheck && { test: state.healthcheck.test },
    stopSignal: state.stopSignal,
    shell: state.shell,
    onBuild: state.onBuild,
    lines,
    emptied: [
      ...(state.user === '' ? (['user'] as const) : []),
      ...(state.entrypoint?.length === 0 ? (['entrypoint'] as const) : []),
      ...(state.cmd?.length === 0 ? (['cmd'] as const) : []),
    ],
  };
}

function nonEmpty(words: readonly string[] | null): readonly string[] | null {
  return words && words.length > 0 ? words : null;
}
