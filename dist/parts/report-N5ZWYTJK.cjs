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
  renderTerminal: () => renderTerminal
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2TFYQUPI = require("./chunk-2TFYQUPI.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_2CS64RFN = require("./chunk-2CS64RFN.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var marks = {
  error: { text: "✗", style: "error" },
  warning: { text: "!", style: "warning" },
  waived: { text: "‖", style: "dim" },
  passed: { text: "–", style: "dim" }
};
var labelColumns = 9;
function findingsOf(image, width) {
  const open = (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
  const why = (0, import_chunk_2CS64RFN.notJudged)(image);
  return [
    ...why === void 0 ? [] : (0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_7YMEJKHB.prose)(why), width),
    ...(0, import_chunk_2CS64RFN.rulesSince)(image).flatMap(
      ({ label, rules }) => (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(`${label}: `, "dim"), ...listed(rules, "name")], width)
    ),
    ...(0, import_chunk_DRSZDVSV.grouped)(open).flatMap((group) => groupLines(group, width)),
    ...(0, import_chunk_DRSZDVSV.notCheckedByReason)(image).flatMap(([reason, rules]) => [
      ...(0, import_chunk_7YMEJKHB.labelled)(marks.passed.text, 2, [(0, import_chunk_7YMEJKHB.own)("not checked  "), ...(0, import_chunk_7YMEJKHB.prose)(reason)], width),
      ...(0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)(listed(rules, "dim"), width - 4), 4)
    ])
  ];
}
function groupLines({ first, lines }, width) {
  const mark = marks[first.standing];
  const rule = (0, import_chunk_7YMEJKHB.foreign)(first.rule, mark.style);
  const [only] = lines.length === 1 ? lines : [];
  const title = only ? [rule, (0, import_chunk_7YMEJKHB.own)("  "), ...(0, import_chunk_7YMEJKHB.prose)(only.message)] : [rule, (0, import_chunk_7YMEJKHB.own)(` × ${lines.length}`)];
  const found = only ? factLines(only, width) : lines.flatMap((line) => memberLines(line, width));
  return [
    ...(0, import_chunk_7YMEJKHB.labelled)(mark.text, 2, title, width, mark.style),
    ...found,
    ...waiverLines(first, width),
    ...first.toPass === "" ? [] : fact("to pass", (0, import_chunk_7YMEJKHB.prose)(first.toPass), width)
  ];
}
function memberLines(line, width) {
  const place = line.location ? [(0, import_chunk_7YMEJKHB.own)(" "), (0, import_chunk_7YMEJKHB.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(line.location), "name")] : [];
  const paths = (0, import_chunk_DRSZDVSV.unnamedPaths)(line);
  const names = paths.length > 0 ? [(0, import_chunk_7YMEJKHB.own)(" "), ...somePaths(paths)] : [];
  return (0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.labelled)("·", 2, [...(0, import_chunk_7YMEJKHB.prose)(line.message), ...place, ...names], width - 4), 4);
}
function factLines(line, width) {
  const paths = (0, import_chunk_DRSZDVSV.unnamedPaths)(line);
  return [
    ...line.location ? fact("at", [(0, import_chunk_7YMEJKHB.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(line.location), "name")], width) : [],
    ...paths.length > 0 ? fact("in", somePaths(paths), width) : []
  ];
}
function waiverLines({ waiver }, width) {
  if (!waiver) return [];
  const { expires, owner, reason } = waiver;
  return fact(
    "waived",
    [(0, import_chunk_7YMEJKHB.own)("until "), (0, import_chunk_7YMEJKHB.foreign)(expires), (0, import_chunk_7YMEJKHB.own)(" by "), (0, import_chunk_7YMEJKHB.foreign)(owner), (0, import_chunk_7YMEJKHB.own)(": "), (0, import_chunk_7YMEJKHB.foreign)(reason)],
    width
  );
}
function fact(label, words, width) {
  return (0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.labelled)(label, labelColumns, words, width - 4), 4);
}
function somePaths(paths) {
  const shown = listed(paths.slice(0, 5), "name");
  return paths.length > 5 ? [...shown, (0, import_chunk_7YMEJKHB.own)(` and ${paths.length - 5} more`)] : shown;
}
function listed(names, style) {
  return names.flatMap((name, index) => index > 0 ? [(0, import_chunk_7YMEJKHB.own)(", "), (0, import_chunk_7YMEJKHB.foreign)(name, style)] : [(0, import_chunk_7YMEJKHB.foreign)(name, style)]);
}
function renderTerminal(result, options) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const several = result.images.length > 1;
  const lines = [
    ...headLines(result, width),
    ...result.notices.flatMap(
      ({ level, message }) => (0, import_chunk_7YMEJKHB.labelled)(level === "warning" ? "!" : "i", 2, (0, import_chunk_7YMEJKHB.prose)(message), width)
    ),
    ...result.images.flatMap((image) => [[], ...imageLines(image, several, width)]),
    [],
    ...policySources(result, width)
  ];
  return (0, import_chunk_7YMEJKHB.pageOf)(lines, options);
}
function headLines(result, width) {
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(result.images);
  const standing = counts.error > 0 ? "error" : counts.warning > 0 || counts.unbuilt ? "warning" : "good";
  const mark = { error: "✗", warning: "!", good: "✓" }[standing];
  const failed = result.images.filter((image) => (0, import_chunk_DRSZDVSV.countsOf)([image]).error > 0).length;
  const share = result.images.length > 1 && failed > 0 ? `${failed} of ${(0, import_chunk_DRSZDVSV.plural)(result.images.length, "image")} failed · ` : "";
  const said = result.images.length === 0 ? "nothing to measure" : (0, import_chunk_DRSZDVSV.countsInWords)(counts);
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part) => part !== void 0).join("@");
  const revision = [
    ...head === void 0 ? [] : [(0, import_chunk_7YMEJKHB.foreign)(head.slice(0, 7), "name"), (0, import_chunk_7YMEJKHB.own)(" ")],
    ...against === "" ? [] : [(0, import_chunk_7YMEJKHB.own)("against "), (0, import_chunk_7YMEJKHB.foreign)(against, "name")]
  ];
  return [
    ...(0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)("Plimsoll ", "bold"), (0, import_chunk_7YMEJKHB.own)(`${mark} ${share}${said}`, standing)], width),
    ...revision.length > 0 ? (0, import_chunk_7YMEJKHB.wrap)(revision, width) : []
  ];
}
function imageLines(image, several, width) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return unmeasuredLines(image, several, width);
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const delta = change ? ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes)})` : "";
  const title = [
    (0, import_chunk_7YMEJKHB.foreign)(image.name, "bold"),
    (0, import_chunk_7YMEJKHB.own)(` ${(0, import_chunk_CCPWSZ7L.formatBytes)(measurement.unpackedBytes)}${delta} · `),
    (0, import_chunk_7YMEJKHB.foreign)(image.platform),
    ...several ? [(0, import_chunk_7YMEJKHB.own)(` · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}`)] : []
  ];
  const body = [
    (0, import_chunk_2TFYQUPI.numbersOf)(image, width - 2),
    (0, import_chunk_2TFYQUPI.variantsOf)(image, width - 2),
    (0, import_chunk_2TFYQUPI.carriedLines)(image, width - 2),
    findingsOf(image, width - 2),
    (0, import_chunk_2TFYQUPI.changesOf)(image, width - 2),
    (0, import_chunk_2TFYQUPI.layersOf)(measurement, width - 2, "folded"),
    commandOf(image, width - 2)
  ].filter((lines) => lines.length > 0);
  return [...(0, import_chunk_7YMEJKHB.wrap)(title, width), ...body.flatMap((lines) => blank.concat((0, import_chunk_7YMEJKHB.indented)(lines, 2)))];
}
function unmeasuredLines(image, several, width) {
  const title = [
    (0, import_chunk_7YMEJKHB.foreign)(image.name, "bold"),
    (0, import_chunk_7YMEJKHB.own)(` ${(0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)} · `),
    (0, import_chunk_7YMEJKHB.foreign)(image.platform),
    ...several ? [(0, import_chunk_7YMEJKHB.own)(` · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}`)] : []
  ];
  const why = image.stated ? [...blank, ...(0, import_chunk_7YMEJKHB.indented)((0, import_chunk_7YMEJKHB.wrap)((0, import_chunk_7YMEJKHB.prose)((0, import_chunk_SBBVQVTE.whyUnmeasured)(image)), width - 2), 2)] : [];
  return [...(0, import_chunk_7YMEJKHB.wrap)(title, width), ...why, ...blank, ...(0, import_chunk_7YMEJKHB.indented)(findingsOf(image, width - 2), 2)];
}
var blank = [[]];
function commandOf(image, width) {
  const { argv, explanation } = (0, import_chunk_SBBVQVTE.gatedOf)(image).measurement.effectiveCommand;
  const command = argv.length === 0 ? (0, import_chunk_7YMEJKHB.own)("nothing of its own") : (0, import_chunk_7YMEJKHB.foreign)(JSON.stringify(argv), "name", 400);
  return [...(0, import_chunk_7YMEJKHB.labelled)("Runs", 9, [command], width), ...(0, import_chunk_7YMEJKHB.labelled)("", 9, (0, import_chunk_7YMEJKHB.prose)(explanation), width)];
}
function policySources({ policy, images }, width) {
  const passed = images.reduce((sum, image) => sum + image.passed.length, 0);
  const sources = listed(policy.sources, "name");
  return (0, import_chunk_7YMEJKHB.wrap)([(0, import_chunk_7YMEJKHB.own)(`${(0, import_chunk_DRSZDVSV.plural)(passed, "check")} passed · policy from `, "dim"), ...sources], width);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderTerminal
});
