import { createHash } from 'node:crypto';

/** An account that may write comments. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot';
}
export const actionsBot: Account = { id: 41_898_282, login: 'github-actions[bot]', type: 'Bot' };

export interface Token {
  readonly account: Account;
  /** What the token may do in the repository. */
  readonly may: 'read' | 'write';
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  readonly user: Account;
  readonly body: string;
}

export interface Pull {
  readonly number: number;
  readonly headSha: string;
  readonly headRepo?: string;
  readonly headRef?: string;
  readonly locked?: boolean;
  readonly open?: boolean;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly externalId: string | null;
}

/** What a run uploaded. */
export interface Artifact {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly expired?: boolean;
  /** What GitHub states; by default what is true. */
  readonly sizeBytes?: number;
  readonly digest?: string | null;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly user: Account;
}

/** A file in a commit; `120000` is a symbolic link, `160000` a submodule. */
export interface TreeFile {
  readonly content: string | Uint8Array;
  readonly mode?: '100644' | '100755' | '120000' | '160000';
}

/** What the fake remembers of one repository; tests read it and may change it between calls. */
export interface RepositoryState {
  readonly name: string;
  readonly tokens: Map<string, Token>;
  readonly pulls: Map<number, Pull>;
  readonly comments: Map<number, Comment>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly issues: Map<number, Issue>;
  readonly artifacts: Map<number, Artifact>;
  /** Where artifacts are downloaded from: another host than the API's. */
  storageUrl: string;
  /** By commit SHA, then by path. */
  readonly commits: Map<string, Readonly<Record<string, TreeFile>>>;
  /** Branches and tags by name. */
  readonly refs: Map<string, string>;
  nextId: number;
}

export function emptyState(name: string): RepositoryState {
  return {
    name,
    tokens: new Map([
      ['token-of-the-job', { account: actionsBot, may: 'write' }],
      ['token-of-a-fork', { account: actionsBot, may: 'read' }],
      ['token-of-a-user', { account: { id: 7, login: 'mallory', type: 'User' }, may: 'write' }],
      ['token-of-an-app', { account: { id: 88, login: 'gate-app[bot]', type: 'Bot' }, may: 'write' }],
    ]),
    pulls: new Map(),
    comments: new Map(),
    checkRuns: new Map(),
    issues: new Map(),
    artifacts: new Map(),
    storageUrl: '',
    commits: new Map(),
    refs: new Map(),
    nextId: 1_000,
  };
}

/** Adds a comment as if somebody had written it on the web site. */
export function addComment(state: RepositoryState, pull: number, user: Account, body: string): Comment {
  const comment = { id: state.nextId++, pull, user, body };
  state.comments.set(comment.id, comment);
  return comment;
}

/** Git's own name of a blob. */
export function blobSha(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

export function bytesOf({ content }: TreeFile): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
