#!/usr/bin/env node
require('./compile-cache.cjs');
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var import_chunk_ZKWNJXMG = require("./parts/chunk-ZKWNJXMG.cjs");
var import_chunk_J76B56KX = require("./parts/chunk-J76B56KX.cjs");
var import_chunk_UQ3P3BQQ = require("./parts/chunk-UQ3P3BQQ.cjs");
var import_chunk_3FGSU4GP = require("./parts/chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./parts/chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./parts/chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_fs = require("node:fs");
var import_node_path2 = require("node:path");
var import_node_util = require("node:util");
function mayBeInRepository(folder) {
  return (0, import_node_fs.existsSync)(folder) && holdsSign((0, import_node_fs.realpathSync)(folder));
}
function holdsSign(folder) {
  if ((0, import_node_fs.existsSync)((0, import_node_path2.join)(folder, ".git")) || (0, import_node_fs.existsSync)((0, import_node_path2.join)(folder, "HEAD"))) return true;
  const above = (0, import_node_path2.dirname)(folder);
  return above !== folder && holdsSign(above);
}
var commands = {
  check: {
    summary: "Build or read an image, measure it, and hold it against the policy and a baseline.",
    usage: "plimsoll check [DIR | Dockerfile | IMAGE | docker-archive:FILE | oci:DIR | oci-archive:FILE | registry:REF]",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/check-JALS4LIT.cjs")))).runCheck
  },
  inspect: {
    summary: "Measure an image: layers, files, packages, what is hidden. No policy.",
    usage: "plimsoll inspect SOURCE",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/inspect-4DWF2FJ7.cjs")))).runInspect
  },
  compare: {
    summary: "Compare two images, before and after; or two builds of one source, to see what differs by itself.",
    usage: "plimsoll compare BEFORE AFTER | compare --noise [DIR | Dockerfile]",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/compare-PNJ7PHVB.cjs")))).runCompare
  },
  dockerfile: {
    summary: "Show what the parser and the stage graph understood of a Dockerfile.",
    usage: "plimsoll dockerfile FILE",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/dockerfile-5X2CPSLT.cjs")))).runDockerfile
  },
  policy: {
    summary: "Check a policy, explain a rule, or show where each line of the policy comes from.",
    usage: "plimsoll policy validate | explain RULE | show | test CASES.yml",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/policy-OF4RB5CF.cjs")))).runPolicy
  },
  baseline: {
    summary: "Store measurements for later comparisons, or show what is stored.",
    usage: "plimsoll baseline save REPORT.json | show [IMAGE]",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/baseline-6RK255ZN.cjs")))).runBaseline
  },
  audit: {
    summary: "Hold the images that a repository refers to against the policy, without building.",
    usage: "plimsoll audit [DIR] | audit plan [DIR] | audit merge FILE...",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/audit-DTB2JNYK.cjs")))).runAudit
  },
  init: {
    summary: "Write a configuration that passes today, with the limits of today, and a workflow.",
    usage: "plimsoll init [DIR]",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/init-FTMFEWWZ.cjs")))).runInit
  },
  report: {
    summary: "Render a stored JSON result of a check or an audit again.",
    usage: "plimsoll report FILE.json --format FORMAT",
    load: async () => (await Promise.resolve().then(() => __toESM(require("./parts/report-IE2DAGCZ.cjs")))).runReport
  }
};
function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    "plimsoll: a policy gate for container images",
    "",
    "Commands:",
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "`plimsoll COMMAND --help` tells more. `plimsoll --version` prints the version.",
    "",
    "Exit status: 0 passed, 1 the policy failed, 2 something must be fixed first (arguments, configuration,",
    "Dockerfile, environment), 3 a bug in plimsoll, 130 interrupted.",
    ""
  ].join("\n");
}
async function commandHelp(name) {
  const { summary, usage } = commands[name];
  const { flagOf, hasProgress, specsFor } = await Promise.resolve().then(() => __toESM(require("./parts/arguments-KECAW7PA.cjs")));
  const flags = specsFor(name).map((spec) => {
    const value = spec.kind === "boolean" ? "" : ` ${spec.choices?.join("|") ?? spec.placeholder ?? "TEXT"}`;
    const short = spec.short === void 0 ? "" : `-${spec.short}, `;
    const fallback = spec.default === void 0 || spec.kind === "boolean" ? "" : ` Default: ${spec.default}.`;
    return `  ${short}--${flagOf(spec)}${value}
      ${spec.description}${fallback}`;
  });
  return [
    summary,
    "",
    `Usage: ${usage} [options]`,
    "",
    "Options:",
    ...flags,
    ...hasProgress(name) ? ["  --no-progress", "      Show no progress: --progress none."] : [],
    "  -h, --help",
    "      Print this.",
    ""
  ].join("\n");
}
async function cli(argv, world) {
  let hasPrinted = false;
  const stdout = (text) => {
    hasPrinted = true;
    world.stdout(text);
  };
  try {
    return await dispatch(argv, { ...world, stdout });
  } catch (thrown) {
    const told = afterCancel(thrown, world.signal);
    world.stderr((0, import_chunk_UQ3P3BQQ.explain)(told));
    if (told instanceof import_chunk_ZU5SK2EV.UserError && !hasPrinted && asksForJson(argv)) {
      const { renderProblems } = await Promise.resolve().then(() => __toESM(require("./parts/problems-TB632GZC.cjs")));
      world.stdout(renderProblems(told, world.version));
    }
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(told);
  }
}
function asksForJson(argv) {
  const { values } = (0, import_node_util.parseArgs)({
    args: [...argv],
    options: { format: { type: "string" } },
    allowPositionals: true,
    strict: false
  });
  return values.format === "json";
}
function afterCancel(thrown, signal) {
  if (!signal.aborted || thrown instanceof import_chunk_ZU5SK2EV.UserError) return thrown;
  return new import_chunk_ZU5SK2EV.Interrupted("Cancelled by a signal.", { cause: thrown });
}
async function dispatch([first, ...rest], world) {
  if (first === void 0 || first === "help" || first === "--help" || first === "-h") {
    world.stdout(overview());
    return first === void 0 ? import_chunk_3FGSU4GP.exitStatus.userMustFix : import_chunk_3FGSU4GP.exitStatus.passed;
  }
  if (first === "--version" || first === "-V") {
    world.stdout(`${world.version}
`);
    return import_chunk_3FGSU4GP.exitStatus.passed;
  }
  const name = Object.keys(commands).find((known) => known === first);
  if (name === void 0) throw new import_chunk_ZU5SK2EV.UserError(unknownCommand(first));
  if (rest.includes("--help") || rest.includes("-h")) {
    world.stdout(await commandHelp(name));
    return import_chunk_3FGSU4GP.exitStatus.passed;
  }
  const run = await commands[name].load();
  return run(rest, world);
}
function unknownCommand(got) {
  const guess = (0, import_chunk_O2NKAHT7.nearest)(got, Object.keys(commands));
  return {
    code: "unknown-command",
    message: `There is no command "${got}".`,
    expected: Object.keys(commands).join(", "),
    got,
    hint: guess === void 0 ? "`plimsoll --help` lists the commands; to check an image, write `plimsoll check IMAGE`." : `Did you mean \`plimsoll ${guess}\`?`
  };
}
function interpretSchemas() {
  Reflect.set(globalThis, "__zod_globalConfig", { jitless: true });
}
async function main() {
  interpretSchemas();
  const { stdout, stderr, env } = process;
  const signal = (0, import_chunk_UQ3P3BQQ.stopSignal)();
  for (const stream of [stdout, stderr])
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  let drawn;
  const world = {
    stdout: (text) => {
      drawn?.clear();
      stdout.write(text);
    },
    stderr: (text) => {
      drawn?.clear();
      stderr.write(text);
    },
    terminal: {
      isInteractive: stdout.isTTY,
      columns: stdout.isTTY ? stdout.columns : 120,
      colour: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb"
    },
    workingDir: process.cwd(),
    signal,
    version: import_chunk_J76B56KX.version,
    seconds: () => import_chunk_ZKWNJXMG.systemClock.seconds(),
    openCheckout: import_chunk_J76B56KX.openCheckout,
    openRepository: async (root) => {
      if (!mayBeInRepository(root)) return void 0;
      const { openRepository } = await Promise.resolve().then(() => __toESM(require("./parts/repository-SCKWOPKN.cjs")));
      return openRepository({ root, environment: env, signal, openCheckout: import_chunk_J76B56KX.openCheckout });
    },
    ...policiesByToken(env, signal),
    openWorkshop: async (checkout, progress, insecureRegistries, { folder = ownCache(env), isCacheOff, mode }) => {
      const { openWorkshop } = await Promise.resolve().then(() => __toESM(require("./parts/workshop-JTYTH5SA.cjs")));
      const cache = isCacheOff || folder === void 0 ? {} : { cacheFolder: (0, import_node_path.resolve)(folder) };
      return openWorkshop({ environment: env, checkout, progress, signal, insecureRegistries, mode, ...cache, warn });
    },
    progress: (mode) => {
      if (mode === "none") return import_chunk_J76B56KX.noProgress;
      const live = mode === "auto" && stderr.isTTY && !env["CI"];
      const style = { live, columns: stderr.isTTY ? stderr.columns : 200, showLog: mode === "plain" };
      drawn = (0, import_chunk_J76B56KX.terminalProgress)((text) => stderr.write(text), style);
      return drawn;
    },
    writeReport: import_chunk_J76B56KX.writeReport
  };
  const status = await cli(process.argv.slice(2), world);
  stdout.write("", () => process.exit(status));
}
var warn = (text) => process.stderr.write(`${text}
`);
function policiesByToken(environment, signal) {
  if (!environment["GH_TOKEN"] && !environment["GITHUB_TOKEN"]) return {};
  let opened;
  const open = async () => {
    const policies = await Promise.resolve().then(() => __toESM(require("./parts/remote-policies-5UPUBHBI.cjs")));
    return policies.policiesByToken(environment, signal).fetchPolicy;
  };
  return { fetchPolicy: async (source) => (await (opened ??= open()))?.(source) };
}
function ownCache({ XDG_CACHE_HOME, HOME }) {
  const caches = XDG_CACHE_HOME || HOME && (0, import_node_path.join)(HOME, ".cache");
  return caches ? (0, import_node_path.join)(caches, "plimsoll", "layers") : void 0;
}
void main();
