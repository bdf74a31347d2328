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
  isSecretFile: () => isSecretFile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var secretFile = /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.netrc|_netrc|\.pypirc|\.npmrc|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|\.config\/gcloud\/[^/]*credentials[^/]*|\.cargo\/credentials(?:\.toml)?|\.vault-token|\.pgpass|\.my\.cnf|\.env(?:\.local|\.production)?|[^/]*\.(?:p12|pfx|jks|keystore|kdbx|ppk))$/;
var secretEndings = /* @__PURE__ */ new Set(["p12", "pfx", "jks", "keystore", "kdbx", "ppk"]);
function mayNameSecrets(path) {
  const at = path.lastIndexOf("/") + 1;
  const first = path[at];
  if (first === "." || first === "_") return true;
  if (first === "i" && path.startsWith("id_", at)) return true;
  if (path.startsWith("config", at) || path.includes("credentials", at)) return true;
  return secretEndings.has(path.slice(path.lastIndexOf(".") + 1));
}
function isSecretFile(path) {
  return mayNameSecrets(path) && secretFile.test(path) && !/\/(?:node_modules|site-packages|dist-packages)\//.test(path);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isSecretFile
});
