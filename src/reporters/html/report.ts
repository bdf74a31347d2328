import { createHash } from 'node:crypto';
import { keyOfImage, type FileListing, type FileListings } from '../../result/file-listing.ts';
import type { CheckResult, ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta } from '../../units.ts';
import { gatedOf, isMeasured, unmeasuredInWords, whyUnmeasured } from '../facts.ts';
import { countsInWords, countsOf } from '../verdict.ts';
import { besideOf } from './beside.ts';
import { clientFiles } from './client-files.ts';
import { clientLevels } from './client-levels.ts';
import { clientScript } from './client.ts';
import { findingsOf } from './findings.ts';
import { historyOf } from './history.ts';
import { type Html, markup, verbatim } from './html.ts';
import { carriedOf, numbersOf, variantsOf } from './numbers.ts';
import { pageFunctions } from './page-functions-text.ts';
import { style } from './style.ts';
import { tablesOf } from './tables.ts';
import { treemapOf } from './treemap.ts';

const script = [pageFunctions, clientScript, clientFiles, clientLevels].join('\n');

/**
 * The report as one self-contained page: no network, no other file, works from disk.
 * @param listings the files of its images, where they are at hand; the result itself has only the largest folders
 */
export function renderHtml(result: CheckResult, listings: FileListings = new Map()): string {
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part) => part !== undefined).join('@');
  const counts = countsOf(result.images);
  const standing = counts.error > 0 ? 'error' : counts.warning > 0 || counts.unbuilt ? 'warning' : 'good';
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plimsoll: ${countsInWords(counts)}</title>
        <style>${verbatim(style)}</style>
      </head>
      <body>
        <header>
          <h1>Plimsoll <span class="${standing}">${countsInWords(counts)}</span></h1>
          <p>
            ${head === undefined ? '' : markup`<code>${head.slice(0, 7)}</code>`}${against === '' ? '' : markup` against <code>${against}</code>`}
          </p>
          <label class="search">Search <input type="search" id="search" placeholder="path, package, rule" autocomplete="off" /></label>
          <p id="matches" role="status" aria-live="polite"></p>
          <ol id="found"></ol>
        </header>
        <main>
          ${result.notices.map(({ level, message }) => markup`<p class="notice ${level}">${message}</p>`)}
          ${result.images.map((image, index) => imageOf(image, index, listings.get(keyOfImage(image))))}
        </main>
        <footer>
          Plimsoll ${result.tool.version} · policy <code>${result.policy.digest}</code> from
          ${result.policy.sources.map((source) => markup`<code>${source}</code> `)}
        </footer>
        <script>${verbatim(script)}</script>
      </body>
    </html>
`;
  return page.source;
}

function imageOf(image: ImageResult, index: number, listing?: FileListing): Html {
  if (!isMeasured(image)) return unmeasuredOf(image, index);
  const { measurement, change } = gatedOf(image);
  const delta = change ? ` (${formatDelta(change.unpackedDeltaBytes)})` : '';
  return markup`<section class="image" aria-labelledby="image-${index}">
    <h2 id="image-${index}">
      <code>${image.name}</code> ${formatBytes(measurement.unpackedBytes)}${delta}
      <small>${image.platform} · ${countsInWords(countsOf([image]))}</small>
    </h2>
    ${numbersOf(image)} ${historyOf(image)} ${variantsOf(image)} ${carriedOf(image)} ${findingsOf(image)} ${treemapOf(image, index, listing)} ${besideOf(image, index)} ${tablesOf(image)}
  </section>`;
}

/** Without layers there are no numbers to show, only what its sources and its configuration say. */
function unmeasuredOf(image: ImageResult, index: number): Html {
  return markup`<section class="image" aria-labelledby="image-${index}">
    <h2 id="image-${index}">
      <code>${image.name}</code> ${unmeasuredInWords(image)} <small>${image.platform} · ${countsInWords(countsOf([image]))}</small>
    </h2>
    <p>${whyUnmeasured(image)}</p>
    ${findingsOf(image)}
  </section>`;
}

/** Nothing is loaded from anywhere; only our own style and script run. */
function policy(): Html {
  return markup`default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri
  'none'; form-action 'none'`;
}

function hash(ours: string): Html {
  return verbatim(createHash('sha256').update(ours).digest('base64'));
}
