import { describe, expect, test } from 'vitest';
import { testPolicy } from '../../src/check/test-policy.ts';
import { readPolicyCases } from '../../src/settings/policy-cases.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { aMeasurement, anImageResult, aResult } from '../support/results.ts';
import { aCheckout } from '../support/workshop.ts';

const config = `version: 1
policy:
  rules: { max-unpacked-size: [error, { max: 900 }], no-vcs: error }
  custom:
    - { id: no-debug, level: error, when: 'image.config.exposedPorts.exists(p, p == "9229/tcp")', message: No. }
waivers:
  - { rule: max-unpacked-size, reason: r, owner: o, expires: 2027-01-01 }
`;
const measurement = aMeasurement();
const debug = aMeasurement({ config: { ...measurement.config, exposedPorts: ['9229/tcp'] } });
const variants = [{ name: 'multi-stage', source: 's', built: true, measurement: debug }];
const stored = JSON.stringify(aResult([anImageResult(), anImageResult({ name: 'debug', variants })]));

async function differences(row: string) {
  const checkout = aCheckout({ 'cases/r.json': stored });
  const { settings } = await readSettings({ configText: config, inputs: {}, folderName: 'app', checkout });
  const cases = readPolicyCases('cases/c.yml', `version: 1\ncases:\n  - { name: a, result: r.json, ${row} }\n`);
  return (await testPolicy(settings.policy, cases, 'cases', checkout)).flatMap((one) => one.differences);
}

describe('a case of a policy', () => {
  test.each([
    ['findings: [], waived: [max-unpacked-size], not-run: [no-vcs]', []],
    ['image: debug, findings: [no-debug]', []],
    ['findings: [no-debug]', ['did not find no-debug']],
    ['image: debug, findings: []', ['found no-debug, which the case does not say']],
    ['findings: [max-unpacked-size], today: 2027-01-01', []],
    ['findings: [], not-run: []', ['left out no-vcs, which the case does not say']],
  ])('%s', async (row, expected) => {
    expect(await differences(row)).toEqual(expected);
  });

  test('of a result or an image that is not there is an error', async () => {
    await expect(differences('image: nope, findings: []')).rejects.toThrow('holds no image nope');
    expect(() => readPolicyCases('c.yml', 'version: 1\ncases:\n  - { name: a, result: r, findngs: [] }\n')).toThrow(
      'There is no key `findngs`.',
    );
  });
});
