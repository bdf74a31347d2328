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
  readFirstFile: () => readFirstFile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var block = 512;
async function readFirstFile(tar, maxBytes) {
  let held = Buffer.alloc(0);
  let skip = 0;
  let body;
  const pieces = [];
  let taken = 0;
  const take = (piece) => {
    pieces.push(Buffer.from(piece));
    taken += piece.length;
  };
  for await (const chunk of tar) {
    if (body) {
      take(chunk);
      if (taken >= body.bytes) return whole(pieces, body.bytes);
      continue;
    }
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    held = Buffer.concat([held, chunk.subarray(skipped)]);
    while (!body && skip === 0 && held.length >= block) {
      const header = held.subarray(0, block);
      if (header.every((byte) => byte === 0)) return void 0;
      const bytes = sizeOf(header);
      held = held.subarray(block);
      if (isRegular(header[156])) {
        body = { bytes: Math.min(bytes, maxBytes) };
        take(held);
      } else {
        skip = Math.ceil(bytes / block) * block;
        const inHand = Math.min(skip, held.length);
        held = held.subarray(inHand);
        skip -= inHand;
      }
    }
    if (body && taken >= body.bytes) return whole(pieces, body.bytes);
  }
  if (body?.bytes === 0) return new Uint8Array();
  throw (0, import_chunk_SWWGSW5Y.cutOff)("the archive of a file");
}
var whole = (pieces, bytes) => new Uint8Array(Buffer.concat(pieces).subarray(0, bytes));
var isRegular = (flag) => flag === 48 || flag === 0 || flag === 55;
function sizeOf(header) {
  if ((header[124] ?? 0) & 128) return header.readUIntBE(130, 6);
  const text = header.toString("latin1", 124, 136).replace(/[\0 ].*$/s, "").trim();
  if (!/^[0-7]*$/.test(text)) throw new Error("The tar with the file has a broken size.");
  return Number.parseInt(text || "0", 8);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readFirstFile
});
