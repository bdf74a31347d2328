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
  fileSource: () => fileSource
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WITA6PIH = require("./chunk-WITA6PIH.cjs");
var import_chunk_ZOE7HJQP = require("./chunk-ZOE7HJQP.cjs");
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
function fileSource(cache = import_chunk_QVWVBULK.noLayerCache, onBytes) {
  return {
    async open(source, platform, signal) {
      if (source.kind === "engine" || source.kind === "registry") throw new Error(`A ${source.kind} is no file.`);
      const { kind, path, image } = source;
      const options = { source: `${kind}:${path}`, contentSums: true, signal, cache };
      const archive = await openArchive(source, options, onBytes);
      return archive.open(image, platform);
    }
  };
}
function openArchive({ kind, path }, options, onBytes) {
  if (kind === "oci") return (0, import_chunk_WITA6PIH.readOciLayout)(folderStore(path, onBytes), options);
  return (kind === "docker-archive" ? import_chunk_ZOE7HJQP.readDockerArchive : import_chunk_WITA6PIH.readOciArchive)(openFile(path, onBytes), options);
}
function openFile(path, onBytes) {
  const found = (0, import_node_fs.statSync)(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw notThere(path, "a file", found?.isDirectory() ? "a folder" : void 0);
  return readAtOfFile(path, onBytes);
}
function readAtOfFile(path, onBytes) {
  const descriptor = openReadable(path);
  return {
    bytes: (0, import_node_fs.fstatSync)(descriptor).size,
    read: (into, position) => {
      let filled = 0;
      while (filled < into.length) {
        const got = (0, import_node_fs.readSync)(descriptor, into, filled, into.length - filled, position + filled);
        if (got === 0) break;
        filled += got;
      }
      onBytes?.(filled);
      return filled;
    }
  };
}
function openReadable(path) {
  try {
    const descriptor = (0, import_node_fs.openSync)(path, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK);
    if ((0, import_node_fs.fstatSync)(descriptor).isFile()) return descriptor;
    (0, import_node_fs.closeSync)(descriptor);
  } catch (cause) {
    throw new import_chunk_ZU5SK2EV.UserError(
      {
        code: "unreadable-file",
        message: `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        hint: "Check its permissions."
      },
      { cause }
    );
  }
  throw notThere(path, "a regular file", "something else");
}
function folderStore(folder, onBytes) {
  if (!(0, import_node_fs.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
    throw notThere(folder, "a folder with an OCI layout");
  const root = (0, import_node_fs.realpathSync)(folder);
  return {
    open: async (path) => {
      const inside = (0, import_node_path.join)(root, path);
      if (!(0, import_node_fs.statSync)(inside, { throwIfNoEntry: false })?.isFile()) return void 0;
      return (0, import_node_path.relative)(root, (0, import_node_fs.realpathSync)(inside)).startsWith("..") ? void 0 : readAtOfFile(inside, onBytes);
    }
  };
}
function notThere(path, expected, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-file",
    message: got === void 0 ? `There is no ${path}.` : `${path} is ${got}.`,
    expected,
    ...got !== void 0 && { got },
    hint: "Correct the path. A source is written docker-archive:FILE, oci:DIR or oci-archive:FILE."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  fileSource
});
