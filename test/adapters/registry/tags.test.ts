import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fakeRegistry, never, type FakeRegistry } from '../../support/registry/fake-registry.ts';
import { anImage, anIndex, entryFor } from '../../support/registry/image.ts';

const send = (response: ServerResponse, body: unknown, headers: Readonly<Record<string, string>> = {}): true => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
};
/** A list in pages; `next` is the Link's address after each page, with the registry's host filled in. */
const listing = async (
  pages: readonly (readonly string[])[],
  next: (page: number, host: string) => string = (page) => `/v2/app/tags/list?page=${page}`,
): Promise<FakeRegistry> => {
  const fake = await fakeRegistry();
  fake.trick = ({ url = '' }, response) => {
    if (!url.startsWith('/v2/app/tags/list')) return false;
    const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 0);
    const more = page + 1 < pages.length;
    const link = { link: `<${next(page + 1, fake.host)}>; rel="next"` };
    return send(response, { name: 'app', tags: pages[page] ?? [] }, more ? link : {});
  };
  return fake;
};
const tagsOf = (fake: FakeRegistry): Promise<readonly string[]> => fake.source().tags(`${fake.host}/app`, never);
const refusal = (code: string, message: RegExp) => ({ problems: [{ code, message: expect.stringMatching(message) }] });

describe('the tags of a repository', () => {
  test('come from all pages, each once, wherever the registry says the list goes on', async () => {
    const relative = await listing([['1', '2'], ['2', '3'], ['4']]);
    expect(await tagsOf(relative)).toEqual(['1', '2', '3', '4']);
    expect(relative.requests.map(({ line }) => line)[0]).toBe('GET /v2/app/tags/list?n=1000');
    const whole = await listing([['1'], ['2']], (page, host) => `http://${host}/v2/app/tags/list?page=${page}`);
    expect(await tagsOf(whole)).toEqual(['1', '2']);
  });

  test('may be none', async () => {
    const fake = await fakeRegistry();
    fake.trick = (_, response) => send(response, { name: 'app', tags: null });
    expect(await tagsOf(fake)).toEqual([]);
  });

  test('that lead to another host are not followed', async () => {
    const fake = await listing([['1'], ['2']], () => 'http://169.254.169.254/v2/app/tags/list?page=1');
    await expect(tagsOf(fake)).rejects.toMatchObject(
      refusal('registry-answer', /at another host, 169\.254\.169\.254,/),
    );
    expect(fake.requests).toHaveLength(1);
  });

  test('that go in circles, or on for ever, are refused', { tags: 'thorough' }, async () => {
    const circle = await listing([['1'], ['2'], ['3']], (page) => `/v2/app/tags/list?page=${page % 2}`);
    await expect(tagsOf(circle)).rejects.toMatchObject(refusal('registry-answer', /goes in circles/));
    const fake = await fakeRegistry();
    let page = 0;
    fake.trick = (_, response) => {
      page += 1;
      return send(response, { tags: [] }, { link: `</v2/app/tags/list?p=${page}>; rel="next"` });
    };
    await expect(tagsOf(fake)).rejects.toMatchObject(refusal('too-many-tags', /lists more than 1000 pages of app/));
  });

  test('may be a hundred thousand, and not one more', { tags: 'thorough' }, async () => {
    const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `1.${index}.0`);
    expect(await tagsOf(await listing([numbered(100_000)]))).toHaveLength(100_000);
    await expect(tagsOf(await listing([numbered(100_001)]))).rejects.toMatchObject(
      refusal('too-many-tags', /lists more than 100000 tags of app/),
    );
  });

  test.each(['<html>', '[]', '{"tags":[1]}', '{"tags":"a"}'])('that come as %s are no list', async (body) => {
    const fake = await fakeRegistry();
    fake.trick = (_, response) => send(response, body);
    await expect(tagsOf(fake)).rejects.toMatchObject(refusal('registry-answer', /it is no list of tags/));
  });

  test('are waited for when the registry asks to', async () => {
    const fake = await listing([['1']]);
    const list = fake.trick;
    let asked = 0;
    fake.trick = (request, response) => {
      asked += 1;
      if (asked > 1) return list(request, response);
      response.writeHead(429, { 'retry-after': '0' }).end();
      return true;
    };
    expect(await tagsOf(fake)).toEqual(['1']);
  });

  test('of a repository that is not there', async () => {
    await expect(tagsOf(await fakeRegistry())).rejects.toMatchObject(refusal('no-such-image', /the tags of app/));
  });
});

describe('the platforms of a reference', () => {
  const amd64 = anImage();
  const arm64 = anImage({ architecture: 'arm64' });

  test('are those of its index, without attestations', async () => {
    const fake = await fakeRegistry();
    for (const image of [amd64, arm64]) fake.keep(image);
    const entries = [
      entryFor(amd64, 'linux/amd64'),
      entryFor(arm64, 'linux/arm64/v8'),
      entryFor(amd64, 'unknown/unknown'),
    ];
    fake.keep(anIndex(entries), '1');
    expect(await fake.source().platforms(`${fake.host}/app:1`, never)).toEqual(['linux/amd64', 'linux/arm64/v8']);
  });

  test('are its config’s where it is one image', async () => {
    const fake = await fakeRegistry();
    fake.keep(arm64, '1');
    expect(await fake.source().platforms(`${fake.host}/app:1`, never)).toEqual(['linux/arm64']);
  });
});
