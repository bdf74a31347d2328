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
module.exports = __toCommonJS(stdin_exports);
var import_chunk_65WLFCAN = require("./chunk-65WLFCAN.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_3JJ3XV3L = require("./chunk-3JJ3XV3L.cjs");
var import_chunk_IBBT4ZFU = require("./chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_ZK4QOFSW = require("./chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./chunk-537FHCB6.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./chunk-MNHQZYPE.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_5XM64GBA = require("./chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_TISOUWS6.require_dist)(), 1);
var most = (numbers) => Math.max(0, ...numbers);
function chooseRules({ images }) {
  const gated = images.flatMap(
    ({ variants, gated: name }) => variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement)
  );
  const unpacked = most(gated.map(({ unpackedBytes }) => unpackedBytes));
  const layers = most(gated.map((measurement) => measurement.layers));
  const limits = [
    {
      rule: "max-unpacked-size",
      setting: ["error", { max: `${unpacked} B` }],
      why: `the largest image takes ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpacked)} today`
    },
    {
      rule: "max-layers",
      setting: ["error", { max: Math.max(1, layers) }],
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
    ({ rule, setting, why }) => `    # ${why}
    ${(0, import_yaml.stringify)({ [rule]: setting }, { collectionStyle: "flow" }).trim().replace(/^\{\s*(.*?)\s*\}$/s, "$1")}
`
  );
  return [
    "# Written by `plimsoll init`: it passes today. Limits are the numbers of today; lower them as images shrink.\n",
    (0, import_yaml.stringify)({ version: 1, images: named }, { lineWidth: 0 }),
    "policy:\n  extends: recommended\n",
    rules.length === 0 ? "" : `  rules:
${rules.join("")}`
  ].join("");
}
var workflowText = `# Written by \`plimsoll init\`.
name: plimsoll
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: plimsoll/plimsoll@v0
`;
var notShipped = /(^|\/)(tests?|testdata|fixtures|__tests__|examples?|e2e|\.devcontainer)\//i;
async function lookAt(files, folderName, checkout) {
  const builds = [];
  const referring = [];
  for (const file of files) {
    const kind = (0, import_chunk_65WLFCAN.kindOfFile)(file);
    if (kind === void 0 || kind === "dockerfile" || file.startsWith(".github/")) continue;
    const text = await checkout.readText(file, import_chunk_65WLFCAN.maxReferenceFileBytes) ?? "";
    if (kind !== "yaml" || (0, import_chunk_65WLFCAN.looksLikeManifests)(text, file)) referring.push(file);
    if (kind !== "yaml") builds.push(...buildsOf(file, kind, text));
  }
  const dockerfiles = files.filter((file) => (0, import_chunk_65WLFCAN.kindOfFile)(file) === "dockerfile");
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
    leftOut: dockerfiles.filter((file) => notShipped.test(file)).map((file) => `${file}: tests, examples and the like do not ship`),
    referring,
    workflows: files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
  };
}
function buildsOf(file, kind, text) {
  try {
    const { builds } = kind === "compose" ? (0, import_chunk_65WLFCAN.usesOfCompose)(file, (0, import_chunk_65WLFCAN.readCompose)(file, text, {})) : (0, import_chunk_65WLFCAN.usesOfBake)(file, (0, import_chunk_65WLFCAN.readBake)(file, text, {}));
    return builds.map((build) => ({ build, because: `${file}, ${build.from ?? "build"}` }));
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
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
var [configPath] = import_chunk_IBBT4ZFU.configPlaces;
var workflowPath = ".github/workflows/plimsoll.yml";
async function begin(files, gate) {
  const existing = import_chunk_IBBT4ZFU.configPlaces.find((path) => gate.checkout.kindOf(path) !== void 0);
  if (existing !== void 0) throw new import_chunk_ZU5SK2EV.UserError(exists(existing));
  const found = await lookAt(files, gate.folderName, gate.checkout);
  if (found.images.length === 0) throw new import_chunk_ZU5SK2EV.UserError(nothing(found));
  const check = async (choices2) => {
    const text2 = configurationText(found.images, choices2);
    const checkout = withFile(gate.checkout, configPath, text2);
    const { result: result2 } = await (0, import_chunk_3JJ3XV3L.runGate)({ ...gate, checkout });
    return { text: text2, result: result2 };
  };
  const choices = chooseRules((await check([])).result);
  const { text, result } = await check(choices);
  if (result.exitStatus !== 0) throw new import_chunk_ZU5SK2EV.UserError(stillFails);
  const hasWorkflow = gate.checkout.kindOf(workflowPath) !== void 0;
  return {
    found,
    choices,
    files: [{ path: configPath, text }, ...hasWorkflow ? [] : [{ path: workflowPath, text: workflowText }]]
  };
}
function withFile(checkout, path, text) {
  return {
    ...checkout,
    kindOf: (asked) => asked === path ? "file" : checkout.kindOf(asked),
    readText: async (asked, maxBytes) => asked === path ? text : checkout.readText(asked, maxBytes)
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
  const { positionals, inputs } = (0, import_chunk_WPVK6XFD.readArguments)("init", argv, 1);
  const root = (0, import_node_path.resolve)(world.workingDir, positionals[0] ?? ".");
  const checkout = world.openCheckout(root);
  const beginning = await begin(await (0, import_chunk_65WLFCAN.listFiles)(root), {
    checkout,
    folderName: (0, import_node_path.basename)(root),
    inputs,
    toolVersion: world.version,
    openWorkshop: (mode, insecure, layerCache) => world.openWorkshop(checkout, world.progress(mode), insecure, layerCache)
  });
  for (const { path, text } of beginning.files) await world.writeReport((0, import_node_path.join)(root, path), text);
  world.stdout(describe(beginning));
  return 0;
};
function describe({ found, choices, files }) {
  const lines = [
    "Images:",
    ...found.images.map(
      ({ name, dockerfile, because }) => `  ${name}  ${dockerfile}${because === dockerfile ? "" : `, as ${because} builds it`}`
    ),
    ...found.leftOut.map((reason) => `  left out: ${reason}`),
    "The preset recommended, with:",
    ...choices.map(
      ({ rule, setting, why }) => `  ${rule}  ${typeof setting === "string" ? setting : setting[0]}: ${why}`
    ),
    ...found.referring.length === 0 ? [] : [
      `${found.referring.length === 1 ? "One file refers" : `${found.referring.length} files refer`} to images; \`plimsoll audit\` reads what they name.`
    ],
    ...files.map(({ path }) => `wrote ${path}`),
    "It passes today. Commit both files, and lower the limits as images shrink."
  ];
  return `${lines.map((line) => (0, import_chunk_HT5NMFAD.visible)(line, 500)).join("\n")}
`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInit
});
