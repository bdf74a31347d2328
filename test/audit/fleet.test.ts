import { describe, expect, test } from 'vitest';
import { fleetOf } from '../../src/audit/fleet/fleet.ts';
import type { SeenBase } from '../../src/audit/fleet/known-bases.ts';
import { chainIdOf } from '../../src/audit/fleet/prefixes.ts';
import type { AuditedImage } from '../../src/result/audit.ts';
import type { LookedUpBase } from '../../src/result/fleet.ts';
import { image } from '../support/audits.ts';
import { aDigest } from '../support/results.ts';

/** A letter a layer; in bytes to pull ten for each of its place in the alphabet, on disk three times that. */
const sizeOf = (letter: string): number => (letter.charCodeAt(0) - 96) * 10;
const stack = (letters: string, isRead = true): AuditedImage['layers'] =>
  letters.split('').map((letter) => ({
    diffId: aDigest(letter),
    pullBytes: sizeOf(letter),
    ...(isRead && { unpackedBytes: sizeOf(letter) * 3 }),
  }));
const made = (name: string, letters: string, more: Partial<AuditedImage> = {}): AuditedImage =>
  image(`docker.io/${name}`, { layers: stack(letters), ...more });
const labelled = (name: string, digest?: string) => ({
  statedBase: { name, ...(digest !== undefined && { digest }) },
});
const debian = 'docker.io/library/debian:12';
const looked = (letters: string, reference = debian): LookedUpBase => ({
  reference,
  platform: 'linux/amd64',
  found: { digest: aDigest(`image ${letters}`), created: '2026-11-20', layers: stack(letters, false) },
});
const unanswered: LookedUpBase = {
  reference: debian,
  platform: 'linux/amd64',
  found: { unknown: 'It does not answer.' },
};
const seen = (letters: string, day: string, name = debian): SeenBase => ({
  name,
  platform: 'linux/amd64',
  layers: letters.length,
  chainId: chainIdOf(letters.split('').map((letter) => aDigest(letter))),
  day,
});

/** The sum over distinct letters, worked out without layers. */
const sum = (letters: Iterable<string>): number =>
  [...new Set(letters)].reduce((total, letter) => total + sizeOf(letter), 0);
const inTwo = (stacks: readonly string[]): readonly string[] => {
  const all = new Set(stacks.join(''));
  const distinct = [...new Set(stacks)];
  return Array.from(all).filter((letter) => distinct.filter((letters) => letters.includes(letter)).length > 1);
};

describe('the figures of a fleet', () => {
  const stacks = ['ab', 'abc', 'abde', 'abde', 'x'];
  const fleet = fleetOf({
    images: stacks.map((letters, index) => made(`i${index}`, letters, { imageId: letters })),
    bases: [],
  });

  test('count each layer once, and two names of one image as one', () => {
    expect(fleet.stored).toEqual({ pullBytes: sum(stacks.join('')), unpackedBytes: sum(stacks.join('')) * 3 });
    expect(fleet.shared.pullBytes).toBe(sum(inTwo(stacks)));
    const summed = stacks.reduce((total, letters) => total + sum(letters), 0);
    expect(fleet.summed).toEqual({ pullBytes: summed, unpackedBytes: summed * 3 });
  });

  test('tell what only one image has from what others have, too', () => {
    expect(fleet.images.map(({ unique, shared }) => [unique.pullBytes, shared.pullBytes])).toEqual([
      [0, sum('ab')],
      [sum('c'), sum('ab')],
      [sum('de'), sum('ab')],
      [sum('de'), sum('ab')],
      [sum('x'), 0],
    ]);
  });

  test('say what stands on what', () => {
    expect(fleet.byBase).toEqual([{ base: 'docker.io/i0', images: ['docker.io/i1', 'docker.io/i2', 'docker.io/i3'] }]);
    expect(fleet.withoutBase).toEqual(['docker.io/i0', 'docker.io/i4']);
  });

  test('are absent where they are not known of each layer', () => {
    const unread = fleetOf({ images: [made('a', 'ab'), image('b', { layers: stack('ac', false) })], bases: [] });
    expect(unread.stored).toEqual({ pullBytes: sum('abc') });
    expect(unread.images[1]).toMatchObject({ unique: { pullBytes: sum('c') } });
    expect(unread.images[1]?.unique).not.toHaveProperty('unpackedBytes');
  });

  test('of ten thousand images take no comparing of each with each', { tags: 'thorough' }, () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...made(`many${index}`, 'abcdefgh'),
      imageId: `${index}`,
      layers: [...stack('abcdefgh'), { diffId: aDigest(`own ${index}`), pullBytes: 1, unpackedBytes: 1 }],
    }));
    const large = fleetOf({ images: [made('base', 'abcdefgh'), ...many], bases: [] });
    expect(large.stored.pullBytes).toBe(sum('abcdefgh') + 10_000);
    expect(large.byBase[0]?.images).toHaveLength(10_000);
  });
});

describe('a base is stale', () => {
  const standingOf = (asked: Parameters<typeof fleetOf>[0]) =>
    fleetOf(asked).staleBases.map(({ name, images }) => [
      name,
      images.map(({ name: of, by, baseLayers }) => [of, by, baseLayers]),
    ]);

  test('where the label’s tag leads to other layers, which its digest tells from the image’s own', () => {
    const old = aDigest('image ab');
    const bases = [looked('an'), looked('ab', `docker.io/library/debian@${old}`)];
    const images = [made('app', 'abc', labelled(debian, old))];
    expect(standingOf({ images, bases })).toEqual([[debian, [['docker.io/app', 'label', 2]]]]);
  });

  test('where the label names no digest, without a word on which layers are the base’s', () => {
    const fleet = fleetOf({ images: [made('app', 'abc', labelled(debian))], bases: [looked('an')] });
    expect(fleet.staleBases).toMatchObject([{ name: debian, images: [{ name: 'docker.io/app', by: 'label' }] }]);
    expect(fleet.staleBases[0]?.images[0]).not.toHaveProperty('baseLayers');
    expect(fleet.staleBases[0]).not.toHaveProperty('move');
    expect(fleet).not.toHaveProperty('moved');
  });

  test('where an earlier audit saw the tag lead to what the image begins with', () => {
    const images = [made('app', 'abc'), made('library/debian:12', 'an', { role: 'base' }), made('new', 'anc')];
    const fleet = fleetOf({ images, bases: [], seen: [seen('ab', '2026-11-14'), seen('ab', '2026-11-07')] });
    expect(fleet.staleBases).toMatchObject([
      { name: debian, images: [{ name: 'docker.io/app', by: 'record', baseLayers: 2, seen: '2026-11-14' }] },
    ]);
    expect(fleet.withoutBase).toEqual([]);
  });

  test('where a label without a digest is told by an earlier audit which layers are the base’s', () => {
    const asked = { images: [made('app', 'abc', labelled(debian))], bases: [looked('an')] };
    expect(fleetOf({ ...asked, seen: [seen('ab', '2026-11-14')] }).staleBases[0]?.images).toEqual([
      { name: 'docker.io/app', by: 'label', baseLayers: 2, seen: '2026-11-14' },
    ]);
  });

  test('where a Dockerfile pins it and its tag went on', () => {
    const pinned = made(`library/debian:12@${aDigest('image ab')}`, 'ab', { role: 'base' });
    const images = [pinned, made('app', 'abc')];
    expect(standingOf({ images, bases: [looked('an')] })).toEqual([[debian, [['docker.io/app', 'pin', 2]]]]);
    expect(standingOf({ images, bases: [looked('ab')] })).toEqual([]);
  });

  test('where a newer release of the same line was audited; another major is another choice', () => {
    const images = [
      made('team/base:1.2', 'ab', { role: 'base' }),
      made('team/base:1.10', 'an', { role: 'base' }),
      made('team/base:2.0', 'ao', { role: 'base' }),
      made('team/base:1.11-rc.1', 'ap', { role: 'base' }),
      made('team/base:1.11-slim', 'aq', { role: 'base' }),
      made('app', 'abc'),
    ];
    const [stale] = fleetOf({ images, bases: [] }).staleBases;
    expect(stale).toMatchObject({ name: 'docker.io/team/base:1.2', newest: { name: 'docker.io/team/base:1.10' } });
    expect(stale?.images).toEqual([{ name: 'docker.io/app', by: 'version', baseLayers: 2 }]);
  });

  test('through an image that stands on it', () => {
    const images = [made('middle', 'abm', labelled(debian, aDigest('image ab'))), made('top', 'abmt')];
    const bases = [looked('an'), looked('ab', `docker.io/library/debian@${aDigest('image ab')}`)];
    expect(standingOf({ images, bases })).toEqual([
      [
        debian,
        [
          ['docker.io/middle', 'label', 2],
          ['docker.io/top', 'through', 2],
        ],
      ],
    ]);
  });

  test('also where the newer image only lost its last layers', () => {
    const old = aDigest('image ab');
    const bases = [looked('a'), looked('ab', `docker.io/library/debian@${old}`)];
    expect(standingOf({ images: [made('app', 'abc', labelled(debian, old))], bases })).toHaveLength(1);
  });
});

describe('a base is not stale', () => {
  test.each([
    [
      'where the image begins with what the tag leads to',
      { images: [made('app', 'abc', labelled(debian))], bases: [looked('ab')] },
    ],
    [
      'where the label has the digest the tag has',
      { images: [made('app', 'abc', labelled(debian, aDigest('image ab')))], bases: [looked('ab')] },
    ],
    [
      'where the stack had two names and one still leads there',
      {
        images: [made('app', 'abc'), made('library/debian:12', 'an'), made('library/debian:bookworm', 'ab')],
        bases: [],
        seen: [seen('ab', '2026-11-14'), seen('ab', '2026-11-14', 'docker.io/library/debian:bookworm')],
      },
    ],
    [
      'for the release that is built on the one before',
      { images: [made('team/base:1.2', 'ab'), made('team/base:1.3', 'abc')], bases: [] },
    ],
    [
      'for what the tag itself leads to now',
      { images: [made('library/debian:12', 'an')], bases: [], seen: [seen('an', '2026-11-14')] },
    ],
    [
      'on another platform',
      {
        images: [made('app', 'abc', { platform: 'linux/arm64' }), made('library/debian:12', 'an')],
        bases: [],
        seen: [seen('ab', '2026-11-14')],
      },
    ],
  ] as const)('%s', (_, asked) => {
    expect(fleetOf(asked)).toMatchObject({ staleBases: [], unknownBases: [] });
    expect(fleetOf(asked)).not.toHaveProperty('moved');
  });
});

describe('what a base is today is not known, and that is said', () => {
  const reasons = (asked: Parameters<typeof fleetOf>[0]): readonly string[] =>
    fleetOf(asked).unknownBases.map(({ reason, images }) => `${images.length}: ${reason}`);

  test('where its registry does not answer', () => {
    const images = [made('a', 'abc', labelled(debian)), made('b', 'abd', labelled(debian))];
    expect(reasons({ images, bases: [unanswered] })).toEqual(['2: It does not answer.']);
    expect(fleetOf({ images, bases: [unanswered] })).toMatchObject({ staleBases: [], withoutBase: [] });
  });

  test('where it was not asked', () => {
    const statedBase = { name: '10.0.0.1/x:1', unasked: 'A bare address.' };
    expect(reasons({ images: [made('a', 'abc', { statedBase })], bases: [] })).toEqual(['1: A bare address.']);
  });

  test('where it has no layers', () => {
    expect(reasons({ images: [made('a', 'abc', labelled(debian))], bases: [looked('')] })[0]).toContain(
      'has no layers',
    );
  });

  test('where a tag moved between two shards; where only one of them was answered, that answer stands', () => {
    const images = [made('a', 'abc', labelled(debian))];
    expect(reasons({ images, bases: [looked('ab'), looked('an')] })[0]).toContain('was one image when one shard asked');
    expect(reasons({ images, bases: [unanswered, looked('ab')] })).toEqual([]);
  });

  test('where a Dockerfile pins a digest without a tag', () => {
    const images = [made(`library/debian@${aDigest('x')}`, 'ab', { role: 'base' }), made('app', 'abc')];
    expect(reasons({ images, bases: [] })[0]).toContain('names no tag, so nothing says what is newer');
  });

  test('where the audit does not look at what it looked at before', () => {
    expect(reasons({ images: [made('app', 'abc')], bases: [], seen: [seen('ab', '2026-11-14')] })[0]).toContain(
      'did not look at docker.io/library/debian:12',
    );
  });
});

describe('moving to the newest base', () => {
  const old = aDigest('image ab');
  const bases = [looked('anq'), looked('ab', `docker.io/library/debian@${old}`)];
  const images = [
    made('one', 'abc', labelled(debian, old)),
    made('two', 'abde', labelled(debian, old)),
    made('other', 'anz'),
    made('unknown', 'fg', labelled(debian)),
  ];
  const fleet = fleetOf({ images, bases });
  const [stale] = fleet.staleBases;

  test('pulls the layers that no image has, and the own ones again', () => {
    expect(stale?.move?.images).toBe(2);
    expect(stale?.move?.newBase).toEqual({ pullBytes: sum('q') });
    expect(stale?.move?.own.pullBytes).toBe(sum('cde'));
  });

  test('comes to what the same images on the new base come to', () => {
    const before = ['abc', 'abde', 'anz', 'fg'];
    const after = ['anqc', 'anqde', 'anz', 'fg'];
    expect(stale?.move).toMatchObject({
      storedBefore: { pullBytes: sum(before.join('')) },
      storedAfter: { pullBytes: sum(after.join('')) },
      sharedBefore: { pullBytes: sum(inTwo(before)) },
      sharedAfter: { pullBytes: sum(inTwo(after)) },
    });
    expect(fleet.moved).toEqual(stale?.move);
    // On disk nobody knows the layers that were only looked up.
    expect(stale?.move?.storedAfter).not.toHaveProperty('unpackedBytes');
    expect(stale?.move?.storedBefore.unpackedBytes).toBe(sum(before.join('')) * 3);
  });

  test('of an image with two names moves one image', () => {
    const twice = [
      made('one', 'abc', { ...labelled(debian, old), imageId: 'i' }),
      made('same', 'abc', { ...labelled(debian, old), imageId: 'i' }),
    ];
    const { move } = fleetOf({ images: twice, bases }).staleBases[0] ?? {};
    expect(move?.sharedAfter).toEqual({ pullBytes: 0, unpackedBytes: 0 });
    expect(move?.storedAfter).toEqual({ pullBytes: sum('anqc') });
  });
});
