import type { z } from 'zod';
import type { WeighedContext } from '../dockerfile/context.ts';
import type { EntryScript } from '../image/entry-script.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import type { FileTree } from '../image/tree.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { HistoryPoint } from '../result/history.ts';
import type {
  DockerfileLines,
  ImageConfig,
  HiddenCopy,
  Measurement,
  StatedMeasurement,
} from '../result/measurement.ts';
import type { Comparison, Level } from '../result/result.ts';
import type { DuplicateSearch, DuplicateWish } from './duplicates.ts';
import type { Narrowing } from './floor.ts';
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
export type StatedSubject = Pick<Subject, 'imageName' | 'dockerfile' | 'context' | 'baseConfig'> & {
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

/** One thing a rule found. Level, waiver and image are the judge's business. */
export interface Violation {
  /** A sentence with the figures in it; may hold untrusted text, reporters escape. */
  readonly message: string;
  /** Bytes that would be saved or are over. */
  readonly bytes?: number;
  readonly location?: DockerfileLines;
  readonly paths?: readonly string[];
  /** Replaces the rule's own when it can be more exact. */
  readonly howToPass?: string;
}

/** A fact turned out to be missing while the rule ran: the rule, or this part of it, lands in `notRun` with the reason. */
export interface Unknown {
  /** A sentence. */
  readonly unknown: string;
  /** A built image would tell: where leaving it out was asked for, this is no failure. */
  readonly needsImage?: true;
}

/** Facts a rule cannot do without. */
export type Need = 'dockerfile' | 'files' | 'baseline';

/**
 * Facts that are gathered only when a rule asks: they take reading many files, or asking a remote or a registry. `base-proof` asks the registry
 * only where the engine does not prove what the image stands on, `base-config` only where it does not have the base image.
 */
export type Gathering =
  | 'executable'
  | 'entry-script'
  | 'context'
  | 'secrets'
  | 'secrets-of-all-layers'
  | 'history'
  | 'releases'
  | 'published-base'
  | 'base-proof'
  | 'base-config'
  | DuplicateWish;

type With<N extends Need, S = Subject> = S &
  ('dockerfile' extends N ? { readonly dockerfile: DockerfileReport } : unknown) &
  ('files' extends N ? { readonly tree: FileTree } : unknown) &
  ('baseline' extends N ? { readonly change: Comparison } : unknown);

/** A check in code: looks at one subject and yields violations; no clock, no disk, no other rules. */
export interface Rule<Options extends z.ZodType, N extends Need = never> {
  readonly id: string;
  readonly group: 'size' | 'base-image' | 'running' | 'contents' | 'dockerfile' | 'custom';
  /** One sentence, imperative. */
  readonly summary: string;
  readonly why: string;
  readonly howToPass: string;
  /** Strict object schema; every option with a description. `{}` must parse unless an option has no sane default. */
  readonly options: Options;
  readonly needs?: readonly N[];
  /** How an option of a policy and of a floor narrow to the stricter one; without a word, the rule counts twice. */
  readonly narrows?: Readonly<Record<string, Narrowing>>;
  /** Absolute paths of files whose bodies it wants. */
  readonly reads?: readonly string[];
  /** Costly facts it wants. */
  readonly gathers?: readonly Gathering[];
  /** Those its options decide about. */
  gathersFor?(options: z.output<Options>): readonly Gathering[];
  /** It looks at the sources alone, so that it runs where nothing is built. Declared by {@link defineSourceRule}. */
  readonly withoutImage?: true;
  /** It looks at nothing that layers hold, so that none is read where all rules are of that kind. Declared by {@link defineStatedRule}. */
  readonly withoutLayers?: true;
  /** Where nothing is built it says what the Dockerfile alone decides. Declared by {@link defineEitherRule}. */
  readonly alsoUnbuilt?: true;
  check(subject: With<N>, options: z.output<Options>): Iterable<Violation | Unknown>;
}

/** A rule whose option type is no longer known; its options were parsed by its own schema. */
export type AnyRule = Omit<Rule<z.ZodType, Need>, 'check' | 'gathersFor'> & {
  gathersFor?(options: never): readonly Gathering[];
  check(subject: Subject, options: never): Iterable<Violation | Unknown>;
};

/** Declares a rule and checks its types. */
export function defineRule<Options extends z.ZodType, N extends Need = never>(
  rule: Rule<Options, N>,
): Rule<Options, N> {
  return rule;
}

/** Declares a rule that needs no image: where nothing was built, its check sees the sources alone. */
export function defineSourceRule<Options extends z.ZodType, N extends 'dockerfile' = never>(
  rule: Omit<Rule<Options, N>, 'check' | 'withoutImage' | 'reads'> & {
    check(subject: With<N, SourceSubject>, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options, N> {
  return { ...rule, withoutImage: true };
}

/** Declares a rule that needs no layer: its check sees what manifest and configuration state, and the sources. */
export function defineStatedRule<Options extends z.ZodType, N extends 'dockerfile' = never>(
  rule: Omit<Rule<Options, N>, 'check' | 'withoutLayers' | 'reads' | 'gathers'> & {
    check(subject: With<N, StatedSubject>, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options, N> {
  return { ...rule, withoutLayers: true };
}

/** Declares a rule that looks at the image, and where nothing was built at its Dockerfile. */
export function defineEitherRule<Options extends z.ZodType>(
  rule: Omit<Rule<Options>, 'check' | 'alsoUnbuilt' | 'withoutImage' | 'reads' | 'needs'> & {
    check(subject: MaybeBuiltSubject, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options> {
  return { ...rule, alsoUnbuilt: true };
}

export type { Level };
