var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  largeAnswer: () => largeAnswer
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_node_net = require("node:net");
var bufferBytes = 2 ** 18;
async function largeAnswer(engine, call, signal) {
  const { address, tls } = engine.host;
  const isSocket = "socketPath" in address && address.socketPath.startsWith("/") && !tls;
  return isSocket ? overSocket(engine.host, address.socketPath, call, signal) : engine.stream(call, signal);
}
function overSocket(host, socketPath, call, signal) {
  const { socket, chunks } = readSocket(socketPath, call.quietMs);
  const cancel = () => void socket.destroy(new Error("aborted"));
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  socket.on("close", () => signal.removeEventListener("abort", cancel));
  socket.write(`${call.method} ${(0, import_chunk_5VRDGHRG.pathOf)(call)} HTTP/1.0\r
Host: docker\r
\r
`);
  async function* read() {
    try {
      yield* bodyOf(chunks);
    } catch (thrown) {
      throw (0, import_chunk_SWWGSW5Y.explainEngineFailure)(thrown, host, call.what, signal);
    } finally {
      socket.destroy();
    }
  }
  const body = read();
  return { [Symbol.asyncIterator]: () => body, destroy: () => void socket.destroy() };
}
function readSocket(path, quietMs = 0) {
  const giveUp = () => void socket.destroy(new import_chunk_SWWGSW5Y.DeadlinePassed(`nothing came for ${quietMs} ms`));
  const first = quietMs > 0 ? setTimeout(giveUp, quietMs) : void 0;
  let wake;
  let chunk;
  let failure;
  let ended = false;
  const callback = (bytes, buffer) => {
    clearTimeout(first);
    chunk = Buffer.from(buffer.buffer, buffer.byteOffset, bytes);
    wake?.();
    return false;
  };
  const socket = (0, import_node_net.connect)({ path, onread: { buffer: Buffer.allocUnsafe(bufferBytes), callback } });
  socket.setTimeout(quietMs, giveUp);
  socket.on("error", (error) => failure = error);
  for (const event of ["end", "close"])
    socket.on(event, () => {
      clearTimeout(first);
      ended = true;
      wake?.();
    });
  const next = () => new Promise((resolve) => {
    wake = resolve;
    if (chunk || ended) resolve();
    else socket.resume();
  });
  async function* read() {
    for (; ; ) {
      await next();
      if (failure) throw failure;
      if (!chunk) return;
      const given = chunk;
      chunk = void 0;
      yield given;
    }
  }
  return { socket, chunks: read() };
}
var maxHeadBytes = 65536;
var headEnd = Buffer.from("\r\n\r\n");
async function* bodyOf(chunks) {
  let head = Buffer.alloc(0);
  let status = 0;
  let refusal = "";
  for await (const chunk of chunks) {
    let body = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(headEnd);
      if (end === -1 && head.length > maxHeadBytes) throw new Error("The engine answered with an endless head.");
      if (end === -1) continue;
      status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head.toString("latin1", 0, end))?.[1] ?? 0);
      body = head.subarray(end + headEnd.length);
      head = void 0;
    }
    if (status === 200) {
      if (body.length > 0) yield body;
    } else refusal = (refusal + body.toString("utf8")).slice(0, 4e3);
  }
  if (head) throw (0, import_chunk_SWWGSW5Y.cutOff)("the head of the answer");
  if (status !== 200) throw new import_chunk_SWWGSW5Y.EngineRefused(status, (0, import_chunk_5VRDGHRG.refusalIn)(refusal));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  largeAnswer
});
