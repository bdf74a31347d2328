import Module from 'node:module';
import { join } from 'node:path';
import { keepCompiledParts } from '../adapters/compiled/parts.ts';

/**
 * Keeps what Node compiles of the program, so that the next start need not compile it again; loaded ahead of all else.
 * Where Node does so itself, it is left to it: https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiled({ XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): void {
  const caches = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  if (!caches) return;
  const folder = join(caches, 'plimsoll', 'compiled');
  const { enableCompileCache }: Partial<typeof Module> = Module;
  const { arch, version, versions } = process;
  if (enableCompileCache) enableCompileCache(folder);
  else process.on('exit', keepCompiledParts(join(folder, `parts-${version}`), `2 ${version} ${versions.v8} ${arch}`));
}

keepCompiled(process.env);
