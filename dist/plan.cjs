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
var import_chunk_X7GPFV4J = require("./parts/chunk-X7GPFV4J.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_PULT5DIE = require("./parts/chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./parts/chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./parts/chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./parts/chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
async function changesSince({
  repository,
  base,
  headSha
}) {
  if (!base) return { unknown: "This is no pull request, so all images are checked." };
  if (!repository) return { unknown: "What changed is not known: the checkout is no Git repository." };
  try {
    const from = await (0, import_chunk_VRXQF2HV.commitToHoldAgainst)(repository, base, headSha);
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
var cleanSource = (source) => (0, import_chunk_X7GPFV4J.cleanPath)(`/${source}`).slice(1) || ".";
function isReadBy(source, path) {
  const wanted = source.split("/");
  return path.split("/").slice(0, wanted.length).every((name, index) => matches(wanted[index] ?? "", name));
}
function matches(pattern, name) {
  if (!/[*?[\\]/.test(pattern)) return pattern === name;
  try {
    return (0, import_chunk_X7GPFV4J.compilePattern)(pattern)(name);
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
  return (0, import_chunk_O23TK2GA.planVariants)(image, void 0).flatMap((variant) => "image" in variant ? [] : [variant]);
}
async function whyBuildDiffers(build, { changes, isContextJudged }, checkout) {
  const dockerfile = (0, import_chunk_X7GPFV4J.cleanPath)(build.dockerfile);
  if (changes.links.includes(dockerfile))
    return `${dockerfile} is a symbolic link, so what it leads to may have changed.`;
  const own = /* @__PURE__ */ new Set([dockerfile, `${dockerfile}.dockerignore`, inContext(build.context, ".dockerignore")]);
  const touched = changes.paths.find((path) => own.has(path));
  if (touched !== void 0) return `${touched} changed.`;
  const context = (0, import_chunk_X7GPFV4J.cleanPath)(build.context);
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
    return text === void 0 ? void 0 : contextSources((0, import_chunk_AUUZPQXD.readDockerfile)(text, dockerfile, options));
  });
}
async function ignoreRulesOf(build, checkout) {
  return orUnknown(async () => {
    for (const path of [`${build.dockerfile}.dockerignore`, inContext(build.context, ".dockerignore")]) {
      const text = await checkout.readText(path, maxFileBytes);
      if (text !== void 0) return (0, import_chunk_X7GPFV4J.parseIgnoreFile)(text, path);
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
var inContext = (context, path) => (0, import_chunk_X7GPFV4J.cleanPath)(`${context}/${path}`);
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
  const files = /* @__PURE__ */ new Set([...import_chunk_7PDTT6NT.configPlaces, ...sources, ...configFile === void 0 ? [] : [configFile]]);
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
    for (const name of import_chunk_SDCCUH5V.tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== void 0) await runner.maskSecret(token);
    }
    (0, import_chunk_SDCCUH5V.refuseUnknownInputs)(runner.unknownInputs);
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
    const words = (0, import_chunk_HYO6LO7W.explain)(thrown);
    runner.print(words);
    await runner.annotate([{ level: "error", title: "Plimsoll could not plan", message: words }]);
    await runner.writeSummary((0, import_chunk_SDCCUH5V.couldNotCheck)(words).summary);
    return (0, import_chunk_3FGSU4GP.exitStatusOfError)(thrown);
  }
}
async function planOf(runner) {
  const { images = "changed", "max-jobs": _maxJobs, ...inputs } = Object.fromEntries(runner.inputs);
  if (images !== "changed" && images !== "all")
    throw new import_chunk_ZU5SK2EV.UserError(wrong("images", images, "`changed` or `all`", "Leave it out for `changed`."));
  const checkout = runner.openCheckout(runner.root);
  (0, import_chunk_SDCCUH5V.requireFolder)(checkout, runner);
  const repository = await runner.openRepository();
  const { pullRequest, fetchPolicy, folderName } = runner;
  const base = pullRequest && await runner.openBase(pullRequest.baseSha, repository);
  const judgedBy = await (0, import_chunk_2TSLXWOK.settingsThatCount)({
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
(0, import_chunk_RGID544H.runAction)(
  import_chunk_JB2LKZGM.planInputSpecs.map(({ name }) => name),
  planAction
);
