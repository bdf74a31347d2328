var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  byteSize: () => byteSize,
  calendarDay: () => calendarDay,
  compileImagePattern: () => compileImagePattern,
  compileTags: () => compileTags,
  defineEitherRule: () => defineEitherRule,
  defineRule: () => defineRule,
  defineSourceRule: () => defineSourceRule,
  defineStatedRule: () => defineStatedRule,
  diveEfficiency: () => diveEfficiency,
  extendChain: () => extendChain,
  extendsOf: () => extendsOf,
  glob: () => glob,
  globs: () => globs,
  isTagTest: () => isTagTest,
  joined: () => joined,
  ownOrAll: () => ownOrAll,
  percent: () => percent,
  readConfig: () => readConfig,
  readWholePart: () => readWholePart,
  whichStages: () => whichStages
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
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
function defineRule(rule) {
  return withSchema(rule, {});
}
function defineSourceRule(rule) {
  return withSchema(rule, { withoutImage: true });
}
function defineStatedRule(rule) {
  return withSchema(rule, { withoutLayers: true });
}
function defineEitherRule(rule) {
  return withSchema(rule, { alsoUnbuilt: true });
}
function withSchema({ options: make, ...rule }, kind) {
  let made;
  return {
    ...rule,
    ...kind,
    get options() {
      return made ??= make();
    }
  };
}
var ratioText = "a ratio from 0 to 1, or `disabled`";
var ratio = () => (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)("disabled"), (0, import_chunk_H7G5P3MR.number)().min(0).max(1)], { error: ratioText });
var sizeOrDisabled = () => (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)("disabled"), byteSize], { error: "a size such as `20 MB`, or `disabled`" });
var diveEfficiency = defineRule({
  id: "dive-efficiency",
  group: "size",
  summary: "Hold the image against the limits of dive, computed as dive computes them.",
  why: "Teams that have a `.dive-ci` keep their numbers; dive counts every copy of a path and is blind to deleted folders.",
  howToPass: "Write each file once: delete in the `RUN` that wrote, and change mode and owner while copying.",
  narrows: {
    lowestEfficiency: "larger",
    highestWastedBytes: "smaller",
    highestUserWastedPercent: "smaller"
  },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    "dive-ci": insidePath.optional().describe(
      "The file that has these limits, such as `.dive-ci`, from the root of the checkout; no others beside it."
    ),
    lowestEfficiency: ratio().default(0.9).describe("The lowest efficiency allowed, 0–1, or `disabled`."),
    highestWastedBytes: sizeOrDisabled().default("disabled").describe("The most wasted bytes allowed."),
    highestUserWastedPercent: ratio().default(0.1).describe("The most waste allowed as a ratio of own layers, 0–1, as dive has it, or `disabled`.")
  }),
  *check({ measurement: { dive } }, { lowestEfficiency: lowest, ...limits }) {
    if (lowest !== "disabled" && dive.efficiencyRatio === null)
      yield { unknown: "dive’s efficiency is not defined for this image: it has no bytes." };
    else if (lowest !== "disabled" && dive.efficiencyRatio !== null && dive.efficiencyRatio < lowest)
      yield {
        message: `dive’s efficiency is ${exact(dive.efficiencyRatio, lowest)}, below ${(0, import_chunk_CCPWSZ7L.formatRatio)(lowest)}.`
      };
    const { highestWastedBytes: mostBytes, highestUserWastedPercent: mostRatio } = limits;
    if (mostBytes !== "disabled" && dive.wastedBytes > mostBytes) {
      const [wasted, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(dive.wastedBytes, mostBytes);
      const over = dive.wastedBytes - mostBytes;
      yield { message: `dive counts ${wasted} wasted, ${(0, import_chunk_CCPWSZ7L.formatBytes)(over)} over the limit of ${limit}.`, bytes: over };
    }
    if (mostRatio !== "disabled" && dive.userWastedRatio !== null && dive.userWastedRatio > mostRatio)
      yield {
        message: `dive counts ${exact(dive.userWastedRatio, mostRatio)} of the own layers wasted, over ${(0, import_chunk_CCPWSZ7L.formatRatio)(mostRatio)}.`
      };
  }
});
function exact(value, limit) {
  return (0, import_chunk_CCPWSZ7L.formatRatio)(value) === (0, import_chunk_CCPWSZ7L.formatRatio)(limit) ? `${value * 100} %` : (0, import_chunk_CCPWSZ7L.formatRatio)(value);
}
var level = (0, import_chunk_H7G5P3MR._enum)(["error", "warning", "off"], { error: "`error`, `warning` or `off`" });
var commonOptions = (0, import_chunk_H7G5P3MR.strictObject)({
  "when-not-run": (0, import_chunk_H7G5P3MR._enum)(["pass", "warning", "failure"], { error: "`pass`, `warning` or `failure`" }).optional().describe(
    "What the rule counts as when it could not run; default: `failure` for an error, `warning` for a warning."
  ),
  waivable: (0, import_chunk_H7G5P3MR.boolean)({ error: "`true` or `false`" }).optional().describe("In a floor (`org-policy`): whether those it is laid under may waive the rule; default: `false`.")
});
function readPolicyPart(yaml, config2, rules, name2) {
  const ids = rules.map(({ id }) => id);
  const at = (path) => name2.startsWith("preset ") ? name2 : `${name2}:${yaml.placeOf(path, "key").line}`;
  const read = Object.entries(config2.policy?.rules ?? {}).map(([id, use]) => {
    const path = ["policy", "rules", id];
    const rule = rules.find((one) => one.id === id);
    if (!rule) return [(0, import_chunk_2IEKWUQ6.unknownKey)(id, ids, yaml.placeOf(path, "key"), "rule")];
    return readUse(rule, use, path, yaml, at(path));
  });
  const waivers = (config2.waivers ?? []).map((waiver2, index) => asWaiver(waiver2, at(["waivers", index])));
  const strangers = waivers.flatMap(
    ({ rule }, index) => ids.includes(rule) ? [] : [(0, import_chunk_2IEKWUQ6.unknownKey)(rule, ids, yaml.placeOf(["waivers", index, "rule"]), "rule")]
  );
  return {
    source: name2,
    entries: read.flatMap((one) => "rule" in one ? [one] : []),
    waivers,
    problems: [...read.flatMap((one) => "rule" in one ? [] : one), ...strangers]
  };
}
function asWaiver({ image: image2, path, ...rest }, origin) {
  return { ...rest, ...image2 !== void 0 && { image: image2 }, ...path !== void 0 && { path }, origin };
}
function readUse(rule, use, path, yaml, origin) {
  const isList = Array.isArray(use);
  const list = isList ? use : [use];
  const levelPath = isList ? [...path, 0] : path;
  const parsedLevel = level.safeParse(list[0]);
  if (!parsedLevel.success || list.length > 2) {
    const got = (0, import_chunk_2IEKWUQ6.show)(use);
    const hint = levelHint(list[0], rule.id);
    const expected = "`error`, `warning`, `off`, or a level with options such as `[error, { … }]`";
    const wrongPlace = yaml.placeOf(list.length > 2 ? path : levelPath);
    return [
      { code: "invalid-value", message: `\`${rule.id}\` cannot be ${got}.`, place: wrongPlace, expected, got, hint }
    ];
  }
  const place = yaml.placeOf(path, "key");
  if (list.length < 2) return { rule, level: parsedLevel.data, origin, place };
  const given = isMap(list[1]) ? list[1] : {};
  const { "when-not-run": whenNotRun, waivable, ...own } = given;
  const common = commonOptions.safeParse({
    ...whenNotRun !== void 0 && { "when-not-run": whenNotRun },
    ...waivable !== void 0 && { waivable }
  });
  const parsed = rule.options.safeParse(isMap(list[1]) ? own : list[1]);
  const optionsPath = [...path, 1];
  if (common.success && parsed.success) {
    const kept = common.data["when-not-run"];
    return {
      rule,
      level: parsedLevel.data,
      options: parsed.data,
      origin,
      place,
      ...kept && { whenNotRun: kept },
      ...common.data.waivable === true && { waivable: true }
    };
  }
  return [
    ...common.success ? [] : (0, import_chunk_GVTTUVDZ.problemsOf)(common.error, commonOptions, yaml, optionsPath),
    ...parsed.success ? [] : (0, import_chunk_GVTTUVDZ.problemsOf)(parsed.error, rule.options, yaml, optionsPath)
  ];
}
function levelHint(given, id) {
  if (given === false || typeof given === "string" && /^(no|n|false|none)$/i.test(given))
    return `To turn the rule off, write \`${id}: off\`.`;
  if (given === true || typeof given === "string" && /^(yes|y|on|true)$/i.test(given))
    return `To turn the rule on, write \`${id}: error\` or \`${id}: warning\`.`;
  if (given === "warn") return "The level is called `warning`.";
  const meant = typeof given === "string" ? (0, import_chunk_O2NKAHT7.nearest)(given.toLowerCase(), level.options) : void 0;
  if (meant !== void 0) return `Did you mean \`${meant}\`?`;
  return `Write the level first, then its options: \`${id}: [error, { … }]\`.`;
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var presetTexts = {
  distroless: `# For images on distroless or scratch: nothing in them but the program and what it needs.
version: 1
policy:
  extends: strict
  rules:
    # Bases without shell and package manager. What only builds may be anything.
    allowed-base-images:
      - error
      - allow:
          - scratch
          - gcr.io/distroless/*
          - cgr.dev/chainguard/*
    # There is no reason for any of these bytes here.
    no-build-tools: [error, { max: 0 }]
    no-package-cache: [error, { max: 0 }]
    max-hidden-bytes: [error, { max: 0 }]
    no-setuid: [error, { of: all }]
    # There is no shell or client to check with; orchestrators probe from outside.
    healthcheck: off
`,
  recommended: `# What nearly everyone would accept. Errors are what nobody defends; warnings are worth a look.
# Rules that read the Dockerfile pass where there is none: an image that was built elsewhere is judged by what it holds.
version: 1
policy:
  rules:
    # A container that runs as root is one mistake away from being root on the host.
    non-root: error
    # Whoever can pull the image reads them, also what a later layer deletes.
    no-secrets: error
    # A repository holds everything that was ever committed.
    no-vcs: error
    # A program without its loader or a library builds, ships, and does not start. What cannot be looked into (Windows,
    # WebAssembly, a loader of its own kind) is said and stops nobody.
    runnable-entrypoint: [error, { when-not-run: warning }]

    # A shell as process 1 swallows signals: every deploy waits ten seconds and kills.
    exec-form: warning
    # What a container runs should be what the file seems to say.
    effective-command: warning
    # What runs beside the program dies unseen.
    one-process: warning
    # SSH is not how one enters a container.
    exposed-ports: warning
    # The usual way from an ordinary user to root.
    no-setuid: warning

    # A tenth more in one change deserves a look; without a baseline there is nothing to say.
    max-growth: [warning, { or: 10 %, when-not-run: pass }]
    # Deleted in a later layer is still shipped. Below 1 MB it is not worth a line.
    max-hidden-bytes: [warning, { max: 1 MB }]
    # Lists and caches serve the next install, which does not happen in an image.
    no-package-cache: [warning, { max: 1 MB }]
    # Every build waits for it. An image that was built elsewhere has none.
    max-context-size: [warning, { max: 200 MB, when-not-run: pass }]
    # Compilers in a single-stage image are what this tool was made to show.
    multi-stage: [warning, { max: 10 MB, when-not-run: pass }]

    # The newest of anything is not what was tested.
    no-latest-tag: [warning, { when-not-run: pass }]
    # Only where the base image is at hand: its triggers do what no line here says.
    no-onbuild: [warning, { when-not-run: pass }]
    # The rest is about builds that repeat and files that say what they mean.
    no-add: [warning, { when-not-run: pass }]
    # A \`COPY .\` takes repositories, secrets and what somebody built at home into the image.
    dockerignore: [warning, { when-not-run: pass }]
    absolute-workdir: [warning, { when-not-run: pass }]
    # Of caches only what is worth a line; where nothing was built, each is.
    package-manager-hygiene: [warning, { min-saving: 1 MB, when-not-run: pass }]
    # Only where merging saves something: often it saves nothing.
    consecutive-run: [warning, { min-saving: 1 MB, when-not-run: pass }]

    # About what Kubernetes manifests say of an image; without manifests nothing is said. A pod that cannot start is no
    # matter of taste. Programs that come with a volume are not looked into, and stop nobody.
    manifest-run-as-non-root: error
    manifest-command: [error, { when-not-run: pass }]
    # What runs should be what both files seem to say, and not as root.
    manifest-entrypoint: warning
    manifest-non-root: warning
    # The newest of anything is not what was tested, and two nodes may run two of it.
    manifest-pinned-image: [warning, { digest: false }]
    manifest-pull-policy: warning
`,
  strict: `# For teams that have passed \`recommended\` and mean to stay there.
version: 1
policy:
  extends: recommended
  rules:
    # Kubernetes' runAsNonRoot can check numbers only.
    non-root: [error, { numeric-only: true }]
    exec-form: error
    effective-command: error
    one-process: error
    exposed-ports: error
    no-setuid: error
    # A tag can be moved, by its owner or by whoever took the account over.
    pinned-base-image: [error, { when-not-run: pass }]
    no-latest-tag: error
    # Names what multi-stage names, in every Dockerfile, so that one is off: the same bytes are not reported twice.
    no-build-tools: error
    multi-stage: off
    no-package-cache: [error, { max: 100 kB }]
    max-hidden-bytes: [error, { max: 100 kB }]
    no-add: error
    absolute-workdir: error
    package-manager-hygiene: error
    # An anonymous volume stays behind each container.
    no-volumes: warning
    # Without it a hung process counts as healthy. Turn it off where only Kubernetes runs the image.
    healthcheck: warning

    # A tag in a manifest is moved as easily as one in a Dockerfile.
    manifest-pinned-image: [error, { digest: true }]
    manifest-pull-policy: [error, { unset: true }]
    # An image that becomes root's tomorrow must not run as root where it did not today.
    manifest-non-root: [error, { ask-run-as-non-root: true }]
    manifest-entrypoint: error
`
};
var import_valid = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_YYWB5M26.require_valid)(), 1);
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
    return (tag) => matches?.(tag) === true || isVersions && (0, import_chunk_YYWB5M26.tagSatisfies)(tag, text2);
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
var baselineName = (0, import_chunk_H7G5P3MR.string)().regex(import_chunk_AYO6CDNM.baselineWord, baselineText);
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
async function readCustomRules(yaml, config2, rules, name2) {
  const given = config2.policy?.custom ?? [];
  if (given.length === 0) return { entries: [], problems: [] };
  const { readExpression } = await Promise.resolve().then(() => __toESM(require("./expression-JPPCAX2M.cjs")));
  const { customRule } = await Promise.resolve().then(() => __toESM(require("./custom-rule-FDEMKTMH.cjs")));
  const entries = [];
  const problems = [];
  for (const [index, custom2] of given.entries()) {
    const path = ["policy", "custom", index];
    const place = yaml.placeOf(path);
    const isTaken = rules.some(({ id }) => id === custom2.id) || given.findIndex(({ id }) => id === custom2.id) < index;
    if (isTaken) problems.push(taken(custom2.id, yaml.placeOf([...path, "id"])));
    const expression = readExpression(custom2.when);
    if ("message" in expression) problems.push(wrong(custom2.when, expression, yaml.placeOf([...path, "when"])));
    else if (!isTaken)
      entries.push({
        rule: customRule({ ...custom2, howToPass: custom2["how-to-pass"] }, expression),
        level: custom2.level,
        // Part of the policy's digest, and what `policy show` prints.
        options: { when: custom2.when, message: custom2.message },
        origin: `${name2}:${place.line}`,
        place,
        ...custom2["when-not-run"] && { whenNotRun: custom2["when-not-run"] }
      });
  }
  return { entries, problems };
}
function taken(id, place) {
  return {
    code: "duplicate-rule",
    message: `There is a rule \`${id}\` already.`,
    place,
    got: id,
    hint: "Give the rule another id."
  };
}
function wrong(text2, { message, start, end }, place) {
  const before = text2.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = text2.slice(lineStart).split("\n")[0] ?? "";
  const column = start - lineStart;
  const carets = "^".repeat(Math.max(1, Math.min(end, lineStart + line.length) - start));
  return {
    code: "bad-expression",
    message: `The expression is wrong at character ${start + 1}: ${message}`,
    place,
    expected: "an expression over image, files, dockerfile, baseline and change that is true of what must not be",
    got: (0, import_chunk_2IEKWUQ6.show)(text2),
    output: [line, `${" ".repeat(column)}${carets}`],
    hint: "docs/custom-rules.md lists what can be named, with types."
  };
}
async function withDiveCi(entry, yaml, checkout) {
  const file = (0, import_chunk_GVTTUVDZ.valueAt)(entry.options, ["dive-ci"]);
  if (entry.rule.id !== diveEfficiency.id || typeof file !== "string") return entry;
  const path = ["policy", "rules", entry.rule.id, 1];
  const place = yaml.placeOf([...path, "dive-ci"]);
  const beside = Object.keys(diveEfficiency.options.shape).filter(
    (key) => key !== "dive-ci" && (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, [...path, key]) !== void 0
  );
  if (beside.length > 0) return [besides(beside, yaml.placeOf([...path, beside[0] ?? ""], "key"))];
  if (!checkout) return [elsewhere(file, place)];
  try {
    const text2 = await checkout.readText(file, import_chunk_5SQE6DQE.maxConfigBytes);
    if (text2 === void 0) return [noFile(file, place)];
    const { readDiveCi } = await Promise.resolve().then(() => __toESM(require("./dive-ci-file-TTFBDV62.cjs")));
    const options = diveEfficiency.options.parse(readDiveCi(file, text2));
    return { ...entry, options, origin: `${entry.origin} (${file})` };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return thrown.problems;
    throw thrown;
  }
}
function besides(keys, place) {
  return {
    code: "dive-ci-and-limits",
    message: `The file that \`dive-ci\` names has the limits; ${keys.map((key) => `\`${key}\``).join(", ")} beside it would be a second word.`,
    place,
    expected: "`dive-ci`, or limits",
    hint: "Take one of the two out."
  };
}
function elsewhere(file, place) {
  return {
    code: "dive-ci-elsewhere",
    message: `A policy of another repository cannot name ${(0, import_chunk_2IEKWUQ6.show)(file)}: a file here would decide what it asks.`,
    place,
    got: file,
    hint: "Write the limits into the policy: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`."
  };
}
function noFile(file, place) {
  return {
    code: "no-dive-ci",
    message: `There is no ${(0, import_chunk_2IEKWUQ6.show)(file)}.`,
    place,
    got: file,
    hint: "Correct the path, which is relative to the root of the checkout, or write the limits here."
  };
}
function sourceName(source2) {
  if (source2.kind === "preset") return `preset ${source2.name}`;
  return source2.kind === "file" ? source2.path : `${source2.repository}/${source2.path}@${source2.ref}`;
}
function readSource(text2, from, place) {
  if (Object.hasOwn(presetTexts, text2)) return { kind: "preset", name: text2 };
  if (/^\.\.?\//.test(text2)) return besides2(text2, from, place);
  const remote = /^([A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100})\/([^@\s]+)@([^@\s]{1,250})$/.exec(text2);
  const [, repository, path, ref] = remote ?? [];
  if (repository && path && ref && !path.split("/").some((part) => part === ".." || part === ""))
    return { kind: "remote", repository, path, ref };
  const names = Object.keys(presetTexts);
  const meant = (0, import_chunk_O2NKAHT7.nearest)(text2, names);
  return {
    code: "unknown-policy",
    message: `There is no policy ${(0, import_chunk_2IEKWUQ6.show)(text2)}.`,
    ...place && { place },
    expected: `${names.map((name2) => `\`${name2}\``).join(", ")}, \`./path.yml\` or \`OWNER/REPO/PATH@REF\``,
    got: text2,
    hint: meant === void 0 ? "A file of this repository begins with `./`." : `Did you mean \`${meant}\`?`
  };
}
function besides2(text2, from, place) {
  const base = from && from.kind !== "preset" ? from.path.split("/").slice(0, -1) : [];
  const parts = [...base];
  for (const part of text2.split("/")) {
    if (part === ".." && parts.length === 0)
      return {
        code: "policy-outside",
        message: `The policy ${(0, import_chunk_2IEKWUQ6.show)(text2)} lies outside the repository.`,
        ...place && { place },
        got: text2,
        hint: "Name a file inside the repository."
      };
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return from?.kind === "remote" ? { ...from, path } : { kind: "file", path };
}
async function readPolicyText(source2, texts, place) {
  const name2 = sourceName(source2);
  if (source2.kind === "preset") return presetTexts[source2.name] ?? "";
  if (source2.kind === "file") {
    const text3 = await texts.checkout.readText(source2.path, import_chunk_5SQE6DQE.maxConfigBytes);
    return text3 ?? {
      code: "no-policy-file",
      message: `There is no policy file ${name2}.`,
      ...place && { place },
      got: name2,
      hint: "Create it, or correct the path: it is relative to the file that names it."
    };
  }
  if (!texts.fetchPolicy)
    return {
      code: "policy-not-reachable",
      message: `The policy ${name2} cannot be reached: there is no token to read other repositories with.`,
      ...place && { place },
      got: name2,
      hint: "Set GITHUB_TOKEN (in the action: `github-token`), or copy the policy into this repository and name it by `./path.yml`."
    };
  const text2 = await texts.fetchPolicy(source2);
  return text2 ?? {
    code: "no-policy-file",
    message: `${source2.repository} has no ${source2.path} at ${source2.ref}.`,
    ...place && { place },
    got: name2,
    hint: "Check the repository, the path, the ref, and that the token may read it."
  };
}
function soundPart(yaml) {
  const given = (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, ["policy", "extends"]);
  const bases = policyExtends.safeParse(given);
  if (!bases.success) return void 0;
  const customs = keep(custom, (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, ["policy", "custom"]));
  const strange = new Set(customs.dropped.map((one) => (0, import_chunk_GVTTUVDZ.valueAt)(one, ["id"])));
  const waivers = keep(waiver, (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, ["waivers"]), ({ rule }) => !strange.has(rule));
  const rules = (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, ["policy", "rules"]);
  const uses = isMap2(rules) ? Object.entries(rules).filter(([id]) => !strange.has(id)) : [];
  const isThere = (0, import_chunk_GVTTUVDZ.valueAt)(yaml.value, ["policy"]) !== void 0;
  return {
    yaml: {
      ...yaml,
      placeOf: (path, part) => yaml.placeOf(inFile(path, { customs, waivers }), part)
    },
    config: {
      version: 1,
      ...isThere && {
        policy: {
          ...bases.data !== void 0 && { extends: bases.data },
          rules: Object.fromEntries(uses),
          custom: [...customs.values]
        }
      },
      waivers: [...waivers.values]
    }
  };
}
function keep(schema, list, isWanted = () => true) {
  const all = Array.isArray(list) ? list : [];
  const kept = all.flatMap((one, place) => {
    const { success, data } = schema.safeParse(one);
    return success && isWanted(data) ? [{ place, value: data }] : [];
  });
  const places = kept.map(({ place }) => place);
  return { values: kept.map(({ value }) => value), places, dropped: all.filter((_, at) => !places.includes(at)) };
}
function inFile(path, { customs, waivers }) {
  const lists = [
    { at: ["policy", "custom"], places: customs.places },
    { at: ["waivers"], places: waivers.places }
  ];
  for (const { at, places } of lists) {
    const index = path[at.length];
    if (typeof index === "number" && at.every((step, depth) => path[depth] === step))
      return [...at, places[index] ?? index, ...path.slice(at.length + 1)];
  }
  return path;
}
function isMap2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var maxChain = 16;
var noParts = { parts: [], sources: [], problems: [] };
function readConfig(file, text2) {
  const yaml = tryYaml(file, text2);
  if (!("value" in yaml)) return { problems: yaml };
  const parsed = configFile.safeParse(yaml.value ?? {});
  if (parsed.success) return { yaml, config: parsed.data };
  const sound = soundPart(yaml);
  return { problems: (0, import_chunk_GVTTUVDZ.problemsOf)(parsed.error, configFile, yaml), ...sound && { sound } };
}
async function extendChain(names, from, texts, rules, stack) {
  let chain = noParts;
  for (const { text: text2, place } of names) {
    const source2 = readSource(text2, from, place);
    chain = joined(chain, "code" in source2 ? failed(source2) : await readLink(source2, place, texts, rules, stack));
  }
  return chain;
}
async function readLink(source2, place, texts, rules, stack) {
  const name2 = sourceName(source2);
  if (stack.includes(name2) || stack.length >= maxChain) {
    const circle = [...stack, name2].join(" → ");
    return failed({
      code: "extends-cycle",
      message: `Policies extend each other in a circle: ${circle}.`,
      ...place && { place },
      hint: "Take one of the `extends` out."
    });
  }
  const text2 = await readPolicyText(source2, texts, place);
  if (typeof text2 !== "string") return failed(text2);
  const whole = readConfig(name2, text2);
  const shape = "problems" in whole ? whole.problems : [];
  const read = "problems" in whole ? whole.sound : whole;
  if (!read) return { ...noParts, problems: shape };
  const foreign = ["images", "audit"].filter((key) => read.config[key] !== void 0).map((key) => ({
    code: `${key}-in-policy`,
    message: `A policy that is extended ${key === "images" ? "names no images" : "says nothing of audits"}.`,
    place: read.yaml.placeOf([key], "key"),
    hint: `Write \`${key}\` in the configuration file.`
  }));
  const below = await extendChain(extendsOf(read), source2, texts, rules, [...stack, name2]);
  const own = source2.kind === "file" ? texts.checkout : void 0;
  const part = await readWholePart(read, below, rules, name2, own);
  return joined(below, { parts: [part], sources: [name2], problems: [...shape, ...part.problems, ...foreign] });
}
async function readWholePart({ yaml, config: config2 }, below, rules, name2, checkout) {
  const known = /* @__PURE__ */ new Set([...rules, ...below.parts.flatMap(({ entries: entries2 }) => entries2.map(({ rule }) => rule))]);
  const custom2 = await readCustomRules(yaml, config2, [...known], name2);
  const part = readPolicyPart(yaml, config2, [...known, ...custom2.entries.map(({ rule }) => rule)], name2);
  const named = await Promise.all(part.entries.map((entry) => withDiveCi(entry, yaml, checkout)));
  const entries = [...custom2.entries, ...named.flatMap((one) => "rule" in one ? [one] : [])];
  const broken = named.flatMap((one) => "rule" in one ? [] : one);
  return { ...part, entries, problems: [...part.problems, ...custom2.problems, ...broken] };
}
function extendsOf({ yaml, config: config2 }) {
  const given = config2.policy?.extends;
  if (given === void 0) return [];
  const path = ["policy", "extends"];
  if (typeof given === "string") return [{ text: given, place: yaml.placeOf(path) }];
  return given.map((text2, index) => ({ text: text2, place: yaml.placeOf([...path, index]) }));
}
function tryYaml(file, text2) {
  try {
    return (0, import_chunk_GVTTUVDZ.readYaml)(file, text2);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return thrown.problems;
    throw thrown;
  }
}
function failed(problem) {
  return { ...noParts, problems: [problem] };
}
function joined(one, other) {
  return {
    parts: [...one.parts, ...other.parts.filter(({ source: source2 }) => !one.sources.includes(source2))],
    sources: [.../* @__PURE__ */ new Set([...one.sources, ...other.sources])],
    problems: [...one.problems, ...other.problems]
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  byteSize,
  calendarDay,
  compileImagePattern,
  compileTags,
  defineEitherRule,
  defineRule,
  defineSourceRule,
  defineStatedRule,
  diveEfficiency,
  extendChain,
  extendsOf,
  glob,
  globs,
  isTagTest,
  joined,
  ownOrAll,
  percent,
  readConfig,
  readWholePart,
  whichStages
});
