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
  isRedacted: () => isRedacted,
  redactNamed: () => redactNamed,
  redactPair: () => redactPair,
  redactText: () => redactText,
  redactValue: () => redactValue,
  redactWords: () => redactWords
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var shown = /^\(\d+ characters?, not shown\)$/;
function isRedacted(value) {
  return shown.test(value);
}
function redactValue(value) {
  return shown.test(value) ? value : `(${(0, import_chunk_VZ3MHFHV.redacted)(value)})`;
}
function redactPair(pair) {
  const equals = pair.indexOf("=");
  return equals < 0 ? pair : `${pair.slice(0, equals)}=${redactNamed(pair.slice(0, equals), pair.slice(equals + 1))}`;
}
function redactNamed(name, value) {
  return (0, import_chunk_VZ3MHFHV.isSecret)(name, value) ? redactValue(value) : value;
}
function redactText(text) {
  return withoutForms(withoutHeaders(withoutWords(withoutPairs(withoutArguments(text)))));
}
function redactWords(words) {
  return words.map((word, index) => {
    const option = /^--?([A-Za-z][\w-]*)$/.exec(words[index - 1] ?? "")?.[1];
    return option !== void 0 && (0, import_chunk_VZ3MHFHV.isSecretName)(option) && !word.startsWith("-") ? redactValue(word) : redactText(word);
  });
}
function withoutArguments(text) {
  return text.replace(
    /(^|\s)\|(\d{1,4}) (.*?)(?=\s(?:\/\S+ -|\/bin\/)|$)/s,
    (_, before, count, given2) => {
      const pairs = given2.split(/\s(?=[A-Za-z_]\w*=)/);
      const isClear = pairs.length === Number(count);
      const shownPairs = pairs.map((pair) => isClear ? redactPair(pair) : `${pair.split("=")[0]}=(not shown)`);
      return `${before}|${count} ${shownPairs.join(" ")}`;
    }
  );
}
var given = /("[^"]*"|'[^']*'|[^\s"';&|()]+)/.source;
var assignments = new RegExp(`(?<![\\w.-])(-{0,2}([A-Za-z_][\\w.-]*)=)${given}`, "g");
var options = new RegExp(`(?<![\\w.-])(--?([A-Za-z_][\\w.-]*)[ \\t]+)(?!-)${given}`, "g");
function withoutPairs(text) {
  return text.replace(assignments, withoutValue).replace(options, withoutValue);
}
function withoutValue(all, head, name, value) {
  const bare = value.replace(/^(["'])(.*)\1$/s, "$2");
  const isHarmless = bare === "" || /^\$\{?\w+\}?$/.test(bare) || (0, import_chunk_VZ3MHFHV.isFingerprint)(bare) || shown.test(bare) || /^(?:id|src|env)=/.test(bare);
  return (0, import_chunk_VZ3MHFHV.isSecretName)(name) && !isHarmless ? `${head}${redactValue(bare)}` : all;
}
function withoutWords(text) {
  return text.replace(
    /(?<="--?([A-Za-z][\w-]*)",\s?")((?:[^"\\]|\\.)+)(?=")/g,
    (value, option) => (0, import_chunk_VZ3MHFHV.isSecretName)(option) && !value.startsWith("-") ? redactValue(value) : value
  );
}
function withoutHeaders(text) {
  return text.replace(
    /\b(authorization:\s*(?:bearer|basic|token)\s+)(?!\(\d+ characters?, not shown\))([^\s"'\\]+)/gi,
    (_, head, value) => `${head}${redactValue(value)}`
  );
}
var forms = import_chunk_VZ3MHFHV.secretValues.map(([form]) => new RegExp(form.source, `${form.flags}g`));
function withoutForms(text) {
  return forms.reduce((rest, form) => rest.replace(form, (value) => redactValue(value)), text);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isRedacted,
  redactNamed,
  redactPair,
  redactText,
  redactValue,
  redactWords
});
