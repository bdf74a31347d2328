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
  isPackageDatabase: () => isPackageDatabase,
  listPackages: () => listPackages,
  packageDatabases: () => packageDatabases
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var apkDatabases = ["lib/apk/db/installed", "usr/lib/apk/db/installed"];
function readApk(body) {
  return new TextDecoder().decode(body).split(/\n{2,}/).flatMap((paragraph) => {
    const fields = /* @__PURE__ */ new Map();
    const files = [];
    let folder = "";
    for (const line of paragraph.split("\n")) {
      const value = line.slice(2);
      if (line.startsWith("F:")) folder = value;
      else if (line.startsWith("R:")) files.push(folder === "" ? value : `${folder}/${value}`);
      else if (line[1] === ":" && !fields.has(line.slice(0, 1))) fields.set(line.slice(0, 1), value);
    }
    const [name, version, architecture] = [fields.get("P"), fields.get("V"), fields.get("A")];
    if (name === void 0 || version === void 0) return [];
    return [{ manager: "apk", name, version, ...architecture !== void 0 && { architecture }, files }];
  });
}
var UnreadableDatabase = class extends Error {
  name = "UnreadableDatabase";
};
function part(bytes, start, length) {
  if (start < 0 || length < 0 || start + length > bytes.length)
    throw new UnreadableDatabase(`It ends before byte ${start + length}.`);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, length);
}
function numberAt(bytes, start, length) {
  return part(bytes, start, length).readUIntBE(0, length);
}
var status = "var/lib/dpkg/status";
var statusFolder = "var/lib/dpkg/status.d";
var infoFolder = "var/lib/dpkg/info";
var diversionList = "var/lib/dpkg/diversions";
function dpkgDatabases(tree) {
  const inFolder = (folder, wanted) => [...tree.names(folder)].filter(wanted).map((name) => `${folder}/${name}`);
  const paths = [
    status,
    diversionList,
    ...inFolder(infoFolder, (name) => name.endsWith(".list")),
    ...inFolder(statusFolder, () => true)
  ];
  return paths.flatMap((path) => tree.at(path) ?? []);
}
var databasePath = /^var\/lib\/dpkg\/(?:status|diversions|status\.d\/[^/]+|info\/[^/]+\.list)$/;
function isDpkgDatabase(path) {
  return databasePath.test(path);
}
var unpackedStates = /* @__PURE__ */ new Set(["installed", "unpacked", "half-configured", "triggers-awaited", "triggers-pending"]);
function readDpkg(bodies) {
  const decoder = new TextDecoder();
  const text = (path) => decoder.decode(bodies.get(path));
  const diversions = readDiversions(text(diversionList));
  const classic = paragraphs(text(status)).flatMap((fields) => {
    if (!unpackedStates.has(fields.get("status")?.split(" ").at(-1) ?? "")) return [];
    const name = fields.get("package") ?? "";
    const ofArchitecture = `${infoFolder}/${name}:${fields.get("architecture")}.list`;
    const list = bodies.has(ofArchitecture) ? ofArchitecture : `${infoFolder}/${name}.list`;
    return describe(fields, whereTheyAre(pathsIn(text(list)), name, diversions));
  });
  const distroless = [...bodies.keys()].filter((path) => path.startsWith(`${statusFolder}/`) && !path.endsWith(".md5sums")).toSorted().flatMap(
    (path) => paragraphs(text(path)).flatMap((fields) => {
      const sums = bodies.has(`${path}.md5sums`) ? `${path}.md5sums` : `${statusFolder}/${fields.get("package")}.md5sums`;
      return describe(fields, pathsIn(text(sums).replaceAll(/^\S+[^\S\n]+/gm, "")));
    })
  );
  return [...classic, ...distroless];
}
function readDiversions(text) {
  const lines = text.split("\n");
  const diversions = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [from = "", to = "", by = ""] = lines.slice(at, at + 3);
    diversions.set(withoutRoot(from), { to: withoutRoot(to), by });
  }
  return diversions;
}
var withoutRoot = (path) => path.replace(/^\/+/, "");
function whereTheyAre(files, owner, diversions) {
  if (diversions.size === 0) return files;
  return files.map((path) => {
    const diversion = diversions.get(path);
    return diversion === void 0 || diversion.by === owner ? path : diversion.to;
  });
}
function pathsIn(text) {
  const paths = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (text.charCodeAt(start) === 47) start += 1;
    const path = text.slice(start, end);
    if (path !== "" && path !== ".") paths.push(path);
    start = end + 1;
  }
  return paths;
}
function describe(fields, files) {
  const name = fields.get("package");
  const version = fields.get("version");
  const architecture = fields.get("architecture");
  if (name === void 0 || version === void 0) return [];
  return [{ manager: "dpkg", name, version, ...architecture !== void 0 && { architecture }, files }];
}
var neededField = /^(?:package|status|version|architecture):/i;
function paragraphs(text) {
  const found = [];
  let fields;
  for (const line of text.split("\n")) {
    if (line.trim() === "") fields = void 0;
    else if (neededField.test(line)) {
      if (!fields) found.push(fields = /* @__PURE__ */ new Map());
      const colon = line.indexOf(":");
      fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  return found;
}
var interiorPage = 5;
var leafPage = 13;
function readTable(file, table) {
  if (part(file, 0, 16).toString("latin1") !== "SQLite format 3\0")
    throw new UnreadableDatabase("It is no SQLite file.");
  const declared = numberAt(file, 16, 2);
  const pageBytes = declared === 1 ? 65536 : declared;
  const usableBytes = pageBytes - numberAt(file, 20, 1);
  if (usableBytes < 480) throw new UnreadableDatabase("Its page size is too small.");
  const pages = { budgetBytes: 2 * file.length, file, pageBytes, usableBytes };
  const schema = [...rowsOf(pages, 1)].find(([type, name]) => textOf(type) === "table" && textOf(name) === table);
  const root = schema?.[3];
  if (typeof root !== "number") throw new UnreadableDatabase(`It has no table ${table}.`);
  return [...rowsOf(pages, root)];
}
var textOf = (cell) => cell instanceof Uint8Array ? Buffer.from(cell).toString("utf8") : void 0;
function pageAt({ file, pageBytes }, page) {
  return part(file, (page - 1) * pageBytes, pageBytes);
}
function* rowsOf(pages, root) {
  const pending = [root];
  const seen = /* @__PURE__ */ new Set();
  for (let page = pending.pop(); page !== void 0; page = pending.pop()) {
    if (seen.has(page)) throw new UnreadableDatabase(`Its page ${page} is in the tree twice.`);
    seen.add(page);
    const content = pageAt(pages, page);
    const header = page === 1 ? 100 : 0;
    const type = numberAt(content, header, 1);
    if (type !== interiorPage && type !== leafPage) throw new UnreadableDatabase(`Its page ${page} is of no table.`);
    const cells = header + (type === interiorPage ? 12 : 8);
    const offsets = Array.from(
      { length: numberAt(content, header + 3, 2) },
      (_, n) => numberAt(content, cells + 2 * n, 2)
    );
    if (type === leafPage) for (const offset of offsets) yield columnsOf(payloadAt(pages, content, offset));
    else
      pending.push(
        numberAt(content, header + 8, 4),
        ...offsets.map((offset) => numberAt(content, offset, 4)).toReversed()
      );
  }
}
function payloadAt(pages, page, offset) {
  const [length, afterLength] = varint(page, offset);
  const [, start] = varint(page, afterLength);
  pages.budgetBytes -= length;
  if (pages.budgetBytes < 0) throw new UnreadableDatabase("Its rows are longer than the file.");
  const { usableBytes } = pages;
  const least = Math.floor((usableBytes - 12) * 32 / 255) - 23;
  const wanted = least + (length - least) % (usableBytes - 4);
  const local = length <= usableBytes - 35 ? length : wanted <= usableBytes - 35 ? wanted : least;
  const parts = [part(page, start, local)];
  let left = length - local;
  let next = left > 0 ? numberAt(page, start + local, 4) : 0;
  while (left > 0) {
    const overflow = pageAt(pages, next);
    const taken = Math.min(left, usableBytes - 4);
    parts.push(part(overflow, 4, taken));
    left -= taken;
    next = numberAt(overflow, 0, 4);
  }
  return Buffer.concat(parts);
}
function columnsOf(payload) {
  const [headerBytes, first] = varint(payload, 0);
  const cells = [];
  let start = headerBytes;
  for (let at = first; at < headerBytes; ) {
    const [type, next] = varint(payload, at);
    at = next;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
    const bytes = part(payload, start, length);
    start += length;
    if (type >= 12) cells.push(bytes);
    else if (type === 8 || type === 9) cells.push(type - 8);
    else cells.push(type >= 1 && type <= 5 ? bytes.readIntBE(0, length) : void 0);
  }
  return cells;
}
function varint(bytes, start) {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = numberAt(bytes, start + index, 1);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 127);
    if (index === 8 || byte < 128) {
      return [Number.isSafeInteger(value) ? value : Number.MAX_SAFE_INTEGER, start + index + 1];
    }
  }
  throw new UnreadableDatabase("It has a number of more than nine bytes.");
}
var folders = ["var/lib/rpm", "usr/lib/sysimage/rpm"];
var rpmDatabases = folders.map((folder) => `${folder}/rpmdb.sqlite`);
var rpmUnreadable = folders.flatMap((folder) => [
  { path: `${folder}/Packages`, reason: "rpm databases in Berkeley DB’s format are not read" },
  { path: `${folder}/Packages.db`, reason: "rpm databases in ndb’s format are not read" },
  { path: `${folder}/rpmdb.sqlite-wal`, reason: "the rpm database was not closed: packages may be missing" }
]);
var tags = {
  name: 1e3,
  version: 1001,
  release: 1002,
  epoch: 1003,
  architecture: 1022,
  folderIndexes: 1116,
  baseNames: 1117,
  folderNames: 1118
};
var int32 = 4;
var maxEntries = 65535;
var maxPathLength = 4096;
function readRpm(file) {
  return readTable(file, "Packages").flatMap((row) => {
    const header = row.find((cell) => cell instanceof Uint8Array);
    return header instanceof Uint8Array ? packageOf(header) : [];
  });
}
function packageOf(header) {
  const count = numberAt(header, 0, 4);
  if (count > maxEntries) throw new UnreadableDatabase("It has a package header of too many entries.");
  const data = part(header, 8 + 16 * count, numberAt(header, 4, 4));
  const entries = /* @__PURE__ */ new Map();
  for (let start = 8; start < 8 + 16 * count; start += 16) {
    const [tag, type, offset, length] = [0, 4, 8, 12].map((field) => numberAt(header, start + field, 4));
    if (tag !== void 0 && type !== void 0 && offset !== void 0 && length !== void 0)
      entries.set(tag, { type, offset, count: length });
  }
  const text = (tag) => stringsOf(data, entries.get(tag), 1)[0];
  const [name, version, release] = [text(tags.name), text(tags.version), text(tags.release)];
  if (name === void 0 || version === void 0)
    throw new UnreadableDatabase("It has a package without a name or version.");
  if (name === "gpg-pubkey") return [];
  const [epoch] = numbersOf(data, entries.get(tags.epoch));
  const architecture = text(tags.architecture);
  const full = `${epoch === void 0 ? "" : `${epoch}:`}${version}${release === void 0 ? "" : `-${release}`}`;
  const folderNames = stringsOf(data, entries.get(tags.folderNames));
  if (folderNames.some(({ length }) => length > maxPathLength))
    throw new UnreadableDatabase("It has a path that is too long.");
  const indexes = numbersOf(data, entries.get(tags.folderIndexes));
  const files = stringsOf(data, entries.get(tags.baseNames)).map(
    (base, index) => `${folderNames[indexes[index] ?? -1] ?? ""}${base}`.replace(/^\/+/, "")
  );
  return [{ manager: "rpm", name, version: full, ...architecture !== void 0 && { architecture }, files }];
}
function stringsOf(data, entry, limit = Infinity) {
  const found = [];
  if (!entry) return found;
  for (let start = entry.offset; found.length < Math.min(entry.count, limit); ) {
    const end = data.indexOf(0, start);
    if (start < 0 || end < start) throw new UnreadableDatabase("It has a package header whose text has no end.");
    found.push(data.toString("utf8", start, end));
    start = end + 1;
  }
  return found;
}
function numbersOf(data, entry) {
  if (!entry || entry.type !== int32) return [];
  const bytes = part(data, entry.offset, 4 * entry.count);
  return Array.from({ length: entry.count }, (_, index) => bytes.readInt32BE(4 * index));
}
function packageDatabases(tree) {
  return [...dpkgDatabases(tree), ...[...others].flatMap((path) => tree.at(path) ?? [])].filter(
    ({ type }) => type === import_chunk_OR32E4J6.EntryType.file
  );
}
var others = /* @__PURE__ */ new Set([...apkDatabases, ...rpmDatabases]);
function isPackageDatabase(path) {
  return isDpkgDatabase(path) || others.has(path);
}
function listPackages(tree, bodies) {
  const whole = /* @__PURE__ */ new Map();
  const unread = rpmUnreadable.filter(({ path }) => (tree.at(path)?.fileBytes ?? 0) > 0);
  for (const { path, fileBytes } of packageDatabases(tree)) {
    const body = bodies.get(path);
    if (body && body.length >= fileBytes) whole.set(path, body);
    else unread.push({ path, reason: body ? `only ${body.length} of ${fileBytes} B were read` : "it was not read" });
  }
  const packages = [...readDpkg(whole)];
  const readers = [
    ...apkDatabases.map((path) => [path, readApk]),
    ...rpmDatabases.map((path) => [path, readRpm])
  ];
  for (const [path, read] of readers) {
    const body = whole.get(path);
    if (!body) continue;
    try {
      packages.push(...read(body));
    } catch (thrown) {
      if (!(thrown instanceof UnreadableDatabase)) throw thrown;
      unread.push({ path, reason: thrown.message });
    }
  }
  return { packages, unread };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isPackageDatabase,
  listPackages,
  packageDatabases
});
