import type { Heredoc } from './heredoc.ts';
import type { Comment } from './lines.ts';
import type { Mount } from './mounts.ts';

/** The instructions BuildKit knows, in the order people look for them. */
export const keywords = [
  'FROM',
  'ARG',
  'ENV',
  'LABEL',
  'RUN',
  'COPY',
  'ADD',
  'WORKDIR',
  'USER',
  'EXPOSE',
  'VOLUME',
  'ENTRYPOINT',
  'CMD',
  'HEALTHCHECK',
  'SHELL',
  'STOPSIGNAL',
  'ONBUILD',
  'MAINTAINER',
] as const;
export type Keyword = (typeof keywords)[number];

/** One instruction as it stands in the file. Lines and columns count from 1 and are inclusive. */
export interface Instruction {
  readonly keyword: Keyword;
  /** The keyword in the author's letter case. */
  readonly written: string;
  readonly startLine: number;
  readonly startColumn: number;
  /** Heredocs included. */
  readonly endLine: number;
  readonly endColumn: number;
  /** As BuildKit reads them: quotes removed, `--from=build`. */
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  /** As BuildKit's parser gives them; of ENV and LABEL `key, value, '='` for each pair. Prefer `detail`. */
  readonly arguments: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** The instruction ONBUILD defers. */
  readonly onbuild: Instruction | null;
  /** Continuation lines joined, comments dropped. */
  readonly original: string;
  /** Comments since the instruction before, e.g. for waivers. */
  readonly comments: readonly Comment[];
  readonly detail: Detail;
}

export interface Pair {
  readonly key: string;
  readonly value: string;
  /** `KEY value` without `=`. */
  readonly legacy: boolean;
}

/** A command as RUN, CMD and ENTRYPOINT take it; in shell form it is one text that SHELL runs. */
export interface CommandLine {
  readonly form: 'shell' | 'json';
  readonly words: readonly string[];
}

export interface CopyDetail {
  readonly kind: 'COPY' | 'ADD';
  /** Stage or image as written; null: the build context. Always null for ADD. */
  readonly from: string | null;
  readonly chown: string | null;
  readonly chmod: string | null;
  readonly checksum: string | null;
  readonly link: boolean;
  readonly parents: boolean;
  readonly keepGitDir: boolean;
  /** `--unpack` as given; null: by default. */
  readonly unpack: boolean | null;
  readonly excludes: readonly string[];
  readonly sources: readonly string[];
  readonly heredocs: readonly Heredoc[];
  readonly destination: string;
}

export interface HealthcheckDetail {
  readonly kind: 'HEALTHCHECK';
  /** As in the image's config: `['NONE']`, `['CMD', …]` or `['CMD-SHELL', text]`. */
  readonly test: readonly string[];
  readonly intervalNs: number;
  readonly timeoutNs: number;
  readonly startPeriodNs: number;
  readonly startIntervalNs: number;
  readonly retries: number;
}

/** What an instruction says, with nothing expanded. */
export type Detail =
  | { readonly kind: 'FROM'; readonly image: string; readonly name: string | null; readonly platform: string | null }
  | { readonly kind: 'ARG'; readonly args: readonly { readonly name: string; readonly value: string | null }[] }
  | { readonly kind: 'ENV' | 'LABEL'; readonly pairs: readonly Pair[] }
  | {
      readonly kind: 'RUN';
      readonly command: CommandLine;
      readonly mounts: readonly Mount[];
      readonly network: string | null;
      readonly security: string | null;
    }
  | CopyDetail
  | { readonly kind: 'CMD' | 'ENTRYPOINT'; readonly command: CommandLine }
  | HealthcheckDetail
  | { readonly kind: 'SHELL'; readonly shell: readonly string[] }
  | { readonly kind: 'EXPOSE'; readonly ports: readonly string[] }
  | { readonly kind: 'VOLUME'; readonly paths: readonly string[] }
  | { readonly kind: 'WORKDIR'; readonly path: string }
  | { readonly kind: 'USER'; readonly user: string }
  | { readonly kind: 'STOPSIGNAL'; readonly signal: string }
  | { readonly kind: 'MAINTAINER'; readonly maintainer: string }
  | { readonly kind: 'ONBUILD'; readonly expression: string };
