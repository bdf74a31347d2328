import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { onlySlow, send, sendSpoilt, toPage } from './answering.ts';
import type { Answer, Fault } from './answering.ts';
import type { Asked, Reply } from './asked.ts';
import { loadContract } from './contract.ts';
import { routes } from './routes.ts';
import { emptyState } from './state.ts';
import { startStorage } from './storage.ts';
import type { RepositoryState } from './state.ts';

/** One call as it came in. */
export interface Call {
  /** GitHub's id of the operation, e.g. `issues/create-comment`. */
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** How many calls of this operation came so far, this one with them. */
  readonly nth: number;
}

export interface FakeGithub {
  readonly apiUrl: string;
  readonly state: RepositoryState;
  readonly calls: readonly Call[];
  /** Requests GitHub would have refused, and answers it would not give. */
  readonly breaches: readonly string[];
  /** Decides on a fault for each call; tests set it. */
  fault: (call: Call) => Fault | undefined;
  /** @throws Error that lists the breaches, if there were any */
  close(): Promise<void>;
}

/**
 * A GitHub on loopback that keeps state and holds every request and every answer against GitHub's own description.
 * @param options.basePath `/api/v3` as on an Enterprise Server
 */
export async function startFakeGithub(
  options: { readonly repository?: string; readonly basePath?: string } = {},
): Promise<FakeGithub> {
  const { repository = 'acme/api', basePath = '' } = options;
  const contract = await loadContract();
  const calls: Call[] = [];
  const breaches: string[] = [];
  const server = createServer((request, response) => {
    serve(request, response).catch((thrown: unknown) => {
      breaches.push(`the fake failed: ${String(thrown)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.');
  const state = emptyState(repository);
  const storage = await startStorage(state, breaches);
  const fake: FakeGithub = {
    apiUrl: `http://127.0.0.1:${address.port}${basePath}`,
    state,
    calls,
    breaches,
    fault: () => undefined,
    close: async () => {
      await storage.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (breaches.length > 0) throw new Error(`GitHub would not have it so:\n${breaches.join('\n')}`);
    },
  };
  return fake;

  /** GraphQL is not in GitHub's description of its REST API; all that is asked of it is who the token is. */
  function answerViewer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const call = { operationId: 'graphql/viewer', method: request.method ?? '', path: '/graphql' };
    const nth = calls.filter(({ operationId }) => operationId === call.operationId).length + 1;
    calls.push({ ...call, nth });
    if (call.method !== 'POST' || body !== '{"query":"query { viewer { databaseId } }"}')
      breaches.push(`GraphQL was asked ${call.method} ${body}`);
    const fault = fake.fault({ ...call, nth });
    const { account } = tokenOf(state, request) ?? {};
    const said = account ? { data: { viewer: { databaseId: account.id } } } : { message: 'Bad credentials' };
    const answer = { status: account ? 200 : 401, headers: {}, body: JSON.stringify(said) };
    if (fault) sendSpoilt(response, fault, serverError);
    else send(response, answer);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const url = new URL(request.url ?? '/', fake.apiUrl);
    const { method = '' } = request;
    const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : '/outside-the-api';
    const query = Object.fromEntries(url.searchParams);
    if (url.pathname === `${basePath.replace(/\/v3$/, '')}/graphql`) return answerViewer(request, response, body);
    const asked = { method, path, query, headers: headersOf(request), ...(body === '' ? {} : { body }) };
    const matched = contract.match(asked);
    const operationId = matched?.operation.operationId ?? 'none';
    const nth = calls.filter((call) => call.operationId === operationId).length + 1;
    calls.push({ operationId, method, path, nth });
    const wrong = matched ? contract.requestFaults(asked, matched.operation) : ['no such call'];
    if (!matched || wrong.length > 0) {
      breaches.push(`${method} ${path}: ${wrong.join('; ')}`);
      send(response, { status: 400, headers: {}, body: JSON.stringify({ message: 'Problems parsing JSON' }) });
      return;
    }
    const fault = fake.fault({ operationId, method, path, nth });
    if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
    const answer = (): Answer => {
      const reply = carryOut(
        request,
        operationId,
        { state, contract, params: matched.params, query: url.searchParams },
        body,
      );
      const page = toPage(reply, url);
      const amiss = contract.answerFaults(matched.operation, reply.status, page.body);
      breaches.push(...amiss.map((what) => `${operationId} ${reply.status}: ${what}`));
      return {
        status: reply.status,
        headers: page.headers,
        body: page.body === undefined ? '' : JSON.stringify(page.body),
      };
    };
    if (!fault || onlySlow(fault)) send(response, answer());
    else sendSpoilt(response, fault, fault.afterwards ? answer() : serverError);
  }
}

const serverError: Answer = { status: 500, headers: {}, body: '{"message":"Server Error"}' };

/** The answer of a GitHub in good health. */
function carryOut(
  request: IncomingMessage,
  operationId: string,
  asked: Omit<Asked, 'token' | 'body'>,
  bodyText: string,
): Reply {
  const { owner, repo } = asked.params;
  const token = tokenOf(asked.state, request);
  if (!token) return { status: 401, body: { message: 'Bad credentials' } };
  if (owner !== undefined && `${owner}/${repo ?? ''}` !== asked.state.name)
    return { status: 404, body: { message: 'Not Found' } };
  if (request.method !== 'GET' && token.may === 'read')
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  const route = routes[operationId];
  if (!route) throw new Error(`The fake does not serve ${operationId}.`);
  const body: Readonly<Record<string, unknown>> = bodyText === '' ? {} : JSON.parse(bodyText);
  return route({ ...asked, token, body });
}

function tokenOf({ tokens }: RepositoryState, { headers }: IncomingMessage) {
  return tokens.get(String(headers.authorization).replace(/^(token|bearer) /i, ''));
}

function headersOf(request: IncomingMessage): Record<string, string | string[]> {
  const pairs = Object.entries(request.headers);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}
