import { half, textAt, wordAt } from './elf-view.ts';
import type { View } from './elf-view.ts';
import { readDefinedVersions, readNeededVersions } from './elf-versions.ts';
import type { NeededVersions } from './elf-versions.ts';

/** A program header, as far as it is of use. */
export interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly fileBytes: number;
}

/** What the dynamic section says. */
export interface Dynamic {
  readonly needed: readonly string[];
  readonly rpath?: string;
  readonly runpath?: string;
  readonly soname?: string;
  readonly isPie: boolean;
  readonly versionsNeeded?: readonly NeededVersions[];
  readonly versionsDefined?: readonly string[];
}

export const segmentType = { load: 1, dynamic: 2, interpreter: 3 } as const;

const machines: Readonly<Record<number, readonly [big: string, little: string]>> = {
  3: ['386', '386'],
  20: ['ppc', 'ppc'],
  21: ['ppc64', 'ppc64le'],
  22: ['s390x', 's390x'],
  40: ['arm', 'arm'],
  62: ['amd64', 'amd64'],
  183: ['arm64', 'arm64'],
  243: ['riscv64', 'riscv64'],
  258: ['loong64', 'loong64'],
};
const tags = {
  end: 0,
  needed: 1,
  strings: 5,
  soname: 14,
  rpath: 15,
  runpath: 29,
  flags: 0x6ffffffb,
  defined: 0x6ffffffc,
  versions: 0x6ffffffe,
} as const;
const pieFlag = 0x08000000;
/** Far above what linkers write; a hostile file is not followed further. */
const limits = { segments: 256, tags: 8192, needed: 1024 } as const;

/** As Go names architectures. */
export function nameOfMachine({ is64, isLittle }: View, machine: number): string {
  if (machine === 8) return `mips${is64 ? '64' : ''}${isLittle ? 'le' : ''}`;
  return machines[machine]?.[isLittle ? 1 : 0] ?? `e_machine ${machine}`;
}

/** The program headers, or why they cannot be read. */
export function readSegments(view: View): readonly Segment[] | string {
  const { is64 } = view;
  const start = wordAt(view, is64 ? 32 : 28, is64);
  const entryBytes = half(view, is64 ? 54 : 42);
  const count = half(view, is64 ? 56 : 44);
  if (start === undefined || entryBytes === undefined || count === undefined) return 'its header is cut';
  if (count > limits.segments || (count > 0 && entryBytes < (is64 ? 56 : 32)))
    return 'its program headers are malformed';
  const segments: Segment[] = [];
  for (let at = start; segments.length < count; at += entryBytes) {
    const type = wordAt(view, at);
    const offset = wordAt(view, at + (is64 ? 8 : 4), is64);
    const address = wordAt(view, at + (is64 ? 16 : 8), is64);
    const fileBytes = wordAt(view, at + (is64 ? 32 : 16), is64);
    if (type === undefined) return 'its program headers lie outside of what was read';
    // Numbers beyond 2⁵³ stand in segments nothing here looks into.
    segments.push({ type, offset: offset ?? -1, address: address ?? -1, fileBytes: fileBytes ?? 0 });
  }
  return segments;
}

/** The dynamic section, empty where there is none, or why it cannot be read. */
export function readDynamic(view: View, segments: readonly Segment[]): Dynamic | string {
  const found = segments.find(({ type }) => type === segmentType.dynamic);
  const entries = found ? entriesOf(view, found) : [];
  if (typeof entries === 'string') return entries;
  const valueOf = (tag: number): number | undefined => entries.find(([one]) => one === tag)?.[1];
  const strings = offsetOf(segments, valueOf(tags.strings));
  const textOf = (value: number | undefined): string | undefined =>
    value === undefined || strings === undefined ? undefined : textAt(view, strings + value);
  const wanted = entries.filter(([tag]) => tag === tags.needed);
  const needed = wanted.slice(0, limits.needed).flatMap(([, value]) => textOf(value) ?? []);
  if (needed.length < wanted.length) return 'its dynamic names lie outside of what was read';
  const [rpath, runpath, soname] = [valueOf(tags.rpath), valueOf(tags.runpath), valueOf(tags.soname)].map(textOf);
  return {
    needed,
    ...(rpath !== undefined && { rpath }),
    ...(runpath !== undefined && { runpath }),
    ...(soname !== undefined && { soname }),
    isPie: ((valueOf(tags.flags) ?? 0) & pieFlag) !== 0,
    ...versionsOf(view, offsetOf(segments, valueOf(tags.versions)), offsetOf(segments, valueOf(tags.defined)), strings),
  };
}

/** Versions are left out where they cannot be read: they only ever add to what is known. */
function versionsOf(
  view: View,
  needed: number | undefined,
  defined: number | undefined,
  strings = 0,
): Partial<Dynamic> {
  const versionsNeeded = needed === undefined ? undefined : readNeededVersions(view, needed, strings);
  const versionsDefined = defined === undefined ? undefined : readDefinedVersions(view, defined, strings);
  return { ...(versionsNeeded && { versionsNeeded }), ...(versionsDefined && { versionsDefined }) };
}

function entriesOf(
  view: View,
  { offset, fileBytes }: Segment,
): readonly (readonly [tag: number, value: number])[] | string {
  const step = view.is64 ? 16 : 8;
  const entries: [tag: number, value: number][] = [];
  for (let at = offset; at + step <= offset + fileBytes && entries.length < limits.tags; at += step) {
    const tag = wordAt(view, at, view.is64);
    if (tag === tags.end) return entries;
    const value = wordAt(view, at + step / 2, view.is64);
    if (at < 0 || at + step > view.file.length) return 'its dynamic section lies outside of what was read';
    // Tags and values beyond 2⁵³ are of no interest here.
    if (tag !== undefined && value !== undefined) entries.push([tag, value]);
  }
  return entries;
}

/** The dynamic section gives addresses in memory; the segments say where in the file those are. */
function offsetOf(segments: readonly Segment[], address: number | undefined): number | undefined {
  if (address === undefined) return undefined;
  const holder = segments.find(
    (one) => one.type === segmentType.load && address >= one.address && address < one.address + one.fileBytes,
  );
  return holder && holder.offset + address - holder.address;
}
