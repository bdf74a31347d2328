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
  chainIgnored: () => chainIgnored,
  readDockerfile: () => readDockerfile,
  readIgnoreFile: () => readIgnoreFile,
  readIgnoreRules: () => readIgnoreRules,
  requireFolder: () => requireFolder,
  sendsDockerfile: () => sendsDockerfile,
  sentAs: () => sentAs
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2PSQQ3HI = require("./chunk-2PSQQ3HI.cjs");
var import_chunk_U7OFPTSN = require("./chunk-U7OFPTSN.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var maxDockerfileBytes = 16 * 2 ** 20;
var maxIgnoreBytes = 16 * 2 ** 20;
async function readIgnoreFile(contextDir, dockerfile) {
  for (const file of [`${dockerfile}.dockerignore`, (0, import_node_path.join)(contextDir, ".dockerignore")]) {
    const bytes = await readCapped(file, maxIgnoreBytes).catch(absent);
    const text = bytes?.toString("utf8");
    if (text !== void 0) return { rules: (0, import_chunk_U7OFPTSN.parseIgnoreFile)(text, file), text, file };
  }
  return { rules: (0, import_chunk_U7OFPTSN.parseIgnoreFile)("", ".dockerignore"), text: "" };
}
async function readIgnoreRules(contextDir, dockerfile) {
  return (await readIgnoreFile(contextDir, dockerfile)).rules;
}
function absent(thrown) {
  if (thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR"))
    return void 0;
  throw thrown;
}
function chainIgnored(rules, path) {
  const names = path.split("/");
  let above;
  for (const index of names.keys()) above = rules.match(names.slice(0, index + 1).join("/"), above?.match);
  return above?.ignored ?? false;
}
async function readCapped(path, maxBytes) {
  const found = await (0, import_promises.stat)(path);
  if (!found.isFile() || found.size > maxBytes)
    throw (0, import_chunk_2PSQQ3HI.unreadable)(path, `is no regular file of at most ${maxBytes} bytes`);
  return (0, import_promises.readFile)(path);
}
async function readDockerfile(path) {
  const bytes = await readCapped(path, maxDockerfileBytes).catch(absent);
  if (bytes) return bytes;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-dockerfile",
    message: `There is no Dockerfile at ${path}.`,
    got: path,
    expected: "a Dockerfile",
    hint: "Name it with `dockerfile:` in the configuration, or --dockerfile."
  });
}
async function requireFolder(path) {
  const found = await (0, import_promises.stat)(path).catch(absent);
  if (found?.isDirectory()) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-context",
    message: `The build context ${path} ${found ? "is not a folder" : "does not exist"}.`,
    got: path,
    expected: "a folder",
    hint: "Correct `context:` in the configuration; it is relative to the checkout."
  });
}
async function sentAs(contextDir, dockerfile) {
  const inside = pathInContext(contextDir, dockerfile);
  const [folder, file] = await Promise.all([contextDir, dockerfile].map((path) => (0, import_promises.realpath)(path).catch(absent)));
  if (folder === void 0 || file === void 0) return inside;
  return pathInContext(folder, file) === inside ? inside : void 0;
}
function pathInContext(contextDir, dockerfile) {
  const inside = (0, import_node_path.relative)(contextDir, dockerfile).split(import_node_path.sep).join("/");
  return inside === "" || inside === ".." || inside.startsWith("../") ? void 0 : inside;
}
async function sendsDockerfile(contextDir, dockerfile) {
  const inside = await sentAs(contextDir, dockerfile);
  return inside !== void 0 && !chainIgnored(await readIgnoreRules(contextDir, dockerfile), inside);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chainIgnored,
  readDockerfile,
  readIgnoreFile,
  readIgnoreRules,
  requireFolder,
  sendsDockerfile,
  sentAs
});
