import { randomUUID } from 'node:crypto';
import { performServerHandshake, type ServerHttp2Stream } from 'node:http2';
import type { Engine } from './api.ts';

/** A BuildKit session: while it is open the engine may pull base images for our build. */
export interface BuildSession {
  readonly id: string;
  close(): void;
}

const unimplemented = '12';
/** HealthCheckResponse{status: SERVING} behind gRPC's five bytes of framing. */
const serving = Buffer.from([0, 0, 0, 0, 2, 8, 1]);

/**
 * Opens a session as BuildKit wants it: a gRPC server on a connection that we dial.
 *
 * It answers health checks only. The engine drops a session that does not (after one to ten seconds, in the middle of a
 * build), and credentials are never offered: whoever answers that question answers it for every host a Dockerfile names.
 */
export async function openBuildSession(engine: Engine, signal: AbortSignal): Promise<BuildSession> {
  const id = randomUUID();
  const headers = { Upgrade: 'h2c', 'X-Docker-Expose-Session-Uuid': id, 'X-Docker-Expose-Session-Name': 'plimsoll' };
  const socket = await engine.upgrade('/session', headers, signal);
  const session = performServerHandshake(socket);
  session.on('stream', (stream, request) => answer(stream, request[':path'] ?? ''));
  // The build's own connection reports what breaks; this one only goes quiet.
  session.on('error', () => socket.destroy());
  socket.on('error', () => session.destroy());
  return {
    id,
    close: () => {
      session.destroy();
      socket.destroy();
    },
  };
}

function answer(stream: ServerHttp2Stream, method: string): void {
  stream.on('error', () => stream.destroy());
  stream.resume();
  const head = { ':status': 200, 'content-type': 'application/grpc' };
  if (method !== '/grpc.health.v1.Health/Check') {
    stream.respond({ ...head, 'grpc-status': unimplemented }, { endStream: true });
    return;
  }
  stream.respond(head, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(serving);
}
