import type { Said } from './compose-text.ts';
import { saidOf, saidText, type ImageSays } from './kubernetes-says.ts';
import { itemsAt, scalarAt, stringAt, valueAt, type YamlValue } from './yaml-value.ts';

export type { ImageSays } from './kubernetes-says.ts';

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
  /** Of a kustomization: the name that it puts this one in place of, and whether it says which tag or digest. */
  readonly replaces?: string;
  readonly isWhole?: boolean;
  /** `container`: it runs as it says here; `step`: a controller decides what it runs; `named`: nothing is run by this line. */
  readonly role: 'container' | 'step' | 'named';
  readonly says: ImageSays;
}

/** Keys whose lists hold containers; the last two are those of Tekton and Argo. What the first two say is what runs. */
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
    itemsAt(spec, key).map((item, index) => ({ item, key, pointer: `${owner.pointer}/${key}/${index}` })),
  );
  const single = singleContainers.map((key) => ({
    item: valueAt(spec, key),
    key,
    pointer: `${owner.pointer}/${key}`,
  }));
  const containers = [...listed, ...single].flatMap(({ item, key, pointer }): readonly ManifestImage[] => {
    const image = scalarAt(item, 'image');
    if (typeof image?.value !== 'string' || image.value === '') return [];
    const container = stringAt(item, 'name');
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    const role = key === 'containers' || key === 'initContainers' ? 'container' : 'step';
    return [{ ...at, ...(container !== undefined && { container }), role, says: saidOf(item, pod) }];
  });
  const volumes = itemsAt(spec, 'volumes').flatMap((volume, index): readonly ManifestImage[] => {
    const image = valueAt(volume, 'image');
    const reference = scalarAt(image, 'reference');
    if (typeof reference?.value !== 'string') return [];
    const policy = saidText(image, 'pullPolicy');
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, role: 'named', says: { ...(policy && { imagePullPolicy: policy }) } }];
  });
  return [...containers, ...volumes];
}
