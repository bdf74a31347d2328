var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
  defineEitherRule: () => defineEitherRule,
  defineRule: () => defineRule,
  defineSourceRule: () => defineSourceRule,
  defineStatedRule: () => defineStatedRule,
  diveEfficiency: () => diveEfficiency,
  extendChain: () => extendChain,
  extendsOf: () => extendsOf,
  joined: () => joined,
  readConfig: () => readConfig,
  readWholePart: () => readWholePart,
  readYaml: () => readYaml
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_YZY6ZZ7V = require("./chunk-YZY6ZZ7V.cjs");
var import_chunk_Z4VIHLQF = require("./chunk-Z4VIHLQF.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
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
var sizeOrDisabled = () => (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)("disabled"), import_chunk_YZY6ZZ7V.byteSize], { error: "a size such as `20 MB`, or `disabled`" });
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
    "dive-ci": import_chunk_YZY6ZZ7V.insidePath.optional().describe(
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
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_TISOUWS6.require_dist)(), 1);
var syntaxHints = {
  DUPLICATE_KEY: "Keep one of the two.",
  BAD_SCALAR_START: 'Put the text in quotes, such as `"@acme/platform"`.',
  TAB_AS_INDENT: "Indent with spaces."
};
var forbiddenKeys = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
var maxAliases = 10;
var maxSyntaxProblems = 10;
function readYaml(file, text) {
  const early = (0, import_chunk_TISOUWS6.beforeParsing)(file, text);
  if (early) throw new import_chunk_ZU5SK2EV.UserError(early);
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { schema: "core", uniqueKeys: true, prettyErrors: false, lineCounter: lines });
  const placeAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].slice(0, maxSyntaxProblems).map(({ code, message, pos }) => ({
    code: "yaml-syntax",
    message: code === "DUPLICATE_KEY" ? "The key stands twice in one map." : message.replace(/\.?$/, "."),
    place: placeAt(pos[0]),
    hint: syntaxHints[code] ?? "Repair the YAML; an editor with YAML support shows where it breaks."
  }));
  const [first, ...others] = syntax.length > 0 ? syntax : nodeProblems(document, placeAt);
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return {
    file,
    value: document.toJS({ maxAliasCount: maxAliases }),
    placeOf: (path, part = "value") => placeAt(offsetOf(document, path, part))
  };
}
function nodeProblems(document, placeAt) {
  const problems = [];
  let aliases = 0;
  const report = (node, problem) => {
    problems.push({ ...problem, place: placeAt(node?.range?.[0] ?? 0) });
  };
  (0, import_yaml.visit)(document, {
    Alias(_, node, path) {
      aliases += 1;
      if (aliases === maxAliases + 1)
        report(node, {
          code: "yaml-aliases",
          message: "The file uses too many aliases.",
          expected: `at most ${maxAliases}`,
          hint: "Write the value out."
        });
      const target = node.resolve(document);
      if (target && !path.includes(target)) return;
      const message = target ? `The alias *${node.source} stands in what it names.` : `There is no anchor &${node.source}.`;
      report(node, { code: "yaml-alias", message, hint: "Define the anchor above, or write the value out." });
    },
    Pair(_, pair) {
      const problem = keyProblem(pair);
      if (problem) report(problem.node, problem);
    },
    Collection(_, node, path) {
      const depth = path.filter((above) => !(0, import_yaml.isPair)(above)).length;
      if (depth <= import_chunk_TISOUWS6.maxDepth) return void 0;
      const { line, column } = placeAt(node.range?.[0] ?? 0);
      problems.push((0, import_chunk_TISOUWS6.tooDeep)(placeAt(0).file, line, column));
      return import_yaml.visit.BREAK;
    },
    Scalar(_, node) {
      if (typeof node.value === "number" && !isPlainNumber(node))
        report(node, {
          code: "odd-number",
          message: `\`${node.source ?? ""}\` is no plain number.`,
          expected: "decimal digits, such as `16` or `1.5`",
          got: node.source ?? "",
          hint: "Write it in decimal digits, or in quotes when it is meant as text."
        });
    }
  });
  return problems;
}
function isPlainNumber(node) {
  return /^-?\d+(\.\d+)?$/.test(node.source ?? "") && Number.isFinite(node.value);
}
function keyProblem({ key }) {
  if (!(0, import_yaml.isScalar)(key) || typeof key.value !== "string" && typeof key.value !== "number") {
    return {
      node: (0, import_yaml.isNode)(key) ? key : void 0,
      code: "yaml-key",
      message: "A key must be plain text.",
      hint: "Write the key as text, in quotes if need be."
    };
  }
  if (!forbiddenKeys.has(String(key.value))) return void 0;
  const message = `The key \`${String(key.value)}\` is not allowed.`;
  return { node: key, code: "forbidden-key", message, hint: "Use another name." };
}
function offsetOf(document, path, part) {
  let node = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if ((0, import_yaml.isAlias)(node)) node = node.resolve(document);
    if ((0, import_yaml.isSeq)(node)) node = node.items[Number(step)];
    else if ((0, import_yaml.isMap)(node)) {
      const pair = node.items.find(({ key }) => (0, import_yaml.isScalar)(key) && String(key.value) === String(step));
      const wantsKey = part === "key" && index === path.length - 1;
      const value = (0, import_yaml.isNode)(pair?.value) ? pair.value : void 0;
      node = wantsKey || !value || value.range?.[0] === value.range?.[1] ? pair?.key : value;
    } else return offset;
    const range = (0, import_yaml.isNode)(node) ? node.range : void 0;
    if (!range) return offset;
    offset = range[0];
  }
  return offset;
}
var level = (0, import_chunk_H7G5P3MR._enum)(["error", "warning", "off"], { error: "`error`, `warning` or `off`" });
var commonOptions = (0, import_chunk_H7G5P3MR.strictObject)({
  "when-not-run": (0, import_chunk_H7G5P3MR._enum)(["pass", "warning", "failure"], { error: "`pass`, `warning` or `failure`" }).optional().describe(
    "What the rule counts as when it could not run; default: `failure` for an error, `warning` for a warning."
  ),
  waivable: (0, import_chunk_H7G5P3MR.boolean)({ error: "`true` or `false`" }).optional().describe("In a floor (`org-policy`): whether those it is laid under may waive the rule; default: `false`.")
});
function readPolicyPart(yaml, config, rules, name) {
  const ids = rules.map(({ id }) => id);
  const at = (path) => name.startsWith("preset ") ? name : `${name}:${yaml.placeOf(path, "key").line}`;
  const read = Object.entries(config.policy?.rules ?? {}).map(([id, use]) => {
    const path = ["policy", "rules", id];
    const rule = rules.find((one) => one.id === id);
    if (!rule) return [(0, import_chunk_Z4VIHLQF.unknownKey)(id, ids, yaml.placeOf(path, "key"), "rule")];
    return readUse(rule, use, path, yaml, at(path));
  });
  const waivers = (config.waivers ?? []).map((waiver2, index) => asWaiver(waiver2, at(["waivers", index])));
  const strangers = waivers.flatMap(
    ({ rule }, index) => ids.includes(rule) ? [] : [(0, import_chunk_Z4VIHLQF.unknownKey)(rule, ids, yaml.placeOf(["waivers", index, "rule"]), "rule")]
  );
  return {
    source: name,
    entries: read.flatMap((one) => "rule" in one ? [one] : []),
    waivers,
    problems: [...read.flatMap((one) => "rule" in one ? [] : one), ...strangers]
  };
}
function asWaiver({ image, path, ...rest }, origin) {
  return { ...rest, ...image !== void 0 && { image }, ...path !== void 0 && { path }, origin };
}
function readUse(rule, use, path, yaml, origin) {
  const isList = Array.isArray(use);
  const list = isList ? use : [use];
  const levelPath = isList ? [...path, 0] : path;
  const parsedLevel = level.safeParse(list[0]);
  if (!parsedLevel.success || list.length > 2) {
    const got = (0, import_chunk_Z4VIHLQF.show)(use);
    const hint = levelHint(list[0], rule.id);
    const expected = "`error`, `warning`, `off`, or a level with options such as `[error, { … }]`";
    const wrongPlace = yaml.placeOf(list.length > 2 ? path : levelPath);
    return [
      { code: "invalid-value", message: `\`${rule.id}\` cannot be ${got}.`, place: wrongPlace, expected, got, hint }
    ];
  }
  const place = yaml.placeOf(path, "key");
  if (list.length < 2) return { rule, level: parsedLevel.data, origin, place };
  const given = isMap2(list[1]) ? list[1] : {};
  const { "when-not-run": whenNotRun, waivable, ...own } = given;
  const common = commonOptions.safeParse({
    ...whenNotRun !== void 0 && { "when-not-run": whenNotRun },
    ...waivable !== void 0 && { waivable }
  });
  const parsed = rule.options.safeParse(isMap2(list[1]) ? own : list[1]);
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
    ...common.success ? [] : (0, import_chunk_Z4VIHLQF.problemsOf)(common.error, commonOptions, yaml, optionsPath),
    ...parsed.success ? [] : (0, import_chunk_Z4VIHLQF.problemsOf)(parsed.error, rule.options, yaml, optionsPath)
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
function isMap2(value) {
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
async function readCustomRules(yaml, config, rules, name) {
  const given = config.policy?.custom ?? [];
  if (given.length === 0) return { entries: [], problems: [] };
  const { readExpression } = await Promise.resolve().then(() => __toESM(require("./expression-JPPCAX2M.cjs")));
  const { customRule } = await Promise.resolve().then(() => __toESM(require("./custom-rule-SRP2VLDZ.cjs")));
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
        origin: `${name}:${place.line}`,
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
function wrong(text, { message, start, end }, place) {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = text.slice(lineStart).split("\n")[0] ?? "";
  const column = start - lineStart;
  const carets = "^".repeat(Math.max(1, Math.min(end, lineStart + line.length) - start));
  return {
    code: "bad-expression",
    message: `The expression is wrong at character ${start + 1}: ${message}`,
    place,
    expected: "an expression over image, files, dockerfile, baseline and change that is true of what must not be",
    got: (0, import_chunk_Z4VIHLQF.show)(text),
    output: [line, `${" ".repeat(column)}${carets}`],
    hint: "docs/custom-rules.md lists what can be named, with types."
  };
}
var disabled = (0, import_chunk_H7G5P3MR.preprocess)(
  (given) => typeof given === "string" ? given.trim().toLowerCase() : given ?? "",
  (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)(false), (0, import_chunk_H7G5P3MR._enum)(["", "disabled", "off", "false"])]).transform(() => "disabled")
);
var ratioText2 = "a ratio from 0 to 1, or `disabled`";
var ratio2 = (0, import_chunk_H7G5P3MR.union)(
  [
    disabled,
    (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.number)(), (0, import_chunk_H7G5P3MR.string)().regex(/^\s*\d?\.?\d{1,12}\s*$/)]).transform(Number).pipe((0, import_chunk_H7G5P3MR.number)().min(0).max(1))
  ],
  { error: ratioText2 }
);
var sizeText = "a size such as `20 MB`, or `disabled`";
var wastedLimit = (0, import_chunk_H7G5P3MR.union)(
  [
    disabled,
    (0, import_chunk_H7G5P3MR.union)([
      (0, import_chunk_H7G5P3MR.int)().nonnegative(),
      (0, import_chunk_H7G5P3MR.string)().transform((text) => (0, import_chunk_CCPWSZ7L.parseBytes)(text) ?? -1).pipe((0, import_chunk_H7G5P3MR.int)().min(0))
    ])
  ],
  { error: sizeText }
);
var diveCi = (0, import_chunk_H7G5P3MR.strictObject)({
  rules: (0, import_chunk_H7G5P3MR.strictObject)(
    {
      lowestEfficiency: ratio2.optional(),
      highestWastedBytes: wastedLimit.optional(),
      highestUserWastedPercent: ratio2.optional()
    },
    { error: "dive’s rules: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`" }
  )
});
function readDiveCi(file, text) {
  const yaml = readYaml(file, text);
  const parsed = diveCi.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data.rules;
  const [first, ...others] = (0, import_chunk_Z4VIHLQF.problemsOf)(parsed.error, diveCi, yaml);
  throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : new Error("A refused file has a problem.", { cause: parsed.error });
}
async function withDiveCi(entry, yaml, checkout) {
  const file = (0, import_chunk_Z4VIHLQF.valueAt)(entry.options, ["dive-ci"]);
  if (entry.rule.id !== diveEfficiency.id || typeof file !== "string") return entry;
  const path = ["policy", "rules", entry.rule.id, 1];
  const place = yaml.placeOf([...path, "dive-ci"]);
  const beside = Object.keys(diveEfficiency.options.shape).filter(
    (key) => key !== "dive-ci" && (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, [...path, key]) !== void 0
  );
  if (beside.length > 0) return [besides(beside, yaml.placeOf([...path, beside[0] ?? ""], "key"))];
  if (!checkout) return [elsewhere(file, place)];
  try {
    const text = await checkout.readText(file, import_chunk_TISOUWS6.maxConfigBytes);
    if (text === void 0) return [noFile(file, place)];
    const options = diveEfficiency.options.parse(readDiveCi(file, text));
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
    message: `A policy of another repository cannot name ${(0, import_chunk_Z4VIHLQF.show)(file)}: a file here would decide what it asks.`,
    place,
    got: file,
    hint: "Write the limits into the policy: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`."
  };
}
function noFile(file, place) {
  return {
    code: "no-dive-ci",
    message: `There is no ${(0, import_chunk_Z4VIHLQF.show)(file)}.`,
    place,
    got: file,
    hint: "Correct the path, which is relative to the root of the checkout, or write the limits here."
  };
}
function sourceName(source) {
  if (source.kind === "preset") return `preset ${source.name}`;
  return source.kind === "file" ? source.path : `${source.repository}/${source.path}@${source.ref}`;
}
function readSource(text, from, place) {
  if (Object.hasOwn(presetTexts, text)) return { kind: "preset", name: text };
  if (/^\.\.?\//.test(text)) return besides2(text, from, place);
  const remote = /^([A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100})\/([^@\s]+)@([^@\s]{1,250})$/.exec(text);
  const [, repository, path, ref] = remote ?? [];
  if (repository && path && ref && !path.split("/").some((part) => part === ".." || part === ""))
    return { kind: "remote", repository, path, ref };
  const names = Object.keys(presetTexts);
  const meant = (0, import_chunk_O2NKAHT7.nearest)(text, names);
  return {
    code: "unknown-policy",
    message: `There is no policy ${(0, import_chunk_Z4VIHLQF.show)(text)}.`,
    ...place && { place },
    expected: `${names.map((name) => `\`${name}\``).join(", ")}, \`./path.yml\` or \`OWNER/REPO/PATH@REF\``,
    got: text,
    hint: meant === void 0 ? "A file of this repository begins with `./`." : `Did you mean \`${meant}\`?`
  };
}
function besides2(text, from, place) {
  const base = from && from.kind !== "preset" ? from.path.split("/").slice(0, -1) : [];
  const parts = [...base];
  for (const part of text.split("/")) {
    if (part === ".." && parts.length === 0)
      return {
        code: "policy-outside",
        message: `The policy ${(0, import_chunk_Z4VIHLQF.show)(text)} lies outside the repository.`,
        ...place && { place },
        got: text,
        hint: "Name a file inside the repository."
      };
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return from?.kind === "remote" ? { ...from, path } : { kind: "file", path };
}
async function readPolicyText(source, texts, place) {
  const name = sourceName(source);
  if (source.kind === "preset") return presetTexts[source.name] ?? "";
  if (source.kind === "file") {
    const text2 = await texts.checkout.readText(source.path, import_chunk_TISOUWS6.maxConfigBytes);
    return text2 ?? {
      code: "no-policy-file",
      message: `There is no policy file ${name}.`,
      ...place && { place },
      got: name,
      hint: "Create it, or correct the path: it is relative to the file that names it."
    };
  }
  if (!texts.fetchPolicy)
    return {
      code: "policy-not-reachable",
      message: `The policy ${name} cannot be reached: there is no token to read other repositories with.`,
      ...place && { place },
      got: name,
      hint: "Set GITHUB_TOKEN (in the action: `github-token`), or copy the policy into this repository and name it by `./path.yml`."
    };
  const text = await texts.fetchPolicy(source);
  return text ?? {
    code: "no-policy-file",
    message: `${source.repository} has no ${source.path} at ${source.ref}.`,
    ...place && { place },
    got: name,
    hint: "Check the repository, the path, the ref, and that the token may read it."
  };
}
function soundPart(yaml) {
  const given = (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, ["policy", "extends"]);
  const bases = import_chunk_YZY6ZZ7V.policyExtends.safeParse(given);
  if (!bases.success) return void 0;
  const customs = keep(import_chunk_YZY6ZZ7V.custom, (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, ["policy", "custom"]));
  const strange = new Set(customs.dropped.map((one) => (0, import_chunk_Z4VIHLQF.valueAt)(one, ["id"])));
  const waivers = keep(import_chunk_YZY6ZZ7V.waiver, (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, ["waivers"]), ({ rule }) => !strange.has(rule));
  const rules = (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, ["policy", "rules"]);
  const uses = isMap3(rules) ? Object.entries(rules).filter(([id]) => !strange.has(id)) : [];
  const isThere = (0, import_chunk_Z4VIHLQF.valueAt)(yaml.value, ["policy"]) !== void 0;
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
function isMap3(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var maxChain = 16;
var noParts = { parts: [], sources: [], problems: [] };
function readConfig(file, text) {
  const yaml = tryYaml(file, text);
  if (!("value" in yaml)) return { problems: yaml };
  const parsed = import_chunk_YZY6ZZ7V.configFile.safeParse(yaml.value ?? {});
  if (parsed.success) return { yaml, config: parsed.data };
  const sound = soundPart(yaml);
  return { problems: (0, import_chunk_Z4VIHLQF.problemsOf)(parsed.error, import_chunk_YZY6ZZ7V.configFile, yaml), ...sound && { sound } };
}
async function extendChain(names, from, texts, rules, stack) {
  let chain = noParts;
  for (const { text, place } of names) {
    const source = readSource(text, from, place);
    chain = joined(chain, "code" in source ? failed(source) : await readLink(source, place, texts, rules, stack));
  }
  return chain;
}
async function readLink(source, place, texts, rules, stack) {
  const name = sourceName(source);
  if (stack.includes(name) || stack.length >= maxChain) {
    const circle = [...stack, name].join(" → ");
    return failed({
      code: "extends-cycle",
      message: `Policies extend each other in a circle: ${circle}.`,
      ...place && { place },
      hint: "Take one of the `extends` out."
    });
  }
  const text = await readPolicyText(source, texts, place);
  if (typeof text !== "string") return failed(text);
  const whole = readConfig(name, text);
  const shape = "problems" in whole ? whole.problems : [];
  const read = "problems" in whole ? whole.sound : whole;
  if (!read) return { ...noParts, problems: shape };
  const foreign = ["images", "audit"].filter((key) => read.config[key] !== void 0).map((key) => ({
    code: `${key}-in-policy`,
    message: `A policy that is extended ${key === "images" ? "names no images" : "says nothing of audits"}.`,
    place: read.yaml.placeOf([key], "key"),
    hint: `Write \`${key}\` in the configuration file.`
  }));
  const below = await extendChain(extendsOf(read), source, texts, rules, [...stack, name]);
  const own = source.kind === "file" ? texts.checkout : void 0;
  const part = await readWholePart(read, below, rules, name, own);
  return joined(below, { parts: [part], sources: [name], problems: [...shape, ...part.problems, ...foreign] });
}
async function readWholePart({ yaml, config }, below, rules, name, checkout) {
  const known = /* @__PURE__ */ new Set([...rules, ...below.parts.flatMap(({ entries: entries2 }) => entries2.map(({ rule }) => rule))]);
  const custom2 = await readCustomRules(yaml, config, [...known], name);
  const part = readPolicyPart(yaml, config, [...known, ...custom2.entries.map(({ rule }) => rule)], name);
  const named = await Promise.all(part.entries.map((entry) => withDiveCi(entry, yaml, checkout)));
  const entries = [...custom2.entries, ...named.flatMap((one) => "rule" in one ? [one] : [])];
  const broken = named.flatMap((one) => "rule" in one ? [] : one);
  return { ...part, entries, problems: [...part.problems, ...custom2.problems, ...broken] };
}
function extendsOf({ yaml, config }) {
  const given = config.policy?.extends;
  if (given === void 0) return [];
  const path = ["policy", "extends"];
  if (typeof given === "string") return [{ text: given, place: yaml.placeOf(path) }];
  return given.map((text, index) => ({ text, place: yaml.placeOf([...path, index]) }));
}
function tryYaml(file, text) {
  try {
    return readYaml(file, text);
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
    parts: [...one.parts, ...other.parts.filter(({ source }) => !one.sources.includes(source))],
    sources: [.../* @__PURE__ */ new Set([...one.sources, ...other.sources])],
    problems: [...one.problems, ...other.problems]
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  defineEitherRule,
  defineRule,
  defineSourceRule,
  defineStatedRule,
  diveEfficiency,
  extendChain,
  extendsOf,
  joined,
  readConfig,
  readWholePart,
  readYaml
});
