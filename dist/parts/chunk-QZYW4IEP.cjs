var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  action: () => action,
  branchName: () => branchName,
  commitSha: () => commitSha,
  couldNotCheck: () => couldNotCheck,
  isChanged: () => isChanged,
  isOnDefaultBranch: () => isOnDefaultBranch,
  loadEvent: () => loadEvent,
  outputsOfError: () => outputsOfError,
  parsePayload: () => parsePayload,
  publish: () => publish,
  publishAuditIssues: () => publishAuditIssues,
  publishCheck: () => publishCheck,
  publishReport: () => publishReport,
  publishVerdict: () => publishVerdict,
  readEventName: () => readEventName,
  readInputs: () => readInputs,
  readPayload: () => readPayload,
  readRun: () => readRun,
  refuseUnknownInputs: () => refuseUnknownInputs,
  repositoryName: () => repositoryName2,
  requireFolder: () => requireFolder,
  revisionOf: () => revisionOf,
  runStep: () => runStep,
  tell: () => tell,
  tokenInputs: () => tokenInputs,
  unknownInputs: () => unknownInputs,
  voice: () => voice
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KKYFS6GH = require("./chunk-KKYFS6GH.cjs");
var import_chunk_QYPVMAPE = require("./chunk-QYPVMAPE.cjs");
var import_chunk_534LGCCF = require("./chunk-534LGCCF.cjs");
var import_chunk_ACJW3YNY = require("./chunk-ACJW3YNY.cjs");
var import_chunk_4ICSDCUT = require("./chunk-4ICSDCUT.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_UQ3P3BQQ = require("./chunk-UQ3P3BQQ.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_promises = require("node:fs/promises");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
var import_node_crypto3 = require("node:crypto");
var import_promises2 = require("node:fs/promises");
function checkOf(result, links) {
  const conclusion = result.outcome === "pass" ? "success" : "failure";
  const title = result.images.length === 0 ? "Nothing to measure" : (0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)(result.images));
  return { conclusion, title, summary: (0, import_chunk_ACJW3YNY.renderMarkdown)(result, links) };
}
function couldNotCheck(words, what = "check") {
  const summary = `### Plimsoll · could not ${what}

${fenced(words)}
`;
  return { conclusion: "failure", title: "Could not check", summary };
}
async function publishCheck(runner, words) {
  const name = runner.inputs.get("check-name");
  if (name === void 0) return {};
  const token = runner.inputs.get("github-token");
  const headSha = runner.pullRequest?.headSha ?? runner.sha;
  if (token === void 0 || headSha === void 0)
    return {
      warning: `The check run "${name}" was not published: there is no ${token === void 0 ? "token. Give `github-token`" : "commit it could stand on"}.`
    };
  return runner.publishCheckRun({ token, headSha, name, ...words });
}
function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text
${text.replaceAll("@", "@​")}
${fence}`;
}
var outputNames = [
  "result",
  "unpacked-bytes",
  "pull-bytes",
  "layers",
  "delta-bytes",
  "findings",
  "image-id",
  "report-json",
  "report-sarif",
  "report-markdown"
];
function outputsOfError() {
  return new Map(outputNames.map((name) => [name, name === "result" ? "error" : ""]));
}
function outputsOf(result, reports) {
  const gated = result.images.flatMap(({ variants, stated, gated: name }) => [
    ...stated ? [stated.measurement] : [],
    ...variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement)
  ]);
  const start = gated.length === result.images.length ? 0 : void 0;
  const sum = (count) => gated.reduce((total, measurement) => {
    const one = count(measurement);
    return total === void 0 || one === void 0 ? void 0 : total + one;
  }, start);
  const deltas = result.images.flatMap(
    ({ comparisons }) => comparisons.filter(({ kind }) => kind === "baseline").map(({ unpackedDeltaBytes }) => unpackedDeltaBytes)
  );
  const [only, ...others] = gated;
  const reportPath = (format) => reports.find((report) => report.format === format)?.path;
  const values = {
    result: result.exitStatus > 1 ? "error" : result.outcome,
    "unpacked-bytes": sum(({ unpackedBytes }) => unpackedBytes),
    "pull-bytes": sum(({ pull }) => pull?.exact ? pull.bytes : void 0),
    layers: sum(({ layers }) => layers),
    "delta-bytes": deltas.length > 0 ? deltas.reduce((total, delta) => total + delta, 0) : void 0,
    findings: result.images.reduce(
      (total, { findings }) => total + findings.filter(({ waiver }) => waiver === null).length,
      0
    ),
    "image-id": only && others.length === 0 ? only.imageId : void 0,
    "report-json": reportPath("json"),
    "report-sarif": reportPath("sarif"),
    "report-markdown": reportPath("markdown")
  };
  return new Map(outputNames.map((name) => [name, values[name] ?? ""]));
}
async function publish({ result, options, listings, ...said }, runner) {
  const links = linksOf(runner);
  const told = [...said.warnings.map((warning) => ({ warning })), ...said.notes.map((note) => ({ note }))];
  for (const { format, path } of options.outputs)
    await runner.writeReport(path, await (0, import_chunk_QYPVMAPE.render)(format, result, { columns: 120, colour: false, listings }));
  if (options.summary) told.push(await runner.writeSummary((0, import_chunk_ACJW3YNY.renderMarkdown)(result, { ...links, detail: "summary" })));
  if (options.annotations) await runner.annotate((0, import_chunk_4ICSDCUT.annotationsOf)(result));
  const { pullRequest } = runner;
  const isEmpty = result.images.length === 0;
  if (pullRequest && options.comment.mode !== "never") {
    const body = (0, import_chunk_ACJW3YNY.renderMarkdown)(result, links);
    told.push(
      options.githubToken === void 0 ? {
        warning: "The pull request comment was not published: there is no token. Give `github-token`, or set `comment: never`."
      } : await runner.publishComment({
        token: options.githubToken,
        pullRequest,
        // Where there is nothing to measure nobody need be told, unless of a comment that is there.
        mode: isEmpty && options.comment.mode === "always" ? "on-change" : options.comment.mode,
        id: options.comment.id,
        outcome: result.outcome,
        changed: isChanged(result),
        body
      })
    );
  }
  told.push(await publishCheck(runner, checkOf(result, links)));
  told.push(await runner.writeOutputs(outputsOf(result, options.outputs)));
  for (const one of told) await tell(one, runner);
}
async function tell({ warning, note }, runner) {
  if (note !== void 0) runner.print(note);
  if (warning !== void 0) await runner.annotate([{ level: "warning", title: "Plimsoll", message: warning }]);
}
function isChanged({ images }) {
  return images.some(
    ({ comparisons }) => comparisons.some(({ kind, unpackedDeltaBytes }) => kind === "baseline" && unpackedDeltaBytes !== 0)
  );
}
function revisionOf({ pullRequest, sha }) {
  if (pullRequest)
    return { revision: { head: pullRequest.headSha, base: pullRequest.baseSha, baseName: pullRequest.baseRef } };
  return sha === void 0 ? {} : { revision: { head: sha } };
}
function linksOf({ repositoryUrl, runUrl, pullRequest, sha }) {
  const commit = pullRequest?.headSha ?? sha;
  return { fullReportUrl: runUrl, ...commit !== void 0 && { repositoryUrl, commit } };
}
var tokenInputs = ["github-token", "policy-token"];
async function action(runner) {
  try {
    for (const name of tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== void 0) await runner.maskSecret(token);
    }
    await runner.writeOutputs(outputsOfError());
    refuseUnknownInputs(runner.unknownInputs);
    const checkout = runner.openCheckout(runner.root);
    requireFolder(checkout, runner);
    const repository = await runner.openRepository();
    const base = runner.pullRequest && await runner.openBase(runner.pullRequest.baseSha, repository);
    const { fetchPolicy } = runner;
    const outcome = await (0, import_chunk_KKYFS6GH.runGate)({
      checkout,
      folderName: runner.folderName,
      inputs: Object.fromEntries(runner.inputs),
      toolVersion: runner.version,
      ...revisionOf(runner),
      ...repository && { repository },
      ...base && { base },
      ...fetchPolicy && { fetchPolicy },
      beforeBuild: () => runner.refuseUnsafeBuild(),
      openWorkshop: (mode, insecure, layerReading) => runner.openWorkshop(checkout, runner.progress(mode), insecure, layerReading)
    });
    runner.print(await (0, import_chunk_QYPVMAPE.render)("table", outcome.result, { columns: 120, colour: false }));
    await publish(outcome, runner);
    return outcome.result.exitStatus;
  } catch (thrown) {
    const words = (0, import_chunk_UQ3P3BQQ.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not check", message: words }]);
    await runner.writeSummary(couldNotCheck(words).summary);
    await runner.writeOutputs(outputsOfError());
    await leaveFailure(words, runner);
    if (!(thrown instanceof import_chunk_ZU5SK2EV.Interrupted)) await tell(await publishCheck(runner, couldNotCheck(words)), runner);
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function leaveFailure(words, runner) {
  const path = runner.inputs.get("failure-file");
  if (path === void 0) return;
  const images = (runner.inputs.get("only") ?? "").split("\n").flatMap((line) => line.trim() || []);
  const failure = { schemaVersion: 1, images, words };
  await runner.writeReport(path, `${JSON.stringify(failure)}
`);
}
function requireFolder(checkout, { inputs }) {
  if (checkout.kindOf(".") === "folder") return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-folder",
    message: "The folder of the checkout is not there.",
    expected: "a folder of the workspace",
    got: inputs.get("working-directory") ?? "the workspace",
    hint: "Give actions/checkout the same `path` as the input `working-directory`."
  });
}
function refuseUnknownInputs(names) {
  const [first] = names;
  if (first === void 0) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "unknown-input",
    message: `The action has no input ${names.map((name) => `"${name}"`).join(", ")}.`,
    got: names.join(", "),
    hint: "Correct the spelling; the README lists every input."
  });
}
var repositoryName = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
function isRepositoryName(text) {
  return repositoryName.test(text) && !text.split("/").some((part) => part === "." || part === "..");
}
function readRun(env2) {
  const problems = [];
  const read = (name, fits, expected, otherwise = "") => {
    const value = env2[name] ?? otherwise;
    if (!fits(value)) problems.push(brokenVariable(name, env2[name], expected));
    return value;
  };
  const run = {
    repository: read("GITHUB_REPOSITORY", isRepositoryName, "OWNER/NAME"),
    runId: Number(read("GITHUB_RUN_ID", isCount, "a positive whole number")),
    runAttempt: Number(read("GITHUB_RUN_ATTEMPT", isCount, "a positive whole number", "1")),
    apiUrl: read("GITHUB_API_URL", isHttpUrl, "an http or https address", "https://api.github.com").replace(/\/+$/, ""),
    serverUrl: read("GITHUB_SERVER_URL", isHttpUrl, "an http or https address", "https://github.com").replace(
      /\/+$/,
      ""
    )
  };
  const [first, ...others] = problems;
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return run;
}
function isCount(value) {
  return /^[1-9]\d{0,15}$/.test(value) && Number.isSafeInteger(Number(value));
}
function isHttpUrl(value) {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
function brokenVariable(name, got, expected) {
  return {
    code: "broken-environment",
    message: got === void 0 ? `The variable ${name} is not set.` : `The variable ${name} is malformed.`,
    expected,
    ...got === void 0 ? {} : { got: got.slice(0, 200) },
    hint: "GitHub Actions sets it; outside of Actions use the command line instead of the action."
  };
}
var commitSha = (0, import_chunk_H7G5P3MR.string)().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "a full commit SHA");
var repositoryName2 = (0, import_chunk_H7G5P3MR.string)().refine(isRepositoryName, "OWNER/NAME");
var branchName = (0, import_chunk_H7G5P3MR.string)().regex(/^[^\u0000-\u0020\u007f]{1,255}$/, "a branch name");
function readEventName(env2) {
  const name = env2["GITHUB_EVENT_NAME"] ?? "";
  if (!/^[a-z_]{1,64}$/.test(name)) throw broken("GITHUB_EVENT_NAME does not name an event.", name.slice(0, 64));
  return name;
}
function parsePayload(event, text, schema) {
  const parsed = schema.safeParse(parseJson(event, text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const field = issue.path.join(".") || "body";
    return problem(`The payload of the event ${event} lacks a usable ${field}.`, { expected: issue.message });
  });
  const [first, ...others] = problems;
  throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : broken(`The payload of the event ${event} is unusable.`);
}
function parseJson(event, text) {
  if (text === void 0) throw broken(`The event ${event} came without a payload: GITHUB_EVENT_PATH is not set.`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(`The payload of the event ${event} is not JSON.`, text.slice(0, 80), cause);
  }
}
function broken(message, got, cause) {
  return new import_chunk_ZU5SK2EV.UserError(problem(message, got === void 0 ? {} : { got }), { cause });
}
function problem(message, details) {
  return {
    code: "broken-event",
    message,
    hint: "Run the action in a workflow that GitHub started, under the events its README names, or use the command line.",
    ...details
  };
}
var pullRequestEvents = /* @__PURE__ */ new Set(["pull_request", "pull_request_target", "pull_request_review"]);
var repo = (0, import_chunk_H7G5P3MR.object)({ full_name: repositoryName2 });
var payload = (0, import_chunk_H7G5P3MR.object)({
  pull_request: (0, import_chunk_H7G5P3MR.object)({
    number: (0, import_chunk_H7G5P3MR.int)().positive(),
    head: (0, import_chunk_H7G5P3MR.object)({ sha: commitSha, repo: repo.nullish() }),
    base: (0, import_chunk_H7G5P3MR.object)({ sha: commitSha, ref: branchName, repo })
  })
});
function readEvent(env2, payloadText) {
  const name = readEventName(env2);
  if (!pullRequestEvents.has(name)) return { kind: "other", name };
  const { number, head, base } = parsePayload(name, payloadText, payload).pull_request;
  const headRepo = head.repo?.full_name;
  return {
    kind: "pull-request",
    name,
    number,
    headSha: head.sha,
    baseSha: base.sha,
    baseRef: base.ref,
    ...headRepo === void 0 ? {} : { headRepo },
    fork: headRepo?.toLowerCase() !== base.repo.full_name.toLowerCase()
  };
}
var maxPayloadBytes = 32 * 2 ** 20;
async function loadEvent(env2) {
  return readEvent(env2, await readPayload(env2));
}
async function readPayload(env2) {
  const path = env2["GITHUB_EVENT_PATH"];
  if (!path) return void 0;
  try {
    const { size } = await (0, import_promises.stat)(path);
    if (size > maxPayloadBytes) throw new Error(`it has ${size} bytes, ${maxPayloadBytes} are read at most`);
    return await (0, import_promises.readFile)(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new import_chunk_ZU5SK2EV.UserError(
      {
        code: "broken-event",
        message: `The event's payload could not be read: ${reason}.`,
        hint: "GitHub Actions writes the file that GITHUB_EVENT_PATH names; leave both as they are."
      },
      { cause }
    );
  }
}
var withDefault = (0, import_chunk_H7G5P3MR.object)({ repository: (0, import_chunk_H7G5P3MR.object)({ default_branch: (0, import_chunk_H7G5P3MR.string)().min(1) }) });
async function isOnDefaultBranch(env2) {
  if (env2["GITHUB_EVENT_NAME"] === "schedule") return true;
  const payload2 = withDefault.safeParse(asJson(await readPayload(env2))).data;
  return payload2 && env2["GITHUB_REF"] === `refs/heads/${payload2.repository.default_branch}`;
}
function asJson(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return void 0;
  }
}
var prefix = "INPUT_";
function readInputs(env2, names) {
  const given = names.flatMap((name) => {
    const value = env2[variableOf(name)]?.trim();
    return value ? [[name, value]] : [];
  });
  return new Map(given);
}
function unknownInputs(env2, names) {
  const known = new Set(names.map(variableOf));
  return Object.keys(env2).filter((variable) => variable.startsWith(prefix) && !known.has(variable) && env2[variable]).map((variable) => variable.slice(prefix.length).toLowerCase()).sort();
}
function variableOf(name) {
  return `${prefix}${name.replaceAll(" ", "_").toUpperCase()}`;
}
var issueAnswer = (0, import_chunk_H7G5P3MR.object)({
  number: (0, import_chunk_H7G5P3MR.int)(),
  html_url: (0, import_chunk_H7G5P3MR.string)(),
  title: (0, import_chunk_H7G5P3MR.string)(),
  body: (0, import_chunk_H7G5P3MR.string)().nullish(),
  state: (0, import_chunk_H7G5P3MR.string)(),
  user: import_chunk_534LGCCF.account.nullish()
});
async function listOwnIssues({ client, repository, label }) {
  const query = { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), labels: label, state: "all" };
  const issues = await client.list("GET /repos/{owner}/{repo}/issues", query, (0, import_chunk_H7G5P3MR.array)(issueAnswer));
  const marked = issues.filter(({ body }) => body?.startsWith(markerStart));
  const writers = marked.flatMap(({ user }) => user ?? []);
  const author = await (0, import_chunk_534LGCCF.sureAuthor)(client, await (0, import_chunk_534LGCCF.findAuthor)(client), writers);
  return marked.filter(({ user }) => user && (0, import_chunk_534LGCCF.isAuthor)(user, author)).sort((one, other) => one.number - other.number);
}
var markerStart = "<!-- plimsoll:issue image=";
function issueMarkerOf(image) {
  return `${markerStart}${(0, import_node_crypto.createHash)("sha256").update(image).digest("hex").slice(0, 32)} -->`;
}
function markerAtStart(body) {
  return /^<!-- plimsoll:issue image=[0-9a-f]{32} -->/.exec(body ?? "")?.[0] ?? "";
}
var settleMs = 2e3;
async function keepIssue(where, said, issue) {
  if (said.outcome === "fail") return issue ? update(where, said, issue) : open(where, said);
  return issue?.state === "open" ? closeIssue(where, issue, said.body) : { state: "none" };
}
async function open(where, said) {
  const { client, repository, label } = where;
  const facts = { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), title: said.title, body: bodyOf(said), labels: [label] };
  try {
    const { html_url: url } = await client.call("POST /repos/{owner}/{repo}/issues", facts, issueAnswer);
    return { state: "created", url };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_534LGCCF.GithubError) || !thrown.ambiguous) throw thrown;
    await client.pause(settleMs);
    const marker = issueMarkerOf(said.image);
    const found = (await listOwnIssues(where)).find(({ body }) => body?.startsWith(marker));
    if (!found) throw thrown;
    return { state: "created", url: found.html_url };
  }
}
async function update(where, said, issue) {
  const isOpen = issue.state === "open";
  const url = issue.html_url;
  const body = bodyOf(said);
  if (isOpen && issue.title === said.title && issue.body?.replaceAll("\r\n", "\n") === body)
    return { state: "unchanged", url };
  await change(where, issue, { title: said.title, body, state: "open" });
  return { state: isOpen ? "updated" : "reopened", url };
}
async function closeIssue(where, issue, comment, reason = "completed") {
  const url = issue.html_url;
  await change(where, issue, { state: "closed", state_reason: reason });
  try {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const thread = { ...(0, import_chunk_534LGCCF.repositoryOf)(where.repository), issue_number: issue.number };
    await where.client.call(route, { ...thread, body: comment }, (0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.int)() }));
    return { state: "closed", url };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
    return {
      state: "closed",
      url,
      warning: (0, import_chunk_534LGCCF.explainFailure)("The closed issue got no comment", "issues: write", thrown)
    };
  }
}
async function change({ client, repository }, { number }, facts) {
  const where = { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), issue_number: number };
  await client.call("PATCH /repos/{owner}/{repo}/issues/{issue_number}", { ...where, ...facts }, issueAnswer);
}
function bodyOf({ image, body }) {
  return `${issueMarkerOf(image)}
${body}`;
}
var maxNewIssues = 50;
var maxFailuresInARow = 3;
async function publishIssues(request) {
  const states = [];
  const warnings = [];
  const failed2 = [];
  let closedOthers = 0;
  try {
    const ours = await listOwnIssues(request);
    const byMarker = oldestOf(ours);
    let [created, inARow, untried, unopened] = [0, 0, 0, 0];
    for (const said of request.issues) {
      const issue = byMarker.get(issueMarkerOf(said.image));
      if (inARow === maxFailuresInARow) untried += 1;
      else if (said.outcome === "fail" && !issue && created === maxNewIssues) unopened += 1;
      else {
        try {
          const state = await keepIssue(request, said, issue);
          inARow = 0;
          if (state.state === "created") created += 1;
          if ("warning" in state && state.warning !== void 0) warnings.push(state.warning);
          states.push({ ...state, image: said.image });
        } catch (thrown) {
          if (!(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
          inARow += 1;
          failed2.push((0, import_chunk_534LGCCF.explainFailure)("An audit issue was not published", "issues: write", thrown));
        }
      }
    }
    const [first] = failed2;
    if (first !== void 0) warnings.push(sentenceOf(first, failed2.length + untried));
    if (unopened > 0)
      warnings.push(
        `${unopened} more images fail and got no issue: at most ${maxNewIssues} are opened at once. The next audit opens more; one issue for all images is \`issues: one\`.`
      );
    if (inARow < maxFailuresInARow) {
      if (created > 0) await closeDoubles(request);
      closedOthers = await closeOthers(request, ours);
    }
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted || !(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
    warnings.push((0, import_chunk_534LGCCF.explainFailure)("The audit issues were not published", "issues: write", thrown));
  }
  return { states, closedOthers, warnings };
}
function sentenceOf(first, count) {
  return count === 1 ? first : `${count} audit issues were not published; the first: ${first}`;
}
function oldestOf(issues) {
  return new Map(issues.toReversed().map((issue) => [markerAtStart(issue.body), issue]));
}
async function closeDoubles(request) {
  const ours = await listOwnIssues(request);
  const oldest = oldestOf(ours);
  for (const issue of ours) {
    const first = oldest.get(markerAtStart(issue.body));
    if (issue.state === "open" && first && first.number !== issue.number)
      await closeIssue(request, issue, `The same as #${first.number}, which another run opened.`, "not_planned");
  }
}
async function closeOthers(request, ours) {
  const { closeOthersWith: comment, issues } = request;
  if (comment === void 0) return 0;
  const audited = new Set(issues.map(({ image }) => issueMarkerOf(image)));
  const others = ours.filter(({ state, body }) => state === "open" && !audited.has(markerAtStart(body)));
  for (const issue of others) await closeIssue(request, issue, comment, "not_planned");
  return others.length;
}
async function writeOver(request, keeper, later, hasPosted) {
  const { url } = keeper;
  const isNewest = await readHead(request) === request.headSha;
  const isShown = keeper.marker.headSha === request.headSha && keeper.body === request.body;
  if (hasPosted && isShown && (0, import_chunk_534LGCCF.isSameRun)(keeper.marker, request))
    return { state: "created", url, ...await remove(request, isNewest ? later : madeBy(request, later)) };
  if (!isNewest || keeper.marker.headSha === request.headSha && (0, import_chunk_534LGCCF.isLaterRun)(keeper.marker, request))
    return { state: "outdated", url, ...await remove(request, madeBy(request, later)) };
  if (!isShown) {
    const gone = await update2(request, keeper);
    if (gone) return gone;
  }
  return { state: isShown ? "unchanged" : "updated", url, ...await remove(request, later) };
}
async function readHead({ client, repository, pullNumber }) {
  const pull = await client.call(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), pull_number: pullNumber },
    (0, import_chunk_H7G5P3MR.object)({ head: (0, import_chunk_H7G5P3MR.object)({ sha: (0, import_chunk_H7G5P3MR.string)() }) })
  );
  return pull.head.sha;
}
function madeBy(request, comments) {
  return comments.filter(({ marker }) => (0, import_chunk_534LGCCF.isSameRun)(marker, request));
}
async function update2(request, { id }) {
  try {
    await request.client.call(
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { ...(0, import_chunk_534LGCCF.repositoryOf)(request.repository), comment_id: id, body: (0, import_chunk_534LGCCF.markBody)(request, request.body) },
      import_chunk_534LGCCF.commentAnswer
    );
    return void 0;
  } catch (thrown) {
    if ((0, import_chunk_534LGCCF.isMissing)(thrown)) return { gone: { id, thrown } };
    throw thrown;
  }
}
async function remove({ client, repository }, comments) {
  try {
    for (const { id } of comments) {
      const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
      await client.call(route, { ...(0, import_chunk_534LGCCF.repositoryOf)(repository), comment_id: id }, (0, import_chunk_H7G5P3MR._undefined)()).catch((thrown) => {
        if (!(0, import_chunk_534LGCCF.isMissing)(thrown)) throw thrown;
      });
    }
    return {};
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
    return { warning: (0, import_chunk_534LGCCF.explainFailure)("A superfluous comment was not removed", "pull-requests: write", thrown) };
  }
}
var maxRounds = 5;
var maxPosts = 2;
var settleMs2 = 2e3;
async function publishComment(request) {
  if (request.mode === "never") return { state: "skipped" };
  try {
    return await settle(request);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted) throw thrown;
    return {
      state: "failed",
      warning: (0, import_chunk_534LGCCF.explainFailure)("The pull request comment was not published", "pull-requests: write", thrown)
    };
  }
}
async function settle(request) {
  const author = await (0, import_chunk_534LGCCF.findAuthor)(request.client);
  let progress = { author, posts: 0 };
  for (let round = 1; round <= maxRounds; round += 1) {
    const next = await lookAndWrite(request, progress).catch(keepPosted(progress));
    if ("state" in next) return next;
    progress = next;
  }
  throw new Error(`the comments kept changing, ${maxRounds} times over.`);
}
async function lookAndWrite(request, progress) {
  const { author, posts, posted, gone } = progress;
  const listed = await (0, import_chunk_534LGCCF.listOwnComments)(request.client, (0, import_chunk_534LGCCF.threadOf)(request), author, request.commentId);
  const own = posted && !listed.some(({ id }) => id === posted.id) ? [...listed, posted] : listed;
  const [keeper, ...later] = own;
  if (keeper) {
    if (keeper.id === gone?.id) throw gone.thrown;
    const written = await writeOver(request, keeper, later, posts > 0);
    return "state" in written ? written : { author, posts, ...written };
  }
  if (!isWorthPosting(request)) return { state: "skipped" };
  const answer = await post(request, posts + 1 < maxPosts);
  if (answer) return { ...answer, posts: posts + 1 };
  await request.client.pause(settleMs2);
  return { author, posts: posts + 1 };
}
function keepPosted({ posted }) {
  return (thrown) => {
    if (!posted || !(thrown instanceof import_chunk_534LGCCF.GithubError)) throw thrown;
    const warning = (0, import_chunk_534LGCCF.explainFailure)("Other comments of ours were not looked for", "pull-requests: write", thrown);
    return { state: "created", url: posted.url, warning };
  };
}
function isWorthPosting({ mode, outcome, changed }) {
  if (mode === "on-failure") return outcome === "fail";
  return mode === "always" || outcome === "fail" || changed;
}
async function post(request, mayLookAgain) {
  try {
    const { id, html_url, user } = await request.client.call(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { ...(0, import_chunk_534LGCCF.threadOf)(request), body: (0, import_chunk_534LGCCF.markBody)(request, request.body) },
      import_chunk_534LGCCF.commentAnswer
    );
    if (!user) throw new Error("GitHub posted the comment for nobody.");
    return { author: { id: user.id }, posted: { id, url: html_url, marker: request, body: request.body } };
  } catch (thrown) {
    if (thrown instanceof import_chunk_534LGCCF.GithubError && thrown.ambiguous && mayLookAgain) return void 0;
    throw thrown;
  }
}
var maxSummaryChars = 65535;
var externalId = "plimsoll";
var checkRun = (0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.int)(), html_url: (0, import_chunk_H7G5P3MR.string)().nullable(), external_id: (0, import_chunk_H7G5P3MR.string)().nullish() });
async function publishCheckRun(request) {
  try {
    const { client, headSha, name, conclusion } = request;
    const where = (0, import_chunk_534LGCCF.repositoryOf)(request.repository);
    const output = { title: request.title, summary: request.summary.slice(0, maxSummaryChars) };
    const list = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const known = await client.call(
      list,
      { ...where, ref: headSha, check_name: name, filter: "latest" },
      (0, import_chunk_H7G5P3MR.object)({ check_runs: (0, import_chunk_H7G5P3MR.array)(checkRun) })
    );
    const mine = known.check_runs.find((run2) => run2.external_id === externalId);
    const facts = { ...where, conclusion, output };
    const updated = mine && await update3(client, { ...facts, check_run_id: mine.id });
    const create = "POST /repos/{owner}/{repo}/check-runs";
    const run = updated ?? await client.call(create, { ...facts, name, head_sha: headSha, external_id: externalId }, checkRun);
    return { state: updated ? "updated" : "created", url: run.html_url ?? "" };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted) throw thrown;
    return { state: "failed", warning: (0, import_chunk_534LGCCF.explainFailure)("The check run was not published", "checks: write", thrown) };
  }
}
async function update3(client, facts) {
  try {
    return await client.call("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", facts, checkRun);
  } catch (thrown) {
    const isRefused = thrown instanceof import_chunk_534LGCCF.GithubError && [403, 404].includes(thrown.status ?? 0) && !thrown.rateLimited;
    if (isRefused) return void 0;
    throw thrown;
  }
}
async function publishReport(comment, run, signal) {
  const { token, pullRequest, id, ...what } = comment;
  const client = await (0, import_chunk_534LGCCF.createGithubClient)({ token, apiUrl: run.apiUrl, signal });
  const state = await publishComment({
    ...what,
    client,
    commentId: id,
    repository: run.repository,
    pullNumber: pullRequest.number,
    headSha: pullRequest.headSha,
    runId: run.runId,
    runAttempt: run.runAttempt
  });
  if (state.state === "failed") return { state: "failed", warning: state.warning };
  if (state.state === "skipped") return { state: "skipped" };
  return {
    state: state.state,
    url: state.url,
    note: `Comment ${state.state}: ${state.url}`,
    ...state.warning !== void 0 && { warning: state.warning }
  };
}
async function publishVerdict({ token, ...check }, { apiUrl, repository }, signal) {
  const client = await (0, import_chunk_534LGCCF.createGithubClient)({ token, apiUrl, signal });
  const state = await publishCheckRun({ ...check, client, repository });
  if (state.state === "failed") return { warning: state.warning };
  return { note: `Check run ${state.state}: ${state.url}` };
}
async function publishAuditIssues({ token, ...what }, { apiUrl, repository }, signal) {
  const client = await (0, import_chunk_534LGCCF.createGithubClient)({ token, apiUrl, signal });
  const { states, closedOthers, warnings } = await publishIssues({ ...what, client, repository });
  return [
    ...states.flatMap(
      (one) => one.state === "none" ? [] : [{ note: `Issue ${one.state}: ${one.url}` }]
    ),
    ...closedOthers > 0 ? [{ note: `${closedOthers} issues of images that are gone were closed.` }] : [],
    ...warnings.map((warning) => ({ warning }))
  ];
}
var perLevel = 10;
var maxMessageChars = 4096;
var levels = ["error", "warning", "notice"];
async function annotate(annotations) {
  const core = await Promise.resolve().then(() => __toESM(require("./core-JBQ3H2RY.cjs")));
  for (const level of levels) {
    for (const annotation of capAnnotations(annotations.filter((one) => one.level === level))) {
      core[level](printable(annotation.message, maxMessageChars), propertiesOf(annotation));
    }
  }
}
function capAnnotations(ofOneLevel) {
  const [first] = ofOneLevel;
  if (!first || ofOneLevel.length <= perLevel) return ofOneLevel;
  const rest = ofOneLevel.length - (perLevel - 1);
  return [
    ...ofOneLevel.slice(0, perLevel - 1),
    { level: first.level, message: `And ${rest} more of this level: see the job summary.` }
  ];
}
async function maskSecret(secret) {
  const core = await Promise.resolve().then(() => __toESM(require("./core-JBQ3H2RY.cjs")));
  const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  for (const line of lines) core.setSecret(line);
}
function printable(text, maxChars) {
  const plain = text.replaceAll("##[", "## [");
  return plain.length <= maxChars ? plain : `${plain.slice(0, maxChars - 1)}…`;
}
function propertiesOf({ title, file, startLine, endLine }) {
  return {
    ...title === void 0 ? {} : { title: printable(title, 200) },
    ...file === void 0 ? {} : { file },
    ...startLine === void 0 ? {} : { startLine },
    ...endLine === void 0 ? {} : { endLine }
  };
}
function untrustedLog(write) {
  let token;
  return {
    print: (text) => {
      if (text === "") return;
      if (token === void 0) {
        token = (0, import_node_crypto2.randomBytes)(16).toString("hex");
        write(`
::stop-commands::${token}
`);
      }
      write(toPlainLines(text));
    },
    end: () => {
      if (token !== void 0) write(`::${token}::
`);
      token = void 0;
    }
  };
}
function toPlainLines(text) {
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("##[", "## [");
  return lines.endsWith("\n") ? lines : `${lines}
`;
}
var summaryBudgetBytes = 9e5;
async function writeOutputs(path, outputs) {
  if (!path) return failed("The step outputs were not written: the runner gave no GITHUB_OUTPUT file.");
  const text = [...outputs].map(([name, value]) => outputCommand(name, String(value))).join("");
  return append(path, text, "step outputs");
}
function outputCommand(name, value) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" is no name of an output.`);
  const delimiter = `plimsoll_${(0, import_node_crypto3.randomBytes)(16).toString("hex")}`;
  return `${name}<<${delimiter}
${value}
${delimiter}
`;
}
async function writeSummary(path, markdown) {
  if (!path) return failed("The job summary was not written: the runner gave no GITHUB_STEP_SUMMARY file.");
  const presentBytes = await (0, import_promises2.stat)(path).then(
    ({ size }) => size,
    // A missing file is made by appending; any other fault shows itself there, with its words.
    () => 0
  );
  const text = cutToBytes(markdown.endsWith("\n") ? markdown : `${markdown}
`, summaryBudgetBytes - presentBytes);
  const written = await append(path, text.kept, "job summary");
  return written.state === "written" && text.cut ? failed(`The job summary was cut: with it the file would pass ${summaryBudgetBytes} bytes.`) : written;
}
function cutToBytes(text, maxBytes) {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length <= maxBytes) return { kept: text, cut: false };
  const end = maxBytes > 0 ? bytes.lastIndexOf(10, maxBytes - 1) + 1 : 0;
  return { kept: bytes.subarray(0, end).toString("utf8"), cut: true };
}
async function append(path, text, what) {
  try {
    await (0, import_promises2.appendFile)(path, text, "utf8");
    return { state: "written" };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return failed(`The ${what} could not be written: ${reason}.`);
  }
}
function failed(warning) {
  return { state: "failed", warning };
}
var { env, stdout } = process;
var log = untrustedLog((chunk) => stdout.write(chunk));
function runStep(step) {
  const main = async () => {
    try {
      return await step((0, import_chunk_UQ3P3BQQ.stopSignal)());
    } catch (thrown) {
      log.print((0, import_chunk_UQ3P3BQQ.explain)(thrown));
      return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
    } finally {
      log.end();
    }
  };
  void main().then((status) => stdout.write("", () => process.exit(status)));
}
var voice = {
  writeOutputs: async (outputs) => asPublished(await writeOutputs(env["GITHUB_OUTPUT"], outputs)),
  writeSummary: async (markdown) => asPublished(await writeSummary(env["GITHUB_STEP_SUMMARY"], markdown)),
  annotate: async (annotations) => {
    log.end();
    await annotate(annotations);
  },
  maskSecret: async (secret) => {
    log.end();
    await maskSecret(secret);
  },
  print: (text) => log.print(text)
};
function asPublished(write) {
  return write.state === "failed" ? { warning: write.warning } : {};
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  action,
  branchName,
  commitSha,
  couldNotCheck,
  isChanged,
  isOnDefaultBranch,
  loadEvent,
  outputsOfError,
  parsePayload,
  publish,
  publishAuditIssues,
  publishCheck,
  publishReport,
  publishVerdict,
  readEventName,
  readInputs,
  readPayload,
  readRun,
  refuseUnknownInputs,
  repositoryName,
  requireFolder,
  revisionOf,
  runStep,
  tell,
  tokenInputs,
  unknownInputs,
  voice
});
