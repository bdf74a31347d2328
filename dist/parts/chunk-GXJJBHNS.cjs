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
  Budget: () => Budget,
  brokenArchive: () => brokenArchive,
  defaultLimits: () => defaultLimits,
  tooLarge: () => tooLarge
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var defaultLimits = {
  maxEntries: 5e6,
  maxNameBytes: 512e6,
  maxPathBytes: 65536,
  maxHeaderBytes: 1048576,
  maxRatio: 1e3,
  ratioFromBytes: 1e7,
  maxLayerBytes: 64 * 2 ** 30,
  maxDocumentBytes: 8388608,
  maxKeptBytes: 64 * 2 ** 20,
  maxIndexDepth: 4,
  maxManifests: 1e3
};
var Budget = class {
  limits;
  #entries = 0;
  #nameBytes = 0;
  #keptBytes = 0;
  constructor(limits = defaultLimits) {
    this.limits = limits;
  }
  /** Bytes of a body to keep on the way because it is sure to be asked for: all of it or, once too much is kept, none. */
  keep(bytes) {
    if (this.#keptBytes + bytes > this.limits.maxKeptBytes) return 0;
    this.#keptBytes += bytes;
    return bytes;
  }
  /** Takes one record whose path and link target have so many bytes. @throws UserError `too-large` */
  takeEntry(nameBytes, where) {
    this.#entries += 1;
    this.#nameBytes += nameBytes;
    if (this.#entries > this.limits.maxEntries) {
      throw tooLarge(
        "has more files than this tool reads",
        where,
        `${this.limits.maxEntries} entries`,
        `${this.#entries} or more`
      );
    }
    if (this.#nameBytes > this.limits.maxNameBytes) {
      throw tooLarge(
        "has longer file names, all together, than this tool reads",
        where,
        (0, import_chunk_CCPWSZ7L.formatBytes)(this.limits.maxNameBytes),
        `${(0, import_chunk_CCPWSZ7L.formatBytes)(this.#nameBytes)} or more`
      );
    }
  }
};
function tooLarge(what, where, limit, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "too-large",
    message: `${where} ${what}: the limit is ${limit}, here it is ${got}.`,
    expected: `at most ${limit}`,
    got,
    hint: "Images are not made like this on purpose; check where this one comes from."
  });
}
function brokenArchive(where, what, details = {}) {
  const at = details.offset === void 0 ? "" : ` at byte ${details.offset}`;
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "broken-archive",
      message: `${where} cannot be read${at}: ${what}.`,
      hint: "Write or download the archive again; if it is complete, the program that wrote it is at fault."
    },
    { cause: details.cause }
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Budget,
  brokenArchive,
  defaultLimits,
  tooLarge
});
