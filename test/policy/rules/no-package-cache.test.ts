import { noPackageCache } from '../../../src/policy/rules/no-package-cache.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const lists = [file('var/lib/apt/lists/deb_main', 19_000_000), file('var/lib/apt/lists/deb_sec', 400_000)];

describeRule(noPackageCache, {
  passes: {
    'an image without': { layers: [[file('usr/bin/app', 1)]] },
    'the empty files that apt leaves': { layers: [[file('var/lib/apt/lists/lock', 0)]] },
    'the base’s own': { measurement: { baseLayers: 1 }, layers: [lists, [file('a', 1)]] },
    'what the base shipped and this image deletes': {
      measurement: {
        baseLayers: 1,
        hidden: [{ path: '/var/lib/apt/lists/x', bytes: 5000, addedBy: 0, hiddenBy: 1, how: 'deleted' }],
      },
      layers: [[file('a', 1)], [file('b', 1)]],
    },
    'one of exactly the limit': { options: { max: 19_400_000 }, layers: [lists] },
    'a small one': { options: { max: '20 MB' }, layers: [lists] },
  },
  fails: {
    'apt lists, on the line that fetched them': {
      layers: [[file('a', 1)], [...lists, file('var/lib/apt/lists/lock', 0)]],
      layerLines: [1, 9],
      messages: ['Ships 19.4 MB of apt lists.'],
      lines: [9],
      bytes: [19_400_000],
      paths: [['/var/lib/apt/lists/deb_main', '/var/lib/apt/lists/deb_sec']],
    },
    'each kind, largest first': {
      layers: [
        [
          file('var/cache/apt/archives/x.deb', 5),
          file('var/cache/apk/APKINDEX.tar.gz', 6),
          file('root/.cache/pip/http/a', 7),
          file('root/.npm/_cacache/b', 8),
          file('var/cache/dnf/c', 9),
          file('root/.m2/repository/d.jar', 10),
          file('go/pkg/mod/e', 11),
          file('usr/local/cargo/registry/f', 12),
          file('root/.cache/other/g', 13),
        ],
      ],
      messages: [
        'Ships 13 B of a package cache.',
        'Ships 12 B of the cargo cache.',
        'Ships 11 B of the Go cache.',
        'Ships 10 B of the Maven repository.',
        'Ships 9 B of the dnf or yum cache.',
        'Ships 8 B of the npm cache.',
        'Ships 7 B of the pip cache.',
        'Ships 6 B of the apk cache.',
        'Ships 5 B of the apt cache.',
      ],
    },
    'lists that a later RUN deletes, without counting them twice in silence': {
      layers: [[file('a', 1)]],
      measurement: {
        hidden: [{ path: '/var/lib/apt/lists/x', bytes: 5000, addedBy: 0, hiddenBy: 1, how: 'deleted' }],
      },
      messages: [
        'Ships 5.0 kB of apt lists, deleted by a later layer but still shipped (also counted as hidden bytes).',
      ],
      bytes: [5000],
    },
  },
});
