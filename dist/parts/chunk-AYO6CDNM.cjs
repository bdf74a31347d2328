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
  baselineWord: () => baselineWord,
  configPlaces: () => configPlaces,
  findConfig: () => findConfig,
  readImages: () => readImages
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var baselineWord = /^(none|recorded|rebuild|image:\S+|file:.+)$/;
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
function readBaselineInput(text) {
  if (text === void 0) return {};
  if (baselineWord.test(text)) return { setting: fromWord(text) };
  const expected = "`image:REF`, `file:PATH`, `recorded`, `rebuild` or `none`";
  return {
    code: "invalid-input",
    message: `The input \`baseline\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(text)}.`,
    expected,
    got: (0, import_chunk_2IEKWUQ6.show)(text),
    hint: `Give ${expected}.`
  };
}
var imageInputs = ["image", "dockerfile", "context", "target"];
function readImages(configured, inputs, folderName, mayLack = false) {
  const baseline = readBaselineInput(inputs.baseline);
  const problems = "code" in baseline ? [baseline] : [];
  const given = "code" in baseline ? void 0 : baseline.setting;
  if (!configured || Object.keys(configured).length === 0) {
    if (mayLack && inputs.only) return { images: [], problems };
    const fromInputs = {};
    const stranger = inputs.only?.[0];
    const onlyProblem = stranger === void 0 ? [] : [(0, import_chunk_2IEKWUQ6.unknownKey)(stranger, [], void 0, "image")];
    return {
      images: [overlay(nameOf(inputs, folderName), fromInputs, inputs, given)],
      problems: [...problems, ...onlyProblem]
    };
  }
  const names = Object.keys(configured);
  const wanted = inputs.only ?? names;
  const strangers = wanted.filter((name) => !mayLack && !names.includes(name)).map((name) => (0, import_chunk_2IEKWUQ6.unknownKey)(name, names, void 0, "image"));
  const chosen = Object.entries(configured).filter(([name]) => wanted.includes(name));
  const ofOne = [
    ...imageInputs.filter((name) => inputs[name] !== void 0),
    ...given?.from === "image" ? ["baseline"] : []
  ];
  const ambiguous = chosen.length > 1 ? ofOne.map((name) => ambiguity(name, chosen.length)) : [];
  return {
    images: chosen.map(([name, image]) => overlay(name, image, inputs, given)),
    problems: [...problems, ...strangers, ...ambiguous]
  };
}
function ambiguity(name, count) {
  const message = `The input \`${name}\` does not say which of ${count} images it is for.`;
  return {
    code: "ambiguous-input",
    message,
    hint: "Choose one image with `only`, or set it under `images:` in the configuration."
  };
}
function overlay(name, image, inputs, given) {
  const target = inputs.target ?? image.target;
  const builds = inputs.dockerfile !== void 0 || inputs.context !== void 0;
  const source = inputs.image ?? (builds ? void 0 : image.image);
  const variants = typeof image.variants === "object" ? image.variants : {};
  const findVariants = inputs.variants ?? (image.variants === "off" ? "off" : "auto");
  return {
    name,
    ...readPaths(inputs.dockerfile ?? image.dockerfile, inputs.context ?? image.context),
    ...target !== void 0 && { target },
    buildArgs: { ...image["build-args"], ...inputs["build-args"] },
    platforms: inputs.platform === void 0 ? image.platforms ?? [] : [inputs.platform],
    ...source !== void 0 && { image: source },
    variants: Object.entries(variants).map(([variantName, variant]) => asVariant(variantName, variant)),
    findVariants: findVariants === "auto",
    ...inputs["no-build"] && { noBuild: true },
    baseline: given ?? (image.baseline === void 0 ? { from: "default" } : asBaseline(image.baseline))
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
function asVariant(name, { context, dockerfile, target, image, ...rest }) {
  return {
    name,
    ...context !== void 0 && { context },
    ...dockerfile !== void 0 && { dockerfile },
    ...target !== void 0 && { target },
    ...image !== void 0 && { image },
    buildArgs: rest["build-args"] ?? {}
  };
}
function nameOf({ image, context, dockerfile }, folderName) {
  if (image !== void 0) return asName(lastPart(image.replace(/@.*$/, "").replace(/:[^/:]*$/, "")));
  const beside = dockerfile?.split("/").slice(0, -1).join("/");
  return asName(lastPart(context ?? "") ?? lastPart(beside ?? "") ?? folderName);
}
function lastPart(path) {
  return path.split("/").findLast((part) => part !== "" && part !== "." && part !== "..");
}
function asName(text) {
  const plain = text?.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return plain?.slice(0, 128) || "image";
}
var configPlaces = [".github/plimsoll.yml", ".github/plimsoll.yaml", "plimsoll.yml", "plimsoll.yaml"];
async function findConfig(checkout, named) {
  for (const configFile of named === void 0 ? configPlaces : [named]) {
    const configText = await checkout.readText(configFile, import_chunk_5SQE6DQE.maxConfigBytes);
    if (configText !== void 0) return { configFile, configText };
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
  baselineWord,
  configPlaces,
  findConfig,
  readImages
});
