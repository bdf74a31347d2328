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
  runDockerfile: () => runDockerfile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function renderDockerfile(report, options = { width: 100, colour: false }) {
  const width = (0, import_chunk_7YMEJKHB.layoutWidth)(options);
  const title = [
    (0, import_chunk_7YMEJKHB.foreign)(report.file, "bold"),
    (0, import_chunk_7YMEJKHB.own)(` · ${(0, import_chunk_DRSZDVSV.plural)(report.stages.length, "stage")}, ${(0, import_chunk_DRSZDVSV.plural)(report.instructions.length, "instruction")}`)
  ];
  const stages = (0, import_chunk_7YMEJKHB.table)(
    [
      { align: "right", title: "stage" },
      { align: "left", title: "lines" },
      { align: "left", title: "name" },
      { align: "left", title: "from" },
      { align: "left", title: "copies from" }
    ],
    report.stages.map((stage) => stageRow(stage, report)),
    width - 2
  );
  return (0, import_chunk_7YMEJKHB.pageOf)(
    [...(0, import_chunk_7YMEJKHB.wrap)(title, width), [], ...(0, import_chunk_7YMEJKHB.indented)(stages, 2), [], ...(0, import_chunk_7YMEJKHB.indented)(finalLines(report, width - 2), 2)],
    options
  );
}
function stageRow(stage, report) {
  const isFinal = stage.index === report.final.stage;
  const note = isFinal ? " (final)" : stage.index === report.singleStage ? " (single-stage)" : "";
  const { reference, stage: parent, written } = stage.base;
  return [
    [(0, import_chunk_7YMEJKHB.own)(String(stage.index), isFinal ? "bold" : void 0)],
    [(0, import_chunk_7YMEJKHB.own)(`${stage.startLine}–${stage.endLine}`, "dim")],
    [stage.name === null ? (0, import_chunk_7YMEJKHB.own)("–") : (0, import_chunk_7YMEJKHB.foreign)(stage.name, "name"), (0, import_chunk_7YMEJKHB.own)(note, "dim")],
    [parent === null ? (0, import_chunk_7YMEJKHB.foreign)(reference ?? written) : (0, import_chunk_7YMEJKHB.own)(`stage ${parent}`)],
    [(0, import_chunk_7YMEJKHB.own)([...new Set(stage.copiesFrom.map((copy) => sourceOf(copy.stage)))].join(", "))]
  ];
}
function sourceOf(stage) {
  return stage === null ? "an image" : `stage ${stage}`;
}
function finalLines({ final }, width) {
  const rows = [
    ["User", final.user === null ? null : [final.user]],
    ["Entrypoint", final.entrypoint && [JSON.stringify(final.entrypoint)]],
    ["Command", final.cmd && [JSON.stringify(final.cmd)]],
    ["Directory", final.workingDir === null ? null : [final.workingDir]],
    ["Ports", final.exposedPorts],
    ["Volumes", final.volumes],
    ["Healthcheck", final.healthcheck && [JSON.stringify(final.healthcheck.test)]]
  ];
  return (0, import_chunk_7YMEJKHB.table)(
    [{ align: "left" }, { align: "left" }],
    rows.map(([label, values]) => [[(0, import_chunk_7YMEJKHB.own)(label)], values === null ? [(0, import_chunk_7YMEJKHB.own)("not stated", "dim")] : listed(values)]),
    width
  );
}
function listed(values) {
  if (values.length === 0) return [(0, import_chunk_7YMEJKHB.own)("none", "dim")];
  return values.flatMap(
    (value, index) => index > 0 ? [(0, import_chunk_7YMEJKHB.own)(", "), (0, import_chunk_7YMEJKHB.foreign)(value)] : [(0, import_chunk_7YMEJKHB.foreign)(value)]
  );
}
var runDockerfile = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("dockerfile", argv, 1);
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  (0, import_chunk_QSM3B43T.raise)(problems);
  if (values.format !== "json" && values.format !== "table") throw new import_chunk_ZU5SK2EV.UserError(unfit(values.format));
  const understood = await (0, import_chunk_4F2IJLUY.understandDockerfile)(
    {
      dockerfile: positionals[0] ?? "Dockerfile",
      buildArgs: values["build-args"] ?? {},
      ...values.target !== void 0 && { target: values.target }
    },
    void 0,
    world.openCheckout(world.workingDir)
  );
  if (!understood) throw new Error("A Dockerfile that is named is read or refused.");
  const { report } = understood;
  world.stdout(values.format === "json" ? `${JSON.stringify(report, null, 2)}
` : renderDockerfile(report));
  return 0;
};
function unfit(format) {
  return {
    code: "invalid-input",
    message: `A Dockerfile has no report in the format ${format}.`,
    expected: "table or json",
    got: format,
    hint: "Use --format json."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runDockerfile
});
