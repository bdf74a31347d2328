import type { Digest } from '../../result/measurement.ts';
import { Dropped, readBody, type Answer } from './exchange.ts';
import { badAnswer, explain, type Asked } from './failures.ts';
import { patiently, type Patience } from './retry.ts';
import { maxErrorBytes, Session, type Call, type RegistryOptions } from './session.ts';

/** A document with what the server calls it. */
export interface Document {
  readonly bytes: Buffer;
  /** Without parameters; undefined where the server states none. */
  readonly contentType: string | undefined;
  /** Where a list goes on: https://www.rfc-editor.org/rfc/rfc8288 */
  readonly link?: string;
}

/** What this tool reads: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** A client of one registry: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export class Registry {
  readonly patience: Patience;
  readonly #session: Session;

  constructor(name: string, options: RegistryOptions) {
    this.patience = options.patience;
    this.#session = new Session(name, options);
  }

  /** A manifest or index by tag or digest. @throws UserError `no-such-image` when there is none */
  manifest(repository: string, reference: string, maxBytes: number, signal: AbortSignal): Promise<Document> {
    const separator = reference.includes(':') ? '@' : ':';
    const asked = {
      registry: this.#session.endpoint.name,
      what: `the manifest of ${repository}${separator}${reference}`,
    };
    const path = `/v2/${repository}/manifests/${reference}`;
    return this.#document({ path, repository, headers: { accept: manifestTypes } }, asked, maxBytes, signal);
  }

  /** One page of a repository's tags. @param path `/v2/…/tags/list`, with a query @throws UserError */
  tagsPage(repository: string, path: string, maxBytes: number, signal: AbortSignal): Promise<Document> {
    const asked = { registry: this.#session.endpoint.name, what: `the tags of ${repository}` };
    return this.#document({ path, repository, headers: { accept: 'application/json' } }, asked, maxBytes, signal);
  }

  /** Where it is reached. */
  get origin(): URL {
    return this.#session.endpoint.origin;
  }

  /** A small blob, such as a config. @throws UserError */
  async blobDocument(repository: string, digest: Digest, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
    const asked = this.#askedForBlob(repository, digest);
    const path = `/v2/${repository}/blobs/${digest}`;
    return (await this.#document({ path, repository, headers: {} }, asked, maxBytes, signal)).bytes;
  }

  /** A blob as it comes, from a position on where the server can: 200, 206 or 416. @throws UserError, Dropped */
  async openBlob(repository: string, digest: Digest, from: number, signal: AbortSignal): Promise<Answer> {
    const asked = this.#askedForBlob(repository, digest);
    const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
    const call = { path: `/v2/${repository}/blobs/${digest}`, repository, headers };
    const isPart = (status: number): boolean => status === 200 || (from > 0 && (status === 206 || status === 416));
    const ask = async () => {
      const answer = await this.#session.ask(call, asked, signal);
      const { status, headers: got } = answer;
      return {
        answer,
        status,
        headers: got,
        error: isPart(status) ? undefined : await readBody(answer, maxErrorBytes),
      };
    };
    try {
      const { answer, status, error } = await patiently(ask, this.patience, signal);
      if (!isPart(status)) throw this.#session.refusal(asked, status, error);
      checkEncoding(answer, asked);
      return answer;
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }

  /** What a blob's failure is told with. */
  explainBlob(repository: string, digest: Digest, thrown: unknown): unknown {
    return explain(this.#askedForBlob(repository, digest), thrown);
  }

  async #document(call: Call, asked: Asked, maxBytes: number, signal: AbortSignal): Promise<Document> {
    const read = async () => {
      const answer = await this.#session.ask(call, asked, signal);
      const body = await this.#inTime(answer, answer.status === 200 ? maxBytes : maxErrorBytes);
      return { answer, status: answer.status, headers: answer.headers, body };
    };
    try {
      const { answer, status, headers, body } = await patiently(read, this.patience, signal);
      if (status !== 200) throw this.#session.refusal(asked, status, body);
      checkEncoding(answer, asked);
      if (!body) throw badAnswer(asked, `it is larger than ${maxBytes} bytes`);
      const contentType = headers['content-type']?.split(';', 1)[0]?.trim() || undefined;
      const link = [headers['link'] ?? []].flat().join(', ');
      return { bytes: body, contentType, ...(link !== '' && { link }) };
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }

  /** Reads a body that must come within the time for documents, however busy the connection is. */
  async #inTime(answer: Answer, maxBytes: number): Promise<Buffer | undefined> {
    const { documentMs } = this.patience;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      answer.discard();
    }, documentMs);
    try {
      return await readBody(answer, maxBytes);
    } catch (thrown) {
      throw isLate ? new Dropped(`it took longer than ${documentMs / 1000} s`, { cause: thrown }) : thrown;
    } finally {
      clearTimeout(timer);
    }
  }

  #askedForBlob(repository: string, digest: Digest): Asked {
    return { registry: this.#session.endpoint.name, what: `the blob ${digest} of ${repository}` };
  }
}

/** Digests are of the bytes as stored; what was packed on the way is not unpacked. */
function checkEncoding(answer: Pick<Answer, 'headers' | 'discard'>, asked: Asked): void {
  if ((answer.headers['content-encoding'] ?? 'identity') === 'identity') return;
  answer.discard();
  throw badAnswer(asked, 'it is encoded, though asked not to be');
}
