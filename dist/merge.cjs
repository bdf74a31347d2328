var import_chunk_VYXGT6T3 = require("./parts/chunk-VYXGT6T3.cjs");
var import_chunk_HJK4DIXV = require("./parts/chunk-HJK4DIXV.cjs");
var import_chunk_YMVR63LA = require("./parts/chunk-YMVR63LA.cjs");
var import_chunk_5ZN4C4UO = require("./parts/chunk-5ZN4C4UO.cjs");
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
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_fs = require("node:fs");
var import_promises = require("node:fs/promises");
var import_node_path2 = require("node:path");
async function readLeft(root, names, maxBytes) {
  if (!(0, import_node_fs.existsSync)(root)) return [];
  const paths = (await (0, import_chunk_VYXGT6T3.listFiles)(root)).filter((path) => names.includes((0, import_node_path2.basename)(path)));
  const files = [];
  for (const path of paths) {
    const { size: fileBytes } = await (0, import_promises.stat)((0, import_node_path2.join)(root, path));
    if (fileBytes > maxBytes) throw tooLarge(path, fileBytes, maxBytes);
    files.push({ path, bytes: await (0, import_promises.readFile)((0, import_node_path2.join)(root, path)) });
  }
  return files;
}
function tooLarge(path, fileBytes, maxBytes) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "report-refused",
    message: `The report ${path} has ${fileBytes} bytes; ${maxBytes} are read at most.`,
    expected: "JSON written by `output: json=plimsoll.json`",
    hint: "Look at the job that wrote it."
  });
}
function sift({ plan, reports, toolVersion }) {
  const planned = new Set(plan.images.map(({ name }) => name));
  const accepted = [];
  const notices = [];
  for (const { path, result } of reports) {
    const seen = new Set(accepted.flatMap((one) => one.result.images.map(({ name }) => name)));
    const why = "refused" in result ? result.refused : whyStrange(result, { planned, seen, toolVersion, plan });
    if ("refused" in result || why !== void 0)
      notices.push({ level: "warning", message: `The report ${path} does not count: ${why}` });
    else accepted.push({ path, result });
  }
  return { accepted, notices };
}
function whyStrange({ images, tool, policy }, { planned, seen, toolVersion, plan }) {
  const stranger = images.find(({ name }) => !planned.has(name));
  if (stranger) return `it tells of \`${stranger.name}\`, which was not to be checked.`;
  const twice = images.find(({ name }) => seen.has(name));
  if (twice) return `another tells of \`${twice.name}\` too.`;
  if (tool.version !== toolVersion) return `it is of version ${tool.version}, and this is ${toolVersion}.`;
  if (policy.digest !== plan.policy.digest) return "it was judged by another policy than was planned; run it again.";
  return void 0;
}
var notChecked = "check-ran";
function mergeReports(request) {
  const { plan, jobs, revision, toolVersion } = request;
  const { accepted, notices } = sift(request);
  const results = accepted.map(({ result }) => result);
  const checked = plan.images.map(({ name }) => imagesNamed(name, results));
  const images = plan.images.flatMap(({ name }, index) => {
    const found = checked[index] ?? [];
    return found.length > 0 ? found : [unchecked(name, request)];
  });
  const missing = checked.filter((found) => found.length === 0).length;
  const failed = results.some(({ outcome: outcome2 }) => outcome2 === "fail");
  const contradiction = missing === 0 && !failed && jobs !== "success" && images.length > 0;
  const outcome = failed || missing > 0 || contradiction ? "fail" : "pass";
  const proposed = joinProposals(results);
  const rules = results.find(({ policy }) => policy.rules)?.policy.rules;
  const own = new Set(results.flatMap((result) => proposalNoticesOf(result, revision?.base)));
  return {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: toolVersion },
    outcome,
    exitStatus: missing > 0 || contradiction ? import_chunk_3FGSU4GP.exitStatus.userMustFix : failed ? import_chunk_3FGSU4GP.exitStatus.policyFailed : import_chunk_3FGSU4GP.exitStatus.passed,
    policy: { ...plan.policy, ...rules && { rules } },
    ...revision && { revision },
    images,
    ...proposed && { proposed },
    notices: distinct([
      ...contradiction ? [contradicted(jobs)] : [],
      ...notices,
      ...proposed ? [(0, import_chunk_KKYFS6GH.proposalNotice)(proposed, outcome, revision?.base)] : [],
      ...plan.notices,
      ...results.flatMap((result) => result.notices.filter(({ message }) => !own.has(message)))
    ])
  };
}
var imagesNamed = (wanted, results) => results.flatMap(({ images }) => images.filter(({ name }) => name === wanted));
function unchecked(name, { jobs, failures }) {
  const reason = firstLine(failures.find(({ images }) => images.includes(name))?.words) ?? withoutWords[jobs];
  return {
    name,
    platform: "unknown",
    gated: "",
    variants: [],
    notBuilt: `It was not checked: ${reason}`,
    baseline: { state: "none", reason: "It was not checked." },
    comparisons: [],
    findings: [],
    notRun: [{ rule: notChecked, level: "error", reason, counts: "failure" }],
    passed: []
  };
}
var withoutWords = {
  success: "its job left no report; look at its log.",
  failure: "its job left no report; look at its log.",
  cancelled: "its job was cancelled.",
  skipped: "its job did not run."
};
function firstLine(words) {
  const line = words?.split("\n").find((one) => one.trim() !== "");
  return line?.trim().slice(0, 1e3);
}
function contradicted(jobs) {
  return {
    level: "warning",
    message: `GitHub says that the jobs ended with ${jobs}, and no report says why: this is not counted as a pass. Look at their logs.`
  };
}
function joinProposals(results) {
  const all = results.flatMap(({ proposed }) => proposed ?? []);
  const [first] = all;
  if (!first) return void 0;
  const outcome = all.some((one) => one.outcome === "fail") ? "fail" : "pass";
  return { outcome, policy: first.policy, images: all.flatMap(({ images }) => images) };
}
function proposalNoticesOf({ proposed, outcome }, base) {
  return proposed ? [(0, import_chunk_KKYFS6GH.proposalNotice)(proposed, outcome, base).message] : [];
}
function distinct(notices) {
  const all = new Map(notices.map((notice2) => [`${notice2.level} ${notice2.message}`, notice2]));
  return [...all.values()];
}
var jobFailure = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(1),
  images: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  /** For people; untrusted, with lines of the build's log in it. */
  words: (0, import_chunk_H7G5P3MR.string)()
});
var checkPlan = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(1),
  /** Images to check, in the order of the configuration, each with why, a sentence. */
  images: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.string)(), why: (0, import_chunk_H7G5P3MR.string)() })),
  /** Images that the change does not touch. */
  unchanged: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  /** What the images are judged by. */
  policy: (0, import_chunk_H7G5P3MR.object)({ sources: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), digest: (0, import_chunk_H7G5P3MR.string)() }),
  /** What the report must say of it. */
  notices: (0, import_chunk_H7G5P3MR.array)(import_chunk_YMVR63LA.notice)
});
var failureName = "failure.json";
var jobResults = ["success", "failure", "cancelled", "skipped"];
async function mergeAction(runner) {
  try {
    const token = runner.inputs.get("github-token");
    if (token !== void 0) await runner.maskSecret(token);
    await runner.writeOutputs((0, import_chunk_QZYW4IEP.outputsOfError)());
    (0, import_chunk_QZYW4IEP.refuseUnknownInputs)(runner.unknownInputs);
    const { plan, jobs, reports, ...inputs } = Object.fromEntries(runner.inputs);
    const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
    const { options, problems: more } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
    const [first, ...others] = [...problems, ...more];
    if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
    const left = await readLeft2(reports ?? "plimsoll-reports", runner);
    const result = mergeReports({
      ...left,
      plan: readPlan(plan),
      jobs: readJobs(jobs),
      ...(0, import_chunk_QZYW4IEP.revisionOf)(runner),
      toolVersion: runner.version
    });
    runner.print(await (0, import_chunk_QYPVMAPE.render)("table", result, { columns: 120, colour: false }));
    await (0, import_chunk_QZYW4IEP.publish)(
      { result, options: { ...options, annotations: false }, listings: /* @__PURE__ */ new Map(), warnings: [], notes: [] },
      runner
    );
    return result.exitStatus;
  } catch (thrown) {
    const words = (0, import_chunk_UQ3P3BQQ.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not join the results", message: words }]);
    await runner.writeSummary((0, import_chunk_QZYW4IEP.couldNotCheck)(words).summary);
    await runner.writeOutputs((0, import_chunk_QZYW4IEP.outputsOfError)());
    if (!(thrown instanceof import_chunk_ZU5SK2EV.Interrupted)) await (0, import_chunk_QZYW4IEP.tell)(await (0, import_chunk_QZYW4IEP.publishCheck)(runner, (0, import_chunk_QZYW4IEP.couldNotCheck)(words)), runner);
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function readLeft2(folder, runner) {
  const files = await runner.readLeft(folder, [import_chunk_HJK4DIXV.reportName, failureName]);
  const head = runner.pullRequest?.headSha ?? runner.sha ?? "";
  return {
    reports: files.filter(isReport).map(({ path, bytes }) => ({ path, result: readReport(bytes, head) })),
    failures: files.filter((file) => !isReport(file)).flatMap(({ bytes }) => readFailure(bytes))
  };
}
var isReport = ({ path }) => path.split("/").at(-1) === import_chunk_HJK4DIXV.reportName;
function readReport(bytes, head) {
  try {
    return (0, import_chunk_HJK4DIXV.readForeignReport)(bytes, head);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { refused: thrown.message };
  }
}
function readFailure(bytes) {
  try {
    const parsed = jobFailure.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? [parsed.data] : [];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
}
function readPlan(text) {
  if (text === void 0) throw noPlan("nothing");
  try {
    return checkPlan.parse(JSON.parse(text));
  } catch (cause) {
    throw noPlan(cause instanceof Error ? cause.message : text);
  }
}
function noPlan(got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-plan",
    message: "There is no plan to hold the reports against, so nothing is known to have been checked.",
    expected: "the output `plan` of plimsoll/plimsoll/plan",
    got,
    hint: "Look at the job that plans: it says what is wrong."
  });
}
function readJobs(text) {
  const known = jobResults.find((one) => one === text);
  if (known) return known;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "invalid-input",
    message: "The input `jobs` does not say how the jobs ended.",
    expected: `one of ${jobResults.join(", ")}`,
    got: text ?? "nothing",
    hint: "Give `jobs: ${{ needs.JOB.result }}`."
  });
}
var workspace = process.env["GITHUB_WORKSPACE"] ?? process.cwd();
(0, import_chunk_IZLDADWI.runAction)(
  import_chunk_5ZN4C4UO.mergeInputSpecs.map(({ name }) => name),
  (runner) => mergeAction({
    ...runner,
    readLeft: (folder, named) => readLeft((0, import_node_path.resolve)(workspace, folder), named, import_chunk_HJK4DIXV.maxReportBytes)
  })
);
