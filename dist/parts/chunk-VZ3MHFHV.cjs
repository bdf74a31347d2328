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
  isFingerprint: () => isFingerprint,
  isSecret: () => isSecret,
  isSecretName: () => isSecretName,
  looksRandom: () => looksRandom,
  redacted: () => redacted,
  secretIn: () => secretIn,
  secretValues: () => secretValues
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var secretName = /(?:^|[_.-])(?:password|passwd|passphrase|pword|pwd|secret|secrets|token|credential|credentials|auth|apikey|(?:api|access|secret|private|signing|encryption|deploy|license)[_-]?key)(?:[_.-]|$)|(?:password|passwd)$/i;
var harmlessName = /(?:^|[_.-])public(?:[_.-]|$)|[_.-](?:file|path|dir|url|uri|host|port|user|username|name|id|ttl|timeout|expires?|enabled|method|type|algorithm|version)$/i;
var secretValues = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----END))*/, "a private key"],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, "an AWS access key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, "a GitHub token"],
  [/\bgithub_pat_[A-Za-z0-9_]{60,}/, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, "a GitLab token"],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\bnpm_[A-Za-z0-9]{36,}/, "an npm token"],
  [/\bpypi-AgE[A-Za-z0-9_-]{20,}/, "a PyPI token"],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, "a Docker Hub token"],
  [/\bsk_live_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bAIza[0-9A-Za-z_-]{35,}/, "a Google API key"],
  [/\bhf_[A-Za-z0-9]{34,}/, "a Hugging Face token"],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/$]{1,100}:[^\s@/$]{1,200}@/i, "a URL with a password"]
];
function isSecretName(name) {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  return secretName.test(spaced) && !harmlessName.test(spaced);
}
function isFingerprint(value) {
  return /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})$/.test(value.replaceAll(" ", ""));
}
function looksRandom(value) {
  if (!/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/_=-]{16,}$/.test(value)) return false;
  const kinds = value.replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A").replace(/\d/g, "0");
  const turns = Array.from(kinds).filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  const ofWords = (kinds.match(/a{3,}/g) ?? []).join("").length;
  return turns >= value.length / 4 && ofWords <= value.length * 0.4;
}
function secretIn(value) {
  return secretValues.find(([pattern]) => pattern.test(value))?.[1];
}
function redacted(value) {
  return `${value.length} ${value.length === 1 ? "character" : "characters"}, not shown`;
}
function isSecret(name, value) {
  return value !== "" && (isSecretName(name) && !isFingerprint(value) || secretIn(value) !== void 0);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isFingerprint,
  isSecret,
  isSecretName,
  looksRandom,
  redacted,
  secretIn,
  secretValues
});
