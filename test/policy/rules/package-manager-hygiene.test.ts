import { packageManagerHygiene } from '../../../src/policy/rules/package-manager-hygiene.ts';
import { file, hardlink } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const run = (...scripts: readonly string[]) => ({
  dockerfile: ['FROM a:1', ...scripts.map((script) => `RUN ${script}`)].join('\n'),
});
const says = (message: string, script: string) => ({ ...run(script), messages: [message], lines: [2] });
const keeps = (what: string, script: string) => says(`${what} in the layer.`, script);
const upgrades = (command: string) => says(`\`${command}\` upgrades whatever is newest today.`, command);
const clean = '&& rm -rf /var/lib/apt/lists/*';
const alone = '`apt-get update` stands alone: its cached lists go stale for the install that follows.';
const recommended = '`apt-get install` takes recommended packages along.';
const lists = '`apt-get update` keeps its lists in the layer.';
const index = '`apk add` keeps its index in the layer.';
const wheels = '`pip install` keeps what it downloads in the layer.';

/** A RUN on line 2 whose layer, the second, holds these files. */
const built = (script: string, ...files: ReturnType<typeof file>[]) => ({
  ...run(script),
  layers: [[file('base', 1)], files],
  layerLines: [1, 2],
});

describeRule(packageManagerHygiene, {
  passes: {
    'apt as it should be': run(`apt-get update && apt-get install -y --no-install-recommends gcc ${clean}`),
    'apt with options in front': run(
      `apt-get -o X=y update && apt-get -y --no-install-recommends -t sid install gcc ${clean}`,
    ),
    'recommendations turned off by an option': run(
      `apt-get update && apt-get install -o APT::Install-Recommends=0 gcc ${clean}`,
    ),
    'lists deleted among other folders': run(
      'apt-get update && apt-get install --no-install-recommends x && rm -rf /tmp/* /var/lib/{apt,dpkg}/lists/*',
    ),
    'what Docker’s image deletes by itself': run(
      `apt-get update && apt-get install --no-install-recommends x ${clean}`,
    ),
    'an update into a cache mount': run('--mount=type=cache,target=/var/lib/apt apt-get update'),
    'apk without cache': run('apk add --no-cache curl', 'apk --no-cache add curl'),
    'apk with its cache deleted': run('apk update && apk add curl && rm -rf /var/cache/apk/*'),
    'apk with a cache mount': run('--mount=type=cache,target=/var/cache/apk apk add curl'),
    'an upgrade of what is named': run('dnf update -y openssl && dnf clean all', 'apk upgrade --no-cache openssl'),
    'dnf cleaned': run('dnf -y in x && dnf -y clean all', 'microdnf install x && rm -rf /var/cache/yum/*'),
    'dnf with a tmpfs': run('--mount=type=tmpfs,target=/var/cache/libdnf5 dnf install x'),
    'yum cleaned': run('yum install -y x && yum clean all && rm -rf /var/cache/yum'),
    'zypper cleaned': run('zypper -n in x && zypper clean -a'),
    'pip without cache': run('pip install --no-cache-dir x', 'python3 -m pip install --no-cache-dir x'),
    'pip with a cache mount': run('--mount=type=cache,target=/root/.cache pip install x'),
    'pip with the mount of another home': run('--mount=type=cache,target=/home/app/.cache/pip pip install x'),
    'pip told by a variable': { dockerfile: 'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install x' },
    'pip told by the stage below': {
      dockerfile: 'FROM a:1 AS b\nENV PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install x',
    },
    'pip told within the RUN': run('export PIP_NO_CACHE_DIR=on && pip install x'),
    'pipx, which is another program': run('pipx install x'),
    'npm cleaned': run('npm ci --omit=dev && npm cache clean --force', 'npm i x && rm -rf ~/.npm'),
    'npm scripts': run('npm run install && npm start && npm --version'),
    'yarn cleaned': run('yarn install && yarn cache clean', 'yarn build && yarn --version'),
    'yarn with a moved cache': run('--mount=type=cache,target=/yarn YARN_CACHE_FOLDER=/yarn yarn install'),
    'pnpm, whose store is what node_modules is made of': run('pnpm install --frozen-lockfile'),
    'go with cache mounts': run('--mount=type=cache,target=/go/pkg/mod go build ./...', 'go version'),
    'cargo with a cache mount': run('--mount=type=cache,target=/usr/local/cargo/registry cargo build --release'),
    'gem cleaned': run('gem install x --no-document && rm -rf "$(gem env gemdir)"/cache', 'gem env'),
    'bundle cleaned': run('bundle install && rm -rf /usr/local/bundle/cache/*.gem'),
    'composer without cache': run('composer install --no-dev --no-cache'),
    'composer told by a variable': {
      dockerfile: 'FROM a:1\nENV COMPOSER_CACHE_DIR=/dev/null\nRUN composer install',
    },
    'words that are only printed': run('echo "apt-get install gcc && apk add curl"'),
    'a comment': run('true # apt-get upgrade'),
    'a heredoc of another language': { dockerfile: 'FROM a:1\nRUN python3 <<EOF\napt-get upgrade\nEOF' },
    'a builder, whose layers do not ship': { dockerfile: 'FROM a:1 AS b\nRUN apt-get upgrade\nFROM a:1' },
    'a cache that the layer does not hold': built('pip install x', file('usr/lib/python3/x.py', 10)),
    'a cache below what is worth a finding': {
      ...built('pip install x', file('root/.cache/pip/http/a', 999_999)),
      options: { 'min-saving': '1 MB' },
    },
    'a store whose files are those of node_modules': built(
      'pnpm install',
      file('root/.local/share/pnpm/store/v3/files/aa', 5000),
      hardlink('app/node_modules/x/index.js', 'root/.local/share/pnpm/store/v3/files/aa'),
    ),
  },
  fails: {
    'an update alone': {
      ...run('apt-get update', 'apt-get install -y --no-install-recommends x'),
      messages: [alone],
      lines: [2],
    },
    'an update of apk alone': says(
      '`apk update` stands alone: its cached lists go stale for the install that follows.',
      'apk update',
    ),
    'recommended packages': says(recommended, `apt-get update && apt-get install -y x ${clean}`),
    'recommended packages behind sudo and a variable': says(
      recommended,
      `apt-get update && DEBIAN_FRONTEND=noninteractive sudo apt-get -qq install x ${clean}`,
    ),
    'each kind once': { ...run('apt install a; apt install b; apk add c'), messages: [recommended, index] },
    'lists that stay': says(lists, 'apt-get update && apt-get install --no-install-recommends x'),
    'lists that were deleted too early': says(
      lists,
      'rm -rf /var/lib/apt/lists/*; apt-get update && apt-get install --no-install-recommends x',
    ),
    'packages that Docker’s hook no longer deletes': {
      ...run(
        'rm -f /etc/apt/apt.conf.d/docker-clean',
        `apt-get update && apt-get install --no-install-recommends x ${clean}`,
      ),
      messages: ['`apt-get install` keeps its cache in the layer.'],
      lines: [3],
    },
    'archives, where only the lists are mounted': {
      ...run(
        'rm -f /etc/apt/apt.conf.d/docker-clean',
        '--mount=type=cache,target=/var/lib/apt apt-get update && apt-get install --no-install-recommends x',
      ),
      messages: ['`apt-get install` keeps its cache in the layer.'],
      lines: [3],
    },
    'an upgrade': {
      ...run('apt-get update && apt-get -y dist-upgrade'),
      messages: [alone, '`apt-get -y dist-upgrade` upgrades whatever is newest today.'],
    },
    'an upgrade by dnf': { ...upgrades('dnf -y update'), ...run('dnf -y update && dnf clean all') },
    'an upgrade by zypper': { ...upgrades('zypper dup'), ...run('zypper dup && zypper clean') },
    'an upgrade by apk': { ...upgrades('apk --no-cache upgrade') },
    'an update by composer': { ...upgrades('composer update --no-cache') },
    'an upgrade that replaces what lower layers hold': {
      ...built('apk --no-cache upgrade', file('lib/libc.so', 600)),
      measurement: {
        baseLayers: 1,
        hidden: [{ path: '/lib/libc.so', bytes: 500, addedBy: 0, hiddenBy: 1, how: 'overwritten' }],
        hiddenTotal: { copies: 1, bytes: 500 },
      },
      messages: [
        '`apk --no-cache upgrade` upgrades whatever is newest today, and its layer ships 500 B of lower layers anew.',
      ],
      bytes: [500],
    },
    'apk that updates first': keeps('`apk update` keeps its index', 'apk update && apk add --no-cache x'),
    dnf: keeps('`dnf in` keeps its cache', 'dnf -y in x'),
    'dnf cleaned too early': keeps('`microdnf install` keeps its cache', 'microdnf clean all && microdnf install x'),
    yum: keeps('`yum install` keeps its cache', 'yum -y install x'),
    zypper: keeps('`zypper install` keeps its cache', 'zypper --non-interactive install x'),
    'pip in a shell’s JSON form': { dockerfile: 'FROM a:1\nRUN ["sh", "-c", "pip3 install x"]', messages: [wheels] },
    'pip in JSON form': { dockerfile: 'FROM a:1\nRUN ["pip", "install", "x"]', messages: [wheels] },
    'pip told to keep its cache': {
      dockerfile: 'FROM a:1\nENV PIP_NO_CACHE_DIR=off\nRUN pip install x',
      messages: [wheels],
    },
    'pip told in another RUN': { ...run('export PIP_NO_CACHE_DIR=1', 'pip install x'), messages: [wheels], lines: [3] },
    'pip as a module': says(wheels, 'python3 -m pip install x'),
    npm: keeps('`npm ci` keeps its cache', 'npm --prefix /app ci'),
    yarn: keeps('`yarn` keeps its cache', 'yarn --frozen-lockfile'),
    'yarn add': keeps('`yarn add` keeps its cache', '--mount=type=cache,target=/var/lib/x yarn add x'),
    go: keeps('`go mod download` keeps modules and build cache', 'go mod download'),
    cargo: keeps('`cargo build` keeps its registry', 'cargo +nightly build --release'),
    gem: keeps('`gem install` keeps the gems it downloads', 'gem install rails --no-document'),
    bundle: keeps('`bundle install` keeps the gems it downloads', 'bundle install -j4'),
    composer: keeps('`composer install` keeps its cache', 'composer -d /app install --no-dev'),
    'a heredoc that a shell reads': {
      dockerfile: 'FROM a:1\nRUN <<EOF\nset -e\napk add x\nEOF',
      messages: [index],
      lines: [2],
    },
    'what ONBUILD defers': { dockerfile: 'FROM a:1\nONBUILD RUN apk add x', messages: [index], lines: [2] },
    'a cache mount for something else': { ...run('--mount=type=cache,target=/root/.npm apk add x'), messages: [index] },
    'a builder, when all stages count': {
      options: { stages: 'all' },
      dockerfile: 'FROM a:1 AS b\nRUN apk add x\nFROM a:1',
      messages: [index],
    },
    'a cache, measured in the layer': {
      ...built('pip install x', file('root/.cache/pip/http/a', 4_000_000), file('home/b/.cache/pip/c', 200_000)),
      messages: ['`pip install` keeps what it downloads in the layer: 4.2 MB (also counted as package caches).'],
      bytes: [4_200_000],
    },
    'apt archives of an image without the hook': {
      ...built(
        `apt-get update && apt-get install --no-install-recommends x ${clean}`,
        file('var/cache/apt/x.deb', 900),
      ),
      messages: ['`apt-get install` keeps its cache in the layer: 900 B (also counted as package caches).'],
    },
    'a store that nothing else holds': {
      ...built('pnpm install', file('root/.local/share/pnpm/store/v3/files/aa', 5000)),
      messages: ['`pnpm install` keeps its store in the layer: 5.0 kB (also counted as package caches).'],
    },
    'a cache that a later layer deletes': {
      ...built('npm install', file('app/x.js', 1)),
      measurement: {
        baseLayers: 1,
        hidden: [{ path: '/root/.npm/_cacache/a', bytes: 700, addedBy: 1, hiddenBy: 2, how: 'deleted' }],
        hiddenTotal: { copies: 1, bytes: 700 },
      },
      messages: ['`npm install` keeps its cache in the layer: 700 B (also counted as package caches).'],
    },
  },
});
