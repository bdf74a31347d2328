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
  redactWords: () => redactWords,
  redactor: () => redactor
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_AJEILISG = require("./chunk-AJEILISG.cjs");
var shown = /^\(\d+ characters?, not shown\)$/;
function isRedacted(value) {
  return shown.test(value);
}
function redactValue(value) {
  return shown.test(value) ? value : `(${(0, import_chunk_AJEILISG.redacted)(value)})`;
}
function redactPair(pair) {
  const equals = pair.indexOf("=");
  return equals < 0 ? pair : `${pair.slice(0, equals)}=${redactNamed(pair.slice(0, equals), pair.slice(equals + 1))}`;
}
function redactNamed(name, value) {
  return (0, import_chunk_AJEILISG.isSecret)(name, value) ? redactValue(value) : value;
}
function redactText(text) {
  return withoutForms(withoutHeaders(withoutWords(withoutPairs(withoutArguments(text)))));
}
function redactWords(words) {
  return words.map((word, index) => {
    const option = /^--?([A-Za-z][\w-]*)$/.exec(words[index - 1] ?? "")?.[1];
    return option !== void 0 && (0, import_chunk_AJEILISG.isSecretName)(option) && !word.startsWith("-") ? redactValue(word) : redactText(word);
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
  const isHarmless = bare === "" || /^\$\{?\w+\}?$/.test(bare) || (0, import_chunk_AJEILISG.isFingerprint)(bare) || shown.test(bare) || /^(?:id|src|env)=/.test(bare);
  return (0, import_chunk_AJEILISG.isSecretName)(name) && !isHarmless ? `${head}${redactValue(bare)}` : all;
}
function withoutWords(text) {
  return text.replace(
    /(?<="--?([A-Za-z][\w-]*)",\s?")((?:[^"\\]|\\.)+)(?=")/g,
    (value, option) => (0, import_chunk_AJEILISG.isSecretName)(option) && !value.startsWith("-") ? redactValue(value) : value
  );
}
function withoutHeaders(text) {
  return text.replace(
    /\b(authorization:\s*(?:bearer|basic|token)\s+)(?!\(\d+ characters?, not shown\))([^\s"'\\]+)/gi,
    (_, head, value) => `${head}${redactValue(value)}`
  );
}
function withoutForms(text) {
  return import_chunk_AJEILISG.secretValues.reduce(
    (rest, [form]) => rest.replace(new RegExp(form.source, `${form.flags}g`), (value) => redactValue(value)),
    text
  );
}
function formsOf(value) {
  const hex = Buffer.from(value).toString("hex");
  const whole = [value, ...percentOf(value), ...quotedOf(value), Array.from(value).toReversed().join("")];
  return { whole: [...new Set(whole)], digits: [.../* @__PURE__ */ new Set([...base64Of(value), hex, hex.toUpperCase()])] };
}
function percentOf(value) {
  if (new RegExp("\\p{Surrogate}", "u").test(value)) return [];
  const common = encodeURIComponent(value);
  const strict = common.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return [common, strict].flatMap((text) => {
    const lower = text.replace(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase());
    return [text, text.replaceAll("%20", "+"), lower, lower.replaceAll("%20", "+")];
  });
}
function quotedOf(value) {
  return [
    value.replaceAll("'", "'\\''"),
    value.replaceAll("'", `'"'"'`),
    value.replace(/["$`\\!]/g, "\\$&"),
    value.replace(/["$`\\]/g, "\\$&"),
    value.replace(/[^\w@%+=:,./-]/g, "\\$&"),
    JSON.stringify(value).slice(1, -1)
  ];
}
function base64Of(value) {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").replace(/=+$/, "");
    const first = Math.ceil(offset * 8 / 6);
    const last = Math.floor((offset + bytes.length) * 8 / 6);
    const own = digits.slice(first, last);
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
var tellsApart = /^(?!\/|\(\d+ character)(?:(?=.{8,})(?=.*[A-Za-z])(?=.*[^a-z])|[^\s/]{16,}$)/s;
var isOdd = /^(?!\(\d+ character)(?=.*[A-Za-z])(?=.*[^A-Za-z/])\S{6,7}$/;
var minDeclaredChars = 4;
var pieceDigits = 16;
var minDigits = 8;
function isTelling(value) {
  return tellsApart.test(value);
}
function redactor(secrets, declared = []) {
  const given2 = linesOf(declared);
  const known = [.../* @__PURE__ */ new Set([...linesOf(secrets), ...given2])];
  const anywhere = known.filter(isTelling);
  const alone = known.filter((value) => !isTelling(value) && (isOdd.test(value) || given2.includes(value)));
  const whole = [
    ...anywhere.flatMap((value) => formsOf(value).whole.map((form) => findWhole(form, redactValue(value)))),
    ...alone.filter(({ length }) => length >= minDeclaredChars).map(findAlone)
  ].sort((a, b) => b.chars - a.chars);
  const digits = findDigits([...anywhere, ...alone]);
  return (text) => redactText(digits(whole.reduce((rest, { take }) => take(rest), text)));
}
function linesOf(values) {
  const lines = [...values].flatMap((value) => [value, ...value.split(/\r?\n/)]);
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}
function findWhole(form, shown2) {
  const flat = form.replace(lineBreaks, "");
  const take = (text) => {
    if (text.length < flat.length) return text;
    if (!text.includes("\n")) return text.replaceAll(flat, () => shown2);
    return takeRanges(text, (joined) => occurrences(joined, flat, shown2));
  };
  return { chars: flat.length, take };
}
function findAlone(value) {
  const escaped = value.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const pattern = new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`, "g");
  return { chars: value.length, take: (text) => text.replace(pattern, () => redactValue(value)) };
}
function findDigits(values) {
  const short = [];
  const pieces = /* @__PURE__ */ new Map();
  for (const value of values.toSorted((a, b) => a.length - b.length)) {
    const shown2 = redactValue(value);
    for (const form of formsOf(value).digits) {
      if (form.length >= minDigits && form.length < pieceDigits) short.push(findWhole(form, shown2));
      for (let at = 0; at + pieceDigits <= form.length; at += 1) pieces.set(form.slice(at, at + pieceDigits), shown2);
    }
  }
  return (text) => takeRanges(
    short.reduce((rest, { take }) => take(rest), text),
    (joined) => runsOf(joined, pieces)
  );
}
function occurrences(text, form, shown2) {
  const ranges = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
    ranges.push({ start, end: start + form.length, shown: shown2 });
  return ranges;
}
function runsOf(text, pieces) {
  const ranges = [];
  const pieceAt = (at) => pieces.get(text.slice(at, at + pieceDigits));
  for (let start = 0; start + pieceDigits <= text.length; start += 1) {
    const shown2 = pieceAt(start);
    if (shown2 === void 0) continue;
    let last = start;
    while (pieceAt(last + 1) === shown2) last += 1;
    ranges.push({ start, end: last + pieceDigits, shown: shown2 });
    start = last + pieceDigits - 1;
  }
  return ranges;
}
var lineBreaks = /[\r\n]+/g;
function takeRanges(text, find) {
  const ranges = find(text.includes("\n") ? text.replace(lineBreaks, "") : text);
  if (ranges.length === 0) return text;
  const places = [];
  for (let at = 0; at < text.length; at += 1) if (text[at] !== "\n" && text[at] !== "\r") places.push(at);
  let rest = "";
  let done = 0;
  for (const { start, end, shown: shown2 } of ranges) {
    const [from = 0, last = 0] = [places[start], places[end - 1]];
    const breaks = text.slice(from, last).match(lineBreaks) ?? [];
    rest += text.slice(done, from) + shown2 + breaks.join("");
    done = last + 1;
  }
  return rest + text.slice(done);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isRedacted,
  redactNamed,
  redactPair,
  redactText,
  redactValue,
  redactWords,
  redactor
});
