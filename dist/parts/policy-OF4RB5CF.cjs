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
  runPolicy: () => runPolicy
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7ZWMZDYP = require("./chunk-7ZWMZDYP.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_MWGOSDYI = require("./chunk-MWGOSDYI.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_KKYFS6GH = require("./chunk-KKYFS6GH.cjs");
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_ZGRPIQOY = require("./chunk-ZGRPIQOY.cjs");
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_WF57VGGL = require("./chunk-WF57VGGL.cjs");
var import_chunk_X6CGFVG6 = require("./chunk-X6CGFVG6.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_2AOSR46K = require("./chunk-2AOSR46K.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var beforeAnyExpiry = "1970-01-01";
var maxResultBytes = 64 * 2 ** 20;
async function testPolicy(policy, cases, folder, checkout) {
  const outcomes = [];
  for (const one of cases) {
    const path = folder === "" ? one.result : `${folder}/${one.result}`;
    const image = imageOf(one, path, await checkout.readText(path, maxResultBytes));
    outcomes.push({
      name: one.name,
      differences: differencesOf(one, judgeStored(policy, image, one.today ?? beforeAnyExpiry))
    });
  }
  return outcomes;
}
function imageOf({ image: name }, path, text2) {
  if (text2 === void 0)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-report",
      message: `There is no result ${path}.`,
      expected: "a report written by --output json=FILE",
      hint: "The path is relative to the file of the cases."
    });
  const { images } = (0, import_chunk_MWGOSDYI.parseReport)(path, text2);
  const found = name === void 0 ? images[0] : images.find((image) => image.name === name);
  if (found) return found;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "unknown-image",
    message: `${path} holds no image ${name ?? "at all"}.`,
    expected: images.map((image) => image.name).join(", "),
    hint: "Name one of its images, or leave `image` out for the first."
  });
}
function judgeStored(policy, { name, gated, variants, baseline, comparisons }, today) {
  const measurement = variants.find((variant) => variant.name === gated)?.measurement;
  if (!measurement) throw new Error(`A result of ${name} has no variant ${gated}.`);
  const change = comparisons.find(({ kind }) => kind === "baseline");
  const stages = comparisons.find(({ before }) => before === "single-stage");
  const subject = {
    imageName: name,
    measurement,
    bodies: /* @__PURE__ */ new Map(),
    ...change && { change },
    ...stages && { stages },
    ...baseline.state === "none" && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true }
  };
  return (0, import_chunk_2RRNY4QZ.judge)(policy, subject, today);
}
function differencesOf(one, { findings, notRun }) {
  const found = findings.filter(({ waiver }) => waiver === null).map(({ rule }) => rule);
  const waived = findings.filter(({ waiver }) => waiver !== null).map(({ rule }) => rule);
  return [
    ...compared("find", "found", one.findings, found),
    ...one.waived ? compared("waive", "waived", one.waived, waived) : [],
    ...one["not-run"] ? compared(
      "leave out",
      "left out",
      one["not-run"],
      notRun.map(({ rule }) => rule)
    ) : []
  ];
}
function compared(verb, done, wanted, got) {
  return [
    .../* @__PURE__ */ new Set([
      ...wanted.filter((rule) => !got.includes(rule)).map((rule) => `did not ${verb} ${rule}`),
      ...got.filter((rule) => !wanted.includes(rule)).map((rule) => `${done} ${rule}, which the case does not say`)
    ])
  ];
}
function renderPolicy({ uses, waivers, sources, digest }) {
  const width = Math.max(0, ...uses.map(({ id }) => id.length));
  const rules2 = uses.map(
    ({ id, level: level2, options, origin, whenNotRun }) => `${id.padEnd(width)}  ${level2.padEnd(7)}  ${JSON.stringify(options)}  [${origin}; when it cannot run: ${whenNotRun}]`
  );
  const waived = waivers.map(
    ({ rule, image, expires, owner, origin }) => `waiver of ${rule} for ${image ?? "every image"} until ${expires} by ${owner}  [${origin}]`
  );
  return [...rules2, ...waived, `from ${sources.join(" → ")}`, digest].map((line) => `${(0, import_chunk_WD6J6YZB.visible)(line, 1e3)}
`).join("");
}
function renderRule({ id, group, summary, why, howToPass, options, here }) {
  const lines = [
    `${id} (${group})`,
    `  ${summary}`,
    "",
    `  Why: ${why}`,
    `  To pass: ${howToPass}`,
    ...options.length === 0 ? [] : ["", "  Options:"],
    ...options.map(({ name, standing, description }) => `    ${name} (${standing}): ${description}`),
    ...here === void 0 ? [] : ["", `  Here: ${describeHere(here)}`]
  ];
  return lines.map((line) => `${(0, import_chunk_WD6J6YZB.visible)(line, 2e3)}
`).join("");
}
function describeHere(here) {
  if (here === "off") return "off; the policy does not turn it on.";
  return `${here.level} ${JSON.stringify(here.options)}, from ${here.origin}; when it cannot run: ${here.whenNotRun}.`;
}
var text = (what) => (0, import_chunk_H7G5P3MR.string)({ error: what }).min(1, what).max(4096, what);
var ids = (0, import_chunk_H7G5P3MR.array)(text("the id of a rule"), { error: "a list of ids of rules" }).max(200);
var policyCases = (0, import_chunk_H7G5P3MR.strictObject)({
  version: (0, import_chunk_H7G5P3MR.literal)(1, { error: "`1`" }),
  cases: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.strictObject)({
      name: text("a sentence"),
      result: text("the path of a stored result, relative to this file"),
      image: text("the name of an image in that result").optional(),
      today: import_chunk_WF4GDQVC.calendarDay.optional(),
      findings: ids,
      waived: ids.optional(),
      "not-run": ids.optional()
    }),
    { error: "a list of cases" }
  ).min(1, "at least one case").max(500)
});
function readPolicyCases(file, yamlText) {
  const yaml = (0, import_chunk_GVTTUVDZ.readYaml)(file, yamlText);
  const parsed = policyCases.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data.cases;
  const [first, ...others] = (0, import_chunk_GVTTUVDZ.problemsOf)(parsed.error, policyCases, yaml);
  throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : new Error("A refused file has a problem.", { cause: parsed.error });
}
function optionsSchema(rule) {
  const { $schema: _, ...schema } = schemaOf(rule.options);
  return schema;
}
function schemaOf(schema) {
  return (0, import_chunk_H7G5P3MR.toJSONSchema)(schema, { io: "input" });
}
function optionWords(rule) {
  const { properties = {}, required = [] } = optionsSchema(rule);
  return Object.entries(properties).map(([name, { description = "", default: fallback }]) => ({
    name,
    standing: required.includes(name) ? "required" : fallback === void 0 ? "none" : JSON.stringify(fallback),
    description
  }));
}
var verbs = ["validate", "explain", "show", "test"];
var runPolicy = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_LFMTABN6.readArguments)("policy", argv, 2);
  const [verb, name] = positionals;
  if (!isVerb(verb)) throw new import_chunk_ZU5SK2EV.UserError(unknownVerb(verb));
  const { root, folderName, inputs } = (0, import_chunk_7ZWMZDYP.locate)(void 0, given, world);
  const checkout = world.openCheckout(root);
  const { fetchPolicy } = world;
  const read = () => (0, import_chunk_KKYFS6GH.readGateSettings)({ checkout, folderName, inputs, ...fetchPolicy && { fetchPolicy } });
  if (verb === "explain") {
    world.stdout(explainRule(name, await policyAtHand(read)));
    return 0;
  }
  const { settings } = await read();
  if (verb === "test") return runCases(name, settings.policy, checkout, world);
  const { uses, waivers, sources, digest } = settings.policy;
  const lines = uses.map(({ rule, level: level2, options, origin, whenNotRun }) => ({
    id: rule.id,
    level: level2,
    options,
    origin,
    whenNotRun
  }));
  if (verb === "show") world.stdout(renderPolicy({ uses: lines, waivers, sources, digest }));
  else
    world.stdout(
      `The policy is sound: ${counted(uses.length, "rule")} from ${sources.join(", ")}, ${counted(waivers.length, "waiver")}, ${counted(settings.images.length, "image")}.
`
    );
  return 0;
};
async function runCases(file, policy, checkout, world) {
  const text2 = file === void 0 ? void 0 : await checkout.readText(file, import_chunk_5SQE6DQE.maxConfigBytes);
  if (file === void 0 || text2 === void 0)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-cases",
      message: file === void 0 ? "`plimsoll policy test` needs a file of cases." : `There is no file ${file}.`,
      expected: "YAML with `version: 1` and `cases`",
      hint: "docs/custom-rules.md shows one."
    });
  const folder = file.split("/").slice(0, -1).join("/");
  const outcomes = await testPolicy(policy, readPolicyCases(file, text2), folder, checkout);
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  const lines = outcomes.flatMap(
    ({ name, differences }) => differences.length === 0 ? [`ok  ${name}`] : [`NOT ${name}`, ...differences.map((difference) => `      the policy ${difference}`)]
  );
  const sum = `${outcomes.length - failed.length} of ${outcomes.length} cases hold.`;
  world.stdout([...lines, sum].map((line) => `${(0, import_chunk_WD6J6YZB.visible)(line, 1e3)}
`).join(""));
  return failed.length === 0 ? import_chunk_3FGSU4GP.exitStatus.passed : import_chunk_3FGSU4GP.exitStatus.policyFailed;
}
var isVerb = (verb) => verbs.some((one) => one === verb);
async function policyAtHand(read) {
  try {
    return (await read()).settings.policy;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
function explainRule(name, policy) {
  const use = policy?.uses.find(({ rule: rule2 }) => rule2.id === name);
  const rule = use?.rule ?? findRule(name, policy);
  const { id, group, summary, why, howToPass } = rule;
  const options = group === "custom" ? [] : optionWords(rule);
  return renderRule({ id, group, summary, why, howToPass, options, ...policy && { here: use ?? "off" } });
}
function findRule(name, policy) {
  const found = import_chunk_ZGRPIQOY.rules.find(({ id }) => id === name);
  if (found) return found;
  const own = policy?.uses.flatMap(({ rule }) => rule.group === "custom" ? [rule.id] : []) ?? [];
  const ids2 = [...import_chunk_ZGRPIQOY.rules.map(({ id }) => id), ...own];
  const guess = name === void 0 ? void 0 : (0, import_chunk_O2NKAHT7.nearest)(name, ids2);
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "unknown-rule",
    message: name === void 0 ? "`plimsoll policy explain` needs the name of a rule." : `There is no rule "${name}".`,
    expected: ids2.join(", "),
    hint: guess === void 0 ? "policies/README.md describes every rule." : `Did you mean ${guess}?`
  });
}
function unknownVerb(got) {
  return {
    code: "unknown-command",
    message: got === void 0 ? "`plimsoll policy` needs to be told what to do." : `There is no \`plimsoll policy ${got}\`.`,
    expected: verbs.join(", "),
    hint: "For example: plimsoll policy validate."
  };
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runPolicy
});
