import type { Said } from './compose-service.ts';
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
}

/** A reference to an image in a manifest. */
export interface ManifestImage extends Said<string> {
  /** Index of the document in the file. */
  readonly document: number;
  /** Where it stands, as a JSON pointer: RFC 6901. */
  readonly pointer: string;
  readonly kind: string;
  /** Of the object; '' when it has none. */
  readonly name: string;
  /** Of the container; absent for volumes and kustomizations. */
  readonly container?: string;
  /** Of a kustomization: the name that it puts this one in place of. */
  readonly replaces?: string;
  readonly says: ImageSays;
}

/** Keys whose lists hold containers; the last two are those of Tekton and Argo. */
const containerLists = ['initContainers', 'containers', 'ephemeralContainers', 'steps', 'sidecars'] as const;
/** Keys that hold one container: Argo's. */
const singleContainers = ['container', 'script'] as const;

/** Whose pod it is. */
export interface PodOwner {
  readonly document: number;
  /** Of the pod's spec. */
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
}

/** The images of a pod's spec: its containers' and its image volumes'. Images of block devices are none of ours. */
export function podImages(spec: YamlValue | undefined, owner: PodOwner): readonly ManifestImage[] {
  if (spec?.kind !== 'map') return [];
  const pod = valueAt(spec, 'securityContext');
  const { document, kind, name } = owner;
  const listed = containerLists.flatMap((key) =>
    itemsAt(spec, key).map((item, index) => ({ item, pointer: `${owner.pointer}/${key}/${index}` })),
  );
  const single = singleContainers.map((key) => ({ item: valueAt(spec, key), pointer: `${owner.pointer}/${key}` }));
  const containers = [...listed, ...single].flatMap(({ item, pointer }): readonly ManifestImage[] => {
    const image = scalarAt(item, 'image');
    if (typeof image?.value !== 'string' || image.value === '') return [];
    const container = stringAt(item, 'name');
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    return [{ ...at, ...(container !== undefined && { container }), says: saidOf(item, pod) }];
  });
  const volumes = itemsAt(spec, 'volumes').flatMap((volume, index): readonly ManifestImage[] => {
    const image = valueAt(volume, 'image');
    const reference = scalarAt(image, 'reference');
    if (typeof reference?.value !== 'string') return [];
    const policy = saidText(image, 'pullPolicy');
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, says: { ...(policy && { imagePullPolicy: policy }) } }];
  });
  return [...containers, ...volumes];
}

function saidOf(container: YamlValue | undefined, pod: YamlValue | undefined): ImageSays {
  const own = valueAt(container, 'securityContext');
  const nonRoot = saidBoolean(own, 'runAsNonRoot') ?? saidBoolean(pod, 'runAsNonRoot');
  const user = saidNumber(own, 'runAsUser') ?? saidNumber(pod, 'runAsUser');
  const command = saidList(container, 'command');
  const args = saidList(container, 'args');
  const policy = saidText(container, 'imagePullPolicy');
  return {
    ...(nonRoot && { runAsNonRoot: nonRoot }),
    ...(user && { runAsUser: user }),
    ...(command && { command }),
    ...(args && { args }),
    ...(policy && { imagePullPolicy: policy }),
  };
}

function saidText(at: YamlValue | undefined, key: string): Said<string> | undefined {
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
