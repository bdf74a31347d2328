import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/** A way through to a registry that counts what passes and can be told to go wrong. */
export interface FaultProxy {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** `GET /v2/…` with the status, in the order of the answers. */
  readonly passed: string[];
  /** Called before a request is passed on; true when it was answered, or cut, here. */
  fault: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Bytes of a body as they pass. */
  alter: (path: string, bytes: Buffer) => Buffer;
  close(): void;
}

/** Stands in front of a registry on loopback. */
export async function faultProxy(registry: string): Promise<FaultProxy> {
  const passed: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    if (!proxy.fault(request, response)) pass(registry, request, response, proxy);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: FaultProxy = {
    host: `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    passed,
    fault: () => false,
    alter: (_, bytes) => bytes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;
}

function pass(registry: string, request: IncomingMessage, response: ServerResponse, proxy: FaultProxy): void {
  const [hostname, port] = registry.split(':');
  const { method, url: path = '', headers } = request;
  const onward = ask({ hostname, port, method, path, headers: { ...headers, host: registry } }, (answer) => {
    const { statusCode = 502 } = answer;
    proxy.passed.push(`${method} ${path} ${statusCode}`);
    response.writeHead(statusCode, answer.headers);
    answer.on('data', (bytes: Buffer) => response.write(proxy.alter(path, bytes)));
    answer.on('end', () => response.end());
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  onward.end();
}
