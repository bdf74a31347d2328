import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { audit } from '../../src/audit/audit.ts';
import { makePlan } from '../../src/audit/make-plan.ts';
import { rowsOf } from '../../src/reporters/audit/rows.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { settingsOf } from '../support/settings.ts';
import { aCheckout, aWorkshop } from '../support/workshop.ts';

let bench: Bench;
let built: string;
const never = new AbortController().signal;

beforeAll(async () => {
  bench = await openBench();
  const dockerfile = `FROM ${bench.base}\nRUN echo 12345 > /d\nUSER 1000\n`;
  const request = buildRequest(bench.folder({ Dockerfile: dockerfile }));
  ({ reference: built } = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never));
});
afterAll(() => bench.close());

test('images of a local engine are audited where the repository refers to them', async () => {
  const files = {
    'compose.yaml': `services:\n  root: { image: "${bench.base}" }\n  gone: { image: "plimsoll-nowhere:1" }\n`,
    'plimsoll.yml': `version: 1\nimages: { own: { image: "engine:${built}" } }\npolicy: { rules: { non-root: error } }\n`,
  };
  const { settings } = await settingsOf(files['plimsoll.yml']);
  const checkout = aCheckout(files);
  const config = { file: 'plimsoll.yml', text: files['plimsoll.yml'] };
  const { images, policy } = settings;
  const plan = await makePlan({
    files: ['compose.yaml'],
    checkout,
    images,
    policy,
    config,
    variables: {},
    exclude: [],
    audit: settings.audit,
    tags: async () => [],
  });
  const result = await audit(
    {
      plan,
      policy,
      verdict: { failOn: 'error', warnOnly: false, onUnreachable: 'fail' },
      budget: { timeMs: 60_000, pullBytes: 1e9 },
      runId: 'r',
      local: true,
      concurrency: 2,
      toolVersion: '1',
    },
    { ...aWorkshop({ files }), images: engineSource(bench.engine, bench.run) },
  );

  expect(result).toMatchObject({
    outcome: 'incomplete',
    exitStatus: 2,
    notAudited: [{ code: 'no-such-image', uses: [{ place: { line: 3 } }] }],
  });
  const rows = rowsOf(result);
  expect(rows.map(({ image, errors }) => [image.uses[0]?.what, errors])).toEqual([
    ['service root', 1],
    ['image own', 0],
  ]);
  // The built image stands on the base: all that is its own is the file of six bytes and what stands around it.
  expect(rows[1]?.base).toBe(rows[0]?.image.name);
  expect(rows[1]?.unique.unpackedBytes).toBe(6);
});
