import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { openCompiled, writeCompiled, type CompiledPart } from './file.ts';

interface Loaded {
  readonly folder: string;
  readonly script: Script;
  readonly sourceSum: number;
}

/**
 * Has every file of the program that is loaded from now on taken from what an earlier run compiled, as far as that fits.
 * Nothing about it can fail a run: what cannot be read is compiled, what cannot be written is not kept.
 * @param path whoever can write there can say what the program does
 * @param maker what alone can use what is kept: Node and the kind of machine
 * @returns what is to be called at the run's end, to keep what it had to compile
 */
export function keepCompiledParts(path: string, maker: string): () => void {
  const kept = openCompiled(path, maker);
  const loaded = new Map<string, Loaded>();
  let isKept = true;

  // The only hook into synchronous loading that this Node has; nothing but the program's own files ends like this.
  Reflect.set(require.extensions, '.cjs', (module: NodeJS.Module, file: string): void => {
    const bytes = readFileSync(file);
    const sourceSum = crc32(bytes);
    const name = basename(file);
    const known = kept.read(name);
    const cachedData = known?.sourceSum === sourceSum ? known.code : undefined;
    const options = { filename: file, ...(cachedData && { cachedData }) };
    const script = new Script(Module.wrap(bytes.toString('utf8')), options);
    isKept &&= cachedData !== undefined && script.cachedDataRejected === false;
    loaded.set(name, { folder: dirname(file), script, sourceSum });
    const run: unknown = script.runInThisContext();
    if (typeof run !== 'function') throw new Error(`${file} is no module.`);
    Reflect.apply(run, module.exports, [module.exports, module.require.bind(module), module, file, dirname(file)]);
  });

  return () => {
    if (isKept) return;
    // With what was compiled while it ran: most functions are compiled when they are first called.
    const made = [...loaded].map(([name, { script, sourceSum }]): [string, CompiledPart] => [
      name,
      { sourceSum, code: script.createCachedData() },
    ]);
    const folders = new Set([...loaded.values()].map(({ folder }) => folder));
    // Of the files that this run did not load, those that the program still has: an update leaves none of the old ones.
    const others = kept.names
      .filter((name) => !loaded.has(name) && [...folders].some((folder) => existsSync(join(folder, name))))
      .flatMap((name): [string, CompiledPart][] => {
        const part = kept.read(name);
        return part ? [[name, part]] : [];
      });
    try {
      writeCompiled(path, maker, new Map([...others, ...made]));
    } catch {
      // A folder that cannot be written to only makes the next start slower.
    }
  };
}
