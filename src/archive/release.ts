/** What is handed to a closed port is dropped, with its memory: https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist */
const nowhere = closedPort();

/**
 * Gives the memory of an inflated chunk back at once; the chunk is empty then. The collector sees small objects, and lets
 * tens of megabytes of such chunks lie. One that shares its memory with others is left to it.
 */
export function release({ buffer, byteLength }: Buffer): void {
  if (byteLength === buffer.byteLength && buffer instanceof ArrayBuffer) nowhere.postMessage(undefined, [buffer]);
}

function closedPort(): InstanceType<typeof MessagePort> {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.close();
  return port1;
}
