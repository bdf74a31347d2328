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
  DatabasesAhead: () => DatabasesAhead,
  databaseFolder: () => databaseFolder,
  databaseKeeper: () => databaseKeeper
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZAL7WBV4 = require("./chunk-ZAL7WBV4.cjs");
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var databaseFolder = "var/lib/dpkg";
var maxBytes = 64 * 2 ** 20;
var databaseKeeper = () => (0, import_chunk_ZAL7WBV4.keepBodies)(import_chunk_BMVWKVKJ.isPackageDatabase, (0, import_chunk_ZAL7WBV4.folderOf)(databaseFolder), maxBytes);
var DatabasesAhead = class {
  #reading;
  /** Begins, in a container of its own that is never started. Nobody need wait for it. */
  start(engine, { runId }, imageId, signal) {
    const wish = { folder: databaseFolder, isWanted: import_chunk_BMVWKVKJ.isPackageDatabase, maxBytes };
    const read = (container) => (0, import_chunk_ZAL7WBV4.readFolder)(engine, container, wish, signal);
    this.#reading ??= (0, import_chunk_IKCWV4GA.withContainer)(engine, { runId, imageId }, signal, read).then(
      ({ bodies }) => new Map(bodies),
      () => /* @__PURE__ */ new Map()
    );
  }
  /** Takes those that come on another way. */
  expect(bodies) {
    this.#reading ??= bodies.then(
      (found) => new Map(found),
      () => /* @__PURE__ */ new Map()
    );
  }
  /** Those of the bodies that came, as far as wanted; they are handed out once, so that nothing is held for longer. */
  async take(nodes, most) {
    if (!this.#reading || !nodes.some(({ path }) => (0, import_chunk_BMVWKVKJ.isPackageDatabase)(path))) return /* @__PURE__ */ new Map();
    const bodies = await this.#reading;
    this.#reading = void 0;
    return new Map(
      nodes.flatMap(({ path, fileBytes }) => {
        const body = bodies.get(path);
        return body?.length === fileBytes ? [[path, body.subarray(0, most)]] : [];
      })
    );
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  DatabasesAhead,
  databaseFolder,
  databaseKeeper
});
