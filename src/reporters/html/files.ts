import { deflateRawSync } from 'node:zlib';
import type { FileGroup, FileListing, LayerFiles } from '../../result/file-listing.ts';
import type { HiddenCopy } from '../../result/measurement.ts';
import { type Html, markup, verbatim } from './html.ts';

/**
 * The files of each layer as data the page opens on demand, nothing of it drawn beforehand: 300,000 files are some
 * megabytes that way, and no element. Deflated JSON in base64, whose characters mean nothing to a reader of HTML.
 */
export function filesOf(listing: FileListing): readonly Html[] {
  return listing.flatMap((layer, index) =>
    layer.groups.length > 0 || layer.rest.files > 0
      ? [markup`<script type="text/plain" class="files" data-layer="${index}">${verbatim(packed(layer))}</script> `]
      : [],
  );
}

function packed({ groups, rest }: LayerFiles): string {
  const data = JSON.stringify({ groups: groups.map(packedGroup), rest });
  return deflateRawSync(data, { level: 6 }).toString('base64');
}

const hidingWords: Readonly<Record<HiddenCopy['how'], string>> = {
  deleted: 'deletes it',
  'directory-deleted': 'deletes its folder',
  opaque: 'replaces its folder',
  overwritten: 'overwrites it',
  'metadata-only': 'changes only its mode, owner or time',
};

/** Of each path, how much of the one before it begins with, and the rest. */
function packedGroup({ kind, package: name, hidden, paths, bytes }: FileGroup) {
  const kept: number[] = [];
  const tails: string[] = [];
  let before = '';
  for (const path of paths) {
    let same = 0;
    while (same < before.length && before.charCodeAt(same) === path.charCodeAt(same)) same += 1;
    kept.push(same);
    tails.push(path.slice(same));
    before = path;
  }
  const hiding = hidden && `hidden: layer ${hidden.by} ${hidingWords[hidden.how]}`;
  return { kind, name: name ?? hiding ?? '', kept, tails, bytes };
}
