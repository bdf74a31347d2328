/** What a workflow runs in: a repository with its event, a server, and the tool at its revision. */
export interface WorkflowWorld {
  /** `owner/name` of the caller. */
  readonly repository: string;
  /** Where git fetches it from. */
  readonly url: string;
  readonly apiUrl: string;
  readonly github: {
    readonly event_name: string;
    readonly event: unknown;
    /** Of a pull request, its merge with the base. */
    readonly sha: string;
    readonly run_id: number;
  };
  /** What the caller grants, and whether the head is a fork's: then the token only reads. */
  readonly granted: Readonly<Record<string, 'read' | 'write' | 'none'>>;
  readonly isFork: boolean;
  readonly tool: { readonly repository: string; readonly sha: string; readonly folder: string };
  /** False: a server that does not tell a workflow its own revision. */
  readonly tellsRevision: boolean;
  readonly node: string;
  /** The folder artifacts are kept in, by name. */
  readonly artifacts: string;
  /** What was checked out, for tests to read. */
  readonly checkouts: { readonly repository: string; readonly ref: string }[];
}

/** One job's machine. */
export interface JobWorld {
  readonly world: WorkflowWorld;
  readonly workspace: string;
  /** Whether its token may write contents. */
  readonly mayPush: boolean;
}
