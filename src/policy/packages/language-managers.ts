import type { PackageManager } from './manager.ts';

const byLockFile = (command: string): string => `Install what the lock file says instead: \`${command}\`.`;

const gems = {
  name: 'the gems it downloads',
  folders: ['/usr/local/bundle/cache', '/root/.gem'],
  paths: /\/(?:bundle|gems\/[\d.]+)\/(?:ruby\/[\d.]+\/)?(?:cache|doc)\/|\/\.(?:gem|bundle\/cache)\//,
  emptiedBy: /^gem (?:cleanup|sources)/,
  howToPass:
    'Add `&& rm -rf "$(gem env gemdir)"/cache` to the same RUN; `gem install --no-document` leaves out the rest.',
};

/** The managers of programming languages. */
export const languageManagers: readonly PackageManager[] = [
  {
    name: 'pip',
    programs: /^pip[\d.]*$/,
    install: /^install$/,
    caches: [
      {
        name: 'what it downloads',
        folders: ['/root/.cache/pip'],
        paths: /\/\.cache\/pip\//,
        without: /^--no-cache(?:-dir)?$/,
        emptiedBy: /^pip[\d.]* cache purge/,
        howToPass: 'Use `pip install --no-cache-dir`, or a cache mount on /root/.cache/pip.',
      },
    ],
  },
  {
    name: 'npm',
    programs: /^npm$/,
    install: /^(?:ci|clean-install|install|i|add|install-ci-test|cit)$/,
    upgrade: /^(?:update|up|upgrade)$/,
    howToUpgrade: byLockFile('npm ci'),
    caches: [
      {
        name: 'its cache',
        folders: ['/root/.npm'],
        paths: /\/\.npm\//,
        emptiedBy: /^npm cache (?:clean|clear|rm)/,
        howToPass: 'Add `&& npm cache clean --force` to the same RUN, or use a cache mount on /root/.npm.',
      },
    ],
  },
  {
    name: 'yarn',
    programs: /^yarn(?:pkg)?$/,
    install: /^(?:|install|add|global add)$/,
    upgrade: /^(?:up|upgrade)$/,
    howToUpgrade: byLockFile('yarn install --frozen-lockfile'),
    caches: [
      {
        name: 'its cache',
        folders: ['/usr/local/share/.cache/yarn', '/root/.cache/yarn', '/root/.yarn/berry/cache'],
        paths: /\/\.cache\/yarn\/|\/\.yarn\/berry\/cache\//,
        emptiedBy: /^yarn(?:pkg)? cache clean/,
        howToPass: 'Add `&& yarn cache clean` to the same RUN, or use a cache mount on /usr/local/share/.cache/yarn.',
      },
    ],
  },
  {
    name: 'pnpm',
    programs: /^pnpm$/,
    install: /^(?:install|i|add|fetch|install-test|it)$/,
    upgrade: /^(?:update|up|upgrade)$/,
    howToUpgrade: byLockFile('pnpm install --frozen-lockfile'),
    caches: [
      {
        name: 'its store',
        folders: ['/root/.local/share/pnpm/store', '/root/.cache/pnpm'],
        paths: /\/pnpm\/store\/|\/\.pnpm-store\/|\/\.cache\/pnpm\//,
        isOnlyMeasured: true,
        howToPass: 'Use a cache mount on /root/.local/share/pnpm/store.',
      },
    ],
  },
  {
    name: 'go',
    programs: /^go$/,
    install: /^(?:build|install|get|run|test|vet|generate|mod download|mod tidy|mod vendor)$/,
    caches: [
      {
        name: 'modules and build cache',
        folders: ['/root/.cache/go-build', '/go/pkg/mod'],
        paths: /\/\.cache\/go-build\/|\/go\/pkg\//,
        emptiedBy: /^go clean/,
        howToPass:
          'Compile in a stage of its own and copy the program, or use cache mounts on /go/pkg/mod and /root/.cache/go-build.',
      },
    ],
  },
  {
    name: 'cargo',
    programs: /^cargo$/,
    install: /^(?:b|build|install|fetch|r|run|t|test|c|check)$/,
    upgrade: /^update$/,
    howToUpgrade: byLockFile('cargo build --locked'),
    caches: [
      {
        name: 'its registry',
        folders: ['/usr/local/cargo/registry', '/root/.cargo/registry'],
        paths: /\/\.?cargo\/(?:registry|git)\//,
        howToPass:
          'Compile in a stage of its own and copy the program, or use a cache mount on /usr/local/cargo/registry.',
      },
    ],
  },
  {
    name: 'gem',
    programs: /^gem$/,
    install: /^(?:install|i)$/,
    upgrade: /^update$/,
    howToUpgrade: 'Install the versions you need: `gem install NAME:VERSION`.',
    caches: [gems],
  },
  {
    name: 'bundle',
    programs: /^bundler?$/,
    install: /^(?:|install)$/,
    upgrade: /^update$/,
    howToUpgrade: byLockFile('bundle install'),
    caches: [gems],
  },
  {
    name: 'composer',
    programs: /^composer(?:\.phar)?$/,
    install: /^(?:install|i|require|r|create-project|global require)$/,
    upgrade: /^(?:update|u|upgrade)$/,
    howToUpgrade: byLockFile('composer install'),
    caches: [
      {
        name: 'its cache',
        folders: ['/root/.composer/cache', '/root/.cache/composer', '/tmp/cache'],
        paths: /\/\.composer\/cache\/|\/\.cache\/composer\//,
        without: /^--no-cache$/,
        emptiedBy: /^composer(?:\.phar)? (?:clear-?cache|cc)/,
        howToPass: 'Use `composer install --no-cache`, or a cache mount on /root/.composer/cache.',
      },
    ],
  },
];
