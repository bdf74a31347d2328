import type { AuditResult } from '../../result/audit.ts';
import { type Html, markup, verbatim } from '../html/html.ts';
import { style } from '../html/style.ts';
import { prose } from '../html/words.ts';
import { sharing } from './fleet-words.ts';
import { basesTable, imagesTable, staleBases } from './html-fleet.ts';
import { changedFindings, sinceInWords, trendsOf } from './history-words.ts';
import { headline, linesOf, lostShards, noticesOf, placeInWords } from './lines.ts';
import { rowsOf } from './rows.ts';

/** The fleet as one self-contained page without scripts. */
export function renderAuditHtml(result: AuditResult): string {
  const { fleet } = result;
  const rows = rowsOf(result);
  const standing = result.outcome === 'pass' ? 'good' : 'error';
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${verbatim(style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
${sharing(result).map((sentence) => markup`<p>${sentence}</p>`)}
${sinceAndTrend(result)}
${notLookedAt(result)}
${staleBases(fleet)}
<h2>Images</h2>
${imagesTable(rows)}
${basesTable(fleet)}
<h2>Findings</h2>
${rows.map(({ image }) => {
  const lines = linesOf(image);
  if (lines.length === 0) return markup``;
  return markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
    ({ standing: level, rule, message, toPass, places }) =>
      markup`<li class="${level}"><code>${rule}</code> ${prose(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => markup`<code>${`${file}:${line}`}</code> `)}</span>${toPass === '' ? markup`` : markup`<br>To pass: ${prose(toPass)}`}</li>`,
  )}</ul>`;
})}
<ul>${noticesOf(result).map(({ message }) => markup`<li>${prose(message)}</li>`)}</ul>
<footer>plimsoll ${result.tool.version}, ${result.run.day}, policy ${result.policy.digest}</footer></body></html>
`.source;
}

function notLookedAt(result: AuditResult): Html {
  const { notAudited, problems } = result;
  const lost = lostShards(result);
  if (lost === undefined && notAudited.length + problems.length === 0) return markup``;
  return markup`<h2 class="error">Could not be audited</h2><ul>${lost === undefined ? markup`` : markup`<li>${lost}</li>`}${notAudited.map(
    ({ name, reason, hint, uses }) =>
      markup`<li><code>${name}</code> ${prose(reason)} ${prose(hint)}${uses.slice(0, 3).map(({ place: { file, line } }) => markup` <code>${`${file}:${line}`}</code>`)}</li>`,
  )}${problems.map(
    ({ message, place, hint }) =>
      markup`<li>${place ? markup`<code>${placeInWords(place)}</code> ` : markup``}${prose(message)} ${prose(hint)}</li>`,
  )}</ul>`;
}

function sinceAndTrend(result: AuditResult): Html {
  const changed = changedFindings(result);
  const list =
    changed.length === 0
      ? markup``
      : markup`<details><summary>What is new, and what is gone</summary><ul>${changed.map(
          ({ image, rule, count, isNew }) =>
            markup`<li><span class="${isNew ? 'warning' : 'good'}">${isNew ? 'new' : 'gone'}</span> <code>${image}</code> <code>${rule}</code>${count > 1 ? ` ×${count}` : ''}</li>`,
        )}</ul></details>`;
  return markup`${sinceInWords(result).map((sentence) => markup`<p><strong>${sentence}</strong></p>`)}${trendsOf(
    result,
  ).map(({ what, spark, words }) => markup`<p>${what} <code>${spark}</code> ${words}</p>`)}${list}`;
}
