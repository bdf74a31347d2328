import type { IncomingHttpHeaders } from 'node:http';
import type { Digest } from '../../result/measurement.ts';
import type { Environment } from '../engine/docker-config.ts';
import { isLoopback, type Reach } from './address.ts';
import { Authorizer } from './auth.ts';
import { Dialer } from './dialer.ts';
import { Dropped, readBody, type Answer } from './exchange.ts';
import { badAnswer, denied, explain, refused, type Asked } from './failures.ts';
import { outputOf } from './output.ts';
import { follow, isSameOrigin } from './redirects.ts';
import { patiently, type Patience } from './retry.ts';
import { isSameHost, type Endpoint } from './target.ts';

/** What every registry of a run is reached with. */
export interface RegistryOptions {
  readonly environment: Environment;
  /** Hosts with their ports to which plain http is allowed. */
  readonly insecureRegistries: readonly string[];
  readonly patience: Patience;
  /** Learns of everything secret before it is first used. */
  readonly onSecret: (secret: string) => Promise<void> | void;
}

/** A document with what the server calls it. */
export interface Document {
  readonly bytes: Buffer;
  /** Without parameters; undefined where the server states none. */
  readonly contentType: string | undefined;
}

const maxErrorBytes = 65_536;
/** What this tool reads: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** A client of one registry: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export class Registry {
  readonly endpoint: Endpoint;
  readonly patience: Patience;
  readonly #dialer: Dialer;
  readonly #auth: Authorizer;
  #reach: Reach | undefined;

  constructor(name: string, options: RegistryOptions) {
    this.endpoint = endpointOf(name, options.insecureRegistries);
    this.patience = options.patience;
    this.#dialer = new Dialer(options.environment, options.patience.idleMs);
    this.#auth = new Authorizer(this.#route, options);
  }

  /** A manifest or index by tag or digest. @throws UserError `no-such-image` when there is none */
  manifest(repository: string, reference: string, maxBytes: number, signal: AbortSignal): Promise<Document> {
    const separator = reference.includes(':') ? '@' : ':';
    const asked = { registry: this.endpoint.name, what: `the manifest of ${repository}${separator}${reference}` };
    const path = `/v2/${repository}/manifests/${reference}`;
    return this.#document({ path, repository, headers: { accept: manifestTypes } }, asked, maxBytes, signal);
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
    try {
      const answer = await patiently(() => this.#ask(call, asked, signal), this.patience, signal);
      const isRange = from > 0 && (answer.status === 206 || answer.status === 416);
      if (answer.status !== 200 && !isRange)
        throw this.#refused(asked, answer.status, await readBody(answer, maxErrorBytes));
      checkEncoding(answer.headers, asked);
      return answer;
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }

  /** What a blob's failure is told with. */
  explainBlob(repository: string, digest: Digest, thrown: unknown): unknown {
    return explain(this.#askedForBlob(repository, digest), thrown);
  }

  async #document(
    call: { readonly path: string; readonly repository: string; readonly headers: Readonly<Record<string, string>> },
    asked: Asked,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Document> {
    const read = async () => {
      const answer = await this.#ask(call, asked, signal);
      const body = await this.#inTime(answer, answer.status === 200 ? maxBytes : maxErrorBytes);
      return { status: answer.status, headers: answer.headers, body };
    };
    try {
      const { status, headers, body } = await patiently(read, this.patience, signal);
      if (status !== 200) throw this.#refused(asked, status, body);
      checkEncoding(headers, asked);
      if (!body) throw badAnswer(asked, `it is larger than ${maxBytes} bytes`);
      return { bytes: body, contentType: headers['content-type']?.split(';', 1)[0]?.trim() || undefined };
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }

  /** One call, authorised; a 401 of the registry's own is answered once. */
  async #ask(
    call: { readonly path: string; readonly repository: string; readonly headers: Readonly<Record<string, string>> },
    asked: Asked,
    signal: AbortSignal,
  ): Promise<Answer> {
    const scope = `repository:${call.repository}:pull`;
    const url = new URL(call.path, this.endpoint.origin);
    const send = async (authorization: string | undefined): Promise<Answer> => {
      const headers = { ...call.headers, ...(authorization !== undefined && { authorization }) };
      const answer = await follow(this.#route, { url, headers }, signal);
      if (isSameHost(answer.url, this.endpoint.origin)) this.#reach = answer.reach;
      return answer;
    };
    const first = await this.#auth.current(scope, asked, signal);
    const answer = await send(first);
    if (answer.status !== 401 || !isSameOrigin(answer.url, url)) return answer;
    const renewed = await this.#auth.renew({ scope, refused: first }, answer.headers, asked, signal);
    if (renewed === undefined) return answer;
    await readBody(answer, maxErrorBytes);
    return send(renewed);
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

  #refused(asked: Asked, status: number, body: Buffer | undefined): Error {
    const refusal = { status, output: outputOf(body) };
    return status === 401 || status === 403 ? denied(asked, refusal, this.#auth.tried) : refused(asked, refusal);
  }

  #askedForBlob(repository: string, digest: Digest): Asked {
    return { registry: this.endpoint.name, what: `the blob ${digest} of ${repository}` };
  }

  get #route() {
    return { dialer: this.#dialer, endpoint: this.endpoint, reach: () => this.#reach };
  }
}

/** Plain http only to this machine and to hosts named for it; there is no falling back from https. */
function endpointOf(name: string, insecure: readonly string[]): Endpoint {
  const host = name === 'docker.io' ? 'registry-1.docker.io' : name;
  const isPlainAllowed = insecure.includes(name) || isLoopback(new URL(`http://${host}`).hostname);
  const isPlain = isPlainAllowed && !host.endsWith(':443');
  return { name, isPlainAllowed, origin: new URL(`${isPlain ? 'http' : 'https'}://${host}`) };
}

/** Digests are of the bytes as stored; what was packed on the way is not unpacked. */
function checkEncoding(headers: IncomingHttpHeaders, asked: Asked): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw badAnswer(asked, 'it is encoded, though asked not to be');
}
