import type { ImageResult } from '../../result/result.ts';
import { nameOfLines } from '../links.ts';
import { notJudged, rulesSince } from '../since.ts';
import { notCheckedByReason, plural, policyLines, type PolicyLine } from '../verdict.ts';
import { type Html, markup } from './html.ts';
import { prose } from './words.ts';

/** Findings as a list; each knows the paths it is about, so that a click shows their bytes. */
export function findingsOf(image: ImageResult): Html {
  const lines = policyLines(image).filter(({ standing }) => standing !== 'passed');
  const list = lines.length === 0 ? '' : markup`<ol class="findings">${lines.map(findingOf)}</ol>`;
  const since = rulesSince(image).map(
    ({ label, rules }) => markup`<p>${label}: ${rules.map((rule) => markup`<code>${rule}</code> `)}</p>`,
  );
  const why = notJudged(image);
  const names = image.passed.map((rule) => markup`<code>${rule}</code> `);
  const passed = markup`<p class="passed">${plural(names.length, 'rule')} passed${names.length > 0 ? ': ' : ''}${names}</p>`;
  const notChecked = notCheckedByReason(image).map(
    ([reason, rules]) =>
      markup`<p>Not checked, counted as passed: ${prose(reason)} ${rules.map((rule) => markup`<code>${rule}</code> `)}</p>`,
  );
  return markup`<h3>Policy</h3>
    ${since} ${why === undefined ? '' : markup`<p>${prose(why)}</p>`} ${list} ${passed} ${notChecked}`;
}

function findingOf(line: PolicyLine): Html {
  const { standing, wasChecked, rule, message, location, paths, toPass, waiver } = line;
  const names = paths.slice(0, 50).map((path) => markup`<code data-path="${path}">${path}</code> `);
  const show = paths.length > 0 ? markup`<button type="button" class="show">Show its bytes</button>` : '';
  return markup`<li class="${standing}" data-search="${`${rule} ${message} ${paths.join(' ')}`.toLowerCase()}">
    <b><code>${rule}</code></b> <span class="standing">${wasChecked ? standing : `${standing}, not checked`}</span><br />${prose(message)}
    ${location ? markup`<div>at <code>${nameOfLines(location)}</code></div>` : ''}${paths.length > 0 ? markup`<div>in ${names}${show}</div>` : ''}${waiver ? markup`<div>waived until ${waiver.expires} by <code>${waiver.owner}</code>: ${waiver.reason}</div>` : ''}${toPass === '' ? '' : markup`<div>to pass: ${prose(toPass)}</div>`}
  </li>`;
}
