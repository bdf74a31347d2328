import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { annotationsOf, renderGithub } from '../../src/reporters/github.ts';
import { renderJson } from '../../src/reporters/json.ts';
import { renderJunit } from '../../src/reporters/junit.ts';
import { renderSarif } from '../../src/reporters/sarif.ts';
import { checkResult, type CheckResult, type Finding } from '../../src/result/result.ts';
import { hostileNames, hostileResult, resultNamed } from '../support/hostile.ts';
import { aFinding, anImageResult, apiImage, apiResult, aResult, severalImages } from '../support/results.ts';

/** The official schema, which is of draft 4: nothing of it means another thing in draft 7 but the name of its id. */
const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = new Ajv({
  strict: false,
  // One of its patterns has a bracket too many, which only the older reading of patterns takes.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///') && !/[\s\\<>"{}|^`]/.test(text),
    'date-time': /^\d{4}-\d\d-\d\dT/,
  },
}).compile({ ...JSON.parse(readFileSync(schemaFile, 'utf8')), id: undefined, $schema: undefined });

const lines = (startLine: number, endLine = startLine) => ({ file: 'Dockerfile', startLine, endLine });

function runsOf(text: string): Log['runs'] {
  const log: Log = JSON.parse(text);
  return log.runs;
}

function resultsOf(findings: readonly Finding[]) {
  return runsOf(renderSarif(aResult([anImageResult({ findings: [...findings] })])))[0]?.results ?? [];
}

describe('JSON', () => {
  test('reads back as the result', () => {
    expect(checkResult.parse(JSON.parse(renderJson(apiResult)))).toEqual(apiResult);
  });

  test('is byte-identical whatever the order the result was built in', () => {
    const shuffled = Object.fromEntries(Object.entries(apiResult).toReversed());
    expect(renderJson(checkResult.parse(shuffled))).toBe(renderJson(apiResult));
  });

  test('keeps names that were no UTF-8', () => {
    const result = resultNamed('caf\udce9');
    expect(renderJson(result)).toContain('caf\\udce9');
  });

  test('refuses what does not fit the published schema', () => {
    const broken = Object.assign({}, apiResult, { exitStatus: 7 });
    expect(() => renderJson(broken)).toThrow('exitStatus');
  });
});

describe('annotations', () => {
  const many = aResult([
    anImageResult({
      findings: Array.from({ length: 25 }, (_, index) => aFinding({ rule: `rule-${index}`, bytes: index })),
    }),
  ]);

  test('are the nine worst and a count', () => {
    const annotations = annotationsOf(many);
    expect(annotations).toHaveLength(10);
    expect(annotations[0]?.title).toBe('rule-24');
    expect(annotations[9]?.message).toBe('and 16 more of this level; the report lists them all.');
  });

  test('come errors first, then warnings, then waivers as notices', () => {
    expect(annotationsOf(apiResult).map(({ level }) => level)).toEqual(['error', 'warning', 'notice']);
  });

  test('stand on lines only where the finding does', () => {
    expect(annotationsOf(apiResult).map(({ startLine }) => startLine)).toEqual([undefined, 9, 8]);
  });

  test('are cut at 4,096 characters', () => {
    const [annotation] = annotationsOf(
      aResult([anImageResult({ findings: [aFinding({ message: '\u0000'.repeat(9000) })] })]),
    );
    expect(annotation?.message).toHaveLength(4096);
  });

  test.each(Object.entries(hostileNames))('make one command a line of a name that is a %s', (_, name) => {
    const log = renderGithub(resultNamed(name));
    const commands = log.split(/[\n\r]/).filter((line) => line !== '');
    expect(commands.every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
    expect(log).not.toContain('##[');
  });
});

describe('SARIF', () => {
  test('has a run and a category for each image', () => {
    const runs = runsOf(renderSarif(resultNamed('x', 2)));
    expect(runs.map((run) => run.automationDetails?.id)).toEqual(['plimsoll/x/x/', 'plimsoll/second x/linux/amd64/']);
  });

  test('each result names a rule of its own run by name and index', () => {
    const [run] = runsOf(renderSarif(hostileResult));
    expect(run?.results).toHaveLength(Object.keys(hostileNames).length);
    for (const result of run?.results ?? [])
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  test.each([
    ['Dockerfile lines', aFinding({ location: lines(3, 5) }), { startLine: 3, endLine: 5 }, 'Dockerfile'],
    ['the policy line', aFinding({ origin: '.plimsoll.yml:12' }), { startLine: 12 }, '.plimsoll.yml'],
    ['no line for a preset', aFinding({ origin: 'preset recommended' }), undefined, '.plimsoll.yml'],
    ['no line without an origin', aFinding(), undefined, '.plimsoll.yml'],
  ])('a result stands on %s', (_, finding, region, uri) => {
    const place = resultsOf([finding])[0]?.locations?.[0]?.physicalLocation;
    expect(place?.region).toEqual(region);
    expect(place?.artifactLocation?.uri).toBe(uri);
  });

  test('without a policy file of its own, a result stands on the Dockerfile', () => {
    const image = { ...apiImage, findings: [aFinding({ origin: 'preset recommended' })], notRun: [] };
    const policy = { ...apiResult.policy, sources: ['preset recommended', 'acme/policies/base.yml@v1'] };
    const [run] = runsOf(renderSarif(aResult([image], { policy: { ...policy, rules: [] } })));
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'services/api/Dockerfile', uriBaseId: '%SRCROOT%' },
    });
  });

  test.each<readonly [string, CheckResult]>([
    ['of the documentation', apiResult],
    ['of several images', severalImages],
    ['without findings', aResult([anImageResult()])],
    ['without images', aResult([])],
    ['full of hostile names', hostileResult],
    ...Object.entries(hostileNames).map(([name, text]) => [`named ${name}`, resultNamed(text, 2)] as const),
  ])('the result %s is valid by the schema of SARIF 2.1.0', (_, result) => {
    const log: unknown = JSON.parse(renderSarif(result));
    expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  });

  test('the schema sees what is wrong', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    expect(isSarif({ ...JSON.parse(renderSarif(apiResult)), extra: 1 })).toBe(false);
  });

  test('fingerprints stay when lines move and figures change', () => {
    const before = [aFinding({ location: lines(3), message: 'Takes 1 MB.' }), aFinding({ location: lines(9) })];
    const after = [aFinding({ location: lines(7), message: 'Takes 2 MB.' }), aFinding({ location: lines(13) })];
    const keysOf = (findings: typeof before) => resultsOf(findings).map((result) => result.partialFingerprints);
    expect(keysOf(after)).toEqual(keysOf(before));
    expect(new Set(keysOf(before).map((keys) => JSON.stringify(keys))).size).toBe(2);
  });

  test('waived results are suppressed with the reason, others say that they are not', () => {
    const suppressions = runsOf(renderSarif(apiResult))[0]?.results?.map((result) => result.suppressions);
    expect(suppressions).toEqual([
      [],
      [],
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'the port is below 1024 until the proxy is in place (@acme/platform, until 2027-01-31)',
        },
      ],
    ]);
  });

  test('a message holds no link and no placeholder', () => {
    const [result] = resultsOf([aFinding({ message: '[a](https://evil.example) {0}', howToPass: '' })]);
    expect(result?.message.text).toBe('[a]\u200b(https://evil.example) {{0}}');
  });
});

describe('JUnit', () => {
  test('counts cases, failures, errors and skipped', () => {
    expect(renderJunit(apiResult)).toContain('<testsuite name="api" tests="7" failures="1" errors="0" skipped="2">');
  });

  test('a rule that could not run and counts as a failure is an error', () => {
    const notRun = [{ rule: 'max-growth', level: 'error', reason: 'no baseline', counts: 'failure' }] as const;
    const xml = renderJunit(aResult([anImageResult({ notRun: [...notRun] })]));
    expect(xml).toContain('errors="1"');
    expect(xml).toContain('<error message="Could not be checked: no baseline" type="max-growth">');
  });

  test.each(Object.entries(hostileNames))('is well formed for a name that is a %s', (_, name) => {
    const xml = renderJunit(resultNamed(name));
    expect(xml.match(/<testcase /g)).toHaveLength(6);
    expect(xml).not.toMatch(/&(?!#\d+;)|[\p{Cs}\p{Cn}]|(?!\n)\p{Cc}/u);
  });
});
