import type { WeighedContext } from '../dockerfile/context.ts';
import type { EntryScript } from '../image/entry-script.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import type { FileTree } from '../image/tree.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { HistoryPoint } from '../result/history.ts';
import type { ImageConfig, HiddenCopy, Measurement, StatedMeasurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';
import type { DuplicateSearch } from './duplicates.ts';
import type { ManifestUse } from './manifest-use.ts';
import type { PublishedBase } from './published-base.ts';
import type { SecretSearch } from './secret-search.ts';

/** What a rule looks at: plain facts about one variant of one image. */
export interface Subject {
  readonly imageName: string;
  readonly measurement: Measurement;
  /** Absent when the layers were not read. */
  readonly tree?: FileTree;
  /** Every file that ships although a later layer hid it; absent: only the largest are known, `measurement.hidden`. */
  readonly hidden?: Iterable<HiddenCopy>;
  /** Secrets in the contents of files; absent when no rule asked for a search. */
  readonly secrets?: SecretSearch;
  /** Files of one content; absent when no rule asked for a comparison. */
  readonly duplicates?: DuplicateSearch;
  /** Bodies of the files that rules declared in `reads`, by path without leading slash; symbolic links followed. */
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  /** Whether the command can start; absent when there is none, or no rule asked for it by `gathers`. */
  readonly executable?: ExecutableFacts;
  /** The shell script it runs as process 1; absent when it runs none, or no rule asked for it by `gathers`. */
  readonly entryScript?: EntryScript;
  readonly dockerfile?: DockerfileReport;
  /** Kubernetes manifests that refer to it; absent where none does, and where none are looked at. */
  readonly manifests?: readonly ManifestUse[];
  /** What the image it stands on runs with; absent when that image is not at hand, and for `scratch`. */
  readonly baseConfig?: ImageConfig;
  /** What it is said to stand on, asked of the registry; absent when nothing says so or no rule asked. */
  readonly publishedBase?: PublishedBase;
  /** Baseline → this change. */
  readonly change?: Comparison;
  /** Why there is no baseline, for the reason of a rule that could not run. */
  readonly noBaselineReason?: string;
  /** The base revision has no such image: a new image has no growth, so a missing baseline is no failure. */
  readonly isNew?: boolean;
  /** Recorded commits before this one, oldest first; absent where none were looked for or found. */
  readonly history?: readonly HistoryPoint[];
  /** Why there is no history, a sentence. */
  readonly noHistoryReason?: string;
  /** What the final stage's outermost FROM names; absent where the image was not built here. */
  readonly base?: string;
  /** Waivers in force for the image, those the change brings included. */
  readonly waivers?: number;
  /** Single-stage → multi-stage, where both were measured. */
  readonly stages?: Comparison;
  /** What is sent to the builder; with its details when a rule asked for them by `gathers`. Absent when nothing is built. */
  readonly context?: Pick<WeighedContext, 'bytes' | 'files'> & Partial<WeighedContext>;
}

/** What is known of an image before it is built, all that a rule `withoutImage` must do with; what was built is evidence. */
export type SourceSubject = Pick<Subject, 'imageName' | 'dockerfile' | 'context'> &
  Partial<Pick<Subject, 'measurement' | 'tree' | 'hidden' | 'entryScript'>>;

/** The sources of an image that is not built in this run. */
export interface UnbuiltSubject extends Pick<Subject, 'imageName' | 'dockerfile' | 'context'> {
  /** Why, a sentence: the reason of every rule that needs the image. */
  readonly notBuilt: string;
}

/** What is known of an image whose layers are not read: all that a rule `withoutLayers` may look at. */
export type StatedSubject = Pick<Subject, 'imageName' | 'dockerfile' | 'context' | 'baseConfig' | 'manifests'> & {
  readonly measurement: StatedMeasurement;
};

/** What a rule `alsoUnbuilt` looks at: the image where there is one, else its Dockerfile alone. */
export type MaybeBuiltSubject = Pick<Subject, 'imageName' | 'dockerfile' | 'entryScript' | 'baseConfig'> & {
  readonly measurement?: StatedMeasurement;
};

/** An image of which nothing but its manifest and configuration is read in this run. */
export interface UnreadSubject extends StatedSubject {
  /** Why, a sentence: the reason of every rule that needs the layers. */
  readonly notRead: string;
}
