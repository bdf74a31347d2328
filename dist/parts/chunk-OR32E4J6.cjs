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
  EntryType: () => EntryType
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var EntryType = {
  file: 0,
  directory: 1,
  symlink: 2,
  hardlink: 3,
  characterDevice: 4,
  blockDevice: 5,
  fifo: 6,
  /** `.wh.NAME`: its path is the path it hides. */
  whiteout: 7,
  /** `.wh..wh..opq`: its path is the directory whose lower content it hides. */
  opaque: 8
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  EntryType
});
