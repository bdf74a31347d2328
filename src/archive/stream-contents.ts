import { checkLayerFile, type ArchiveContents, type LayerSource, type WantedBody } from './contents.ts';
import { brokenArchive, tooLarge } from './limits.ts';
import type { StreamedFile, StreamOptions } from './streamed-file.ts';
import { readStream } from './stream-files.ts';

/** An archive that can be streamed again, as an engine's export or a gzipped file can. */
export type OpenStream = () => AsyncIterable<Uint8Array>;

/** Reads the stream once; a second time only for bodies that were not kept. @throws UserError */
export async function streamContents(open: OpenStream, options: StreamOptions): Promise<ArchiveContents> {
  return new StreamContents(open, options, await readStream(open(), options));
}

class StreamContents implements ArchiveContents {
  readonly where: string;
  readonly #open: OpenStream;
  readonly #options: StreamOptions;
  readonly #files: ReadonlyMap<string, StreamedFile>;

  constructor(open: OpenStream, options: StreamOptions, files: ReadonlyMap<string, StreamedFile>) {
    this.where = options.where;
    this.#open = open;
    this.#options = options;
    this.#files = files;
  }

  async stat(path: string) {
    const file = this.#files.get(path);
    return file && { bytes: file.bytes, compression: file.layer?.compression ?? ('none' as const) };
  }

  async document(path: string): Promise<Buffer | undefined> {
    const file = this.#files.get(path);
    if (!file || file.document) return file?.document;
    const { maxDocumentBytes } = this.#options.limits;
    const where = `\`${path}\` in ${this.where}`;
    if (file.bytes > maxDocumentBytes)
      throw tooLarge('is larger than this tool reads', where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    throw brokenArchive(where, 'it is not a JSON document');
  }

  async readLayers(layers: readonly LayerSource[]) {
    return Promise.all(
      layers.map(async (source) => {
        const file = this.#files.get(source.path);
        checkLayerFile(source, file?.bytes);
        const layer = file?.layer;
        if (!layer) throw brokenArchive(source.where, 'it is a JSON document');
        const scan = await layer.scan;
        const diffId = layer.diffId();
        if (diffId && source.diffId?.startsWith('sha256:') && diffId !== source.diffId) {
          throw brokenArchive(source.where, `its DiffID is ${diffId}, not ${source.diffId}`);
        }
        return scan;
      }),
    );
  }

  async readBodies(layers: readonly LayerSource[], wanted: readonly WantedBody[], signal: AbortSignal) {
    const kept = this.#pick(this.#files, layers, wanted);
    const isMissing = kept.some((body, index) => !body || body.length < (wanted[index]?.bytes ?? 0));
    if (!isMissing) return kept.map((body, index) => body?.subarray(0, wanted[index]?.bytes));
    const bytesOf = new Map<string, number>();
    for (const { layer, record, bytes } of wanted) {
      const key = `${record} ${this.#files.get(layers[layer]?.path ?? '')?.path}`;
      bytesOf.set(key, Math.max(bytes, bytesOf.get(key) ?? 0));
    }
    const again = await readStream(this.#open(), {
      ...this.#options,
      signal,
      contentSums: false,
      verifyLayers: false,
      keepBody: (blob, { record }) => bytesOf.get(`${record} ${blob}`) ?? 0,
    });
    return this.#pick(again, layers, wanted);
  }

  #pick(files: ReadonlyMap<string, StreamedFile>, layers: readonly LayerSource[], wanted: readonly WantedBody[]) {
    return wanted.map(({ layer, record, bytes }) => {
      const source = layers[layer];
      const body = source && files.get(source.path)?.layer?.bodies.get(record);
      return body?.subarray(0, bytes);
    });
  }
}
