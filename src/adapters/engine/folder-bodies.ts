import { Budget } from '../../archive/limits.ts';
import { TarScanner, type BodySink, type OpenedFile } from '../../archive/tar-scanner.ts';
import { EntryType, type LayerEntries } from '../../image/entries.ts';
import type { Engine } from './api.ts';
import { withArchive } from './container-archive.ts';
import { cutOff } from './failures.ts';

/** Files with the beginnings of their bodies. */
export type Bodies = readonly (readonly [path: string, body: Uint8Array])[];

/** The folder a path stands in; '' for the root's own. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Files of a folder and of those below it. */
export interface FolderWish {
  readonly folder: string;
  readonly isWanted: (path: string) => boolean;
  /** Of each file. */
  readonly maxBytes: number;
}

/** What one archive of a folder brought. */
export interface FolderRead {
  readonly bodies: Bodies;
  /** Second names of files, each with the first, which alone has the body. */
  readonly links: ReadonlyMap<string, string>;
}

/** The wanted files of one folder from a single archive of it. */
export async function readFolder(
  engine: Engine,
  container: string,
  { folder, isWanted, maxBytes }: FolderWish,
  signal: AbortSignal,
): Promise<FolderRead> {
  const above = folderOf(folder);
  const keeper = keepBodies(isWanted, above, maxBytes);
  let links: FolderRead['links'] = new Map();
  const scanner = new TarScanner({ where: 'a folder of the image', budget: new Budget(), openBody: keeper.openBody });
  await withArchive(engine, container, folder, signal, async (tar) => {
    for await (const chunk of tar) scanner.push(chunk);
    if (!scanner.isEnded) throw cutOff('the archive of a folder');
    links = linksOf(scanner.end().entries, above);
  });
  return { bodies: keeper.bodies, links };
}

function linksOf({ types, paths, linkTargets }: LayerEntries, above: string): ReadonlyMap<string, string> {
  const whole = (path = ''): string => (above === '' ? path : `${above}/${path}`);
  const links = [...linkTargets].filter(([record]) => types[record] === EntryType.hardlink);
  return new Map(links.map(([record, first]) => [whole(paths[record]), whole(first)]));
}

/** Takes the files of an archive, and has those that were wanted. */
export interface BodyKeeper {
  readonly openBody: (file: OpenedFile) => BodySink | undefined;
  readonly bodies: Bodies;
}

/** Keeps the beginnings of wanted files; the archive's names begin with its own folder's name, below `above`. */
export function keepBodies(isWanted: (path: string) => boolean, above: string, maxBytes: number): BodyKeeper {
  const bodies: [string, Uint8Array][] = [];
  const openBody = (file: OpenedFile): BodySink | undefined => {
    const path = above === '' ? file.path : `${above}/${file.path}`;
    if (!isWanted(path)) return undefined;
    const pieces: Buffer[] = [];
    let held = 0;
    return {
      push: (piece) => {
        const part = piece.subarray(0, Math.max(0, maxBytes - held));
        held += part.length;
        if (part.length > 0) pieces.push(Buffer.from(part));
      },
      end: () => bodies.push([path, Buffer.concat(pieces)]),
    };
  };
  return { openBody, bodies };
}
