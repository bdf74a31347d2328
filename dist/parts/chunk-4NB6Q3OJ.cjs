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
  gathersOf: () => gathersOf,
  gathersOfBefore: () => gathersOfBefore,
  layersNotNeeded: () => layersNotNeeded,
  needsLayers: () => needsLayers,
  readsOf: () => readsOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function readsOf({ uses }) {
  return [...new Set(uses.flatMap(({ rule }) => rule.reads ?? []))];
}
function gathersOf({ uses }) {
  return [
    ...new Set(
      uses.flatMap(({ rule, options }) => [
        ...rule.gathers ?? [],
        // Options were parsed by this very rule's schema, which AnyRule has forgotten.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        ...rule.gathersFor?.(options) ?? []
      ])
    )
  ];
}
var ofToday = /* @__PURE__ */ new Set(["history", "releases", "published-base", "base-proof"]);
function gathersOfBefore(gathers) {
  return gathers.filter((one) => !ofToday.has(one));
}
function needsLayers({ uses }) {
  return uses.some(({ rule }) => rule.withoutImage !== true && rule.withoutLayers !== true);
}
var layersNotNeeded = "No rule of the policy looks into the layers, so they were not read.";
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gathersOf,
  gathersOfBefore,
  layersNotNeeded,
  needsLayers,
  readsOf
});
