import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { fakeRegistry, never, type Trick } from '../../support/registry/fake-registry.ts';
import { anImage } from '../../support/registry/image.ts';

const image = anImage();
const [layer = ''] = image.layers;

/** Of every class, those that mean something to a registry or a cache in between, and some that nobody ever registered. */
const statuses =
  '201 202 204 205 206 300 301 304 307 399 400 401 402 403 404 405 407 408 410 416 421 425 429 451 499 500 501 502 503 504 507 511 520 524 599 600 999'
    .split(' ')
    .map(Number);
const bodies = ['', '{"errors":[{"code":"UNKNOWN"}]}', '<html>'];

const places: Readonly<Record<string, (url: string) => boolean>> = {
  manifest: (url) => url.includes('/manifests/'),
  config: (url) => url.endsWith(image.config),
  layer: (url) => url.endsWith(layer),
  token: (url) => url.startsWith('/token'),
};

/** A registry that wants a token and answers so at one place. */
async function read(place: (url: string) => boolean, answer: Trick): Promise<unknown> {
  const fake = await fakeRegistry();
  fake.keep(image, '1');
  fake.trick = (request, response) => {
    const { url = '', headers } = request;
    if (place(url) && (url.startsWith('/token') || headers.authorization !== undefined))
      return answer(request, response);
    if (url.startsWith('/token')) return (response.end('{"token":"t"}'), true);
    if (headers.authorization === 'Bearer t') return false;
    const challenge = `Bearer realm="http://${fake.host}/token"`;
    return (response.writeHead(401, { 'www-authenticate': challenge }).end(), true);
  };
  const patience = { maxRetries: 1, baseMs: 1, maxWaitMs: 1, idleMs: 2_000, documentMs: 2_000 };
  const source = fake.source({}, { patience });
  try {
    const opened = await source.open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, never);
    return await opened.readLayers(never);
  } catch (thrown) {
    return thrown;
  }
}

describe.each(Object.entries(places))('a %s that is no success', (_, place) => {
  test.each(statuses)('%i is told in words, and nothing of the image is believed', async (status) => {
    const body = bodies[status % bodies.length];
    const told = await read(place, (_request, response) => (response.writeHead(status).end(body), true));
    expect(told).toBeInstanceOf(UserError);
    expect(told).toMatchObject({ problems: [{ code: expect.stringMatching(/./), hint: expect.stringMatching(/./) }] });
  });
});

test('what is asked for comes when nothing stands in the way', async () => {
  expect(
    await read(
      () => false,
      () => false,
    ),
  ).toHaveLength(1);
});
