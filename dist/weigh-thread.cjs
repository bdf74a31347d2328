var import_chunk_OJWM6CJC = require("./parts/chunk-OJWM6CJC.cjs");
var import_chunk_DSZZ5GN7 = require("./parts/chunk-DSZZ5GN7.cjs");
var import_chunk_2PSQQ3HI = require("./parts/chunk-2PSQQ3HI.cjs");
var import_chunk_U7OFPTSN = require("./parts/chunk-U7OFPTSN.cjs");
var import_chunk_6HMITL4P = require("./parts/chunk-6HMITL4P.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
(0, import_chunk_OJWM6CJC.answerAsThread)(import_chunk_556JJ2L2.isSecretFile);
