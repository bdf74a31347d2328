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
  openRepository: () => openRepository,
  recordBranchName: () => recordBranchName
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZRLNCPMP = require("./chunk-ZRLNCPMP.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var import_node_crypto = require("node:crypto");
var import_promises = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path3 = require("node:path");
var import_promises2 = require("node:timers/promises");
var import_promises3 = require("node:fs/promises");
var import_node_os2 = require("node:os");
var import_node_path4 = require("node:path");
async function readBlobAt(git, commit, path, maxBytes) {
  const tidy = import_node_path2.posix.normalize(path);
  if (tidy === ".." || tidy.startsWith("../") || import_node_path2.posix.isAbsolute(tidy)) return void 0;
  const parts = tidy.split("/").filter((part) => part !== "." && part !== "");
  let tree = commit;
  for (const [index, part] of parts.entries()) {
    const entry = (await listTree(git, tree)).find((one) => one.path === part);
    if (!entry) return void 0;
    const isLast = index === parts.length - 1;
    const what = unfit(entry, isLast);
    if (what !== void 0) throw unreadable(commit, path, `${parts.slice(0, index + 1).join("/")} is ${what}.`);
    if (isLast) return readBlob(git, entry.sha, maxBytes, (why) => unreadable(commit, path, why));
    if (entry.type !== "tree") return void 0;
    tree = entry.sha;
  }
  return void 0;
}
async function readBlob(git, sha, maxBytes, refuse) {
  const bytes = Number(await git.run(["cat-file", "-s", sha]));
  if (bytes > maxBytes) throw refuse(`It has ${bytes} bytes; ${maxBytes} are read at most.`);
  const text = await git.run(["cat-file", "blob", sha]);
  if (Buffer.byteLength(text) !== bytes || text.includes("\0")) throw refuse("It is not UTF-8 text.");
  return text;
}
async function listTree(git, tree, ...options) {
  const records = (await git.run(["ls-tree", "-z", "--full-tree", ...options, tree])).split("\0");
  return records.flatMap((record) => {
    const [, mode, type, sha, path] = /^(\d{6}) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(record) ?? [];
    return mode !== void 0 && type !== void 0 && sha !== void 0 && path !== void 0 ? [{ mode, type, sha, path }] : [];
  });
}
function unfit({ mode, type }, isLast) {
  if (mode === "120000") return "a symbolic link";
  if (type === "commit") return "a submodule";
  return isLast && type === "tree" ? "a folder" : void 0;
}
function unreadable(commit, path, why) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "unreadable-revision-file",
    message: `${path} at ${commit} cannot be read: ${why}`,
    expected: "a regular file",
    hint: "Commit it as a regular text file on the base branch."
  });
}
var linkMode = "120000";
async function changes(git, from, to) {
  const diff = ["diff", "--name-only", "-z", "--no-renames", "--relative", "--ignore-submodules=none", "--no-ext-diff"];
  const paths = await git.run([...diff, from, to, "--"]);
  const tree = await git.run(["ls-tree", "-r", "-z", to]);
  return {
    paths: paths.split("\0").filter((path) => path !== ""),
    links: tree.split("\0").filter((line) => line.startsWith(linkMode)).map((line) => line.slice(line.indexOf("	") + 1))
  };
}
var fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var fetchTimeoutMs = 3e5;
var deepenings = ["--deepen=30", "--deepen=300", "--deepen=3000", "--unshallow"];
var remotes = /* @__PURE__ */ new WeakMap();
function remoteOf(git) {
  const known = remotes.get(git) ?? findRemote(git);
  remotes.set(git, known);
  return known;
}
async function findRemote(git) {
  const names = (await git.run(["remote"])).split("\n").filter((name) => name !== "");
  if (names.includes("origin")) return "origin";
  return names.length === 1 ? names[0] : void 0;
}
async function hasCommit(git, commit) {
  return await answer(git, ["cat-file", "-e", `${commit}^{commit}`]) !== void 0;
}
async function commitOf(git, revision) {
  if (/^-|[\0-\x20\x7f]|^$/.test(revision)) throw noSuch(revision);
  const remote = await remoteOf(git);
  for (const name of remote === void 0 ? [revision] : [revision, `${remote}/${revision}`]) {
    const found = await answer(git, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    if (found !== void 0) return found.trim();
  }
  if (remote === void 0) throw noSuch(revision);
  const sha = fullSha.test(revision) ? revision : await askRemote(git, remote, revision);
  if (sha === void 0) throw noSuch(revision);
  await fetchCommit(git, remote, sha);
  return (await git.run(["rev-parse", "--verify", "--quiet", `${sha}^{commit}`])).trim();
}
async function fetchCommit(git, remote, sha) {
  const depth = await isShallow(git) ? ["--depth=1"] : [];
  await fetch(git, remote, [sha], depth);
}
async function parentsOf(git, commit) {
  const [head = ""] = (await git.run(["cat-file", "commit", commit])).split("\n\n", 1);
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, sha]) => sha ?? "");
}
async function mergeBase(git, one, other) {
  if (one === other) return one;
  if ((await parentsOf(git, one)).includes(other)) return other;
  for (const depth of [void 0, ...deepenings]) {
    if (depth !== void 0) {
      if (!await isShallow(git)) return void 0;
      const remote = await remoteOf(git);
      if (remote === void 0) return void 0;
      await deepen(git, remote, [one, other], depth);
    }
    const found = await answer(git, ["merge-base", one, other]);
    if (found !== void 0) return found.trim();
  }
  return void 0;
}
async function ancestors(git, commit, max) {
  const list = async () => (await git.run(["rev-list", "--topo-order", `--max-count=${max}`, commit])).split("\n").filter((line) => line !== "");
  const found = await list();
  const remote = found.length < max && await isShallow(git) ? await remoteOf(git) : void 0;
  if (remote === void 0) return found;
  await fetch(git, remote, [commit], [`--deepen=${max}`]);
  return list();
}
async function committedAt(git, commit) {
  return Number(await git.run(["show", "--no-patch", "--no-show-signature", "--format=%ct", commit]));
}
async function tagsByCommit(git) {
  const remote = await remoteOf(git);
  const lines = remote === void 0 ? await answer(git, ["show-ref", "--tags", "--dereference"]) : await git.run(["ls-remote", "--quiet", "--tags", remote], { timeoutMs: fetchTimeoutMs });
  const commits = /* @__PURE__ */ new Map();
  for (const [, sha = "", name = ""] of (lines ?? "").matchAll(/^([0-9a-f]+)\s+refs\/tags\/(.+)$/gm))
    commits.set(name.replace(/\^\{\}$/, ""), sha);
  const tags = /* @__PURE__ */ new Map();
  for (const [name, sha] of commits) tags.set(sha, [...tags.get(sha) ?? [], name]);
  return tags;
}
async function answer(git, args) {
  try {
    return await git.run(args);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZRLNCPMP.GitFailed && (thrown.status === 1 || thrown.status === 128)) return void 0;
    throw thrown;
  }
}
async function askRemote(git, remote, name) {
  const refs = [`refs/heads/${name}`, `refs/tags/${name}`];
  const lines = (await git.run(["ls-remote", "--quiet", remote, ...refs], { timeoutMs: fetchTimeoutMs })).split("\n");
  return refs.map((ref) => lines.find((line) => line.endsWith(`	${ref}`))?.split("	")[0]).find((sha) => sha !== void 0);
}
async function fetch(git, remote, shas, depth) {
  const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...depth, "--", remote, ...shas];
  await git.run(args, { timeoutMs: fetchTimeoutMs });
}
async function deepen(git, remote, shas, depth) {
  if (depth === "--unshallow") return fetch(git, remote, [], [depth]);
  try {
    await fetch(git, remote, shas, [depth]);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZRLNCPMP.GitFailed) || thrown.status === void 0) throw thrown;
    await fetch(git, remote, [shas[1]], [depth]);
  }
}
async function isShallow(git) {
  return (await git.run(["rev-parse", "--is-shallow-repository"])).trim() === "true";
}
function noSuch(revision) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-revision",
    message: `There is no revision ${revision} in this repository.`,
    expected: "a commit, a branch or a tag",
    got: revision,
    hint: "Check its name, and that the remote can be reached."
  });
}
async function readBlobs(git, shas, maxBytes) {
  if (shas.length === 0) return [];
  const listed = await git.run(["cat-file", "--batch-check=%(objectname) %(objectsize)"], { input: linesOf(shas) });
  const bytesOf = new Map(
    listed.split("\n").map((line) => [line.split(" ")[0] ?? "", Number(line.split(" ")[1])])
  );
  const wanted = [...new Set(shas)].filter((sha) => (bytesOf.get(sha) ?? Infinity) <= maxBytes);
  const texts = /* @__PURE__ */ new Map();
  for (const batch of batches(wanted, bytesOf)) {
    const printed = await git.run(["cat-file", "--batch"], { input: linesOf(batch) });
    for (const [sha, text] of cut(printed, batch, bytesOf)) texts.set(sha, text);
  }
  const found = [];
  for (const sha of shas)
    found.push(texts.get(sha) ?? (wanted.includes(sha) ? await readBlobOr(git, sha, maxBytes) : void 0));
  return found;
}
var batchBytes = 16 * 2 ** 20;
function batches(shas, bytesOf) {
  const found = [];
  let room = 0;
  for (const sha of shas) {
    const bytes = bytesOf.get(sha) ?? 0;
    const last = found.at(-1);
    if (last && bytes <= room) last.push(sha);
    else found.push([sha]);
    room = (last && bytes <= room ? room : batchBytes) - bytes;
  }
  return found;
}
var linesOf = (shas) => shas.map((sha) => `${sha}
`).join("");
function* cut(printed, shas, bytesOf) {
  const bytes = Buffer.from(printed);
  let at = 0;
  for (const sha of shas) {
    const start = bytes.indexOf("\n", at) + 1;
    const end = start + (bytesOf.get(sha) ?? 0);
    const text = bytes.subarray(start, end).toString();
    const isWhole = bytes.subarray(at, start).toString().startsWith(`${sha} `) && bytes[end] === 10;
    if (!isWhole || text.includes("�") || text.includes("\0")) return;
    yield [sha, text];
    at = end + 1;
  }
}
async function readBlobOr(git, sha, maxBytes) {
  class Unfit extends Error {
  }
  try {
    return await readBlob(git, sha, maxBytes, (why) => new Unfit(why));
  } catch (thrown) {
    if (thrown instanceof Unfit) return void 0;
    throw thrown;
  }
}
var maxTries = 12;
var networkTimeoutMs = 12e4;
function recordBranch(git, name, signal) {
  const ref = `refs/heads/${name}`;
  async function tipOf(remote) {
    const answer2 = await git.run(["ls-remote", "--quiet", remote, ref], { timeoutMs: networkTimeoutMs });
    const tip = answer2.split("\n").find((line) => line.endsWith(`	${ref}`))?.split("	")[0];
    if (tip !== void 0 && !await hasCommit(git, tip)) await fetchCommit(git, remote, tip);
    return tip;
  }
  return {
    name,
    async list() {
      const remote = await remoteOf(git);
      const tip = remote === void 0 ? void 0 : await tipOf(remote);
      return tip === void 0 ? void 0 : filesOf(git, tip);
    },
    readText: ({ blob }, maxBytes) => readBlobOr(git, blob, maxBytes),
    readTexts: (files, maxBytes) => readBlobs(
      git,
      files.map(({ blob }) => blob),
      maxBytes
    ),
    async update(message, plan) {
      const remote = await remoteOf(git);
      if (remote === void 0) throw notPushed(name, "There is no remote.");
      let why = "";
      for (let tries = 1; tries <= maxTries; tries += 1) {
        const tip = await tipOf(remote);
        const changes2 = plan(tip === void 0 ? void 0 : await filesOf(git, tip));
        const commit = await commitOn(git, tip, changes2, message);
        const refused = await push(git, remote, `${commit}:${ref}`);
        if (refused === void 0) return;
        why = refused;
        if (await tipOf(remote) === tip && !/lock|failed to update ref|incorrect old value/.test(refused)) break;
        await (0, import_promises2.setTimeout)(Math.min(2e3, 50 * 2 ** tries) * (0.5 + ((0, import_node_crypto.randomBytes)(1)[0] ?? 0) / 255), void 0, { signal });
      }
      throw notPushed(name, why);
    }
  };
}
async function filesOf(git, tip) {
  const files = await listTree(git, tip, "-r");
  return files.map(({ path, mode, sha }) => ({ path, isPlain: mode === "100644", blob: sha }));
}
async function commitOn(git, tip, { put, remove }, message) {
  const folder = await (0, import_promises.mkdtemp)((0, import_node_path3.join)(await (0, import_promises.realpath)((0, import_node_os.tmpdir)()), "plimsoll-index-"));
  try {
    const environment = { ...author, GIT_INDEX_FILE: (0, import_node_path3.join)(folder, "index") };
    await git.run(["read-tree", ...tip === void 0 ? ["--empty"] : [tip]], { environment });
    const lines = remove.map((path) => `0 ${"0".repeat(40)}	${path}\0`);
    for (const { path, text } of put) {
      const blob = await git.run(["hash-object", "-w", "--stdin", "--no-filters"], { input: text });
      lines.push(`100644 ${blob.trim()}	${path}\0`);
    }
    await git.run(["update-index", "-z", "--index-info"], { environment, input: lines.join("") });
    const tree = (await git.run(["write-tree"], { environment })).trim();
    const parent = tip === void 0 ? [] : ["-p", tip];
    return (await git.run(["commit-tree", "--no-gpg-sign", ...parent, "-m", message, tree], { environment })).trim();
  } finally {
    await (0, import_promises.rm)(folder, { recursive: true, force: true });
  }
}
var author = {
  GIT_AUTHOR_NAME: "Plimsoll",
  GIT_AUTHOR_EMAIL: "plimsoll@users.noreply.github.com",
  GIT_COMMITTER_NAME: "Plimsoll",
  GIT_COMMITTER_EMAIL: "plimsoll@users.noreply.github.com"
};
async function push(git, remote, refspec) {
  try {
    await git.run(["push", "--quiet", "--no-verify", "--", remote, refspec], { timeoutMs: networkTimeoutMs });
    return void 0;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZRLNCPMP.GitFailed) return thrown.message;
    throw thrown;
  }
}
function notPushed(name, why) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "records-not-pushed",
    message: `The measurements could not be stored on the branch ${name}: ${why}`,
    hint: "The job needs `permissions: contents: write`, and the checkout credentials that may push (`persist-credentials`); a pull request from a fork never has them."
  });
}
var checkoutTimeoutMs = 3e5;
var removalTimeoutMs = 4e3;
var maxAttributesBytes = 2 ** 20;
async function withWorktree(git, commit, use) {
  const parent = await (0, import_promises3.mkdtemp)((0, import_node_path4.join)(await (0, import_promises3.realpath)((0, import_node_os2.tmpdir)()), "plimsoll-base-"));
  const folder = (0, import_node_path4.join)(parent, "tree");
  try {
    const environment = await withoutFilters(git);
    await git.run(["worktree", "add", "--quiet", "--detach", "--", folder, commit], {
      environment,
      timeoutMs: checkoutTimeoutMs
    });
    return await use(folder);
  } finally {
    await (0, import_promises3.rm)(parent, { recursive: true, force: true });
    await git.run(["worktree", "remove", "--force", "--force", "--", folder], {
      signal: (0, import_chunk_OTF75QEW.timeoutSignal)(removalTimeoutMs)
    }).catch(() => void 0);
  }
}
async function missingFiles(git, commit, folder) {
  const top = import_node_path4.posix.normalize(`${folder}/`);
  const isAll = top === "./" || top.startsWith("../") || import_node_path4.posix.isAbsolute(top);
  const isInside = (path) => isAll || path.startsWith(top);
  const files = await listTree(git, commit, "-r");
  const submodule = files.find(({ type, path }) => type === "commit" && (isInside(path) || top.startsWith(`${path}/`)));
  if (submodule) return `It has the submodule ${submodule.path}, which is not fetched.`;
  for (const { path, sha, mode } of files) {
    const [, above] = /^(.*\/)?\.gitattributes$/.exec(path) ?? [];
    const isAttributes = import_node_path4.posix.basename(path) === ".gitattributes" && (isInside(path) || top.startsWith(above ?? ""));
    if (mode === "120000" || !isAttributes) continue;
    const text = await readBlob(git, sha, maxAttributesBytes, (why) => new Error(`${path} cannot be read: ${why}`));
    const filter = /^(?!\s*#).*\sfilter=(\S+)/m.exec(text)?.[1];
    if (filter !== void 0)
      return `Its files pass a Git filter (${filter === "lfs" ? "Git LFS" : filter}, ${path}), which is not run.`;
  }
  return void 0;
}
async function withoutFilters(git) {
  const names = await answer(git, ["config", "--null", "--name-only", "--get-regexp", "^filter\\."]);
  const filters = new Set(
    (names ?? "").split("\0").flatMap((name) => name === "" ? [] : [name.slice(0, name.lastIndexOf("."))])
  );
  const settings = [...filters].flatMap((filter) => [
    [`${filter}.smudge`, ""],
    [`${filter}.process`, ""],
    [`${filter}.required`, "false"]
  ]);
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value]
      ])
    )
  };
}
var recordBranchName = "plimsoll-data";
async function openRepository(options) {
  const { root, environment, signal } = options;
  const git = (0, import_chunk_ZRLNCPMP.gitIn)(root, environment, signal);
  const prefix = await prefixOf(() => answer(git, ["rev-parse", "--show-prefix"]));
  if (prefix === void 0) return void 0;
  return {
    head: async () => (await git.run(["rev-parse", "--verify", "HEAD^{commit}"])).trim(),
    isModified: async () => (await git.run(["status", "--porcelain", "--untracked-files=no"])).trim() !== "",
    commitOf: (revision) => commitOf(git, revision),
    has: (commit) => hasCommit(git, commit),
    readText: (commit, path, maxBytes) => readBlobAt(git, commit, import_node_path.posix.join(prefix, path), maxBytes),
    parents: (commit) => parentsOf(git, commit),
    mergeBase: (one, other) => mergeBase(git, one, other),
    ancestors: (commit, max) => ancestors(git, commit, max),
    changes: (from, to) => changes(git, from, to),
    committedAt: (commit) => committedAt(git, commit),
    tags: () => tagsByCommit(git),
    missingFiles: (commit, folder) => missingFiles(git, commit, import_node_path.posix.join(prefix, folder)),
    withWorktree: (commit, use) => withWorktree(git, commit, (folder) => use(options.openCheckout((0, import_node_path.join)(folder, prefix)))),
    records: recordBranch(git, recordBranchName, signal)
  };
}
async function prefixOf(ask) {
  try {
    return (await ask())?.replace(/\n$/, "");
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openRepository,
  recordBranchName
});
