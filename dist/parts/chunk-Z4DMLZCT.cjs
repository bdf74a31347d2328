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
  Files: () => Files,
  Looks: () => Looks,
  exact: () => exact
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var maxLooks = 1e5;
var Looks = class {
  #left;
  constructor(most = maxLooks) {
    this.#left = most;
  }
  /** @throws Error when there are none left */
  take(count) {
    this.#left -= count;
    if (this.#left < 0) throw new Error(`it looks at more than ${maxLooks} elements of lists`);
  }
};
function counted(list, looks) {
  return new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d/.test(key)) looks.take(1);
      return Reflect.get(target, key, receiver);
    }
  });
}
function exact(data, looks) {
  if (typeof data === "number") return BigInt(data);
  if (Array.isArray(data))
    return counted(
      data.map((one) => exact(one, looks)),
      looks
    );
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, exact(value, looks)]));
}
var maxMatches = 5e3;
var maxPatterns = 100;
var Files = class {
  #tree;
  #looks;
  /** An expression asks for the same files again and again as it walks others. */
  #known = /* @__PURE__ */ new Map();
  constructor(tree, looks) {
    this.#tree = tree;
    this.#looks = looks;
  }
  /** Regular files whose absolute path fits. @throws Error when there are more than an expression can look at, or the pattern is none */
  matching(pattern) {
    const known = this.#known.get(pattern) ?? this.#find(pattern);
    this.#known.set(pattern, known);
    return known;
  }
  #find(pattern) {
    const problem = (0, import_chunk_IAAG4V6P.globProblem)(pattern);
    if (problem !== void 0) throw new Error(`\`${pattern}\` is not ${problem}`);
    const matches = (0, import_chunk_IAAG4V6P.compileGlob)(pattern);
    this.#looks.take(1 + Math.floor(maxLooks / maxPatterns));
    const found = [];
    for (const { path, type, fileBytes, mode, uid, gid, layer } of this.#tree.all()) {
      if (type !== import_chunk_OR32E4J6.EntryType.file || !matches(`/${path}`)) continue;
      if (found.length === maxMatches) throw new Error(`\`${pattern}\` fits more than ${maxMatches} files`);
      found.push(exact({ path: `/${path}`, bytes: fileBytes, mode, uid, gid, layer }, this.#looks));
    }
    return counted(found, this.#looks);
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Files,
  Looks,
  exact
});
