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
  checkImage: () => checkImage,
  inlineWaivers: () => inlineWaivers,
  isWaiverComment: () => isWaiverComment,
  once: () => once,
  readSettings: () => readSettings,
  remembering: () => remembering,
  rememberingRepository: () => rememberingRepository,
  waiverOf: () => waiverOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SYVF6SFM = require("./chunk-SYVF6SFM.cjs");
var import_chunk_YTKSQ3NP = require("./chunk-YTKSQ3NP.cjs");
var import_chunk_QEQLLU26 = require("./chunk-QEQLLU26.cjs");
var import_chunk_ASTZVR7K = require("./chunk-ASTZVR7K.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_OTRKYCPV = require("./chunk-OTRKYCPV.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_node_crypto = require("node:crypto");
function mergeParts({ parts, sources }) {
  const merged = /* @__PURE__ */ new Map();
  for (const entry of parts.flatMap(({ entries }) => entries)) {
    const before = merged.get(entry.rule.id);
    merged.set(
      entry.rule.id,
      "options" in entry || !before ? entry : { ...before, level: entry.level, origin: entry.origin, place: entry.place }
    );
  }
  const uses = [...merged.values()].sort((a, b) => a.rule.id < b.rule.id ? -1 : 1).flatMap(asUse);
  const waivers = parts.flatMap((part) => part.waivers);
  const inForce = uses.flatMap((use) => "code" in use ? [] : [use]);
  const policy = { uses: inForce, waivers, sources, digest: digestOf(inForce, waivers) };
  return { policy, problems: uses.flatMap((use) => "code" in use ? [use] : []) };
}
function asUse(entry) {
  const { rule, level, origin, place } = entry;
  if (level === "off") return [];
  const options = "options" in entry ? entry.options : void 0;
  const parsed = options === void 0 ? rule.options.safeParse({}) : { success: true, data: options };
  if (!parsed.success) {
    const wants = parsed.error.issues.map(({ path, message }) => path.length > 0 ? `\`${path.join(".")}\`` : message).join(", ");
    return [
      {
        code: "missing-options",
        message: `The rule \`${rule.id}\` needs options.`,
        place,
        expected: wants,
        hint: `Give them after the level: \`${rule.id}: [${level}, { … }]\`.`
      }
    ];
  }
  const whenNotRun = entry.whenNotRun ?? (level === "error" ? "failure" : "warning");
  return [
    {
      rule,
      level,
      options: parsed.data,
      origin,
      whenNotRun,
      ...entry.waivable && { waivable: true },
      // A preset speaks of images that could not be read, not of runs that were told not to build.
      ...entry.whenNotRun !== void 0 && !origin.startsWith("preset ") && { saysWhenNotRun: true }
    }
  ];
}
function digestOf(uses, waivers) {
  const rules2 = uses.map(({ rule, level, options, whenNotRun }) => [rule.id, level, options, whenNotRun]);
  const floors = uses.flatMap(({ rule, floor }) => floor ? [[rule.id, floor.isWaivable]] : []);
  const text = JSON.stringify(
    [rules2, waivers.map((waiver) => ({ ...waiver, origin: void 0 })), ...floors.length > 0 ? [floors] : []],
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
  );
  return `sha256:${(0, import_node_crypto.createHash)("sha256").update(text).digest("hex")}`;
}
function asOptions(options) {
  return typeof options === "object" && options !== null ? { ...options } : {};
}
function narrowOptions(one, other) {
  const [a, b] = [asOptions(one.options), asOptions(other.options)];
  const narrowings = one.rule.narrows ?? {};
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const hasLists = keys.some(
    (key) => narrowings[key] === "both-lists" && Array.isArray(a[key]) && Array.isArray(b[key])
  );
  const merged = {};
  for (const key of keys) {
    const [left, right] = [a[key], b[key]];
    const value = asText(left) === asText(right) ? left : narrow(narrowings[key], left, right);
    if (value === refused) return void 0;
    if (value !== void 0) merged[key] = value;
  }
  return !hasLists || isSame(merged, a) || isSame(merged, b) ? merged : void 0;
}
function isSame(one, other) {
  const ordered = (options) => asText(
    Object.fromEntries(
      Object.entries(options).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value])
    )
  );
  return ordered(one) === ordered(other);
}
var refused = /* @__PURE__ */ Symbol("refused");
function narrow(how, one, other) {
  if (how === "smaller" || how === "larger") {
    if (one === void 0 || other === void 0) return one ?? other;
    if (typeof one !== "number" || typeof other !== "number") return refused;
    return how === "smaller" ? Math.min(one, other) : Math.max(one, other);
  }
  if (how === "true-wins") return one === true || other === true;
  if (!Array.isArray(one) || !Array.isArray(other)) return refused;
  const [left, right] = [one, other];
  if (how === "both-lists") {
    if (left.every((value) => isIn(right, value))) return sorted(left);
    return right.every((value) => isIn(left, value)) ? sorted(right) : refused;
  }
  if (how === "either-list") return sorted([...left, ...right.filter((value) => !isIn(left, value))]);
  return refused;
}
var isIn = (list, value) => list.some((each) => asText(each) === asText(value));
function sorted(list) {
  return list.toSorted((a, b) => asText(a) < asText(b) ? -1 : 1);
}
function asText(data) {
  return JSON.stringify(
    data,
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
  ) ?? "";
}
function withFloor(policy, floor) {
  const floors = floor.uses.map(asFloor);
  const uses = floors.reduce(hold, policy.uses);
  const waivers = [...policy.waivers, ...floor.waivers.map((waiver) => ({ ...waiver, ofFloor: true }))];
  return {
    uses: inOrder(uses),
    waivers: distinct(waivers),
    sources: [
      .../* @__PURE__ */ new Set([...policy.sources, ...floor.sources.map((source) => `floor ${source.replace(/^floor /, "")}`)])
    ]
  };
}
var levels = ["warning", "error"];
var counts = ["pass", "warning", "failure"];
function stricter(order, one, other) {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
function asFloor(use) {
  return { ...use, floor: use.floor ?? { isWaivable: use.waivable === true } };
}
function hold(uses, floor) {
  const own = uses.filter(({ rule }) => rule.id === floor.rule.id);
  if (own.length === 0) return [...uses, floor];
  const others = uses.filter(({ rule }) => rule.id !== floor.rule.id);
  const all = [...own, floor];
  const shared = {
    level: all.map(({ level }) => level).reduce((a, b) => stricter(levels, a, b)),
    whenNotRun: all.map(({ whenNotRun }) => whenNotRun).reduce((a, b) => stricter(counts, a, b)),
    ...all.some((use) => use.saysWhenNotRun) && { saysWhenNotRun: true },
    floor: { isWaivable: all.every((use) => use.floor?.isWaivable !== false) }
  };
  return [...others, ...narrowed(all).map((use) => ({ ...use, ...shared }))];
}
function narrowed(uses) {
  const found = [];
  for (const use of uses) {
    const at = found.findIndex((one) => narrowOptions(one, use) !== void 0);
    const before = found[at];
    const options = before && narrowOptions(before, use);
    if (!before || options === void 0) found.push(use);
    else found[at] = { ...before, options, origin: joinOrigins(before.origin, use.origin) };
  }
  return found.length < uses.length ? narrowed(found) : found;
}
function joinOrigins(one, other) {
  return [.../* @__PURE__ */ new Set([...one.split(" + "), ...other.split(" + ")])].sort().join(" + ");
}
var keyOf = (use) => `${use.rule.id} ${asText(use.options)}`;
function inOrder(uses) {
  return uses.toSorted((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}
function distinct(waivers) {
  return [...new Map(waivers.map((waiver) => [asText(waiver), waiver])).values()];
}
async function readFloor(inputs, request) {
  const name = inputs["org-policy"];
  if (name === void 0) return { problems: [] };
  if (/^\.\.?\//.test(name)) return { problems: [ownFile(name)] };
  const chain = await (0, import_chunk_SYVF6SFM.extendChain)([{ text: name }], void 0, request, request.rules ?? import_chunk_SYVF6SFM.rules, []);
  const { policy, problems } = mergeParts(chain);
  const all = [...chain.problems, ...problems, ...inputs["warn-only"] ? [warnOnly] : []];
  if (all.length === 0 && policy.uses.length === 0) return { problems: [noRules(name)] };
  return { policy, problems: all };
}
function heldTo(floor, policy) {
  const held = withFloor(policy, floor);
  return { ...held, digest: digestOf(held.uses, held.waivers) };
}
function ownFile(name) {
  return {
    code: "invalid-input",
    message: `The input \`org-policy\` cannot be ${(0, import_chunk_ASTZVR7K.show)(name)}: a file of this repository is the repository's own to change.`,
    expected: "`OWNER/REPO/PATH@REF`, or a preset",
    got: name,
    hint: "Keep the organisation's policy in a repository of its own; name this file in `extends`."
  };
}
function noRules(name) {
  return {
    code: "no-rules",
    message: `The organisation's policy ${(0, import_chunk_ASTZVR7K.show)(name)} turns no rule on.`,
    expected: "rules under `policy.rules`, or `extends`",
    got: name,
    hint: "Turn rules on in it, or take `org-policy` out."
  };
}
var warnOnly = {
  code: "invalid-input",
  message: "The input `warn-only` would pass whatever the organisation's policy says.",
  expected: "`warn-only` without `org-policy`, or neither",
  hint: "Take `warn-only` out."
};
function readAuditSetting({
  images = [],
  platforms,
  profiles,
  dockerfiles,
  exclude = []
} = {}) {
  return {
    images: images.map(({ image, tags, newest, platforms: own }) => ({
      image,
      ...tags !== void 0 && { tags: [tags].flat() },
      ...newest !== void 0 && { newest },
      ...own !== void 0 && { platforms: own }
    })),
    ...platforms !== void 0 && { platforms },
    ...profiles !== void 0 && { profiles },
    ...dockerfiles !== void 0 && { dockerfiles },
    exclude
  };
}
async function readSettings(request) {
  const { values, problems: inputProblems } = (0, import_chunk_ASTZVR7K.readInputs)(request.inputs);
  const { options, problems: optionProblems } = (0, import_chunk_QEQLLU26.readRunOptions)(values);
  const broken = [...inputProblems, ...optionProblems];
  const file = readFile(request);
  const config = file && "yaml" in file ? file : void 0;
  const shape2 = file && !("yaml" in file) ? file : [];
  const chain = shape2.length > 0 ? void 0 : await readChain(config, values, request);
  const merged = chain && mergeParts(chain);
  const floor = await readFloor(values, request);
  const { images, problems: imageProblems } = (0, import_chunk_YTKSQ3NP.readImages)(
    config?.config.images,
    values,
    request.folderName,
    request.mayLackImages
  );
  const [first, ...others] = [
    ...shape2,
    ...chain?.problems ?? [],
    ...merged?.problems ?? [],
    ...floor.problems,
    ...broken,
    ...imageProblems
  ];
  if (first) throw new import_chunk_ZU5SK2EV.UserError(inOrder2(first, others));
  if (!merged) throw new Error("A configuration without problems has no policy.");
  const policy = floor.policy ? heldTo(floor.policy, merged.policy) : merged.policy;
  if (policy.uses.length === 0) throw new import_chunk_ZU5SK2EV.UserError(noRules2(config));
  const audit = readAuditSetting(config?.config.audit);
  return { settings: { images, policy, audit }, options };
}
function readFile({
  configText,
  configFile = "plimsoll.yml",
  rules: rules2 = import_chunk_SYVF6SFM.rules
}) {
  return configText === void 0 ? void 0 : (0, import_chunk_SYVF6SFM.readConfig)(configFile, configText, rules2);
}
async function readChain(file, inputs, request) {
  const rules2 = request.rules ?? import_chunk_SYVF6SFM.rules;
  const from = file && { kind: "file", path: file.yaml.file };
  const names = namesToExtend(file, inputs);
  const base = inputs.policy === void 0 ? from : void 0;
  const below = await (0, import_chunk_SYVF6SFM.extendChain)(names, base, request, rules2, file ? [file.yaml.file] : []);
  if (!file) return below;
  const part = await (0, import_chunk_SYVF6SFM.readWholePart)(file, below, rules2, file.yaml.file, request.checkout);
  return (0, import_chunk_SYVF6SFM.joined)(below, { parts: [part], sources: [file.yaml.file], problems: part.problems });
}
function namesToExtend(file, inputs) {
  if (inputs.policy !== void 0) return [{ text: inputs.policy }];
  return file?.config.policy ? (0, import_chunk_SYVF6SFM.extendsOf)(file) : [{ text: "recommended" }];
}
function inOrder2(first, others) {
  const [head, ...tail] = [first, ...others].sort((a, b) => rank(a) - rank(b));
  return [head ?? first, ...tail];
}
function rank({ place }) {
  return place ? place.line * 1e6 + (place.column ?? 0) : Number.MAX_SAFE_INTEGER;
}
function noRules2(file) {
  return {
    code: "no-rules",
    message: "The policy turns no rule on, so nothing would be checked.",
    ...file && { place: file.yaml.placeOf(["policy"], "key") },
    hint: "Write `extends: recommended` under `policy:`, or turn rules on under `policy.rules`."
  };
}
function remembering(workshop) {
  const builds = /* @__PURE__ */ new Map();
  const opened = /* @__PURE__ */ new Map();
  return {
    ...workshop,
    builder: {
      build: (request, signal) => once(builds, JSON.stringify(request), () => workshop.builder.build(request, signal))
    },
    images: {
      open: (source, platform, signal) => once(
        opened,
        JSON.stringify([source, platform]),
        async () => readOnce(await workshop.images.open(source, platform, signal))
      )
    }
  };
}
function rememberingRepository(repository) {
  const known = /* @__PURE__ */ new Map();
  const ask = (key, make) => (
    // One key is only ever asked for with one kind of answer.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    once(known, JSON.stringify(key), make)
  );
  return {
    ...repository,
    head: () => ask(["head"], () => repository.head()),
    parents: (commit) => ask(["parents", commit], () => repository.parents(commit)),
    commitOf: (revision) => ask(["commit", revision], () => repository.commitOf(revision)),
    mergeBase: (one, other) => ask(["merge-base", one, other], () => repository.mergeBase(one, other)),
    ancestors: (commit, max) => ask(["ancestors", commit, max], () => repository.ancestors(commit, max)),
    tags: () => ask(["tags"], () => repository.tags()),
    records: { ...repository.records, list: () => ask(["records"], () => repository.records.list()) }
  };
}
function readOnce(image) {
  let layers;
  return { ...image, readLayers: (signal) => layers ??= image.readLayers(signal) };
}
function once(known, key, make) {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}
async function checkImage(check, workshop) {
  const { image, platform, policy, build, isMeasured } = check;
  if (image.noBuild === true && image.image === void 0) {
    const { checkSources } = await Promise.resolve().then(() => __toESM(require("./check-sources-QR4ZHJHH.cjs")));
    return checkSources(check, workshop);
  }
  const understood = await (0, import_chunk_OTRKYCPV.understandBuild)(image, platform, build, workshop);
  const sent = await (0, import_chunk_OLMDZGP6.contextFor)((0, import_chunk_4NB6Q3OJ.gathersOf)(policy), image, workshop);
  const variants = (0, import_chunk_OGQU3DUI.planVariants)(image, understood?.report);
  const [gated, ...others] = variants;
  if ("image" in gated && others.length === 0 && !isMeasured && !(0, import_chunk_4NB6Q3OJ.needsLayers)(policy)) {
    const { checkStated } = await Promise.resolve().then(() => __toESM(require("./check-stated-UVB5V4YB.cjs")));
    return checkStated({ ...check, gated, ...sent && { context: sent } }, workshop);
  }
  const { checkMeasured } = await Promise.resolve().then(() => __toESM(require("./check-measured-ZXKCK26P.cjs")));
  return checkMeasured(check, { variants, understood, sent }, workshop);
}
var shape = /^plimsoll ignore=([a-z0-9-]+) reason="([^"]+)" expires=(\d{4}-\d{2}-\d{2})$/;
function isWaiverComment(text) {
  return /^plimsoll\b[\s:]*ignore\b/i.test(text);
}
function waiverOf({ text, line, startLine, endLine }, file, image) {
  const [, rule, reason, expires] = shape.exec(text) ?? [];
  const place = { file, line };
  if (rule === void 0 || reason === void 0 || expires === void 0 || !isDay(expires))
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "inline-waiver",
      message: "This comment is no waiver.",
      place,
      expected: '# plimsoll ignore=RULE reason="WHY" expires=YYYY-MM-DD',
      got: `# ${text}`,
      hint: "Write it as expected, above what it is for."
    });
  const ids = import_chunk_SYVF6SFM.rules.map(({ id }) => id);
  if (!ids.includes(rule)) {
    const meant = (0, import_chunk_O2NKAHT7.nearest)(rule, ids);
    const hint = meant === void 0 ? "policies/README.md describes every rule." : `Did you mean ${meant}?`;
    throw new import_chunk_ZU5SK2EV.UserError({ code: "unknown-rule", message: `There is no rule "${rule}".`, place, got: rule, hint });
  }
  const owner = `those who keep ${file}`;
  const lines = { file, startLine, endLine };
  return { rule, ...image !== void 0 && { image }, lines, reason, owner, expires, origin: `${file}:${line}` };
}
function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
var maxDockerfileBytes = 2 ** 20;
async function inlineWaivers(image, checkout, base) {
  const understood = await (0, import_chunk_OTRKYCPV.understandDockerfile)(image, image.platforms[0], checkout);
  const comments = understood ? commentsIn(understood) : [];
  if (!understood || comments.length === 0) return { waivers: [], all: [], notices: [] };
  const waivers = comments.map((comment) => waiverOf(comment, understood.path, image.name));
  const old = base ? await commentsAt(base, understood.path, image) : comments;
  const honoured = matched(comments, old);
  return {
    waivers: waivers.filter((_, index) => honoured[index]),
    all: waivers,
    notices: waivers.filter((_, index) => !honoured[index]).map(({ rule, origin }) => ({
      level: "notice",
      message: `The waiver of ${rule} at ${origin} comes with this change: it counts once it is on the base branch.`
    }))
  };
}
async function commentsAt(base, path, image) {
  const text = path.startsWith("/") ? void 0 : await base.readText(path, maxDockerfileBytes);
  if (text === void 0) return [];
  const { describeDockerfile } = await Promise.resolve().then(() => __toESM(require("./report-WRIB3HAM.cjs")));
  try {
    return commentsIn({ path, text, report: describeDockerfile(text, path, { buildArgs: image.buildArgs }) });
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function commentsIn({ text, report }) {
  const lines = text.split("\n");
  let from = 1;
  return report.instructions.flatMap(({ keyword, original, startLine, endLine }) => {
    const above = lines.slice(from - 1, startLine - 1).map((line, index) => ({ line: from + index, text: line.trim() }));
    from = endLine + 1;
    return above.flatMap(({ line, text: written }) => {
      const comment = written.startsWith("#") ? written.slice(1).trim().replaceAll(/\s+/g, " ") : "";
      return isWaiverComment(comment) ? [{ text: comment, line, instruction: { keyword, original }, startLine, endLine }] : [];
    });
  });
}
function matched(comments, old) {
  const free = [...old];
  const take = (fits) => {
    const index = free.findIndex(fits);
    if (index >= 0) free.splice(index, 1);
    return index >= 0;
  };
  const exact = comments.map(
    ({ text, instruction }) => take((one) => one.text === text && one.instruction.original === instruction.original)
  );
  return comments.map(
    ({ text, instruction }, index) => exact[index] === true || take((one) => one.text === text && one.instruction.keyword === instruction.keyword)
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkImage,
  inlineWaivers,
  isWaiverComment,
  once,
  readSettings,
  remembering,
  rememberingRepository,
  waiverOf
});
