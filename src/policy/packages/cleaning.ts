import { programOf, type ShellCommandWords } from '../shell-script.ts';
import type { ManagerCache } from './manager.ts';
import { plainWords } from './read-command.ts';

/** Whether a RUN's mounts keep a cache out of the layer. @param mounts folders of its cache and tmpfs mounts */
export function isMounted({ folders }: ManagerCache, manager: string, mounts: readonly string[]): boolean {
  return mounts.some((mount) => {
    const folder = atHome(mount);
    if (folders.some((one) => isWithin(one, folder)) || mount.includes('$')) return true;
    // Variables move what lies in a home anywhere: a mount that has the manager's name is taken at its word.
    return folders.some((one) => one.startsWith('/root/')) && namesManager(mount, manager);
  });
}

function namesManager(mount: string, manager: string): boolean {
  return mount.split(/[/._-]/).includes(manager);
}

/** Whether one of the commands that follow empties the cache, by the manager's own word or by `rm`. */
export function isEmptied({ folders, emptiedBy }: ManagerCache, following: readonly ShellCommandWords[]): boolean {
  return following.some((command) => {
    const program = programOf(command);
    if (emptiedBy?.test(plainWords(command)) === true) return true;
    const removed = program === 'rm' ? command.words.slice(1) : program === 'find' ? command.words.slice(1, 2) : [];
    return removed.some((word) => removes(atHome(word), folders));
  });
}

function removes(word: string, folders: readonly string[]): boolean {
  const folder = word.replace(/\/(?:\*|\.\*)?$/, '');
  if (!folder.startsWith('/')) return folder.endsWith('/cache') && folders.some((one) => one.endsWith('/cache'));
  return folders.some((one) => isWithin(one, folder) || isWithin(folder, one) || isExpandedTo(one, folder));
}

/** `/var/lib/apt/lists/*` and `/var/cache/{apt,debconf}`: as a shell would expand them, where that is one of the folders. */
function isExpandedTo(folder: string, pattern: string): boolean {
  const braces = /^(.*)\{([^{}]*)\}(.*)$/.exec(pattern);
  const [, before = '', inside = '', after = ''] = braces ?? [];
  return braces !== null && inside.split(',').some((one) => isWithin(folder, `${before}${one}${after}`));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Whosever home it is: caches are listed below `/root`. */
function atHome(path: string): string {
  return path.replace(/^(?:~|\$HOME|\$\{HOME\}|\/home\/[^/]+)(?=\/|$)/, '/root');
}
