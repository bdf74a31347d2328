import { EntryType } from '../entries.ts';
import type { FileNode, FileTree } from '../tree.ts';
import { apkDatabases, readApk } from './apk.ts';
import { UnreadableDatabase } from './bytes.ts';
import { dpkgDatabases, isDpkgDatabase, readDpkg } from './dpkg.ts';
import type { PackageFiles, PackageListing } from './package.ts';
import { readRpm, rpmDatabases, rpmUnreadable } from './rpm.ts';

/** The files whose bodies {@link listPackages} wants: the databases of dpkg, apk and rpm that are in the image. */
export function packageDatabases(tree: FileTree): readonly FileNode[] {
  return [...dpkgDatabases(tree), ...[...others].flatMap((path) => tree.at(path) ?? [])].filter(
    ({ type }) => type === EntryType.file,
  );
}

const others: ReadonlySet<string> = new Set([...apkDatabases, ...rpmDatabases]);

/** Whether a path is that of a file that {@link packageDatabases} would name, were it visible. */
export function isPackageDatabase(path: string): boolean {
  return isDpkgDatabase(path) || others.has(path);
}

/**
 * The packages installed in an image.
 * @param bodies of the files {@link packageDatabases} names, by path; one that is missing or cut is listed as unread,
 * and so is a database in a form nobody here can read.
 */
export function listPackages(tree: FileTree, bodies: ReadonlyMap<string, Uint8Array>): PackageListing {
  const whole = new Map<string, Uint8Array>();
  const unread = rpmUnreadable.filter(({ path }) => (tree.at(path)?.fileBytes ?? 0) > 0);
  for (const { path, fileBytes } of packageDatabases(tree)) {
    const body = bodies.get(path);
    if (body && body.length >= fileBytes) whole.set(path, body);
    else unread.push({ path, reason: body ? `only ${body.length} of ${fileBytes} B were read` : 'it was not read' });
  }
  const packages = [...readDpkg(whole)];
  const readers: [path: string, read: (body: Uint8Array) => readonly PackageFiles[]][] = [
    ...apkDatabases.map((path): [string, typeof readApk] => [path, readApk]),
    ...rpmDatabases.map((path): [string, typeof readRpm] => [path, readRpm]),
  ];
  for (const [path, read] of readers) {
    const body = whole.get(path);
    if (!body) continue;
    try {
      packages.push(...read(body));
    } catch (thrown) {
      if (!(thrown instanceof UnreadableDatabase)) throw thrown;
      unread.push({ path, reason: thrown.message });
    }
  }
  return { packages, unread };
}
