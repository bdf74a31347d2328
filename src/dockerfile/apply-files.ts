import { posix } from 'node:path';
import type { Acting } from './apply.ts';
import { expandHeredoc } from './heredoc.ts';
import { checkChecksum, checkMode } from './copy-check.ts';
import type { CopyDetail } from './instruction.ts';
import type { StageState } from './state.ts';

/** The words of COPY's history: flags that decide it, sources, heredocs, destination. @throws WordError */
export function expandCopy({ global, state, expand }: Acting, detail: CopyDetail): readonly string[] {
  const flag = (name: string, value: string | null): readonly string[] => {
    const text = value === null ? '' : expand(value);
    return text ? [`--${name}=${text}`] : [];
  };
  if (detail.checksum !== null) checkChecksum(expand(detail.checksum), detail);
  if (detail.chmod !== null && !detail.chmod.includes('$')) checkMode(expand(detail.chmod));
  for (const exclude of detail.excludes) expand(exclude);
  for (const heredoc of detail.heredocs) expandHeredoc(heredoc, state.scope, global.meter);
  return [
    ...(detail.parents ? ['--parents'] : []),
    ...flag('chown', detail.chown),
    ...flag('chmod', detail.chmod),
    ...detail.sources.map((source) => expand(source)),
    ...detail.heredocs.map(({ name }) => `<<${name}`),
    expand(detail.destination),
  ];
}

/** Relative to the one before, or to the root; an absolute path stays as written. On Windows without drive letter, with backslashes. */
export function resolveWorkdir(state: StageState, written: string): string {
  const windows = state.os === 'windows';
  const current = windows ? withoutDrive(state.workingDir ?? '/') : (state.workingDir ?? '/');
  const path = windows ? withoutDrive(written).replace(/(?<=.)\/$/, '') : written || current;
  const resolved = path.startsWith('/') ? path : posix.join('/', current, path).replace(/(?<=.)\/$/, '');
  return windows ? resolved.replaceAll('/', '\\') : resolved;
}

function withoutDrive(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/').replace(/^[cC]:/, ''));
}
