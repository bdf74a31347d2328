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
  ask: () => ask,
  pathOf: () => pathOf,
  refusalIn: () => refusalIn,
  toItsReader: () => toItsReader,
  upgrade: () => upgrade
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_node_http = require("node:http");
var maxRefusalBytes = 64 * 1024;
var toItsReader = () => {
};
async function ask(host, call, signal) {
  const body = call.json === void 0 ? void 0 : JSON.stringify(call.json);
  const headers = body === void 0 ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  const request = await requestTo(host, { path: pathOf(call), method: call.method, headers, signal });
  const answer = await new Promise((resolve, reject) => {
    request.on("response", resolve).on("error", reject).end(body);
  });
  const { statusCode = 0 } = answer.on("error", toItsReader);
  if (statusCode >= 200 && statusCode < 300) return answer;
  throw new import_chunk_SWWGSW5Y.EngineRefused(statusCode, refusalIn(await textOf(answer)));
}
async function upgrade(host, path, headers, signal) {
  const options = { path, method: "POST", headers: { Connection: "Upgrade", ...headers }, signal };
  const request = await requestTo(host, options);
  return new Promise((resolve, reject) => {
    request.on("upgrade", (_answer, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.on("response", (answer) => {
      answer.resume();
      reject(new import_chunk_SWWGSW5Y.EngineRefused(answer.statusCode ?? 0, "it does not open build sessions"));
    });
    request.on("error", reject);
    request.end();
  });
}
async function requestTo({ address, tls }, options) {
  if (!tls) return (0, import_node_http.request)({ servername: "", ...address, ...options });
  const { request } = await Promise.resolve().then(() => __toESM(require("node:https")));
  const { ca, cert, key, verify } = tls;
  return request({ ...address, ca, cert, key, rejectUnauthorized: verify, ...options });
}
function pathOf({ path, query = {} }) {
  const pairs = Object.entries(query).flatMap(
    ([name, value]) => (typeof value === "string" ? [value] : value).map((one) => [name, one])
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
async function textOf(answer) {
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) {
    text += chunk;
    if (text.length > maxRefusalBytes) break;
  }
  return text;
}
function refusalIn(text) {
  try {
    const data = JSON.parse(text);
    if (typeof data === "object" && data !== null && "message" in data) return String(data.message).trim();
  } catch {
  }
  return text.trim();
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ask,
  pathOf,
  refusalIn,
  toItsReader,
  upgrade
});
