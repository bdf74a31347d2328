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
  understandBuild: () => understandBuild,
  understandDockerfile: () => understandDockerfile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var maxDockerfileBytes = 2 ** 20;
async function understandDockerfile({ image, dockerfile, buildArgs, target }, platform, checkout, more = {}) {
  if (image !== void 0) return void 0;
  const text = await checkout.readText(dockerfile, maxDockerfileBytes);
  if (text === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-dockerfile",
      message: `There is no Dockerfile at ${dockerfile}.`,
      expected: "a Dockerfile, or an image to check",
      hint: "Name it with --file, or under `images:` in the configuration; an image that exists is checked by its name."
    });
  }
  const options = {
    ...more,
    buildArgs,
    ...target !== void 0 && { target },
    ...platform !== void 0 && { platform }
  };
  const { describeDockerfile } = await Promise.resolve().then(() => __toESM(require("./report-SPS36W4X.cjs")));
  return { path: dockerfile, text, options, report: describeDockerfile(text, dockerfile, options) };
}
async function understandBuild(image, platform, { buildContexts }, { checkout, builderPlatform }) {
  if (image.image !== void 0) return void 0;
  const buildPlatform = await builderPlatform();
  return understandDockerfile(image, platform ?? buildPlatform, checkout, { buildPlatform, buildContexts });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  understandBuild,
  understandDockerfile
});
