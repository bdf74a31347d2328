var import_chunk_P67DM7BM = require("./parts/chunk-P67DM7BM.cjs");
var import_chunk_DMWWHUBN = require("./parts/chunk-DMWWHUBN.cjs");
var import_chunk_556JJ2L2 = require("./parts/chunk-556JJ2L2.cjs");
var import_chunk_PULT5DIE = require("./parts/chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./parts/chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./parts/chunk-K46G7CP5.cjs");
(0, import_chunk_P67DM7BM.answerAsThread)(import_chunk_556JJ2L2.isSecretFile);
