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
  familiarReference: () => familiarReference,
  formatReference: () => formatReference,
  parseReference: () => parseReference,
  readReference: () => readReference,
  withDefaultTag: () => withDefaultTag
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var defaultDomain = "docker.io";
var maxPathCharacters = 255;
var hexCharacters = { sha256: 64, sha384: 96, sha512: 128 };
var domainPart = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
var domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
var pathPart = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
var digest = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
var grammar = new RegExp(
  `^(?:(${domain})/)?(${pathPart}(?:/${pathPart})*)(?::(\\w[\\w.-]{0,127}))?(?:@(${digest}))?$`
);
var maxCharacters = 1024;
function splitReference(text) {
  if (text === "") return "the name is empty";
  const match = text.length <= maxCharacters ? grammar.exec(text) : null;
  if (!match) {
    const lower = text.length <= maxCharacters && grammar.test(text.toLowerCase());
    return lower ? "the repository name must be lower case" : "the name has not the form of an image reference";
  }
  const [, domainText = "", path = "", tag = null, digestText = null] = match;
  if (path.length > maxPathCharacters) return `the repository name is longer than ${maxPathCharacters} characters`;
  const wrong = digestText === null ? void 0 : checkDigest(digestText);
  return wrong ?? { domain: domainText, path, tag, digest: digestText };
}
function checkDigest(text) {
  const [algorithm = "", hex = ""] = text.split(":");
  const length = Object.hasOwn(hexCharacters, algorithm) ? hexCharacters[algorithm] : void 0;
  if (length === void 0) return `the digest algorithm ${algorithm} is not supported`;
  if (hex.length !== length) return `a ${algorithm} digest has ${length} hexadecimal digits, not ${hex.length}`;
  return /^[a-f0-9]+$/.test(hex) ? void 0 : "a digest is written in lower case";
}
function readReference(text) {
  if (/^[a-f0-9]{64}$/.test(text)) return "a name cannot be 64 hexadecimal digits, which is an image ID";
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  const isDomain = first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase();
  const written = isDomain ? first : defaultDomain;
  const known = written === "index.docker.io" ? defaultDomain : written;
  const rest = isDomain ? text.slice(slash + 1) : text;
  const remote = known === defaultDomain && !rest.includes("/") ? `library/${rest}` : rest;
  const name = /^[^:@]*/.exec(remote)?.[0] ?? "";
  if (name !== name.toLowerCase()) return `the repository name ${name} must be lower case`;
  const split = splitReference(`${known}/${remote}`);
  if (typeof split === "string") return text === "" ? "the name is empty" : split;
  return split.domain === "" ? "the name has not the form of an image reference" : split;
}
function parseReference(text) {
  const reference = readReference(text);
  if (typeof reference !== "string") return reference;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "image-reference",
    message: `${JSON.stringify(text)} names no image: ${reference}.`,
    expected: "[REGISTRY/]REPOSITORY[:TAG][@DIGEST]",
    got: text,
    hint: "Correct the name of the image."
  });
}
function formatReference(reference) {
  return suffixed(`${reference.domain}/${reference.path}`, reference);
}
function familiarReference(reference) {
  const { domain: registry, path } = reference;
  if (registry !== defaultDomain) return suffixed(`${registry}/${path}`, reference);
  const official = /^library\/([^/]+)$/.exec(path)?.[1];
  return suffixed(official ?? path, reference);
}
function suffixed(name, { tag, digest: digestText }) {
  return `${name}${tag === null ? "" : `:${tag}`}${digestText === null ? "" : `@${digestText}`}`;
}
function withDefaultTag(reference) {
  return reference.tag === null && reference.digest === null ? { ...reference, tag: "latest" } : reference;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  familiarReference,
  formatReference,
  parseReference,
  readReference,
  withDefaultTag
});
