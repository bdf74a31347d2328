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
  rules: () => rules,
  waiverOf: () => waiverOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_WF57VGGL = require("./chunk-WF57VGGL.cjs");
var import_chunk_X6CGFVG6 = require("./chunk-X6CGFVG6.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_crypto = require("node:crypto");
var absoluteWorkdir = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "absolute-workdir",
  group: "dockerfile",
  summary: "Begin with an absolute WORKDIR.",
  why: "A relative one is seen from the base image’s, which can change under you.",
  howToPass: "Write the path from the root: `WORKDIR /app`.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    always: (0, import_chunk_H7G5P3MR.boolean)().default(false).describe("Also refuse a relative WORKDIR below an absolute one of the same Dockerfile.")
  }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { always }) {
    const known = /* @__PURE__ */ new Set();
    for (const instruction of dockerfile.instructions) {
      const { keyword, stage } = instruction;
      if (stage === null) continue;
      if (keyword === "FROM" && isKnown(dockerfile, stage, known)) known.add(stage);
      if (keyword !== "WORKDIR") continue;
      const path = (instruction.arguments[0] ?? "").replace(/^["']/, "");
      if (/^(?:[/\\$]|[A-Za-z]:)/.test(path)) known.add(stage);
      else if (always || !known.has(stage))
        yield { message: `WORKDIR ${path.slice(0, 120)} is relative.`, location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction) };
    }
  }
});
function isKnown({ stages }, stage, known) {
  const base = stages[stage]?.base;
  return base !== void 0 && (base.reference === "scratch" || base.stage !== null && known.has(base.stage));
}
function* proveBase(subject) {
  const { dockerfile, measurement, publishedBase } = subject;
  if (measurement?.baseLayersFrom === "base-image") return;
  const below = dockerfile && (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1);
  const name = below ? below.base.reference ?? below.base.written : publishedBase?.name;
  if (name === void 0) return;
  if (publishedBase?.pinned) {
    const { digest, image } = publishedBase.pinned;
    if ((0, import_chunk_36GXVB5J.isBelow)(image)) return;
    if (!("unknown" in image) && image.layers > 0) {
      const location = below && dockerfile && { file: dockerfile.file, startLine: below.startLine, endLine: below.startLine };
      yield {
        message: `The image does not stand on ${publishedBase.name}@${digest}: ${image.layers - image.sharedLayers} of the ${image.layers} layers of that image are not its own first ones.`,
        ...location && { location },
        howToPass: "Build the image again from its Dockerfile, and publish what that build made."
      };
      return;
    }
  } else if (publishedBase && (0, import_chunk_36GXVB5J.isBelow)(publishedBase.now)) return;
  const said2 = publishedBase?.saidBy === "label" ? ", as its label says," : "";
  yield {
    unknown: `That the image stands on ${name}${said2} could not be proved: ${whyNot(measurement, publishedBase)}`
  };
}
function whyNot(measurement, base) {
  if (!measurement) return "nothing was built.";
  if (!base) return "neither the engine nor a registry has it with these layers.";
  const found2 = base.pinned?.image ?? base.now;
  if ("unknown" in found2) return lowerFirst(found2.unknown);
  if (found2.layers === 0) return "that image has no layers.";
  return "its first layers are not those the registry has under that name, so the tag has moved since, or the word is not true.";
}
var lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);
function baseOfLabel({ publishedBase: base }) {
  if (base?.saidBy !== "label") return [];
  const digest = base.pinned?.digest ?? null;
  const read = (0, import_chunk_MWNSXYJF.readReference)(base.name);
  if (typeof read === "string") return [];
  return [{ via: "label", name: base.name, reference: { ...read, digest }, isUnresolved: false, isContext: false }];
}
var tagText = "a semver range such as `>=20 <25`, or a tag such as `bookworm-slim` or `22-*`";
var tag = () => (0, import_chunk_H7G5P3MR.string)({ error: tagText }).refine(import_chunk_WF4GDQVC.isTagTest, tagText);
var tagTests = () => (0, import_chunk_H7G5P3MR.union)([tag(), (0, import_chunk_H7G5P3MR.array)(tag()).max(100)], { error: `${tagText}, or a list of them` });
var entryText = 'an image such as `node`, `gcr.io/distroless/*` or `{ image: node, tags: ">=20" }`';
var options = () => (0, import_chunk_H7G5P3MR.strictObject)({
  allow: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.union)([import_chunk_WF4GDQVC.glob, (0, import_chunk_H7G5P3MR.strictObject)({ image: import_chunk_WF4GDQVC.glob, tags: tagTests().optional() })], { error: entryText }), {
    error: "a list of images"
  }).max(1e3).describe(
    "Images by name (glob; with tag or digest if meant), or with `tags`: ranges of versions (`>=20 <25`), tags or patterns of them (`bookworm-slim`, `22-*`), one or a list; `scratch` is an image."
  ),
  pinned: (0, import_chunk_H7G5P3MR.literal)("digest", { error: "`digest`" }).optional().describe("`digest`: each must be named by digest."),
  prove: (0, import_chunk_H7G5P3MR.boolean)({ error: "`true` or `false`" }).default(false).describe(
    "The image’s first layers must be those of the image that FROM names, by DiffID, as the engine or the registry has it; of an image that was not built here, of the one its label `org.opencontainers.image.base.name` names. Where that could not be proved, the rule was not run."
  ),
  stages: (0, import_chunk_WF4GDQVC.whichStages)("final")
});
var allowedBaseImages = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "allowed-base-images",
  group: "base-image",
  summary: "Build only on images from the list.",
  why: "A base image is code you ship: somebody must have agreed to keep it patched.",
  howToPass: "Use an image from `allow`, or ask the owner of the policy to add this one.",
  narrows: { allow: "both-lists", prove: "true-wins" },
  options,
  gathersFor: ({ prove }) => prove ? ["base-proof"] : [],
  *check(subject, { allow, pinned, stages, prove }) {
    const { dockerfile } = subject;
    if (prove) yield* proveBase(subject);
    const names = allow.map((entry) => typeof entry === "string" ? { image: entry } : entry);
    const isAllowed = matcher(names);
    const labelled = dockerfile || !prove ? [] : baseOfLabel(subject);
    if (!dockerfile && labelled.length === 0) yield { unknown: noDockerfile };
    for (const use of dockerfile ? (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages) : labelled) {
      if (use.isUnresolved) yield { unknown: `${said(use)} does not resolve to an image.` };
      else if (use.isContext) yield* fromContext(use);
      else if (!isAllowed(use)) yield notAllowed(use, names);
      else if (pinned && use.reference && use.reference.digest === null)
        yield {
          message: `${said(use)} is not pinned by digest.`,
          ...placeOf(use),
          howToPass: `Write \`${use.name}@sha256:…\` with the digest you tested.`
        };
    }
  }
});
var noDockerfile = "There is no Dockerfile: the image was not built here.";
var said = (use) => use.via === "label" ? `${use.name}, by the label ${import_chunk_36GXVB5J.baseNameLabel},` : (0, import_chunk_4LVAQKBM.describeUse)(use);
var placeOf = ({ location }) => location && { location };
function* fromContext(use) {
  if (use.via !== "from") return;
  yield {
    message: `${said(use)} is no image but the files of a build context, so no list can allow it.`,
    ...placeOf(use),
    howToPass: `Give ${use.name} as \`docker-image://NAME\` with an image from \`allow\`, or drop the build context.`
  };
}
function matcher(allow) {
  const allowsScratch = allow.some(({ image }) => image === "scratch");
  const matches = allow.map(import_chunk_WF4GDQVC.compileImagePattern);
  return ({ reference }) => reference ? matches.some((matchesOne) => matchesOne(reference)) : allowsScratch;
}
function notAllowed(use, allow) {
  const listed = allow.slice(0, 8).map(({ image, tags }) => tags === void 0 ? image : `${image} ${[tags].flat().join(" or ")}`);
  const more = allow.length > listed.length ? `, and ${allow.length - listed.length} more` : "";
  const list = listed.length > 0 ? `${listed.join(", ")}${more}` : "none";
  return { message: `${said(use)} is not allowed; allowed: ${list}.`, ...placeOf(use) };
}
function locationOf(measurement, layer) {
  return measurement.perLayer[layer]?.dockerfile;
}
function describeLayer(measurement, layer) {
  const lines = locationOf(measurement, layer);
  return lines ? `${lines.file}:${lines.startLine}` : `layer ${layer}`;
}
function firstOwnLayer(measurement, of = "own") {
  return of === "own" ? measurement.baseLayers ?? 0 : 0;
}
function* filesOf(tree, measurement, of, isWanted) {
  const first = firstOwnLayer(measurement, of);
  const seen = /* @__PURE__ */ new Set();
  for (const node of tree.all()) {
    if (node.type !== import_chunk_OR32E4J6.EntryType.file || node.layer < first || !isWanted(node)) continue;
    const body = node.layer * 2 ** 32 + node.record;
    if (seen.has(body)) continue;
    seen.add(body);
    yield node;
  }
}
function* hiddenOf({ measurement, hidden }, of) {
  const first = firstOwnLayer(measurement, of);
  for (const copy of hidden ?? measurement.hidden) if (copy.addedBy >= first) yield copy;
}
function* hiddenUnseen({ measurement, hidden }) {
  const unseen = hidden ? 0 : measurement.hiddenTotal.copies - measurement.hidden.length;
  if (unseen > 0)
    yield { unknown: `${unseen} smaller files that later layers hide are not listed, so they were not looked at.` };
}
function shippedFiles(subject, of, isWanted) {
  const nodes = [...filesOf(subject.tree, subject.measurement, of, ({ path }) => isWanted(`/${path}`))];
  const copies = [];
  for (const copy of hiddenOf(subject, of)) if (isWanted(copy.path)) copies.push(copy);
  return {
    visible: nodes.map(({ path, fileBytes, layer }) => ({ path: `/${path}`, bytes: fileBytes, layer })),
    hidden: copies.map(({ path, bytes, addedBy }) => ({ path, bytes, layer: addedBy }))
  };
}
function heapsOf(files, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files) {
    const key = keyOf2(file.path);
    if (key === void 0) continue;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  const heaps = [...groups].map(([key, members]) => [key, heapOf(members)]);
  return new Map(heaps.sort(([, a], [, b]) => b.bytes - a.bytes));
}
function heapOf(members) {
  const largest = members.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const byLayer = /* @__PURE__ */ new Map();
  for (const { layer: layer2, bytes } of members) byLayer.set(layer2, (byLayer.get(layer2) ?? 0) + bytes);
  const [layer = 0] = [...byLayer].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { bytes: members.reduce((sum, { bytes }) => sum + bytes, 0), paths: largest.map(({ path }) => path), layer };
}
var consecutiveRun = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "consecutive-run",
  group: "dockerfile",
  summary: "Merge RUN instructions where that makes the image smaller.",
  why: "What one RUN writes and the next deletes or rewrites is shipped all the same. Where merging saves nothing, it is no fault.",
  howToPass: "Join the instructions with `&&`, or in one heredoc.",
  narrows: { "min-saving": "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    "min-saving": import_chunk_WF4GDQVC.byteSize.default(1).describe("The least that merging must save to be worth a finding.")
  }),
  needs: ["dockerfile"],
  *check(subject, { "min-saving": minSaving }) {
    const { dockerfile, measurement } = subject;
    const groups = consecutiveRuns(dockerfile);
    if (groups.length > 0 && !measurement.perLayer.some((layer) => layer.dockerfile)) {
      yield { unknown: "Which layer each RUN made is not known, so what merging them would save is not either." };
      return;
    }
    if (groups.length > 0) yield* hiddenUnseen(subject);
    for (const group of groups) {
      const layers = layersOf(group, measurement);
      const copies = [...hiddenOf(subject, "all")].filter(
        ({ addedBy, hiddenBy }) => layers.has(addedBy) && layers.has(hiddenBy)
      );
      const savedBytes2 = copies.reduce((sum, { bytes }) => sum + bytes, 0);
      const [first, last] = [group[0], group.at(-1)];
      if (savedBytes2 < Math.max(1, minSaving) || !first || !last) continue;
      yield {
        message: `${group.length} consecutive RUNs (lines ${first.startLine}–${last.endLine}): merging them saves ${(0, import_chunk_CCPWSZ7L.formatBytes)(savedBytes2)} (also counted as hidden bytes).`,
        bytes: savedBytes2,
        location: { file: dockerfile.file, startLine: first.startLine, endLine: last.endLine },
        paths: copies.toSorted((a, b) => b.bytes - a.bytes).map(({ path }) => path)
      };
    }
  }
});
function consecutiveRuns(dockerfile) {
  const groups = [];
  let current = [];
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final")) {
    if (instruction.keyword === "RUN") current.push(instruction);
    else current = [];
    if (current.length === 2) groups.push(current);
  }
  return groups;
}
function layersOf(group, { perLayer }) {
  const lines = new Set(group.map(({ startLine }) => startLine));
  return new Set([...perLayer.keys()].filter((index) => lines.has(perLayer[index]?.dockerfile?.startLine ?? 0)));
}
function usesOfContext(dockerfile) {
  const needed = new Set(dockerfile.buildOrder.flat());
  return dockerfile.instructions.filter(({ stage }) => stage !== null && needed.has(stage)).map((instruction) => instruction.onbuild ?? instruction).flatMap((instruction) => {
    const words3 = `${instruction.keyword} ${instruction.original.replace(/^\s*\S+\s+/, "").replaceAll(/\s+/g, " ")}`;
    const common = { words: words3.slice(0, 80), location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction) };
    return sourcesOf(instruction).map((source) => ({ ...common, ...readSource(source) }));
  });
}
function sourcesOf({ keyword, flags, arguments: words3 }) {
  if (keyword === "RUN") return flags.flatMap(bindSource);
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  if (flags.some((flag) => flag.startsWith("--from="))) return [];
  return words3.slice(0, -1).map((word) => word.replaceAll(/^["']|["']$/g, "")).filter((word) => !/^(?:<<|https?:|git@|git:|ssh:)/.test(word));
}
function bindSource(flag) {
  const options6 = /^--mount=(.*)$/.exec(flag)?.[1]?.split(",");
  if (!options6) return [];
  const value = (...names) => options6.find((option) => names.some((name) => option.startsWith(`${name}=`)))?.replace(/^[^=]*=/, "");
  if ((value("type") ?? "bind") !== "bind" || value("from") !== void 0) return [];
  return [value("source", "src") ?? "."];
}
function readSource(source) {
  const parts = source.split("/").filter((part) => part !== "" && part !== ".");
  const matchers = parts.map(roughly);
  const isWhole = parts.every((part) => /^\*+$/.test(part)) && parts.length < 2;
  const agrees = (path) => matchers.every((matches, index) => index >= path.length || matches(path[index] ?? ""));
  return {
    isWhole,
    names: (path) => {
      const wanted = path.split("/");
      return !isWhole && matchers.length >= wanted.length && agrees(wanted);
    },
    takes: (path) => isWhole || agrees(path.split("/"))
  };
}
function roughly(part) {
  const open = /[*?[\\$]/.exec(part);
  if (!open) return (name) => name === part;
  const start = part.slice(0, open.index);
  const end = /[^*?\]\\$}]*$/.exec(part)?.[0] ?? "";
  const tail = /\$\w*$/.test(part.slice(0, part.length - end.length) + end.replace(/\W.*$/, "")) ? "" : end;
  return (name) => name.startsWith(start) && name.endsWith(tail);
}
var options2 = () => (0, import_chunk_H7G5P3MR.strictObject)({
  max: import_chunk_WF4GDQVC.byteSize.default(0).describe("What of one kind is sent up to this size passes; secrets and repositories never do."),
  allow: import_chunk_WF4GDQVC.globs.default([]).describe("Paths within the context that are meant to be sent (globs)."),
  always: (0, import_chunk_H7G5P3MR.boolean)().default(false).describe("Ask for an ignore file also where no instruction takes the context whole.")
});
var dockerignore = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "dockerignore",
  group: "dockerfile",
  summary: "Keep out of the build context what the build does not read.",
  why: "A `COPY .` takes it into the image: repositories with their history, secrets, what somebody built on their machine.",
  howToPass: "List it in `.dockerignore`.",
  narrows: { max: "smaller" },
  options: options2,
  needs: ["dockerfile"],
  gathers: ["context"],
  *check({ dockerfile, context }, { max, allow, always }) {
    if (!context?.heaps) {
      yield { unknown: "What is in the build context was not looked at." };
      return;
    }
    const uses = usesOfContext(dockerfile);
    if (uses.length === 0) return;
    const whole = uses.find(({ isWhole }) => isWhole);
    if (context.ignoreFile === void 0 && (whole || always)) yield missing(whole, context);
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const isMeant = ({ path }) => matches.some((one) => one(path)) || uses.some((use) => use.names(path));
    const left = context.heaps.filter((heap) => !isMeant(heap));
    for (const group of groupsOf(left)) {
      const bytes = group.reduce((sum, heap) => sum + heap.bytes, 0);
      const [first] = group;
      if (!first || isSizeEnough(first.kind) && bytes <= max) continue;
      yield found(group, bytes, uses);
    }
    if (context.gitUnknown !== void 0) yield { unknown: context.gitUnknown };
  }
});
function isSizeEnough(kind) {
  return kind !== "secret" && kind !== "version-control";
}
function missing(whole, sent) {
  const all = `${counted(sent.files)} of the context, ${(0, import_chunk_CCPWSZ7L.formatBytes)(sent.bytes)}`;
  return {
    message: whole ? `There is no .dockerignore, and \`${whole.words}\` takes all ${all}.` : `There is no .dockerignore; all ${all}, are sent.`,
    ...whole && { location: whole.location },
    howToPass: "Add a `.dockerignore`; begin with `.git`, dependencies, build output and `.env`."
  };
}
function groupsOf(heaps) {
  const groups = /* @__PURE__ */ new Map();
  for (const heap of heaps) {
    const key = heap.kind === "secret" || heap.kind === "git-ignored" ? heap.kind : `${heap.kind} ${nameOf(heap)}`;
    groups.set(key, [...groups.get(key) ?? [], heap]);
  }
  return groups.values();
}
function found(heaps, bytes, uses) {
  const [first] = heaps;
  if (!first) throw new Error("A group has at least one heap.");
  const use = uses.find(({ takes }) => heaps.some(({ path }) => takes(path)));
  const taken = use ? `, and \`${use.words}\` takes ${heaps.length > 1 ? "them" : "it"} along` : "";
  const files = heaps.reduce((sum, heap) => sum + heap.files, 0);
  const size = `${counted(files)}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`;
  return {
    message: `${describe(first.kind, heaps)} (${size})${taken}.`,
    bytes,
    paths: heaps.map(({ path }) => path),
    ...use && { location: use.location },
    howToPass: remedy(heaps)
  };
}
function describe(kind, heaps) {
  const names = heaps.slice(0, 3).map(({ path }) => path);
  const list = `${names.join(", ")}${heaps.length > names.length ? ` and ${heaps.length - names.length} more` : ""}`;
  const what = {
    "version-control": "version control",
    dependencies: "installed dependencies",
    cache: "caches",
    secret: heaps.length > 1 ? "files for secrets" : "a file for secrets",
    "git-ignored": "what git ignores"
  };
  return `The builder is sent ${what[kind]}: ${list}`;
}
function remedy(heaps) {
  const [first] = heaps;
  if (!first) return "";
  const depth = heaps.some(({ path }) => path.includes("/")) ? "**/" : "";
  const patterns = first.kind === "git-ignored" ? heaps.slice(0, 3).map(({ path }) => path) : [...new Set(heaps.map((heap) => `${depth}${nameOf(heap)}`))].slice(0, 3);
  return `Add ${patterns.map((pattern) => `\`${pattern}\``).join(", ")} to \`.dockerignore\`.`;
}
function nameOf({ path }) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function counted(files) {
  return `${files} ${files === 1 ? "file" : "files"}`;
}
function runningOf({ measurement, dockerfile }) {
  if (measurement) {
    const { entrypoint: entrypoint2 = [], cmd: cmd2 = [] } = measurement.config;
    return { entrypoint: entrypoint2, cmd: cmd2 };
  }
  if (!dockerfile) return { entrypoint: void 0, cmd: void 0 };
  const { entrypoint, cmd, emptied, lines } = dockerfile.final;
  const isFromNothing = (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1)?.base.reference === "scratch";
  const isStated = (field) => isFromNothing || emptied.includes(field);
  return {
    entrypoint: entrypoint ?? (isStated("entrypoint") ? [] : void 0),
    // A new ENTRYPOINT resets the CMD of the base image.
    cmd: cmd ?? (isStated("cmd") || lines.entrypoint !== void 0 ? [] : void 0)
  };
}
function notKnownUnbuilt({ measurement }, what) {
  return measurement ? [] : [{ unknown: `The image was not built, so ${what}.`, needsImage: true }];
}
var effectiveCommand = (0, import_chunk_WF4GDQVC.defineEitherRule)({
  withoutLayers: true,
  id: "effective-command",
  group: "running",
  summary: "Say once, and so that it takes effect, what the image runs.",
  why: "ENTRYPOINT and CMD override, ignore and reset each other; what a container runs is then not what the file seems to say.",
  howToPass: "Write one ENTRYPOINT in exec form, and one CMD for its default arguments if there are any.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({}),
  *check(subject) {
    const running = runningOf(subject);
    const { entrypoint = [], cmd = [] } = running;
    const [ofEntrypoint, ofCmd] = [(0, import_chunk_4LVAQKBM.linesOfField)(subject, "entrypoint"), (0, import_chunk_4LVAQKBM.linesOfField)(subject, "cmd")];
    if (!running.entrypoint && !running.cmd) yield* notKnownUnbuilt(subject, "what the base image runs is not known");
    else if (running.entrypoint?.length === 0 && running.cmd?.length === 0)
      yield {
        message: "There is nothing to run: neither ENTRYPOINT nor CMD is set.",
        ...ofCmd && { location: ofCmd }
      };
    const shell = (0, import_chunk_LAJ23W2O.shellCommand)(entrypoint);
    if (shell && cmd.length > 0 && !/\$(?:[@*\d#]|\{[@*\d#])/.test(shell.script))
      yield {
        message: `CMD has no effect: ENTRYPOINT is a shell whose script ignores its arguments (${JSON.stringify(cmd).slice(0, 120)}).`,
        ...ofCmd && { location: ofCmd }
      };
    const dropped = running.cmd?.length === 0 ? droppedCmd(subject) : void 0;
    if (dropped !== void 0)
      yield {
        message: `The ENTRYPOINT drops the CMD of line ${dropped}, which a stage below states.`,
        ...ofEntrypoint && { location: ofEntrypoint },
        howToPass: "Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted."
      };
    yield* droppedOfBase(subject);
    yield* overridden(subject);
  }
});
function* droppedOfBase(subject) {
  const { baseConfig, dockerfile } = subject;
  const lost = baseConfig?.cmd ?? [];
  const { cmd = [], entrypoint = [] } = runningOf(subject);
  if (!dockerfile || isNoLoss(lost, entrypoint) || cmd.length > 0 || entrypoint.length === 0) return;
  const words3 = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(({ keyword }) => keyword === "CMD");
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "entrypoint");
  if (words3.length > 0 || !dockerfile.final.lines.entrypoint) return;
  yield {
    message: `The ENTRYPOINT drops the CMD of the base image, ${JSON.stringify(lost).slice(0, 120)}: nothing takes its place.`,
    ...location && { location },
    howToPass: "Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted."
  };
}
var nameOf2 = (word) => word.slice(word.lastIndexOf("/") + 1);
function isNoLoss(lost, entrypoint) {
  const [first = ""] = lost;
  const isBare = /^(?:(?:ba|da|a|z|k|fi)?sh|node|python[\d.]*|pypy3?|ruby|irb|php|perl[\d.]*|jshell|ghci|julia|R|lua[\d.]*|iex|erl|scala|clj|deno|bun)$/;
  if (lost.length === 0 || isBare.test(nameOf2(first)) && lost.length < 3) return true;
  return entrypoint.some((word) => nameOf2(word) === nameOf2(first));
}
function droppedCmd({ dockerfile }) {
  if (!dockerfile) return void 0;
  const stated = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(
    ({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT"
  );
  const [command, entrypoint] = stated.slice(-2);
  if (command?.keyword !== "CMD" || entrypoint?.keyword !== "ENTRYPOINT") return void 0;
  return command.stage === entrypoint.stage || command.arguments.length === 0 ? void 0 : command.startLine;
}
function* overridden({ dockerfile }) {
  if (!dockerfile) return;
  const last = /* @__PURE__ */ new Map();
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final")) {
    const { keyword, stage } = instruction;
    if (keyword !== "CMD" && keyword !== "ENTRYPOINT") continue;
    const key = `${keyword} ${stage}`;
    const earlier = last.get(key);
    if (earlier)
      yield {
        message: `This ${keyword} has no effect: line ${instruction.startLine} replaces it.`,
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, earlier)
      };
    last.set(key, instruction);
  }
}
var execForm = (0, import_chunk_WF4GDQVC.defineEitherRule)({
  id: "exec-form",
  group: "running",
  summary: "Start the program itself, not a shell that starts it.",
  why: "The shell form makes /bin/sh process 1; it passes no signals on, so `docker stop` waits ten seconds and kills.",
  howToPass: 'Write `ENTRYPOINT ["program", "argument"]`, or begin the shell’s last command with `exec`.',
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({}),
  gathers: ["entry-script"],
  *check(subject) {
    const { entrypoint = [], cmd = [] } = runningOf(subject);
    const shell = (0, import_chunk_LAJ23W2O.shellCommand)(entrypoint);
    if (shell) {
      if (!endsInExec(shell.script)) yield violation(subject, "entrypoint", shell.script);
      return;
    }
    const second = (0, import_chunk_LAJ23W2O.shellCommand)([...entrypoint, ...cmd]) ?? (0, import_chunk_LAJ23W2O.shellCommand)(cmd);
    const { entryScript } = subject;
    if (entryScript && !second) yield* inScript(subject, entryScript);
    if (second && !endsInExec(second.script))
      yield violation(subject, cmd.length > 0 ? "cmd" : "entrypoint", second.script);
    else yield* notKnownUnbuilt(subject, "scripts and what the base image runs were not looked at");
  }
});
function* inScript(subject, { path, from, text }) {
  const end = (0, import_chunk_WF57VGGL.endOfScript)(text);
  if (end.replaced || end.last === "") return;
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, from);
  const shown = end.last.length > 120 ? `${end.last.slice(0, 119)}…` : end.last;
  yield {
    message: `The script ${path} ends in \`${shown}\` without \`exec\`: process 1 stays the shell, and it passes no signals on.`,
    paths: [path],
    ...location && { location },
    howToPass: `End ${path} in \`exec "$@"\`, or put \`exec\` before its last command.`
  };
}
function endsInExec(script) {
  const last = script.split(/&&|\|\||;|\n/).findLast((part) => part.trim() !== "") ?? "";
  return /^\s*(?:[A-Za-z_]\w*=\S*\s+)*exec\s/.test(last);
}
function violation(subject, field, script) {
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, field);
  const form = (0, import_chunk_4LVAQKBM.instructionAt)(subject, field)?.form === "shell" ? "in shell form" : "a shell with -c";
  const shown = script.length > 120 ? `${script.slice(0, 119)}…` : script;
  return {
    message: `${field.toUpperCase()} is ${form}: process 1 is the shell, and it passes no signals on to \`${shown}\`.`,
    ...location && { location }
  };
}
var portText = "a port or a range such as `8080`, `8000-8999` or `53/udp`";
var portRange = () => (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.int)(), (0, import_chunk_H7G5P3MR.string)()], { error: portText }).transform((given, context) => {
  const [, first, last = first, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/.exec(String(given)) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first !== void 0 && from > 0 && from <= to && to <= 65535)
    return { from, to, ...protocol && { protocol } };
  context.issues.push({ code: "custom", input: given, message: portText });
  return import_chunk_H7G5P3MR.NEVER;
});
var exposedPorts = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "exposed-ports",
  group: "running",
  summary: "Expose only ports that are meant to be reached.",
  why: "An exposed port is an invitation: `docker run -P` publishes it, and scanners and people believe it.",
  howToPass: "Remove the EXPOSE, or allow the port in the policy.",
  narrows: { allow: "both-lists", deny: "either-list" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    allow: (0, import_chunk_H7G5P3MR.array)(portRange()).optional().describe("Only these ports may be exposed, when given."),
    deny: (0, import_chunk_H7G5P3MR.array)(portRange()).default([{ from: 22, to: 22 }]).describe("These may not; default: 22, SSH.")
  }),
  *check(subject, { allow, deny }) {
    for (const port of subject.measurement.config.exposedPorts) {
      const isDenied = deny.some((range) => isWithin(port, range));
      const isUnlisted = allow !== void 0 && !allow.some((range) => isWithin(port, range));
      if (!isDenied && !isUnlisted) continue;
      const location = linesOfPort(subject, port);
      const why = isDenied ? "is denied" : "is not in the list of allowed ports";
      yield { message: `Port ${port} is exposed and ${why}.`, ...location && { location } };
    }
  }
});
function isWithin(port, { from, to, protocol }) {
  const [number, its = "tcp"] = port.split("/");
  return Number(number) >= from && Number(number) <= to && (protocol === void 0 || protocol === its);
}
function linesOfPort({ dockerfile }, port) {
  if (!dockerfile) return void 0;
  const number = Number(port.split("/")[0]);
  const states = (word) => {
    const [first, last = first] = (word.split("/")[0] ?? "").split("-").map(Number);
    return first !== void 0 && last !== void 0 && number >= first && number <= last;
  };
  const found2 = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").findLast(
    (instruction) => instruction.keyword === "EXPOSE" && instruction.arguments.some(states)
  );
  return found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
}
var healthcheck = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "healthcheck",
  group: "running",
  summary: "Say how the engine can tell that the program works.",
  why: "Without HEALTHCHECK a hung process counts as healthy; Kubernetes has probes of its own and ignores it.",
  howToPass: 'Add `HEALTHCHECK CMD ["/app", "health"]`, or turn the rule off where only Kubernetes runs the image.',
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({}),
  *check(subject) {
    const test = subject.measurement.config.healthcheck?.test;
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "healthcheck");
    const place = location && { location };
    if (test?.[0] === "NONE") yield { message: "HEALTHCHECK NONE turns the health check off.", ...place };
    else if (!test || test.length === 0) yield { message: "There is no HEALTHCHECK.", ...place };
    const { dockerfile } = subject;
    if (!dockerfile) return;
    const own = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(
      ({ keyword, stage }) => keyword === "HEALTHCHECK" && stage === dockerfile.final.stage
    );
    for (const earlier of own.slice(0, -1))
      yield {
        message: "This HEALTHCHECK has no effect: a later one replaces it.",
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, earlier)
      };
  }
});
function defineManifestRule(rule) {
  return {
    ...rule,
    group: "manifests",
    needs: ["manifest"],
    withoutLayers: true,
    *check(subject, options6) {
      for (const use of subject.manifests) yield* rule.check(use, subject, options6);
    }
  };
}
function lineOf({ file, line }) {
  return { file, startLine: line, endLine: line };
}
var manifestCommand = defineManifestRule({
  id: "manifest-command",
  summary: "Let a manifest start a program that its image has.",
  why: "A pod whose command is not in the image is accepted and scheduled, and then `executable file not found in $PATH` is all it says.",
  howToPass: "Name a program of the image in `command`, or choose an image that has it.",
  options: (0, import_chunk_H7G5P3MR.strictObject)({}),
  *check(use, subject) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const { command, args } = use.says;
    if (use.role !== "container") return;
    if (!command && !args && entrypoint.length + cmd.length === 0) {
      yield {
        message: "Neither the image nor the manifest says what to run: the container does not start.",
        howToPass: "Set `command`.",
        location: lineOf(use.place)
      };
      return;
    }
    const stated = command ?? (entrypoint.length === 0 ? args : void 0);
    if (stated) yield* held(stated, command ? "command" : "args", use, subject);
  }
});
function* held({ value: [word = ""], place }, key, { says }, { tree, measurement: { platform, config } }) {
  const location = lineOf(place);
  const named2 = key === "command" ? `\`command\` runs ${word}` : `The image has no ENTRYPOINT, so \`args\` runs ${word}`;
  if (word.startsWith("-")) {
    yield {
      message: `${named2}, which is an option and no program: the container does not start.`,
      howToPass: "Name the program in `command`.",
      location
    };
    return;
  }
  const where = says.path === void 0 ? (0, import_chunk_WF57VGGL.pathOf)(config.env) : says.path === null ? void 0 : says.path.split(":");
  const unknown = whyUnknown(word, platform, where, says.mounts ?? []);
  if (unknown !== void 0 || !tree || !where) {
    yield { unknown: `Whether ${word} can be run is not known: ${unknown ?? "the layers were not read."}` };
    return;
  }
  const who = { uid: 0, groups: [0] };
  const found2 = (0, import_chunk_WF57VGGL.searchProgram)({ tree, workingDir: says.workingDir ?? config.workingDir, who }, word, where);
  const wrong = wrongWith(found2, word, where);
  if (wrong !== void 0) yield { message: `${named2}, ${wrong}: the container does not start.`, location };
}
function whyUnknown(word, platform, directories, mounts) {
  if (!platform.startsWith("linux/")) return `the image is for ${platform}; only programs of Linux are looked into.`;
  if (word.includes("$(")) return "it holds a variable of the container.";
  if (directories === void 0) return "the manifest takes PATH from elsewhere.";
  const places = word.includes("/") ? [word] : directories;
  const mount = mounts.find((path) => places.some((one) => `${one}/`.startsWith(`${path.replace(/\/+$/, "")}/`)));
  return mount === void 0 ? void 0 : `a volume is mounted at ${mount}.`;
}
function wrongWith(found2, word, directories) {
  switch (found2.state) {
    case "found":
    case "denied":
      return void 0;
    case "directory":
      return "which is a directory";
    case "not-executable":
      return `and ${found2.path} may not be executed by anybody`;
    case "missing":
      if (found2.link) return `which leads through the link /${found2.link.path} to nothing`;
      return word.includes("/") ? "which the image does not have" : `which no directory of PATH has (${directories.join(":")})`;
  }
}
var nameOf3 = (word) => word.slice(word.lastIndexOf("/") + 1);
var words = (list) => JSON.stringify(list).slice(0, 120);
var manifestEntrypoint = defineManifestRule({
  id: "manifest-entrypoint",
  summary: "Let a manifest’s `command` and `args` fit the image’s ENTRYPOINT.",
  why: "In a manifest `command` takes the place of ENTRYPOINT and drops CMD, `args` takes that of CMD: what then runs may not be what either file seems to say.",
  howToPass: "Give in `args` what the ENTRYPOINT takes, or say in `command` the whole of what is to run.",
  narrows: { "keep-entrypoint": "true-wins" },
  options: (0, import_chunk_H7G5P3MR.strictObject)({
    "keep-entrypoint": (0, import_chunk_H7G5P3MR.boolean)().default(false).describe(
      "Whether `command` may not take the place of an ENTRYPOINT that runs something else, such as an entry script."
    )
  }),
  /** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#notes */
  *check({ says: { command, args }, role }, { measurement }, options6) {
    const { entrypoint = [], cmd = [] } = measurement.config;
    if (role !== "container" || entrypoint.length === 0) return;
    if (command) {
      if (options6["keep-entrypoint"] && nameOf3(command.value[0] ?? "") !== nameOf3(entrypoint[0] ?? ""))
        yield {
          message: `\`command\` replaces the image’s ENTRYPOINT ${words(entrypoint)}${cmd.length > 0 ? ` and drops its CMD ${words(cmd)}` : ""}.`,
          howToPass: "Use `args` alone where the ENTRYPOINT is meant to run.",
          location: lineOf(command.place)
        };
      return;
    }
    if (!args) return;
    const location = lineOf(args.place);
    const shell = (0, import_chunk_LAJ23W2O.shellCommand)(entrypoint);
    const [first = ""] = args.value;
    const last = entrypoint.at(-1) ?? "";
    if (shell && !/\$(?:[@*\d#]|\{[@*\d#])/.test(shell.script))
      yield {
        message: `\`args\` has no effect: ENTRYPOINT is a shell whose script ignores its arguments (${words(entrypoint)}).`,
        howToPass: "Write ENTRYPOINT in the Dockerfile as a JSON list, or set `command`.",
        location
      };
    else if (!shell && first !== "" && !last.startsWith("-") && nameOf3(first) === nameOf3(last))
      yield {
        message: `\`args\` begins with ${first}, which ENTRYPOINT ${words(entrypoint)} runs already: it gets its own name as its first argument.`,
        howToPass: "Leave the program out of `args`, or name it in `command`.",
        location
      };
  }
});
var manifestNonRoot = defineManifestRule({
  id: "manifest-non-root",
  summary: "Let no manifest run an image as root.",
  why: "A manifest may undo the user that the image states, and where neither names one the process is root.",
  howToPass: "Set `runAsNonRoot: true` and `runAsUser` to a number above 0.",
  narrows: { "ask-run-as-non-root": "true-wins" },
  options: (0, import_chunk_H7G5P3MR.strictObject)({
    "ask-run-as-non-root": (0, import_chunk_H7G5P3MR.boolean)().default(false).describe(
      "Whether every container must state `runAsNonRoot: true`, so that an image that changes cannot run as root."
    )
  }),
  *check({ says, role, place }, { measurement }, options6) {
    if (role === "named" || !measurement.platform.startsWith("linux/")) return;
    const { runAsNonRoot, runAsUser } = says;
    const { user } = measurement.config;
    const isRoot = /^(?:|root|[+-]?0+)$/.test(user.split(":")[0] ?? "");
    if (runAsNonRoot?.value === true) return;
    if (runAsUser?.value === 0)
      yield {
        message: isRoot ? "`runAsUser` 0 makes the process root." : `\`runAsUser\` 0 makes the process root, although the image has USER ${user}.`,
        howToPass: isRoot ? "Set `runAsUser` to a number above 0." : "Leave `runAsUser` out.",
        location: lineOf(runAsUser.place)
      };
    else if (!runAsUser && isRoot)
      yield {
        message: `The manifest names no user and the image ${user === "" ? "none either" : `has USER ${user}`}: the process runs as root.`,
        location: lineOf(place)
      };
    else if (options6["ask-run-as-non-root"])
      yield {
        message: runAsNonRoot ? "`runAsNonRoot` is false." : "`runAsNonRoot: true` is not stated.",
        howToPass: "Set `runAsNonRoot: true`.",
        location: lineOf(runAsNonRoot?.place ?? place)
      };
  }
});
var manifestPinnedImage = defineManifestRule({
  id: "manifest-pinned-image",
  summary: "Name images in manifests by their digest.",
  why: "A tag can be moved: what runs then changes without the manifest, differs from node to node, and cannot be rolled back.",
  howToPass: "Name the image as NAME:TAG@sha256:….",
  narrows: { digest: "true-wins" },
  options: (0, import_chunk_H7G5P3MR.strictObject)({
    digest: (0, import_chunk_H7G5P3MR.boolean)().default(true).describe("Whether only a digest will do; otherwise any tag but `latest` does.")
  }),
  *check({ written, place, namedAt = place }, _subject, { digest }) {
    const reference = (0, import_chunk_MWNSXYJF.readReference)(written);
    if (typeof reference === "string" || reference.digest !== null) return;
    const { tag: tag2 } = reference;
    const isLatest = tag2 === null || tag2 === "latest";
    if (!digest && !isLatest) return;
    yield {
      message: `${written} is named by ${tag2 === null ? "no tag, which is latest" : `the tag ${tag2}`}, not by a digest: what runs may change without the manifest.`,
      ...!digest && { howToPass: "Name a version’s tag, or a digest." },
      location: lineOf(namedAt)
    };
  }
});
var manifestPullPolicy = defineManifestRule({
  id: "manifest-pull-policy",
  summary: "Pull an image again where its tag moves.",
  why: "A node that has an image of that name keeps it: two nodes run two images under one tag, and nothing says so.",
  howToPass: "Name the image by its digest or by the tag of a whole version, or set `imagePullPolicy: Always`.",
  narrows: { unset: "true-wins" },
  options: (0, import_chunk_H7G5P3MR.strictObject)({
    unset: (0, import_chunk_H7G5P3MR.boolean)().default(false).describe(
      "Whether a manifest that leaves `imagePullPolicy` out counts too: it means `IfNotPresent`, except for `latest`."
    )
  }),
  *check({ written, place, namedAt = place, says, role }, _subject, { unset }) {
    const reference = (0, import_chunk_MWNSXYJF.readReference)(written);
    if (typeof reference === "string" || reference.digest !== null) return;
    const { tag: tag2 } = reference;
    const policy = says.imagePullPolicy;
    const isAlways = policy ? policy.value === "Always" : tag2 === null || tag2 === "latest" || role === "named" || !unset;
    if (isAlways || !(0, import_chunk_YYWB5M26.mayMove)(tag2)) return;
    yield {
      message: `\`imagePullPolicy\` ${policy ? `is ${policy.value}` : "is left out, which means IfNotPresent,"} with ${tag2 === null ? "no tag, which is latest" : `the tag ${tag2}, which may move`}: nodes may run different images.`,
      location: lineOf(policy?.place ?? namedAt)
    };
  }
});
var manifestRunAsNonRoot = defineManifestRule({
  id: "manifest-run-as-non-root",
  summary: "Ask for `runAsNonRoot` only of an image whose user can be seen not to be root.",
  why: "The kubelet looks at the number of the user alone and refuses the container: the pod stays in CreateContainerConfigError.",
  howToPass: "Set `runAsUser` to the number of the user the image is made for, or end its Dockerfile with a numeric `USER`.",
  options: (0, import_chunk_H7G5P3MR.strictObject)({}),
  // As the kubelet decides it before the container starts: a name is not resolved.
  *check({ says, role }, { measurement }) {
    const { runAsNonRoot, runAsUser } = says;
    if (role === "named" || runAsNonRoot?.value !== true || !measurement.platform.startsWith("linux/")) return;
    const at2 = { location: lineOf(runAsNonRoot.place) };
    if (runAsUser) {
      if (runAsUser.value === 0)
        yield { ...at2, message: "`runAsNonRoot` is true and `runAsUser` is 0: the container does not start." };
      return;
    }
    const { user } = measurement.config;
    const [name = ""] = user.split(":");
    if (name === "" || /^[+-]?0+$/.test(name))
      yield {
        ...at2,
        message: `\`runAsNonRoot\` is true, but the image runs as root (${user === "" ? "no USER is set" : `USER ${user}`}): the container does not start.`
      };
    else if (!/^[+-]?\d+$/.test(name))
      yield {
        ...at2,
        message: `\`runAsNonRoot\` is true, but the image’s USER ${user} is a name, which the kubelet cannot check: the container does not start.`
      };
  }
});
var maxContextSize = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "max-context-size",
  group: "size",
  summary: "Limit what is sent to the builder.",
  why: "Every build waits for it, and a `COPY .` takes it all into the image, secrets included.",
  howToPass: "List in `.dockerignore` what the build does not read: `.git`, dependencies, build output.",
  narrows: { max: "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ max: import_chunk_WF4GDQVC.byteSize.default(1e8).describe("The most the build context may hold.") }),
  gathers: ["context"],
  *check({ context }, { max }) {
    if (!context) {
      yield { unknown: "There is no build context: the image was not built here." };
      return;
    }
    const excess = context.bytes - max;
    if (excess <= 0) return;
    const [sent, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(context.bytes, max);
    const files = `${context.files} ${context.files === 1 ? "file" : "files"}`;
    yield {
      message: `The build context is ${sent} in ${files}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`,
      bytes: excess,
      ...context.topFolders && { paths: context.topFolders.slice(0, 10).map(({ path }) => path) }
    };
  }
});
var ratchetOptions = {
  ratchet: (0, import_chunk_H7G5P3MR.boolean)({ error: "`true` or `false`" }).optional().describe(
    "Hold it also to the lowest value recorded among the 50 newest records before this commit: it may go down, and not up again. Needs recorded measurements."
  )
};
var ratchetSlack = import_chunk_WF4GDQVC.byteSize.optional().describe("What a ratchet lets pass above the lowest recorded value; nothing when not said.");
var ratchetNarrows = { ratchet: "true-wins" };
var ratchetGathers = ({ ratchet }) => ratchet === true ? ["history"] : [];
var ownLayers = "own layers from the base image’s";
function* heldByRatchet(subject, held2) {
  if (subject.isNew === true) return;
  const { history, noHistoryReason = "No recorded measurements were looked for." } = subject;
  if (!history) {
    yield { unknown: `There is nothing the ratchet could hold it to. ${noHistoryReason}` };
    return;
  }
  const now = held2.part(numbersNow(subject));
  const grown = history.flatMap((point) => growthSince(point, held2, now) ?? []);
  if (grown.length === 0) {
    yield { unknown: `No record tells ${held2.untold}, so there is nothing the ratchet could hold it to.` };
    return;
  }
  const most = grown.reduce((worst, one) => one.by > worst.by ? one : worst);
  const { slack = 0 } = held2;
  if (most.by <= slack) return;
  yield {
    message: `${held2.grown(most.by)} than ${nameOf4(most.point)} did, the least on record: with \`ratchet\` it may only go down.`,
    ...held2.areBytes && { bytes: most.by - slack },
    howToPass: "See in the report what grew and drop it; where it must grow, waive this rule until a day, with a reason."
  };
}
function growthSince(point, { part }, now) {
  const before = part(point);
  const by = before && now && (0, import_chunk_SAENPZCV.ownGrowth)(before, now);
  return by === void 0 ? void 0 : { point, by };
}
function numbersNow({ measurement, base, waivers }) {
  return (0, import_chunk_SAENPZCV.numbersOf)(measurement, { ...base !== void 0 && { base }, ...waivers !== void 0 && { waivers } });
}
function nameOf4({ commit, committedAt }) {
  return `\`${commit.slice(0, 12)}\` of ${new Date(committedAt * 1e3).toISOString().slice(0, 10)}`;
}
var options3 = () => (0, import_chunk_H7G5P3MR.strictObject)({
  max: import_chunk_WF4GDQVC.byteSize.optional().describe("The most bytes the image may grow by over all these commits together."),
  or: import_chunk_WF4GDQVC.percent.optional().describe("The most it may grow in percent of what it was. Growth over either limit fails."),
  over: (0, import_chunk_H7G5P3MR.int)({ error: "a whole number of commits, 1 to 50" }).min(1).max(50).default(10).describe("How many recorded commits back it is held against; where fewer are recorded, the oldest of them."),
  since: (0, import_chunk_H7G5P3MR._enum)(["last-release"], { error: "`last-release`" }).optional().describe("Instead of so many commits: the newest tag such as `v1.2.3` before this change."),
  of: (0, import_chunk_WF4GDQVC.ownOrAll)("own")
}).refine(({ max, or }) => max !== void 0 || or !== void 0, {
  error: "`max` (bytes), `or` (percent), or both"
});
var maxCreep = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-creep",
  group: "size",
  summary: "Limit how much an image grows over many changes.",
  why: "Ten changes of one percent each pass a limit of two percent, and make the image a tenth larger.",
  howToPass: "Look in the history for the commits that grew it most and take back what is not needed, or raise the limit and say why.",
  narrows: { max: "smaller", or: "smaller" },
  options: options3,
  gathers: ["history"],
  gathersFor: ({ since }) => since === void 0 ? [] : ["releases"],
  *check(subject, { max, or, over, since, of }) {
    if (subject.isNew === true) return;
    const start = startOf(subject, over, since);
    if ("unknown" in start) {
      yield start;
      return;
    }
    const { point, window } = start;
    const now = numbersNow(subject);
    const grownBytes = growth(point, now, of);
    if (grownBytes === void 0) {
      yield { unknown: `Which layers are the base image’s is not known both now and at ${nameOf4(point)}.` };
      return;
    }
    const ofBytes = point.unpackedBytes;
    const limitBytes = Math.min(max ?? Infinity, or === void 0 ? Infinity : Math.floor(ofBytes * or / 100));
    if (grownBytes <= limitBytes || grownBytes <= 0) return;
    const isOwn = of === "own" && !(0, import_chunk_SAENPZCV.isOtherBase)(point.base, now.base);
    const [grew, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(grownBytes, limitBytes);
    const share = ofBytes > 0 ? ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(grownBytes / ofBytes)})` : "";
    const limitName = limitBytes === max ? limit : `${or} % of ${(0, import_chunk_CCPWSZ7L.formatBytes)(ofBytes)}`;
    const excess = (0, import_chunk_CCPWSZ7L.formatBytes)(grownBytes - limitBytes);
    yield {
      message: `${isOwn ? "Own layers grew" : "Grew"} by ${grew}${share} ${window}, ${excess} over the limit of ${limitName}.${largestStep(start.history, now, of)}`,
      bytes: grownBytes - limitBytes
    };
  }
});
function startOf({ history, noHistoryReason = "No recorded measurements were looked for." }, over, since) {
  if (!history) return { unknown: noHistoryReason };
  if (since !== void 0) {
    const point2 = history.find(({ release }) => release !== void 0);
    if (!point2) return { unknown: "No release tag among the commits before this one has a record at or before it." };
    const after = history.slice(history.indexOf(point2));
    return { point: point2, history: after, window: `since the release ${point2.release}, recorded at ${nameOf4(point2)}` };
  }
  const window = history.slice(-over);
  const [point] = window;
  if (!point) return { unknown: noHistoryReason };
  const commits = window.length === 1 ? "the last recorded commit" : `the last ${window.length} recorded commits`;
  return { point, history: window, window: `over ${commits}, since ${nameOf4(point)}` };
}
function largestStep(history, now, of) {
  if (history.length < 2) return "";
  const steps = history.map((point, index) => {
    const next = history[index + 1];
    return { by: growth(point, next ?? now, of) ?? 0, name: next ? nameOf4(next) : "this change" };
  });
  const most = steps.reduce((largest, step) => step.by > largest.by ? step : largest);
  return ` The largest step, ${(0, import_chunk_CCPWSZ7L.formatDelta)(most.by)}, is ${most.name}.`;
}
function growth(before, after, of) {
  if (of === "all") return after.unpackedBytes - before.unpackedBytes;
  return (0, import_chunk_SAENPZCV.ownGrowth)((0, import_chunk_SAENPZCV.unpackedPart)(before), (0, import_chunk_SAENPZCV.unpackedPart)(after));
}
var options4 = () => (0, import_chunk_H7G5P3MR.strictObject)({
  max: import_chunk_WF4GDQVC.byteSize.optional().describe("The most bytes the image may grow by."),
  or: import_chunk_WF4GDQVC.percent.optional().describe("The most it may grow in percent of the baseline. Growth over either limit fails."),
  of: (0, import_chunk_WF4GDQVC.ownOrAll)("own")
}).refine(({ max, or }) => max !== void 0 || or !== void 0, {
  error: "`max` (bytes), `or` (percent), or both"
});
var maxGrowth = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-growth",
  group: "size",
  summary: "Limit how much a change makes the image grow.",
  why: "Images grow by small steps that nobody looks at; a refreshed base image is not the change’s doing.",
  howToPass: "See in the report what grew; drop it, or raise the limit in the policy and say why.",
  narrows: { max: "smaller", or: "smaller" },
  options: options4,
  needs: ["baseline"],
  *check({ change }, { max, or, of }) {
    if (change.isNoise === true) return;
    const isOwn = of === "own" && change.baseImage === void 0;
    const grownBytes = isOwn ? change.ownDeltaBytes : change.unpackedDeltaBytes;
    if (grownBytes === void 0) {
      yield {
        unknown: "Which layers are the base image’s is not known on both sides, so own growth cannot be told apart."
      };
      return;
    }
    if (grownBytes <= 0) return;
    const what = isOwn ? "Own layers grew" : "Grew";
    const drift = of === "own" ? driftOf(change) : "";
    const limitBytes = Math.min(
      max ?? Infinity,
      or === void 0 ? Infinity : Math.floor(change.beforeBytes * or / 100)
    );
    if (grownBytes <= limitBytes) return;
    const [grew, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(grownBytes, limitBytes);
    const share = change.beforeBytes > 0 ? ` (${(grownBytes / change.beforeBytes * 100).toFixed(1)} %)` : "";
    const limitName = limitBytes === max ? limit : `${or} % of ${(0, import_chunk_CCPWSZ7L.formatBytes)(change.beforeBytes)}`;
    yield {
      message: `${what} by ${grew}${share} against ${change.before}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(grownBytes - limitBytes)} over the limit of ${limitName}${drift}.`,
      bytes: grownBytes - limitBytes,
      paths: change.grew.filter(({ ofBase }) => !isOwn || ofBase !== true).map(({ path }) => path)
    };
  }
});
function driftOf({ baseImage, baseDeltaBytes }) {
  const by = baseDeltaBytes ? ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(baseDeltaBytes)})` : "";
  if (baseImage) return `; it stands on \`${baseImage.after}\` instead of \`${baseImage.before}\`${by}`;
  return baseDeltaBytes ? `; the base image ${(0, import_chunk_CCPWSZ7L.formatDelta)(baseDeltaBytes)}` : "";
}
var maxHiddenBytes = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-hidden-bytes",
  group: "size",
  summary: "Limit bytes that are shipped although a later layer deleted or replaced them.",
  why: "They are pulled and stored by every node, and anyone who has the image can still read them.",
  howToPass: "Delete in the same `RUN` that wrote, use a cache mount, or copy the result from a builder stage.",
  narrows: { max: "smaller", ...ratchetNarrows },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: import_chunk_WF4GDQVC.byteSize.default(0).describe("The most hidden bytes allowed."),
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own"),
    ...ratchetOptions,
    slack: ratchetSlack
  }),
  gathersFor: ratchetGathers,
  *check(subject, { max, of, ratchet, slack }) {
    yield* overLimit(subject.measurement, max, of);
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: ({ hiddenBytes, baseHiddenBytes, base }) => ({ total: hiddenBytes, ofBase: baseHiddenBytes, base }),
        slack,
        grown: (by) => `Hides ${(0, import_chunk_CCPWSZ7L.formatBytes)(by)} more in lower layers`,
        areBytes: true,
        untold: ownLayers
      });
  }
});
function* overLimit(measurement, max, of) {
  const byBase = of === "own" ? measurement.hiddenTotal.byBaseLayersBytes ?? 0 : 0;
  const hiddenBytes = measurement.hiddenBytes - byBase;
  if (hiddenBytes <= max) return;
  const [hides, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(hiddenBytes, max);
  const over = max === 0 ? "" : `, ${(0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes - max)} over the limit of ${limit}`;
  const copies = ownCopies(measurement, of);
  const worst = copies[0];
  const location = worst && locationOf(measurement, worst.hiddenBy);
  yield {
    message: `Hides ${hides} in lower layers${over}.${worst ? ` ${explain(measurement, worst)}` : ""}`,
    bytes: hiddenBytes - max,
    paths: copies.map(({ path }) => path),
    ...location && { location },
    ...worst?.how === "metadata-only" && { howToPass: copyWithMode }
  };
}
var copyWithMode = "Give mode and owner where the file comes in: `COPY --chmod=… --chown=…`, or `chmod` and `chown` in the `RUN` that writes it.";
function ownCopies(measurement, of) {
  const firstOwn = of === "own" ? measurement.baseLayers ?? 0 : 0;
  return measurement.hidden.filter(({ hiddenBy }) => hiddenBy >= firstOwn);
}
function explain(measurement, { path, bytes, addedBy, hiddenBy, how }) {
  const verb = how === "overwritten" ? "replaces" : how === "metadata-only" ? "changes mode or owner of" : "deletes";
  const [hider, adder] = [describeLayer(measurement, hiddenBy), describeLayer(measurement, addedBy)];
  return `The largest: ${hider} ${verb} ${path} (${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}) of ${adder}.`;
}
var maxLayers = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-layers",
  group: "size",
  summary: "Limit the number of layers.",
  why: "Engines stop at 127 layers, and each one is a request, a lock and a directory on every node.",
  howToPass: "Join instructions that belong together, or copy the result of a builder stage in one `COPY`.",
  narrows: { max: "smaller", ...ratchetNarrows },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: (0, import_chunk_H7G5P3MR.int)({ error: "a whole number of layers" }).min(1).max(1e3).describe("The most layers allowed."),
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("all"),
    ...ratchetOptions
  }),
  gathersFor: ratchetGathers,
  *check(subject, { max, of, ratchet }) {
    yield* overLimit2(subject.measurement, max, of);
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: ({ layers, baseLayers, base }) => ({ total: layers, ofBase: baseLayers, base }),
        grown: (by) => `Has ${by} more ${by === 1 ? "layer" : "layers"}`,
        areBytes: false,
        untold: ownLayers
      });
  }
});
function* overLimit2({ layers, baseLayers }, max, of) {
  if (of === "own" && baseLayers === void 0 && layers > max) {
    yield { unknown: "How many of the layers come from the base image is not known." };
    return;
  }
  const counted2 = of === "own" ? layers - (baseLayers ?? 0) : layers;
  if (counted2 <= max) return;
  const split2 = baseLayers === void 0 ? "" : ` (${layers - baseLayers} own, ${baseLayers} base)`;
  const what = of === "own" ? "own layers" : "layers";
  yield { message: `Has ${counted2} ${what}${split2}, ${counted2 - max} over the limit of ${max}.` };
}
var maxPullSize = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "max-pull-size",
  group: "size",
  summary: "Limit what a node downloads to run the image.",
  why: "The first start on a fresh node waits for the download; autoscaling and cold starts pay it each time.",
  howToPass: "Drop what the program does not need at run time, or raise `max` in the policy and say why.",
  narrows: { max: "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ max: import_chunk_WF4GDQVC.byteSize.describe("The most the compressed layers may take together.") }),
  *check({ measurement: { pull } }, { max }) {
    if (!pull) {
      yield { unknown: "The size of the compressed layers is not known from this source." };
      return;
    }
    const excess = pull.bytes - max;
    if (excess <= 0) return;
    const [takes, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(pull.bytes, max);
    const about2 = pull.exact ? "" : "about ";
    yield {
      message: `Takes ${about2}${takes} to pull, ${about2}${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`,
      bytes: excess
    };
  }
});
var smallerStage = "Copy only the build output into a small final stage, or raise `max` in the policy and say why.";
var maxUnpackedSize = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-unpacked-size",
  group: "size",
  summary: "Limit what the image takes on disk.",
  why: "Every byte is stored, unpacked and scanned on every node that runs the image.",
  howToPass: smallerStage,
  narrows: { max: "smaller", ...ratchetNarrows },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: import_chunk_WF4GDQVC.byteSize.describe("The most the layers may take, unpacked."),
    ...ratchetOptions,
    slack: ratchetSlack
  }),
  gathersFor: ratchetGathers,
  *check(subject, { max, ratchet, slack }) {
    const { measurement } = subject;
    const excess = measurement.unpackedBytes - max;
    if (excess > 0) {
      const [takes, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(measurement.unpackedBytes, max);
      const howToPass = withoutHidden(measurement);
      yield {
        message: `Takes ${takes} on disk, ${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`,
        bytes: excess,
        ...howToPass !== void 0 && { howToPass }
      };
    }
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: import_chunk_SAENPZCV.unpackedPart,
        slack,
        grown: (by) => `Takes ${(0, import_chunk_CCPWSZ7L.formatBytes)(by)} more on disk`,
        areBytes: true,
        untold: ownLayers
      });
  }
});
function withoutHidden({ hiddenBytes, hiddenTotal }) {
  const ownHiddenBytes = hiddenBytes - (hiddenTotal.byBaseLayersBytes ?? 0);
  if (ownHiddenBytes <= 0) return void 0;
  return `Stop shipping the ${(0, import_chunk_CCPWSZ7L.formatBytes)(ownHiddenBytes)} that later layers delete or replace (see what is hidden). ${smallerStage}`;
}
var maxWaivers = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "max-waivers",
  group: "size",
  summary: "Limit the number of waivers an image has.",
  why: "A waiver is a debt with a date; where their number only grows, the policy is no longer what it says.",
  howToPass: "Mend what one of the waivers accepts and remove it, or let it run out.",
  narrows: { max: "smaller", ...ratchetNarrows },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: (0, import_chunk_H7G5P3MR.int)({ error: "a whole number of waivers" }).min(0).max(1e3).describe("The most waivers in force for one image, those that the change brings included."),
    ...ratchetOptions
  }),
  gathersFor: ratchetGathers,
  *check(subject, { max, ratchet }) {
    const { waivers } = subject;
    if (waivers === void 0) {
      yield { unknown: "How many waivers there are is not known here." };
      return;
    }
    if (waivers > max)
      yield { message: `Has ${waivers} ${words2(waivers)} in force, ${waivers - max} over the limit of ${max}.` };
    if (ratchet === true)
      yield* heldByRatchet(subject, {
        part: (numbers) => numbers.waivers === void 0 ? void 0 : { total: numbers.waivers, ofBase: 0 },
        grown: (by) => `Has ${by} more ${words2(by)}`,
        areBytes: false,
        untold: "how many there were"
      });
  }
});
var words2 = (count) => count === 1 ? "waiver" : "waivers";
function buildTools(measurement, allow = []) {
  const allowed = allow.map(import_chunk_IAAG4V6P.compileGlob);
  const all = measurement.packages.filter(({ name }) => isBuildTool(name));
  const packages = all.filter(({ name }) => !allowed.some((matches) => matches(name)));
  const allowedBytes = sumOf(all) - sumOf(packages);
  const ofKind = measurement.byKind.filter(({ kind }) => kind === "compilers" || kind === "headers");
  const bytes = ofKind.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return { bytes: Math.max(0, bytes - allowedBytes), packages: packages.toSorted((a, b) => b.bytes - a.bytes) };
}
function namesOf(packages) {
  if (packages.length === 0) return "";
  const shown = packages.slice(0, 4).map(({ name }) => name);
  const more = packages.length - shown.length;
  return ` (${shown.join(", ")}${more > 0 ? ` and ${more} more packages` : ""})`;
}
function isBuildTool(name) {
  const kind = (0, import_chunk_X6CGFVG6.kindOfPackage)(name);
  return kind === "compilers" || kind === "headers";
}
function sumOf(packages) {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}
var multiStage = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "multi-stage",
  group: "size",
  summary: "Build in one stage and ship from another.",
  why: "What only the build needs is most of many images, and every tool in it is one an intruder finds there.",
  howToPass: "Build in a stage of its own and `COPY --from=` only the result into a final stage on a small base.",
  narrows: { max: "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: import_chunk_WF4GDQVC.byteSize.default(1e6).describe("Build tools up to this size pass in a single-stage Dockerfile."),
    "min-saving": import_chunk_WF4GDQVC.percent.optional().describe("The least a multi-stage build must save against its single stage.")
  }),
  needs: ["dockerfile"],
  *check({ measurement, dockerfile, stages }, { max, "min-saving": minSaving }) {
    const location = (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
    const place = location && { location };
    if (dockerfile.stages.length === 1) {
      const tools = buildTools(measurement);
      if (tools.bytes <= max) return;
      yield {
        message: `The only stage ships ${(0, import_chunk_CCPWSZ7L.formatBytes)(tools.bytes)} of compilers and headers${namesOf(tools.packages)} (also counted as build tools).`,
        bytes: tools.bytes,
        ...place
      };
      return;
    }
    if (minSaving === void 0) return;
    if (!stages) {
      yield { unknown: "The single stage was not built, so what the multi-stage build saves is not known." };
      return;
    }
    const savedBytes2 = stages.beforeBytes - stages.afterBytes;
    if (savedBytes2 * 100 >= stages.beforeBytes * minSaving) return;
    const share = stages.beforeBytes === 0 ? "" : ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(savedBytes2 / stages.beforeBytes)})`;
    const single = (0, import_chunk_CCPWSZ7L.formatBytes)(stages.beforeBytes);
    yield {
      message: savedBytes2 < 0 ? `The multi-stage build is ${(0, import_chunk_CCPWSZ7L.formatBytes)(-savedBytes2)} larger than its single stage of ${single}.` : `The multi-stage build saves ${(0, import_chunk_CCPWSZ7L.formatBytes)(savedBytes2)}${share} of ${single}, less than ${minSaving} %.`,
      ...place
    };
  }
});
var needsAdd = /^(?:https?:|ftp:|git:|ssh:|git@|[^/]*\$)|\.git(?:#|$)|\.(?:tar|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|lzma|zst)$|\.tar\./i;
var noAdd = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "no-add",
  group: "dockerfile",
  summary: "Copy with COPY; ADD is for archives, URLs and repositories.",
  why: "ADD unpacks and downloads when its source happens to look like that, and the reader cannot tell what was meant.",
  howToPass: "Write COPY instead of ADD.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ stages: (0, import_chunk_WF4GDQVC.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, stages)) {
      if (instruction.keyword !== "ADD") continue;
      const sources = instruction.arguments.slice(0, -1).filter((source) => !source.startsWith("<<")).map((source) => source.replace(/^["']|["']$/g, ""));
      if (sources.some((source) => needsAdd.test(source))) continue;
      yield {
        message: `ADD ${sources.join(" ").slice(0, 120)} does what COPY does.`,
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction)
      };
    }
  }
});
var noBuildTools = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-build-tools",
  group: "contents",
  summary: "Ship no compilers, headers or build systems.",
  why: "They are large, they bring most of an image’s known vulnerabilities, and they help whoever breaks in.",
  howToPass: "Build in a stage of its own, or start from the slim variant of the base image.",
  narrows: { max: "smaller", allow: "both-lists" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: import_chunk_WF4GDQVC.byteSize.default(1e6).describe("Build tools up to this size pass."),
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Packages that are the product (globs over their names), as in a toolchain image.")
  }),
  *check({ measurement }, { max, allow }) {
    const tools = buildTools(measurement, allow);
    if (tools.bytes <= max) return;
    const [largest] = tools.packages;
    const location = largest && locationOf(measurement, largest.layer);
    const [ships, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(tools.bytes, max);
    const over = max === 0 ? "" : `, over the limit of ${limit}`;
    yield {
      message: `Ships ${ships} of compilers and headers${namesOf(tools.packages)}${over}${largest ? "" : `; ${(0, import_chunk_CCPWSZ7L.formatBytes)(tools.bytes)} in no package`}.`,
      bytes: tools.bytes,
      ...location && { location }
    };
  }
});
var maxGroupsShown = 20;
var noDuplicateFiles = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-duplicate-files",
  group: "contents",
  summary: "Ship no content twice under different names.",
  why: "A layer stores every file by itself: the second copy is pulled, unpacked and kept like the first.",
  howToPass: "Keep one copy and make the others links to it (`ln`, `ln -s`), or copy the folder only once.",
  narrows: { "min-size": "smaller", allow: "both-lists" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    "min-size": import_chunk_WF4GDQVC.byteSize.refine((bytes) => bytes > 0, "a size above 0").default(1e5).describe(
      "Smaller files are not compared. The contents of larger ones of one size are read, which takes time."
    ),
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Absolute paths that are accepted (globs)."),
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own")
  }),
  needs: ["files"],
  gathersFor: ({ "min-size": duplicatesFromBytes, of }) => [{ duplicatesFromBytes, of }],
  *check({ duplicates, measurement }, { "min-size": minBytes, allow, of }) {
    if (!duplicates) {
      yield { unknown: "The contents of the image’s files were not compared." };
      return;
    }
    for (const unknown of duplicates.uncompared) yield { unknown };
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const first = firstOwnLayer(measurement, of);
    const wasteful = duplicates.groups.filter(({ bytes }) => bytes >= minBytes).map((group) => without(group, (path) => matches.some((one) => one(path)))).map((group) => ({ ...group, savedBytes: savedBytes(group, first) })).filter((group) => group.savedBytes > 0).sort((a, b) => b.savedBytes - a.savedBytes);
    for (const { bytes, files, savedBytes: saved } of wasteful.slice(0, maxGroupsShown)) {
      const location = locationOf(measurement, files.at(-1)?.layer ?? -1);
      const shown = files.slice(0, 3).map(({ path, layer }) => `${path} (${describeLayer(measurement, layer)})`);
      const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : "";
      yield {
        message: `The same ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} are there ${files.length} times: ${shown.join(", ")}${more}; ${(0, import_chunk_CCPWSZ7L.formatBytes)(saved)} could be saved.`,
        bytes: saved,
        paths: files.map(({ path }) => path),
        ...location && { location }
      };
    }
    const rest = wasteful.slice(maxGroupsShown);
    const restBytes = rest.reduce((sum, group) => sum + group.savedBytes, 0);
    if (rest.length > 0)
      yield {
        message: `${rest.length} more contents are there several times; ${(0, import_chunk_CCPWSZ7L.formatBytes)(restBytes)} could be saved.`,
        bytes: restBytes,
        paths: rest.flatMap(({ files }) => files.map(({ path }) => path))
      };
  }
});
function without({ bytes, files }, isAllowed) {
  return { bytes, files: files.filter(({ path }) => !isAllowed(path)) };
}
function savedBytes({ bytes, files }, firstLayer) {
  const own = files.filter(({ layer }) => layer >= firstLayer).length;
  return bytes * Math.max(0, Math.min(own, files.length - 1));
}
var noLatestTag = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "no-latest-tag",
  group: "base-image",
  summary: "Name a version of every base image, not `latest`.",
  why: "The tag `latest` is another image tomorrow: a build that passed today can break or change without a commit.",
  howToPass: "Write the version’s tag, or a digest.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ stages: (0, import_chunk_WF4GDQVC.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const use of (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages)) {
      const { reference, location } = use;
      if (use.isUnresolved) yield { unknown: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} does not resolve to an image.` };
      else if (reference && reference.digest === null && (reference.tag ?? "latest") === "latest")
        yield {
          message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} ${reference.tag === null ? "names no tag, which means latest" : "is whatever is newest"}.`,
          location
        };
    }
  }
});
var noOnbuild = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "no-onbuild",
  group: "base-image",
  summary: "Let no base image run instructions of its own in your build.",
  why: "Triggers (ONBUILD) of a base image copy, install and set things that no line of the Dockerfile says, and change with its tag.",
  howToPass: "Use a base image without triggers, and write the instructions that you mean.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Base images whose triggers are known and wanted (globs over their names)."),
    "look-up": (0, import_chunk_H7G5P3MR.boolean)().default(false).describe("Ask the registry for the base image’s configuration where the engine does not have it.")
  }),
  needs: ["dockerfile"],
  narrows: { "look-up": "true-wins" },
  gathersFor: ({ "look-up": looksUp }) => looksUp ? ["base-config"] : [],
  *check({ dockerfile, baseConfig }, { allow, "look-up": looksUp }) {
    const outermost = (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1);
    const reference = outermost?.base.reference;
    if (!outermost || !reference || reference === "scratch") return;
    const read = (0, import_chunk_MWNSXYJF.readReference)(reference);
    if (typeof read !== "string" && allow.some((image) => (0, import_chunk_WF4GDQVC.compileImagePattern)({ image })(read))) return;
    const name = typeof read === "string" ? reference : (0, import_chunk_MWNSXYJF.familiarReference)(read);
    if (!baseConfig) {
      const where = looksUp ? "neither the engine nor its registry has the one this image stands on" : "the engine does not have it by that name";
      yield { unknown: `Whether the base image ${name} has ONBUILD triggers is not known: ${where}.` };
      return;
    }
    const triggers = outermost.baseTriggers ?? [];
    if (triggers.length === 0) return;
    const shown = triggers.slice(0, 3).map((trigger) => `\`${trigger.replaceAll(/\s+/g, " ").slice(0, 80)}\``);
    const more = triggers.length > shown.length ? ` and ${triggers.length - shown.length} more` : "";
    yield {
      message: `The base image ${name} runs ${triggers.length === 1 ? "an instruction" : `${triggers.length} instructions`} of its own here (ONBUILD): ${shown.join(", ")}${more}.`,
      location: { file: dockerfile.file, startLine: outermost.startLine, endLine: outermost.startLine }
    };
  }
});
var caches = [
  [
    /^\/var\/lib\/apt\/lists\//,
    "apt lists",
    "`rm -rf /var/lib/apt/lists/*` in the same `RUN`, or a cache mount on /var/lib/apt"
  ],
  [
    /^\/var\/cache\/(?:apt|debconf-apt)\//,
    "the apt cache",
    "`apt-get clean` in the same `RUN`, or a cache mount on /var/cache/apt"
  ],
  [
    /^\/var\/(?:cache|lib)\/(?:yum|dnf|libdnf5)\//,
    "the dnf or yum cache",
    "`dnf clean all` in the same `RUN`, or a cache mount"
  ],
  [/^\/var\/cache\/zypp\//, "the zypper cache", "`zypper clean --all` in the same `RUN`"],
  [/^\/(?:var\/cache\/apk|etc\/apk\/cache)\//, "the apk cache", "`apk add --no-cache`"],
  [/\/\.cache\/pip\//, "the pip cache", "`pip install --no-cache-dir`, or a cache mount on /root/.cache/pip"],
  [
    /\/(?:\.npm|_cacache)\//,
    "the npm cache",
    "`npm cache clean --force` in the same `RUN`, or a cache mount on /root/.npm"
  ],
  [
    /\/(?:\.yarn|\.cache\/yarn|\.yarn\/cache)\//,
    "the yarn cache",
    "`yarn cache clean` in the same `RUN`, or a cache mount"
  ],
  [
    /\/(?:\.cache\/go-build|go\/pkg)\//,
    "the Go cache",
    "a builder stage, or cache mounts on /root/.cache/go-build and /go/pkg/mod"
  ],
  [
    /\/cargo\/(?:registry|git)\/|\/\.cargo\/(?:registry|git)\//,
    "the cargo cache",
    "a builder stage, or a cache mount on the registry"
  ],
  [/\/\.m2\//, "the Maven repository", "a builder stage, or a cache mount on /root/.m2"],
  [/\/\.gradle\//, "the Gradle cache", "a builder stage, or a cache mount on /root/.gradle"],
  [/^/, "a package cache", "deleting it in the same `RUN`, or a cache mount"]
];
var noPackageCache = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-package-cache",
  group: "contents",
  summary: "Ship no package lists and caches.",
  why: "They serve the next install, which does not happen in an image; they age and make layers differ for nothing.",
  howToPass: "Delete the cache in the `RUN` that filled it, or use a cache mount.",
  narrows: { max: "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    max: import_chunk_WF4GDQVC.byteSize.default(0).describe("Caches up to this size, each, pass."),
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own")
  }),
  needs: ["files"],
  *check(subject, { max, of }) {
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, cachePaths());
    for (const [files, note] of [
      [visible, ""],
      [hidden, ", deleted by a later layer but still shipped (also counted as hidden bytes)"]
    ])
      for (const [index, { bytes, paths, layer }] of heapsOf(
        files.filter((file) => file.bytes > 0),
        cacheOf
      )) {
        const [, name = "", remedy3 = ""] = caches[Number(index)] ?? [];
        if (bytes <= max) continue;
        const location = locationOf(subject.measurement, layer);
        yield {
          message: `Ships ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} of ${name}${note}.`,
          bytes,
          paths,
          howToPass: `Use ${remedy3}: −${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}.`,
          ...location && { location }
        };
      }
  }
});
function cacheOf(path) {
  return String(caches.findIndex(([pattern]) => pattern.test(path)));
}
function cachePaths() {
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    const folder = path.slice(1, Math.max(path.lastIndexOf("/"), 1));
    const before = known.get(folder);
    if (before !== void 0) return before;
    const isCache = (0, import_chunk_X6CGFVG6.kindOfFolder)(folder) === "package-caches";
    known.set(folder, isCache);
    return isCache;
  };
}
var noSecrets = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-secrets",
  group: "contents",
  summary: "Ship no secrets: in variables, arguments, labels, history, or files.",
  why: "Whoever can pull the image can read all of it, also what a later layer deletes.",
  howToPass: "Give secrets to the build with `RUN --mount=type=secret`, and to the container when it runs. Replace one that was shipped.",
  narrows: { allow: "both-lists", contents: "true-wins" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Names of variables and labels, and absolute paths of files, that are accepted (globs)."),
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own"),
    contents: (0, import_chunk_H7G5P3MR.boolean)({ error: "`true` or `false`" }).default(true).describe(
      "Search the contents of text files too, also of files that a later layer deletes or overwrites: the first 512 KiB of files up to 64 MiB. Left out is what package managers unpacked (`node_modules`, `site-packages`, `/usr/lib` and the like), whose test keys are published, and binaries."
    )
  }),
  gathersFor: ({ contents, of }) => contents ? [of === "all" ? "secrets-of-all-layers" : "secrets"] : [],
  *check(subject, { allow, of, contents }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const isAllowed = (name) => matches.some((one) => one(name));
    yield* inVariables(subject, isAllowed);
    yield* inArguments(subject, isAllowed);
    yield* inLabels(subject, isAllowed);
    yield* inHistory(subject.measurement, (name) => isAllowed(name) || argumentNames(subject).includes(name));
    yield* inFiles(subject, of, isAllowed);
    if (contents) yield* inContents(subject, isAllowed);
  }
});
function* inVariables(subject, isAllowed) {
  for (const pair of subject.measurement.config.env) {
    const [name, value] = split(pair);
    const kind = kindOf(name, value);
    if (kind === void 0 || value === "" || isAllowed(name)) continue;
    yield at(
      `ENV ${name} holds ${kind} (${(0, import_chunk_VZ3MHFHV.redacted)(value)}); it is in the image’s configuration for all to read.`,
      instructionWith(subject, "ENV", name)
    );
  }
}
function* inArguments(subject, isAllowed) {
  if (!subject.dockerfile) return;
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(subject.dockerfile, "final")) {
    if (instruction.keyword !== "ARG") continue;
    for (const word of instruction.arguments) {
      const [name, value] = split(word);
      const kind = kindOf(name, value);
      if (kind === void 0 || isAllowed(name)) continue;
      yield at(
        `ARG ${name} takes ${kind}; build arguments stay in the image’s history.`,
        (0, import_chunk_4LVAQKBM.linesOf)(subject.dockerfile, instruction)
      );
    }
  }
}
function* inLabels(subject, isAllowed) {
  for (const [key, value] of Object.entries(subject.measurement.config.labels)) {
    const kind = kindOf(key, value);
    if (kind === void 0 || value === "" || isAllowed(key)) continue;
    yield at(`The label ${key} holds ${kind} (${(0, import_chunk_VZ3MHFHV.redacted)(value)}).`, instructionWith(subject, "LABEL", key));
  }
}
function argumentNames({ dockerfile }) {
  const all = dockerfile ? (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(({ keyword }) => keyword === "ARG") : [];
  return all.flatMap((instruction) => instruction.arguments.map((word) => split(word)[0]));
}
function* inHistory(measurement, isAllowed) {
  for (const [index, { createdBy }] of measurement.perLayer.entries()) {
    const given = /\|\d+ (.*?)(?:\/bin\/\S+ -|$)/s.exec(createdBy)?.[1] ?? "";
    const names = [...given.matchAll(/(?:^|\s)([A-Za-z_]\w*)=(\S+)/g)];
    const location = locationOf(measurement, index);
    for (const [, name = "", value = ""] of names)
      if (kindOf(name, value) !== void 0 && !isAllowed(name))
        yield at(
          `The history of ${describeLayer(measurement, index)} shows the build argument ${name} (${(0, import_chunk_VZ3MHFHV.redacted)(value)}).`,
          location
        );
    const kind = names.length === 0 ? (0, import_chunk_VZ3MHFHV.secretIn)(createdBy) : void 0;
    if (kind !== void 0) yield at(`The history of ${describeLayer(measurement, index)} shows ${kind}.`, location);
  }
}
function* inFiles(subject, of, isAllowed) {
  const { tree, measurement } = subject;
  if (!tree) {
    yield { unknown: "The files of the image were not read; only its configuration and history were looked at." };
    return;
  }
  yield* hiddenUnseen(subject);
  for (const { path, layer } of filesOf(tree, measurement, of, holdsSecret))
    if (!isAllowed(`/${path}`))
      yield { ...at(`/${path} is a file for secrets.`, locationOf(measurement, layer)), paths: [`/${path}`] };
  for (const { path, addedBy, hiddenBy } of hiddenOf(subject, of))
    if ((0, import_chunk_556JJ2L2.isSecretFile)(path) && !isAllowed(path))
      yield {
        ...at(
          `${path} is a file for secrets; ${describeLayer(measurement, hiddenBy)} hides it, but ${describeLayer(measurement, addedBy)} ships it.`,
          locationOf(measurement, addedBy)
        ),
        paths: [path]
      };
}
function* inContents({ tree, measurement, secrets }, isAllowed) {
  if (!tree) return;
  if (!secrets) yield { unknown: "The contents of the image’s files were not searched." };
  for (const unknown of secrets?.unsearched ?? []) yield { unknown };
  for (const { path, what, line, layer, hiddenBy } of secrets?.found ?? []) {
    if (isAllowed(path) || (0, import_chunk_556JJ2L2.isSecretFile)(path)) continue;
    const ships = `but ${describeLayer(measurement, layer)} ships it`;
    const note = hiddenBy === void 0 ? "" : `; ${describeLayer(measurement, hiddenBy)} hides the file, ${ships}`;
    yield { ...at(`${path}:${line} holds ${what}${note}.`, locationOf(measurement, layer)), paths: [path] };
  }
}
function holdsSecret({ path, fileBytes }) {
  return fileBytes > 0 && (0, import_chunk_556JJ2L2.isSecretFile)(`/${path}`);
}
function kindOf(name, value) {
  return (0, import_chunk_VZ3MHFHV.secretIn)(value) ?? ((0, import_chunk_VZ3MHFHV.isSecretName)(name) && !(0, import_chunk_VZ3MHFHV.isFingerprint)(value) ? "a secret by its name" : void 0);
}
function at(message, location) {
  return { message, ...location && { location } };
}
function split(pair) {
  const equals = pair.indexOf("=");
  return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
function instructionWith({ dockerfile }, keyword, name) {
  if (!dockerfile) return void 0;
  const found2 = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").findLast(
    (instruction) => instruction.keyword === keyword && instruction.arguments.some((word, index) => index % 3 === 0 && word.replace(/^["']|["']$/g, "") === name)
  );
  return found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
}
var noSetuid = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-setuid",
  group: "contents",
  summary: "Ship no programs that run as their owner.",
  why: "A setuid program is the usual way from an ordinary user to root inside the container.",
  howToPass: "Remove the package or `chmod a-s` in the same `RUN`; run with `no-new-privileges` besides.",
  narrows: { allow: "both-lists" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own"),
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Absolute paths that are accepted (globs), such as `/usr/bin/sudo`."),
    capabilities: (0, import_chunk_H7G5P3MR.boolean)().default(false).describe("Whether files with capabilities count too.")
  }),
  needs: ["files"],
  *check({ tree, measurement }, { of, allow, capabilities }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const byLayer = /* @__PURE__ */ new Map();
    const hasRights = (node) => describeMode(node) !== void 0 || capabilities && node.hasCapabilities;
    for (const node of filesOf(tree, measurement, of, hasRights)) {
      if (matches.some((one) => one(`/${node.path}`))) continue;
      byLayer.set(node.layer, [...byLayer.get(node.layer) ?? [], node]);
    }
    for (const [layer, nodes] of [...byLayer].sort(([a], [b]) => a - b)) {
      const location = locationOf(measurement, layer);
      const shown = nodes.slice(0, 3).map((node) => `/${node.path} (${describeMode(node) ?? "capabilities"})`);
      const more = nodes.length > shown.length ? ` and ${nodes.length - shown.length} more` : "";
      yield {
        message: `${nodes.length === 1 ? "A program runs with more rights than its" : `${nodes.length} programs run with more rights than their`} caller: ${shown.join(", ")}${more}.`,
        paths: nodes.map(({ path }) => `/${path}`),
        ...location && { location }
      };
    }
  }
});
function describeMode({ mode, uid: uid2, gid }) {
  if (mode & 2048) return `setuid of ${uid2 === 0 ? "root" : uid2}`;
  return mode & 1024 && mode & 8 ? `setgid of ${gid === 0 ? "root" : gid}` : void 0;
}
var noVcs = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "no-vcs",
  group: "contents",
  summary: "Ship no repository of version control.",
  why: "It holds everything that was ever committed, secrets that were removed since included.",
  howToPass: "Put `.git` into `.dockerignore`, or copy only the folders the build needs.",
  narrows: { allow: "both-lists" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    of: (0, import_chunk_WF4GDQVC.ownOrAll)("own"),
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Absolute paths of repositories that are accepted (globs).")
  }),
  needs: ["files"],
  *check(subject, { of, allow }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, (path) => repositoryOf(path) !== void 0);
    for (const [files, note] of [
      [visible, ""],
      [hidden, ", deleted by a later layer but still shipped"]
    ])
      for (const [root, { bytes, paths, layer }] of heapsOf(files, repositoryOf)) {
        if (matches.some((one) => one(root))) continue;
        const location = locationOf(subject.measurement, layer);
        const count = `${paths.length} ${paths.length === 1 ? "file" : "files"}`;
        yield {
          message: `Ships the repository ${root} (${count}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)})${note}.`,
          bytes,
          paths: [root],
          ...location && { location }
        };
      }
  }
});
function repositoryOf(path) {
  return /^.*?\/(?:\.git|\.svn|\.hg|\.bzr|_darcs)(?=\/|$)/.exec(path)?.[0];
}
var noVolumes = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "no-volumes",
  group: "running",
  summary: "Declare no volumes in the image.",
  why: "Each VOLUME makes an anonymous volume for every container, which stays behind; it cannot be undone downstream.",
  howToPass: "Remove VOLUME and let whoever runs the image mount what they mean to keep.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ allow: import_chunk_WF4GDQVC.globs.default([]).describe("Paths that are accepted (globs).") }),
  *check({ measurement: { config }, dockerfile }, { allow }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    for (const path of config.volumes) {
      if (matches.some((one) => one(path))) continue;
      const found2 = dockerfile && (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").find(
        (instruction) => instruction.keyword === "VOLUME" && instruction.arguments.includes(path)
      );
      const location = dockerfile && (found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile));
      yield { message: `Declares a volume at ${path}.`, paths: [path], ...location && { location } };
    }
  }
});
var uid = () => (0, import_chunk_H7G5P3MR.int)({ error: "a uid" }).min(0).max(2 ** 31 - 1);
var options5 = () => (0, import_chunk_H7G5P3MR.strictObject)({
  "min-uid": uid().default(1).describe("The lowest uid allowed."),
  "max-uid": uid().default(2 ** 31 - 1).describe("The highest uid allowed."),
  "numeric-only": (0, import_chunk_H7G5P3MR.boolean)().default(false).describe("USER must be a number: Kubernetes’ runAsNonRoot cannot check names."),
  "allow-root-group": (0, import_chunk_H7G5P3MR.boolean)().default(true).describe("Whether the process may be in group 0.")
});
var nonRoot = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "non-root",
  group: "running",
  summary: "Do not run as root.",
  why: "Who breaks out of a process that is root is root where the container is.",
  howToPass: "Create a user in the final stage and end it with `USER 10001` (a number, so that Kubernetes can check it).",
  narrows: { "min-uid": "larger", "max-uid": "smaller", "numeric-only": "true-wins" },
  options: options5,
  reads: ["/etc/passwd", "/etc/group"],
  *check(subject, chosen) {
    const { user } = subject.measurement.config;
    const files = accountFiles(subject);
    const needsFiles = !isPlainId(user);
    if (files === void 0 && needsFiles) {
      yield { unknown: `USER ${user} cannot be resolved: the image’s /etc/passwd and /etc/group were not read.` };
      return;
    }
    const resolved = (0, import_chunk_WF57VGGL.resolveUser)(user, files ?? {});
    const isGroupKnown = files !== void 0 || chosen["allow-root-group"] || user.includes(":");
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "user");
    const messages = [...complaints(user, resolved, isGroupKnown ? chosen : { ...chosen, "allow-root-group": true })];
    for (const message of messages) yield { message, ...location && { location } };
    if (!isGroupKnown && messages.length === 0)
      yield { unknown: `The group of USER ${user} is not known: the image’s /etc/passwd was not read.` };
  }
});
function* complaints(user, resolved, allowed) {
  const written = user === "" ? "No USER is set" : `USER ${user}`;
  if ("error" in resolved) {
    yield `${written} cannot be resolved: ${resolved.error}, so the container does not start.`;
    return;
  }
  if (resolved.root) yield user === "" ? `${written}: the process runs as root.` : `${written} is root (uid 0).`;
  else if (resolved.uid < allowed["min-uid"] || resolved.uid > allowed["max-uid"])
    yield `${written} is uid ${resolved.uid}, outside ${allowed["min-uid"]}–${allowed["max-uid"]}.`;
  else if (allowed["numeric-only"] && !resolved.isNumeric)
    yield `${written} is a name; a number is asked for (it is uid ${resolved.uid}).`;
  if (!resolved.root && resolved.gid === 0 && !allowed["allow-root-group"]) yield `${written} is in group 0.`;
}
function isPlainId(user) {
  return user === "" || /^[+-]?\d+(:[+-]?\d+)?$/.test(user);
}
function accountFiles({ tree, bodies }) {
  if (!tree) return void 0;
  const texts = ["etc/passwd", "etc/group"].map((path) => {
    const node = tree.resolve(path);
    const body = bodies.get(path);
    if (!node) return "";
    return body && body.length >= node.fileBytes ? Buffer.from(body).toString("utf8") : void 0;
  });
  const [passwd, group] = texts;
  return passwd === void 0 || group === void 0 ? void 0 : { passwd, group };
}
var keywords = /* @__PURE__ */ new Set(["if", "then", "elif", "else", "fi", "do", "done", "while", "until", "{", "}", "!", "time"]);
var wrappers = /* @__PURE__ */ new Set(["sudo", "exec", "command", "nohup", "eatmydata"]);
function readShellScript(script) {
  const commands = [];
  let words3 = [];
  const end = (isBackground) => {
    const plain = withoutPrefixes(words3);
    if (plain.length > 0) commands.push({ words: plain, isBackground });
    words3 = [];
  };
  for (const token of tokens(script)) {
    if (token.is === "word") words3.push(token.text);
    else end(token.text === "&");
  }
  end(false);
  return commands;
}
function programOf({ words: words3 }) {
  const word = words3[0] ?? "";
  return word.slice(word.lastIndexOf("/") + 1);
}
function withoutPrefixes(words3) {
  let start = 0;
  while (start < words3.length) {
    const word = words3[start] ?? "";
    if (!keywords.has(word) && !wrappers.has(word) && !/^[A-Za-z_]\w*=/.test(word) && word !== "env") break;
    start += 1;
  }
  return words3.slice(start);
}
var blank = /[ \t\r]+|\\\r?\n/y;
var comment = /#[^\n]*/y;
var redirection = /\d*(?:>>|>&|<&|&>|<<-?|>|<)[ \t]*/y;
var operator = /&&|\|\||;;|[;&|\n()]/y;
var piece = /'[^']*'?|\\[\s\S]|[^\s'"\\;&|()<>$`]+|[$<>]/y;
function* tokens(script) {
  let at2 = 0;
  while (at2 < script.length) {
    const skipped = match(blank, script, at2) ?? match(comment, script, at2);
    if (skipped !== void 0) {
      at2 += skipped.length;
      continue;
    }
    const redirected = match(redirection, script, at2);
    const found2 = redirected === void 0 ? match(operator, script, at2) : void 0;
    if (found2 !== void 0) {
      yield { is: "operator", text: found2 };
      at2 += found2.length;
      continue;
    }
    at2 += redirected?.length ?? 0;
    const word = readWord(script, at2);
    if (redirected === void 0) yield { is: "word", text: word.text };
    at2 = Math.max(word.end, at2 + (redirected === void 0 ? 1 : 0));
  }
}
function readWord(script, start) {
  let text = "";
  let at2 = start;
  while (at2 < script.length) {
    const nested = nestedEnd(script, at2);
    const part = nested === void 0 ? match(piece, script, at2) : script.slice(at2, nested);
    if (part === void 0 || part === "<" || part === ">") break;
    text += nested === void 0 || part.startsWith("$") || part.startsWith("`") ? unquoted(part) : part.slice(1, -1);
    at2 += part.length;
  }
  return { text, end: at2 };
}
function nestedEnd(script, start) {
  const opener = /"|`|\$\(|\$\{/y;
  const opened = match(opener, script, start);
  if (opened === void 0) return void 0;
  const closer = { '"': '"', "`": "`", "$(": ")", "${": "}" }[opened] ?? '"';
  let depth = 1;
  for (let at2 = start + opened.length; at2 < script.length; at2 += 1) {
    const char = script.charAt(at2);
    if (char === "\\") at2 += 1;
    else if (char === closer) depth -= 1;
    else if (closer === ")" && char === "(") depth += 1;
    if (depth === 0) return at2 + 1;
  }
  return script.length;
}
function unquoted(part) {
  if (part.startsWith("'")) return part.replaceAll("'", "");
  return part.startsWith("\\") ? part.slice(1).replace("\n", "") : part;
}
function match(pattern, text, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text)?.[0];
}
var supervisors = /* @__PURE__ */ new Set([
  "supervisord",
  "systemd",
  "init",
  "runit",
  "runsvdir",
  "runsvdir-start",
  "s6-svscan",
  "circusd",
  "monit",
  "god",
  "pm2",
  "pm2-runtime",
  "forego",
  "foreman",
  "honcho",
  "goreman",
  "overmind",
  "hivemind",
  "my_init"
]);
var oneProcess = (0, import_chunk_WF4GDQVC.defineEitherRule)({
  withoutLayers: true,
  id: "one-process",
  group: "running",
  summary: "Run one program in a container.",
  why: "An orchestrator restarts, scales and reads the logs of one process; what runs beside it dies unseen.",
  howToPass: "Put each program into an image of its own, and let the orchestrator start them together.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    allow: import_chunk_WF4GDQVC.globs.default([]).describe("Names of supervisors that are accepted (globs), such as `s6-svscan`.")
  }),
  *check(subject, { allow }) {
    const running = runningOf(subject);
    const { entrypoint = [], cmd = [] } = running;
    const field = entrypoint.length > 0 ? "entrypoint" : "cmd";
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, field);
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    for (const message of complaints2(commandsOf([...entrypoint, ...cmd]), (name) => matches.some((one) => one(name))))
      yield { message, ...location && { location } };
    if (!running.entrypoint && !running.cmd) yield* notKnownUnbuilt(subject, "what the base image runs is not known");
  }
});
function commandsOf(argv) {
  const shell = (0, import_chunk_LAJ23W2O.shellCommand)(argv);
  if (shell) return readShellScript(shell.script);
  const command = { words: argv, isBackground: false };
  if (!/^(?:tini|dumb-init|docker-init|catatonit)$/.test(programOf(command))) return [command];
  const next = argv.findIndex((word, index) => index > 0 && !word.startsWith("-"));
  return next < 0 ? [command] : commandsOf(argv.slice(next));
}
function* complaints2(commands, isAllowed) {
  for (const command of commands) {
    const program = programOf(command);
    const text = command.words.join(" ").slice(0, 120);
    const isService = program === "service" && command.words.at(-1) === "start" || program === "systemctl" && command.words.includes("start") || (command.words[0] ?? "").startsWith("/etc/init.d/");
    if (supervisors.has(program) && !isAllowed(program)) yield `Runs a supervisor of several processes: \`${text}\`.`;
    else if (isService) yield `Starts a service beside the program: \`${text}\`.`;
    else if (command.isBackground) yield `Starts a process in the background: \`${text} &\`.`;
  }
}
var byLockFile = (command) => `Install what the lock file says instead: \`${command}\`.`;
var gems = {
  name: "the gems it downloads",
  folders: ["/usr/local/bundle/cache", "/root/.gem"],
  paths: /\/(?:bundle|gems\/[\d.]+)\/(?:ruby\/[\d.]+\/)?(?:cache|doc)\/|\/\.(?:gem|bundle\/cache)\//,
  emptiedBy: /^gem (?:cleanup|sources)/,
  howToPass: 'Add `&& rm -rf "$(gem env gemdir)"/cache` to the same RUN; `gem install --no-document` leaves out the rest.'
};
var languageManagers = [
  {
    name: "pip",
    programs: /^pip[\d.]*$/,
    install: /^install$/,
    caches: [
      {
        name: "what it downloads",
        folders: ["/root/.cache/pip"],
        paths: /\/\.cache\/pip\//,
        without: /^--no-cache(?:-dir)?$/,
        emptiedBy: /^pip[\d.]* cache purge/,
        howToPass: "Use `pip install --no-cache-dir`, or a cache mount on /root/.cache/pip."
      }
    ]
  },
  {
    name: "npm",
    programs: /^npm$/,
    install: /^(?:ci|clean-install|install|i|add|install-ci-test|cit)$/,
    upgrade: /^(?:update|up|upgrade)$/,
    howToUpgrade: byLockFile("npm ci"),
    caches: [
      {
        name: "its cache",
        folders: ["/root/.npm"],
        paths: /\/\.npm\//,
        emptiedBy: /^npm cache (?:clean|clear|rm)/,
        howToPass: "Add `&& npm cache clean --force` to the same RUN, or use a cache mount on /root/.npm."
      }
    ]
  },
  {
    name: "yarn",
    programs: /^yarn(?:pkg)?$/,
    install: /^(?:|install|add|global add)$/,
    upgrade: /^(?:up|upgrade)$/,
    howToUpgrade: byLockFile("yarn install --frozen-lockfile"),
    caches: [
      {
        name: "its cache",
        folders: ["/usr/local/share/.cache/yarn", "/root/.cache/yarn", "/root/.yarn/berry/cache"],
        paths: /\/\.cache\/yarn\/|\/\.yarn\/berry\/cache\//,
        emptiedBy: /^yarn(?:pkg)? cache clean/,
        howToPass: "Add `&& yarn cache clean` to the same RUN, or use a cache mount on /usr/local/share/.cache/yarn."
      }
    ]
  },
  {
    name: "pnpm",
    programs: /^pnpm$/,
    install: /^(?:install|i|add|fetch|install-test|it)$/,
    upgrade: /^(?:update|up|upgrade)$/,
    howToUpgrade: byLockFile("pnpm install --frozen-lockfile"),
    caches: [
      {
        name: "its store",
        folders: ["/root/.local/share/pnpm/store", "/root/.cache/pnpm"],
        paths: /\/pnpm\/store\/|\/\.pnpm-store\/|\/\.cache\/pnpm\//,
        isOnlyMeasured: true,
        howToPass: "Use a cache mount on /root/.local/share/pnpm/store."
      }
    ]
  },
  {
    name: "go",
    programs: /^go$/,
    install: /^(?:build|install|get|run|test|vet|generate|mod download|mod tidy|mod vendor)$/,
    caches: [
      {
        name: "modules and build cache",
        folders: ["/root/.cache/go-build", "/go/pkg/mod"],
        paths: /\/\.cache\/go-build\/|\/go\/pkg\//,
        emptiedBy: /^go clean/,
        howToPass: "Compile in a stage of its own and copy the program, or use cache mounts on /go/pkg/mod and /root/.cache/go-build."
      }
    ]
  },
  {
    name: "cargo",
    programs: /^cargo$/,
    install: /^(?:b|build|install|fetch|r|run|t|test|c|check)$/,
    upgrade: /^update$/,
    howToUpgrade: byLockFile("cargo build --locked"),
    caches: [
      {
        name: "its registry",
        folders: ["/usr/local/cargo/registry", "/root/.cargo/registry"],
        paths: /\/\.?cargo\/(?:registry|git)\//,
        howToPass: "Compile in a stage of its own and copy the program, or use a cache mount on /usr/local/cargo/registry."
      }
    ]
  },
  {
    name: "gem",
    programs: /^gem$/,
    install: /^(?:install|i)$/,
    upgrade: /^update$/,
    howToUpgrade: "Install the versions you need: `gem install NAME:VERSION`.",
    caches: [gems]
  },
  {
    name: "bundle",
    programs: /^bundler?$/,
    install: /^(?:|install)$/,
    upgrade: /^update$/,
    howToUpgrade: byLockFile("bundle install"),
    caches: [gems]
  },
  {
    name: "composer",
    programs: /^composer(?:\.phar)?$/,
    install: /^(?:install|i|require|r|create-project|global require)$/,
    upgrade: /^(?:update|u|upgrade)$/,
    howToUpgrade: byLockFile("composer install"),
    caches: [
      {
        name: "its cache",
        folders: ["/root/.composer/cache", "/root/.cache/composer", "/tmp/cache"],
        paths: /\/\.composer\/cache\/|\/\.cache\/composer\//,
        without: /^--no-cache$/,
        emptiedBy: /^composer(?:\.phar)? (?:clear-?cache|cc)/,
        howToPass: "Use `composer install --no-cache`, or a cache mount on /root/.composer/cache."
      }
    ]
  }
];
var newerBase = "Take a newer base image instead, and install the versions you need.";
var rpmCache = {
  name: "its cache",
  folders: ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"],
  paths: /^\/var\/cache\/(?:dnf|libdnf5|yum)\//,
  emptiedBy: /^(?:dnf5?|microdnf|yum|tdnf) clean (?:all|packages|metadata)/
};
var rpm = {
  install: /^(?:in|install|install-n\w+|localinstall|rei|reinstall|builddep|groupinstall|group install|module install)$/,
  update: /^makecache$/,
  upgrade: /^(?:up|update|upgrade|up-min|upgrade-minimal|update-minimal|dsync|distro-sync|system-upgrade)$/,
  howToUpgrade: newerBase
};
var aptLists = {
  name: "its lists",
  folders: ["/var/lib/apt/lists"],
  paths: /^\/var\/lib\/apt\/lists\//,
  howToPass: "Add `&& rm -rf /var/lib/apt/lists/*` to the same RUN, or use a cache mount on /var/lib/apt."
};
var aptArchives = {
  name: "its cache",
  folders: ["/var/cache/apt"],
  paths: /^\/var\/cache\/apt\//,
  emptiedBy: /^(?:apt|apt-get|aptitude) (?:clean|distclean)/,
  howToPass: "Add `&& apt-get clean` to the same RUN, or use a cache mount on /var/cache/apt."
};
var systemManagers = [
  {
    name: "apt",
    programs: /^(?:apt|apt-get|aptitude)$/,
    install: /^(?:install|build-dep|reinstall)$/,
    update: /^update$/,
    upgrade: /^(?:dist-|full-|safe-)?upgrade$/,
    howToUpgrade: newerBase,
    caches: []
  },
  {
    name: "apk",
    programs: /^apk$/,
    install: /^add$/,
    update: /^update$/,
    upgrade: /^upgrade$/,
    howToUpgrade: newerBase,
    caches: [
      {
        name: "its index",
        folders: ["/var/cache/apk", "/etc/apk/cache"],
        paths: /^\/(?:var\/cache\/apk|etc\/apk\/cache)\//,
        without: /^--no-cache$/,
        emptiedBy: /^apk cache (?:clean|purge)/,
        howToPass: "Use `apk add --no-cache`."
      }
    ]
  },
  {
    name: "dnf",
    programs: /^(?:dnf5?|microdnf|tdnf)$/,
    ...rpm,
    caches: [{ ...rpmCache, howToPass: "Add `&& dnf clean all` to the same RUN, or use a cache mount on /var/cache." }]
  },
  {
    name: "yum",
    programs: /^yum$/,
    ...rpm,
    caches: [
      { ...rpmCache, howToPass: "Add `&& yum clean all` to the same RUN, or use a cache mount on /var/cache/yum." }
    ]
  },
  {
    name: "zypper",
    programs: /^zypper$/,
    install: /^(?:in|install|source-install|si)$/,
    update: /^(?:ref|refresh)$/,
    upgrade: /^(?:up|update|dup|dist-upgrade|patch)$/,
    howToUpgrade: newerBase,
    caches: [
      {
        name: "its cache",
        folders: ["/var/cache/zypp"],
        paths: /^\/var\/cache\/zypp\//,
        emptiedBy: /^zypper (?:clean|cc)/,
        howToPass: "Add `&& zypper clean --all` to the same RUN, or use a cache mount on /var/cache/zypp."
      }
    ]
  }
];
var managers = [...systemManagers, ...languageManagers];
var asks = /^(?:-v|-V|--version|-h|--help)$/;
function readManagerCommand(command) {
  const words3 = withoutInterpreter(command.words);
  const program = programOf({ ...command, words: words3 });
  const manager = managers.find(({ programs }) => programs.test(program));
  if (!manager || words3.some((word) => asks.test(word))) return void 0;
  for (const { verb, rest } of verbsOf(words3)) {
    const action = actionOf(manager, verb);
    if (action) return { manager, action, words: command.words, spoken: spokenOf(manager, program, verb), named: rest };
  }
  return void 0;
}
function spokenOf({ name }, program, verb) {
  const plain = { apt: "apt-get", pip: "pip", composer: "composer" }[name] ?? program;
  return `${plain} ${verb}`.trim();
}
function plainWords(command) {
  const words3 = withoutInterpreter(command.words).slice(1);
  return [programOf({ ...command, words: withoutInterpreter(command.words) }), ...words3.filter(isPlain)].join(" ");
}
function withoutInterpreter(words3) {
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(words3[0] ?? "");
  const at2 = isPython ? words3.indexOf("-m") : -1;
  return at2 < 0 ? words3 : words3.slice(at2 + 1);
}
function isPlain(word) {
  return !word.startsWith("-") && !word.startsWith("+");
}
function* verbsOf(words3) {
  let found2 = false;
  for (let at2 = 1; at2 < words3.length; at2 += 1) {
    const word = words3[at2] ?? "";
    if (!isPlain(word)) continue;
    const rest = words3.slice(at2 + 1).filter(isPlain);
    const [next = "", ...more] = rest;
    yield { verb: `${word} ${next}`, rest: more };
    yield { verb: word, rest };
    found2 = true;
    if (!(words3[at2 - 1] ?? "").startsWith("-")) return;
  }
  if (!found2) yield { verb: "", rest: [] };
}
function actionOf({ install, update, upgrade: upgrade2 }, verb) {
  if (install.test(verb)) return "install";
  if (update?.test(verb)) return "update";
  return upgrade2?.test(verb) ? "upgrade" : void 0;
}
function isMounted({ folders }, manager, mounts) {
  return mounts.some((mount) => {
    const folder = atHome(mount);
    if (folders.some((one) => isWithin2(one, folder)) || mount.includes("$")) return true;
    return folders.some((one) => one.startsWith("/root/")) && namesManager(mount, manager);
  });
}
function namesManager(mount, manager) {
  return mount.split(/[/._-]/).includes(manager);
}
function isEmptied({ folders, emptiedBy }, following) {
  return following.some((command) => {
    const program = programOf(command);
    if (emptiedBy?.test(plainWords(command)) === true) return true;
    const removed = program === "rm" ? command.words.slice(1) : program === "find" ? command.words.slice(1, 2) : [];
    return removed.some((word) => removes(atHome(word), folders));
  });
}
function removes(word, folders) {
  const folder = word.replace(/\/(?:\*|\.\*)?$/, "");
  if (!folder.startsWith("/")) return folder.endsWith("/cache") && folders.some((one) => one.endsWith("/cache"));
  return folders.some((one) => isWithin2(one, folder) || isWithin2(folder, one) || isExpandedTo(one, folder));
}
function isExpandedTo(folder, pattern) {
  const braces = /^(.*)\{([^{}]*)\}(.*)$/.exec(pattern);
  const [, before = "", inside = "", after = ""] = braces ?? [];
  return braces !== null && inside.split(",").some((one) => isWithin2(folder, `${before}${one}${after}`));
}
function isWithin2(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}
function atHome(path) {
  return path.replace(/^(?:~|\$HOME|\$\{HOME\}|\/home\/[^/]+)(?=\/|$)/, "/root");
}
function evidenceOf(subject, anyPath, leastBytes = 1) {
  const { measurement } = subject;
  let files;
  return {
    layerOf({ startLine }) {
      const layer = measurement?.perLayer.findIndex(({ dockerfile }) => dockerfile?.startLine === startLine) ?? -1;
      return layer < 0 || !subject.tree ? void 0 : layer;
    },
    bytesAt(layer, paths) {
      files ??= shippedAlone(subject, anyPath);
      return files.reduce((sum, file) => file.layer === layer && paths.test(file.path) ? sum + file.bytes : sum, 0);
    },
    leastBytes: Math.max(1, leastBytes),
    replacedBytes(layer) {
      let bytes = 0;
      if (measurement) {
        for (const copy of hiddenOf({ ...subject, measurement }, "all"))
          if (copy.hiddenBy === layer && copy.addedBy < layer && copy.how !== "deleted") bytes += copy.bytes;
      }
      return bytes;
    }
  };
}
function shippedAlone(subject, isWanted) {
  const { measurement, tree } = subject;
  if (!measurement || !tree) return [];
  const { visible, hidden } = shippedFiles({ ...subject, measurement, tree }, "own", isWanted);
  const bodies = /* @__PURE__ */ new Map();
  for (const { path } of visible) {
    const node = tree.at(path.slice(1));
    if (node) bodies.set(bodyOf(node), path);
  }
  const kept2 = /* @__PURE__ */ new Set();
  for (const node of bodies.size > 0 ? tree.all() : []) {
    const path = node.type === import_chunk_OR32E4J6.EntryType.file ? bodies.get(bodyOf(node)) : void 0;
    if (path !== void 0 && !isWanted(`/${node.path}`)) kept2.add(path);
  }
  return [...visible.filter(({ path }) => !kept2.has(path)), ...hidden];
}
function bodyOf({ layer, record: record2 }) {
  return layer * 2 ** 32 + record2;
}
var noSettings = { turnedOff: /* @__PURE__ */ new Set(), keepsArchives: false };
var variables = [
  ["pip", /\bPIP_NO_CACHE_DIR[= ]["']?(\w*)/, /^(?:1|y|yes|on|t|true)$/i],
  ["composer", /\bCOMPOSER_(?:CACHE_DIR|NO_CACHE)[= ]["']?([\w/]*)/, /^(?:1|\/dev\/null)$/]
];
function settingsBy({ keyword, original }, before) {
  if (keyword !== "ENV" && keyword !== "RUN") return { within: before, behind: before };
  const turnedOff = new Set(before.turnedOff);
  for (const [manager, name, off] of variables) {
    const value = name.exec(original)?.[1];
    if (value !== void 0 && off.test(value)) turnedOff.add(manager);
    else if (value !== void 0) turnedOff.delete(manager);
  }
  const keepsArchives = before.keepsArchives || /docker-clean|Keep-Downloaded-Packages/.test(original);
  const within = { turnedOff, keepsArchives };
  return { within, behind: keyword === "ENV" ? within : { ...before, keepsArchives } };
}
function commandsOf2(run) {
  const [first = ""] = run.arguments;
  if (run.form === "json") {
    const shell = (0, import_chunk_LAJ23W2O.shellCommand)(run.arguments);
    return shell ? readShellScript(shell.script) : [{ words: run.arguments, isBackground: false }];
  }
  const own = readShellScript(first.replace(/<<-?\s*["']?[A-Za-z_]\w*["']?/g, " "));
  const bodyIsShell = /^\s*<</.test(first) || /^\s*(?:ba|da|a)?sh\b[^&|;]*<</.test(first);
  const bodies = bodyIsShell ? run.heredocs.filter(({ content }) => !/^#!(?!.*\bsh\b)/.test(content)) : [];
  return [...own, ...bodies.flatMap(({ content }) => readShellScript(content))];
}
function unshippedFolders(run) {
  return run.flags.flatMap((flag) => {
    if (!/^--mount=(?:.*,)?type=(?:cache|tmpfs)(?:,|$)/.test(flag)) return [];
    const target = /(?:=|,)(?:target|dst|destination)=([^,]+)/.exec(flag)?.[1];
    return target === void 0 ? [] : [target.replace(/\/+$/, "")];
  });
}
var allCaches = [aptLists, aptArchives, ...[...systemManagers, ...languageManagers].flatMap(({ caches: caches2 }) => caches2)];
var packageManagerHygiene = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "package-manager-hygiene",
  group: "dockerfile",
  summary: "Use package managers so that builds repeat and layers stay small.",
  why: "An update in a layer of its own is cached and goes stale; upgrades, recommended packages and caches are bytes nobody chose.",
  howToPass: "See each finding.",
  narrows: { "min-saving": "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    stages: (0, import_chunk_WF4GDQVC.whichStages)("final"),
    "min-saving": import_chunk_WF4GDQVC.byteSize.default(1).describe(
      "The least that a cache must hold in the layer to be worth a finding; where nothing was built, each is."
    )
  }),
  needs: ["dockerfile"],
  *check(subject, { stages, "min-saving": minSaving }) {
    const { dockerfile } = subject;
    const evidence = evidenceOf(subject, (path) => allCaches.some(({ paths }) => paths.test(path)), minSaving);
    const settings = /* @__PURE__ */ new Map();
    for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, stages)) {
      const stage = instruction.stage ?? 0;
      const before = settings.get(stage) ?? settings.get(dockerfile.stages[stage]?.base.stage ?? null) ?? noSettings;
      const run = instruction.onbuild ?? instruction;
      const { within, behind } = settingsBy(run, before);
      settings.set(stage, behind);
      if (run.keyword !== "RUN") continue;
      const location = (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction);
      const found2 = [...complaints3(run, within, evidence)];
      yield* new Map(found2.map((one) => [one.message, { ...one, location }])).values();
    }
  }
});
function* complaints3(run, settings, evidence) {
  const commands = commandsOf2(run);
  const read = commands.map(readManagerCommand);
  const installs = new Set(read.flatMap((one) => one?.action === "install" ? one.manager.name : []));
  const mounts = unshippedFolders(run);
  for (const [index, command] of read.entries()) {
    if (!command) continue;
    const { action, manager } = command;
    if (action === "upgrade") yield* upgrade(command, evidence, run);
    const caches2 = cachesOf(command, settings).filter((cache) => !isMounted(cache, manager.name, mounts));
    const isAlone = action === "update" && caches2.length > 0 && !installs.has(manager.name);
    if (isAlone) yield alone(command);
    if (action === "install" && manager.name === "apt") yield* recommended(command);
    for (const cache of isAlone ? [] : caches2)
      if (!isEmptied(cache, commands.slice(index + 1))) yield* kept(cache, command, evidence, run);
  }
}
function cachesOf({ manager, action, words: words3 }, settings) {
  const archives = settings.keepsArchives ? aptArchives : { ...aptArchives, isOnlyMeasured: true };
  const apt = action === "update" ? [aptLists] : [archives];
  return (manager.name === "apt" ? apt : manager.caches).filter(
    ({ without: without2 }) => !settings.turnedOff.has(manager.name) && !words3.some((word) => without2?.test(word))
  );
}
function* upgrade({ manager, words: words3, named: named2 }, evidence, run) {
  if (named2.length > 0 && manager.name !== "apt") return;
  const layer = evidence.layerOf(run);
  const bytes = layer === void 0 ? 0 : evidence.replacedBytes(layer);
  const replaced = bytes > 0 ? `, and its layer ships ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} of lower layers anew` : "";
  yield {
    message: `\`${words3.slice(0, 3).join(" ")}\` upgrades whatever is newest today${replaced}.`,
    ...bytes > 0 && { bytes },
    howToPass: manager.howToUpgrade ?? ""
  };
}
function alone({ manager, spoken }) {
  const install = { apt: "apt-get install", apk: "apk add" }[manager.name] ?? `${manager.name} install`;
  return {
    message: `\`${spoken}\` stands alone: its cached lists go stale for the install that follows.`,
    howToPass: `Update and install in one RUN: \`${spoken} && ${install} …\`.`
  };
}
function* recommended({ words: words3 }) {
  const isTold = /^--no-install-recommends$|^(?:-o)?APT::Install-Recommends=(?:0|false|no)$/i;
  if (words3.some((word) => isTold.test(word))) return;
  yield { message: "`apt-get install` takes recommended packages along.", howToPass: "Add `--no-install-recommends`." };
}
function* kept(cache, { spoken }, evidence, run) {
  const layer = evidence.layerOf(run);
  const bytes = layer === void 0 ? void 0 : evidence.bytesAt(layer, cache.paths);
  if (bytes === void 0 ? cache.isOnlyMeasured === true : bytes < evidence.leastBytes) return;
  const measured = bytes === void 0 ? "" : `: ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} (also counted as package caches)`;
  yield {
    message: `\`${spoken}\` keeps ${cache.name} in the layer${measured}.`,
    ...bytes !== void 0 && { bytes },
    howToPass: cache.howToPass
  };
}
var pinnedBaseImage = (0, import_chunk_WF4GDQVC.defineSourceRule)({
  id: "pinned-base-image",
  group: "base-image",
  summary: "Pin every base image by digest.",
  why: "A tag can be moved, by its owner or by whoever took the account over; a digest cannot.",
  howToPass: "Write `NAME:TAG@sha256:…`; Renovate and Dependabot keep such digests current.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({ stages: (0, import_chunk_WF4GDQVC.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const use of (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages)) {
      if (use.isUnresolved) yield { unknown: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} does not resolve to an image.` };
      else if (use.reference && use.reference.digest === null)
        yield { message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} is not pinned by digest.`, location: use.location };
    }
  }
});
var labelsText = "a list of label keys, or keys with a pattern for the value";
var requiredLabels = (0, import_chunk_WF4GDQVC.defineStatedRule)({
  id: "required-labels",
  group: "running",
  summary: "Carry the labels that say whose image this is.",
  why: "At three in the morning somebody has the image and needs its source, its version and its owner.",
  howToPass: "Add `LABEL org.opencontainers.image.source=…` and so on in the final stage, or pass `--label` when building.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    labels: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)().min(1)), (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)().min(1), import_chunk_WF4GDQVC.glob)], { error: labelsText }).describe(
      "Keys, or keys with a glob for the value, such as `org.opencontainers.image.source: https://github.com/acme/**`."
    )
  }),
  *check({ measurement: { config }, dockerfile }, { labels }) {
    const location = dockerfile && (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
    const place = location && { location };
    const wanted = Array.isArray(labels) ? labels.map((key) => [key, void 0]) : Object.entries(labels);
    for (const [key, pattern] of wanted) {
      const value = Object.hasOwn(config.labels, key) ? config.labels[key] : void 0;
      if (value === void 0) yield { message: `The label ${key} is missing.`, ...place };
      else if (value.trim() === "") yield { message: `The label ${key} is empty.`, ...place };
      else if (pattern !== void 0 && !(0, import_chunk_IAAG4V6P.compileGlob)(pattern)(value))
        yield {
          message: `The label ${key} is \`${value.slice(0, 200)}\`, which does not match \`${pattern}\`.`,
          ...place
        };
    }
  }
});
var howToLoseCr = "Save the script with LF line ends: `* text=auto eol=lf` or `*.sh eol=lf` in .gitattributes, or `RUN sed -i 's/\\r$//' FILE` in the Dockerfile.";
function about({ path }, words3) {
  return { ...words3, ...path.startsWith("/") && { paths: [path] } };
}
function quoted({ path, caller, through }, error) {
  if (caller === "shell") return `\`${through[0] ?? "sh"}: ${path}: ${error}\``;
  return caller === "env" ? `\`env: '${path}': ${error}\`` : `\`exec ${through[0] ?? path}: ${error}\``;
}
function via({ through }) {
  return through.length === 0 ? "" : ` (run by ${through.join(", then ")})`;
}
function describeScriptInterpreter(obstacle) {
  const { path, interpreter, isCrlf } = obstacle;
  if (isCrlf)
    return about(obstacle, {
      message: `The first line of ${path} ends in a carriage return, so it asks for "${interpreter.slice(0, -1)}\\r": ${quoted(obstacle, "no such file or directory")} (shells say \`bad interpreter: ${interpreter.slice(0, -1)}^M\`).`,
      howToPass: howToLoseCr
    });
  return about(obstacle, {
    message: `${path} is a script for ${interpreter.replace(/\r$/, "\\r")}, which the image does not have${via(obstacle)}: ${quoted(obstacle, "no such file or directory")}.`,
    howToPass: `Install ${interpreter.replace(/\r$/, "")} in the final stage, or name an interpreter the image has.`
  });
}
function describeFormat(obstacle) {
  const { path, what } = obstacle;
  const [is, howToPass] = {
    empty: ["is empty", "Look at what is copied there: the build has written nothing."],
    "no-shebang": [
      "is neither an ELF program nor a script with a `#!` line",
      `Begin the script with \`#!/bin/sh\`, or run it by \`["/bin/sh", "${path}"]\`.`
    ],
    bom: ["begins with a byte order mark before its `#!`", "Save the script as UTF-8 without a byte order mark."],
    "no-interpreter": [
      "has a `#!` line that names no interpreter in its first 256 bytes",
      "Begin the script with `#!/bin/sh`, or with a shorter line."
    ],
    object: ["is an object file that was not linked", "Link it: the compiler was called with `-c`."],
    damaged: ["is a damaged or cut ELF file", "Look at how it is copied and packed: it is not what the linker wrote."]
  }[what];
  return about(obstacle, {
    message: `${path} ${is}${via(obstacle)}: ${quoted(obstacle, "exec format error")}.`,
    howToPass: howToPass ?? ""
  });
}
var maxNamed = 10;
var isMusl = (loader) => loader.includes("ld-musl");
function loaderMessage(obstacle, via2) {
  const { path, loader, state, through, caller, others } = obstacle;
  const program = through[0] ?? path;
  const says = (error) => caller === "runtime" ? `\`exec ${program}: ${error}\`` : `\`${path}: ${error}\``;
  const has = others.length > 0 ? ` The image has ${others.join(", ")}.` : "";
  const head = `${path} is dynamically linked${via2} and asks for the loader ${loader}`;
  switch (state) {
    case "missing":
      return `${head}, which the image does not have: ${says("no such file or directory")}, although ${path} is there.${has}`;
    case "not-executable":
      return `${head}, which may not be executed: ${says("permission denied")}.`;
    case "not-elf":
      return `${head}, which is no ELF file: ${says("accessing a corrupted shared library")}.`;
    case "other-machine":
      return `${head}, which is for another machine: ${says("accessing a corrupted shared library")}.`;
  }
}
function howToGetLoader({ loader, needed, others, state }) {
  if (state === "not-executable") return `\`RUN chmod +x ${loader}\`, or copy it with its mode.`;
  const files = [loader, ...needed].join(", ");
  const base = isMusl(loader) ? "musl (FROM alpine)" : "glibc (FROM debian:bookworm-slim, gcr.io/distroless/cc)";
  const other = others.find((one) => isMusl(one) !== isMusl(loader));
  const mixed = other === void 0 ? "" : isMusl(other) ? " The image’s C library is musl: build the program there, on Alpine, too." : " The image’s C library is glibc: build the program there, on Debian or the like, too.";
  return `Build it with \`-static\` (Go: CGO_ENABLED=0; Rust: a …-linux-musl target), or copy the loader and libraries into the image (${files}), or use a base with ${base}.${mixed}`;
}
function missingMessage({ path, missing: missing2, libc }, via2) {
  const names = missing2.slice(0, maxNamed).map(({ name, neededBy }) => neededBy === path ? name : `${name} (for ${neededBy})`);
  const more = missing2.length > maxNamed ? ` and ${missing2.length - maxNamed} more` : "";
  const first = missing2[0];
  const says = libc === "musl" ? `Error loading shared library ${first?.name}: No such file or directory (needed by ${first?.neededBy})` : `${path}: error while loading shared libraries: ${first?.name}: cannot open shared object file: No such file or directory`;
  const count = missing2.length === 1 ? "a library" : `${missing2.length} libraries`;
  return `${path}${via2} needs ${count} that the loader will not find: ${names.join(", ")}${more}. It ends with \`${says}\`.`;
}
function howToFindLibraries({ missing: missing2, libc }) {
  const uncached = missing2.filter(({ notInCache }) => notInCache);
  const elsewhere = missing2.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length > 0);
  const absent = missing2.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length === 0);
  const folders = [
    ...new Set(
      elsewhere.flatMap(({ elsewhere: paths }) => paths.slice(0, 1).map((path) => path.replace(/\/[^/]*$/, "")))
    )
  ];
  const listed = libc === "musl" ? "add it to /etc/ld-musl-ARCH.path" : "add it to /etc/ld.so.conf.d and run ldconfig";
  return [
    ...uncached.length > 0 ? [
      `Run \`ldconfig\` after copying ${named(uncached)}: the loader reads /etc/ld.so.cache, which does not list them.`
    ] : [],
    ...elsewhere.length > 0 ? [
      `${named(elsewhere)} lies in ${folders.join(", ")}, where this loader does not look: set LD_LIBRARY_PATH to it, ${listed}, or link with \`-Wl,-rpath\`.`
    ] : [],
    ...absent.length > 0 ? [`Install the packages of ${named(absent)} in the final stage, copy the files there, or link with \`-static\`.`] : []
  ].join(" ");
}
function describeVersions({ path, missing: missing2 }, via2) {
  const [first] = missing2;
  const names = [...new Set(missing2.map(({ version, library }) => `${version} of ${library}`))];
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "";
  return {
    message: `${path}${via2} was linked with newer libraries than the image has; these lack ${names.slice(0, maxNamed).join(", ")}${more}. It ends with \`${first?.library}: version '${first?.version}' not found (required by ${first?.neededBy})\`.`,
    howToPass: "Build it on the release the final stage is of, or on an older one; or take a newer final base; or link with `-static`."
  };
}
var named = (libraries) => libraries.slice(0, maxNamed).map(({ name }) => name).join(", ");
function describeObstacle(obstacle) {
  switch (obstacle.kind) {
    case "not-found":
      return notFound(obstacle);
    case "user":
      return {
        message: `The container does not start: ${obstacle.reason} (USER ${obstacle.user}).`,
        howToPass: "Create the user in the final stage, or give USER a number."
      };
    case "directory":
      return about(obstacle, {
        message: `${obstacle.path} is a directory, not a program${via(obstacle)}: ${quoted(obstacle, "is a directory")}.`,
        howToPass: "Name the program inside of it."
      });
    case "not-permitted":
      return notPermitted(obstacle);
    case "format":
      return describeFormat(obstacle);
    case "machine":
      return about(obstacle, {
        message: `${obstacle.path} is built for ${obstacle.machine}, the image is for ${obstacle.platform}${via(obstacle)}: ${quoted(obstacle, "exec format error")}, unless the host emulates ${obstacle.machine}.`,
        howToPass: `Build the program for ${obstacle.platform} (Go: GOARCH=${obstacle.platform}), take it from an image of that platform, or state the platform it is for with --platform.`
      });
    case "script-interpreter":
      return describeScriptInterpreter(obstacle);
    case "crlf-argument":
      return about(obstacle, {
        message: `The first line of ${obstacle.path} ends in a carriage return, so ${obstacle.interpreter} gets the argument "${obstacle.argument.replace(/\r$/, "\\r")}" and refuses it.`,
        howToPass: howToLoseCr
      });
    case "too-deep":
      return about(obstacle, {
        message: `${obstacle.path} is a script whose interpreter is a script, and so on: ${quoted(obstacle, "too many levels of symbolic links")}.`,
        howToPass: "Name a program in the `#!` line, not a script."
      });
    case "loader":
      return about(obstacle, { message: loaderMessage(obstacle, via(obstacle)), howToPass: howToGetLoader(obstacle) });
    case "libraries":
      return about(obstacle, {
        message: missingMessage(obstacle, via(obstacle)),
        howToPass: howToFindLibraries(obstacle)
      });
    case "versions":
      return about(obstacle, describeVersions(obstacle, via(obstacle)));
    case "mixed-libc":
      return about(obstacle, {
        message: `${obstacle.path} is linked with glibc (${obstacle.needed.join(", ")}) and asks for musl’s loader ${obstacle.loader}${via(obstacle)}: functions that only glibc has will be missing.`,
        howToPass: "Build it in an image with the C library it runs on, or with `-static`."
      });
    case "library-as-program":
      return about(obstacle, {
        message: `${obstacle.path} is a shared library, or was linked without a loader: it needs others and nothing loads them${via(obstacle)}.`,
        howToPass: "Link it as a program (without `-shared`), or name the right file."
      });
  }
}
function notFound({ word, caller, through, searched, link }) {
  const where = searched ? ` in PATH (${searched.join(":")})` : "";
  const isCrlf = word.endsWith("\r");
  const shown = isCrlf ? `${word.slice(0, -1)}\\r` : word;
  const seen = {
    runtime: searched ? `exec: "${shown}": executable file not found in $PATH` : `exec: "${shown}": stat ${shown}: no such file or directory`,
    shell: `${through.at(-1) ?? "sh"}: ${shown}: not found`,
    env: `env: '${shown}': No such file or directory`
  }[caller];
  const dangling = link ? ` ${link.path} is a symbolic link to ${link.target}, which is not there.` : "";
  return {
    message: `The image has no ${shown}${where}${via({ through })}: \`${seen}\`.${dangling}`,
    howToPass: isCrlf ? howToLoseCr : caller === "env" ? `Install ${word} in the final stage, or name the interpreter the image has.` : `Copy ${word} into the final stage, or name the program by the path it has there.`
  };
}
function notPermitted(obstacle) {
  const { file, uid: uid2, path } = obstacle;
  const mode = `mode ${(file.mode & 4095).toString(8).padStart(4, "0")}, owner ${file.uid}:${file.gid}`;
  const action = { execute: "execute", read: "read", enter: "enter" }[obstacle.right];
  const flag = { execute: "+x", read: "+r", enter: "a+x" }[obstacle.right];
  return {
    message: `Uid ${uid2} may not ${action} ${file.path} (${mode})${obstacle.right === "enter" ? ` on the way to ${path}` : ""}${via(obstacle)}: ${quoted(obstacle, "permission denied")}.`,
    howToPass: `Give the permission where the file is copied, \`COPY --chmod=755\`, or with \`RUN chmod ${flag} ${file.path}\` in the stage it comes from.`,
    paths: [file.path]
  };
}
var runnableEntrypoint = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "runnable-entrypoint",
  group: "running",
  summary: "Ship what the command needs to start: the program, its interpreter or loader, its libraries.",
  why: "A binary without its loader builds, is pushed, and then `exec /app: no such file or directory` is all the cluster says.",
  howToPass: "Build a static binary, copy the loader and libraries beside the program, or start from a base image that has them.",
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({}),
  needs: ["files"],
  gathers: ["executable"],
  *check(subject) {
    const { executable, measurement } = subject;
    const { entrypoint = [], cmd = [] } = measurement.config;
    if (entrypoint.length + cmd.length === 0) return;
    if (!executable) {
      yield { unknown: "What the image runs was not looked into." };
      return;
    }
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, executable.from);
    for (const obstacle of executable.obstacles) yield { ...describeObstacle(obstacle), ...location && { location } };
    for (const unknown of executable.unchecked) yield { unknown };
  }
});
var daysText = "a whole number of days";
var staleBaseImage = (0, import_chunk_WF4GDQVC.defineRule)({
  id: "stale-base-image",
  group: "base-image",
  summary: "Stand on what the base image’s tag leads to today.",
  why: "A tag moves when its image was patched; what was built before still ships what was patched.",
  howToPass: "Build again with `--pull`, or move the digest in `FROM` to the one the tag has now.",
  narrows: { "grace-days": "smaller" },
  options: () => (0, import_chunk_H7G5P3MR.strictObject)({
    "grace-days": (0, import_chunk_H7G5P3MR.int)({ error: daysText }).min(0, daysText).max(3650, "at most 3650 days").default(0).describe("How long, in days since the newer image was made, the older one may still be stood on.")
  }),
  gathers: ["published-base"],
  *check(subject, { "grace-days": graceDays }) {
    const { publishedBase: base, dockerfile } = subject;
    if (!base) {
      yield* nothingSaid(subject);
      return;
    }
    if ("unknown" in base.now) {
      yield { unknown: base.now.unknown };
      return;
    }
    if (base.now.layers === 0) {
      yield { unknown: `${base.name} has no layers, so nothing tells whether the image stands on it.` };
      return;
    }
    if (!hasMoved(base, base.now, subject)) return;
    const { ageDays = Infinity } = base.now;
    if (ageDays < graceDays) return;
    const from = dockerfile && (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1);
    const location = from && { file: dockerfile.file, startLine: from.startLine, endLine: from.startLine };
    yield { message: describe2(base, base.now), ...location && { location }, howToPass: remedy2(base, base.now) };
  }
});
function* nothingSaid({ dockerfile, measurement }) {
  const below = dockerfile && (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1)?.base;
  if (below?.reference === "scratch") return;
  if (below) yield { unknown: `FROM ${below.written} names no image of a registry.` };
  else if (measurement.config.labels[import_chunk_36GXVB5J.baseNameLabel] === void 0)
    yield { unknown: `Neither a Dockerfile nor the label ${import_chunk_36GXVB5J.baseNameLabel} says what the image stands on.` };
  else yield { unknown: `The label ${import_chunk_36GXVB5J.baseNameLabel} names no image of a registry.` };
}
function hasMoved({ pinned }, now, { measurement }) {
  if (pinned?.digest === now.digest) return false;
  if (!(0, import_chunk_36GXVB5J.isBelow)(now)) return true;
  const stoodOn = pinned && "layers" in pinned.image && (0, import_chunk_36GXVB5J.isBelow)(pinned.image) ? pinned.image.layers : void 0;
  const known = measurement.baseLayersFrom === "base-image" ? firstOwnLayer(measurement) : void 0;
  return (stoodOn ?? known ?? now.layers) !== now.layers;
}
function describe2({ name, saidBy, standsOnCreated }, now) {
  const { layers, sharedLayers, created, ageDays } = now;
  const other = layers - sharedLayers;
  const what = other === 0 ? "it has fewer layers than what this image stands on" : `${other} of its ${layers} layers are not those this image stands on`;
  const has = saidBy === "label" ? ", which the image’s label names, is not what is below it" : " has moved";
  const days = [
    ...created === void 0 ? [] : [`${name} was made on ${created}${agoOf(ageDays)}`],
    ...standsOnCreated === void 0 ? [] : [`the image below this one was made on ${standsOnCreated}`]
  ].join("; ");
  return `${name}${has}: ${what}.${days === "" ? "" : ` ${created === void 0 ? upperFirst(days) : days}.`}`;
}
var upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
var agoOf = (days) => days === void 0 ? "" : ` (${days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`})`;
function remedy2({ name, pinned, saidBy }, { digest }) {
  if (saidBy === "label") return `Build the image again on ${name}, and publish it.`;
  return pinned ? `Write \`FROM ${name}@${digest}\` once it is tested.` : "Build again with `--pull`.";
}
var rules = [
  absoluteWorkdir,
  allowedBaseImages,
  consecutiveRun,
  import_chunk_WF4GDQVC.diveEfficiency,
  dockerignore,
  effectiveCommand,
  execForm,
  exposedPorts,
  healthcheck,
  manifestCommand,
  manifestEntrypoint,
  manifestNonRoot,
  manifestPinnedImage,
  manifestPullPolicy,
  manifestRunAsNonRoot,
  maxContextSize,
  maxCreep,
  maxGrowth,
  maxHiddenBytes,
  maxLayers,
  maxPullSize,
  maxUnpackedSize,
  maxWaivers,
  multiStage,
  noAdd,
  noBuildTools,
  noDuplicateFiles,
  noLatestTag,
  noOnbuild,
  noPackageCache,
  noSecrets,
  noSetuid,
  noVcs,
  noVolumes,
  nonRoot,
  oneProcess,
  packageManagerHygiene,
  pinnedBaseImage,
  requiredLabels,
  runnableEntrypoint,
  staleBaseImage
];
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
  const options6 = "options" in entry ? entry.options : void 0;
  const parsed = options6 === void 0 ? rule.options.safeParse({}) : { success: true, data: options6 };
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
  const rules2 = uses.map(({ rule, level, options: options6, whenNotRun }) => [rule.id, level, options6, whenNotRun]);
  const floors = uses.flatMap(({ rule, floor }) => floor ? [[rule.id, floor.isWaivable]] : []);
  const text = JSON.stringify(
    [rules2, waivers.map((waiver) => ({ ...waiver, origin: void 0 })), ...floors.length > 0 ? [floors] : []],
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
  );
  return `sha256:${(0, import_node_crypto.createHash)("sha256").update(text).digest("hex")}`;
}
function asOptions(options6) {
  return typeof options6 === "object" && options6 !== null ? { ...options6 } : {};
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
  const ordered = (options6) => asText(
    Object.fromEntries(
      Object.entries(options6).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value])
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
  const found2 = [];
  for (const use of uses) {
    const at2 = found2.findIndex((one) => narrowOptions(one, use) !== void 0);
    const before = found2[at2];
    const options6 = before && narrowOptions(before, use);
    if (!before || options6 === void 0) found2.push(use);
    else found2[at2] = { ...before, options: options6, origin: joinOrigins(before.origin, use.origin) };
  }
  return found2.length < uses.length ? narrowed(found2) : found2;
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
  const chain = await (0, import_chunk_WF4GDQVC.extendChain)([{ text: name }], void 0, request, request.rules ?? rules, []);
  const { policy, problems } = mergeParts(chain);
  const all = [...chain.problems, ...problems, ...inputs["warn-only"] ? [warnOnly] : []];
  if (all.length === 0 && policy.uses.length === 0) return { problems: [noRules(name)] };
  return { policy, problems: all };
}
function heldTo(floor, policy) {
  const held2 = withFloor(policy, floor);
  return { ...held2, digest: digestOf(held2.uses, held2.waivers) };
}
function ownFile(name) {
  return {
    code: "invalid-input",
    message: `The input \`org-policy\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(name)}: a file of this repository is the repository's own to change.`,
    expected: "`OWNER/REPO/PATH@REF`, or a preset",
    got: name,
    hint: "Keep the organisation's policy in a repository of its own; name this file in `extends`."
  };
}
function noRules(name) {
  return {
    code: "no-rules",
    message: `The organisation's policy ${(0, import_chunk_2IEKWUQ6.show)(name)} turns no rule on.`,
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
  const { values, problems: inputProblems } = (0, import_chunk_XKLULEIM.readInputs)(request.inputs);
  const { options: options6, problems: optionProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  const broken = [...inputProblems, ...optionProblems];
  const file = readFile(request);
  const config = file && "yaml" in file ? file : void 0;
  const shape2 = file && "problems" in file ? file.problems : [];
  const read = file && "problems" in file ? file.sound : file;
  const chain = shape2.length > 0 && !read ? void 0 : await readChain(read, values, request);
  const merged = chain && mergeParts(chain);
  const floor = await readFloor(values, request);
  const { images, problems: imageProblems } = (0, import_chunk_AYO6CDNM.readImages)(
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
  return { settings: { images, policy, audit }, options: options6 };
}
function readFile({ configText, configFile = "plimsoll.yml" }) {
  return configText === void 0 ? void 0 : (0, import_chunk_WF4GDQVC.readConfig)(configFile, configText);
}
async function readChain(file, inputs, request) {
  const rules2 = request.rules ?? rules;
  const from = file && { kind: "file", path: file.yaml.file };
  const names = namesToExtend(file, inputs);
  const base = inputs.policy === void 0 ? from : void 0;
  const below = await (0, import_chunk_WF4GDQVC.extendChain)(names, base, request, rules2, file ? [file.yaml.file] : []);
  if (!file) return below;
  const part = await (0, import_chunk_WF4GDQVC.readWholePart)(file, below, rules2, file.yaml.file, request.checkout);
  return (0, import_chunk_WF4GDQVC.joined)(below, { parts: [part], sources: [file.yaml.file], problems: part.problems });
}
function namesToExtend(file, inputs) {
  if (inputs.policy !== void 0) return [{ text: inputs.policy }];
  return file?.config.policy ? (0, import_chunk_WF4GDQVC.extendsOf)(file) : [{ text: "recommended" }];
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
  return { ...image, readLayers: (signal, keep) => layers ??= image.readLayers(signal, keep) };
}
function once(known, key, make) {
  const found2 = known.get(key);
  if (found2) return found2;
  const made = make();
  known.set(key, made);
  return made;
}
async function checkImage(check, workshop) {
  const { image, platform, policy, build, isMeasured } = check;
  if (image.noBuild === true && image.image === void 0) {
    const { checkSources } = await Promise.resolve().then(() => __toESM(require("./check-sources-2ZAPYZX3.cjs")));
    return checkSources(check, workshop);
  }
  const understood = await (0, import_chunk_4F2IJLUY.understandBuild)(image, platform, build, workshop);
  const sent = await (0, import_chunk_OLMDZGP6.contextFor)((0, import_chunk_4NB6Q3OJ.gathersOf)(policy), image, workshop);
  const variants = (0, import_chunk_OGQU3DUI.planVariants)(image, understood?.report);
  const [gated, ...others] = variants;
  if ("image" in gated && others.length === 0 && !isMeasured && !(0, import_chunk_4NB6Q3OJ.needsLayers)(policy)) {
    const { checkStated } = await Promise.resolve().then(() => __toESM(require("./check-stated-5J5YHJ22.cjs")));
    return checkStated({ ...check, gated, ...sent && { context: sent } }, workshop);
  }
  const { checkMeasured } = await Promise.resolve().then(() => __toESM(require("./check-measured-46CYIL4K.cjs")));
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
  const ids = rules.map(({ id }) => id);
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
  const understood = await (0, import_chunk_4F2IJLUY.understandDockerfile)(image, image.platforms[0], checkout);
  const comments = understood ? commentsIn(understood) : [];
  if (!understood || comments.length === 0) return { waivers: [], all: [], notices: [] };
  const waivers = comments.map((comment2) => waiverOf(comment2, understood.path, image.name));
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
  const { describeDockerfile } = await Promise.resolve().then(() => __toESM(require("./report-SPS36W4X.cjs")));
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
      const comment2 = written.startsWith("#") ? written.slice(1).trim().replaceAll(/\s+/g, " ") : "";
      return isWaiverComment(comment2) ? [{ text: comment2, line, instruction: { keyword, original }, startLine, endLine }] : [];
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
  rules,
  waiverOf
});
