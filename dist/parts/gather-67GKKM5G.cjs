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
  gather: () => gather
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_XXUH4ZVP = require("./chunk-XXUH4ZVP.cjs");
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_WF57VGGL = require("./chunk-WF57VGGL.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var maxTextBytes = 4096;
function half({ file, isLittle }, offset) {
  if (offset < 0 || offset + 2 > file.length) return void 0;
  return isLittle ? file.readUInt16LE(offset) : file.readUInt16BE(offset);
}
function wordAt({ file, isLittle }, offset, isWide = false) {
  const length = isWide ? 8 : 4;
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > file.length) return void 0;
  if (!isWide) return isLittle ? file.readUInt32LE(offset) : file.readUInt32BE(offset);
  const value = Number(isLittle ? file.readBigUInt64LE(offset) : file.readBigUInt64BE(offset));
  return Number.isSafeInteger(value) ? value : void 0;
}
function textAt({ file }, offset) {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset >= file.length) return void 0;
  const end = file.subarray(offset, offset + maxTextBytes).indexOf(0);
  return end < 0 ? void 0 : file.toString("utf8", offset, offset + end);
}
var maxRecords = 4096;
var weakFlag = 2;
function readNeededVersions(view, offset, strings) {
  const all = [];
  let records = 0;
  for (let at = offset; records < maxRecords; ) {
    const count = half(view, at + 2);
    const [file, first, next] = [wordAt(view, at + 4), wordAt(view, at + 8), wordAt(view, at + 12)];
    const library = file === void 0 ? void 0 : textAt(view, strings + file);
    if (count === void 0 || first === void 0 || next === void 0 || library === void 0) return void 0;
    const versions = [];
    for (let entry = at + first; records < maxRecords; records += 1) {
      const [flags, name, further] = [half(view, entry + 4), wordAt(view, entry + 8), wordAt(view, entry + 12)];
      const version = name === void 0 ? void 0 : textAt(view, strings + name);
      if (flags === void 0 || further === void 0 || version === void 0) return void 0;
      if ((flags & weakFlag) === 0) versions.push(version);
      if (further === 0) break;
      entry += further;
    }
    all.push({ library, versions });
    if (next === 0) return all;
    at += next;
  }
  return void 0;
}
function readDefinedVersions(view, offset, strings) {
  const names = [];
  for (let at = offset; names.length < maxRecords; ) {
    const [first, next] = [wordAt(view, at + 12), wordAt(view, at + 16)];
    const name = first === void 0 ? void 0 : wordAt(view, at + first);
    const version = name === void 0 ? void 0 : textAt(view, strings + name);
    if (next === void 0 || version === void 0) return void 0;
    names.push(version);
    if (next === 0) return names;
    at += next;
  }
  return void 0;
}
var segmentType = { load: 1, dynamic: 2, interpreter: 3 };
var machines = {
  3: ["386", "386"],
  20: ["ppc", "ppc"],
  21: ["ppc64", "ppc64le"],
  22: ["s390x", "s390x"],
  40: ["arm", "arm"],
  62: ["amd64", "amd64"],
  183: ["arm64", "arm64"],
  243: ["riscv64", "riscv64"],
  258: ["loong64", "loong64"]
};
var tags = {
  end: 0,
  needed: 1,
  strings: 5,
  soname: 14,
  rpath: 15,
  runpath: 29,
  flags: 1879048187,
  defined: 1879048188,
  versions: 1879048190
};
var pieFlag = 134217728;
var limits = { segments: 256, tags: 8192, needed: 1024 };
function nameOfMachine({ is64, isLittle }, machine) {
  if (machine === 8) return `mips${is64 ? "64" : ""}${isLittle ? "le" : ""}`;
  return machines[machine]?.[isLittle ? 1 : 0] ?? `e_machine ${machine}`;
}
function readSegments(view) {
  const { is64 } = view;
  const start = wordAt(view, is64 ? 32 : 28, is64);
  const entryBytes2 = half(view, is64 ? 54 : 42);
  const count = half(view, is64 ? 56 : 44);
  if (start === void 0 || entryBytes2 === void 0 || count === void 0) return "its header is cut";
  if (count > limits.segments || count > 0 && entryBytes2 < (is64 ? 56 : 32))
    return "its program headers are malformed";
  const segments = [];
  for (let at = start; segments.length < count; at += entryBytes2) {
    const type = wordAt(view, at);
    const offset = wordAt(view, at + (is64 ? 8 : 4), is64);
    const address = wordAt(view, at + (is64 ? 16 : 8), is64);
    const fileBytes = wordAt(view, at + (is64 ? 32 : 16), is64);
    if (type === void 0) return "its program headers lie outside of what was read";
    segments.push({ type, offset: offset ?? -1, address: address ?? -1, fileBytes: fileBytes ?? 0 });
  }
  return segments;
}
function readDynamic(view, segments) {
  const found = segments.find(({ type }) => type === segmentType.dynamic);
  const entries = found ? entriesOf(view, found) : [];
  if (typeof entries === "string") return entries;
  const valueOf = (tag) => entries.find(([one]) => one === tag)?.[1];
  const strings = offsetOf(segments, valueOf(tags.strings));
  const textOf = (value) => value === void 0 || strings === void 0 ? void 0 : textAt(view, strings + value);
  const wanted = entries.filter(([tag]) => tag === tags.needed);
  const needed = wanted.slice(0, limits.needed).flatMap(([, value]) => textOf(value) ?? []);
  if (needed.length < wanted.length) return "its dynamic names lie outside of what was read";
  const [rpath, runpath, soname] = [valueOf(tags.rpath), valueOf(tags.runpath), valueOf(tags.soname)].map(textOf);
  return {
    needed,
    ...rpath !== void 0 && { rpath },
    ...runpath !== void 0 && { runpath },
    ...soname !== void 0 && { soname },
    isPie: ((valueOf(tags.flags) ?? 0) & pieFlag) !== 0,
    ...versionsOf(view, offsetOf(segments, valueOf(tags.versions)), offsetOf(segments, valueOf(tags.defined)), strings)
  };
}
function versionsOf(view, needed, defined, strings = 0) {
  const versionsNeeded = needed === void 0 ? void 0 : readNeededVersions(view, needed, strings);
  const versionsDefined = defined === void 0 ? void 0 : readDefinedVersions(view, defined, strings);
  return { ...versionsNeeded && { versionsNeeded }, ...versionsDefined && { versionsDefined } };
}
function entriesOf(view, { offset, fileBytes }) {
  const step = view.is64 ? 16 : 8;
  const entries = [];
  for (let at = offset; at + step <= offset + fileBytes && entries.length < limits.tags; at += step) {
    const tag = wordAt(view, at, view.is64);
    if (tag === tags.end) return entries;
    const value = wordAt(view, at + step / 2, view.is64);
    if (at < 0 || at + step > view.file.length) return "its dynamic section lies outside of what was read";
    if (tag !== void 0 && value !== void 0) entries.push([tag, value]);
  }
  return entries;
}
function offsetOf(segments, address) {
  if (address === void 0) return void 0;
  const holder = segments.find(
    (one) => one.type === segmentType.load && address >= one.address && address < one.address + one.fileBytes
  );
  return holder && holder.offset + address - holder.address;
}
var executableType = 2;
var sharedType = 3;
function readElf(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 20 || file.readUInt32BE(0) !== 2135247942) return void 0;
  const [ident, order] = [file[4], file[5]];
  if (ident !== 1 && ident !== 2 || order !== 1 && order !== 2) return "its class or byte order is unknown";
  const view = { file, is64: ident === 2, isLittle: order === 1 };
  const type = half(view, 16);
  const segments = readSegments(view);
  if (typeof segments === "string") return segments;
  const interpreterAt = segments.find((one) => one.type === segmentType.interpreter);
  const interpreter = interpreterAt && textAt(view, interpreterAt.offset);
  if (interpreterAt && interpreter === void 0) return "its interpreter lies outside of what was read";
  const dynamic = readDynamic(view, segments);
  return {
    bits: view.is64 ? 64 : 32,
    endian: view.isLittle ? "little" : "big",
    machine: nameOfMachine(view, half(view, 18) ?? 0),
    type: type === executableType ? "executable" : type === sharedType ? "shared" : "other",
    ...interpreter !== void 0 && { interpreter },
    ...typeof dynamic === "string" ? { unread: dynamic } : namesOf(dynamic),
    linking: linkingOf(type, interpreter, dynamic)
  };
}
function namesOf({
  needed,
  rpath,
  runpath,
  soname,
  versionsNeeded,
  versionsDefined
}) {
  return {
    needed,
    ...rpath !== void 0 && { rpath },
    ...runpath !== void 0 && { runpath },
    ...soname !== void 0 && { soname },
    ...versionsNeeded && { versionsNeeded },
    ...versionsDefined && { versionsDefined }
  };
}
function linkingOf(type, interpreter, dynamic) {
  if (interpreter !== void 0) return "dynamic";
  if (typeof dynamic === "string") return "unknown";
  if (type !== sharedType) return dynamic.needed.length > 0 ? "dynamic" : "static";
  return dynamic.isPie && dynamic.needed.length === 0 ? "static-pie" : "library";
}
var bodyLimits = {
  headBytes: 4 * 2 ** 20,
  keptBytes: 4096,
  fileBytes: 256 * 2 ** 20,
  totalBytes: 512 * 2 ** 20
};
function bodyReader(read) {
  let leftBytes = bodyLimits.totalBytes;
  const afford = (nodes, maxBytes) => nodes.filter(({ fileBytes }) => {
    const bytes = Math.min(fileBytes, maxBytes);
    if (bytes > leftBytes || bytes > bodyLimits.fileBytes) return false;
    leftBytes -= bytes;
    return true;
  });
  const bodies = async (nodes, maxBytes) => {
    const affordable = afford(nodes, maxBytes);
    return affordable.length === 0 ? /* @__PURE__ */ new Map() : read(affordable, maxBytes);
  };
  return {
    whole: (nodes, maxBytes) => bodies(
      nodes.filter(({ fileBytes }) => fileBytes <= maxBytes),
      maxBytes
    ),
    files: async (nodes) => {
      const found = /* @__PURE__ */ new Map();
      const take = (all) => {
        for (const [path, body] of all)
          found.set(path, { head: Buffer.from(body.subarray(0, bodyLimits.keptBytes)), elf: readElf(body) });
      };
      take(await bodies(nodes, bodyLimits.headBytes));
      const cut = nodes.filter((node) => isCut(found.get(node.path), node));
      const ends = new Map(cut.map((node) => [node, dynamicEnd(found.get(node.path)?.head) ?? node.fileBytes]));
      for (const [node, end] of ends) take(await bodies([node], end));
      for (const node of cut)
        if (isCut(found.get(node.path), node) && (ends.get(node) ?? 0) < node.fileBytes)
          take(await bodies([node], node.fileBytes));
      return found;
    }
  };
}
function isCut(file, { fileBytes }) {
  if (file === void 0 || fileBytes <= bodyLimits.headBytes) return false;
  return typeof file.elf === "string" || file.elf?.unread !== void 0;
}
function dynamicEnd(head) {
  if (!head || head.length < 20) return void 0;
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const segments = readSegments({ file, is64: file[4] === 2, isLittle: file[5] === 1 });
  const dynamic = typeof segments === "string" ? void 0 : segments.find(({ type }) => type === segmentType.dynamic);
  return dynamic && dynamic.offset > 0 ? dynamic.offset + dynamic.fileBytes : void 0;
}
var magic = "glibc-ld.so.cache1.1";
var oldMagic = "ld.so-1.7.0\0";
var headerBytes = 48;
var entryBytes = 24;
var maxEntries = 1e5;
function readLdCache(body) {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const start = startOf(whole);
  if (start === void 0) return "it has no format that glibc reads";
  const cache = whole.subarray(start);
  if (cache.length < headerBytes) return "it is cut";
  const isBig = (cache[28] ?? 0) % 4 === 3;
  const word = (offset) => isBig ? cache.readUInt32BE(offset) : cache.readUInt32LE(offset);
  const count = word(20);
  if (count > maxEntries || headerBytes + count * entryBytes > cache.length) return "it is cut";
  const textAt2 = (offset) => {
    const end = cache.indexOf(0, offset);
    return end < 0 || offset >= cache.length ? "" : cache.toString("utf8", offset, end);
  };
  const paths = /* @__PURE__ */ new Map();
  for (let index = 0; index < count; index += 1) {
    const entry = headerBytes + index * entryBytes;
    const [name, path] = [textAt2(word(entry + 4)), textAt2(word(entry + 8))];
    if (name !== "" && path.startsWith("/")) paths.set(name, [...paths.get(name) ?? [], path]);
  }
  return paths;
}
function startOf(whole) {
  if (whole.toString("latin1", 0, magic.length) === magic) return 0;
  if (whole.toString("latin1", 0, oldMagic.length) !== oldMagic) return void 0;
  const found = whole.indexOf(magic, 0, "latin1");
  return found < 0 ? void 0 : found;
}
function missingVersions(loaded) {
  const bySoname = new Map(loaded.map((one) => [one.elf.soname ?? one.path.slice(one.path.lastIndexOf("/") + 1), one]));
  return loaded.flatMap(
    ({ path: neededBy, elf }) => (elf.versionsNeeded ?? []).flatMap(({ library, versions }) => {
      const holder = bySoname.get(library);
      const defined = holder?.elf.versionsDefined;
      if (!holder || !defined) return [];
      const lacking = versions.filter((version) => !defined.includes(version));
      return lacking.map((version) => ({ version, library: holder.path, neededBy }));
    })
  );
}
var triplets = {
  amd64: "x86_64-linux-gnu",
  arm64: "aarch64-linux-gnu",
  "386": "i386-linux-gnu",
  arm: "arm-linux-gnueabihf",
  ppc64le: "powerpc64le-linux-gnu",
  riscv64: "riscv64-linux-gnu",
  s390x: "s390x-linux-gnu",
  loong64: "loongarch64-linux-gnu",
  mips64le: "mips64el-linux-gnuabi64"
};
var platforms = {
  amd64: "x86_64",
  arm64: "aarch64",
  "386": "i686",
  arm: "v7l",
  ppc64le: "powerpc64le"
};
function muslArchitecture(loaderPath) {
  return /(?:^|\/)ld-musl-([\w.-]+)\.so\.1$/.exec(loaderPath)?.[1];
}
function recogniseLoader(asked, node, elf, body) {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (muslArchitecture(asked) !== void 0 || muslArchitecture(node.path) !== void 0)
    return { libc: "musl", directories: ["/lib", "/usr/local/lib", "/usr/lib"], isGcompat: false };
  if (text.includes("libgcompat"))
    return { libc: "musl", directories: ["/lib", "/usr/local/lib", "/usr/lib"], isGcompat: true };
  if (!/^ld(-linux[\w-]*|64|-[\d.]+)?\.so/.test(elf.soname ?? "")) return void 0;
  return { libc: "glibc", directories: systemDirectories(text) ?? usualDirectories(elf), isGcompat: false };
}
function systemDirectories(body) {
  const runs = body.toString("latin1").match(/(?:\/[\w.+@/-]*lib[\w.+@/-]*\/\0)+/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  const directories = longest?.split("\0").flatMap((path) => path === "" ? [] : path.replace(/\/+$/, ""));
  return directories;
}
function usualDirectories({ machine, bits }) {
  const triplet = triplets[machine];
  const multiarch = triplet === void 0 ? [] : [`/lib/${triplet}`, `/usr/lib/${triplet}`];
  return [...multiarch, ...bits === 64 ? ["/lib64", "/usr/lib64"] : [], "/lib", "/usr/lib"];
}
function substitutions({ machine, bits }) {
  const triplet = triplets[machine];
  return {
    lib: [...triplet === void 0 ? [] : [`lib/${triplet}`], bits === 64 ? "lib64" : "lib"],
    platform: platforms[machine] ?? machine
  };
}
function glibcPath(asking, around) {
  const inherited = asking.elf.runpath === void 0 ? chainOf(asking).filter(({ elf }) => elf.runpath === void 0) : [];
  return [
    ...inherited.flatMap((one) => listed(one.elf.rpath, one, around)),
    ...listed(around.libraryPath?.replaceAll(";", ":"), asking, around),
    ...listed(asking.elf.runpath, asking, around)
  ];
}
function muslPath(asking, around) {
  return [
    ...listed(around.libraryPath, asking, around),
    ...chainOf(asking).flatMap((one) => listed(one.elf.runpath ?? one.elf.rpath, one, around))
  ];
}
function chainOf(start) {
  const chain = [];
  for (let one = start; one; one = one.neededBy) chain.push(one);
  return chain;
}
function listed(path, { path: file, elf }, { workingDir }) {
  if (path === void 0 || path === "") return [];
  return path.split(":").flatMap((entry) => expand(entry, file, elf)).map((entry) => entry.startsWith("/") ? entry : `${workingDir}/${entry}`);
}
function expand(text, file, elf) {
  const { lib, platform } = substitutions(elf);
  const origin = file.slice(0, Math.max(1, file.lastIndexOf("/")));
  const filled = text.replaceAll(/\$(?:ORIGIN\b|\{ORIGIN\})/g, () => origin).replaceAll(/\$(?:PLATFORM\b|\{PLATFORM\})/g, () => platform);
  const pattern = /\$(?:LIB\b|\{LIB\})/g;
  return pattern.test(filled) ? lib.map((one) => filled.replaceAll(pattern, () => one)) : [filled];
}
var maxLibraries = 1e3;
async function resolveLibraries(program, view, place, reader) {
  const satisfied = new Set(ownNames(view));
  const missing = [];
  const unchecked = [];
  const loaded = [program, { path: view.loaderPath, elf: view.loaderElf }];
  let found = 0;
  let wanted = wantedBy(program);
  while (wanted.length > 0) {
    const news = wanted.filter(({ name }, index) => !isSatisfied(name, satisfied, view) && isFirst(wanted, index));
    if (found + news.length > maxLibraries)
      return {
        found,
        missing,
        versions: [],
        unchecked: [...unchecked, `${program.path} needs more than ${maxLibraries} libraries.`]
      };
    const candidates = news.map((one) => candidatesOf(one, view, place));
    const nodes = new Map(candidates.flat().map(({ node }) => [node.path, node]));
    const files = await reader.files([...nodes.values()]);
    const next = [];
    for (const [index, { name, by }] of news.entries()) {
      if (isSatisfied(name, satisfied, view)) continue;
      satisfied.add(name);
      const here = candidates[index] ?? [];
      const unread2 = here.find(({ node }) => !files.has(node.path));
      const fitting = here.find(({ node }) => fits(files.get(node.path)?.elf, program.elf));
      const elf = fitting && files.get(fitting.node.path)?.elf;
      if (!fitting || typeof elf !== "object") {
        if (unread2) unchecked.push(`/${unread2.node.path}, which ${by.path} needs, could not be read.`);
        else missing.push({ name, neededBy: by.path });
        continue;
      }
      found += 1;
      if (elf.soname !== void 0) satisfied.add(elf.soname);
      if (elf.unread !== void 0) unchecked.push(`What ${fitting.path} needs is not known: ${elf.unread}.`);
      const itself = { path: fitting.path, elf, neededBy: by };
      loaded.push(itself);
      next.push(...wantedBy(itself));
    }
    wanted = next;
  }
  const versions = view.loader.libc === "glibc" ? missingVersions(loaded) : [];
  return { found, missing, versions, unchecked };
}
var wantedBy = (by) => (by.elf.needed ?? []).map((name) => ({ name, by }));
var isFirst = (wanted, index) => wanted.findIndex(({ name }) => name === wanted[index]?.name) === index;
function ownNames({ loaderPath, loader }) {
  const name = loaderPath.slice(loaderPath.lastIndexOf("/") + 1);
  return loader.isGcompat ? [name, "libgcompat.so.0"] : [name, loaderPath];
}
function isSatisfied(name, satisfied, { loader }) {
  if (satisfied.has(name)) return true;
  if (loader.libc !== "musl") return false;
  return /^lib(c|pthread|rt|m|dl|util|xnet)\./.test(name) || loader.isGcompat && name.startsWith("ld-linux");
}
function candidatesOf({ name, by }, view, place) {
  const { loader, around, cache, systemPath } = view;
  const paths = name.includes("/") ? expand(name, by.path, by.elf) : loader.libc === "musl" ? below(name, [...muslPath(by, around), ...systemPath]) : [...below(name, glibcPath(by, around)), ...cache.get(name) ?? [], ...below(name, loader.directories)];
  const seen = /* @__PURE__ */ new Set();
  return paths.flatMap((path) => {
    const node = readable(place, path);
    if (!node || seen.has(node.path)) return [];
    seen.add(node.path);
    return [{ path, node }];
  });
}
var below = (name, directories) => directories.map((directory) => `${directory}/${name}`);
function readable(place, path) {
  const found = (0, import_chunk_WF57VGGL.lookUp)(place, path);
  if (found.state !== "found" || found.node.type !== import_chunk_OR32E4J6.EntryType.file) return void 0;
  return (0, import_chunk_WF57VGGL.isPermitted)(found.node, import_chunk_WF57VGGL.right.read, place.who) ? found.node : void 0;
}
function fits(elf, program) {
  return typeof elf === "object" && elf.machine === program.machine && elf.bits === program.bits;
}
var maxDepth = 4;
var maxFiles = 64;
var maxConfBytes = 64 * 2 ** 10;
async function confDirectories(tree, read) {
  const directories = [];
  let files = [{ path: "etc/ld.so.conf", depth: 0 }];
  for (let taken = 0; files.length > 0 && taken < maxFiles; taken += 1) {
    const [first, ...rest] = files;
    const node = first && tree.resolve(first.path);
    const body = node?.type === import_chunk_OR32E4J6.EntryType.file ? (await read([node], maxConfBytes)).get(node.path) : void 0;
    const { included, listed: listed2 } = linesOf(body ? Buffer.from(body).toString("utf8") : "");
    directories.push(...listed2);
    const depth = (first?.depth ?? 0) + 1;
    const more = depth > maxDepth ? [] : included.flatMap((pattern) => matching(tree, pattern));
    files = [...more.map((path) => ({ path, depth })), ...rest];
  }
  return directories;
}
function linesOf(text) {
  const lines = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return {
    included: lines.flatMap((line) => /^include\s+(.*)$/.exec(line)?.[1]?.split(/\s+/) ?? []),
    listed: lines.filter((line) => line.startsWith("/")).flatMap((line) => line.split(/[\s:,]+/)).map((path) => path.replace(/=.*/, "").replace(/\/+$/, ""))
  };
}
function matching(tree, pattern) {
  const path = (pattern.startsWith("/") ? pattern : `/etc/${pattern}`).replace(/^\/+/, "");
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const parts = path.slice(folder.length).replace(/^\//, "").split("*");
  const escaped = parts.map((part) => part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("?", "[^/]"));
  const fits2 = new RegExp(`^${escaped.join("[^/]*")}$`);
  const real = tree.resolve(folder)?.path ?? folder;
  return [...tree.names(real)].filter((name) => fits2.test(name)).toSorted().map((name) => `${real}/${name}`);
}
async function whereElse(missing, { place, reader }, libc) {
  const names = new Set(missing.map(({ name }) => name));
  const files = [...place.tree.all()].filter(
    ({ path, type }) => type !== import_chunk_OR32E4J6.EntryType.directory && names.has(path.slice(path.lastIndexOf("/") + 1))
  );
  const listed2 = libc === "glibc" ? await confDirectories(place.tree, (nodes, maxBytes) => reader.whole(nodes, maxBytes)) : [];
  return missing.map((one) => ({
    ...one,
    elsewhere: files.filter(({ path }) => `/${path}`.endsWith(`/${one.name}`)).map(({ path }) => `/${path}`),
    notInCache: listed2.some((directory) => readable(place, `${directory}/${one.name}`) !== void 0)
  }));
}
function loadersIn(tree) {
  const folders = /* @__PURE__ */ new Map();
  for (const folder of ["lib", "lib64", "usr/lib", "usr/lib64"]) {
    const real = tree.resolve(folder)?.path;
    if (real !== void 0 && !folders.has(real)) folders.set(real, folder);
  }
  return [...folders].flatMap(
    ([real, folder]) => [...tree.names(real)].filter((name) => /^ld(-linux|-musl|64).*\.so/.test(name) && tree.resolve(`${real}/${name}`)).map((name) => `/${folder}/${name}`)
  );
}
var nothing = { files: [], libraries: 0, obstacles: [], unchecked: [] };
function joined(...parts) {
  return {
    files: parts.flatMap(({ files }) => files),
    libraries: parts.reduce((sum, { libraries }) => sum + libraries, 0),
    obstacles: parts.flatMap(({ obstacles }) => obstacles),
    unchecked: parts.flatMap(({ unchecked }) => unchecked)
  };
}
var maxLoaderBytes = 16 * 2 ** 20;
async function followElf(scene, node, step, elf) {
  if (typeof elf === "string") return stopped({ kind: "format", ...step, what: "damaged" });
  const { machine, type, linking, interpreter, needed = [] } = elf;
  if (type === "other") return stopped({ kind: "format", ...step, what: "object" });
  const runs = runsOn(machine, scene.architecture);
  if (runs === "never") return stopped({ kind: "machine", ...step, machine, platform: scene.architecture });
  const unchecked = runs === "sometimes" ? [`${step.path} is for ${machine}, which not every ${scene.architecture} machine runs.`] : [];
  if (interpreter === void 0) {
    if (linking === "static" || linking === "static-pie") return { ...nothing, unchecked };
    if (elf.unread !== void 0) return { ...nothing, unchecked: [...unchecked, unreadOf(step, elf.unread)] };
    return needed.length > 0 ? stopped({ kind: "library-as-program", ...step }) : { ...nothing, unchecked };
  }
  const found = await followLoader(scene, node, step, elf, interpreter);
  return { ...found, unchecked: [...unchecked, ...found.unchecked] };
}
function runsOn(machine, architecture) {
  if (machine === architecture || machine === "386" && architecture === "amd64") return "always";
  return machine === "arm" && architecture === "arm64" ? "sometimes" : "never";
}
async function followLoader(scene, node, step, elf, loaderPath) {
  const { place, reader } = scene;
  const { needed = [] } = elf;
  const others = loadersIn(place.tree);
  const lacks = (state) => stopped({ kind: "loader", ...step, loader: loaderPath, state, needed, others });
  const found = (0, import_chunk_WF57VGGL.lookUp)(place, loaderPath);
  if (found.state !== "found") return lacks("missing");
  if (found.node.type !== import_chunk_OR32E4J6.EntryType.file || !(0, import_chunk_WF57VGGL.isPermitted)(found.node, import_chunk_WF57VGGL.right.execute, place.who))
    return lacks("not-executable");
  if (elf.unread !== void 0) return { ...nothing, unchecked: [unreadOf(step, elf.unread)] };
  const cacheNode = fileAt(place.tree, "etc/ld.so.cache");
  const bodies = await reader.whole([found.node, ...cacheNode ? [cacheNode] : []], maxLoaderBytes);
  const body = bodies.get(found.node.path);
  if (!body) return { ...nothing, unchecked: [`The loader ${loaderPath} could not be read.`] };
  const itself = readElf(body);
  if (typeof itself !== "object") return lacks("not-elf");
  if (itself.machine !== elf.machine || itself.bits !== elf.bits) return lacks("other-machine");
  const loader = recogniseLoader(loaderPath, found.node, itself, body);
  if (!loader)
    return {
      ...nothing,
      unchecked: [`${loaderPath} is a loader of a kind that is not known here, so libraries were not looked for.`]
    };
  if (loader.libc === "musl" && !loader.isGcompat && needed.some((name) => /^(libc\.so\.6|ld-linux.*)$/.test(name)))
    return stopped({ kind: "mixed-libc", ...step, loader: loaderPath, needed });
  const cacheBody = cacheNode && bodies.get(cacheNode.path);
  const cache = cacheBody ? readLdCache(cacheBody) : /* @__PURE__ */ new Map();
  return followLibraries(scene, { path: `/${node.path}`, elf }, step, {
    loader,
    loaderPath,
    loaderElf: itself,
    around: { libraryPath: scene.libraryPath, workingDir: place.workingDir },
    // glibc passes over a cache it cannot read.
    cache: typeof cache === "string" ? /* @__PURE__ */ new Map() : cache,
    systemPath: loader.libc === "musl" ? await muslSystemPath(scene, loader, loaderPath, found.node) : []
  });
}
async function followLibraries(scene, program, step, view) {
  const { found, missing, versions, unchecked } = await resolveLibraries(program, view, scene.place, scene.reader);
  const outcome = { ...nothing, libraries: found, unchecked };
  if (missing.length === 0)
    return versions.length === 0 ? outcome : { ...outcome, obstacles: [{ kind: "versions", ...step, missing: versions }] };
  const { libc } = view.loader;
  return {
    ...outcome,
    obstacles: [{ kind: "libraries", ...step, libc, missing: await whereElse(missing, scene, libc) }]
  };
}
async function muslSystemPath({ place, reader }, loader, loaderPath, node) {
  const architecture = muslArchitecture(loaderPath) ?? muslArchitecture(`/${node.path}`);
  const prefix = loaderPath.replace(/\/[^/]*\/[^/]*$/, "");
  const file = fileAt(place.tree, `${prefix}/etc/ld-musl-${architecture}.path`.replace(/^\/+/, ""));
  const body = file && (await reader.whole([file], 2 ** 20)).get(file.path);
  return body ? Buffer.from(body).toString("utf8").split(/[:\n]/).filter((path) => path !== "") : loader.directories;
}
function fileAt(tree, path) {
  const node = tree.resolve(path);
  return node?.type === import_chunk_OR32E4J6.EntryType.file ? node : void 0;
}
var unreadOf = ({ path }, reason) => `Which libraries ${path} needs is not known: ${reason}.`;
var stopped = (obstacle) => ({ ...nothing, obstacles: [obstacle] });
var maxScripts = 5;
var mindsCarriageReturn = /^(?:(?:ba|da|a|z|k|mk)?sh|python[\d.]*|busybox)$/;
async function followWord(scene, word, way) {
  const found = (0, import_chunk_WF57VGGL.searchProgram)(scene.place, word, scene.directories);
  const { caller, through } = way;
  switch (found.state) {
    case "missing": {
      const searched = word.includes("/") ? {} : { searched: scene.directories };
      const link = linkOf(found);
      return stopped2({ kind: "not-found", word, caller, through, ...searched, ...link && { link } });
    }
    case "denied":
      return refused({ ...way, path: word }, "enter", found.directory, scene);
    case "directory":
      return stopped2({ kind: "directory", ...way, path: found.path });
    case "not-executable":
      return refused({ ...way, path: found.path }, "execute", found.node, scene);
    case "found":
      return followFile(scene, found.node, { ...way, path: found.path }, 0);
  }
}
async function followFile(scene, node, step, scripts) {
  const path = `/${node.path}`;
  if (/^\/(proc|sys|dev)\//.test(path)) return unsure(`${path} is hidden by what the runtime mounts there.`);
  if (node.type !== import_chunk_OR32E4J6.EntryType.file) return unsure(`${path} is neither a file nor a directory.`);
  const file = (await scene.reader.files([node])).get(node.path);
  if (!file) return unsure(`${path} could not be read: it is missing from its layer, or too large.`);
  const here = { ...nothing, files: [path] };
  const shebang = (0, import_chunk_WF57VGGL.readShebang)(file.head);
  if (typeof shebang === "object") return joined(here, await followScript(scene, node, step, shebang, scripts));
  if (file.elf !== void 0) return joined(here, await followElf(scene, node, step, file.elf));
  return joined(
    here,
    shebang === void 0 ? formatOf(file.head, step) : stopped2({ kind: "format", ...step, what: shebang })
  );
}
function formatOf(head, step) {
  const start = Buffer.from(head.subarray(0, 5)).toString("latin1");
  if (start.startsWith("\0asm")) return unsure(`${step.path} is WebAssembly: what it needs is its runtime’s affair.`);
  if (step.caller !== "runtime") return nothing;
  const what = head.length === 0 ? "empty" : start === "ï»¿#!" ? "bom" : "no-shebang";
  return stopped2({ kind: "format", ...step, what });
}
async function followScript(scene, node, step, { interpreter, argument }, scripts) {
  if (scripts === maxScripts) return stopped2({ kind: "too-deep", ...step });
  const found = (0, import_chunk_WF57VGGL.lookUp)(scene.place, interpreter);
  if (found.state === "denied") return refused(step, "enter", found.directory, scene);
  if (found.state === "missing") {
    const isCrlf = interpreter.endsWith("\r") && (0, import_chunk_WF57VGGL.lookUp)(scene.place, interpreter.slice(0, -1)).state === "found";
    return stopped2({ kind: "script-interpreter", ...step, interpreter, isCrlf });
  }
  if (found.node.type === import_chunk_OR32E4J6.EntryType.directory || !(0, import_chunk_WF57VGGL.isPermitted)(found.node, import_chunk_WF57VGGL.right.execute, scene.place.who))
    return refused(step, "execute", found.node, scene);
  const through = [...step.through, step.path];
  const own = await followFile(scene, found.node, { path: interpreter, caller: step.caller, through }, scripts + 1);
  if (own.obstacles.length > 0) return own;
  if (!(0, import_chunk_WF57VGGL.isPermitted)(node, import_chunk_WF57VGGL.right.read, scene.place.who)) return joined(own, refused(step, "read", node, scene));
  return joined(own, await followArgument(scene, step, interpreter, argument));
}
async function followArgument(scene, step, interpreter, argument = "") {
  const name = interpreter.slice(interpreter.lastIndexOf("/") + 1);
  const through = [...step.through, step.path];
  if (name !== "env") {
    const isWrong = argument.endsWith("\r") && mindsCarriageReturn.test(name);
    return isWrong ? stopped2({ kind: "crlf-argument", ...step, interpreter, argument }) : nothing;
  }
  const program = argument === "" ? void 0 : (0, import_chunk_WF57VGGL.programOfEnv)(argument);
  if (program !== void 0) return followWord(scene, program, { caller: "env", through });
  return argument === "" ? nothing : unsure(`What \`env ${argument}\` in ${step.path} runs cannot be told.`);
}
var stopped2 = (obstacle) => ({ ...nothing, obstacles: [obstacle] });
var unsure = (reason) => ({ ...nothing, unchecked: [reason] });
function refused(step, asked, node, { place }) {
  const { path, mode, uid, gid } = node;
  return stopped2({
    kind: "not-permitted",
    ...step,
    right: asked,
    file: { path: `/${path}`, mode, uid, gid },
    uid: place.who.uid
  });
}
function linkOf(found) {
  const link = "link" in found ? found.link : void 0;
  return link?.linkTarget === void 0 ? void 0 : { path: `/${link.path}`, target: link.linkTarget };
}
var notPrograms = new Set(
  "! [ [[ . : alias bg bind break builtin case cd command continue declare dirs disown echo enable eval exec exit export false fc fg for function getopts hash help history if jobs kill let local logout popd printf pushd pwd read readonly return select set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset until wait while { (".split(" ")
);
function firstProgram(script) {
  if (/[;|\n`()]|(?<!&)&(?!&)/.test(script.trim())) return void 0;
  const word = /^\s*(?:exec\s+(?!-))?([\w./+-]+)(?=\s|$)/.exec(script)?.[1];
  return word === void 0 || notPrograms.has(word) || word.startsWith("-") ? void 0 : word;
}
var maxAccountBytes = 2 ** 20;
async function inspectExecutable({
  tree,
  config,
  platform,
  read
}) {
  const { entrypoint = [], cmd = [], env, user, workingDir } = config;
  const argv = [...entrypoint, ...cmd];
  const [word] = argv;
  if (word === void 0) return void 0;
  const from = entrypoint.length > 0 ? "entrypoint" : "cmd";
  const [os = "", architecture = ""] = platform.split("/");
  if (os !== "linux")
    return { from, ...nothing, unchecked: [`The image is for ${platform}; only programs of Linux are looked into.`] };
  const reader = bodyReader(read);
  const who = await credentialsIn(tree, user, reader);
  if (typeof who === "string") return { from, ...nothing, obstacles: [{ kind: "user", user, reason: who }] };
  const libraryPath = (0, import_chunk_WF57VGGL.variable)(env, "LD_LIBRARY_PATH");
  const scene = { place: { tree, workingDir, who }, directories: (0, import_chunk_WF57VGGL.pathOf)(env), architecture, libraryPath, reader };
  const own = await followWord(scene, word, { caller: "runtime", through: [] });
  const shell = own.obstacles.length === 0 ? (0, import_chunk_LAJ23W2O.shellCommand)(argv) : void 0;
  const program = shell && firstProgram(shell.script);
  if (program === void 0) return { from, ...own };
  return { from, ...joined(own, await followWord(scene, program, { caller: "shell", through: [word] })) };
}
async function credentialsIn(tree, user, reader) {
  if (user === "") return { uid: 0, groups: [0] };
  const nodes = ["etc/passwd", "etc/group"].map((path) => tree.resolve(path));
  const files = nodes.flatMap((node) => node?.type === import_chunk_OR32E4J6.EntryType.file ? [node] : []);
  const bodies = await reader.whole(files, maxAccountBytes);
  const [passwd, group] = nodes.map((node) => node && bodies.get(node.path)).map((body) => body && Buffer.from(body).toString("utf8"));
  return (0, import_chunk_WF57VGGL.credentialsOf)(user, { passwd, group });
}
function inodes(tree, minBytes) {
  const bodies = /* @__PURE__ */ new Map();
  for (const node of tree.all())
    if (node.type === import_chunk_OR32E4J6.EntryType.file && node.fileBytes >= minBytes) {
      const body = node.layer * 2 ** 32 + node.record;
      if (!bodies.has(body)) bodies.set(body, node);
    }
  return [...bodies.values()];
}
function groupsBy(nodes, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
function sumKey(nodes, layers) {
  const sums = sumsOf(nodes, layers);
  return (node) => String(sums?.get(node) ?? "");
}
function sumsOf(nodes, layers) {
  const kinds2 = /* @__PURE__ */ new Set();
  const sums = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const read = layers[node.layer]?.contentSums;
    const sum = read?.values[node.record];
    if (!read || sum === void 0 || Number.isNaN(sum)) return void 0;
    kinds2.add(read.algorithm);
    sums.set(node, sum);
  }
  return kinds2.size === 1 ? sums : void 0;
}
function isWorthReading(nodes, firstLayer) {
  return nodes.length > 1 && nodes.some(({ layer }) => layer >= firstLayer);
}
function wasted(nodes) {
  return (nodes[0]?.fileBytes ?? 0) * (nodes.length - 1);
}
function withinBudget(groups, budget2) {
  let bytes = 0;
  const end = groups.findIndex((nodes) => {
    bytes += Math.min(nodes[0]?.fileBytes ?? 0, budget2.fileBytes) * nodes.length;
    return bytes > budget2.bytes;
  });
  return end < 0 ? { within: groups, left: [] } : { within: groups.slice(0, end), left: groups.slice(end) };
}
async function hashFiles(image, nodes, { fileBytes: maxBytes, batchBytes }, signal) {
  const hashes = /* @__PURE__ */ new Map();
  const batches = [];
  let bytes = Infinity;
  for (const node of nodes.toSorted((a, b) => a.layer - b.layer || a.record - b.record)) {
    const wantedBytes = Math.min(node.fileBytes, maxBytes);
    if (bytes + wantedBytes > batchBytes) {
      batches.push([]);
      bytes = 0;
    }
    bytes += wantedBytes;
    batches.at(-1)?.push(node);
  }
  for (const batch of batches) {
    const bodies = await image.readBodies(batch, maxBytes, signal);
    for (const node of batch) {
      const body = bodies.get(node.path);
      if (body?.length === Math.min(node.fileBytes, maxBytes))
        hashes.set(node, (0, import_node_crypto.createHash)("sha256").update(body).digest("hex"));
    }
  }
  return hashes;
}
var defaultBudget = { bytes: 512 * 2 ** 20, fileBytes: 64 * 2 ** 20, batchBytes: 64 * 2 ** 20 };
async function findDuplicates(image, { layers, tree }, { minBytes, firstLayer, budget: budget2 = defaultBudget }, signal) {
  const alike = groupsBy(inodes(tree, minBytes), ({ fileBytes }) => String(fileBytes)).flatMap((nodes) => groupsBy(nodes, sumKey(nodes, layers))).filter((nodes) => isWorthReading(nodes, firstLayer)).sort((a, b) => wasted(b) - wasted(a));
  const { within, left } = withinBudget(alike, budget2);
  const hashes = await hashFiles(image, within.flat(), budget2, signal);
  const unread2 = within.flat().filter((node) => !hashes.has(node));
  const same = within.flatMap(
    (nodes) => groupsBy(
      nodes.filter((node) => hashes.has(node)),
      (node) => hashes.get(node) ?? ""
    )
  ).filter((nodes) => isWorthReading(nodes, firstLayer));
  const isWhole = (nodes) => (nodes[0]?.fileBytes ?? 0) <= budget2.fileBytes || sumsOf(nodes, layers) !== void 0;
  return {
    groups: same.filter(isWhole).map(asGroup),
    uncompared: [
      ...told(left.flat(), `comparing ends after ${(0, import_chunk_CCPWSZ7L.formatBytes)(budget2.bytes)}`),
      ...told(unread2, "they could not be read"),
      ...told(
        same.filter((nodes) => !isWhole(nodes)).flat(),
        `they are larger than ${(0, import_chunk_CCPWSZ7L.formatBytes)(budget2.fileBytes)} and have no checksum`
      )
    ]
  };
}
function asGroup(nodes) {
  const files = nodes.map(({ path, layer }) => ({ path: `/${path}`, layer }));
  return {
    bytes: nodes[0]?.fileBytes ?? 0,
    files: files.sort((a, b) => a.layer - b.layer || (a.path < b.path ? -1 : 1))
  };
}
function told(nodes, why) {
  const [first] = nodes;
  const bytes = nodes.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  return first ? [`${nodes.length} files (${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}), /${first.path} among them, were not compared: ${why}.`] : [];
}
var telltales = /PRIVATE KEY|AKIA|ASIA|aws|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]|hooks\.slack|npm_|_auth|pypi-|dckr_pat_|sk[_-]|AIza|hf_|SG\.|shp|lin_api|ops_|"auth"|:\/\/[^\s/:@]{1,100}:[^\s/@]{1,200}@|password|client_secret|private_key/i;
async function searchBody(path, body) {
  const text = asText(body);
  if (text === void 0 || !telltales.test(text)) return [];
  const found = /* @__PURE__ */ new Map();
  for (const one of [...await lint(path, text), ...byForm(text), ...byFile(path, text)])
    if (!found.has(one.what)) found.set(one.what, one);
  return [...found.values()].sort((a, b) => a.line - b.line);
}
function asText(body) {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  return text.slice(0, 8192).includes("\0") ? void 0 : text;
}
function byForm(text) {
  return text.split("\n").flatMap((line, index) => {
    const what = line.length < 4096 ? (0, import_chunk_VZ3MHFHV.secretIn)(line) : void 0;
    return what === void 0 ? [] : [{ what, line: index + 1 }];
  });
}
var byFileName = [
  [
    /\/\.docker\/config\.json$|\/\.dockercfg$/,
    /"(?:auth|identitytoken|password)"\s*:\s*"[^"]+"/,
    "a registry’s credentials"
  ],
  [/\/[._]netrc$/, /\bpassword\s+\S+/, "a password"],
  [/\/\.pypirc$|\/pip\.conf$/, /\bpassword\s*[=:]\s*\S+/, "a package index’s password"],
  [
    /\/\.npmrc$|\/\.yarnrc(?:\.yml)?$/,
    /_(?:auth|authToken|password)\s*=\s*(?!\$\{)\S+|npmAuth(?:Token|Ident):\s*(?!["']?\$\{)\S+/,
    "a package registry’s token"
  ],
  [/\/\.cargo\/credentials(?:\.toml)?$/, /\btoken\s*=\s*"[^"]+"/, "a package registry’s token"],
  [/\/\.m2\/settings\.xml$/, /<password>(?!\$\{|\{)[^<]+<\/password>/, "a package registry’s password"],
  [/\/(?:nuget\.config)$/i, /ClearTextPassword"\s+value="[^"]+"/, "a package registry’s password"],
  [
    /\/\.composer\/auth\.json$|\/auth\.json$/,
    /"(?:password|github\.com|gitlab\.com)"\s*:\s*"[^"]+"/,
    "a package registry’s credentials"
  ],
  [/\/\.kube\/config$/, /\b(?:token|client-key-data|password):\s*\S+/, "a cluster’s credentials"]
];
function byFile(path, text) {
  return byFileName.flatMap(([file, form, what]) => {
    const at = file.test(path) ? text.search(form) : -1;
    return at < 0 ? [] : [{ what, line: text.slice(0, at).split("\n").length }];
  });
}
var kinds = {
  aws: "AWS credentials",
  gcp: "a Google Cloud key",
  privatekey: "a private key",
  npm: "an npm token",
  basicauth: "a URL with a password",
  slack: "a Slack token",
  sendgrid: "a SendGrid key",
  shopify: "a Shopify key",
  github: "a GitHub token",
  openai: "an OpenAI key",
  anthropic: "an Anthropic key",
  linear: "a Linear key",
  "1password": "a 1Password token",
  "database-connection-string": "a URL with a password"
};
var rules;
async function loadRules() {
  const preset = await Promise.resolve().then(() => __toESM(require("./module-YMTCZ63U.cjs")));
  return preset.rules.filter(({ meta }) => !meta.id.endsWith("filter-comments")).map((rule) => ({ id: rule.meta.id, rule }));
}
async function lint(path, text) {
  const { lintSource } = await Promise.resolve().then(() => __toESM(require("./module-FH7QXKAL.cjs")));
  const { messages } = await lintSource({
    source: { filePath: path, content: text, contentType: "text" },
    options: { maskSecrets: true, config: { rules: await (rules ??= loadRules()) } }
  });
  return messages.map(({ ruleId, loc }) => ({
    what: kinds[ruleId.replace(/^.*secretlint-rule-/, "")] ?? "a secret",
    line: loc.start.line
  }));
}
var budget = { bytes: 64 * 2 ** 20, files: 2e4 };
async function searchFiles(image, squashed, firstLayer, signal) {
  const visible = await searchVisible(image, squashed, firstLayer, signal);
  const hidden = await searchHidden(image, squashed, firstLayer, signal);
  return { found: [...visible.found, ...hidden.found], unsearched: [...visible.unsearched, ...hidden.unsearched] };
}
async function searchVisible(image, { tree }, firstLayer, signal) {
  const nodes = /* @__PURE__ */ new Map();
  for (const node of tree.all())
    if (node.type === import_chunk_OR32E4J6.EntryType.file && node.layer >= firstLayer && (0, import_chunk_USMGPDEC.isWorthSearching)(`/${node.path}`, node.fileBytes))
      nodes.set(node.layer * 2 ** 32 + node.record, node);
  const { within, unsearched } = withinBudget2([...nodes.values()], "visible");
  const bodies = await image.readBodies(within, import_chunk_USMGPDEC.maxSearchedBytes, signal);
  const found = [];
  for (const { path, layer } of within) {
    const body = bodies.get(path);
    if (body) for (const one of await searchBody(`/${path}`, body)) found.push({ path: `/${path}`, ...one, layer });
  }
  return { found, unsearched: [...unsearched, ...unread(within, ({ path }) => bodies.has(path))] };
}
async function searchHidden(image, squashed, firstLayer, signal) {
  const files = [];
  for (const file of (0, import_chunk_XXUH4ZVP.hiddenFiles)(squashed)) {
    if (!file.isRegular || file.addedBy < firstLayer || file.how === "metadata-only") continue;
    if ((0, import_chunk_USMGPDEC.isWorthSearching)(file.path, file.bytes)) files.push({ ...file, fileBytes: file.bytes });
  }
  if (files.length === 0) return { found: [], unsearched: [] };
  if (!image.readRecords) {
    const count = files.length === 1 ? "One file that a later layer hides" : `${files.length} files that later layers hide`;
    return {
      found: [],
      unsearched: [`${count} could not be searched: ${image.facts.source} shows only what a container sees.`]
    };
  }
  const { within, unsearched } = withinBudget2(files, "hidden");
  const wishes = within.map(({ entryPath, addedBy, record, fileBytes }) => ({
    path: entryPath,
    layer: addedBy,
    record,
    fileBytes
  }));
  const bodies = await image.readRecords(wishes, import_chunk_USMGPDEC.maxSearchedBytes, signal);
  const found = [];
  for (const [index, { path, addedBy, hiddenBy }] of within.entries()) {
    const body = bodies[index];
    if (body) for (const one of await searchBody(path, body)) found.push({ path, ...one, layer: addedBy, hiddenBy });
  }
  return { found, unsearched: [...unsearched, ...unread(within, (_, index) => bodies[index] !== void 0)] };
}
var smallBytes = 4096;
var sizeClass = (bytes) => Math.max(0, Math.ceil(Math.log2(bytes / smallBytes)));
function withinBudget2(files, kind) {
  const ordered = files.toSorted(
    (a, b) => sizeClass(a.fileBytes) - sizeClass(b.fileBytes) || (a.path < b.path ? -1 : 1)
  );
  let bytes = 0;
  const end = ordered.findIndex((file, index) => {
    bytes += Math.min(file.fileBytes, import_chunk_USMGPDEC.maxSearchedBytes);
    return bytes > budget.bytes || index >= budget.files;
  });
  if (end < 0) return { within: ordered, unsearched: [] };
  const left = ordered.slice(end);
  const leftBytes = left.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  const reason = `${left.length} ${kind} files (${(0, import_chunk_CCPWSZ7L.formatBytes)(leftBytes)}) were not searched for secrets: the search ends after ${(0, import_chunk_CCPWSZ7L.formatBytes)(budget.bytes)} or ${budget.files} files.`;
  return { within: ordered.slice(0, end), unsearched: [reason] };
}
function unread(files, wasRead) {
  const missing = files.filter((file, index) => !wasRead(file, index));
  const [first] = missing;
  return first ? [`${missing.length} files were not searched for secrets, ${first.path} among them: they could not be read.`] : [];
}
var maxRuleBodyBytes = 2 ** 20;
async function gather(image, { layers, squashed }, baseLayers, { reads, gathers = [] }, signal) {
  const { tree } = squashed;
  const [bodies, executable, entryScript, secrets, duplicates] = await Promise.all([
    readFor(reads, image, tree, signal),
    gathers.includes("executable") ? executableOf(image, tree, signal) : void 0,
    gathers.includes("entry-script") ? entryScriptOf(image, tree, signal) : void 0,
    secretsOf(image, squashed, baseLayers, gathers, signal),
    duplicatesOf(image, { layers, tree }, baseLayers, gathers, signal)
  ]);
  return {
    bodies,
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...duplicates && { duplicates }
  };
}
async function readFor(paths, image, tree, signal) {
  const asked = paths.flatMap((path) => {
    const node = tree.resolve(path.replace(/^\/+/, ""));
    return node ? [[path.replace(/^\/+/, ""), node]] : [];
  });
  const bodies = await image.readBodies(
    asked.map(([, node]) => node),
    maxRuleBodyBytes,
    signal
  );
  return new Map(
    asked.flatMap(([path, node]) => {
      const body = bodies.get(node.path);
      return body ? [[path, body]] : [];
    })
  );
}
async function secretsOf(image, squashed, baseLayers, gathers, signal) {
  const ofAll = gathers.includes("secrets-of-all-layers");
  return ofAll || gathers.includes("secrets") ? searchFiles(image, squashed, ofAll ? 0 : baseLayers, signal) : void 0;
}
async function duplicatesOf(image, read, baseLayers, gathers, signal) {
  const wishes = gathers.flatMap((one) => typeof one === "object" ? [one] : []);
  if (wishes.length === 0) return void 0;
  const minBytes = Math.min(...wishes.map(({ duplicatesFromBytes }) => duplicatesFromBytes));
  const firstLayer = wishes.some(({ of }) => of === "all") ? 0 : baseLayers;
  return findDuplicates(image, read, { minBytes, firstLayer }, signal);
}
async function entryScriptOf(image, tree, signal) {
  const { config } = image.facts;
  const node = (0, import_chunk_WF57VGGL.entryFile)(tree, config);
  if (!node || node.fileBytes > maxRuleBodyBytes) return void 0;
  const body = (await image.readBodies([node], maxRuleBodyBytes, signal)).get(node.path);
  return body && (0, import_chunk_WF57VGGL.readEntryScript)(node, body, config);
}
function executableOf(image, tree, signal) {
  const { config, platform } = image.facts;
  return inspectExecutable({
    tree,
    config,
    platform,
    read: (nodes, maxBytes) => image.readBodies(nodes, maxBytes, signal)
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gather
});
