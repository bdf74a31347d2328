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
  dayOf: () => dayOf,
  examine: () => examine,
  labelledBase: () => labelledBase,
  noiseCause: () => noiseCause,
  publishedBase: () => publishedBase,
  readImage: () => readImage
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_C7ELTXRU = require("./chunk-C7ELTXRU.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_O6OSCAFM = require("./chunk-O6OSCAFM.cjs");
var import_chunk_OYGB7NMO = require("./chunk-OYGB7NMO.cjs");
var import_chunk_3SSCRKJV = require("./chunk-3SSCRKJV.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_node_crypto = require("node:crypto");
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
  const keyword = import_chunk_OYGB7NMO.keywords.find((known) => known === word);
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
  for (let below2 = stages[index]?.base.stage; below2 !== null && below2 !== void 0; below2 = stages[index]?.base.stage)
    index = below2;
  return index;
}
function outermostFrom(report) {
  const startLine = report.stages[outermostStage(report)]?.startLine;
  const from = report.instructions.find((instruction) => instruction.startLine === startLine);
  return from && { file: report.file, startLine: from.startLine, endLine: from.endLine };
}
function hiddenFiles({ records, hidden }) {
  return {
    *[Symbol.iterator]() {
      for (const { record, hiddenBy, how } of hidden) {
        const bytes = (0, import_chunk_C7ELTXRU.atSize)(records.bytes, record);
        if (bytes === 0) continue;
        const { layer, entries, index } = (0, import_chunk_C7ELTXRU.originOf)(records, record);
        const entryPath = (0, import_chunk_C7ELTXRU.atText)(entries.paths, index);
        yield { path: `/${(0, import_chunk_C7ELTXRU.pathOf)(records, record)}`, entryPath, bytes, addedBy: layer, hiddenBy, how, record: index };
      }
    }
  };
}
var firstCapacity = 1024;
var mostProbes = 64;
var full = -1;
var PathTable = class {
  /** Paths so far, the root included. */
  count = 1;
  #parents = new Int32Array(firstCapacity);
  #hashes = new Int32Array(firstCapacity);
  #starts = new Int32Array(firstCapacity);
  #ends = new Int32Array(firstCapacity);
  #texts = [""];
  /** Open addressing; 0 is free, for the root is never looked up. At most half of it is taken. */
  #slots = new Int32Array(2 * firstCapacity);
  /** Paths that found no slot near their own, by folder and name. */
  #crowded = /* @__PURE__ */ new Map();
  #hash;
  #columns = [];
  constructor(hash = hashOf) {
    this.#hash = hash;
  }
  /** Paths there is room for. */
  get capacity() {
    return this.#parents.length;
  }
  /** Keeps columns as long as the table. */
  attach(columns) {
    this.#columns.push(columns);
    columns.grow(this.capacity);
  }
  /** Forgets columns that are needed no longer. */
  detach(columns) {
    this.#columns.splice(this.#columns.indexOf(columns), 1);
  }
  /** The folder a path lies in. */
  parentOf(path) {
    return (0, import_chunk_C7ELTXRU.atInt)(this.#parents, path);
  }
  nameOf(path) {
    return (0, import_chunk_C7ELTXRU.atText)(this.#texts, path).slice((0, import_chunk_C7ELTXRU.atInt)(this.#starts, path), (0, import_chunk_C7ELTXRU.atInt)(this.#ends, path));
  }
  /** The number of `text.slice(start, end)` in a folder; 0 where it has none. */
  find(folder, text, start = 0, end = text.length) {
    const slot = this.#slotOf(folder, text, start, end, this.#hash(folder, text, start, end));
    return slot === full ? this.#crowded.get(keyOf(folder, text, start, end)) ?? 0 : (0, import_chunk_C7ELTXRU.atInt)(this.#slots, slot);
  }
  /** As {@link find}, and gives it a number where it has none. The text is kept. */
  add(folder, text, start = 0, end = text.length) {
    const hash = this.#hash(folder, text, start, end);
    const slot = this.#slotOf(folder, text, start, end, hash);
    const known = slot === full ? this.#crowded.get(keyOf(folder, text, start, end)) : (0, import_chunk_C7ELTXRU.atInt)(this.#slots, slot);
    if (known) return known;
    const path = this.count;
    this.count += 1;
    this.#parents[path] = folder;
    this.#hashes[path] = hash;
    this.#starts[path] = start;
    this.#ends[path] = end;
    this.#texts.push(text);
    this.#place(path);
    if (this.count === this.capacity) this.#grow();
    return path;
  }
  /** The number of a whole clean path, given to it and to the folders on the way where they have none. */
  addAll(path) {
    let folder = 0;
    for (let start = 0; start < path.length; ) {
      const slash = path.indexOf("/", start);
      const end = slash < 0 ? path.length : slash;
      folder = this.add(folder, path, start, end);
      start = end + 1;
    }
    return folder;
  }
  /** The slot that holds such a path, or is free for it; {@link full} where neither is near. */
  #slotOf(folder, text, start, end, hash) {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = hash + probe & mask;
      const path = (0, import_chunk_C7ELTXRU.atInt)(this.#slots, slot);
      if (path === 0) return slot;
      if (this.#hashes[path] === hash && this.#parents[path] === folder && this.#isNamed(path, text, start, end))
        return slot;
    }
    return full;
  }
  #place(path) {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = (0, import_chunk_C7ELTXRU.atInt)(this.#hashes, path) + probe & mask;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = path;
      return;
    }
    this.#crowded.set(keyOf(this.parentOf(path), this.nameOf(path)), path);
  }
  #isNamed(path, text, start, end) {
    let index = (0, import_chunk_C7ELTXRU.atInt)(this.#starts, path);
    if ((0, import_chunk_C7ELTXRU.atInt)(this.#ends, path) - index !== end - start) return false;
    const own = (0, import_chunk_C7ELTXRU.atText)(this.#texts, path);
    for (let other = start; other < end; index += 1, other += 1)
      if (own.charCodeAt(index) !== text.charCodeAt(other)) return false;
    return true;
  }
  #grow() {
    const capacity = 2 * this.capacity;
    this.#parents = grown(this.#parents, new Int32Array(capacity));
    this.#hashes = grown(this.#hashes, new Int32Array(capacity));
    this.#starts = grown(this.#starts, new Int32Array(capacity));
    this.#ends = grown(this.#ends, new Int32Array(capacity));
    this.#slots = new Int32Array(2 * capacity);
    this.#crowded.clear();
    for (let path = 1; path < this.count; path += 1) this.#place(path);
    for (const columns of this.#columns) columns.grow(capacity);
  }
};
function grown(column, longer) {
  longer.set(column);
  return longer;
}
function hashOf(folder, text, start, end) {
  let hash = Math.imul(folder + 1, 2654435761);
  hash ^= hash >>> 15;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  return hash ^ hash >>> 13;
}
var keyOf = (folder, text, start = 0, end = text.length) => `${folder}/${text.slice(start, end)}`;
var Kind = { absent: 0, inode: 1, directory: 2 };
var Mark = {
  none: 0,
  /** `.wh..wh..opq`: nothing of the lower directory stays. */
  opaque: 1,
  /** A whiteout of the same name stands in the same layer. */
  whitedOut: 2
};
var rootPath = 0;
var PathTree = class {
  paths;
  kinds = new Uint8Array(0);
  /** Record of an inode. Of a directory: the record that describes it, or `~layer` (< 0) where a layer only implies it. */
  records = new Int32Array(0);
  marks = new Uint8Array(0);
  first = new Int32Array(0);
  next = new Int32Array(0);
  #last = new Int32Array(0);
  #previous = new Int32Array(0);
  constructor(paths) {
    this.paths = paths;
    paths.attach(this);
    this.kinds[rootPath] = Kind.directory;
  }
  grow(capacity) {
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.records = grown(this.records, new Int32Array(capacity));
    this.marks = grown(this.marks, new Uint8Array(capacity));
    this.first = grown(this.first, new Int32Array(capacity));
    this.next = grown(this.next, new Int32Array(capacity));
    this.#last = grown(this.#last, new Int32Array(capacity));
    this.#previous = grown(this.#previous, new Int32Array(capacity));
  }
  /** The child of that name; 0 where there is none. */
  childOf(directory2, name, start = 0, end = name.length) {
    const child = this.paths.find(directory2, name, start, end);
    return this.kinds[child] === Kind.absent ? 0 : child;
  }
  isDirectory(path) {
    return this.kinds[path] === Kind.directory;
  }
  /** Puts something where nothing is, behind its siblings; its folder is there. */
  add(child, kind, record) {
    const directory2 = this.paths.parentOf(child);
    const last = (0, import_chunk_C7ELTXRU.atInt)(this.#last, directory2);
    this.kinds[child] = kind;
    this.records[child] = record;
    this.#previous[child] = last;
    this.next[child] = 0;
    if (last === 0) this.first[directory2] = child;
    else this.next[last] = child;
    this.#last[directory2] = child;
  }
  /** Takes one child away that has none itself. */
  remove(child) {
    const directory2 = this.paths.parentOf(child);
    const previous = (0, import_chunk_C7ELTXRU.atInt)(this.#previous, child);
    const next = (0, import_chunk_C7ELTXRU.atInt)(this.next, child);
    if (previous === 0) this.first[directory2] = next;
    else this.next[previous] = next;
    if (next === 0) this.#last[directory2] = previous;
    else this.#previous[next] = previous;
    this.kinds[child] = Kind.absent;
    this.marks[child] = Mark.none;
  }
  /** Empties a directory, and calls back with every path that was below it and what it was, in no defined order. */
  takeOut(directory2, visit) {
    const pending = [directory2];
    for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
      for (let child = (0, import_chunk_C7ELTXRU.atInt)(this.first, folder); child !== 0; child = (0, import_chunk_C7ELTXRU.atInt)(this.next, child)) {
        const kind = (0, import_chunk_C7ELTXRU.atByte)(this.kinds, child);
        visit(child, kind);
        if (kind === Kind.directory) pending.push(child);
        this.kinds[child] = Kind.absent;
        this.marks[child] = Mark.none;
      }
      this.first[folder] = 0;
      this.#last[folder] = 0;
    }
  }
};
var maxLinks = 40;
function walk({ records, tree }, path, followLast, onObstacle) {
  const pending = path.split("/").toReversed();
  const directories = [rootPath];
  const names = [];
  let links = 0;
  for (let name = pending.pop(); name !== void 0; name = pending.pop()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      if (directories.length > 1) directories.pop();
      names.pop();
      continue;
    }
    const directory2 = (0, import_chunk_C7ELTXRU.at)(directories, directories.length - 1);
    let child = tree.childOf(directory2, name);
    const isLast = pending.length === 0 && !onObstacle;
    const isInode2 = child !== 0 && !tree.isDirectory(child);
    if (isInode2 && (!isLast || followLast) && records.types[(0, import_chunk_C7ELTXRU.atInt)(tree.records, child)] === import_chunk_OR32E4J6.EntryType.symlink) {
      if (links === maxLinks) return void 0;
      links += 1;
      const target = targetOf(records, (0, import_chunk_C7ELTXRU.atInt)(tree.records, child));
      if (target.startsWith("/")) {
        directories.length = 1;
        names.length = 0;
      }
      for (const part of target.split("/").toReversed()) pending.push(part);
      continue;
    }
    if (child === 0 || isInode2 && !isLast) {
      if (!onObstacle) return void 0;
      child = onObstacle(directory2, name);
    }
    names.push(name);
    if (!tree.isDirectory(child)) return { end: child, names, directories, links };
    directories.push(child);
  }
  return { end: (0, import_chunk_C7ELTXRU.at)(directories, directories.length - 1), names, directories, links };
}
function targetOf(records, record) {
  const { entries, index } = (0, import_chunk_C7ELTXRU.originOf)(records, record);
  return entries.linkTargets.get(index) ?? "";
}
var entryTypes = Object.values(import_chunk_OR32E4J6.EntryType);
function viewTree(view) {
  const { tree } = view;
  let count;
  const pathAt = (path) => {
    if (path === "") return rootPath;
    let found = rootPath;
    for (let start = 0; start <= path.length; ) {
      const slash = path.indexOf("/", start);
      const end = slash < 0 ? path.length : slash;
      found = tree.childOf(found, path, start, end);
      if (found === 0) return -1;
      start = end + 1;
    }
    return found;
  };
  return {
    get count() {
      count ??= countBelow(tree);
      return count;
    },
    at: (path) => {
      const found = pathAt(path);
      return found < 0 ? void 0 : nodeOf(view, path, found);
    },
    resolve: (path, workingDir = "") => {
      const walked = walk(view, path.startsWith("/") ? path : `${workingDir}/${path}`, true);
      return walked && nodeOf(view, walked.names.join("/"), walked.end);
    },
    all: () => nodesBelow(view),
    names: (path) => {
      const found = pathAt(path);
      return found < 0 ? [] : namesIn(tree, found);
    }
  };
}
function countBelow(tree) {
  let count = 0;
  for (const kind of tree.kinds) if (kind !== Kind.absent) count += 1;
  return count - 1;
}
function* namesIn(tree, directory2) {
  for (let child = (0, import_chunk_C7ELTXRU.atInt)(tree.first, directory2); child !== 0; child = (0, import_chunk_C7ELTXRU.atInt)(tree.next, child))
    yield tree.paths.nameOf(child);
}
function* nodesBelow(view) {
  const { tree } = view;
  const pending = [["", rootPath]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [prefix, directory2] = next;
    for (let child = (0, import_chunk_C7ELTXRU.atInt)(tree.first, directory2); child !== 0; child = (0, import_chunk_C7ELTXRU.atInt)(tree.next, child)) {
      const path = prefix + tree.paths.nameOf(child);
      yield nodeOf(view, path, child);
      if (tree.isDirectory(child)) pending.push([`${path}/`, child]);
    }
  }
}
function nodeOf({ records, tree }, path, place2) {
  const record = (0, import_chunk_C7ELTXRU.atInt)(tree.records, place2);
  if (record < 0) {
    const made = { fileBytes: 0, mode: 493, uid: 0, gid: 0, hasCapabilities: false };
    return { path, type: import_chunk_OR32E4J6.EntryType.directory, ...made, layer: ~record, record: -1 };
  }
  const { layer, entries, index } = (0, import_chunk_C7ELTXRU.originOf)(records, record);
  const type = (0, import_chunk_C7ELTXRU.at)(entryTypes, (0, import_chunk_C7ELTXRU.atByte)(records.types, record));
  const linkTarget = type === import_chunk_OR32E4J6.EntryType.symlink ? entries.linkTargets.get(index) : void 0;
  return {
    path,
    type,
    fileBytes: (0, import_chunk_C7ELTXRU.atSize)(entries.fileBytes, index),
    mode: (0, import_chunk_C7ELTXRU.at)(entries.modes, index),
    uid: (0, import_chunk_C7ELTXRU.at)(entries.uids, index),
    gid: (0, import_chunk_C7ELTXRU.at)(entries.gids, index),
    ...linkTarget !== void 0 && { linkTarget },
    hasCapabilities: entries.withCapabilities.has(index),
    layer,
    record: index
  };
}
function closeLinks(own, lower) {
  const { records, tree, layer, open } = own;
  const inodes2 = /* @__PURE__ */ new Map();
  const isOwnLink = (inode) => records.types[inode] === import_chunk_OR32E4J6.EntryType.hardlink && records.layerOf[inode] === layer;
  const inodeOf = (link) => {
    const trail = /* @__PURE__ */ new Set();
    let inode = link;
    while (inode !== void 0 && isOwnLink(inode) && !inodes2.has(inode) && !trail.has(inode)) {
      trail.add(inode);
      const target = targetOf(records, inode);
      const found = inodeAt(own, target);
      const next = found !== void 0 && !trail.has(found) ? found : inodeAt(lower, target);
      inode = next === directory ? void 0 : next;
    }
    const end = inode === void 0 || trail.has(inode) ? link : inodes2.get(inode) ?? inode;
    for (const passed of trail) inodes2.set(passed, end);
    return end;
  };
  for (const path of open) {
    if (tree.kinds[path] !== Kind.inode) continue;
    const link = (0, import_chunk_C7ELTXRU.atInt)(tree.records, path);
    if (!isOwnLink(link)) continue;
    const inode = inodeOf(link);
    (0, import_chunk_C7ELTXRU.add)(records.names, link, -1);
    (0, import_chunk_C7ELTXRU.add)(records.names, inode, 1);
    tree.records[path] = inode;
  }
}
var directory = -1;
function inodeAt(walkable, path) {
  const { tree } = walkable;
  const walked = walk(walkable, path, false);
  return walked && (tree.isDirectory(walked.end) ? directory : (0, import_chunk_C7ELTXRU.atInt)(tree.records, walked.end));
}
function folderOf(unpacking, path, cut) {
  const { tree, trail, layer, landed } = unpacking;
  const directory2 = trail.follow(tree, layer, path, cut);
  if (directory2 >= 0) return { directory: directory2 };
  const spelled = path.slice(0, cut);
  const known = landed.get(spelled);
  if (known) return known;
  const folder = enter(unpacking, spelled);
  if (folder.landed !== void 0) landed.set(spelled, folder);
  return folder;
}
function enter(unpacking, folder) {
  const { tree, layer } = unpacking;
  const make = (directory3, name) => {
    const child = tree.paths.add(directory3, name);
    putDirectory(unpacking, child, ~layer);
    return child;
  };
  const walked = walk(unpacking, folder, true, make);
  if (walked) return { directory: walked.end, ...walked.links > 0 && { landed: walked.names.join("/") } };
  let directory2 = rootPath;
  for (const name of folder.split("/")) {
    const child = tree.childOf(directory2, name);
    directory2 = child !== 0 && tree.isDirectory(child) ? child : make(directory2, name);
  }
  return { directory: directory2 };
}
function putDirectory(unpacking, path, record) {
  const { tree } = unpacking;
  const kind = (0, import_chunk_C7ELTXRU.atByte)(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.directory, record);
  else {
    const old = (0, import_chunk_C7ELTXRU.atInt)(tree.records, path);
    tree.kinds[path] = Kind.directory;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
}
function putInode(unpacking, path, record) {
  const { tree, records } = unpacking;
  const kind = (0, import_chunk_C7ELTXRU.atByte)(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.inode, record);
  else {
    const old = (0, import_chunk_C7ELTXRU.atInt)(tree.records, path);
    if (kind === Kind.directory) dropBelow(unpacking, path);
    tree.kinds[path] = Kind.inode;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
  (0, import_chunk_C7ELTXRU.add)(records.names, record, 1);
}
function dropInode(unpacking, record) {
  const { records } = unpacking;
  (0, import_chunk_C7ELTXRU.add)(records.names, record, -1);
  if (records.types[record] === import_chunk_OR32E4J6.EntryType.symlink) forgetFolders(unpacking);
}
function dropBelow(unpacking, directory2) {
  const { tree, records } = unpacking;
  tree.takeOut(directory2, (path, kind) => {
    if (kind === Kind.inode) (0, import_chunk_C7ELTXRU.add)(records.names, (0, import_chunk_C7ELTXRU.atInt)(tree.records, path), -1);
  });
  forgetFolders(unpacking);
}
function forgetFolders({ trail, landed }) {
  trail.clear();
  landed.clear();
}
function markFolder(unpacking, index) {
  const path = (0, import_chunk_C7ELTXRU.atText)(unpacking.entries.paths, index);
  const isOpaque = unpacking.entries.types[index] === import_chunk_OR32E4J6.EntryType.opaque;
  return folderOf(
    unpacking,
    isOpaque ? `${path}/` : path,
    isOpaque && path !== "" ? path.length : path.lastIndexOf("/")
  );
}
function putMark({ tree, entries, start, records }, index, folder) {
  const { directory: directory2, landed } = folder;
  if (entries.types[index] === import_chunk_OR32E4J6.EntryType.opaque) {
    tree.marks[directory2] = (0, import_chunk_C7ELTXRU.atByte)(tree.marks, directory2) | Mark.opaque;
    return;
  }
  const name = (0, import_chunk_C7ELTXRU.atText)(entries.paths, index);
  const path = tree.paths.add(directory2, name, name.lastIndexOf("/") + 1);
  records.places[start + index] = path;
  if (landed !== void 0) records.spelled.set(start + index, tree.paths.addAll(name));
  if (tree.kinds[path] === Kind.absent) tree.add(path, Kind.inode, start + index);
  else if (tree.isDirectory(path)) tree.marks[path] = (0, import_chunk_C7ELTXRU.atByte)(tree.marks, path) | Mark.whitedOut;
}
var Trail = class {
  /** As paths begin that lie in them: `a/b/`. */
  #folders = [];
  #directories = [];
  /**
   * The directory of `path.slice(0, cut)`, with what is missing of it; `cut` is the path's last slash, −1 = the root.
   * @returns −1 where something that is no directory stands in the way.
   */
  follow(tree, layer, path, cut) {
    let depth = this.#folders.length;
    while (depth > 0 && !path.startsWith(this.#folders[depth - 1] ?? "")) depth -= 1;
    this.#folders.length = depth;
    this.#directories.length = depth;
    let directory2 = depth === 0 ? rootPath : this.#directories[depth - 1] ?? rootPath;
    for (let start = depth === 0 ? 0 : (this.#folders[depth - 1] ?? "").length; start <= cut; ) {
      const end = path.indexOf("/", start);
      const child = tree.paths.add(directory2, path, start, end);
      if (tree.kinds[child] === Kind.inode) return -1;
      if (tree.kinds[child] === Kind.absent) tree.add(child, Kind.directory, ~layer);
      start = end + 1;
      this.add(path.slice(0, start), child);
      directory2 = child;
    }
    return directory2;
  }
  /** One more folder of the path followed last, as paths in it begin. */
  add(folder, directory2) {
    this.#folders.push(folder);
    this.#directories.push(directory2);
  }
  clear() {
    this.#folders.length = 0;
    this.#directories.length = 0;
  }
};
function unpackLayer(tree, lower, layer) {
  const { records } = lower;
  const entries = (0, import_chunk_C7ELTXRU.at)(records.layers, layer);
  const start = (0, import_chunk_C7ELTXRU.at)(records.starts, layer);
  const unpacking = {
    records,
    tree,
    layer,
    start,
    entries,
    trail: new Trail(),
    landed: /* @__PURE__ */ new Map(),
    open: []
  };
  tree.records[rootPath] = ~layer;
  const marks = [];
  for (let index = 0; index < entries.count; index += 1) {
    const type = (0, import_chunk_C7ELTXRU.atByte)(entries.types, index);
    if (type === import_chunk_OR32E4J6.EntryType.whiteout || type === import_chunk_OR32E4J6.EntryType.opaque) marks.push(index);
    else if ((0, import_chunk_C7ELTXRU.atText)(entries.paths, index) !== "") put(unpacking, index, type);
    else if (type === import_chunk_OR32E4J6.EntryType.directory) tree.records[rootPath] = start + index;
  }
  closeLinks(unpacking, lower);
  const folders2 = marks.map((index) => markFolder(unpacking, index));
  for (const [nth, index] of marks.entries()) putMark(unpacking, index, (0, import_chunk_C7ELTXRU.at)(folders2, nth));
}
function put(unpacking, index, type) {
  const { records, tree, entries, start, trail } = unpacking;
  const record = start + index;
  const name = (0, import_chunk_C7ELTXRU.atText)(entries.paths, index);
  const cut = name.lastIndexOf("/");
  const { directory: directory2, landed } = folderOf(unpacking, name, cut);
  const path = tree.paths.add(directory2, name, cut + 1);
  records.places[record] = path;
  if (landed !== void 0) {
    records.spelled.set(record, tree.paths.addAll(name));
    records.landed.set(record, landed === "" ? name.slice(cut + 1) : `${landed}${name.slice(cut)}`);
  }
  if (type === import_chunk_OR32E4J6.EntryType.directory) {
    putDirectory(unpacking, path, record);
    if (landed === void 0) trail.add(`${name}/`, path);
  } else if (type === import_chunk_OR32E4J6.EntryType.hardlink) putLink(unpacking, path, record);
  else putInode(unpacking, path, record);
}
function putLink(unpacking, path, record) {
  const { records, tree, entries, start, open } = unpacking;
  const target = walk(unpacking, entries.linkTargets.get(record - start) ?? "", false);
  const inode = target && !tree.isDirectory(target.end) ? (0, import_chunk_C7ELTXRU.atInt)(tree.records, target.end) : record;
  if (records.types[inode] === import_chunk_OR32E4J6.EntryType.hardlink) open.push(path);
  putInode(unpacking, path, inode);
}
function sameContent(records, one, other) {
  const type = records.types[one];
  if (type !== records.types[other] || records.bytes[one] !== records.bytes[other]) return false;
  if (type === import_chunk_OR32E4J6.EntryType.symlink) return targetOf(records, one) === targetOf(records, other);
  const [a, b] = [(0, import_chunk_C7ELTXRU.originOf)(records, one), (0, import_chunk_C7ELTXRU.originOf)(records, other)];
  const [sums, others] = [a.entries.contentSums, b.entries.contentSums];
  return type === import_chunk_OR32E4J6.EntryType.file && sums?.algorithm === others?.algorithm && sums?.values[a.index] === others?.values[b.index] && sums !== void 0;
}
function sameOwnerAndMode(records, one, other) {
  const [a, b] = [(0, import_chunk_C7ELTXRU.originOf)(records, one), (0, import_chunk_C7ELTXRU.originOf)(records, other)];
  return a.entries.modes[a.index] === b.entries.modes[b.index] && a.entries.uids[a.index] === b.entries.uids[b.index] && a.entries.gids[a.index] === b.entries.gids[b.index];
}
function stackLayer(lower, upper, layer, hiding) {
  const stacking = { ...lower, ...hiding, upper, layer, changed: false };
  if ((0, import_chunk_C7ELTXRU.atByte)(upper.marks, rootPath) & Mark.opaque) {
    hideBelow(stacking, rootPath, "opaque");
    stacking.changed = true;
  }
  describe(stacking, rootPath);
  const pending = [rootPath];
  for (let directory2 = pending.pop(); directory2 !== void 0; directory2 = pending.pop()) {
    for (let child = (0, import_chunk_C7ELTXRU.atInt)(upper.first, directory2); child !== 0; child = (0, import_chunk_C7ELTXRU.atInt)(upper.next, child)) {
      const isBoth = lower.tree.isDirectory(child) && upper.isDirectory(child);
      if (isBoth && !((0, import_chunk_C7ELTXRU.atByte)(upper.marks, child) & (Mark.opaque | Mark.whitedOut))) {
        describe(stacking, child);
        pending.push(child);
      } else place(stacking, child);
    }
  }
  return stacking.changed;
}
function place(stacking, child) {
  const { records, tree, upper } = stacking;
  stacking.changed = true;
  const record = (0, import_chunk_C7ELTXRU.atInt)(upper.records, child);
  const isDirectory = upper.isDirectory(child);
  const below2 = (0, import_chunk_C7ELTXRU.atByte)(tree.kinds, child);
  const old = (0, import_chunk_C7ELTXRU.atInt)(tree.records, child);
  if (!isDirectory && records.types[record] === import_chunk_OR32E4J6.EntryType.whiteout) {
    if (below2 !== Kind.absent) remove(stacking, child, record);
    return;
  }
  if (below2 === Kind.directory) hideBelow(stacking, child, howOf((0, import_chunk_C7ELTXRU.atByte)(upper.marks, child)));
  if (below2 === Kind.absent) tree.add(child, (0, import_chunk_C7ELTXRU.atByte)(upper.kinds, child), record);
  else {
    tree.kinds[child] = (0, import_chunk_C7ELTXRU.atByte)(upper.kinds, child);
    const isImplied = isDirectory && below2 === Kind.directory && record < 0;
    tree.records[child] = isImplied && !((0, import_chunk_C7ELTXRU.atByte)(upper.marks, child) & Mark.whitedOut) ? old : record;
  }
  if (isDirectory) graft(stacking, child);
  if (below2 === Kind.inode)
    hideRecord(stacking, old, !isDirectory && sameContent(records, old, record) ? "metadata-only" : "overwritten");
}
function howOf(marks) {
  return marks & Mark.whitedOut ? "directory-deleted" : marks & Mark.opaque ? "opaque" : "overwritten";
}
function remove(stacking, child, whiteout) {
  const { records, tree, hidden, deletedTrees } = stacking;
  if (tree.isDirectory(child)) {
    const first = hidden.length;
    hideBelow(stacking, child, "directory-deleted");
    deletedTrees.set(whiteout, fileBytesOf(records, hidden, first));
  } else hideRecord(stacking, (0, import_chunk_C7ELTXRU.atInt)(tree.records, child), "deleted");
  tree.remove(child);
}
function describe(stacking, directory2) {
  const { tree, upper, records } = stacking;
  const record = (0, import_chunk_C7ELTXRU.atInt)(upper.records, directory2);
  if (record < 0) return;
  const old = (0, import_chunk_C7ELTXRU.atInt)(tree.records, directory2);
  stacking.changed ||= old < 0 || !sameOwnerAndMode(records, old, record);
  tree.records[directory2] = record;
}
function graft({ records, tree, upper }, directory2) {
  const pending = [directory2];
  for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
    for (let child = (0, import_chunk_C7ELTXRU.atInt)(upper.first, folder); child !== 0; child = (0, import_chunk_C7ELTXRU.atInt)(upper.next, child)) {
      const record = (0, import_chunk_C7ELTXRU.atInt)(upper.records, child);
      if (upper.isDirectory(child)) pending.push(child);
      else if (records.types[record] === import_chunk_OR32E4J6.EntryType.whiteout) continue;
      tree.add(child, (0, import_chunk_C7ELTXRU.atByte)(upper.kinds, child), record);
    }
  }
}
function hideBelow(stacking, directory2, how) {
  const { tree } = stacking;
  tree.takeOut(directory2, (path, kind) => {
    if (kind === Kind.inode) hideRecord(stacking, (0, import_chunk_C7ELTXRU.atInt)(tree.records, path), how);
  });
}
function fileBytesOf({ types, bytes }, hidden, first) {
  let sum = 0;
  for (let nth = first; nth < hidden.length; nth += 1) {
    const { record } = (0, import_chunk_C7ELTXRU.at)(hidden, nth);
    if (types[record] === import_chunk_OR32E4J6.EntryType.file) sum += (0, import_chunk_C7ELTXRU.atSize)(bytes, record);
  }
  return sum;
}
function hideRecord({ records, hidden, layer }, record, how) {
  if ((0, import_chunk_C7ELTXRU.add)(records.names, record, -1) === 0) hidden.push({ record, hiddenBy: layer, how });
}
var Fate = {
  /** A mark, a directory, a second name, or replaced by a later record of its own layer. */
  none: 0,
  visible: 1,
  hidden: 2
};
function squash(layers) {
  const records = (0, import_chunk_C7ELTXRU.numberRecords)(layers);
  const paths = new PathTable();
  const stacked = new PathTree(paths);
  stacked.records[rootPath] = ~0;
  const lower = { records, tree: stacked };
  const upper = new PathTree(paths);
  const hiding = { hidden: [], deletedTrees: /* @__PURE__ */ new Map() };
  const leafDirectories = [];
  const unstacked = layers.map((entries, layer) => {
    unpackLayer(upper, lower, layer);
    const unpackedBytes = shownBytes(records, layer);
    const changed = stackLayer(lower, upper, layer, hiding);
    empty(upper, leafDirectories);
    return { unpackedBytes, isEmpty: entries.count === 0 || !changed };
  });
  paths.detach(upper);
  return {
    tree: viewTree(lower),
    stacked,
    records,
    ...hiding,
    leafDirectories,
    fates: fatesOf(records, hiding),
    layers: unstacked.map(({ unpackedBytes, isEmpty }, layer) => ({
      unpackedBytes,
      isEmpty,
      visibleBytes: shownBytes(records, layer)
    }))
  };
}
function empty(tree, leafDirectories) {
  const noteLeaf = (path) => {
    if (tree.first[path] === 0 && (0, import_chunk_C7ELTXRU.atInt)(tree.records, path) >= 0) leafDirectories.push((0, import_chunk_C7ELTXRU.atInt)(tree.records, path));
  };
  noteLeaf(rootPath);
  tree.takeOut(rootPath, (path, kind) => {
    if (kind === Kind.directory) noteLeaf(path);
  });
  tree.marks[rootPath] = Mark.none;
}
function shownBytes({ starts, layers, names, bytes }, layer) {
  const start = (0, import_chunk_C7ELTXRU.at)(starts, layer);
  const end = start + (0, import_chunk_C7ELTXRU.at)(layers, layer).count;
  let sum = 0;
  for (let record = start; record < end; record += 1) if (names[record]) sum += (0, import_chunk_C7ELTXRU.atSize)(bytes, record);
  return sum;
}
function fatesOf({ names }, { hidden }) {
  const fates = new Uint8Array(names.length);
  for (let record = 0; record < names.length; record += 1) if (names[record]) fates[record] = Fate.visible;
  for (const { record } of hidden) fates[record] = Fate.hidden;
  return fates;
}
function forEachShipped({ records, fates, stacked }, firstLayer, visit) {
  const shipped = { record: 0, path: "", folder: 0, bytes: 0, layer: 0, isVisible: false };
  for (let layer = firstLayer; layer < records.layers.length; layer += 1) {
    const { count, paths } = (0, import_chunk_C7ELTXRU.at)(records.layers, layer);
    const start = (0, import_chunk_C7ELTXRU.at)(records.starts, layer);
    shipped.layer = layer;
    for (let index = 0; index < count; index += 1) {
      const record = start + index;
      const fate = fates[record];
      const bytes = (0, import_chunk_C7ELTXRU.atSize)(records.bytes, record);
      if (bytes === 0 || fate === Fate.none) continue;
      shipped.record = record;
      shipped.path = (records.landed.size > 0 ? records.landed.get(record) : void 0) ?? (0, import_chunk_C7ELTXRU.atText)(paths, index);
      shipped.folder = stacked.paths.parentOf((0, import_chunk_C7ELTXRU.atInt)(records.places, record));
      shipped.bytes = bytes;
      shipped.isVisible = fate === Fate.visible;
      visit(shipped);
    }
  }
}
function perFolder({ stacked }, ask) {
  const answers = [];
  const known = new Uint32Array(stacked.paths.count);
  return ({ folder, path }) => {
    if (known[folder] === 0) known[folder] = answers.push(ask(path.slice(0, Math.max(path.lastIndexOf("/"), 0))));
    return (0, import_chunk_C7ELTXRU.at)(answers, (0, import_chunk_C7ELTXRU.at)(known, folder) - 1);
  };
}
var maxListed = 5e5;
function listFiles(squashed, { packages, ownerOf }, limit = maxListed) {
  const hidden = new Map(squashed.hidden.map((one) => [one.record, one]));
  const layers = squashed.layers.map(() => ({
    groups: /* @__PURE__ */ new Map(),
    rest: { files: 0, visibleBytes: 0, hiddenBytes: 0 }
  }));
  const isListed = largest(squashed, limit);
  forEachShipped(squashed, 0, ({ record, path, bytes, layer, isVisible }) => {
    const { groups, rest } = (0, import_chunk_C7ELTXRU.at)(layers, layer);
    if (!isListed(bytes)) {
      rest.files += 1;
      rest[isVisible ? "visibleBytes" : "hiddenBytes"] += bytes;
      return;
    }
    const owner = (0, import_chunk_C7ELTXRU.at)(ownerOf, record);
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
  forEachShipped(squashed, 0, ({ bytes }) => sizes.push(bytes));
  if (sizes.length <= limit) return () => true;
  const ordered = Float64Array.from(sizes).sort();
  const smallest = (0, import_chunk_C7ELTXRU.at)(ordered, ordered.length - limit);
  let left = limit - (ordered.length - 1 - ordered.lastIndexOf(smallest));
  return (bytes) => bytes > smallest || bytes === smallest && (left -= 1) >= 0;
}
function diveFigures(squashed) {
  const { records } = squashed;
  const { leaves, uses } = leavesOf(squashed);
  const repeated = /* @__PURE__ */ new Map();
  let sumBytes = 0;
  for (let record = 0; record < records.count; record += 1) {
    if (leaves[record] !== 1) continue;
    const bytes = leafBytes(squashed, record);
    sumBytes += bytes;
    const path = spelledPath(records, record);
    if ((0, import_chunk_C7ELTXRU.at)(uses, path) < 2) continue;
    const known = repeated.get(path);
    if (known) {
      known.sumBytes += bytes;
      known.leastBytes = Math.min(known.leastBytes, bytes);
    } else repeated.set(path, { sumBytes: bytes, leastBytes: bytes });
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (const path of repeated.values()) {
    wastedBytes += path.sumBytes;
    leastBytes -= path.sumBytes - path.leastBytes;
  }
  const userBytes = userBytesOf(squashed);
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes
  };
}
function leavesOf({ records, fates, stacked, leafDirectories }) {
  const leaves = new Uint8Array(records.count);
  const uses = new Uint32Array(stacked.paths.count);
  for (const record of leafDirectories) leaves[record] = 1;
  for (let record = 0; record < records.count; record += 1) {
    const type = records.types[record];
    if (type !== import_chunk_OR32E4J6.EntryType.directory && type !== import_chunk_OR32E4J6.EntryType.opaque)
      leaves[record] = fates[record] === Fate.none && isInode(type) ? 0 : 1;
    if (leaves[record] === 1) (0, import_chunk_C7ELTXRU.add)(uses, spelledPath(records, record), 1);
  }
  return { leaves, uses };
}
function spelledPath({ spelled, places }, record) {
  return (spelled.size > 0 ? spelled.get(record) : void 0) ?? (0, import_chunk_C7ELTXRU.atInt)(places, record);
}
function userBytesOf({ records }) {
  let sum = 0;
  for (const { count, fileBytes } of records.layers.slice(1))
    for (let index = 0; index < count; index += 1) sum += (0, import_chunk_C7ELTXRU.atSize)(fileBytes, index);
  return sum;
}
function isInode(type) {
  return type !== import_chunk_OR32E4J6.EntryType.whiteout && type !== import_chunk_OR32E4J6.EntryType.hardlink;
}
function leafBytes({ records, deletedTrees }, record) {
  const type = records.types[record];
  if (type === import_chunk_OR32E4J6.EntryType.whiteout) return deletedTrees.get(record) ?? 0;
  return type === import_chunk_OR32E4J6.EntryType.file ? (0, import_chunk_C7ELTXRU.atSize)(records.bytes, record) : 0;
}
var maxDepth = 3;
function largestFolders(squashed, [first, end], limit) {
  const sums = /* @__PURE__ */ new Map();
  const sumAt = (path) => {
    const key = `/${path.split("/", maxDepth).join("/")}`;
    const known = sums.get(key) ?? /* @__PURE__ */ new Map();
    sums.set(key, known);
    return known;
  };
  const sumOf = perFolder(squashed, sumAt);
  forEachShipped(squashed, first, (shipped) => {
    const { path, folder, layer } = shipped;
    if (!shipped.isVisible || layer >= end) return;
    const sum = folder === rootPath ? sumAt(path) : sumOf(shipped);
    sum.set(layer, (sum.get(layer) ?? 0) + shipped.bytes);
  });
  const found = [...sums].map(([path, byLayer]) => {
    const [[layer] = [0]] = [...byLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
    return { path, bytes: [...byLayer.values()].reduce((total, bytes) => total + bytes, 0), layer };
  });
  return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, limit);
}
function historyOfLayers(history, layerCount) {
  const lines = history.filter(({ emptyLayer }) => !emptyLayer);
  return lines.length === layerCount ? lines : void 0;
}
function bytesByKind(squashed, ownership, baseLayers) {
  const all = emptySums();
  const own = ownSums(squashed.records.layers.length);
  const kindOfOwner = ownership.packages.map(({ name }) => (0, import_chunk_3SSCRKJV.kindOfPackage)(name));
  const byFolder = perFolder(squashed, (folder) => (0, import_chunk_3SSCRKJV.kindOfFolder)(folder) ?? null);
  forEachShipped(squashed, 0, (shipped) => {
    const { record, bytes, layer } = shipped;
    const owner = (0, import_chunk_C7ELTXRU.at)(ownership.ownerOf, record);
    const isBase = baseLayers === void 0 ? owner >= 0 : layer < baseLayers;
    const ownerKind = owner >= 0 ? kindOfOwner[owner] : void 0;
    const kind = ownerKind ?? byFolder(shipped) ?? (0, import_chunk_3SSCRKJV.kindOfFile)(shipped.path) ?? (isBase ? "base-system" : "application");
    all[kind] += bytes;
    if (baseLayers !== void 0 && layer >= baseLayers) own.add(kind, layer, bytes);
  });
  if (baseLayers === void 0) return import_chunk_B3FRI4KO.contentKinds.map((kind) => ({ kind, unpackedBytes: all[kind] }));
  return import_chunk_B3FRI4KO.contentKinds.map((kind) => ({ kind, unpackedBytes: all[kind], ...own.of(kind) }));
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
var byTop = {
  var: [
    ["logs", /^var\/log\//],
    ["loader-cache", /^var\/cache\/ldconfig\//],
    ["font-and-manual-caches", /^var\/cache\/(?:fontconfig|man)\//],
    [
      "package-manager",
      /^var\/lib\/dpkg\/[^/]*-old$|^var\/cache\/debconf\/|^var\/cache\/apt\/[^/]*\.bin$|^var\/lib\/apt\/(?:lists\/|extended_states$)|^var\/lib\/(?:rpm|dnf|yum)\/|^var\/cache\/(?:dnf|yum|libdnf5)\//
    ],
    ["host-identity", /^var\/lib\/dbus\/machine-id$|^var\/lib\/systemd\/random-seed$/],
    ["temporary-files", /^var\/tmp\//]
  ],
  etc: [
    ["loader-cache", /^etc\/ld\.so\.cache$/],
    // The day of a password's last change, and the copies that useradd keeps.
    ["account-files", /^etc\/(?:(?:passwd|group|shadow|gshadow|subuid|subgid)-|shadow)$/],
    ["host-identity", /^etc\/(?:machine-id|hostname|hosts|resolv\.conf)$|^etc\/ssh\/ssh_host_/]
  ],
  tmp: [["temporary-files", /^tmp\//]],
  usr: [["package-manager", /^usr\/lib\/sysimage\/rpm\//]]
};
function noiseCause(path) {
  return isBytecode(path) ? "python-bytecode" : patternsOf(path)?.find(([, pattern]) => pattern.test(path))?.[0];
}
var isBytecode = (path) => path.endsWith(".pyc");
var patternsOf = (path) => byTop[path.slice(0, 3)];
function noisyBytes(squashed) {
  let sum = 0;
  const hasPatterns = perFolder(squashed, (folder) => patternsOf(folder) !== void 0);
  forEachShipped(squashed, 0, (shipped) => {
    const { path, bytes } = shipped;
    if (isBytecode(path) || hasPatterns(shipped) && noiseCause(path) !== void 0) sum += bytes;
  });
  return sum;
}
function ownRecords(squashed, listing) {
  const { stacked, records } = squashed;
  const ownerOf = new Int32Array(records.count).fill(-1);
  const placeOf = listedPlace(squashed);
  const packages = [];
  for (const listed2 of sortedPackages(listing)) {
    const bytesByLayer = /* @__PURE__ */ new Map();
    for (const path of listed2.files) {
      const place2 = placeOf(path);
      if (stacked.kinds[place2] !== Kind.inode) continue;
      const record = (0, import_chunk_C7ELTXRU.atInt)(stacked.records, place2);
      if (ownerOf[record] !== -1) continue;
      ownerOf[record] = packages.length;
      const layer = (0, import_chunk_C7ELTXRU.at)(records.layerOf, record);
      bytesByLayer.set(layer, (bytesByLayer.get(layer) ?? 0) + (0, import_chunk_C7ELTXRU.atSize)(records.bytes, record));
    }
    packages.push(installed(listed2, bytesByLayer));
  }
  return { packages, ownerOf };
}
function installed(listed2, bytesByLayer) {
  const { manager, name, version, architecture } = listed2;
  const shares = [...bytesByLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
  const bytes = shares.reduce((sum, [, share]) => sum + share, 0);
  const layer = shares[0]?.[0] ?? 0;
  return { manager, name, version, ...architecture !== void 0 && { architecture }, bytes, layer };
}
function sortedPackages({ packages }) {
  return packages.toSorted((a, b) => sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
}
function sortKey({ name, manager, architecture = "", version }) {
  return [name, manager, architecture, version].join("\n");
}
function listedPlace({ stacked, records }) {
  const folders2 = /* @__PURE__ */ new Map();
  return (path) => {
    const cut = path.lastIndexOf("/");
    if (cut < 0) return stacked.childOf(rootPath, path);
    const spelled = path.slice(0, cut);
    let folder = folders2.get(spelled);
    if (folder === void 0) {
      folder = walk({ records, tree: stacked }, spelled, true)?.end ?? -1;
      folders2.set(spelled, folder);
    }
    return folder < 0 ? rootPath : stacked.childOf(folder, path, cut + 1);
  };
}
var noPackages = { packages: [], unread: [] };
var measurementLimits = { hidden: 200, largest: 200, largestOfBase: 50 };
function measure(snapshot, extras = {}) {
  if (snapshot.layers.length !== snapshot.diffIds.length)
    throw new Error(`${snapshot.layers.length} layers were read of an image with ${snapshot.diffIds.length}.`);
  const squashed = extras.squashed ?? squash(snapshot.layers);
  const known = (0, import_chunk_O6OSCAFM.measureStated)(snapshot, extras);
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
    byKind: bytesByKind(squashed, ownership, known.baseLayers),
    noisyBytes: noisyBytes(squashed),
    ...folders(squashed, known.baseLayers)
  };
}
function folders(squashed, baseLayers) {
  const { largest: largest2, largestOfBase } = measurementLimits;
  return {
    largest: largestFolders(squashed, [baseLayers ?? 0, Infinity], largest2),
    ...baseLayers !== void 0 && {
      largestOfBase: largestFolders(squashed, [0, baseLayers], largestOfBase)
    }
  };
}
function perLayer(snapshot, squashed, dockerfile) {
  const history = historyOfLayers(snapshot.history, snapshot.diffIds.length);
  return snapshot.diffIds.map((diffId, layer) => {
    const { unpackedBytes, visibleBytes } = (0, import_chunk_C7ELTXRU.at)(squashed.layers, layer);
    const blob = snapshot.blobs?.[layer];
    const lines = dockerfile?.get(layer);
    return {
      diffId,
      unpackedBytes,
      visibleBytes,
      entries: (0, import_chunk_C7ELTXRU.at)(snapshot.layers, layer).count,
      createdBy: history?.[layer]?.createdBy ?? "",
      ...lines && { dockerfile: lines },
      ...blob && { blob: { digest: blob.digest, bytes: blob.bytes, mediaType: blob.mediaType } }
    };
  });
}
function hiddenCopies({ records, hidden }, baseLayers) {
  const bytesOf = ({ record }) => (0, import_chunk_C7ELTXRU.at)(records.bytes, record);
  const copies = hidden.filter((copy) => bytesOf(copy) > 0);
  const sum = (list) => list.reduce((bytes, copy) => bytes + bytesOf(copy), 0);
  const least = Float64Array.from(copies, bytesOf).toSorted().at(-measurementLimits.hidden) ?? 0;
  const largest2 = copies.filter((copy) => bytesOf(copy) >= least).toSorted((a, b) => bytesOf(b) - bytesOf(a) || a.record - b.record).slice(0, measurementLimits.hidden).map((copy) => ({
    path: `/${(0, import_chunk_C7ELTXRU.pathOf)(records, copy.record)}`,
    bytes: bytesOf(copy),
    addedBy: (0, import_chunk_C7ELTXRU.at)(records.layerOf, copy.record),
    hiddenBy: copy.hiddenBy,
    how: copy.how
  }));
  const byBase = baseLayers === void 0 ? void 0 : copies.filter(({ hiddenBy }) => hiddenBy < baseLayers);
  return {
    hidden: largest2,
    hiddenTotal: { copies: copies.length, bytes: sum(copies), ...byBase && { byBaseLayersBytes: sum(byBase) } }
  };
}
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
  for (let at2 = offset; records < maxRecords; ) {
    const count = half(view, at2 + 2);
    const [file, first, next] = [wordAt(view, at2 + 4), wordAt(view, at2 + 8), wordAt(view, at2 + 12)];
    const library = file === void 0 ? void 0 : textAt(view, strings + file);
    if (count === void 0 || first === void 0 || next === void 0 || library === void 0) return void 0;
    const versions = [];
    for (let entry = at2 + first; records < maxRecords; records += 1) {
      const [flags, name, further] = [half(view, entry + 4), wordAt(view, entry + 8), wordAt(view, entry + 12)];
      const version = name === void 0 ? void 0 : textAt(view, strings + name);
      if (flags === void 0 || further === void 0 || version === void 0) return void 0;
      if ((flags & weakFlag) === 0) versions.push(version);
      if (further === 0) break;
      entry += further;
    }
    all.push({ library, versions });
    if (next === 0) return all;
    at2 += next;
  }
  return void 0;
}
function readDefinedVersions(view, offset, strings) {
  const names = [];
  for (let at2 = offset; names.length < maxRecords; ) {
    const [first, next] = [wordAt(view, at2 + 12), wordAt(view, at2 + 16)];
    const name = first === void 0 ? void 0 : wordAt(view, at2 + first);
    const version = name === void 0 ? void 0 : textAt(view, strings + name);
    if (next === void 0 || version === void 0) return void 0;
    names.push(version);
    if (next === 0) return names;
    at2 += next;
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
  for (let at2 = start; segments.length < count; at2 += entryBytes2) {
    const type = wordAt(view, at2);
    const offset = wordAt(view, at2 + (is64 ? 8 : 4), is64);
    const address = wordAt(view, at2 + (is64 ? 16 : 8), is64);
    const fileBytes = wordAt(view, at2 + (is64 ? 32 : 16), is64);
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
  for (let at2 = offset; at2 + step <= offset + fileBytes && entries.length < limits.tags; at2 += step) {
    const tag = wordAt(view, at2, view.is64);
    if (tag === tags.end) return entries;
    const value = wordAt(view, at2 + step / 2, view.is64);
    if (at2 < 0 || at2 + step > view.file.length) return "its dynamic section lies outside of what was read";
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
async function resolveLibraries(program, view, place2, reader) {
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
    const candidates = news.map((one) => candidatesOf(one, view, place2));
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
function candidatesOf({ name, by }, view, place2) {
  const { loader, around, cache, systemPath } = view;
  const paths = name.includes("/") ? expand(name, by.path, by.elf) : loader.libc === "musl" ? below(name, [...muslPath(by, around), ...systemPath]) : [...below(name, glibcPath(by, around)), ...cache.get(name) ?? [], ...below(name, loader.directories)];
  const seen = /* @__PURE__ */ new Set();
  return paths.flatMap((path) => {
    const node = readable(place2, path);
    if (!node || seen.has(node.path)) return [];
    seen.add(node.path);
    return [{ path, node }];
  });
}
var below = (name, directories) => directories.map((directory2) => `${directory2}/${name}`);
function readable(place2, path) {
  const found = (0, import_chunk_3SSCRKJV.lookUp)(place2, path);
  if (found.state !== "found" || found.node.type !== import_chunk_OR32E4J6.EntryType.file) return void 0;
  return (0, import_chunk_3SSCRKJV.isPermitted)(found.node, import_chunk_3SSCRKJV.right.read, place2.who) ? found.node : void 0;
}
function fits(elf, program) {
  return typeof elf === "object" && elf.machine === program.machine && elf.bits === program.bits;
}
var maxDepth2 = 4;
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
    const more = depth > maxDepth2 ? [] : included.flatMap((pattern) => matching(tree, pattern));
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
async function whereElse(missing, { place: place2, reader }, libc) {
  const names = new Set(missing.map(({ name }) => name));
  const files = [...place2.tree.all()].filter(
    ({ path, type }) => type !== import_chunk_OR32E4J6.EntryType.directory && names.has(path.slice(path.lastIndexOf("/") + 1))
  );
  const listed2 = libc === "glibc" ? await confDirectories(place2.tree, (nodes, maxBytes) => reader.whole(nodes, maxBytes)) : [];
  return missing.map((one) => ({
    ...one,
    elsewhere: files.filter(({ path }) => `/${path}`.endsWith(`/${one.name}`)).map(({ path }) => `/${path}`),
    notInCache: listed2.some((directory2) => readable(place2, `${directory2}/${one.name}`) !== void 0)
  }));
}
function loadersIn(tree) {
  const folders2 = /* @__PURE__ */ new Map();
  for (const folder of ["lib", "lib64", "usr/lib", "usr/lib64"]) {
    const real = tree.resolve(folder)?.path;
    if (real !== void 0 && !folders2.has(real)) folders2.set(real, folder);
  }
  return [...folders2].flatMap(
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
  const { place: place2, reader } = scene;
  const { needed = [] } = elf;
  const others = loadersIn(place2.tree);
  const lacks = (state) => stopped({ kind: "loader", ...step, loader: loaderPath, state, needed, others });
  const found = (0, import_chunk_3SSCRKJV.lookUp)(place2, loaderPath);
  if (found.state !== "found") return lacks("missing");
  if (found.node.type !== import_chunk_OR32E4J6.EntryType.file || !(0, import_chunk_3SSCRKJV.isPermitted)(found.node, import_chunk_3SSCRKJV.right.execute, place2.who))
    return lacks("not-executable");
  if (elf.unread !== void 0) return { ...nothing, unchecked: [unreadOf(step, elf.unread)] };
  const cacheNode = fileAt(place2.tree, "etc/ld.so.cache");
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
    around: { libraryPath: scene.libraryPath, workingDir: place2.workingDir },
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
async function muslSystemPath({ place: place2, reader }, loader, loaderPath, node) {
  const architecture = muslArchitecture(loaderPath) ?? muslArchitecture(`/${node.path}`);
  const prefix = loaderPath.replace(/\/[^/]*\/[^/]*$/, "");
  const file = fileAt(place2.tree, `${prefix}/etc/ld-musl-${architecture}.path`.replace(/^\/+/, ""));
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
  const found = (0, import_chunk_3SSCRKJV.searchProgram)(scene.place, word, scene.directories);
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
  const shebang = (0, import_chunk_3SSCRKJV.readShebang)(file.head);
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
  const found = (0, import_chunk_3SSCRKJV.lookUp)(scene.place, interpreter);
  if (found.state === "denied") return refused(step, "enter", found.directory, scene);
  if (found.state === "missing") {
    const isCrlf = interpreter.endsWith("\r") && (0, import_chunk_3SSCRKJV.lookUp)(scene.place, interpreter.slice(0, -1)).state === "found";
    return stopped2({ kind: "script-interpreter", ...step, interpreter, isCrlf });
  }
  if (found.node.type === import_chunk_OR32E4J6.EntryType.directory || !(0, import_chunk_3SSCRKJV.isPermitted)(found.node, import_chunk_3SSCRKJV.right.execute, scene.place.who))
    return refused(step, "execute", found.node, scene);
  const through = [...step.through, step.path];
  const own = await followFile(scene, found.node, { path: interpreter, caller: step.caller, through }, scripts + 1);
  if (own.obstacles.length > 0) return own;
  if (!(0, import_chunk_3SSCRKJV.isPermitted)(node, import_chunk_3SSCRKJV.right.read, scene.place.who)) return joined(own, refused(step, "read", node, scene));
  return joined(own, await followArgument(scene, step, interpreter, argument));
}
async function followArgument(scene, step, interpreter, argument = "") {
  const name = interpreter.slice(interpreter.lastIndexOf("/") + 1);
  const through = [...step.through, step.path];
  if (name !== "env") {
    const isWrong = argument.endsWith("\r") && mindsCarriageReturn.test(name);
    return isWrong ? stopped2({ kind: "crlf-argument", ...step, interpreter, argument }) : nothing;
  }
  const program = argument === "" ? void 0 : (0, import_chunk_3SSCRKJV.programOfEnv)(argument);
  if (program !== void 0) return followWord(scene, program, { caller: "env", through });
  return argument === "" ? nothing : unsure(`What \`env ${argument}\` in ${step.path} runs cannot be told.`);
}
var stopped2 = (obstacle) => ({ ...nothing, obstacles: [obstacle] });
var unsure = (reason) => ({ ...nothing, unchecked: [reason] });
function refused(step, asked, node, { place: place2 }) {
  const { path, mode, uid, gid } = node;
  return stopped2({
    kind: "not-permitted",
    ...step,
    right: asked,
    file: { path: `/${path}`, mode, uid, gid },
    uid: place2.who.uid
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
  const libraryPath = (0, import_chunk_3SSCRKJV.variable)(env, "LD_LIBRARY_PATH");
  const scene = { place: { tree, workingDir, who }, directories: (0, import_chunk_3SSCRKJV.pathOf)(env), architecture, libraryPath, reader };
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
  return (0, import_chunk_3SSCRKJV.credentialsOf)(user, { passwd, group });
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
function groupsBy(nodes, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const group = groups.get(keyOf2(node));
    if (group) group.push(node);
    else groups.set(keyOf2(node), [node]);
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
var published = /\/(?:node_modules|site-packages|dist-packages|\.m2|go\/pkg|\.cargo\/registry|gems)\/|^\/(?:bin|sbin|lib(?:32|64|x32)?|usr\/(?:bin|sbin|lib(?:32|64|exec|x32)?|share|include)|usr\/local\/(?:lib|share|include)|var\/lib\/(?:dpkg|apt|rpm|dnf)|var\/cache|lib\/apk)\//;
var noText = /\.(?:png|jpe?g|gif|webp|ico|svg|bmp|woff2?|ttf|otf|eot|mp[34]|ogg|wav|webm|mov|avi|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|war|ear|class|so(?:\.[\d.]+)?|a|o|ko|dll|exe|pyc|pyo|wasm|bin|dat|db|sqlite3?|mo|gmo|map|min\.js|min\.css)$/i;
var maxSearchedBytes = 512 * 1024;
function isWorthSearching(path, bytes) {
  return bytes > 8 && bytes <= 64 * 2 ** 20 && !published.test(path) && !noText.test(path);
}
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
    const at2 = file.test(path) ? text.search(form) : -1;
    return at2 < 0 ? [] : [{ what, line: text.slice(0, at2).split("\n").length }];
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
    if (node.type === import_chunk_OR32E4J6.EntryType.file && node.layer >= firstLayer && isWorthSearching(`/${node.path}`, node.fileBytes))
      nodes.set(node.layer * 2 ** 32 + node.record, node);
  const { within, unsearched } = withinBudget2([...nodes.values()], "visible");
  const bodies = await image.readBodies(within, maxSearchedBytes, signal);
  const found = [];
  for (const { path, layer } of within) {
    const body = bodies.get(path);
    if (body) for (const one of await searchBody(`/${path}`, body)) found.push({ path: `/${path}`, ...one, layer });
  }
  return { found, unsearched: [...unsearched, ...unread(within, ({ path }) => bodies.has(path))] };
}
async function searchHidden(image, squashed, firstLayer, signal) {
  const files = [];
  for (const file of hiddenFiles(squashed))
    if (file.addedBy >= firstLayer && file.how !== "metadata-only" && isWorthSearching(file.path, file.bytes))
      files.push({ ...file, fileBytes: file.bytes });
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
  const bodies = await image.readRecords(wishes, maxSearchedBytes, signal);
  const found = [];
  for (const [index, { path, addedBy, hiddenBy }] of within.entries()) {
    const body = bodies[index];
    if (body) for (const one of await searchBody(path, body)) found.push({ path, ...one, layer: addedBy, hiddenBy });
  }
  return { found, unsearched: [...unsearched, ...unread(within, (_, index) => bodies[index] !== void 0)] };
}
function withinBudget2(files, kind) {
  const ordered = files.toSorted((a, b) => a.fileBytes - b.fileBytes || (a.path < b.path ? -1 : 1));
  let bytes = 0;
  const end = ordered.findIndex((file, index) => {
    bytes += Math.min(file.fileBytes, maxSearchedBytes);
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
async function secretsOf(image, squashed, baseLayers, gathers = [], signal) {
  const ofAll = gathers.includes("secrets-of-all-layers");
  return ofAll || gathers.includes("secrets") ? searchFiles(image, squashed, ofAll ? 0 : baseLayers, signal) : void 0;
}
async function duplicatesOf(image, read, baseLayers, gathers = [], signal) {
  const wishes = gathers.flatMap((one) => typeof one === "object" ? [one] : []);
  if (wishes.length === 0) return void 0;
  const minBytes = Math.min(...wishes.map(({ duplicatesFromBytes }) => duplicatesFromBytes));
  const firstLayer = wishes.some(({ of }) => of === "all") ? 0 : baseLayers;
  return findDuplicates(image, read, { minBytes, firstLayer }, signal);
}
async function entryScriptOf(image, tree, signal) {
  const { config } = image.facts;
  const node = (0, import_chunk_3SSCRKJV.entryFile)(tree, config);
  if (!node || node.fileBytes > maxRuleBodyBytes) return void 0;
  const body = (await image.readBodies([node], maxRuleBodyBytes, signal)).get(node.path);
  return body && (0, import_chunk_3SSCRKJV.readEntryScript)(node, body, config);
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
function readImage({ tree, layers, measurement: { baseLayers } }) {
  return { tree, layers, baseLayers };
}
var maxDatabaseBytes = 64 * 2 ** 20;
async function examine(image, around, signal) {
  const { facts } = image;
  const layers = await image.readLayers(signal);
  const squashed = squash(layers);
  const databases = (0, import_chunk_MNBRAC5K.packageDatabases)(squashed.tree);
  const contents = await image.readBodies(databases, maxDatabaseBytes, signal);
  const packages = (0, import_chunk_MNBRAC5K.listPackages)(squashed.tree, contents);
  const measurement = measure(
    { ...facts, layers },
    { squashed, packages, ...attributionOf(facts, around), ...baseOf(around) }
  );
  const { tree } = squashed;
  const bodies = await readFor(around.reads, image, tree, signal);
  const executable = around.gathers?.includes("executable") ? await executableOf(image, tree, signal) : void 0;
  const entryScript = around.gathers?.includes("entry-script") ? await entryScriptOf(image, tree, signal) : void 0;
  const baseLayers = measurement.baseLayers ?? 0;
  const secrets = await secretsOf(image, squashed, baseLayers, around.gathers, signal);
  const duplicates = await duplicatesOf(image, { layers, tree }, baseLayers, around.gathers, signal);
  return {
    measurement,
    layers,
    tree,
    hidden: hiddenFiles(squashed),
    bodies,
    listFiles: () => listFiles(squashed, ownRecords(squashed, packages)),
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...duplicates && { duplicates }
  };
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
async function publishedBase({ facts, from, standsOnCreated }, workshop) {
  const reference = from === void 0 ? labelledBase(facts) : from === "scratch" ? void 0 : (0, import_chunk_MWNSXYJF.readReference)(from);
  if (reference === void 0 || typeof reference === "string" || "unasked" in reference) return void 0;
  const look = (one) => publishedImage(one, facts, workshop);
  const { digest } = reference;
  const pinned = digest === null ? void 0 : { digest, image: await look({ ...reference, tag: null }) };
  const createdThere = pinned && "created" in pinned.image && (0, import_chunk_3SSCRKJV.isBelow)(pinned.image) ? pinned.image.created : void 0;
  const created = dayOf(standsOnCreated) ?? createdThere;
  return {
    saidBy: from === void 0 ? "label" : "dockerfile",
    name: (0, import_chunk_MWNSXYJF.familiarReference)({ ...reference, digest: null }),
    now: isTagless(reference) ? { unknown: `${(0, import_chunk_MWNSXYJF.familiarReference)(reference)} names no tag, so nothing says what is newer.` } : await look({ ...reference, tag: reference.tag ?? "latest", digest: null }),
    ...pinned && { pinned },
    ...created !== void 0 && { standsOnCreated: created }
  };
}
function labelledBase(facts) {
  const { [import_chunk_3SSCRKJV.baseNameLabel]: name, [import_chunk_3SSCRKJV.baseDigestLabel]: digest } = facts.config.labels;
  const said = [name, digest].filter(Boolean).join("@");
  if (said === "" || said === "scratch") return void 0;
  const reference = (0, import_chunk_MWNSXYJF.readReference)(said);
  if (typeof reference === "string")
    return { name: said, unasked: `The label ${import_chunk_3SSCRKJV.baseNameLabel} names no image: ${reference}.` };
  if (mayAsk(reference, facts)) return reference;
  const unasked = `The label ${import_chunk_3SSCRKJV.baseNameLabel} names an address without a name, or this machine, which no label may send us to.`;
  return { name: (0, import_chunk_MWNSXYJF.familiarReference)(reference), unasked };
}
function mayAsk({ domain }, { source }) {
  const isName = /^[^:]*\.[a-z][a-z0-9-]*(?::\d+)?$/i.test(domain) && !/\.(?:localhost|local)(?::|$)/i.test(domain);
  return isName || source.startsWith(`registry:${domain}/`);
}
var isTagless = ({ tag, digest }) => tag === null && digest !== null;
async function publishedImage(reference, judged, { images, clock, progress, signal }) {
  const name = (0, import_chunk_MWNSXYJF.familiarReference)(reference);
  const step = progress.step(`Asking the registry for ${name}`);
  try {
    const source = { kind: "registry", reference: (0, import_chunk_MWNSXYJF.formatReference)(reference) };
    const { facts } = await images.open(source, judged.platform, signal);
    const digest = (0, import_chunk_MWNSXYJF.readReference)(facts.source.replace(/^registry:/, ""));
    const created = dayOf(facts.created);
    return {
      digest: digestOf(digest, facts),
      layers: facts.diffIds.length,
      sharedLayers: (0, import_chunk_O6OSCAFM.sharedPrefix)(facts.diffIds, judged.diffIds),
      ...created !== void 0 && { created, ageDays: daysBetween(created, clock.today()) }
    };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  } finally {
    step.done();
  }
}
function digestOf(reference, { imageId }) {
  const digest = typeof reference === "string" ? null : reference.digest;
  return isDigest(digest) ? digest : imageId;
}
var isDigest = (text) => /^sha(?:256|512):/.test(text ?? "");
function dayOf(created) {
  const time = Date.parse(created ?? "");
  return Number.isNaN(time) || time < Date.UTC(1990) ? void 0 : new Date(time).toISOString().slice(0, 10);
}
function daysBetween(day, today) {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 864e5));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  dayOf,
  examine,
  labelledBase,
  noiseCause,
  publishedBase,
  readImage
});
