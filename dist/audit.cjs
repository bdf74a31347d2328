var import_chunk_QKI7FBWW = require("./parts/chunk-QKI7FBWW.cjs");
var import_chunk_H2JFKWR4 = require("./parts/chunk-H2JFKWR4.cjs");
var import_chunk_MZALY4EI = require("./parts/chunk-MZALY4EI.cjs");
var import_chunk_5NXEVZMD = require("./parts/chunk-5NXEVZMD.cjs");
var import_chunk_7YMEJKHB = require("./parts/chunk-7YMEJKHB.cjs");
var import_chunk_FZUNQGZP = require("./parts/chunk-FZUNQGZP.cjs");
var import_chunk_LI3P6622 = require("./parts/chunk-LI3P6622.cjs");
var import_chunk_66H6TNFI = require("./parts/chunk-66H6TNFI.cjs");
var import_chunk_W24IUNW4 = require("./parts/chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./parts/chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./parts/chunk-NV3XW336.cjs");
var import_chunk_RRT3X3TP = require("./parts/chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./parts/chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./parts/chunk-USMGPDEC.cjs");
var import_chunk_KRMBO7LO = require("./parts/chunk-KRMBO7LO.cjs");
var import_chunk_WDR3NQNY = require("./parts/chunk-WDR3NQNY.cjs");
var import_chunk_YLGEZEMV = require("./parts/chunk-YLGEZEMV.cjs");
var import_chunk_2RRNY4QZ = require("./parts/chunk-2RRNY4QZ.cjs");
var import_chunk_ZKWNJXMG = require("./parts/chunk-ZKWNJXMG.cjs");
var import_chunk_VYXGT6T3 = require("./parts/chunk-VYXGT6T3.cjs");
var import_chunk_YMVR63LA = require("./parts/chunk-YMVR63LA.cjs");
var import_chunk_RERJVM4W = require("./parts/chunk-RERJVM4W.cjs");
var import_chunk_S3IC7IWJ = require("./parts/chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./parts/chunk-T4HUF5C3.cjs");
var import_chunk_IZLDADWI = require("./parts/chunk-IZLDADWI.cjs");
var import_chunk_J4AKVVBX = require("./parts/chunk-J4AKVVBX.cjs");
var import_chunk_ZRLNCPMP = require("./parts/chunk-ZRLNCPMP.cjs");
var import_chunk_C6VGJIMQ = require("./parts/chunk-C6VGJIMQ.cjs");
var import_chunk_NQ353VKZ = require("./parts/chunk-NQ353VKZ.cjs");
var import_chunk_J76B56KX = require("./parts/chunk-J76B56KX.cjs");
var import_chunk_QZYW4IEP = require("./parts/chunk-QZYW4IEP.cjs");
var import_chunk_KKYFS6GH = require("./parts/chunk-KKYFS6GH.cjs");
var import_chunk_BVHT73CU = require("./parts/chunk-BVHT73CU.cjs");
var import_chunk_ZGRPIQOY = require("./parts/chunk-ZGRPIQOY.cjs");
var import_chunk_WF4GDQVC = require("./parts/chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./parts/chunk-AYO6CDNM.cjs");
var import_chunk_QYPVMAPE = require("./parts/chunk-QYPVMAPE.cjs");
var import_chunk_YYWB5M26 = require("./parts/chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./parts/chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./parts/chunk-XKLULEIM.cjs");
var import_chunk_DJVKMLR5 = require("./parts/chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./parts/chunk-NMDXFFTM.cjs");
var import_chunk_534LGCCF = require("./parts/chunk-534LGCCF.cjs");
var import_chunk_OTF75QEW = require("./parts/chunk-OTF75QEW.cjs");
var import_chunk_ACJW3YNY = require("./parts/chunk-ACJW3YNY.cjs");
var import_chunk_7R3HJLHJ = require("./parts/chunk-7R3HJLHJ.cjs");
var import_chunk_4ICSDCUT = require("./parts/chunk-4ICSDCUT.cjs");
var import_chunk_YZBFJGH3 = require("./parts/chunk-YZBFJGH3.cjs");
var import_chunk_2CS64RFN = require("./parts/chunk-2CS64RFN.cjs");
var import_chunk_3OORL62Y = require("./parts/chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./parts/chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./parts/chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./parts/chunk-DRSZDVSV.cjs");
var import_chunk_WF57VGGL = require("./parts/chunk-WF57VGGL.cjs");
var import_chunk_X6CGFVG6 = require("./parts/chunk-X6CGFVG6.cjs");
var import_chunk_36GXVB5J = require("./parts/chunk-36GXVB5J.cjs");
var import_chunk_SAENPZCV = require("./parts/chunk-SAENPZCV.cjs");
var import_chunk_2AOSR46K = require("./parts/chunk-2AOSR46K.cjs");
var import_chunk_DKYLNZIJ = require("./parts/chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./parts/chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./parts/chunk-B3FRI4KO.cjs");
var import_chunk_4LVAQKBM = require("./parts/chunk-4LVAQKBM.cjs");
var import_chunk_OR32E4J6 = require("./parts/chunk-OR32E4J6.cjs");
var import_chunk_GVTTUVDZ = require("./parts/chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./parts/chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./parts/chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./parts/chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./parts/chunk-H7G5P3MR.cjs");
var import_chunk_6JRNSUDS = require("./parts/chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./parts/chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./parts/chunk-MWNSXYJF.cjs");
var import_chunk_OLMDZGP6 = require("./parts/chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./parts/chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./parts/chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./parts/chunk-4F2IJLUY.cjs");
var import_chunk_LAJ23W2O = require("./parts/chunk-LAJ23W2O.cjs");
var import_chunk_4NB6Q3OJ = require("./parts/chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./parts/chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./parts/chunk-IAAG4V6P.cjs");
var import_chunk_UQ3P3BQQ = require("./parts/chunk-UQ3P3BQQ.cjs");
var import_chunk_3FGSU4GP = require("./parts/chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./parts/chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./parts/chunk-O2NKAHT7.cjs");
var import_chunk_6HMITL4P = require("./parts/chunk-6HMITL4P.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var auditOutputNames = [
  "result",
  "images",
  "failing",
  "not-audited",
  "matrix",
  "shards",
  "report-json",
  "report-sarif",
  "report-html",
  "report-markdown",
  "report-csv"
];
var asOutputs = (values) => new Map(auditOutputNames.map((name) => [name, values[name] ?? ""]));
function auditOutputsOfError() {
  return asOutputs({ result: "error" });
}
function auditOutputsOfPlan(images, matrix) {
  return asOutputs({ result: "planned", images, matrix: JSON.stringify(matrix), shards: matrix.include.length });
}
function auditOutputsOf(result, reports) {
  const path = (format) => reports.find((report2) => report2.format === format)?.path ?? "";
  const { images, notAudited, run, verdict } = result;
  const lost = run.lost?.images ?? 0;
  return asOutputs({
    result: result.outcome,
    images: images.length + notAudited.length + lost,
    failing: images.filter((image) => (0, import_chunk_MZALY4EI.failsPolicy)(image, verdict.failOn)).length,
    "not-audited": notAudited.length + lost,
    "report-json": path("json"),
    "report-sarif": path("sarif"),
    "report-html": path("html"),
    "report-markdown": path("markdown"),
    "report-csv": path("csv")
  });
}
async function keepIssues(result, { issues: mode, label, githubToken: token }, runner) {
  if (mode === "none") return [];
  if (runner.pullRequest) return [{ note: "No issues: a pull request is not what runs." }];
  if (token === void 0)
    return [{ warning: "No issues were written: there is no token. Give `github-token`, or set `issues: none`." }];
  const { runUrl, repositoryUrl, sha } = runner;
  const links = { runUrl, repositoryUrl, ...sha !== void 0 && { commit: sha } };
  const issues = mode === "one" ? (0, import_chunk_MZALY4EI.auditIssue)(result, links) : (0, import_chunk_MZALY4EI.auditIssues)(result, links);
  return runner.publishIssues({
    token,
    label,
    issues,
    // What a part of an audit does not name may be in the other part.
    ...isWhole(result) && {
      closeOthersWith: mode === "one" ? "There is one issue for all images now." : "The audit no longer finds this image in the repository."
    }
  });
}
function isWhole({ notAudited, problems, run }) {
  return notAudited.length + problems.length === 0 && !run.lost;
}
var on = ["action"];
var commands = ["audit"];
var own = [
  {
    name: "mode",
    kind: "choice",
    choices: ["run", "plan", "merge", "record"],
    default: "run",
    on,
    commands,
    description: "`run` audits everything, or one shard; `plan` only counts the images and gives the job matrix; `merge` joins the results of all shards; `record` appends a whole result to the history, for jobs that may do that and nothing else."
  },
  {
    name: "results",
    kind: "text",
    default: "plimsoll-shards",
    placeholder: "DIR",
    on,
    commands,
    description: "For `merge`: the folder with the JSON files of the shards, at any depth; for `record`: that with the whole result."
  },
  {
    name: "issues",
    kind: "choice",
    choices: ["per-image", "one", "none"],
    default: "per-image",
    on,
    commands,
    description: "One issue for each image, or one for all: opened when it fails, closed when it is clean. Not in shards and not for pull requests; needs issues: write."
  },
  {
    name: "issue-label",
    kind: "text",
    default: "plimsoll",
    placeholder: "LABEL",
    on,
    commands,
    description: "The label of these issues, and the name of the history; two audits in one repository need two."
  }
];
var shared = [
  "working-directory config policy org-policy exclude variables platform shard shards run-id",
  "fail-on warn-only on-unreachable jobs max-seconds max-image-size insecure-registries",
  "cache-dir history output csv summary annotations progress github-token policy-token"
].flatMap((names) => names.split(" "));
var different = {
  "run-id": {
    // The expression is the runner's to fill in. Not the attempt: failed shards may be run again by themselves.
    // oxlint-disable-next-line no-template-curly-in-string
    default: "${{ github.run_id }}",
    description: "Names the run, the same for all its shards."
  },
  shard: {
    description: "Audit one part of N, such as 2/8, as the matrix of `plan` gives it; `merge` joins the parts."
  },
  history: {
    default: "read",
    description: "With `read` the audit is held against earlier ones, recorded on the branch plimsoll-data: new findings, the trend, bases whose tags moved since. With `append` audits of the default branch are recorded there, too; needs contents: write."
  },
  shards: { description: "For `plan`: the most jobs to split into." },
  "github-token": { description: "Reads policies of other repositories and writes issues; needs issues: write." },
  platform: { description: "The platform to read, such as linux/amd64. Default: the runner’s own." },
  output: { description: "Reports to write: FORMAT=FILE; formats are table, markdown, json, sarif, html." },
  annotations: { description: "Annotate the lines that refer to images." }
};
var auditActionInputSpecs = [
  ...own,
  ...shared.flatMap(
    (wanted) => import_chunk_NMDXFFTM.inputSpecs.filter(({ name }) => name === wanted).map((spec) => ({ ...spec, on, ...different[spec.name] }))
  )
];
function readAuditActionOptions(inputs) {
  const problems = [];
  const textOf = (name) => inputs.get(name) ?? own.find((spec) => spec.name === name)?.default ?? "";
  function choiceOf(name, choices, otherwise) {
    const found = choices.find((choice) => choice === textOf(name));
    if (found === void 0) problems.push(invalid(name, textOf(name), `one of ${choices.join(", ")}`));
    return found ?? otherwise;
  }
  const label = textOf("issue-label");
  if (!isLabel(label)) problems.push(invalid("issue-label", label, "at most 50 characters, none of them a comma"));
  const names = new Set(own.map(({ name }) => name));
  return {
    options: {
      mode: choiceOf("mode", ["run", "plan", "merge", "record"], "run"),
      results: textOf("results"),
      issues: choiceOf("issues", ["per-image", "one", "none"], "none"),
      label
    },
    others: Object.fromEntries([...inputs].filter(([name]) => !names.has(name))),
    problems
  };
}
function isLabel(text) {
  return /^[^\p{C},]{1,50}$/u.test(text);
}
function invalid(name, got, expected) {
  const message = `The input \`${name}\` cannot be ${(0, import_chunk_2IEKWUQ6.show)(got)}.`;
  return { code: "invalid-input", message, expected, got: (0, import_chunk_2IEKWUQ6.show)(got), hint: `Use ${expected}.` };
}
function readAsked(given) {
  const { options: action, others: inputs, problems } = readAuditActionOptions(given);
  const { values, problems: unread } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options, problems: runProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  const { options: audit, problems: auditProblems } = (0, import_chunk_MZALY4EI.readAuditOptions)(values);
  const [first, ...others] = [...problems, ...unread, ...runProblems, ...auditProblems, ...(0, import_chunk_MZALY4EI.strangeFormats)(options)];
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return { action, audit, options, inputs };
}
async function heldAgainstHistory(result, { history, label }, runner) {
  if (history === "none" || result.run.shard) return { result };
  const repository = await runner.openRepository();
  if (!repository) return { result, note: "Earlier audits were not read: the checkout is no Git repository." };
  return (0, import_chunk_QKI7FBWW.withHistory)(result, label, repository);
}
async function recordAudit(result, label, runner) {
  if (runner.pullRequest) return { note: "The audit is not recorded: a pull request is not what runs." };
  const isDefault = await runner.isOnDefaultBranch();
  if (isDefault === void 0)
    return { warning: "The audit was not recorded: the event does not say which branch is the default one." };
  if (!isDefault) return { note: "The audit is not recorded: only those of the default branch are." };
  const repository = await runner.openRepository();
  if (!repository) return { warning: "The audit was not recorded: the checkout is no Git repository." };
  return (0, import_chunk_QKI7FBWW.appendAudit)(result, { audit: label, at: runner.seconds() }, repository);
}
var maxResultBytes = 256 * 2 ** 20;
async function mergedResult(folder, shelf) {
  const [first, ...others] = await resultsIn(folder, shelf);
  if (first) return (0, import_chunk_MZALY4EI.mergeShards)([first, ...others]);
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-audit-file",
    message: `There is no result of a shard in ${folder}: none was left, or none was downloaded.`,
    expected: "JSON files written with `shard: I/N` and `output: json=FILE`",
    hint: "Upload the file of each shard with actions/upload-artifact, also when it failed (`if: always()`), and download them before."
  });
}
async function wholeResult(folder, shelf) {
  const found = await resultsIn(folder, shelf);
  const [only, another] = found.filter(({ result }) => !result.run.shard);
  if (only && !another) return only.result;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-audit-file",
    message: another ? `There are several whole audits in ${folder}; one is recorded.` : `There is no result of a whole audit in ${folder}.`,
    expected: "the JSON file written with `output: json=FILE` by an audit, or by its `merge`",
    got: found.map(({ path }) => path).join(", ") || "no JSON file",
    hint: "Download the artifact that holds it, and name its folder with `results`."
  });
}
async function resultsIn(folder, { workspace, openCheckout, listFiles: listFiles2 }) {
  const root = (0, import_node_path.join)(workspace, folder);
  const checkout = openCheckout(root);
  const names = checkout.kindOf(".") === "folder" ? await listFiles2(root) : [];
  const files = [];
  for (const name of names.filter((one) => one.endsWith(".json"))) {
    const text = await checkout.readText(name, maxResultBytes);
    if (text !== void 0) files.push({ path: (0, import_node_path.join)(folder, name), result: (0, import_chunk_MZALY4EI.parseAudit)((0, import_node_path.join)(folder, name), text) });
  }
  return files;
}
async function auditAction(runner) {
  try {
    for (const name of import_chunk_QZYW4IEP.tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== void 0) await runner.maskSecret(token);
    }
    await runner.writeOutputs(auditOutputsOfError());
    (0, import_chunk_QZYW4IEP.refuseUnknownInputs)(runner.unknownInputs);
    const asked = readAsked(runner.inputs);
    const { mode, results } = asked.action;
    if (mode === "merge") return await report(await mergedResult(results, runner), asked, runner);
    if (mode === "record") return await record(await wholeResult(results, runner), asked, runner);
    return await (0, import_chunk_QKI7FBWW.withAudit)(
      await requestOf(asked, runner),
      async (settled, workshop) => mode === "plan" ? tellPlan(settled, runner) : report(await (0, import_chunk_QKI7FBWW.runSettled)(settled, runner.version, workshop), asked, runner)
    );
  } catch (thrown) {
    const words = (0, import_chunk_UQ3P3BQQ.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not audit", message: words }]);
    await runner.writeSummary((0, import_chunk_QZYW4IEP.couldNotCheck)(words, "audit").summary);
    await runner.writeOutputs(auditOutputsOfError());
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function requestOf({ inputs }, runner) {
  const { root, folderName, fetchPolicy } = runner;
  const checkout = runner.openCheckout(root);
  (0, import_chunk_QZYW4IEP.requireFolder)(checkout, runner);
  return {
    checkout,
    files: await runner.listFiles(root),
    folderName,
    inputs,
    ...fetchPolicy && { fetchPolicy },
    openWorkshop: (mode, insecure, layerReading) => runner.openWorkshop(checkout, runner.progress(mode), insecure, layerReading)
  };
}
async function tellPlan({ plan, auditOptions }, runner) {
  const matrix = (0, import_chunk_MZALY4EI.planMatrix)(plan, auditOptions.shards);
  const jobs = matrix.include.length;
  runner.print(`${plan.targets.length} images to audit in ${jobs} ${jobs === 1 ? "job" : "jobs"}.
`);
  await tell(await runner.writeOutputs(auditOutputsOfPlan(plan.targets.length, matrix)), runner);
  return 0;
}
async function record(result, { action }, runner) {
  await tell(await recordAudit(result, action.label, runner), runner);
  await tell(await runner.writeOutputs(auditOutputsOf(result, [])), runner);
  return 0;
}
async function report(found, { action, audit, options }, runner) {
  const asked = { ...action, ...audit };
  const { result, ...held } = await heldAgainstHistory(found, asked, runner);
  const page = { columns: 120, colour: false };
  runner.print((0, import_chunk_MZALY4EI.renderAudit)("table", result, page));
  for (const { format, path } of options.outputs)
    await runner.writeReport(path, (0, import_chunk_MZALY4EI.renderAudit)((0, import_chunk_MZALY4EI.asAuditFormat)(format), result, page));
  if (audit.csv !== void 0) await runner.writeReport(audit.csv, (0, import_chunk_MZALY4EI.renderAuditCsv)(result));
  const told = [held];
  if (!result.run.shard) {
    if (options.summary)
      told.push(await runner.writeSummary((0, import_chunk_MZALY4EI.renderAuditMarkdown)(result, { limitBytes: maxSummaryBytes })));
    if (options.annotations) await runner.annotate((0, import_chunk_MZALY4EI.auditAnnotations)(result));
    told.push(...await keepIssues(result, { ...action, ...options }, runner));
    if (audit.history === "append") told.push(await recordAudit(result, action.label, runner));
  }
  const csv = audit.csv === void 0 ? [] : [{ format: "csv", path: audit.csv }];
  told.push(await runner.writeOutputs(auditOutputsOf(result, [...options.outputs, ...csv])));
  for (const one of told) await tell(one, runner);
  return result.exitStatus;
}
var maxSummaryBytes = 9e5;
async function tell({ warning, note }, runner) {
  if (note !== void 0) runner.print(`${note}
`);
  if (warning !== void 0) await runner.annotate([{ level: "warning", title: "Plimsoll", message: warning }]);
}
(0, import_chunk_IZLDADWI.runAction)(
  auditActionInputSpecs.map(({ name }) => name),
  (runner, { workspace, run, signal }) => auditAction({
    ...runner,
    workspace,
    listFiles: import_chunk_VYXGT6T3.listFiles,
    isOnDefaultBranch: () => (0, import_chunk_QZYW4IEP.isOnDefaultBranch)(process.env),
    seconds: () => import_chunk_ZKWNJXMG.systemClock.seconds(),
    publishIssues: (issues) => (0, import_chunk_QZYW4IEP.publishAuditIssues)(issues, run, signal)
  })
);
