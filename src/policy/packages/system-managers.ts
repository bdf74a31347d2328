import type { ManagerCache, PackageManager } from './manager.ts';

const newerBase = 'Take a newer base image instead, and install the versions you need.';
const rpmCache = {
  name: 'its cache',
  folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
  paths: /^\/var\/cache\/(?:dnf|libdnf5|yum)\//,
  emptiedBy: /^(?:dnf5?|microdnf|yum|tdnf) clean (?:all|packages|metadata)/,
};
const rpm = {
  install:
    /^(?:in|install|install-n\w+|localinstall|rei|reinstall|builddep|groupinstall|group install|module install)$/,
  update: /^makecache$/,
  upgrade: /^(?:up|update|upgrade|up-min|upgrade-minimal|update-minimal|dsync|distro-sync|system-upgrade)$/,
  howToUpgrade: newerBase,
};

/** apt's lists come with `update`. */
export const aptLists: ManagerCache = {
  name: 'its lists',
  folders: ['/var/lib/apt/lists'],
  paths: /^\/var\/lib\/apt\/lists\//,
  howToPass: 'Add `&& rm -rf /var/lib/apt/lists/*` to the same RUN, or use a cache mount on /var/lib/apt.',
};
/** What apt downloads; a hook of Docker's images deletes it, so the text alone does not tell. */
export const aptArchives: ManagerCache = {
  name: 'its cache',
  folders: ['/var/cache/apt'],
  paths: /^\/var\/cache\/apt\//,
  emptiedBy: /^(?:apt|apt-get|aptitude) (?:clean|distclean)/,
  howToPass: 'Add `&& apt-get clean` to the same RUN, or use a cache mount on /var/cache/apt.',
};

/** The managers of operating systems. */
export const systemManagers: readonly PackageManager[] = [
  {
    name: 'apt',
    programs: /^(?:apt|apt-get|aptitude)$/,
    install: /^(?:install|build-dep|reinstall)$/,
    update: /^update$/,
    upgrade: /^(?:dist-|full-|safe-)?upgrade$/,
    howToUpgrade: newerBase,
    caches: [],
  },
  {
    name: 'apk',
    programs: /^apk$/,
    install: /^add$/,
    update: /^update$/,
    upgrade: /^upgrade$/,
    howToUpgrade: newerBase,
    caches: [
      {
        name: 'its index',
        folders: ['/var/cache/apk', '/etc/apk/cache'],
        paths: /^\/(?:var\/cache\/apk|etc\/apk\/cache)\//,
        without: /^--no-cache$/,
        emptiedBy: /^apk cache (?:clean|purge)/,
        howToPass: 'Use `apk add --no-cache`.',
      },
    ],
  },
  {
    name: 'dnf',
    programs: /^(?:dnf5?|microdnf|tdnf)$/,
    ...rpm,
    caches: [{ ...rpmCache, howToPass: 'Add `&& dnf clean all` to the same RUN, or use a cache mount on /var/cache.' }],
  },
  {
    name: 'yum',
    programs: /^yum$/,
    ...rpm,
    caches: [
      { ...rpmCache, howToPass: 'Add `&& yum clean all` to the same RUN, or use a cache mount on /var/cache/yum.' },
    ],
  },
  {
    name: 'zypper',
    programs: /^zypper$/,
    install: /^(?:in|install|source-install|si)$/,
    update: /^(?:ref|refresh)$/,
    upgrade: /^(?:up|update|dup|dist-upgrade|patch)$/,
    howToUpgrade: newerBase,
    caches: [
      {
        name: 'its cache',
        folders: ['/var/cache/zypp'],
        paths: /^\/var\/cache\/zypp\//,
        emptiedBy: /^zypper (?:clean|cc)/,
        howToPass: 'Add `&& zypper clean --all` to the same RUN, or use a cache mount on /var/cache/zypp.',
      },
    ],
  },
];
