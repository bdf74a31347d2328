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
  runCompare: () => runCompare
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_7ZWMZDYP = require("./chunk-7ZWMZDYP.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_WBYWYYJZ = require("./chunk-WBYWYYJZ.cjs");
var import_chunk_2TFYQUPI = require("./chunk-2TFYQUPI.cjs");
var import_chunk_ARONCHLY = require("./chunk-ARONCHLY.cjs");
var import_chunk_2ALLEEO2 = require("./chunk-2ALLEEO2.cjs");
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_VZPMM5ID = require("./chunk-VZPMM5ID.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
async function compareImages(before, after, platform, toolVersion, workshop) {
  const one = await measured(before, platform, workshop);
  const other = await measured(after, platform, workshop);
  const rewritten = (0, import_chunk_ARONCHLY.rewrittenFiles)(one.read, other.read);
  const [shownBefore = one.variant, shownAfter = other.variant] = (0, import_chunk_BVHT73CU.variantsWithoutSecrets)([one.variant, other.variant]);
  return {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: toolVersion },
    before: shownBefore,
    after: shownAfter,
    comparison: (0, import_chunk_ARONCHLY.compare)(shownBefore.measurement, shownAfter.measurement, {
      kind: "baseline",
      before,
      after,
      ...rewritten && { rewritten }
    })
  };
}
async function measured(reference, platform, workshop) {
  const examined = await (0, import_chunk_VZPMM5ID.examineReference)(reference, platform, workshop);
  const { source, measurement } = examined;
  return { variant: { name: reference, source, built: false, measurement }, read: (0, import_chunk_4POJ4BGW.readImage)(examined) };
}
function noiseOf(before, after) {
  const [old, now] = [byPath(before), byPath(after)];
  const found = [];
  for (const path of [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort()) {
    const [one, other] = [old.get(path), now.get(path)];
    const how = difference(before, one, after, other);
    if (how === void 0) continue;
    const cause = (0, import_chunk_2ALLEEO2.noiseCause)(path);
    found.push({
      path,
      how,
      ...one !== void 0 && { beforeBytes: before.fileBytes[one] ?? 0 },
      ...other !== void 0 && { afterBytes: after.fileBytes[other] ?? 0 },
      ...cause !== void 0 && { cause }
    });
  }
  return found;
}
function byPath({ count, paths, types }) {
  const found = /* @__PURE__ */ new Map();
  for (let index = 0; index < count; index += 1) {
    const isMark = types[index] === import_chunk_OR32E4J6.EntryType.whiteout || types[index] === import_chunk_OR32E4J6.EntryType.opaque;
    found.set(`${paths[index] ?? ""}${isMark ? " (deleted)" : ""}`, index);
  }
  return found;
}
function difference(before, one, after, other) {
  if (one === void 0 || other === void 0) return "only-in-one";
  const isSameContent = before.types[one] === after.types[other] && before.fileBytes[one] === after.fileBytes[other] && before.linkTargets.get(one) === after.linkTargets.get(other) && sumOf(before, one) === sumOf(after, other);
  if (!isSameContent) return "contents";
  const isSameOwner = before.modes[one] === after.modes[other] && before.uids[one] === after.uids[other] && before.gids[one] === after.gids[other];
  return isSameOwner ? void 0 : "mode-or-owner";
}
function sumOf({ contentSums, types }, index) {
  if (types[index] !== import_chunk_OR32E4J6.EntryType.file) return void 0;
  if (!contentSums) throw new Error("The layers were read without checksums.");
  return `${contentSums.algorithm} ${contentSums.values[index]}`;
}
async function measureNoise(image, build, toolVersion, workshop) {
  const one = await builtAnew(image, build, workshop, "first");
  const other = await builtAnew(image, build, workshop, "second");
  const { measurement: before } = one;
  const { measurement: after } = other;
  if (before.layers !== after.layers) throw differentLayers(before, after);
  const first = before.baseLayers ?? 0;
  const layers = [];
  const files = [];
  for (const [layer, { diffId, unpackedBytes, createdBy, dockerfile }] of before.perLayer.entries()) {
    const twin = after.perLayer[layer];
    const [mine, its] = [one.entries[layer], other.entries[layer]];
    if (layer < first || !twin || !mine || !its) continue;
    const found = diffId === twin.diffId ? [] : noiseOf(mine, its);
    files.push(...found.map((file) => ({ ...file, path: `/${file.path}`, layer })));
    layers.push({
      layer,
      state: diffId === twin.diffId ? "same" : found.length === 0 ? "times" : "contents",
      unpackedBytes: [unpackedBytes, twin.unpackedBytes],
      files: found.length,
      createdBy,
      ...dockerfile && { dockerfile }
    });
  }
  return {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: toolVersion },
    image: image.name,
    platform: before.platform,
    imageIds: [before.imageId, after.imageId],
    unpackedBytes: [before.unpackedBytes, after.unpackedBytes],
    floorBytes: layers.reduce((sum, { unpackedBytes: [a, b] }) => sum + Math.abs(b - a), 0),
    layers,
    files
  };
}
async function builtAnew(image, build, workshop, which) {
  const [platform] = image.platforms;
  const understood = await (0, import_chunk_4F2IJLUY.understandBuild)(image, platform, build, workshop);
  const [plan] = (0, import_chunk_OGQU3DUI.planVariants)({ ...image, findVariants: false, variants: [] }, understood?.report);
  const opened = [];
  const images2 = keeping(workshop.images, opened);
  const context = { platform, understood, reads: [], build: { ...build, noCache: true, cacheTo: [] } };
  const named = { ...plan, name: `${image.name}, the ${which} of two` };
  const { examined } = await (0, import_chunk_UWNBJAD5.examineVariant)(named, context, { ...workshop, images: images2 });
  const own = opened.find(({ facts }) => facts.imageId === examined.measurement.imageId);
  if (!own) throw new Error("The built image was not opened.");
  const [clean = { measurement: examined.measurement }] = (0, import_chunk_BVHT73CU.variantsWithoutSecrets)([examined]);
  return { measurement: clean.measurement, entries: await own.readLayers(workshop.signal) };
}
function keeping(images2, opened) {
  return {
    async open(source, platform, signal) {
      const image = await images2.open(source, platform, signal);
      let layers;
      const kept = { ...image, readLayers: (within, keep) => layers ??= image.readLayers(within, keep) };
      opened.push(kept);
      return kept;
    }
  };
}
function differentLayers(before, after) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "layers-differ",
    message: `Two builds of the same source have ${before.layers} and ${after.layers} layers: they cannot be held against each other.`,
    hint: "Something in the Dockerfile or its build context changed between the builds; run it again on files that nobody writes to."
  });
}
function readImageSettings({
  configText,
  configFile = "plimsoll.yml",
  inputs,
  folderName
}) {
  const { values, problems: inputProblems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const read = configText === void 0 ? void 0 : (0, import_chunk_WF4GDQVC.readConfig)(configFile, configText);
  const file = read && "yaml" in read ? read : void 0;
  const shape = read && "problems" in read ? read.problems : [];
  const { images: images2, problems } = (0, import_chunk_AYO6CDNM.readImages)(file?.config.images, values, folderName);
  const [first, ...others] = shape.length > 0 ? [...shape, ...inputProblems] : [...inputProblems, ...problems];
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return images2;
}
var runCompare = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("compare", argv, 2);
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems]);
  const job = values.noise ? await noise(positionals, inputs, world) : images(positionals, values);
  const { progress, insecureRegistries, layerReading } = options;
  const checkout = world.openCheckout(job.root ?? world.workingDir);
  const workshop = await world.openWorkshop(checkout, world.progress(progress), insecureRegistries, layerReading);
  try {
    const render = await job.run(options, world, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, render(format, { columns: 120, colour: false }));
    world.stdout(render(options.format, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
var ofBuilds = [
  "config",
  "only",
  "dockerfile",
  "context",
  "target",
  "build-args",
  "secrets",
  "ssh",
  "network"
];
function images([before, after], values) {
  const stray = ofBuilds.find((name) => values[name] !== void 0);
  if (stray !== void 0) throw new import_chunk_ZU5SK2EV.UserError(nothingIsBuilt(stray));
  if (before === void 0 || after === void 0) throw new import_chunk_ZU5SK2EV.UserError(twoImages);
  return {
    async run(_, world, workshop) {
      const result = await compareImages(before, after, values.platform, world.version, workshop);
      return (format, page) => (0, import_chunk_WBYWYYJZ.renderCompared)(format, result, page);
    }
  };
}
async function noise(positionals, given, world) {
  if (positionals.length > 1) throw new import_chunk_ZU5SK2EV.UserError(oneSource(positionals));
  const { root, folderName, inputs } = (0, import_chunk_7ZWMZDYP.locate)(positionals[0], given, world);
  const named = inputs["config"];
  const config = await (0, import_chunk_AYO6CDNM.findConfig)(world.openCheckout(root), typeof named === "string" ? named : void 0);
  const image = oneOf(readImageSettings({ ...config, inputs, folderName }));
  if (image.image !== void 0) throw new import_chunk_ZU5SK2EV.UserError(notASource(image.image));
  return {
    root,
    async run(options, { version }, workshop) {
      const result = await measureNoise(image, options.build, version, workshop);
      return (format, page) => (0, import_chunk_WBYWYYJZ.renderMeasuredNoise)(format, result, page);
    }
  };
}
function oneOf(configured) {
  const [image, ...more] = configured;
  if (!image || more.length > 0) throw new import_chunk_ZU5SK2EV.UserError(oneImage(configured.map(({ name }) => name)));
  return image;
}
var twoImages = {
  code: "missing-argument",
  message: "`plimsoll compare` needs two images.",
  expected: "BEFORE AFTER",
  hint: "For example: plimsoll compare app:1.0 app:1.1, or two archives: docker-archive:old.tar docker-archive:new.tar."
};
var nothingIsBuilt = (name) => ({
  code: "nothing-built",
  message: `\`plimsoll compare\` of two images builds nothing, so ${name} has no meaning there.`,
  got: name,
  hint: "Leave it out, or compare two builds of one source: plimsoll compare --noise DIR."
});
var oneSource = (got) => ({
  code: "too-many-arguments",
  message: "`plimsoll compare --noise` builds one source twice; two were given.",
  expected: "a folder or a Dockerfile",
  got: got.join(" "),
  hint: "Name one of them; or leave --noise out to compare two images."
});
var oneImage = (names) => ({
  code: "several-images",
  message: `\`plimsoll compare --noise\` builds one image twice, and ${names.length} are configured.`,
  expected: names.join(" | "),
  hint: "Choose one with --only NAME."
});
var notASource = (got) => ({
  code: "no-source",
  message: `\`plimsoll compare --noise\` builds from source, and ${got} is neither a folder nor a Dockerfile.`,
  expected: "a folder or a Dockerfile",
  got,
  hint: "Name what the image is built from, such as the folder of its Dockerfile."
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runCompare
});
