import type { Said } from './compose-text.ts';
import { itemsAt, scalarAt, stringAt, valueAt, type YamlValue } from './yaml-value.ts';

/** What a manifest says about an image it runs; a container's own word counts before its pod's. */
export interface ImageSays {
  readonly runAsNonRoot?: Said<boolean>;
  readonly runAsUser?: Said<number>;
  /** In place of the image's ENTRYPOINT. */
  readonly command?: Said<readonly string[]>;
  /** In place of the image's CMD. */
  readonly args?: Said<readonly string[]>;
  readonly imagePullPolicy?: Said<string>;
  /** In place of the image's WORKDIR. */
  readonly workingDir?: string;
  /** In place of the image's PATH; null where its value stands elsewhere. */
  readonly path?: string | null;
  /** Absolute paths over which volumes are mounted. */
  readonly mounts?: readonly string[];
}

/** What a container and its pod say about the container's image. */
export function saidOf(container: YamlValue | undefined, pod: YamlValue | undefined): ImageSays {
  const own = valueAt(container, 'securityContext');
  const nonRoot = saidBoolean(own, 'runAsNonRoot') ?? saidBoolean(pod, 'runAsNonRoot');
  const user = saidNumber(own, 'runAsUser') ?? saidNumber(pod, 'runAsUser');
  const command = saidList(container, 'command');
  const args = saidList(container, 'args');
  const policy = saidText(container, 'imagePullPolicy');
  const workingDir = stringAt(container, 'workingDir');
  const path = pathOf(container);
  const mounts = itemsAt(container, 'volumeMounts').flatMap((mount) => stringAt(mount, 'mountPath') ?? []);
  return {
    ...(nonRoot && { runAsNonRoot: nonRoot }),
    ...(user && { runAsUser: user }),
    ...(command && { command }),
    ...(args && { args }),
    ...(policy && { imagePullPolicy: policy }),
    ...(workingDir !== undefined && { workingDir }),
    ...(path !== undefined && { path }),
    ...(mounts.length > 0 && { mounts }),
  };
}

/** The last PATH counts; one that comes from elsewhere or holds variables is not known here. */
function pathOf(container: YamlValue | undefined): string | null | undefined {
  const stated = itemsAt(container, 'env').findLast((item) => stringAt(item, 'name') === 'PATH');
  if (!stated) return undefined;
  const value = stringAt(stated, 'value');
  return value === undefined || value.includes('$(') ? null : value;
}

/** A text under a key, with its place. */
export function saidText(at: YamlValue | undefined, key: string): Said<string> | undefined {
  const scalar = scalarAt(at, key);
  return typeof scalar?.value === 'string' ? { value: scalar.value, place: scalar.place } : undefined;
}

/** Kubernetes reads YAML 1.1, where yes and on are true. */
function saidBoolean(at: YamlValue | undefined, key: string): Said<boolean> | undefined {
  const scalar = scalarAt(at, key);
  if (!scalar) return undefined;
  if (typeof scalar.value === 'boolean') return { value: scalar.value, place: scalar.place };
  const isTrue = /^(y|yes|on)$/i.test(scalar.text);
  return isTrue || /^(n|no|off)$/i.test(scalar.text) ? { value: isTrue, place: scalar.place } : undefined;
}

function saidNumber(at: YamlValue | undefined, key: string): Said<number> | undefined {
  const scalar = scalarAt(at, key);
  return typeof scalar?.value === 'number' ? { value: scalar.value, place: scalar.place } : undefined;
}

function saidList(at: YamlValue | undefined, key: string): Said<readonly string[]> | undefined {
  const list = valueAt(at, key);
  if (list?.kind !== 'list' || list.items.length === 0) return undefined;
  return { value: list.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])), place: list.place };
}
