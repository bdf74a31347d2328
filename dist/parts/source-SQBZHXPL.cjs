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
  registrySource: () => registrySource
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_J53PAZ3R = require("./chunk-J53PAZ3R.cjs");
var import_chunk_ONGVMUCM = require("./chunk-ONGVMUCM.cjs");
var import_chunk_WITA6PIH = require("./chunk-WITA6PIH.cjs");
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_C6VGJIMQ = require("./chunk-C6VGJIMQ.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_net = require("node:net");
var import_node_dns = require("node:dns");
var http2 = __toESM(require("node:http"));
var https2 = __toESM(require("node:https"));
var http = __toESM(require("node:http"));
var https = __toESM(require("node:https"));
var import_node_net2 = require("node:net");
var import_node_stream = require("node:stream");
var tls = __toESM(require("node:tls"));
var import_node_crypto2 = require("node:crypto");
var RepositoryContents = class {
  where;
  #from;
  #layers;
  #signal;
  #documents = /* @__PURE__ */ new Map();
  /** Paths that a manifest or an index is behind, not a blob. */
  #manifests = /* @__PURE__ */ new Set();
  constructor(where, from, layers, signal) {
    this.where = where;
    this.#from = from;
    this.#layers = layers;
    this.#signal = signal;
  }
  /** Takes a manifest that was read by its tag. */
  add(path, bytes) {
    this.#documents.set(path, Promise.resolve(bytes));
    this.#manifests.add(path);
    this.#noteChildren(bytes, void 0, path);
  }
  async stat() {
    throw new Error("A registry is not asked for a file by its path.");
  }
  document(path) {
    const document = this.#documents.get(path) ?? this.#fetch(path);
    this.#documents.set(path, document);
    return document;
  }
  readLayers(layers, signal, keep) {
    return this.#layers.readLayers(layers, signal, keep);
  }
  readBodies(layers, wanted, signal) {
    return this.#layers.readBodies(layers, wanted, signal);
  }
  async #fetch(path) {
    const digest = digestOfPath(path, this.where);
    const { registry, repository, limits } = this.#from;
    const most = limits.maxDocumentBytes;
    if (!this.#manifests.has(path)) return registry.blobDocument(repository, digest, most, this.#signal);
    const document = await registry.manifest(repository, digest, most, this.#signal);
    const where = `manifest ${digest} in ${this.where}`;
    (0, import_chunk_QIAGGXQA.checkDigest)(document.bytes, digest, where);
    this.#noteChildren(document.bytes, document.contentType, where);
    return document.bytes;
  }
  #noteChildren(bytes, contentType, where) {
    const read = (0, import_chunk_QIAGGXQA.readOciDocument)(bytes, contentType, where);
    if (read.kind !== "index") return;
    for (const { digest } of read.manifests) this.#manifests.add(pathOfDigest(digest));
  }
};
function pathOfDigest(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
function digestOfPath(path, where) {
  return (0, import_chunk_QIAGGXQA.readDigest)(path.replace(/^blobs\//, "").replace("/", ":"), where);
}
async function together(under, key, work) {
  for (let other = under.get(key); other; other = under.get(key)) {
    try {
      return await other;
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_ZU5SK2EV.Interrupted)) throw thrown;
    }
  }
  const mine = work().finally(() => under.delete(key));
  under.set(key, mine);
  return mine;
}
var maxKeptBytes = 96 * 2 ** 20;
var maxBodyBytes = 8 * 2 ** 20;
var bytesPerRecord = 160;
var KnownLayers = class {
  #under = /* @__PURE__ */ new Map();
  #read = /* @__PURE__ */ new Map();
  #bodiesUnder = /* @__PURE__ */ new Map();
  /** Least recently used first. */
  #kept = /* @__PURE__ */ new Map();
  #keptBytes = 0;
  /** What a layer that was checked can be compared with, though nobody may hold its records any more. */
  checkpointsOf(key) {
    return this.#read.get(key)?.checkpoints;
  }
  /** @param key says all that was checked: the blob, its length and its DiffID. */
  async get(key, read) {
    const known = this.#read.get(key);
    const scan = known?.scan.deref();
    if (known && scan) {
      this.#keep(key, { scan });
      return { scan, checkpoints: known.checkpoints };
    }
    const layer = await together(this.#under, key, read);
    this.#read.set(key, { scan: new WeakRef(layer.scan), checkpoints: layer.checkpoints });
    this.#keep(key, { scan: layer.scan });
    return layer;
  }
  /** Bodies of a layer, by record; those that were read before, or are being read for another image, are not read again. */
  async bodies(key, wanted, read) {
    const before = this.#kept.get(key)?.bodies;
    if (before && wanted.every(({ record, bytes: bytes2 }) => (before.get(record)?.length ?? -1) >= bytes2)) return before;
    const what = `${key} ${wanted.map(({ record, bytes: bytes2 }) => `${record}:${bytes2}`).join(" ")}`;
    const bodies = await together(this.#bodiesUnder, what, read);
    const bytes = [...bodies.values()].reduce((sum, { length }) => sum + length, 0);
    if (bytes <= maxBodyBytes) this.#keep(key, { bodies });
    return bodies;
  }
  #keep(key, { scan, bodies }) {
    const before = this.#kept.get(key);
    this.#drop(key);
    const held = scan ?? before?.scan;
    const longest = new Map(before?.bodies);
    for (const [record, body] of bodies ?? [])
      if (body.length >= (longest.get(record)?.length ?? 0)) longest.set(record, body);
    const kept = { ...held && { scan: held }, bodies: longest };
    if (weightOf(kept) > maxKeptBytes) return;
    this.#kept.set(key, kept);
    this.#keptBytes += weightOf(kept);
    for (const [oldest] of this.#kept) {
      if (this.#keptBytes <= maxKeptBytes) break;
      this.#drop(oldest);
    }
  }
  #drop(key) {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#keptBytes -= weightOf(kept);
  }
};
function weightOf({ scan, bodies }) {
  const all = [...bodies.values(), ...scan?.bodies?.values() ?? []];
  return all.reduce((sum, { length }) => sum + length, (scan?.entries.paths.length ?? 0) * bytesPerRecord);
}
var strideBytes = 1048576;
async function* checkWhole(pieces, { digest, where }, checkpoints) {
  const hash = hashFor(digest);
  for await (const { part, isAtCheckpoint } of cutAtCheckpoints(pieces)) {
    hash.update(part);
    if (isAtCheckpoint) checkpoints.push(hash.copy().digest());
    yield part;
  }
  const got = `${digest.split(":", 1)[0]}:${hash.digest("hex")}`;
  if (got !== digest) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `its digest is ${got}, not ${digest}`);
}
async function* checkAgain(pieces, { digest, where }, checkpoints) {
  const hash = hashFor(digest);
  const changed = () => (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not what it was when it was first read");
  let held = [];
  let passed = 0;
  for await (const { part, isAtCheckpoint } of cutAtCheckpoints(pieces)) {
    hash.update(part);
    held.push(part);
    if (!isAtCheckpoint) continue;
    if (checkpoints[passed]?.equals(hash.copy().digest()) !== true) throw changed();
    passed += 1;
    yield* held;
    held = [];
  }
  if (digest !== `${digest.split(":", 1)[0]}:${hash.digest("hex")}`) throw changed();
  yield* held;
}
async function* cutAtCheckpoints(pieces) {
  let left = strideBytes;
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; ) {
      const part = piece.subarray(start, start + left);
      start += part.length;
      left -= part.length;
      const isAtCheckpoint = left === 0;
      if (isAtCheckpoint) left = strideBytes;
      yield { part, isAtCheckpoint };
    }
  }
}
function hashFor(digest) {
  return (0, import_node_crypto.createHash)(digest.startsWith("sha512:") ? "sha512" : "sha256");
}
var local = blockList(
  ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "224.0.0.0/3"],
  [
    "::/128",
    "::1/128",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2002::/16",
    "2001::/32"
  ]
);
var privateNetworks = blockList(
  ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15"],
  ["fc00::/7"]
);
function reachOfAddress(address) {
  const family = (0, import_node_net.isIP)(address) === 6 ? "ipv6" : "ipv4";
  if (local.check(address, family)) return "local";
  return privateNetworks.check(address, family) ? "private" : "public";
}
function reachOfHost(hostname) {
  const bare2 = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if ((0, import_node_net.isIP)(bare2) !== 0) return reachOfAddress(bare2);
  return /(?:^|\.)localhost\.?$/.test(bare2) ? "local" : void 0;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || (0, import_node_net.isIP)(hostname) === 4 && hostname.startsWith("127.");
}
function blockList(v4, v6) {
  const list = new import_node_net.BlockList();
  const add = (subnets, family) => {
    for (const subnet of subnets) {
      const [network = "", bits] = subnet.split("/");
      list.addSubnet(network, Number(bits), family);
    }
  };
  add(v4, "ipv4");
  add(v6, "ipv6");
  return list;
}
var waiting = /* @__PURE__ */ new WeakMap();
function onAbort(signal, run) {
  const known = waiting.get(signal);
  const set = known ?? /* @__PURE__ */ new Set();
  if (!known) {
    waiting.set(signal, set);
    signal.addEventListener("abort", () => [...set].forEach((each) => each()), { once: true });
  }
  set.add(run);
  return () => void set.delete(run);
}
function proxyFor(url, environment) {
  const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const text = environment[name] || environment[name.toLowerCase()];
  if (!text || reachOfHost(url.hostname) === "local") return void 0;
  if (isExempt(url, environment["NO_PROXY"] || environment["no_proxy"] || "")) return void 0;
  const written = text.includes("://") ? text : `http://${text}`;
  const proxy = URL.canParse(written) ? new URL(written) : void 0;
  if (proxy && /^https?:$/.test(proxy.protocol) && proxy.hostname !== "") return proxy;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "bad-proxy",
    message: `${name} names no proxy this tool can use.`,
    expected: "http://HOST:PORT or https://HOST:PORT",
    hint: `Correct ${name}, or name the registry in NO_PROXY.`
  });
}
function isExempt(url, list) {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list.split(",").some((entry) => {
    const text = entry.trim().toLowerCase();
    if (text === "" || text === "*") return text === "*";
    const [, network = "", bits] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? [];
    if ((0, import_node_net2.isIP)(network) !== 0 && (0, import_node_net2.isIP)(host) === (0, import_node_net2.isIP)(network)) return isWithin(host, network, Number(bits));
    const [, name = text, ofPort] = /^(.*[^:]):(\d+)$/.exec(text) ?? [];
    if (ofPort !== void 0 && (0, import_node_net2.isIP)(text) === 0 && ofPort !== port) return false;
    const bare2 = ((0, import_node_net2.isIP)(text) === 0 ? name : text).replace(/^\[|\]$/g, "").replace(/^\*(?=\.)/, "");
    return bare2.startsWith(".") ? host.endsWith(bare2) : host === bare2 || host.endsWith(`.${bare2}`);
  });
}
function isWithin(host, network, bits) {
  const family = (0, import_node_net2.isIP)(network) === 6 ? "ipv6" : "ipv4";
  if (bits > (family === "ipv6" ? 128 : 32)) return false;
  const list = new import_node_net2.BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, family);
}
function proxyAddress({ protocol, hostname, port }) {
  return new URL(`${protocol}//${hostname}${port === "" ? "" : `:${port}`}`);
}
function proxyAuthorization(proxy) {
  if (proxy.username === "") return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
var TunnelAgent = class extends https.Agent {
  #proxy;
  #timeoutMs;
  constructor(proxy, timeoutMs) {
    super({ keepAlive: true });
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }
  createConnection(options, callback) {
    const host = options.host ?? "";
    const target = `${host.includes(":") ? `[${host}]` : host}:${options.port ?? 443}`;
    const request2 = (this.#proxy.protocol === "https:" ? https : http).request(proxyAddress(this.#proxy), {
      method: "CONNECT",
      path: target,
      agent: false,
      timeout: this.#timeoutMs,
      headers: { host: target, ...proxyAuthorization(this.#proxy) }
    });
    const fail = (error) => callback?.(error, new import_node_stream.PassThrough());
    request2.on("timeout", () => request2.destroy(new Error("the proxy does not answer")));
    request2.on("error", fail);
    request2.on("response", ({ statusCode }) => request2.destroy(new Error(`the proxy answers ${statusCode}`)));
    request2.on("connect", ({ statusCode }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        return fail(new Error(`the proxy answers ${statusCode}`));
      }
      socket.setTimeout(0);
      const servername = options.servername || ((0, import_node_net2.isIP)(host) === 0 ? host : "");
      return callback?.(null, tls.connect({ socket, servername, host, ALPNProtocols: ["http/1.1"] }));
    });
    request2.end();
    return void 0;
  }
};
var ForbiddenAddress = class extends Error {
  name = "ForbiddenAddress";
};
var Dialer = class {
  patience;
  #environment;
  /** Apart by what was allowed: a connection kept from elsewhere would slip past the check. */
  #agents = /* @__PURE__ */ new Map();
  constructor(environment, patience) {
    this.#environment = environment;
    this.patience = patience;
  }
  /** Starts a request; nothing is sent before `end()`. A proxy looks names up itself, so only literal addresses were checked. */
  request(url, allowed, options) {
    const proxy = proxyFor(url, this.#environment);
    const isTls = url.protocol === "https:";
    const common = { ...options, timeout: this.patience.idleMs, path: `${url.pathname}${url.search}` };
    const host = { hostname: url.hostname.replace(/^\[|\]$/g, ""), port: url.port || (isTls ? 443 : 80) };
    if (!proxy) {
      const agent = this.#agent(`${url.protocol}${allowed}`, () => {
        const kept = { keepAlive: true, ...allowed !== "any" && { lookup: guardedLookup(allowed) } };
        return isTls ? new https2.Agent(kept) : new http2.Agent(kept);
      });
      return (isTls ? https2 : http2).request({ ...common, ...host, agent });
    }
    if (isTls) {
      const agent = this.#agent(`tunnel ${proxy.href}`, () => new TunnelAgent(proxy, this.patience.idleMs));
      return https2.request({ ...common, ...host, agent });
    }
    const headers = { ...options.headers, host: url.host, ...proxyAuthorization(proxy) };
    return (proxy.protocol === "https:" ? https2 : http2).request(proxyAddress(proxy), {
      ...common,
      headers,
      path: url.href
    });
  }
  /** Closes what is kept open. */
  close() {
    for (const agent of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }
  #agent(key, make) {
    const agent = this.#agents.get(key) ?? make();
    this.#agents.set(key, agent);
    return agent;
  }
};
function guardedLookup(allowed) {
  const bounds = allowed === "public" ? ["public"] : ["public", "private"];
  return (hostname, options, callback) => {
    (0, import_node_dns.lookup)(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const outside = addresses.find(({ address }) => !bounds.includes(reachOfAddress(address)));
      if (outside) return callback(new ForbiddenAddress(`${hostname} has the address ${outside.address}`), []);
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? "", first?.family);
    });
  };
}
var Dropped = class extends Error {
  name = "Dropped";
};
var TlsFailed = class extends Error {
  name = "TlsFailed";
};
async function exchange(dialer, request2, signal) {
  const { url, allowed, headers, form } = request2;
  if (signal.aborted) throw cancelled(url);
  const { idleMs, documentMs } = dialer.patience;
  let why;
  const giveUp = (reason) => {
    why = reason;
    outgoing.destroy(new Error(reason));
  };
  const explain2 = (cause) => {
    if (signal.aborted) return cancelled(url);
    if (why !== void 0) return new Dropped(why, { cause });
    return explainFailure(cause);
  };
  const body = form?.toString();
  const outgoing = dialer.request(url, allowed, {
    method: body === void 0 ? "GET" : "POST",
    headers: {
      ...headers,
      "accept-encoding": "identity",
      "user-agent": "plimsoll",
      ...body !== void 0 && { "content-type": "application/x-www-form-urlencoded" }
    }
  });
  outgoing.on(
    "close",
    onAbort(signal, () => outgoing.destroy(new Error("cancelled")))
  );
  outgoing.on("timeout", () => giveUp(`nothing came for ${idleMs / 1e3} s`));
  const timer = setTimeout(() => giveUp(`no answer came within ${documentMs / 1e3} s`), documentMs);
  const response = await new Promise((resolve, reject) => {
    outgoing.on("response", resolve);
    outgoing.on("error", (cause) => reject(explain2(cause)));
    outgoing.end(body);
  }).finally(() => clearTimeout(timer));
  response.on("error", () => void 0);
  const address = response.socket.remoteAddress;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    url,
    reach: address === void 0 ? void 0 : reachOfAddress(address),
    body: piecesOf(response, explain2),
    discard: () => response.destroy()
  };
}
async function* piecesOf(response, explain2) {
  const pieces = response[Symbol.asyncIterator]();
  try {
    for (; ; ) {
      const next = await pieces.next().catch((cause) => {
        throw explain2(cause);
      });
      if (next.done === true) break;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}
function explainFailure(cause) {
  if (cause instanceof ForbiddenAddress) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  const isTls = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH)/.test(code);
  return isTls ? new TlsFailed(code, { cause }) : new Dropped(code || message || "the connection was lost", { cause });
}
function cancelled(url) {
  return new import_chunk_ZU5SK2EV.Interrupted(`Cancelled while asking ${url.host}.`);
}
async function readBody(answer3, maxBytes) {
  if (Number(answer3.headers["content-length"] ?? 0) > maxBytes) {
    answer3.discard();
    return void 0;
  }
  const pieces = [];
  let bytes = 0;
  for await (const piece of answer3.body) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      answer3.discard();
      return void 0;
    }
    pieces.push(piece);
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}
var defaultPatience = {
  maxRetries: 4,
  baseMs: 500,
  maxWaitMs: 6e4,
  idleMs: 15e3,
  documentMs: 6e4
};
var passing = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
var mayPass = (status) => passing.has(status) || status >= 520 && status <= 529;
async function patiently(ask, patience, signal) {
  for (let tries = 1; ; tries += 1) {
    const tried = await ask().catch((thrown) => {
      if (thrown instanceof Dropped && tries <= patience.maxRetries) return thrown;
      throw thrown;
    });
    const isDropped = tried instanceof Dropped;
    if (!isDropped && (!mayPass(tried.status) || tries > patience.maxRetries)) return tried;
    const named = isDropped ? void 0 : namedWaitMs(tried.headers);
    const ms = named ?? patience.baseMs * 2 ** (tries - 1);
    if (!isDropped && ms > patience.maxWaitMs) return tried;
    await pause(Math.min(ms, patience.maxWaitMs), signal);
  }
}
async function pause(ms, signal) {
  if (signal.aborted) throw cancelled2();
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stopWaiting();
      resolve();
    }, ms);
    const stopWaiting = onAbort(signal, () => {
      clearTimeout(timer);
      reject(cancelled2());
    });
  });
}
function cancelled2() {
  return new import_chunk_ZU5SK2EV.Interrupted("Cancelled while waiting for a registry.");
}
function namedWaitMs(headers) {
  const after = headers["retry-after"];
  if (after === void 0) return void 0;
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1e3;
  const serverMs = Date.parse(headers.date ?? "");
  const ms = Date.parse(after) - (Number.isNaN(serverMs) ? Date.now() : serverMs);
  return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}
var maxParts = 100;
async function* blobPieces(registry, blob, signal) {
  const { repository, digest, bytes } = blob;
  const { maxRetries, baseMs, maxWaitMs } = registry.patience;
  let position = 0;
  let fruitless = 0;
  let canResume = true;
  for (let part = 1; position < bytes; part += 1) {
    const before = position;
    let cut = new Dropped(`it ended after ${position} of ${bytes} bytes`);
    try {
      const answer3 = await registry.openBlob(repository, digest, canResume ? position : 0, signal);
      if (answer3.status === 416) {
        answer3.discard();
        canResume = false;
      } else {
        for await (const piece of wantedPieces(answer3, position, blob)) {
          position += piece.length;
          yield piece;
        }
        cut = new Dropped(`it ended after ${position} of ${bytes} bytes`);
      }
    } catch (thrown) {
      if (!(thrown instanceof Dropped)) throw thrown;
      cut = thrown;
    }
    if (position >= bytes) return;
    fruitless = position > before ? 0 : fruitless + 1;
    if (fruitless > maxRetries || part >= maxParts) throw registry.explainBlob(repository, digest, cut);
    await pause(Math.min(baseMs * 2 ** fruitless, maxWaitMs), signal);
  }
}
async function* wantedPieces(answer3, position, blob) {
  let at = answer3.status === 206 ? startOf(answer3, position, blob) : 0;
  if (answer3.status === 200) checkLength(answer3, blob);
  for await (const piece of answer3.body) {
    const fresh = at + piece.length <= position ? void 0 : piece.subarray(Math.max(0, position - at));
    at += piece.length;
    if (at > blob.bytes) throw (0, import_chunk_GXJJBHNS.brokenArchive)(blob.where, `it is longer than the stated ${blob.bytes} bytes`);
    if (fresh) yield fresh;
  }
}
function checkLength({ headers, discard }, { where, bytes }) {
  const stated = headers["content-length"];
  if (stated === void 0 || Number(stated) === bytes) return;
  discard();
  throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it has ${stated} bytes, not ${bytes}`);
}
function startOf({ headers, discard }, position, { where, bytes }) {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
  if (Number(start) <= position && (total === "*" || Number(total) === bytes)) return Number(start);
  discard();
  throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `asked for its bytes from ${position} on, the registry sends others`);
}
var concurrentBlobs = 3;
var LayerReader = class {
  #from;
  #known;
  constructor(from, known) {
    this.#from = from;
    this.#known = known;
  }
  /** In the order given. @throws UserError */
  async readLayers(layers, signal, keep) {
    const budget = new import_chunk_GXJJBHNS.Budget(this.#from.limits);
    for (const layer of layers) refuseForeign(layer);
    const queue = layers.toSorted((one, other) => (other.blobBytes ?? 0) - (one.blobBytes ?? 0)).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const read = /* @__PURE__ */ new Map();
    const work = async () => {
      for (const layer of queue)
        read.set(
          keyOf(layer),
          await this.#known.get(keyOf(layer), () => this.#read(layer, budget, either, (0, import_chunk_QIAGGXQA.keepOnTheWay)(budget, keep)))
        );
    };
    const workers = Array.from({ length: concurrentBlobs }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    return layers.map((layer) => {
      const { scan } = read.get(keyOf(layer)) ?? {};
      if (!scan) throw new Error(`${layer.where} was not read`);
      return scan;
    });
  }
  /** Bodies from the start; the layer is fetched again as far as it takes, and compared with what it was. @throws UserError */
  async readBodies(layers, wanted, signal) {
    const bodies = wanted.map(() => void 0);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const asked = here.map(([, body]) => body);
      const read = () => this.#readBodies(layer, asked, signal);
      const found = await this.#known.bodies(keyOf(layer), asked, read);
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }
  /** A layer known from elsewhere, such as a cache, was not fetched yet: it is read whole, once, its bodies on the way. */
  async #readBodies(layer, wanted, signal) {
    const { limits } = this.#from;
    const keeper = (0, import_chunk_QIAGGXQA.keepWanted)(wanted);
    const read = () => this.#read(layer, new import_chunk_GXJJBHNS.Budget(limits), signal, keeper);
    const known = this.#known.checkpointsOf(keyOf(layer));
    const checkpoints = known ?? (await this.#known.get(keyOf(layer), read)).checkpoints;
    if (wanted.every(({ record }) => keeper.bodies.has(record))) return keeper.bodies;
    const blob = this.#blobOf(layer);
    const pieces = checkAgain(blobPieces(this.#from.registry, blob, signal), blob, checkpoints);
    return (0, import_chunk_QIAGGXQA.readBodiesOfPieces)(pieces, layer, wanted, { limits }, signal);
  }
  async #read(layer, budget, signal, keeper) {
    const { registry, onBytes } = this.#from;
    const blob = this.#blobOf(layer);
    const checkpoints = [];
    const pieces = checkWhole((0, import_chunk_ABOBOMAN.counted)(blobPieces(registry, blob, signal), onBytes), blob, checkpoints);
    const { blobDigest: _checked, ...unpacked } = layer;
    const options = { budget, contentSums: true, verifyLayers: true, ...keeper && { keeper } };
    return { scan: await (0, import_chunk_QIAGGXQA.readPieces)(pieces, unpacked, options, signal), checkpoints };
  }
  #blobOf({ blobDigest, blobBytes, where }) {
    if (blobDigest === void 0 || blobBytes === void 0) throw new Error(`${where} has no blob`);
    return { repository: this.#from.repository, digest: blobDigest, bytes: blobBytes, where };
  }
};
function keyOf({ blobDigest, blobBytes, diffId }) {
  return `${blobDigest} ${blobBytes} ${diffId}`;
}
function refuseForeign({ isForeign, where, diffId }) {
  if (isForeign === true) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "missing-layer",
      message: `${where} is not distributed with the image, and this tool does not follow it to its owner.`,
      hint: "Images with foreign layers can only be measured from an archive or a layout in which these are stored too."
    });
  }
  if (diffId === void 0) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "the config states no DiffID for it");
}
function asBrokenImage(thrown) {
  if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError) || !thrown.problems.some(({ code }) => code === "broken-archive")) return thrown;
  const [first, ...rest] = thrown.problems.map((problem) => ({
    ...problem,
    code: "broken-image",
    hint: "The registry, or something on the way, sends other bytes than the image states: try again, then push the image anew."
  }));
  return first ? new import_chunk_ZU5SK2EV.UserError([first, ...rest], { cause: thrown }) : thrown;
}
function oldManifest(where, mediaType) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "old-manifest",
    message: `${where} has a manifest of schema 1, which this tool does not read.`,
    got: mediaType,
    expected: "an OCI image, or one of Docker’s schema 2",
    hint: "Pull the image and push it again with a Docker of this decade."
  });
}
function noImageListed(where) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-image",
    message: `${where} is an index that lists no image.`,
    got: "an index without images",
    hint: "Check that the image was pushed whole; attestations and other artifacts are no images."
  });
}
function endpointOf(name, insecure) {
  const host = name === "docker.io" ? "registry-1.docker.io" : name;
  if (!URL.canParse(`http://${host}`)) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "image-reference",
      message: `${name} is no address of a registry.`,
      expected: "HOST or HOST:PORT",
      got: name,
      hint: "Correct the name of the image."
    });
  }
  const isPlainAllowed = insecure.includes(name) || isLoopback(new URL(`http://${host}`).hostname);
  const isPlain = isPlainAllowed && !host.endsWith(":443");
  return { name, isPlainAllowed, origin: new URL(`${isPlain ? "http" : "https"}://${host}`) };
}
function isSameHost(one, other) {
  return one.hostname === other.hostname && portOf(one) === portOf(other);
}
function portOf({ port, protocol }) {
  return port || (protocol === "https:" ? "443" : "80");
}
function refuseTarget(url, endpoint) {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && endpoint.isPlainAllowed))
    return `it is ${url.protocol.slice(0, -1)}, not https`;
  if (url.username !== "" || url.password !== "") return "it holds credentials";
  if (isSameHost(url, endpoint.origin)) return void 0;
  const reach = reachOfHost(url.hostname);
  return reach === "local" || reach === "private" ? `${url.hostname} is an address of a closed network` : void 0;
}
function allowedAddresses(url, endpoint, reach) {
  if (isSameHost(url, endpoint.origin)) return "any";
  return reach === "private" ? "private-or-public" : "public";
}
function mayHoldCredentials(realm, endpoint) {
  const [there, here] = [realm.hostname, endpoint.origin.hostname];
  if (endpoint.name === "docker.io") return there === "auth.docker.io";
  if (isSameHost(realm, endpoint.origin)) return true;
  if (reachOfHost(there) !== void 0 || reachOfHost(here) !== void 0) return false;
  if (there === here) return true;
  const domains = [here, withoutFirst(here)].filter(isDomainOfOne);
  return domains.some((domain) => there === domain || there.endsWith(`.${domain}`));
}
function withoutFirst(host) {
  return host.slice(host.indexOf(".") + 1);
}
function isDomainOfOne(domain) {
  const labels = domain.split(".");
  const [second = "", first = ""] = labels.slice(-2);
  if (labels.length < 2) return false;
  if (labels.length === 2 && first.length === 2 && second.length <= 3) return false;
  return !sharedDomains.has(domain);
}
var sharedDomains = /* @__PURE__ */ new Set([
  "amazonaws.com",
  "appspot.com",
  "azurecr.io",
  "cloudfront.net",
  "github.io",
  "gitlab.io",
  "herokuapp.com",
  "jfrog.io",
  "pkg.dev",
  "run.app",
  "workers.dev"
]);
var UnsafeRedirect = class extends Error {
  name = "UnsafeRedirect";
};
var maxRedirects = 5;
var redirects = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
var maxErrorBytes = 65536;
async function follow({ dialer, endpoint, reach }, request2, signal) {
  let current = request2;
  for (let count = 0; ; count += 1) {
    const allowed = allowedAddresses(current.url, endpoint, reach());
    const answer3 = await exchange(dialer, { ...current, allowed }, signal);
    const { location } = answer3.headers;
    if (!redirects.has(answer3.status) || location === void 0) return answer3;
    await readBody(answer3, maxErrorBytes);
    if (count >= maxRedirects) throw new UnsafeRedirect(`more than ${maxRedirects} redirects`);
    current = redirected(current, location, endpoint);
  }
}
function redirected(request2, location, endpoint) {
  const { url } = request2;
  if (!URL.canParse(location, url.href)) throw new UnsafeRedirect("a redirect to what is no URL");
  const target = new URL(location, url);
  const why = refuseTarget(target, endpoint) ?? (isDowngrade(url, target) ? "it is http, not https" : void 0);
  if (why !== void 0) throw new UnsafeRedirect(`a redirect to ${target.protocol}//${target.host}: ${why}`);
  if (request2.form && !isSameOrigin(url, target)) throw new UnsafeRedirect(`a redirect of a secret to ${target.host}`);
  const { authorization: _dropped, ...others } = request2.headers;
  return { ...request2, url: target, headers: isSameOrigin(url, target) ? request2.headers : others };
}
function isDowngrade(from, to) {
  return from.protocol === "https:" && to.protocol !== "https:";
}
function isSameOrigin(one, other) {
  return one.protocol === other.protocol && isSameHost(one, other);
}
function denied({ registry, what }, { status, output }, tried) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "registry-denied",
    message: `${registry} denies ${what} (${status}); asked with ${tried}.`,
    got: `${status}, with ${tried}`,
    ...withOutput(output),
    hint: `Check the name; if the image is private, log in first: docker login ${registry}, with an account that may read it.`
  });
}
function refused(asked, refusal) {
  const { registry, what } = asked;
  const { status, output } = refusal;
  const got = { got: `${status}`, ...withOutput(output) };
  if (status === 404) {
    return new import_chunk_ZU5SK2EV.UserError({
      code: "no-such-image",
      message: `${registry} does not have ${what}.`,
      ...got,
      hint: "Check the name and the tag; some registries also answer so when they want a login."
    });
  }
  if (status === 429) {
    return new import_chunk_ZU5SK2EV.UserError({
      code: "registry-rate-limit",
      message: `${registry} asks to come back later: too many requests (429), while reading ${what}.`,
      ...got,
      hint: `Run it again later, or log in (docker login ${registry}): limits are higher with an account.`
    });
  }
  const isTrouble = status >= 500 || status === 408;
  return new import_chunk_ZU5SK2EV.UserError({
    code: isTrouble ? "registry-unavailable" : "registry-answer",
    message: `${registry} answers ${status} to the request for ${what}.`,
    ...got,
    hint: isTrouble ? "The registry has trouble of its own: run it again later." : "Check that the address is that of a container registry, and the name that of an image in it."
  });
}
function badAnswer({ registry, what }, why, options) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "registry-answer",
      message: `${registry} gave an answer to the request for ${what} that cannot be used: ${why}.`,
      hint: "Check that the address is that of a container registry, and that nothing between rewrites its answers."
    },
    options
  );
}
function explain(asked, thrown) {
  const { registry, what } = asked;
  if (thrown instanceof UnsafeRedirect || thrown instanceof ForbiddenAddress) {
    const message = `${registry} leads elsewhere for ${what}, where this tool does not go: ${thrown.message}.`;
    const hint = "Redirects and token servers must use https and public addresses; only the registry itself may be on a closed network.";
    return new import_chunk_ZU5SK2EV.UserError({ code: "unsafe-redirect", message, got: thrown.message, hint }, { cause: thrown });
  }
  if (thrown instanceof TlsFailed) {
    return new import_chunk_ZU5SK2EV.UserError(
      {
        code: "registry-tls",
        message: `The connection to ${registry} is not secure: ${tlsReasons[thrown.message] ?? thrown.message}.`,
        got: thrown.message,
        hint: thrown.message === "EPROTO" ? `If it speaks plain http and you trust the network, name it: insecure-registries: ${registry}.` : "Correct its certificate, or name the authority that signed it in NODE_EXTRA_CA_CERTS."
      },
      { cause: thrown }
    );
  }
  if (!(thrown instanceof Dropped)) return thrown;
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "registry-unavailable",
      message: `${registry} could not be read while asking for ${what}: ${dropReasons[thrown.message] ?? thrown.message}.`,
      got: thrown.message,
      hint: "Check the address and the network (HTTPS_PROXY, NO_PROXY), and run it again."
    },
    { cause: thrown }
  );
}
var tlsReasons = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by an authority this machine does not know",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by an authority this machine does not know",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an authority this machine does not know",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  EPROTO: "it does not speak TLS"
};
var dropReasons = {
  ECONNREFUSED: "nothing listens there (ECONNREFUSED)",
  ECONNRESET: "the connection was cut (ECONNRESET)",
  ENOTFOUND: "there is no host of that name (ENOTFOUND)",
  EAI_AGAIN: "its name could not be looked up (EAI_AGAIN)"
};
function withOutput(output) {
  return output.length === 0 ? {} : { output };
}
var token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
var blanks = /[ \t]*/y;
var separators = /[ \t,]*/y;
var quoted = /"((?:[^"\\]|\\.)*)"/y;
var bare = /[^\s,"]+/y;
var token68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y;
function parseChallenges(header) {
  const reader = new Reader(header);
  const challenges = [];
  for (; ; ) {
    reader.take(separators);
    const scheme = reader.take(token);
    if (scheme === void 0) return challenges;
    const { parameters, isWhole } = readParameters(reader);
    challenges.push({ scheme: scheme.toLowerCase(), parameters });
    if (!isWhole) return challenges;
  }
}
function readParameters(reader) {
  const parameters = /* @__PURE__ */ new Map();
  reader.take(blanks);
  if (reader.take(token68) !== void 0) return { parameters, isWhole: true };
  for (; ; ) {
    const start = reader.position;
    reader.take(separators);
    const name = reader.take(token);
    if (name === void 0) return { parameters, isWhole: reader.isAtEnd };
    reader.take(blanks);
    if (!reader.skip("=")) {
      reader.position = start;
      return { parameters, isWhole: true };
    }
    reader.take(blanks);
    const value = reader.capture(quoted)?.replace(/\\(.)/gs, "$1") ?? reader.take(bare);
    if (value === void 0) return { parameters, isWhole: false };
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
}
var Reader = class {
  position = 0;
  #text;
  constructor(text) {
    this.#text = text;
  }
  get isAtEnd() {
    return this.position >= this.#text.length;
  }
  /** What the sticky pattern matches here. @returns undefined when it matches nothing. */
  take(pattern) {
    return this.#match(pattern)?.[0];
  }
  capture(pattern) {
    return this.#match(pattern)?.[1];
  }
  skip(character) {
    if (this.#text[this.position] !== character) return false;
    this.position += 1;
    return true;
  }
  #match(pattern) {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#text);
    if (match) this.position += match[0].length;
    return match;
  }
};
var answer = (0, import_chunk_H7G5P3MR.object)({ Username: (0, import_chunk_H7G5P3MR.string)(), Secret: (0, import_chunk_H7G5P3MR.string)() });
var deadlineMs = 15e3;
async function askHelper(helper, server, environment, signal) {
  if (!/^[a-z0-9-]+$/.test(helper)) throw broken(helper, "that is no name of a helper");
  const deadline = (0, import_chunk_OTF75QEW.timeoutSignal)(deadlineMs);
  const call = {
    program: `docker-credential-${helper}`,
    args: ["get"],
    environment,
    signal: AbortSignal.any([signal, deadline]),
    input: server,
    maxOutputChars: 65536
  };
  try {
    const { data } = answer.safeParse(parse(await (0, import_chunk_C6VGJIMQ.runProcess)(call)));
    if (!data) throw broken(helper, "its answer is not what helpers print");
    return { username: data.Username, secret: data.Secret };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted && !signal.aborted)
      throw broken(helper, `it did not answer within ${deadlineMs / 1e3} s`);
    if (!(thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed)) throw thrown;
    if (/credentials not found/i.test(`${thrown.stdout}${thrown.stderr}`)) return void 0;
    throw broken(helper, thrown.status === void 0 ? "it could not be run" : `it ended with ${thrown.status}`);
  }
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function broken(helper, why) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "credential-helper",
    message: `The credential helper ${JSON.stringify(helper)} of docker's config.json failed: ${why}.`,
    got: helper,
    expected: "a program docker-credential-NAME on the PATH that knows `get`",
    hint: "Install or repair the helper, or log in without it: remove it from config.json and run `docker login`."
  });
}
var hubServer = "https://index.docker.io/v1/";
var tokenUser = "<token>";
async function findCredentials(host, environment, signal) {
  const config = (0, import_chunk_J53PAZ3R.readDockerConfig)(environment);
  if (!config) return void 0;
  const helper = (0, import_chunk_J53PAZ3R.entryOfHost)(config.credHelpers, host) ?? config.credsStore;
  if (helper !== void 0 && helper !== "") {
    const answer3 = await askHelper(helper, host === "docker.io" ? hubServer : host, environment, signal);
    const from = `the credential helper docker-credential-${helper}`;
    if (answer3?.username === tokenUser) return { kind: "identity-token", token: answer3.secret, from };
    if (answer3) return { kind: "password", username: answer3.username, password: answer3.secret, from };
  }
  const found = (0, import_chunk_J53PAZ3R.entryOfHost)(config.auths, host);
  return found ? readAuth(found, host, config) : void 0;
}
function readAuth(auth, host, { path }) {
  const from = `\`auths\` in ${path}`;
  if (auth.identitytoken) return { kind: "identity-token", token: auth.identitytoken, from };
  if (auth.registrytoken) return { kind: "registry-token", token: auth.registrytoken, from };
  if (auth.username && auth.password !== void 0)
    return { kind: "password", username: auth.username, password: auth.password, from };
  if (!auth.auth) return void 0;
  const decoded = Buffer.from(auth.auth, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon < 1) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "broken-docker-config",
      message: `${path} is broken: \`auth\` of ${host} is not the base64 of NAME:PASSWORD.`,
      got: path,
      hint: `Log in again: docker login ${host}.`
    });
  }
  const password = decoded.slice(colon + 1).replace(/\0+$/, "");
  return { kind: "password", username: decoded.slice(0, colon), password, from };
}
var errorsForm = (0, import_chunk_H7G5P3MR.object)({
  errors: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ code: (0, import_chunk_H7G5P3MR.string)().optional(), message: (0, import_chunk_H7G5P3MR.string)().optional() }))
});
var maxLines = 5;
var maxLineChars = 200;
function outputOf(body) {
  const text = body?.toString("utf8") ?? "";
  return linesOf(text).map((line) => line.trim().slice(0, maxLineChars)).filter((line) => line !== "").slice(0, maxLines);
}
function linesOf(text) {
  try {
    const { errors } = errorsForm.parse(JSON.parse(text));
    return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
  } catch {
    return text.split("\n");
  }
}
var maxTokenBytes = 65536;
var answerForm = (0, import_chunk_H7G5P3MR.object)({
  token: (0, import_chunk_H7G5P3MR.string)().optional(),
  access_token: (0, import_chunk_H7G5P3MR.string)().optional(),
  expires_in: (0, import_chunk_H7G5P3MR.number)().optional()
});
var defaultLifeS = 60;
function realmOf(challenge, endpoint, asked) {
  const text = challenge.parameters.get("realm") ?? "";
  if (!URL.canParse(text)) throw badAnswer(asked, "it names no token server");
  const realm = new URL(text);
  const why = refuseTarget(realm, endpoint);
  if (why !== void 0) throw badAnswer(asked, `its token server ${realm.protocol}//${realm.host} is refused: ${why}`);
  return realm;
}
async function fetchToken(route, {
  challenge,
  scope,
  credentials
}, { asked, patience, tried }, signal) {
  const realm = realmOf(challenge, route.endpoint, asked);
  const own = credentials && mayHoldCredentials(realm, route.endpoint) ? credentials : void 0;
  const request2 = tokenRequest(realm, challenge.parameters.get("service"), scope, own);
  const at = { registry: realm.host, what: `a token for ${asked.registry}` };
  const ask = async () => {
    const got = await follow(route, request2, signal);
    return { status: got.status, headers: got.headers, body: await readBody(got, maxTokenBytes) };
  };
  const answer3 = await patiently(ask, patience, signal).catch((thrown) => {
    throw explain(at, thrown);
  });
  const refusal = { status: answer3.status, output: outputOf(answer3.body) };
  if (answer3.status === 401 || answer3.status === 403)
    throw denied({ ...asked, what: `${asked.what} at its token server ${realm.host}` }, refusal, tried);
  if (answer3.status !== 200) throw refused(at, refusal);
  if (!answer3.body) throw badAnswer(at, `it is larger than ${maxTokenBytes} bytes`);
  return readToken(answer3.body, at);
}
function tokenRequest(realm, service, scope, own) {
  const about = { ...service !== void 0 && { service }, scope };
  if (own?.kind === "identity-token") {
    const form = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: own.token,
      client_id: "plimsoll",
      ...about
    });
    return { url: realm, headers: {}, form };
  }
  const url = new URL(realm);
  for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value);
  return { url, headers: own?.kind === "password" ? { authorization: basic(own) } : {} };
}
function basic({ username, password }) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function readToken(body, asked) {
  let answer3;
  try {
    answer3 = answerForm.parse(JSON.parse(body.toString("utf8")));
  } catch {
    throw badAnswer(asked, "it is not what token servers send");
  }
  const text = answer3.token || answer3.access_token || "";
  if (!/^[\x21-\x7e]+$/.test(text)) throw badAnswer(asked, "it holds no token");
  const lifeS = Math.max(answer3.expires_in ?? defaultLifeS, defaultLifeS);
  return { text, expiresMs: Date.now() + (lifeS - 10) * 1e3 };
}
var Authorizer = class {
  #route;
  #environment;
  #patience;
  #onSecret;
  #looking = /* @__PURE__ */ new Map();
  #found;
  #challenge;
  /** By scope; kept while they hold. */
  #tokens = /* @__PURE__ */ new Map();
  #fetching = /* @__PURE__ */ new Map();
  /** Which credentials were sent, by their source. */
  #tried = "no credentials";
  constructor(route, options) {
    this.#route = route;
    this.#environment = options.environment;
    this.#patience = options.patience;
    this.#onSecret = options.onSecret;
  }
  get tried() {
    return this.#tried;
  }
  /** The header for a call in this scope, as far as it is known what the registry wants. @throws UserError */
  async current(scope, asked, signal) {
    return this.#challenge && this.#answer(this.#challenge, scope, asked, signal);
  }
  /**
   * The header after a 401, and after one only: a token that was refused is replaced.
   * @param refused the header that was sent. @returns undefined when there is nothing (more) to try. @throws UserError
   */
  async renew({ scope, refused: refused2 }, headers, asked, signal) {
    const challenges = parseChallenges(headers["www-authenticate"] ?? "");
    const credentials = await this.#find(signal);
    const challenge = choose(challenges, credentials);
    if (!challenge) return void 0;
    this.#challenge = challenge;
    const kept = this.#tokens.get(scope);
    if (kept && refused2 === `Bearer ${kept.text}`) this.#tokens.delete(scope);
    const next = await this.#answer(challenge, scope, asked, signal);
    return next === refused2 ? void 0 : next;
  }
  async #answer(challenge, scope, asked, signal) {
    const credentials = await this.#find(signal);
    if (challenge.scheme === "basic") {
      if (credentials?.kind !== "password") return void 0;
      this.#tried = credentials.from;
      return basic(credentials);
    }
    if (credentials?.kind === "registry-token") {
      this.#tried = credentials.from;
      return `Bearer ${credentials.token}`;
    }
    return `Bearer ${(await this.#token(challenge, scope, asked, credentials, signal)).text}`;
  }
  async #token(challenge, scope, asked, credentials, signal) {
    const kept = this.#tokens.get(scope);
    if (kept && kept.expiresMs > Date.now()) return kept;
    return together(this.#fetching, scope, async () => {
      const token2 = await this.#fetch(challenge, scope, asked, credentials, signal);
      this.#tokens.set(scope, token2);
      return token2;
    });
  }
  async #fetch(challenge, scope, asked, credentials, signal) {
    const realm = realmOf(challenge, this.#route.endpoint, asked);
    const isTheirs = credentials !== void 0 && !mayHoldCredentials(realm, this.#route.endpoint);
    this.#tried = isTheirs ? `no credentials (${credentials.from} were kept from ${realm.host}, which is of another domain)` : credentials?.from ?? this.#tried;
    const token2 = await fetchToken(
      this.#route,
      { challenge, scope, credentials },
      { asked, patience: this.#patience, tried: this.#tried },
      signal
    );
    await this.#onSecret(token2.text);
    return token2;
  }
  /** Looked up once, when a registry first asks. */
  async #find(signal) {
    if (this.#found) return this.#found.credentials;
    return together(this.#looking, "credentials", async () => {
      const credentials = await this.#look(signal);
      this.#found = { credentials };
      return credentials;
    });
  }
  async #look(signal) {
    const found = await findCredentials(this.#route.endpoint.name, this.#environment, signal);
    if (found?.kind === "password") {
      await this.#onSecret(found.password);
      await this.#onSecret(basic(found).slice("Basic ".length));
    } else if (found) await this.#onSecret(found.token);
    return found;
  }
};
function choose(challenges, credentials) {
  const bearer = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm"));
  const other = challenges.find(({ scheme }) => scheme === "basic");
  return bearer ?? (credentials?.kind === "password" ? other : void 0);
}
var maxErrorBytes2 = 65536;
var Session = class {
  endpoint;
  #dialer;
  #auth;
  #reach;
  constructor(name, options) {
    this.endpoint = endpointOf(name, options.insecureRegistries);
    this.#dialer = new Dialer(options.environment, options.patience);
    this.#auth = new Authorizer(this.#route, options);
  }
  /** One call, authorised; a 401 of the registry's own is answered once. @throws UserError, or what the network did */
  async ask(call, asked, signal) {
    const scope = `repository:${call.repository}:pull`;
    const url = new URL(call.path, this.endpoint.origin);
    const send = async (authorization) => {
      const headers = { ...call.headers, ...authorization !== void 0 && { authorization } };
      const answer4 = await follow(this.#route, { url, headers }, signal);
      if (isSameHost(answer4.url, this.endpoint.origin)) this.#reach = answer4.reach;
      return answer4;
    };
    const first = await this.#auth.current(scope, asked, signal);
    const answer3 = await send(first);
    if (answer3.status !== 401 || !isSameOrigin(answer3.url, url)) return answer3;
    const renewed = await this.#auth.renew({ scope, refused: first }, answer3.headers, asked, signal);
    if (renewed === void 0) return answer3;
    await readBody(answer3, maxErrorBytes2);
    return send(renewed);
  }
  /** The error for an answer that is no success. */
  refusal(asked, status, body) {
    const what = { status, output: outputOf(body) };
    return status === 401 || status === 403 ? denied(asked, what, this.#auth.tried) : refused(asked, what);
  }
  get #route() {
    return { dialer: this.#dialer, endpoint: this.endpoint, reach: () => this.#reach };
  }
};
var manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var Registry = class {
  patience;
  #session;
  constructor(name, options) {
    this.patience = options.patience;
    this.#session = new Session(name, options);
  }
  /** A manifest or index by tag or digest. @throws UserError `no-such-image` when there is none */
  manifest(repository, reference, maxBytes, signal) {
    const separator = reference.includes(":") ? "@" : ":";
    const asked = {
      registry: this.#session.endpoint.name,
      what: `the manifest of ${repository}${separator}${reference}`
    };
    const path = `/v2/${repository}/manifests/${reference}`;
    return this.#document({ path, repository, headers: { accept: manifestTypes } }, asked, maxBytes, signal);
  }
  /** One page of a repository's tags. @param path `/v2/…/tags/list`, with a query @throws UserError */
  tagsPage(repository, path, maxBytes, signal) {
    const asked = { registry: this.#session.endpoint.name, what: `the tags of ${repository}` };
    return this.#document({ path, repository, headers: { accept: "application/json" } }, asked, maxBytes, signal);
  }
  /** Where it is reached. */
  get origin() {
    return this.#session.endpoint.origin;
  }
  /** A small blob, such as a config. @throws UserError */
  async blobDocument(repository, digest, maxBytes, signal) {
    const asked = this.#askedForBlob(repository, digest);
    const path = `/v2/${repository}/blobs/${digest}`;
    return (await this.#document({ path, repository, headers: {} }, asked, maxBytes, signal)).bytes;
  }
  /** A blob as it comes, from a position on where the server can: 200, 206 or 416. @throws UserError, Dropped */
  async openBlob(repository, digest, from, signal) {
    const asked = this.#askedForBlob(repository, digest);
    const headers = from > 0 ? { range: `bytes=${from}-` } : {};
    const call = { path: `/v2/${repository}/blobs/${digest}`, repository, headers };
    const isPart = (status) => status === 200 || from > 0 && (status === 206 || status === 416);
    const ask = async () => {
      const answer3 = await this.#session.ask(call, asked, signal);
      const { status, headers: got } = answer3;
      return {
        answer: answer3,
        status,
        headers: got,
        error: isPart(status) ? void 0 : await readBody(answer3, maxErrorBytes2)
      };
    };
    try {
      const { answer: answer3, status, error } = await patiently(ask, this.patience, signal);
      if (!isPart(status)) throw this.#session.refusal(asked, status, error);
      checkEncoding(answer3, asked);
      return answer3;
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }
  /** What a blob's failure is told with. */
  explainBlob(repository, digest, thrown) {
    return explain(this.#askedForBlob(repository, digest), thrown);
  }
  async #document(call, asked, maxBytes, signal) {
    const read = async () => {
      const answer3 = await this.#session.ask(call, asked, signal);
      const body = await this.#inTime(answer3, answer3.status === 200 ? maxBytes : maxErrorBytes2);
      return { answer: answer3, status: answer3.status, headers: answer3.headers, body };
    };
    try {
      const { answer: answer3, status, headers, body } = await patiently(read, this.patience, signal);
      if (status !== 200) throw this.#session.refusal(asked, status, body);
      checkEncoding(answer3, asked);
      if (!body) throw badAnswer(asked, `it is larger than ${maxBytes} bytes`);
      const contentType = headers["content-type"]?.split(";", 1)[0]?.trim() || void 0;
      const link = [headers["link"] ?? []].flat().join(", ");
      return { bytes: body, contentType, ...link !== "" && { link } };
    } catch (thrown) {
      throw explain(asked, thrown);
    }
  }
  /** Reads a body that must come within the time for documents, however busy the connection is. */
  async #inTime(answer3, maxBytes) {
    const { documentMs } = this.patience;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      answer3.discard();
    }, documentMs);
    try {
      return await readBody(answer3, maxBytes);
    } catch (thrown) {
      throw isLate ? new Dropped(`it took longer than ${documentMs / 1e3} s`, { cause: thrown }) : thrown;
    } finally {
      clearTimeout(timer);
    }
  }
  #askedForBlob(repository, digest) {
    return { registry: this.#session.endpoint.name, what: `the blob ${digest} of ${repository}` };
  }
};
function checkEncoding(answer3, asked) {
  if ((answer3.headers["content-encoding"] ?? "identity") === "identity") return;
  answer3.discard();
  throw badAnswer(asked, "it is encoded, though asked not to be");
}
async function readRoot(registry, reference, where, signal) {
  const stated = reference.digest === null ? void 0 : (0, import_chunk_QIAGGXQA.readDigest)(reference.digest, where);
  const name = stated ?? reference.tag ?? "latest";
  const document = await registry.manifest(reference.path, name, import_chunk_GXJJBHNS.defaultLimits.maxDocumentBytes, signal);
  const { bytes, contentType } = document;
  if (stated !== void 0) (0, import_chunk_QIAGGXQA.checkDigest)(bytes, stated, where);
  if (contentType?.startsWith("application/vnd.docker.distribution.manifest.v1+") === true)
    throw oldManifest(where, contentType);
  const { kind } = (0, import_chunk_QIAGGXQA.readOciDocument)(bytes, contentType, where);
  const mediaType = (0, import_chunk_QIAGGXQA.kindOf)(contentType) === kind && contentType !== void 0 ? contentType : ociTypes[kind];
  return { root: { mediaType, digest: stated ?? sha256(bytes), bytes: bytes.length, annotations: {} }, bytes };
}
var ociTypes = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  index: "application/vnd.oci.image.index.v1+json"
};
function sha256(bytes) {
  return `sha256:${(0, import_node_crypto2.createHash)("sha256").update(bytes).digest("hex")}`;
}
async function listPlatforms(registry, reference, signal) {
  const where = `registry:${(0, import_chunk_MWNSXYJF.familiarReference)(reference)}`;
  const { root, bytes } = await readRoot(registry, reference, where, signal);
  const limits = import_chunk_GXJJBHNS.defaultLimits;
  const from = { registry, repository: reference.path, limits };
  const contents = new RepositoryContents(where, from, new LayerReader(from, new KnownLayers()), signal);
  contents.add(pathOfDigest(root.digest), bytes);
  const platforms = /* @__PURE__ */ new Set();
  for (const descriptor of await (0, import_chunk_QIAGGXQA.findManifests)(contents, [root], limits)) {
    if (descriptor.platform !== void 0) {
      platforms.add(descriptor.platform);
      continue;
    }
    const document = await (0, import_chunk_QIAGGXQA.readChecked)(contents, descriptor, "manifest");
    const manifest = (0, import_chunk_QIAGGXQA.readOciDocument)(document.bytes, descriptor.mediaType, document.where);
    if (manifest.kind !== "manifest") continue;
    const config = await (0, import_chunk_QIAGGXQA.readChecked)(contents, manifest.config, "config");
    platforms.add((0, import_chunk_QIAGGXQA.readImageConfig)(config.bytes, config.where).platform);
  }
  return [...platforms];
}
var pageTags = 1e3;
var maxPages = 1e3;
var maxTags = 1e5;
var answer2 = (0, import_chunk_H7G5P3MR.object)({ tags: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)().max(128)).nullish() });
async function listTags(registry, repository, signal) {
  const asked = { registry: registry.origin.host, what: `the tags of ${repository}` };
  const tags = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  let path = `/v2/${repository}/tags/list?n=${pageTags}`;
  while (path !== void 0) {
    if (seen.has(path)) throw badAnswer(asked, "the list goes in circles");
    if (seen.size === maxPages) throw tooMany(asked.registry, repository, `${maxPages} pages`);
    seen.add(path);
    const page = await registry.tagsPage(repository, path, import_chunk_GXJJBHNS.defaultLimits.maxDocumentBytes, signal);
    for (const tag of tagsIn(page.bytes, asked)) tags.add(tag);
    if (tags.size > maxTags) throw tooMany(asked.registry, repository, `${maxTags} tags`);
    path = page.link === void 0 ? void 0 : nextPath(page.link, path, registry, asked);
  }
  return [...tags];
}
function tagsIn(bytes, asked) {
  try {
    return answer2.parse(JSON.parse(bytes.toString("utf8"))).tags ?? [];
  } catch (cause) {
    throw badAnswer(asked, "it is no list of tags", { cause });
  }
}
function nextPath(link, from, { origin }, asked) {
  const target = /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?next\b/i.exec(link)?.[1];
  if (target === void 0) return void 0;
  const here = new URL(from, origin);
  if (!URL.canParse(target, here.href)) throw badAnswer(asked, "the list goes on at what is no address");
  const next = new URL(target, here);
  if (next.hostname !== origin.hostname)
    throw badAnswer(asked, `the list goes on at another host, ${next.hostname}, where this tool does not go`);
  if (!next.pathname.startsWith("/v2/")) throw badAnswer(asked, "the list goes on outside of the registry");
  return `${next.pathname}${next.search}`;
}
function tooMany(registry, repository, most) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "too-many-tags",
    message: `${registry} lists more than ${most} of ${repository}.`,
    expected: `at most ${most}`,
    got: "more",
    hint: "Name the tags of this image one by one, or delete some that nobody uses."
  });
}
function registrySource(options) {
  const {
    cache = import_chunk_QVWVBULK.noLayerCache,
    insecureRegistries = [],
    patience = defaultPatience,
    onSecret = () => void 0,
    onBytes
  } = options;
  const registries = /* @__PURE__ */ new Map();
  const known = new KnownLayers();
  const registryOf = (name) => {
    const registry = registries.get(name) ?? new Registry(name, { environment: options.environment, insecureRegistries, patience, onSecret });
    registries.set(name, registry);
    return registry;
  };
  return {
    tags: (name, signal) => {
      const { domain, path } = (0, import_chunk_MWNSXYJF.parseReference)(name);
      return listTags(registryOf(domain), path, signal);
    },
    platforms: async (text, signal) => {
      const reference = (0, import_chunk_MWNSXYJF.withDefaultTag)((0, import_chunk_MWNSXYJF.parseReference)(text));
      const registry = registryOf(reference.domain);
      return explained(() => listPlatforms(registry, reference, signal));
    },
    open: async (source, platform, signal) => {
      if (source.kind !== "registry") throw new Error(`A registry holds no ${source.kind}.`);
      const reference = (0, import_chunk_MWNSXYJF.withDefaultTag)((0, import_chunk_MWNSXYJF.parseReference)(source.reference));
      const registry = registryOf(reference.domain);
      return explained(async () => {
        const where = `registry:${(0, import_chunk_MWNSXYJF.familiarReference)(reference)}`;
        const { root, bytes } = await readRoot(registry, reference, where, signal);
        const limits = import_chunk_GXJJBHNS.defaultLimits;
        const from = { registry, repository: reference.path, limits, ...onBytes && { onBytes } };
        const contents = new RepositoryContents(where, from, new LayerReader(from, known), signal);
        contents.add(pathOfDigest(root.digest), bytes);
        const found = await (0, import_chunk_QIAGGXQA.findManifests)(contents, [root], limits);
        if (found.length === 0) throw noImageListed(where);
        const wanted = platform ?? (found.length > 1 ? options.platform : void 0);
        const image = await (0, import_chunk_WITA6PIH.chooseOciImage)(contents, [root], void 0, wanted, limits);
        const resolved = `registry:${(0, import_chunk_MWNSXYJF.familiarReference)({ ...reference, digest: root.digest })}`;
        return inTheirWords((0, import_chunk_WITA6PIH.openOciImage)((0, import_chunk_QIAGGXQA.cachedContents)(contents, cache), resolved, image));
      });
    }
  };
}
function inTheirWords(image) {
  return {
    facts: image.facts,
    readLayers: (signal, keep) => explained(() => image.readLayers(signal, keep)),
    readBodies: (nodes, maxBytes, signal) => explained(() => image.readBodies(nodes, maxBytes, signal)),
    readRecords: (records, maxBytes, signal) => explained(async () => await image.readRecords?.(records, maxBytes, signal) ?? [])
  };
}
async function explained(work) {
  try {
    return await work();
  } catch (thrown) {
    throw asBrokenImage(thrown);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  registrySource
});
