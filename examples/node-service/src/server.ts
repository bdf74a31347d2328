import { createServer } from 'node:http';
import { pino } from 'pino';

const log = pino();
const server = createServer((request, response) => {
  log.info({ method: request.method, url: request.url }, 'request');
  response.end('Hello, container!\n');
});

server.listen(3000, () => log.info('listening on :3000'));
process.on('SIGTERM', () => server.close());
