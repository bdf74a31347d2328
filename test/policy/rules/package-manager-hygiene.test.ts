import { packageManagerHygiene } from '../../../src/policy/rules/package-manager-hygiene.ts';
import { describeRule } from '../../support/rules.ts';

const run = (...scripts: readonly string[]) => ({
  dockerfile: ['FROM a:1', ...scripts.map((script) => `RUN ${script}`)].join('\n'),
});
const alone = '`apt-get update` stands alone: its cached lists go stale for the install that follows.';
const recommended = '`apt-get install` takes recommended packages along.';
const index = '`apk add` keeps its index in the layer.';
const wheels = '`pip install` keeps what it downloads.';

describeRule(packageManagerHygiene, {
  passes: {
    'apt as it should be': run('apt-get update && apt-get install -y --no-install-recommends gcc'),
    'apt with options in front': run('apt-get -o X=y update && apt-get -y --no-install-recommends -t sid install gcc'),
    'recommendations turned off by an option': run(
      'apt-get update && apt-get install -o APT::Install-Recommends=0 gcc',
    ),
    'an update into a cache mount': run('--mount=type=cache,target=/var/lib/apt apt-get update'),
    'apk without cache': run('apk add --no-cache curl'),
    'apk with a cache mount': run('--mount=type=cache,target=/var/cache/apk apk add curl'),
    'pip without cache': run('pip install --no-cache-dir x', 'python3 -m pip install --no-cache-dir x'),
    'pip with a cache mount': run('--mount=type=cache,target=/root/.cache pip install x'),
    'pip told by a variable': { dockerfile: 'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install x' },
    'pip told within the RUN': run('export PIP_NO_CACHE_DIR=on && pip install x'),
    'words that are only printed': run('echo "apt-get install gcc && apk add curl"'),
    'a comment': run('true # apt-get upgrade'),
    'a heredoc of another language': { dockerfile: 'FROM a:1\nRUN python3 <<EOF\napt-get upgrade\nEOF' },
    'a builder, whose layers do not ship': { dockerfile: 'FROM a:1 AS b\nRUN apt-get upgrade\nFROM a:1' },
    'an update of one package by dnf': run('dnf update -y openssl'),
  },
  fails: {
    'an update alone': {
      ...run('apt-get update', 'apt-get install -y --no-install-recommends x'),
      messages: [alone],
      lines: [2],
    },
    'recommended packages': { ...run('apt-get update && apt-get install -y x'), messages: [recommended], lines: [2] },
    'recommended packages behind sudo and a variable': {
      ...run('apt-get update && DEBIAN_FRONTEND=noninteractive sudo apt-get -qq install x'),
      messages: [recommended],
    },
    'each kind once': { ...run('apt install a; apt install b; apk add c'), messages: [recommended, index] },
    'an upgrade': {
      ...run('apt-get update && apt-get -y dist-upgrade'),
      messages: [alone, '`apt-get -y dist-upgrade` upgrades whatever is newest today.'],
    },
    'an upgrade by dnf': { ...run('dnf -y update'), messages: ['`dnf -y update` upgrades whatever is newest today.'] },
    'an upgrade by apk': { ...run('apk upgrade'), messages: ['`apk upgrade` upgrades whatever is newest today.'] },
    'pip in a shell’s JSON form': { dockerfile: 'FROM a:1\nRUN ["sh", "-c", "pip3 install x"]', messages: [wheels] },
    'pip in JSON form': { dockerfile: 'FROM a:1\nRUN ["pip", "install", "x"]', messages: [wheels] },
    'pip told to keep its cache': {
      dockerfile: 'FROM a:1\nENV PIP_NO_CACHE_DIR=off\nRUN pip install x',
      messages: [wheels],
    },
    'pip as a module': { ...run('python3 -m pip install x'), messages: [wheels] },
    'a heredoc that a shell reads': {
      dockerfile: 'FROM a:1\nRUN <<EOF\nset -e\napk add x\nEOF',
      messages: [index],
      lines: [2],
    },
    'a cache mount for something else': { ...run('--mount=type=cache,target=/root/.npm apk add x'), messages: [index] },
    'a builder, when all stages count': {
      options: { stages: 'all' },
      dockerfile: 'FROM a:1 AS b\nRUN apk add x\nFROM a:1',
      messages: [index],
    },
  },
});
