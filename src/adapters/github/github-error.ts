/** A call to GitHub that failed for good. */
export class GithubError extends Error {
  override readonly name = 'GithubError';
  /** Undefined when no whole answer came. */
  readonly status: number | undefined;
  /** Whether the call may have been carried out nevertheless. */
  readonly ambiguous: boolean;
  readonly rateLimited: boolean;

  constructor(
    message: string,
    facts: { readonly status: number | undefined; readonly ambiguous: boolean; readonly rateLimited: boolean },
  ) {
    super(message);
    this.status = facts.status;
    this.ambiguous = facts.ambiguous;
    this.rateLimited = facts.rateLimited;
  }
}

/** Whether GitHub says that the thing asked for is not there. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof GithubError && (thrown.status === 404 || thrown.status === 410);
}

/** A server's words on one line, without markup, at most 200 characters; proxies answer with whole web pages. */
export function oneLine(text: string): string {
  if (/^\s*</.test(text)) return 'its answer was a web page';
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  const line = text.replace(/[\u0000-\u0020\u007f-\u009f]+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

/**
 * One sentence on why something could not be published, for people: it names the permission where one is missing.
 * @param what e.g. `The comment was not posted`
 * @param permission as in a workflow, e.g. `pull-requests: write`
 */
export function explainFailure(what: string, permission: string, thrown: unknown): string {
  if (!(thrown instanceof GithubError)) return `${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return `${what}: ${thrown.message}${hintFor(thrown, permission)}`;
}

function hintFor({ status, rateLimited, message }: GithubError, permission: string): string {
  if (rateLimited) return ' GitHub limits how often it is asked; run the job again later.';
  if (/locked/i.test(message)) return ' The conversation is locked.';
  if (status === 401) return ' The token is not valid (any more): check the input `github-token`.';
  if (status === 403)
    return ` The token lacks a right: give the job \`permissions: ${permission}\`. Pull requests of forks and of Dependabot never have it.`;
  if (status === 404)
    return ` Either it is not there, or the token may not see it: give the job \`permissions: ${permission}\`.`;
  return '';
}
