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
  renderMarkdown: () => renderMarkdown
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7R3HJLHJ = require("./chunk-7R3HJLHJ.cjs");
var import_chunk_YZBFJGH3 = require("./chunk-YZBFJGH3.cjs");
var import_chunk_2CS64RFN = require("./chunk-2CS64RFN.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
function verdictMark({ error, warning, unbuilt = 0 }) {
  if (error > 0) return import_chunk_7R3HJLHJ.gfm`❌`;
  return warning > 0 || unbuilt > 0 ? import_chunk_7R3HJLHJ.gfm`⚠️` : import_chunk_7R3HJLHJ.gfm`✅`;
}
function headline({ images, outcome }) {
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(images);
  const [first] = images;
  if (images.length === 1 && first) {
    return (0, import_chunk_7R3HJLHJ.heading)(3, import_chunk_7R3HJLHJ.gfm`Plimsoll · ${verdictMark(counts)} ${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))} · ${sizeOf(first)}`);
  }
  if (images.length === 0) return (0, import_chunk_7R3HJLHJ.heading)(3, import_chunk_7R3HJLHJ.gfm`Plimsoll · ✅ nothing to measure`);
  const failed = images.filter((image) => (0, import_chunk_DRSZDVSV.countsOf)([image]).error > 0).length;
  const share = outcome === "pass" ? `${(0, import_chunk_DRSZDVSV.plural)(images.length, "image")} passed` : `${failed} of ${(0, import_chunk_DRSZDVSV.plural)(images.length, "image")} failed`;
  return (0, import_chunk_7R3HJLHJ.heading)(3, import_chunk_7R3HJLHJ.gfm`Plimsoll · ${verdictMark(counts)} ${(0, import_chunk_7R3HJLHJ.figures)(share)} · ${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))}`);
}
function sizeOf(image) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(image.name)} ${(0, import_chunk_7R3HJLHJ.text)((0, import_chunk_SBBVQVTE.unmeasuredInWords)(image))}`;
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const grown = change ? import_chunk_7R3HJLHJ.gfm` (${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes))})` : import_chunk_7R3HJLHJ.nothing;
  return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(image.name)} ${(0, import_chunk_7R3HJLHJ.bytes)(measurement.unpackedBytes)}${grown}`;
}
function revisionLine({ revision, images }) {
  const [first] = images;
  const head = revision?.head === void 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.code)(revision.head.slice(0, 7));
  const baseCommit = revision?.base === void 0 ? void 0 : revision.base.slice(0, 7);
  const base = [revision?.baseName, baseCommit].filter((part2) => part2 !== void 0).join("@");
  const against = base === "" ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`against ${(0, import_chunk_7R3HJLHJ.code)(base)}`;
  const platform = images.length === 1 && first ? (0, import_chunk_7R3HJLHJ.figures)(first.platform) : import_chunk_7R3HJLHJ.nothing;
  return (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.join)([platform, (0, import_chunk_7R3HJLHJ.join)([head, against], " ")], " · "));
}
var overviewColumns = [
  { title: import_chunk_7R3HJLHJ.nothing, align: "left" },
  { title: import_chunk_7R3HJLHJ.gfm`Image`, align: "left" },
  { title: import_chunk_7R3HJLHJ.gfm`On&nbsp;disk`, align: "right" },
  { title: import_chunk_7R3HJLHJ.gfm`Change`, align: "right" }
];
function overview(images) {
  return (0, import_chunk_7R3HJLHJ.table)(
    overviewColumns,
    images.map((image) => {
      const counts = (0, import_chunk_DRSZDVSV.countsOf)([image]);
      const gated = (0, import_chunk_SBBVQVTE.isMeasured)(image) ? (0, import_chunk_SBBVQVTE.gatedOf)(image) : void 0;
      const changed = gated?.change ? (0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_CCPWSZ7L.formatDelta)(gated.change.unpackedDeltaBytes)) : import_chunk_7R3HJLHJ.gfm`–`;
      return [
        verdictMark(counts),
        import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(image.name)}<br>${(0, import_chunk_7R3HJLHJ.figures)(image.platform)} · ${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))}`,
        gated ? (0, import_chunk_7R3HJLHJ.bytes)(gated.measurement.unpackedBytes) : (0, import_chunk_7R3HJLHJ.text)((0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)),
        changed
      ];
    })
  );
}
function place(lines, links) {
  const url = links && (0, import_chunk_LUC4HMHJ.urlOfLines)(links, lines);
  if (url === void 0) return (0, import_chunk_7R3HJLHJ.code)((0, import_chunk_LUC4HMHJ.nameOfLines)(lines));
  return (0, import_chunk_7R3HJLHJ.link)((0, import_chunk_7R3HJLHJ.code)((0, import_chunk_LUC4HMHJ.nameOfLines)({ ...lines, file: shortened(lines.file) })), url);
}
function shortened(file) {
  return file.length > 20 && file.includes("/") ? `…/${file.slice(file.lastIndexOf("/") + 1)}` : file;
}
function phrase(words, links) {
  return (0, import_chunk_7R3HJLHJ.join)(
    words.map((word) => oneWord(word, links)),
    " "
  );
}
function oneWord(word, links) {
  if (typeof word === "string") return (0, import_chunk_7R3HJLHJ.figures)(word);
  return "lines" in word ? place(word.lines, links) : (0, import_chunk_7R3HJLHJ.code)(word.name);
}
var marks = {
  error: import_chunk_7R3HJLHJ.gfm`❌`,
  warning: import_chunk_7R3HJLHJ.gfm`⚠️`,
  waived: import_chunk_7R3HJLHJ.gfm`⏸️`,
  passed: import_chunk_7R3HJLHJ.gfm`➖`
};
var columns = [
  { title: import_chunk_7R3HJLHJ.nothing, align: "left" },
  { title: import_chunk_7R3HJLHJ.gfm`What and where`, align: "left" },
  { title: import_chunk_7R3HJLHJ.gfm`To pass`, align: "left" }
];
function openLines(image) {
  return (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
}
function policyTable(lines, links) {
  return (0, import_chunk_7R3HJLHJ.table)(
    columns,
    (0, import_chunk_DRSZDVSV.grouped)(lines).map((group) => [marks[group.first.standing], whatOf(group, links), toPass(group)])
  );
}
function whatOf({ first, lines }, links) {
  const [only] = lines.length === 1 ? lines : [];
  const where = only?.location ? place(only.location, links) : import_chunk_7R3HJLHJ.nothing;
  const count = only ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`× ${lines.length}`;
  const title = (0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.join)([import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.code)(first.rule)}**`, count], " "), where], " · ");
  const found = lines.map((line) => {
    const here = !only && line.location ? place(line.location, links) : import_chunk_7R3HJLHJ.nothing;
    return (0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.prose)(line.message, 600, maxNameUnits), here], " "), somePaths((0, import_chunk_DRSZDVSV.unnamedPaths)(line))], "<br>");
  });
  return (0, import_chunk_7R3HJLHJ.join)([title, ...found, waiverOf(first)], "<br>");
}
function waiverOf({ waiver }) {
  if (!waiver) return import_chunk_7R3HJLHJ.nothing;
  return import_chunk_7R3HJLHJ.gfm`Waived until ${(0, import_chunk_7R3HJLHJ.text)(waiver.expires)} by ${(0, import_chunk_7R3HJLHJ.code)(waiver.owner)}: ${(0, import_chunk_7R3HJLHJ.text)(waiver.reason)}`;
}
var shownPaths = 3;
var maxNameUnits = 44;
function somePaths(paths) {
  const rest = paths.length - shownPaths;
  const names = paths.slice(0, shownPaths).map((path) => (0, import_chunk_7R3HJLHJ.code)(path, maxNameUnits));
  return (0, import_chunk_7R3HJLHJ.join)([...names, ...rest > 0 ? [import_chunk_7R3HJLHJ.gfm`and ${rest} more`] : []], ", ");
}
function toPass({ first, lines }) {
  const advice = first.toPass;
  const bytes2 = lines.reduce((sum, line) => sum + (line.bytes ?? 0), 0);
  if (advice === "" || bytes2 === 0 || advice.includes((0, import_chunk_CCPWSZ7L.formatBytes)(bytes2))) return (0, import_chunk_7R3HJLHJ.prose)(advice);
  return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.prose)(advice.replace(/\.$/, ""))}: ${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_CCPWSZ7L.formatBytes)(-bytes2))}`;
}
function policyHeadings(lines, maxUnits) {
  return (0, import_chunk_7R3HJLHJ.bullets)(
    lines.map((line) => {
      const words = maxUnits === 0 ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm` ${(0, import_chunk_7R3HJLHJ.prose)(line.message, maxUnits)}`;
      return import_chunk_7R3HJLHJ.gfm`${marks[line.standing]} ${(0, import_chunk_7R3HJLHJ.code)(line.rule, 60)}${words}`;
    })
  );
}
function policyCounts(lines, where = () => import_chunk_7R3HJLHJ.nothing) {
  const counts = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const key = `${line.standing} ${line.rule}`;
    counts.set(key, { line, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].map(
    ({ line, times }) => import_chunk_7R3HJLHJ.gfm`${marks[line.standing]} ${(0, import_chunk_7R3HJLHJ.code)(line.rule, 60)} × ${times}${where(line)}`
  );
}
function leftOut(names, fullReportUrl) {
  const counted = [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times === 1 ? (0, import_chunk_7R3HJLHJ.figures)(name) : import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.figures)(name)} (${times} images)`;
  });
  const page = fullReportUrl === void 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.link)(import_chunk_7R3HJLHJ.gfm`The full report`, fullReportUrl);
  const where = fullReportUrl === void 0 ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm` ${page} has them.`;
  return (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`Left out or shortened to fit GitHub’s limit: ${(0, import_chunk_7R3HJLHJ.join)(counted, ", ")}.${where}`);
}
function lastResort(result, measure, limit, url) {
  const head = (0, import_chunk_7R3HJLHJ.stack)([headline(result), revisionLine(result)]);
  const note = leftOut(["Everything but the counts"], url);
  const pageOf = (blocks) => `${(0, import_chunk_7R3HJLHJ.stack)([head, ...blocks, note]).source}
`;
  const open = (0, import_chunk_DRSZDVSV.worstFirst)(result.images).flatMap((image) => {
    const lines = openLines(image);
    return lines.length > 0 ? [{ name: (0, import_chunk_7R3HJLHJ.code)(image.name, 60), lines }] : [];
  });
  const byImage = open.flatMap(({ name, lines }) => policyCounts(lines).map((count) => import_chunk_7R3HJLHJ.gfm`${count} in ${name}`));
  const whole = pageOf([(0, import_chunk_7R3HJLHJ.bullets)(byImage)]);
  if (measure(whole) <= limit) return whole;
  const byRule = rulesOf(open);
  const names = open.map(({ name }) => name);
  const page = (rules2, images2) => pageOf([(0, import_chunk_7R3HJLHJ.bullets)(firstOf(byRule, rules2, "rules")), (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.join)(firstOf(names, images2, "images"), ", "))]);
  const fits = (text2) => measure(text2) <= limit;
  const rules = most(byRule.length, (count) => fits(page(count, 0)));
  const images = rules < byRule.length ? 0 : most(names.length, (count) => fits(page(rules, count)));
  return page(rules, images);
}
function most(all, fits) {
  if (fits(all)) return all;
  let [fitting, tooMany] = [0, all];
  while (tooMany - fitting > 1) {
    const middle = fitting + tooMany >> 1;
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
function firstOf(items, kept, what) {
  const rest = items.length - kept;
  return rest > 0 ? [...items.slice(0, kept), import_chunk_7R3HJLHJ.gfm`… and ${rest} more ${(0, import_chunk_7R3HJLHJ.figures)(what)}`] : items;
}
function rulesOf(open) {
  const images = /* @__PURE__ */ new Map();
  for (const { lines } of open)
    for (const key of new Set(lines.map(keyOf))) images.set(key, (images.get(key) ?? 0) + 1);
  const all = open.flatMap(({ lines }) => lines);
  return policyCounts(all, (line) => import_chunk_7R3HJLHJ.gfm` in ${(0, import_chunk_7R3HJLHJ.figures)((0, import_chunk_DRSZDVSV.plural)(images.get(keyOf(line)) ?? 0, "image"))}`);
}
var keyOf = ({ standing, rule }) => `${standing} ${rule}`;
var left = (title) => ({ title, align: "left" });
var right = (title) => ({ title, align: "right" });
function cappedTable(columns3, rows, maxRows) {
  if (rows.length === 0) return [];
  const rest = rows.length - maxRows;
  return [(0, import_chunk_7R3HJLHJ.table)(columns3, rows.slice(0, maxRows)), ...rest > 0 ? [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`… and ${rest} more`)] : []];
}
function fold(name, summary, blocks) {
  return { name, block: (0, import_chunk_7R3HJLHJ.details)((0, import_chunk_7R3HJLHJ.figures)(summary), [(0, import_chunk_7R3HJLHJ.stack)(blocks)]) };
}
function whatGrew(change, { maxRows }) {
  const { packages, grew, config } = change;
  const rewritten = (0, import_chunk_3OORL62Y.rewrittenWords)(change);
  const blocks = [
    ...cappedTable(packageColumns, packageRows(packages), maxRows),
    ...cappedTable(
      [left(import_chunk_7R3HJLHJ.gfm`Path`), right(import_chunk_7R3HJLHJ.nothing)],
      grew.map(({ path, ofBase, deltaBytes }) => [
        ofBase ? (0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.code)(path), (0, import_chunk_7R3HJLHJ.figures)("base image")], " ") : (0, import_chunk_7R3HJLHJ.code)(path),
        (0, import_chunk_7R3HJLHJ.delta)(deltaBytes)
      ]),
      maxRows
    ),
    ...cappedTable(
      [left(import_chunk_7R3HJLHJ.gfm`Setting`), left(import_chunk_7R3HJLHJ.gfm`base`), left(import_chunk_7R3HJLHJ.gfm`this change`)],
      config.map(({ field, before: before2, after: after2 }) => [(0, import_chunk_7R3HJLHJ.code)(field), value(before2), value(after2)]),
      maxRows
    ),
    ...rewritten === void 0 ? [] : [(0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)(rewritten))]
  ];
  if (blocks.length === 0) return void 0;
  const counts = [
    packages.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(packages.length, "package") : "",
    grew.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(grew.length, "path") : "",
    config.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(config.length, "setting") : "",
    rewritten === void 0 ? "" : "other contents"
  ];
  return fold("What grew", `What grew: ${counts.filter((words) => words !== "").join(", ")}`, blocks);
}
var packageColumns = [left(import_chunk_7R3HJLHJ.gfm`Package`), left(import_chunk_7R3HJLHJ.gfm`base`), left(import_chunk_7R3HJLHJ.gfm`this change`), right(import_chunk_7R3HJLHJ.nothing)];
function packageRows(packages) {
  return packages.map(({ manager, name, before: before2, after: after2, ofBase, deltaBytes }) => [
    (0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.code)(name), (0, import_chunk_7R3HJLHJ.figures)(ofBase ? `${manager}, base image` : manager)], " "),
    value(before2),
    value(after2),
    (0, import_chunk_7R3HJLHJ.delta)(deltaBytes)
  ]);
}
function value(side) {
  return side === void 0 ? import_chunk_7R3HJLHJ.gfm`–` : (0, import_chunk_7R3HJLHJ.code)(side);
}
var barCells = 16;
function bar(part2, whole, cells = barCells) {
  const filled = whole === 0 ? 0 : Math.round(part2 / whole * cells);
  return "█".repeat(part2 > 0 ? Math.max(1, filled) : 0);
}
function variantsBlock(image) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  const [first, ...others] = comparisons;
  if (!first) return void 0;
  if (others.length > 0)
    return (0, import_chunk_7R3HJLHJ.stack)([
      (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**Ways of building ${(0, import_chunk_7R3HJLHJ.code)(image.name)}**`),
      bars(image),
      (0, import_chunk_7R3HJLHJ.bullets)(comparisons.map(sentence))
    ]);
  return (0, import_chunk_7R3HJLHJ.stack)([(0, import_chunk_7R3HJLHJ.paragraph)(sentence(first)), bars(image)]);
}
function carriedBlock(image, links) {
  const carried = (0, import_chunk_3OORL62Y.carriedBy)(image);
  if (!carried) return void 0;
  const parts = carried.parts.map((words) => phrase(words, links));
  return (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.figures)(carried.intro)}** — ${(0, import_chunk_7R3HJLHJ.join)(parts, ", ")}`);
}
function variantKindsFold(image) {
  const found = (0, import_chunk_YZBFJGH3.variantKinds)(image);
  if (!found) return void 0;
  const sizes = found.variants.map((_, index) => found.rows.reduce((sum, row) => sum + (row.bytes[index] ?? 0), 0));
  const columns3 = [left(import_chunk_7R3HJLHJ.nothing), ...found.variants.map((name) => right((0, import_chunk_7R3HJLHJ.code)(name, 40)))];
  const rows = found.rows.map(({ name, bytes: each }) => [
    (0, import_chunk_7R3HJLHJ.figures)(name),
    ...each.map((one) => one === 0 ? import_chunk_7R3HJLHJ.gfm`–` : (0, import_chunk_7R3HJLHJ.bytes)(one))
  ]);
  const whole = [import_chunk_7R3HJLHJ.gfm`**on&nbsp;disk**`, ...sizes.map((size) => import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.bytes)(size)}**`)];
  return fold("Ways of building by kind", "Ways of building by kind", [(0, import_chunk_7R3HJLHJ.table)(columns3, [...rows, whole])]);
}
function sentence(comparison) {
  const { before: before2, after: after2, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const sizes = import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.code)(before2)} ${(0, import_chunk_7R3HJLHJ.bytes)(beforeBytes)} → ${(0, import_chunk_7R3HJLHJ.code)(after2)} ${(0, import_chunk_7R3HJLHJ.bytes)(afterBytes)}`;
  if (unpackedDeltaBytes >= 0) return import_chunk_7R3HJLHJ.gfm`${sizes}: **${(0, import_chunk_7R3HJLHJ.delta)(unpackedDeltaBytes)}**${kindsOf(comparison)}`;
  const share = (0, import_chunk_CCPWSZ7L.formatRatio)(beforeBytes === 0 ? 0 : -unpackedDeltaBytes / beforeBytes);
  return import_chunk_7R3HJLHJ.gfm`**${sizes}: ${(0, import_chunk_7R3HJLHJ.figures)(`${(0, import_chunk_CCPWSZ7L.formatBytes)(-unpackedDeltaBytes)} (${share}) stay behind`)}**${kindsOf(comparison)}`;
}
function kindsOf(comparison) {
  const words = (0, import_chunk_SBBVQVTE.kindsInWords)(comparison);
  return words === "" ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm` — ${(0, import_chunk_7R3HJLHJ.figures)(words)}`;
}
var columns2 = [
  { title: import_chunk_7R3HJLHJ.nothing, align: "left" },
  { title: import_chunk_7R3HJLHJ.gfm`on&nbsp;disk`, align: "right" },
  { title: import_chunk_7R3HJLHJ.nothing, align: "left" }
];
function bars(image) {
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const largestFirst = image.variants.toSorted(
    (one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes
  );
  return (0, import_chunk_7R3HJLHJ.table)(
    columns2,
    largestFirst.map(({ name, measurement }) => [
      name === image.gated ? import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.code)(name)}**` : (0, import_chunk_7R3HJLHJ.code)(name),
      (0, import_chunk_7R3HJLHJ.bytes)(measurement.unpackedBytes),
      (0, import_chunk_7R3HJLHJ.code)(bar(measurement.unpackedBytes, longest))
    ])
  );
}
var barCells2 = 24;
function historyLine(image) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  return trend && (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`History ${(0, import_chunk_7R3HJLHJ.code)(trend.spark)} ${(0, import_chunk_7R3HJLHJ.figures)(trend.words)}`);
}
function rulesSinceLine(image) {
  const lines = (0, import_chunk_2CS64RFN.rulesSince)(image).map(({ label: label2, rules }) => {
    const names = rules.map((rule) => (0, import_chunk_7R3HJLHJ.code)(rule, 60));
    return import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.figures)(label2)}: ${(0, import_chunk_7R3HJLHJ.join)(names, ", ")}`;
  });
  const why = (0, import_chunk_2CS64RFN.notJudged)(image);
  if (why !== void 0) lines.push((0, import_chunk_7R3HJLHJ.prose)(why));
  return lines.length === 0 ? void 0 : (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.join)(lines, " · "));
}
function historyFold(image, maxRows) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  if (!trend) return void 0;
  const columns3 = [
    left(import_chunk_7R3HJLHJ.gfm`Commit`),
    left(import_chunk_7R3HJLHJ.gfm`Day`),
    right(import_chunk_7R3HJLHJ.gfm`on&nbsp;disk`),
    right(import_chunk_7R3HJLHJ.gfm`change`),
    left(import_chunk_7R3HJLHJ.nothing),
    right(import_chunk_7R3HJLHJ.gfm`layers`)
  ];
  const count = trend.rows.length - 1;
  return fold("History", `History: ${count} recorded commits`, cappedTable(columns3, rowsOf(trend), maxRows));
}
function rowsOf({ rows }) {
  const longest = Math.max(...rows.map(({ unpackedBytes }) => unpackedBytes));
  return rows.toReversed().map(({ commit, day, release, unpackedBytes, deltaBytes, layers: layers2 }) => [
    commit === void 0 ? import_chunk_7R3HJLHJ.gfm`this change` : (0, import_chunk_7R3HJLHJ.join)([(0, import_chunk_7R3HJLHJ.code)(commit.slice(0, 12)), release === void 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.code)(release, 60)], " "),
    day === void 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.code)(day),
    (0, import_chunk_7R3HJLHJ.bytes)(unpackedBytes),
    deltaBytes === void 0 || deltaBytes === 0 ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.delta)(deltaBytes),
    (0, import_chunk_7R3HJLHJ.code)(bar(unpackedBytes, longest, barCells2)),
    import_chunk_7R3HJLHJ.gfm`${layers2}`
  ]);
}
function foldsOf(image, context) {
  return [...(0, import_chunk_SBBVQVTE.isMeasured)(image) ? foldsOfImage(image, context) : [], notChecked(image)].filter(
    (one) => one !== void 0
  );
}
function foldsOfImage(image, context) {
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  return [
    change && whatGrew(change, context),
    variantKindsFold(image),
    context.detail === "summary" ? historyFold(image, context.maxRows) : void 0,
    layers(measurement, context),
    hiddenCopies(measurement, context),
    effectiveCommand(measurement),
    contents(measurement, context)
  ];
}
function layers(measurement, { links, maxRows }) {
  const rows = measurement.perLayer.map((layer, index) => [
    import_chunk_7R3HJLHJ.gfm`${index}`,
    (0, import_chunk_7R3HJLHJ.bytes)(layer.unpackedBytes),
    layer.unpackedBytes === layer.visibleBytes ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.bytes)(layer.unpackedBytes - layer.visibleBytes),
    layer.dockerfile ? place(layer.dockerfile, links) : phrase([(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, index)], links),
    layer.createdBy === "" ? import_chunk_7R3HJLHJ.nothing : (0, import_chunk_7R3HJLHJ.code)((0, import_chunk_SBBVQVTE.commandOfLayer)(layer), 100)
  ]);
  const columns3 = [right(import_chunk_7R3HJLHJ.gfm`#`), right(import_chunk_7R3HJLHJ.gfm`on disk`), right(import_chunk_7R3HJLHJ.gfm`hidden`), left(import_chunk_7R3HJLHJ.gfm`Where`), left(import_chunk_7R3HJLHJ.gfm`Made by`)];
  const cut = Math.max(0, rows.length - maxRows);
  const note = cut > 0 ? [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`The lowest ${cut} layers are left out.`)] : [];
  return fold("Layers", `Layers: ${measurement.layers}`, [...note, (0, import_chunk_7R3HJLHJ.table)(columns3, rows.slice(cut))]);
}
function hiddenCopies(measurement, { links, maxRows }) {
  const { hidden, hiddenTotal } = measurement;
  if (hidden.length === 0) return void 0;
  const rows = hidden.slice(0, maxRows).map(({ path, bytes: size, addedBy, hiddenBy, how }) => [
    (0, import_chunk_7R3HJLHJ.code)(path),
    (0, import_chunk_7R3HJLHJ.bytes)(size),
    phrase(
      [(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[how], (0, import_chunk_3OORL62Y.placeOfLayer)(measurement, addedBy), "wrote"],
      links
    )
  ]);
  const rest = hiddenTotal.copies - rows.length;
  const blocks = [
    (0, import_chunk_7R3HJLHJ.table)([left(import_chunk_7R3HJLHJ.gfm`Path`), right(import_chunk_7R3HJLHJ.gfm`hidden`), left(import_chunk_7R3HJLHJ.gfm`How`)], rows),
    ...rest > 0 ? [(0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`… and ${rest} more`)] : []
  ];
  const summary = `Hidden copies: ${hiddenTotal.copies}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(hiddenTotal.bytes)}`;
  return fold("Hidden copies", summary, blocks);
}
function effectiveCommand({ effectiveCommand: { argv, pid1, explanation }, config }) {
  const items = [
    import_chunk_7R3HJLHJ.gfm`Runs ${argv.length === 0 ? import_chunk_7R3HJLHJ.gfm`nothing of its own` : (0, import_chunk_7R3HJLHJ.code)(JSON.stringify(argv), 400)}`,
    pid1 === void 0 ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`Process 1 is ${(0, import_chunk_7R3HJLHJ.code)(pid1)}`,
    (0, import_chunk_7R3HJLHJ.prose)(explanation),
    import_chunk_7R3HJLHJ.gfm`User ${config.user === "" ? import_chunk_7R3HJLHJ.gfm`not set, so root` : (0, import_chunk_7R3HJLHJ.code)(config.user)}`,
    config.workingDir === "" ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`Working directory ${(0, import_chunk_7R3HJLHJ.code)(config.workingDir)}`,
    config.exposedPorts.length === 0 ? import_chunk_7R3HJLHJ.nothing : import_chunk_7R3HJLHJ.gfm`Ports ${(0, import_chunk_7R3HJLHJ.join)(
      config.exposedPorts.slice(0, 20).map((port) => (0, import_chunk_7R3HJLHJ.code)(port, 40)),
      ", "
    )}`
  ];
  return fold("Effective command", "Effective command", [(0, import_chunk_7R3HJLHJ.bullets)(items.filter(({ source }) => source !== ""))]);
}
function contents({ packages, largest, byKind }, { maxRows }) {
  const kinds = byKind.filter(({ unpackedBytes }) => unpackedBytes > 0).toSorted((a, b) => b.unpackedBytes - a.unpackedBytes);
  const bySize = packages.toSorted((one, other) => other.bytes - one.bytes);
  const blocks = [
    ...kinds.length === 0 ? [] : [
      (0, import_chunk_7R3HJLHJ.paragraph)(
        (0, import_chunk_7R3HJLHJ.join)(
          kinds.map(
            ({ kind, unpackedBytes }) => (0, import_chunk_7R3HJLHJ.figures)(`${kind.replaceAll("-", " ")} ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}`)
          ),
          " · "
        )
      )
    ],
    ...cappedTable(
      [left(import_chunk_7R3HJLHJ.gfm`Folder`), right(import_chunk_7R3HJLHJ.gfm`visible`), right(import_chunk_7R3HJLHJ.gfm`layer`)],
      largest.map(({ path, bytes: size, layer }) => [(0, import_chunk_7R3HJLHJ.code)(path), (0, import_chunk_7R3HJLHJ.bytes)(size), import_chunk_7R3HJLHJ.gfm`${layer}`]),
      maxRows
    ),
    ...cappedTable(
      [left(import_chunk_7R3HJLHJ.gfm`Package`), left(import_chunk_7R3HJLHJ.gfm`version`), right(import_chunk_7R3HJLHJ.gfm`visible`), right(import_chunk_7R3HJLHJ.gfm`layer`)],
      bySize.map(({ name, version, bytes: size, layer }) => [(0, import_chunk_7R3HJLHJ.code)(name), (0, import_chunk_7R3HJLHJ.code)(version), (0, import_chunk_7R3HJLHJ.bytes)(size), import_chunk_7R3HJLHJ.gfm`${layer}`]),
      maxRows
    )
  ];
  if (blocks.length === 0) return void 0;
  const count = packages.length > 0 ? `: ${(0, import_chunk_DRSZDVSV.plural)(packages.length, "package")}` : "";
  return fold("Packages and folders", `Packages and folders${count}`, blocks);
}
function notChecked(image) {
  const reasons = (0, import_chunk_DRSZDVSV.notCheckedByReason)(image);
  if (reasons.length === 0) return void 0;
  const count = reasons.reduce((sum, [, rules]) => sum + rules.length, 0);
  const items = reasons.map(
    ([reason, rules]) => import_chunk_7R3HJLHJ.gfm`${(0, import_chunk_7R3HJLHJ.prose)(reason)} ${(0, import_chunk_7R3HJLHJ.join)(
      rules.map((rule) => (0, import_chunk_7R3HJLHJ.code)(rule)),
      ", "
    )}`
  );
  return fold("Not checked", `Not checked, counted as passed: ${(0, import_chunk_DRSZDVSV.plural)(count, "rule")}`, [(0, import_chunk_7R3HJLHJ.bullets)(items)]);
}
var label = { title: import_chunk_7R3HJLHJ.nothing, align: "left" };
var before = {
  title: import_chunk_7R3HJLHJ.gfm`base`,
  align: "right"
};
var after = {
  title: import_chunk_7R3HJLHJ.gfm`this&nbsp;change`,
  align: "right"
};
var notes = { title: import_chunk_7R3HJLHJ.nothing, align: "left" };
var labels = {
  "On disk": import_chunk_7R3HJLHJ.gfm`On&nbsp;disk`,
  "To pull": import_chunk_7R3HJLHJ.gfm`To&nbsp;pull`,
  Hidden: import_chunk_7R3HJLHJ.gfm`Hidden`,
  Layers: import_chunk_7R3HJLHJ.gfm`Layers`
};
function numbersBlock(image, links) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return (0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)((0, import_chunk_SBBVQVTE.whyUnmeasured)(image)));
  const rows = (0, import_chunk_3OORL62Y.numberRows)((0, import_chunk_SBBVQVTE.gatedOf)(image));
  const hasBase = image.baseline.state === "found";
  const cells = rows.map((row) => {
    const figure = row.label === "On disk" ? import_chunk_7R3HJLHJ.gfm`**${(0, import_chunk_7R3HJLHJ.figures)(row.after)}**` : (0, import_chunk_7R3HJLHJ.figures)(row.after);
    const said = (0, import_chunk_7R3HJLHJ.join)(
      row.notes.map((words) => phrase(words, links)),
      " · "
    );
    return hasBase ? [labels[row.label], (0, import_chunk_7R3HJLHJ.figures)(row.before ?? ""), figure, said] : [labels[row.label], figure, said];
  });
  const figureColumns = hasBase ? [label, before, after] : [label, { ...after, title: import_chunk_7R3HJLHJ.gfm`this&nbsp;image` }];
  const columns3 = rows.some((row) => row.notes.length > 0) ? [...figureColumns, notes] : figureColumns;
  const reason = image.baseline.state === "none" ? [(0, import_chunk_7R3HJLHJ.paragraph)((0, import_chunk_7R3HJLHJ.prose)((0, import_chunk_3OORL62Y.baselineWords)(image.baseline.reason)))] : [];
  return (0, import_chunk_7R3HJLHJ.stack)([
    (0, import_chunk_7R3HJLHJ.table)(
      columns3,
      cells.map((row) => row.slice(0, columns3.length))
    ),
    ...reason
  ]);
}
function policyOrigin({ policy, images }) {
  const rules = policy.rules ?? [];
  const sources = (0, import_chunk_7R3HJLHJ.join)(
    policy.sources.map((source) => (0, import_chunk_7R3HJLHJ.code)(source)),
    ", "
  );
  const passed = new Set(images.flatMap((image) => image.passed));
  const rows = rules.map(({ id, level, summary, origin }) => [(0, import_chunk_7R3HJLHJ.code)(id), (0, import_chunk_7R3HJLHJ.text)(level), (0, import_chunk_7R3HJLHJ.text)(summary), (0, import_chunk_7R3HJLHJ.code)(origin)]);
  const columns3 = ["Rule", "Level", "What it asks", "Turned on in"].map((title) => ({
    title: (0, import_chunk_7R3HJLHJ.figures)(title),
    align: "left"
  }));
  const count = rules.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(rules.length, "rule") : (0, import_chunk_DRSZDVSV.plural)(passed.size, "rule");
  return (0, import_chunk_7R3HJLHJ.details)((0, import_chunk_7R3HJLHJ.figures)(`Policy: ${count}${rules.length > 0 ? "" : " passed"}, where each line comes from`), [
    (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`From ${sources} · digest ${(0, import_chunk_7R3HJLHJ.code)(policy.digest)}`),
    ...rows.length > 0 ? [(0, import_chunk_7R3HJLHJ.table)(columns3, rows)] : []
  ]);
}
var noticeMarks = { warning: import_chunk_7R3HJLHJ.gfm`⚠️`, notice: import_chunk_7R3HJLHJ.gfm`ℹ️` };
function partsOf(result, context) {
  const several = result.images.length > 1;
  const sorted = several ? (0, import_chunk_DRSZDVSV.worstFirst)(result.images) : result.images;
  const notices = result.notices.map(({ level, message }) => import_chunk_7R3HJLHJ.gfm`${noticeMarks[level]} ${(0, import_chunk_7R3HJLHJ.prose)(message)}`);
  const head = [headline(result), revisionLine(result), ...several ? [overview(sorted)] : []];
  return [
    fixed((0, import_chunk_7R3HJLHJ.stack)(head)),
    ...notices.length > 0 ? [part(3, "Notices", (0, import_chunk_7R3HJLHJ.bullets)(notices))] : [],
    ...sorted.flatMap((image) => imageParts(image, context, several)),
    part(20, "Policy", policyOrigin(result))
  ];
}
function imageParts(image, context, several) {
  const lines = openLines(image);
  const numbers = numbersBlock(image, context.links);
  const history = historyLine(image);
  const since = rulesSinceLine(image);
  const variants = variantsBlock(image);
  const carried = carriedBlock(image, context.links);
  const folds = foldsOf(image, context);
  if (several && lines.length === 0) {
    const summary = import_chunk_7R3HJLHJ.gfm`${verdictMark((0, import_chunk_DRSZDVSV.countsOf)([image]))} ${(0, import_chunk_7R3HJLHJ.htmlCode)(image.name)}`;
    const brief = (0, import_chunk_7R3HJLHJ.stack)([numbers, ...variants ? [variants] : []]);
    return [
      part(
        12,
        "Images that passed",
        (0, import_chunk_7R3HJLHJ.details)(summary, [brief, ...folds.map(({ block }) => block)]),
        (0, import_chunk_7R3HJLHJ.details)(summary, [brief])
      )
    ];
  }
  const title = several ? [fixed((0, import_chunk_7R3HJLHJ.heading)(4, import_chunk_7R3HJLHJ.gfm`${verdictMark((0, import_chunk_DRSZDVSV.countsOf)([image]))} ${(0, import_chunk_7R3HJLHJ.code)(image.name)} · ${(0, import_chunk_7R3HJLHJ.figures)(image.platform)}`))] : [];
  return [
    ...title,
    part(2, "Numbers", numbers),
    ...history ? [part(3, "History", history)] : [],
    ...variants ? [part(3, "Ways of building", variants)] : [],
    ...carried ? [part(3, "What only a build needs", carried)] : [],
    ...since ? [part(4, "Rules since the baseline", since)] : [],
    ...lines.length > 0 ? [policyPart(lines, context.links)] : [],
    ...folds.map(({ name, block }) => part(foldRanks[name], name, block))
  ];
}
var foldRanks = {
  "What grew": 5,
  "Ways of building by kind": 6,
  History: 6,
  Layers: 6,
  "Hidden copies": 7,
  "Effective command": 8,
  "Packages and folders": 9,
  "Not checked": 10
};
function policyPart(lines, links) {
  const full = () => policyTable(lines, links);
  const worstInFull = () => (0, import_chunk_7R3HJLHJ.stack)([policyTable(lines.slice(0, 20), links), policyHeadings(lines.slice(20), 160)]);
  const headings = [120, 0].map((maxUnits) => () => policyHeadings(lines, maxUnits));
  return {
    forms: [full, ...lines.length > 20 ? [worstInFull] : [], ...headings],
    rank: 4,
    droppable: false,
    name: "Details of findings"
  };
}
function part(rank, name, ...blocks) {
  return { forms: blocks.map((block) => () => block), rank, droppable: true, name };
}
function fixed(block) {
  return { forms: [() => block], rank: 0, droppable: false, name: "" };
}
var limits = { comment: 6e4, summary: 9e5 };
function renderMarkdown(result, options = {}) {
  const detail = options.detail ?? "comment";
  const measure = detail === "comment" ? import_chunk_7R3HJLHJ.characters : import_chunk_7R3HJLHJ.utf8Bytes;
  const limit = options.limit ?? limits[detail];
  const context = {
    detail,
    links: (0, import_chunk_LUC4HMHJ.sourceLinks)(options.repositoryUrl, options.commit ?? result.revision?.head),
    maxRows: detail === "comment" ? 25 : 2e3
  };
  const footer = footerOf(result);
  const room = limit - measure(footer.source) - 1e3;
  const fitted = (0, import_chunk_7R3HJLHJ.fit)(partsOf(result, context), measure, room);
  if (!fitted.fits) return lastResort(result, measure, limit, options.fullReportUrl);
  const note = fitted.dropped.length > 0 ? [leftOut(fitted.dropped, options.fullReportUrl)] : [];
  return `${(0, import_chunk_7R3HJLHJ.stack)([...fitted.blocks, ...note, footer]).source}
`;
}
function footerOf({ tool, policy }) {
  return (0, import_chunk_7R3HJLHJ.paragraph)(import_chunk_7R3HJLHJ.gfm`<sub>Plimsoll ${(0, import_chunk_7R3HJLHJ.figures)(tool.version)} · policy ${(0, import_chunk_7R3HJLHJ.code)(policy.digest.slice(0, 19))}</sub>`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderMarkdown
});
