import type { AuditedImage, AuditResult } from '../../result/audit.ts';
import type { LayerBytes, StaleBase, StaleImage } from '../../result/fleet.ts';

/** An image among the others: what counts against it, what only it has, and what it stands on. */
export interface FleetRow {
  readonly image: AuditedImage;
  readonly errors: number;
  readonly warnings: number;
  readonly unique: LayerBytes;
  readonly shared: LayerBytes;
  /** The audited image with the most layers that this one begins with. */
  readonly base?: string;
  /** The base it stands on as it was. */
  readonly stale?: { readonly base: StaleBase; readonly image: StaleImage };
}

/** The audited images worst first: by errors, then warnings, then size. */
export function rowsOf({ images, fleet }: Pick<AuditResult, 'images' | 'fleet'>): readonly FleetRow[] {
  const places = new Map(fleet.images.map((place) => [place.name, place]));
  const stale = new Map(
    fleet.staleBases.flatMap((base) => base.images.map((image) => [image.name, { base, image }] as const)),
  );
  return images
    .map((image): FleetRow => {
      const { unique = {}, shared = {}, base } = places.get(image.name) ?? {};
      const staleBase = stale.get(image.name);
      return {
        image,
        ...counts(image),
        unique: known(image, unique),
        shared: known(image, shared),
        ...(base !== undefined && { base }),
        ...(staleBase && { stale: staleBase }),
      };
    })
    .sort(worseFirst);
}

/** Nothing is said of bytes on disk of an image whose layers were not read. */
function known({ unpackedBytes }: AuditedImage, { pullBytes, ...bytes }: LayerBytes): LayerBytes {
  return { ...(unpackedBytes !== undefined && bytes), ...(pullBytes !== undefined && { pullBytes }) };
}

/** Findings that count, of the policy and of what manifests say. */
function counts({ findings, notRun }: AuditedImage): Pick<FleetRow, 'errors' | 'warnings'> {
  const levels = findings.filter(({ waiver }) => waiver === null).map(({ level }) => level);
  return {
    errors:
      levels.filter((level) => level === 'error').length + notRun.filter((one) => one.counts === 'failure').length,
    warnings:
      levels.filter((level) => level === 'warning').length + notRun.filter((one) => one.counts === 'warning').length,
  };
}

function worseFirst(one: FleetRow, other: FleetRow): number {
  return (
    other.errors - one.errors ||
    other.warnings - one.warnings ||
    bytesOf(other) - bytesOf(one) ||
    (one.image.name < other.image.name ? -1 : 1)
  );
}

const bytesOf = ({ image: { unpackedBytes, pullBytes } }: FleetRow): number => unpackedBytes ?? pullBytes ?? 0;
