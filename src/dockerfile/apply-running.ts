import { resolveWorkdir } from './apply-files.ts';
import type { Acting } from './apply.ts';
import { commandWords } from './command-text.ts';
import { instructionError } from './expand.ts';
import type { Detail } from './instruction.ts';
import { isSignal } from './signals.ts';

type Running = Extract<
  Detail,
  { readonly kind: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK' | 'SHELL' | 'WORKDIR' | 'USER' | 'STOPSIGNAL' }
>;

/** Sets what a container starts with; gives the value for the history. @throws UserError for a signal there is not */
export function setRunning(acting: Acting, detail: Running): readonly string[] {
  const { state, instruction, expand } = acting;
  switch (detail.kind) {
    case 'CMD':
      state.cmd = commandWords(state, detail.command);
      state.hasOwnCmd = true;
      state.statedBy.set('cmd', instruction);
      return state.cmd;
    case 'ENTRYPOINT':
      state.entrypoint = commandWords(state, detail.command);
      state.statedBy.set('entrypoint', instruction);
      dropForeignCmd(acting);
      return state.entrypoint;
    case 'HEALTHCHECK':
      state.healthcheck = detail;
      state.statedBy.set('healthcheck', instruction);
      return detail.test;
    case 'SHELL':
      state.shell = detail.shell;
      return detail.shell;
    case 'WORKDIR':
      state.workingDir = resolveWorkdir(state, expand(detail.path));
      state.statedBy.set('workingDir', instruction);
      return [state.workingDir];
    case 'USER':
      state.user = expand(detail.user);
      state.statedBy.set('user', instruction);
      return [state.user];
    case 'STOPSIGNAL':
      return [setStopSignal(acting, expand(detail.signal))];
    default:
      return neverHappens(detail);
  }
}

function neverHappens(detail: never): never {
  throw new Error(`Not about running: ${JSON.stringify(detail)}`);
}

/** A new ENTRYPOINT drops the CMD of whatever the stage is built from, but not the stage's own. */
function dropForeignCmd({ state }: Acting): void {
  if (state.hasOwnCmd) return;
  state.cmd = [];
  state.statedBy.delete('cmd');
}

function setStopSignal({ parsed, state, instruction }: Acting, signal: string): string {
  const message = `${JSON.stringify(signal)} is no signal.`;
  if (!isSignal(signal))
    throw instructionError(parsed, instruction, 'dockerfile-signal', message, 'SIGTERM, SIGRTMIN+3, 9');
  state.stopSignal = signal;
  return signal;
}
