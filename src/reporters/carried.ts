import type { ContentKind, Measurement } from '../result/measurement.ts';
import type { ImageResult } from '../result/result.ts';
import { formatBytes } from '../units.ts';
import { gatedOf, isMeasured, kindNames } from './facts.ts';
import { placeOfLayer, type Words } from './words.ts';

/** What an image ships in own layers although nothing but a build uses it. */
export interface Carried {
  /** `Still ships 4.5 MB that only a build needs` */
  readonly intro: string;
  /** `headers 4.0 MB, most of it from`, and the lines of the Dockerfile; largest first. */
  readonly parts: readonly Words[];
}

const onlyForBuilds: ReadonlySet<ContentKind> = new Set(['compilers', 'headers', 'package-caches', 'sources-and-vcs']);
/** Less is not worth a line. */
const worthBytes = 1_000_000;
const worthRatio = 0.01;

/** What is there only for the build; undefined where own layers are not known, or it is next to nothing. */
export function carriedBy(image: ImageResult): Carried | undefined {
  if (!isMeasured(image)) return undefined;
  const { measurement, variant } = gatedOf(image);
  const kinds = measurement.byKind
    .filter(({ kind, ownBytes = 0 }) => ownBytes > 0 && onlyForBuilds.has(kind))
    .toSorted((one, other) => (other.ownBytes ?? 0) - (one.ownBytes ?? 0));
  const bytes = kinds.reduce((sum, { ownBytes = 0 }) => sum + ownBytes, 0);
  if (bytes === 0 || (bytes < worthBytes && bytes < measurement.unpackedBytes * worthRatio)) return undefined;
  const verb = variant.name === 'multi-stage' ? 'Still ships' : 'Ships';
  return {
    intro: `${verb} ${formatBytes(bytes)} that only a build needs`,
    parts: kinds.map((one) => partOf(measurement, one)),
  };
}

function partOf(measurement: Measurement, { kind, ownBytes = 0, layer }: Measurement['byKind'][number]): Words {
  const what = `${kindNames[kind]} ${formatBytes(ownBytes)}`;
  return layer === undefined ? [what] : [`${what} from`, placeOfLayer(measurement, layer)];
}
