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
  buildOf: () => buildOf,
  chartOf: () => chartOf,
  chartsIn: () => chartsIn,
  extendedFiles: () => extendedFiles,
  fromDockerfile: () => fromDockerfile,
  itemsAt: () => itemsAt,
  kindOfFile: () => kindOfFile,
  looksLikeManifests: () => looksLikeManifests,
  maxReferenceFileBytes: () => maxReferenceFileBytes,
  overridesOf: () => overridesOf,
  readBake: () => readBake,
  readCompose: () => readCompose,
  readYamlDocuments: () => readYamlDocuments,
  scalarAt: () => scalarAt,
  stringAt: () => stringAt,
  usesOfBake: () => usesOfBake,
  usesOfCompose: () => usesOfCompose,
  usesOfManifests: () => usesOfManifests,
  valueAt: () => valueAt
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_crypto = require("node:crypto");
var import_node_path2 = require("node:path");
var import_node_path3 = require("node:path");
var import_yaml2 = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_GVTTUVDZ.require_dist)(), 1);
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_GVTTUVDZ.require_dist)(), 1);
var maxDepth = 100;
var maxMergedKeys = 2e5;
function yamlConverter(placeAt, { tags, lastKeyWins }) {
  const anchors = /* @__PURE__ */ new Map();
  let merged2 = 0;
  const convert = (node, depth) => {
    if ((0, import_yaml.isAlias)(node)) {
      const found = anchors.get(node.source);
      if (found) return found;
      throw refused("yaml-alias", `There is no anchor &${node.source} above.`, placeAt(node.range?.[0] ?? 0));
    }
    if (!(0, import_yaml.isMap)(node) && !(0, import_yaml.isSeq)(node) && !(0, import_yaml.isScalar)(node)) throw new Error("A YAML node of no known kind.");
    const place = placeAt(node.range?.[0] ?? 0);
    if (depth > maxDepth) throw refused("yaml-too-deep", "The file nests too deeply.", place);
    const value = (0, import_yaml.isScalar)(node) ? scalarOf(node, place) : (0, import_yaml.isSeq)(node) ? { kind: "list", place, items: node.items.map((item) => convert(item, depth + 1)) } : mapOf(node, place, depth);
    if (node.anchor !== void 0) anchors.set(node.anchor, value);
    return value;
  };
  const mapOf = (node, place, depth) => {
    const entries = /* @__PURE__ */ new Map();
    const own2 = /* @__PURE__ */ new Set();
    const sources = [];
    for (const pair of node.items) {
      const name2 = keyOf(pair, place);
      const keyPlace = (0, import_yaml.isScalar)(pair.key) ? placeAt(pair.key.range?.[0] ?? 0) : place;
      const value = isEmpty(pair.value) ? { kind: "scalar", place: keyPlace, value: null, text: "" } : convert(pair.value, depth + 1);
      if (!lastKeyWins && own2.has(name2))
        throw refused("yaml-syntax", `The key ${name2} stands twice in one map.`, keyPlace);
      own2.add(name2);
      if (isMergeKey(pair)) sources.push(value);
      else {
        const alone = aloneBy(pair.value, tags);
        entries.set(name2, { keyPlace, value, ...alone && { alone } });
      }
    }
    for (const source of sources.flatMap((one) => one.kind === "list" ? one.items : [one])) {
      if (source.kind !== "map")
        throw refused("yaml-merge", "A merge key takes a map or a list of maps.", source.place);
      merged2 += source.entries.size;
      if (merged2 > maxMergedKeys) throw refused("yaml-merge", "The file merges too many keys.", place);
      for (const [name2, entry] of source.entries) if (!entries.has(name2)) entries.set(name2, entry);
    }
    return { kind: "map", place, entries };
  };
  return (node) => convert(node, 0);
}
function isMergeKey({ key }) {
  return (0, import_yaml.isScalar)(key) && (typeof key.value === "symbol" || key.value === "<<" && key.type === "PLAIN");
}
var isEmpty = (value) => value === null || value === void 0;
function aloneBy(value, tags) {
  if (!(0, import_yaml.isScalar)(value) && !(0, import_yaml.isMap)(value) && !(0, import_yaml.isSeq)(value)) return void 0;
  if (value.tag === void 0 || !tags.includes(value.tag)) return void 0;
  return value.tag === "!reset" ? "reset" : value.tag === "!override" ? "override" : void 0;
}
function keyOf({ key }, place) {
  if (!(0, import_yaml.isScalar)(key)) throw refused("yaml-key", "A key must be plain text.", place);
  return typeof key.value === "symbol" ? "<<" : String(key.value);
}
function scalarOf(node, place) {
  const { value } = node;
  if (value === null || value === void 0) return { kind: "scalar", place, value: null, text: "" };
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "bigint" || typeof value === "number")
    return { kind: "scalar", place, value, text: String(value) };
  throw new Error("A YAML scalar of no known type.");
}
function refused(code, message, place) {
  return new import_chunk_ZU5SK2EV.UserError({
    code,
    message,
    place,
    hint: "Repair the YAML; what a template makes must be rendered before it can be read."
  });
}
var maxReferenceFileBytes = 4 * 2 ** 20;
var maxSyntaxProblems = 10;
function readYamlDocuments(file, text, { tags = [], lastKeyWins = false } = {}) {
  const early = (0, import_chunk_GVTTUVDZ.beforeParsing)(file, text, maxReferenceFileBytes);
  if (early) throw new import_chunk_ZU5SK2EV.UserError(asFileProblem(early));
  const lines = new import_yaml2.LineCounter();
  const parsed = (0, import_yaml2.parseAllDocuments)(text, {
    schema: "core",
    merge: true,
    // The converter looks for them: the parser takes the square of a map's size.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
    // Without it every tag we know of would be a warning.
    customTags: tags.flatMap((tag) => [scalarTag(tag), collectionTag(tag, "map"), collectionTag(tag, "seq")])
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const placeAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [first, ...others] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]).slice(0, maxSyntaxProblems).map(({ message, pos }) => syntaxProblem(message, placeAt(pos[0])));
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return documents.map((document) => {
    const { contents } = document;
    if (!(0, import_yaml2.isMap)(contents) && !(0, import_yaml2.isSeq)(contents) && !(0, import_yaml2.isScalar)(contents) && !(0, import_yaml2.isAlias)(contents)) return void 0;
    return (0, import_yaml2.isScalar)(contents) && contents.value === null ? void 0 : yamlConverter(placeAt, { tags, lastKeyWins })(contents);
  });
}
var scalarTag = (tag) => ({ tag, resolve: (text) => text });
var collectionTag = (tag, collection) => ({ tag, collection });
function syntaxProblem(message, place) {
  return {
    code: "yaml-syntax",
    message: message.replace(/\.?$/, "."),
    place,
    hint: "Repair the YAML; what a template makes must be rendered before it can be read."
  };
}
function asFileProblem({ code, ...problem }) {
  return {
    ...problem,
    code: code.replace(/^config-/, "yaml-"),
    hint: "Split the file, or leave it out of the audit."
  };
}
function fromDockerfile({ stages, file, buildOrder }, build) {
  const needed = new Set(buildOrder.flat());
  return stages.filter(({ index }) => needed.has(index)).flatMap((stage) => [
    { reference: stage.base.reference, line: stage.startLine, what: "FROM" },
    ...stage.copiesFrom.map(({ reference, line, via }) => ({
      reference,
      line,
      what: via === "copy" ? "COPY --from" : "RUN --mount=from"
    }))
  ]).flatMap(
    ({ reference, line, what }) => reference === null || reference === "scratch" || reference.includes("://") ? [] : [
      {
        role: "base",
        use: {
          from: "dockerfile",
          what,
          written: reference,
          place: build.text === void 0 ? { file, line } : build.place ?? { file, line }
        }
      }
    ]
  );
}
function buildOf(file, { context, dockerfile, dockerfileInline, target, args, contexts = {}, place }, from, platform, folder = import_node_path.posix.dirname(file)) {
  const more = {
    args,
    from,
    place,
    ...target !== void 0 && { target },
    ...Object.keys(contexts).length > 0 && { contexts },
    ...platform !== void 0 && { platform }
  };
  if (dockerfileInline !== void 0) return { dockerfile: file, text: dockerfileInline, ...more };
  const path = import_node_path.posix.normalize(import_node_path.posix.join(folder, context, dockerfile ?? "Dockerfile"));
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\/|^git@|^target:/.test(context);
  return isRemote || context.startsWith("/") || dockerfile?.startsWith("/") || path.startsWith("../") ? "elsewhere" : { dockerfile: path, context: import_node_path.posix.normalize(import_node_path.posix.join(folder, context)), ...more };
}
function kindOfFile(path) {
  const name2 = path.slice(path.lastIndexOf("/") + 1);
  if (/(^|\.)(Dockerfile|Containerfile)$/i.test(name2) || /^(Dockerfile|Containerfile)([._-].+)?$/.test(name2))
    return name2.endsWith(".dockerignore") ? void 0 : "dockerfile";
  if (/^(docker-)?compose([._-][\w.-]+)?\.ya?ml$/i.test(name2)) return "compose";
  if (/^docker-bake([.-][\w.-]+)?\.(hcl|json)$/i.test(name2)) return "bake";
  return name2 === "Kustomization" || /\.(ya?ml|json)$/i.test(name2) ? "yaml" : void 0;
}
function looksLikeManifests(text, file) {
  if (/(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file)) return true;
  return /^[ \t{"'-]*["']?apiVersion["']?\s*:/m.test(text) && /["']?kind["']?\s*:/.test(text);
}
function chartsIn(files) {
  return files.flatMap(
    (path) => /^(?:(.*)\/)?Chart\.ya?ml$/.exec(path)?.[1] ?? (/^Chart\.ya?ml$/.test(path) ? "" : [])
  );
}
function chartOf(path, charts) {
  return charts.find((folder) => path.startsWith(`${folder === "" ? "" : `${folder}/`}templates/`));
}
function overridesOf(path, files) {
  const slash = path.lastIndexOf("/") + 1;
  const [folder, name2] = [path.slice(0, slash), path.slice(slash)];
  const there = (names) => names.map((one) => folder + one).filter((one) => files.has(one));
  if (/^(docker-)?compose\.ya?ml$/.test(name2)) return there(composeOverrides.filter((one) => one !== name2)).slice(0, 1);
  return /^docker-bake\.(hcl|json)$/.test(name2) ? there(bakeOverrides) : [];
}
var composeOverrides = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml"
];
var bakeOverrides = ["docker-bake.override.json", "docker-bake.override.hcl"];
var NoValue = class extends Error {
  name = "NoValue";
};
var isObject = (value) => value instanceof Map;
var isList = (value) => Array.isArray(value);
function objectOf(entries) {
  return new Map([...new Map(entries)].sort(([one], [other]) => one < other ? -1 : one > other ? 1 : 0));
}
function asText(value) {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "number" && Number.isFinite(value)) return String(value);
  throw new NoValue(`${kindOf(value)} is no text`);
}
function asNumber(value) {
  if (typeof value === "number") return value;
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new NoValue(`${kindOf(value)} is no number`);
}
function asBoolean(value) {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  throw new NoValue(`${kindOf(value)} is neither true nor false`);
}
function asList(value) {
  if (isList(value)) return value;
  if (isObject(value)) return [...value.values()];
  throw new NoValue(`${kindOf(value)} is no list`);
}
function asObject(value) {
  if (isObject(value)) return value;
  throw new NoValue(`${kindOf(value)} is no map`);
}
function isEqual(one, other) {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index] ?? null));
  if (isObject(one) && isObject(other))
    return one.size === other.size && [...one].every(([key, item]) => other.has(key) && isEqual(item, other.get(key) ?? null));
  return one === other;
}
function kindOf(value) {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (isList(value)) return "a list";
  return isObject(value) ? "a map" : String(value);
}
var maxSubjectCharacters = 2e3;
var regexFunctions = {
  regex: (pattern = null, text = null) => {
    const found = compile(asText(pattern), "").exec(subject(text));
    if (!found) throw new NoValue("the pattern does not match");
    return captured(found);
  },
  regexall: (pattern = null, text = null) => [...subject(text).matchAll(compile(asText(pattern), "g"))].map(captured),
  regex_replace: (text = null, pattern = null, by = null) => subject(text).replace(compile(asText(pattern), "g"), replacement(asText(by)))
};
function subject(text) {
  const subjectText = asText(text);
  if (subjectText.length > maxSubjectCharacters) throw new NoValue("the text is too long for a pattern");
  return subjectText;
}
function compile(pattern, flags) {
  if (/\)[*+?{]|\(\?[^:]|\\[pPQEAzC]|\[\[:/.test(pattern) || pattern.length > 200)
    throw new NoValue(`the pattern ${JSON.stringify(pattern)} is not understood here`);
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch (cause) {
    throw new NoValue(`the pattern ${JSON.stringify(pattern)} is none`, { cause });
  }
}
function captured(found) {
  if (found.groups) return objectOf(Object.entries(found.groups));
  return found.length > 1 ? found.slice(1).map((one) => one ?? null) : found[0];
}
function replacement(by) {
  const plain = by.replace(/\$\{(\d)\}/g, "$$$1");
  if (/\$(?!\d(?!\w))/.test(plain)) throw new NoValue(`the replacement ${JSON.stringify(by)} is not understood here`);
  return plain;
}
var charactersOf = (text) => [...new Intl.Segmenter().segment(asText(text))].map(({ segment }) => segment);
var textFunctions = {
  chomp: (text = null) => asText(text).replace(/[\r\n]+$/, ""),
  join: (separator = null, ...lists) => lists.flatMap(asList).map(asText).join(asText(separator)),
  lower: (text = null) => asText(text).toLowerCase(),
  replace: (text = null, what = null, by = null) => asText(text).replaceAll(asText(what), () => asText(by)),
  sanitize: (text = null) => asText(text).replace(/[^a-zA-Z0-9_-]/g, "_"),
  split: (separator = null, text = null) => asText(text).split(asText(separator)),
  strlen: (text = null) => charactersOf(text).length,
  substr: (text = null, offset = 0, length = -1) => substring(charactersOf(text), asNumber(offset), asNumber(length)),
  trim: (text = null, set = null) => trimmed(charactersOf(text), asText(set)),
  trimprefix: (text = null, prefix = null) => withoutStart(asText(text), asText(prefix)),
  trimspace: (text = null) => asText(text).trim(),
  trimsuffix: (text = null, suffix = null) => {
    const [one, end] = [asText(text), asText(suffix)];
    return end !== "" && one.endsWith(end) ? one.slice(0, -end.length) : one;
  },
  upper: (text = null) => asText(text).toUpperCase(),
  format: (pattern = null, ...args) => format(asText(pattern), args),
  formatlist: (pattern = null, ...args) => formatList(asText(pattern), args)
};
function withoutStart(text, prefix) {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
function substring(characters, offset, length) {
  const from = offset < 0 ? Math.max(characters.length + offset, 0) : offset;
  return characters.slice(from, length < 0 ? void 0 : from + length).join("");
}
function trimmed(text, set) {
  const from = text.findIndex((one) => !set.includes(one));
  return from < 0 ? "" : text.slice(from, text.findLastIndex((one) => !set.includes(one)) + 1).join("");
}
function format(pattern, args) {
  let next = 0;
  const text = pattern.replace(/%(.)?/gs, (_, verb) => {
    if (verb === "%") return "%";
    const value = args[next];
    next += 1;
    if (value === void 0) return fail("format has too few arguments");
    if (verb === "s" || verb === "v") return asText(value);
    if (verb === "d")
      return Number.isInteger(asNumber(value)) ? String(asNumber(value)) : fail("%d takes whole numbers");
    return verb === "q" ? JSON.stringify(asText(value)) : fail(`the verb %${verb ?? ""} is not understood here`);
  });
  return next === args.length ? text : fail("format has too many arguments");
}
function formatList(pattern, args) {
  const lengths = new Set(args.filter(isList).map((list) => list.length));
  const [length = 1] = lengths;
  if (lengths.size > 1) return fail("the lists of formatlist are not of one length");
  return Array.from(
    { length },
    (_, index) => format(
      pattern,
      args.map((one) => isList(one) ? one[index] ?? null : one)
    )
  );
}
function fail(reason) {
  throw new NoValue(reason);
}
var digestOf = (algorithm) => (text = null) => (0, import_node_crypto.createHash)(algorithm).update(asText(text)).digest("hex");
var flat = (value) => isList(value) ? value.flatMap(flat) : [value];
var wrap = (length, index) => (index % length + length) % length;
var distinct = (list = []) => asList(list).filter((item, index, all) => all.findIndex((other) => isEqual(other, item)) === index);
var encodings = {
  base64decode: (text = null) => Buffer.from(asText(text), "base64").toString(),
  base64encode: (text = null) => Buffer.from(asText(text)).toString("base64"),
  md5: digestOf("md5"),
  sha1: digestOf("sha1"),
  sha256: digestOf("sha256"),
  sha512: digestOf("sha512"),
  urlencode: (text = null) => encodeURIComponent(asText(text))
};
var collections = {
  coalesce: (...args) => args.find((one) => one !== null) ?? fail2("nothing to choose from"),
  coalescelist: (...args) => args.find((one) => asList(one).length > 0) ?? [],
  compact: (list = []) => asList(list).filter((item) => item !== "" && item !== null),
  concat: (...lists) => lists.flatMap(asList),
  contains: (list = [], wanted2 = null) => asList(list).some((item) => isEqual(item, wanted2)),
  distinct,
  element: (list = [], index = 0) => asList(list)[wrap(asList(list).length, asNumber(index))] ?? fail2("the list is empty"),
  flatten: (list = []) => asList(list).flatMap(flat),
  hasindex: (of = null, key = null) => isObject(of) ? of.has(asText(key)) : isList(of) && asNumber(key) >= 0 && asNumber(key) < of.length,
  index: (of = null, key = null) => (isObject(of) ? of.get(asText(key)) : asList(of)[asNumber(key)]) ?? fail2("there is no such element"),
  indexof: (list = [], wanted2 = null) => {
    const found = asList(list).findIndex((item) => isEqual(item, wanted2));
    return found < 0 ? fail2("there is no such element") : found;
  },
  keys: (object = null) => [...asObject(object).keys()],
  length: (value = null) => typeof value === "string" ? fail2("a text is no list") : asList(value).length,
  lookup: (object = null, key = null, fallback = null) => asObject(object).get(asText(key)) ?? fallback,
  merge: (...objects) => objectOf(objects.filter((one) => one !== null).flatMap((one) => [...asObject(one)])),
  range: (...bounds) => range(bounds.map(asNumber)),
  reverse: (value = null) => isList(value) ? value.toReversed() : charactersOf(value).toReversed().join(""),
  reverselist: (list = []) => asList(list).toReversed(),
  setunion: (...lists) => distinct(lists.flatMap(asList)),
  slice: (list = [], from = 0, to = null) => asList(list).slice(asNumber(from), to === null ? void 0 : asNumber(to)),
  sort: (list = []) => asList(list).map(asText).sort(),
  values: (object = null) => [...asObject(object).values()],
  zipmap: (keys = [], values = []) => objectOf(asList(keys).map((key, index) => [asText(key), asList(values)[index] ?? null]))
};
var numbers = {
  absolute: (one = null) => Math.abs(asNumber(one)),
  add: (one = null, other = null) => asNumber(one) + asNumber(other),
  ceil: (one = null) => Math.ceil(asNumber(one)),
  divide: (one = null, other = null) => finite(asNumber(one) / asNumber(other)),
  floor: (one = null) => Math.floor(asNumber(one)),
  int: (one = null) => Math.trunc(asNumber(one)),
  max: (...all) => Math.max(...all.map(asNumber)),
  min: (...all) => Math.min(...all.map(asNumber)),
  modulo: (one = null, other = null) => finite(asNumber(one) % asNumber(other)),
  multiply: (one = null, other = null) => asNumber(one) * asNumber(other),
  negate: (one = null) => -asNumber(one),
  parseint: (text = null, base = 10) => finite(Number.parseInt(asText(text), asNumber(base))),
  subtract: (one = null, other = null) => asNumber(one) - asNumber(other)
};
var logic = {
  and: (one = null, other = null) => asBoolean(one) && asBoolean(other),
  equal: (one = null, other = null) => isEqual(one, other),
  greaterthan: (one = null, other = null) => asNumber(one) > asNumber(other),
  greaterthanorequalto: (one = null, other = null) => asNumber(one) >= asNumber(other),
  lessthan: (one = null, other = null) => asNumber(one) < asNumber(other),
  lessthanorequalto: (one = null, other = null) => asNumber(one) <= asNumber(other),
  not: (one = null) => !asBoolean(one),
  notequal: (one = null, other = null) => !isEqual(one, other),
  or: (one = null, other = null) => asBoolean(one) || asBoolean(other)
};
var hclFunctions = new Map(
  Object.entries({ ...encodings, ...textFunctions, ...collections, ...numbers, ...logic, ...regexFunctions })
);
function fail2(reason) {
  throw new NoValue(reason);
}
function finite(value) {
  return Number.isFinite(value) ? value : fail2("that is no number");
}
function range(bounds) {
  const [from, to] = bounds.length === 1 ? [0, bounds[0] ?? 0] : [bounds[0] ?? 0, bounds[1] ?? 0];
  const step = bounds[2] ?? (to < from ? -1 : 1);
  const count = step === 0 ? Number.NaN : Math.max(Math.ceil((to - from) / step), 0);
  if (!(count <= 1024)) return fail2("that range has no end or too many numbers");
  return Array.from({ length: count }, (_, index) => from + index * step);
}
var splatElement = "*";
var maxTextCharacters = 1e5;
function evaluate(expression, scope) {
  scope.step();
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return templateOf(expression.parts.map((part) => evaluate(part, scope)));
    case "variable": {
      const value = scope.variable(expression.name);
      if (value === void 0) throw new NoValue(`there is no variable ${expression.name}`);
      return value;
    }
    case "index":
      return referenced(expression, scope) ?? element(evaluate(expression.of, scope), evaluate(expression.key, scope));
    case "splat": {
      const of = evaluate(expression.of, scope);
      const items = of === null ? [] : isList(of) ? of : [of];
      return items.map((item) => evaluate(expression.each, inner(scope, { [splatElement]: item })));
    }
    case "call":
      return call(expression, scope);
    case "conditional":
      return evaluate(
        asBoolean(evaluate(expression.condition, scope)) ? expression.whenTrue : expression.otherwise,
        scope
      );
    case "binary":
      return binary(expression.operator, evaluate(expression.left, scope), () => evaluate(expression.right, scope));
    case "unary": {
      const operand = evaluate(expression.operand, scope);
      return expression.operator === "!" ? !asBoolean(operand) : -asNumber(operand);
    }
    case "tuple":
      return expression.items.map((item) => evaluate(item, scope));
    case "object":
      return objectOf(
        expression.entries.map(([key, value]) => [asText(evaluate(key, scope)), evaluate(value, scope)])
      );
    case "for":
      return loop(expression, scope);
  }
}
function inner(scope, names) {
  return { ...scope, variable: (name2) => Object.hasOwn(names, name2) ? names[name2] : scope.variable(name2) };
}
function templateOf(parts) {
  const [only] = parts;
  if (parts.length === 1 && only !== void 0) return only;
  const text = parts.map(asText).join("");
  if (text.length > maxTextCharacters) throw new NoValue("the text is too long");
  return text;
}
function referenced({ of, key }, scope) {
  if (of.kind !== "index" || of.of.kind !== "variable" || of.of.name !== "target") return void 0;
  if (!scope.reference || of.key.kind !== "literal" || key.kind !== "literal") return void 0;
  return scope.reference("target", asText(of.key.value), asText(key.value));
}
function element(of, key) {
  const found = isObject(of) ? of.get(asText(key)) : isList(of) ? of[asNumber(key)] : void 0;
  if (found === void 0) throw new NoValue(`there is no element ${asText(key)}`);
  return found;
}
function call({ name: name2, args, expandsLast }, scope) {
  const values = args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  const given = expandsLast && last !== void 0 && isList(last) ? [...values.slice(0, -1), ...last] : values;
  if (name2 === "try" || name2 === "can" || name2 === "convert")
    throw new NoValue(`the function ${name2} is not understood here`);
  const own2 = scope.call(name2, given);
  if (own2 !== void 0) return own2;
  const known = hclFunctions.get(name2);
  if (!known) throw new NoValue(`the function ${name2} is not understood here`);
  return known(...given);
}
function binary(operator, left, right) {
  switch (operator) {
    case "&&":
      return asBoolean(left) && asBoolean(right());
    case "||":
      return asBoolean(left) || asBoolean(right());
    case "==":
      return isEqual(left, right());
    case "!=":
      return !isEqual(left, right());
    default:
      return arithmetic(operator, asNumber(left), asNumber(right()));
  }
}
function arithmetic(operator, left, right) {
  const results = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "%": left % right,
    "<": left < right,
    ">": left > right,
    "<=": left <= right,
    ">=": left >= right
  };
  const result = results[operator];
  if (result === void 0) throw new Error(`No operator ${operator}.`);
  if (typeof result === "number" && !Number.isFinite(result)) throw new NoValue("that is a division by zero");
  return result;
}
function loop({ collection, keyName, valueName, key, result, isGrouped, condition }, scope) {
  const of = evaluate(collection, scope);
  if (!isList(of) && !isObject(of)) throw new NoValue("only lists and maps can be walked");
  const items = [...of.entries()];
  const taken = items.flatMap(([index, item]) => {
    const names = inner(scope, { ...keyName !== void 0 && { [keyName]: index }, [valueName]: item });
    if (condition && !asBoolean(evaluate(condition, names))) return [];
    return [[key ? asText(evaluate(key, names)) : "", evaluate(result, names)]];
  });
  if (!key) return taken.map(([, value]) => value);
  const groups = /* @__PURE__ */ new Map();
  for (const [name2, value] of taken) groups.set(name2, [...groups.get(name2) ?? [], value]);
  return objectOf(
    [...groups].map(([name2, values]) => {
      if (!isGrouped && values.length > 1) throw new NoValue(`the key ${name2} comes twice`);
      return [name2, isGrouped ? values : values[0] ?? null];
    })
  );
}
var maxSteps = 3e5;
var builtIn = /* @__PURE__ */ new Set(["BAKE_CMD_CONTEXT", "BAKE_LOCAL_PLATFORM", "target", "group"]);
function bakeScope(body, environment) {
  const variables = blocksOf(body, "variable");
  const functions = blocksOf(body, "function");
  const known = /* @__PURE__ */ new Map();
  const once = withoutCycles();
  let steps = 0;
  const compute = (name2) => {
    const block = variables.get(name2);
    if (block) return variableValue(name2, block, environment, scope);
    const attribute = body.attributes.get(name2);
    return attribute && evaluate(attribute.expression, scope);
  };
  const scope = {
    step() {
      steps += 1;
      if (steps > maxSteps) throw new NoValue("the file takes too much work");
    },
    variable(name2) {
      if (builtIn.has(name2)) throw new NoValue(`${name2} depends on where bake runs, or on other targets`);
      const value = known.get(name2) ?? once(name2, () => compute(name2));
      if (value !== void 0) known.set(name2, value);
      return value;
    },
    reference(type, name2, key) {
      const path = `${type}.${name2}.${key}`;
      const block = body.blocks.find((one) => one.type === type && one.labels[0] === name2);
      const found = block?.body.attributes.get(key);
      if (!found || block?.body.attributes.has("matrix")) throw new NoValue(`there is no ${path} in this file`);
      return once(path, () => evaluate(found.expression, scope));
    },
    call(name2, args) {
      const block = functions.get(name2);
      return block && once(`${name2}()`, () => callOwn(name2, block, args, scope));
    }
  };
  return { ...scope, problems: () => [...variables].flatMap(([name2, block]) => validate(name2, block, scope)) };
}
function withoutCycles() {
  const pending = /* @__PURE__ */ new Set();
  return (name2, compute) => {
    if (pending.has(name2)) throw new NoValue(`${name2} depends on itself`);
    pending.add(name2);
    try {
      return compute();
    } finally {
      pending.delete(name2);
    }
  };
}
function blocksOf({ blocks }, type) {
  return new Map(
    blocks.flatMap(
      (block) => block.type === type && block.labels[0] !== void 0 ? [[block.labels[0], block]] : []
    )
  );
}
function variableValue(name2, { body }, environment, scope) {
  const attribute = body.attributes.get("default");
  const fallback = attribute && evaluate(attribute.expression, scope);
  const given = Object.hasOwn(environment, name2) ? environment[name2] : void 0;
  const type = body.attributes.get("type");
  if (given === void 0) return fallback ?? (type || attribute ? null : "");
  return ofType(given, typeName(type) ?? (fallback === void 0 ? "string" : typeof fallback), name2);
}
function typeName(type) {
  if (!type) return void 0;
  return type.expression.kind === "variable" ? type.expression.name : "a collection";
}
function ofType(given, type, name2) {
  if (type === "string") return given;
  if (type === "number") return asNumber(given);
  if (type === "bool" || type === "boolean") return asBoolean(given === "1" ? "true" : given === "0" ? "false" : given);
  throw new NoValue(`the environment's ${name2} would have to be ${type}`);
}
function callOwn(name2, { body }, args, scope) {
  const names = parametersOf(body.attributes.get("params"));
  const [rest] = parametersOf(body.attributes.get("variadic_params"));
  const result = body.attributes.get("result");
  if (!result || args.length < names.length || args.length > names.length && rest === void 0)
    throw new NoValue(`the function ${name2} cannot be called with ${args.length} arguments`);
  const given = Object.fromEntries(names.map((parameter, index) => [parameter, args[index] ?? null]));
  return evaluate(
    result.expression,
    inner(scope, { ...given, ...rest !== void 0 && { [rest]: args.slice(names.length) } })
  );
}
function parametersOf(attribute) {
  const { expression } = attribute ?? {};
  if (expression?.kind === "variable") return [expression.name];
  if (expression?.kind === "literal") return [asText(expression.value)];
  if (expression?.kind !== "tuple") return [];
  return expression.items.flatMap(
    (item) => item.kind === "variable" ? [item.name] : item.kind === "literal" ? [asText(item.value)] : []
  );
}
function validate(name2, { body }, scope) {
  return body.blocks.flatMap(({ type, body: { attributes }, place }) => {
    const condition = attributes.get("condition");
    if (type !== "validation" || !condition) return [];
    try {
      const result = evaluate(condition.expression, scope);
      if (result !== null && asBoolean(result)) return [];
      const message = attributes.get("error_message");
      throw new NoValue(message ? asText(evaluate(message.expression, scope)) : "its validation fails");
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      return [
        {
          code: "bake-validation",
          message: `The variable ${name2} does not pass its validation: ${thrown.message.replace(/\.$/, "")}.`,
          place,
          hint: `Set ${name2} where the audit runs.`
        }
      ];
    }
  });
}
var maxDepth2 = 60;
var identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
function openCursor(file, text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  let linesCount = true;
  let depth = 0;
  const cursor = {
    text,
    at: 0,
    place(offset = cursor.at) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    skip: () => skipBlanks(cursor, !linesCount),
    skipLines: () => skipBlanks(cursor, true),
    take(mark) {
      cursor.skip();
      if (!text.startsWith(mark, cursor.at)) return false;
      cursor.at += mark.length;
      return true;
    },
    expect(mark) {
      if (!cursor.take(mark)) throw cursor.refuse(`Here "${mark}" was expected.`);
    },
    identifier() {
      cursor.skip();
      identifier.lastIndex = cursor.at;
      const found = identifier.exec(text)?.[0];
      cursor.at += found?.length ?? 0;
      return found;
    },
    within(counts, read) {
      const before = linesCount;
      linesCount = counts;
      depth += 1;
      if (depth > maxDepth2) throw cursor.refuse("The file nests too deeply.");
      const result = read();
      linesCount = before;
      depth -= 1;
      return result;
    },
    refuse: (message, offset) => new import_chunk_ZU5SK2EV.UserError({
      code: "hcl-syntax",
      message,
      place: cursor.place(offset),
      hint: "Repair the file; `docker buildx bake --print` shows whether bake reads it."
    })
  };
  return cursor;
}
function skipBlanks(cursor, withLines) {
  const { text } = cursor;
  for (; ; ) {
    const character = text[cursor.at];
    if (character === " " || character === "	" || character === "\r" || withLines && character === "\n") {
      cursor.at += 1;
    } else if (character === "#" || text.startsWith("//", cursor.at)) {
      const end = text.indexOf("\n", cursor.at);
      cursor.at = end < 0 ? text.length : end;
    } else if (text.startsWith("/*", cursor.at)) {
      const end = text.indexOf("*/", cursor.at + 2);
      if (end < 0) throw cursor.refuse("This comment is not closed.");
      cursor.at = end + 2;
    } else return;
  }
}
function readForTail(cursor, close, readExpression2) {
  const start = cursor.at;
  if (cursor.identifier() !== "for") {
    cursor.at = start;
    return void 0;
  }
  const first = cursor.identifier();
  if (first === void 0) {
    cursor.at = start;
    return void 0;
  }
  const second = cursor.take(",") ? cursor.identifier() : void 0;
  if (cursor.identifier() !== "in") throw cursor.refuse("`in` was expected.");
  const collection = readExpression2();
  cursor.expect(":");
  const head = readExpression2();
  const key = close === "}" ? head : void 0;
  if (key) cursor.expect("=>");
  const result = key ? readExpression2() : head;
  const isGrouped = key !== void 0 && cursor.take("...");
  const before = cursor.at;
  const condition = cursor.identifier() === "if" ? readExpression2() : void 0;
  if (!condition) cursor.at = before;
  cursor.expect(close);
  return {
    kind: "for",
    ...second === void 0 ? { valueName: first } : { keyName: first, valueName: second },
    collection,
    ...key && { key },
    result,
    isGrouped,
    ...condition && { condition }
  };
}
var escapes = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function readQuoted(cursor, readExpression2, place) {
  const parts = new Parts(cursor);
  const start = cursor.at - 1;
  for (; ; ) {
    const character = cursor.text[cursor.at];
    if (character === void 0 || character === "\n") throw cursor.refuse("This text is not closed.", start);
    if (character === '"') break;
    if (readSequence(cursor, readExpression2, parts)) continue;
    cursor.at += 1;
    parts.add(character === "\\" ? readEscape(cursor) : character);
  }
  cursor.at += 1;
  return parts.whole(place);
}
function readHeredoc(cursor, readExpression2, place) {
  const flush = cursor.text[cursor.at] === "-";
  if (flush) cursor.at += 1;
  const word = /[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;
  word.lastIndex = cursor.at;
  const opening = word.exec(cursor.text)?.[0];
  if (opening === void 0) throw cursor.refuse("A heredoc begins with a word at the end of its line.");
  const from = cursor.at + opening.length;
  const lines = [];
  let at = from;
  for (; ; ) {
    if (at >= cursor.text.length) throw cursor.refuse(`The heredoc ${opening.trim()} is not closed.`);
    const end = cursor.text.indexOf("\n", at);
    const line = cursor.text.slice(at, end < 0 ? cursor.text.length : end);
    if (line.trim() === opening.trim()) {
      cursor.at = at + line.trimEnd().length;
      break;
    }
    lines.push(`${line}
`);
    at += line.length + 1;
  }
  return withinHeredoc(cursor, { text: lines.join(""), from, flush }, readExpression2, place);
}
function withinHeredoc(cursor, { text, from, flush }, readExpression2, place) {
  const indents = text.split("\n").filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = flush && indents.length > 0 ? Math.min(...indents) : 0;
  const behind = cursor.at;
  const end = from + text.length;
  const parts = new Parts(cursor);
  let atLineStart = true;
  cursor.at = from;
  while (cursor.at < end) {
    if (atLineStart) {
      const blanks = /^[ \t]*/.exec(cursor.text.slice(cursor.at, cursor.at + indent))?.[0].length ?? 0;
      cursor.at += blanks;
      atLineStart = false;
      continue;
    }
    if (readSequence(cursor, readExpression2, parts)) continue;
    const character = cursor.text[cursor.at] ?? "";
    parts.add(character);
    cursor.at += 1;
    atLineStart = character === "\n";
  }
  cursor.at = behind;
  return parts.whole(place);
}
function readSequence(cursor, readExpression2, parts) {
  const { text, at } = cursor;
  if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
    parts.add(text.slice(at + 1, at + 3));
    cursor.at += 3;
    return true;
  }
  if (text.startsWith("%{", at)) throw cursor.refuse("Template directives (%{…}) are not understood here.");
  if (!text.startsWith("${", at)) return false;
  if (text[at + 2] === "~") throw cursor.refuse("Trimming (${~ … ~}) is not understood here.");
  cursor.at += 2;
  const inside = cursor.within(false, () => {
    const expression = readExpression2();
    cursor.expect("}");
    return expression;
  });
  parts.addExpression(inside);
  return true;
}
function readEscape(cursor) {
  const letter = cursor.text[cursor.at] ?? "";
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : void 0;
  if (simple !== void 0) {
    cursor.at += 1;
    return simple;
  }
  const digits = /^(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(cursor.text.slice(cursor.at, cursor.at + 9));
  const code = Number.parseInt(digits?.[1] ?? digits?.[2] ?? "", 16);
  if (!digits || !(code <= 1114111)) throw cursor.refuse(`"\\${letter}" is no escape sequence.`);
  cursor.at += digits[0].length;
  return String.fromCodePoint(code);
}
var Parts = class {
  #cursor;
  #parts = [];
  #text = "";
  constructor(cursor) {
    this.#cursor = cursor;
  }
  add(text) {
    this.#text += text;
  }
  addExpression(expression) {
    this.#flush();
    this.#parts.push(expression);
  }
  whole(place) {
    if (this.#parts.length === 0) return { kind: "literal", value: this.#text, place };
    this.#flush();
    return { kind: "template", parts: this.#parts, place };
  }
  #flush() {
    if (this.#text !== "") this.#parts.push({ kind: "literal", value: this.#text, place: this.#cursor.place() });
    this.#text = "";
  }
};
var levels = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"]
];
var number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var constants = { true: true, false: false, null: null };
function readExpression(cursor) {
  const condition = readBinary(cursor, 0);
  if (!cursor.take("?")) return condition;
  const whenTrue = readExpression(cursor);
  cursor.expect(":");
  return { kind: "conditional", condition, whenTrue, otherwise: readExpression(cursor), place: condition.place };
}
function readBinary(cursor, level) {
  const operators = levels[level];
  if (!operators) return readUnary(cursor);
  let left = readBinary(cursor, level + 1);
  for (; ; ) {
    const operator = operators.find((one) => cursor.take(one));
    if (operator === void 0) return left;
    left = { kind: "binary", operator, left, right: readBinary(cursor, level + 1), place: left.place };
  }
}
function readUnary(cursor) {
  cursor.skip();
  const place = cursor.place();
  const operator = ["!", "-"].find((one) => cursor.take(one));
  if (operator === void 0) return readSteps(cursor, readTerm(cursor));
  return cursor.within(false, () => ({ kind: "unary", operator, operand: readUnary(cursor), place }));
}
function readSteps(cursor, term) {
  let of = term;
  for (; ; ) {
    const { place } = of;
    if (cursor.text.startsWith("...", cursor.at)) return of;
    if (cursor.text[cursor.at] === "[") {
      cursor.at += 1;
      if (cursor.take("*")) {
        cursor.expect("]");
        return { kind: "splat", of, each: readSteps(cursor, { kind: "variable", name: splatElement, place }), place };
      }
      const key = cursor.within(false, () => {
        const inside = readExpression(cursor);
        cursor.expect("]");
        return inside;
      });
      of = { kind: "index", of, key, place };
    } else if (cursor.text[cursor.at] === ".") {
      cursor.at += 1;
      if (cursor.take("*")) throw cursor.refuse("`.*` is not understood here; `[*]` is.");
      number.lastIndex = cursor.at;
      const digits = /^\d+/.exec(cursor.text.slice(cursor.at, cursor.at + 8))?.[0];
      cursor.at += digits?.length ?? 0;
      const name2 = digits ?? cursor.identifier();
      if (name2 === void 0) throw cursor.refuse("A name was expected behind the dot.");
      const value = digits === void 0 ? name2 : Number(digits);
      of = { kind: "index", of, key: { kind: "literal", value, place }, place };
    } else return of;
  }
}
function readTerm(cursor) {
  cursor.skip();
  const place = cursor.place();
  const again = () => readExpression(cursor);
  if (cursor.take('"')) return readQuoted(cursor, again, place);
  if (cursor.take("<<")) return readHeredoc(cursor, again, place);
  if (cursor.take("("))
    return cursor.within(false, () => {
      const inside = again();
      cursor.expect(")");
      return inside;
    });
  if (cursor.take("[")) return cursor.within(false, () => readTuple(cursor, place));
  if (cursor.take("{")) return cursor.within(false, () => readObject(cursor, place));
  number.lastIndex = cursor.at;
  const digits = number.exec(cursor.text)?.[0];
  if (digits !== void 0) {
    cursor.at += digits.length;
    return { kind: "literal", value: Number(digits), place };
  }
  const name2 = cursor.identifier();
  if (name2 === void 0) throw cursor.refuse("An expression was expected.");
  if (cursor.text.startsWith("::", cursor.at)) throw cursor.refuse("Functions of namespaces are not understood here.");
  if (cursor.text[cursor.at] === "(") return cursor.within(false, () => readCall(cursor, name2, place));
  const constant = Object.hasOwn(constants, name2) ? constants[name2] : void 0;
  return constant === void 0 ? { kind: "variable", name: name2, place } : { kind: "literal", value: constant, place };
}
function readCall(cursor, name2, place) {
  cursor.at += 1;
  const args = [];
  let expandsLast = false;
  while (!cursor.take(")")) {
    if (expandsLast) throw cursor.refuse("Nothing may follow an argument with `...`.");
    args.push(readExpression(cursor));
    expandsLast = cursor.take("...");
    if (cursor.take(",")) continue;
    cursor.expect(")");
    break;
  }
  return { kind: "call", name: name2, args, expandsLast, place };
}
function readTuple(cursor, place) {
  const loop2 = readForTail(cursor, "]", () => readExpression(cursor));
  if (loop2) return { ...loop2, place };
  const items = [];
  while (!cursor.take("]")) {
    items.push(readExpression(cursor));
    if (cursor.take(",")) continue;
    cursor.expect("]");
    break;
  }
  return { kind: "tuple", items, place };
}
function readObject(cursor, place) {
  const loop2 = readForTail(cursor, "}", () => readExpression(cursor));
  if (loop2) return { ...loop2, place };
  const entries = [];
  while (!cursor.take("}")) {
    cursor.skip();
    const isName = cursor.text[cursor.at] !== "(";
    const key = readExpression(cursor);
    if (!cursor.take("=") && !cursor.take(":")) throw cursor.refuse("`=` or `:` was expected behind the key.");
    const value = readExpression(cursor);
    entries.push([
      isName && key.kind === "variable" ? { kind: "literal", value: key.name, place: key.place } : key,
      value
    ]);
    cursor.take(",");
  }
  return { kind: "object", entries, place };
}
function parseHcl(file, text) {
  const cursor = openCursor(file, text.replace(/^\uFEFF/, ""));
  return readBody(cursor, void 0);
}
function parseTemplate(file, text) {
  const cursor = openCursor(file, text);
  const parts = new Parts(cursor);
  while (cursor.at < text.length) {
    if (readSequence(cursor, () => readExpression(cursor), parts)) continue;
    parts.add(text[cursor.at] ?? "");
    cursor.at += 1;
  }
  return parts.whole(cursor.place(0));
}
function readBody(cursor, close) {
  const attributes = /* @__PURE__ */ new Map();
  const blocks = [];
  for (; ; ) {
    cursor.skipLines();
    if (close === void 0 && cursor.at >= cursor.text.length) break;
    if (close !== void 0 && cursor.take(close)) break;
    const place = cursor.place();
    const name2 = cursor.identifier();
    if (name2 === void 0) throw cursor.refuse("The name of an attribute or a block was expected.");
    if (cursor.take("=")) {
      if (attributes.has(name2)) throw cursor.refuse(`The attribute ${name2} stands twice.`);
      attributes.set(name2, { place, expression: readExpression(cursor) });
    } else blocks.push({ type: name2, place, ...readBlock(cursor) });
    endLine(cursor, close);
  }
  return { attributes, blocks };
}
function readBlock(cursor) {
  const labels = [];
  while (!cursor.take("{")) {
    const quoted = cursor.take('"');
    const label = quoted ? /^[^"\\\n]*(?=")/.exec(cursor.text.slice(cursor.at, cursor.at + 300))?.[0] : cursor.identifier();
    if (label === void 0) throw cursor.refuse("`{` or a label was expected.");
    if (quoted) cursor.at += label.length + 1;
    labels.push(label);
  }
  return { labels, body: cursor.within(true, () => readBody(cursor, "}")) };
}
function endLine(cursor, close) {
  cursor.skip();
  const character = cursor.text[cursor.at];
  if (character === void 0 || character === "\n" || close !== void 0 && character === close) return;
  throw cursor.refuse("The line's end was expected.");
}
var topBlocks = ["target", "group", "variable", "function"];
function readJsonBody(file, text) {
  const [root] = readYamlDocuments(file, text);
  return bodyOf(file, root, topBlocks);
}
function bodyOf(file, value, blockTypes) {
  const attributes = /* @__PURE__ */ new Map();
  const blocks = [];
  if (value?.kind !== "map") return { attributes, blocks };
  for (const [key, { keyPlace, value: inside }] of value.entries) {
    if (key === "//") continue;
    if (!blockTypes.includes(key)) attributes.set(key, { place: keyPlace, expression: expressionOf(file, inside) });
    else if (key === "validation")
      for (const one of listed(inside))
        blocks.push({ type: key, labels: [], place: keyPlace, body: bodyOf(file, one, []) });
    else for (const one of listed(inside)) if (one.kind === "map") blocks.push(...labelled(file, key, one));
  }
  return { attributes, blocks };
}
function labelled(file, type, map) {
  const inner2 = type === "variable" ? ["validation"] : [];
  return [...map.entries].flatMap(
    ([label, { keyPlace, value }]) => listed(value).map((one) => ({ type, labels: [label], place: keyPlace, body: bodyOf(file, one, inner2) }))
  );
}
function listed(value) {
  return value.kind === "list" ? value.items : [value];
}
function expressionOf(file, value) {
  const { place } = value;
  if (value.kind === "list")
    return { kind: "tuple", items: value.items.map((item) => expressionOf(file, item)), place };
  if (value.kind === "map") {
    const entries = [...value.entries].map(
      ([key, entry]) => [parseTemplate(file, key), expressionOf(file, entry.value)]
    );
    return { kind: "object", entries, place };
  }
  if (typeof value.value === "string") return { ...parseTemplate(file, value.value), place };
  return { kind: "literal", value: typeof value.value === "bigint" ? Number(value.value) : value.value, place };
}
var wanted = [
  "context",
  "dockerfile",
  "dockerfile-inline",
  "target",
  "args",
  "contexts",
  "tags",
  "platforms",
  "inherits"
];
function settle({ body }, scope) {
  return new Map(
    wanted.flatMap((key) => {
      const attribute = body.attributes.get(key);
      if (!attribute) return [];
      const { place } = attribute;
      try {
        return [[key, { place, value: evaluate(attribute.expression, scope) }]];
      } catch (thrown) {
        if (thrown instanceof NoValue) return [[key, { place, reason: thrown.message }]];
        throw thrown;
      }
    })
  );
}
function merged(all) {
  const result = /* @__PURE__ */ new Map();
  for (const attributes of all)
    for (const [key, settled] of attributes) {
      const before = result.get(key);
      if ("value" in settled && settled.value === null) continue;
      const isMap3 = key === "args" || key === "contexts";
      if (isMap3 && before && "reason" in before) continue;
      if (isMap3 && before && "value" in before && "value" in settled && isObject(before.value) && isObject(settled.value))
        result.set(key, { place: settled.place, value: new Map([...before.value, ...settled.value]) });
      else result.set(key, settled);
    }
  return result;
}
function unknownOf(message, place) {
  return {
    code: "bake-unknown",
    message,
    place,
    hint: "Set the variables it depends on where the audit runs, or name the image in the configuration."
  };
}
function inheritTarget(name2, targets) {
  const own2 = targets.get(name2);
  if (!own2) throw new Error(`There is no target ${name2}.`);
  const problems = [];
  const attributes = inherited(name2, targets, problems, []);
  for (const [key, settled] of attributes)
    if ("reason" in settled)
      problems.push(unknownOf(`The ${key} of the target ${name2} cannot be known: ${settled.reason}.`, settled.place));
  const read = (key, convert) => {
    const settled = attributes.get(key);
    if (!settled || "reason" in settled || settled.value === null) return void 0;
    try {
      return convert(settled.value);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(unknownOf(`The ${key} of the target ${name2} cannot be: ${thrown.message}.`, settled.place));
      return void 0;
    }
  };
  const inline = read("dockerfile-inline", asText);
  const target = read("target", asText);
  return {
    name: name2,
    place: own2.place,
    context: read("context", asText) ?? ".",
    ...inline === void 0 ? { dockerfile: read("dockerfile", asText) || "Dockerfile" } : { dockerfileInline: inline },
    ...target !== void 0 && { target },
    args: read("args", asTexts) ?? {},
    contexts: read("contexts", asTexts) ?? {},
    tags: read("tags", (value) => asList(value).flatMap(textUnlessEmpty)) ?? [],
    platforms: read("platforms", (value) => asList(value).flatMap(textUnlessEmpty)) ?? [],
    problems
  };
}
function inherited(name2, targets, problems, above) {
  const own2 = targets.get(name2);
  if (!own2) throw new Error(`There is no target ${name2}.`);
  const inherits = own2.attributes.get("inherits");
  const names = inherits && "value" in inherits && inherits.value !== null ? textsOf(inherits.value) : [];
  const parents = names.flatMap((parent) => {
    if (targets.has(parent) && !above.includes(parent) && parent !== name2)
      return [inherited(parent, targets, problems, [...above, name2])];
    const reason = targets.has(parent) ? "inherits itself" : "is not in this file";
    if (inherits)
      problems.push(unknownOf(`What the target inherits cannot be known: ${parent} ${reason}.`, inherits.place));
    return [];
  });
  return merged([...parents, own2.attributes]);
}
function textsOf(value) {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}
var textUnlessEmpty = (value) => value === "" || value === null ? [] : [asText(value)];
function asTexts(value) {
  return Object.fromEntries(
    [...asObject(value)].flatMap(([key, item]) => item === null ? [] : [[key, asText(item)]])
  );
}
var maxTargets = 5e3;
function expandTargets(blocks, scope) {
  const targets = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  const problems = [];
  for (const block of blocks) {
    const [label] = block.labels;
    if (block.type !== "target" || label === void 0) continue;
    try {
      const names = [];
      for (const combination of matrixOf(block, scope)) {
        const here = inner(scope, combination);
        const name2 = nameOf(block, label, here);
        if (names.includes(name2)) throw new NoValue(`its matrix makes ${name2} twice`);
        if (targets.size >= maxTargets) throw new NoValue(`the file has more than ${maxTargets} targets`);
        names.push(name2);
        const before = targets.get(name2);
        const attributes = settle(block, here);
        targets.set(name2, {
          place: before?.place ?? block.place,
          attributes: merged([...before ? [before.attributes] : [], attributes])
        });
      }
      if (block.body.attributes.has("matrix")) groups.set(label, names);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(unknownOf(`The target ${label} cannot be known: ${thrown.message}.`, block.place));
    }
  }
  return { targets, groups, problems };
}
function matrixOf({ body }, scope) {
  const matrix = body.attributes.get("matrix");
  if (!matrix) return [{}];
  let combinations = [{}];
  for (const [key, values] of asObject(evaluate(matrix.expression, scope))) {
    if (!Array.isArray(values)) throw new NoValue("the values of a matrix must be lists");
    if (combinations.length * values.length > maxTargets) throw new NoValue("its matrix is too large");
    combinations = combinations.flatMap((before) => values.map((value) => ({ ...before, [key]: value })));
  }
  return combinations;
}
function nameOf({ body }, label, scope) {
  const name2 = body.attributes.get("name");
  if (name2 && !body.attributes.has("matrix")) throw new NoValue("a name needs a matrix");
  const text = name2 ? asText(evaluate(name2.expression, scope)) : label;
  if (!/^[a-zA-Z0-9_-]+$/.test(text)) throw new NoValue(`${JSON.stringify(text)} cannot be a target's name`);
  return text;
}
var maxBakeFileBytes = 512 * 1024;
function readBake(file, text, environment, overrides = []) {
  const bodies = [{ file, text }, ...overrides].map(bodyOf2);
  const body = {
    attributes: new Map(bodies.flatMap(({ attributes }) => [...attributes])),
    blocks: bodies.flatMap(({ blocks }) => blocks)
  };
  const scope = bakeScope(body, environment);
  const groups = /* @__PURE__ */ new Map();
  const problems = [...scope.problems()];
  for (const { type, labels, body: inside, place } of body.blocks) {
    if (type !== "group" || labels[0] === void 0) continue;
    const targets2 = inside.attributes.get("targets");
    const odd = inside.attributes.get("matrix") ?? inside.attributes.get("name");
    if (odd) problems.push(notKnown("bake-group", `The group ${labels[0]} cannot have a name or a matrix.`, odd.place));
    try {
      const names = targets2 ? asList(evaluate(targets2.expression, scope)).map(asText) : [];
      groups.set(labels[0], [...groups.get(labels[0]) ?? [], ...names]);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(
        notKnown("bake-group", `The targets of the group ${labels[0]} cannot be known: ${thrown.message}.`, place)
      );
    }
  }
  const expanded = expandTargets(body.blocks, scope);
  for (const [name2, members] of expanded.groups) groups.set(name2, members);
  const targets = [...expanded.targets.keys()].map((name2) => inheritTarget(name2, expanded.targets));
  return { targets, groups, problems: [...problems, ...expanded.problems, ...strangers(body)] };
}
function bodyOf2({ file, text }) {
  if (Buffer.byteLength(text) > maxBakeFileBytes) throw new import_chunk_ZU5SK2EV.UserError(tooLarge(file));
  return file.endsWith(".json") ? readJsonBody(file, text) : parseHcl(file, text);
}
function strangers({ blocks }) {
  return blocks.filter(({ type }) => !["target", "group", "variable", "function"].includes(type)).map(({ type, place }) => notKnown("bake-block", `Bake knows no block "${type}".`, place));
}
function notKnown(code, message, place) {
  return { code, message, place, hint: "`docker buildx bake --print` shows what bake makes of the file." };
}
function tooLarge(file) {
  return {
    code: "bake-too-large",
    message: `The bake file is larger than ${maxBakeFileBytes} B.`,
    place: { file, line: 1 },
    hint: "Split it, or leave it out of the audit."
  };
}
function valueAt(value, key) {
  const entry = value?.kind === "map" ? value.entries.get(key) : void 0;
  return entry?.alone === "reset" ? void 0 : entry?.value;
}
function valuesAlong(chain, key) {
  const found = [];
  for (const map of chain) {
    const value = valueAt(map, key);
    if (value) found.push(value);
    if (map?.kind === "map" && map.entries.get(key)?.alone) break;
  }
  return found;
}
function scalarAt(value, key) {
  const found = valueAt(value, key);
  return found?.kind === "scalar" && found.value !== null ? found : void 0;
}
function stringAt(value, key) {
  const found = scalarAt(value, key);
  return typeof found?.value === "string" ? found.value : void 0;
}
function itemsAt(value, key) {
  const found = valueAt(value, key);
  return found?.kind === "list" ? found.items : [];
}
function withExtended(start, servicesOf2, text) {
  const { problems } = text;
  const chain = [];
  const seen = /* @__PURE__ */ new Set();
  let next = start;
  while (next !== void 0) {
    const { file, name: name2 } = next;
    const services = servicesOf2(file);
    const service = services?.entries.get(name2)?.value;
    const place = chain.at(-1)?.place ?? service?.place;
    if (service === void 0 || seen.has(JSON.stringify(next))) {
      const there = file === start.file ? name2 : `${name2} of ${file}`;
      const none = services ? `there is no service ${there}` : `${file} is not in the repository`;
      problems.push(cannotExtend(service ? `it extends itself by way of ${there}` : none, place));
      break;
    }
    seen.add(JSON.stringify(next));
    if (service.kind !== "map") {
      problems.push({
        code: "compose-shape",
        message: `The service ${name2} is no map.`,
        place: service.place,
        hint: "Repair the file."
      });
    }
    chain.push(service);
    next = extendedBy(service, file, text);
  }
  return chain;
}
function extendedBy(service, file, text) {
  const parent = valueAt(service, "extends");
  if (parent?.kind === "scalar") return parent.value === null ? void 0 : { file, name: parent.text };
  const name2 = stringAt(parent, "service");
  const other = text.of(scalarAt(parent, "file"));
  if (name2 === void 0) return void 0;
  return { file: other === void 0 ? file : beside(file, other), name: name2 };
}
function beside(file, path) {
  return import_node_path2.posix.normalize(import_node_path2.posix.join(import_node_path2.posix.dirname(file), path));
}
function cannotExtend(reason, place) {
  return {
    code: "compose-extends",
    message: `What the service inherits is not known: ${reason}.`,
    ...place && { place },
    hint: "Correct `extends`, or name the image in the service itself."
  };
}
function includedBy(root, file, text) {
  const paths = (value) => (value?.kind === "list" ? value.items : value === void 0 ? [] : [value]).flatMap((scalar) => {
    const path = scalar.kind === "scalar" ? text.of(scalar) : void 0;
    return path === void 0 || path === "" ? [] : [beside(file, path)];
  });
  return itemsAt(root, "include").flatMap((item) => {
    const [first, ...others] = paths(item.kind === "map" ? valueAt(item, "path") : item);
    if (first === void 0) return [];
    const envFiles = valueAt(item, "env_file");
    const folder = text.of(scalarAt(item, "project_directory"));
    return [
      {
        place: (valueAt(item, "path") ?? item).place,
        files: [first, ...others],
        ...envFiles && { envFiles: paths(envFiles) },
        ...folder !== void 0 && folder !== "" && { folder: beside(file, folder) }
      }
    ];
  });
}
var isSaid = (value) => value.kind === "scalar" && value.value !== null;
function readBuild(chain, text, file) {
  const sections = chain.filter((section) => !(section.kind === "scalar" && section.value === null));
  const [nearest] = sections;
  if (!nearest) return void 0;
  const first = (key) => text.of(valuesAlong(sections, key).find(isSaid));
  const contextScalar = sections.flatMap((section) => section.kind === "scalar" ? [section] : valuesAlong([section], "context")).find(isSaid);
  const context = text.of(contextScalar) || ".";
  const inline = first("dockerfile_inline");
  const target = first("target");
  const platforms = valuesAlong(sections, "platforms").find((list) => list.kind === "list");
  const laidOver = (key) => valuesAlong(sections, key).toReversed().flatMap((value) => argumentsOf(value, text));
  return {
    place: nearest.place,
    context: seenFrom(file, (contextScalar ?? nearest).place.file, context),
    ...inline === void 0 ? { dockerfile: first("dockerfile") || "Dockerfile" } : { dockerfileInline: inline },
    ...target !== void 0 && target !== "" && { target },
    args: Object.fromEntries(laidOver("args")),
    contexts: Object.fromEntries(laidOver("additional_contexts")),
    platforms: platforms?.kind === "list" ? platforms.items.flatMap((item) => item.kind === "scalar" ? text.of(item) ?? [] : []) : []
  };
}
function seenFrom(file, writtenIn, path) {
  const isElsewhere = path.startsWith("/") || /^[a-z][a-z0-9+.-]*:\/\/|^git@|^~/.test(path);
  if (writtenIn === file || isElsewhere) return path;
  return import_node_path3.posix.relative(import_node_path3.posix.dirname(file), beside(writtenIn, path)) || ".";
}
function argumentsOf(args, text) {
  const inherited2 = (name2) => {
    const value = Object.hasOwn(text.environment, name2) ? text.environment[name2] : void 0;
    return value === void 0 ? [] : [[name2, value]];
  };
  if (args?.kind === "list")
    return args.items.flatMap((item) => {
      const written = item.kind === "scalar" ? text.of(item) : void 0;
      if (written === void 0) return [];
      const equals = written.indexOf("=");
      return equals < 0 ? inherited2(written) : [[written.slice(0, equals), written.slice(equals + 1)]];
    });
  if (args?.kind !== "map") return [];
  return [...args.entries].flatMap(([name2, { value }]) => {
    if (value.kind !== "scalar" || value.value === null) return inherited2(name2);
    const resolved = text.of(value);
    return resolved === void 0 ? [] : [[name2, resolved]];
  });
}
var maxDepth3 = 20;
var name = /[A-Za-z_][A-Za-z0-9_]*/y;
function substitute(text, environment, depth = 0) {
  if (!text.includes("$")) return { text };
  if (depth > maxDepth3) return { reason: "the variables nest too deeply" };
  let result = "";
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("$", at);
    if (dollar < 0) return { text: result + text.slice(at) };
    result += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === "$") {
      result += "$";
      at = dollar + 2;
      continue;
    }
    const braced = next === "{";
    const end = braced ? closingBrace(text, dollar + 2) : void 0;
    if (braced && end === void 0) return { reason: `the brace at "${text.slice(dollar)}" is not closed` };
    const inside = end === void 0 ? nameAt(text, dollar + 1) : text.slice(dollar + 2, end);
    if (inside === void 0)
      return { reason: `"${text.slice(dollar, dollar + 12)}" is no variable; write $$ for a dollar sign` };
    const value = braced ? bracedValue(inside, environment, depth) : { text: own(environment, inside) ?? "" };
    if ("reason" in value) return value;
    result += value.text;
    at = end === void 0 ? dollar + 1 + inside.length : end + 1;
  }
  return { text: result };
}
function bracedValue(inside, environment, depth) {
  const variable = nameAt(inside, 0);
  if (variable === void 0) return { reason: `"\${${inside}}" names no variable` };
  const rest = inside.slice(variable.length);
  const value = own(environment, variable);
  if (rest === "") return { text: value ?? "" };
  const operator = /^:?[-?+]/.exec(rest)?.[0];
  if (operator === void 0) return { reason: `"\${${inside}}" has no operator that compose knows` };
  const argument = rest.slice(operator.length);
  const isSet = operator.startsWith(":") ? value !== void 0 && value !== "" : value !== void 0;
  if (operator.endsWith("+")) return isSet ? substitute(argument, environment, depth + 1) : { text: "" };
  if (isSet) return { text: value ?? "" };
  if (operator.endsWith("?")) return { reason: `the variable ${variable} is required and not set` };
  return substitute(argument, environment, depth + 1);
}
function nameAt(text, at) {
  name.lastIndex = at;
  return name.exec(text)?.[0];
}
function own(environment, variable) {
  return Object.hasOwn(environment, variable) ? environment[variable] : void 0;
}
function closingBrace(text, from) {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "}") open -= 1;
    else if (text[at] === "$" && text[at + 1] === "{") {
      open += 1;
      at += 1;
    }
    if (open === 0) return at;
  }
  return void 0;
}
function textReader(environment, problems) {
  return {
    environment,
    problems,
    of(scalar) {
      if (scalar === void 0 || scalar.value === null) return void 0;
      const result = substitute(scalar.text, environment);
      if ("text" in result) return result.text;
      problems.push({
        code: "compose-variable",
        message: `"${scalar.text}" cannot be resolved: ${result.reason}.`,
        place: scalar.place,
        hint: "Set the variable where the audit runs or in `.env`, or give it a fallback: ${NAME:-value}."
      });
      return void 0;
    }
  };
}
function imagesOfVolumes(lists, text) {
  return lists.flatMap((list) => list.kind === "list" ? list.items : []).flatMap((volume) => {
    const source = stringAt(volume, "type") === "image" ? scalarAt(volume, "source") : void 0;
    const value = text.of(source);
    return source === void 0 || value === void 0 || value === "" ? [] : [{ value, place: source.place }];
  });
}
function composeReader(file, servicesOf2, environment, overrides = []) {
  return (name2) => {
    const problems = [];
    const files = [...overrides.toReversed(), file].filter((path) => servicesOf2(path)?.entries.has(name2));
    const chain = files.flatMap(
      (path) => withExtended({ file: path, name: name2 }, servicesOf2, textReader(environment, problems))
    );
    const text = textReader(environment, problems);
    const [own2] = chain;
    if (!own2) throw new Error(`There is no service ${name2}.`);
    const image = firstSaid(chain, "image", text);
    const user = firstSaid(chain, "user", text);
    const platform = firstSaid(chain, "platform", text);
    const build = readBuild(valuesAlong(chain, "build"), text, file);
    const profiles = files.map((path) => servicesOf2(path)?.entries.get(name2)?.value).flatMap((service) => itemsAt(service, "profiles")).flatMap((item) => item.kind === "scalar" ? [item.text] : []);
    return {
      service: own2,
      ...image && { image },
      ...build && { build },
      ...user && { user },
      ...platform && { platform },
      mounted: imagesOfVolumes(valuesAlong(chain, "volumes"), text),
      profiles: [...new Set(profiles)],
      problems
    };
  };
}
function firstSaid(chain, key, text) {
  for (const found of valuesAlong(chain, key)) {
    if (found.kind !== "scalar" || found.value === null) continue;
    const value = text.of(found);
    return value === void 0 || value === "" ? void 0 : { value, place: found.place };
  }
  return void 0;
}
function readCompose(file, text, environment, others = /* @__PURE__ */ new Map(), overrides = []) {
  const documents = readYamlDocuments(file, text, { tags: ["!reset", "!override"] });
  const [root, ...more] = documents.filter((document) => document !== void 0);
  const problems = [];
  if (root === void 0) return { services: [], includes: [], problems };
  for (const other of more)
    problems.push(
      notFollowed(other.place, "Only the first document of a compose file is read.", "Give each its file.")
    );
  const above = overrides.map((path) => servicesIn(path, others));
  const includes = includedBy(root, file, textReader(environment, problems));
  const services = servicesOf(root);
  if (services === "none" && overrides.length === 0) return { services: [], includes, problems };
  if (services === "wrong") {
    const message = "`services` is no map of services.";
    return {
      services: [],
      includes,
      problems: [...problems, { code: "compose-shape", message, place: root.place, hint: "Repair the file." }]
    };
  }
  const own2 = services === "none" ? void 0 : services;
  const elsewhere = /* @__PURE__ */ new Map();
  const servicesOfFile = (path) => {
    if (path === file) return own2;
    if (!elsewhere.has(path)) elsewhere.set(path, servicesIn(path, others));
    return elsewhere.get(path);
  };
  const read = composeReader(file, servicesOfFile, environment, overrides);
  const places = new Map(
    [...above, own2].flatMap(
      (map) => [...map?.entries ?? []].map(([name2, { keyPlace }]) => [name2, keyPlace])
    )
  );
  return {
    services: [...places].map(([name2, place]) => {
      const { service: _service, ...rest } = read(name2);
      return { name: name2, place, ...rest };
    }),
    includes,
    problems
  };
}
function extendedFiles(file, text, environment) {
  const services = servicesIn(file, /* @__PURE__ */ new Map([[file, text]]));
  const texts = textReader(environment, []);
  const named = [...services?.entries.values() ?? []].flatMap(({ value }) => extendedBy(value, file, texts) ?? []);
  return [...new Set(named.map((one) => one.file))].filter((path) => path !== file);
}
function servicesIn(path, files) {
  const text = files.get(path);
  if (text === void 0) return void 0;
  const [root] = readYamlDocuments(path, text, { tags: ["!reset", "!override"] });
  const services = root && servicesOf(root);
  return typeof services === "object" ? services : void 0;
}
function servicesOf(root) {
  if (root.kind !== "map") return "wrong";
  const services = valueAt(root, "services");
  if (services === void 0 || services.kind === "scalar" && services.value === null) return "none";
  return services.kind === "map" ? services : "wrong";
}
function notFollowed(place, message, hint) {
  return { code: "compose-documents", message, place, hint };
}
var builtHere = "It is built from a Dockerfile of this repository: its base images are audited, the built image by `plimsoll check`.";
var builtElsewhere = "It is built from a folder or a repository that is no part of this one.";
var ofOtherProfile = "None of its profiles is one of those that are audited.";
function usesOfCompose(file, { services, problems }, { folder, profiles } = {}) {
  const all = services.map((service) => {
    const { name: name2, image, build, place, platform, mounted } = service;
    const isIn = profiles === void 0 || service.profiles.length === 0 || service.profiles.some((one) => profiles.includes(one));
    const what = `service ${name2}${service.profiles.length === 0 ? "" : ` (profile ${service.profiles.join(", ")})`}`;
    const from = "compose";
    const found = build && buildOf(file, build, what, platform?.value, folder);
    return {
      isIn,
      problems: service.problems,
      build: found,
      contexts: imageContexts(from, what, place, build?.contexts),
      mounted: mounted.map((volume) => ({
        role: "image",
        use: { from, what: `${what}, volume`, written: volume.value, place: volume.place }
      })),
      // What is built elsewhere may have no name of its own.
      use: image || found === "elsewhere" ? { from, what, written: image?.value ?? build?.context ?? "", place: image?.place ?? place } : void 0,
      on: platform?.value
    };
  });
  const inUse = all.filter(({ isIn }) => isIn);
  return {
    found: inUse.flatMap(({ build, use, contexts, mounted, on }) => [
      ...use && !build ? [{ use, role: "image", ...on !== void 0 && { platform: on } }] : [],
      ...contexts,
      ...mounted
    ]),
    skipped: all.flatMap(({ isIn, build, use }) => {
      if (!use || isIn && !build) return [];
      return [{ use, reason: !isIn ? ofOtherProfile : build === "elsewhere" ? builtElsewhere : builtHere }];
    }),
    builds: inUse.flatMap(({ build }) => build && build !== "elsewhere" ? [build] : []),
    problems: [...problems, ...inUse.flatMap((service) => service.problems)]
  };
}
function imageContexts(from, what, place, contexts = {}) {
  return Object.values(contexts).flatMap((context) => {
    const written = /^docker-image:\/\/(.+)$/.exec(context)?.[1];
    return written === void 0 ? [] : [{ role: "base", use: { from, what, written, place } }];
  });
}
function usesOfBake(file, { targets, problems }) {
  const found = targets.flatMap(
    ({ name: name2, place, contexts }) => imageContexts("bake", `target ${name2}`, place, contexts)
  );
  const builds = targets.map((target) => {
    const isBuilt = Object.keys(target.args).length + target.tags.length > 0;
    return { target, build: isBuilt ? buildOf(file, target, `target ${target.name}`, target.platforms[0]) : void 0 };
  });
  const skipped = builds.flatMap(
    ({ target: { name: name2, place, tags }, build }) => tags.map((written) => ({
      use: { from: "bake", what: `target ${name2}`, written, place },
      reason: build === "elsewhere" ? builtElsewhere : builtHere
    }))
  );
  return {
    found,
    skipped,
    builds: builds.flatMap(({ build }) => build && build !== "elsewhere" ? [build] : []),
    problems: [...problems, ...targets.flatMap((target) => target.problems)]
  };
}
function usesOfManifests(images) {
  return images.map(({ value, place, pointer, kind, name: name2, container, role, says, replaces, isWhole }) => ({
    role: "image",
    use: {
      from: "kubernetes",
      what: [kind, name2].filter((part) => part !== "").join(" ") + (container === void 0 ? "" : `, container ${container}`),
      written: value,
      place,
      pointer,
      role,
      says,
      ...replaces !== void 0 && { replaces },
      ...isWhole !== void 0 && { isWhole }
    }
  }));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  buildOf,
  chartOf,
  chartsIn,
  extendedFiles,
  fromDockerfile,
  itemsAt,
  kindOfFile,
  looksLikeManifests,
  maxReferenceFileBytes,
  overridesOf,
  readBake,
  readCompose,
  readYamlDocuments,
  scalarAt,
  stringAt,
  usesOfBake,
  usesOfCompose,
  usesOfManifests,
  valueAt
});
