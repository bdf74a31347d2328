import type { Problem } from '../errors.ts';
import { podImages, type ManifestImage } from './kubernetes-pod.ts';
import { kustomizeImages, readKustomization, type Kustomization } from './kustomize.ts';
import { readYamlDocuments } from './yaml-documents.ts';
import { itemsAt, stringAt, valueAt, type YamlValue } from './yaml-value.ts';

export type { ImageSays, ManifestImage } from './kubernetes-pod.ts';

/** What the manifests of a file refer to. */
export interface Manifests {
  readonly images: readonly ManifestImage[];
  readonly kustomizations: readonly Kustomization[];
  readonly problems: readonly Problem[];
}

/** Where each kind of workload keeps its pod: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/ */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Kinds that hold texts or schemas, in which nothing runs. */
const inert = new Set(['CustomResourceDefinition', 'ConfigMap', 'Secret']);
const maxNestedLists = 8;
const maxVisited = 200_000;

/**
 * Reads a file of manifests, in YAML or JSON, one or many. Custom resources are searched for containers wherever they
 * keep them; schemas, config maps and secrets are not.
 * @throws UserError `yaml-…` when the file cannot be read
 */
export function readManifests(file: string, text: string): Manifests {
  const documents = readYamlDocuments(file, text, { lastKeyWins: true });
  const problems: Problem[] = [];
  const kustomizations: Kustomization[] = [];
  const images = documents.flatMap((value, document) =>
    value === undefined ? [] : imagesOf(value, { file, document, pointer: '', nesting: 0, problems, kustomizations }),
  );
  return { images, kustomizations, problems };
}

interface Where {
  readonly file: string;
  readonly document: number;
  readonly pointer: string;
  readonly nesting: number;
  readonly problems: Problem[];
  readonly kustomizations: Kustomization[];
}

function imagesOf(value: YamlValue, where: Where): readonly ManifestImage[] {
  const kind = stringAt(value, 'kind') ?? (isKustomization(value, where.file) ? 'Kustomization' : undefined);
  if (kind === undefined || inert.has(kind)) return [];
  const owner = { ...where, kind, name: nameOf(value) };
  if (kind === 'Kustomization' || kind === 'Component') {
    if (isKustomization(value, where.file)) where.kustomizations.push(readKustomization(value, where.file));
    return kustomizeImages(value, owner);
  }
  if (valueAt(value, 'items')?.kind === 'list' && kind.endsWith('List')) {
    if (where.nesting >= maxNestedLists) {
      where.problems.push({
        code: 'manifest-nesting',
        message: 'Lists of manifests nest too deeply.',
        place: value.place,
        hint: 'Flatten them.',
      });
      return [];
    }
    return itemsAt(value, 'items').flatMap((item, index) =>
      imagesOf(item, { ...where, pointer: `${where.pointer}/items/${index}`, nesting: where.nesting + 1 }),
    );
  }
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : undefined;
  if (!path) return customImages(value, owner);
  const pod = path.reduce<YamlValue | undefined>((at, step) => valueAt(at, step), value);
  const pointer = [where.pointer, ...path, 'spec'].join('/');
  return podImages(valueAt(pod, 'spec'), { ...owner, pointer });
}

interface Owner extends Where {
  readonly kind: string;
  readonly name: string;
}

/** Of a custom resource: every map that has containers is taken for a pod's spec. */
function customImages(value: YamlValue, owner: Owner): readonly ManifestImage[] {
  const found: ManifestImage[] = [];
  let visited = 0;
  const walk = (at: YamlValue, pointer: string): void => {
    visited += 1;
    if (visited > maxVisited || at.kind === 'scalar') return;
    if (at.kind === 'list') {
      at.items.forEach((item, index) => walk(item, `${pointer}/${index}`));
      return;
    }
    found.push(...podImages(at, { ...owner, pointer }));
    for (const [key, entry] of at.entries) walk(entry.value, `${pointer}/${escapePointer(key)}`);
  };
  walk(value, owner.pointer);
  if (visited > maxVisited)
    owner.problems.push({
      code: 'manifest-too-large',
      message: `The ${owner.kind} ${owner.name} holds too much to be searched for images.`,
      place: value.place,
      hint: 'Leave the file out of the audit, or name its images in the configuration.',
    });
  return found;
}

/** A key as a part of a JSON pointer: RFC 6901, section 3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function nameOf(value: YamlValue): string {
  const metadata = valueAt(value, 'metadata');
  return stringAt(metadata, 'name') ?? stringAt(metadata, 'generateName') ?? '';
}

/** A kustomization needs no kind: its file's name says what it is. */
function isKustomization(value: YamlValue, file: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file) && value.kind === 'map';
}
