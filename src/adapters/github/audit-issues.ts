import { Interrupted } from '../../errors.ts';
import { closeIssue, keepIssue, type IssueState, type IssueToPublish } from './audit-issue.ts';
import { explainFailure, GithubError } from './github-error.ts';
import { issueMarkerOf, listOwnIssues, markerAtStart, type Issue, type IssuePlace } from './own-issues.ts';

/** What an audit says of all its images. */
export interface IssuesRequest extends IssuePlace {
  readonly issues: readonly IssueToPublish[];
  /** The comment with which issues of images that are no part of the audit any more are closed; absent: they stay. */
  readonly closeOthersWith?: string;
}

/** What came of it, in the order of the images, and what went wrong in sentences. A failure never changes the verdict. */
export interface IssuesOutcome {
  readonly states: readonly (IssueState & { readonly image: string })[];
  readonly closedOthers: number;
  readonly warnings: readonly string[];
}

/** GitHub takes 80 new contents a minute and 500 an hour: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const maxNewIssues = 50;
/** One image may have a text GitHub does not like; several in a row are the token or GitHub itself. */
const maxFailuresInARow = 3;

/** Keeps one issue for each image, one after the other; what is there is asked once. @throws Interrupted */
export async function publishIssues(request: IssuesRequest): Promise<IssuesOutcome> {
  const states: (IssueState & { image: string })[] = [];
  const warnings: string[] = [];
  const failed: string[] = [];
  let closedOthers = 0;
  try {
    const ours = await listOwnIssues(request);
    const byMarker = oldestOf(ours);
    let [created, inARow, untried, unopened] = [0, 0, 0, 0];
    for (const said of request.issues) {
      const issue = byMarker.get(issueMarkerOf(said.image));
      if (inARow === maxFailuresInARow) untried += 1;
      else if (said.outcome === 'fail' && !issue && created === maxNewIssues) unopened += 1;
      else {
        try {
          const state = await keepIssue(request, said, issue);
          inARow = 0;
          if (state.state === 'created') created += 1;
          if ('warning' in state && state.warning !== undefined) warnings.push(state.warning);
          states.push({ ...state, image: said.image });
        } catch (thrown) {
          if (!(thrown instanceof GithubError)) throw thrown;
          inARow += 1;
          failed.push(explainFailure('An audit issue was not published', 'issues: write', thrown));
        }
      }
    }
    const [first] = failed;
    if (first !== undefined) warnings.push(sentenceOf(first, failed.length + untried));
    if (unopened > 0)
      warnings.push(
        `${unopened} more images fail and got no issue: at most ${maxNewIssues} are opened at once. The next audit opens more; one issue for all images is \`issues: one\`.`,
      );
    if (inARow < maxFailuresInARow) {
      if (created > 0) await closeDoubles(request);
      closedOthers = await closeOthers(request, ours);
    }
  } catch (thrown) {
    if (thrown instanceof Interrupted || !(thrown instanceof GithubError)) throw thrown;
    warnings.push(explainFailure('The audit issues were not published', 'issues: write', thrown));
  }
  return { states, closedOthers, warnings };
}

function sentenceOf(first: string, count: number): string {
  return count === 1 ? first : `${count} audit issues were not published; the first: ${first}`;
}

function oldestOf(issues: readonly Issue[]): ReadonlyMap<string, Issue> {
  return new Map(issues.toReversed().map((issue) => [markerAtStart(issue.body), issue]));
}

/** Two audits at once may have opened one each: the oldest stays. */
async function closeDoubles(request: IssuesRequest): Promise<void> {
  const ours = await listOwnIssues(request);
  const oldest = oldestOf(ours);
  for (const issue of ours) {
    const first = oldest.get(markerAtStart(issue.body));
    if (issue.state === 'open' && first && first.number !== issue.number)
      await closeIssue(request, issue, `The same as #${first.number}, which another run opened.`, 'not_planned');
  }
}

async function closeOthers(request: IssuesRequest, ours: readonly Issue[]): Promise<number> {
  const { closeOthersWith: comment, issues } = request;
  if (comment === undefined) return 0;
  const audited = new Set(issues.map(({ image }) => issueMarkerOf(image)));
  const others = ours.filter(({ state, body }) => state === 'open' && !audited.has(markerAtStart(body)));
  for (const issue of others) await closeIssue(request, issue, comment, 'not_planned');
  return others.length;
}
