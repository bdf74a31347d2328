import type { BaselineSetting } from '../ports.ts';
import type { Policy } from '../policy/policy.ts';

/** One way of building an image; what it leaves out is as the image's. */
export interface VariantSetting {
  readonly name: string;
  readonly context?: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** An existing image instead of a build. */
  readonly image?: string;
}

/** A name in the configuration: what is gated. Paths are relative to the checkout. */
export interface ImageSetting {
  readonly name: string;
  /** The folder of the Dockerfile unless given. */
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Empty: the builder's own platform. */
  readonly platforms: readonly string[];
  /** An existing image (engine reference or SOURCE syntax) that is gated without a build. */
  readonly image?: string;
  readonly variants: readonly VariantSetting[];
  /** Whether single-stage and multi-stage are looked for; off when `variants:` says so. */
  readonly findVariants: boolean;
  readonly baseline: BaselineSetting;
  /** Only its sources are checked; nothing is built. */
  readonly noBuild?: true;
}

/** An image that an audit looks at because the configuration says so. */
export interface AuditedImageSetting {
  readonly image: string;
  /** Absent: the image as it is named. */
  readonly tags?: readonly string[];
  readonly newest?: number;
  readonly platforms?: 'all' | readonly string[];
}

/** What is audited beside what the files of the repository refer to. */
export interface AuditSetting {
  readonly images: readonly AuditedImageSetting[];
  /** Absent: that of the machine. */
  readonly platforms?: 'all' | readonly string[];
  /** Profiles of compose files whose services are audited; absent: all. */
  readonly profiles?: readonly string[];
  /** What of Dockerfiles is looked at; absent: their bases. */
  readonly dockerfiles?: 'bases' | 'sources' | 'build';
  /** Globs over files that are not read. */
  readonly exclude: readonly string[];
}

/** Everything a run was told, checked: nothing in here can be malformed. */
export interface Settings {
  readonly images: readonly ImageSetting[];
  readonly policy: Policy;
  readonly audit: AuditSetting;
}
