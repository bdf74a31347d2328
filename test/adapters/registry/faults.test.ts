import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Dialer, ForbiddenAddress } from '../../../src/adapters/registry/dialer.ts';
import { exchange } from '../../../src/adapters/registry/exchange.ts';
import { Interrupted } from '../../../src/errors.ts';
import { fakeRegistry, impatient, never, type FakeRegistry, type Trick } from '../../support/registry/fake-registry.ts';
import { anImage, noise } from '../../support/registry/image.ts';
import { tarFile, tarOf } from '../../support/tar.ts';

const refusal = (code: string, message = /./) => ({
  problems: [{ code, message: expect.stringMatching(message), hint: expect.any(String) }],
});

/** The layer's blob is of 200,000 bytes that do not pack. */
const random = noise(200_000);
const image = anImage({ tars: [tarOf(tarFile('noise', random))], pack: (tar) => gzipSync(tar, { level: 0 }) });
const [layer = ''] = image.layers;
const blob = image.blobs.get(layer) ?? Buffer.alloc(0);

const kept = async (): Promise<FakeRegistry> => {
  const fake = await fakeRegistry();
  fake.keep(image, '1');
  return fake;
};
const isLayer = ({ url }: IncomingMessage): boolean => url?.endsWith(layer) === true;
const ask = async (fake: FakeRegistry) => (await fake.open()).readLayers(never);
const layerAsks = ({ requests }: FakeRegistry) =>
  requests.filter(({ line }) => line.endsWith(layer)).map(({ headers }) => headers.range ?? 'all');

describe('a layer that is cut', () => {
  const half = Math.floor(blob.length / 2);
  const cut = (response: ServerResponse, bytes: Buffer, status = 200, headers = {}): void => {
    response.writeHead(status, { 'content-length': bytes.length, ...headers });
    response.write(bytes.subarray(0, half), () => setTimeout(() => response.destroy(), 5));
  };

  test('is asked for from there on', async () => {
    const fake = await kept();
    fake.trick = (request, response) =>
      isLayer(request) && request.headers.range === undefined && (cut(response, blob), true);
    expect((await ask(fake))[0]?.paths).toEqual(['noise']);
    expect(layerAsks(fake)).toEqual(['all', expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  });

  test('is asked for again where ranges are ignored', async () => {
    const fake = await kept();
    let count = 0;
    fake.trick = (request, response) => {
      if (!isLayer(request)) return false;
      if ((count += 1) === 1) cut(response, blob);
      else response.writeHead(200, { 'content-length': blob.length }).end(blob);
      return true;
    };
    expect((await ask(fake))[0]?.paths).toEqual(['noise']);
  });

  test('is asked for from the start where ranges are refused', async () => {
    const fake = await kept();
    let count = 0;
    fake.trick = (request, response) => {
      if (!isLayer(request)) return false;
      count += 1;
      if (request.headers.range !== undefined) response.writeHead(416).end();
      else if (count === 1) cut(response, blob);
      else return false;
      return true;
    };
    expect((await ask(fake))[0]?.paths).toEqual(['noise']);
    expect(layerAsks(fake)).toEqual(['all', expect.stringMatching(/^bytes=/), 'all']);
  });

  test('another part than the one asked for is refused', async () => {
    const fake = await kept();
    fake.trick = (request, response) => {
      if (!isLayer(request)) return false;
      if (request.headers.range === undefined) cut(response, blob);
      else
        response
          .writeHead(206, { 'content-range': `bytes ${blob.length - 5}-${blob.length - 1}/${blob.length}` })
          .end('12345');
      return true;
    };
    await expect(ask(fake)).rejects.toMatchObject(refusal('broken-image', /sends others/));
  });

  test('for good is told with how far it came', async () => {
    const fake = await kept();
    fake.trick = (request, response) =>
      isLayer(request) &&
      (response.writeHead(200, { 'content-length': blob.length }),
      response.write(blob.subarray(0, 9), () => response.destroy()),
      true);
    await expect(ask(fake)).rejects.toMatchObject(
      refusal('registry-unavailable', /could not be read while asking for the blob sha256:/),
    );
  });

  test('by silence', { tags: 'thorough' }, async () => {
    const fake = await kept();
    let count = 0;
    fake.trick = (request, response) =>
      isLayer(request) &&
      (count += 1) === 1 &&
      (response.writeHead(200, { 'content-length': blob.length }), response.write(blob.subarray(0, half)), true);
    expect((await ask(fake))[0]?.paths).toEqual(['noise']);
    expect(layerAsks(fake)).toHaveLength(2);
  });
});

describe('a layer of other bytes', () => {
  const flipped = (at: number): Buffer => {
    const bytes = Buffer.from(blob);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

  test.each([
    ['the first byte', flipped(0), /cannot be read/],
    ['a byte of a body', flipped(100_000), /cannot be read/],
    ['the last byte', flipped(blob.length - 1), /cannot be read/],
    ['one byte less', blob.subarray(1), /it has \d+ bytes, not \d+/],
    ['one byte more', Buffer.concat([blob, Buffer.from('x')]), /it has \d+ bytes, not \d+/],
  ])('%s', async (_what, bytes, message) => {
    const fake = await kept();
    fake.trick = (request, response) =>
      isLayer(request) && (response.writeHead(200, { 'content-length': bytes.length }).end(bytes), true);
    await expect(ask(fake)).rejects.toMatchObject(refusal('broken-image', message));
  });

  test('that never ends, of no stated length', async () => {
    const fake = await kept();
    fake.trick = (request, response) => {
      if (!isLayer(request)) return false;
      response.write(blob);
      const timer = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(timer));
      return true;
    };
    await expect(ask(fake)).rejects.toMatchObject(refusal('broken-image', /longer than the stated \d+ bytes/));
  });

  test('the same file packed anew: the blob’s own digest is checked, not only what is in it', async () => {
    const fake = await kept();
    const again = anImage({ tars: [tarOf(tarFile('noise', random))], pack: (tar) => gzipSync(tar, { level: 0 }) });
    const bytes = Buffer.from(again.blobs.get(layer) ?? '');
    // The operating system in gzip's header, which changes nothing of the content.
    bytes[9] = 7;
    fake.trick = (request, response) => isLayer(request) && (response.end(bytes), true);
    await expect(ask(fake)).rejects.toMatchObject(refusal('broken-image', /its digest is sha256:.*, not sha256:/));
  });

  test('a DiffID that the config states and the layer has not', async () => {
    const fake = await fakeRegistry();
    const [right, wrong] = [anImage(), anImage({ tars: [tarOf(tarFile('other', 'x'))] })];
    const config = right.blobs.get(right.config)?.toString() ?? '';
    const lying = anImage({
      tars: [tarOf(tarFile('a', 'b'))],
      pack: () => wrong.blobs.get(wrong.layers[0] ?? '') ?? Buffer.alloc(0),
    });
    expect(config).toContain('diff_ids');
    fake.keep(lying, '1');
    await expect(ask(fake)).rejects.toMatchObject(refusal('broken-image', /its DiffID is sha256:/));
  });

  test('encoded on the way', async () => {
    const fake = await kept();
    fake.trick = (request, response) =>
      isLayer(request) && (response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end(blob), true);
    await expect(ask(fake)).rejects.toMatchObject(refusal('registry-answer', /encoded/));
    expect(fake.requests.every(({ headers }) => headers['accept-encoding'] === 'identity')).toBe(true);
  });

  test('that is refused at first is asked for again', async () => {
    const fake = await kept();
    fake.trick = (request, response) =>
      isLayer(request) && layerAsks(fake).length === 1 && (response.writeHead(503).end('later'), true);
    expect((await ask(fake))[0]?.paths).toEqual(['noise']);
  });

  test('not there', async () => {
    const fake = await kept();
    fake.trick = (request, response) => isLayer(request) && (response.writeHead(404).end(), true);
    await expect(ask(fake)).rejects.toMatchObject(refusal('no-such-image', /does not have the blob sha256:/));
  });
});

describe('a config of other bytes', () => {
  test.each([
    ['other', Buffer.from('{}'), 'broken-image'],
    ['too long', Buffer.alloc(8_388_609, 32), 'registry-answer'],
  ])('%s', async (_what, bytes, code) => {
    const fake = await kept();
    fake.trick = ({ url }, response) => url?.endsWith(image.config) === true && (response.end(bytes), true);
    await expect(fake.open()).rejects.toMatchObject(refusal(code));
  });
});

describe('an answer that is no success', () => {
  test.each([
    [401, 'registry-denied', 1],
    [403, 'registry-denied', 1],
    [404, 'no-such-image', 1],
    [418, 'registry-answer', 1],
    [429, 'registry-rate-limit', 3],
    [500, 'registry-unavailable', 3],
    [503, 'registry-unavailable', 3],
    [408, 'registry-unavailable', 3],
    [501, 'registry-unavailable', 1],
    [519, 'registry-unavailable', 1],
    [520, 'registry-unavailable', 3],
    [529, 'registry-unavailable', 3],
    [530, 'registry-unavailable', 1],
  ])('%i', async (status, code, tries) => {
    const fake = await kept();
    const said = JSON.stringify({ errors: [{ code: 'DENIED', message: 'because' }] });
    fake.trick = (_request, response) => (response.writeHead(status).end(said), true);
    await expect(fake.open()).rejects.toMatchObject({
      problems: [
        { code, output: ['DENIED: because'], hint: expect.any(String), message: expect.stringContaining(fake.host) },
      ],
    });
    expect(fake.requests).toHaveLength(tries);
  });

  test.each([
    [429, {}],
    [429, { 'retry-after': '0' }],
    [429, { 'retry-after': 'Sat, 21 Nov 2026 10:00:00 GMT', date: 'Sat, 21 Nov 2026 10:00:00 GMT' }],
    [502, {}],
    // A proxy in front of a registry that could not reach it.
    [408, {}],
    [520, {}],
    [524, { 'retry-after': '0' }],
    [529, {}],
  ])('%i once, with %o, is waited out', async (status, headers) => {
    const fake = await kept();
    fake.trick = (_request, response) =>
      fake.requests.length === 1 && (response.writeHead(status, headers).end(), true);
    expect((await fake.open()).facts.platform).toBe('linux/amd64');
  });

  test('a wait longer than ours is not begun', async () => {
    const fake = await kept();
    fake.trick = (_request, response) => (response.writeHead(429, { 'retry-after': '3600' }).end(), true);
    await expect(fake.open()).rejects.toMatchObject(refusal('registry-rate-limit'));
    expect(fake.requests).toHaveLength(1);
  });

  test('what it says is cut to a few short lines, and never read to the end', async () => {
    const fake = await kept();
    fake.trick = (_request, response) => (response.writeHead(400).end(`${'x'.repeat(300)}\n`.repeat(100)), true);
    const error = await fake.open().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problems: [{ output: Array.from({ length: 5 }, () => 'x'.repeat(200)) }] });
    fake.trick = (_request, response) => (response.writeHead(400).end('x'.repeat(65_537)), true);
    expect(await fake.open().catch((thrown: unknown) => thrown)).not.toHaveProperty('problems.0.output');
  });
});

describe('a registry that does not answer', () => {
  const silent: readonly (readonly [string, Trick, RegExp])[] = [
    ['resets every connection', (_request, response) => (response.destroy(), true), /cut|ECONNRESET|hang up/],
    ['stays silent', () => true, /nothing came for 0\.15 s/],
    [
      'sends a byte now and then',
      (_request, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
        return true;
      },
      /longer than 0\.4 s/,
    ],
    [
      'lets its headers trickle',
      (_request, response) => {
        response.socket?.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => response.socket?.write('a: b\r\n'), 20);
        response.socket?.on('close', () => clearInterval(timer));
        return true;
      },
      /no answer came within 0\.4 s/,
    ],
    [
      'promises more than the cap',
      (_request, response) => (response.writeHead(200, { 'content-length': 8_388_609 }).write('x'), true),
      /larger than 8388608/,
    ],
    [
      'cuts the manifest',
      (_request, response) => (
        response.writeHead(200, { 'content-length': 500 }),
        response.write('{', () => response.destroy()),
        true
      ),
      /cut|ECONNRESET|aborted/,
    ],
  ];
  test.each(silent)('but %s', { tags: 'thorough' }, async (_what, trick, message) => {
    const fake = await kept();
    fake.trick = trick;
    const source = fake.source({}, { patience: { ...impatient, maxRetries: 0 } });
    const opening = source.open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, never);
    await expect(opening).rejects.toMatchObject({ problems: [{ message: expect.stringMatching(message) }] });
  });

  test('nothing listens', async () => {
    const fake = await fakeRegistry();
    const opening = fake.source().open({ kind: 'registry', reference: '127.0.0.1:1/app' }, undefined, never);
    await expect(opening).rejects.toMatchObject(refusal('registry-unavailable', /ECONNREFUSED/));
  });

  test('no TLS where it is wanted: there is no falling back', async () => {
    const fake = await kept();
    const opening = fake
      .source({ HTTPS_PROXY: '' })
      .open({ kind: 'registry', reference: `plain.localtest:${fake.host.split(':')[1]}/app` }, undefined, never);
    await expect(opening).rejects.toMatchObject({
      problems: [{ code: expect.stringMatching(/registry-(unavailable|tls)/) }],
    });
    expect(fake.requests).toEqual([]);
  });
});

test('a port that is none', async () => {
  const fake = await fakeRegistry();
  const opening = fake.source().open({ kind: 'registry', reference: 'reg.example:99999/app' }, undefined, never);
  await expect(opening).rejects.toMatchObject(refusal('image-reference'));
});

test.each(['public', 'private-or-public'] as const)(
  'a name that turns out to be this machine is not connected to where only %s addresses are allowed',
  async (allowed) => {
    const fake = await kept();
    const url = new URL(`http://localhost:${fake.host.split(':')[1]}/v2/`);
    const asked = exchange(new Dialer({}, impatient), { url, allowed, headers: {} }, never);
    await expect(asked).rejects.toBeInstanceOf(ForbiddenAddress);
    expect(fake.requests).toEqual([]);
  },
);

describe('cancelling', () => {
  test.each([
    ['before anything', 0],
    ['while the manifest is awaited', 1],
    ['while a layer comes', 3],
  ])('%s', async (_what, at) => {
    const fake = await kept();
    const stop = new AbortController();
    if (at === 0) stop.abort();
    fake.trick = (request, response) => {
      if (fake.requests.length < at) return false;
      if (isLayer(request)) response.writeHead(200, { 'content-length': blob.length }).write(blob.subarray(0, 1000));
      setTimeout(() => stop.abort(), 5);
      return true;
    };
    const reading = fake
      .source({}, { patience: { ...impatient, idleMs: 60_000, documentMs: 60_000 } })
      .open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, stop.signal)
      .then((open) => open.readLayers(stop.signal));
    await expect(reading).rejects.toBeInstanceOf(Interrupted);
  });
});
