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
  analyse: () => analyse
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_XXUH4ZVP = require("./chunk-XXUH4ZVP.cjs");
var import_chunk_2ALLEEO2 = require("./chunk-2ALLEEO2.cjs");
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_KRMBO7LO = require("./chunk-KRMBO7LO.cjs");
var import_chunk_WDR3NQNY = require("./chunk-WDR3NQNY.cjs");
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_X6CGFVG6 = require("./chunk-X6CGFVG6.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var nop = "#(nop) ";
function readCreatedBy({ createdBy }) {
  const mark = createdBy.indexOf(nop);
  if (mark >= 0) return readInstruction(createdBy.slice(mark + nop.length).trim(), "classic");
  const instruction = readInstruction(createdBy.replace(/ # buildkit$/, ""), "buildkit");
  if (instruction || createdBy === "") return instruction;
  return { keyword: "RUN", text: createdBy, by: "classic" };
}
function readInstruction(line, by) {
  const space = line.indexOf(" ");
  const word = space < 0 ? line : line.slice(0, space);
  const keyword = import_chunk_T4HUF5C3.keywords.find((known) => known === word);
  return keyword && { keyword, text: space < 0 ? "" : line.slice(space + 1), by };
}
function compareTexts(expected, actual) {
  switch (expected.keyword) {
    case "RUN":
      return isSameCommand(expected, actual);
    case "COPY":
    case "ADD":
      return isSameCopy(expected, actual);
    case "WORKDIR":
      return withoutSlash(actual.text) === withoutSlash(expected.text);
    default:
      return true;
  }
}
function isSameCommand({ createdBy, text }, actual) {
  if (!actual.text.endsWith(text)) return false;
  const before = actual.text.slice(0, actual.text.length - text.length);
  const predicted = createdBy.slice("RUN ".length, createdBy.length - text.length - " # buildkit".length);
  return before === "" || predicted.endsWith(before) || /(?:^| )(?:-[a-z]*c|-command|\/c) $/i.test(before);
}
function isSameCopy({ text }, actual) {
  const written = actual.text.trim();
  const destination = written.slice(written.indexOf(" in ") + " in ".length);
  if (actual.by === "classic") return written.includes(" in ") && text.endsWith(` ${destination}`);
  return written.replace(/^(?:--(?:chown|chmod|parents|link|from|exclude)(?:=\S*)? )+/, "") === text;
}
function withoutSlash(path) {
  return path.trim().replace(/(?<=.)\/$/, "");
}
function attributeLayers(history, report) {
  const { made, baseEntries } = align(history, report);
  const base = outermostFrom(report);
  return history.flatMap(({ emptyLayer }, index) => {
    if (emptyLayer) return [];
    const entry = made.get(index);
    if (entry) return [{ file: report.file, startLine: entry.startLine, endLine: entry.endLine }];
    return [baseEntries !== void 0 && index < baseEntries ? base : void 0];
  });
}
function ownLayers(history, report) {
  const { baseEntries } = align(history, report);
  return baseEntries === void 0 ? void 0 : history.slice(baseEntries).filter(({ emptyLayer }) => !emptyLayer).length;
}
function align(history, report) {
  const open = linesLeftToBase(report);
  const made = /* @__PURE__ */ new Map();
  let at2 = history.length - 1;
  for (const expected of report.history.toReversed()) {
    at2 = skipExtras(history, at2, expected, made.size === 0);
    const actual = history[at2];
    const read = actual && readCreatedBy(actual);
    if (!actual || read?.keyword !== expected.keyword) return { made, baseEntries: void 0 };
    const same = compareTexts(expected, read) || open.has(expected.startLine);
    if (!same) return { made, baseEntries: void 0 };
    if (actual.emptyLayer || makesLayers(expected)) made.set(at2, expected);
    at2 -= 1;
  }
  const rest = history.slice(0, at2 + 1);
  const isScratch = report.stages[outermostStage(report)]?.base.reference === "scratch";
  if (isScratch && rest.some(({ emptyLayer }) => !emptyLayer)) return { made, baseEntries: void 0 };
  return { made, baseEntries: rest.length };
}
function skipExtras(history, from, expected, atEnd) {
  let at2 = from;
  for (let entry = history[at2]; entry; entry = history[at2]) {
    const keyword = readCreatedBy(entry)?.keyword;
    const isMerge = entry.createdBy === "" && entry.comment.startsWith("merge ");
    const isLabel = atEnd && entry.emptyLayer && keyword === "LABEL" && expected.keyword !== "LABEL";
    if (keyword !== "ONBUILD" && !isMerge && !isLabel) return at2;
    at2 -= 1;
  }
  return at2;
}
function makesLayers({ keyword }) {
  return ["RUN", "COPY", "ADD", "WORKDIR"].includes(keyword);
}
function linesLeftToBase({ instructions }) {
  const isOpen = ({ keyword, arguments: words, original, onbuild }) => {
    if (onbuild) return isOpen(onbuild);
    if (keyword === "WORKDIR" && !/^["']?\//.test(words[0] ?? "")) return true;
    return keyword !== "RUN" && original.includes("$");
  };
  return new Set(instructions.filter(isOpen).map(({ startLine }) => startLine));
}
function outermostStage({ stages, final }) {
  let index = final.stage;
  for (let below = stages[index]?.base.stage; below !== null && below !== void 0; below = stages[index]?.base.stage)
    index = below;
  return index;
}
function outermostFrom(report) {
  const startLine = report.stages[outermostStage(report)]?.startLine;
  const from = report.instructions.find((instruction) => instruction.startLine === startLine);
  return from && { file: report.file, startLine: from.startLine, endLine: from.endLine };
}
var maxListed = 5e5;
function listFiles(squashed, { packages, ownerOf }, limit = maxListed) {
  const hidden = new Map(squashed.hidden.map((one) => [one.record, one]));
  const layers = squashed.layers.map(() => ({
    groups: /* @__PURE__ */ new Map(),
    rest: { files: 0, visibleBytes: 0, hiddenBytes: 0 }
  }));
  const isListed = largest(squashed, limit);
  (0, import_chunk_2ALLEEO2.forEachShipped)(squashed, ({ record, path, bytes, layer, isVisible }) => {
    const { groups, rest } = (0, import_chunk_OTS36LMD.at)(layers, layer);
    if (!isListed(bytes)) {
      rest.files += 1;
      rest[isVisible ? "visibleBytes" : "hiddenBytes"] += bytes;
      return;
    }
    const owner = (0, import_chunk_OTS36LMD.at)(ownerOf, record);
    const fate = hidden.get(record);
    const key = fate ? `${fate.hiddenBy} ${fate.how}` : String(owner);
    let group = groups.get(key);
    if (!group) groups.set(key, group = { ...kindOf(fate, packages[owner]), files: [] });
    group.files.push({ path: `/${path}`, bytes });
  });
  return layers.map(({ groups, rest }) => ({ groups: [...groups.values()].map(sorted), rest }));
}
function kindOf(fate, owner) {
  if (fate) return { kind: "hidden", hidden: { by: fate.hiddenBy, how: fate.how } };
  return owner ? { kind: "package", package: `${owner.name} ${owner.version}` } : { kind: "other" };
}
function sorted({ files, ...kind }) {
  files.sort((one, other) => one.path < other.path ? -1 : one.path > other.path ? 1 : 0);
  return { ...kind, paths: files.map(({ path }) => path), bytes: files.map(({ bytes }) => bytes) };
}
function largest(squashed, limit) {
  const sizes = [];
  (0, import_chunk_2ALLEEO2.forEachShipped)(squashed, ({ bytes }) => sizes.push(bytes));
  if (sizes.length <= limit) return () => true;
  const ordered = Float64Array.from(sizes).sort();
  const smallest = (0, import_chunk_OTS36LMD.at)(ordered, ordered.length - limit);
  let left = limit - (ordered.length - 1 - ordered.lastIndexOf(smallest));
  return (bytes) => bytes > smallest || bytes === smallest && (left -= 1) >= 0;
}
function diveFigures(squashed) {
  const { records, stacked } = squashed;
  const leaves = leavesOf(squashed);
  const uses = new Uint32Array(stacked.paths.count);
  const sums = new Float64Array(stacked.paths.count);
  const leasts = new Float64Array(stacked.paths.count);
  let sumBytes = 0;
  for (let record = 0; record < records.count; record += 1) {
    if (leaves[record] !== 1) continue;
    const bytes = leafBytes(squashed, record);
    const path = spelledPath(records, record);
    sumBytes += bytes;
    sums[path] = (0, import_chunk_OTS36LMD.atSize)(sums, path) + bytes;
    if ((0, import_chunk_OTS36LMD.add)(uses, path, 1) === 1 || bytes < (0, import_chunk_OTS36LMD.atSize)(leasts, path)) leasts[path] = bytes;
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (let path = 0; path < uses.length; path += 1) {
    if ((0, import_chunk_OTS36LMD.atCount)(uses, path) < 2) continue;
    wastedBytes += (0, import_chunk_OTS36LMD.atSize)(sums, path);
    leastBytes -= (0, import_chunk_OTS36LMD.atSize)(sums, path) - (0, import_chunk_OTS36LMD.atSize)(leasts, path);
  }
  const userBytes = userBytesOf(squashed);
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes
  };
}
function leavesOf({ records, fates, leafDirectories }) {
  const leaves = new Uint8Array(records.count);
  for (const record of leafDirectories) leaves[record] = 1;
  for (let record = 0; record < records.count; record += 1) {
    const type = records.types[record];
    if (type !== import_chunk_OR32E4J6.EntryType.directory && type !== import_chunk_OR32E4J6.EntryType.opaque)
      leaves[record] = fates[record] === import_chunk_2ALLEEO2.Fate.none && isInode(type) ? 0 : 1;
  }
  return leaves;
}
function spelledPath({ spelled, places }, record) {
  return (spelled.size > 0 ? spelled.get(record) : void 0) ?? (0, import_chunk_OTS36LMD.atInt)(places, record);
}
function userBytesOf({ records }) {
  let sum = 0;
  for (const { count, fileBytes } of records.layers.slice(1))
    for (let index = 0; index < count; index += 1) sum += (0, import_chunk_OTS36LMD.atSize)(fileBytes, index);
  return sum;
}
function isInode(type) {
  return type !== import_chunk_OR32E4J6.EntryType.whiteout && type !== import_chunk_OR32E4J6.EntryType.hardlink;
}
function leafBytes({ records, deletedTrees }, record) {
  const type = records.types[record];
  if (type === import_chunk_OR32E4J6.EntryType.whiteout) return deletedTrees.get(record) ?? 0;
  return type === import_chunk_OR32E4J6.EntryType.file ? (0, import_chunk_OTS36LMD.atSize)(records.bytes, record) : 0;
}
var maxDepth = 3;
function tallyFolders({ stacked, records }, [first, end], limit) {
  const sums = /* @__PURE__ */ new Map();
  const groupOf = folderGroups(stacked);
  return {
    take({ record, folder, bytes, layer, isVisible }) {
      if (!isVisible || layer < first || layer >= end) return;
      const group = folder === import_chunk_2ALLEEO2.rootPath ? (0, import_chunk_OTS36LMD.atInt)(records.places, record) : groupOf(folder);
      const sum = sums.get(group) ?? /* @__PURE__ */ new Map();
      if (sum.size === 0) sums.set(group, sum);
      sum.set(layer, (sum.get(layer) ?? 0) + bytes);
    },
    sum() {
      const found = [...sums].map(([group, byLayer]) => {
        const [[layer] = [0]] = [...byLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
        const bytes = [...byLayer.values()].reduce((total, share) => total + share, 0);
        return { path: `/${stacked.paths.textOf(group)}`, bytes, layer };
      });
      return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, limit);
    }
  };
}
function folderGroups({ paths }) {
  const groups = new Int32Array(paths.count);
  const depths = new Uint8Array(paths.count);
  return (folder) => {
    const below = [];
    let known = folder;
    for (; groups[known] === 0 && known !== import_chunk_2ALLEEO2.rootPath; known = paths.parentOf(known)) below.push(known);
    for (let next = below.pop(); next !== void 0; next = below.pop()) {
      const depth = (0, import_chunk_OTS36LMD.atByte)(depths, known) + 1;
      depths[next] = Math.min(depth, maxDepth);
      groups[next] = depth > maxDepth ? (0, import_chunk_OTS36LMD.atInt)(groups, known) : next;
      known = next;
    }
    return (0, import_chunk_OTS36LMD.atInt)(groups, known);
  };
}
function historyOfLayers(history, layerCount) {
  const lines = history.filter(({ emptyLayer }) => !emptyLayer);
  return lines.length === layerCount ? lines : void 0;
}
function tallyKinds(squashed, ownership, baseLayers) {
  const all = emptySums();
  const own = ownSums(squashed.records.layers.length);
  const kindOfOwner = ownership.packages.map(({ name }) => (0, import_chunk_X6CGFVG6.kindOfPackage)(name));
  const byFolder = (0, import_chunk_2ALLEEO2.perFolder)(squashed, (folder) => (0, import_chunk_X6CGFVG6.kindOfFolder)(folder) ?? null);
  return {
    take(shipped) {
      const { record, path, bytes, layer } = shipped;
      const owner = (0, import_chunk_OTS36LMD.atInt)(ownership.ownerOf, record);
      const isBase = baseLayers === void 0 ? owner >= 0 : layer < baseLayers;
      const ownerKind = owner >= 0 ? kindOfOwner[owner] : void 0;
      const kind = ownerKind ?? byFolder(shipped) ?? (0, import_chunk_X6CGFVG6.kindOfFile)(path) ?? (isBase ? "base-system" : "application");
      all[kind] += bytes;
      if (baseLayers !== void 0 && layer >= baseLayers) own.add(kind, layer, bytes);
    },
    sum: () => import_chunk_B3FRI4KO.contentKinds.map((kind) => ({
      kind,
      unpackedBytes: all[kind],
      ...baseLayers !== void 0 && own.of(kind)
    }))
  };
}
function ownSums(layers) {
  const sums = /* @__PURE__ */ new Map();
  return {
    add(kind, layer, bytes) {
      const known = sums.get(kind) ?? new Float64Array(layers);
      known[layer] = (known[layer] ?? 0) + bytes;
      sums.set(kind, known);
    },
    of(kind) {
      const known = sums.get(kind) ?? new Float64Array(0);
      const most = Math.max(0, ...known);
      const ownBytes = known.reduce((sum, bytes) => sum + bytes, 0);
      return { ownBytes, ...most > 0 && { layer: known.indexOf(most) } };
    }
  };
}
function emptySums() {
  return {
    compilers: 0,
    headers: 0,
    "package-caches": 0,
    "sources-and-vcs": 0,
    documentation: 0,
    "language-dependencies": 0,
    "base-system": 0,
    application: 0
  };
}
function ownRecords(squashed, listing) {
  const { stacked, records } = squashed;
  const ownerOf = new Int32Array(records.count).fill(-1);
  const placeOf = listedPlace(squashed);
  const packages = [];
  for (const listed of sortedPackages(listing)) {
    const bytesByLayer = /* @__PURE__ */ new Map();
    for (const path of listed.files) {
      const place = placeOf(path);
      if (stacked.kinds[place] !== import_chunk_2ALLEEO2.Kind.inode) continue;
      const record = (0, import_chunk_OTS36LMD.atInt)(stacked.records, place);
      if (ownerOf[record] !== -1) continue;
      ownerOf[record] = packages.length;
      const layer = (0, import_chunk_OTS36LMD.atCount)(records.layerOf, record);
      bytesByLayer.set(layer, (bytesByLayer.get(layer) ?? 0) + (0, import_chunk_OTS36LMD.atSize)(records.bytes, record));
    }
    packages.push(installed(listed, bytesByLayer));
  }
  return { packages, ownerOf };
}
function installed(listed, bytesByLayer) {
  const { manager, name, version, architecture } = listed;
  const shares = [...bytesByLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
  const bytes = shares.reduce((sum, [, share]) => sum + share, 0);
  const layer = shares[0]?.[0] ?? 0;
  return { manager, name, version, ...architecture !== void 0 && { architecture }, bytes, layer };
}
function sortedPackages({ packages }) {
  const keyed = packages.map((listed) => ({ listed, key: sortKey(listed) }));
  return keyed.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ listed }) => listed);
}
function sortKey({ name, manager, architecture = "", version }) {
  return [name, manager, architecture, version].join("\n");
}
function listedPlace({ stacked, records }) {
  const folders = /* @__PURE__ */ new Map();
  let spelled = "";
  let folder = import_chunk_2ALLEEO2.rootPath;
  const folderOf = (path) => {
    const known = folders.get(path);
    if (known !== void 0) return known;
    const cut = path.lastIndexOf("/");
    const above = cut < 0 ? import_chunk_2ALLEEO2.rootPath : folders.get(path.slice(0, cut)) ?? -1;
    const child = above < 0 ? 0 : stacked.childOf(above, path, cut + 1);
    const found = child !== 0 && stacked.isDirectory(child) ? child : (0, import_chunk_2ALLEEO2.walk)({ records, tree: stacked }, path, true)?.end ?? -1;
    folders.set(path, found);
    return found;
  };
  return (path) => {
    const cut = path.lastIndexOf("/");
    if (cut < 0) return stacked.childOf(import_chunk_2ALLEEO2.rootPath, path);
    if (cut !== spelled.length || !path.startsWith(spelled)) {
      spelled = path.slice(0, cut);
      folder = folderOf(spelled);
    }
    return folder < 0 ? import_chunk_2ALLEEO2.rootPath : stacked.childOf(folder, path, cut + 1);
  };
}
var noPackages = { packages: [], unread: [] };
var measurementLimits = { hidden: 200, largest: 200, largestOfBase: 50 };
function measure(snapshot, extras = {}) {
  if (snapshot.layers.length !== snapshot.diffIds.length)
    throw new Error(`${snapshot.layers.length} layers were read of an image with ${snapshot.diffIds.length}.`);
  const squashed = extras.squashed ?? (0, import_chunk_2ALLEEO2.squash)(snapshot.layers);
  const known = (0, import_chunk_KRMBO7LO.measureStated)(snapshot, extras);
  const listing = extras.packages ?? noPackages;
  const ownership = ownRecords(squashed, listing);
  const unpackedBytes = squashed.layers.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = squashed.layers.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return {
    ...known,
    unpackedBytes,
    visibleBytes,
    hiddenBytes: unpackedBytes - visibleBytes,
    emptyLayers: squashed.layers.filter(({ isEmpty }) => isEmpty).length,
    entries: squashed.records.count,
    dive: diveFigures(squashed),
    perLayer: perLayer(snapshot, squashed, extras.dockerfile),
    ...hiddenCopies(squashed, known.baseLayers),
    packages: [...ownership.packages],
    ...listing.unread.length > 0 && {
      packagesUnread: listing.unread.map(({ path, reason }) => ({ path: `/${path}`, reason }))
    },
    ...tallies(squashed, ownership, known.baseLayers)
  };
}
function tallies(squashed, ownership, baseLayers) {
  const { largest: largest2, largestOfBase } = measurementLimits;
  const kinds = tallyKinds(squashed, ownership, baseLayers);
  const noise = (0, import_chunk_2ALLEEO2.tallyNoise)(squashed);
  const own = tallyFolders(squashed, [baseLayers ?? 0, Infinity], largest2);
  const ofBase = tallyFolders(squashed, [0, baseLayers ?? 0], largestOfBase);
  (0, import_chunk_2ALLEEO2.forEachShipped)(squashed, (shipped) => {
    kinds.take(shipped);
    noise.take(shipped);
    own.take(shipped);
    ofBase.take(shipped);
  });
  return {
    byKind: kinds.sum(),
    noisyBytes: noise.sum(),
    largest: own.sum(),
    // Only where it is known which layers are the base image's.
    ...baseLayers !== void 0 && { largestOfBase: ofBase.sum() }
  };
}
function perLayer(snapshot, squashed, dockerfile) {
  const history = historyOfLayers(snapshot.history, snapshot.diffIds.length);
  return snapshot.diffIds.map((diffId, layer) => {
    const { unpackedBytes, visibleBytes } = (0, import_chunk_OTS36LMD.at)(squashed.layers, layer);
    const blob = snapshot.blobs?.[layer];
    const lines = dockerfile?.get(layer);
    return {
      diffId,
      unpackedBytes,
      visibleBytes,
      entries: (0, import_chunk_OTS36LMD.at)(snapshot.layers, layer).count,
      createdBy: history?.[layer]?.createdBy ?? "",
      ...lines && { dockerfile: lines },
      ...blob && { blob: { digest: blob.digest, bytes: blob.bytes, mediaType: blob.mediaType } }
    };
  });
}
function hiddenCopies({ records, hidden }, baseLayers) {
  const bytesOf = ({ record }) => (0, import_chunk_OTS36LMD.atSize)(records.bytes, record);
  const copies = hidden.filter((copy) => bytesOf(copy) > 0);
  const sum = (list) => list.reduce((bytes, copy) => bytes + bytesOf(copy), 0);
  const least = new Float64Array(copies.map(bytesOf)).toSorted().at(-measurementLimits.hidden) ?? 0;
  const largest2 = copies.filter((copy) => bytesOf(copy) >= least).toSorted((a, b) => bytesOf(b) - bytesOf(a) || a.record - b.record).slice(0, measurementLimits.hidden).map((copy) => ({
    path: `/${(0, import_chunk_OTS36LMD.pathOf)(records, copy.record)}`,
    bytes: bytesOf(copy),
    addedBy: (0, import_chunk_OTS36LMD.atCount)(records.layerOf, copy.record),
    hiddenBy: copy.hiddenBy,
    how: copy.how
  }));
  const byBase = baseLayers === void 0 ? void 0 : copies.filter(({ hiddenBy }) => hiddenBy < baseLayers);
  return {
    hidden: largest2,
    hiddenTotal: { copies: copies.length, bytes: sum(copies), ...byBase && { byBaseLayersBytes: sum(byBase) } }
  };
}
var maxDatabaseBytes = 64 * 2 ** 20;
async function analyse(image, layers, around, signal) {
  const { facts } = image;
  const squashed = (0, import_chunk_2ALLEEO2.squash)(layers);
  const databases = (0, import_chunk_BMVWKVKJ.packageDatabases)(squashed.tree);
  const contents = await image.readBodies(databases, maxDatabaseBytes, signal);
  const packages = (0, import_chunk_BMVWKVKJ.listPackages)(squashed.tree, contents);
  const measurement = measure(
    { ...facts, layers },
    { squashed, packages, ...attributionOf(facts, around), ...baseOf(around) }
  );
  const gathered = await gatheredFor(image, { layers, squashed }, measurement.baseLayers ?? 0, around, signal);
  return {
    measurement,
    layers,
    tree: squashed.tree,
    hidden: (0, import_chunk_XXUH4ZVP.hiddenFiles)(squashed),
    listFiles: () => listFiles(squashed, ownRecords(squashed, packages)),
    ...gathered
  };
}
async function gatheredFor(...asked) {
  const [, , , { reads, gathers = [] }] = asked;
  if (reads.length === 0 && gathers.length === 0) return { bodies: /* @__PURE__ */ new Map() };
  const { gather } = await Promise.resolve().then(() => __toESM(require("./gather-67GKKM5G.cjs")));
  return gather(...asked);
}
function attributionOf({ history, diffIds }, { dockerfile: report }) {
  if (!report) return {};
  const lines = attributeLayers(history, report);
  if (lines.length !== diffIds.length) return {};
  const own = ownLayers(history, report);
  return {
    dockerfile: new Map(lines.flatMap((one, layer) => one ? [[layer, one]] : [])),
    ...own !== void 0 && { historyBaseLayers: diffIds.length - own }
  };
}
function baseOf({ baseDiffIds }) {
  return baseDiffIds && { baseDiffIds };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  analyse
});
