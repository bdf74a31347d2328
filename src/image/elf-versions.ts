import { half, textAt, wordAt } from './elf-view.ts';
import type { View } from './elf-view.ts';

/** Versions of symbols a file needs of one library: `GLIBC_2.38` of `libc.so.6`. */
export interface NeededVersions {
  readonly library: string;
  readonly versions: readonly string[];
}

/** Far above what linkers write. */
const maxRecords = 4096;
/** The file does without it. */
const weakFlag = 2;

/**
 * The version requirements; undefined when they lie outside of what was read.
 * @param offset where the table stands in the file, `strings` where its names do.
 * @see https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html
 */
export function readNeededVersions(view: View, offset: number, strings: number): readonly NeededVersions[] | undefined {
  const all: NeededVersions[] = [];
  let records = 0;
  for (let at = offset; records < maxRecords;) {
    const count = half(view, at + 2);
    const [file, first, next] = [wordAt(view, at + 4), wordAt(view, at + 8), wordAt(view, at + 12)];
    const library = file === undefined ? undefined : textAt(view, strings + file);
    if (count === undefined || first === undefined || next === undefined || library === undefined) return undefined;
    const versions: string[] = [];
    for (let entry = at + first; records < maxRecords; records += 1) {
      const [flags, name, further] = [half(view, entry + 4), wordAt(view, entry + 8), wordAt(view, entry + 12)];
      const version = name === undefined ? undefined : textAt(view, strings + name);
      if (flags === undefined || further === undefined || version === undefined) return undefined;
      if ((flags & weakFlag) === 0) versions.push(version);
      if (further === 0) break;
      entry += further;
    }
    all.push({ library, versions });
    if (next === 0) return all;
    at += next;
  }
  return undefined;
}

/** Names of the versions a library defines; undefined when they lie outside of what was read. */
export function readDefinedVersions(view: View, offset: number, strings: number): readonly string[] | undefined {
  const names: string[] = [];
  for (let at = offset; names.length < maxRecords;) {
    const [first, next] = [wordAt(view, at + 12), wordAt(view, at + 16)];
    const name = first === undefined ? undefined : wordAt(view, at + first);
    const version = name === undefined ? undefined : textAt(view, strings + name);
    if (next === undefined || version === undefined) return undefined;
    names.push(version);
    if (next === 0) return names;
    at += next;
  }
  return undefined;
}
