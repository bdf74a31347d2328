import type { FileGroup, FileListing, LayerFiles } from '../result/file-listing.ts';
import { at } from './at.ts';
import type { Ownership } from './packages/owners.ts';
import { forEachShipped } from './shipped.ts';
import type { Squashed } from './squash.ts';
import type { HiddenRecord } from './stacking.ts';

/** Files a listing holds; of an image with more, the smallest are only counted. */
const maxListed = 500_000;

interface Group extends Pick<FileGroup, 'kind' | 'package' | 'hidden'> {
  readonly files: { readonly path: string; readonly bytes: number }[];
}

/** Every file an image ships, visible or hidden, by layer and by what it belongs to. */
export function listFiles(
  squashed: Squashed,
  { packages, ownerOf }: Ownership,
  limit: number = maxListed,
): FileListing {
  const hidden = new Map(squashed.hidden.map((one) => [one.record, one]));
  const layers = squashed.layers.map(() => ({
    groups: new Map<string, Group>(),
    rest: { files: 0, visibleBytes: 0, hiddenBytes: 0 },
  }));
  const isListed = largest(squashed, limit);
  forEachShipped(squashed, ({ record, path, bytes, layer, isVisible }) => {
    const { groups, rest } = at(layers, layer);
    if (!isListed(bytes)) {
      rest.files += 1;
      rest[isVisible ? 'visibleBytes' : 'hiddenBytes'] += bytes;
      return;
    }
    const owner = at(ownerOf, record);
    const fate = hidden.get(record);
    const key = fate ? `${fate.hiddenBy} ${fate.how}` : String(owner);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { ...kindOf(fate, packages[owner]), files: [] }));
    group.files.push({ path: `/${path}`, bytes });
  });
  return layers.map(({ groups, rest }): LayerFiles => ({ groups: [...groups.values()].map(sorted), rest }));
}

function kindOf(
  fate: HiddenRecord | undefined,
  owner: Ownership['packages'][number] | undefined,
): Pick<FileGroup, 'kind' | 'package' | 'hidden'> {
  if (fate) return { kind: 'hidden', hidden: { by: fate.hiddenBy, how: fate.how } };
  return owner ? { kind: 'package', package: `${owner.name} ${owner.version}` } : { kind: 'other' };
}

function sorted({ files, ...kind }: Group): FileGroup {
  files.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  return { ...kind, paths: files.map(({ path }) => path), bytes: files.map(({ bytes }) => bytes) };
}

/** Whether a file of so many bytes, asked once for each, is among so many of the largest. */
function largest(squashed: Squashed, limit: number): (bytes: number) => boolean {
  const sizes: number[] = [];
  forEachShipped(squashed, ({ bytes }) => sizes.push(bytes));
  if (sizes.length <= limit) return () => true;
  const ordered = Float64Array.from(sizes).sort();
  const smallest = at(ordered, ordered.length - limit);
  // Of those that are just as large as the smallest, the first ones.
  let left = limit - (ordered.length - 1 - ordered.lastIndexOf(smallest));
  return (bytes) => bytes > smallest || (bytes === smallest && (left -= 1) >= 0);
}
