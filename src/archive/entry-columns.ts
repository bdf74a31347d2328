/** What is kept of a tar's records, but for their names: a structure of arrays. */
export interface EntryColumns {
  readonly types: Uint8Array;
  readonly fileBytes: Float64Array;
  readonly modes: Uint16Array;
  readonly uids: Uint32Array;
  readonly gids: Uint32Array;
  readonly bodyOffsets: Float64Array;
  readonly sums: Float64Array;
}

const leastCapacity = 1_024;
/** Longer ones are not kept: of layers as large as that there are few. */
const mostKept = 65_536;

/** Those of the last tar, for the next one: without them every layer makes its own, and makes them longer time and again. */
let spare: EntryColumns | undefined;

/** Columns with room for some records; what stands in them is of no meaning. */
export function takeColumns(): EntryColumns {
  const columns = spare ?? columnsOf(leastCapacity);
  spare = undefined;
  return columns;
}

/** Gives columns back whose contents were copied. */
export function putBackColumns(columns: EntryColumns): void {
  const { length } = columns.types;
  if (length <= mostKept && length > (spare?.types.length ?? 0)) spare = columns;
}

/** Columns twice as long that begin as these. */
export function grownColumns(columns: EntryColumns): EntryColumns {
  const longer = columnsOf(2 * columns.types.length);
  longer.types.set(columns.types);
  longer.fileBytes.set(columns.fileBytes);
  longer.modes.set(columns.modes);
  longer.uids.set(columns.uids);
  longer.gids.set(columns.gids);
  longer.bodyOffsets.set(columns.bodyOffsets);
  longer.sums.set(columns.sums);
  return longer;
}

/** Columns of zeros. */
export const columnsOf = (capacity: number): EntryColumns => ({
  types: new Uint8Array(capacity),
  fileBytes: new Float64Array(capacity),
  modes: new Uint16Array(capacity),
  uids: new Uint32Array(capacity),
  gids: new Uint32Array(capacity),
  bodyOffsets: new Float64Array(capacity),
  sums: new Float64Array(capacity),
});
