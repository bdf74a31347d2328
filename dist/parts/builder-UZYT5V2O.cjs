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
  openBuilder: () => openBuilder
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_4VIBCANT = require("./chunk-4VIBCANT.cjs");
var import_chunk_J53PAZ3R = require("./chunk-J53PAZ3R.cjs");
var import_chunk_ONGVMUCM = require("./chunk-ONGVMUCM.cjs");
var import_chunk_6OUGNOIH = require("./chunk-6OUGNOIH.cjs");
var import_chunk_OUSTZCIE = require("./chunk-OUSTZCIE.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_S3IC7IWJ = require("./chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_C6VGJIMQ = require("./chunk-C6VGJIMQ.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_2PSQQ3HI = require("./chunk-2PSQQ3HI.cjs");
var import_chunk_U7OFPTSN = require("./chunk-U7OFPTSN.cjs");
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_promises = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_node_crypto = require("node:crypto");
var import_node_fs = require("node:fs");
var import_promises2 = require("node:fs/promises");
var import_node_stream = require("node:stream");
var import_node_crypto2 = require("node:crypto");
var import_node_http2 = require("node:http2");
var import_node_fs2 = require("node:fs");
var import_node_path2 = require("node:path");
var keptLines = 20;
var maxLineLength = 2e3;
function followBuild(progress) {
  const outputs = /* @__PURE__ */ new Map();
  const everything = lineTail((line) => progress.log(line));
  const steps = /* @__PURE__ */ new Map();
  const transfersOf = /* @__PURE__ */ new Map();
  let failing;
  let lastStep;
  let message;
  let imageId;
  const showVertex = (vertex) => {
    if (vertex.started && !steps.has(vertex.digest)) steps.set(vertex.digest, progress.step(vertex.name));
    if (vertex.error && (!failing || /context canceled/i.test(failing.error))) failing = vertex;
    if (!vertex.completed) return;
    steps.get(vertex.digest)?.done(vertex.error ? "failed" : vertex.cached ? "cached" : void 0);
    steps.set(vertex.digest, { update: () => {
    }, done: () => {
    } });
  };
  return {
    status({ vertexes, logs, transfers = [] }) {
      for (const vertex of vertexes) showVertex(vertex);
      for (const transfer of transfers) {
        const moved = transfersOf.get(transfer.vertex) ?? /* @__PURE__ */ new Map();
        transfersOf.set(transfer.vertex, moved.set(transfer.id, transfer));
        const words = movedWords([...moved.values()]);
        if (words !== void 0) steps.get(transfer.vertex)?.update(words);
      }
      for (const log of logs) {
        const tail = outputs.get(log.vertex) ?? lineTail((line) => everything.line(line));
        outputs.set(log.vertex, tail);
        tail.bytes(log.bytes);
      }
    },
    text(text) {
      if (/^(Step|STEP) \d+/.test(text)) lastStep = text.trim();
      everything.bytes(Buffer.from(text));
    },
    imageId: (id) => imageId = withAlgorithm(id),
    failed: (text) => message = text.trim(),
    lost(id) {
      imageId = withAlgorithm(id);
      for (const step of steps.values()) step.done("its end was not told");
    },
    outcome() {
      const own = failing && outputs.get(failing.digest)?.end();
      const step = failing?.name ?? lastStep;
      const output = own && own.length > 0 ? own : everything.end();
      return {
        ...imageId !== void 0 && { imageId },
        ...message !== void 0 && { failure: { message, ...step !== void 0 && { step }, output } }
      };
    }
  };
}
var withAlgorithm = (id) => /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
function movedWords(transfers) {
  const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
  if (bytes === 0) return void 0;
  const isKnown = transfers.every(({ totalBytes: totalBytes2, bytes: moved }) => totalBytes2 > 0 || moved === 0);
  const totalBytes = transfers.reduce((sum, transfer) => sum + transfer.totalBytes, 0);
  return isKnown ? `${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} of ${(0, import_chunk_CCPWSZ7L.formatBytes)(totalBytes)}` : (0, import_chunk_CCPWSZ7L.formatBytes)(bytes);
}
function lineTail(onLine) {
  const decoder = new TextDecoder();
  const kept = [];
  let open2 = "";
  const line = (text2) => {
    kept.push(text2);
    if (kept.length > keptLines) kept.shift();
    onLine(text2);
  };
  const text = (more) => {
    const lines = (open2 + more).split(/\r\n|\n|\r(?!$)/);
    open2 = lines.pop() ?? "";
    for (const each of lines) line(each.slice(0, maxLineLength));
    if (open2.length > maxLineLength) open2 = open2.slice(0, maxLineLength);
  };
  return {
    bytes: (bytes) => text(decoder.decode(bytes, { stream: true })),
    line,
    end() {
      text(decoder.decode());
      if (open2.trim()) line(open2);
      open2 = "";
      return kept;
    }
  };
}
function decodeStatus(message) {
  const vertexes = [];
  const logs = [];
  const transfers = [];
  for (const { field, bytes } of fields(message)) {
    if (field === 1 && bytes) vertexes.push(decodeVertex(bytes));
    else if (field === 2 && bytes) transfers.push(decodeTransfer(bytes));
    else if (field === 3 && bytes) logs.push(decodeLog(bytes));
  }
  return { vertexes, logs, ...transfers.length > 0 && { transfers } };
}
function decodeVertex(message) {
  const found = /* @__PURE__ */ new Map();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field) => Buffer.from(found.get(field)?.bytes ?? []).toString("utf8");
  return {
    digest: text(1),
    name: text(3),
    cached: found.get(4)?.number === 1,
    started: found.has(5),
    completed: found.has(6),
    error: text(7)
  };
}
function decodeTransfer(message) {
  const found = /* @__PURE__ */ new Map();
  for (const field of fields(message)) found.set(field.field, field);
  const text = (field) => Buffer.from(found.get(field)?.bytes ?? []).toString("utf8");
  return { id: text(1), vertex: text(2), bytes: found.get(4)?.number ?? 0, totalBytes: found.get(5)?.number ?? 0 };
}
function decodeLog(message) {
  let vertex = "";
  let bytes = new Uint8Array();
  for (const field of fields(message)) {
    if (field.field === 1 && field.bytes) vertex = Buffer.from(field.bytes).toString("utf8");
    else if (field.field === 4 && field.bytes) bytes = field.bytes;
  }
  return { vertex, bytes };
}
function* fields(message) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === void 0 || factor > 2 ** 63) throw new Error("The build status is cut or is no protobuf message.");
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === 0) {
      yield { field, number: varint() };
      continue;
    }
    const length = wireType === 2 ? varint() : wireType === 1 ? 8 : wireType === 5 ? 4 : Number.NaN;
    if (!(at + length <= message.length)) throw new Error("The build status is cut or is no protobuf message.");
    yield { field, bytes: message.subarray(at, at + length) };
    at += length;
  }
}
var event = (0, import_chunk_H7G5P3MR.object)({
  id: (0, import_chunk_H7G5P3MR.string)().optional(),
  stream: (0, import_chunk_H7G5P3MR.string)().optional(),
  status: (0, import_chunk_H7G5P3MR.string)().optional(),
  aux: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.object)({ ID: (0, import_chunk_H7G5P3MR.string)().optional() })]).nullish(),
  error: (0, import_chunk_H7G5P3MR.string)().optional(),
  errorDetail: (0, import_chunk_H7G5P3MR.object)({ message: (0, import_chunk_H7G5P3MR.string)().optional() }).optional()
});
var maxEventChars = 32 * 2 ** 20;
async function readBuildEvents(answer2, follower) {
  const decoder = new TextDecoder();
  let open2 = "";
  for await (const chunk of answer2) {
    const lines = (open2 + decoder.decode(chunk, { stream: true })).split("\n");
    open2 = lines.pop() ?? "";
    if (open2.length > maxEventChars) throw new Error("The engine sent an event without an end.");
    for (const line of lines) readEvent(line, follower);
  }
  readEvent(open2 + decoder.decode(), follower);
}
function readEvent(line, follower) {
  if (line.trim() === "") return;
  const { id, stream, status: status2, aux, error, errorDetail } = event.parse(JSON.parse(line));
  if (id === "moby.buildkit.trace" && typeof aux === "string")
    follower.status(decodeStatus(Buffer.from(aux, "base64")));
  else if (aux && typeof aux === "object" && aux.ID) follower.imageId(aux.ID);
  if (stream !== void 0) follower.text(stream);
  else if (status2 !== void 0 && id === void 0) follower.text(`${status2}
`);
  if (error !== void 0 || errorDetail) follower.failed(errorDetail?.message ?? error ?? "no reason given");
}
function locateFailure({ message, step }, dockerfileText) {
  const name = step === void 0 || /^\[internal\] load (remote build context|build definition)/.test(step) ? void 0 : step;
  if (name === void 0) return parserLine(message);
  const stages = readStages(dockerfileText);
  const numbered = /^\[(?:(\S+\/\S+) )?(?:(\S+) )?(\d+)\/(\d+)\]/.exec(name);
  if (numbered) return lineOfStep(stages, numbered[2], Number(numbered[3]), Number(numbered[4]));
  const image = /^\[internal\] load metadata for (\S+)$/.exec(name)?.[1] ?? /^FROM (\S+)/.exec(name)?.[1];
  if (image !== void 0) return lineOfImage(stages, image);
  const classic = /^(?:Step|STEP) (\d+)\/\d+ ?:/.exec(name);
  return classic ? readInstructions(dockerfileText)[Number(classic[1]) - 1]?.startLine : void 0;
}
var parserLine = (message) => {
  const said = /dockerfile parse error (?:on )?line (\d+):/i.exec(message);
  return said ? Number(said[1]) : void 0;
};
function readStages(text) {
  const stages = [];
  for (const instruction of readInstructions(text)) {
    const { detail } = instruction;
    if (detail.kind === "FROM")
      stages.push({ from: instruction, name: detail.name?.toLowerCase() ?? `stage-${stages.length}`, body: [] });
    else stages.at(-1)?.body.push(instruction);
  }
  return stages;
}
function readInstructions(text) {
  try {
    return (0, import_chunk_S3IC7IWJ.parseDockerfile)(text, "Dockerfile").instructions;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function lineOfStep(stages, name, index, total) {
  const stage = stages.find((each) => each.name === name?.toLowerCase()) ?? (stages.length === 1 ? stages[0] : void 0);
  if (!stage) return void 0;
  const numbered = stage.body.filter(({ keyword }) => ["RUN", "COPY", "ADD", "WORKDIR"].includes(keyword));
  const withFrom = numbered.length + 1 === total ? [stage.from, ...numbered] : numbered;
  return withFrom.length === total ? withFrom[index - 1]?.startLine : void 0;
}
function lineOfImage(stages, image) {
  const written = stages.flatMap(({ from, body: body2 }) => [from, ...body2]).filter((each) => each.startLine > 0);
  const mentions = written.filter(({ detail }) => {
    const reference = detail.kind === "FROM" ? detail.image : detail.kind === "COPY" ? detail.from : null;
    return reference !== null && fullName(reference) === image;
  });
  const names = new Set(stages.map((stage) => stage.name));
  const variable = stages.filter(
    ({ from: { detail } }) => detail.kind === "FROM" && detail.image.includes("$") && !names.has(detail.image)
  );
  const found = mentions.length > 0 ? mentions : variable.length === 1 ? variable.map(({ from }) => from) : [];
  return found[0]?.startLine;
}
function fullName(reference) {
  const [first = ""] = reference.split("/");
  const hasHost = reference.includes("/") && (/[.:]/.test(first) || first === "localhost");
  const path = hasHost ? reference : `docker.io/${reference.includes("/") ? "" : "library/"}${reference}`;
  return /[:@][^/]*$/.test(path) ? path : `${path}:latest`;
}
function explainBuildFailure(failure, request, dockerfileText) {
  const reason = failure.message.replace(/^((failed to build|failed to solve( with frontend \S+)?): )+/, "").trim();
  const everything = [reason, ...failure.output].join("\n");
  if ((0, import_chunk_SWWGSW5Y.saysDiskFull)(everything)) return (0, import_chunk_SWWGSW5Y.diskFull)("building the image", everything.slice(-2e3));
  const line = locateFailure(failure, dockerfileText);
  const at = line === void 0 ? "" : ` at line ${line}`;
  const step = failure.step === void 0 ? "" : ` in the step ${failure.step}`;
  return new import_chunk_ZU5SK2EV.UserError({
    code: "build-failed",
    message: `The build of ${request.dockerfile} failed${at}${step}: ${reason}.`,
    ...line !== void 0 && { place: { file: request.dockerfile, line } },
    got: reason,
    expected: "a Dockerfile that builds",
    ...failure.output.length > 0 && { output: failure.output },
    hint: "Run `docker build` on it to see the whole log, and correct the step."
  });
}
function buildQuery(request, tag, dockerfile) {
  const { target, platform, network } = request;
  return {
    dockerfile,
    t: tag,
    buildargs: JSON.stringify(request.buildArgs),
    rm: "1",
    forcerm: "1",
    ...target !== void 0 && { target },
    ...platform !== void 0 && { platform },
    ...network !== void 0 && { networkmode: network },
    ...request.noCache && { nocache: "1" },
    ...request.pull && { pull: "1" }
  };
}
function refuseWhatNeedsBuildx(request) {
  const asked = askedOfBuildx(request);
  if (asked.length === 0) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "needs-buildx",
    message: `Building with ${asked.join(" and ")} needs docker buildx, ${request.builder === "engine" ? 'and the builder "engine" was chosen' : "which the docker command here does not have"}.`,
    got: asked.join(", "),
    expected: "a build without them",
    hint: 'Install buildx (https://docs.docker.com/go/buildx/) and leave the builder at "auto".'
  });
}
function askedOfBuildx(request) {
  const lists = {
    secrets: request.secrets,
    ssh: request.ssh,
    "cache import": request.cacheFrom,
    "cache export": request.cacheTo
  };
  const asked = Object.entries(lists).filter(([, list2]) => list2.length > 0);
  const contexts = Object.keys(request.buildContexts).length > 0 ? ["build contexts"] : [];
  return [...asked.map(([name]) => name), ...contexts];
}
var block = 512;
var typeFlags = { file: "0", hardlink: "1", symlink: "2", directory: "5", fifo: "6" };
function tarHeader(entry) {
  const link = entry.link ?? new Uint8Array();
  const parts = [
    ...entry.name.length > 100 ? longName("K".charCodeAt(0) + 1, entry.name) : [],
    ...link.length > 100 ? longName("K".charCodeAt(0), link) : [],
    header(entry.name, typeFlags[entry.type].charCodeAt(0), entry.sizeBytes, entry, link)
  ];
  return Buffer.concat(parts);
}
var tarPadding = (sizeBytes) => Buffer.alloc((block - sizeBytes % block) % block);
var tarEnd = () => Buffer.alloc(2 * block);
function longName(flag, name) {
  const label = Buffer.from("././@LongLink");
  const head = header(label, flag, name.length + 1, { mode: 0, modifiedSeconds: 0 }, new Uint8Array());
  return [head, Buffer.from(name), Buffer.alloc(1), tarPadding(name.length + 1)];
}
function header(name, flag, sizeBytes, { mode, modifiedSeconds }, link) {
  const bytes = Buffer.alloc(block);
  bytes.set(name.subarray(0, 100), 0);
  octal(bytes, 100, 8, mode & 4095);
  octal(bytes, 108, 8, 0);
  octal(bytes, 116, 8, 0);
  octal(bytes, 124, 12, sizeBytes);
  octal(bytes, 136, 12, Math.max(0, Math.floor(modifiedSeconds)));
  bytes.fill(" ", 148, 156);
  bytes[156] = flag;
  bytes.set(link.subarray(0, 100), 157);
  bytes.write("ustar  \0", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return bytes;
}
function octal(bytes, at, width, value) {
  const text = value.toString(8).padStart(width - 1, "0");
  if (text.length < width) bytes.write(text, at, "latin1");
  else {
    bytes[at] = 128;
    bytes.writeUIntBE(value, at + width - 6, 6);
  }
}
async function packContext(contextDir, dockerfile) {
  await (0, import_chunk_4VIBCANT.requireFolder)(contextDir);
  const dockerfileBytes = await (0, import_chunk_4VIBCANT.readDockerfile)(dockerfile);
  const rules = await (0, import_chunk_4VIBCANT.readIgnoreRules)(contextDir, dockerfile);
  const inside = await (0, import_chunk_4VIBCANT.sentAs)(contextDir, dockerfile);
  const isSent = inside !== void 0 && !(0, import_chunk_4VIBCANT.chainIgnored)(rules, inside);
  const name = inside ?? `.dockerfile.${(0, import_node_crypto.createHash)("sha256").update(dockerfileBytes).digest("hex").slice(0, 16)}`;
  let bytes = 0;
  let files = 0;
  const count = (sizeBytes) => {
    bytes += sizeBytes;
    files += 1;
  };
  const extra = isSent ? void 0 : { name, bytes: dockerfileBytes };
  const stream = import_node_stream.Readable.from(pack((0, import_chunk_2PSQQ3HI.walkContext)(contextDir, rules), extra, count), {
    objectMode: false,
    highWaterMark: 2 ** 20
  });
  return { stream, dockerfile: name, dockerfileText: dockerfileBytes.toString("utf8"), sent: () => ({ bytes, files }) };
}
async function* pack(walk, extra, count) {
  const inodes = /* @__PURE__ */ new Map();
  for await (const file of walk) {
    const entry = tarEntry(file, inodes);
    yield tarHeader(entry);
    if (entry.type === "file") yield* body(file.location, entry.sizeBytes);
    if (entry.type !== "directory") count(entry.sizeBytes);
  }
  if (extra) {
    const sizeBytes = extra.bytes.length;
    yield tarHeader({ name: Buffer.from(extra.name), type: "file", mode: 420, sizeBytes, modifiedSeconds: 0 });
    yield extra.bytes;
    yield tarPadding(sizeBytes);
  }
  yield tarEnd();
}
function tarEntry({ path, stats, link }, inodes) {
  const common = { mode: stats.mode, sizeBytes: 0, modifiedSeconds: stats.mtimeMs / 1e3 };
  if (stats.isDirectory()) return { ...common, name: Buffer.concat([path, Buffer.from("/")]), type: "directory" };
  if (link) return { ...common, name: path, type: "symlink", mode: 511, link };
  if (stats.isFIFO()) return { ...common, name: path, type: "fifo" };
  const inode = `${stats.dev}:${stats.ino}`;
  const first = stats.nlink > 1 ? inodes.get(inode) : void 0;
  if (first) return { ...common, name: path, type: "hardlink", link: first };
  if (stats.nlink > 1) inodes.set(inode, path);
  return { ...common, name: path, type: "file", sizeBytes: stats.size };
}
async function* body(location, sizeBytes) {
  const handle = await (0, import_chunk_2PSQQ3HI.naming)(
    location,
    "cannot be opened",
    (0, import_promises2.open)(location, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK | import_node_fs.constants.O_NOFOLLOW)
  );
  try {
    for (let left = sizeBytes; left > 0; ) {
      const buffer = Buffer.allocUnsafe(Math.min(left, 256 * 1024));
      const { bytesRead } = await (0, import_chunk_2PSQQ3HI.naming)(location, "cannot be read", handle.read(buffer, 0, buffer.length));
      if (bytesRead === 0) throw (0, import_chunk_2PSQQ3HI.unreadable)(location, "became shorter while it was sent");
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
  yield tarPadding(sizeBytes);
}
var unimplemented = "12";
var serving = Buffer.from([0, 0, 0, 0, 2, 8, 1]);
async function openBuildSession(engine, signal) {
  const id = (0, import_node_crypto2.randomUUID)();
  const headers = { Upgrade: "h2c", "X-Docker-Expose-Session-Uuid": id, "X-Docker-Expose-Session-Name": "plimsoll" };
  const socket = await engine.upgrade("/session", headers, signal);
  const session = (0, import_node_http2.performServerHandshake)(socket);
  session.on("stream", (stream, request) => answer(stream, request[":path"] ?? ""));
  session.on("error", () => socket.destroy());
  socket.on("error", () => session.destroy());
  return {
    id,
    close: () => {
      session.destroy();
      socket.destroy();
    }
  };
}
function answer(stream, method) {
  stream.on("error", () => stream.destroy());
  stream.resume();
  const head = { ":status": 200, "content-type": "application/grpc" };
  if (method !== "/grpc.health.v1.Health/Check") {
    stream.respond({ ...head, "grpc-status": unimplemented }, { endStream: true });
    return;
  }
  stream.respond(head, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
  stream.end(serving);
}
var defaultBuildPatience = {
  timeoutMs: 60 * 6e4,
  askEveryMs: 3e4,
  quietMs: 5 * 6e4
};
var inspected = (0, import_chunk_H7G5P3MR.object)({ Id: (0, import_chunk_H7G5P3MR.string)() });
function watchSilence(engine, tag, progress, { timeoutMs, askEveryMs, quietMs }) {
  const ended = new AbortController();
  let heardMs = Date.now();
  let namedMs;
  let imageId;
  let waiting;
  const look = async () => {
    const askedMs = Date.now();
    if (askedMs - heardMs < askEveryMs) return void (namedMs = void 0);
    if (askedMs - heardMs >= quietMs) waiting ??= progress.step(waitingWords(quietMs, timeoutMs));
    const call = { what: "looking for the built image", method: "GET", path: `/images/${tag}/json` };
    const { data } = inspected.safeParse(await engine.call(call, ended.signal).catch(() => void 0));
    if (!data || askedMs < heardMs) return void (namedMs = void 0);
    namedMs ??= askedMs;
    if (askedMs - namedMs < quietMs) return;
    imageId = data.Id;
    ended.abort();
  };
  const timer = setInterval(() => void look(), askEveryMs);
  return {
    signal: ended.signal,
    imageId: () => imageId,
    async *listen(answer2) {
      for await (const chunk of answer2) {
        heardMs = Date.now();
        waiting?.done("it goes on");
        waiting = void 0;
        yield chunk;
      }
    },
    stop() {
      clearInterval(timer);
      waiting?.done(imageId === void 0 ? void 0 : "it had ended, as its image says");
    }
  };
}
var minutes = (ms) => `${Math.round(ms / 6e4)} minutes`;
var waitingWords = (quietMs, timeoutMs) => `Waiting for the build, which has said nothing for ${minutes(quietMs)}; it is stopped after ${minutes(timeoutMs)}`;
function engineBuilder(engine, run, progress, patience = defaultBuildPatience) {
  const { timeoutMs } = patience;
  return {
    async build(request, signal) {
      refuseWhatNeedsBuildx(request);
      const context = await packContext(request.contextDir, request.dockerfile);
      const tag = run.nextTag();
      const timeout = (0, import_chunk_OTF75QEW.timeoutSignal)(timeoutMs);
      const both = AbortSignal.any([signal, timeout]);
      try {
        const outcome = await runBuild({ engine, request, tag, context, progress, patience }, both);
        if (outcome.failure) throw explainBuildFailure(outcome.failure, request, context.dockerfileText);
        if (outcome.imageId === void 0) throw (0, import_chunk_SWWGSW5Y.engineDied)(engine.host, "building the image");
        return { reference: await stableReference(engine, tag, outcome.imageId, signal), context: context.sent() };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        context.stream.destroy();
      }
    }
  };
}
async function runBuild(build, signal) {
  const { engine, request, tag, context, progress, patience } = build;
  const what = "building the image";
  const session = await openBuildSession(engine, signal).catch(withoutSession);
  const watch = (0, import_chunk_6OUGNOIH.watchEngine)(engine, signal);
  const silence = watchSilence(engine, tag, progress, patience);
  const follower = followBuild(progress);
  try {
    const query = {
      ...buildQuery(request, tag, context.dockerfile),
      ...session && { version: "2", session: session.id }
    };
    const answer2 = await engine.stream(
      { what, method: "POST", path: "/build", query, tar: context.stream },
      AbortSignal.any([watch.signal, silence.signal])
    );
    await readBuildEvents(silence.listen(answer2), follower);
    if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted("Cancelled while building the image.");
    return follower.outcome();
  } catch (thrown) {
    const imageId = silence.imageId();
    if (imageId !== void 0 && !signal.aborted) {
      follower.lost(imageId);
      return follower.outcome();
    }
    if (thrown instanceof import_chunk_SWWGSW5Y.EngineRefused) {
      if ((0, import_chunk_SWWGSW5Y.saysDiskFull)(thrown.message)) throw (0, import_chunk_SWWGSW5Y.diskFull)(what, thrown.message);
      follower.failed(thrown.message);
      return follower.outcome();
    }
    throw (0, import_chunk_SWWGSW5Y.explainEngineFailure)(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
    silence.stop();
    session?.close();
  }
}
function withoutSession(thrown) {
  if (thrown instanceof import_chunk_SWWGSW5Y.EngineRefused) return void 0;
  throw thrown;
}
async function stableReference(engine, tag, imageId, signal) {
  try {
    await engine.call({ what: "looking for the built image", method: "GET", path: `/images/${imageId}/json` }, signal);
    return imageId;
  } catch (thrown) {
    if (thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && thrown.status === 404) return tag;
    throw thrown;
  }
}
var tookTooLong = (timeoutMs, cause) => new import_chunk_ZU5SK2EV.UserError(
  {
    code: "build-timeout",
    message: `The build was stopped after ${Math.round(timeoutMs / 6e4)} minutes.`,
    expected: "a build that ends in time",
    hint: "Look for a step that waits for something. An image that takes longer can be built before, and checked by its name (`image`)."
  },
  { cause }
);
async function findBuildCommand(environment, signal) {
  const buildx = await versionOf(environment, ["buildx", "version"], signal);
  const [, major = "1", minor = "0"] = /\bv?(\d+)\.(\d+)\.\d+/.exec(buildx ?? "") ?? [];
  if (buildx !== void 0) return { kind: "buildx", statusAsJson: Number(major) > 0 || Number(minor) >= 13 };
  const docker = await versionOf(environment, ["--version"], signal);
  const dockerMajor = Number(/version (\d+)\./.exec(docker ?? "")?.[1] ?? Number.NaN);
  return dockerMajor >= 18 && dockerMajor < 23 ? { kind: "docker-build" } : void 0;
}
async function versionOf(environment, args, signal) {
  const deadline = (0, import_chunk_OTF75QEW.timeoutSignal)(1e4);
  try {
    const both = AbortSignal.any([signal, deadline]);
    return await (0, import_chunk_C6VGJIMQ.runProcess)({ program: "docker", args, environment: (0, import_chunk_C6VGJIMQ.builderEnvironment)(environment), signal: both });
  } catch (thrown) {
    if (thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed || thrown instanceof import_chunk_ZU5SK2EV.Interrupted && !signal.aborted) return void 0;
    throw thrown;
  }
}
var list = (flag, values) => values.map((value) => `--${flag}=${value}`);
function buildArguments(command, request, tag, idFile) {
  const pairs = (flag, record) => list(
    flag,
    Object.entries(record).map(([key, value]) => `${key}=${value}`)
  );
  const one = (flag, value) => list(flag, value === void 0 ? [] : [value]);
  const isBuildx = command.kind === "buildx";
  return [
    ...isBuildx ? ["buildx", "build", "--load"] : ["build"],
    `--progress=${isBuildx && command.statusAsJson ? "rawjson" : "plain"}`,
    `--iidfile=${idFile}`,
    `--file=${request.dockerfile}`,
    `--tag=${tag}`,
    ...pairs("build-arg", request.buildArgs),
    ...one("target", request.target),
    ...one("platform", request.platform),
    ...one("network", request.network),
    ...list("secret", request.secrets),
    ...list("ssh", request.ssh),
    ...list("cache-from", request.cacheFrom),
    ...list("cache-to", request.cacheTo),
    ...pairs("build-context", request.buildContexts),
    ...request.noCache ? ["--no-cache"] : [],
    ...request.pull ? ["--pull"] : [],
    "--",
    request.contextDir
  ];
}
function buildEnvironment(environment, request) {
  const asked = request.secrets.flatMap(
    (secret) => secret.split(",").flatMap((part) => part.startsWith("env=") ? [part.slice(4)] : [])
  );
  return { ...(0, import_chunk_C6VGJIMQ.builderEnvironment)(environment, asked), DOCKER_BUILDKIT: "1", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
}
var time = (0, import_chunk_H7G5P3MR.string)().nullish();
var status = (0, import_chunk_H7G5P3MR.object)({
  vertexes: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({
      digest: (0, import_chunk_H7G5P3MR.string)(),
      name: (0, import_chunk_H7G5P3MR.string)().default(""),
      cached: (0, import_chunk_H7G5P3MR.boolean)().default(false),
      started: time,
      completed: time,
      error: (0, import_chunk_H7G5P3MR.string)().default("")
    })
  ).nullish(),
  statuses: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.string)(), vertex: (0, import_chunk_H7G5P3MR.string)(), current: (0, import_chunk_H7G5P3MR.number)().nullish(), total: (0, import_chunk_H7G5P3MR.number)().nullish() })).nullish(),
  logs: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ vertex: (0, import_chunk_H7G5P3MR.string)(), data: (0, import_chunk_H7G5P3MR.string)().nullish() })).nullish()
});
var maxLineChars = 32 * 2 ** 20;
var keptWords = 50;
function readRawProgress(follower, asText) {
  const decoder = new TextDecoder();
  const words = [];
  let open2 = "";
  const parse = asText ? plainStatus() : parseStatus;
  const line = (text) => {
    const found = parse(text);
    if (found) follower.status(found);
    else if (text.trim() !== "") {
      words.push(text);
      if (words.length > keptWords) words.shift();
    }
  };
  return {
    bytes(bytes) {
      const lines = (open2 + decoder.decode(bytes, { stream: true })).split("\n");
      open2 = (lines.pop() ?? "").slice(0, maxLineChars);
      for (const each of lines) line(each);
    },
    end() {
      line(open2 + decoder.decode());
      open2 = "";
      return words;
    }
  };
}
function plainStatus() {
  const names = /* @__PURE__ */ new Map();
  return (text) => {
    const found = /^#(\d+) (.*)$/s.exec(text);
    if (!found) return void 0;
    const [, number2 = "", rest = ""] = found;
    const log = /^\d+\.\d+ (.*)$/s.exec(rest);
    if (log) return { vertexes: [], logs: [{ vertex: number2, bytes: Buffer.from(`${log[1]}
`) }] };
    if (!names.has(number2)) names.set(number2, rest);
    const error = rest.startsWith("ERROR: ") ? rest.slice(7) : "";
    const cached = rest === "CACHED";
    const completed = cached || error !== "" || /^DONE \d/.test(rest);
    return {
      vertexes: [{ digest: number2, name: names.get(number2) ?? "", cached, started: true, completed, error }],
      logs: []
    };
  };
}
function parseStatus(text) {
  if (!text.startsWith("{")) return void 0;
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return void 0;
  }
  const { vertexes, statuses, logs } = status.parse(json);
  return {
    vertexes: (vertexes ?? []).map((vertex) => ({
      digest: vertex.digest,
      name: vertex.name,
      cached: vertex.cached,
      error: vertex.error,
      started: Boolean(vertex.started),
      completed: Boolean(vertex.completed)
    })),
    transfers: (statuses ?? []).map(({ id, vertex, current, total }) => ({
      id,
      vertex,
      bytes: current ?? 0,
      totalBytes: total ?? 0
    })),
    logs: (logs ?? []).map(({ vertex, data }) => ({ vertex, bytes: Buffer.from(data ?? "", "base64") }))
  };
}
function buildxBuilder(command, engine, run, environment, progress, { timeoutMs } = defaultBuildPatience) {
  return {
    async build(request, signal) {
      await (0, import_chunk_4VIBCANT.requireFolder)(request.contextDir);
      const dockerfileText = (await (0, import_chunk_4VIBCANT.readDockerfile)(request.dockerfile)).toString("utf8");
      const tag = run.nextTag();
      const folder = await (0, import_promises.mkdtemp)((0, import_node_path.join)((0, import_node_os.tmpdir)(), "plimsoll-"));
      const timeout = (0, import_chunk_OTF75QEW.timeoutSignal)(timeoutMs);
      try {
        const idFile = (0, import_node_path.join)(folder, "id");
        const call = { command, request, tag, idFile, dockerfileText, environment, progress };
        await runBuild2(call, AbortSignal.any([signal, timeout]));
        const imageId = (await (0, import_promises.readFile)(idFile, "utf8")).trim();
        return { reference: await stableReference(engine, tag, imageId, signal) };
      } catch (thrown) {
        if (timeout.aborted && !signal.aborted) throw tookTooLong(timeoutMs, thrown);
        throw thrown;
      } finally {
        await (0, import_promises.rm)(folder, { recursive: true, force: true });
      }
    }
  };
}
async function runBuild2(call, signal) {
  const { command, request } = call;
  const follower = followBuild(call.progress);
  const raw = readRawProgress(follower, !(command.kind === "buildx" && command.statusAsJson));
  try {
    await (0, import_chunk_C6VGJIMQ.runProcess)({
      program: "docker",
      args: buildArguments(command, request, call.tag, call.idFile),
      environment: buildEnvironment(call.environment, request),
      signal,
      onStderr: (bytes) => raw.bytes(bytes)
    });
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_C6VGJIMQ.ProcessFailed) || thrown.status === void 0) throw thrown;
    const words = raw.end();
    follower.failed(reasonOf(words) ?? thrown.message);
    const { failure } = follower.outcome();
    throw failure ? explainBuildFailure(failure, request, call.dockerfileText) : thrown;
  }
}
function reasonOf(words) {
  const found = words.findLast((line) => /^(ERROR: |failed to solve|error: |unknown flag|docker: )/i.test(line));
  return (found ?? words.at(-1))?.replace(/^ERROR: /i, "");
}
async function needsCredentials(request, environment) {
  const config = (0, import_chunk_J53PAZ3R.readDockerConfig)(environment);
  if (!config) return false;
  const known = new Set([...Object.keys(config.auths), ...Object.keys(config.credHelpers)].map(import_chunk_J53PAZ3R.hostOfServer));
  if (known.size === 0) return false;
  const dockerfile = (await (0, import_chunk_4VIBCANT.readDockerfile)(request.dockerfile)).toString("utf8");
  return hostsOfDockerfile(dockerfile).some((host) => host === void 0 || known.has(host));
}
function hostsOfDockerfile(text) {
  const stages = /* @__PURE__ */ new Set();
  const images = [];
  for (const { detail } of instructionsOf(text)) {
    if (detail.kind === "FROM") {
      if (!stages.has(detail.image.toLowerCase())) images.push(detail.image);
      if (detail.name !== null) stages.add(detail.name.toLowerCase());
    } else if (detail.kind === "COPY" && detail.from !== null && !/^\d+$/.test(detail.from) && !stages.has(detail.from.toLowerCase()))
      images.push(detail.from);
  }
  return images.filter((image) => image !== "scratch").map(hostOfImage);
}
function instructionsOf(text) {
  try {
    return (0, import_chunk_S3IC7IWJ.parseDockerfile)(text, "Dockerfile").instructions;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function hostOfImage(image) {
  const [first = ""] = image.split("/");
  if (first.includes("$")) return void 0;
  const isHost = image.includes("/") && (/[.:]/.test(first) || first === "localhost");
  return isHost ? (0, import_chunk_J53PAZ3R.hostOfServer)(first) : "docker.io";
}
function builderOf(engine, run, environment, progress) {
  const byEngine = engineBuilder(engine, run, progress);
  return {
    async build(request, signal) {
      if (request.builder === "engine") return byEngine.build(request, signal);
      const asked = askedOfBuildx(request);
      const isBetter = asked.length > 0 || await needsCredentials(request, environment) || !await (0, import_chunk_4VIBCANT.sendsDockerfile)(request.contextDir, request.dockerfile);
      if (request.builder === "auto" && !isBetter) return byEngine.build(request, signal);
      const command = await findBuildCommand(environment, signal);
      if (command && canDo(command, request))
        return buildxBuilder(command, engine, run, environment, progress).build(request, signal);
      if (request.builder === "buildx") throw noBuildx(command);
      refuseWhatNeedsBuildx(request);
      return byEngine.build(request, signal);
    }
  };
}
var canDo = (command, request) => command.kind === "buildx" || request.cacheTo.length === 0 && Object.keys(request.buildContexts).length === 0;
var noBuildx = (command) => new import_chunk_ZU5SK2EV.UserError({
  code: "no-buildx",
  message: 'The builder "buildx" was chosen, and the docker command has no buildx that could do this.',
  got: command ? "a docker command with BuildKit but without buildx" : "no docker command with buildx",
  expected: "`docker buildx version` to work",
  hint: 'Install it (https://docs.docker.com/go/buildx/; on GitHub: docker/setup-buildx-action), or choose the builder "auto".'
});
var maxSecretBytes = 64 * 1024;
function discreetBuilder(environment, progress, builderFor) {
  return {
    async build(request, signal) {
      const { secrets, declared } = knownSecrets(request, environment);
      const redact = (0, import_chunk_DJVKMLR5.redactor)(secrets, declared);
      const builder = await builderFor(discreet(progress, redact));
      try {
        return await builder.build(request, signal);
      } catch (thrown) {
        throw withoutSecrets(thrown, redact);
      }
    }
  };
}
function knownSecrets(request, environment) {
  const named = Object.entries(environment);
  const given = Object.entries(request.buildArgs);
  return {
    secrets: [
      ...named.flatMap(([name, value]) => value !== void 0 && (0, import_chunk_VZ3MHFHV.isSecret)(name, value) ? [value] : []),
      ...given.flatMap(([, value]) => (0, import_chunk_VZ3MHFHV.looksRandom)(value) ? [value] : []),
      ...registryPasswords(environment)
    ],
    declared: [
      ...given.flatMap(([name, value]) => (0, import_chunk_VZ3MHFHV.isSecret)(name, value) ? [value] : []),
      ...request.secrets.flatMap((secret) => valueOf(secret, request, environment))
    ]
  };
}
function valueOf(secret, { contextDir }, environment) {
  const fields2 = new Map(
    secret.split(",").map((field) => [field.split("=")[0] ?? "", field.slice(field.indexOf("=") + 1)])
  );
  const variable = environment[fields2.get("env") ?? fields2.get("id") ?? ""];
  const file = fields2.get("src") ?? fields2.get("source");
  if (variable !== void 0 && file === void 0) return [variable];
  const text = file === void 0 ? void 0 : beginningOf((0, import_node_path2.resolve)(contextDir, file)) ?? beginningOf((0, import_node_path2.resolve)(file));
  return text === void 0 ? [] : [text];
}
function beginningOf(path) {
  try {
    const descriptor = (0, import_node_fs2.openSync)(path, "r");
    const bytes = Buffer.alloc(maxSecretBytes);
    const count = (0, import_node_fs2.readSync)(descriptor, bytes);
    (0, import_node_fs2.closeSync)(descriptor);
    return bytes.toString("utf8", 0, count);
  } catch {
    return void 0;
  }
}
function registryPasswords(environment) {
  const auths = Object.values((0, import_chunk_J53PAZ3R.readDockerConfig)(environment)?.auths ?? {});
  return auths.flatMap((one) => {
    const { auth = "", password = "", identitytoken = "", registrytoken = "" } = one ?? {};
    const decoded = Buffer.from(auth, "base64").toString("utf8");
    return [auth, decoded.slice(decoded.indexOf(":") + 1).replace(/\0+$/, ""), password, identitytoken, registrytoken];
  });
}
function discreet(progress, redact) {
  let before = "";
  return {
    step(text) {
      const step = progress.step(redact(text));
      return {
        update: (detail) => step.update(redact(detail)),
        done: (detail) => step.done(detail === void 0 ? void 0 : redact(detail))
      };
    },
    log(text) {
      const lines = before.split("\n").length;
      const shown = redact(`${before}
${text}`).split("\n").slice(lines).join("\n");
      before = text.trimEnd().split("\n").at(-1) ?? "";
      progress.log(shown);
    }
  };
}
function withoutSecrets(thrown, redact) {
  if (thrown instanceof import_chunk_ZU5SK2EV.UserError) {
    const [first, ...others] = thrown.problems.map((problem) => problemWithout(problem, redact));
    return first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : thrown;
  }
  if (!(thrown instanceof Error)) return thrown;
  thrown.message = redact(thrown.message);
  if (thrown.stack !== void 0) thrown.stack = redact(thrown.stack);
  if (thrown.cause !== void 0) thrown.cause = withoutSecrets(thrown.cause, redact);
  return thrown;
}
function problemWithout(problem, redact) {
  const { message, expected, got, output, hint } = problem;
  return {
    ...problem,
    message: redact(message),
    hint: redact(hint),
    ...expected !== void 0 && { expected: redact(expected) },
    ...got !== void 0 && { got: redact(got) },
    ...output && { output: redact(output.join("\n")).split("\n") }
  };
}
function openBuilder(engine, run, environment, progress) {
  return discreetBuilder(environment, progress, async (shown) => builderOf(await engine(), run, environment, shown));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openBuilder
});
