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
  weighContext: () => weighContext
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_4VIBCANT = require("./chunk-4VIBCANT.cjs");
var import_chunk_ZRLNCPMP = require("./chunk-ZRLNCPMP.cjs");
var import_chunk_C6VGJIMQ = require("./chunk-C6VGJIMQ.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_DSZZ5GN7 = require("./chunk-DSZZ5GN7.cjs");
var import_chunk_2PSQQ3HI = require("./chunk-2PSQQ3HI.cjs");
var import_chunk_U7OFPTSN = require("./chunk-U7OFPTSN.cjs");
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_promises = require("node:timers/promises");
async function gitIgnoredBelow(folder, environment, signal) {
  const list = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  try {
    const printed = await (0, import_chunk_ZRLNCPMP.gitIn)(folder, environment, signal).run(["-c", "safe.bareRepository=explicit", ...list]);
    return { paths: new Set(printed.split("\0").filter((path) => path !== "")) };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZRLNCPMP.GitFailed)) throw thrown;
    if (/not a git repository|cannot use bare repository/i.test(thrown.message)) return { paths: /* @__PURE__ */ new Set() };
    return { why: `What git ignores in the build context is not known: ${reasonOf(thrown)}` };
  }
}
function reasonOf({ message, status }) {
  return status === void 0 ? "git could not be run." : message.replace(/^`git [^`]*` failed: (?:fatal: )?/, "");
}
var entriesAtATime = 500;
var foldersForHelp = 1e3;
async function weighContext({ contextDir, dockerfile, isSecretFile }, environment, signal, helpers) {
  await (0, import_chunk_4VIBCANT.requireFolder)(contextDir);
  const { rules, text, file } = await (0, import_chunk_4VIBCANT.readIgnoreFile)(contextDir, dockerfile);
  const ignored = await gitIgnoredBelow(contextDir, environment, signal);
  const gitIgnored = "paths" in ignored ? ignored.paths : /* @__PURE__ */ new Set();
  const scan = (0, import_chunk_DSZZ5GN7.newScan)({ rules, gitIgnored, isSecretFile });
  scan.open.push((0, import_chunk_DSZZ5GN7.contextFolder)(contextDir));
  const task = { ignoreText: text, ignoreFile: file ?? ".dockerignore", gitIgnored };
  await scanAll(scan, signal, helpers && { fromEntries: helpers.fromEntries, start: () => helpers.start(task) });
  return {
    ...scan.tally.sums(),
    ...file !== void 0 && { ignoreFile: file },
    ..."why" in ignored && { gitUnknown: ignored.why }
  };
}
async function scanAll(scan, signal, helpers) {
  let helper;
  let helping;
  let failure;
  const help = async (by) => {
    try {
      scan.open.push(...await by.take(halfOf(scan.open)));
    } catch (error) {
      failure = error;
    }
    helping = void 0;
  };
  try {
    let seen = 0;
    while (scan.open.length > 0 || helping) {
      if (scan.open.length === 0) await helping;
      seen += scan.advance(entriesAtATime);
      if (helpers && seen >= helpers.fromEntries && scan.open.length > 1) helper ??= helpers.start();
      if (helper && !helping && scan.open.length > 1) helping = help(helper);
      await (0, import_promises.setImmediate)();
      if (failure !== void 0) throw failure;
      if (signal.aborted) throw new import_chunk_ZU5SK2EV.Interrupted("Cancelled while weighing the build context.");
    }
    if (helper) scan.tally.add(await helper.share());
  } finally {
    await helper?.end();
  }
}
function halfOf(open) {
  const all = open.splice(0);
  const given = [];
  for (const [index, folder] of all.entries())
    (index % 2 === 0 && given.length < foldersForHelp ? given : open).push(folder);
  return given;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  weighContext
});
