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
  credentialsOf: () => credentialsOf,
  endOfScript: () => endOfScript,
  entryFile: () => entryFile,
  isPermitted: () => isPermitted,
  lookUp: () => lookUp,
  pathOf: () => pathOf,
  programOfEnv: () => programOfEnv,
  readEntryScript: () => readEntryScript,
  readShebang: () => readShebang,
  resolveUser: () => resolveUser,
  right: () => right,
  searchProgram: () => searchProgram,
  variable: () => variable
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function variable(env, name) {
  return env.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
function pathOf(env) {
  const path = variable(env, "PATH") ?? defaultPath;
  return path === "" ? [] : path.split(":");
}
var maxLineBytes = 256;
function readShebang(head) {
  const text = Buffer.from(head.subarray(0, maxLineBytes)).toString("utf8");
  if (!text.startsWith("#!")) return void 0;
  const end = text.search(/[\n\0]/);
  const line = (end < 0 ? text : text.slice(0, end)).slice(2).replace(/^[ \t]+|[ \t]+$/g, "");
  const [, interpreter = "", argument = ""] = /^([^ \t]*)[ \t]*(.*)$/s.exec(line) ?? [];
  const isCut = end < 0 && head.length >= maxLineBytes && argument === "" && !/[ \t]$/.test(text);
  if (interpreter === "" || isCut) return "no-interpreter";
  return { interpreter, ...argument !== "" && { argument } };
}
function programOfEnv(argument) {
  const split = /^(?:-[iv0]*S[ \t]*|--split-string[= \t])(.*)$/s.exec(argument)?.[1];
  const words = split === void 0 ? [argument] : split.split(/[ \t]+/);
  if (split !== void 0 && /["'\\$#]/.test(split)) return void 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "" || /^[A-Za-z_]\w*=/.test(word) || /^-(-|[iv0]+|-ignore-environment)$|^-$/.test(word)) continue;
    if (/^(-u|--unset|-C|--chdir)$/.test(word)) index += 1;
    else return word.startsWith("-") ? void 0 : word;
  }
  return void 0;
}
var shellName = /^(?:ba|da|a|k|mk|z)?sh$/;
function entryFile(tree, config) {
  const { entrypoint = [], cmd = [] } = config;
  const [first = "", ...rest] = [...entrypoint, ...cmd];
  const isShell = shellName.test(nameOf(first));
  const script = rest.find((word2) => !/^[-+]/.test(word2));
  const isInline = isShell && rest.some((word2) => /^-[a-z]*c$/.test(word2));
  const word = isShell ? isInline ? void 0 : script : first;
  if (word === void 0 || word === "") return void 0;
  const folders = word.startsWith("/") ? [""] : word.includes("/") ? [config.workingDir] : pathOf(config.env);
  for (const folder of folders) {
    const node = tree.resolve(`${folder}/${word}`.replace(/^\/+/, ""));
    if (node?.type === import_chunk_OR32E4J6.EntryType.file) return node;
  }
  return void 0;
}
function readEntryScript(node, body, config) {
  const [first = ""] = config.entrypoint?.length ? config.entrypoint : config.cmd ?? [];
  const shebang = readShebang(body);
  const interpreter = typeof shebang === "object" ? interpreterOf(shebang) : "";
  const isShell = shellName.test(interpreter) || shebang === void 0 && shellName.test(nameOf(first));
  if (!isShell) return void 0;
  const from = config.entrypoint?.length ? "entrypoint" : "cmd";
  return { path: `/${node.path}`, from, text: Buffer.from(body).toString("utf8") };
}
function interpreterOf({
  interpreter,
  argument
}) {
  const name = nameOf(interpreter);
  return name === "env" && argument !== void 0 ? nameOf(programOfEnv(argument) ?? "") : name;
}
var nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
function endOfScript(text) {
  const lines = text.replaceAll(/\\\r?\n/g, " ").split(/\r?\n/).map((line) => line.replace(/^\s*#.*$|\s#\s.*$/, "").trim()).filter((line) => line !== "" && !/^(?:fi|esac|done|\}|\)|;;|then|else)[;\s]*$/.test(line));
  const last = lines.at(-1) ?? "";
  const command = last.split(/&&|\|\||;(?!;)/).findLast((part) => !/^\s*(?:fi|esac|done|\}|;)*\s*$/.test(part)) ?? "";
  const trimmed = command.replace(/^\s*(?:then|else|do|\{|[^\s()]+\))\s+/, "").trim();
  if (isExec(trimmed) || lines.some((line) => /^trap\s+(?!-)(?!["']{2})\S/.test(line))) return { replaced: true };
  const word = /^[A-Za-z_]\w*/.exec(trimmed)?.[0];
  const isOwnFunction = word !== void 0 && lines.some((line) => isFunction(line, word));
  if (isOwnFunction && lines.some((line) => line.split(/&&|\|\||;/).some((part) => isExec(part.trim()))))
    return { replaced: true };
  return { replaced: false, last: trimmed };
}
function isExec(command) {
  return /^(?:[A-Za-z_]\w*=\S*\s+)*exec\s+(?!\d*[<>])\S/.test(command);
}
function isFunction(line, name) {
  return line.startsWith(`${name}()`) || line.startsWith(`${name} ()`) || line.startsWith(`function ${name}`);
}
var maxId = 2 ** 31 - 1;
var maxLineBytes2 = 64 * 1024;
function resolveUser(user, { passwd = "", group = "" }) {
  const [name = "", groupName = ""] = user.split(":");
  const number = readInteger(name);
  const accounts = linesOf(passwd, true);
  if (!accounts) return { error: "the image’s /etc/passwd has a line of 64 KiB or more" };
  const wanted = name === "" ? 0 : number;
  const account = accounts.find((line) => wanted === void 0 ? line[0] === name : idOf(line, 2) === wanted);
  if (!account && wanted === void 0) return { error: `the image has no user ${name}` };
  const uid = account ? idOf(account, 2) : wanted ?? 0;
  if (account ? uid < 0 || uid >= 2 ** 32 - 1 : !isInRange(uid)) return { error: `the uid of ${name} is out of range` };
  const gid = groupName === "" ? account ? idOf(account, 3) : 0 : groupOf(groupName, group);
  if (typeof gid === "string") return { error: gid };
  return { uid, gid, root: uid === 0, isNumeric: number !== void 0, how: explain(name, number, account) };
}
function groupOf(name, file) {
  const number = readInteger(name);
  const groups = linesOf(file, false);
  if (!groups) return "the image’s /etc/group has a line of 64 KiB or more";
  const line = groups.find((one) => number === void 0 ? one[0] === name : idOf(one, 2) === number);
  if (line) return idOf(line, 2);
  if (number === void 0) return `the image has no group ${name}`;
  return isInRange(number) ? number : `the gid ${name} is out of range`;
}
function explain(name, number, account) {
  if (name === "") return "no user is set, so it is root";
  if (number !== void 0)
    return account ? `uid ${number}, ${account[0]} in /etc/passwd` : `uid ${number}, without a line in /etc/passwd`;
  const field = account?.[2] ?? "";
  return readInteger(field) === void 0 ? `${name} has no readable uid in /etc/passwd, which is taken for 0` : `${name} is uid ${readInteger(field)} in /etc/passwd`;
}
function linesOf(text, isTrimmed) {
  const lines = text.split("\n");
  if (lines.some((line) => Buffer.byteLength(line) >= maxLineBytes2)) return void 0;
  return lines.map((line) => isTrimmed ? line.trim() : line.replace(/\r$/, "")).filter((line) => line !== "").map((line) => line.split(":"));
}
function idOf(line, field) {
  return readInteger(line[field] ?? "") ?? 0;
}
var isInRange = (id) => id >= 0 && id <= maxId;
function readInteger(text) {
  if (!/^[+-]?\d+$/.test(text)) return void 0;
  const value = BigInt(text.replace(/^\+/, ""));
  return value === BigInt.asIntN(64, value) ? Number(value) : void 0;
}
var right = { execute: 1, read: 4 };
function credentialsOf(user, files) {
  const resolved = resolveUser(user, files);
  if ("error" in resolved) return resolved.error;
  const { uid, gid } = resolved;
  return { uid, groups: [gid, ...user.includes(":") ? [] : groupsOf(uid, user, files)] };
}
function groupsOf(uid, user, { passwd = "", group = "" }) {
  const accounts = passwd.split("\n").map((line) => line.trim().split(":"));
  const byName = accounts.find(([name2]) => name2 === user && !/^[+-]?\d+$/.test(user));
  const account = byName ?? accounts.find((line) => line.length > 2 && Number(line[2]) === uid);
  const name = account?.[0];
  if (name === void 0) return [];
  const groups = group.split("\n").map((line) => line.trim().split(":"));
  return groups.flatMap((line) => line[3]?.split(",").includes(name) ? [Number(line[2])] : []);
}
function isPermitted({ mode, uid, gid, type }, wanted, who) {
  if (who.uid === 0) return wanted !== right.execute || type === import_chunk_OR32E4J6.EntryType.directory || (mode & 73) !== 0;
  const shift = who.uid === uid ? 6 : who.groups.includes(gid) ? 3 : 0;
  return (mode >> shift & wanted) !== 0;
}
var maxLinks = 40;
function lookUp({ tree, workingDir, who }, path) {
  const pending = path.split("/").toReversed();
  const names = path.startsWith("/") ? [] : startOf(tree, workingDir);
  let link;
  for (let links = 0; ; ) {
    const name = pending.pop();
    if (name === void 0) break;
    if (name === "" || name === ".") continue;
    const directory = tree.at(names.join("/"));
    if (name === ".." && !directory) {
      names.pop();
      continue;
    }
    if (directory?.type !== import_chunk_OR32E4J6.EntryType.directory) return missing(link);
    if (!isPermitted(directory, right.execute, who)) return { state: "denied", directory };
    if (name === "..") {
      names.pop();
      continue;
    }
    const node2 = tree.at([...names, name].join("/"));
    if (!node2) return missing(link);
    if (node2.type !== import_chunk_OR32E4J6.EntryType.symlink) {
      names.push(name);
      continue;
    }
    link = node2;
    links += 1;
    if (links > maxLinks) return missing(link);
    const target = node2.linkTarget ?? "";
    if (target.startsWith("/")) names.length = 0;
    for (const part of target.split("/").toReversed()) pending.push(part);
  }
  const node = tree.at(names.join("/"));
  const isFolderAsked = path.endsWith("/") && node?.type !== import_chunk_OR32E4J6.EntryType.directory;
  return node && !isFolderAsked ? { state: "found", node } : missing(link);
}
function startOf(tree, workingDir) {
  const path = tree.resolve(workingDir.replace(/^\/+/, ""))?.path ?? workingDir;
  return path.split("/").filter((name) => name !== "");
}
var missing = (link) => ({ state: "missing", ...link && { link } });
function searchProgram(place, word, directories) {
  if (word.includes("/")) return asProgram(word, lookUp(place, word), place);
  let refused;
  for (const directory of directories) {
    const path = `${directory === "" ? "." : directory.replace(/\/+$/, "")}/${word}`;
    const found = asProgram(path, lookUp(place, path), place);
    if (found.state === "found") return found;
    if (found.state === "not-executable") refused ??= found;
  }
  return refused ?? { state: "missing" };
}
function asProgram(path, found, { who }) {
  if (found.state !== "found") return found;
  const { node } = found;
  if (node.type === import_chunk_OR32E4J6.EntryType.directory) return { state: "directory", path, node };
  return { state: isPermitted(node, right.execute, who) ? "found" : "not-executable", path, node };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  credentialsOf,
  endOfScript,
  entryFile,
  isPermitted,
  lookUp,
  pathOf,
  programOfEnv,
  readEntryScript,
  readShebang,
  resolveUser,
  right,
  searchProgram,
  variable
});
