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
  cleanPath: () => cleanPath,
  compilePattern: () => compilePattern,
  parseIgnoreFile: () => parseIgnoreFile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var within = (source) => {
  const set = new RegExp(`^[${source}]$`, "u");
  return (character) => set.test(character);
};
var not = (test) => (character) => !test(character);
var digit = within("0-9");
var space = within("\\t\\n\\f\\r ");
var word = within("0-9A-Za-z_");
var classEscapes = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word)
};
var controls = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
var posix = {
  alnum: within("0-9A-Za-z"),
  alpha: within("A-Za-z"),
  ascii: within("\\0-\\x7f"),
  blank: within("\\t "),
  cntrl: within("\\0-\\x1f\\x7f"),
  digit,
  graph: within("!-~"),
  lower: within("a-z"),
  print: within(" -~"),
  punct: within("!-\\/:-@\\[-`\\{-~"),
  space: within("\\t\\n\\v\\f\\r "),
  upper: within("A-Z"),
  word,
  xdigit: within("0-9A-Fa-f")
};
function readEscape(character) {
  const literal = escapedLiteral(character);
  return classEscapes[character] ?? ((other) => other === literal());
}
function escapedLiteral(character) {
  const control = controls[character];
  if (control !== void 0) return () => control;
  if (/[0-9A-Za-z]/.test(character) && !classEscapes[character]) throw new Error(`the escape \\${character}`);
  return () => character;
}
function readClass(characters, from) {
  let at = from;
  const negated = characters[at] === "^";
  if (negated) at += 1;
  const members = [];
  const single = () => {
    if (characters[at] === "\\") at += 1;
    const character = characters[at++] ?? "";
    return characters[at - 2] === "\\" ? escapedLiteral(character)() : character;
  };
  while (at < characters.length && characters[at] !== "]") {
    const named = characters[at] === "[" && characters[at + 1] === ":" ? posixClass(characters, at) : void 0;
    const escaped = characters[at] === "\\" ? classEscapes[characters[at + 1] ?? ""] : void 0;
    if (named ?? escaped) {
      members.push(named?.has ?? escaped ?? digit);
      at = named?.end ?? at + 2;
      continue;
    }
    const low = single();
    const isRange = characters[at] === "-" && characters[at + 1] !== "]";
    if (isRange) at += 1;
    members.push(range(low, isRange ? single() : low));
  }
  const has = (character) => members.some((member) => member(character)) !== negated;
  return { has, end: at + 1 };
}
function range(low, high) {
  const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
  if (from > to) throw new Error(`the range ${low}-${high}, which runs backwards`);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= from && code <= to;
  };
}
function posixClass(characters, at) {
  let end = at + 2;
  while (end < characters.length && !(characters[end] === ":" && characters[end + 1] === "]")) end += 1;
  if (end >= characters.length) return void 0;
  const name = characters.slice(at + 2, end).join("");
  const test = posix[name.replace(/^\^/, "")];
  if (!test) throw new Error(`the unknown class [:${name}:]`);
  return { has: name.startsWith("^") ? not(test) : test, end: end + 2 };
}
function checkSyntax(pattern) {
  const characters = Array.from(pattern);
  let at = 0;
  const mustGoOn = () => {
    if (at >= characters.length) throw new Error("a [class] that is not closed");
  };
  const member = () => {
    mustGoOn();
    if (characters[at] === "-" || characters[at] === "]") throw new Error("a malformed [class]");
    at += characters[at] === "\\" ? 2 : 1;
    mustGoOn();
  };
  while (at < characters.length) {
    const character = characters[at++];
    if (character === "\\") {
      if (at >= characters.length) throw new Error("a backslash at the end");
      at += 1;
    } else if (character === "[") {
      if (characters[at] === "^") at += 1;
      for (let members = 0; members === 0 || characters[at] !== "]"; members += 1) {
        member();
        if (characters[at] === "-") {
          at += 1;
          member();
        }
      }
      at += 1;
    }
  }
}
var notSlash = (character) => character !== "/";
var notLineEnd = (character) => character !== "\n";
var exactly = (wanted) => (character) => character === wanted;
function compilePattern(pattern) {
  checkSyntax(pattern);
  const { steps, kind } = readSteps(Array.from(pattern));
  if (kind === "exact") return (path) => path === pattern;
  if (kind === "prefix") return startsWith(pattern.slice(0, -2));
  if (kind === "suffix") return endsWith(pattern.slice(2));
  const mayMatch = quickLook(steps);
  return (path) => mayMatch(path) && run(steps, path);
}
function quickLook(steps) {
  const runs = [""];
  for (const step of steps) {
    const literal = step.kind === "set" ? step.literal : void 0;
    if (literal === void 0) runs.push("");
    else runs.push((runs.pop() ?? "") + literal);
  }
  const [first = ""] = runs;
  const last = runs.at(-1) ?? "";
  const longest = runs.reduce((one, other) => other.length > one.length ? other : one);
  return (path) => path.startsWith(first) && path.endsWith(last) && path.includes(longest);
}
var startsWith = (prefix) => (path) => path.startsWith(prefix);
var endsWith = (suffix) => (path) => path.endsWith(suffix) || suffix.startsWith("/") && path === suffix.slice(1);
function readSteps(characters) {
  const steps = [];
  let kind = "exact";
  let round = 0;
  let at = 0;
  while (at < characters.length) {
    const character = characters[at++] ?? "";
    if (character === "*" && characters[at] === "*") {
      at += characters[at + 1] === "/" ? 2 : 1;
      if (at < characters.length) {
        steps.push(
          { kind: "optional", skip: 2 },
          { kind: "set", has: notLineEnd, repeated: true },
          { kind: "set", has: exactly("/") }
        );
        kind = "steps";
      } else if (kind === "exact") kind = "prefix";
      else {
        steps.push({ kind: "set", has: notLineEnd, repeated: true });
        kind = "steps";
      }
      if (round === 0) kind = "suffix";
    } else if (character === "*" || character === "?") {
      steps.push({ kind: "set", has: notSlash, ...character === "*" && { repeated: true } });
      kind = "steps";
    } else if (character === "\\" && at < characters.length) {
      steps.push({ kind: "set", has: readEscape(characters[at++] ?? "") });
      kind = "steps";
    } else if (character === "[") {
      const set = readClass(characters, at);
      steps.push({ kind: "set", has: set.has });
      at = set.end;
      kind = "steps";
    } else {
      if (character === "]") kind = "steps";
      steps.push(character === "^" ? { kind: "start" } : { kind: "set", has: exactly(character), literal: character });
    }
    round += 1;
  }
  return { steps, kind };
}
function run(steps, path) {
  let threads = follow(steps, [0], true);
  for (const character of path) {
    const next = [];
    for (const at of threads) {
      const step = steps[at];
      if (step?.kind === "set" && step.has(character)) next.push(step.repeated ? at : at + 1);
    }
    if (next.length === 0) return false;
    threads = follow(steps, next, false);
  }
  return threads.has(steps.length);
}
function follow(steps, from, atStart) {
  const reached = /* @__PURE__ */ new Set();
  const open = [...from];
  for (let at = open.pop(); at !== void 0; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = steps[at];
    if (step?.kind === "optional") open.push(at + 1, at + 1 + step.skip);
    else if (step?.kind === "start" ? atStart : step?.kind === "set" && step.repeated) open.push(at + 1);
  }
  return reached;
}
var maxLineBytes = 65536;
function parseIgnoreFile(text, file) {
  return ignoreRules(readIgnoreLines(text, file), file);
}
function readIgnoreLines(text, file) {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  return lines.flatMap((raw, index) => {
    const line = index + 1;
    if (Buffer.byteLength(raw) >= maxLineBytes)
      throw badPattern(file, line, `${raw.slice(0, 40)}…`, "it is longer than 64 KiB");
    const stripped = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const pattern = stripped.startsWith("#") ? "" : (0, import_chunk_6HMITL4P.trim)(stripped);
    if (pattern === "") return [];
    if (!pattern.startsWith("!")) return [{ pattern: fromRoot(pattern), line }];
    const rest = (0, import_chunk_6HMITL4P.trim)(pattern.slice(1));
    return [{ pattern: `!${rest === "" ? "" : fromRoot(rest)}`, line }];
  });
}
var fromRoot = (pattern) => {
  const clean = cleanPath(pattern);
  return clean.length > 1 && clean.startsWith("/") ? clean.slice(1) : clean;
};
function ignoreRules(lines, file) {
  const rules = lines.flatMap(({ pattern, line }) => readRule(pattern, file, line));
  const exceptions = rules.filter((rule) => rule.exception);
  return {
    patterns: rules.map(({ exception, pattern }) => exception ? `!${pattern}` : pattern),
    match: (path, parent) => matchRules(rules, path, parent),
    mayHoldExceptions: (folder) => exceptions.some(({ pattern }) => mayMatchBelow(pattern, folder))
  };
}
function readRule(text, file, line) {
  const trimmed = (0, import_chunk_6HMITL4P.trim)(text);
  if (trimmed === "") return [];
  const clean = cleanPath(trimmed);
  const exception = clean.startsWith("!");
  const pattern = exception ? clean.slice(1) : clean;
  if (pattern === "") throw badPattern(file, line, text, 'an exception needs a pattern behind the "!"');
  try {
    return [{ exception, pattern, matches: compilePattern(pattern) }];
  } catch (cause) {
    throw badPattern(file, line, text, `it has ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}
var nothingIgnored = { ignored: false, match: [] };
function matchRules(rules, path, parent) {
  if (rules.length === 0) return nothingIgnored;
  let ignored = false;
  const match = rules.map((rule, index) => {
    let matched = parent?.[index] ?? false;
    if (!matched) {
      if (rule.exception !== ignored) return false;
      matched = rule.matches(path) || parent === void 0 && foldersAbove(path).some((folder) => rule.matches(folder));
    }
    if (matched) ignored = !rule.exception;
    return matched;
  });
  return { ignored, match };
}
function foldersAbove(path) {
  const folders = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
function mayMatchBelow(pattern, folder) {
  const wanted = pattern.split("/");
  for (const [index, name] of folder.split("/").entries()) {
    const component = wanted[index];
    if (component === void 0) return false;
    if (/[*?[\\^]/.test(component)) return true;
    if (component !== name) return false;
  }
  return true;
}
function cleanPath(path) {
  const rooted = path.startsWith("/");
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!rooted) parts.push("..");
  }
  return (rooted ? "/" : "") + parts.join("/") || ".";
}
var badPattern = (file, line, got, why, cause) => new import_chunk_ZU5SK2EV.UserError(
  {
    code: "bad-ignore-pattern",
    message: `The pattern "${got}" cannot be used: ${why}.`,
    place: { file, line },
    got,
    expected: "a pattern of .dockerignore",
    hint: "See https://docs.docker.com/build/concepts/context/#dockerignore-files."
  },
  { cause }
);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  cleanPath,
  compilePattern,
  parseIgnoreFile
});
