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
  countsInWords: () => countsInWords,
  countsOf: () => countsOf,
  grouped: () => grouped,
  notCheckedByReason: () => notCheckedByReason,
  plural: () => plural,
  policyLines: () => policyLines,
  unnamedPaths: () => unnamedPaths,
  worstFirst: () => worstFirst
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var standings = ["error", "warning", "waived", "passed"];
function policyLines(image) {
  const lines = [
    ...image.findings.map((finding) => ofFinding(image.name, finding)),
    ...image.notRun.map((rule) => ofNotRun(image.name, rule))
  ];
  return lines.sort(
    (one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing) || (other.bytes ?? 0) - (one.bytes ?? 0)
  );
}
function ofFinding(image, finding) {
  return {
    standing: finding.waiver ? "waived" : finding.level,
    wasChecked: true,
    image,
    rule: finding.rule,
    message: withNamedPath(finding),
    toPass: finding.waiver ? "" : finding.howToPass,
    ...finding.bytes !== void 0 && { bytes: finding.bytes },
    ...finding.location && { location: finding.location },
    paths: finding.paths ?? [],
    waiver: finding.waiver,
    ...finding.origin !== void 0 && { origin: finding.origin }
  };
}
function withNamedPath({ message, paths = [] }) {
  const [path = ""] = paths;
  const at = path.length > 3 && !path.includes("`") ? message.indexOf(path) : -1;
  if (at < 0 || message.includes("`") || /^[\w/.-]*\w/.test(message.slice(at + path.length))) return message;
  return `${message.slice(0, at)}\`${path}\`${message.slice(at + path.length)}`;
}
function ofNotRun(image, { rule, reason, counts }) {
  const standing = { failure: "error", warning: "warning", pass: "passed" };
  return {
    standing: standing[counts],
    wasChecked: false,
    image,
    rule,
    message: `Could not be checked: ${reason}`,
    toPass: "",
    paths: [],
    waiver: null
  };
}
function countsOf(images) {
  const lines = images.flatMap(policyLines);
  const count = (standing) => lines.filter((line) => line.standing === standing).length;
  const unbuilt = images.filter(({ notBuilt }) => notBuilt !== void 0).length;
  const counts = { error: count("error"), warning: count("warning"), waived: count("waived"), passed: count("passed") };
  return unbuilt > 0 ? { ...counts, unbuilt } : counts;
}
function countsInWords({ error, warning, waived, unbuilt = 0 }) {
  const words = [
    error > 0 ? plural(error, "error") : "",
    warning > 0 ? plural(warning, "warning") : "",
    waived > 0 ? `${waived} waived` : ""
  ].filter((word) => word !== "");
  const passed = unbuilt > 0 ? "only the sources checked" : "passed";
  return (error + warning === 0 ? [passed, ...words] : words).join(", ");
}
function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
function worstFirst(images) {
  const counts = new Map(images.map((image) => [image, countsOf([image])]));
  const weigh = (image) => {
    const { error = 0, warning = 0 } = counts.get(image) ?? {};
    return error * 1e6 + warning;
  };
  return images.toSorted((one, other) => weigh(other) - weigh(one));
}
function grouped(lines) {
  const groups = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const key = JSON.stringify([line.standing, line.rule, line.toPass, line.waiver]);
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap((members) => members[0] ? [{ first: members[0], lines: members }] : []);
}
function unnamedPaths({ message, paths }) {
  return paths.filter((path) => path === "" || !message.includes(path));
}
function notCheckedByReason(image) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { rule, reason } of image.notRun.filter(({ counts }) => counts === "pass")) {
    const known = reasons.get(reason);
    if (known) known.push(rule);
    else reasons.set(reason, [rule]);
  }
  return [...reasons];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  countsInWords,
  countsOf,
  grouped,
  notCheckedByReason,
  plural,
  policyLines,
  unnamedPaths,
  worstFirst
});
