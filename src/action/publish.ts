import type { GateOutcome } from '../check/configured.ts';
import { annotationsOf } from '../reporters/github.ts';
import { render } from '../reporters/registry.ts';
import { renderMarkdown } from '../reporters/markdown/comment.ts';
import type { CheckResult } from '../result/result.ts';
import { checkOf, publishCheck } from './check-run.ts';
import { outputsOf } from './outputs.ts';
import type { Published, Runner } from './runner.ts';

/** What publishing needs of a runner. */
export type Publisher = Pick<
  Runner,
  | 'inputs'
  | 'pullRequest'
  | 'sha'
  | 'repositoryUrl'
  | 'runUrl'
  | 'writeReport'
  | 'writeOutputs'
  | 'writeSummary'
  | 'annotate'
  | 'publishComment'
  | 'publishCheckRun'
  | 'print'
>;

/** Tells the result everywhere it was asked for. */
export async function publish({ result, options, listings, ...said }: GateOutcome, runner: Publisher): Promise<void> {
  const links = linksOf(runner);
  const told: Published[] = [...said.warnings.map((warning) => ({ warning })), ...said.notes.map((note) => ({ note }))];
  for (const { format, path } of options.outputs)
    await runner.writeReport(path, await render(format, result, { columns: 120, colour: false, listings }));
  if (options.summary) told.push(await runner.writeSummary(renderMarkdown(result, { ...links, detail: 'summary' })));
  if (options.annotations) await runner.annotate(annotationsOf(result));
  const { pullRequest } = runner;
  const isEmpty = result.images.length === 0;
  if (pullRequest && options.comment.mode !== 'never') {
    const body = renderMarkdown(result, links);
    told.push(
      options.githubToken === undefined
        ? {
            warning:
              'The pull request comment was not published: there is no token. Give `github-token`, or set `comment: never`.',
          }
        : await runner.publishComment({
            token: options.githubToken,
            pullRequest,
            // Where there is nothing to measure nobody need be told, unless of a comment that is there.
            mode: isEmpty && options.comment.mode === 'always' ? 'on-change' : options.comment.mode,
            id: options.comment.id,
            outcome: result.outcome,
            changed: isChanged(result),
            body,
          }),
    );
  }
  told.push(await publishCheck(runner, checkOf(result, links)));
  told.push(await runner.writeOutputs(outputsOf(result, options.outputs)));
  for (const one of told) await tell(one, runner);
}

/** Says what came of a publication. */
export async function tell({ warning, note }: Published, runner: Pick<Runner, 'print' | 'annotate'>): Promise<void> {
  if (note !== undefined) runner.print(note);
  if (warning !== undefined) await runner.annotate([{ level: 'warning', title: 'Plimsoll', message: warning }]);
}

/** Whether an image differs in size from its baseline. */
export function isChanged({ images }: CheckResult): boolean {
  return images.some(({ comparisons }) =>
    comparisons.some(({ kind, unpackedDeltaBytes }) => kind === 'baseline' && unpackedDeltaBytes !== 0),
  );
}

/** What the run is of, for the result. */
export function revisionOf({ pullRequest, sha }: Pick<Runner, 'pullRequest' | 'sha'>) {
  if (pullRequest)
    return { revision: { head: pullRequest.headSha, base: pullRequest.baseSha, baseName: pullRequest.baseRef } };
  return sha === undefined ? {} : { revision: { head: sha } };
}

function linksOf({ repositoryUrl, runUrl, pullRequest, sha }: Publisher) {
  const commit = pullRequest?.headSha ?? sha;
  return { fullReportUrl: runUrl, ...(commit !== undefined && { repositoryUrl, commit }) };
}
