import type { OpenWorkshop } from '../check/configured.ts';
import type { Checkout, Progress } from '../ports.ts';
import type { BaseRevision, Repository } from '../repository-port.ts';
import type { SettingsRequest } from '../settings/read-settings.ts';
import type { LayerReading } from '../settings/run-options.ts';

/** A message on a Dockerfile line. */
export interface RunnerAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** What of the pull request is known, and who may be told. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly fork: boolean;
}

/** What came of a publication; a failure is one warning and never changes the verdict. */
export type Published = {
  readonly warning?: string;
  readonly note?: string;
  /** What became of the comment, and where it is. */
  readonly state?: string;
  readonly url?: string;
};

/** Inputs that hold a secret. */
export const tokenInputs = ['github-token', 'policy-token'] as const;

/** What the action is handed by its composition root. */
export interface Runner {
  readonly version: string;
  /** The absolute path of the checkout. */
  readonly root: string;
  /** The repository's name, which names an image that nothing else names. */
  readonly folderName: string;
  /** The action's inputs that were given, by name. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly unknownInputs: readonly string[];
  /** Undefined outside pull requests. */
  readonly pullRequest: PullRequest | undefined;
  /** Commit under check outside pull requests. */
  readonly sha: string | undefined;
  /** `https://github.com/OWNER/NAME`, for links to lines. */
  readonly repositoryUrl: string;
  /** The page of this run, which has the job summary. */
  readonly runUrl: string;
  openCheckout(root: string): Checkout;
  /** The Git repository of the checkout; undefined when there is none. */
  openRepository(): Promise<Repository | undefined>;
  /** The pull request's base, from Git objects or by API. @throws UserError when it cannot be read: never "no policy" */
  openBase(sha: string, repository: Repository | undefined): Promise<BaseRevision>;
  /** Reads policies of other repositories; absent without a token. */
  readonly fetchPolicy?: NonNullable<SettingsRequest['fetchPolicy']>;
  openWorkshop(
    checkout: Checkout,
    progress: Progress,
    insecureRegistries: readonly string[],
    layerReading: LayerReading,
  ): Promise<OpenWorkshop>;
  progress(mode: 'auto' | 'plain' | 'none'): Progress;
  /** Refuses to build where the event lends a stranger's code the repository's rights. @throws UserError `unsafe-event` */
  refuseUnsafeBuild(): void;
  writeReport(path: string, text: string): Promise<void>;
  writeOutputs(outputs: ReadonlyMap<string, string | number>): Promise<Published>;
  writeSummary(markdown: string): Promise<Published>;
  annotate(annotations: readonly RunnerAnnotation[]): Promise<void>;
  publishComment(comment: CommentToPublish): Promise<Published>;
  publishCheckRun(check: CheckToPublish): Promise<Published>;
  maskSecret(secret: string): Promise<void>;
  /** Prints text of others so that the runner obeys none of it. */
  print(text: string): void;
}

/** The report as a pull request comment. */
export interface CommentToPublish {
  readonly token: string;
  readonly pullRequest: Pick<PullRequest, 'number' | 'headSha'>;
  readonly mode: 'always' | 'on-failure' | 'on-change' | 'never';
  readonly id: string;
  readonly outcome: 'pass' | 'fail';
  readonly changed: boolean;
  readonly body: string;
}

/** The verdict as a check run of its own name. */
export interface CheckToPublish {
  readonly token: string;
  readonly headSha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure';
  /** One line of plain text. */
  readonly title: string;
  /** Markdown, safe to post. */
  readonly summary: string;
}
