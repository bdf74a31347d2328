import type { GithubClient } from './client.ts';
import type { CommentMarker } from './comment-marker.ts';

/** When there is a comment: a comment that is there already is kept up to date in every mode but `never`. */
export type CommentMode = 'always' | 'on-failure' | 'on-change' | 'never';

export interface CommentRequest extends CommentMarker {
  readonly client: GithubClient;
  /** `owner/name` of the pull request's base. */
  readonly repository: string;
  readonly pullNumber: number;
  readonly mode: CommentMode;
  readonly outcome: 'pass' | 'fail';
  /** Whether anything differs from the baseline; for `on-change`. A failure counts as a change. */
  readonly changed: boolean;
  /** Markdown, safe to post. */
  readonly body: string;
}

/** What came of publishing. A failure is one warning for people and never changes the verdict. */
export type CommentState =
  | {
      readonly state: 'created' | 'updated' | 'unchanged' | 'outdated';
      readonly url: string;
      readonly warning?: string;
    }
  | { readonly state: 'skipped' }
  | { readonly state: 'failed'; readonly warning: string };
