import type { PublishedBase } from '../policy/published-base.ts';
import type { Gathering } from '../policy/rule.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { ImageConfig } from '../result/measurement.ts';
import type { Examined } from './examined.ts';
import type { UnderstoodDockerfile } from './understand.ts';
import type { BuildOptions } from './workshop.ts';

/** A variant that was built or found, read and measured. */
export interface ExaminedVariant {
  readonly name: string;
  readonly source: string;
  readonly built: boolean;
  readonly base?: string;
  readonly context?: { readonly bytes: number; readonly files: number };
  readonly examined: Examined;
  /** Of a build: with what its base image is known to add. */
  readonly dockerfile?: DockerfileReport;
  /** Of the image it stands on, where that is at hand. */
  readonly baseConfig?: ImageConfig;
  /** What it is said to stand on, as the registry has it; absent when no rule asked. */
  readonly publishedBase?: PublishedBase;
}

/** What all variants of an image share. */
export interface VariantContext {
  readonly platform: string | undefined;
  readonly understood: UnderstoodDockerfile | undefined;
  readonly reads: readonly string[];
  readonly gathers?: readonly Gathering[];
  readonly build: BuildOptions;
}

/** Whether a rule wants to know what the registry has; a proof is wanted only where the engine gave none. */
export function asksRegistry({ gathers = [] }: VariantContext, isProved: boolean): boolean {
  return gathers.includes('published-base') || (gathers.includes('base-proof') && !isProved);
}
