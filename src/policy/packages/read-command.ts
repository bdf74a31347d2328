import type { ShellCommandWords } from '../shell-script.ts';
import { programOf } from '../shell-script.ts';
import { languageManagers } from './language-managers.ts';
import type { PackageManager } from './manager.ts';
import { systemManagers } from './system-managers.ts';

/** A command of a package manager. */
export interface ManagerCommand {
  readonly manager: PackageManager;
  readonly action: 'install' | 'update' | 'upgrade';
  /** The program and its words, as written. */
  readonly words: readonly string[];
  /** The program and its verb, as one speaks of them: `pip install`. */
  readonly spoken: string;
  /** What stands behind the verb without options: packages, if the author named any. */
  readonly named: readonly string[];
}

const managers = [...systemManagers, ...languageManagers];
const asks = /^(?:-v|-V|--version|-h|--help)$/;

/** Reads a command as one of a package manager; undefined when it fetches nothing. */
export function readManagerCommand(command: ShellCommandWords): ManagerCommand | undefined {
  const words = withoutInterpreter(command.words);
  const program = programOf({ ...command, words });
  const manager = managers.find(({ programs }) => programs.test(program));
  if (!manager || words.some((word) => asks.test(word))) return undefined;
  for (const { verb, rest } of verbsOf(words)) {
    const action = actionOf(manager, verb);
    if (action) return { manager, action, words: command.words, spoken: spokenOf(manager, program, verb), named: rest };
  }
  return undefined;
}

/** The spellings of one manager read as one, so that each thing is said once. */
function spokenOf({ name }: PackageManager, program: string, verb: string): string {
  const plain = { apt: 'apt-get', pip: 'pip', composer: 'composer' }[name] ?? program;
  return `${plain} ${verb}`.trim();
}

/** Plain words of a command, its options left out: `dnf -y clean all` is `dnf clean all`. */
export function plainWords(command: ShellCommandWords): string {
  const words = withoutInterpreter(command.words).slice(1);
  return [programOf({ ...command, words: withoutInterpreter(command.words) }), ...words.filter(isPlain)].join(' ');
}

/** `python3 -m pip install` is `pip install`. */
function withoutInterpreter(words: readonly string[]): readonly string[] {
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(words[0] ?? '');
  const at = isPython ? words.indexOf('-m') : -1;
  return at < 0 ? words : words.slice(at + 1);
}

function isPlain(word: string): boolean {
  return !word.startsWith('-') && !word.startsWith('+');
}

/** Words that may be the verb, two together first: the first plain one, and those that may only be an option's value. */
function* verbsOf(words: readonly string[]): Iterable<{ readonly verb: string; readonly rest: readonly string[] }> {
  let found = false;
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!isPlain(word)) continue;
    const rest = words.slice(at + 1).filter(isPlain);
    const [next = '', ...more] = rest;
    yield { verb: `${word} ${next}`, rest: more };
    yield { verb: word, rest };
    found = true;
    if (!(words[at - 1] ?? '').startsWith('-')) return;
  }
  if (!found) yield { verb: '', rest: [] };
}

function actionOf({ install, update, upgrade }: PackageManager, verb: string): ManagerCommand['action'] | undefined {
  if (install.test(verb)) return 'install';
  if (update?.test(verb)) return 'update';
  return upgrade?.test(verb) ? 'upgrade' : undefined;
}
