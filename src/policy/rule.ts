import type { z } from 'zod';
import type { FileTree } from '../image/tree.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { DockerfileLines } from '../result/measurement.ts';
import type { Comparison, Level } from '../result/result.ts';
import type { DuplicateWish } from './duplicates.ts';
import type { Narrowing } from './narrow.ts';
import type { ManifestUse } from './manifest-use.ts';
import type { Subject, SourceSubject, StatedSubject, MaybeBuiltSubject } from './subject.ts';

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

/** Facts a rule cannot do without. One that needs a manifest has nothing to say where none refers to the image. */
export type Need = 'dockerfile' | 'files' | 'baseline' | 'manifest';

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
  ('baseline' extends N ? { readonly change: Comparison } : unknown) &
  ('manifest' extends N ? { readonly manifests: readonly ManifestUse[] } : unknown);

/** A check in code: looks at one subject and yields violations; no clock, no disk, no other rules. */
export interface Rule<Options extends z.ZodType, N extends Need = never> {
  readonly id: string;
  readonly group: 'size' | 'base-image' | 'running' | 'contents' | 'dockerfile' | 'manifests' | 'custom';
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

/** A rule as its file declares it: its schema is made when options are first read, for most runs use few of the rules. */
type Declared<Options extends z.ZodType, N extends Need = never> = Omit<Rule<Options, N>, 'options'> & {
  readonly options: () => Options;
};

/** Declares a rule and checks its types. */
export function defineRule<Options extends z.ZodType, N extends Need = never>(
  rule: Declared<Options, N>,
): Rule<Options, N> {
  return withSchema(rule, {});
}

/** Declares a rule that needs no image: where nothing was built, its check sees the sources alone. */
export function defineSourceRule<Options extends z.ZodType, N extends 'dockerfile' = never>(
  rule: Omit<Declared<Options, N>, 'check' | 'withoutImage' | 'reads'> & {
    check(subject: With<N, SourceSubject>, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options, N> {
  return withSchema(rule, { withoutImage: true });
}

/** Declares a rule that needs no layer: its check sees what manifest and configuration state, and the sources. */
export function defineStatedRule<Options extends z.ZodType, N extends 'dockerfile' = never>(
  rule: Omit<Declared<Options, N>, 'check' | 'withoutLayers' | 'reads' | 'gathers'> & {
    check(subject: With<N, StatedSubject>, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options, N> {
  return withSchema(rule, { withoutLayers: true });
}

/** Declares a rule that looks at the image, and where nothing was built at its Dockerfile. */
export function defineEitherRule<Options extends z.ZodType>(
  rule: Omit<Declared<Options>, 'check' | 'alsoUnbuilt' | 'withoutImage' | 'reads' | 'needs'> & {
    check(subject: MaybeBuiltSubject, options: z.output<Options>): Iterable<Violation | Unknown>;
  },
): Rule<Options> {
  return withSchema(rule, { alsoUnbuilt: true });
}

/** The rule with its schema, made at the first look at it and kept. */
function withSchema<Options extends z.ZodType, R extends { readonly options: () => Options }, Kind>(
  { options: make, ...rule }: R,
  kind: Kind,
): Omit<R, 'options'> & Kind & { readonly options: Options } {
  let made: Options | undefined;
  return {
    ...rule,
    ...kind,
    get options() {
      return (made ??= make());
    },
  };
}

export type { Level };
