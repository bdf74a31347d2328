import type { ImageResult } from '../../result/result.ts';
import { formatBytes } from '../../units.ts';
import { gatedOf } from '../facts.ts';
import { visible } from '../../visible.ts';
import { type LayerShares, layerShares, type Share } from './contents.ts';
import type { FileListing } from '../../result/file-listing.ts';
import { filesOf } from './files.ts';
import { type Html, markup } from './html.ts';
import { type Rectangle, squarify } from './layout.ts';

const page: Rectangle = { x: 0, y: 0, width: 1000, height: 520 };
const titleHeight = 20;

/**
 * The image as areas: layers, in them packages and folders, hidden bytes hatched. A layer opens in a map of its own; with
 * a listing of its files, down to each of them.
 */
export function treemapOf(image: ImageResult, imageIndex: number, listing: FileListing = []): Html {
  const { measurement } = gatedOf(image);
  const layers = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  if (layers.length === 0) return markup``;
  const places = squarify(
    layers.map(({ bytes }) => bytes),
    page,
  );
  const id = `map-${imageIndex}`;
  const overview = layers.map((layer, index) => layerGroup(layer, places[index] ?? page, id));
  const details = layers.map((layer) => layerMap(layer, id));
  return markup`<h3>Where the bytes are</h3>
    <p class="legend">
      <span class="key package"></span> package <span class="key folder"></span> folder
      <span class="key rest"></span> other files <span class="key hidden"></span> hidden by a later layer
    </p>
    <div class="maps" id="${id}">
      <p class="crumbs">
        <button type="button" class="all" data-map="${id}" disabled>All layers</button> <span class="levels"></span> <span class="here"></span>
      </p>
      <svg class="patterns" width="0" height="0" aria-hidden="true">
        <pattern id="${id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-back" width="8" height="8"></rect>
          <rect class="hatch-line" width="2" height="8"></rect>
        </pattern>
      </svg>
      <svg
        class="map"
        data-layer="all"
        viewBox="0 0 ${page.width} ${page.height}"
        role="group"
        aria-label="Layers by bytes"
      >
        ${overview}
      </svg>
      ${details}
      <svg class="map opened" viewBox="0 0 ${page.width} ${page.height}" role="group" hidden></svg>
      ${filesOf(listing)}
      <p class="detail" role="status" aria-live="polite">
        Point at an area or use the arrow keys; Enter opens one, Escape goes back.
      </p>
    </div>`;
}

function layerGroup(layer: LayerShares, place: Rectangle, mapId: string): Html {
  const title = `${titleOf(layer)}: ${layer.name}`;
  return markup`<g
    class="layer ${layer.isBase ? 'base' : 'own'}"
    tabindex="0"
    role="button"
    data-open="${layer.index}"
    data-title="${title}"
    aria-label="${title}"
    >${areasOf(layer, place, mapId)}</g
  > `;
}

/** A layer in a map of which nothing opens. */
export function drawnLayer(layer: LayerShares, place: Rectangle, mapId: string): Html {
  return markup`<g class="drawn" data-title="${`${titleOf(layer)}: ${layer.name}`}">${areasOf(layer, place, mapId)}</g> `;
}

/** The frame of a layer, its name where there is room, and what it holds. */
function areasOf(layer: LayerShares, place: Rectangle, mapId: string): Html {
  const inner = inset(place, place.height > titleHeight * 2 ? titleHeight : 2);
  const places = squarify(
    layer.shares.map(({ bytes }) => bytes),
    inner,
  );
  const cells = layer.shares.map((share, index) => cell(share, places[index] ?? inner, mapId, false));
  const label = place.height > titleHeight * 2 && place.width > 60 ? fittedText(titleOf(layer), place, 14) : markup``;
  return markup`<rect class="frame" ${box(place)}></rect>${label}${cells}`;
}

function layerMap(layer: LayerShares, mapId: string): Html {
  const places = squarify(
    layer.shares.map(({ bytes }) => bytes),
    page,
  );
  const cells = layer.shares.map((share, index) => cell(share, places[index] ?? page, mapId, true));
  return markup`<svg
    class="map"
    data-layer="${layer.index}"
    data-name="${`${titleOf(layer)}: ${layer.name}`}"
    viewBox="0 0 ${page.width} ${page.height}"
    role="group"
    aria-label="${titleOf(layer)}"
    hidden
  >
    ${cells}
  </svg> `;
}

function cell(share: Share, place: Rectangle, mapId: string, focusable: boolean): Html {
  const title = `${visible(share.name, 120)} ${formatBytes(share.bytes)}${share.kind === 'hidden' ? ', hidden' : ''}`;
  const label = place.width > 50 && place.height > 18 ? fittedText(title, place, 12) : markup``;
  const fill = share.kind === 'hidden' ? markup` fill="url(#${mapId}-hatch)"` : '';
  const focus = focusable ? markup` tabindex="0" role="img" aria-label="${title}"` : '';
  return markup`<g
    class="cell ${share.kind}"
    data-path="${share.name}"
    data-search="${share.name.toLowerCase()}"
    data-title="${title}"
    ${focus}
    ><rect ${box(place)}${fill}></rect>${label}</g
  >`;
}

function titleOf({ index, isBase, bytes }: LayerShares): string {
  return `${isBase ? 'base layer' : 'layer'} ${index}, ${formatBytes(bytes)}`;
}

/** Text that is cut to the area it names: about 0.55 em a character. */
function fittedText(title: string, { x, y, width }: Rectangle, size: number): Html {
  const room = Math.floor((width - 10) / (size * 0.55));
  const shown = title.length > room ? `${title.slice(0, Math.max(1, room - 1))}…` : title;
  return markup`<text x="${round(x + 5)}" y="${round(y + size + 1)}" font-size="${size}">${shown}</text>`;
}

function box({ x, y, width, height }: Rectangle): Html {
  return markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function inset({ x, y, width, height }: Rectangle, top: number): Rectangle {
  return { x: x + 2, y: y + top, width: Math.max(0, width - 4), height: Math.max(0, height - top - 2) };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
