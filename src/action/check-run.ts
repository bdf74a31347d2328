import { renderMarkdown, type MarkdownOptions } from '../reporters/markdown/comment.ts';
import { countsInWords, countsOf } from '../reporters/verdict.ts';
import type { CheckResult } from '../result/result.ts';
import type { CheckToPublish, Published, Runner } from './runner.ts';

/** What a check run says. */
export type CheckWords = Pick<CheckToPublish, 'conclusion' | 'title' | 'summary'>;

/** The verdict of a check run. Nothing to measure is a success: a required check must not block what it is not about. */
export function checkOf(result: CheckResult, links: MarkdownOptions): CheckWords {
  const conclusion = result.outcome === 'pass' ? 'success' : 'failure';
  const title = result.images.length === 0 ? 'Nothing to measure' : countsInWords(countsOf(result.images));
  return { conclusion, title, summary: renderMarkdown(result, links) };
}

/** What a run says that could not check: that is never a success. */
export function couldNotCheck(words: string, what: 'check' | 'audit' = 'check'): CheckWords {
  const summary = `### Plimsoll · could not ${what}\n\n${fenced(words)}\n`;
  return { conclusion: 'failure', title: 'Could not check', summary };
}

/** Publishes where the input `check-name` asks for it, on the commit under check. */
export async function publishCheck(
  runner: Pick<Runner, 'inputs' | 'pullRequest' | 'sha' | 'publishCheckRun'>,
  words: CheckWords,
): Promise<Published> {
  const name = runner.inputs.get('check-name');
  if (name === undefined) return {};
  const token = runner.inputs.get('github-token');
  const headSha = runner.pullRequest?.headSha ?? runner.sha;
  if (token === undefined || headSha === undefined)
    return {
      warning: `The check run "${name}" was not published: there is no ${token === undefined ? 'token. Give `github-token`' : 'commit it could stand on'}.`,
    };
  return runner.publishCheckRun({ token, headSha, name, ...words });
}

/** A code block that its content cannot close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replaceAll('@', '@\u200b')}\n${fence}`;
}
