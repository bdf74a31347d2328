/** Writes tars by hand, so that tests can make what no writer would: every field of a header can be set. */

/** Fields of a header block; numbers are written in octal unless given as bytes. */
export interface HeaderFields {
  readonly name?: string | Buffer;
  readonly mode?: number | Buffer;
  readonly uid?: number | Buffer;
  readonly gid?: number | Buffer;
  readonly size?: number | Buffer;
  readonly mtime?: number | Buffer;
  /** One character. */
  readonly type?: string;
  readonly linkName?: string | Buffer;
  readonly format?: 'v7' | 'ustar' | 'gnu' | 'star';
  /** ustar only. */
  readonly prefix?: string;
  /** Bytes laid over the block before the checksum, by position. */
  readonly patch?: Readonly<Record<number, Buffer>>;
  /** A checksum that is not the right one. */
  readonly checksum?: number;
}

const magics = { v7: '', ustar: 'ustar\x0000', gnu: 'ustar  \0', star: 'ustar\x0000' };

/** One header block. */
export function header(fields: HeaderFields): Buffer {
  const block = Buffer.alloc(512);
  const { format = 'ustar' } = fields;
  put(block, 0, 100, fields.name ?? '');
  putNumber(block, 100, 8, fields.mode ?? 0o644);
  putNumber(block, 108, 8, fields.uid ?? 0);
  putNumber(block, 116, 8, fields.gid ?? 0);
  putNumber(block, 124, 12, fields.size ?? 0);
  putNumber(block, 136, 12, fields.mtime ?? 0);
  block.write(fields.type ?? '0', 156, 1, 'latin1');
  put(block, 157, 100, fields.linkName ?? '');
  block.write(magics[format], 257, 'latin1');
  if (fields.prefix !== undefined) put(block, 345, 155, fields.prefix);
  if (format === 'star') block.write('tar\0', 508, 'latin1');
  for (const [at, bytes] of Object.entries(fields.patch ?? {})) bytes.copy(block, Number(at));
  block.fill(32, 148, 156);
  const sum = fields.checksum ?? block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A body filled up with zeros to whole blocks. */
export function padded(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A record with a body; its size is the body's unless the fields say otherwise. */
export function record(fields: HeaderFields, body: string | Buffer = ''): Buffer {
  return Buffer.concat([header({ size: Buffer.byteLength(body), ...fields }), padded(body)]);
}

/** A regular file. */
export function tarFile(name: string, body: string | Buffer = '', fields: HeaderFields = {}): Buffer {
  return record({ name, ...fields }, body);
}

/** A directory; its name ends in a slash as tars have it. */
export function tarDirectory(name: string, fields: HeaderFields = {}): Buffer {
  return record({ name: `${name}/`, type: '5', mode: 0o755, ...fields });
}

/** A symbolic link (`2`) or a hard link (`1`). */
export function tarLink(name: string, target: string, type: '1' | '2' = '2'): Buffer {
  return record({ name, linkName: target, type, mode: 0o777 });
}

/** An extended header for the next record, or with type `g` for all that follow. */
export function pax(records: Readonly<Record<string, string | Buffer>>, type: 'x' | 'g' = 'x'): Buffer {
  const lines = Object.entries(records).map(([key, value]) => paxLine(key, value));
  return record({ name: 'PaxHeaders/next', type }, Buffer.concat(lines));
}

/** `LENGTH KEY=VALUE\n`, where LENGTH counts itself. */
export function paxLine(key: string, value: string | Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

/** GNU's long name (`L`) or long link (`K`) for the next record. */
export function gnuLong(type: 'L' | 'K', text: string): Buffer {
  return record({ name: '././@LongLink', type, format: 'gnu' }, `${text}\0`);
}

/** A number in GNU's base-256, in a field of so many bytes. */
export function base256(value: bigint, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let left = BigInt.asUintN(length * 8, value);
  for (let index = length - 1; index >= 0; index -= 1, left >>= 8n) bytes[index] = Number(left & 0xffn);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

/** GNU's runs of a sparse file as they stand in a header or an extension block: offset and length, 12 bytes each. */
export function gnuRuns(runs: readonly (readonly [offset: number, bytes: number])[]): Buffer {
  return Buffer.from(
    runs
      .flat()
      .map((value) => `${value.toString(8).padStart(11, '0')}\0`)
      .join(''),
    'latin1',
  );
}

/** Records with the two blocks of zeros that end a tar. */
export function tarOf(...records: readonly Buffer[]): Buffer {
  return Buffer.concat([...records, Buffer.alloc(1024)]);
}

function put(block: Buffer, at: number, length: number, value: string | Buffer): void {
  Buffer.from(value).copy(block, at, 0, length);
}

function putNumber(block: Buffer, at: number, length: number, value: number | Buffer): void {
  if (typeof value !== 'number') value.copy(block, at);
  else block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}
