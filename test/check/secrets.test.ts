import { describe, expect, test } from 'vitest';
import { runGate } from '../../src/check/configured.ts';
import { compareImages } from '../../src/check/compare-images.ts';
import { render, type Format } from '../../src/reporters/registry.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { aWorkshop } from '../support/workshop.ts';

const spelled = (...parts: readonly string[]): string => parts.join('');
// Made up, and put together at run time so that no scanner takes the test for a leak.
const canaries = {
  byName: 'canary-one-S3cr3t',
  byForm: spelled('gh', 'p_', 'c4N4rY'.repeat(6)),
  inLabel: 'canary-three-T0ken',
  inArgument: 'canary four with spaces',
  inCommand: 'canary5pass',
  inHistory: 'canary-six-value',
  inUrl: 'canary7pw',
  header: 'canary8bearer',
  inCheck: 'canary9probe',
};
const layers = [[file('/etc/passwd', 'root:x:0:0::/:/bin/sh\n')], [file('/app', 10)]];
const config = someConfig({
  user: '',
  env: [
    `DB_PASSWORD=${canaries.byName}`,
    `GREETING=${canaries.byForm}`,
    `DATABASE=postgres://app:${canaries.inUrl}@db/app`,
    'PLAIN=shown',
  ],
  labels: { 'com.example.token': canaries.inLabel },
  // The shell form makes findings that quote it.
  entrypoint: ['/bin/sh', '-c', `/app --db ${canaries.byName}`],
  cmd: ['serve', '--password', canaries.inCommand],
  healthcheck: { test: ['CMD-SHELL', `curl -H "Authorization: Bearer ${canaries.inCheck}" http://x`] },
});
const createdBy = [
  'ADD file:abc in /',
  `RUN |1 NPM_TOKEN=${canaries.inArgument} /bin/sh -c API_KEY=${canaries.inHistory} curl -H "Authorization: token ${canaries.header}" x # buildkit`,
];
const { layers: _, ...facts } = anImage('canaries', ...layers);
const image = anOpenImage(
  { ...facts, config, history: createdBy.map((text) => ({ createdBy: text, comment: '', emptyLayer: false })) },
  ...layers,
);
const plain = anOpenImage({ ...facts, config: someConfig({ env: ['DB_PASSWORD=another-0ne'] }) }, ...layers);

async function gate(policy: string) {
  const workshop = aWorkshop({
    images: { 'app:1': image, 'app:0': plain },
    files: { 'plimsoll.yml': `version: 1\npolicy: { extends: ${policy} }\n` },
  });
  const request = { checkout: workshop.checkout, folderName: 'app', toolVersion: '1.2.3' };
  const inputs = { image: 'app:1', baseline: 'image:app:0' };
  return (await runGate({ ...request, inputs, openWorkshop: async () => workshop })).result;
}

const formats: readonly Format[] = ['table', 'json', 'markdown', 'sarif', 'junit', 'github', 'html'];

describe('no secret of an image is in a report', () => {
  test.each(formats)('as %s', async (format) => {
    const text = await render(format, await gate('strict'), { columns: 120, colour: false });
    const leaked = Object.entries(canaries).filter(([, canary]) => text.includes(canary));
    expect(leaked).toEqual([]);
    expect(text.length).toBeGreaterThan(1000);
  });

  test('yet what is no secret is shown, and names and lengths of the others', async () => {
    const [variant] = (await gate('strict')).images[0]?.variants ?? [];
    expect(variant?.measurement.config.env).toEqual([
      'DB_PASSWORD=(17 characters, not shown)',
      'GREETING=(40 characters, not shown)',
      'DATABASE=(31 characters, not shown)',
      'PLAIN=shown',
    ]);
    expect(variant?.measurement.config.labels).toEqual({ 'com.example.token': '(18 characters, not shown)' });
    expect(variant?.measurement.effectiveCommand.argv).toEqual([
      '/bin/sh',
      '-c',
      '/app --db (17 characters, not shown)',
      'serve',
      '--password',
      '(11 characters, not shown)',
    ]);
  });

  test('when images are inspected and compared', async () => {
    const workshop = aWorkshop({ images: { 'app:1': image, 'app:0': plain } });
    const text = JSON.stringify(await compareImages('app:0', 'app:1', undefined, '1.2.3', workshop));
    expect(Object.values(canaries).filter((canary) => text.includes(canary))).toEqual([]);
  });

  test('a stored result against the same image shows no change', async () => {
    const stored = JSON.stringify(await gate('strict'));
    const workshop = aWorkshop({ images: { 'app:1': image }, files: { 'main.json': stored } });
    const { result } = await runGate({
      checkout: workshop.checkout,
      folderName: 'app',
      toolVersion: '1.2.3',
      inputs: { image: 'app:1', baseline: 'file:main.json' },
      openWorkshop: async () => workshop,
    });
    expect(result.images[0]?.comparisons[0]?.config).toEqual([]);
  });
});
