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
  openBase: () => openBase,
  policiesByToken: () => policiesByToken,
  remotePolicies: () => remotePolicies
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_534LGCCF = require("./chunk-534LGCCF.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_crypto = require("node:crypto");
var fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var treeAnswer = (0, import_chunk_H7G5P3MR.object)({
  tree: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({ path: (0, import_chunk_H7G5P3MR.string)(), mode: (0, import_chunk_H7G5P3MR.string)(), type: (0, import_chunk_H7G5P3MR.string)(), sha: (0, import_chunk_H7G5P3MR.string)(), size: (0, import_chunk_H7G5P3MR.int)().optional() })
  ),
  truncated: (0, import_chunk_H7G5P3MR.boolean)()
});
async function fetchFile(client, address, maxBytes) {
  try {
    const commitSha = await resolveRef(client, address);
    const blob = await findEntry(client, address, commitSha);
    return blob && { text: await readBlob(client, address, blob, maxBytes), commitSha };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
    throw unreadable(address, thrown.message, thrown);
  }
}
async function resolveRef(client, { repository, ref }) {
  if (fullSha.test(ref)) return ref;
  const route = "GET /repos/{owner}/{repo}/commits/{ref}";
  const answer = (0, import_chunk_H7G5P3MR.object)({ sha: (0, import_chunk_H7G5P3MR.string)().regex(fullSha) });
  return (await client.call(route, { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), ref, per_page: 1 }, answer)).sha;
}
async function findEntry(client, address, commitSha) {
  let treeSha = commitSha;
  const parts = address.path.split("/");
  for (const [index, part] of parts.entries()) {
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const { tree, truncated } = await client.call(
      route,
      { ...(0, import_chunk_534LGCCF.repositoryOf)(address.repository), tree_sha: treeSha },
      treeAnswer
    );
    const entry = tree.find(({ path }) => path === part);
    if (!entry && truncated) throw unreadable(address, "GitHub lists only a part of its folder.");
    if (!entry) return void 0;
    if (entry.mode === "120000")
      throw unreadable(address, `${parts.slice(0, index + 1).join("/")} is a symbolic link.`);
    if (entry.type === "commit") throw unreadable(address, `${parts.slice(0, index + 1).join("/")} is a submodule.`);
    const isLast = index === parts.length - 1;
    if (isLast && entry.type === "blob") return entry;
    if (isLast) throw unreadable(address, "It is a folder.");
    if (entry.type !== "tree") return void 0;
    treeSha = entry.sha;
  }
  return void 0;
}
async function readBlob(client, address, entry, maxBytes) {
  if (entry.size === void 0 || entry.size > maxBytes)
    throw unreadable(address, `It has ${entry.size ?? "an unknown number of"} bytes; ${maxBytes} are read at most.`);
  const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
  const answer = (0, import_chunk_H7G5P3MR.object)({ content: (0, import_chunk_H7G5P3MR.string)(), encoding: (0, import_chunk_H7G5P3MR.literal)("base64") });
  const { content } = await client.call(route, { ...(0, import_chunk_534LGCCF.repositoryOf)(address.repository), file_sha: entry.sha }, answer);
  const bytes = Buffer.from(content, "base64");
  const algorithm = entry.sha.length === 64 ? "sha256" : "sha1";
  const sha = (0, import_node_crypto.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  if (sha !== entry.sha) throw unreadable(address, "What GitHub sent is not what is committed.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(address, "It is not UTF-8 text.", cause);
  }
}
function unreadable({ repository, path, ref }, why, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "unreadable-remote-file",
      message: `${path} of ${repository} at ${ref} could not be read: ${why}`,
      hint: "Check the path and the ref, and that the token may read the repository (`permissions: contents: read`; another repository needs a token of its own)."
    },
    { cause }
  );
}
function remotePolicies(github) {
  const known = /* @__PURE__ */ new Map();
  return (source) => {
    const key = JSON.stringify([source.repository, source.path, source.ref]);
    const text = known.get(key) ?? github().then(async (client) => (await fetchFile(client, source, import_chunk_5SQE6DQE.maxConfigBytes))?.text);
    known.set(key, text);
    return text;
  };
}
function policiesByToken(environment, signal) {
  const token = environment["GH_TOKEN"] || environment["GITHUB_TOKEN"];
  if (!token) return {};
  const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
  return {
    fetchPolicy: remotePolicies(() => (0, import_chunk_534LGCCF.createGithubClient)({ token, apiUrl: apiUrl.replace(/\/+$/, ""), signal }))
  };
}
async function openBase(sha, repository, name, github) {
  if (repository && (await repository.has(sha) || !github)) {
    const commit = await repository.commitOf(sha);
    return { sha, readText: (path, maxBytes) => repository.readText(commit, path, maxBytes) };
  }
  if (!github)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-base",
      message: `The base revision ${sha} cannot be read: the workspace is no Git checkout, and there is no token.`,
      expected: "the policy as it is on the base branch",
      hint: "Run actions/checkout before, or give `github-token` with `permissions: contents: read`."
    });
  const client = await github();
  return {
    sha,
    readText: async (path, maxBytes) => (await fetchFile(client, { repository: name, path, ref: sha }, maxBytes))?.text
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openBase,
  policiesByToken,
  remotePolicies
});
