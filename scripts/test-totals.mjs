// Sums the JSON reports of a folder into the closing line of a test run; the exit status is 1 when anything failed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
/** What was not run, by the outermost title it stands under. */
const leftOut = new Map();
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  // A file that could not be loaded has failed, and so has a run that ended badly with every test passed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  passed += report.numPassedTests;
  const failures = report.numFailedTests + broken;
  failed += failures === 0 && report.success !== true ? 1 : failures;
  skipped += (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  for (const file of report.testResults)
    for (const { status, ancestorTitles = [], title } of file.assertionResults ?? [])
      if (!['passed', 'failed'].includes(status)) {
        const what = ancestorTitles[0] || title;
        leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
      }
}
// What was left out is said by name: a reader of the totals must not take it for tested.
for (const [what, count] of leftOut) console.log(`left out: ${what} (${count} ${count === 1 ? 'test' : 'tests'})`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
