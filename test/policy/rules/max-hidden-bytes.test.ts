import { expect, test } from 'vitest';
import { maxHiddenBytes } from '../../../src/policy/rules/max-hidden-bytes.ts';
import { file } from '../../support/images.ts';
import { aSubject, describeRule } from '../../support/rules.ts';

const cache = { path: '/var/cache/x', bytes: 3000, addedBy: 1, hiddenBy: 2, how: 'deleted' as const };
const layers = [[file('a', 1)], [file('b', 1)], [file('c', 1)]];
const hidden = { hiddenBytes: 3000, hidden: [cache], hiddenTotal: { copies: 1, bytes: 3000 } };

describeRule(maxHiddenBytes, {
  passes: {
    'an image that hides nothing': {},
    'hidden bytes at the limit': { options: { max: '3 kB' }, measurement: hidden },
    'what the base image hides, which nobody here can help': {
      measurement: { ...hidden, hiddenTotal: { copies: 1, bytes: 3000, byBaseLayersBytes: 3000 } },
    },
  },
  fails: {
    'one byte, when none is allowed': {
      measurement: { hiddenBytes: 1, hidden: [], hiddenTotal: { copies: 1, bytes: 1 } },
      messages: ['Hides 1 B in lower layers.'],
      bytes: [1],
    },
    'a cache that a later line deletes, naming both lines': {
      options: { max: '1 kB' },
      layers,
      layerLines: [1, 9, 14],
      measurement: hidden,
      messages: [
        'Hides 3.0 kB in lower layers, 2.0 kB over the limit of 1.0 kB. The largest: Dockerfile:14 deletes /var/cache/x (3.0 kB) of Dockerfile:9.',
      ],
      lines: [14],
      bytes: [2000],
      paths: [['/var/cache/x']],
    },
    'a file written twice, by layer where no line is known': {
      layers,
      measurement: { ...hidden, hidden: [{ ...cache, how: 'overwritten' }] },
      messages: ['Hides 3.0 kB in lower layers. The largest: layer 2 replaces /var/cache/x (3.0 kB) of layer 1.'],
    },
    'a chmod in a layer of its own': {
      layers,
      layerLines: [1, 2, 3],
      measurement: { ...hidden, hidden: [{ ...cache, how: 'metadata-only' }] },
      messages: [
        'Hides 3.0 kB in lower layers. The largest: Dockerfile:3 changes mode or owner of /var/cache/x (3.0 kB) of Dockerfile:2.',
      ],
      lines: [3],
    },
    'what the base hides too, when all counts': {
      options: { of: 'all' },
      measurement: { ...hidden, hiddenTotal: { copies: 1, bytes: 3000, byBaseLayersBytes: 3000 } },
      messages: ['Hides 3.0 kB in lower layers. The largest: layer 2 deletes /var/cache/x (3.0 kB) of layer 1.'],
    },
    'what own layers hide, not naming what the base’s do': {
      layers,
      measurement: {
        hiddenBytes: 8000,
        baseLayers: 2,
        hidden: [{ ...cache, path: '/base', bytes: 5000, addedBy: 0, hiddenBy: 1 }, cache],
        hiddenTotal: { copies: 2, bytes: 8000, byBaseLayersBytes: 5000 },
      },
      messages: ['Hides 3.0 kB in lower layers. The largest: layer 2 deletes /var/cache/x (3.0 kB) of layer 1.'],
      paths: [['/var/cache/x']],
    },
    'by the first own layer': {
      layers,
      measurement: { ...hidden, baseLayers: 2 },
      messages: ['Hides 3.0 kB in lower layers. The largest: layer 2 deletes /var/cache/x (3.0 kB) of layer 1.'],
    },
    'only the part that is not the base’s': {
      measurement: {
        ...hidden,
        baseLayers: 3,
        hiddenTotal: { copies: 1, bytes: 3000, byBaseLayersBytes: 2500 },
      },
      messages: ['Hides 500 B in lower layers.'],
      bytes: [500],
    },
  },
});

test.each([
  ['a changed mode', 'metadata-only', true],
  ['a deletion', 'deleted', false],
] as const)('of %s the way to pass fits it', (_, how, isCopied) => {
  const subject = aSubject({ measurement: { ...hidden, hidden: [{ ...cache, how }] } });
  const [found] = maxHiddenBytes.check(subject, { max: 0, of: 'own' });
  const howToPass = found && 'message' in found ? found.howToPass : undefined;
  expect(howToPass?.includes('COPY --chmod') ?? false).toBe(isCopied);
});
