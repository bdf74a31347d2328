// Stands before the engine's socket and refuses to make containers, as proxies of sockets do, so that an image is exported.
//   node scripts/bench-relay.mjs RELAY.sock ENGINE.sock     says `ready` once it listens, and runs until it is killed
import { createServer, connect } from 'node:net';

const [, , own, engine] = process.argv;
const refusal =
  'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 29\r\nConnection: close\r\n\r\n';

createServer((client) => {
  client.on('error', () => client.destroy());
  client.once('data', (head) => {
    if (/^POST \S*\/containers\/create/.test(head.toString('latin1'))) {
      client.end(`${refusal}{"message":"not by this one"}`);
      return;
    }
    const upstream = connect(engine);
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.write(head);
    client.pipe(upstream);
    upstream.pipe(client);
  });
}).listen(own, () => console.log('ready'));
