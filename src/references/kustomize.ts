import type { ManifestImage } from './kubernetes-pod.ts';
import { itemsAt, scalarAt, valueAt, type YamlValue } from './yaml-value.ts';

/** The images that a kustomization puts in place of others: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/ */
export function kustomizeImages(
  value: YamlValue,
  owner: { readonly document: number; readonly pointer: string; readonly kind: string; readonly name: string },
): readonly ManifestImage[] {
  return itemsAt(value, 'images').flatMap((item, index): readonly ManifestImage[] => {
    const name = scalarAt(item, 'name');
    if (!name) return [];
    const newName = scalarAt(item, 'newName')?.text ?? name.text;
    const tag = scalarAt(item, 'newTag');
    const digest = scalarAt(item, 'digest')?.text;
    // Kustomize leaves the tag away where there is a digest.
    const suffix = digest === undefined ? (tag === undefined ? '' : `:${tag.text}`) : `@${digest}`;
    return [
      {
        value: `${newName}${suffix}`,
        replaces: name.text,
        place: (valueAt(item, 'digest') ?? tag ?? valueAt(item, 'newName') ?? name).place,
        document: owner.document,
        pointer: `${owner.pointer}/images/${index}`,
        kind: owner.kind,
        name: owner.name,
        role: 'named',
        says: {},
      },
    ];
  });
}
