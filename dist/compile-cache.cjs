var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
var import_node_module = __toESM(require("node:module"));
var import_node_path = require("node:path");
var import_node_fs = require("node:fs");
var import_node_module2 = __toESM(require("node:module"));
var import_node_path2 = require("node:path");
var import_node_vm = require("node:vm");
var import_node_zlib = require("node:zlib");
var import_node_fs2 = require("node:fs");
var import_node_path3 = require("node:path");
var import_node_zlib2 = require("node:zlib");
var endOfHead = "\n\n";
var headBytes = 16 * 1024;
var mostHeadBytes = 2 ** 20;
var none = { names: [], read: () => void 0 };
function openCompiled(path, maker) {
  try {
    const file = (0, import_node_fs2.openSync)(path, "r");
    const places = readHead(file, maker);
    if (places) return partsOf(file, places);
  } catch {
  }
  return none;
}
function readHead(file, maker) {
  let bytes = readPart(file, 0, headBytes);
  let end = bytes.indexOf(endOfHead);
  if (end < 0) {
    bytes = readPart(file, 0, mostHeadBytes);
    end = bytes.indexOf(endOfHead);
  }
  const [madeBy, sum, ...lines] = bytes.toString("utf8", 0, Math.max(0, end)).split("\n");
  if (madeBy !== maker || Number(sum) !== (0, import_node_zlib2.crc32)(lines.join("\n"))) return void 0;
  let at = end + endOfHead.length;
  const places = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [name = "", sourceSum, codeSum, length] = line.split(" ");
    places.set(name, { sourceSum: Number(sourceSum), codeSum: Number(codeSum), at, bytes: Number(length) });
    at += Number(length);
  }
  return (0, import_node_fs2.fstatSync)(file).size === at ? places : void 0;
}
function partsOf(file, places) {
  return {
    names: [...places.keys()],
    read(name) {
      const place = places.get(name);
      if (!place) return void 0;
      const { sourceSum, codeSum, at, bytes } = place;
      try {
        const code = readPart(file, at, bytes);
        return code.length === bytes && (0, import_node_zlib2.crc32)(code) === codeSum ? { sourceSum, code } : void 0;
      } catch {
        return void 0;
      }
    }
  };
}
function readPart(file, at, bytes) {
  const part = Buffer.allocUnsafeSlow(bytes);
  return part.subarray(0, (0, import_node_fs2.readSync)(file, part, 0, bytes, at));
}
function writeCompiled(path, maker, parts) {
  const list = [...parts].map(([name, { sourceSum, code }]) => `${name} ${sourceSum} ${(0, import_node_zlib2.crc32)(code)} ${code.length}`).join("\n");
  const head = Buffer.from(`${maker}
${(0, import_node_zlib2.crc32)(list)}
${list}${endOfHead}`);
  (0, import_node_fs2.mkdirSync)((0, import_node_path3.dirname)(path), { recursive: true, mode: 448 });
  const draft = `${path}.${(0, import_node_zlib2.crc32)(list)}.draft`;
  try {
    (0, import_node_fs2.writeFileSync)(draft, Buffer.concat([head, ...[...parts.values()].map(({ code }) => code)]), { mode: 384 });
    (0, import_node_fs2.renameSync)(draft, path);
  } finally {
    (0, import_node_fs2.rmSync)(draft, { force: true });
  }
}
function keepCompiledParts(path, maker) {
  const kept = openCompiled(path, maker);
  const loaded = /* @__PURE__ */ new Map();
  let isKept = true;
  Reflect.set(import_chunk_K46G7CP5.__require.extensions, ".cjs", (module2, file) => {
    const bytes = (0, import_node_fs.readFileSync)(file);
    const sourceSum = (0, import_node_zlib.crc32)(bytes);
    const name = (0, import_node_path2.basename)(file);
    const known = kept.read(name);
    const cachedData = known?.sourceSum === sourceSum ? known.code : void 0;
    const options = { filename: file, ...cachedData && { cachedData } };
    const script = new import_node_vm.Script(import_node_module2.default.wrap(bytes.toString("utf8")), options);
    isKept &&= cachedData !== void 0 && script.cachedDataRejected === false;
    loaded.set(name, { folder: (0, import_node_path2.dirname)(file), script, sourceSum });
    const run = script.runInThisContext();
    if (typeof run !== "function") throw new Error(`${file} is no module.`);
    Reflect.apply(run, module2.exports, [module2.exports, module2.require.bind(module2), module2, file, (0, import_node_path2.dirname)(file)]);
  });
  return () => {
    if (isKept) return;
    const made = [...loaded].map(([name, { script, sourceSum }]) => [
      name,
      { sourceSum, code: script.createCachedData() }
    ]);
    const folders = new Set([...loaded.values()].map(({ folder }) => folder));
    const others = kept.names.filter((name) => !loaded.has(name) && [...folders].some((folder) => (0, import_node_fs.existsSync)((0, import_node_path2.join)(folder, name)))).flatMap((name) => {
      const part = kept.read(name);
      return part ? [[name, part]] : [];
    });
    try {
      writeCompiled(path, maker, new Map([...others, ...made]));
    } catch {
    }
  };
}
function keepCompiled({ XDG_CACHE_HOME, HOME }) {
  const caches = XDG_CACHE_HOME || HOME && (0, import_node_path.join)(HOME, ".cache");
  if (!caches) return;
  const folder = (0, import_node_path.join)(caches, "plimsoll", "compiled");
  const { enableCompileCache } = import_node_module.default;
  const { arch, version, versions } = process;
  if (enableCompileCache) enableCompileCache(folder);
  else process.on("exit", keepCompiledParts((0, import_node_path.join)(folder, `parts-${version}`), `2 ${version} ${versions.v8} ${arch}`));
}
keepCompiled(process.env);
