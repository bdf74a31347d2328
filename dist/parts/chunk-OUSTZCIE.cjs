var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  openEngine: () => openEngine,
  ping: () => ping
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_node_http = require("node:http");
async function modemOptions({ address, tls }) {
  const none = {
    host: void 0,
    port: void 0,
    socketPath: void 0,
    ca: void 0,
    cert: void 0,
    key: void 0
  };
  return {
    ...none,
    ...address,
    ...tls && { ca: tls.ca, cert: tls.cert, key: tls.key, agent: await agentFor(tls) },
    protocol: tls ? "https" : "http",
    pathPrefix: "/",
    timeout: void 0
  };
}
async function agentFor({ verify }) {
  const { Agent } = await Promise.resolve().then(() => __toESM(require("node:https")));
  return new Agent({ rejectUnauthorized: verify });
}
async function openModem(host) {
  const { default: Docker } = await Promise.resolve().then(() => __toESM(require("./docker-SZB2J3WK.cjs")));
  return new Docker(await modemOptions(host));
}
function dial(docker, call, signal) {
  const modem = docker.modem;
  return new Promise((resolve, reject) => {
    modem.dial(
      {
        // Without the question mark the modem ignores the query.
        path: `${call.path}${call.path.includes("?") ? "&" : "?"}`,
        method: call.method,
        options: { _query: call.query ?? {}, _body: call.json ?? {} },
        isStream: true,
        abortSignal: signal,
        statusCodes: { 200: true, 201: true, 204: true, 304: true },
        ...call.tar && { file: call.tar }
      },
      (error, answer) => {
        if (answer instanceof import_node_http.IncomingMessage) resolve(answer.on("error", import_chunk_5VRDGHRG.toItsReader));
        else if (error?.statusCode)
          reject(new import_chunk_SWWGSW5Y.EngineRefused(error.statusCode, error.message.replace(/^\(HTTP code \d+\) \S+ - /, "").trim()));
        else reject(error ?? new Error("The engine gave no answer."));
      }
    );
  });
}
var controlDeadlineMs = 3e4;
var keepAliveMs = 3e4;
var maxAnswerBytes = 64 * 2 ** 20;
function openEngine(host) {
  let opened;
  const send = async (call, signal) => call.tar ? dial(await (opened ??= openModem(host)), call, signal) : (0, import_chunk_5VRDGHRG.ask)(host, call, signal);
  const explained = async (what, signal, work) => {
    try {
      return await work;
    } catch (thrown) {
      throw (0, import_chunk_SWWGSW5Y.explainEngineFailure)(thrown, host, what, signal);
    }
  };
  return {
    host,
    call: (call, signal) => explained(
      call.what,
      signal,
      withDeadline(controlDeadlineMs, signal, async (both) => readJson(await send(call, both)))
    ),
    stream: (call, signal) => explained(call.what, signal, openStream(send, call, signal)),
    upgrade: (path, headers, signal) => explained(
      "opening a build session",
      signal,
      withDeadline(controlDeadlineMs, signal, (both) => (0, import_chunk_5VRDGHRG.upgrade)(host, path, headers, both))
    )
  };
}
async function ping(engine, signal) {
  await engine.call({ what: "greeting it", method: "GET", path: "/version" }, signal);
}
async function withDeadline(ms, signal, work) {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  const both = AbortSignal.any([signal, deadline.signal]);
  try {
    return await new Promise((resolve, reject) => {
      both.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      if (both.aborted) reject(new Error("aborted"));
      work(both).then(resolve, reject);
    });
  } catch (thrown) {
    if (deadline.signal.aborted && !signal.aborted)
      throw new import_chunk_SWWGSW5Y.DeadlinePassed(`no answer within ${ms} ms`, { cause: thrown });
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}
async function openStream(send, call, signal) {
  const answer = await openInTime(send, call, signal);
  answer.socket.setKeepAlive(true, keepAliveMs);
  return answer;
}
async function openInTime(send, call, signal) {
  const { quietMs } = call;
  if (quietMs === void 0) return send(call, signal);
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), quietMs);
  try {
    const answer = await send(call, AbortSignal.any([signal, silent.signal]));
    const tooQuiet = new import_chunk_SWWGSW5Y.DeadlinePassed(`nothing came for ${quietMs} ms`);
    return answer.setTimeout(quietMs, () => answer.destroy(tooQuiet));
  } catch (thrown) {
    if (!silent.signal.aborted || signal.aborted) throw thrown;
    throw new import_chunk_SWWGSW5Y.DeadlinePassed(`no answer within ${quietMs} ms`, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}
async function readJson(answer) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error(`The engine's answer is larger than ${maxAnswerBytes} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text.trim() === "" || !(answer.headers["content-type"] ?? "").includes("json") ? void 0 : JSON.parse(text);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openEngine,
  ping
});
