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
  formatBytes: () => formatBytes,
  formatDelta: () => formatDelta,
  formatPair: () => formatPair,
  formatRatio: () => formatRatio,
  parseBytes: () => parseBytes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var decimal = ["B", "kB", "MB", "GB", "TB", "PB"];
var factors = {
  b: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  t: 1e12,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40
};
function formatBytes(bytes) {
  const sign = bytes < 0 ? "−" : "";
  let amount = Math.abs(bytes);
  let unit = 0;
  while (unit < decimal.length - 1 && (unit === 0 ? amount >= 1e3 : Number(amount.toFixed(1)) >= 1e3)) {
    amount /= 1e3;
    unit += 1;
  }
  return `${sign}${unit === 0 ? String(amount) : amount.toFixed(1)} ${decimal[unit]}`;
}
function formatDelta(bytes) {
  return bytes === 0 ? "±0 B" : bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}
function formatPair(one, other) {
  const rounded = [formatBytes(one), formatBytes(other)];
  return one !== other && rounded[0] === rounded[1] ? [`${one} B`, `${other} B`] : rounded;
}
function formatRatio(ratio) {
  return `${(ratio * 100).toFixed(1)} %`;
}
function parseBytes(text) {
  const match = /^(\d{1,16}(?:\.\d{1,9})?)\s?([A-Za-z]{0,3})$/.exec(text.trim());
  const factor = match && factors[(match[2] || "b").toLowerCase()];
  if (!match || !factor) return void 0;
  const bytes = Number(match[1]) * factor;
  return Number.isSafeInteger(Math.round(bytes)) ? Math.round(bytes) : void 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  formatBytes,
  formatDelta,
  formatPair,
  formatRatio,
  parseBytes
});
