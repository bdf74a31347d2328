import { z } from 'zod';
import { measurement, type Measurement } from '../result/measurement.ts';
import { ruleOutcomes } from '../result/result.ts';

/** Raised when what a record means changes; records of another version are not compared. */
export const recordSchemaVersion = 1;

const storedRecord = z.object({
  schemaVersion: z.literal(recordSchemaVersion),
  /** Full SHA of the commit the image was built from. */
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** Seconds since 1970 of its committer. */
  committedAt: z.int().nonnegative(),
  image: z.string().min(1),
  platform: z.string().min(1),
  /** The kind of source it was read from, such as `engine`, and how it was built. */
  engine: z.string(),
  builder: z.string(),
  /** Version of Plimsoll. */
  tool: z.string(),
  /** The image it stands on, as the Dockerfile came to it; absent where that is not known. */
  base: z.string().optional(),
  /** Waivers that were in force for the image. */
  waivers: z.int().nonnegative().optional(),
  /** What the policy of that commit said of the image. */
  rules: ruleOutcomes.optional(),
  measurement,
});

/** A measurement of one commit, image and platform, as it is stored. */
export type StoredRecord = z.infer<typeof storedRecord>;

/** A record as it was read, or why it cannot be compared, as the end of a sentence. */
export type ReadRecord = { readonly record: StoredRecord } | { readonly unfit: string };

/** The JSON of a record: one line, its keys in order. */
export function renderRecord(record: StoredRecord): string {
  return `${JSON.stringify(storedRecord.parse(record))}\n`;
}

/** Reads a record of whatever origin: its numbers must fit together, or it is no record. */
export function readRecord(text: string): ReadRecord {
  const data = parse(text);
  if (data === undefined) return { unfit: 'it is not JSON' };
  const version = z.object({ schemaVersion: z.unknown() }).safeParse(data).data?.schemaVersion;
  if (version !== recordSchemaVersion) return { unfit: `its schema version is not ${recordSchemaVersion}` };
  const parsed = storedRecord.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { unfit: `${issue?.path.join('.') || 'it'} is not as a record has it` };
  }
  const wrong = contradiction(parsed.data);
  return wrong === undefined ? { record: parsed.data } : { unfit: wrong };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whoever asks gets "not JSON" as the reason.
    return undefined;
  }
}

function contradiction({ platform, measurement: of }: StoredRecord): string | undefined {
  const sum = (bytes: (layer: Measurement['perLayer'][number]) => number): number =>
    of.perLayer.reduce((total, layer) => total + bytes(layer), 0);
  if (of.platform !== platform) return 'its measurement is of another platform';
  if (of.perLayer.length !== of.layers || (of.baseLayers ?? 0) > of.layers)
    return 'its layers are not as many as it says';
  if (sum(({ unpackedBytes }) => unpackedBytes) !== of.unpackedBytes) return 'its layers do not sum to its size';
  if (of.visibleBytes + of.hiddenBytes !== of.unpackedBytes)
    return 'its visible and hidden bytes do not sum to its size';
  return undefined;
}

/** What a comparison needs of a measurement, without the long lists. The measurement is that of a result: it holds no secrets. */
export function slim(full: Measurement): Measurement {
  return {
    ...full,
    hidden: [],
    perLayer: full.perLayer.map(({ dockerfile: _made, ...layer }) => ({ ...layer, createdBy: '' })),
  };
}
