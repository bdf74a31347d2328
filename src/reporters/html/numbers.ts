import type { ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta } from '../../units.ts';
import { carriedBy } from '../carried.ts';
import { changedKinds, gatedOf, kindNames, variantComparisons } from '../facts.ts';
import { baselineWords, numberRows } from '../numbers.ts';
import { variantKinds } from '../variant-kinds.ts';
import { type Html, markup } from './html.ts';
import { phrase, prose } from './words.ts';

/** The four numbers beside their baseline. */
export function numbersOf(image: ImageResult): Html {
  const { baseline } = image;
  const hasBase = baseline.state === 'found';
  const rows = numberRows(gatedOf(image)).map(
    ({ label, before, after, notes }) =>
      markup`<tr>
        <th scope="row">${label}</th>
        ${hasBase ? markup`<td class="figure">${before ?? ''}</td>` : ''}
        <td class="figure"><b>${after}</b></td>
        <td>${notes.map((words, index) => markup`${index > 0 ? ' · ' : ''}${phrase(words)}`)}</td>
      </tr>`,
  );
  const reason = baseline.state === 'none' ? markup`<p>${prose(baselineWords(baseline.reason))}</p>` : '';
  return markup`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${hasBase ? markup`<th scope="col">base</th>` : ''}
            <th scope="col">${hasBase ? 'this change' : 'this image'}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${reason}`;
}

/** Ways of building as bars, with what each comparison is made of. */
export function variantsOf(image: ImageResult): Html {
  const comparisons = variantComparisons(image);
  if (comparisons.length === 0) return markup``;
  const longest = Math.max(1, ...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const bars = image.variants
    .toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes)
    .map(({ name, measurement: { unpackedBytes } }) => {
      const share = Math.round((unpackedBytes / longest) * 1000) / 10;
      return markup`<tr>
        <th scope="row"><code>${name}</code></th>
        <td class="figure">${formatBytes(unpackedBytes)}</td>
        <td class="wide">
          <svg
            class="bar"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            role="img"
            aria-label="${share} % of the largest"
          >
            <rect class="${name === image.gated ? 'own' : 'other'}" width="${share}" height="4"></rect>
          </svg>
        </td>
      </tr>`;
    });
  const kinds = comparisons.map((comparison) => {
    const items = changedKinds(comparison).map(
      ({ kind, deltaBytes }) => markup`<li>${kindNames[kind]} <b>${formatDelta(deltaBytes)}</b></li>`,
    );
    return markup`<p>
        <code>${comparison.before}</code> → <code>${comparison.after}</code>:
        <b>${formatDelta(comparison.unpackedDeltaBytes)}</b>
      </p>
      <ul class="kinds">
        ${items}
      </ul>`;
  });
  return markup`<h3>Ways of building</h3>
    <div class="scroll">
      <table class="bars">
        <tbody>
          ${bars}
        </tbody>
      </table>
    </div>
    ${kinds} ${kindsTable(image)}`;
}

/** What only a build needs and ships all the same. */
export function carriedOf(image: ImageResult): Html {
  const carried = carriedBy(image);
  if (!carried) return markup``;
  return markup`<p>
      <b>${carried.intro}</b>: ${carried.parts.map((words, index) => markup`${index > 0 ? ', ' : ''}${phrase(words)}`)}
    </p>`;
}

/** Kind by kind, the ways of building beside each other; every column sums to its image. */
function kindsTable(image: ImageResult): Html {
  const found = variantKinds(image);
  if (!found) return markup``;
  return markup`<details>
    <summary>By kind</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${found.variants.map((name) => markup`<th scope="col"><code>${name}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${found.rows.map(
            ({ name, bytes }) =>
              markup`<tr>
                <th scope="row">${name}</th>
                ${bytes.map((one) => markup`<td class="figure">${one === 0 ? '–' : formatBytes(one)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
