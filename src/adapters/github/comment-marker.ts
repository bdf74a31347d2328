/** Which report a comment of ours shows; hidden in the first line of its body. */
export interface CommentMarker {
  /** Tells several gates in one repository apart. */
  readonly commentId: string;
  readonly headSha: string;
  readonly runId: number;
  readonly runAttempt: number;
}

const commentId = /^[A-Za-z0-9._-]{1,64}$/;
const marker = /^<!-- plimsoll:comment id=(\S{1,64}) head=([0-9a-f]{40,64}) run=(\d{1,15}) attempt=(\d{1,6}) -->\r?\n/;

/** Whether text may name a comment: it becomes part of a hidden HTML comment. */
export function isCommentId(text: string): boolean {
  return commentId.test(text) && !text.includes('--');
}

/** A body with its marker before it. @throws Error for a `commentId` that settings should have refused */
export function markBody(of: CommentMarker, body: string): string {
  if (!isCommentId(of.commentId)) throw new Error(`"${of.commentId}" cannot name a comment.`);
  return `<!-- plimsoll:comment id=${of.commentId} head=${of.headSha} run=${of.runId} attempt=${of.runAttempt} -->\n${body}`;
}

/** The marker a body starts with, and what follows it; undefined when it does not start with one, wherever else it has one. */
export function readMarker(marked: string): { readonly marker: CommentMarker; readonly body: string } | undefined {
  const match = marker.exec(marked);
  const [whole, id, headSha, runId, runAttempt] = match ?? [];
  if (whole === undefined || id === undefined || headSha === undefined) return undefined;
  return {
    marker: { commentId: id, headSha, runId: Number(runId), runAttempt: Number(runAttempt) },
    body: marked.slice(whole.length).replaceAll('\r\n', '\n'),
  };
}

/** Whether both are reports of the same try of the same run. */
export function isSameRun(one: CommentMarker, other: CommentMarker): boolean {
  return one.headSha === other.headSha && one.runId === other.runId && one.runAttempt === other.runAttempt;
}

/** Whether `one` was made by a later run, or a later attempt, than `other`. Run ids grow. */
export function isLaterRun(one: CommentMarker, other: CommentMarker): boolean {
  return one.runId === other.runId ? one.runAttempt > other.runAttempt : one.runId > other.runId;
}
