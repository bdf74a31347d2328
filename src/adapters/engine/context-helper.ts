import type { TallyShare } from '../../dockerfile/context-tally.ts';
import { parseIgnoreFile } from '../../dockerfile/ignore.ts';
import { UserError, type Problem } from '../../errors.ts';
import { newScan, type OpenFolder, type ScanRules } from './context-scan.ts';

/** What a helper must know of the context; plain. */
export interface HelperTask {
  readonly ignoreText: string;
  /** Its name, for messages. */
  readonly ignoreFile: string;
  readonly gitIgnored: ReadonlySet<string>;
}

/** Somebody else, on another processor, who goes through folders too. */
export interface ContextHelper {
  /** Goes through the folders for a while, and gives back what is still open. @throws UserError `unreadable-context` */
  take(folders: readonly OpenFolder[]): Promise<readonly OpenFolder[]>;
  /** What it has summed up; once, at the end. */
  share(): Promise<TallyShare>;
  end(): Promise<void>;
}

/** Helpers that can be had. */
export interface ContextHelpers {
  /** How many entries a context must have before a helper is worth its start. */
  readonly fromEntries: number;
  start(task: HelperTask): ContextHelper;
}

export type HelperQuestion = { readonly take: readonly OpenFolder[] } | 'share';
export type HelperAnswer =
  | { readonly left: readonly OpenFolder[] }
  | { readonly share: TallyShare }
  | { readonly problem: Problem };

/** Entries a helper looks at before it gives back what is open: whoever has nothing to do waits no longer than that. */
const entriesAtATime = 10_000;

/** The helper's side: answers one question after the other. */
export function newHelping(
  task: HelperTask,
  isSecretFile: ScanRules['isSecretFile'],
): (question: HelperQuestion) => HelperAnswer {
  const rules = parseIgnoreFile(task.ignoreText, task.ignoreFile);
  const scan = newScan({ rules, gitIgnored: task.gitIgnored, isSecretFile });
  return (question) => {
    if (question === 'share') return { share: scan.tally.share() };
    scan.open.push(...question.take);
    try {
      scan.advance(entriesAtATime);
    } catch (error) {
      // An error's class does not survive the way to another thread; its problem does.
      const problem = error instanceof UserError ? error.problems[0] : undefined;
      if (problem) return { problem };
      throw error;
    }
    return { left: scan.open.splice(0) };
  };
}
