import type { Place } from '../errors.ts';

/** A line of a manifest. */
export type ManifestLine = Pick<Place, 'file' | 'line'>;

/** A word of a manifest, and where it stands. */
export interface Stated<T> {
  readonly value: T;
  readonly place: ManifestLine;
}

/** What a Kubernetes manifest says about an image it refers to; a container's own word counts before its pod's. */
export interface ManifestWords {
  readonly runAsNonRoot?: Stated<boolean>;
  readonly runAsUser?: Stated<number>;
  /** In place of the image's ENTRYPOINT. */
  readonly command?: Stated<readonly string[]>;
  /** In place of the image's CMD. */
  readonly args?: Stated<readonly string[]>;
  readonly imagePullPolicy?: Stated<string>;
  /** In place of the image's WORKDIR. */
  readonly workingDir?: string;
  /** In place of the image's PATH; null where its value stands elsewhere. */
  readonly path?: string | null;
  /** Absolute paths over which volumes are mounted. */
  readonly mounts?: readonly string[];
}

/**
 * What becomes of the image: `container`, it runs as the manifest says; `step`, a controller decides what it runs (Tekton,
 * Argo, ephemeral containers); `named`, nothing is run by this line (volumes, kustomizations).
 */
export type ManifestRole = 'container' | 'step' | 'named';

/** A manifest's reference to the judged image. */
export interface ManifestUse {
  /** The reference as it is written. Untrusted. */
  readonly written: string;
  readonly place: ManifestLine;
  /** Where a kustomization gives it the name it is judged by. */
  readonly namedAt?: ManifestLine;
  readonly role: ManifestRole;
  readonly says: ManifestWords;
}
