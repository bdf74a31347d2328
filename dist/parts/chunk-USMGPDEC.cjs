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
  isWorthSearching: () => isWorthSearching,
  maxSearchedBytes: () => maxSearchedBytes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var published = /\/(?:node_modules|site-packages|dist-packages|\.m2|go\/pkg|\.cargo\/registry|gems)\/|^\/(?:bin|sbin|lib(?:32|64|x32)?|usr\/(?:bin|sbin|lib(?:32|64|exec|x32)?|share|include)|usr\/local\/(?:lib|share|include)|var\/lib\/(?:dpkg|apt|rpm|dnf)|var\/cache|lib\/apk)\//;
var noText = /\.(?:png|jpe?g|gif|webp|ico|svg|bmp|woff2?|ttf|otf|eot|mp[34]|ogg|wav|webm|mov|avi|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|war|ear|class|so(?:\.[\d.]+|\.cache)?|a|o|ko|dll|exe|pyc|pyo|wasm|bin|dat|db|sqlite3?|mo|gmo|map|min\.js|min\.css)$/i;
var maxSearchedBytes = 512 * 1024;
function isWorthSearching(path, bytes) {
  return bytes > 8 && bytes <= 64 * 2 ** 20 && !published.test(path) && !noText.test(path);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isWorthSearching,
  maxSearchedBytes
});
