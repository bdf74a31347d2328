var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
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
  byteSize: () => byteSize,
  calendarDay: () => calendarDay,
  compileImagePattern: () => compileImagePattern,
  compileTags: () => compileTags,
  configFile: () => configFile,
  configPlaces: () => configPlaces,
  custom: () => custom,
  findConfig: () => findConfig,
  glob: () => glob,
  globs: () => globs,
  insidePath: () => insidePath,
  isTagTest: () => isTagTest,
  ownOrAll: () => ownOrAll,
  percent: () => percent,
  policyExtends: () => policyExtends,
  readImages: () => readImages,
  waiver: () => waiver,
  whichStages: () => whichStages
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GYFDNPHK = require("./chunk-GYFDNPHK.cjs");
var import_chunk_Z4VIHLQF = require("./chunk-Z4VIHLQF.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_valid = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_GYFDNPHK.require_valid)(), 1);
var tagPattern = /^[\w.*?-]{1,128}$/;
var isTagPattern = (text2) => tagPattern.test(text2) && (0, import_chunk_IAAG4V6P.globProblem)(text2) === void 0;
var isRange = (text2) => (0, import_valid.default)(text2, { loose: true }) !== null && !/[<>=~^]\s*(?:$|\|\||\s[<>=~^])/.test(text2.trim());
function isTagTest(text2) {
  return text2 !== "" && (isTagPattern(text2) || isRange(text2));
}
function compileTags(tags) {
  const tests = [tags].flat().map((text2) => {
    const matches = isTagPattern(text2) ? (0, import_chunk_IAAG4V6P.compileGlob)(text2) : void 0;
    const isVersions = isRange(text2);
    return (tag) => matches?.(tag) === true || isVersions && (0, import_chunk_GYFDNPHK.tagSatisfies)(tag, text2);
  });
  return (tag) => tests.some((fits) => fits(tag));
}
function compileImagePattern({ image: image2, tags }) {
  const [named = "", digest] = image2.split("@");
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  const matchesName = (0, import_chunk_IAAG4V6P.compileGlob)(completeName(hasTag ? named.slice(0, colon) : named));
  const matchesTag = hasTag ? (0, import_chunk_IAAG4V6P.compileGlob)(named.slice(colon + 1)) : void 0;
  const matchesTags = tags === void 0 ? void 0 : compileTags(tags);
  return (reference) => {
    if (!matchesName(`${reference.domain}/${reference.path}`)) return false;
    if (digest !== void 0 && reference.digest !== digest) return false;
    if (matchesTag && !matchesTag(reference.tag ?? "latest")) return false;
    return matchesTags === void 0 || reference.tag !== null && matchesTags(reference.tag);
  };
}
function completeName(pattern) {
  if (pattern === "**") return pattern;
  const slash = pattern.indexOf("/");
  if (slash < 0) return `docker.io/library/${pattern}`;
  const first = pattern.slice(0, slash);
  const isRegistry = first === "localhost" || /[.:*?]/.test(first);
  return isRegistry ? pattern.replace(/^index\.docker\.io\//, "docker.io/") : `docker.io/${pattern}`;
}
var sizeText = "a size such as `150 MB`, `1.5 GiB` or a whole number of bytes";
var byteSize = (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.int)().nonnegative(), (0, import_chunk_H7G5P3MR.string)()], { error: sizeText }).transform((given, context) => {
  const bytes = typeof given === "number" ? given : (0, import_chunk_CCPWSZ7L.parseBytes)(given);
  if (bytes !== void 0) return bytes;
  context.issues.push({ code: "custom", input: given, message: sizeText });
  return import_chunk_H7G5P3MR.NEVER;
});
var percentText = "a percentage such as `5 %` or `2.5%`, at most `1000 %`";
var percent = (0, import_chunk_H7G5P3MR.string)({ error: percentText }).transform((given, context) => {
  const match = /^(\d{1,4}(?:\.\d{1,6})?)\s?%$/.exec(given.trim());
  if (match && Number(match[1]) <= 1e3) return Number(match[1]);
  context.issues.push({ code: "custom", input: given, message: percentText });
  return import_chunk_H7G5P3MR.NEVER;
});
var glob = (0, import_chunk_H7G5P3MR.string)({ error: "a pattern" }).transform((given, context) => {
  const problem = (0, import_chunk_IAAG4V6P.globProblem)(given);
  if (problem === void 0) return given;
  context.issues.push({ code: "custom", input: given, message: problem });
  return import_chunk_H7G5P3MR.NEVER;
});
var globs = (0, import_chunk_H7G5P3MR.array)(glob).max(1e3, "a list of at most 1000 patterns");
var dateText = "a day such as `2027-01-31`";
var calendarDay = (0, import_chunk_H7G5P3MR.string)({ error: dateText }).transform((given, context) => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && isDay(given)) return given;
  context.issues.push({ code: "custom", input: given, message: dateText });
  return import_chunk_H7G5P3MR.NEVER;
});
function isDay(text2) {
  const time = Date.parse(`${text2}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text2);
}
var ownOrAll = (fallback) => (0, import_chunk_H7G5P3MR._enum)(["own", "all"], { error: "`own` or `all`" }).default(fallback).describe("`own`: only layers above the base image; `all`: every layer.");
var whichStages = (fallback) => (0, import_chunk_H7G5P3MR._enum)(["final", "all"], { error: "`final` or `all`" }).default(fallback).describe("`final`: the stage that ships and the stages it is `FROM`; `all`: every stage.");
var pathText = "a path inside the repository, such as `services/api`";
var insidePath = (0, import_chunk_H7G5P3MR.string)({ error: pathText }).min(1, pathText).max(4096, pathText).refine(
  (path) => !/^([/\\~]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes("..") && !path.includes("\0"),
  pathText
);
var text = (what) => (0, import_chunk_H7G5P3MR.string)({ error: what }).min(1, what).max(4096, what);
var nameText = "a name of letters, digits, `.`, `_`, `-` and `/`";
var name = (0, import_chunk_H7G5P3MR.string)().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/, nameText);
var platformText = "a platform such as `linux/amd64`";
var platform = (0, import_chunk_H7G5P3MR.string)({ error: platformText }).regex(/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9.]+)?$/, platformText);
var buildArgs = (0, import_chunk_H7G5P3MR.record)(
  text("the name of a build argument"),
  (0, import_chunk_H7G5P3MR.string)({ error: 'text; put numbers and yes/no in quotes, such as `"22"`' })
).describe("Build arguments (ARG) by name.");
var baselineText = "`none`, `recorded`, `rebuild`, `image: REF` or `file: PATH`, such as `baseline: { from: recorded }`";
var baselineWord = /^(none|recorded|rebuild|image:\S+|file:.+)$/;
var baselineName = (0, import_chunk_H7G5P3MR.string)().regex(baselineWord, baselineText);
var baseline = (0, import_chunk_H7G5P3MR.union)(
  [
    baselineName,
    (0, import_chunk_H7G5P3MR.strictObject)({ from: baselineName }),
    (0, import_chunk_H7G5P3MR.strictObject)({ image: text("an image reference") }),
    (0, import_chunk_H7G5P3MR.strictObject)({ file: insidePath })
  ],
  { error: baselineText }
);
var buildFields = {
  context: insidePath.optional().describe("The folder sent to the builder; default: the folder of the Dockerfile."),
  dockerfile: insidePath.optional().describe("Default: `Dockerfile` in the context."),
  target: text("the name of a stage").optional().describe("The stage to build; default: the last."),
  "build-args": buildArgs.optional(),
  image: text("an image reference").optional().describe("An existing image to look at instead of building one.")
};
var variant = (0, import_chunk_H7G5P3MR.strictObject)(buildFields);
var image = (0, import_chunk_H7G5P3MR.strictObject)({
  ...buildFields,
  platforms: (0, import_chunk_H7G5P3MR.array)(platform, { error: "a list of platforms" }).max(20).optional().describe("Default: the builder’s own."),
  variants: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR._enum)(["auto", "off"]), (0, import_chunk_H7G5P3MR.record)(name, variant)], { error: "`auto`, `off`, or variants by name" }).optional().describe(
    "Other ways to build it, shown side by side. `off`: do not look for single-stage and multi-stage either."
  ),
  baseline: baseline.optional().describe("What a change is held against.")
});
var tagText = "a range of versions such as `>=1.2 <2`, or a pattern of tags such as `release-*`";
var tagTest = (0, import_chunk_H7G5P3MR.string)({ error: tagText }).max(256, tagText).refine(isTagTest, tagText);
var auditPlatforms = (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)("all"), (0, import_chunk_H7G5P3MR.array)(platform).min(1, "at least one platform").max(20)], {
  error: "`all`, or a list of platforms"
});
var auditedImage = (0, import_chunk_H7G5P3MR.strictObject)({
  image: text("the name of an image").describe("An image in a registry; without a tag where `tags` chooses them."),
  tags: (0, import_chunk_H7G5P3MR.union)([tagTest, (0, import_chunk_H7G5P3MR.array)(tagTest).min(1).max(50)], { error: tagText }).optional().describe("Ranges of versions and patterns; every tag of the registry that fits one is audited."),
  newest: (0, import_chunk_H7G5P3MR.int)("a whole number").min(1, "at least 1").max(1e4).optional().describe("Of the tags that fit only so many, the highest versions first."),
  platforms: auditPlatforms.optional().describe("As `audit.platforms`, for this image.")
});
var audit = (0, import_chunk_H7G5P3MR.strictObject)({
  images: (0, import_chunk_H7G5P3MR.array)(auditedImage, { error: "a list of images" }).max(1e4).optional().describe("Images to audit beside those that the files of the repository refer to."),
  platforms: auditPlatforms.optional().describe("Which platforms of an image are audited: `all` it has, or these. Default: that of the machine."),
  dockerfiles: (0, import_chunk_H7G5P3MR._enum)(["bases", "sources", "build"], { error: "`bases`, `sources` or `build`" }).optional().describe(
    "Of Dockerfiles: `bases`, only the images they stand on; `sources`, also the rules that need no image; `build`, all rules on what is built. Default: `bases`."
  ),
  profiles: (0, import_chunk_H7G5P3MR.array)(text("the name of a profile"), { error: "a list of profiles" }).max(100).optional().describe("Profiles of compose files whose services are audited, beside those without one. Default: all."),
  exclude: (0, import_chunk_H7G5P3MR.array)(glob, { error: "a list of globs" }).max(1e3).optional().describe("Files that are not read.")
});
var waiver = (0, import_chunk_H7G5P3MR.strictObject)({
  rule: text("the id of a rule"),
  image: glob.optional().describe("Glob over image names; default: all."),
  path: glob.optional().describe("Glob over the finding’s paths, or over `FILE` and `FILE:LINE` of its place."),
  reason: text("why this is accepted, in words").describe("Why the finding is accepted."),
  owner: text('who answers for it, such as `"@acme/platform"`').describe("Who answers for it."),
  expires: calendarDay.describe("Stops working at 00:00 UTC of this day.")
});
var custom = (0, import_chunk_H7G5P3MR.strictObject)({
  id: name,
  level: (0, import_chunk_H7G5P3MR._enum)(["error", "warning"], { error: "`error` or `warning`" }),
  when: text("an expression").describe("True of what must not be; docs/custom-rules.md."),
  message: text("a sentence"),
  why: text("a sentence").optional(),
  "how-to-pass": text("a sentence").optional(),
  "when-not-run": (0, import_chunk_H7G5P3MR._enum)(["pass", "warning", "failure"], { error: "`pass`, `warning` or `failure`" }).optional().describe("What the rule counts as when it could not run, as of every rule.")
});
var source = text("the name of a preset, `./path.yml` or `OWNER/REPO/PATH@REF`");
var policyExtends = (0, import_chunk_H7G5P3MR.union)([source, (0, import_chunk_H7G5P3MR.array)(source).max(16)], { error: "a preset, a file, or a list of them" }).optional().describe("Presets (`recommended`, `strict`, `distroless`), `./path.yml`, `OWNER/REPO/PATH@REF`; later ones win.");
var configFile = (0, import_chunk_H7G5P3MR.strictObject)({
  version: (0, import_chunk_H7G5P3MR.literal)(1, { error: "`1`" }).describe("The version of this format."),
  images: (0, import_chunk_H7G5P3MR.record)(name, image, { error: "images by name" }).optional().describe("What is gated, by name."),
  policy: (0, import_chunk_H7G5P3MR.strictObject)({
    extends: policyExtends,
    rules: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.unknown)(), { error: "rules by id" }).optional(),
    custom: (0, import_chunk_H7G5P3MR.array)(custom).max(200).optional().describe("Rules of your own.")
  }).optional().describe("Which rules count, how much, with which options. Default: `extends: recommended`."),
  audit: audit.optional().describe("What `plimsoll audit` looks at beside what it finds."),
  waivers: (0, import_chunk_H7G5P3MR.array)(waiver, { error: "a list of waivers" }).max(1e3).optional()
});
function asBaseline(given) {
  if (typeof given === "object" && "image" in given) return { from: "image", reference: given.image };
  if (typeof given === "object" && "file" in given) return { from: "file", path: given.file };
  return fromWord(typeof given === "string" ? given : given.from);
}
function fromWord(word) {
  if (word === "none" || word === "recorded" || word === "rebuild") return { from: word };
  const rest = word.slice(word.indexOf(":") + 1);
  return word.startsWith("image:") ? { from: "image", reference: rest } : { from: "file", path: rest };
}
function readBaselineInput(text2) {
  if (text2 === void 0) return {};
  if (baselineWord.test(text2)) return { setting: fromWord(text2) };
  const expected = "`image:REF`, `file:PATH`, `recorded`, `rebuild` or `none`";
  return {
    code: "invalid-input",
    message: `The input \`baseline\` cannot be ${(0, import_chunk_Z4VIHLQF.show)(text2)}.`,
    expected,
    got: (0, import_chunk_Z4VIHLQF.show)(text2),
    hint: `Give ${expected}.`
  };
}
var imageInputs = ["image", "dockerfile", "context", "target"];
function readImages(configured, inputs, folderName, mayLack = false) {
  const baseline2 = readBaselineInput(inputs.baseline);
  const problems = "code" in baseline2 ? [baseline2] : [];
  const given = "code" in baseline2 ? void 0 : baseline2.setting;
  if (!configured || Object.keys(configured).length === 0) {
    if (mayLack && inputs.only) return { images: [], problems };
    const fromInputs = {};
    const stranger = inputs.only?.[0];
    const onlyProblem = stranger === void 0 ? [] : [(0, import_chunk_Z4VIHLQF.unknownKey)(stranger, [], void 0, "image")];
    return {
      images: [overlay(nameOf(inputs, folderName), fromInputs, inputs, given)],
      problems: [...problems, ...onlyProblem]
    };
  }
  const names = Object.keys(configured);
  const wanted = inputs.only ?? names;
  const strangers = wanted.filter((name2) => !mayLack && !names.includes(name2)).map((name2) => (0, import_chunk_Z4VIHLQF.unknownKey)(name2, names, void 0, "image"));
  const chosen = Object.entries(configured).filter(([name2]) => wanted.includes(name2));
  const ofOne = [
    ...imageInputs.filter((name2) => inputs[name2] !== void 0),
    ...given?.from === "image" ? ["baseline"] : []
  ];
  const ambiguous = chosen.length > 1 ? ofOne.map((name2) => ambiguity(name2, chosen.length)) : [];
  return {
    images: chosen.map(([name2, image2]) => overlay(name2, image2, inputs, given)),
    problems: [...problems, ...strangers, ...ambiguous]
  };
}
function ambiguity(name2, count) {
  const message = `The input \`${name2}\` does not say which of ${count} images it is for.`;
  return {
    code: "ambiguous-input",
    message,
    hint: "Choose one image with `only`, or set it under `images:` in the configuration."
  };
}
function overlay(name2, image2, inputs, given) {
  const target = inputs.target ?? image2.target;
  const builds = inputs.dockerfile !== void 0 || inputs.context !== void 0;
  const source2 = inputs.image ?? (builds ? void 0 : image2.image);
  const variants = typeof image2.variants === "object" ? image2.variants : {};
  const findVariants = inputs.variants ?? (image2.variants === "off" ? "off" : "auto");
  return {
    name: name2,
    ...readPaths(inputs.dockerfile ?? image2.dockerfile, inputs.context ?? image2.context),
    ...target !== void 0 && { target },
    buildArgs: { ...image2["build-args"], ...inputs["build-args"] },
    platforms: inputs.platform === void 0 ? image2.platforms ?? [] : [inputs.platform],
    ...source2 !== void 0 && { image: source2 },
    variants: Object.entries(variants).map(([variantName, variant2]) => asVariant(variantName, variant2)),
    findVariants: findVariants === "auto",
    ...inputs["no-build"] && { noBuild: true },
    baseline: given ?? (image2.baseline === void 0 ? { from: "default" } : asBaseline(image2.baseline))
  };
}
function readPaths(dockerfile, context) {
  const folder = context === void 0 ? void 0 : tidy(context);
  if (dockerfile === void 0) {
    const within = folder ?? ".";
    return { dockerfile: within === "." ? "Dockerfile" : `${within.replace(/\/$/, "")}/Dockerfile`, context: within };
  }
  const file = tidy(dockerfile);
  const slash = file.lastIndexOf("/");
  return { dockerfile: file, context: folder ?? (slash < 0 ? "." : file.slice(0, slash) || "/") };
}
function tidy(path) {
  return path.replace(/^(\.\/)+/, "").replace(/(?<=[^/])\/+$/, "") || ".";
}
function asVariant(name2, { context, dockerfile, target, image: image2, ...rest }) {
  return {
    name: name2,
    ...context !== void 0 && { context },
    ...dockerfile !== void 0 && { dockerfile },
    ...target !== void 0 && { target },
    ...image2 !== void 0 && { image: image2 },
    buildArgs: rest["build-args"] ?? {}
  };
}
function nameOf({ image: image2, context, dockerfile }, folderName) {
  if (image2 !== void 0) return asName(lastPart(image2.replace(/@.*$/, "").replace(/:[^/:]*$/, "")));
  const beside = dockerfile?.split("/").slice(0, -1).join("/");
  return asName(lastPart(context ?? "") ?? lastPart(beside ?? "") ?? folderName);
}
function lastPart(path) {
  return path.split("/").findLast((part) => part !== "" && part !== "." && part !== "..");
}
function asName(text2) {
  const plain = text2?.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return plain?.slice(0, 128) || "image";
}
var configPlaces = [".github/plimsoll.yml", ".github/plimsoll.yaml", "plimsoll.yml", "plimsoll.yaml"];
async function findConfig(checkout, named) {
  for (const configFile2 of named === void 0 ? configPlaces : [named]) {
    const configText = await checkout.readText(configFile2, import_chunk_TISOUWS6.maxConfigBytes);
    if (configText !== void 0) return { configFile: configFile2, configText };
  }
  if (named === void 0) return {};
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-config",
    message: `There is no configuration file ${named}.`,
    expected: "a YAML file",
    got: named,
    hint: `Correct the path, or leave it out: ${configPlaces.join(", ")} are looked for.`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  byteSize,
  calendarDay,
  compileImagePattern,
  compileTags,
  configFile,
  configPlaces,
  custom,
  findConfig,
  glob,
  globs,
  insidePath,
  isTagTest,
  ownOrAll,
  percent,
  policyExtends,
  readImages,
  waiver,
  whichStages
});
