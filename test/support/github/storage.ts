import { createServer } from 'node:http';
import type { RepositoryState } from './state.ts';

/**
 * The host that artifacts are downloaded from. As the real one, it takes no token of GitHub's: one that comes with a
 * request is a breach.
 */
export async function startStorage(
  state: RepositoryState,
  breaches: string[],
): Promise<{ readonly close: () => Promise<unknown> }> {
  const server = createServer((request, response) => {
    if (request.headers.authorization !== undefined) breaches.push('the token was sent to the storage');
    const artifact = state.artifacts.get(Number(/^\/(\d+)\.zip$/.exec(request.url ?? '')?.[1]));
    if (artifact) response.writeHead(200, { 'content-type': 'application/zip' }).end(artifact.zip);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The storage has no port.');
  state.storageUrl = `http://127.0.0.1:${address.port}`;
  return {
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
