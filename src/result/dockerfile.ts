/** What the parser and the stage graph understood of a Dockerfile: the JSON of `plimsoll dockerfile`. Lines count from 1, inclusive. */
export interface DockerfileReport {
  readonly schemaVersion: 1;
  readonly file: string;
  /** `syntax`, `escape`, `check`: lower-case names. */
  readonly directives: Readonly<Record<string, string>>;
  /** ARGs before the first FROM, expanded; without default and build argument: null. */
  readonly globalArgs: readonly { readonly name: string; readonly value: string | null; readonly line: number }[];
  readonly instructions: readonly InstructionReport[];
  readonly stages: readonly StageReport[];
  readonly final: FinalConfigReport;
  /** The stage that would have shipped without the last copy: whose result the final stage takes. Null for a single-stage Dockerfile. */
  readonly singleStage: number | null;
  /** Index of the stage that is built. */
  readonly target: number;
  /** Indexes of the stages the target does not need. */
  readonly unusedStages: readonly number[];
  /** Needed stages in the order they can be built; those of one step in parallel. */
  readonly buildOrder: readonly (readonly number[])[];
  /** What the built image's history says above the base image, oldest first. ONBUILD of an image is not known here. */
  readonly history: readonly HistoryReport[];
}

/** One line of the history that BuildKit will write for an instruction. */
export interface HistoryReport {
  readonly keyword: string;
  /** As BuildKit words it. */
  readonly createdBy: string;
  /** The part every builder keeps: RUN's command without shell, COPY's sources and destination, a value. */
  readonly text: string;
  /** True when the instruction makes no layer. */
  readonly emptyLayer: boolean;
  /** Of the instruction; for an ONBUILD trigger, of the ONBUILD. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface InstructionReport {
  /** Upper case. */
  readonly keyword: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** Inclusive. */
  readonly endColumn: number;
  /** As written, `--from=build`. */
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  /** As BuildKit's parser gives them; of ENV and LABEL `key, value, '='` for each pair, `''` for one without `=`. */
  readonly arguments: readonly string[];
  readonly heredocs: readonly { readonly name: string; readonly content: string }[];
  /** The instruction ONBUILD defers. */
  readonly onbuild: InstructionReport | null;
  /** Index of the stage it belongs to; null before the first FROM. */
  readonly stage: number | null;
  /** Continuation lines joined, comments dropped. */
  readonly original: string;
}

export interface StageReport {
  readonly index: number;
  /** Lower case, as BuildKit compares; null when unnamed. */
  readonly name: string | null;
  /** `reference` is normalised (`docker.io/library/…`), or `scratch`; null when FROM names a stage. */
  readonly base: { readonly reference: string | null; readonly stage: number | null; readonly written: string };
  /** As written, `$BUILDPLATFORM`. */
  readonly platform: string | null;
  /** Its value, `linux/amd64`. */
  readonly expandedPlatform: string | null;
  readonly startLine: number;
  readonly endLine: number;
  /** Instructions that the base image's ONBUILD runs first, as it states them; absent where there are none, or none are known. */
  readonly baseTriggers?: readonly string[];
  /** Every way content enters other than FROM: COPY/ADD --from and RUN --mount=from. */
  readonly copiesFrom: readonly {
    readonly stage: number | null;
    readonly reference: string | null;
    readonly line: number;
    readonly via: 'copy' | 'mount';
  }[];
}

/** The image config the final (or targeted) stage states; what a base image adds is not known here. */
export interface FinalConfigReport {
  readonly stage: number;
  readonly user: string | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly workingDir: string | null;
  readonly env: readonly string[];
  readonly exposedPorts: readonly string[];
  readonly volumes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] } | null;
  readonly stopSignal: string | null;
  readonly shell: readonly string[] | null;
  readonly onBuild: readonly string[];
  /** Lines that set each field, for findings. */
  readonly lines: Readonly<
    Partial<
      Record<
        'user' | 'entrypoint' | 'cmd' | 'workingDir' | 'healthcheck',
        { readonly startLine: number; readonly endLine: number }
      >
    >
  >;
  /** Fields stated as empty (null above): what a base image sets is dropped, as by `CMD []` or a new ENTRYPOINT. */
  readonly emptied: readonly ('user' | 'entrypoint' | 'cmd')[];
}
