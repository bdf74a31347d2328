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
  runInit: () => runInit
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_H2JFKWR4 = require("./chunk-H2JFKWR4.cjs");
var import_chunk_VYXGT6T3 = require("./chunk-VYXGT6T3.cjs");
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
var import_node_path = require("node:path");
var equivalents = [
  ["absolute-workdir", ["DL3000"]],
  ["non-root", ["DL3002"]],
  ["no-latest-tag", ["DL3006", "DL3007"]],
  ["no-add", ["DL3020"]],
  ["exec-form", ["DL3025"]],
  ["healthcheck", ["DL3057"]],
  ["consecutive-run", ["DL3059"]],
  ["no-latest-tag", ["DS001"]],
  ["non-root", ["DS002"]],
  ["no-add", ["DS005"]],
  ["absolute-workdir", ["DS009"]],
  ["healthcheck", ["DS026"]]
];
var parts = {
  DL3001: "one-process",
  DL3004: "package-manager-hygiene",
  DL3005: "package-manager-hygiene",
  DL3009: "no-package-cache",
  DL3015: "package-manager-hygiene",
  DL3019: "package-manager-hygiene",
  DL3042: "package-manager-hygiene",
  DL4003: "effective-command",
  DL4004: "effective-command",
  DS004: "exposed-ports",
  DS007: "effective-command",
  DS016: "effective-command",
  DS017: "package-manager-hygiene",
  DS024: "package-manager-hygiene",
  DS031: "no-secrets"
};
function ofIgnored(file, ids) {
  const asked = new Set(ids.map(plainId));
  const off = equivalents.filter(([, all]) => all.every((id) => asked.has(id)));
  const done = new Set(off.flatMap(([, all]) => all));
  return {
    choices: off.map(([rule, all]) => ({ rule, setting: "off", why: `${file} ignores ${all.join(" and ")}` })),
    notCarried: [...asked].filter((id) => !done.has(id)).map((id) => `${file}: ${why(id)}`)
  };
}
var plainId = (id) => id.trim().toUpperCase().replace(/^(?:AVD-)?DS-0*(\d{3})$/, "DS$1");
function why(id) {
  const whole = equivalents.find(([, ids]) => ids.includes(id));
  if (whole) return `${id} is one half of ${whole[0]}, which goes off when ${whole[1].join(" and ")} are ignored.`;
  const rule = parts[id];
  if (rule !== void 0) return `${id} is a part of ${rule}, which looks at more; waive its findings where they are.`;
  if (/^(?:CVE|GHSA)-/.test(id)) return `${id} is a vulnerability, and none are looked for.`;
  if (/^SC\d+$/.test(id)) return `${id} is about shell scripts, which are not looked at.`;
  return `${id} has no equivalent.`;
}
function ofTrivy(file, text) {
  const entries = file.endsWith(".yaml") ? ofTrivyYaml(file, text) : text.split(/\r?\n/).map(ofTrivyLine);
  const told = entries.filter(({ id }) => id !== "");
  const dated = told.filter(({ expires }) => expires !== void 0);
  const base = ofIgnored(
    file,
    told.filter(({ expires }) => expires === void 0).map(({ id }) => id)
  );
  return {
    choices: base.choices,
    notCarried: [
      ...base.notCarried,
      ...dated.map(
        ({ id, expires }) => `${file}: ${id} is ignored until ${expires}; what ends on a day is a waiver here, which names its owner.`
      )
    ]
  };
}
function ofTrivyLine(line) {
  const [id = "", ...words] = line.replace(/#.*/, "").trim().split(/\s+/);
  return { id, expires: words.find((word) => word.startsWith("exp:"))?.slice("exp:".length) };
}
var trivyYaml = (0, import_chunk_H7G5P3MR.record)(
  (0, import_chunk_H7G5P3MR.string)(),
  (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.string)(), expired_at: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.unknown)().transform(() => "a day")]).optional() })
  ).nullable()
);
function ofTrivyYaml(file, text) {
  const parsed = trivyYaml.safeParse((0, import_chunk_GVTTUVDZ.readYaml)(file, text).value ?? {});
  if (!parsed.success) return [];
  return Object.values(parsed.data).flatMap(
    (list) => (list ?? []).map(({ id, expired_at: expires }) => ({ id, expires }))
  );
}
var hadolintFiles = [".hadolint.yaml", ".hadolint.yml", ".config/hadolint.yaml", ".config/hadolint.yml"];
var trivyFiles = [".trivyignore", ".trivyignore.yaml"];
var maxBytes = 64 * 1024;
async function carriedOver(checkout) {
  const all = [];
  for (const file of hadolintFiles) {
    const text = await checkout.readText(file, maxBytes);
    if (text !== void 0) all.push(ofHadolint(file, text));
  }
  for (const file of trivyFiles) {
    const text = await checkout.readText(file, maxBytes);
    if (text !== void 0) all.push(ofTrivy(file, text));
  }
  const rules = new Map(all.flatMap(({ choices }) => choices).map((choice) => [choice.rule, choice]));
  return { choices: [...rules.values()], notCarried: all.flatMap(({ notCarried }) => notCarried) };
}
var hadolint = (0, import_chunk_H7G5P3MR.object)({
  ignored: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).nullish(),
  trustedRegistries: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).nullish(),
  "label-schema": (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.string)()).nullish()
});
function ofHadolint(file, text) {
  const value = (0, import_chunk_GVTTUVDZ.readYaml)(file, text).value ?? {};
  const parsed = hadolint.safeParse(value);
  if (!parsed.success)
    return { choices: [], notCarried: [`${file} is not what hadolint reads; nothing of it was taken.`] };
  const { ignored, trustedRegistries, "label-schema": labels } = parsed.data;
  const taken = Object.keys(hadolint.shape);
  const others = typeof value === "object" ? Object.keys(value).filter((key) => !taken.includes(key)) : [];
  const base = ofIgnored(file, ignored ?? []);
  const settings = [];
  if (trustedRegistries && trustedRegistries.length > 0)
    settings.push({
      rule: "allowed-base-images",
      setting: [
        "warning",
        { allow: ["scratch", ...trustedRegistries.map((name) => `${name.replace(/\/\**$/, "")}/**`)] }
      ],
      why: `${file} trusts these registries; make it an error when nothing else is stood on`
    });
  if (labels && Object.keys(labels).length > 0)
    settings.push({
      rule: "required-labels",
      setting: ["warning", { labels: Object.keys(labels) }],
      why: `${file} has these in its label schema, whose forms are not taken over`
    });
  return {
    choices: [...base.choices, ...settings],
    notCarried: [...base.notCarried, ...others.map((key) => `${file}: \`${key}\` has no equivalent.`)]
  };
}
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_GVTTUVDZ.require_dist)(), 1);
var most = (numbers) => Math.max(0, ...numbers);
function withRoom(bytes) {
  const [step, unit] = bytes < 1e7 ? [1e5, "kB"] : [1e6, "MB"];
  const scale = unit === "kB" ? 1e3 : 1e6;
  return `${Math.ceil(bytes * 1.1 / step) * step / scale} ${unit}`;
}
function chooseRules(images) {
  const gated = images.flatMap(
    ({ variants, gated: name }) => variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement)
  );
  const unpacked = most(gated.map(({ unpackedBytes }) => unpackedBytes));
  const layers = most(gated.map((measurement) => measurement.layers));
  const ratchet = { ratchet: true, "when-not-run": "pass" };
  const limits = [
    {
      rule: "max-unpacked-size",
      setting: ["error", { max: withRoom(unpacked), ...ratchet, slack: "100 kB" }],
      why: `the largest image takes ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpacked)} today; a tenth more is room for base images that grow, and the ratchet holds what is an image's own to the least recorded`
    },
    {
      rule: "max-layers",
      setting: ["error", { max: Math.max(1, layers), ...ratchet }],
      why: `no image has more than ${layers} ${layers === 1 ? "layer" : "layers"} today`
    }
  ];
  const failing = /* @__PURE__ */ new Map();
  for (const { findings, notRun } of images) {
    for (const { rule, level, waiver } of findings)
      if (level === "error" && waiver === null) failing.set(rule, (failing.get(rule) ?? 0) + 1);
    for (const { rule, counts } of notRun) if (counts === "failure") failing.set(rule, failing.get(rule) ?? 0);
  }
  const softened = [...failing].sort(([one], [other]) => one < other ? -1 : 1).map(([rule, count]) => ({
    rule,
    setting: ["warning", { "when-not-run": "warning" }],
    why: count === 0 ? "it cannot run today; make it an error when it can" : `${count === 1 ? "one finding" : `${count} findings`} today; make it an error when there is none`
  }));
  return [...limits, ...softened];
}
var schemaAddress = "https://raw.githubusercontent.com/plimsoll/plimsoll/v0/policies/policy.schema.json";
function configurationText(images, choices) {
  const named = Object.fromEntries(
    images.map(({ name, dockerfile, context, target, args }) => [
      name,
      {
        dockerfile,
        ...context !== void 0 && { context },
        ...target !== void 0 && { target },
        ...Object.keys(args).length > 0 && { "build-args": args }
      }
    ])
  );
  const rules = choices.map(
    ({ rule, setting, why: why2 }) => `    # ${why2}
    ${(0, import_yaml.stringify)({ [rule]: setting }, { collectionStyle: "flow" }).trim().replace(/^\{\s*(.*?)\s*\}$/s, "$1")}
`
  );
  return [
    `# yaml-language-server: $schema=${schemaAddress}
`,
    "# Written by `plimsoll init`: it passes today. Limits are the numbers of today; what is recorded lowers them as images shrink.\n",
    (0, import_yaml.stringify)({ version: 1, images: named }, { lineWidth: 0 }),
    "policy:\n  extends: recommended\n",
    rules.length === 0 ? "" : `  rules:
${rules.join("")}`
  ].join("");
}
var maxInOneJob = 3;
var stepsWith = (more) => `    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: plimsoll/plimsoll@v0
${more}`;
function workflowFor(imageCount, branches) {
  const gate = imageCount > maxInOneJob ? "    # Only the images that a pull request may alter, a job for each. Require its job `verdict`.\n    uses: plimsoll/plimsoll/.github/workflows/gate.yml@v0\n" : stepsWith("");
  return `# Written by \`plimsoll init\`.
name: plimsoll
on:
  pull_request:
  push:
    branches: [${branches.join(", ")}]
permissions:
  contents: read
jobs:
  gate:
    if: github.event_name == 'pull_request'
    permissions:
      contents: read
      pull-requests: write # for the comment
${gate}  # What the default branch weighs, on the branch plimsoll-data: what pull requests and ratchets are held against.
  record:
    if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch
    permissions:
      contents: write
${stepsWith("        with:\n          save-baseline: 'true'\n")}`;
}
var notShipped = /(^|\/)(tests?|testdata|fixtures|__tests__|examples?|e2e|\.devcontainer)\//i;
async function lookAt(files, folderName, checkout) {
  const builds = [];
  const referring = [];
  const unread = [];
  const charts = (0, import_chunk_H2JFKWR4.chartsIn)(files);
  for (const file of files) {
    const kind = (0, import_chunk_H2JFKWR4.kindOfFile)(file);
    if (kind === void 0 || kind === "dockerfile" || file.startsWith(".github/")) continue;
    if (kind === "yaml" && (file.endsWith(".json") || (0, import_chunk_H2JFKWR4.chartOf)(file, charts) !== void 0)) continue;
    const text = await textOf(file, checkout, unread);
    if (kind !== "yaml" || (0, import_chunk_H2JFKWR4.looksLikeManifests)(text, file)) referring.push(file);
    if (kind !== "yaml") builds.push(...buildsOf(file, kind, text, unread));
  }
  builds.sort((one, other) => rank(one) - rank(other));
  const dockerfiles = files.filter((file) => (0, import_chunk_H2JFKWR4.kindOfFile)(file) === "dockerfile");
  const shipped = dockerfiles.filter((file) => !notShipped.test(file));
  const names = namesFor(shipped, folderName);
  return {
    images: shipped.map((dockerfile) => {
      const found = builds.find(({ build }) => build.dockerfile === dockerfile && build.text === void 0);
      const { context, target, args = {} } = found?.build ?? {};
      return {
        name: names.get(dockerfile) ?? folderName,
        dockerfile,
        ...context !== void 0 && { context },
        ...target !== void 0 && { target },
        args,
        because: found?.because ?? dockerfile
      };
    }),
    leftOut: [
      ...dockerfiles.filter((file) => notShipped.test(file)).map((file) => `${file}: tests, examples and the like do not ship`),
      ...unread
    ],
    referring,
    workflows: await workflowsOf(files, checkout)
  };
}
function rank({ build: { target = "" }, because }) {
  const isForWork = /(^|[^a-z])(dev|test|debug|local|override|ci)/i;
  return (isForWork.test(target) ? 4 : 0) + (isForWork.test(because) ? 2 : 0) + (because.includes("compose") ? 1 : 0);
}
async function textOf(file, checkout, unread) {
  try {
    return await checkout.readText(file, import_chunk_H2JFKWR4.maxReferenceFileBytes) ?? "";
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    unread.push(`${file}: ${thrown.message}`);
    return "";
  }
}
function buildsOf(file, kind, text, unread) {
  try {
    const builds = kind === "compose" ? (0, import_chunk_H2JFKWR4.usesOfCompose)(file, (0, import_chunk_H2JFKWR4.readCompose)(file, text, {})).builds : (0, import_chunk_H2JFKWR4.readBake)(file, text, {}).targets.flatMap((target) => {
      const build = (0, import_chunk_H2JFKWR4.buildOf)(file, target, `target ${target.name}`);
      return build === "elsewhere" ? [] : [build];
    });
    return builds.map((build) => ({ build, because: `${file}, ${build.from ?? "build"}` }));
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    unread.push(`${file}: ${thrown.problems[0]?.message ?? thrown.message}`);
    return [];
  }
}
async function workflowsOf(files, checkout) {
  const building = [];
  const gating = [];
  for (const file of files.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))) {
    const text = await textOf(file, checkout, []);
    if (/uses: *['"]?plimsoll\/plimsoll[/@]/.test(text)) gating.push(file);
    else if (/docker\/build-push-action@|docker\/bake-action@|docker (buildx |image )?(build|bake)\b/.test(text))
      building.push(file);
  }
  return { building, gating };
}
function namesFor(dockerfiles, folderName) {
  const short = new Map(dockerfiles.map((path) => [path, asName(shortName(path) ?? folderName)]));
  const all = [...short.values()];
  return new Map(
    [...short].map(([path, name]) => [path, all.filter((one) => one === name).length > 1 ? asName(path) : name])
  );
}
function shortName(path) {
  const [file = "", folder] = path.split("/").toReversed();
  const suffix = /^(?:Dockerfile|Containerfile)[._-](.+)$/.exec(file)?.[1] ?? /^(.+)\.(?:Dockerfile|Containerfile)$/i.exec(file)?.[1];
  return suffix ?? folder;
}
function asName(text) {
  const plain = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return plain.slice(0, 128) || "image";
}
var [configPath] = import_chunk_AYO6CDNM.configPlaces;
var workflowPath = ".github/workflows/plimsoll.yml";
async function begin(files, gate) {
  const existing = import_chunk_AYO6CDNM.configPlaces.find((path) => gate.checkout.kindOf(path) !== void 0);
  if (existing !== void 0) throw new import_chunk_ZU5SK2EV.UserError(exists(existing));
  const all = await lookAt(files, gate.folderName, gate.checkout);
  if (all.images.length === 0) throw new import_chunk_ZU5SK2EV.UserError(nothing(all));
  const check = async (images, choices2) => {
    const text2 = configurationText(images, choices2);
    const { result: result2 } = await (0, import_chunk_KKYFS6GH.runGate)({ ...gate, checkout: withFile(gate.checkout, configPath, text2) });
    return { text: text2, result: result2 };
  };
  const { found, results } = await tryEach(all, async (image) => (await check([image], [])).result.images);
  const ofToday = chooseRules(results);
  const { choices: carried, notCarried } = await carriedOver(gate.checkout);
  const choices = [...ofToday.filter(({ rule }) => !carried.some((one) => one.rule === rule)), ...carried];
  const { text, result } = await check(found.images, choices);
  if (result.exitStatus !== 0) throw new import_chunk_ZU5SK2EV.UserError(stillFails);
  const hasWorkflow = found.workflows.gating.length > 0 || gate.checkout.kindOf(workflowPath) !== void 0;
  const workflow = { path: workflowPath, text: workflowFor(found.images.length, await defaultBranches(gate.checkout)) };
  return { found, choices, notCarried, files: [{ path: configPath, text }, ...hasWorkflow ? [] : [workflow]] };
}
async function defaultBranches(checkout) {
  const head = ".git/refs/remotes/origin/HEAD";
  const text = checkout.kindOf(head) === "file" ? await checkout.readText(head, 1e3) : void 0;
  const [, branch] = /^ref: refs\/remotes\/origin\/([\w./-]+)$/m.exec(text ?? "") ?? [];
  return branch === void 0 ? ["main", "master"] : [branch];
}
async function tryEach(all, check) {
  const images = [];
  const results = [];
  const leftOut = [...all.leftOut];
  let first;
  for (const image of all.images) {
    try {
      results.push(...await check(image));
      images.push(image);
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
      first ??= thrown;
      leftOut.push(`${image.dockerfile}: ${thrown.problems[0]?.message ?? thrown.message}`);
    }
  }
  if (first && images.length === 0) throw first;
  return { found: { ...all, images, leftOut }, results };
}
function withFile(checkout, path, text) {
  return {
    ...checkout,
    kindOf: (asked) => asked === path ? "file" : checkout.kindOf(asked),
    readText: async (asked, maxBytes2) => asked === path ? text : checkout.readText(asked, maxBytes2)
  };
}
function exists(path) {
  return {
    code: "config-exists",
    message: `There is a configuration already: ${path}. Nothing was written.`,
    hint: "`plimsoll policy validate` checks it; move it away to begin anew."
  };
}
function nothing({ leftOut }) {
  const more = leftOut.length > 0 ? ` Left out: ${leftOut.join("; ")}.` : "";
  return {
    code: "no-dockerfile",
    message: `No Dockerfile was found that ships.${more}`,
    expected: "Dockerfile, Dockerfile.NAME, NAME.Dockerfile or Containerfile",
    hint: "Write the configuration by hand: docs/configuration.md."
  };
}
var stillFails = {
  code: "init-fails",
  message: "The images do not pass even with the limits of today: builds differ from one to the next. Nothing was written.",
  hint: "`plimsoll check` shows what it finds; write the configuration by hand: docs/configuration.md."
};
var runInit = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("init", argv, 1);
  const root = (0, import_node_path.resolve)(world.workingDir, positionals[0] ?? ".");
  const checkout = world.openCheckout(root);
  const beginning = await begin(await (0, import_chunk_VYXGT6T3.listFiles)(root), {
    checkout,
    folderName: (0, import_node_path.basename)(root),
    inputs,
    toolVersion: world.version,
    openWorkshop: (mode, insecure, layerReading) => world.openWorkshop(checkout, world.progress(mode), insecure, layerReading)
  });
  for (const { path, text } of beginning.files) await world.writeReport((0, import_node_path.join)(root, path), text);
  world.stdout(describe(beginning));
  return 0;
};
function describe({ found, choices, notCarried, files }) {
  const lines = [
    "Images:",
    ...found.images.map(
      ({ name, dockerfile, because }) => `  ${name}  ${dockerfile}${because === dockerfile ? "" : `, as ${because} builds it`}`
    ),
    ...found.leftOut.map((reason) => `  left out: ${reason}`),
    "The preset recommended, with:",
    ...choices.map(
      ({ rule, setting, why: why2 }) => `  ${rule}  ${typeof setting === "string" ? setting : setting[0]}: ${why2}`
    ),
    ...notCarried.length === 0 ? [] : ["Not carried over:", ...notCarried.map((sentence) => `  ${sentence}`)],
    ...found.referring.length === 0 ? [] : [`Refer to images: ${found.referring.join(", ")}. \`plimsoll audit\` holds what they name to the policy.`],
    ...found.workflows.building.map(
      (path) => `${path} builds images already; the gate builds for itself, from the same Dockerfiles.`
    ),
    ...found.workflows.gating.map((path) => `${path} uses the gate already, so no workflow was written.`),
    ...files.map(({ path }) => `wrote ${path}`),
    "It passes today. Commit what was written; ratchets hold from the first run on the default branch on."
  ];
  return `${lines.map((line) => (0, import_chunk_WD6J6YZB.visible)(line, 500)).join("\n")}
`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInit
});
