var import_chunk_RERJVM4W = require("./parts/chunk-RERJVM4W.cjs");
var import_chunk_S3IC7IWJ = require("./parts/chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./parts/chunk-T4HUF5C3.cjs");
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
var import_chunk_U7OFPTSN = require("./parts/chunk-U7OFPTSN.cjs");
var import_chunk_6HMITL4P = require("./parts/chunk-6HMITL4P.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
async function changesSince({
  repository,
  base,
  headSha
}) {
  if (!base) return { unknown: "This is no pull request, so all images are checked." };
  if (!repository) return { unknown: "What changed is not known: the checkout is no Git repository." };
  try {
    const from = await (0, import_chunk_LJNQOZMK.commitToHoldAgainst)(repository, base, headSha);
    if (from === void 0) return { unknown: "What changed is not known: the histories share no commit." };
    return await repository.changes(from, await repository.head());
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { unknown: `What changed is not known: ${thrown.message}` };
  }
}
function contextSources({ parsed, graph }) {
  if (parsed.directives["syntax"] !== void 0 && !/(^|\/)docker\/dockerfile(:|@|$)/.test(parsed.directives["syntax"]))
    return void 0;
  const steps = graph.stages.filter(({ index }) => graph.needed.has(index)).flatMap(({ steps: own }) => own);
  const sources = steps.flatMap(({ instruction }) => sourcesOf(instruction)).map(cleanSource);
  if (sources.length === 0 || sources.includes(".") || sources.some((source) => source.includes("$"))) return void 0;
  return [...new Set(sources)];
}
function sourcesOf({ detail }) {
  if (detail.kind === "RUN")
    return detail.mounts.filter(({ type, from }) => from === null && (type === "bind" || type.includes("$"))).map(({ source }) => source ?? ".");
  if (detail.kind !== "COPY" && detail.kind !== "ADD" || detail.from !== null) return [];
  return detail.sources.filter((source) => !isRemote(source));
}
var isRemote = (source) => /^(https?|git|ssh|ftp):\/\/|^[\w.-]+@[\w.-]+:/.test(source);
var cleanSource = (source) => (0, import_chunk_U7OFPTSN.cleanPath)(`/${source}`).slice(1) || ".";
function isReadBy(source, path) {
  const wanted = source.split("/");
  return path.split("/").slice(0, wanted.length).every((name, index) => matches(wanted[index] ?? "", name));
}
function matches(pattern, name) {
  if (!/[*?[\\]/.test(pattern)) return pattern === name;
  try {
    return (0, import_chunk_U7OFPTSN.compilePattern)(pattern)(name);
  } catch {
    return true;
  }
}
var maxFileBytes = 2 ** 20;
async function whyAffected(image, look, checkout) {
  for (const build of buildsOf(image)) {
    const why = await whyBuildDiffers(build, look, checkout);
    if (why !== void 0) return why;
  }
  return void 0;
}
function buildsOf(image) {
  return (0, import_chunk_OGQU3DUI.planVariants)(image, void 0).flatMap((variant) => "image" in variant ? [] : [variant]);
}
async function whyBuildDiffers(build, { changes, isContextJudged }, checkout) {
  const dockerfile = (0, import_chunk_U7OFPTSN.cleanPath)(build.dockerfile);
  if (changes.links.includes(dockerfile))
    return `${dockerfile} is a symbolic link, so what it leads to may have changed.`;
  const own = /* @__PURE__ */ new Set([dockerfile, `${dockerfile}.dockerignore`, inContext(build.context, ".dockerignore")]);
  const touched = changes.paths.find((path) => own.has(path));
  if (touched !== void 0) return `${touched} changed.`;
  const context = (0, import_chunk_U7OFPTSN.cleanPath)(build.context);
  const below = (paths) => paths.flatMap((path) => pathBelow(context, path) ?? []);
  const ignored = await ignoreRulesOf(build, checkout);
  const isWhole = isContextJudged || below(changes.links).length > 0;
  const sources = isWhole ? void 0 : await sourcesOf2(build, checkout);
  const found = below(changes.paths).find(
    (path) => path === "." || ignored?.match(path).ignored !== true && (sources?.some((source) => isReadBy(source, path)) ?? true)
  );
  if (found === void 0) return void 0;
  const what = sources === void 0 ? "is in its build context" : "is read by its build";
  return `${inContext(context, found)} changed, which ${what}.`;
}
async function sourcesOf2(build, checkout) {
  return orUnknown(async () => {
    const text = await checkout.readText(build.dockerfile, maxFileBytes);
    const { dockerfile, buildArgs, target } = build;
    const options = { buildArgs, ...target !== void 0 && { target } };
    return text === void 0 ? void 0 : contextSources((0, import_chunk_RERJVM4W.readDockerfile)(text, dockerfile, options));
  });
}
async function ignoreRulesOf(build, checkout) {
  return orUnknown(async () => {
    for (const path of [`${build.dockerfile}.dockerignore`, inContext(build.context, ".dockerignore")]) {
      const text = await checkout.readText(path, maxFileBytes);
      if (text !== void 0) return (0, import_chunk_U7OFPTSN.parseIgnoreFile)(text, path);
    }
    return void 0;
  });
}
async function orUnknown(read) {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
var inContext = (context, path) => (0, import_chunk_U7OFPTSN.cleanPath)(`${context}/${path}`);
function pathBelow(folder, path) {
  if (folder === ".") return path;
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  return folder === path || folder.startsWith(`${path}/`) ? "." : void 0;
}
async function planCheck({ judgedBy, configFile, changes, checkout }) {
  const { settings, proposed, notices } = judgedBy;
  const whyAll = "unknown" in changes ? changes.unknown : whyAllAreJudged(changes, configFile, [settings, proposed]);
  const images = [];
  const unchanged = [];
  const isContextJudged = settings.policy.uses.some(
    ({ level, rule }) => level === "error" && rule.gathers?.includes("context") === true
  );
  for (const image of settings.images) {
    const why = whyAll ?? ("unknown" in changes ? void 0 : await whyAffected(image, { changes, isContextJudged }, checkout));
    if (why === void 0) unchanged.push(image.name);
    else images.push({ name: image.name, why });
  }
  const { sources, digest } = settings.policy;
  const policy = { sources: [...sources], digest };
  return { schemaVersion: 1, images, unchanged, policy, notices: [...notices, ...untouched(unchanged, settings)] };
}
function whyAllAreJudged({ paths }, configFile, settings) {
  const sources = settings.flatMap((one) => one?.policy.sources ?? []).map((source) => source.replace(/@[0-9a-f]+$/, ""));
  const files = /* @__PURE__ */ new Set([...import_chunk_AYO6CDNM.configPlaces, ...sources, ...configFile === void 0 ? [] : [configFile]]);
  const changed = paths.find((path) => files.has(path));
  return changed === void 0 ? void 0 : `${changed} changed, which all images are judged by.`;
}
function untouched(unchanged, { images }) {
  if (unchanged.length === 0) return [];
  const all = unchanged.length === images.length;
  const which = all ? "No image is" : `${unchanged.length} of ${images.length} images are not`;
  return [{ level: "notice", message: `${which} touched by this change${all ? "" : ", so they were not checked"}.` }];
}
function jobsOf({ images }, maxJobs) {
  const count = Math.min(images.length, maxJobs);
  const shares = Array.from({ length: count }, (_, index) => images.filter((_image, at) => at % count === index));
  return shares.map((share, index) => {
    const [first, ...others] = share.map(({ name }) => name);
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    const id = String(index + 1).padStart(String(count).length, "0");
    return { id, label: `${first ?? ""}${more}`, only: share.map(({ name }) => name).join("\n") };
  });
}
async function planAction(runner) {
  try {
    for (const name of import_chunk_QZYW4IEP.tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== void 0) await runner.maskSecret(token);
    }
    (0, import_chunk_QZYW4IEP.refuseUnknownInputs)(runner.unknownInputs);
    const maxJobs = readMaxJobs(runner.inputs.get("max-jobs") ?? "100");
    const plan = await planOf(runner);
    const jobs = jobsOf(plan, maxJobs);
    for (const { name, why } of plan.images) runner.print(`${name}: ${why}
`);
    for (const name of plan.unchanged) runner.print(`${name}: left out, this change does not touch it.
`);
    const written = await runner.writeOutputs(
      /* @__PURE__ */ new Map([
        ["count", jobs.length],
        ["matrix", JSON.stringify({ include: jobs })],
        ["plan", JSON.stringify(plan)]
      ])
    );
    if (written.warning !== void 0) throw new Error(written.warning);
    return import_chunk_3FGSU4GP.exitStatus.passed;
  } catch (thrown) {
    const words = (0, import_chunk_UQ3P3BQQ.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not plan", message: words }]);
    await runner.writeSummary((0, import_chunk_QZYW4IEP.couldNotCheck)(words).summary);
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function planOf(runner) {
  const { images = "changed", "max-jobs": _maxJobs, ...inputs } = Object.fromEntries(runner.inputs);
  if (images !== "changed" && images !== "all")
    throw new import_chunk_ZU5SK2EV.UserError(wrong("images", images, "`changed` or `all`", "Leave it out for `changed`."));
  const checkout = runner.openCheckout(runner.root);
  (0, import_chunk_QZYW4IEP.requireFolder)(checkout, runner);
  const repository = await runner.openRepository();
  const { pullRequest, fetchPolicy, folderName } = runner;
  const base = pullRequest && await runner.openBase(pullRequest.baseSha, repository);
  const judgedBy = await (0, import_chunk_KKYFS6GH.settingsThatCount)({
    checkout,
    inputs,
    folderName,
    ...base && { base },
    ...fetchPolicy && { fetchPolicy }
  });
  const revisions = {
    ...repository && { repository },
    ...base && { base },
    ...pullRequest && { headSha: pullRequest.headSha }
  };
  const changes = images === "all" ? { unknown: "All images were asked for." } : await changesSince(revisions);
  const configFile = inputs["config"];
  return planCheck({ judgedBy, changes, checkout, ...configFile !== void 0 && { configFile } });
}
var mostJobs = 256;
function readMaxJobs(text) {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= 1 && count <= mostJobs) return count;
  throw new import_chunk_ZU5SK2EV.UserError(wrong("max-jobs", text, `a whole number from 1 to ${mostJobs}`, "Leave it out for 100."));
}
function wrong(input, got, expected, hint) {
  const message = `The input \`${input}\` cannot be ${JSON.stringify(got)}.`;
  return { code: "invalid-input", message, expected, got, hint };
}
(0, import_chunk_IZLDADWI.runAction)(
  import_chunk_5ZN4C4UO.planInputSpecs.map(({ name }) => name),
  planAction
);
