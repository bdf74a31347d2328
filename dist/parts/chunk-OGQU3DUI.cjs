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
  planVariants: () => planVariants
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function planVariants(image, dockerfile) {
  if (image.image !== void 0) return [{ name: "image", image: image.image }, ...configured(image)];
  const own = build(image);
  const single = dockerfile && image.findVariants ? dockerfile.singleStage : null;
  if (!dockerfile || single === null) {
    const oneStage = dockerfile?.stages.length === 1;
    return [{ name: oneStage ? "single-stage" : "multi-stage", ...own }, ...configured(image)];
  }
  const stage = dockerfile.stages[single];
  if (!stage) throw new Error(`The Dockerfile has no stage ${single}.`);
  const { target: _, ...rest } = own;
  const twin = stage.name === null ? { ...rest, untilLine: stage.endLine } : { ...rest, target: stage.name };
  return [{ name: "multi-stage", ...own }, { name: "single-stage", ...twin }, ...configured(image)];
}
function build(image) {
  const { context, dockerfile, target, buildArgs } = image;
  return { context, dockerfile, buildArgs, ...target !== void 0 && { target } };
}
function configured(image) {
  return image.variants.map((variant) => {
    if (variant.image !== void 0) return { name: variant.name, image: variant.image };
    const target = variant.target ?? (variant.dockerfile === void 0 ? image.target : void 0);
    return {
      name: variant.name,
      context: variant.context ?? image.context,
      dockerfile: variant.dockerfile ?? image.dockerfile,
      buildArgs: { ...image.buildArgs, ...variant.buildArgs },
      ...target !== void 0 && { target }
    };
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  planVariants
});
