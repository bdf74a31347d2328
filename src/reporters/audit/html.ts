import type { AuditResult } from '../../result/audit.ts';
import { type Html, markup, verbatim } from '../html/html.ts';
import { style } from '../html/style.ts';
import { prose } from '../html/words.ts';
import { fleetOf, type Fleet } from './fleet.ts';
import { headline, linesOf, lostShards, noticesOf, sharing, sizeInWords } from './lines.ts';

/** The fleet as one self-contained page without scripts. */
export function renderAuditHtml(result: AuditResult): string {
  const fleet = fleetOf(result);
  const standing = result.outcome === 'pass' ? 'good' : 'error';
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${verbatim(style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
<p>${sharing(fleet) ?? ''}</p>
${notLookedAt(result)}
${imagesTable(fleet)}
${basesTable(fleet)}
<h2>Findings</h2>
${fleet.rows.map(({ image }) => {
  const lines = linesOf(image);
  if (lines.length === 0) return markup``;
  return markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
    ({ standing: level, rule, message, toPass, places }) =>
      markup`<li class="${level}"><code>${rule}</code> ${prose(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => markup`<code>${`${file}:${line}`}</code> `)}</span><br>${prose(toPass)}</li>`,
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
    ({ name, reason, uses }) =>
      markup`<li><code>${name}</code> ${prose(reason)}${uses.slice(0, 3).map(({ place: { file, line } }) => markup` <code>${`${file}:${line}`}</code>`)}</li>`,
  )}${problems.map(
    ({ message, place }) =>
      markup`<li>${place ? markup`<code>${`${place.file}:${place.line}`}</code> ` : markup``}${prose(message)}</li>`,
  )}</ul>`;
}

function imagesTable({ rows }: Fleet): Html {
  return markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, uniqueBytes, sharedBytes, base }) =>
      markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === 'base' ? ' (base)' : ''}</td><td class="figure">${sizeInWords(image.unpackedBytes)}</td><td class="figure">${sizeInWords(uniqueBytes)}</td><td class="figure">${sizeInWords(sharedBytes)}</td><td>${base === undefined ? markup`` : markup`<code>${base}</code>`}</td></tr>`,
  )}</tbody></table></div>`;
}

function basesTable({ byBase }: Fleet): Html {
  if (byBase.length === 0) return markup``;
  return markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) =>
      markup`<tr><td><code>${base}</code></td><td>${images.map((name) => markup`<code>${name}</code> `)}</td></tr>`,
  )}</tbody></table></div>`;
}
