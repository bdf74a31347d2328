import type { Measurement } from '../../result/measurement.ts';
import type { ImageResult } from '../../result/result.ts';
import { formatBytes } from '../../units.ts';
import { layerShares } from './contents.ts';
import { type Html, markup } from './html.ts';
import { type Rectangle, squarify } from './layout.ts';
import { drawnLayer } from './treemap.ts';

/** One of the maps that stand beside each other. */
interface Side {
  /** Untrusted. */
  readonly name: string;
  readonly measurement: Measurement;
}

const whole = { width: 1000, height: 520 };

/** The image before and after, and its ways of building, as maps of one scale: equal areas are equal bytes. */
export function besideOf(image: ImageResult, imageIndex: number): Html {
  const sides = sidesOf(image).filter(({ measurement }) => measurement.unpackedBytes > 0);
  if (sides.length < 2) return markup``;
  const largestBytes = Math.max(...sides.map(({ measurement }) => measurement.unpackedBytes));
  return markup`<details class="maps">
    <summary>Side by side, on one scale (${sides.length})</summary>
    <div class="beside">${sides.map((side) => figureOf(side, largestBytes, `map-${imageIndex}`))}</div>
    <p class="detail" role="status" aria-live="polite">Point at an area to see what it is.</p>
  </details>`;
}

function sidesOf({ variants, gated, baseline }: ImageResult): readonly Side[] {
  const before: readonly Side[] =
    baseline.state === 'found' ? [{ name: `base: ${baseline.from}`, measurement: baseline.measurement }] : [];
  const isGated = ({ name }: Side): boolean => name === gated;
  return [...before, ...variants.filter(isGated), ...variants.filter((side) => !isGated(side))];
}

function figureOf({ name, measurement }: Side, largestBytes: number, mapId: string): Html {
  const { unpackedBytes } = measurement;
  const scale = Math.sqrt(unpackedBytes / largestBytes);
  const place: Rectangle = { x: 0, y: 0, width: whole.width * scale, height: whole.height * scale };
  const layers = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  const places = squarify(
    layers.map(({ bytes }) => bytes),
    place,
  );
  return markup`<figure>
    <figcaption><code>${name}</code> ${formatBytes(unpackedBytes)}</figcaption>
    <svg
      class="map"
      viewBox="0 0 ${whole.width} ${whole.height}"
      role="img"
      aria-label="${`${name}, ${formatBytes(unpackedBytes)}`}"
    >
      ${layers.map((layer, index) => drawnLayer(layer, places[index] ?? place, mapId))}
    </svg>
  </figure>`;
}
