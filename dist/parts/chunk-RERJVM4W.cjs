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
  describeDockerfile: () => describeDockerfile,
  readDockerfile: () => readDockerfile,
  reportDockerfile: () => reportDockerfile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_S3IC7IWJ = require("./chunk-S3IC7IWJ.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var symbolicMode = /^[ugoa]*(?:[-+=][rwxXstugo]*)+(?:,[ugoa]*(?:[-+=][rwxXstugo]*)+)*$/;
function checkMode(mode) {
  if (mode === "" || symbolicMode.test(mode)) return;
  if (!/^[0-7]+$/.test(mode) || Number.parseInt(mode, 8) > 4095)
    throw new import_chunk_S3IC7IWJ.WordError(`--chmod cannot be ${mode}: it is octal, at most 07777, or symbolic such as u+x`);
}
var hexDigits = { sha256: 64, sha384: 96, sha512: 128 };
function checkChecksum(checksum, { sources, heredocs }) {
  if (checksum === "" || sources.some((source) => source.includes("$"))) return;
  if (heredocs.length > 0 || !sources.every((source) => isGit(source) || isHttp(source)))
    throw new import_chunk_S3IC7IWJ.WordError("--checksum is for what is fetched by HTTP(S) or Git");
  if (sources.some((source) => !isGit(source)) && !isDigest(checksum))
    throw new import_chunk_S3IC7IWJ.WordError(`--checksum cannot be ${checksum}: it is a digest such as sha256:…`);
}
var isHttp = (source) => /^https?:\/\//.test(source);
var isGit = (source) => /^(?:git|ssh):\/\/|^[\w.-]+@[\w.-]+:/.test(source) || /^https?:\/\/.*\.git(?:[#?].*)?$/.test(source);
function isDigest(text) {
  const [algorithm = "", hex = "", ...more] = text.split(":");
  const length = Object.hasOwn(hexDigits, algorithm) ? hexDigits[algorithm] : void 0;
  return more.length === 0 && hex.length === length && /^[0-9a-f]+$/.test(hex);
}
function expandCopy({ global, state, expand }, detail) {
  const flag = (name, value) => {
    const text = value === null ? "" : expand(value);
    return text ? [`--${name}=${text}`] : [];
  };
  if (detail.checksum !== null) checkChecksum(expand(detail.checksum), detail);
  if (detail.chmod !== null && !detail.chmod.includes("$")) checkMode(expand(detail.chmod));
  for (const exclude of detail.excludes) expand(exclude);
  for (const heredoc of detail.heredocs) (0, import_chunk_S3IC7IWJ.expandHeredoc)(heredoc, state.scope, global.meter);
  return [
    ...detail.parents ? ["--parents"] : [],
    ...flag("chown", detail.chown),
    ...flag("chmod", detail.chmod),
    ...detail.sources.map((source) => expand(source)),
    ...detail.heredocs.map(({ name }) => `<<${name}`),
    expand(detail.destination)
  ];
}
function resolveWorkdir(state, written) {
  const windows = state.os === "windows";
  const current = windows ? withoutDrive(state.workingDir ?? "/") : state.workingDir ?? "/";
  const path = windows ? withoutDrive(written).replace(/(?<=.)\/$/, "") : written || current;
  const resolved = path.startsWith("/") ? path : import_node_path.posix.join("/", current, path).replace(/(?<=.)\/$/, "");
  return windows ? resolved.replaceAll("/", "\\") : resolved;
}
function withoutDrive(path) {
  return import_node_path.posix.normalize(path.replaceAll("\\", "/").replace(/^[cC]:/, ""));
}
var defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function newState(os, base) {
  const preset = os === "windows" ? [] : [["PATH", defaultPath]];
  return {
    scope: new Map(preset),
    // Of other images it is not known whether they state one.
    env: new Map(base === "scratch" ? preset : []),
    declaredArgs: /* @__PURE__ */ new Map(),
    labels: /* @__PURE__ */ new Map(),
    ports: /* @__PURE__ */ new Set(),
    volumes: /* @__PURE__ */ new Set(),
    onBuild: [],
    statedBy: /* @__PURE__ */ new Map(),
    user: null,
    // BuildKit's empty image states its directory; of other images it is not known.
    workingDir: base === "scratch" ? "/" : null,
    entrypoint: null,
    cmd: null,
    hasOwnCmd: false,
    healthcheck: null,
    stopSignal: null,
    shell: null,
    os
  };
}
function copyState(state) {
  return {
    ...state,
    // The image's own variables come over those ARGs of the stage before that have the same name.
    scope: new Map([...state.scope, ...state.env]),
    env: new Map(state.env),
    declaredArgs: new Map(
      [...state.declaredArgs].map(([name, word]) => {
        const own = state.env.get(name);
        return [name, own === void 0 ? word : `${name}=${own}`];
      })
    ),
    labels: new Map(state.labels),
    ports: new Set(state.ports),
    volumes: new Set(state.volumes),
    onBuild: [],
    statedBy: new Map(state.statedBy),
    hasOwnCmd: false
  };
}
function setVariable({ scope, declaredArgs }, name, value) {
  scope.set(name, value);
  if (declaredArgs.has(name)) declaredArgs.set(name, `${name}=${value}`);
}
function shellOf({ shell, os }) {
  if (shell) return shell;
  return os === "windows" ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
}
function commandWords(state, { form, words }) {
  return form === "json" ? words : [...shellOf(state), words.join(" ")];
}
function runCommand(command, { heredocs }, os) {
  const [first, ...more] = heredocs;
  const [written = ""] = command.words;
  if (!first || command.form === "json") return command;
  if (!(0, import_chunk_S3IC7IWJ.isHeredocMark)(written)) {
    const bodies = [first, ...more].map(({ content, name }) => `
${content}${name}`);
    return { form: "shell", words: [written + bodies.join("")] };
  }
  const body = (0, import_chunk_S3IC7IWJ.heredocBody)(first);
  return { form: "shell", words: [os !== "windows" && body.startsWith("#!") ? `/dev/pipes/${first.name}` : body] };
}
var systems = "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
  " "
);
var architectures = "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm".split(" ");
var otherNames = {
  i386: ["386"],
  x86_64: ["amd64"],
  "x86-64": ["amd64"],
  aarch64: ["arm64"],
  armhf: ["arm", "v7"],
  armel: ["arm", "v6"]
};
function parsePlatform(text) {
  const parts = text.split("/").map((part) => part.toLowerCase());
  if (parts.length > 3 || !parts.every((part, at) => /^[a-z0-9_.-]+(?:\([a-z0-9_.-]*\))?$/.test(part) && (at === 0 || !part.includes("("))))
    return void 0;
  const [first = "", second, variant = ""] = parts;
  const os = systemName(first.replace(/\(.*$/, ""));
  if (second !== void 0) return { os, ...normalise(second, variant) };
  if (systems.includes(os)) return { os, architecture: "amd64", variant: "" };
  const { architecture, variant: implied } = normalise(first, "");
  return architectures.includes(architecture) ? { os: "linux", architecture, variant: implied } : void 0;
}
function formatPlatform({ os, architecture, variant }) {
  return [os, architecture, ...variant ? [variant] : []].join("/");
}
function systemName(text) {
  return text === "macos" ? "darwin" : text;
}
function normalise(written, writtenVariant) {
  const [architecture = written, implied = ""] = Object.hasOwn(otherNames, written) ? otherNames[written] ?? [] : [];
  const variant = writtenVariant || implied;
  if (architecture === "amd64") return { architecture, variant: variant === "v1" ? "" : variant };
  if (architecture === "arm64") return { architecture, variant: variant === "8" || variant === "v8" ? "" : variant };
  if (architecture !== "arm") return { architecture, variant };
  return { architecture, variant: /^\d$/.test(variant) ? `v${variant}` : variant || "v7" };
}
function platformArgs(target, build) {
  return [
    ["BUILDPLATFORM", formatPlatform(build)],
    ["BUILDOS", build.os],
    ["BUILDOSVERSION", ""],
    ["BUILDARCH", build.architecture],
    ["BUILDVARIANT", build.variant],
    ["TARGETPLATFORM", formatPlatform(target)],
    ["TARGETOS", target.os],
    ["TARGETOSVERSION", ""],
    ["TARGETARCH", target.architecture],
    ["TARGETVARIANT", target.variant]
  ];
}
var maxExpandedCharacters = 8 * 2 ** 20;
function readGlobalScope(parsed, options2) {
  const platform = platformOf(options2.platform ?? "linux/amd64");
  const buildPlatform = options2.buildPlatform === void 0 ? platform : platformOf(options2.buildPlatform);
  const buildArgs = new Map(Object.entries(options2.buildArgs ?? {}));
  const lastStage = parsed.instructions.findLast(({ keyword }) => keyword === "FROM");
  const named = lastStage?.detail.kind === "FROM" ? lastStage.detail.name : null;
  const variables = new Map([
    ...platformArgs(platform, buildPlatform),
    ["TARGETSTAGE", options2.target || named || "default"]
  ]);
  for (const name of variables.keys()) variables.set(name, buildArgs.get(name) ?? variables.get(name) ?? "");
  const meter = { leftCharacters: maxExpandedCharacters };
  const args = [];
  for (const instruction of parsed.instructions) {
    if (instruction.detail.kind !== "ARG") break;
    for (const { name, value } of instruction.detail.args) {
      const given = buildArgs.get(name);
      const expanded = given ?? (value === null ? null : expandIn(parsed, instruction, value, { variables, meter }).text);
      if (expanded !== null) variables.set(name, expanded);
      args.push({ name, value: expanded, line: instruction.startLine });
    }
  }
  const buildContexts = new Map(Object.entries(options2.buildContexts ?? {}));
  const baseTriggers = new Map(Object.entries(options2.baseTriggers ?? {}));
  return { args, variables, buildArgs, platform, meter, buildContexts, baseTriggers };
}
function expandIn(parsed, instruction, word, { variables, meter }) {
  return wordsAt(parsed, instruction, () => (0, import_chunk_S3IC7IWJ.expandWord)(word, variables, { escape: parsed.escape, meter }));
}
function wordsAt(parsed, instruction, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof import_chunk_S3IC7IWJ.WordError)) throw error;
    throw instructionError(
      parsed,
      instruction,
      "dockerfile-expansion",
      `${error.message}.`,
      "a value that can be expanded"
    );
  }
}
function instructionError(parsed, { startLine: line, startColumn: column, keyword }, code, message, expected) {
  const hint = `Correct this ${keyword}, or give the build arguments it needs.`;
  return (0, import_chunk_S3IC7IWJ.errorAt)(parsed.source, { line, column }, { code, message, expected, hint });
}
function platformOf(text) {
  const platform = parsePlatform(text);
  if (platform) return platform;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "platform",
    message: `${JSON.stringify(text)} is no platform.`,
    expected: "os/architecture[/variant], such as linux/amd64",
    got: text,
    hint: "Correct the platform."
  });
}
var types = /* @__PURE__ */ new Set(["bind", "cache", "tmpfs", "secret", "ssh"]);
var sharingModes = /* @__PURE__ */ new Set(["shared", "private", "locked"]);
var switches = /* @__PURE__ */ new Set(["readonly", "ro", "readwrite", "rw"]);
var options = new Set(
  "readonly ro readwrite rw required type from source src target dst destination size id sharing mode uid gid env".split(" ")
);
var forms = {
  readonly: /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/,
  size: /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i,
  mode: /^[0-7]{1,11}$/,
  uid: /^\d{1,10}$/
};
var formOf = {
  ro: "readonly",
  readwrite: "readonly",
  rw: "readonly",
  required: "readonly",
  gid: "uid"
};
var largestNumber = 2 ** 32 - 1;
function checkMount(mount, expand, workingDir) {
  const read = { type: "bind", from: "", source: "", target: "", id: "", sharing: "", owner: "" };
  for (const field of (0, import_chunk_S3IC7IWJ.mountFields)(mount)) readField(read, field, expand);
  const { type, sharing, owner } = read;
  if (owner !== "" && (type === "bind" || type === "tmpfs"))
    throw new import_chunk_S3IC7IWJ.WordError(`${owner} has no meaning for a ${type} mount`);
  if (type === "secret") checkSecret(read);
  if (sharing !== "" && type !== "cache") throw new import_chunk_S3IC7IWJ.WordError(`sharing has no meaning for a ${type} mount`);
  if (type !== "secret" && type !== "ssh") checkTarget(read, workingDir);
}
function readField(read, { key, value: written }, expand) {
  if (!options.has(key)) throw new import_chunk_S3IC7IWJ.WordError(`unexpected key ${key}`);
  const isRequired = key === "required";
  if (isRequired && read.type !== "secret" && read.type !== "ssh")
    throw new import_chunk_S3IC7IWJ.WordError(`required has no meaning for a ${read.type} mount`);
  if (written === void 0) {
    if (isRequired || switches.has(key)) return;
    throw new import_chunk_S3IC7IWJ.WordError(`${key} lacks a value`);
  }
  const value = expand(written);
  if (key === "size" && read.type !== "tmpfs") throw new import_chunk_S3IC7IWJ.WordError(`size has no meaning for a ${read.type} mount`);
  if (!written.includes("$")) checkForm(key, value);
  if (key === "type") read.type = typeOf(value);
  else if (key === "sharing") read.sharing = sharingOf(value);
  else if (key === "from" || key === "id") read[key] = value;
  else if (key === "source" || key === "src") read.source = value;
  else if (key === "target" || key === "dst" || key === "destination") read.target = value;
  else if (key === "mode" || key === "uid" || key === "gid") read.owner = key;
}
function checkForm(key, value) {
  const form = forms[formOf[key] ?? key];
  const isTooLarge = (key === "uid" || key === "gid") && Number(value) > largestNumber;
  if (form && (!form.test(value) || isTooLarge || key === "mode" && Number.parseInt(value, 8) > largestNumber))
    throw new import_chunk_S3IC7IWJ.WordError(`invalid value for ${key}: ${value}`);
}
function typeOf(value) {
  const type = value.toLowerCase();
  if (types.has(type)) return type;
  throw new import_chunk_S3IC7IWJ.WordError(`unsupported mount type ${type}; there are ${[...types].join(", ")}`);
}
function sharingOf(value) {
  const sharing = value.toLowerCase();
  if (sharingModes.has(sharing)) return sharing;
  throw new import_chunk_S3IC7IWJ.WordError(`unsupported sharing value ${sharing}`);
}
function checkSecret({ from, source, target, id }) {
  if (from !== "") throw new import_chunk_S3IC7IWJ.WordError("a secret mount takes no from");
  if (source === "" && target === "" && id === "")
    throw new import_chunk_S3IC7IWJ.WordError("a secret mount needs an id, a source or a target");
  if (source !== "" && id !== "") throw new import_chunk_S3IC7IWJ.WordError("a secret mount takes source or id, not both");
}
function checkTarget({ target }, workingDir) {
  if (!target.startsWith("/") && workingDir === void 0) return;
  const full = import_node_path2.posix.resolve("/", workingDir ?? "", target);
  if (full === "/") throw new import_chunk_S3IC7IWJ.WordError("a mount needs a target other than /");
}
function exposedPorts(word) {
  const parts = word.split(":");
  const slash = (parts.at(-1) ?? "").indexOf("/");
  const last = parts.at(-1) ?? "";
  const ports = slash < 0 ? last : last.slice(0, slash);
  const protocol = (slash < 0 ? "" : last.slice(slash + 1)).toLowerCase() || "tcp";
  if (ports === "") throw new import_chunk_S3IC7IWJ.WordError(`no port specified in ${word}`);
  if (!["tcp", "udp", "sctp"].includes(protocol)) throw new import_chunk_S3IC7IWJ.WordError(`unknown protocol ${protocol}`);
  const [first, final] = readRange(ports);
  const host = parts.at(-2) ?? "";
  if (host !== "") checkHostPorts(readRange(host), [first, final]);
  if (parts.length > 2) checkAddress(parts.slice(0, -2).join(":"));
  return Array.from({ length: final - first + 1 }, (_, at) => `${first + at}/${protocol}`);
}
function readRange(text) {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1] ?? Number.NaN);
  const final = Number(match?.[2] ?? match?.[1] ?? Number.NaN);
  if (!(first <= final && final <= 65535)) throw new import_chunk_S3IC7IWJ.WordError(`${text} is no port and no range of ports`);
  return [first, final];
}
function checkHostPorts([hostFirst, hostFinal], [first, final]) {
  if (first !== final && hostFinal - hostFirst !== final - first)
    throw new import_chunk_S3IC7IWJ.WordError("the ranges of host and container ports differ in length");
}
function checkAddress(text) {
  const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (address !== "" && !/^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F:.]*:[\da-fA-F:.]*)$/.test(address))
    throw new import_chunk_S3IC7IWJ.WordError(`${text} is no IP address`);
}
var names = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ".split(" ")
);
function isSignal(text) {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, "");
  const offset = /^RT(MIN|MAX)(?:([+-])(\d{1,2}))?$/.exec(name);
  if (!offset) return names.has(name);
  const [, end, sign, distance] = offset;
  if (distance === void 0) return true;
  const steps = Number(distance);
  return steps > 0 && String(steps) === distance && (end === "MIN" ? sign === "+" && steps <= 15 : sign === "-" && steps <= 14);
}
function setRunning(acting, detail) {
  const { state, instruction, expand } = acting;
  switch (detail.kind) {
    case "CMD":
      state.cmd = commandWords(state, detail.command);
      state.hasOwnCmd = true;
      state.statedBy.set("cmd", instruction);
      return state.cmd;
    case "ENTRYPOINT":
      state.entrypoint = commandWords(state, detail.command);
      state.statedBy.set("entrypoint", instruction);
      dropForeignCmd(acting);
      return state.entrypoint;
    case "HEALTHCHECK":
      state.healthcheck = detail;
      state.statedBy.set("healthcheck", instruction);
      return detail.test;
    case "SHELL":
      state.shell = detail.shell;
      return detail.shell;
    case "WORKDIR":
      state.workingDir = resolveWorkdir(state, expand(detail.path));
      state.statedBy.set("workingDir", instruction);
      return [state.workingDir];
    case "USER":
      state.user = expand(detail.user);
      state.statedBy.set("user", instruction);
      return [state.user];
    case "STOPSIGNAL":
      return [setStopSignal(acting, expand(detail.signal))];
    default:
      return neverHappens(detail);
  }
}
function neverHappens(detail) {
  throw new Error(`Not about running: ${JSON.stringify(detail)}`);
}
function dropForeignCmd({ state }) {
  if (state.hasOwnCmd) return;
  state.cmd = [];
  state.statedBy.delete("cmd");
}
function setStopSignal({ parsed, state, instruction }, signal) {
  const message = `${JSON.stringify(signal)} is no signal.`;
  if (!isSignal(signal))
    throw instructionError(parsed, instruction, "dockerfile-signal", message, "SIGTERM, SIGRTMIN+3, 9");
  state.stopSignal = signal;
  return signal;
}
function applyInstruction(parsed, scope, state, instruction) {
  const values = wordsAt(parsed, instruction, () => apply(parsed, scope, state, instruction));
  return { instruction, values };
}
function apply(parsed, global, state, instruction) {
  const { detail } = instruction;
  const options2 = { escape: parsed.escape, meter: global.meter };
  const acting = {
    parsed,
    global,
    state,
    instruction,
    expand: (word) => (0, import_chunk_S3IC7IWJ.expandWord)(word, state.scope, options2).text,
    expandAll: (word) => (0, import_chunk_S3IC7IWJ.expandToWords)(word, state.scope, options2)
  };
  switch (detail.kind) {
    case "ARG":
      return detail.args.map(({ name, value }) => declareArg(acting, name, value));
    case "ENV":
      return setPairs(acting, detail.pairs, (key, value) => {
        state.env.set(key, value);
        setVariable(state, key, value);
      });
    case "LABEL":
      return setPairs(acting, detail.pairs, (key, value) => state.labels.set(key, value));
    case "RUN":
      for (const mount of detail.mounts) checkMount(mount, acting.expand, state.workingDir ?? void 0);
      return commandWords(state, runCommand(detail.command, instruction, state.os));
    case "COPY":
    case "ADD":
      return expandCopy(acting, detail);
    case "EXPOSE":
      return exposePorts(acting, detail.ports);
    case "VOLUME":
      return declareVolumes(acting, detail.paths);
    case "ONBUILD":
      state.onBuild.push(detail.expression);
      return [];
    case "MAINTAINER":
      return [detail.maintainer];
    case "FROM":
      throw new Error("FROM begins a stage and is no step of one.");
    case "CMD":
    case "ENTRYPOINT":
    case "HEALTHCHECK":
    case "SHELL":
    case "STOPSIGNAL":
    case "USER":
    case "WORKDIR":
    default:
      return setRunning(acting, detail);
  }
}
function setPairs({ expand }, pairs, set) {
  const expanded = pairs.map(({ key, value }) => [expand(key), expand(value)]);
  for (const [key, value] of expanded) set(key, value);
  return expanded.map(([key, value]) => `${key}=${value}`);
}
function declareArg({ global, state, expand }, name, preset) {
  const inherited = preset === null ? global.variables.get(name) ?? null : null;
  const value = global.buildArgs.get(name) ?? (preset === null ? inherited : expand(preset));
  state.declaredArgs.set(name, `${name}=${value ?? state.scope.get(name) ?? ""}`);
  if (value !== null) setVariable(state, name, value);
  return value === null ? name : `${name}=${value}`;
}
function exposePorts({ global, state, expandAll }, words) {
  const sorted = words.toSorted((one, other) => one < other ? -1 : Number(one > other));
  const ports = sorted.flatMap(expandAll).flatMap((word) => {
    if (global.meter.leftCharacters < 0) throw new import_chunk_S3IC7IWJ.WordError("the values expand to too much text");
    const range = exposedPorts(word);
    global.meter.leftCharacters -= range.length * 3 * "65535/tcp ".length;
    return range;
  });
  for (const port of ports) state.ports.add(port);
  return ports;
}
function declareVolumes({ state, expand }, written) {
  const paths = written.map((path) => expand(path));
  if (paths.includes("")) throw new import_chunk_S3IC7IWJ.WordError("a VOLUME cannot be an empty string");
  for (const path of paths) state.volumes.add(path);
  return paths;
}
function evaluate(parsed, scope, graph, observe = () => {
}) {
  const states = /* @__PURE__ */ new Map();
  for (const stage of graph.stages) {
    if (!graph.needed.has(stage.index)) continue;
    const before = stage.base.stage === null ? void 0 : states.get(stage.base.stage);
    const state = before ? copyState(before) : newState(stage.platform?.name.split("/")[0] ?? scope.platform.os, stage.base.reference ?? "");
    for (const { instruction } of stage.steps)
      observe(stage, applyInstruction(parsed, scope, state, instruction), state);
    states.set(stage.index, state);
  }
  return states;
}
function finalConfig(stage, state) {
  const lines = Object.fromEntries(
    [...state.statedBy].map(([field, { startLine, endLine }]) => [field, { startLine, endLine }])
  );
  return {
    stage,
    user: state.user || null,
    entrypoint: nonEmpty(state.entrypoint),
    cmd: nonEmpty(state.cmd),
    workingDir: state.workingDir,
    env: [...state.env].map(([key, value]) => `${key}=${value}`),
    exposedPorts: [...state.ports],
    volumes: [...state.volumes],
    labels: Object.fromEntries(state.labels),
    healthcheck: state.healthcheck && { test: state.healthcheck.test },
    stopSignal: state.stopSignal,
    shell: state.shell,
    onBuild: state.onBuild,
    lines,
    emptied: [
      ...state.user === "" ? ["user"] : [],
      ...state.entrypoint?.length === 0 ? ["entrypoint"] : [],
      ...state.cmd?.length === 0 ? ["cmd"] : []
    ]
  };
}
function nonEmpty(words) {
  return words && words.length > 0 ? words : null;
}
function singleStageOf(stages, target) {
  const copies = /* @__PURE__ */ new Map();
  const lastFirst = chainOf(stages, target).flatMap((index) => stageAt(stages, index).uses).flatMap((use) => use.via === "copy" ? use.stage ?? [] : []).toReversed();
  for (const stage of lastFirst) copies.set(stage, (copies.get(stage) ?? 0) + 1);
  const most = Math.max(0, ...copies.values());
  return [...copies].find(([, count]) => count === most)?.[0] ?? null;
}
function chainOf(stages, target) {
  const chain = [];
  for (let index = target; index !== null; index = stageAt(stages, index).base.stage) chain.push(index);
  return chain.toReversed();
}
function stageAt(stages, index) {
  const stage = stages[index];
  if (!stage) throw new Error(`There is no stage ${index}.`);
  return stage;
}
function readGraph(parsed, stages, options2) {
  const target = findTarget(parsed, stages, options2.target);
  refuseCycles(parsed, stages);
  const needed = neededBy(stages, target);
  for (const stage of stages) if (needed.has(stage.index)) refuseLaterStages(parsed, stage);
  return {
    stages,
    target,
    chain: chainOf(stages, target),
    needed,
    unused: stages.filter(({ index }) => !needed.has(index)).map(({ index }) => index),
    waves: wavesOf(stages, needed),
    singleStage: singleStageOf(stages, target)
  };
}
function findTarget(parsed, stages, name) {
  if (!name) return stages.length - 1;
  const stage = stages.findLast((candidate) => candidate.name === name.toLowerCase());
  if (stage) return stage.index;
  const names2 = stages.flatMap((candidate) => candidate.name ?? []);
  const meant = (0, import_chunk_O2NKAHT7.nearest)(name, names2);
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "dockerfile-unknown-target",
    message: `${parsed.source.file} has no stage ${JSON.stringify(name)}.`,
    place: { file: parsed.source.file, line: 1 },
    expected: names2.length > 0 ? `one of ${names2.join(", ")}` : "no target: no stage has a name",
    got: name,
    hint: meant === void 0 ? "Name a stage with FROM … AS NAME, or correct the target." : `Did you mean ${meant}?`
  });
}
function usedBy(stage) {
  return stage.uses.flatMap((use) => use.stage ?? []);
}
function dependenciesOf(stage) {
  return [...stage.base.stage === null ? [] : [stage.base.stage], ...usedBy(stage)];
}
function refuseCycles(parsed, stages) {
  const done = /* @__PURE__ */ new Set();
  for (const { index: root } of stages) {
    const open = /* @__PURE__ */ new Set();
    const todo = [{ index: root, leave: false }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { index, leave } = next;
      const stage = stages[index];
      if (leave) open.delete(index);
      if (leave) done.add(index);
      if (leave || done.has(index) || !stage) continue;
      open.add(index);
      todo.push({ index, leave: true });
      for (const used of usedBy(stage)) {
        if (open.has(used)) throw cycleAt(parsed, stage, used);
        todo.push({ index: used, leave: false });
      }
    }
  }
}
function cycleAt(parsed, stage, used) {
  const step = stage.steps.find(({ uses }) => uses.some((use) => use.stage === used));
  const message = `Stage ${labelOf(stage)} needs itself: stages copy from each other in a circle.`;
  return instructionError(
    parsed,
    step?.instruction ?? stage.from,
    "dockerfile-stage-cycle",
    message,
    "a stage defined above"
  );
}
function refuseLaterStages(parsed, stage) {
  for (const { instruction, uses } of stage.steps) {
    const later = uses.find((use) => use.stage !== null && use.stage >= stage.index);
    if (!later) continue;
    const message = `Stage ${later.written} is used before it is defined.`;
    throw instructionError(parsed, instruction, "dockerfile-stage-order", message, "a stage defined above");
  }
}
function neededBy(stages, target) {
  const needed = /* @__PURE__ */ new Set([target]);
  for (const index of needed) for (const dependency of dependenciesOf(stageAt(stages, index))) needed.add(dependency);
  return needed;
}
function wavesOf(stages, needed) {
  const depths = /* @__PURE__ */ new Map();
  for (const stage of stages)
    if (needed.has(stage.index))
      depths.set(
        stage.index,
        Math.max(0, ...dependenciesOf(stage).map((dependency) => (depths.get(dependency) ?? 0) + 1))
      );
  const waves = [];
  for (const [index, depth] of depths) (waves[depth] ??= []).push(index);
  return waves;
}
function labelOf({ name, index }) {
  return name ?? String(index);
}
function historyOf({ instruction, values }, state, argsBudget) {
  const { keyword, startLine, endLine, detail } = instruction;
  if (detail.kind === "ONBUILD" || detail.kind === "FROM") return void 0;
  const joined = values.join(" ");
  const entry = (createdBy, text, emptyLayer) => ({
    keyword,
    createdBy,
    text,
    emptyLayer,
    startLine,
    endLine
  });
  switch (detail.kind) {
    case "RUN": {
      const shellWords = detail.command.form === "json" ? 0 : shellOf(state).length;
      const text = shellWords === 0 ? joined : values.slice(shellWords).join(" ");
      return entry(`RUN ${argsInFront(state, argsBudget)}${joined} # buildkit`, text, false);
    }
    case "COPY":
    case "ADD":
      return entry(`${keyword} ${joined} # buildkit`, values.filter((word) => !word.startsWith("--")).join(" "), false);
    case "WORKDIR": {
      const path = joined.replaceAll("\\", state.os === "windows" ? "/" : "\\");
      return entry(`WORKDIR ${path}`, path, path === "/");
    }
    case "CMD":
    case "ENTRYPOINT":
      return entry(`${keyword} [${values.map(quote).join(" ")}]`, joined, true);
    case "EXPOSE":
    case "VOLUME":
    case "SHELL":
      return entry(`${keyword} [${joined}]`, joined, true);
    case "HEALTHCHECK":
      return entry(`HEALTHCHECK ${describeHealthcheck(detail)}`, detail.test.join(" "), true);
    case "ARG":
    case "ENV":
    case "LABEL":
    case "MAINTAINER":
    case "STOPSIGNAL":
    case "USER":
      return entry(`${keyword} ${joined}`, joined, true);
    default:
      throw neverHappens2(detail);
  }
}
function neverHappens2(detail) {
  return new Error(`No history for ${JSON.stringify(detail)}`);
}
function argsInFront({ declaredArgs }, budget) {
  if (declaredArgs.size === 0 || budget <= 0) return "";
  const text = `|${declaredArgs.size} ${[...declaredArgs.values()].join(" ")} `;
  return text.length > budget ? "" : text;
}
function describeHealthcheck({
  test,
  intervalNs,
  timeoutNs,
  startPeriodNs,
  startIntervalNs,
  retries
}) {
  const times = `Interval:${(0, import_chunk_S3IC7IWJ.formatDurationNs)(intervalNs)} Timeout:${(0, import_chunk_S3IC7IWJ.formatDurationNs)(timeoutNs)}`;
  const starts = `StartPeriod:${(0, import_chunk_S3IC7IWJ.formatDurationNs)(startPeriodNs)} StartInterval:${(0, import_chunk_S3IC7IWJ.formatDurationNs)(startIntervalNs)}`;
  return `{Test:[${test.join(" ")}] ${times} ${starts} Retries:${retries}}`;
}
function quote(text) {
  return JSON.stringify(text).replace(/\\u0007/g, "\\a").replace(/\\u000b/g, "\\v").replace(/\\u00([0-9a-f]{2})/g, "\\x$1").replace(/\u007f/g, "\\x7f");
}
function readBase(parsed, scope, from, above) {
  const written = from.detail.kind === "FROM" ? from.detail.image : "";
  const { text, unmatched } = expandIn(parsed, from, written, scope);
  if (text === "") {
    const missing = unmatched.size > 0 ? ` ${[...unmatched].join(", ")} has no value.` : "";
    const message = `The base name ${JSON.stringify(written)} is blank.${missing}`;
    throw instructionError(parsed, from, "dockerfile-base", message, "an image, a stage above, or scratch");
  }
  const stage = above.get(text);
  return stage === void 0 ? { ...imageOrigin(parsed, scope, from, text), written } : { stage, reference: null, written };
}
function imageOrigin(parsed, scope, instruction, name) {
  if (name === "scratch") return { stage: null, reference: name };
  const reference = (0, import_chunk_MWNSXYJF.readReference)(name);
  if (typeof reference !== "string") {
    const full = (0, import_chunk_MWNSXYJF.formatReference)((0, import_chunk_MWNSXYJF.withDefaultTag)(reference));
    return contextOrigin(scope, full) ?? { stage: null, reference: full };
  }
  const message = `${JSON.stringify(name)} is no stage and names no image: ${reference}.`;
  throw instructionError(
    parsed,
    instruction,
    "dockerfile-base",
    message,
    "[REGISTRY/]REPOSITORY[:TAG][@DIGEST], or a stage"
  );
}
function readPlatform(parsed, scope, from) {
  const written = from.detail.kind === "FROM" ? from.detail.platform : null;
  if (written === null) return null;
  const { text } = expandIn(parsed, from, written, scope);
  const platform = parsePlatform(text);
  if (platform) return { written, name: formatPlatform(platform) };
  const message = `${JSON.stringify(written)} is no platform${text === written ? "" : `; its value is ${JSON.stringify(text)}`}.`;
  throw instructionError(
    parsed,
    from,
    "dockerfile-platform",
    message,
    "os/architecture[/variant], such as linux/arm64"
  );
}
function contextOrigin({ buildContexts }, full) {
  const found = [...buildContexts].find(([name]) => normalised(name) === full);
  return found && originOfContext(found[1]);
}
function originOfContext(value) {
  const image = /^docker-image:\/\/(.*)$/.exec(value)?.[1];
  return { stage: null, reference: image === void 0 ? null : normalised(image) ?? null };
}
function normalised(name) {
  const reference = (0, import_chunk_MWNSXYJF.readReference)(name);
  return typeof reference === "string" ? void 0 : (0, import_chunk_MWNSXYJF.formatReference)((0, import_chunk_MWNSXYJF.withDefaultTag)(reference));
}
var noUses = [];
function mayUse(detail) {
  return detail.kind === "RUN" ? detail.mounts.length > 0 : detail.kind === "COPY" && detail.from !== null;
}
function readUses(parsed, scope, instruction, indexOf, stageCount) {
  const { detail, startLine: line } = instruction;
  if (!mayUse(detail)) return noUses;
  const resolve = (written, via, stage) => {
    const origin = stage === void 0 ? imageOrigin(parsed, scope, instruction, written) : { stage, reference: null };
    return { ...origin, via, written, line };
  };
  if (detail.kind === "RUN")
    return detail.mounts.flatMap(
      ({ from: from2 }) => from2 === null ? [] : [resolve(from2, "mount", indexOf.get(from2.toLowerCase()))]
    );
  if (detail.kind !== "COPY" || detail.from === null) return noUses;
  const { from } = detail;
  if (!/^[+-]?\d+$/.test(from)) {
    const { text } = expandIn(parsed, instruction, from, { variables: /* @__PURE__ */ new Map(), meter: scope.meter });
    const message2 = "--from cannot hold a variable: name a stage with FROM that uses the variable instead.";
    if (text !== from)
      throw instructionError(parsed, instruction, "dockerfile-copy-from", message2, "a stage or an image");
    return [resolve(from, "copy", indexOf.get(from.toLowerCase()))];
  }
  const index = Number(from);
  if (index >= 0 && index < stageCount) return [resolve(from, "copy", index)];
  const message = `There is no stage ${from}; the stages are 0 to ${stageCount - 1}.`;
  throw instructionError(
    parsed,
    instruction,
    "dockerfile-copy-from",
    message,
    "the name or the index of a stage above"
  );
}
function readStages(parsed, scope) {
  const declared = declare(parsed.instructions);
  const indexOf = new Map(declared.flatMap(({ name }, index) => name === null ? [] : [[name, index]]));
  const stages = [];
  const above = /* @__PURE__ */ new Map();
  for (const [index, { from, name, instructions }] of declared.entries()) {
    const context = name === null ? void 0 : scope.buildContexts.get(name);
    const resolved = readBase(parsed, scope, from, above);
    const base = context === void 0 ? resolved : { ...originOfContext(context), written: resolved.written };
    if (name !== null) above.set(name, index);
    const triggers = base.stage === null ? triggersOf(parsed, scope, from, base.reference) : (declared[base.stage]?.instructions ?? []).flatMap(({ onbuild }) => onbuild ?? []);
    const step = (instruction, triggered) => ({
      instruction,
      triggered,
      uses: readUses(parsed, scope, instruction, indexOf, declared.length)
    });
    const steps = context !== void 0 ? [] : [...triggers.map((trigger) => step(trigger, true)), ...instructions.map((own) => step(own, false))];
    stages.push({
      index,
      name,
      from,
      base,
      platform: readPlatform(parsed, scope, from),
      startLine: from.startLine,
      endLine: instructions.at(-1)?.endLine ?? from.endLine,
      steps,
      uses: steps.flatMap(({ uses }) => uses)
    });
  }
  return stages;
}
function triggersOf({ source }, { baseTriggers }, { startLine, startColumn, endLine, endColumn }, reference) {
  const texts = reference === null ? void 0 : baseTriggers.get(reference);
  return (texts ?? []).map((text) => ({
    ...(0, import_chunk_S3IC7IWJ.parseTrigger)(text, source.file),
    startLine,
    startColumn,
    endLine,
    endColumn
  }));
}
function declare(instructions) {
  const starts = instructions.flatMap(({ keyword }, at) => keyword === "FROM" ? [at] : []);
  return starts.flatMap((start, nth) => {
    const from = instructions[start];
    if (from?.detail.kind !== "FROM") return [];
    return [{ from, name: from.detail.name, instructions: instructions.slice(start + 1, starts[nth + 1]) }];
  });
}
var maxArgsCharacters = 2 ** 20;
function readDockerfile(text, file, options2 = {}) {
  const parsed = (0, import_chunk_S3IC7IWJ.parseDockerfile)(text, file);
  const scope = readGlobalScope(parsed, options2);
  const graph = readGraph(parsed, readStages(parsed, scope), options2);
  const entries = new Map(graph.chain.map((stage) => [stage, []]));
  let budget = maxArgsCharacters;
  const states = evaluate(parsed, scope, graph, (stage, applied, state) => {
    const entry = entries.has(stage.index) ? historyOf(applied, state, budget) : void 0;
    if (!entry) return;
    if (entry.keyword === "RUN" && state.declaredArgs.size > 0)
      budget = entry.createdBy.startsWith("RUN |") ? budget - entry.createdBy.length + entry.text.length : 0;
    entries.get(stage.index)?.push(entry);
  });
  return { parsed, scope, graph, states, history: graph.chain.flatMap((stage) => entries.get(stage) ?? []) };
}
function describeDockerfile(text, file, options2 = {}) {
  return reportDockerfile(readDockerfile(text, file, options2));
}
function reportDockerfile({ parsed, scope, graph, states, history }) {
  const state = states.get(graph.target);
  if (!state) throw new Error("The target was not gone through.");
  return {
    schemaVersion: 1,
    file: parsed.source.file,
    directives: parsed.directives,
    globalArgs: scope.args,
    instructions: reportInstructions(parsed.instructions),
    stages: graph.stages.map(reportStage),
    final: finalConfig(graph.target, state),
    singleStage: graph.singleStage,
    target: graph.target,
    unusedStages: graph.unused,
    buildOrder: graph.waves,
    history
  };
}
function reportInstructions(instructions) {
  let stage = null;
  return instructions.map((instruction) => {
    if (instruction.keyword === "FROM") stage = (stage ?? -1) + 1;
    return reportInstruction(instruction, stage);
  });
}
function reportInstruction(instruction, stage) {
  return {
    keyword: instruction.keyword,
    startLine: instruction.startLine,
    startColumn: instruction.startColumn,
    endLine: instruction.endLine,
    endColumn: instruction.endColumn,
    flags: instruction.flags,
    form: instruction.form,
    arguments: instruction.arguments,
    heredocs: instruction.heredocs.map(({ name, content }) => ({ name, content })),
    onbuild: instruction.onbuild && reportInstruction(instruction.onbuild, stage),
    stage,
    original: instruction.original
  };
}
function reportStage({ index, name, base, platform, startLine, endLine, steps, uses }) {
  const baseTriggers = steps.filter(({ triggered }) => triggered && base.stage === null).map(({ instruction }) => instruction.original);
  return {
    index,
    name,
    base: { reference: base.reference, stage: base.stage, written: base.written },
    platform: platform?.written ?? null,
    expandedPlatform: platform?.name ?? null,
    startLine,
    endLine,
    ...baseTriggers.length > 0 && { baseTriggers },
    copiesFrom: uses.map(({ stage, reference, line, via }) => ({ stage, reference, line, via }))
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  describeDockerfile,
  readDockerfile,
  reportDockerfile
});
