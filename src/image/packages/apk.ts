import type { PackageFiles } from './package.ts';

/** Where apk keeps its database: always there, and since version 3 below /usr where /lib is a link. */
export const apkDatabases = ['lib/apk/db/installed', 'usr/lib/apk/db/installed'] as const;

/** Reads apk's installed database: a line a field, `P` name, `V` version, `A` architecture, `F` folder, `R` file in it. */
export function readApk(body: Uint8Array): readonly PackageFiles[] {
  return new TextDecoder()
    .decode(body)
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      const fields = new Map<string, string>();
      const files: string[] = [];
      let folder = '';
      for (const line of paragraph.split('\n')) {
        const value = line.slice(2);
        if (line.startsWith('F:')) folder = value;
        else if (line.startsWith('R:')) files.push(folder === '' ? value : `${folder}/${value}`);
        else if (line[1] === ':' && !fields.has(line.slice(0, 1))) fields.set(line.slice(0, 1), value);
      }
      const [name, version, architecture] = [fields.get('P'), fields.get('V'), fields.get('A')];
      if (name === undefined || version === undefined) return [];
      return [{ manager: 'apk' as const, name, version, ...(architecture !== undefined && { architecture }), files }];
    });
}
