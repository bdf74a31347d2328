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
  flagOf: () => flagOf,
  hasProgress: () => hasProgress,
  readArguments: () => readArguments,
  specsFor: () => specsFor
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_util = require("node:util");
function specsFor(command) {
  const all = import_chunk_NMDXFFTM.inputSpecs;
  return all.filter((spec) => spec.on.includes("cli") && spec.commands.includes(command));
}
function flagOf(spec) {
  return spec.flag ?? spec.name;
}
function hasProgress(command) {
  return specsFor(command).some(({ name }) => name === "progress");
}
function readArguments(command, argv, maxPositionals) {
  const specs = specsFor(command);
  const options = { help: { type: "boolean", multiple: false, short: "h" } };
  for (const spec of specs) {
    const type = spec.kind === "boolean" ? "boolean" : "string";
    options[flagOf(spec)] = {
      type,
      multiple: spec.kind === "list" || spec.kind === "map",
      ...spec.short !== void 0 && { short: spec.short }
    };
  }
  options["no-progress"] = { type: "boolean", multiple: false };
  const { values, positionals } = parse(command, argv, options);
  if (positionals.length > maxPositionals) throw new import_chunk_ZU5SK2EV.UserError(tooMany(command, positionals, maxPositionals));
  const given = specs.flatMap((spec) => {
    const value = values[flagOf(spec)];
    return value === void 0 ? [] : [[spec.name, typeof value === "boolean" ? String(value) : value]];
  });
  const quiet = values["no-progress"] === true && hasProgress(command) ? [["progress", "none"]] : [];
  return { positionals, inputs: Object.fromEntries([...given, ...quiet]), help: values["help"] === true };
}
function parse(command, argv, options) {
  try {
    return (0, import_node_util.parseArgs)({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new import_chunk_ZU5SK2EV.UserError(badOption(command, cause.message, Object.keys(options)), { cause });
  }
}
function badOption(command, message, known) {
  const unknown = /^Unknown option '(-{1,2}[^']+)'/.exec(message)?.[1];
  if (unknown === void 0)
    return {
      code: "bad-option",
      message: `${message.split(". ")[0]}.`,
      hint: `\`plimsoll ${command} --help\` lists the options.`
    };
  const guess = (0, import_chunk_O2NKAHT7.nearest)(unknown.replace(/^-+/, ""), known);
  return {
    code: "unknown-option",
    message: `\`plimsoll ${command}\` has no option ${unknown}.`,
    got: unknown,
    hint: guess === void 0 ? `\`plimsoll ${command} --help\` lists the options.` : `Did you mean --${guess}?`
  };
}
function tooMany(command, positionals, most) {
  const extra = positionals[most] ?? "";
  return {
    code: "too-many-arguments",
    message: `\`plimsoll ${command}\` takes ${most === 1 ? "one argument" : `${most} arguments`}; "${extra}" is one too many.`,
    got: extra,
    hint: "Quote arguments with spaces, and give options as --NAME VALUE."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  flagOf,
  hasProgress,
  readArguments,
  specsFor
});
