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
  naming: () => naming,
  unreadable: () => unreadable,
  walkContext: () => walkContext
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_promises = require("node:fs/promises");
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  naming,
  unreadable,
  walkContext
});
