var import_chunk_JBCSY5II = require("./parts/chunk-JBCSY5II.cjs");
var import_chunk_ZVAQ5EZV = require("./parts/chunk-ZVAQ5EZV.cjs");
var import_chunk_JB2LKZGM = require("./parts/chunk-JB2LKZGM.cjs");
var import_chunk_RGID544H = require("./parts/chunk-RGID544H.cjs");
var import_chunk_J4AKVVBX = require("./parts/chunk-J4AKVVBX.cjs");
var import_chunk_ZRLNCPMP = require("./parts/chunk-ZRLNCPMP.cjs");
var import_chunk_C6VGJIMQ = require("./parts/chunk-C6VGJIMQ.cjs");
var import_chunk_NPZOEOUK = require("./parts/chunk-NPZOEOUK.cjs");
var import_chunk_4MBNSFD4 = require("./parts/chunk-4MBNSFD4.cjs");
var import_chunk_SDCCUH5V = require("./parts/chunk-SDCCUH5V.cjs");
var import_chunk_2TSLXWOK = require("./parts/chunk-2TSLXWOK.cjs");
var import_chunk_W57HQV4K = require("./parts/chunk-W57HQV4K.cjs");
var import_chunk_F3SHDHI5 = require("./parts/chunk-F3SHDHI5.cjs");
var import_chunk_VRXQF2HV = require("./parts/chunk-VRXQF2HV.cjs");
var import_chunk_KWWMXOBH = require("./parts/chunk-KWWMXOBH.cjs");
var import_chunk_QDS7VTX7 = require("./parts/chunk-QDS7VTX7.cjs");
var import_chunk_GBGEQQ52 = require("./parts/chunk-GBGEQQ52.cjs");
var import_chunk_XFNGYUQI = require("./parts/chunk-XFNGYUQI.cjs");
var import_chunk_TXIRKD6Z = require("./parts/chunk-TXIRKD6Z.cjs");
var import_chunk_E7H5USJ3 = require("./parts/chunk-E7H5USJ3.cjs");
var import_chunk_ZE6C5I7F = require("./parts/chunk-ZE6C5I7F.cjs");
var import_chunk_O23TK2GA = require("./parts/chunk-O23TK2GA.cjs");
var import_chunk_NOG3YGRV = require("./parts/chunk-NOG3YGRV.cjs");
var import_chunk_7PDTT6NT = require("./parts/chunk-7PDTT6NT.cjs");
var import_chunk_YIQB6EC2 = require("./parts/chunk-YIQB6EC2.cjs");
var import_chunk_AUUZPQXD = require("./parts/chunk-AUUZPQXD.cjs");
var import_chunk_L33I45NO = require("./parts/chunk-L33I45NO.cjs");
var import_chunk_LUC4HMHJ = require("./parts/chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./parts/chunk-N6PDAGX7.cjs");
var import_chunk_SBBVQVTE = require("./parts/chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./parts/chunk-DRSZDVSV.cjs");
var import_chunk_GZNYSHXN = require("./parts/chunk-GZNYSHXN.cjs");
var import_chunk_MREQEIZZ = require("./parts/chunk-MREQEIZZ.cjs");
var import_chunk_AWIZGX2Y = require("./parts/chunk-AWIZGX2Y.cjs");
var import_chunk_7NSBF2XR = require("./parts/chunk-7NSBF2XR.cjs");
var import_chunk_AJEILISG = require("./parts/chunk-AJEILISG.cjs");
var import_chunk_Z47GWUWV = require("./parts/chunk-Z47GWUWV.cjs");
var import_chunk_MNBRAC5K = require("./parts/chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./parts/chunk-CCPWSZ7L.cjs");
var import_chunk_55KWF775 = require("./parts/chunk-55KWF775.cjs");
var import_chunk_4LVAQKBM = require("./parts/chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./parts/chunk-MWNSXYJF.cjs");
var import_chunk_6KRB5I32 = require("./parts/chunk-6KRB5I32.cjs");
var import_chunk_TISOUWS6 = require("./parts/chunk-TISOUWS6.cjs");
var import_chunk_AJHEZPZQ = require("./parts/chunk-AJHEZPZQ.cjs");
var import_chunk_OTF75QEW = require("./parts/chunk-OTF75QEW.cjs");
var import_chunk_HYO6LO7W = require("./parts/chunk-HYO6LO7W.cjs");
var import_chunk_3FGSU4GP = require("./parts/chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./parts/chunk-HT5NMFAD.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_PULT5DIE = require("./parts/chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./parts/chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./parts/chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./parts/chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_fs = require("node:fs");
var import_promises = require("node:fs/promises");
var import_node_path2 = require("node:path");
async function readLeft(root, names, maxBytes) {
  if (!(0, import_node_fs.existsSync)(root)) return [];
  const paths = (await (0, import_chunk_JBCSY5II.listFiles)(root)).filter((path) => names.includes((0, import_node_path2.basename)(path)));
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
      ...proposed ? [(0, import_chunk_2TSLXWOK.proposalNotice)(proposed, outcome, revision?.base)] : [],
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
  return proposed ? [(0, import_chunk_2TSLXWOK.proposalNotice)(proposed, outcome, base).message] : [];
}
function distinct(notices) {
  const all = new Map(notices.map((notice2) => [`${notice2.level} ${notice2.message}`, notice2]));
  return [...all.values()];
}
var jobFailure = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(1),
  images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  /** For people; untrusted, with lines of the build's log in it. */
  words: import_chunk_AJHEZPZQ.external_exports.string()
});
var checkPlan = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(1),
  /** Images to check, in the order of the configuration, each with why, a sentence. */
  images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), why: import_chunk_AJHEZPZQ.external_exports.string() })),
  /** Images that the change does not touch. */
  unchanged: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  /** What the images are judged by. */
  policy: import_chunk_AJHEZPZQ.external_exports.object({ sources: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), digest: import_chunk_AJHEZPZQ.external_exports.string() }),
  /** What the report must say of it. */
  notices: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_TXIRKD6Z.notice)
});
var failureName = "failure.json";
var jobResults = ["success", "failure", "cancelled", "skipped"];
async function mergeAction(runner) {
  try {
    const token = runner.inputs.get("github-token");
    if (token !== void 0) await runner.maskSecret(token);
    await runner.writeOutputs((0, import_chunk_SDCCUH5V.outputsOfError)());
    (0, import_chunk_SDCCUH5V.refuseUnknownInputs)(runner.unknownInputs);
    const { plan, jobs, reports, ...inputs } = Object.fromEntries(runner.inputs);
    const { values, problems } = (0, import_chunk_AWIZGX2Y.readInputs)(inputs);
    const { options, problems: more } = (0, import_chunk_GZNYSHXN.readRunOptions)(values);
    const [first, ...others] = [...problems, ...more];
    if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
    const left = await readLeft2(reports ?? "plimsoll-reports", runner);
    const result = mergeReports({
      ...left,
      plan: readPlan(plan),
      jobs: readJobs(jobs),
      ...(0, import_chunk_SDCCUH5V.revisionOf)(runner),
      toolVersion: runner.version
    });
    runner.print((0, import_chunk_KWWMXOBH.render)("table", result, { columns: 120, colour: false }));
    await (0, import_chunk_SDCCUH5V.publish)(
      { result, options: { ...options, annotations: false }, listings: /* @__PURE__ */ new Map(), warnings: [], notes: [] },
      runner
    );
    return result.exitStatus;
  } catch (thrown) {
    const words = (0, import_chunk_HYO6LO7W.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not join the results", message: words }]);
    await runner.writeSummary((0, import_chunk_SDCCUH5V.couldNotCheck)(words).summary);
    await runner.writeOutputs((0, import_chunk_SDCCUH5V.outputsOfError)());
    if (!(thrown instanceof import_chunk_ZU5SK2EV.Interrupted)) await (0, import_chunk_SDCCUH5V.tell)(await (0, import_chunk_SDCCUH5V.publishCheck)(runner, (0, import_chunk_SDCCUH5V.couldNotCheck)(words)), runner);
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function readLeft2(folder, runner) {
  const files = await runner.readLeft(folder, [import_chunk_ZVAQ5EZV.reportName, failureName]);
  const head = runner.pullRequest?.headSha ?? runner.sha ?? "";
  return {
    reports: files.filter(isReport).map(({ path, bytes }) => ({ path, result: readReport(bytes, head) })),
    failures: files.filter((file) => !isReport(file)).flatMap(({ bytes }) => readFailure(bytes))
  };
}
var isReport = ({ path }) => path.split("/").at(-1) === import_chunk_ZVAQ5EZV.reportName;
function readReport(bytes, head) {
  try {
    return (0, import_chunk_ZVAQ5EZV.readForeignReport)(bytes, head);
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
(0, import_chunk_RGID544H.runAction)(
  import_chunk_JB2LKZGM.mergeInputSpecs.map(({ name }) => name),
  (runner) => mergeAction({
    ...runner,
    readLeft: (folder, named) => readLeft((0, import_node_path.resolve)(workspace, folder), named, import_chunk_ZVAQ5EZV.maxReportBytes)
  })
);
