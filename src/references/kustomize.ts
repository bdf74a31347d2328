import { posix } from 'node:path';
import type { ManifestImage } from './kubernetes-pod.ts';
import type { Said } from './compose-text.ts';
import { itemsAt, scalarAt, stringAt, type YamlValue } from './yaml-value.ts';

/** What a kustomization is made of. Paths are from the repository's root; a folder stands for the kustomization in it. */
export interface Kustomization {
  readonly folder: string;
  /** Resources and patches, then what its components bring. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  readonly images: readonly ImageChange[];
}

/** One of `images:`: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/ */
export interface ImageChange {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
  /** Of the word that says most: digest, tag or name. */
  readonly place: Said<string>['place'];
}

/** Reads what a kustomization puts together; what lies elsewhere, behind a URL, is left out. */
export function readKustomization(value: YamlValue, file: string): Kustomization {
  const folder = posix.dirname(file);
  const paths = (key: string): readonly string[] =>
    itemsAt(value, key).flatMap((item) => {
      const path = item.kind === 'scalar' ? item.text : stringAt(item, 'path');
      // An inline patch has several lines.
      return path === undefined || path === '' || /:\/\/|\n|^[\w.-]+@/.test(path) ? [] : [posix.join(folder, path)];
    });
  return {
    folder,
    resources: ['resources', 'bases', 'patchesStrategicMerge', 'patches'].flatMap(paths).map(withoutSlash),
    components: paths('components').map(withoutSlash),
    images: itemsAt(value, 'images').flatMap(imageChange),
  };
}

const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path);

function imageChange(item: YamlValue): readonly ImageChange[] {
  const name = scalarAt(item, 'name');
  if (!name) return [];
  const [newName, newTag, digest] = ['newName', 'newTag', 'digest'].map((key) => scalarAt(item, key));
  return [
    {
      name: name.text,
      ...(newName && newName.text !== '' && { newName: newName.text }),
      ...(newTag && newTag.text !== '' && { newTag: newTag.text }),
      ...(digest && digest.text !== '' && { digest: digest.text }),
      place: (digest ?? newTag ?? newName ?? name).place,
    },
  ];
}

/** What an image's name becomes; undefined where the change is of another image. As kustomize 5 does it: a digest drops the tag, and a tag the digest. */
export function changedImage(
  written: string,
  { name, newName = name, newTag, digest }: ImageChange,
): string | undefined {
  const [, base = '', tag = '', oldDigest = ''] = /^(.*?)(:[\w.{}-]*)?(@sha256:[\w]*)?$/s.exec(written) ?? [];
  if (base !== name) return undefined;
  if (newTag === undefined && digest === undefined) return `${newName}${tag}${oldDigest}`;
  return `${newName}${newTag === undefined ? '' : `:${newTag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The images that a kustomization names, for where no manifest is here that has them. */
export function kustomizeImages(
  value: YamlValue,
  owner: { readonly document: number; readonly pointer: string; readonly kind: string; readonly name: string },
): readonly ManifestImage[] {
  return itemsAt(value, 'images').flatMap((item, index) =>
    imageChange(item).map((change): ManifestImage => ({
      value: changedImage(change.name, change) ?? change.name,
      replaces: change.name,
      // With neither, the tag stands in a manifest.
      isWhole: change.newTag !== undefined || change.digest !== undefined,
      place: change.place,
      document: owner.document,
      pointer: `${owner.pointer}/images/${index}`,
      kind: owner.kind,
      name: owner.name,
      role: 'named',
      says: {},
    })),
  );
}
