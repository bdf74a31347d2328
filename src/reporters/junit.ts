import type { CheckResult, ImageResult } from '../result/result.ts';
import { nameOfLines } from './links.ts';
import { policyLines, type PolicyLine } from './verdict.ts';
import { visible } from '../visible.ts';

/** JUnit XML as test dashboards read it: a suite an image, a case a finding or passed rule. */
export function renderJunit({ images }: CheckResult): string {
  const suites = images.map(suiteOf);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plimsoll">\n${suites.join('')}</testsuites>\n`;
}

function suiteOf(image: ImageResult): string {
  const lines = policyLines(image);
  const cases = [
    ...lines.map(caseOf),
    ...image.passed.map((rule) => openTag('testcase', { classname: image.name, name: rule }, true)),
  ];
  const count = (kind: Outcome): number => lines.filter((line) => outcomeOf(line) === kind).length;
  const attributes = {
    name: image.name,
    tests: String(cases.length),
    failures: String(count('failure')),
    errors: String(count('error')),
    skipped: String(count('skipped')),
  };
  return `  ${openTag('testsuite', attributes, false)}\n${cases.map((one) => `    ${one}\n`).join('')}  </testsuite>\n`;
}

type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

/** A rule that could not run is an error, a waived finding is skipped, a warning passes with its words in the output. */
function outcomeOf({ standing, wasChecked }: PolicyLine): Outcome {
  if (standing === 'waived' || standing === 'passed') return 'skipped';
  if (standing === 'warning') return 'passed';
  return wasChecked ? 'failure' : 'error';
}

function caseOf(line: PolicyLine): string {
  const place = line.location ? nameOfLines(line.location) : '';
  const words = [line.message, ...line.paths.slice(0, 10), place, line.toPass === '' ? '' : `To pass: ${line.toPass}`];
  const body = words
    .filter((word) => word !== '')
    .map((word) => escape(word))
    .join('\n');
  const open = openTag(
    'testcase',
    { classname: line.image, name: place === '' ? line.rule : `${line.rule} at ${place}` },
    false,
  );
  const outcome = outcomeOf(line);
  if (outcome === 'passed') return `${open}<system-out>Warning: ${body}</system-out></testcase>`;
  const message = line.waiver
    ? `Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}`
    : line.message;
  if (outcome === 'skipped') return `${open}${openTag('skipped', { message }, true)}</testcase>`;
  return `${open}${openTag(outcome, { message, type: line.rule }, false)}${body}</${outcome}></testcase>`;
}

function openTag(name: string, attributes: Readonly<Record<string, string>>, isEmpty: boolean): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${text.join('')}${isEmpty ? '/' : ''}>`;
}

/** What XML 1.0 cannot hold at all is a visible escape already. */
function escape(untrusted: string): string {
  return visible(untrusted, 1000).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
