import type { ServerResponse } from 'node:http';
import type { Reply } from './asked.ts';

/** What goes wrong with a call. Without `afterwards` nothing is carried out. */
export interface Fault {
  /** Carry the call out, then spoil the answer. */
  readonly afterwards?: boolean;
  readonly delayMs?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent, whatever it is. */
  readonly body?: string;
  /** `at-once`: the connection is cut without an answer; `in-body`: after the head and half of the body; `stalls`: there it stays open. */
  readonly drop?: 'at-once' | 'in-body' | 'stalls';
}

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whether the fault only delays. */
export function onlySlow(fault: Fault): boolean {
  return fault.status === undefined && fault.body === undefined && fault.drop === undefined;
}

/** Answers, spoilt as told. */
export function sendSpoilt(response: ServerResponse, fault: Fault, real: Answer): void {
  if (fault.drop === 'at-once') {
    response.destroy();
    return;
  }
  const status = fault.status ?? real.status;
  const body = fault.body ?? real.body;
  if (fault.drop !== undefined) {
    const contentLength = String(Buffer.byteLength(body));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': contentLength });
    response.write(body.slice(0, Math.floor(body.length / 2)), () => {
      if (fault.drop === 'in-body') response.destroy();
    });
    return;
  }
  send(response, { status, body, headers: fault.headers ?? {} });
}

/** Answers. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(status === 204 || status === 302 ? undefined : body);
}

/** Cuts a list as GitHub does: 30 a page unless asked, 100 at most, the other pages in the Link header. */
export function toPage(reply: Reply, url: URL): { readonly body: unknown; readonly headers: Answer['headers'] } {
  if (!reply.list) return { body: reply.body, headers: reply.headers ?? {} };
  const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(reply.list.length / perPage));
  const linkTo = (target: number, rel: string): string => {
    const link = new URL(url);
    link.searchParams.set('page', String(target));
    return `<${link.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [linkTo(page - 1, 'prev')] : []),
    ...(page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : []),
    ...(page > 1 ? [linkTo(1, 'first')] : []),
  ];
  const body = reply.list.slice((page - 1) * perPage, page * perPage).map((answer) => answer());
  return { body, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}
