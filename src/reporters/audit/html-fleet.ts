import type { Fleet } from '../../result/fleet.ts';
import { type Html, markup } from '../html/html.ts';
import { prose } from '../html/words.ts';
import { evidenceInWords, moveCells, moveNote, newestInWords, withoutBaseInWords } from './fleet-words.ts';
import { sizeInWords } from './lines.ts';
import type { FleetRow } from './rows.ts';

/** All images, worst first. */
export function imagesTable(rows: readonly FleetRow[]): Html {
  return markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, unique, shared, base, stale }) =>
      markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === 'base' ? ' (base)' : ''}</td><td class="figure">${sizeInWords(image.unpackedBytes)}</td><td class="figure">${sizeInWords(unique.unpackedBytes)}</td><td class="figure">${sizeInWords(shared.unpackedBytes)}</td><td>${base === undefined ? markup`` : markup`<code>${base}</code>`}${stale ? markup` <span class="warning">stale</span> <code>${stale.base.name}</code>` : markup``}</td></tr>`,
  )}</tbody></table></div>`;
}

/** What images stand on, by base. */
export function basesTable({ byBase }: Fleet): Html {
  if (byBase.length === 0) return markup``;
  return markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Images</th><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) =>
      markup`<tr><td class="figure">${images.length}</td><td><code>${base}</code></td><td>${images.map((name) => markup`<code>${name}</code> `)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Bases that are stale, what moving to the newest would change on a node, and what cannot be known of others. */
export function staleBases(fleet: Fleet): Html {
  const without = withoutBaseInWords(fleet);
  return markup`${staleTable(fleet)}${unknownList(fleet)}${without === undefined ? markup`` : markup`<p>${prose(without)}</p>`}`;
}

function staleTable(fleet: Fleet): Html {
  const { staleBases: bases, moved } = fleet;
  if (bases.length === 0) return markup``;
  const all =
    moved && bases.length > 1
      ? markup`<tr><th>All of them</th><td></td><td class="figure">${moved.images}</td>${figureCells(moveCells(moved))}</tr>`
      : markup``;
  return markup`<h2 class="warning">Stale bases, and what moving to the newest would change</h2><div class="scroll"><table class="fit"><thead><tr><th>Stale base</th><th>Leads to now</th><th>Images</th><th>Base, to pull anew</th><th>Own layers, built again</th><th>All distinct layers</th><th>Of these shared</th></tr></thead><tbody>${bases.map(
    (base) =>
      markup`<tr><td><code>${base.name}</code> ${base.platform}</td><td>${newestInWords(base)}</td><td class="figure">${base.images.length}</td>${figureCells(moveCells(base.move))}</tr>`,
  )}${all}</tbody></table></div><p>${prose(moveNote(fleet))}</p>${bases.map(
    ({ name, images }) =>
      markup`<details><summary>Images that stand on stale <code>${name}</code></summary><ul>${images.map((image) => markup`<li><code>${image.name}</code>: ${prose(evidenceInWords(image))}</li>`)}</ul></details>`,
  )}`;
}

const figureCells = (cells: readonly string[]): readonly Html[] =>
  cells.map((cell) => markup`<td class="figure">${cell}</td>`);

function unknownList({ unknownBases }: Fleet): Html {
  if (unknownBases.length === 0) return markup``;
  return markup`<h2>Bases of which it cannot be known whether they are stale</h2><ul>${unknownBases.map(
    ({ name, reason, images }) =>
      markup`<li><code>${name}</code> (${images.length === 1 ? 'one image' : `${images.length} images`}): ${prose(reason)}</li>`,
  )}</ul>`;
}
