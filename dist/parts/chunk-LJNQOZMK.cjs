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
  commitToHoldAgainst: () => commitToHoldAgainst,
  shortSha: () => shortSha
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
async function commitToHoldAgainst(repository, base, headSha) {
  const head = await repository.head();
  const [first, second, ...more] = await repository.parents(head);
  if (first !== void 0 && second !== void 0 && second === headSha && more.length === 0)
    return repository.commitOf(first);
  return repository.mergeBase(head, await repository.commitOf(base.sha));
}
var shortSha = (sha) => sha.slice(0, 12);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  commitToHoldAgainst,
  shortSha
});
