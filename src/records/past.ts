import { z } from 'zod';
import { isOf, type RecordPlace } from './place.ts';
import { recordSchemaVersion } from './record.ts';

const bytes = z.int().nonnegative();
const count = z.int().nonnegative();

/** The part of a record that a history is made of: reading all of fifty records would take longer than the check. */
const pastRecord = z.object({
  schemaVersion: z.literal(recordSchemaVersion),
  commit: z.string(),
  committedAt: count,
  image: z.string(),
  platform: z.string(),
  base: z.string().optional(),
  waivers: count.optional(),
  measurement: z.object({
    unpackedBytes: bytes,
    hiddenBytes: bytes,
    layers: count,
    baseLayers: count.optional(),
    hiddenTotal: z.object({ byBaseLayersBytes: bytes.optional() }),
    perLayer: z.array(z.object({ unpackedBytes: bytes })),
  }),
});

/** The numbers of a record. */
export type PastRecord = z.infer<typeof pastRecord>;

/** Reads the numbers of a record; undefined where it is none, is of something else than its name says, or does not add up. */
export function readPast(text: string, place: RecordPlace): PastRecord | undefined {
  const parsed = pastRecord.safeParse(parse(text));
  if (!parsed.success || !isOf(parsed.data, place)) return undefined;
  const { unpackedBytes, layers, baseLayers = 0, perLayer } = parsed.data.measurement;
  const sum = perLayer.reduce((total, layer) => total + layer.unpackedBytes, 0);
  return sum === unpackedBytes && perLayer.length === layers && baseLayers <= layers ? parsed.data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The schema then says that it is no record.
    return undefined;
  }
}
