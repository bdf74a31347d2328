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
  effectiveCommand: () => effectiveCommand,
  shellCommand: () => shellCommand
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function shellCommand(argv) {
  const [shell = "", ...rest] = argv;
  const name = shell.split(/[/\\]/).at(-1)?.replace(/\.exe$/i, "").toLowerCase() ?? "";
  const isFlag = name === "cmd" ? /^\/c$/i : /^(powershell|pwsh)$/.test(name) ? /^-c(ommand)?$/i : /^-[a-z]*c$/;
  if (!/^(ba|da|a|z|k|mk|fi)?sh$|^cmd$|^powershell$|^pwsh$/.test(name)) return void 0;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? "";
    if (isFlag.test(word)) {
      const script = rest[index + 1];
      return script === void 0 ? void 0 : { shell, script, rest: rest.slice(index + 2) };
    }
    if (/^[-+][a-z]*o$/.test(word)) index += 1;
    else if (!/^[-+/]/.test(word)) return void 0;
  }
  return void 0;
}
function effectiveCommand({ entrypoint = [], cmd = [] }) {
  const argv = [...entrypoint, ...cmd];
  const pid1 = firstProcess(argv);
  return { argv, ...pid1 !== void 0 && { pid1 }, explanation: explain(entrypoint, cmd) };
}
function firstProcess(argv) {
  const shell = shellCommand(argv);
  const replaced = shell && /^\s*exec\s+(?:-a\s+\S+\s+)?("[^"]+"|'[^']+'|[^\s;&|<>"'$`]+)/.exec(shell.script)?.[1];
  return replaced?.replaceAll(/^["']|["']$/g, "") ?? argv[0];
}
function explain(entrypoint, cmd) {
  if (entrypoint.length === 0 && cmd.length === 0) return "Nothing to run: neither ENTRYPOINT nor CMD is set.";
  const shell = shellCommand([...entrypoint, ...cmd]);
  const execs = shell && /^\s*exec\s/.test(shell.script);
  const signals = shell && !execs ? " The shell is process 1 and passes no signals on." : "";
  const through = shell ? execs ? " through a shell that it replaces" : " through a shell" : "";
  if (cmd.length === 0) return `ENTRYPOINT runs${through}; arguments of \`docker run\` are added to it.${signals}`;
  if (entrypoint.length === 0) return `CMD runs${through}; arguments of \`docker run\` replace it.${signals}`;
  if (shellCommand(entrypoint))
    return `ENTRYPOINT runs${through}, which ignores CMD and arguments of \`docker run\`.${signals}`;
  const inner = shellCommand(cmd) ? " CMD is in shell form, so the program gets a shell and its script as arguments." : "";
  return `ENTRYPOINT runs with CMD as its default arguments.${inner}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  effectiveCommand,
  shellCommand
});
