import type { DockerfileLines } from '../result/measurement.ts';
import type { Level } from '../result/result.ts';
import type { AnyRule } from './rule.ts';

/** A rule turned on: its checked options, its level, and where that was said. */
export interface RuleUse {
  readonly rule: AnyRule;
  readonly level: Level;
  /** Parsed by the rule's own schema. */
  readonly options: unknown;
  /** `file:line` or `preset recommended`, for `policy show` and findings without a line. */
  readonly origin: string;
  /** What it counts as when it cannot run; default: failure for an error, warning for a warning. */
  readonly whenNotRun: 'pass' | 'warning' | 'failure';
  /** Said with the options: as a floor, it may be waived by those it is laid under. */
  readonly waivable?: true;
  /** A floor asks for it, so that only the floor's own waivers count unless it permits others. */
  readonly floor?: { readonly isWaivable: boolean };
  /** A policy of the user's says so (`when-not-run`). */
  readonly saysWhenNotRun?: true;
}

/** Rule, image pattern, reason, owner, expiry: a finding that is known and accepted until a day. */
export interface Waiver {
  readonly rule: string;
  /** Glob over image names; absent = all. */
  readonly image?: string;
  /** Glob over the finding's paths. */
  readonly path?: string;
  /** The instruction a waiver in a Dockerfile stands above: only findings on its lines. */
  readonly lines?: DockerfileLines;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; stops working at 00:00 UTC of that day. */
  readonly expires: string;
  readonly origin: string;
  /** Stated by a floor. */
  readonly ofFloor?: true;
}

/** The effective policy: what is judged by. */
export interface Policy {
  readonly uses: readonly RuleUse[];
  readonly waivers: readonly Waiver[];
  /** Files and presets it was made of, for the report. */
  readonly sources: readonly string[];
  /** sha256 over the effective rules, options, levels and waivers. */
  readonly digest: string;
}
