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
  noProgress: () => noProgress,
  openCheckout: () => openCheckout,
  runnerProgress: () => runnerProgress,
  terminalProgress: () => terminalProgress,
  version: () => version,
  writeReport: () => writeReport
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_fs = require("node:fs");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var import_node_fs2 = require("node:fs");
var import_promises2 = require("node:fs/promises");
var import_node_path2 = require("node:path");
function openCheckout(root) {
  const absolute = (path) => (0, import_node_path.resolve)(root, path);
  return {
    absolute,
    kindOf(path) {
      const found = (0, import_node_fs2.statSync)(absolute(path), { throwIfNoEntry: false });
      return found?.isFile() ? "file" : found?.isDirectory() ? "folder" : void 0;
    },
    async readText(path, maxBytes) {
      const real = await (0, import_promises.realpath)(absolute(path)).catch(absentOr(path));
      if (real === void 0) return void 0;
      if (!(0, import_node_path.isAbsolute)(path) && leads(await (0, import_promises.realpath)(root), real)) {
        throw new import_chunk_ZU5SK2EV.UserError({
          code: "outside-checkout",
          message: `${path} leads out of the checkout.`,
          got: real,
          expected: "a file below the checkout",
          hint: "Replace the link or the path by a file of the repository."
        });
      }
      return readCapped(real, path, maxBytes);
    }
  };
}
function leads(root, real) {
  const way = (0, import_node_path.relative)(root, real);
  return way === ".." || way.startsWith("../") || (0, import_node_path.isAbsolute)(way);
}
async function readCapped(real, path, maxBytes) {
  const found = await (0, import_promises.stat)(real);
  if (!found.isFile()) throw unreadable(path, found.isDirectory() ? "a folder" : "no regular file");
  const handle = await (0, import_promises.open)(real, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK).catch((cause) => {
    throw unreadable(path, "not readable", cause);
  });
  try {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (; ; ) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > maxBytes) throw unreadable(path, `larger than ${maxBytes} bytes`);
      if (bytesRead === 0) return buffer.toString("utf8", 0, length);
    }
  } finally {
    await handle.close();
  }
}
var absentOr = (path) => (cause) => {
  const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
  if (code === "ENOENT" || code === "ENOTDIR") return void 0;
  throw unreadable(path, code === "ELOOP" ? "a loop of symbolic links" : "not readable", cause);
};
function unreadable(path, got, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "unreadable-file",
      message: `${path} cannot be read: it is ${got}.`,
      got,
      expected: "a regular file",
      hint: "Check the path and its permissions."
    },
    { cause }
  );
}
async function writeReport(path, text) {
  const unfinished = `${path}.unfinished`;
  try {
    await (0, import_promises2.mkdir)((0, import_node_path2.dirname)(path), { recursive: true });
    await (0, import_promises2.writeFile)(unfinished, text);
    await (0, import_promises2.rename)(unfinished, path);
  } catch (cause) {
    await (0, import_promises2.rm)(unfinished, { force: true });
    throw new import_chunk_ZU5SK2EV.UserError(
      {
        code: "report-not-written",
        message: `The report ${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
        expected: "a path in a folder that can be written to",
        hint: "Give another path to --output, or free disk space."
      },
      { cause }
    );
  }
}
var noProgress = { step: () => ({ update: () => {
}, done: () => {
} }), log: () => {
} };
var clearLine = "\r\x1B[K";
var tickMs = 1e3;
var redrawMs = 100;
function terminalProgress(write, style) {
  const fitted = (text) => fit(text, Math.max(20, style.columns - 1));
  const log = (text) => {
    if (!style.showLog) return;
    for (const one of text.split("\n")) if (one.trim() !== "") write(`${fitted(`  ${one}`)}
`);
  };
  return style.live ? liveProgress(write, fitted, log) : lineProgress((text) => write(`${fitted(text)}
`), log);
}
function liveProgress(write, fitted, log) {
  const open2 = [];
  let ticks;
  let drawnMs = 0;
  const draw = () => {
    const step = open2.at(-1);
    drawnMs = Date.now();
    if (step) write(clearLine + fitted(underWay(step)));
  };
  const rest = () => {
    clearInterval(ticks);
    ticks = void 0;
  };
  return {
    step(text) {
      const step = { text, startedMs: Date.now(), detail: "" };
      open2.push(step);
      draw();
      ticks ??= setInterval(draw, tickMs).unref();
      return {
        update: (detail) => {
          step.detail = `: ${detail}`;
          if (Date.now() - drawnMs >= redrawMs) draw();
        },
        done: (detail) => {
          open2.splice(open2.indexOf(step), 1);
          write(`${clearLine}${fitted(ended(text, detail, step.startedMs))}
`);
          draw();
          if (open2.length === 0) rest();
        }
      };
    },
    log,
    clear() {
      if (open2.length > 0) write(clearLine);
      open2.length = 0;
      rest();
    }
  };
}
var slowMs = 3e3;
var againMs = 3e4;
function lineProgress(line, log) {
  const timers = /* @__PURE__ */ new Map();
  const say = (step) => {
    line(underWay(step));
    timers.set(step, setTimeout(say, againMs, step).unref());
  };
  return {
    step(text) {
      const step = { text, startedMs: Date.now(), detail: "" };
      timers.set(step, setTimeout(say, slowMs, step).unref());
      return {
        update: (detail) => step.detail = `: ${detail}`,
        done: (detail) => {
          clearTimeout(timers.get(step));
          timers.delete(step);
          line(ended(text, detail, step.startedMs));
        }
      };
    },
    log,
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    }
  };
}
function runnerProgress(print) {
  return lineProgress(print, print);
}
function fit(text, columns) {
  const shown = (0, import_chunk_WD6J6YZB.visible)(text, columns);
  return shown.length <= columns ? shown : `${shown.slice(0, columns - 1)}…`;
}
function ended(text, detail, startedMs) {
  const mark = detail === "failed" ? "✗" : "✓";
  return `${mark} ${text}${detail === void 0 ? "" : `: ${detail}`} (${seconds(Date.now() - startedMs)})`;
}
function underWay({ text, detail, startedMs }) {
  const whole = Math.floor((Date.now() - startedMs) / 1e3);
  return `… ${text}${detail}${whole > 0 ? ` (${whole} s)` : ""}`;
}
function seconds(ms) {
  return `${(ms / 1e3).toFixed(1)} s`;
}
var version = true ? "0.1.0" : "0.0.0-source";
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  noProgress,
  openCheckout,
  runnerProgress,
  terminalProgress,
  version,
  writeReport
});
