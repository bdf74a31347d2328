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
  answerAsThread: () => answerAsThread,
  contextFolder: () => contextFolder,
  helperThreads: () => helperThreads,
  naming: () => naming,
  newScan: () => newScan,
  unreadable: () => unreadable,
  walkContext: () => walkContext
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_X7GPFV4J = require("./chunk-X7GPFV4J.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_events = require("node:events");
var import_node_fs = require("node:fs");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_node_worker_threads = require("node:worker_threads");
var import_node_fs2 = require("node:fs");
var import_promises = require("node:fs/promises");
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
var slash = Buffer.from("/");
async function* walkContext(contextDir, rules) {
  yield* walkFolder({ location: Buffer.from(contextDir), path: Buffer.alloc(0), pending: [] }, rules, void 0);
}
async function* walkFolder(folder, rules, parent) {
  const names = await naming(folder.location, "cannot be listed", (0, import_promises.readdir)(folder.location, { encoding: "buffer" }));
  for (const name of names.sort((one, other) => Buffer.compare(one, other))) {
    const path = folder.path.length === 0 ? name : Buffer.concat([folder.path, slash, name]);
    const location = Buffer.concat([folder.location, slash, name]);
    const text = path.toString("utf8");
    const { ignored, match } = rules.match(text, parent);
    const mayReturn = ignored && rules.mayHoldExceptions(text);
    if (ignored && !mayReturn) continue;
    const stats = await naming(location, "cannot be examined", (0, import_promises.lstat)(location));
    if (stats.isDirectory()) {
      const self = { location, path, stats };
      const pending = ignored ? [...folder.pending, self] : [];
      if (!ignored) yield* [...folder.pending.splice(0), self];
      for await (const below of walkFolder({ location, path, pending }, rules, match)) {
        if (ignored) folder.pending.length = 0;
        yield below;
      }
    } else if (!ignored && !stats.isSocket()) {
      yield* folder.pending.splice(0);
      yield await readFile(location, path, stats);
    }
  }
}
async function readFile(location, path, stats) {
  if (stats.isSymbolicLink()) {
    const link = await naming(location, "cannot be read", (0, import_promises.readlink)(location, { encoding: "buffer" }));
    return { location, path, stats, link };
  }
  if (!stats.isFile() && !stats.isFIFO()) throw unreadable(location, "is a device, which cannot be sent");
  return { location, path, stats };
}
async function naming(location, how, work) {
  try {
    return await work;
  } catch (cause) {
    throw unreadable(
      location,
      `${how} (${cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)})`,
      cause
    );
  }
}
function unreadable(location, how, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "unreadable-context",
      message: `${location.toString()} in the build context ${how}.`,
      expected: "files the builder may read",
      hint: "Correct its permissions, remove it, or name it in .dockerignore."
    },
    { cause }
  );
}
var replacement = "�";
function entriesOf(folder) {
  try {
    if (typeof folder === "string") {
      const found = (0, import_node_fs2.readdirSync)(folder, { withFileTypes: true });
      if (!found.some(({ name }) => name.includes(replacement)))
        return found.map((entry) => {
          const location = `${folder}/${entry.name}`;
          return { name: entry.name, location, kind: kindOf2(entry, location) };
        });
    }
    const bytes = Buffer.from(folder);
    return (0, import_node_fs2.readdirSync)(bytes, { withFileTypes: true, encoding: "buffer" }).map((entry) => {
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
    return (0, import_node_fs2.lstatSync)(location);
  } catch (cause) {
    throw asUnreadable(location, "cannot be examined", cause);
  }
}
function asUnreadable(location, how, cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return unreadable(Buffer.from(location), `${how} (${code})`, cause);
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
var entriesAtATime = 1e4;
function newHelping(task, isSecretFile) {
  const rules = (0, import_chunk_X7GPFV4J.parseIgnoreFile)(task.ignoreText, task.ignoreFile);
  const scan = newScan({ rules, gitIgnored: task.gitIgnored, isSecretFile });
  return (question) => {
    if (question === "share") return { share: scan.tally.share() };
    scan.open.push(...question.take);
    try {
      scan.advance(entriesAtATime);
    } catch (error) {
      const problem = error instanceof import_chunk_ZU5SK2EV.UserError ? error.problems[0] : void 0;
      if (problem) return { problem };
      throw error;
    }
    return { left: scan.open.splice(0) };
  };
}
var program = "weigh-thread.cjs";
var fromEntries = 15e3;
function helperThreads(folder) {
  const file = [(0, import_node_path.join)(folder, program), (0, import_node_path.join)(folder, "..", program)].find((path) => (0, import_node_fs.existsSync)(path));
  if (file === void 0 || (0, import_node_os.availableParallelism)() < 2) return void 0;
  return { fromEntries, start: (task) => startThread(file, task) };
}
function startThread(file, task) {
  const worker = new import_node_worker_threads.Worker(file, { workerData: task });
  const ask = async (question) => {
    worker.postMessage(question);
    const [answer] = await (0, import_node_events.once)(worker, "message");
    if (answer === void 0) throw new Error("The thread that weighs the context gave no answer.");
    if ("problem" in answer) throw new import_chunk_ZU5SK2EV.UserError(answer.problem);
    return answer;
  };
  return {
    async take(folders) {
      const answer = await ask({ take: folders });
      return "left" in answer ? answer.left : [];
    },
    async share() {
      const answer = await ask("share");
      if (!("share" in answer)) throw new Error("The thread that weighs the context gave no sums.");
      return answer.share;
    },
    async end() {
      await worker.terminate();
    }
  };
}
function answerAsThread(isSecretFile) {
  const task = import_node_worker_threads.workerData;
  const answer = newHelping(task, isSecretFile);
  import_node_worker_threads.parentPort?.on("message", (question) => import_node_worker_threads.parentPort?.postMessage(answer(question)));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  answerAsThread,
  contextFolder,
  helperThreads,
  naming,
  newScan,
  unreadable,
  walkContext
});
