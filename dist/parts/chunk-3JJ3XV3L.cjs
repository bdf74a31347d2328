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
  judge: () => judge,
  parseTagVersion: () => parseTagVersion,
  readGateSettings: () => readGateSettings,
  readYaml: () => readYaml,
  rules: () => rules,
  runGate: () => runGate,
  waiverNotices: () => waiverNotices
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_IBBT4ZFU = require("./chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_ZK4QOFSW = require("./chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./chunk-537FHCB6.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_path = require("node:path");
var require_lrucache = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/lrucache.js"(exports2, module2) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module2.exports = LRUCache;
  }
});
var require_parse_options = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/parse-options.js"(exports2, module2) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options5) => {
      if (!options5) {
        return emptyOpts;
      }
      if (typeof options5 !== "object") {
        return looseOption;
      }
      return options5;
    };
    module2.exports = parseOptions;
  }
});
var require_constants = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/constants.js"(exports2, module2) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      "\u2028",
      "\u2029",
      " ",
      " ",
      "　",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module2.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});
var require_debug = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/debug.js"(exports2, module2) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module2.exports = debug;
  }
});
var require_re = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/re.js"(exports2, module2) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports2 = module2.exports = {};
    var re = exports2.re = [];
    var safeRe = exports2.safeRe = [];
    var src = exports2.src = [];
    var safeSrc = exports2.safeSrc = [];
    var t = exports2.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports2.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports2.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports2.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});
var require_identifiers = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/identifiers.js"(exports2, module2) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module2.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});
var require_semver = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/classes/semver.js"(exports2, module2) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version2, options5) {
        options5 = parseOptions(options5);
        if (version2 instanceof _SemVer) {
          if (version2.loose === !!options5.loose && version2.includePrerelease === !!options5.includePrerelease) {
            return version2;
          } else {
            version2 = version2.version;
          }
        } else if (typeof version2 !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version2}".`);
        }
        if (version2.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version2, options5);
        this.options = options5;
        this.loose = !!options5.loose;
        this.includePrerelease = !!options5.includePrerelease;
        const m = version2.trim().match(options5.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version2}`);
        }
        this.raw = version2;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match2 = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match2 || match2[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module2.exports = SemVer;
  }
});
var require_compare = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/compare.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compare2 = (a, b, loose2) => new SemVer(a, loose2).compare(new SemVer(b, loose2));
    module2.exports = compare2;
  }
});
var require_eq = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/eq.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var eq = (a, b, loose2) => compare2(a, b, loose2) === 0;
    module2.exports = eq;
  }
});
var require_neq = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var neq = (a, b, loose2) => compare2(a, b, loose2) !== 0;
    module2.exports = neq;
  }
});
var require_gt = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var gt = (a, b, loose2) => compare2(a, b, loose2) > 0;
    module2.exports = gt;
  }
});
var require_gte = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var gte = (a, b, loose2) => compare2(a, b, loose2) >= 0;
    module2.exports = gte;
  }
});
var require_lt = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var lt = (a, b, loose2) => compare2(a, b, loose2) < 0;
    module2.exports = lt;
  }
});
var require_lte = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    "use strict";
    var compare2 = require_compare();
    var lte = (a, b, loose2) => compare2(a, b, loose2) <= 0;
    module2.exports = lte;
  }
});
var require_cmp = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/cmp.js"(exports2, module2) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose2) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose2);
        case "!=":
          return neq(a, b, loose2);
        case ">":
          return gt(a, b, loose2);
        case ">=":
          return gte(a, b, loose2);
        case "<":
          return lt(a, b, loose2);
        case "<=":
          return lte(a, b, loose2);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module2.exports = cmp;
  }
});
var require_comparator = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/classes/comparator.js"(exports2, module2) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options5) {
        options5 = parseOptions(options5);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options5.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options5);
        this.options = options5;
        this.loose = !!options5.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version2) {
        debug("Comparator.test", version2, this.options.loose);
        if (this.semver === ANY || version2 === ANY) {
          return true;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version2, this.operator, this.semver, this.options);
      }
      intersects(comp, options5) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options5).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options5).test(comp.semver);
        }
        options5 = parseOptions(options5);
        if (options5.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options5.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options5) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options5) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module2.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});
var require_trim_comparator_whitespace = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports2, module2) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose2, digitRuns) => {
      if (!loose2 && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose2 ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose2, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose2, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose2, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose2 && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose2, digitRuns);
      if (end === identifierStart) {
        if (!loose2 || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose2, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose2, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module2.exports = trimComparatorWhitespace;
  }
});
var require_range = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/classes/range.js"(exports2, module2) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options5) {
        options5 = parseOptions(options5);
        if (range instanceof _Range) {
          if (range.loose === !!options5.loose && range.includePrerelease === !!options5.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options5);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options5;
        this.loose = !!options5.loose;
        this.includePrerelease = !!options5.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose2 = this.options.loose;
        const hr = loose2 ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose2) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options5) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options5) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options5) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options5);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version2) {
        if (!version2) {
          return false;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version2, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module2.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options5) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options5);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options5) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options5);
      comp = replaceCarets(comp, options5);
      debug("caret", comp);
      comp = replaceTildes(comp, options5);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options5);
      debug("xrange", comp);
      comp = replaceStars(comp, options5);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options5) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options5)).join(" ");
    };
    var replaceTilde = (comp, options5) => {
      const r = options5.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options5.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options5) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options5)).join(" ");
    };
    var replaceCaret = (comp, options5) => {
      debug("caret", comp, options5);
      const r = options5.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options5.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options5) => {
      debug("replaceXRanges", comp, options5);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options5)).join(" ");
    };
    var replaceXRange = (comp, options5) => {
      comp = comp.trim();
      const r = options5.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options5.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options5) => {
      debug("replaceStars", comp, options5);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options5) => {
      debug("replaceGTE0", comp, options5);
      return comp.trim().replace(re[options5.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version2, options5) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version2)) {
          return false;
        }
      }
      if (version2.prerelease.length && !options5.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version2.major && allowed.minor === version2.minor && allowed.patch === version2.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});
var require_valid = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var validRange2 = (range, options5) => {
      try {
        return new Range(range, options5).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange2;
  }
});
var require_satisfies = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/functions/satisfies.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var satisfies2 = (version2, range, options5) => {
      try {
        range = new Range(range, options5);
      } catch (er) {
        return false;
      }
      return range.test(version2);
    };
    module2.exports = satisfies2;
  }
});
var require_subset = (0, import_chunk_K46G7CP5.__commonJS)({
  "node_modules/semver/ranges/subset.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies2 = require_satisfies();
    var compare2 = require_compare();
    var subset2 = (sub, dom, options5 = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options5);
      dom = new Range(dom, options5);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options5);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options5) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options5.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options5.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options5);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options5);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare2(gt.semver, lt.semver, options5);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies2(eq, String(gt), options5)) {
          return null;
        }
        if (lt && !satisfies2(eq, String(lt), options5)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies2(eq, String(c), options5)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options5.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options5.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options5);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options5);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options5) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options5);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options5) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options5);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module2.exports = subset2;
  }
});
function defineRule(rule) {
  return rule;
}
function defineSourceRule(rule) {
  return { ...rule, withoutImage: true };
}
var absoluteWorkdir = defineSourceRule({
  id: "absolute-workdir",
  group: "dockerfile",
  summary: "Begin with an absolute WORKDIR.",
  why: "A relative one is seen from the base image’s, which can change under you.",
  howToPass: "Write the path from the root: `WORKDIR /app`.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    always: import_chunk_AJHEZPZQ.external_exports.boolean().default(false).describe("Also refuse a relative WORKDIR below an absolute one of the same Dockerfile.")
  }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { always }) {
    const known = /* @__PURE__ */ new Set();
    for (const instruction of dockerfile.instructions) {
      const { keyword, stage } = instruction;
      if (stage === null) continue;
      if (keyword === "FROM" && isKnown(dockerfile, stage, known)) known.add(stage);
      if (keyword !== "WORKDIR") continue;
      const path = (instruction.arguments[0] ?? "").replace(/^["']/, "");
      if (/^(?:[/\\$]|[A-Za-z]:)/.test(path)) known.add(stage);
      else if (always || !known.has(stage))
        yield { message: `WORKDIR ${path.slice(0, 120)} is relative.`, location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction) };
    }
  }
});
function isKnown({ stages }, stage, known) {
  const base = stages[stage]?.base;
  return base !== void 0 && (base.reference === "scratch" || base.stage !== null && known.has(base.stage));
}
var import_valid2 = (0, import_chunk_K46G7CP5.__toESM)(require_valid(), 1);
var import_valid = (0, import_chunk_K46G7CP5.__toESM)(require_valid(), 1);
var import_satisfies = (0, import_chunk_K46G7CP5.__toESM)(require_satisfies(), 1);
var import_subset = (0, import_chunk_K46G7CP5.__toESM)(require_subset(), 1);
var loose = { loose: true };
var version = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[._+][\w.+]*)?$/;
var withPrerelease = /^(v?\d+(?:\.\d+)*)[._]?((?:alpha|beta|rc|pre|preview|dev|m|ea|a|b)\.?\d*(?:\.\d+)*)$/i;
function parseTagVersion(tag2) {
  if (isDate(tag2)) return void 0;
  const parts = tag2.split("-");
  const at2 = parts.findIndex((part2) => !isDate(part2) && (version.test(part2) || withPrerelease.test(part2)));
  const part = parts[at2];
  if (part === void 0) return void 0;
  const joined2 = withPrerelease.exec(part);
  const numbers = version.exec(joined2?.[1] ?? part)?.slice(1, 4);
  if (!numbers) return void 0;
  const next = joined2 ? void 0 : /^(?:alpha|beta|rc|pre|preview|ea)[.\d]*$/i.exec(parts[at2 + 1] ?? "")?.[0];
  return {
    numbers: numbers.filter((text) => text !== void 0).map(Number),
    prerelease: joined2?.[2] ?? next ?? "",
    words: parts.filter((_, index) => index !== at2 && !(next !== void 0 && index === at2 + 1))
  };
}
function isDate(text) {
  return /^(?:19|20)\d{2}(?:(?:[-.](?:0[1-9]|1[0-2])[-.](?:0[1-9]|[12]\d|3[01]))|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[.T_]\w*)?$/.test(
    text
  );
}
function tagSatisfies(tag2, range) {
  if ((0, import_valid.default)(range, loose) === null)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "version-range",
      message: `${JSON.stringify(range)} is not a range of versions.`,
      expected: "a semver range such as ^22, >=3.19 <4 or 20.x",
      got: range,
      hint: "Correct the range; see https://github.com/npm/node-semver#ranges."
    });
  const read = parseTagVersion(tag2);
  if (!read) return false;
  const [major = 0, minor, patch] = read.numbers;
  if (minor !== void 0 && patch !== void 0) return (0, import_satisfies.default)(exact(major, minor, patch, read), range, loose);
  if (read.prerelease) return (0, import_satisfies.default)(exact(major, minor ?? 0, 0, read), range, loose);
  return (0, import_subset.default)(minor === void 0 ? `${major}.x` : `${major}.${minor}.x`, range, loose);
}
function exact(major, minor, patch, { prerelease }) {
  return `${major}.${minor}.${patch}${prerelease ? `-${prerelease.toLowerCase()}` : ""}`;
}
var tagPattern = /^[\w.*?-]{1,128}$/;
var isTagPattern = (text) => tagPattern.test(text) && (0, import_chunk_IAAG4V6P.globProblem)(text) === void 0;
function isTagTest(text) {
  return text !== "" && (isTagPattern(text) || (0, import_valid2.default)(text, { loose: true }) !== null);
}
function compileTags(tags) {
  const tests = [tags].flat().map((text) => {
    const matches = isTagPattern(text) ? (0, import_chunk_IAAG4V6P.compileGlob)(text) : void 0;
    const isRange = (0, import_valid2.default)(text, { loose: true }) !== null;
    return (tag2) => matches?.(tag2) === true || isRange && tagSatisfies(tag2, text);
  });
  return (tag2) => tests.some((fits) => fits(tag2));
}
function compileImagePattern({ image, tags }) {
  const [named2 = "", digest] = image.split("@");
  const colon = named2.lastIndexOf(":");
  const hasTag = colon > named2.lastIndexOf("/");
  const matchesName = (0, import_chunk_IAAG4V6P.compileGlob)(completeName(hasTag ? named2.slice(0, colon) : named2));
  const matchesTag = hasTag ? (0, import_chunk_IAAG4V6P.compileGlob)(named2.slice(colon + 1)) : void 0;
  const matchesTags = tags === void 0 ? void 0 : compileTags(tags);
  return (reference) => {
    if (!matchesName(`${reference.domain}/${reference.path}`)) return false;
    if (digest !== void 0 && reference.digest !== digest) return false;
    if (matchesTag && !matchesTag(reference.tag ?? "latest")) return false;
    return matchesTags === void 0 || reference.tag !== null && matchesTags(reference.tag);
  };
}
function completeName(pattern) {
  if (pattern === "**") return pattern;
  const slash = pattern.indexOf("/");
  if (slash < 0) return `docker.io/library/${pattern}`;
  const first = pattern.slice(0, slash);
  const isRegistry = first === "localhost" || /[.:*?]/.test(first);
  return isRegistry ? pattern.replace(/^index\.docker\.io\//, "docker.io/") : `docker.io/${pattern}`;
}
var tagText = "a semver range such as `>=20 <25`, or a tag such as `bookworm-slim` or `22-*`";
var tag = import_chunk_AJHEZPZQ.external_exports.string({ error: tagText }).refine(isTagTest, tagText);
var tagTests = import_chunk_AJHEZPZQ.external_exports.union([tag, import_chunk_AJHEZPZQ.external_exports.array(tag).max(100)], { error: `${tagText}, or a list of them` });
var entryText = 'an image such as `node`, `gcr.io/distroless/*` or `{ image: node, tags: ">=20" }`';
var options = import_chunk_AJHEZPZQ.external_exports.strictObject({
  allow: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.union([import_chunk_IBBT4ZFU.glob, import_chunk_AJHEZPZQ.external_exports.strictObject({ image: import_chunk_IBBT4ZFU.glob, tags: tagTests.optional() })], { error: entryText }), {
    error: "a list of images"
  }).max(1e3).describe(
    "Images by name (glob; with tag or digest if meant), or with `tags`: ranges of versions (`>=20 <25`), tags or patterns of them (`bookworm-slim`, `22-*`), one or a list; `scratch` is an image."
  ),
  pinned: import_chunk_AJHEZPZQ.external_exports.literal("digest", { error: "`digest`" }).optional().describe("`digest`: each must be named by digest."),
  prove: import_chunk_AJHEZPZQ.external_exports.boolean({ error: "`true` or `false`" }).default(false).describe(
    "The image’s first layers must be those of the image that FROM names, by DiffID; where that could not be proved, the rule was not run."
  ),
  stages: (0, import_chunk_IBBT4ZFU.whichStages)("final")
});
var allowedBaseImages = defineSourceRule({
  id: "allowed-base-images",
  group: "base-image",
  summary: "Build only on images from the list.",
  why: "A base image is code you ship: somebody must have agreed to keep it patched.",
  howToPass: "Use an image from `allow`, or ask the owner of the policy to add this one.",
  narrows: { allow: "both-lists", prove: "true-wins" },
  options,
  needs: ["dockerfile"],
  *check(subject, { allow, pinned, stages, prove }) {
    const { dockerfile } = subject;
    if (prove) yield* notProved(subject);
    const names = allow.map((entry) => typeof entry === "string" ? { image: entry } : entry);
    const isAllowed = matcher(names);
    for (const use of (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages)) {
      if (use.isUnresolved) yield { unknown: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} does not resolve to an image.` };
      else if (use.isContext) yield* fromContext(use);
      else if (!isAllowed(use)) yield notAllowed(use, names);
      else if (pinned && use.reference && use.reference.digest === null)
        yield {
          message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} is not pinned by digest.`,
          location: use.location,
          howToPass: `Write \`${use.name}@sha256:…\` with the digest you tested.`
        };
    }
  }
});
function* notProved({
  dockerfile,
  measurement
}) {
  const base = (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1)?.base;
  if (measurement?.baseLayersFrom === "base-image" || base === void 0) return;
  const reason = measurement ? "the engine does not have that image, or its tag has moved since the build" : "nothing was built";
  yield { unknown: `That the image stands on ${base.reference ?? base.written} could not be proved: ${reason}.` };
}
function* fromContext(use) {
  if (use.via !== "from") return;
  yield {
    message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} is no image but the files of a build context, so no list can allow it.`,
    location: use.location,
    howToPass: `Give ${use.name} as \`docker-image://NAME\` with an image from \`allow\`, or drop the build context.`
  };
}
function matcher(allow) {
  const allowsScratch = allow.some(({ image }) => image === "scratch");
  const matches = allow.map(compileImagePattern);
  return ({ reference }) => reference ? matches.some((matchesOne) => matchesOne(reference)) : allowsScratch;
}
function notAllowed(use, allow) {
  const listed2 = allow.slice(0, 8).map(({ image, tags }) => tags === void 0 ? image : `${image} ${[tags].flat().join(" or ")}`);
  const more = allow.length > listed2.length ? `, and ${allow.length - listed2.length} more` : "";
  const list = listed2.length > 0 ? `${listed2.join(", ")}${more}` : "none";
  return { message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} is not allowed; allowed: ${list}.`, location: use.location };
}
function locationOf(measurement, layer) {
  return measurement.perLayer[layer]?.dockerfile;
}
function describeLayer(measurement, layer) {
  const lines = locationOf(measurement, layer);
  return lines ? `${lines.file}:${lines.startLine}` : `layer ${layer}`;
}
function firstOwnLayer(measurement, of = "own") {
  return of === "own" ? measurement.baseLayers ?? 0 : 0;
}
function* filesOf(tree, measurement, of, isWanted) {
  const first = firstOwnLayer(measurement, of);
  const seen = /* @__PURE__ */ new Set();
  for (const node of tree.all()) {
    if (node.type !== import_chunk_OR32E4J6.EntryType.file || node.layer < first || !isWanted(node)) continue;
    const body = node.layer * 2 ** 32 + node.record;
    if (seen.has(body)) continue;
    seen.add(body);
    yield node;
  }
}
function* hiddenOf({ measurement, hidden }, of) {
  const first = firstOwnLayer(measurement, of);
  for (const copy of hidden ?? measurement.hidden) if (copy.addedBy >= first) yield copy;
}
function* hiddenUnseen({ measurement, hidden }) {
  const unseen = hidden ? 0 : measurement.hiddenTotal.copies - measurement.hidden.length;
  if (unseen > 0)
    yield { unknown: `${unseen} smaller files that later layers hide are not listed, so they were not looked at.` };
}
function shippedFiles(subject, of, isWanted) {
  const nodes = [...filesOf(subject.tree, subject.measurement, of, ({ path }) => isWanted(`/${path}`))];
  const copies = [];
  for (const copy of hiddenOf(subject, of)) if (isWanted(copy.path)) copies.push(copy);
  return {
    visible: nodes.map(({ path, fileBytes, layer }) => ({ path: `/${path}`, bytes: fileBytes, layer })),
    hidden: copies.map(({ path, bytes, addedBy }) => ({ path, bytes, layer: addedBy }))
  };
}
function heapsOf(files, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files) {
    const key = keyOf2(file.path);
    if (key === void 0) continue;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  const heaps = [...groups].map(([key, members]) => [key, heapOf(members)]);
  return new Map(heaps.sort(([, a], [, b]) => b.bytes - a.bytes));
}
function heapOf(members) {
  const largest = members.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const byLayer = /* @__PURE__ */ new Map();
  for (const { layer: layer2, bytes } of members) byLayer.set(layer2, (byLayer.get(layer2) ?? 0) + bytes);
  const [layer = 0] = [...byLayer].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { bytes: members.reduce((sum, { bytes }) => sum + bytes, 0), paths: largest.map(({ path }) => path), layer };
}
var consecutiveRun = defineRule({
  id: "consecutive-run",
  group: "dockerfile",
  summary: "Merge RUN instructions where that makes the image smaller.",
  why: "What one RUN writes and the next deletes or rewrites is shipped all the same. Where merging saves nothing, it is no fault.",
  howToPass: "Join the instructions with `&&`, or in one heredoc.",
  narrows: { "min-saving": "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    "min-saving": import_chunk_IBBT4ZFU.byteSize.default(1).describe("The least that merging must save to be worth a finding.")
  }),
  needs: ["dockerfile"],
  *check(subject, { "min-saving": minSaving }) {
    const { dockerfile, measurement } = subject;
    const groups = consecutiveRuns(dockerfile);
    if (groups.length > 0 && !measurement.perLayer.some((layer) => layer.dockerfile)) {
      yield { unknown: "Which layer each RUN made is not known, so what merging them would save is not either." };
      return;
    }
    if (groups.length > 0) yield* hiddenUnseen(subject);
    for (const group of groups) {
      const layers = layersOf(group, measurement);
      const copies = [...hiddenOf(subject, "all")].filter(
        ({ addedBy, hiddenBy }) => layers.has(addedBy) && layers.has(hiddenBy)
      );
      const savedBytes = copies.reduce((sum, { bytes }) => sum + bytes, 0);
      const [first, last] = [group[0], group.at(-1)];
      if (savedBytes < Math.max(1, minSaving) || !first || !last) continue;
      yield {
        message: `${group.length} consecutive RUNs (lines ${first.startLine}–${last.endLine}): merging them saves ${(0, import_chunk_CCPWSZ7L.formatBytes)(savedBytes)} (also counted as hidden bytes).`,
        bytes: savedBytes,
        location: { file: dockerfile.file, startLine: first.startLine, endLine: last.endLine },
        paths: copies.toSorted((a, b) => b.bytes - a.bytes).map(({ path }) => path)
      };
    }
  }
});
function consecutiveRuns(dockerfile) {
  const groups = [];
  let current = [];
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final")) {
    if (instruction.keyword === "RUN") current.push(instruction);
    else current = [];
    if (current.length === 2) groups.push(current);
  }
  return groups;
}
function layersOf(group, { perLayer }) {
  const lines = new Set(group.map(({ startLine }) => startLine));
  return new Set([...perLayer.keys()].filter((index) => lines.has(perLayer[index]?.dockerfile?.startLine ?? 0)));
}
var ratio = import_chunk_AJHEZPZQ.external_exports.number({ error: "a ratio from 0 to 1" }).min(0).max(1);
var diveEfficiency = defineRule({
  id: "dive-efficiency",
  group: "size",
  summary: "Hold the image against the limits of dive, computed as dive computes them.",
  why: "Teams that have a `.dive-ci` keep their numbers; dive counts every copy of a path and is blind to deleted folders.",
  howToPass: "Write each file once: delete in the `RUN` that wrote, and change mode and owner while copying.",
  narrows: {
    lowestEfficiency: "larger",
    highestWastedBytes: "smaller",
    highestUserWastedPercent: "smaller"
  },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    lowestEfficiency: ratio.default(0.9).describe("The lowest efficiency allowed, 0–1."),
    highestWastedBytes: import_chunk_IBBT4ZFU.byteSize.optional().describe("The most wasted bytes allowed."),
    highestUserWastedPercent: ratio.default(0.1).describe("The most waste allowed as a ratio of own layers, 0–1, as dive has it.")
  }),
  *check({ measurement: { dive } }, limits) {
    if (dive.efficiencyRatio === null)
      yield { unknown: "dive’s efficiency is not defined for this image: it has no bytes." };
    else if (dive.efficiencyRatio < limits.lowestEfficiency)
      yield {
        message: `dive’s efficiency is ${exact2(dive.efficiencyRatio, limits.lowestEfficiency)}, below ${(0, import_chunk_CCPWSZ7L.formatRatio)(limits.lowestEfficiency)}.`
      };
    const most = limits.highestWastedBytes;
    if (most !== void 0 && dive.wastedBytes > most) {
      const [wasted, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(dive.wastedBytes, most);
      const over = dive.wastedBytes - most;
      yield { message: `dive counts ${wasted} wasted, ${(0, import_chunk_CCPWSZ7L.formatBytes)(over)} over the limit of ${limit}.`, bytes: over };
    }
    if (dive.userWastedRatio !== null && dive.userWastedRatio > limits.highestUserWastedPercent)
      yield {
        message: `dive counts ${exact2(dive.userWastedRatio, limits.highestUserWastedPercent)} of the own layers wasted, over ${(0, import_chunk_CCPWSZ7L.formatRatio)(limits.highestUserWastedPercent)}.`
      };
  }
});
function exact2(value, limit) {
  return (0, import_chunk_CCPWSZ7L.formatRatio)(value) === (0, import_chunk_CCPWSZ7L.formatRatio)(limit) ? `${value * 100} %` : (0, import_chunk_CCPWSZ7L.formatRatio)(value);
}
function usesOfContext(dockerfile) {
  const needed = new Set(dockerfile.buildOrder.flat());
  return dockerfile.instructions.filter(({ stage }) => stage !== null && needed.has(stage)).map((instruction) => instruction.onbuild ?? instruction).flatMap((instruction) => {
    const words = `${instruction.keyword} ${instruction.original.replace(/^\s*\S+\s+/, "").replaceAll(/\s+/g, " ")}`;
    const common = { words: words.slice(0, 80), location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction) };
    return sourcesOf(instruction).map((source) => ({ ...common, ...readSource(source) }));
  });
}
function sourcesOf({ keyword, flags, arguments: words }) {
  if (keyword === "RUN") return flags.flatMap(bindSource);
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  if (flags.some((flag) => flag.startsWith("--from="))) return [];
  return words.slice(0, -1).map((word) => word.replaceAll(/^["']|["']$/g, "")).filter((word) => !/^(?:<<|https?:|git@|git:|ssh:)/.test(word));
}
function bindSource(flag) {
  const options5 = /^--mount=(.*)$/.exec(flag)?.[1]?.split(",");
  if (!options5) return [];
  const value = (...names) => options5.find((option) => names.some((name) => option.startsWith(`${name}=`)))?.replace(/^[^=]*=/, "");
  if ((value("type") ?? "bind") !== "bind" || value("from") !== void 0) return [];
  return [value("source", "src") ?? "."];
}
function readSource(source) {
  const parts = source.split("/").filter((part) => part !== "" && part !== ".");
  const matchers = parts.map(roughly);
  const isWhole = parts.every((part) => /^\*+$/.test(part)) && parts.length < 2;
  const agrees = (path) => matchers.every((matches, index) => index >= path.length || matches(path[index] ?? ""));
  return {
    isWhole,
    names: (path) => {
      const wanted = path.split("/");
      return !isWhole && matchers.length >= wanted.length && agrees(wanted);
    },
    takes: (path) => isWhole || agrees(path.split("/"))
  };
}
function roughly(part) {
  const open = /[*?[\\$]/.exec(part);
  if (!open) return (name) => name === part;
  const start = part.slice(0, open.index);
  const end = /[^*?\]\\$}]*$/.exec(part)?.[0] ?? "";
  const tail = /\$\w*$/.test(part.slice(0, part.length - end.length) + end.replace(/\W.*$/, "")) ? "" : end;
  return (name) => name.startsWith(start) && name.endsWith(tail);
}
var options2 = import_chunk_AJHEZPZQ.external_exports.strictObject({
  max: import_chunk_IBBT4ZFU.byteSize.default(0).describe("What of one kind is sent up to this size passes; secrets and repositories never do."),
  allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Paths within the context that are meant to be sent (globs)."),
  always: import_chunk_AJHEZPZQ.external_exports.boolean().default(false).describe("Ask for an ignore file also where no instruction takes the context whole.")
});
var dockerignore = defineSourceRule({
  id: "dockerignore",
  group: "dockerfile",
  summary: "Keep out of the build context what the build does not read.",
  why: "A `COPY .` takes it into the image: repositories with their history, secrets, what somebody built on their machine.",
  howToPass: "List it in `.dockerignore`.",
  narrows: { max: "smaller" },
  options: options2,
  needs: ["dockerfile"],
  gathers: ["context"],
  *check({ dockerfile, context }, { max, allow, always }) {
    if (!context?.heaps) {
      yield { unknown: "What is in the build context was not looked at." };
      return;
    }
    const uses = usesOfContext(dockerfile);
    if (uses.length === 0) return;
    const whole = uses.find(({ isWhole }) => isWhole);
    if (context.ignoreFile === void 0 && (whole || always)) yield missing(whole, context);
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const isMeant = ({ path }) => matches.some((one) => one(path)) || uses.some((use) => use.names(path));
    const left = context.heaps.filter((heap) => !isMeant(heap));
    for (const group of groupsOf(left)) {
      const bytes = group.reduce((sum, heap) => sum + heap.bytes, 0);
      const [first] = group;
      if (!first || isSizeEnough(first.kind) && bytes <= max) continue;
      yield found(group, bytes, uses);
    }
    if (context.gitUnknown !== void 0) yield { unknown: context.gitUnknown };
  }
});
function isSizeEnough(kind) {
  return kind !== "secret" && kind !== "version-control";
}
function missing(whole, sent) {
  const all = `${counted(sent.files)} of the context, ${(0, import_chunk_CCPWSZ7L.formatBytes)(sent.bytes)}`;
  return {
    message: whole ? `There is no .dockerignore, and \`${whole.words}\` takes all ${all}.` : `There is no .dockerignore; all ${all}, are sent.`,
    ...whole && { location: whole.location },
    howToPass: "Add a `.dockerignore`; begin with `.git`, dependencies, build output and `.env`."
  };
}
function groupsOf(heaps) {
  const groups = /* @__PURE__ */ new Map();
  for (const heap of heaps) {
    const key = heap.kind === "secret" || heap.kind === "git-ignored" ? heap.kind : `${heap.kind} ${nameOf(heap)}`;
    groups.set(key, [...groups.get(key) ?? [], heap]);
  }
  return groups.values();
}
function found(heaps, bytes, uses) {
  const [first] = heaps;
  if (!first) throw new Error("A group has at least one heap.");
  const use = uses.find(({ takes }) => heaps.some(({ path }) => takes(path)));
  const taken2 = use ? `, and \`${use.words}\` takes ${heaps.length > 1 ? "them" : "it"} along` : "";
  const files = heaps.reduce((sum, heap) => sum + heap.files, 0);
  const size = `${counted(files)}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`;
  return {
    message: `${describe(first.kind, heaps)} (${size})${taken2}.`,
    bytes,
    paths: heaps.map(({ path }) => path),
    ...use && { location: use.location },
    howToPass: remedy(heaps)
  };
}
function describe(kind, heaps) {
  const names = heaps.slice(0, 3).map(({ path }) => path);
  const list = `${names.join(", ")}${heaps.length > names.length ? ` and ${heaps.length - names.length} more` : ""}`;
  const what = {
    "version-control": "version control",
    dependencies: "installed dependencies",
    cache: "caches",
    secret: heaps.length > 1 ? "files for secrets" : "a file for secrets",
    "git-ignored": "what git ignores"
  };
  return `The builder is sent ${what[kind]}: ${list}`;
}
function remedy(heaps) {
  const [first] = heaps;
  if (!first) return "";
  const depth = heaps.some(({ path }) => path.includes("/")) ? "**/" : "";
  const patterns = first.kind === "git-ignored" ? heaps.slice(0, 3).map(({ path }) => path) : [...new Set(heaps.map((heap) => `${depth}${nameOf(heap)}`))].slice(0, 3);
  return `Add ${patterns.map((pattern) => `\`${pattern}\``).join(", ")} to \`.dockerignore\`.`;
}
function nameOf({ path }) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function counted(files) {
  return `${files} ${files === 1 ? "file" : "files"}`;
}
var effectiveCommand = defineRule({
  id: "effective-command",
  group: "running",
  summary: "Say once, and so that it takes effect, what the image runs.",
  why: "ENTRYPOINT and CMD override, ignore and reset each other; what a container runs is then not what the file seems to say.",
  howToPass: "Write one ENTRYPOINT in exec form, and one CMD for its default arguments if there are any.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({}),
  *check(subject) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const [ofEntrypoint, ofCmd] = [(0, import_chunk_4LVAQKBM.linesOfField)(subject, "entrypoint"), (0, import_chunk_4LVAQKBM.linesOfField)(subject, "cmd")];
    if (entrypoint.length === 0 && cmd.length === 0)
      yield {
        message: "There is nothing to run: neither ENTRYPOINT nor CMD is set.",
        ...ofCmd && { location: ofCmd }
      };
    const shell = (0, import_chunk_SAKVTBBA.shellCommand)(entrypoint);
    if (shell && cmd.length > 0 && !/\$(?:[@*\d#]|\{[@*\d#])/.test(shell.script))
      yield {
        message: `CMD has no effect: ENTRYPOINT is a shell whose script ignores its arguments (${JSON.stringify(cmd).slice(0, 120)}).`,
        ...ofCmd && { location: ofCmd }
      };
    const dropped = cmd.length === 0 ? droppedCmd(subject) : void 0;
    if (dropped !== void 0)
      yield {
        message: `The ENTRYPOINT drops the CMD of line ${dropped}, which a stage below states.`,
        ...ofEntrypoint && { location: ofEntrypoint },
        howToPass: "Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted."
      };
    yield* droppedOfBase(subject);
    yield* overridden(subject);
  }
});
function* droppedOfBase(subject) {
  const { baseConfig, dockerfile } = subject;
  const lost = baseConfig?.cmd ?? [];
  const { cmd = [], entrypoint = [] } = subject.measurement.config;
  if (!dockerfile || isNoLoss(lost, entrypoint) || cmd.length > 0 || entrypoint.length === 0) return;
  const words = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(({ keyword }) => keyword === "CMD");
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "entrypoint");
  if (words.length > 0 || !dockerfile.final.lines.entrypoint) return;
  yield {
    message: `The ENTRYPOINT drops the CMD of the base image, ${JSON.stringify(lost).slice(0, 120)}: nothing takes its place.`,
    ...location && { location },
    howToPass: "Repeat the CMD you want below the ENTRYPOINT, or write `CMD []` to say that none is wanted."
  };
}
var nameOf2 = (word) => word.slice(word.lastIndexOf("/") + 1);
function isNoLoss(lost, entrypoint) {
  const [first = ""] = lost;
  const isBare = /^(?:(?:ba|da|a|z|k|fi)?sh|node|python[\d.]*|pypy3?|ruby|irb|php|perl[\d.]*|jshell|ghci|julia|R|lua[\d.]*|iex|erl|scala|clj|deno|bun)$/;
  if (lost.length === 0 || isBare.test(nameOf2(first)) && lost.length < 3) return true;
  return entrypoint.some((word) => nameOf2(word) === nameOf2(first));
}
function droppedCmd({ dockerfile }) {
  if (!dockerfile) return void 0;
  const stated = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(
    ({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT"
  );
  const [command, entrypoint] = stated.slice(-2);
  if (command?.keyword !== "CMD" || entrypoint?.keyword !== "ENTRYPOINT") return void 0;
  return command.stage === entrypoint.stage || command.arguments.length === 0 ? void 0 : command.startLine;
}
function* overridden({ dockerfile }) {
  if (!dockerfile) return;
  const last = /* @__PURE__ */ new Map();
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final")) {
    const { keyword, stage } = instruction;
    if (keyword !== "CMD" && keyword !== "ENTRYPOINT") continue;
    const key = `${keyword} ${stage}`;
    const earlier = last.get(key);
    if (earlier)
      yield {
        message: `This ${keyword} has no effect: line ${instruction.startLine} replaces it.`,
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, earlier)
      };
    last.set(key, instruction);
  }
}
var execForm = defineRule({
  id: "exec-form",
  group: "running",
  summary: "Start the program itself, not a shell that starts it.",
  why: "The shell form makes /bin/sh process 1; it passes no signals on, so `docker stop` waits ten seconds and kills.",
  howToPass: 'Write `ENTRYPOINT ["program", "argument"]`, or begin the shell’s last command with `exec`.',
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({}),
  gathers: ["entry-script"],
  *check(subject) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const shell = (0, import_chunk_SAKVTBBA.shellCommand)(entrypoint);
    if (shell) {
      if (!endsInExec(shell.script)) yield violation(subject, "entrypoint", shell.script);
      return;
    }
    const second = (0, import_chunk_SAKVTBBA.shellCommand)([...entrypoint, ...cmd]) ?? (0, import_chunk_SAKVTBBA.shellCommand)(cmd);
    const { entryScript } = subject;
    if (entryScript && !second) yield* inScript(subject, entryScript);
    if (second && !endsInExec(second.script))
      yield violation(subject, cmd.length > 0 ? "cmd" : "entrypoint", second.script);
  }
});
function* inScript(subject, { path, from, text }) {
  const end = (0, import_chunk_SAKVTBBA.endOfScript)(text);
  if (end.replaced || end.last === "") return;
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, from);
  const shown = end.last.length > 120 ? `${end.last.slice(0, 119)}…` : end.last;
  yield {
    message: `The script ${path} ends in \`${shown}\` without \`exec\`: process 1 stays the shell, and it passes no signals on.`,
    paths: [path],
    ...location && { location },
    howToPass: `End ${path} in \`exec "$@"\`, or put \`exec\` before its last command.`
  };
}
function endsInExec(script) {
  const last = script.split(/&&|\|\||;|\n/).findLast((part) => part.trim() !== "") ?? "";
  return /^\s*(?:[A-Za-z_]\w*=\S*\s+)*exec\s/.test(last);
}
function violation(subject, field, script) {
  const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, field);
  const form = (0, import_chunk_4LVAQKBM.instructionAt)(subject, field)?.form === "shell" ? "in shell form" : "a shell with -c";
  const shown = script.length > 120 ? `${script.slice(0, 119)}…` : script;
  return {
    message: `${field.toUpperCase()} is ${form}: process 1 is the shell, and it passes no signals on to \`${shown}\`.`,
    ...location && { location }
  };
}
var portText = "a port or a range such as `8080`, `8000-8999` or `53/udp`";
var portRange = import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.int(), import_chunk_AJHEZPZQ.external_exports.string()], { error: portText }).transform((given, context) => {
  const [, first, last = first, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/.exec(String(given)) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first !== void 0 && from > 0 && from <= to && to <= 65535) return { from, to, ...protocol && { protocol } };
  context.issues.push({ code: "custom", input: given, message: portText });
  return import_chunk_AJHEZPZQ.external_exports.NEVER;
});
var exposedPorts = defineRule({
  id: "exposed-ports",
  group: "running",
  summary: "Expose only ports that are meant to be reached.",
  why: "An exposed port is an invitation: `docker run -P` publishes it, and scanners and people believe it.",
  howToPass: "Remove the EXPOSE, or allow the port in the policy.",
  narrows: { allow: "both-lists", deny: "either-list" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    allow: import_chunk_AJHEZPZQ.external_exports.array(portRange).optional().describe("Only these ports may be exposed, when given."),
    deny: import_chunk_AJHEZPZQ.external_exports.array(portRange).default([{ from: 22, to: 22 }]).describe("These may not; default: 22, SSH.")
  }),
  *check(subject, { allow, deny }) {
    for (const port of subject.measurement.config.exposedPorts) {
      const isDenied = deny.some((range) => isWithin(port, range));
      const isUnlisted = allow !== void 0 && !allow.some((range) => isWithin(port, range));
      if (!isDenied && !isUnlisted) continue;
      const location = linesOfPort(subject, port);
      const why = isDenied ? "is denied" : "is not in the list of allowed ports";
      yield { message: `Port ${port} is exposed and ${why}.`, ...location && { location } };
    }
  }
});
function isWithin(port, { from, to, protocol }) {
  const [number, its = "tcp"] = port.split("/");
  return Number(number) >= from && Number(number) <= to && (protocol === void 0 || protocol === its);
}
function linesOfPort({ dockerfile }, port) {
  if (!dockerfile) return void 0;
  const number = Number(port.split("/")[0]);
  const states = (word) => {
    const [first, last = first] = (word.split("/")[0] ?? "").split("-").map(Number);
    return first !== void 0 && last !== void 0 && number >= first && number <= last;
  };
  const found2 = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").findLast(
    (instruction) => instruction.keyword === "EXPOSE" && instruction.arguments.some(states)
  );
  return found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
}
var healthcheck = defineRule({
  id: "healthcheck",
  group: "running",
  summary: "Say how the engine can tell that the program works.",
  why: "Without HEALTHCHECK a hung process counts as healthy; Kubernetes has probes of its own and ignores it.",
  howToPass: 'Add `HEALTHCHECK CMD ["/app", "health"]`, or turn the rule off where only Kubernetes runs the image.',
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({}),
  *check(subject) {
    const test = subject.measurement.config.healthcheck?.test;
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "healthcheck");
    const place = location && { location };
    if (test?.[0] === "NONE") yield { message: "HEALTHCHECK NONE turns the health check off.", ...place };
    else if (!test || test.length === 0) yield { message: "There is no HEALTHCHECK.", ...place };
    const { dockerfile } = subject;
    if (!dockerfile) return;
    const own = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(
      ({ keyword, stage }) => keyword === "HEALTHCHECK" && stage === dockerfile.final.stage
    );
    for (const earlier of own.slice(0, -1))
      yield {
        message: "This HEALTHCHECK has no effect: a later one replaces it.",
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, earlier)
      };
  }
});
var maxContextSize = defineSourceRule({
  id: "max-context-size",
  group: "size",
  summary: "Limit what is sent to the builder.",
  why: "Every build waits for it, and a `COPY .` takes it all into the image, secrets included.",
  howToPass: "List in `.dockerignore` what the build does not read: `.git`, dependencies, build output.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ max: import_chunk_IBBT4ZFU.byteSize.default(1e8).describe("The most the build context may hold.") }),
  gathers: ["context"],
  *check({ context }, { max }) {
    if (!context) {
      yield { unknown: "There is no build context: the image was not built here." };
      return;
    }
    const excess = context.bytes - max;
    if (excess <= 0) return;
    const [sent, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(context.bytes, max);
    const files = `${context.files} ${context.files === 1 ? "file" : "files"}`;
    yield {
      message: `The build context is ${sent} in ${files}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`,
      bytes: excess,
      ...context.topFolders && { paths: context.topFolders.slice(0, 10).map(({ path }) => path) }
    };
  }
});
var options3 = import_chunk_AJHEZPZQ.external_exports.strictObject({
  max: import_chunk_IBBT4ZFU.byteSize.optional().describe("The most bytes the image may grow by."),
  or: import_chunk_IBBT4ZFU.percent.optional().describe("The most it may grow in percent of the baseline. Growth over either limit fails."),
  of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own")
}).refine(({ max, or }) => max !== void 0 || or !== void 0, {
  error: "`max` (bytes), `or` (percent), or both"
});
var maxGrowth = defineRule({
  id: "max-growth",
  group: "size",
  summary: "Limit how much a change makes the image grow.",
  why: "Images grow by small steps that nobody looks at; a refreshed base image is not the change’s doing.",
  howToPass: "See in the report what grew; drop it, or raise the limit in the policy and say why.",
  narrows: { max: "smaller", or: "smaller" },
  options: options3,
  needs: ["baseline"],
  *check({ change }, { max, or, of }) {
    const grownBytes = of === "own" ? change.ownDeltaBytes : change.unpackedDeltaBytes;
    if (grownBytes === void 0) {
      yield {
        unknown: "Which layers are the base image’s is not known on both sides, so own growth cannot be told apart."
      };
      return;
    }
    if (grownBytes <= 0) return;
    const what = of === "own" ? "Own layers grew" : "Grew";
    const drift = of === "own" && change.baseDeltaBytes ? `; the base image ${(0, import_chunk_CCPWSZ7L.formatDelta)(change.baseDeltaBytes)}` : "";
    const limitBytes = Math.min(
      max ?? Infinity,
      or === void 0 ? Infinity : Math.floor(change.beforeBytes * or / 100)
    );
    if (grownBytes <= limitBytes) return;
    const [grew, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(grownBytes, limitBytes);
    const share = change.beforeBytes > 0 ? ` (${(grownBytes / change.beforeBytes * 100).toFixed(1)} %)` : "";
    const limitName = limitBytes === max ? limit : `${or} % of ${(0, import_chunk_CCPWSZ7L.formatBytes)(change.beforeBytes)}`;
    yield {
      message: `${what} by ${grew}${share} against ${change.before}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(grownBytes - limitBytes)} over the limit of ${limitName}${drift}.`,
      bytes: grownBytes - limitBytes,
      paths: change.grew.map(({ path }) => path)
    };
  }
});
var maxHiddenBytes = defineRule({
  id: "max-hidden-bytes",
  group: "size",
  summary: "Limit bytes that are shipped although a later layer deleted or replaced them.",
  why: "They are pulled and stored by every node, and anyone who has the image can still read them.",
  howToPass: "Delete in the same `RUN` that wrote, use a cache mount, or copy the result from a builder stage.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    max: import_chunk_IBBT4ZFU.byteSize.default(0).describe("The most hidden bytes allowed."),
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own")
  }),
  *check({ measurement }, { max, of }) {
    const byBase = of === "own" ? measurement.hiddenTotal.byBaseLayersBytes ?? 0 : 0;
    const hiddenBytes = measurement.hiddenBytes - byBase;
    if (hiddenBytes <= max) return;
    const [hides, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(hiddenBytes, max);
    const over = max === 0 ? "" : `, ${(0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes - max)} over the limit of ${limit}`;
    const copies = ownCopies(measurement, of);
    const worst = copies[0];
    const location = worst && locationOf(measurement, worst.hiddenBy);
    yield {
      message: `Hides ${hides} in lower layers${over}.${worst ? ` ${explain(measurement, worst)}` : ""}`,
      bytes: hiddenBytes - max,
      paths: copies.map(({ path }) => path),
      ...location && { location },
      ...worst?.how === "metadata-only" && { howToPass: copyWithMode }
    };
  }
});
var copyWithMode = "Give mode and owner where the file comes in: `COPY --chmod=… --chown=…`, or `chmod` and `chown` in the `RUN` that writes it.";
function ownCopies(measurement, of) {
  const firstOwn = of === "own" ? measurement.baseLayers ?? 0 : 0;
  return measurement.hidden.filter(({ hiddenBy }) => hiddenBy >= firstOwn);
}
function explain(measurement, { path, bytes, addedBy, hiddenBy, how }) {
  const verb = how === "overwritten" ? "replaces" : how === "metadata-only" ? "changes mode or owner of" : "deletes";
  const [hider, adder] = [describeLayer(measurement, hiddenBy), describeLayer(measurement, addedBy)];
  return `The largest: ${hider} ${verb} ${path} (${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}) of ${adder}.`;
}
var maxLayers = defineRule({
  id: "max-layers",
  group: "size",
  summary: "Limit the number of layers.",
  why: "Engines stop at 127 layers, and each one is a request, a lock and a directory on every node.",
  howToPass: "Join instructions that belong together, or copy the result of a builder stage in one `COPY`.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    max: import_chunk_AJHEZPZQ.external_exports.int({ error: "a whole number of layers" }).min(1).max(1e3).describe("The most layers allowed."),
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("all")
  }),
  *check({ measurement: { layers, baseLayers } }, { max, of }) {
    if (of === "own" && baseLayers === void 0 && layers > max) {
      yield { unknown: "How many of the layers come from the base image is not known." };
      return;
    }
    const counted2 = of === "own" ? layers - (baseLayers ?? 0) : layers;
    if (counted2 <= max) return;
    const split2 = baseLayers === void 0 ? "" : ` (${layers - baseLayers} own, ${baseLayers} base)`;
    const what = of === "own" ? "own layers" : "layers";
    yield { message: `Has ${counted2} ${what}${split2}, ${counted2 - max} over the limit of ${max}.` };
  }
});
var maxPullSize = defineRule({
  id: "max-pull-size",
  group: "size",
  summary: "Limit what a node downloads to run the image.",
  why: "The first start on a fresh node waits for the download; autoscaling and cold starts pay it each time.",
  howToPass: "Drop what the program does not need at run time, or raise `max` in the policy and say why.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ max: import_chunk_IBBT4ZFU.byteSize.describe("The most the compressed layers may take together.") }),
  *check({ measurement: { pull } }, { max }) {
    if (!pull) {
      yield { unknown: "The size of the compressed layers is not known from this source." };
      return;
    }
    const excess = pull.bytes - max;
    if (excess <= 0) return;
    const [takes, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(pull.bytes, max);
    const about2 = pull.exact ? "" : "about ";
    yield {
      message: `Takes ${about2}${takes} to pull, ${about2}${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`,
      bytes: excess
    };
  }
});
var maxUnpackedSize = defineRule({
  id: "max-unpacked-size",
  group: "size",
  summary: "Limit what the image takes on disk.",
  why: "Every byte is stored, unpacked and scanned on every node that runs the image.",
  howToPass: "Copy only the build output into a small final stage, or raise `max` in the policy and say why.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ max: import_chunk_IBBT4ZFU.byteSize.describe("The most the layers may take, unpacked.") }),
  *check({ measurement }, { max }) {
    const excess = measurement.unpackedBytes - max;
    if (excess <= 0) return;
    const [takes, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(measurement.unpackedBytes, max);
    yield { message: `Takes ${takes} on disk, ${(0, import_chunk_CCPWSZ7L.formatBytes)(excess)} over the limit of ${limit}.`, bytes: excess };
  }
});
function buildTools(measurement, allow = []) {
  const allowed = allow.map(import_chunk_IAAG4V6P.compileGlob);
  const all = measurement.packages.filter(({ name }) => isBuildTool(name));
  const packages = all.filter(({ name }) => !allowed.some((matches) => matches(name)));
  const allowedBytes = sumOf(all) - sumOf(packages);
  const ofKind = measurement.byKind.filter(({ kind }) => kind === "compilers" || kind === "headers");
  const bytes = ofKind.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return { bytes: Math.max(0, bytes - allowedBytes), packages: packages.toSorted((a, b) => b.bytes - a.bytes) };
}
function namesOf(packages) {
  if (packages.length === 0) return "";
  const shown = packages.slice(0, 4).map(({ name }) => name);
  const more = packages.length - shown.length;
  return ` (${shown.join(", ")}${more > 0 ? ` and ${more} more packages` : ""})`;
}
function isBuildTool(name) {
  const kind = (0, import_chunk_SAKVTBBA.kindOfPackage)(name);
  return kind === "compilers" || kind === "headers";
}
function sumOf(packages) {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}
var multiStage = defineRule({
  id: "multi-stage",
  group: "size",
  summary: "Build in one stage and ship from another.",
  why: "What only the build needs is most of many images, and every tool in it is one an intruder finds there.",
  howToPass: "Build in a stage of its own and `COPY --from=` only the result into a final stage on a small base.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    max: import_chunk_IBBT4ZFU.byteSize.default(1e6).describe("Build tools up to this size pass in a single-stage Dockerfile."),
    "min-saving": import_chunk_IBBT4ZFU.percent.optional().describe("The least a multi-stage build must save against its single stage.")
  }),
  needs: ["dockerfile"],
  *check({ measurement, dockerfile, stages }, { max, "min-saving": minSaving }) {
    const location = (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
    const place = location && { location };
    if (dockerfile.stages.length === 1) {
      const tools = buildTools(measurement);
      if (tools.bytes <= max) return;
      yield {
        message: `The only stage ships ${(0, import_chunk_CCPWSZ7L.formatBytes)(tools.bytes)} of compilers and headers${namesOf(tools.packages)}.`,
        bytes: tools.bytes,
        ...place
      };
      return;
    }
    if (minSaving === void 0) return;
    if (!stages) {
      yield { unknown: "The single stage was not built, so what the multi-stage build saves is not known." };
      return;
    }
    const savedBytes = stages.beforeBytes - stages.afterBytes;
    if (savedBytes * 100 >= stages.beforeBytes * minSaving) return;
    const share = stages.beforeBytes === 0 ? "" : ` (${(0, import_chunk_CCPWSZ7L.formatRatio)(savedBytes / stages.beforeBytes)})`;
    const single = (0, import_chunk_CCPWSZ7L.formatBytes)(stages.beforeBytes);
    yield {
      message: savedBytes < 0 ? `The multi-stage build is ${(0, import_chunk_CCPWSZ7L.formatBytes)(-savedBytes)} larger than its single stage of ${single}.` : `The multi-stage build saves ${(0, import_chunk_CCPWSZ7L.formatBytes)(savedBytes)}${share} of ${single}, less than ${minSaving} %.`,
      ...place
    };
  }
});
var needsAdd = /^(?:https?:|ftp:|git:|ssh:|git@|[^/]*\$)|\.git(?:#|$)|\.(?:tar|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|lzma|zst)$|\.tar\./i;
var noAdd = defineSourceRule({
  id: "no-add",
  group: "dockerfile",
  summary: "Copy with COPY; ADD is for archives, URLs and repositories.",
  why: "ADD unpacks and downloads when its source happens to look like that, and the reader cannot tell what was meant.",
  howToPass: "Write COPY instead of ADD.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ stages: (0, import_chunk_IBBT4ZFU.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, stages)) {
      if (instruction.keyword !== "ADD") continue;
      const sources = instruction.arguments.slice(0, -1).filter((source) => !source.startsWith("<<")).map((source) => source.replace(/^["']|["']$/g, ""));
      if (sources.some((source) => needsAdd.test(source))) continue;
      yield {
        message: `ADD ${sources.join(" ").slice(0, 120)} does what COPY does.`,
        location: (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction)
      };
    }
  }
});
var noBuildTools = defineRule({
  id: "no-build-tools",
  group: "contents",
  summary: "Ship no compilers, headers or build systems.",
  why: "They are large, they bring most of an image’s known vulnerabilities, and they help whoever breaks in.",
  howToPass: "Build in a stage of its own, or start from the slim variant of the base image.",
  narrows: { max: "smaller", allow: "both-lists" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    max: import_chunk_IBBT4ZFU.byteSize.default(1e6).describe("Build tools up to this size pass."),
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Packages that are the product (globs over their names), as in a toolchain image.")
  }),
  *check({ measurement }, { max, allow }) {
    const tools = buildTools(measurement, allow);
    if (tools.bytes <= max) return;
    const [largest] = tools.packages;
    const location = largest && locationOf(measurement, largest.layer);
    const [ships, limit] = (0, import_chunk_CCPWSZ7L.formatPair)(tools.bytes, max);
    const over = max === 0 ? "" : `, over the limit of ${limit}`;
    yield {
      message: `Ships ${ships} of compilers and headers${namesOf(tools.packages)}${over}${largest ? "" : `; ${(0, import_chunk_CCPWSZ7L.formatBytes)(tools.bytes)} in no package`}.`,
      bytes: tools.bytes,
      ...location && { location }
    };
  }
});
var noLatestTag = defineSourceRule({
  id: "no-latest-tag",
  group: "base-image",
  summary: "Name a version of every base image, not `latest`.",
  why: "The tag `latest` is another image tomorrow: a build that passed today can break or change without a commit.",
  howToPass: "Write the version’s tag, or a digest.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ stages: (0, import_chunk_IBBT4ZFU.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const use of (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages)) {
      const { reference, location } = use;
      if (use.isUnresolved) yield { unknown: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} does not resolve to an image.` };
      else if (reference && reference.digest === null && (reference.tag ?? "latest") === "latest")
        yield {
          message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} ${reference.tag === null ? "names no tag, which means latest" : "is whatever is newest"}.`,
          location
        };
    }
  }
});
var noOnbuild = defineRule({
  id: "no-onbuild",
  group: "base-image",
  summary: "Let no base image run instructions of its own in your build.",
  why: "Triggers (ONBUILD) of a base image copy, install and set things that no line of the Dockerfile says, and change with its tag.",
  howToPass: "Use a base image without triggers, and write the instructions that you mean.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Base images whose triggers are known and wanted (globs over their names).")
  }),
  needs: ["dockerfile"],
  *check({ dockerfile, baseConfig }, { allow }) {
    const outermost = (0, import_chunk_4LVAQKBM.shippingStages)(dockerfile).at(-1);
    const reference = outermost?.base.reference;
    if (!outermost || !reference || reference === "scratch") return;
    const read = (0, import_chunk_MWNSXYJF.readReference)(reference);
    if (typeof read !== "string" && allow.some((image) => compileImagePattern({ image })(read))) return;
    const name = typeof read === "string" ? reference : (0, import_chunk_MWNSXYJF.familiarReference)(read);
    if (!baseConfig) {
      yield { unknown: `The base image ${name} is not at hand, so whether it has ONBUILD triggers is not known.` };
      return;
    }
    const triggers = outermost.baseTriggers ?? [];
    if (triggers.length === 0) return;
    const shown = triggers.slice(0, 3).map((trigger) => `\`${trigger.replaceAll(/\s+/g, " ").slice(0, 80)}\``);
    const more = triggers.length > shown.length ? ` and ${triggers.length - shown.length} more` : "";
    yield {
      message: `The base image ${name} runs ${triggers.length === 1 ? "an instruction" : `${triggers.length} instructions`} of its own here (ONBUILD): ${shown.join(", ")}${more}.`,
      location: { file: dockerfile.file, startLine: outermost.startLine, endLine: outermost.startLine }
    };
  }
});
var caches = [
  [
    /^\/var\/lib\/apt\/lists\//,
    "apt lists",
    "`rm -rf /var/lib/apt/lists/*` in the same `RUN`, or a cache mount on /var/lib/apt"
  ],
  [
    /^\/var\/cache\/(?:apt|debconf-apt)\//,
    "the apt cache",
    "`apt-get clean` in the same `RUN`, or a cache mount on /var/cache/apt"
  ],
  [
    /^\/var\/(?:cache|lib)\/(?:yum|dnf|libdnf5)\//,
    "the dnf or yum cache",
    "`dnf clean all` in the same `RUN`, or a cache mount"
  ],
  [/^\/var\/cache\/zypp\//, "the zypper cache", "`zypper clean --all` in the same `RUN`"],
  [/^\/(?:var\/cache\/apk|etc\/apk\/cache)\//, "the apk cache", "`apk add --no-cache`"],
  [/\/\.cache\/pip\//, "the pip cache", "`pip install --no-cache-dir`, or a cache mount on /root/.cache/pip"],
  [
    /\/(?:\.npm|_cacache)\//,
    "the npm cache",
    "`npm cache clean --force` in the same `RUN`, or a cache mount on /root/.npm"
  ],
  [
    /\/(?:\.yarn|\.cache\/yarn|\.yarn\/cache)\//,
    "the yarn cache",
    "`yarn cache clean` in the same `RUN`, or a cache mount"
  ],
  [
    /\/(?:\.cache\/go-build|go\/pkg)\//,
    "the Go cache",
    "a builder stage, or cache mounts on /root/.cache/go-build and /go/pkg/mod"
  ],
  [
    /\/cargo\/(?:registry|git)\/|\/\.cargo\/(?:registry|git)\//,
    "the cargo cache",
    "a builder stage, or a cache mount on the registry"
  ],
  [/\/\.m2\//, "the Maven repository", "a builder stage, or a cache mount on /root/.m2"],
  [/\/\.gradle\//, "the Gradle cache", "a builder stage, or a cache mount on /root/.gradle"],
  [/^/, "a package cache", "deleting it in the same `RUN`, or a cache mount"]
];
var noPackageCache = defineRule({
  id: "no-package-cache",
  group: "contents",
  summary: "Ship no package lists and caches.",
  why: "They serve the next install, which does not happen in an image; they age and make layers differ for nothing.",
  howToPass: "Delete the cache in the `RUN` that filled it, or use a cache mount.",
  narrows: { max: "smaller" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    max: import_chunk_IBBT4ZFU.byteSize.default(0).describe("Caches up to this size, each, pass."),
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own")
  }),
  needs: ["files"],
  *check(subject, { max, of }) {
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, cachePaths());
    for (const [files, note] of [
      [visible, ""],
      [hidden, ", deleted by a later layer but still shipped (also counted as hidden bytes)"]
    ])
      for (const [index, { bytes, paths, layer }] of heapsOf(
        files.filter((file) => file.bytes > 0),
        cacheOf
      )) {
        const [, name = "", remedy2 = ""] = caches[Number(index)] ?? [];
        if (bytes <= max) continue;
        const location = locationOf(subject.measurement, layer);
        yield {
          message: `Ships ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)} of ${name}${note}.`,
          bytes,
          paths,
          howToPass: `Use ${remedy2}: −${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}.`,
          ...location && { location }
        };
      }
  }
});
function cacheOf(path) {
  return String(caches.findIndex(([pattern]) => pattern.test(path)));
}
function cachePaths() {
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    const folder = path.slice(1, Math.max(path.lastIndexOf("/"), 1));
    const before = known.get(folder);
    if (before !== void 0) return before;
    const isCache = (0, import_chunk_SAKVTBBA.kindOfFolder)(folder) === "package-caches";
    known.set(folder, isCache);
    return isCache;
  };
}
var secretFile = /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.netrc|_netrc|\.pypirc|\.npmrc|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|\.config\/gcloud\/[^/]*credentials[^/]*|\.cargo\/credentials(?:\.toml)?|\.vault-token|\.pgpass|\.my\.cnf|\.env(?:\.local|\.production)?|[^/]*\.(?:p12|pfx|jks|keystore|kdbx|ppk))$/;
function isSecretFile(path) {
  return secretFile.test(path) && !/\/(?:node_modules|site-packages|dist-packages)\//.test(path);
}
var noSecrets = defineRule({
  id: "no-secrets",
  group: "contents",
  summary: "Ship no secrets: in variables, arguments, labels, history, or files.",
  why: "Whoever can pull the image can read all of it, also what a later layer deletes.",
  howToPass: "Give secrets to the build with `RUN --mount=type=secret`, and to the container when it runs. Replace one that was shipped.",
  narrows: { allow: "both-lists", contents: "true-wins" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Names of variables and labels, and absolute paths of files, that are accepted (globs)."),
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own"),
    contents: import_chunk_AJHEZPZQ.external_exports.boolean({ error: "`true` or `false`" }).default(true).describe("Search the contents of text files too, also of files that a later layer deletes or overwrites.")
  }),
  gathersFor: ({ contents, of }) => contents ? [of === "all" ? "secrets-of-all-layers" : "secrets"] : [],
  *check(subject, { allow, of, contents }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const isAllowed = (name) => matches.some((one) => one(name));
    yield* inVariables(subject, isAllowed);
    yield* inArguments(subject, isAllowed);
    yield* inLabels(subject, isAllowed);
    yield* inHistory(subject.measurement, (name) => isAllowed(name) || argumentNames(subject).includes(name));
    yield* inFiles(subject, of, isAllowed);
    if (contents) yield* inContents(subject, isAllowed);
  }
});
function* inVariables(subject, isAllowed) {
  for (const pair of subject.measurement.config.env) {
    const [name, value] = split(pair);
    const kind = kindOf(name, value);
    if (kind === void 0 || value === "" || isAllowed(name)) continue;
    yield at(
      `ENV ${name} holds ${kind} (${(0, import_chunk_SAKVTBBA.redacted)(value)}); it is in the image’s configuration for all to read.`,
      instructionWith(subject, "ENV", name)
    );
  }
}
function* inArguments(subject, isAllowed) {
  if (!subject.dockerfile) return;
  for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(subject.dockerfile, "final")) {
    if (instruction.keyword !== "ARG") continue;
    for (const word of instruction.arguments) {
      const [name, value] = split(word);
      const kind = kindOf(name, value);
      if (kind === void 0 || isAllowed(name)) continue;
      yield at(
        `ARG ${name} takes ${kind}; build arguments stay in the image’s history.`,
        (0, import_chunk_4LVAQKBM.linesOf)(subject.dockerfile, instruction)
      );
    }
  }
}
function* inLabels(subject, isAllowed) {
  for (const [key, value] of Object.entries(subject.measurement.config.labels)) {
    const kind = kindOf(key, value);
    if (kind === void 0 || value === "" || isAllowed(key)) continue;
    yield at(`The label ${key} holds ${kind} (${(0, import_chunk_SAKVTBBA.redacted)(value)}).`, instructionWith(subject, "LABEL", key));
  }
}
function argumentNames({ dockerfile }) {
  const all = dockerfile ? (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").filter(({ keyword }) => keyword === "ARG") : [];
  return all.flatMap((instruction) => instruction.arguments.map((word) => split(word)[0]));
}
function* inHistory(measurement, isAllowed) {
  for (const [index, { createdBy }] of measurement.perLayer.entries()) {
    const given = /\|\d+ (.*?)(?:\/bin\/\S+ -|$)/s.exec(createdBy)?.[1] ?? "";
    const names = [...given.matchAll(/(?:^|\s)([A-Za-z_]\w*)=(\S+)/g)];
    const location = locationOf(measurement, index);
    for (const [, name = "", value = ""] of names)
      if (kindOf(name, value) !== void 0 && !isAllowed(name))
        yield at(
          `The history of ${describeLayer(measurement, index)} shows the build argument ${name} (${(0, import_chunk_SAKVTBBA.redacted)(value)}).`,
          location
        );
    const kind = names.length === 0 ? (0, import_chunk_SAKVTBBA.secretIn)(createdBy) : void 0;
    if (kind !== void 0) yield at(`The history of ${describeLayer(measurement, index)} shows ${kind}.`, location);
  }
}
function* inFiles(subject, of, isAllowed) {
  const { tree, measurement } = subject;
  if (!tree) {
    yield { unknown: "The files of the image were not read; only its configuration and history were looked at." };
    return;
  }
  yield* hiddenUnseen(subject);
  for (const { path, layer } of filesOf(tree, measurement, of, holdsSecret))
    if (!isAllowed(`/${path}`))
      yield { ...at(`/${path} is a file for secrets.`, locationOf(measurement, layer)), paths: [`/${path}`] };
  for (const { path, addedBy, hiddenBy } of hiddenOf(subject, of))
    if (isSecretFile(path) && !isAllowed(path))
      yield {
        ...at(
          `${path} is a file for secrets; ${describeLayer(measurement, hiddenBy)} hides it, but ${describeLayer(measurement, addedBy)} ships it.`,
          locationOf(measurement, addedBy)
        ),
        paths: [path]
      };
}
function* inContents({ tree, measurement, secrets }, isAllowed) {
  if (!tree) return;
  if (!secrets) yield { unknown: "The contents of the image’s files were not searched." };
  for (const unknown of secrets?.unsearched ?? []) yield { unknown };
  for (const { path, what, line, layer, hiddenBy } of secrets?.found ?? []) {
    if (isAllowed(path) || isSecretFile(path)) continue;
    const ships = `but ${describeLayer(measurement, layer)} ships it`;
    const note = hiddenBy === void 0 ? "" : `; ${describeLayer(measurement, hiddenBy)} hides the file, ${ships}`;
    yield { ...at(`${path}:${line} holds ${what}${note}.`, locationOf(measurement, layer)), paths: [path] };
  }
}
function holdsSecret({ path, fileBytes }) {
  return fileBytes > 0 && isSecretFile(`/${path}`);
}
function kindOf(name, value) {
  return (0, import_chunk_SAKVTBBA.secretIn)(value) ?? ((0, import_chunk_SAKVTBBA.isSecretName)(name) && !(0, import_chunk_SAKVTBBA.isFingerprint)(value) ? "a secret by its name" : void 0);
}
function at(message, location) {
  return { message, ...location && { location } };
}
function split(pair) {
  const equals = pair.indexOf("=");
  return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
function instructionWith({ dockerfile }, keyword, name) {
  if (!dockerfile) return void 0;
  const found2 = (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").findLast(
    (instruction) => instruction.keyword === keyword && instruction.arguments.some((word, index) => index % 3 === 0 && word.replace(/^["']|["']$/g, "") === name)
  );
  return found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
}
var noSetuid = defineRule({
  id: "no-setuid",
  group: "contents",
  summary: "Ship no programs that run as their owner.",
  why: "A setuid program is the usual way from an ordinary user to root inside the container.",
  howToPass: "Remove the package or `chmod a-s` in the same `RUN`; run with `no-new-privileges` besides.",
  narrows: { allow: "both-lists" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own"),
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Absolute paths that are accepted (globs), such as `/usr/bin/sudo`."),
    capabilities: import_chunk_AJHEZPZQ.external_exports.boolean().default(false).describe("Whether files with capabilities count too.")
  }),
  needs: ["files"],
  *check({ tree, measurement }, { of, allow, capabilities }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    const byLayer = /* @__PURE__ */ new Map();
    const hasRights = (node) => describeMode(node) !== void 0 || capabilities && node.hasCapabilities;
    for (const node of filesOf(tree, measurement, of, hasRights)) {
      if (matches.some((one) => one(`/${node.path}`))) continue;
      byLayer.set(node.layer, [...byLayer.get(node.layer) ?? [], node]);
    }
    for (const [layer, nodes] of [...byLayer].sort(([a], [b]) => a - b)) {
      const location = locationOf(measurement, layer);
      const shown = nodes.slice(0, 3).map((node) => `/${node.path} (${describeMode(node) ?? "capabilities"})`);
      const more = nodes.length > shown.length ? ` and ${nodes.length - shown.length} more` : "";
      yield {
        message: `${nodes.length === 1 ? "A program runs with more rights than its" : `${nodes.length} programs run with more rights than their`} caller: ${shown.join(", ")}${more}.`,
        paths: nodes.map(({ path }) => `/${path}`),
        ...location && { location }
      };
    }
  }
});
function describeMode({ mode, uid: uid2, gid }) {
  if (mode & 2048) return `setuid of ${uid2 === 0 ? "root" : uid2}`;
  return mode & 1024 && mode & 8 ? `setgid of ${gid === 0 ? "root" : gid}` : void 0;
}
var noVcs = defineRule({
  id: "no-vcs",
  group: "contents",
  summary: "Ship no repository of version control.",
  why: "It holds everything that was ever committed, secrets that were removed since included.",
  howToPass: "Put `.git` into `.dockerignore`, or copy only the folders the build needs.",
  narrows: { allow: "both-lists" },
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    of: (0, import_chunk_IBBT4ZFU.ownOrAll)("own"),
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Absolute paths of repositories that are accepted (globs).")
  }),
  needs: ["files"],
  *check(subject, { of, allow }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    yield* hiddenUnseen(subject);
    const { visible, hidden } = shippedFiles(subject, of, (path) => repositoryOf(path) !== void 0);
    for (const [files, note] of [
      [visible, ""],
      [hidden, ", deleted by a later layer but still shipped"]
    ])
      for (const [root, { bytes, paths, layer }] of heapsOf(files, repositoryOf)) {
        if (matches.some((one) => one(root))) continue;
        const location = locationOf(subject.measurement, layer);
        const count = `${paths.length} ${paths.length === 1 ? "file" : "files"}`;
        yield {
          message: `Ships the repository ${root} (${count}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)})${note}.`,
          bytes,
          paths: [root],
          ...location && { location }
        };
      }
  }
});
function repositoryOf(path) {
  return /^.*?\/(?:\.git|\.svn|\.hg|\.bzr|_darcs)(?=\/|$)/.exec(path)?.[0];
}
var noVolumes = defineRule({
  id: "no-volumes",
  group: "running",
  summary: "Declare no volumes in the image.",
  why: "Each VOLUME makes an anonymous volume for every container, which stays behind; it cannot be undone downstream.",
  howToPass: "Remove VOLUME and let whoever runs the image mount what they mean to keep.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Paths that are accepted (globs).") }),
  *check({ measurement: { config }, dockerfile }, { allow }) {
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    for (const path of config.volumes) {
      if (matches.some((one) => one(path))) continue;
      const found2 = dockerfile && (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, "final").find(
        (instruction) => instruction.keyword === "VOLUME" && instruction.arguments.includes(path)
      );
      const location = dockerfile && (found2 ? (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, found2) : (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile));
      yield { message: `Declares a volume at ${path}.`, paths: [path], ...location && { location } };
    }
  }
});
var uid = import_chunk_AJHEZPZQ.external_exports.int({ error: "a uid" }).min(0).max(2 ** 31 - 1);
var options4 = import_chunk_AJHEZPZQ.external_exports.strictObject({
  "min-uid": uid.default(1).describe("The lowest uid allowed."),
  "max-uid": uid.default(2 ** 31 - 1).describe("The highest uid allowed."),
  "numeric-only": import_chunk_AJHEZPZQ.external_exports.boolean().default(false).describe("USER must be a number: Kubernetes’ runAsNonRoot cannot check names."),
  "allow-root-group": import_chunk_AJHEZPZQ.external_exports.boolean().default(true).describe("Whether the process may be in group 0.")
});
var nonRoot = defineRule({
  id: "non-root",
  group: "running",
  summary: "Do not run as root.",
  why: "Who breaks out of a process that is root is root where the container is.",
  howToPass: "Create a user in the final stage and end it with `USER 10001` (a number, so that Kubernetes can check it).",
  narrows: { "min-uid": "larger", "max-uid": "smaller", "numeric-only": "true-wins" },
  options: options4,
  reads: ["/etc/passwd", "/etc/group"],
  *check(subject, chosen) {
    const { user } = subject.measurement.config;
    const files = accountFiles(subject);
    const needsFiles = !isPlainId(user);
    if (files === void 0 && needsFiles) {
      yield { unknown: `USER ${user} cannot be resolved: the image’s /etc/passwd and /etc/group were not read.` };
      return;
    }
    const resolved = (0, import_chunk_SAKVTBBA.resolveUser)(user, files ?? {});
    const isGroupKnown = files !== void 0 || chosen["allow-root-group"] || user.includes(":");
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, "user");
    const messages = [...complaints(user, resolved, isGroupKnown ? chosen : { ...chosen, "allow-root-group": true })];
    for (const message of messages) yield { message, ...location && { location } };
    if (!isGroupKnown && messages.length === 0)
      yield { unknown: `The group of USER ${user} is not known: the image’s /etc/passwd was not read.` };
  }
});
function* complaints(user, resolved, allowed) {
  const written = user === "" ? "No USER is set" : `USER ${user}`;
  if ("error" in resolved) {
    yield `${written} cannot be resolved: ${resolved.error}, so the container does not start.`;
    return;
  }
  if (resolved.root) yield user === "" ? `${written}: the process runs as root.` : `${written} is root (uid 0).`;
  else if (resolved.uid < allowed["min-uid"] || resolved.uid > allowed["max-uid"])
    yield `${written} is uid ${resolved.uid}, outside ${allowed["min-uid"]}–${allowed["max-uid"]}.`;
  else if (allowed["numeric-only"] && !resolved.isNumeric)
    yield `${written} is a name; a number is asked for (it is uid ${resolved.uid}).`;
  if (!resolved.root && resolved.gid === 0 && !allowed["allow-root-group"]) yield `${written} is in group 0.`;
}
function isPlainId(user) {
  return user === "" || /^[+-]?\d+(:[+-]?\d+)?$/.test(user);
}
function accountFiles({ tree, bodies }) {
  if (!tree) return void 0;
  const texts = ["etc/passwd", "etc/group"].map((path) => {
    const node = tree.resolve(path);
    const body = bodies.get(path);
    if (!node) return "";
    return body && body.length >= node.fileBytes ? Buffer.from(body).toString("utf8") : void 0;
  });
  const [passwd, group] = texts;
  return passwd === void 0 || group === void 0 ? void 0 : { passwd, group };
}
var keywords = /* @__PURE__ */ new Set(["if", "then", "elif", "else", "fi", "do", "done", "while", "until", "{", "}", "!", "time"]);
var wrappers = /* @__PURE__ */ new Set(["sudo", "exec", "command", "nohup", "eatmydata"]);
function readShellScript(script) {
  const commands = [];
  let words = [];
  const end = (isBackground) => {
    const plain = withoutPrefixes(words);
    if (plain.length > 0) commands.push({ words: plain, isBackground });
    words = [];
  };
  for (const token of tokens(script)) {
    if (token.is === "word") words.push(token.text);
    else end(token.text === "&");
  }
  end(false);
  return commands;
}
function programOf({ words }) {
  const word = words[0] ?? "";
  return word.slice(word.lastIndexOf("/") + 1);
}
function withoutPrefixes(words) {
  let start = 0;
  while (start < words.length) {
    const word = words[start] ?? "";
    if (!keywords.has(word) && !wrappers.has(word) && !/^[A-Za-z_]\w*=/.test(word) && word !== "env") break;
    start += 1;
  }
  return words.slice(start);
}
var blank = /[ \t\r]+|\\\r?\n/y;
var comment = /#[^\n]*/y;
var redirection = /\d*(?:>>|>&|<&|&>|<<-?|>|<)[ \t]*/y;
var operator = /&&|\|\||;;|[;&|\n()]/y;
var piece = /'[^']*'?|\\[\s\S]|[^\s'"\\;&|()<>$`]+|[$<>]/y;
function* tokens(script) {
  let at2 = 0;
  while (at2 < script.length) {
    const skipped = match(blank, script, at2) ?? match(comment, script, at2);
    if (skipped !== void 0) {
      at2 += skipped.length;
      continue;
    }
    const redirected = match(redirection, script, at2);
    const found2 = redirected === void 0 ? match(operator, script, at2) : void 0;
    if (found2 !== void 0) {
      yield { is: "operator", text: found2 };
      at2 += found2.length;
      continue;
    }
    at2 += redirected?.length ?? 0;
    const word = readWord(script, at2);
    if (redirected === void 0) yield { is: "word", text: word.text };
    at2 = Math.max(word.end, at2 + (redirected === void 0 ? 1 : 0));
  }
}
function readWord(script, start) {
  let text = "";
  let at2 = start;
  while (at2 < script.length) {
    const nested = nestedEnd(script, at2);
    const part = nested === void 0 ? match(piece, script, at2) : script.slice(at2, nested);
    if (part === void 0 || part === "<" || part === ">") break;
    text += nested === void 0 || part.startsWith("$") || part.startsWith("`") ? unquoted(part) : part.slice(1, -1);
    at2 += part.length;
  }
  return { text, end: at2 };
}
function nestedEnd(script, start) {
  const opener = /"|`|\$\(|\$\{/y;
  const opened = match(opener, script, start);
  if (opened === void 0) return void 0;
  const closer = { '"': '"', "`": "`", "$(": ")", "${": "}" }[opened] ?? '"';
  let depth = 1;
  for (let at2 = start + opened.length; at2 < script.length; at2 += 1) {
    const char = script.charAt(at2);
    if (char === "\\") at2 += 1;
    else if (char === closer) depth -= 1;
    else if (closer === ")" && char === "(") depth += 1;
    if (depth === 0) return at2 + 1;
  }
  return script.length;
}
function unquoted(part) {
  if (part.startsWith("'")) return part.replaceAll("'", "");
  return part.startsWith("\\") ? part.slice(1).replace("\n", "") : part;
}
function match(pattern, text, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text)?.[0];
}
var supervisors = /* @__PURE__ */ new Set([
  "supervisord",
  "systemd",
  "init",
  "runit",
  "runsvdir",
  "runsvdir-start",
  "s6-svscan",
  "circusd",
  "monit",
  "god",
  "pm2",
  "pm2-runtime",
  "forego",
  "foreman",
  "honcho",
  "goreman",
  "overmind",
  "hivemind",
  "my_init"
]);
var oneProcess = defineRule({
  id: "one-process",
  group: "running",
  summary: "Run one program in a container.",
  why: "An orchestrator restarts, scales and reads the logs of one process; what runs beside it dies unseen.",
  howToPass: "Put each program into an image of its own, and let the orchestrator start them together.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    allow: import_chunk_IBBT4ZFU.globs.default([]).describe("Names of supervisors that are accepted (globs), such as `s6-svscan`.")
  }),
  *check(subject, { allow }) {
    const { entrypoint = [], cmd = [] } = subject.measurement.config;
    const field = entrypoint.length > 0 ? "entrypoint" : "cmd";
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, field);
    const matches = allow.map(import_chunk_IAAG4V6P.compileGlob);
    for (const message of complaints2(commandsOf([...entrypoint, ...cmd]), (name) => matches.some((one) => one(name))))
      yield { message, ...location && { location } };
  }
});
function commandsOf(argv) {
  const shell = (0, import_chunk_SAKVTBBA.shellCommand)(argv);
  if (shell) return readShellScript(shell.script);
  const command = { words: argv, isBackground: false };
  if (!/^(?:tini|dumb-init|docker-init|catatonit)$/.test(programOf(command))) return [command];
  const next = argv.findIndex((word, index) => index > 0 && !word.startsWith("-"));
  return next < 0 ? [command] : commandsOf(argv.slice(next));
}
function* complaints2(commands, isAllowed) {
  for (const command of commands) {
    const program = programOf(command);
    const text = command.words.join(" ").slice(0, 120);
    const isService = program === "service" && command.words.at(-1) === "start" || program === "systemctl" && command.words.includes("start") || (command.words[0] ?? "").startsWith("/etc/init.d/");
    if (supervisors.has(program) && !isAllowed(program)) yield `Runs a supervisor of several processes: \`${text}\`.`;
    else if (isService) yield `Starts a service beside the program: \`${text}\`.`;
    else if (command.isBackground) yield `Starts a process in the background: \`${text} &\`.`;
  }
}
function commandsOf2(run2) {
  const [first = ""] = run2.arguments;
  if (run2.form === "json") {
    const shell = (0, import_chunk_SAKVTBBA.shellCommand)(run2.arguments);
    return shell ? readShellScript(shell.script) : [{ words: run2.arguments, isBackground: false }];
  }
  const own = readShellScript(first.replace(/<<-?\s*["']?[A-Za-z_]\w*["']?/g, " "));
  const bodyIsShell = /^\s*<</.test(first) || /^\s*(?:ba|da|a)?sh\b[^&|;]*<</.test(first);
  const bodies = bodyIsShell ? run2.heredocs.filter(({ content }) => !/^#!(?!.*\bsh\b)/.test(content)) : [];
  return [...own, ...bodies.flatMap(({ content }) => readShellScript(content))];
}
function unshippedFolders(run2) {
  return run2.flags.flatMap((flag) => {
    if (!/^--mount=(?:.*,)?type=(?:cache|tmpfs)(?:,|$)/.test(flag)) return [];
    const target = /(?:=|,)(?:target|dst|destination)=([^,]+)/.exec(flag)?.[1];
    return target === void 0 ? [] : [target.replace(/\/+$/, "")];
  });
}
var packageManagerHygiene = defineSourceRule({
  id: "package-manager-hygiene",
  group: "dockerfile",
  summary: "Use package managers so that builds repeat and layers stay small.",
  why: "An update in a layer of its own is cached and goes stale; upgrades and recommended packages are bytes nobody chose.",
  howToPass: "See each finding.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ stages: (0, import_chunk_IBBT4ZFU.whichStages)("final") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    let withoutPipCache = false;
    for (const instruction of (0, import_chunk_4LVAQKBM.instructionsOf)(dockerfile, stages)) {
      if (instruction.keyword === "FROM") withoutPipCache = false;
      if (instruction.keyword === "ENV") withoutPipCache = turnsPipCacheOff(instruction) ?? withoutPipCache;
      if (instruction.keyword !== "RUN") continue;
      const location = (0, import_chunk_4LVAQKBM.linesOf)(dockerfile, instruction);
      const pipIsFine = turnsPipCacheOff(instruction) ?? withoutPipCache;
      for (const [message, howToPass] of new Map(complaints3(instruction, pipIsFine)))
        yield { message, howToPass, location };
    }
  }
});
function turnsPipCacheOff({ original }) {
  const value = /\bPIP_NO_CACHE_DIR[= ]["']?(\w*)/.exec(original)?.[1];
  return value === void 0 ? void 0 : /^(?:1|y|yes|on|t|true)$/i.test(value);
}
function* complaints3(run2, pipIsFine) {
  const commands = commandsOf2(run2).map(readManager);
  const mounts = unshippedFolders(run2);
  const isMounted = (...folders) => folders.some((folder) => mounts.some((mount) => folder === mount || folder.startsWith(`${mount}/`)));
  const installs = new Set(commands.filter(({ action }) => action === "install").map(({ manager }) => manager));
  for (const { manager, action, words } of commands) {
    const has = (pattern) => words.some((word) => pattern.test(word));
    if (action === "upgrade")
      yield [
        `\`${words.slice(0, 3).join(" ")}\` upgrades whatever is newest today.`,
        "Take a newer base image instead, and install the versions you need."
      ];
    if (action === "update" && manager === "apt" && !installs.has("apt") && !isMounted("/var/lib/apt/lists"))
      yield [
        "`apt-get update` stands alone: its cached lists go stale for the install that follows.",
        "Update and install in one RUN: `apt-get update && apt-get install …`."
      ];
    if (action !== "install") continue;
    if (manager === "apt" && !has(/^--no-install-recommends$|^(?:-o)?APT::Install-Recommends=(?:0|false|no)$/i))
      yield ["`apt-get install` takes recommended packages along.", "Add `--no-install-recommends`."];
    if (manager === "apk" && !has(/^--no-cache$/) && !isMounted("/var/cache/apk", "/etc/apk/cache"))
      yield ["`apk add` keeps its index in the layer.", "Use `apk add --no-cache`."];
    if (manager === "pip" && !pipIsFine && !has(/^--no-cache(?:-dir)?$/) && !isMounted("/root/.cache/pip"))
      yield [
        "`pip install` keeps what it downloads.",
        "Use `pip install --no-cache-dir`, or a cache mount on /root/.cache/pip."
      ];
  }
}
function readManager(command) {
  const words = command.words;
  const program = programOf(command);
  if (/^python[\d.]*$/.test(program) && words[1] === "-m" && /^pip[\d.]*$/.test(words[2] ?? ""))
    return asPip(words, words.slice(3));
  if (/^pip[\d.]*$/.test(program)) return asPip(words, words.slice(1));
  const verb = verbOf(words);
  if (/^(?:apt|apt-get|aptitude)$/.test(program))
    return { manager: "apt", words, ...actionOf(verb, /^install$/, /^update$/, /^(?:dist-|full-|safe-)?upgrade$/) };
  if (program === "apk") return { manager: "apk", words, ...actionOf(verb, /^add$/, /^update$/, /^upgrade$/) };
  if (/^(?:dnf|microdnf|yum|tdnf)$/.test(program) && words.filter((word) => !word.startsWith("-")).length === 2)
    return { manager: "rpm", words, ...actionOf(verb, /^$/, /^$/, /^(?:update|upgrade|distro-sync)$/) };
  return { words };
}
function asPip(words, rest) {
  return {
    manager: "pip",
    words,
    ...rest.find((word) => !word.startsWith("-")) === "install" && { action: "install" }
  };
}
function actionOf(verb, install, update, upgrade) {
  if (install.test(verb)) return { action: "install" };
  if (update.test(verb)) return { action: "update" };
  return upgrade.test(verb) ? { action: "upgrade" } : {};
}
function verbOf(words) {
  return words.find((word, index) => index > 0 && !word.startsWith("-") && !/^-[ot]$/.test(words[index - 1] ?? "")) ?? "";
}
var pinnedBaseImage = defineSourceRule({
  id: "pinned-base-image",
  group: "base-image",
  summary: "Pin every base image by digest.",
  why: "A tag can be moved, by its owner or by whoever took the account over; a digest cannot.",
  howToPass: "Write `NAME:TAG@sha256:…`; Renovate and Dependabot keep such digests current.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({ stages: (0, import_chunk_IBBT4ZFU.whichStages)("all") }),
  needs: ["dockerfile"],
  *check({ dockerfile }, { stages }) {
    for (const use of (0, import_chunk_4LVAQKBM.basesOf)(dockerfile, stages)) {
      if (use.isUnresolved) yield { unknown: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} does not resolve to an image.` };
      else if (use.reference && use.reference.digest === null)
        yield { message: `${(0, import_chunk_4LVAQKBM.describeUse)(use)} is not pinned by digest.`, location: use.location };
    }
  }
});
var labelsText = "a list of label keys, or keys with a pattern for the value";
var requiredLabels = defineRule({
  id: "required-labels",
  group: "running",
  summary: "Carry the labels that say whose image this is.",
  why: "At three in the morning somebody has the image and needs its source, its version and its owner.",
  howToPass: "Add `LABEL org.opencontainers.image.source=…` and so on in the final stage, or pass `--label` when building.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({
    labels: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string().min(1)), import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string().min(1), import_chunk_IBBT4ZFU.glob)], { error: labelsText }).describe(
      "Keys, or keys with a glob for the value, such as `org.opencontainers.image.source: https://github.com/acme/**`."
    )
  }),
  *check({ measurement: { config }, dockerfile }, { labels }) {
    const location = dockerfile && (0, import_chunk_4LVAQKBM.finalFrom)(dockerfile);
    const place = location && { location };
    const wanted = Array.isArray(labels) ? labels.map((key) => [key, void 0]) : Object.entries(labels);
    for (const [key, pattern] of wanted) {
      const value = Object.hasOwn(config.labels, key) ? config.labels[key] : void 0;
      if (value === void 0) yield { message: `The label ${key} is missing.`, ...place };
      else if (value.trim() === "") yield { message: `The label ${key} is empty.`, ...place };
      else if (pattern !== void 0 && !(0, import_chunk_IAAG4V6P.compileGlob)(pattern)(value))
        yield {
          message: `The label ${key} is \`${value.slice(0, 200)}\`, which does not match \`${pattern}\`.`,
          ...place
        };
    }
  }
});
var howToLoseCr = "Save the script with LF line ends: `* text=auto eol=lf` or `*.sh eol=lf` in .gitattributes, or `RUN sed -i 's/\\r$//' FILE` in the Dockerfile.";
function about({ path }, words) {
  return { ...words, ...path.startsWith("/") && { paths: [path] } };
}
function quoted({ path, caller, through }, error) {
  if (caller === "shell") return `\`${through[0] ?? "sh"}: ${path}: ${error}\``;
  return caller === "env" ? `\`env: '${path}': ${error}\`` : `\`exec ${through[0] ?? path}: ${error}\``;
}
function via({ through }) {
  return through.length === 0 ? "" : ` (run by ${through.join(", then ")})`;
}
function describeScriptInterpreter(obstacle) {
  const { path, interpreter, isCrlf } = obstacle;
  if (isCrlf)
    return about(obstacle, {
      message: `The first line of ${path} ends in a carriage return, so it asks for "${interpreter.slice(0, -1)}\\r": ${quoted(obstacle, "no such file or directory")} (shells say \`bad interpreter: ${interpreter.slice(0, -1)}^M\`).`,
      howToPass: howToLoseCr
    });
  return about(obstacle, {
    message: `${path} is a script for ${interpreter.replace(/\r$/, "\\r")}, which the image does not have${via(obstacle)}: ${quoted(obstacle, "no such file or directory")}.`,
    howToPass: `Install ${interpreter.replace(/\r$/, "")} in the final stage, or name an interpreter the image has.`
  });
}
function describeFormat(obstacle) {
  const { path, what } = obstacle;
  const [is, howToPass] = {
    empty: ["is empty", "Look at what is copied there: the build has written nothing."],
    "no-shebang": [
      "is neither an ELF program nor a script with a `#!` line",
      `Begin the script with \`#!/bin/sh\`, or run it by \`["/bin/sh", "${path}"]\`.`
    ],
    bom: ["begins with a byte order mark before its `#!`", "Save the script as UTF-8 without a byte order mark."],
    "no-interpreter": [
      "has a `#!` line that names no interpreter in its first 256 bytes",
      "Begin the script with `#!/bin/sh`, or with a shorter line."
    ],
    object: ["is an object file that was not linked", "Link it: the compiler was called with `-c`."],
    damaged: ["is a damaged or cut ELF file", "Look at how it is copied and packed: it is not what the linker wrote."]
  }[what];
  return about(obstacle, {
    message: `${path} ${is}${via(obstacle)}: ${quoted(obstacle, "exec format error")}.`,
    howToPass: howToPass ?? ""
  });
}
var maxNamed = 10;
var isMusl = (loader) => loader.includes("ld-musl");
function loaderMessage(obstacle, via2) {
  const { path, loader, state, through, caller, others } = obstacle;
  const program = through[0] ?? path;
  const says = (error) => caller === "runtime" ? `\`exec ${program}: ${error}\`` : `\`${path}: ${error}\``;
  const has = others.length > 0 ? ` The image has ${others.join(", ")}.` : "";
  const head = `${path} is dynamically linked${via2} and asks for the loader ${loader}`;
  switch (state) {
    case "missing":
      return `${head}, which the image does not have: ${says("no such file or directory")}, although ${path} is there.${has}`;
    case "not-executable":
      return `${head}, which may not be executed: ${says("permission denied")}.`;
    case "not-elf":
      return `${head}, which is no ELF file: ${says("accessing a corrupted shared library")}.`;
    case "other-machine":
      return `${head}, which is for another machine: ${says("accessing a corrupted shared library")}.`;
  }
}
function howToGetLoader({ loader, needed, others, state }) {
  if (state === "not-executable") return `\`RUN chmod +x ${loader}\`, or copy it with its mode.`;
  const files = [loader, ...needed].join(", ");
  const base = isMusl(loader) ? "musl (FROM alpine)" : "glibc (FROM debian:bookworm-slim, gcr.io/distroless/cc)";
  const other = others.find((one) => isMusl(one) !== isMusl(loader));
  const mixed = other === void 0 ? "" : isMusl(other) ? " The image’s C library is musl: build the program there, on Alpine, too." : " The image’s C library is glibc: build the program there, on Debian or the like, too.";
  return `Build it with \`-static\` (Go: CGO_ENABLED=0; Rust: a …-linux-musl target), or copy the loader and libraries into the image (${files}), or use a base with ${base}.${mixed}`;
}
function missingMessage({ path, missing: missing2, libc }, via2) {
  const names = missing2.slice(0, maxNamed).map(({ name, neededBy }) => neededBy === path ? name : `${name} (for ${neededBy})`);
  const more = missing2.length > maxNamed ? ` and ${missing2.length - maxNamed} more` : "";
  const first = missing2[0];
  const says = libc === "musl" ? `Error loading shared library ${first?.name}: No such file or directory (needed by ${first?.neededBy})` : `${path}: error while loading shared libraries: ${first?.name}: cannot open shared object file: No such file or directory`;
  const count = missing2.length === 1 ? "a library" : `${missing2.length} libraries`;
  return `${path}${via2} needs ${count} that the loader will not find: ${names.join(", ")}${more}. It ends with \`${says}\`.`;
}
function howToFindLibraries({ missing: missing2, libc }) {
  const uncached = missing2.filter(({ notInCache }) => notInCache);
  const elsewhere = missing2.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length > 0);
  const absent = missing2.filter(({ notInCache, elsewhere: paths }) => !notInCache && paths.length === 0);
  const folders = [
    ...new Set(
      elsewhere.flatMap(({ elsewhere: paths }) => paths.slice(0, 1).map((path) => path.replace(/\/[^/]*$/, "")))
    )
  ];
  const listed2 = libc === "musl" ? "add it to /etc/ld-musl-ARCH.path" : "add it to /etc/ld.so.conf.d and run ldconfig";
  return [
    ...uncached.length > 0 ? [
      `Run \`ldconfig\` after copying ${named(uncached)}: the loader reads /etc/ld.so.cache, which does not list them.`
    ] : [],
    ...elsewhere.length > 0 ? [
      `${named(elsewhere)} lies in ${folders.join(", ")}, where this loader does not look: set LD_LIBRARY_PATH to it, ${listed2}, or link with \`-Wl,-rpath\`.`
    ] : [],
    ...absent.length > 0 ? [`Install the packages of ${named(absent)} in the final stage, copy the files there, or link with \`-static\`.`] : []
  ].join(" ");
}
function describeVersions({ path, missing: missing2 }, via2) {
  const [first] = missing2;
  const names = [...new Set(missing2.map(({ version: version2, library }) => `${version2} of ${library}`))];
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "";
  return {
    message: `${path}${via2} was linked with newer libraries than the image has; these lack ${names.slice(0, maxNamed).join(", ")}${more}. It ends with \`${first?.library}: version '${first?.version}' not found (required by ${first?.neededBy})\`.`,
    howToPass: "Build it on the release the final stage is of, or on an older one; or take a newer final base; or link with `-static`."
  };
}
var named = (libraries) => libraries.slice(0, maxNamed).map(({ name }) => name).join(", ");
function describeObstacle(obstacle) {
  switch (obstacle.kind) {
    case "not-found":
      return notFound(obstacle);
    case "user":
      return {
        message: `The container does not start: ${obstacle.reason} (USER ${obstacle.user}).`,
        howToPass: "Create the user in the final stage, or give USER a number."
      };
    case "directory":
      return about(obstacle, {
        message: `${obstacle.path} is a directory, not a program${via(obstacle)}: ${quoted(obstacle, "is a directory")}.`,
        howToPass: "Name the program inside of it."
      });
    case "not-permitted":
      return notPermitted(obstacle);
    case "format":
      return describeFormat(obstacle);
    case "machine":
      return about(obstacle, {
        message: `${obstacle.path} is built for ${obstacle.machine}, the image is for ${obstacle.platform}${via(obstacle)}: ${quoted(obstacle, "exec format error")}, unless the host emulates ${obstacle.machine}.`,
        howToPass: `Build the program for ${obstacle.platform} (Go: GOARCH=${obstacle.platform}), take it from an image of that platform, or state the platform it is for with --platform.`
      });
    case "script-interpreter":
      return describeScriptInterpreter(obstacle);
    case "crlf-argument":
      return about(obstacle, {
        message: `The first line of ${obstacle.path} ends in a carriage return, so ${obstacle.interpreter} gets the argument "${obstacle.argument.replace(/\r$/, "\\r")}" and refuses it.`,
        howToPass: howToLoseCr
      });
    case "too-deep":
      return about(obstacle, {
        message: `${obstacle.path} is a script whose interpreter is a script, and so on: ${quoted(obstacle, "too many levels of symbolic links")}.`,
        howToPass: "Name a program in the `#!` line, not a script."
      });
    case "loader":
      return about(obstacle, { message: loaderMessage(obstacle, via(obstacle)), howToPass: howToGetLoader(obstacle) });
    case "libraries":
      return about(obstacle, {
        message: missingMessage(obstacle, via(obstacle)),
        howToPass: howToFindLibraries(obstacle)
      });
    case "versions":
      return about(obstacle, describeVersions(obstacle, via(obstacle)));
    case "mixed-libc":
      return about(obstacle, {
        message: `${obstacle.path} is linked with glibc (${obstacle.needed.join(", ")}) and asks for musl’s loader ${obstacle.loader}${via(obstacle)}: functions that only glibc has will be missing.`,
        howToPass: "Build it in an image with the C library it runs on, or with `-static`."
      });
    case "library-as-program":
      return about(obstacle, {
        message: `${obstacle.path} is a shared library, or was linked without a loader: it needs others and nothing loads them${via(obstacle)}.`,
        howToPass: "Link it as a program (without `-shared`), or name the right file."
      });
  }
}
function notFound({ word, caller, through, searched, link }) {
  const where = searched ? ` in PATH (${searched.join(":")})` : "";
  const isCrlf = word.endsWith("\r");
  const shown = isCrlf ? `${word.slice(0, -1)}\\r` : word;
  const seen = {
    runtime: searched ? `exec: "${shown}": executable file not found in $PATH` : `exec: "${shown}": stat ${shown}: no such file or directory`,
    shell: `${through.at(-1) ?? "sh"}: ${shown}: not found`,
    env: `env: '${shown}': No such file or directory`
  }[caller];
  const dangling = link ? ` ${link.path} is a symbolic link to ${link.target}, which is not there.` : "";
  return {
    message: `The image has no ${shown}${where}${via({ through })}: \`${seen}\`.${dangling}`,
    howToPass: isCrlf ? howToLoseCr : caller === "env" ? `Install ${word} in the final stage, or name the interpreter the image has.` : `Copy ${word} into the final stage, or name the program by the path it has there.`
  };
}
function notPermitted(obstacle) {
  const { file, uid: uid2, path } = obstacle;
  const mode = `mode ${(file.mode & 4095).toString(8).padStart(4, "0")}, owner ${file.uid}:${file.gid}`;
  const action = { execute: "execute", read: "read", enter: "enter" }[obstacle.right];
  const flag = { execute: "+x", read: "+r", enter: "a+x" }[obstacle.right];
  return {
    message: `Uid ${uid2} may not ${action} ${file.path} (${mode})${obstacle.right === "enter" ? ` on the way to ${path}` : ""}${via(obstacle)}: ${quoted(obstacle, "permission denied")}.`,
    howToPass: `Give the permission where the file is copied, \`COPY --chmod=755\`, or with \`RUN chmod ${flag} ${file.path}\` in the stage it comes from.`,
    paths: [file.path]
  };
}
var runnableEntrypoint = defineRule({
  id: "runnable-entrypoint",
  group: "running",
  summary: "Ship what the command needs to start: the program, its interpreter or loader, its libraries.",
  why: "A binary without its loader builds, is pushed, and then `exec /app: no such file or directory` is all the cluster says.",
  howToPass: "Build a static binary, copy the loader and libraries beside the program, or start from a base image that has them.",
  options: import_chunk_AJHEZPZQ.external_exports.strictObject({}),
  needs: ["files"],
  gathers: ["executable"],
  *check(subject) {
    const { executable, measurement } = subject;
    const { entrypoint = [], cmd = [] } = measurement.config;
    if (entrypoint.length + cmd.length === 0) return;
    if (!executable) {
      yield { unknown: "What the image runs was not looked into." };
      return;
    }
    const location = (0, import_chunk_4LVAQKBM.linesOfField)(subject, executable.from);
    for (const obstacle of executable.obstacles) yield { ...describeObstacle(obstacle), ...location && { location } };
    for (const unknown of executable.unchecked) yield { unknown };
  }
});
var rules = [
  absoluteWorkdir,
  allowedBaseImages,
  consecutiveRun,
  diveEfficiency,
  dockerignore,
  effectiveCommand,
  execForm,
  exposedPorts,
  healthcheck,
  maxContextSize,
  maxGrowth,
  maxHiddenBytes,
  maxLayers,
  maxPullSize,
  maxUnpackedSize,
  multiStage,
  noAdd,
  noBuildTools,
  noLatestTag,
  noOnbuild,
  noPackageCache,
  noSecrets,
  noSetuid,
  noVcs,
  noVolumes,
  nonRoot,
  oneProcess,
  packageManagerHygiene,
  pinnedBaseImage,
  requiredLabels,
  runnableEntrypoint
];
function mergeParts({ parts, sources }) {
  const merged = /* @__PURE__ */ new Map();
  for (const entry of parts.flatMap(({ entries }) => entries)) {
    const before = merged.get(entry.rule.id);
    merged.set(
      entry.rule.id,
      "options" in entry || !before ? entry : { ...before, level: entry.level, origin: entry.origin, place: entry.place }
    );
  }
  const uses = [...merged.values()].sort((a, b) => a.rule.id < b.rule.id ? -1 : 1).flatMap(asUse);
  const waivers = parts.flatMap((part) => part.waivers);
  const inForce2 = uses.flatMap((use) => "code" in use ? [] : [use]);
  const policy = { uses: inForce2, waivers, sources, digest: digestOf(inForce2, waivers) };
  return { policy, problems: uses.flatMap((use) => "code" in use ? [use] : []) };
}
function asUse(entry) {
  const { rule, level: level2, origin, place } = entry;
  if (level2 === "off") return [];
  const options5 = "options" in entry ? entry.options : void 0;
  const parsed = options5 === void 0 ? rule.options.safeParse({}) : { success: true, data: options5 };
  if (!parsed.success) {
    const wants = parsed.error.issues.map(({ path, message }) => path.length > 0 ? `\`${path.join(".")}\`` : message).join(", ");
    return [
      {
        code: "missing-options",
        message: `The rule \`${rule.id}\` needs options.`,
        place,
        expected: wants,
        hint: `Give them after the level: \`${rule.id}: [${level2}, { … }]\`.`
      }
    ];
  }
  const whenNotRun = entry.whenNotRun ?? (level2 === "error" ? "failure" : "warning");
  return [
    {
      rule,
      level: level2,
      options: parsed.data,
      origin,
      whenNotRun,
      ...entry.waivable && { waivable: true },
      // A preset speaks of images that could not be read, not of runs that were told not to build.
      ...entry.whenNotRun !== void 0 && !origin.startsWith("preset ") && { saysWhenNotRun: true }
    }
  ];
}
function digestOf(uses, waivers) {
  const rules2 = uses.map(({ rule, level: level2, options: options5, whenNotRun }) => [rule.id, level2, options5, whenNotRun]);
  const floors = uses.flatMap(({ rule, floor }) => floor ? [[rule.id, floor.isWaivable]] : []);
  const text = JSON.stringify(
    [rules2, waivers.map((waiver) => ({ ...waiver, origin: void 0 })), ...floors.length > 0 ? [floors] : []],
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
  );
  return `sha256:${(0, import_node_crypto.createHash)("sha256").update(text).digest("hex")}`;
}
function withFloor(policy, floor) {
  const floors = floor.uses.map(asFloor);
  const uses = floors.reduce(hold, policy.uses);
  const waivers = [...policy.waivers, ...floor.waivers.map((waiver) => ({ ...waiver, ofFloor: true }))];
  return {
    uses: inOrder(uses),
    waivers: distinct(waivers),
    sources: [
      .../* @__PURE__ */ new Set([...policy.sources, ...floor.sources.map((source) => `floor ${source.replace(/^floor /, "")}`)])
    ]
  };
}
var levels = ["warning", "error"];
var counts = ["pass", "warning", "failure"];
function stricter(order, one, other) {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
function asFloor(use) {
  return { ...use, floor: use.floor ?? { isWaivable: use.waivable === true } };
}
function hold(uses, floor) {
  const own = uses.filter(({ rule }) => rule.id === floor.rule.id);
  if (own.length === 0) return [...uses, floor];
  const others = uses.filter(({ rule }) => rule.id !== floor.rule.id);
  const all = [...own, floor];
  const shared = {
    level: all.map(({ level: level2 }) => level2).reduce((a, b) => stricter(levels, a, b)),
    whenNotRun: all.map(({ whenNotRun }) => whenNotRun).reduce((a, b) => stricter(counts, a, b)),
    ...all.some((use) => use.saysWhenNotRun) && { saysWhenNotRun: true },
    floor: { isWaivable: all.every((use) => use.floor?.isWaivable !== false) }
  };
  return [...others, ...narrowed(all).map((use) => ({ ...use, ...shared }))];
}
function narrowed(uses) {
  const found2 = [];
  for (const use of uses) {
    const at2 = found2.findIndex((one) => narrowOptions(one, use) !== void 0);
    const before = found2[at2];
    const options5 = before && narrowOptions(before, use);
    if (!before || options5 === void 0) found2.push(use);
    else found2[at2] = { ...before, options: options5, origin: joinOrigins(before.origin, use.origin) };
  }
  return found2;
}
function asOptions(options5) {
  return typeof options5 === "object" && options5 !== null ? { ...options5 } : {};
}
function narrowOptions(one, other) {
  const [a, b] = [asOptions(one.options), asOptions(other.options)];
  const narrowings = one.rule.narrows ?? {};
  const merged = {};
  for (const key of [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const [left, right] = [a[key], b[key]];
    const value = asText(left) === asText(right) ? left : narrow(narrowings[key], left, right);
    if (value === refused) return void 0;
    if (value !== void 0) merged[key] = value;
  }
  return merged;
}
var refused = /* @__PURE__ */ Symbol("refused");
function narrow(how, one, other) {
  if (how === "smaller" || how === "larger") {
    if (one === void 0 || other === void 0) return one ?? other;
    if (typeof one !== "number" || typeof other !== "number") return refused;
    return how === "smaller" ? Math.min(one, other) : Math.max(one, other);
  }
  if (how === "true-wins") return one === true || other === true;
  if (!Array.isArray(one) || !Array.isArray(other)) return refused;
  const [left, right] = [one, other];
  if (how === "both-lists") return sorted(left.filter((value) => isIn(right, value)));
  if (how === "either-list") return sorted([...left, ...right.filter((value) => !isIn(left, value))]);
  return refused;
}
var isIn = (list, value) => list.some((each) => asText(each) === asText(value));
function sorted(list) {
  return list.toSorted((a, b) => asText(a) < asText(b) ? -1 : 1);
}
function joinOrigins(one, other) {
  return [.../* @__PURE__ */ new Set([...one.split(" + "), ...other.split(" + ")])].sort().join(" + ");
}
var keyOf = (use) => `${use.rule.id} ${asText(use.options)}`;
function inOrder(uses) {
  return uses.toSorted((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}
function distinct(waivers) {
  return [...new Map(waivers.map((waiver) => [asText(waiver), waiver])).values()];
}
function asText(data) {
  return JSON.stringify(
    data,
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
  ) ?? "";
}
async function readCustomRules(yaml, config, rules2, name) {
  const given = config.policy?.custom ?? [];
  if (given.length === 0) return { entries: [], problems: [] };
  const { readExpression } = await Promise.resolve().then(() => __toESM(require("./expression-TFHOMVGR.cjs")));
  const { customRule } = await Promise.resolve().then(() => __toESM(require("./custom-rule-45DBTZSN.cjs")));
  const entries = [];
  const problems = [];
  for (const [index, custom] of given.entries()) {
    const path = ["policy", "custom", index];
    const place = yaml.placeOf(path);
    const isTaken = rules2.some(({ id }) => id === custom.id) || given.findIndex(({ id }) => id === custom.id) < index;
    if (isTaken) problems.push(taken(custom.id, yaml.placeOf([...path, "id"])));
    const expression = readExpression(custom.when);
    if ("message" in expression) problems.push(wrong(custom.when, expression, yaml.placeOf([...path, "when"])));
    else if (!isTaken)
      entries.push({
        rule: customRule({ ...custom, howToPass: custom["how-to-pass"] }, expression),
        level: custom.level,
        // Part of the policy's digest, and what `policy show` prints.
        options: { when: custom.when, message: custom.message },
        origin: `${name}:${place.line}`,
        place,
        ...custom["when-not-run"] && { whenNotRun: custom["when-not-run"] }
      });
  }
  return { entries, problems };
}
function taken(id, place) {
  return {
    code: "duplicate-rule",
    message: `There is a rule \`${id}\` already.`,
    place,
    got: id,
    hint: "Give the rule another id."
  };
}
function wrong(text, { message, start, end }, place) {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = text.slice(lineStart).split("\n")[0] ?? "";
  const column = start - lineStart;
  const carets = "^".repeat(Math.max(1, Math.min(end, lineStart + line.length) - start));
  return {
    code: "bad-expression",
    message: `The expression is wrong at character ${start + 1}: ${message}`,
    place,
    expected: "an expression over image, files, dockerfile, baseline and change that is true of what must not be",
    got: (0, import_chunk_5RKSZUZB.show)(text),
    output: [line, `${" ".repeat(column)}${carets}`],
    hint: "docs/custom-rules.md lists what can be named, with types."
  };
}
var level = import_chunk_AJHEZPZQ.external_exports.enum(["error", "warning", "off"], { error: "`error`, `warning` or `off`" });
var commonOptions = import_chunk_AJHEZPZQ.external_exports.strictObject({
  "when-not-run": import_chunk_AJHEZPZQ.external_exports.enum(["pass", "warning", "failure"], { error: "`pass`, `warning` or `failure`" }).optional().describe(
    "What the rule counts as when it could not run; default: `failure` for an error, `warning` for a warning."
  ),
  waivable: import_chunk_AJHEZPZQ.external_exports.boolean({ error: "`true` or `false`" }).optional().describe("In a floor (`org-policy`): whether those it is laid under may waive the rule; default: `false`.")
});
function readPolicyPart(yaml, config, rules2, name) {
  const ids = rules2.map(({ id }) => id);
  const at2 = (path) => name.startsWith("preset ") ? name : `${name}:${yaml.placeOf(path, "key").line}`;
  const read = Object.entries(config.policy?.rules ?? {}).map(([id, use]) => {
    const path = ["policy", "rules", id];
    const rule = rules2.find((one) => one.id === id);
    if (!rule) return [(0, import_chunk_5RKSZUZB.unknownKey)(id, ids, yaml.placeOf(path, "key"), "rule")];
    return readUse(rule, use, path, yaml, at2(path));
  });
  const waivers = (config.waivers ?? []).map((waiver, index) => asWaiver(waiver, at2(["waivers", index])));
  const strangers = waivers.flatMap(
    ({ rule }, index) => ids.includes(rule) ? [] : [(0, import_chunk_5RKSZUZB.unknownKey)(rule, ids, yaml.placeOf(["waivers", index, "rule"]), "rule")]
  );
  return {
    source: name,
    entries: read.flatMap((one) => "rule" in one ? [one] : []),
    waivers,
    problems: [...read.flatMap((one) => "rule" in one ? [] : one), ...strangers]
  };
}
function asWaiver({ image, path, ...rest }, origin) {
  return { ...rest, ...image !== void 0 && { image }, ...path !== void 0 && { path }, origin };
}
function readUse(rule, use, path, yaml, origin) {
  const isList = Array.isArray(use);
  const list = isList ? use : [use];
  const levelPath = isList ? [...path, 0] : path;
  const parsedLevel = level.safeParse(list[0]);
  if (!parsedLevel.success || list.length > 2) {
    const got = (0, import_chunk_5RKSZUZB.show)(use);
    const hint = levelHint(list[0], rule.id);
    const expected = "`error`, `warning`, `off`, or a level with options such as `[error, { … }]`";
    const wrongPlace = yaml.placeOf(list.length > 2 ? path : levelPath);
    return [
      { code: "invalid-value", message: `\`${rule.id}\` cannot be ${got}.`, place: wrongPlace, expected, got, hint }
    ];
  }
  const place = yaml.placeOf(path, "key");
  if (list.length < 2) return { rule, level: parsedLevel.data, origin, place };
  const given = isMap(list[1]) ? list[1] : {};
  const { "when-not-run": whenNotRun, waivable, ...own } = given;
  const common = commonOptions.safeParse({
    ...whenNotRun !== void 0 && { "when-not-run": whenNotRun },
    ...waivable !== void 0 && { waivable }
  });
  const parsed = rule.options.safeParse(isMap(list[1]) ? own : list[1]);
  const optionsPath = [...path, 1];
  if (common.success && parsed.success) {
    const kept = common.data["when-not-run"];
    return {
      rule,
      level: parsedLevel.data,
      options: parsed.data,
      origin,
      place,
      ...kept && { whenNotRun: kept },
      ...common.data.waivable === true && { waivable: true }
    };
  }
  return [
    ...common.success ? [] : (0, import_chunk_5RKSZUZB.problemsOf)(common.error, commonOptions, yaml, optionsPath),
    ...parsed.success ? [] : (0, import_chunk_5RKSZUZB.problemsOf)(parsed.error, rule.options, yaml, optionsPath)
  ];
}
function levelHint(given, id) {
  if (given === false || typeof given === "string" && /^(no|n|false|none)$/i.test(given))
    return `To turn the rule off, write \`${id}: off\`.`;
  if (given === true || typeof given === "string" && /^(yes|y|on|true)$/i.test(given))
    return `To turn the rule on, write \`${id}: error\` or \`${id}: warning\`.`;
  if (given === "warn") return "The level is called `warning`.";
  return `Write the level first, then its options: \`${id}: [error, { … }]\`.`;
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var presetTexts = {
  distroless: `# For images on distroless or scratch: nothing in them but the program and what it needs.
version: 1
policy:
  extends: strict
  rules:
    # Bases without shell and package manager. What only builds may be anything.
    allowed-base-images:
      - error
      - allow:
          - scratch
          - gcr.io/distroless/*
          - cgr.dev/chainguard/*
    # There is no reason for any of these bytes here.
    no-build-tools: [error, { max: 0 }]
    no-package-cache: [error, { max: 0 }]
    max-hidden-bytes: [error, { max: 0 }]
    no-setuid: [error, { of: all }]
    # There is no shell or client to check with; orchestrators probe from outside.
    healthcheck: off
`,
  recommended: `# What nearly everyone would accept. Errors are what nobody defends; warnings are worth a look.
# Rules that read the Dockerfile pass where there is none: an image that was built elsewhere is judged by what it holds.
version: 1
policy:
  rules:
    # A container that runs as root is one mistake away from being root on the host.
    non-root: error
    # Whoever can pull the image reads them, also what a later layer deletes.
    no-secrets: error
    # A repository holds everything that was ever committed.
    no-vcs: error
    # A program without its loader or a library builds, ships, and does not start. What cannot be looked into (Windows,
    # WebAssembly, a loader of its own kind) is said and stops nobody.
    runnable-entrypoint: [error, { when-not-run: warning }]

    # A shell as process 1 swallows signals: every deploy waits ten seconds and kills.
    exec-form: warning
    # What a container runs should be what the file seems to say.
    effective-command: warning
    # What runs beside the program dies unseen.
    one-process: warning
    # SSH is not how one enters a container.
    exposed-ports: warning
    # The usual way from an ordinary user to root.
    no-setuid: warning

    # A tenth more in one change deserves a look; without a baseline there is nothing to say.
    max-growth: [warning, { or: 10 %, when-not-run: pass }]
    # Deleted in a later layer is still shipped. Below 1 MB it is not worth a line.
    max-hidden-bytes: [warning, { max: 1 MB }]
    # Lists and caches serve the next install, which does not happen in an image.
    no-package-cache: [warning, { max: 1 MB }]
    # Every build waits for it. An image that was built elsewhere has none.
    max-context-size: [warning, { max: 200 MB, when-not-run: pass }]
    # Compilers in a single-stage image are what this tool was made to show.
    multi-stage: [warning, { max: 10 MB, when-not-run: pass }]

    # The newest of anything is not what was tested.
    no-latest-tag: [warning, { when-not-run: pass }]
    # Only where the base image is at hand: its triggers do what no line here says.
    no-onbuild: [warning, { when-not-run: pass }]
    # The rest is about builds that repeat and files that say what they mean.
    no-add: [warning, { when-not-run: pass }]
    # A \`COPY .\` takes repositories, secrets and what somebody built at home into the image.
    dockerignore: [warning, { when-not-run: pass }]
    absolute-workdir: [warning, { when-not-run: pass }]
    package-manager-hygiene: [warning, { when-not-run: pass }]
    # Only where merging saves something: often it saves nothing.
    consecutive-run: [warning, { min-saving: 1 MB, when-not-run: pass }]
`,
  strict: `# For teams that have passed \`recommended\` and mean to stay there.
version: 1
policy:
  extends: recommended
  rules:
    # Kubernetes' runAsNonRoot can check numbers only.
    non-root: [error, { numeric-only: true }]
    exec-form: error
    effective-command: error
    one-process: error
    exposed-ports: error
    no-setuid: error
    # A tag can be moved, by its owner or by whoever took the account over.
    pinned-base-image: error
    no-latest-tag: error
    # Names what multi-stage names, in every Dockerfile, so that one is off: the same bytes are not reported twice.
    no-build-tools: error
    multi-stage: off
    no-package-cache: [error, { max: 100 kB }]
    max-hidden-bytes: [error, { max: 100 kB }]
    no-add: error
    absolute-workdir: error
    package-manager-hygiene: error
    # An anonymous volume stays behind each container.
    no-volumes: warning
    # Without it a hung process counts as healthy. Turn it off where only Kubernetes runs the image.
    healthcheck: warning
`
};
function sourceName(source) {
  if (source.kind === "preset") return `preset ${source.name}`;
  return source.kind === "file" ? source.path : `${source.repository}/${source.path}@${source.ref}`;
}
function readSource2(text, from, place) {
  if (Object.hasOwn(presetTexts, text)) return { kind: "preset", name: text };
  if (/^\.\.?\//.test(text)) return besides(text, from, place);
  const remote = /^([A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100})\/([^@\s]+)@([^@\s]{1,250})$/.exec(text);
  const [, repository, path, ref] = remote ?? [];
  if (repository && path && ref && !path.split("/").some((part) => part === ".." || part === ""))
    return { kind: "remote", repository, path, ref };
  const names = Object.keys(presetTexts);
  const meant = (0, import_chunk_O2NKAHT7.nearest)(text, names);
  return {
    code: "unknown-policy",
    message: `There is no policy ${(0, import_chunk_5RKSZUZB.show)(text)}.`,
    ...place && { place },
    expected: `${names.map((name) => `\`${name}\``).join(", ")}, \`./path.yml\` or \`OWNER/REPO/PATH@REF\``,
    got: text,
    hint: meant === void 0 ? "A file of this repository begins with `./`." : `Did you mean \`${meant}\`?`
  };
}
function besides(text, from, place) {
  const base = from && from.kind !== "preset" ? from.path.split("/").slice(0, -1) : [];
  const parts = [...base];
  for (const part of text.split("/")) {
    if (part === ".." && parts.length === 0)
      return {
        code: "policy-outside",
        message: `The policy ${(0, import_chunk_5RKSZUZB.show)(text)} lies outside the repository.`,
        ...place && { place },
        got: text,
        hint: "Name a file inside the repository."
      };
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return from?.kind === "remote" ? { ...from, path } : { kind: "file", path };
}
async function readPolicyText(source, texts, place) {
  const name = sourceName(source);
  if (source.kind === "preset") return presetTexts[source.name] ?? "";
  if (source.kind === "file") {
    const text2 = await texts.checkout.readText(source.path, import_chunk_TISOUWS6.maxConfigBytes);
    return text2 ?? {
      code: "no-policy-file",
      message: `There is no policy file ${name}.`,
      ...place && { place },
      got: name,
      hint: "Create it, or correct the path: it is relative to the file that names it."
    };
  }
  if (!texts.fetchPolicy)
    return {
      code: "policy-not-reachable",
      message: `The policy ${name} cannot be reached: there is no token to read other repositories with.`,
      ...place && { place },
      got: name,
      hint: "Set GITHUB_TOKEN (in the action: `github-token`), or copy the policy into this repository and name it by `./path.yml`."
    };
  const text = await texts.fetchPolicy(source);
  return text ?? {
    code: "no-policy-file",
    message: `${source.repository} has no ${source.path} at ${source.ref}.`,
    ...place && { place },
    got: name,
    hint: "Check the repository, the path, the ref, and that the token may read it."
  };
}
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_TISOUWS6.require_dist)(), 1);
var forbiddenKeys = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
var maxAliases = 10;
var maxSyntaxProblems = 10;
function readYaml(file, text) {
  const early = (0, import_chunk_TISOUWS6.beforeParsing)(file, text);
  if (early) throw new import_chunk_ZU5SK2EV.UserError(early);
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { schema: "core", uniqueKeys: true, prettyErrors: false, lineCounter: lines });
  const placeAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].slice(0, maxSyntaxProblems).map(({ code, message, pos }) => ({
    code: "yaml-syntax",
    message: code === "DUPLICATE_KEY" ? "The key stands twice in one map." : message.replace(/\.?$/, "."),
    place: placeAt(pos[0]),
    hint: code === "DUPLICATE_KEY" ? "Keep one of the two." : "Repair the YAML; an editor with YAML support shows where it breaks."
  }));
  const [first, ...others] = syntax.length > 0 ? syntax : nodeProblems(document, placeAt);
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  return {
    file,
    value: document.toJS({ maxAliasCount: maxAliases }),
    placeOf: (path, part = "value") => placeAt(offsetOf(document, path, part))
  };
}
function nodeProblems(document, placeAt) {
  const problems = [];
  let aliases = 0;
  const report = (node, problem) => {
    problems.push({ ...problem, place: placeAt(node?.range?.[0] ?? 0) });
  };
  (0, import_yaml.visit)(document, {
    Alias(_, node, path) {
      aliases += 1;
      if (aliases === maxAliases + 1)
        report(node, {
          code: "yaml-aliases",
          message: "The file uses too many aliases.",
          expected: `at most ${maxAliases}`,
          hint: "Write the value out."
        });
      const target = node.resolve(document);
      if (target && !path.includes(target)) return;
      const message = target ? `The alias *${node.source} stands in what it names.` : `There is no anchor &${node.source}.`;
      report(node, { code: "yaml-alias", message, hint: "Define the anchor above, or write the value out." });
    },
    Pair(_, pair) {
      const problem = keyProblem(pair);
      if (problem) report(problem.node, problem);
    },
    Collection(_, node, path) {
      const depth = path.filter((above) => !(0, import_yaml.isPair)(above)).length;
      if (depth <= import_chunk_TISOUWS6.maxDepth) return void 0;
      const { line, column } = placeAt(node.range?.[0] ?? 0);
      problems.push((0, import_chunk_TISOUWS6.tooDeep)(placeAt(0).file, line, column));
      return import_yaml.visit.BREAK;
    },
    Scalar(_, node) {
      if (typeof node.value === "number" && !isPlainNumber(node))
        report(node, {
          code: "odd-number",
          message: `\`${node.source ?? ""}\` is no plain number.`,
          expected: "decimal digits, such as `16` or `1.5`",
          got: node.source ?? "",
          hint: "Write it in decimal digits, or in quotes when it is meant as text."
        });
    }
  });
  return problems;
}
function isPlainNumber(node) {
  return /^-?\d+(\.\d+)?$/.test(node.source ?? "") && Number.isFinite(node.value);
}
function keyProblem({ key }) {
  if (!(0, import_yaml.isScalar)(key) || typeof key.value !== "string" && typeof key.value !== "number") {
    return {
      node: (0, import_yaml.isNode)(key) ? key : void 0,
      code: "yaml-key",
      message: "A key must be plain text.",
      hint: "Write the key as text, in quotes if need be."
    };
  }
  if (!forbiddenKeys.has(String(key.value))) return void 0;
  const message = `The key \`${String(key.value)}\` is not allowed.`;
  return { node: key, code: "forbidden-key", message, hint: "Use another name." };
}
function offsetOf(document, path, part) {
  let node = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if ((0, import_yaml.isAlias)(node)) node = node.resolve(document);
    if ((0, import_yaml.isSeq)(node)) node = node.items[Number(step)];
    else if ((0, import_yaml.isMap)(node)) {
      const pair = node.items.find(({ key }) => (0, import_yaml.isScalar)(key) && String(key.value) === String(step));
      const wantsKey = part === "key" && index === path.length - 1;
      const value = (0, import_yaml.isNode)(pair?.value) ? pair.value : void 0;
      node = wantsKey || !value || value.range?.[0] === value.range?.[1] ? pair?.key : value;
    } else return offset;
    const range = (0, import_yaml.isNode)(node) ? node.range : void 0;
    if (!range) return offset;
    offset = range[0];
  }
  return offset;
}
var maxChain = 16;
var noParts = { parts: [], sources: [], problems: [] };
function readConfig(file, text, rules2) {
  const yaml = tryYaml(file, text);
  if (!("value" in yaml)) return yaml;
  const parsed = import_chunk_IBBT4ZFU.configFile.safeParse(yaml.value ?? {});
  if (parsed.success) return { yaml, config: parsed.data };
  const uses = (0, import_chunk_5RKSZUZB.valueAt)(yaml.value, ["policy", "rules"]);
  const isMap3 = typeof uses === "object" && uses !== null && !Array.isArray(uses);
  const inRules = isMap3 ? readPolicyPart(yaml, { version: 1, policy: { rules: { ...uses } } }, rules2, file).problems : [];
  return [...(0, import_chunk_5RKSZUZB.problemsOf)(parsed.error, import_chunk_IBBT4ZFU.configFile, yaml), ...inRules];
}
async function extendChain(names, from, texts, rules2, stack) {
  let chain = noParts;
  for (const { text, place } of names) {
    const source = readSource2(text, from, place);
    chain = joined(chain, "code" in source ? failed(source) : await readLink(source, place, texts, rules2, stack));
  }
  return chain;
}
async function readLink(source, place, texts, rules2, stack) {
  const name = sourceName(source);
  if (stack.includes(name) || stack.length >= maxChain) {
    const circle = [...stack, name].join(" → ");
    return failed({
      code: "extends-cycle",
      message: `Policies extend each other in a circle: ${circle}.`,
      ...place && { place },
      hint: "Take one of the `extends` out."
    });
  }
  const text = await readPolicyText(source, texts, place);
  if (typeof text !== "string") return failed(text);
  const read = readConfig(name, text, rules2);
  if (!("yaml" in read)) return { ...noParts, problems: read };
  const foreign = read.config.images ? [
    {
      code: "images-in-policy",
      message: "A policy that is extended names no images.",
      place: read.yaml.placeOf(["images"], "key"),
      hint: "Name images in the configuration file."
    }
  ] : [];
  const below = await extendChain(extendsOf(read), source, texts, rules2, [...stack, name]);
  const part = await readWholePart(read, below, rules2, name);
  return joined(below, { parts: [part], sources: [name], problems: [...part.problems, ...foreign] });
}
async function readWholePart({ yaml, config }, below, rules2, name) {
  const known = /* @__PURE__ */ new Set([...rules2, ...below.parts.flatMap(({ entries: entries2 }) => entries2.map(({ rule }) => rule))]);
  const custom = await readCustomRules(yaml, config, [...known], name);
  const part = readPolicyPart(yaml, config, [...known, ...custom.entries.map(({ rule }) => rule)], name);
  const entries = [...custom.entries, ...part.entries];
  return { ...part, entries, problems: [...part.problems, ...custom.problems] };
}
function extendsOf({ yaml, config }) {
  const given = config.policy?.extends;
  if (given === void 0) return [];
  const path = ["policy", "extends"];
  if (typeof given === "string") return [{ text: given, place: yaml.placeOf(path) }];
  return given.map((text, index) => ({ text, place: yaml.placeOf([...path, index]) }));
}
function tryYaml(file, text) {
  try {
    return readYaml(file, text);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return thrown.problems;
    throw thrown;
  }
}
function failed(problem) {
  return { ...noParts, problems: [problem] };
}
function joined(one, other) {
  return {
    parts: [...one.parts, ...other.parts.filter(({ source }) => !one.sources.includes(source))],
    sources: [.../* @__PURE__ */ new Set([...one.sources, ...other.sources])],
    problems: [...one.problems, ...other.problems]
  };
}
async function readFloor(inputs, request) {
  const name = inputs["org-policy"];
  if (name === void 0) return { problems: [] };
  if (/^\.\.?\//.test(name)) return { problems: [ownFile(name)] };
  const chain = await extendChain([{ text: name }], void 0, request, request.rules ?? rules, []);
  const { policy, problems } = mergeParts(chain);
  const all = [...chain.problems, ...problems, ...inputs["warn-only"] ? [warnOnly] : []];
  if (all.length === 0 && policy.uses.length === 0) return { problems: [noRules(name)] };
  return { policy, problems: all };
}
function heldTo(floor, policy) {
  const held = withFloor(policy, floor);
  return { ...held, digest: digestOf(held.uses, held.waivers) };
}
function ownFile(name) {
  return {
    code: "invalid-input",
    message: `The input \`org-policy\` cannot be ${(0, import_chunk_5RKSZUZB.show)(name)}: a file of this repository is the repository's own to change.`,
    expected: "`OWNER/REPO/PATH@REF`, or a preset",
    got: name,
    hint: "Keep the organisation's policy in a repository of its own; name this file in `extends`."
  };
}
function noRules(name) {
  return {
    code: "no-rules",
    message: `The organisation's policy ${(0, import_chunk_5RKSZUZB.show)(name)} turns no rule on.`,
    expected: "rules under `policy.rules`, or `extends`",
    got: name,
    hint: "Turn rules on in it, or take `org-policy` out."
  };
}
var warnOnly = {
  code: "invalid-input",
  message: "The input `warn-only` would pass whatever the organisation's policy says.",
  expected: "`warn-only` without `org-policy`, or neither",
  hint: "Take `warn-only` out."
};
async function readSettings(request) {
  const { values, problems: inputProblems } = (0, import_chunk_5RKSZUZB.readInputs)(request.inputs);
  const { options: options5, problems: optionProblems } = (0, import_chunk_FCKW4FYS.readRunOptions)(values);
  const broken = [...inputProblems, ...optionProblems];
  const file = readFile(request);
  const config = file && "yaml" in file ? file : void 0;
  const shape2 = file && !("yaml" in file) ? file : [];
  const chain = shape2.length > 0 ? void 0 : await readChain(config, values, request);
  const merged = chain && mergeParts(chain);
  const floor = await readFloor(values, request);
  const { images, problems: imageProblems } = (0, import_chunk_IBBT4ZFU.readImages)(config?.config.images, values, request.folderName);
  const [first, ...others] = [
    ...shape2,
    ...chain?.problems ?? [],
    ...merged?.problems ?? [],
    ...floor.problems,
    ...broken,
    ...imageProblems
  ];
  if (first) throw new import_chunk_ZU5SK2EV.UserError(inOrder2(first, others));
  if (!merged) throw new Error("A configuration without problems has no policy.");
  const policy = floor.policy ? heldTo(floor.policy, merged.policy) : merged.policy;
  if (policy.uses.length === 0) throw new import_chunk_ZU5SK2EV.UserError(noRules2(config));
  return { settings: { images, policy }, options: options5 };
}
function readFile({
  configText,
  configFile: configFile2 = "plimsoll.yml",
  rules: rules2 = rules
}) {
  return configText === void 0 ? void 0 : readConfig(configFile2, configText, rules2);
}
async function readChain(file, inputs, request) {
  const rules2 = request.rules ?? rules;
  const from = file && { kind: "file", path: file.yaml.file };
  const names = namesToExtend(file, inputs);
  const base = inputs.policy === void 0 ? from : void 0;
  const below = await extendChain(names, base, request, rules2, file ? [file.yaml.file] : []);
  if (!file) return below;
  const part = await readWholePart(file, below, rules2, file.yaml.file);
  return joined(below, { parts: [part], sources: [file.yaml.file], problems: part.problems });
}
function namesToExtend(file, inputs) {
  if (inputs.policy !== void 0) return [{ text: inputs.policy }];
  return file?.config.policy ? extendsOf(file) : [{ text: "recommended" }];
}
function inOrder2(first, others) {
  const [head, ...tail] = [first, ...others].sort((a, b) => rank(a) - rank(b));
  return [head ?? first, ...tail];
}
function rank({ place }) {
  return place ? place.line * 1e6 + (place.column ?? 0) : Number.MAX_SAFE_INTEGER;
}
function noRules2(file) {
  return {
    code: "no-rules",
    message: "The policy turns no rule on, so nothing would be checked.",
    ...file && { place: file.yaml.placeOf(["policy"], "key") },
    hint: "Write `extends: recommended` under `policy:`, or turn rules on under `policy.rules`."
  };
}
function verdict(images, { failOn, warnOnly: warnOnly2 }) {
  const fails = images.some(
    ({ findings, notRun }) => findings.some(({ waiver, level: level2 }) => waiver === null && (level2 === "error" || failOn === "warning")) || notRun.some(({ counts: counts2 }) => counts2 === "failure" || counts2 === "warning" && failOn === "warning")
  );
  return fails && !warnOnly2 ? { outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed } : { outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed };
}
var noticeDays = 14;
function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
}
function isExpired(waiver, today) {
  return daysBetween(today, waiver.expires) <= 0;
}
function isPermitted(waiver, use) {
  return waiver.ofFloor === true || use.floor?.isWaivable !== false;
}
function covers(waiver, imageName, finding) {
  if (waiver.rule !== finding.rule) return false;
  if (waiver.image !== void 0 && !(0, import_chunk_IAAG4V6P.compileGlob)(waiver.image)(imageName)) return false;
  if (waiver.lines && !overlap(waiver.lines, finding.location)) return false;
  if (waiver.path === void 0) return true;
  const matches = (0, import_chunk_IAAG4V6P.compileGlob)(waiver.path);
  if (finding.paths && finding.paths.length > 0) return finding.paths.every((path) => matches(path));
  const location = finding.location;
  return location !== void 0 && [location.file, `${location.file}:${location.startLine}`].some(matches);
}
function overlap(lines, location) {
  if (location?.file !== lines.file) return false;
  return location.startLine <= lines.endLine && location.endLine >= lines.startLine;
}
function asApplied({ reason, owner, expires, origin }) {
  return { reason, owner, expires, place: origin };
}
function waiverNotices(policy, matched2, today) {
  return policy.waivers.flatMap((waiver) => {
    const name = `The waiver of ${waiver.rule}${waiver.image === void 0 ? "" : ` for ${waiver.image}`} (${waiver.origin})`;
    const days = daysBetween(today, waiver.expires);
    if (days <= 0)
      return [
        { level: "warning", message: `${name} expired on ${waiver.expires} and no longer works; ask ${waiver.owner}.` }
      ];
    if (policy.uses.some((use) => use.rule.id === waiver.rule && !isPermitted(waiver, use)))
      return [
        {
          level: "warning",
          message: `${name} does not count: the organisation’s policy does not let this rule be waived.`
        }
      ];
    if (!matched2.has(waiver))
      return [{ level: "warning", message: `${name} matches no finding: remove it, or look at its rule and pattern.` }];
    if (days > noticeDays) return [];
    const left = days === 1 ? "tomorrow" : `in ${days} days`;
    return [{ level: "notice", message: `${name} stops working ${left}, on ${waiver.expires}; ask ${waiver.owner}.` }];
  });
}
function pathInside(path, { absolute }) {
  const way = (0, import_node_path.relative)(absolute("."), absolute(path));
  return way === "" || way === ".." || way.startsWith("../") || (0, import_node_path.isAbsolute)(way) ? void 0 : way;
}
async function findBaseline(request, workshop) {
  const { image, platform, measurement, revisions } = request;
  const { baseline: setting } = image;
  switch (setting.from) {
    case "none":
      return (0, import_chunk_ZK4QOFSW.noBaseline)("No baseline is configured.");
    case "image": {
      const { measurement: before } = await (0, import_chunk_SAKVTBBA.examineReference)(setting.reference, platform, workshop);
      return { state: "found", from: setting.reference, measurement: before };
    }
    case "file": {
      const text = await reportText(setting.path, revisions, workshop.checkout);
      return (0, import_chunk_537FHCB6.fromReport)(setting.path, { name: image.name, platform: measurement.platform }, text);
    }
    case "recorded":
      return orReason(() => (0, import_chunk_ZK4QOFSW.recordedBaseline)(request, workshop));
    case "rebuild":
      return orReason(() => (0, import_chunk_ZK4QOFSW.rebuiltBaseline)(request, workshop));
    case "default":
      return byDefault(request, workshop);
  }
}
async function byDefault(request, workshop) {
  const { base, repository } = request.revisions;
  if (!base) return (0, import_chunk_ZK4QOFSW.noBaseline)("No baseline is configured.");
  if (!repository) return import_chunk_ZK4QOFSW.noRepository;
  const recorded = await orReason(() => (0, import_chunk_ZK4QOFSW.recordedBaseline)(request, workshop));
  if (recorded.state === "found" || recorded.isNew) return recorded;
  const rebuilt = await orReason(() => (0, import_chunk_ZK4QOFSW.rebuiltBaseline)(request, workshop));
  if (rebuilt.state === "found" || rebuilt.isNew) return rebuilt;
  return (0, import_chunk_ZK4QOFSW.noBaseline)(`${recorded.reason} ${rebuilt.reason}`);
}
async function reportText(path, { base }, checkout) {
  const inside = pathInside(path, checkout);
  const committed = inside === void 0 ? void 0 : await base?.readText(inside, import_chunk_537FHCB6.maxReportBytes);
  return committed ?? checkout.readText(path, import_chunk_537FHCB6.maxReportBytes);
}
async function orReason(find) {
  try {
    return await find();
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return (0, import_chunk_ZK4QOFSW.noBaseline)(`The baseline could not be had: ${thrown.message.replaceAll("\n", " ")}`);
  }
}
var maxPathsShown = 20;
function judge(policy, subject, today) {
  const parts = policy.uses.map((use) => judgeRule(use, policy.waivers, subject, today));
  const findings = distinct2(parts.flatMap((part) => part.findings));
  const notRun = parts.flatMap((part) => part.notRun);
  const troubled = new Set([...findings, ...notRun].map(({ rule }) => rule));
  return {
    findings: [
      ...findings.filter(({ level: level2 }) => level2 === "error"),
      ...findings.filter(({ level: level2 }) => level2 !== "error")
    ],
    notRun: distinct2(notRun),
    passed: [...new Set(parts.flatMap((part) => part.passed))].filter((rule) => !troubled.has(rule)),
    waiversMatched: [...new Set(parts.flatMap((part) => part.waiversMatched))]
  };
}
function distinct2(list) {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
function judgeRule(use, waivers, subject, today) {
  const { rule, level: level2 } = use;
  const nothing = { findings: [], notRun: [], passed: [], waiversMatched: [] };
  if ("notBuilt" in subject && rule.withoutImage !== true) {
    const counts2 = use.saysWhenNotRun === true ? use.whenNotRun : "pass";
    return { ...nothing, notRun: [{ rule: rule.id, level: level2, reason: subject.notBuilt, counts: counts2 }] };
  }
  const missing2 = rule.needs?.find((need) => isMissing(need, subject));
  if (missing2 !== void 0) {
    const counts2 = missing2 === "baseline" && "isNew" in subject && subject.isNew ? "pass" : use.whenNotRun;
    return { ...nothing, notRun: [{ rule: rule.id, level: level2, reason: reasonFor(missing2, subject), counts: counts2 }] };
  }
  const found2 = run(rule, subject, use.options);
  if (found2.length === 0) return { ...nothing, passed: [rule.id] };
  const notRun = found2.flatMap(
    (one) => "unknown" in one ? [{ rule: rule.id, level: level2, reason: one.unknown, counts: use.whenNotRun }] : []
  );
  const judged = found2.flatMap((one) => "unknown" in one ? [] : [judgeViolation(use, one, waivers, subject, today)]);
  return {
    ...nothing,
    notRun,
    findings: judged.map(({ finding }) => finding),
    waiversMatched: judged.flatMap(({ matched: matched2 }) => matched2)
  };
}
function run(rule, subject, options5) {
  try {
    return [...rule.check(subject, options5)];
  } catch (cause) {
    throw new Error(`The rule ${rule.id} failed on the image ${subject.imageName}.`, { cause });
  }
}
function judgeViolation(use, violation2, waivers, { imageName }, today) {
  const unwaived = {
    rule: use.rule.id,
    level: use.level,
    message: violation2.message,
    ...violation2.bytes !== void 0 && { bytes: violation2.bytes },
    ...violation2.location && { location: violation2.location },
    ...violation2.paths && { paths: [...violation2.paths] },
    howToPass: violation2.howToPass ?? use.rule.howToPass
  };
  const matched2 = waivers.filter((waiver) => covers(waiver, imageName, unwaived));
  const inForce2 = matched2.find((waiver) => isPermitted(waiver, use) && !isExpired(waiver, today));
  const finding = {
    ...unwaived,
    ...unwaived.paths && { paths: unwaived.paths.slice(0, maxPathsShown) },
    waiver: inForce2 ? asApplied(inForce2) : null
  };
  return { finding, matched: matched2 };
}
function isMissing(need, subject) {
  const { dockerfile, tree, change } = subject;
  const fact = { dockerfile, files: tree, baseline: change }[need];
  return fact === void 0;
}
function reasonFor(need, subject) {
  if (need === "dockerfile") return "There is no Dockerfile: the image was not built here.";
  if (need === "files") return "The files of the image were not read.";
  if (subject.isNew === true) return "The image is new: there is nothing it could have grown from.";
  return subject.noBaselineReason ?? "No baseline is configured.";
}
async function contextFor(gathers, { image, context, dockerfile }, { contexts, checkout, progress, signal }) {
  if (image !== void 0 || !gathers.includes("context")) return void 0;
  const step = progress.step("Looking at the build context");
  const contextDir = checkout.absolute(context);
  const weighed = await contexts.weigh({ contextDir, dockerfile: checkout.absolute(dockerfile), isSecretFile }, signal).catch((thrown) => {
    throw (0, import_chunk_SAKVTBBA.seenFromCheckout)(thrown, checkout);
  });
  step.done();
  return weighed;
}
var usualPlatform = "linux/amd64";
var notBuilt = "The image was not built (--no-build).";
async function checkSources({ image, platform = usualPlatform, policy, build, today }, workshop) {
  const { buildContexts } = build;
  const understood = await (0, import_chunk_NLRYH24J.understandDockerfile)(image, platform, workshop.checkout, { buildContexts });
  if (!understood) throw new Error("An image that exists is checked itself.");
  const gathers = policy.uses.flatMap(({ rule }) => rule.gathers ?? []);
  const context = await contextFor(gathers, image, workshop);
  const dockerfile = understood.report;
  const subject = { imageName: image.name, dockerfile, notBuilt, ...context && { context } };
  const { findings, notRun, passed, waiversMatched } = judge(policy, subject, today);
  const [gated] = (0, import_chunk_SAKVTBBA.planVariants)(image, dockerfile);
  const result = {
    name: image.name,
    platform,
    gated: gated.name,
    notBuilt,
    variants: [],
    baseline: { state: "none", reason: notBuilt },
    comparisons: [],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  return { result, waiversMatched, notices: noticesOf(result) };
}
function noticesOf({ name, notRun }) {
  const count = notRun.filter(({ reason }) => reason === notBuilt).length;
  if (count === 0) return [];
  const rules2 = `${count} ${count === 1 ? "rule that needs" : "rules that need"}`;
  return [{ level: "warning", message: `${name} was not built (--no-build): ${rules2} the image did not run.` }];
}
async function checkImage(check2, workshop) {
  const { image, platform, policy, build, today, findBaseline: findBaseline2 } = check2;
  if (image.noBuild === true && image.image === void 0) return checkSources(check2, workshop);
  const understood = await (0, import_chunk_NLRYH24J.understandBuild)(image, platform, build, workshop);
  const reads = [...new Set(policy.uses.flatMap(({ rule }) => rule.reads ?? []))];
  const gathers = [...new Set(policy.uses.flatMap(gatheringsOf))];
  const sent = await contextFor(gathers, image, workshop);
  const [gatedPlan, ...otherPlans] = (0, import_chunk_SAKVTBBA.planVariants)(image, understood?.report);
  const context = { platform, understood, build };
  const gated = await (0, import_chunk_SAKVTBBA.examineVariant)(gatedPlan, { ...context, reads, gathers }, workshop);
  const others = [];
  const wanted = image.noBuild === true ? otherPlans.filter((plan) => "image" in plan) : otherPlans;
  for (const plan of wanted) others.push(await (0, import_chunk_SAKVTBBA.examineVariant)(plan, { ...context, reads: [] }, workshop));
  const { measurement } = gated.examined;
  const named2 = { name: image.name, platform: measurement.platform };
  const baseline = await findBaseline2({ image, platform, measurement, build });
  const change = changeSince(baseline, gated);
  const alternatives = others.map((other) => against(other, gated));
  const subject = subjectOf({
    image,
    gated,
    baseline,
    change,
    understood,
    sent,
    stages: alternatives[others.findIndex(isSingleStage)]
  });
  const { findings, notRun, passed, waiversMatched } = judge(policy, subject, today);
  const result = {
    ...named2,
    gated: gated.name,
    variants: [gated, ...others].map(asResult),
    baseline,
    comparisons: [...change ? [change] : [], ...alternatives],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  return { result, waiversMatched };
}
function changeSince(baseline, gated) {
  if (baseline.state === "none") return void 0;
  return (0, import_chunk_EYURQ6ZW.compare)(baseline.measurement, gated.examined.measurement, {
    kind: "baseline",
    before: baseline.from,
    after: gated.name
  });
}
function against(other, gated) {
  return (0, import_chunk_EYURQ6ZW.compare)(other.examined.measurement, gated.examined.measurement, {
    kind: "variant",
    before: other.name,
    after: gated.name
  });
}
var isSingleStage = ({ name }) => name === "single-stage";
function subjectOf({ image, gated, baseline, change, stages, understood, sent }) {
  const dockerfile = gated.dockerfile ?? understood?.report;
  const context = sent ?? gated.context;
  const { measurement, tree, hidden, bodies, executable, entryScript, secrets } = gated.examined;
  return {
    imageName: image.name,
    measurement,
    tree,
    hidden,
    bodies,
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...dockerfile && { dockerfile },
    ...gated.baseConfig && { baseConfig: gated.baseConfig },
    ...change && { change },
    ...stages && { stages },
    ...baseline.state === "none" && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true },
    ...context && { context }
  };
}
function gatheringsOf({ rule, options: options5 }) {
  return [...rule.gathers ?? [], ...rule.gathersFor?.(options5) ?? []];
}
function asResult({ name, source, built, base, examined }) {
  return { name, source, built, ...base !== void 0 && { base }, measurement: examined.measurement };
}
var maxDockerfileBytes = 2 ** 20;
var claim = /^plimsoll\b[\s:]*ignore\b/i;
var shape = /^plimsoll ignore=([a-z0-9-]+) reason="([^"]+)" expires=(\d{4}-\d{2}-\d{2})$/;
async function inlineWaivers(image, checkout, base) {
  const understood = await (0, import_chunk_NLRYH24J.understandDockerfile)(image, image.platforms[0], checkout);
  const comments = understood ? commentsIn(understood) : [];
  if (!understood || comments.length === 0) return { waivers: [], notices: [] };
  const waivers = comments.map((comment2) => asWaiver2(comment2, understood.path, image.name));
  const old = base ? await commentsAt(base, understood.path, image) : comments;
  const honoured = matched(comments, old);
  return {
    waivers: waivers.filter((_, index) => honoured[index]),
    notices: waivers.filter((_, index) => !honoured[index]).map(({ rule, origin }) => ({
      level: "notice",
      message: `The waiver of ${rule} at ${origin} comes with this change: it counts once it is on the base branch.`
    }))
  };
}
async function commentsAt(base, path, image) {
  const text = path.startsWith("/") ? void 0 : await base.readText(path, maxDockerfileBytes);
  if (text === void 0) return [];
  try {
    return commentsIn({ path, text, report: (0, import_chunk_NLRYH24J.describeDockerfile)(text, path, { buildArgs: image.buildArgs }) });
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function commentsIn({ text, report }) {
  const lines = text.split("\n");
  let from = 1;
  return report.instructions.flatMap(({ keyword, original, startLine, endLine }) => {
    const above = lines.slice(from - 1, startLine - 1).map((line, index) => ({ line: from + index, text: line.trim() }));
    from = endLine + 1;
    return above.flatMap(({ line, text: written }) => {
      const comment2 = written.startsWith("#") ? written.slice(1).trim().replaceAll(/\s+/g, " ") : "";
      return claim.test(comment2) ? [{ text: comment2, line, instruction: { keyword, original }, startLine, endLine }] : [];
    });
  });
}
function matched(comments, old) {
  const free = [...old];
  const take = (fits) => {
    const index = free.findIndex(fits);
    if (index >= 0) free.splice(index, 1);
    return index >= 0;
  };
  const exact3 = comments.map(
    ({ text, instruction }) => take((one) => one.text === text && one.instruction.original === instruction.original)
  );
  return comments.map(
    ({ text, instruction }, index) => exact3[index] === true || take((one) => one.text === text && one.instruction.keyword === instruction.keyword)
  );
}
function asWaiver2({ text, line, startLine, endLine }, file, image) {
  const [, rule, reason, expires] = shape.exec(text) ?? [];
  const place = { file, line };
  if (rule === void 0 || reason === void 0 || expires === void 0 || !isDay(expires))
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "inline-waiver",
      message: "This comment is no waiver.",
      place,
      expected: '# plimsoll ignore=RULE reason="WHY" expires=YYYY-MM-DD',
      got: `# ${text}`,
      hint: "Write it as expected, above the instruction it is for."
    });
  const ids = rules.map(({ id }) => id);
  if (!ids.includes(rule)) {
    const meant = (0, import_chunk_O2NKAHT7.nearest)(rule, ids);
    const hint = meant === void 0 ? "policies/README.md describes every rule." : `Did you mean ${meant}?`;
    throw new import_chunk_ZU5SK2EV.UserError({ code: "unknown-rule", message: `There is no rule "${rule}".`, place, got: rule, hint });
  }
  const owner = `those who keep ${file}`;
  return { rule, image, lines: { file, startLine, endLine }, reason, owner, expires, origin: `${file}:${line}` };
}
function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function proposedImage({ name, platform, findings, notRun, passed }) {
  return { name, platform, findings, notRun, passed };
}
function proposalNotice(proposed, outcome, baseSha) {
  const open = proposed.images.flatMap(
    ({ name, findings }) => findings.filter(({ waiver }) => waiver === null).map(({ rule, level: level2 }) => `${level2} ${rule} of ${name}`)
  );
  const waived = proposed.images.reduce(
    (sum, { findings }) => sum + findings.filter(({ waiver }) => waiver !== null).length,
    0
  );
  const found2 = open.length === 0 ? "no open finding" : listed(open);
  const base = baseSha === void 0 ? "the base revision" : `the base revision ${(0, import_chunk_ZK4QOFSW.shortSha)(baseSha)}`;
  return {
    level: proposed.outcome === outcome ? "notice" : "warning",
    message: `This change also changes what it is judged by. With the proposed policy: ${proposed.outcome}, ${found2}${waived > 0 ? `, ${waived} waived` : ""}. The outcome, ${outcome}, follows ${base}.`
  };
}
var maxListed = 10;
function listed(all) {
  const more = all.length > maxListed ? ` and ${all.length - maxListed} more` : "";
  return `${all.slice(0, maxListed).join(", ")}${more}`;
}
function remembering(workshop) {
  const builds = /* @__PURE__ */ new Map();
  const opened = /* @__PURE__ */ new Map();
  return {
    ...workshop,
    builder: {
      build: (request, signal) => once(builds, JSON.stringify(request), () => workshop.builder.build(request, signal))
    },
    images: {
      open: (source, platform, signal) => once(
        opened,
        JSON.stringify([source, platform]),
        async () => readOnce(await workshop.images.open(source, platform, signal))
      )
    }
  };
}
function readOnce(image) {
  let layers;
  return { ...image, readLayers: (signal) => layers ??= image.readLayers(signal) };
}
function once(known, key, make) {
  const found2 = known.get(key);
  if (found2) return found2;
  const made = make();
  known.set(key, made);
  return made;
}
async function check(request, workshop) {
  const { settings, proposed, notices = [] } = request;
  const judged = [];
  const proposals = [];
  for (const name of namesOf2(settings, proposed)) {
    const shop = proposed ? remembering(workshop) : workshop;
    const baselines = /* @__PURE__ */ new Map();
    const base = request.revisions?.base;
    judged.push(await judgeImage(name, settings, { request, shop, baselines, waiversOf: base }));
    if (proposed) proposals.push(...(await judgeImage(name, proposed, { request, shop, baselines })).images);
  }
  const { policy } = settings;
  const images = judged.flatMap((one) => one.images);
  const summed = verdict(images, request.verdict);
  const proposal = proposed && {
    outcome: verdict(proposals, request.verdict).outcome,
    policy: { sources: [...proposed.policy.sources], digest: proposed.policy.digest },
    images: proposals.map(proposedImage)
  };
  const waivers = [...policy.waivers, ...judged.flatMap((one) => one.inline)];
  const matched2 = new Set(judged.flatMap((one) => one.waiversMatched));
  return (0, import_chunk_EYURQ6ZW.withoutSecrets)({
    schemaVersion: 1,
    tool: { name: "plimsoll", version: request.toolVersion },
    ...summed,
    policy: { sources: [...policy.sources], digest: policy.digest, rules: policy.uses.map(inForce) },
    ...request.revision && { revision: request.revision },
    images,
    ...proposal && { proposed: proposal },
    notices: [
      ...proposal ? [proposalNotice(proposal, summed.outcome, request.revisions?.base?.sha)] : [],
      ...notices,
      ...judged.flatMap((one) => one.notices),
      ...waiverNotices({ ...policy, waivers }, matched2, workshop.clock.today())
    ]
  });
}
async function judgeImage(name, { images, policy }, judging) {
  const { request, shop, baselines, waiversOf } = judging;
  const image = images.find((one) => one.name === name);
  if (!image) return { images: [], inline: [], waiversMatched: [], notices: [] };
  const { waivers: inline, notices } = await inlineWaivers(image, shop.checkout, waiversOf);
  const onBase = request.imagesOnBase?.find((one) => one.name === name);
  const { revisions = {} } = request;
  const baselineOf = (measured) => {
    const key = JSON.stringify([measured.image.baseline, measured.platform, measured.measurement.imageId]);
    return once(baselines, key, () => findBaseline({ ...measured, revisions, ...onBase && { onBase } }, shop));
  };
  const withInline = { ...policy, waivers: [...policy.waivers, ...inline] };
  const today = shop.clock.today();
  const checked = [];
  for (const platform of image.platforms.length > 0 ? image.platforms : [void 0]) {
    const how = { image, platform, policy: withInline, build: request.build, today, findBaseline: baselineOf };
    checked.push(await checkImage(how, shop));
  }
  return {
    images: checked.map(({ result }) => result),
    inline,
    waiversMatched: checked.flatMap(({ waiversMatched }) => waiversMatched),
    notices: [...notices, ...checked.flatMap((one) => one.notices ?? [])]
  };
}
function namesOf2(settings, proposed) {
  return new Set([...settings.images, ...proposed?.images ?? []].map(({ name }) => name));
}
function inForce({ rule, level: level2, origin }) {
  const { id, summary, why, howToPass } = rule;
  return { id, level: level2, summary, why, howToPass, origin };
}
async function imagesOfBase(base, head, files) {
  const kept = [];
  for (const was of base) {
    const now = head.find(({ name }) => name === was.name);
    kept.push(await (now ? settled(was, now, files) : removed(was, files)));
  }
  const added = head.filter(({ name }) => !base.some((was) => was.name === name));
  return {
    images: [...kept.flatMap(({ image }) => image ? [image] : []), ...added],
    notices: [
      ...kept.flatMap(({ notice }) => notice === void 0 ? [] : [notice]),
      ...added.map(({ name }) => say("notice", `The image ${name} is new in this change.`))
    ]
  };
}
async function removed(was, files) {
  const gone = `This change takes the image ${was.name} off the list of images`;
  return await canBeMade(was, files) ? { image: was, notice: say("warning", `${gone}; as it can still be made, it is checked this once more.`) } : { notice: say("warning", `${gone}; what it was made from is gone, so it is not checked.`) };
}
async function settled(was, now, files) {
  const keys = changedKeys(was, now);
  if (keys.length === 0) return { image: was };
  const what = `This change sets ${keys.join(", ")} of the image ${was.name} anew`;
  if (!await canBeMade(was, files)) {
    const image2 = { ...now, baseline: was.baseline };
    const notice = say("warning", `${what}; what the base names is gone, so it is checked as this change has it.`);
    return { image: image2, notice };
  }
  const variants = was.variants.filter(
    ({ image: image2, dockerfile }) => image2 !== void 0 || dockerfile === void 0 || files.kindOf(dockerfile) === "file"
  );
  const image = { ...was, variants, buildArgs: { ...now.buildArgs, ...was.buildArgs } };
  return { image, notice: say("notice", `${what}; it is checked as the base has it.`) };
}
var keysToCompare = [
  "dockerfile",
  "context",
  "target",
  "buildArgs",
  "platforms",
  "image",
  "variants",
  "findVariants",
  "baseline"
];
function changedKeys(was, now) {
  return keysToCompare.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key])).map(asWritten);
}
var asWritten = (key) => ({ buildArgs: "build-args", findVariants: "variants" })[key] ?? key;
async function canBeMade(image, files) {
  if (image.image !== void 0) return true;
  if (files.kindOf(image.context) !== "folder") return false;
  try {
    await (0, import_chunk_NLRYH24J.understandDockerfile)(image, void 0, files);
    return true;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return false;
    throw thrown;
  }
}
var say = (level2, message) => ({ level: level2, message });
async function settingsThatCount(request) {
  const { base, checkout, ...rest } = request;
  const head = async () => readSettings({ ...rest, ...await configOf(request), checkout });
  if (!base || isOutside(request)) return { ...await head(), notices: [] };
  const inputs = await inputsAtBase(request, base);
  const config = await configAtBase(request, base);
  if (config.configText === void 0 && inputs["policy"] === void 0) return alone(await head(), request, base);
  const counts2 = await namingBase(base, () => readSettings({ ...rest, ...config, inputs, checkout: base }));
  const proposal = (await head()).settings;
  const { images, notices } = await imagesOfBase(counts2.settings.images, proposal.images, checkout);
  const settings = { images, policy: atRevision(counts2.settings.policy, base.sha) };
  const isSame = counts2.settings.policy.digest === proposal.policy.digest && JSON.stringify(counts2.settings.images) === JSON.stringify(proposal.images);
  const imagesOnBase = counts2.settings.images;
  return { settings, options: counts2.options, imagesOnBase, notices, ...!isSame && { proposed: proposal } };
}
async function alone(head, { checkout, inputs }, base) {
  const { configFile: configFile2 } = await (0, import_chunk_IBBT4ZFU.findConfig)(checkout, nameOf3(inputs, "config"));
  const policy = nameOf3(inputs, "policy");
  const own = configFile2 ?? (policy !== void 0 && isLocal(policy) ? policy : void 0);
  if (own === void 0) return { ...head, notices: [] };
  const message = `The policy is new: the base revision ${base.sha} has none, so this change is judged by its own, ${own}.`;
  return { ...head, notices: [{ level: "warning", message }] };
}
async function configOf({ checkout, inputs }) {
  return (0, import_chunk_IBBT4ZFU.findConfig)(checkout, nameOf3(inputs, "config"));
}
async function configAtBase({ inputs, checkout }, base) {
  const given = nameOf3(inputs, "config");
  const named2 = given === void 0 ? void 0 : pathInside(given, checkout);
  return namingBase(base, async () => {
    for (const configFile2 of [...named2 === void 0 ? [] : [named2], ...import_chunk_IBBT4ZFU.configPlaces]) {
      const configText = await base.readText(configFile2, import_chunk_TISOUWS6.maxConfigBytes);
      if (configText !== void 0) return { configFile: configFile2, configText };
    }
    return {};
  });
}
async function inputsAtBase({ inputs, checkout }, base) {
  const policy = nameOf3(inputs, "policy");
  if (policy === void 0 || !isLocal(policy)) return inputs;
  const path = pathInside(policy, checkout);
  const there = path === void 0 ? void 0 : await namingBase(base, () => base.readText(path, import_chunk_TISOUWS6.maxConfigBytes));
  return there === void 0 ? { ...inputs, policy: void 0 } : inputs;
}
async function namingBase({ sha }, read) {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const [first, ...others] = thrown.problems.map((problem) => atBase(problem, sha));
    throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others], { cause: thrown }) : thrown;
  }
}
function atBase(problem, sha) {
  return {
    ...problem,
    message: `On the base revision ${sha}: ${problem.message}`,
    hint: `${problem.hint} This file counts as it is on the base branch, so that a change cannot authorise itself; it must be put right there.`
  };
}
var isFile = (source) => !source.startsWith("preset ") && !source.includes("@");
function atRevision(policy, sha) {
  return { ...policy, sources: policy.sources.map((source) => isFile(source) ? `${source}@${sha}` : source) };
}
function nameOf3(inputs, name) {
  const given = inputs[name];
  return typeof given === "string" && given !== "" ? given : void 0;
}
var isLocal = (policy) => /^\.\.?\//.test(policy);
function isOutside({ inputs, checkout }) {
  const named2 = nameOf3(inputs, "config");
  return named2 !== void 0 && pathInside(named2, checkout) === void 0;
}
async function runGate(request) {
  const { checkout, inputs, folderName, toolVersion, revision, fetchPolicy, repository, base } = request;
  const counts2 = await settingsThatCount({
    checkout,
    inputs,
    folderName,
    ...base && { base },
    ...fetchPolicy && { fetchPolicy }
  });
  const { settings, options: options5, proposed } = counts2;
  if ([...settings.images, ...proposed?.images ?? []].some(isBuilt)) request.beforeBuild?.();
  const workshop = await request.openWorkshop(options5.progress, options5.insecureRegistries, options5.layerCache);
  try {
    const { verdict: verdict2, build } = options5;
    const headSha = revision?.head;
    const revisions = {
      ...repository && { repository },
      ...base && { base },
      ...headSha !== void 0 && { headSha }
    };
    const what = { ...counts2, revisions, verdict: verdict2, build, toolVersion, ...revision && { revision } };
    const result = await check(what, workshop);
    const saving = options5.saveBaseline ? await trySaving(result, request, build.builder) : {};
    return { result, options: options5, warnings: listOf(saving.warning), notes: listOf(saving.note) };
  } finally {
    await workshop.close();
  }
}
async function trySaving(result, { repository, base }, builder) {
  if (base) return { note: "The measurements of a change are not stored: only what is on a branch is held against." };
  if (!repository) return { warning: "The measurements were not stored: the checkout is no Git repository." };
  try {
    if (await repository.isModified())
      return { warning: "The measurements were not stored: files differ from the commit they would be stored for." };
    const saved = await (0, import_chunk_ZK4QOFSW.saveRecords)({ result, commit: await repository.head(), builder }, repository);
    const count = saved.records.length === 1 ? "One measurement" : `${saved.records.length} measurements`;
    return { note: `${count} of ${saved.commit} stored on the branch ${repository.records.name}.` };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { warning: thrown.problems.map(({ message, hint }) => `${message} ${hint}`).join(" ") };
  }
}
var listOf = (text) => text === void 0 ? [] : [text];
function isBuilt({ image, variants, noBuild }) {
  if (noBuild === true) return false;
  return image === void 0 || variants.some((variant) => variant.image === void 0);
}
async function readGateSettings({
  checkout,
  inputs,
  folderName,
  fetchPolicy
}) {
  const named2 = inputs["config"];
  const config = await (0, import_chunk_IBBT4ZFU.findConfig)(checkout, typeof named2 === "string" && named2 !== "" ? named2 : void 0);
  return readSettings({ ...config, checkout, inputs, folderName, ...fetchPolicy && { fetchPolicy } });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  judge,
  parseTagVersion,
  readGateSettings,
  readYaml,
  rules,
  runGate,
  waiverNotices
});
