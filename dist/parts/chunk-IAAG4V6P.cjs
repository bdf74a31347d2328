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
  compileGlob: () => compileGlob,
  globProblem: () => globProblem
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var maxPatternChars = 256;
var maxGlobstars = 8;
function globProblem(pattern) {
  if (pattern === "") return "a pattern that is not empty";
  if (pattern.length > maxPatternChars) return `a pattern of at most ${maxPatternChars} characters`;
  if (pattern.split("**").length - 1 > maxGlobstars) return `a pattern with at most ${maxGlobstars} \`**\``;
  if (/\*\*\*/.test(pattern)) return "a pattern of `*`, `**` and `?`";
  if (/(?:^|[^\\])[[\]{}]/.test(pattern) || /[!@+?*]\(/.test(pattern))
    return "a pattern of `*`, `**` and `?` alone (write several patterns instead of `{a,b}` or `[ab]`, `\\[` for the character)";
  return pattern.endsWith("\\") ? "a pattern that does not end in `\\`" : void 0;
}
function compileGlob(pattern) {
  const problem = globProblem(pattern);
  if (problem !== void 0) throw new Error(`Unchecked pattern ${JSON.stringify(pattern)}: expected ${problem}.`);
  const steps = readSteps(pattern);
  return (text) => {
    let positions = withSkips(steps, /* @__PURE__ */ new Set([0]));
    for (const char of text) {
      positions = withSkips(steps, advance(steps, positions, char));
      if (positions.size === 0) return false;
    }
    return positions.has(steps.length);
  };
}
function readSteps(pattern) {
  const steps = [];
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i += 1) {
    const char = chars[i] ?? "";
    if (char === "\\") steps.push({ is: "literal", char: chars[++i] ?? "" });
    else if (char === "?") steps.push({ is: "one" });
    else if (char !== "*") steps.push({ is: "literal", char });
    else if (chars[i + 1] !== "*") steps.push({ is: "star" });
    else if (chars[i + 2] === "/" && (i === 0 || chars[i - 1] === "/")) {
      steps.push({ is: "folders" });
      i += 2;
    } else {
      steps.push({ is: "globstar" });
      i += 1;
    }
  }
  return steps;
}
function withSkips(steps, positions) {
  const reached = new Set(positions);
  for (const position of reached) {
    const step = steps[position]?.is;
    if (step === "star" || step === "globstar" || step === "folders") reached.add(position + 1);
  }
  return reached;
}
function advance(steps, positions, char) {
  const next = /* @__PURE__ */ new Set();
  for (const position of positions) {
    const at = position < 0 ? -1 - position : position;
    const step = steps[at];
    if (step === void 0) continue;
    if (step.is === "folders") next.add(char === "/" ? at : -1 - at);
    else if (step.is === "globstar" || step.is === "star" && char !== "/") next.add(at);
    else if (step.is === "one" ? char !== "/" : step.is === "literal" && char === step.char) next.add(at + 1);
  }
  return next;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  compileGlob,
  globProblem
});
