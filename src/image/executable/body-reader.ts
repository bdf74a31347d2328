import { readSegments, segmentType } from '../elf-tables.ts';
import { readElf } from '../elf.ts';
import type { ElfFacts } from '../elf.ts';
import type { FileNode, ReadBodies } from '../tree.ts';

/** A file's beginning and what it says of itself. */
export interface ReadFile {
  readonly head: Uint8Array;
  /** As {@link readElf}. */
  readonly elf: ElfFacts | string | undefined;
}

/** Reads files of the image within a budget. Keyed by the node's path; files that could not be read are left out. */
export interface BodyReader {
  files(nodes: readonly FileNode[]): Promise<ReadonlyMap<string, ReadFile>>;
  /** Whole bodies; files larger than `maxBytes`, or than the budget that is left, are left out. */
  whole(nodes: readonly FileNode[], maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** How much is read: most programs and libraries whole at once. Linkers put what a program needs near the end, so large programs are read nearly whole. */
export const bodyLimits = {
  headBytes: 4 * 2 ** 20,
  keptBytes: 4096,
  fileBytes: 256 * 2 ** 20,
  totalBytes: 512 * 2 ** 20,
} as const;

/** A reader with a budget of its own. */
export function bodyReader(read: ReadBodies): BodyReader {
  let leftBytes: number = bodyLimits.totalBytes;
  const afford = (nodes: readonly FileNode[], maxBytes: number): readonly FileNode[] =>
    nodes.filter(({ fileBytes }) => {
      const bytes = Math.min(fileBytes, maxBytes);
      if (bytes > leftBytes || bytes > bodyLimits.fileBytes) return false;
      leftBytes -= bytes;
      return true;
    });
  const bodies = async (nodes: readonly FileNode[], maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>> => {
    const affordable = afford(nodes, maxBytes);
    return affordable.length === 0 ? new Map() : read(affordable, maxBytes);
  };
  return {
    whole: (nodes, maxBytes) =>
      bodies(
        nodes.filter(({ fileBytes }) => fileBytes <= maxBytes),
        maxBytes,
      ),
    files: async (nodes) => {
      const found = new Map<string, ReadFile>();
      const take = (all: ReadonlyMap<string, Uint8Array>): void => {
        for (const [path, body] of all)
          found.set(path, { head: Buffer.from(body.subarray(0, bodyLimits.keptBytes)), elf: readElf(body) });
      };
      take(await bodies(nodes, bodyLimits.headBytes));
      const cut = nodes.filter((node) => isCut(found.get(node.path), node));
      const ends = new Map(cut.map((node) => [node, dynamicEnd(found.get(node.path)?.head) ?? node.fileBytes]));
      // One at a time: their ends differ, and only one large body is held at once.
      for (const [node, end] of ends) take(await bodies([node], end));
      for (const node of cut)
        if (isCut(found.get(node.path), node) && (ends.get(node) ?? 0) < node.fileBytes)
          take(await bodies([node], node.fileBytes));
      return found;
    },
  };
}

/** Whether an ELF file has more to say than what was read of it. */
function isCut(file: ReadFile | undefined, { fileBytes }: FileNode): boolean {
  if (file === undefined || fileBytes <= bodyLimits.headBytes) return false;
  return typeof file.elf === 'string' || file.elf?.unread !== undefined;
}

/** Where the dynamic section ends, counted from the file's start; the names it points to lie before it as a rule. */
function dynamicEnd(head: Uint8Array | undefined): number | undefined {
  if (!head || head.length < 20) return undefined;
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const segments = readSegments({ file, is64: file[4] === 2, isLittle: file[5] === 1 });
  const dynamic = typeof segments === 'string' ? undefined : segments.find(({ type }) => type === segmentType.dynamic);
  return dynamic && dynamic.offset > 0 ? dynamic.offset + dynamic.fileBytes : undefined;
}
