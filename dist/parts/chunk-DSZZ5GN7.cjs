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
  contextFolder: () => contextFolder,
  newScan: () => newScan
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2PSQQ3HI = require("./chunk-2PSQQ3HI.cjs");
var import_node_fs = require("node:fs");
var kinds = new Map([
  ...[".git", ".svn", ".hg", ".bzr", "_darcs", ".jj"].map((name) => [name, "version-control"]),
  ...["node_modules", "bower_components", "jspm_packages", ".venv", ".terraform", ".bundle"].map(
    (name) => [name, "dependencies"]
  ),
  ...[
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".tox",
    ".nox",
    ".gradle",
    ".parcel-cache",
    ".turbo",
    ".nyc_output",
    ".sass-cache",
    ".eslintcache",
    ".DS_Store"
  ].map((name) => [name, "cache"])
]);
function kindOf(name, isGitIgnored) {
  return kinds.get(name) ?? (isGitIgnored ? "git-ignored" : void 0);
}
function firstNames(linked) {
  const first = /* @__PURE__ */ new Map();
  for (const one of linked) {
    const known = first.get(one.inode);
    if (!known || one.path < known.path) first.set(one.inode, one);
  }
  return [...first.values()];
}
var rootPlace = { top: void 0, heap: void 0 };
var maxTopFolders = 100;
var maxHeaps = 1e3;
function newTally(isSecretFile) {
  const tops = /* @__PURE__ */ new Map();
  const heaps = /* @__PURE__ */ new Map();
  const linked = [];
  const total = { path: "", bytes: 0, files: 0 };
  const topOf = (path) => existing(tops, path, () => ({ path, bytes: 0, files: 0 }));
  const heapOf = (facts) => existing(heaps, facts.path, () => ({ ...facts, bytes: 0, files: 0 }));
  let place = rootPlace;
  let top = topOf(".");
  let heap;
  return {
    folder(above, path, name, { isGitIgnored, isMeant }) {
      const kind = above.heap || isMeant ? void 0 : kindOf(name, isGitIgnored);
      return { top: above.top ?? name, heap: kind === void 0 ? above.heap : { kind, path, isGitIgnored } };
    },
    file(above, path, name, bytes, { isGitIgnored, isMeant, inode }) {
      if (above !== place) {
        place = above;
        top = topOf(above.top ?? ".");
        heap = above.heap && heapOf(above.heap);
      }
      const isOpen = heap === void 0 || heap.kind === "git-ignored";
      const kind = isOpen && isSecretFile(`/${path}`) ? "secret" : heap || isMeant ? void 0 : kindOf(name, isGitIgnored);
      const own = kind === void 0 ? heap : heapOf({ kind, path, isGitIgnored: isGitIgnored || heap !== void 0 });
      if (inode !== void 0) linked.push({ path, inode, bytes, top: top.path, heap: own?.path });
      const counted = inode === void 0 ? bytes : 0;
      add(total, counted, 1);
      add(top, counted, 1);
      if (own) add(own, counted, 1);
    },
    share: () => ({
      bytes: total.bytes,
      files: total.files,
      tops: [...tops.values()],
      heaps: [...heaps.values()],
      linked
    }),
    add(share) {
      add(total, share.bytes, share.files);
      for (const { path, bytes, files } of share.tops) add(topOf(path), bytes, files);
      for (const other of share.heaps) add(heapOf(other), other.bytes, other.files);
      for (const one of share.linked) linked.push(one);
    },
    sums() {
      for (const one of firstNames(linked)) {
        add(total, one.bytes, 0);
        add(topOf(one.top), one.bytes, 0);
        const own = one.heap === void 0 ? void 0 : heaps.get(one.heap);
        if (own) add(own, one.bytes, 0);
      }
      return {
        bytes: total.bytes,
        files: total.files,
        topFolders: [...tops.values()].filter(hasFiles).sort(byBytes).slice(0, maxTopFolders),
        heaps: [...heaps.values()].filter(hasFiles).sort(bySecretsAndBytes).slice(0, maxHeaps)
      };
    }
  };
}
function existing(known, path, open) {
  const found = known.get(path);
  if (found) return found;
  const opened = open();
  known.set(path, opened);
  return opened;
}
function add(sum, bytes, files) {
  sum.bytes += bytes;
  sum.files += files;
}
var hasFiles = ({ files }) => files > 0;
function byBytes(one, other) {
  return other.bytes - one.bytes || (one.path < other.path ? -1 : 1);
}
function bySecretsAndBytes(one, other) {
  return Number(other.kind === "secret") - Number(one.kind === "secret") || byBytes(one, other);
}
var replacement = "�";
function entriesOf(folder) {
  try {
    if (typeof folder === "string") {
      const found = (0, import_node_fs.readdirSync)(folder, { withFileTypes: true });
      if (!found.some(({ name }) => name.includes(replacement)))
        return found.map((entry) => {
          const location = `${folder}/${entry.name}`;
          return { name: entry.name, location, kind: kindOf2(entry, location) };
        });
    }
    const bytes = Buffer.from(folder);
    return (0, import_node_fs.readdirSync)(bytes, { withFileTypes: true, encoding: "buffer" }).map((entry) => {
      const location = Buffer.concat([bytes, Buffer.from("/"), entry.name]);
      return { name: entry.name.toString("utf8"), location, kind: kindOf2(entry, location) };
    });
  } catch (cause) {
    throw asUnreadable(folder, "cannot be listed", cause);
  }
}
function kindOf2(entry, location) {
  return knownKind(entry) ?? knownKind(examine(location)) ?? "bodiless";
}
function knownKind(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (entry.isSocket()) return "socket";
  return entry.isSymbolicLink() || entry.isFIFO() ? "bodiless" : void 0;
}
function examine(location) {
  try {
    return (0, import_node_fs.lstatSync)(location);
  } catch (cause) {
    throw asUnreadable(location, "cannot be examined", cause);
  }
}
function asUnreadable(location, how, cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return (0, import_chunk_2PSQQ3HI.unreadable)(Buffer.from(location), `${how} (${code})`, cause);
}
var contextFolder = (location) => ({ location, path: "", place: rootPlace });
function newScan({ rules, gitIgnored, isSecretFile }) {
  const tally = newTally(isSecretFile);
  const open = [];
  const exceptions = [...rules.patterns.keys()].filter((index) => rules.patterns[index]?.startsWith("!"));
  const isExcepted = (match, above) => exceptions.some((index) => match[index] === true && above?.[index] !== true);
  const enter = (folder, path, { name, location }) => {
    const { ignored, match } = rules.match(path, folder.match);
    if (ignored && !rules.mayHoldExceptions(path)) return;
    const isMeant = ignored || isExcepted(match, folder.match);
    const place = tally.folder(folder.place, path, name, { isGitIgnored: gitIgnored.has(`${path}/`), isMeant });
    open.push({ location, path, place, match });
  };
  const weigh = (folder, path, entry) => {
    const { ignored, match } = rules.match(path, folder.match);
    if (ignored) return;
    const isGitIgnored = gitIgnored.size > 0 && gitIgnored.has(path);
    const isMeant = isExcepted(match, folder.match);
    const facts = isGitIgnored || isMeant ? { isGitIgnored, isMeant } : ordinary;
    if (entry.kind === "bodiless") return tally.file(folder.place, path, entry.name, 0, facts);
    const { nlink, size, dev, ino } = examine(entry.location);
    const named = nlink > 1 ? { ...facts, inode: `${dev}:${ino}` } : facts;
    tally.file(folder.place, path, entry.name, size, named);
  };
  return {
    open,
    tally,
    advance(entries) {
      let seen = 0;
      while (seen < entries) {
        const folder = open.pop();
        if (!folder) break;
        const prefix = folder.path === "" ? "" : `${folder.path}/`;
        const found = entriesOf(folder.location);
        for (const entry of found)
          if (entry.kind !== "socket") (entry.kind === "folder" ? enter : weigh)(folder, prefix + entry.name, entry);
        seen += found.length + 1;
      }
      return seen;
    }
  };
}
var ordinary = { isGitIgnored: false, isMeant: false };
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  contextFolder,
  newScan
});
