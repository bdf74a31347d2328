import type { FileNode, FileTree } from '../tree.ts';
import type { PackageFiles } from './package.ts';

const status = 'var/lib/dpkg/status';
const statusFolder = 'var/lib/dpkg/status.d';
const infoFolder = 'var/lib/dpkg/info';
const diversionList = 'var/lib/dpkg/diversions';

/** The files dpkg keeps: its status, a list of paths for each package, what was diverted; distroless images have a folder of the first two. */
export function dpkgDatabases(tree: FileTree): readonly FileNode[] {
  const inFolder = (folder: string, wanted: (name: string) => boolean): readonly string[] =>
    [...tree.names(folder)].filter(wanted).map((name) => `${folder}/${name}`);
  const paths = [
    status,
    diversionList,
    ...inFolder(infoFolder, (name) => name.endsWith('.list')),
    ...inFolder(statusFolder, () => true),
  ];
  return paths.flatMap((path) => tree.at(path) ?? []);
}

const databasePath = /^var\/lib\/dpkg\/(?:status|diversions|status\.d\/[^/]+|info\/[^/]+\.list)$/;

/** Whether {@link dpkgDatabases} would name the file at a path. */
export function isDpkgDatabase(path: string): boolean {
  return databasePath.test(path);
}

/** States of packages whose files are all there, though some were never configured: dpkg(1), “Package states”. */
const unpackedStates = new Set(['installed', 'unpacked', 'half-configured', 'triggers-awaited', 'triggers-pending']);

/** Packages whose files are there; half-installed and removed ones are left out. */
export function readDpkg(bodies: ReadonlyMap<string, Uint8Array>): readonly PackageFiles[] {
  const decoder = new TextDecoder();
  const text = (path: string): string => decoder.decode(bodies.get(path));
  const diversions = readDiversions(text(diversionList));
  const classic = paragraphs(text(status)).flatMap((fields) => {
    if (!unpackedStates.has(fields.get('status')?.split(' ').at(-1) ?? '')) return [];
    const name = fields.get('package') ?? '';
    const ofArchitecture = `${infoFolder}/${name}:${fields.get('architecture')}.list`;
    const list = bodies.has(ofArchitecture) ? ofArchitecture : `${infoFolder}/${name}.list`;
    return describe(fields, whereTheyAre(pathsIn(text(list)), name, diversions));
  });
  const distroless = [...bodies.keys()]
    .filter((path) => path.startsWith(`${statusFolder}/`) && !path.endsWith('.md5sums'))
    .toSorted()
    .flatMap((path) =>
      paragraphs(text(path)).flatMap((fields) => {
        const sums = bodies.has(`${path}.md5sums`)
          ? `${path}.md5sums`
          : `${statusFolder}/${fields.get('package')}.md5sums`;
        return describe(fields, pathsIn(text(sums).replaceAll(/^\S+[^\S\n]+/gm, '')));
      }),
    );
  return [...classic, ...distroless];
}

/** A file that its package lists at one path and that is at another, since somebody else's is there: dpkg-divert(1) */
interface Diversion {
  readonly to: string;
  /** The package whose own file is not diverted; `:` for a diversion that a person made, which is for all packages. */
  readonly by: string;
}

/** Three lines each, by the path that is listed. */
function readDiversions(text: string): ReadonlyMap<string, Diversion> {
  const lines = text.split('\n');
  const diversions = new Map<string, Diversion>();
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [from = '', to = '', by = ''] = lines.slice(at, at + 3);
    diversions.set(withoutRoot(from), { to: withoutRoot(to), by });
  }
  return diversions;
}

const withoutRoot = (path: string): string => path.replace(/^\/+/, '');

function whereTheyAre(
  files: readonly string[],
  owner: string,
  diversions: ReadonlyMap<string, Diversion>,
): readonly string[] {
  if (diversions.size === 0) return files;
  return files.map((path) => {
    const diversion = diversions.get(path);
    return diversion === undefined || diversion.by === owner ? path : diversion.to;
  });
}

/** A path a line, without the slashes it begins with; dpkg names the root `/.`. */
function pathsIn(text: string): readonly string[] {
  const paths: string[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    while (text.charCodeAt(start) === 47) start += 1;
    const path = text.slice(start, end);
    if (path !== '' && path !== '.') paths.push(path);
    start = end + 1;
  }
  return paths;
}

function describe(fields: ReadonlyMap<string, string>, files: readonly string[]): readonly PackageFiles[] {
  const name = fields.get('package');
  const version = fields.get('version');
  const architecture = fields.get('architecture');
  if (name === undefined || version === undefined) return [];
  return [{ manager: 'dpkg', name, version, ...(architecture !== undefined && { architecture }), files }];
}

/** The fields that are asked for, by how they begin in any case: a status of megabytes has twenty for one of them. */
const neededField = /^(?:package|status|version|architecture):/i;

/** The needed fields of each paragraph by lower-case name; lines that go on are not needed. deb822(5) */
function paragraphs(text: string): readonly ReadonlyMap<string, string>[] {
  const found: Map<string, string>[] = [];
  let fields: Map<string, string> | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '') fields = undefined;
    else if (neededField.test(line)) {
      if (!fields) found.push((fields = new Map<string, string>()));
      const colon = line.indexOf(':');
      fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  return found;
}
