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
  WordError: () => WordError,
  errorAt: () => errorAt,
  expandHeredoc: () => expandHeredoc,
  expandToWords: () => expandToWords,
  expandWord: () => expandWord,
  formatDurationNs: () => formatDurationNs,
  heredocBody: () => heredocBody,
  isHeredocMark: () => isHeredocMark,
  mountFields: () => mountFields,
  parseDockerfile: () => parseDockerfile,
  parseTrigger: () => parseTrigger
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var WordError = class extends Error {
  name = "WordError";
};
var endOfWord = "";
var deepestNesting = 100;
function startCursor(word, variables, options) {
  return {
    word: word.startsWith("\uFEFF") ? word.slice(1) : word,
    variables,
    options,
    unmatched: void 0,
    at: 0,
    depth: 0,
    keepEscapes: options.keepEscapes ?? false
  };
}
function peekCharacter({ word, at }) {
  return word.charAt(at);
}
function nextCharacter(cursor) {
  const character = cursor.word.charAt(cursor.at);
  cursor.at += 1;
  return character;
}
function readTo(cursor, set) {
  const { word, at } = cursor;
  set.lastIndex = at;
  cursor.at = set.test(word) ? set.lastIndex - 1 : Math.max(at, word.length);
  return word.slice(at, cursor.at);
}
function nested(cursor, read) {
  cursor.depth += 1;
  if (cursor.depth > deepestNesting) throw new WordError(`substitutions nested deeper than ${deepestNesting}`);
  const result = read();
  cursor.depth -= 1;
  return result;
}
function lookUp(cursor, name) {
  const value = cursor.variables.get(name);
  if (value === void 0) (cursor.unmatched ??= /* @__PURE__ */ new Set()).add(name);
  return value;
}
var Refusal = class extends Error {
  name = "Refusal";
  /** What would have been right. */
  expected;
  constructor(message, expected) {
    super(message);
    this.expected = expected;
  }
};
function withoutRoom(list) {
  return list.length < 16 ? list.slice() : list;
}
var flagsOf = {
  FROM: { platform: "text" },
  RUN: { mount: "texts", network: "text", security: "text", device: "texts" },
  COPY: { from: "text", chown: "text", chmod: "text", link: "switch", parents: "switch", exclude: "texts" },
  ADD: {
    chown: "text",
    chmod: "text",
    link: "switch",
    "keep-git-dir": "switch",
    checksum: "text",
    unpack: "switch",
    exclude: "texts"
  },
  HEALTHCHECK: {
    interval: "text",
    timeout: "text",
    "start-period": "text",
    "start-interval": "text",
    retries: "text"
  }
};
function readFlags(keyword, written) {
  if (written.length === 0) return written;
  const known2 = flagsOf[keyword] ?? {};
  for (let index = 0; index < written.length; index += 1) {
    const flag = written[index] ?? "";
    const equals = flag.indexOf("=");
    const name = flag.slice(2, equals < 0 ? flag.length : equals);
    const kind = Object.hasOwn(known2, name) ? known2[name] : void 0;
    if (!kind) throw new Refusal(`${keyword} has no flag --${name}.`, describe(known2));
    if (index > 0 && kind !== "texts" && givenFlag(written.slice(0, index), name) !== null)
      throw new Refusal(`--${name} is given twice.`, `one --${name}`);
    checkValue(name, kind, equals < 0 ? void 0 : flag.slice(equals + 1));
  }
  return written;
}
function givenFlag(flags, name) {
  for (const flag of flags) if (isNamed(flag, name)) return valueOf(flag, name);
  return null;
}
function textFlag(flags, name) {
  return givenFlag(flags, name) || null;
}
var none = [];
function textsFlag(flags, name) {
  let values;
  for (const flag of flags) if (isNamed(flag, name)) (values ??= []).push(valueOf(flag, name));
  return values ? withoutRoom(values) : none;
}
function switchFlag(flags, name) {
  const value = givenFlag(flags, name);
  return value === null ? null : /^(?:true)?$/i.test(value);
}
function isNamed(flag, name) {
  const end = name.length + 2;
  return flag.startsWith(name, 2) && (flag.length === end || flag.charAt(end) === "=");
}
function valueOf(flag, name) {
  return flag.slice(name.length + 3);
}
function checkValue(name, kind, value) {
  if (kind !== "switch" && value === void 0) throw new Refusal(`--${name} lacks a value.`, `--${name}=VALUE`);
  if (kind === "switch" && value !== void 0 && !/^(true|false)$/i.test(value))
    throw new Refusal(`--${name} is true or false, not ${JSON.stringify(value)}.`, `--${name}=true`);
}
function describe(known2) {
  const names = Object.keys(known2);
  return names.length > 0 ? `one of ${names.map((name) => `--${name}`).join(", ")}` : "no flags";
}
function readPattern(text) {
  const steps = [];
  const characters = (0, import_chunk_6HMITL4P.codePoints)(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    const next = characters[at + 1];
    if (character === "*") {
      if (steps.at(-1)?.kind !== "run") steps.push({ kind: "run" });
    } else if (character === "?") steps.push({ kind: "any" });
    else if (character !== "\\") steps.push({ kind: "exactly", character });
    else if (next === "}" || next === "/") continue;
    else if (next === "*" || next === "?" || next === "\\") {
      steps.push({ kind: "exactly", character: next });
      at += 1;
    } else return `invalid escape '\\${next ?? ""}'`;
  }
  return steps;
}
function matchPattern(pattern, text, { greedy, anchored, from = 0 }) {
  let threads = [];
  let found;
  for (let at = from; at <= text.length; at += 1) {
    const seeded = !found && (at === from || !anchored) ? [...threads, { step: 0, start: at }] : threads;
    const alive = follow(pattern, seeded, greedy);
    const next = [];
    for (const thread of alive) {
      if (thread.step === pattern.length) {
        found = { start: thread.start, end: at };
        break;
      }
      const advanced = consume(pattern, thread, text[at]);
      if (advanced) next.push(advanced);
    }
    threads = next;
    if (threads.length === 0 && (found || anchored)) break;
  }
  return found;
}
function follow(pattern, threads, greedy) {
  const waiting = [];
  const seen = /* @__PURE__ */ new Set();
  const add = ({ step, start }) => {
    if (seen.has(step)) return;
    seen.add(step);
    const here = { step, start };
    if (pattern[step]?.kind !== "run") {
      waiting.push(here);
      return;
    }
    if (greedy) waiting.push({ ...here, inRun: true });
    add({ step: step + 1, start });
    if (!greedy) waiting.push({ ...here, inRun: true });
  };
  for (const thread of threads) add(thread);
  return waiting;
}
function consume(pattern, thread, character) {
  const step = pattern[thread.step];
  if (character === void 0 || !step) return void 0;
  if (step.kind === "exactly")
    return step.character === character ? { step: thread.step + 1, start: thread.start } : void 0;
  if (character === "\n") return void 0;
  return { step: thread.inRun ? thread.step : thread.step + 1, start: thread.start };
}
var maxSteps = 2e6;
function substitute(cursor, read) {
  nextCharacter(cursor);
  if (peekCharacter(cursor) === "{") return nested(cursor, () => substituteBraced(cursor, read));
  const name = readName(cursor);
  if (!name) return "$";
  return lookUp(cursor, name) ?? (cursor.options.keepUnset ? `$${name}` : "");
}
function substituteBraced(cursor, read) {
  nextCharacter(cursor);
  const first = peekCharacter(cursor);
  if (first === endOfWord) throw new WordError("syntax error: missing '}'");
  if ("{}:".includes(first)) throw new WordError("syntax error: bad substitution");
  const name = readName(cursor);
  const modifier = nextCharacter(cursor);
  if (modifier === "}") return lookUp(cursor, name) ?? (cursor.options.keepUnset ? `\${${name}}` : "");
  if (modifier === "/") return substituteReplaced(cursor, read, name);
  if (modifier === ":") return substituteModified(cursor, read, name, nextCharacter(cursor), ":");
  if (modifier !== endOfWord && "+-?#%".includes(modifier)) return substituteModified(cursor, read, name, modifier, "");
  const shown = modifier && String.fromCodePoint(cursor.word.codePointAt(cursor.at - 1) ?? 0);
  throw new WordError(`unsupported modifier (${shown}) in substitution`);
}
function substituteModified(cursor, read, name, modifier, colon) {
  const trims = modifier === "#" || modifier === "%";
  const word = readPart(cursor, read, "}", trims);
  const value = lookUp(cursor, name);
  if (value === void 0 && cursor.options.keepUnset) return `\${${name}${colon}${modifier}${word}}`;
  const counts = value !== void 0 && !(colon && value === "");
  if (modifier === "-") return counts ? value : word;
  if (modifier === "+") return counts ? word : "";
  if (trims) return trimPattern(value ?? "", word, modifier);
  if (modifier !== "?") throw new WordError(`unsupported modifier (${colon}${modifier}) in substitution`);
  if (counts) return value;
  throw new WordError(`${name}: ${word || `is not allowed to be ${value === void 0 ? "unset" : "empty"}`}`);
}
function readPart(cursor, read, stop, keepEscapes) {
  try {
    return read(cursor, stop, keepEscapes);
  } catch (error) {
    if (!(error instanceof WordError) || peekCharacter(cursor) !== endOfWord) throw error;
    throw new WordError(`syntax error: missing '${stop}'${stop === "/" ? " in ${}" : ""}`, { cause: error });
  }
}
function trimPattern(value, word, modifier) {
  const greedy = word.startsWith(modifier);
  const text = greedy ? word.slice(1) : word;
  const steps = patternOf(modifier === "%" ? reversedPattern(text) : text);
  const characters = modifier === "%" ? (0, import_chunk_6HMITL4P.codePoints)(value).toReversed() : (0, import_chunk_6HMITL4P.codePoints)(value);
  limitWork(steps, characters.length);
  const match = matchPattern(steps, characters, { greedy, anchored: true });
  const rest = characters.slice(match?.end ?? 0);
  return (modifier === "%" ? rest.toReversed() : rest).join("");
}
function reversedPattern(text) {
  return (text.match(/\\[^]|[^]/gu) ?? []).toReversed().join("");
}
function substituteReplaced(cursor, read, name) {
  const everywhere = peekCharacter(cursor) === "/";
  if (everywhere) nextCharacter(cursor);
  const pattern = readPart(cursor, read, "/", true);
  const replacement = readPart(cursor, read, "}", true);
  const value = lookUp(cursor, name);
  if (value === void 0 && cursor.options.keepUnset) return `\${${name}/${pattern}/${replacement}}`;
  return replacePattern(value ?? "", patternOf(pattern), replacement, everywhere);
}
function replacePattern(value, steps, replacement, everywhere) {
  const characters = (0, import_chunk_6HMITL4P.codePoints)(value);
  limitWork(steps, characters.length);
  let text = "";
  let copied = 0;
  let from = 0;
  while (from <= characters.length) {
    const match = matchPattern(steps, characters, { greedy: true, anchored: false, from });
    if (!match) break;
    const matched = characters.slice(match.start, match.end).join("");
    const adjacent = match.end === match.start && match.start === copied && copied > 0;
    if (!adjacent) {
      text += characters.slice(copied, match.start).join("") + (everywhere ? template(replacement, matched) : replacement);
      copied = match.end;
    }
    if (!everywhere) break;
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return text + characters.slice(copied).join("");
}
function template(replacement, matched) {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare, braced) => {
    if (whole === "$$") return "$";
    return /^0+$/.test(bare ?? braced ?? "") ? matched : "";
  });
}
function limitWork(steps, characters) {
  if (steps.length * characters > maxSteps) throw new WordError("the pattern is too long for its value");
}
function patternOf(text) {
  const steps = readPattern(text);
  if (typeof steps === "string") throw new WordError(`invalid pattern (${text}) in substitution: ${steps}`);
  return steps;
}
function readName(cursor) {
  const first = peekCharacter(cursor);
  if (first !== endOfWord && "@*#?-$!".includes(first)) return nextCharacter(cursor);
  const isDigit = /^\d/.test(first);
  const name = matchHere(cursor, isDigit ? digits : letters);
  const next = cursor.word.charCodeAt(cursor.at + name.length);
  const whole = next < 128 || Number.isNaN(next) ? name : matchHere(cursor, isAnyDigit(cursor) ? anyDigits : anyLetters);
  cursor.at += whole.length;
  return whole;
}
var digits = /[0-9]*/y;
var letters = /[A-Za-z0-9_]*/y;
var anyDigits = new RegExp("\\p{Nd}*", "uy");
var anyLetters = /[\p{L}\p{Nd}_]*/uy;
function matchHere({ word, at }, pattern) {
  pattern.lastIndex = at;
  return pattern.exec(word)?.[0] ?? "";
}
var isAnyDigit = (cursor) => matchHere(cursor, anyDigits) !== "";
var singleQuote = /'/g;
var specialInDouble = /["$\\`]/g;
function readSingleQuoted(cursor) {
  const quote = cursor.options.keepQuotes ? "'" : "";
  nextCharacter(cursor);
  const text = readTo(cursor, singleQuote);
  if (nextCharacter(cursor) === endOfWord)
    throw new WordError("unexpected end of statement while looking for matching single-quote");
  return quote + text + quote;
}
function readDoubleQuoted(cursor, read) {
  const quote = cursor.options.keepQuotes ? '"' : "";
  let text = quote;
  nextCharacter(cursor);
  for (; ; ) {
    text += readTo(cursor, specialInDouble);
    if (peekCharacter(cursor) === "$") {
      text += substitute(cursor, read);
      continue;
    }
    const character = nextCharacter(cursor);
    if (character === endOfWord)
      throw new WordError("unexpected end of statement while looking for matching double-quote");
    if (character === '"') return text + quote;
    text += character === cursor.options.escape ? readQuotedEscape(cursor) : character;
  }
}
function readQuotedEscape(cursor) {
  const { escape: escape2 } = cursor.options;
  const kept = cursor.keepEscapes ? escape2 : "";
  const next = peekCharacter(cursor);
  if (next === endOfWord) return kept;
  return kept + (next === '"' || next === "$" || next === escape2 ? nextCharacter(cursor) : escape2);
}
function newWordList() {
  const words = [];
  let word = "";
  return {
    split: (text) => {
      const [first = "", ...more] = (0, import_chunk_6HMITL4P.splitSpaces)(text);
      word += first;
      for (const next of more) {
        if (word) words.push(word);
        word = next;
      }
    },
    join: (text) => {
      word += text;
    },
    all: () => word ? [...words, word] : words
  };
}
var noNames = /* @__PURE__ */ new Set();
var mayHoldSpecial = /[$'"\\`<\uFEFF]/;
function expandWord(word, variables, options) {
  const cursor = mayHoldSpecial.test(word) ? startCursor(word, variables, options) : void 0;
  const text = cursor ? readUntil(cursor, void 0, cursor.keepEscapes) : word;
  if (options.meter) options.meter.leftCharacters -= text.length;
  return { text, unmatched: cursor?.unmatched ?? noNames };
}
function expandToWords(word, variables, options) {
  if (!mayHoldSpecial.test(word)) {
    if (options.meter) options.meter.leftCharacters -= word.length;
    return (0, import_chunk_6HMITL4P.splitSpaces)(word).filter((part) => part !== "");
  }
  const cursor = startCursor(word, variables, options);
  const words = newWordList();
  const text = readUntil(cursor, void 0, cursor.keepEscapes, words);
  if (options.meter) options.meter.leftCharacters -= text.length;
  return words.all();
}
function splitWords(text, options) {
  return expandToWords(text, noVariables, { ...options, keepUnset: true });
}
var noVariables = /* @__PURE__ */ new Map();
var special = { none: /[$'"\\`<]/g, "}": /[$'"\\`<}]/g, "/": /[$'"\\`</]/g };
function readUntil(cursor, stop, keepEscapes, words) {
  const outer = cursor.keepEscapes;
  cursor.keepEscapes = keepEscapes;
  let text = "";
  for (; ; ) {
    const plain = readTo(cursor, special[stop ?? "none"]);
    text += plain;
    words?.split(plain);
    const next = peekCharacter(cursor);
    if (next === endOfWord || next === stop) break;
    const read = readSpecial(cursor, next);
    if (read === void 0) text += readEscaped(cursor, words);
    else {
      text += read;
      if (text.length > (cursor.options.meter?.leftCharacters ?? Infinity))
        throw new WordError("the values expand to too much text");
      if (next === "$") words?.split(read);
      else words?.join(read);
    }
  }
  if (stop !== void 0 && nextCharacter(cursor) === endOfWord)
    throw new WordError(`unexpected end of statement while looking for matching ${stop}`);
  cursor.keepEscapes = outer;
  return text;
}
function readSpecial(cursor, next) {
  if (next === "$") return substitute(cursor, readUntil);
  if (cursor.options.ignoreQuotes) return void 0;
  if (next === "'") return readSingleQuoted(cursor);
  if (next === '"') return readDoubleQuoted(cursor, readUntil);
  return next === "<" ? readHeredocMark(cursor) : void 0;
}
function readEscaped(cursor, words) {
  const character = nextCharacter(cursor);
  if (character !== cursor.options.escape) {
    words?.split(character);
    return character;
  }
  const text = (cursor.keepEscapes ? character : "") + nextCharacter(cursor);
  words?.join(text);
  return text;
}
function readHeredocMark(cursor) {
  let text = nextCharacter(cursor);
  if (peekCharacter(cursor) !== "<") return text;
  text += nextCharacter(cursor);
  while ((0, import_chunk_6HMITL4P.isSpaceCode)(cursor.word.charCodeAt(cursor.at))) text += nextCharacter(cursor);
  return text;
}
var escape = "\\";
var plainName = /^\w+$/;
function readHeredocMark2(word) {
  if (!word.includes("<<")) return void 0;
  const match = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return void 0;
  const chomp = match[2] === "-";
  const fileDescriptor = Math.min(Number(match[1]), Number.MAX_SAFE_INTEGER);
  if (plainName.test(rest)) return { name: rest, expand: true, chomp, fileDescriptor };
  const [name, ...more] = splitWords(rest, { escape });
  if (name === void 0 || more.length > 0) return void 0;
  const [quoted = ""] = splitWords(rest, { escape, keepQuotes: true });
  return { name, expand: countQuotes(name) === countQuotes(quoted), chomp, fileDescriptor };
}
function isHeredocMark(word) {
  try {
    return readHeredocMark2(word) !== void 0;
  } catch (error) {
    if (error instanceof WordError) return false;
    throw error;
  }
}
function heredocMarksOf(line) {
  const marks = [];
  for (const word of wordsOf(line)) {
    const mark = readHeredocMark2(word);
    if (mark) marks.push(mark);
  }
  return marks;
}
var quoteOrEscape = /[$'"\\\uFEFF]/;
var plainWords = new RegExp(`(?:<<${import_chunk_6HMITL4P.space.source}*|<|[^<${import_chunk_6HMITL4P.space.source.slice(1)})+`, "g");
function wordsOf(line) {
  if (!quoteOrEscape.test(line)) return line.match(plainWords) ?? [];
  try {
    return splitWords(line, { escape, keepQuotes: true, keepEscapes: true });
  } catch (error) {
    if (error instanceof WordError) return [];
    throw error;
  }
}
function heredocBody({ content, chomp }) {
  return chomp ? content.replace(/(^|\n)\t+/g, "$1") : content;
}
var tab = 9;
function endsHeredoc(line, { name, chomp }) {
  let start = 0;
  if (chomp) while (line.charCodeAt(start) === tab) start += 1;
  return line.startsWith(name, start) && onlyLineEnd.test(line.slice(start + name.length));
}
var onlyLineEnd = /^[\r\n]*$/;
function expandHeredoc(heredoc, variables, meter) {
  const body = heredocBody(heredoc);
  return heredoc.expand ? expandWord(body, variables, { escape, ignoreQuotes: true, meter }).text : body;
}
function countQuotes(text) {
  return text.match(/['"]/g)?.length ?? 0;
}
function readCopy(kind, parts) {
  const { values } = parts;
  const destination = values.at(-1);
  if (destination === void 0 || values.length < 2)
    throw new Refusal(`${kind} requires at least two arguments.`, `${kind} SOURCE … DESTINATION`);
  const flags = readFlags(kind, parts.flags);
  if (isHeredocMark(destination))
    throw new Refusal(`${kind} cannot take a heredoc as its destination.`, `${kind} <<NAME DESTINATION`);
  const written = values.slice(0, -1);
  const mayHoldMarks = parts.form === "json" || parts.text.includes("<<");
  const marks = mayHoldMarks ? written.filter(isHeredocMark) : none2;
  return {
    kind,
    from: textFlag(flags, "from"),
    chown: textFlag(flags, "chown"),
    chmod: textFlag(flags, "chmod"),
    checksum: textFlag(flags, "checksum"),
    link: switchFlag(flags, "link") ?? false,
    parents: switchFlag(flags, "parents") ?? false,
    keepGitDir: switchFlag(flags, "keep-git-dir") ?? false,
    unpack: switchFlag(flags, "unpack"),
    excludes: textsFlag(flags, "exclude"),
    sources: marks.length > 0 ? written.filter((source) => !marks.includes(source)) : written,
    heredocs: marks.length > 0 ? marks.flatMap((mark) => heredocOf(mark, parts.heredocs)) : none2,
    destination
  };
}
var none2 = [];
function heredocOf(source, heredocs) {
  const mark = readHeredocMark2(source);
  if (!mark) return [];
  const content = heredocs.findLast(({ name }) => name === mark.name)?.content ?? "";
  return [{ ...mark, content }];
}
function flagsOf2({ keyword, flags }) {
  return readFlags(keyword, flags);
}
function atLeastOne(keyword, values) {
  if (values.length === 0)
    throw new Refusal(`${keyword} requires at least one argument.`, `${keyword} with an argument`);
  return values;
}
function exactlyOne(keyword, values) {
  const [value] = values;
  if (value === void 0 || values.length > 1)
    throw new Refusal(`${keyword} requires exactly one argument.`, `${keyword} with one argument`);
  return value;
}
function readFrom(parts) {
  const [image, as, alias] = parts.values;
  const named = parts.values.length === 3 && as?.toLowerCase() === "as";
  if (image === void 0 || parts.values.length !== 1 && !named)
    throw new Refusal("FROM requires either one or three arguments.", "FROM IMAGE, or FROM IMAGE AS NAME");
  const name = alias?.toLowerCase() ?? null;
  if (name !== null && !/^[a-z][a-z0-9-_.]*$/.test(name))
    throw new Refusal(`${JSON.stringify(alias)} cannot name a stage.`, "a letter, then letters, digits, -, _ or .");
  return { kind: "FROM", image, name, platform: textFlag(flagsOf2(parts), "platform") };
}
function readArg(parts) {
  const values = atLeastOne("ARG", parts.values);
  const args = values.map((value) => {
    const equals = value.indexOf("=");
    if (equals === 0) throw new Refusal("The name of an ARG is blank.", "ARG NAME or ARG NAME=DEFAULT");
    return equals < 0 ? { name: value, value: null } : { name: value.slice(0, equals), value: value.slice(equals + 1) };
  });
  return { kind: "ARG", args };
}
function readPairs(parts) {
  flagsOf2(parts);
  const values = atLeastOne(parts.keyword, parts.values);
  const pairs = [];
  for (let at = 0; at + 2 < values.length; at += 3) {
    const key = values[at] ?? "";
    if (!key) throw new Refusal(`A name in ${parts.keyword} is blank.`, `${parts.keyword} KEY=VALUE`);
    pairs.push({ key, value: values[at + 1] ?? "", legacy: values[at + 2] === "" });
  }
  return withoutRoom(pairs);
}
var unitNs = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  // U+00B5, micro sign
  μs: 1e3,
  // U+03BC, Greek mu
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 36e11
};
function parseDurationNs(text) {
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text);
  const body = match?.[2];
  if (!match || !body) return void 0;
  let sum = 0;
  for (const [, amount, unit] of body.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (unitNs[unit ?? ""] ?? 0);
  if (sum > 2 ** 63) return void 0;
  return match[1] === "-" ? -Math.trunc(sum) : Math.trunc(sum);
}
function formatDurationNs(duration) {
  if (duration === 0) return "0s";
  if (duration < 1e3) return `${duration}ns`;
  if (duration < 1e6) return `${duration / 1e3}µs`;
  if (duration < 1e9) return `${duration / 1e6}ms`;
  const hours = Math.floor(duration / 36e11);
  const minutes = Math.floor(duration % 36e11 / 6e10);
  const seconds = duration % 6e10 / 1e9;
  return `${hours > 0 ? `${hours}h` : ""}${hours > 0 || minutes > 0 ? `${minutes}m` : ""}${seconds}s`;
}
var millisecondNs = 1e6;
var form = "HEALTHCHECK CMD COMMAND, or HEALTHCHECK NONE";
function readHealthcheck({ flags: written, form: argumentForm, values }) {
  const [type, ...command] = values;
  if (type === void 0) throw new Refusal("HEALTHCHECK requires at least one argument.", form);
  if (type.toUpperCase() === "NONE") {
    if (command.length > 0) throw new Refusal("HEALTHCHECK NONE takes no arguments.", "HEALTHCHECK NONE");
    return healthcheck(["NONE"], 0, 0, 0, 0, 0);
  }
  const flags = readFlags("HEALTHCHECK", written);
  if (type.toUpperCase() !== "CMD") throw new Refusal(`HEALTHCHECK has no type ${JSON.stringify(type)}.`, form);
  if (command.length === 0) throw new Refusal("There is no command after HEALTHCHECK CMD.", form);
  const interval = (name) => readInterval(name, textFlag(flags, name));
  return healthcheck(
    argumentForm === "json" ? ["CMD", ...command] : ["CMD-SHELL", command.join(" ")],
    interval("interval"),
    interval("timeout"),
    interval("start-period"),
    interval("start-interval"),
    readRetries(textFlag(flags, "retries"))
  );
}
function healthcheck(test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries) {
  return { kind: "HEALTHCHECK", test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries };
}
function readInterval(name, text) {
  if (text === null) return 0;
  const duration = parseDurationNs(text);
  if (duration === void 0 || duration !== 0 && duration < millisecondNs)
    throw new Refusal(`--${name} cannot be ${text}.`, "a duration of at least 1ms, such as 30s or 1m30s");
  return duration;
}
function readRetries(text) {
  if (text === null) return 0;
  const retries = Number(text);
  if (!/^\+?\d+$/.test(text) || retries >= 2 ** 31) throw new Refusal(`--retries cannot be ${text}.`, "a whole number");
  return retries;
}
var texts = /* @__PURE__ */ new Map([
  ["type", "type"],
  ["from", "from"],
  ["source", "source"],
  ["src", "source"],
  ["target", "target"],
  ["dst", "target"],
  ["destination", "target"],
  ["id", "id"],
  ["sharing", "sharing"],
  ["mode", "mode"],
  ["uid", "uid"],
  ["gid", "gid"],
  ["size", "size"],
  ["env", "env"]
]);
var switches = /* @__PURE__ */ new Set(["readonly", "ro", "readwrite", "rw"]);
var openMount = (written) => ({
  type: "bind",
  from: null,
  source: null,
  target: null,
  readOnly: true,
  id: null,
  sharing: null,
  required: false,
  mode: null,
  uid: null,
  gid: null,
  size: null,
  env: null,
  written
});
function readMount(written) {
  const mount = openMount(written);
  let readOnly;
  for (const option of readCsv(written)) {
    const equals = option.indexOf("=");
    const key = keyOf(option, equals);
    const value = equals < 0 ? void 0 : option.slice(equals + 1);
    const name = texts.get(key);
    if (name === "type") mount.type = value?.toLowerCase() ?? mount.type;
    else if (name) mount[name] = value === void 0 ? mount[name] : value || null;
    else if (key === "required") mount.required = isTrue(value);
    else if (switches.has(key)) readOnly = key.startsWith("reado") || key === "ro" ? isTrue(value) : !isTrue(value);
  }
  if (mount.from !== null && /\$./.test(mount.from))
    throw new WordError("from cannot hold a variable: name a stage with FROM instead");
  if (mount.sharing !== null) mount.sharing = mount.sharing.toLowerCase();
  mount.readOnly = readOnly ?? (mount.type !== "cache" && mount.type !== "tmpfs");
  return mount;
}
function mountFields({ written }) {
  return readCsv(written).map((option) => {
    const equals = option.indexOf("=");
    return { key: keyOf(option, equals), value: equals < 0 ? void 0 : option.slice(equals + 1) };
  });
}
function keyOf(option, equals) {
  return (equals < 0 ? option : option.slice(0, equals)).toLowerCase();
}
function isTrue(value) {
  return value === void 0 || /^(1|t|true)$/i.test(value) || /\$/.test(value);
}
function readCsv(text) {
  if (!text) throw new WordError("the mount has no options");
  if (!text.includes('"')) return text.split(",");
  const fields = [];
  let at = 0;
  for (; ; ) {
    const quoted = text.charAt(at) === '"' ? /^"((?:[^"]|"")*)"(?=,|$)/.exec(text.slice(at)) : void 0;
    if (quoted === null) throw new WordError("a quoted option is not closed");
    const comma = text.indexOf(",", at);
    const plain = text.slice(at, comma < 0 ? text.length : comma);
    if (!quoted && plain.includes('"')) throw new WordError("a quote stands inside an option");
    fields.push(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : plain);
    at += quoted ? quoted[0].length : plain.length;
    if (at >= text.length) return fields;
    at += 1;
  }
}
function readDetail(parts, onbuild) {
  const { keyword, values } = parts;
  switch (keyword) {
    case "FROM":
      return readFrom(parts);
    case "ARG":
      return readArg(parts);
    case "ENV":
    case "LABEL":
      return { kind: keyword, pairs: readPairs(parts) };
    case "RUN":
      return readRun(parts);
    case "COPY":
    case "ADD":
      return readCopy(keyword, parts);
    case "CMD":
    case "ENTRYPOINT":
      flagsOf2(parts);
      return { kind: keyword, command: commandLine(parts) };
    case "HEALTHCHECK":
      return readHealthcheck(parts);
    case "SHELL":
      return readShell(parts);
    case "EXPOSE":
      flagsOf2(parts);
      return { kind: keyword, ports: atLeastOne(keyword, values) };
    case "VOLUME":
      return readVolume(parts);
    case "WORKDIR":
      flagsOf2(parts);
      return { kind: keyword, path: exactlyOne(keyword, values) };
    case "USER":
      flagsOf2(parts);
      return { kind: keyword, user: exactlyOne(keyword, values) };
    case "STOPSIGNAL":
      return { kind: keyword, signal: exactlyOne(keyword, values) };
    case "MAINTAINER":
      flagsOf2(parts);
      return { kind: keyword, maintainer: exactlyOne(keyword, values) };
    case "ONBUILD":
      return readOnbuild(parts, onbuild);
    default:
      return neverHappens(keyword);
  }
}
function neverHappens(keyword) {
  throw new Error(`No such instruction: ${String(keyword)}`);
}
function commandLine({ form: form2, values }) {
  return { form: form2, words: form2 === "json" || values.length < 2 ? values : [values.join(" ")] };
}
var noMounts = [];
function readRun(parts) {
  const flags = flagsOf2(parts);
  const written = textsFlag(flags, "mount");
  const mounts = written.length > 0 ? written.map(readMount) : noMounts;
  const network = givenFlag(flags, "network");
  const security = givenFlag(flags, "security");
  if (network !== null && !["default", "none", "host"].includes(network))
    throw new Refusal(`There is no network mode ${JSON.stringify(network)}.`, "--network=default, none or host");
  if (security !== null && !["sandbox", "insecure"].includes(security))
    throw new Refusal(`There is no security mode ${JSON.stringify(security)}.`, "--security=sandbox or insecure");
  if (textsFlag(flags, "device").includes("")) throw new Refusal("--device lacks a value.", "--device=NAME");
  return { kind: "RUN", command: commandLine(parts), mounts, network, security };
}
function readShell(parts) {
  flagsOf2(parts);
  if (parts.form !== "json" && parts.values.length > 0)
    throw new Refusal("SHELL takes its arguments as a JSON array only.", 'SHELL ["executable", "parameter"]');
  return { kind: "SHELL", shell: atLeastOne("SHELL", parts.values) };
}
function readVolume(parts) {
  const values = atLeastOne("VOLUME", parts.values);
  flagsOf2(parts);
  const paths = values.map(import_chunk_6HMITL4P.trim);
  if (paths.includes("")) throw new Refusal("A VOLUME cannot be an empty string.", "VOLUME /path");
  return { kind: "VOLUME", paths };
}
function readOnbuild(parts, onbuild) {
  if (!onbuild) throw new Refusal("ONBUILD requires at least one argument.", "ONBUILD INSTRUCTION");
  flagsOf2(parts);
  if (onbuild.keyword === "ONBUILD")
    throw new Refusal("ONBUILD cannot be chained.", "ONBUILD with another instruction");
  if (onbuild.keyword === "FROM" || onbuild.keyword === "MAINTAINER")
    throw new Refusal(`ONBUILD cannot trigger ${onbuild.keyword}.`, "ONBUILD with another instruction");
  const bodies = parts.heredocs.map(({ content, name }) => `
${content}${name}`);
  return { kind: "ONBUILD", expression: parts.text.replace(/^\s*ONBUILD\s*/i, "") + bodies.join("") };
}
var maxLineBytes = 65536;
var shownCharacters = 200;
function readSource(text, file) {
  const decoded = typeof text === "string" ? text : new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
  const withoutMark = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  return { file, text: withoutMark, lineStarts: findLines(withoutMark) };
}
function findLines(text) {
  const starts = [0];
  for (let end = text.indexOf("\n") + 1; end > 0; end = text.indexOf("\n", end) + 1) starts.push(end);
  if (!text.endsWith("\n") && text !== "") starts.push(text.length);
  return starts;
}
function textOfLines({ text, lineStarts }, line, behind) {
  return text.slice(lineStarts[line - 1], lineStarts[behind - 1]);
}
function endOfLine({ text, lineStarts }, line) {
  const start = lineStarts[line - 1] ?? text.length;
  let end = lineStarts[line] ?? text.length;
  for (; end > start; end -= 1) {
    const code = text.charCodeAt(end - 1);
    if (code !== 10 && code !== 13) break;
  }
  return end;
}
function checkLineLength(source, line) {
  const { lineStarts } = source;
  if (((lineStarts[line] ?? 0) - (lineStarts[line - 1] ?? 0)) * 3 < maxLineBytes) return;
  const text = textOfLines(source, line, line + 1);
  const bytes = Buffer.byteLength(text) + (text.endsWith("\n") ? 0 : 1);
  if (bytes <= maxLineBytes) return;
  throw errorAt(
    source,
    { line },
    {
      code: "dockerfile-line-too-long",
      message: `Line ${line} of ${source.file} is longer than Docker reads.`,
      expected: `at most ${maxLineBytes - 1} bytes in a line`,
      hint: "Break the line with the escape character, or move the text into a file or a heredoc."
    }
  );
}
function errorAt(source, spot, problem) {
  const { line, column } = spot;
  const text = (0, import_chunk_6JRNSUDS.redactText)(
    source.text.slice(source.lineStarts[line - 1] ?? source.text.length, endOfLine(source, line))
  );
  const got = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  const place = { file: source.file, line, ...column !== void 0 && { column } };
  return new import_chunk_ZU5SK2EV.UserError({ ...problem, message: (0, import_chunk_6JRNSUDS.redactText)(problem.message), place, got });
}
var known = /* @__PURE__ */ new Set(["syntax", "escape", "check"]);
function readDirective(line) {
  if (!line.startsWith("#")) return void 0;
  const text = (0, import_chunk_6HMITL4P.trimStart)(line.slice(1)).replace(/[\r\n]+$/, "");
  const head = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*/.exec(text);
  const name = head?.[1]?.toLowerCase() ?? "";
  const value = text.slice(head?.[0].length ?? 0).replace(/[\t\n\f\r ]+$/, "");
  return head && value && known.has(name) ? { name, value } : void 0;
}
var directiveAt = (source, line) => readDirective((0, import_chunk_6HMITL4P.trimStart)(textOfLines(source, line, line + 1)));
function readDirectives(source) {
  const directives = {};
  for (let line = 1; line < source.lineStarts.length; line += 1) {
    const directive = directiveAt(source, line);
    if (!directive) break;
    const { name, value } = directive;
    if (name in directives)
      throw refusal(source, line, `The directive ${name} is given twice.`, `one ${name} directive`);
    if (name === "escape" && value !== "\\" && value !== "`")
      throw refusal(source, line, `The escape character cannot be ${value}.`, "\\ or `");
    directives[name] = value;
  }
  const all = { ...directives, ...readBehindShebang(source) };
  const wrong = all["check"] === void 0 ? void 0 : wrongCheckOption(all["check"]);
  if (wrong !== void 0) {
    let line = 1;
    while (line < source.lineStarts.length - 1 && directiveAt(source, line)?.name !== "check") line += 1;
    const expected = "skip=RULE,… and error=true, with a ; between them";
    throw refusal(source, line, `The directive check has no option ${JSON.stringify(wrong)}.`, expected);
  }
  return all;
}
function wrongCheckOption(value) {
  return value.split(";").find((option) => {
    const [name = "", setting] = option.split(/=(.*)/s).map((part) => part.trim());
    if (setting === void 0) return true;
    if (name === "error") return !/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(setting);
    return name !== "skip" && name !== "experimental";
  });
}
function readBehindShebang(source) {
  const directives = {};
  if (!source.text.startsWith("#!")) return directives;
  for (let line = 2; line < source.lineStarts.length; line += 1) {
    const directive = readDirective(textOfLines(source, line, line + 1));
    if (!directive || directive.name in directives) break;
    directives[directive.name] = directive.value;
  }
  delete directives["escape"];
  return directives;
}
function refusal(source, line, message, expected) {
  const hint = "Correct the directive at the top of the Dockerfile.";
  return errorAt(source, { line, column: 1 }, { code: "dockerfile-directive", message, expected, hint });
}
function readArguments(keyword, rest, escape2) {
  switch (keyword) {
    case "ADD":
    case "COPY":
    case "VOLUME":
      return readJson(rest) ?? shell(rest ? (0, import_chunk_6HMITL4P.splitBlanks)(rest) : []);
    case "CMD":
    case "ENTRYPOINT":
    case "RUN":
    case "SHELL":
      return readJson(rest) ?? readWhole(rest);
    case "HEALTHCHECK":
      return readHealthcheck2(rest);
    case "EXPOSE":
    case "FROM":
      return shell(rest ? (0, import_chunk_6HMITL4P.splitBlanks)(rest) : []);
    case "ENV":
    case "LABEL":
      return shell(readPairs2(keyword, rest, escape2));
    case "ARG":
      return shell(quotedWords(rest, escape2));
    case "MAINTAINER":
    case "STOPSIGNAL":
    case "USER":
    case "WORKDIR":
      return readWhole(rest);
    case "ONBUILD":
    case void 0:
    default:
      return shell([]);
  }
}
function shell(values) {
  return { form: "shell", values };
}
function readWhole(rest) {
  return shell(rest ? [rest] : []);
}
function readJson(rest) {
  const text = (0, import_chunk_6HMITL4P.trimStart)(rest);
  if (!text.startsWith("[")) return void 0;
  const values = parseArray(text);
  if (!values) return void 0;
  if (!values.every((value) => typeof value === "string"))
    throw new Refusal("An array of arguments may hold strings only.", "a JSON array of strings");
  const lone = new RegExp("\\p{Cs}", "gu");
  return {
    form: "json",
    values: escapesAny.test(text) ? values.map((value) => value.replace(lone, "�")) : values
  };
}
var escapesAny = /\\u/;
function parseArray(text) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value : void 0;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function readHealthcheck2(rest) {
  let end = 0;
  while (end < rest.length && !(0, import_chunk_6HMITL4P.isSpaceCode)(rest.charCodeAt(end))) end += 1;
  if (end === 0) return shell([]);
  const command = (0, import_chunk_6HMITL4P.trimStart)(rest.slice(end));
  const { form: form2, values } = readJson(command) ?? readWhole(command);
  return { form: form2, values: [rest.slice(0, end), ...values] };
}
function readPairs2(keyword, rest, escape2) {
  const words = quotedWords(rest, escape2);
  const [first] = words;
  if (first === void 0) return [];
  if (!first.includes("=")) {
    const [key, value] = (0, import_chunk_6HMITL4P.cutBlanks)(rest);
    if (value === void 0) throw new Refusal(`${keyword} must have two arguments.`, `${keyword} KEY=VALUE`);
    return [key, value, ""];
  }
  const pairs = [];
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 0) throw new Refusal(`There is no = in ${JSON.stringify(word)}.`, `${keyword} KEY=VALUE …`);
    pairs.push(word.slice(0, equals), word.slice(equals + 1), "=");
  }
  return withoutRoom(pairs);
}
var singleQuote2 = 39;
var doubleQuote = 34;
function quotedWords(rest, escape2) {
  const words = [];
  const escapeCode = escape2.charCodeAt(0);
  let end = rest.length;
  let start = -1;
  let quote = 0;
  for (let at = 0; at < end; at += 1) {
    const code = rest.charCodeAt(at);
    if (quote === 0 && (0, import_chunk_6HMITL4P.isSpaceCode)(code)) {
      if (start >= 0) words.push(rest.slice(start, at));
      start = -1;
      continue;
    }
    if (code === escapeCode && quote !== singleQuote2) {
      if (at + 1 === rest.length) {
        end = at;
        continue;
      }
      if (start < 0) start = at;
      at += 1;
    } else if (quote !== 0 ? code === quote : code === singleQuote2 || code === doubleQuote)
      quote = quote !== 0 ? 0 : code;
    if (start < 0) start = at;
  }
  if (start >= 0) words.push(rest.slice(start, end));
  return withoutRoom(words);
}
var nothing = [];
function newLineReader(source, escape2) {
  const { text, lineStarts } = source;
  const lineCount = lineStarts.length - 1;
  const escapeCode = escape2.charCodeAt(0);
  let read = 0;
  const advance = () => {
    if (read === lineCount) return void 0;
    read += 1;
    checkLineLength(source, read);
    return lineStarts[read - 1];
  };
  const nextLogical = () => {
    let comments;
    for (let start = advance(); start !== void 0; start = advance()) {
      const end = endOfLine(source, read);
      const begin = skipSpaces(text, start, end);
      if (begin === end) continue;
      if (text.charCodeAt(begin) === commentCode) {
        (comments ??= []).push({ line: read, text: (0, import_chunk_6HMITL4P.trim)(text.slice(begin + 1, end)) });
        continue;
      }
      const startLine = read;
      const continued = continuationEnd(text, begin, end, escapeCode);
      const emptyLines = [];
      return {
        text: continued < 0 ? text.slice(begin, end) : joinRest(text.slice(begin, continued), emptyLines),
        startLine,
        startColumn: begin - start + 1,
        endLine: read,
        comments: comments ?? nothing,
        emptyLines: emptyLines.length > 0 ? emptyLines : nothing
      };
    }
    return void 0;
  };
  const joinRest = (first, emptyLines) => {
    const parts = [first];
    for (let start = advance(); start !== void 0; start = advance()) {
      const end = endOfLine(source, read);
      const begin = skipSpaces(text, start, end);
      if (begin === end) emptyLines.push(read);
      else if (text.charCodeAt(begin) !== commentCode) {
        const continued = continuationEnd(text, start, end, escapeCode);
        parts.push(text.slice(start, continued < 0 ? end : continued));
        if (continued < 0) break;
      }
    }
    return parts.join("");
  };
  return {
    nextLogical,
    nextRaw: () => advance() === void 0 ? void 0 : textOfLines(source, read, read + 1),
    readLines: () => read
  };
}
var commentCode = 35;
function skipSpaces(text, start, end) {
  let at = start;
  while (at < end && (0, import_chunk_6HMITL4P.isSpaceCode)(text.charCodeAt(at))) at += 1;
  return at;
}
function continuationEnd(text, start, lineEnd, escapeCode) {
  let last = lineEnd - 1;
  for (let code = text.charCodeAt(last); code === 32 || code === 9; code = text.charCodeAt(last)) last -= 1;
  const continues = last >= start && text.charCodeAt(last) === escapeCode && !(last > start && text.charCodeAt(last - 1) === escapeCode);
  return continues ? last : -1;
}
var noFlags = [];
function splitInstruction(line) {
  const [keyword, tail = ""] = (0, import_chunk_6HMITL4P.cutBlanks)((0, import_chunk_6HMITL4P.trim)(line));
  if (!mayBeginWithFlag(tail)) return { keyword, flags: noFlags, rest: (0, import_chunk_6HMITL4P.trim)(tail) };
  const { flags, rest } = takeFlags(tail);
  return { keyword, flags, rest: (0, import_chunk_6HMITL4P.trim)(rest) };
}
function mayBeginWithFlag(tail) {
  return tail.startsWith("--") || (0, import_chunk_6HMITL4P.isSpaceCode)(tail.charCodeAt(0));
}
var notPlain = /[^!#-&(-[\]-~]/;
function takeFlags(tail) {
  const flags = [];
  let at = skipBlanks(tail, 0);
  while (tail.startsWith("--", at)) {
    const space2 = tail.indexOf(" ", at);
    const end = space2 < 0 ? tail.length : space2;
    const flag = tail.slice(at, end);
    if (notPlain.test(flag)) return takeOddFlags(tail.slice(at), flags);
    at = end;
    if (flag === "--") break;
    flags.push(flag);
    at = skipBlanks(tail, at);
  }
  return { flags: withoutRoom(flags), rest: tail.slice(at) };
}
function skipBlanks(text, start) {
  let at = start;
  for (let code = text.charCodeAt(at); code === 32 || code >= 9 && code <= 13; code = text.charCodeAt(at))
    at += 1;
  return at;
}
function takeOddFlags(tail, before) {
  const bytes = Buffer.from(tail, "utf8").toString("latin1");
  const flags = [...before];
  let at = 0;
  while (bytes.startsWith("--", at)) {
    const { text, end } = readQuotedFlag(bytes, at);
    at = end;
    if (text === "--") break;
    flags.push(text);
    while (at < bytes.length && (0, import_chunk_6HMITL4P.isSpaceCode)(bytes.charCodeAt(at))) at += 1;
  }
  return { flags, rest: Buffer.from(bytes.slice(at), "latin1").toString("utf8") };
}
function readQuotedFlag(bytes, start) {
  let text = "";
  let quote = "";
  let at = start;
  for (; at < bytes.length; at += 1) {
    const character = bytes.charAt(at);
    if (!quote && (0, import_chunk_6HMITL4P.isSpaceCode)(bytes.charCodeAt(at))) break;
    if (quote ? character === quote : character === "'" || character === '"') quote = quote ? "" : character;
    else if (character !== "\\") text += character;
    else if (at + 1 < bytes.length) {
      at += 1;
      text += bytes.charAt(at);
    }
  }
  return { text, end: at };
}
function openNodes(source, escape2) {
  const reader = newLineReader(source, escape2);
  return () => {
    const line = reader.nextLogical();
    if (!line) return void 0;
    const node = readNode(source, line, escape2);
    const heredocs = mayHoldHeredocs(node) ? readHeredocs(source, line, reader) : noHeredocs;
    return heredocs.length === 0 ? node : withHeredocs(node, heredocs, reader.readLines());
  };
}
function readNode(source, line, escape2) {
  try {
    return takeApart(line, line.text, escape2);
  } catch (error) {
    if (error instanceof Refusal) throw refused(source, line, error.message, error.expected);
    throw error;
  }
}
var noHeredocs = [];
var keywordOf = new Map(import_chunk_T4HUF5C3.keywords.map((keyword) => [keyword, keyword]));
function takeApart(line, text, escape2) {
  const { keyword: written, flags, rest } = splitInstruction(text);
  const keyword = keywordOf.get(written) ?? keywordOf.get(written.toUpperCase());
  const { form: form2, values } = readArguments(keyword, rest, escape2);
  const defers = keyword === "ONBUILD" && rest !== "";
  if (defers && /^onbuild(?:\s|$)/i.test(rest))
    throw new Refusal("ONBUILD cannot be chained.", "ONBUILD with another instruction");
  const onbuild = defers ? takeApart(line, rest, escape2) : null;
  return { line, text, written, keyword, flags, form: form2, values, heredocs: noHeredocs, onbuild, endLine: line.endLine };
}
function mayHoldHeredocs({ keyword, form: form2, onbuild, text }) {
  if (onbuild) return mayHoldHeredocs(onbuild);
  const takes = keyword === "RUN" || keyword === "COPY" || keyword === "ADD";
  return takes && form2 === "shell" && text.includes("<<");
}
function withHeredocs(node, heredocs, endLine) {
  return { ...node, heredocs, endLine, onbuild: node.onbuild && withHeredocs(node.onbuild, heredocs, endLine) };
}
function readHeredocs(source, line, reader) {
  try {
    const heredocs = [];
    for (const mark of heredocMarksOf(line.text)) heredocs.push(readHeredoc(source, line, reader, mark));
    return withoutRoom(heredocs);
  } catch (error) {
    if (error instanceof WordError)
      throw refused(source, line, `${error.message}.`, 'a heredoc such as <<EOF or <<"EOF"');
    throw error;
  }
}
function readHeredoc(source, line, reader, mark) {
  const first = reader.readLines() + 1;
  for (let raw = reader.nextRaw(); raw !== void 0; raw = reader.nextRaw())
    if (endsHeredoc(raw, mark)) return { ...mark, content: textOfLines(source, first, reader.readLines()) };
  const expected = `a line that is ${mark.name} and nothing else`;
  throw refused(source, line, `The heredoc ${mark.name} never ends.`, expected);
}
function refused(source, line, message, expected) {
  const hint = "See https://docs.docker.com/reference/dockerfile/ for the forms of each instruction.";
  const spot = { line: line.startLine, column: line.startColumn };
  return errorAt(source, spot, { code: "dockerfile-instruction", message, expected, hint });
}
var maxProblems = 20;
function parseDockerfile(text, file) {
  const source = readSource(text, file);
  const directives = readDirectives(source);
  const escape2 = directives["escape"] ?? "\\";
  const nextNode = openNodes(source, escape2);
  const instructions = [];
  const problems = [];
  const emptyContinuationLines = [];
  for (let node = tryNext(nextNode); node && problems.length < maxProblems; node = tryNext(nextNode)) {
    if (node instanceof import_chunk_ZU5SK2EV.UserError) {
      problems.push(...node.problems);
      break;
    }
    const read = tryRead(source, node);
    if (read instanceof import_chunk_ZU5SK2EV.UserError) problems.push(...read.problems);
    else instructions.push(read);
    if (node.line.emptyLines.length > 0) emptyContinuationLines.push(...node.line.emptyLines);
  }
  const [first, ...more] = problems;
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...more.slice(0, maxProblems - 1)]);
  checkOrder(source, instructions);
  return { source, escape: escape2, directives, instructions, emptyContinuationLines };
}
function parseTrigger(text, file) {
  const source = readSource(text, file);
  const nextNode = openNodes(source, "\\");
  const node = nextNode();
  const read = node && !nextNode() ? tryRead(source, node) : void 0;
  if (read instanceof import_chunk_ZU5SK2EV.UserError) throw read;
  if (read) return read;
  const hint = "Look at the ONBUILD triggers of the base image.";
  const message = "An ONBUILD trigger must be a single instruction.";
  throw errorAt(source, { line: 1 }, { code: "dockerfile-onbuild", message, expected: "one instruction", hint });
}
function tryRead(source, node) {
  try {
    return readInstruction(source, node);
  } catch (error) {
    return asRefusal(error);
  }
}
function tryNext(nextNode) {
  try {
    return nextNode();
  } catch (error) {
    return asRefusal(error);
  }
}
function asRefusal(error) {
  if (error instanceof import_chunk_ZU5SK2EV.UserError) return error;
  throw error;
}
function readInstruction(source, node) {
  const { line, endLine } = node;
  if (!isKnown(node)) throw unknownKeyword(source, node);
  const onbuild = node.onbuild && readInstruction(source, node.onbuild);
  try {
    return {
      keyword: node.keyword,
      written: node.written,
      startLine: line.startLine,
      startColumn: line.startColumn,
      endLine,
      endColumn: Math.max(1, endOfLine(source, endLine) - (source.lineStarts[endLine - 1] ?? 0)),
      flags: node.flags,
      form: node.form,
      arguments: node.values,
      heredocs: node.heredocs,
      onbuild,
      original: node.text,
      comments: line.comments,
      detail: readDetail(node, onbuild)
    };
  } catch (error) {
    if (error instanceof Refusal) throw refused(source, line, error.message, error.expected);
    if (error instanceof WordError)
      throw refused(source, line, `${error.message}.`, "options as --mount=type=bind,target=/x");
    throw error;
  }
}
var isKnown = (node) => node.keyword !== void 0;
function unknownKeyword(source, { written, line }) {
  const meant = (0, import_chunk_O2NKAHT7.nearest)(written, import_chunk_T4HUF5C3.keywords);
  return errorAt(
    source,
    { line: line.startLine, column: line.startColumn },
    {
      code: "dockerfile-unknown-instruction",
      message: `There is no instruction ${JSON.stringify(written)}.`,
      expected: meant ?? `one of ${import_chunk_T4HUF5C3.keywords.join(", ")}`,
      hint: meant ? `Did you mean ${meant}?` : "See https://docs.docker.com/reference/dockerfile/ for the instructions."
    }
  );
}
function checkOrder(source, instructions) {
  const early = instructions.find(({ keyword }) => keyword !== "ARG");
  if (early?.keyword === "FROM") return;
  const first = early ?? instructions[0];
  const spot = { line: first?.startLine ?? 1, ...first && { column: first.startColumn } };
  const code = first ? "dockerfile-no-stage" : "dockerfile-empty";
  const missing = first ? "has no FROM, so there is nothing to build" : "has no instructions";
  throw errorAt(source, spot, {
    code,
    message: early ? `${early.keyword} stands before the first FROM.` : `${source.file} ${missing}.`,
    expected: "FROM, before it nothing but ARG",
    hint: "Begin the Dockerfile with FROM and the name of a base image, or with FROM scratch."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  WordError,
  errorAt,
  expandHeredoc,
  expandToWords,
  expandWord,
  formatDurationNs,
  heredocBody,
  isHeredocMark,
  mountFields,
  parseDockerfile,
  parseTrigger
});
