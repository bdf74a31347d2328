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
  redactor: () => redactor
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
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
  const given = linesOf(declared);
  const known = [.../* @__PURE__ */ new Set([...linesOf(secrets), ...given])];
  const anywhere = known.filter(isTelling);
  const alone = known.filter((value) => !isTelling(value) && (isOdd.test(value) || given.includes(value)));
  const whole = [
    ...anywhere.flatMap((value) => formsOf(value).whole.map((form) => findWhole(form, (0, import_chunk_6JRNSUDS.redactValue)(value)))),
    ...alone.filter(({ length }) => length >= minDeclaredChars).map(findAlone)
  ].sort((a, b) => b.chars - a.chars);
  const digits = findDigits([...anywhere, ...alone]);
  return (text) => (0, import_chunk_6JRNSUDS.redactText)(digits(whole.reduce((rest, { take }) => take(rest), text)));
}
function linesOf(values) {
  const lines = [...values].flatMap((value) => [value, ...value.split(/\r?\n/)]);
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}
function findWhole(form, shown) {
  const flat = form.replace(lineBreaks, "");
  const take = (text) => {
    if (text.length < flat.length) return text;
    if (!text.includes("\n")) return text.replaceAll(flat, () => shown);
    return takeRanges(text, (joined) => occurrences(joined, flat, shown));
  };
  return { chars: flat.length, take };
}
function findAlone(value) {
  const escaped = value.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const pattern = new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`, "g");
  return { chars: value.length, take: (text) => text.replace(pattern, () => (0, import_chunk_6JRNSUDS.redactValue)(value)) };
}
function findDigits(values) {
  const short = [];
  const pieces = /* @__PURE__ */ new Map();
  for (const value of values.toSorted((a, b) => a.length - b.length)) {
    const shown = (0, import_chunk_6JRNSUDS.redactValue)(value);
    for (const form of formsOf(value).digits) {
      if (form.length >= minDigits && form.length < pieceDigits) short.push(findWhole(form, shown));
      for (let at = 0; at + pieceDigits <= form.length; at += 1) pieces.set(form.slice(at, at + pieceDigits), shown);
    }
  }
  return (text) => takeRanges(
    short.reduce((rest, { take }) => take(rest), text),
    (joined) => runsOf(joined, pieces)
  );
}
function occurrences(text, form, shown) {
  const ranges = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
    ranges.push({ start, end: start + form.length, shown });
  return ranges;
}
function runsOf(text, pieces) {
  const ranges = [];
  const pieceAt = (at) => pieces.get(text.slice(at, at + pieceDigits));
  for (let start = 0; start + pieceDigits <= text.length; start += 1) {
    const shown = pieceAt(start);
    if (shown === void 0) continue;
    let last = start;
    while (pieceAt(last + 1) === shown) last += 1;
    ranges.push({ start, end: last + pieceDigits, shown });
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
  for (const { start, end, shown } of ranges) {
    const [from = 0, last = 0] = [places[start], places[end - 1]];
    const breaks = text.slice(from, last).match(lineBreaks) ?? [];
    rest += text.slice(done, from) + shown + breaks.join("");
    done = last + 1;
  }
  return rest + text.slice(done);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  redactor
});
