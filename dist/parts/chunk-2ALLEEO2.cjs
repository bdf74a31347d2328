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
  Fate: () => Fate,
  Kind: () => Kind,
  forEachShipped: () => forEachShipped,
  noiseCause: () => noiseCause,
  perFolder: () => perFolder,
  rootPath: () => rootPath,
  squash: () => squash,
  tallyNoise: () => tallyNoise,
  walk: () => walk
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var leastCapacity = 1024;
var mostProbes = 64;
var full = -1;
var PathTable = class {
  /** Paths so far, the root included. */
  count = 1;
  #parents;
  #hashes;
  #starts;
  #ends;
  #texts = [""];
  /** Open addressing; 0 is free, for the root is never looked up. At most half of it is taken. */
  #slots;
  /** Paths that found no slot near their own, by folder and name. */
  #crowded = /* @__PURE__ */ new Map();
  #hash;
  #columns = [];
  /** @param expected paths there will be, at a guess: more grow the table, which costs as much again. */
  constructor(expected = 0, hash = hashOf) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(expected + 1, leastCapacity)));
    this.#parents = new Int32Array(capacity);
    this.#hashes = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#slots = new Int32Array(2 * capacity);
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
    return (0, import_chunk_OTS36LMD.atInt)(this.#parents, path);
  }
  nameOf(path) {
    return (0, import_chunk_OTS36LMD.atText)(this.#texts, path).slice((0, import_chunk_OTS36LMD.atInt)(this.#starts, path), (0, import_chunk_OTS36LMD.atInt)(this.#ends, path));
  }
  /** The whole path, put together; the root is ''. */
  textOf(path) {
    const names = [];
    for (let at2 = path; at2 !== 0; at2 = this.parentOf(at2)) names.push(this.nameOf(at2));
    return names.toReversed().join("/");
  }
  /** The number of `text.slice(start, end)` in a folder; 0 where it has none. */
  find(folder, text, start = 0, end = text.length) {
    const slot = this.#slotOf(folder, text, start, end, this.#hash(folder, text, start, end));
    return slot === full ? this.#crowded.get(keyOf(folder, text, start, end)) ?? 0 : (0, import_chunk_OTS36LMD.atInt)(this.#slots, slot);
  }
  /** As {@link find}, and gives it a number where it has none. The text is kept. */
  add(folder, text, start = 0, end = text.length) {
    const hash = this.#hash(folder, text, start, end);
    const slot = this.#slotOf(folder, text, start, end, hash);
    const known = slot === full ? this.#crowded.get(keyOf(folder, text, start, end)) : (0, import_chunk_OTS36LMD.atInt)(this.#slots, slot);
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
      const path = (0, import_chunk_OTS36LMD.atInt)(this.#slots, slot);
      if (path === 0) return slot;
      if (this.#hashes[path] === hash && this.#parents[path] === folder && this.#isNamed(path, text, start, end))
        return slot;
    }
    return full;
  }
  #place(path) {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const slot = (0, import_chunk_OTS36LMD.atInt)(this.#hashes, path) + probe & mask;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = path;
      return;
    }
    this.#crowded.set(keyOf(this.parentOf(path), this.nameOf(path)), path);
  }
  #isNamed(path, text, start, end) {
    let index = (0, import_chunk_OTS36LMD.atInt)(this.#starts, path);
    if ((0, import_chunk_OTS36LMD.atInt)(this.#ends, path) - index !== end - start) return false;
    const own = (0, import_chunk_OTS36LMD.atText)(this.#texts, path);
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
    const last = (0, import_chunk_OTS36LMD.atInt)(this.#last, directory2);
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
    const previous = (0, import_chunk_OTS36LMD.atInt)(this.#previous, child);
    const next = (0, import_chunk_OTS36LMD.atInt)(this.next, child);
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
      for (let child = (0, import_chunk_OTS36LMD.atInt)(this.first, folder); child !== 0; child = (0, import_chunk_OTS36LMD.atInt)(this.next, child)) {
        const kind = (0, import_chunk_OTS36LMD.atByte)(this.kinds, child);
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
    const directory2 = (0, import_chunk_OTS36LMD.at)(directories, directories.length - 1);
    let child = tree.childOf(directory2, name);
    const isLast = pending.length === 0 && !onObstacle;
    const isInode = child !== 0 && !tree.isDirectory(child);
    if (isInode && (!isLast || followLast) && records.types[(0, import_chunk_OTS36LMD.atInt)(tree.records, child)] === import_chunk_OR32E4J6.EntryType.symlink) {
      if (links === maxLinks) return void 0;
      links += 1;
      const target = targetOf(records, (0, import_chunk_OTS36LMD.atInt)(tree.records, child));
      if (target.startsWith("/")) {
        directories.length = 1;
        names.length = 0;
      }
      for (const part of target.split("/").toReversed()) pending.push(part);
      continue;
    }
    if (child === 0 || isInode && !isLast) {
      if (!onObstacle) return void 0;
      child = onObstacle(directory2, name);
    }
    names.push(name);
    if (!tree.isDirectory(child)) return { end: child, names, directories, links };
    directories.push(child);
  }
  return { end: (0, import_chunk_OTS36LMD.at)(directories, directories.length - 1), names, directories, links };
}
function targetOf(records, record) {
  const { entries, index } = (0, import_chunk_OTS36LMD.originOf)(records, record);
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
  for (let child = (0, import_chunk_OTS36LMD.atInt)(tree.first, directory2); child !== 0; child = (0, import_chunk_OTS36LMD.atInt)(tree.next, child))
    yield tree.paths.nameOf(child);
}
function* nodesBelow(view) {
  const { tree } = view;
  const pending = [["", rootPath]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [prefix, directory2] = next;
    for (let child = (0, import_chunk_OTS36LMD.atInt)(tree.first, directory2); child !== 0; child = (0, import_chunk_OTS36LMD.atInt)(tree.next, child)) {
      const path = prefix + tree.paths.nameOf(child);
      yield nodeOf(view, path, child);
      if (tree.isDirectory(child)) pending.push([`${path}/`, child]);
    }
  }
}
function nodeOf({ records, tree }, path, place2) {
  const record = (0, import_chunk_OTS36LMD.atInt)(tree.records, place2);
  if (record < 0) {
    const made = { fileBytes: 0, mode: 493, uid: 0, gid: 0, hasCapabilities: false };
    return { path, type: import_chunk_OR32E4J6.EntryType.directory, ...made, layer: ~record, record: -1 };
  }
  const { layer, entries, index } = (0, import_chunk_OTS36LMD.originOf)(records, record);
  const type = (0, import_chunk_OTS36LMD.at)(entryTypes, (0, import_chunk_OTS36LMD.atByte)(records.types, record));
  const linkTarget = type === import_chunk_OR32E4J6.EntryType.symlink ? entries.linkTargets.get(index) : void 0;
  const restated = records.restated.get(record);
  const header = restated === void 0 ? index : (0, import_chunk_OTS36LMD.originOf)(records, restated).index;
  return {
    path,
    type,
    fileBytes: (0, import_chunk_OTS36LMD.atSize)(entries.fileBytes, index),
    mode: (0, import_chunk_OTS36LMD.at)(entries.modes, header),
    uid: (0, import_chunk_OTS36LMD.at)(entries.uids, header),
    gid: (0, import_chunk_OTS36LMD.at)(entries.gids, header),
    ...linkTarget !== void 0 && { linkTarget },
    hasCapabilities: entries.withCapabilities.has(header),
    layer,
    record: index
  };
}
function closeLinks(own, lower) {
  const { records, tree, layer, open } = own;
  const inodes = /* @__PURE__ */ new Map();
  const isOwnLink = (inode) => records.types[inode] === import_chunk_OR32E4J6.EntryType.hardlink && records.layerOf[inode] === layer;
  const inodeOf = (link) => {
    const trail = /* @__PURE__ */ new Set();
    let inode = link;
    while (inode !== void 0 && isOwnLink(inode) && !inodes.has(inode) && !trail.has(inode)) {
      trail.add(inode);
      const target = targetOf(records, inode);
      const found = inodeAt(own, target);
      const next = found !== void 0 && !trail.has(found) ? found : inodeAt(lower, target);
      inode = next === directory ? void 0 : next;
    }
    const end = inode === void 0 || trail.has(inode) ? link : inodes.get(inode) ?? inode;
    for (const passed of trail) inodes.set(passed, end);
    return end;
  };
  for (const path of open) {
    if (tree.kinds[path] !== Kind.inode) continue;
    const link = (0, import_chunk_OTS36LMD.atInt)(tree.records, path);
    if (!isOwnLink(link)) continue;
    const inode = inodeOf(link);
    (0, import_chunk_OTS36LMD.add)(records.names, link, -1);
    (0, import_chunk_OTS36LMD.add)(records.names, inode, 1);
    tree.records[path] = inode;
  }
}
var directory = -1;
function inodeAt(walkable, path) {
  const { tree } = walkable;
  const walked = walk(walkable, path, false);
  return walked && (tree.isDirectory(walked.end) ? directory : (0, import_chunk_OTS36LMD.atInt)(tree.records, walked.end));
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
  const kind = (0, import_chunk_OTS36LMD.atByte)(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.directory, record);
  else {
    const old = (0, import_chunk_OTS36LMD.atInt)(tree.records, path);
    tree.kinds[path] = Kind.directory;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
}
function putInode(unpacking, path, record) {
  const { tree, records } = unpacking;
  const kind = (0, import_chunk_OTS36LMD.atByte)(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.inode, record);
  else {
    const old = (0, import_chunk_OTS36LMD.atInt)(tree.records, path);
    if (kind === Kind.directory) dropBelow(unpacking, path);
    tree.kinds[path] = Kind.inode;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
  (0, import_chunk_OTS36LMD.add)(records.names, record, 1);
}
function dropInode(unpacking, record) {
  const { records } = unpacking;
  (0, import_chunk_OTS36LMD.add)(records.names, record, -1);
  if (records.types[record] === import_chunk_OR32E4J6.EntryType.symlink) forgetFolders(unpacking);
}
function dropBelow(unpacking, directory2) {
  const { tree, records } = unpacking;
  tree.takeOut(directory2, (path, kind) => {
    if (kind === Kind.inode) (0, import_chunk_OTS36LMD.add)(records.names, (0, import_chunk_OTS36LMD.atInt)(tree.records, path), -1);
  });
  forgetFolders(unpacking);
}
function forgetFolders({ trail, landed }) {
  trail.clear();
  landed.clear();
}
function markFolder(unpacking, index) {
  const path = (0, import_chunk_OTS36LMD.atText)(unpacking.entries.paths, index);
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
    tree.marks[directory2] = (0, import_chunk_OTS36LMD.atByte)(tree.marks, directory2) | Mark.opaque;
    return;
  }
  const name = (0, import_chunk_OTS36LMD.atText)(entries.paths, index);
  const path = tree.paths.add(directory2, name, name.lastIndexOf("/") + 1);
  records.places[start + index] = path;
  if (landed !== void 0) records.spelled.set(start + index, tree.paths.addAll(name));
  if (tree.kinds[path] === Kind.absent) tree.add(path, Kind.inode, start + index);
  else if (tree.isDirectory(path)) tree.marks[path] = (0, import_chunk_OTS36LMD.atByte)(tree.marks, path) | Mark.whitedOut;
}
function sameContent(records, one, other) {
  const type = records.types[one];
  if (type !== records.types[other] || records.bytes[one] !== records.bytes[other]) return false;
  if (type === import_chunk_OR32E4J6.EntryType.symlink) return targetOf(records, one) === targetOf(records, other);
  const a = (0, import_chunk_OTS36LMD.originOf)(records, one);
  const b = (0, import_chunk_OTS36LMD.originOf)(records, other);
  const sums = a.entries.contentSums;
  const others = b.entries.contentSums;
  return type === import_chunk_OR32E4J6.EntryType.file && sums?.algorithm === others?.algorithm && sums?.values[a.index] === others?.values[b.index] && sums !== void 0;
}
function sameOwnerAndMode(records, one, other) {
  const a = (0, import_chunk_OTS36LMD.originOf)(records, one);
  const b = (0, import_chunk_OTS36LMD.originOf)(records, other);
  return a.entries.modes[a.index] === b.entries.modes[b.index] && a.entries.uids[a.index] === b.entries.uids[b.index] && a.entries.gids[a.index] === b.entries.gids[b.index];
}
function sameMetadata(records, one, other) {
  const a = (0, import_chunk_OTS36LMD.originOf)(records, one);
  const b = (0, import_chunk_OTS36LMD.originOf)(records, other);
  return a.entries.withCapabilities.has(a.index) === b.entries.withCapabilities.has(b.index) && sameOwnerAndMode(records, one, other);
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
    for (; depth > 0 && !path.startsWith(this.#folders[depth - 1] ?? ""); depth -= 1) {
      this.#folders.pop();
      this.#directories.pop();
    }
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
  const entries = (0, import_chunk_OTS36LMD.at)(records.layers, layer);
  const start = (0, import_chunk_OTS36LMD.atCount)(records.starts, layer);
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
  const marks = putAll(unpacking);
  closeLinks(unpacking, lower);
  const folders = marks.map((index) => markFolder(unpacking, index));
  for (const [nth, index] of marks.entries()) putMark(unpacking, index, (0, import_chunk_OTS36LMD.at)(folders, nth));
}
function putAll(unpacking) {
  const { entries, tree, start } = unpacking;
  const marks = [];
  for (let index = 0; index < entries.count; index += 1) {
    const type = (0, import_chunk_OTS36LMD.atByte)(entries.types, index);
    if (type === import_chunk_OR32E4J6.EntryType.whiteout || type === import_chunk_OR32E4J6.EntryType.opaque) marks.push(index);
    else if ((0, import_chunk_OTS36LMD.atText)(entries.paths, index) !== "") put(unpacking, index, type);
    else if (type === import_chunk_OR32E4J6.EntryType.directory) tree.records[rootPath] = start + index;
  }
  return marks;
}
function put(unpacking, index, type) {
  const { records, tree, entries, start, trail } = unpacking;
  const record = start + index;
  const name = (0, import_chunk_OTS36LMD.atText)(entries.paths, index);
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
  const inode = target && !tree.isDirectory(target.end) ? (0, import_chunk_OTS36LMD.atInt)(tree.records, target.end) : record;
  if (records.types[inode] === import_chunk_OR32E4J6.EntryType.hardlink) open.push(path);
  else if (!sameMetadata(records, inode, record)) records.restated.set(inode, record);
  else records.restated.delete(inode);
  putInode(unpacking, path, inode);
}
function stackLayer(lower, upper, layer, hiding) {
  const { records, tree } = lower;
  const { hidden, deletedTrees } = hiding;
  const stacking = { records, tree, hidden, deletedTrees, upper, layer, changed: false };
  if ((0, import_chunk_OTS36LMD.atByte)(upper.marks, rootPath) & Mark.opaque) {
    hideBelow(stacking, rootPath, "opaque");
    stacking.changed = true;
  }
  describe(stacking, rootPath);
  const pending = [rootPath];
  for (let directory2 = pending.pop(); directory2 !== void 0; directory2 = pending.pop()) {
    for (let child = (0, import_chunk_OTS36LMD.atInt)(upper.first, directory2); child !== 0; child = (0, import_chunk_OTS36LMD.atInt)(upper.next, child)) {
      const isBoth = lower.tree.isDirectory(child) && upper.isDirectory(child);
      if (isBoth && !((0, import_chunk_OTS36LMD.atByte)(upper.marks, child) & (Mark.opaque | Mark.whitedOut))) {
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
  const record = (0, import_chunk_OTS36LMD.atInt)(upper.records, child);
  const isDirectory = upper.isDirectory(child);
  const below = (0, import_chunk_OTS36LMD.atByte)(tree.kinds, child);
  const old = (0, import_chunk_OTS36LMD.atInt)(tree.records, child);
  if (!isDirectory && records.types[record] === import_chunk_OR32E4J6.EntryType.whiteout) {
    if (below !== Kind.absent) remove(stacking, child, record);
    return;
  }
  if (below === Kind.directory) hideBelow(stacking, child, howOf((0, import_chunk_OTS36LMD.atByte)(upper.marks, child)));
  if (below === Kind.absent) tree.add(child, (0, import_chunk_OTS36LMD.atByte)(upper.kinds, child), record);
  else {
    tree.kinds[child] = (0, import_chunk_OTS36LMD.atByte)(upper.kinds, child);
    const isImplied = isDirectory && below === Kind.directory && record < 0;
    tree.records[child] = isImplied && !((0, import_chunk_OTS36LMD.atByte)(upper.marks, child) & Mark.whitedOut) ? old : record;
  }
  if (isDirectory) graft(stacking, child);
  if (below === Kind.inode)
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
  } else hideRecord(stacking, (0, import_chunk_OTS36LMD.atInt)(tree.records, child), "deleted");
  tree.remove(child);
}
function describe(stacking, directory2) {
  const { tree, upper, records } = stacking;
  const record = (0, import_chunk_OTS36LMD.atInt)(upper.records, directory2);
  if (record < 0) return;
  const old = (0, import_chunk_OTS36LMD.atInt)(tree.records, directory2);
  stacking.changed ||= old < 0 || !sameOwnerAndMode(records, old, record);
  tree.records[directory2] = record;
}
function graft({ records, tree, upper }, directory2) {
  const pending = [directory2];
  for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
    for (let child = (0, import_chunk_OTS36LMD.atInt)(upper.first, folder); child !== 0; child = (0, import_chunk_OTS36LMD.atInt)(upper.next, child)) {
      const record = (0, import_chunk_OTS36LMD.atInt)(upper.records, child);
      if (upper.isDirectory(child)) pending.push(child);
      else if (records.types[record] === import_chunk_OR32E4J6.EntryType.whiteout) continue;
      tree.add(child, (0, import_chunk_OTS36LMD.atByte)(upper.kinds, child), record);
    }
  }
}
function hideBelow(stacking, directory2, how) {
  const { tree } = stacking;
  tree.takeOut(directory2, (path, kind) => {
    if (kind === Kind.inode) hideRecord(stacking, (0, import_chunk_OTS36LMD.atInt)(tree.records, path), how);
  });
}
function fileBytesOf({ types, bytes }, hidden, first) {
  let sum = 0;
  for (let nth = first; nth < hidden.length; nth += 1) {
    const { record } = (0, import_chunk_OTS36LMD.at)(hidden, nth);
    if (types[record] === import_chunk_OR32E4J6.EntryType.file) sum += (0, import_chunk_OTS36LMD.atSize)(bytes, record);
  }
  return sum;
}
function hideRecord({ records, hidden, layer }, record, how) {
  if ((0, import_chunk_OTS36LMD.add)(records.names, record, -1) === 0) hidden.push({ record, hiddenBy: layer, how });
}
var Fate = {
  /** A mark, a directory, a second name, or replaced by a later record of its own layer. */
  none: 0,
  visible: 1,
  hidden: 2
};
function squash(layers) {
  const records = (0, import_chunk_OTS36LMD.numberRecords)(layers);
  const paths = new PathTable(records.count);
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
    if (tree.first[path] === 0 && (0, import_chunk_OTS36LMD.atInt)(tree.records, path) >= 0) leafDirectories.push((0, import_chunk_OTS36LMD.atInt)(tree.records, path));
  };
  noteLeaf(rootPath);
  tree.takeOut(rootPath, (path, kind) => {
    if (kind === Kind.directory) noteLeaf(path);
  });
  tree.marks[rootPath] = Mark.none;
}
function shownBytes({ starts, layers, names, bytes }, layer) {
  const start = (0, import_chunk_OTS36LMD.atCount)(starts, layer);
  const end = start + (0, import_chunk_OTS36LMD.at)(layers, layer).count;
  let sum = 0;
  for (let record = start; record < end; record += 1) if (names[record]) sum += (0, import_chunk_OTS36LMD.atSize)(bytes, record);
  return sum;
}
function fatesOf({ names }, { hidden }) {
  const fates = new Uint8Array(names.length);
  for (let record = 0; record < names.length; record += 1) if (names[record]) fates[record] = Fate.visible;
  for (const { record } of hidden) fates[record] = Fate.hidden;
  return fates;
}
function forEachShipped({ records, fates, stacked }, visit) {
  const shipped = { record: 0, path: "", folder: 0, bytes: 0, layer: 0, isVisible: false };
  for (let layer = 0; layer < records.layers.length; layer += 1) {
    const { count, paths } = (0, import_chunk_OTS36LMD.at)(records.layers, layer);
    const start = (0, import_chunk_OTS36LMD.atCount)(records.starts, layer);
    shipped.layer = layer;
    for (let index = 0; index < count; index += 1) {
      const record = start + index;
      const fate = fates[record];
      const bytes = (0, import_chunk_OTS36LMD.atSize)(records.bytes, record);
      if (bytes === 0 || fate === Fate.none) continue;
      shipped.record = record;
      shipped.path = (records.landed.size > 0 ? records.landed.get(record) : void 0) ?? (0, import_chunk_OTS36LMD.atText)(paths, index);
      shipped.folder = stacked.paths.parentOf((0, import_chunk_OTS36LMD.atInt)(records.places, record));
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
    return (0, import_chunk_OTS36LMD.at)(answers, (0, import_chunk_OTS36LMD.atCount)(known, folder) - 1);
  };
}
var byTop = {
  var: [
    ["logs", "var/log/"],
    ["loader-cache", "var/cache/ldconfig/"],
    ["font-and-manual-caches", "var/cache/fontconfig/"],
    ["font-and-manual-caches", "var/cache/man/"],
    ["package-manager", "var/lib/dpkg/", /^[^/]*-old$/],
    ["package-manager", "var/lib/apt/", /^(?:lists\/|extended_states$)/],
    ["package-manager", "var/cache/apt/", /^[^/]*\.bin$/],
    ["package-manager", "var/cache/", /^(?:debconf|dnf|yum|libdnf5)\//],
    ["package-manager", "var/lib/", /^(?:rpm|dnf|yum)\//],
    ["host-identity", "var/lib/dbus/", /^machine-id$/],
    ["host-identity", "var/lib/systemd/", /^random-seed$/],
    ["temporary-files", "var/tmp/"]
  ],
  etc: [
    ["loader-cache", "etc/", /^ld\.so\.cache$/],
    // The day of a password's last change, and the copies that useradd keeps.
    ["account-files", "etc/", /^(?:(?:passwd|group|shadow|gshadow|subuid|subgid)-|shadow)$/],
    ["host-identity", "etc/", /^(?:machine-id|hostname|hosts|resolv\.conf)$|^ssh\/ssh_host_/]
  ],
  tmp: [["temporary-files", "tmp/"]],
  usr: [["package-manager", "usr/lib/sysimage/rpm/"]]
};
var nothing = [];
function noiseCause(path) {
  return isBytecode(path) ? "python-bytecode" : causeAmong(noiseIn(path), path);
}
var isBytecode = (path) => path.endsWith(".pyc");
function noiseIn(path) {
  const top = byTop[path.slice(0, 3)]?.filter(([, below]) => path.startsWith(below)) ?? nothing;
  return top.length === 0 ? nothing : top;
}
function causeAmong(noise, path) {
  return noise.find(([, below, rest]) => rest?.test(path.slice(below.length)) ?? true)?.[0];
}
function tallyNoise(squashed) {
  let sum = 0;
  const noiseOf = perFolder(squashed, (folder) => noiseIn(`${folder}/`));
  return {
    take(shipped) {
      const { path, bytes } = shipped;
      const noise = noiseOf(shipped);
      if (isBytecode(path) || noise !== nothing && causeAmong(noise, path) !== void 0) sum += bytes;
    },
    sum: () => sum
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Fate,
  Kind,
  forEachShipped,
  noiseCause,
  perFolder,
  rootPath,
  squash,
  tallyNoise,
  walk
});
