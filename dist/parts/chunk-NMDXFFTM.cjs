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
  inputSpecs: () => inputSpecs,
  reportFormats: () => reportFormats
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var audit = ["audit"];
var cli = ["cli"];
var auditInputs = [
  {
    name: "shard",
    kind: "text",
    placeholder: "I/N",
    on: cli,
    commands: audit,
    description: "Audit one part of N, such as 2/8; `audit merge` joins the parts."
  },
  {
    name: "shards",
    kind: "text",
    default: "8",
    placeholder: "N",
    on: cli,
    commands: audit,
    description: "For `audit plan`: the most jobs to split into."
  },
  {
    name: "run-id",
    kind: "text",
    default: "local",
    placeholder: "ID",
    on: cli,
    commands: audit,
    description: "Names the run, the same for all its shards, such as the id and attempt of the workflow run."
  },
  {
    name: "local",
    kind: "boolean",
    default: "false",
    on: cli,
    commands: audit,
    description: "Look references up in the local engine instead of their registries."
  },
  {
    name: "exclude",
    kind: "list",
    placeholder: "GLOB",
    on: cli,
    commands: audit,
    description: "Files to leave out, such as `test/**`."
  },
  {
    name: "variables",
    flag: "variable",
    kind: "map",
    placeholder: "NAME=VALUE",
    on: cli,
    commands: audit,
    description: "Variables of compose and bake files; nothing is taken from the environment."
  },
  {
    name: "dockerfiles",
    kind: "choice",
    choices: ["bases", "sources", "build"],
    on: cli,
    commands: audit,
    description: "Of Dockerfiles look at the `bases`, at the `sources` by the rules that need no image, or `build` them. Default: `audit.dockerfiles`, else bases."
  },
  {
    name: "jobs",
    kind: "text",
    default: "4",
    placeholder: "N",
    on: cli,
    commands: audit,
    description: "How many images are read at once."
  },
  {
    name: "max-seconds",
    kind: "text",
    default: "600",
    placeholder: "N",
    on: cli,
    commands: audit,
    description: "The most time one image may take."
  },
  {
    name: "max-image-size",
    kind: "text",
    default: "8 GB",
    placeholder: "SIZE",
    on: cli,
    commands: audit,
    description: "The most one image may weigh to pull; a larger one counts as not audited."
  },
  {
    name: "on-unreachable",
    kind: "choice",
    choices: ["fail", "warn"],
    default: "fail",
    on: cli,
    commands: audit,
    description: "Whether images and files that could not be looked at end the audit with status 2."
  },
  {
    name: "history",
    kind: "choice",
    choices: ["none", "read", "append"],
    default: "none",
    on: cli,
    commands: audit,
    description: "With `read` the audit is held against earlier ones, recorded on the branch plimsoll-data: new findings, the trend, bases whose tags moved since. With `append` it is recorded there, too."
  },
  {
    name: "csv",
    kind: "text",
    placeholder: "FILE",
    on: cli,
    commands: ["audit", "report"],
    description: "Write one line an image of an audit as CSV."
  }
];
var both = ["action", "cli"];
var reportFormats = ["table", "markdown", "json", "sarif", "junit", "html", "github"];
var builds = ["check", "inspect"];
var buildsOrCompares = [...builds, "compare"];
var buildInputs = [
  {
    name: "no-build",
    kind: "boolean",
    default: "false",
    on: both,
    commands: ["check"],
    description: "Build nothing and need no engine: only rules that look at the Dockerfile and the build context run."
  },
  {
    name: "builder",
    kind: "choice",
    choices: ["auto", "engine", "buildx"],
    default: "auto",
    on: both,
    commands: buildsOrCompares,
    description: "How images are built: through the Engine API, by docker buildx, or whichever does what is asked."
  },
  {
    name: "secrets",
    flag: "secret",
    kind: "list",
    placeholder: "id=ID,src=FILE",
    on: both,
    commands: buildsOrCompares,
    description: "Secrets for the build: id=ID,src=FILE or id=ID,env=NAME."
  },
  {
    name: "ssh",
    kind: "list",
    placeholder: "default|ID=SOCKET",
    on: both,
    commands: buildsOrCompares,
    description: "SSH agents for the build."
  },
  {
    name: "cache-from",
    kind: "list",
    placeholder: "SOURCE",
    on: both,
    commands: builds,
    description: "Where buildx imports its cache from."
  },
  {
    name: "cache-to",
    kind: "list",
    placeholder: "TARGET",
    on: both,
    commands: builds,
    description: "Where buildx exports its cache to."
  },
  {
    name: "build-contexts",
    flag: "build-context",
    kind: "map",
    placeholder: "NAME=SOURCE",
    on: both,
    commands: buildsOrCompares,
    description: "Named build contexts."
  },
  {
    name: "network",
    kind: "choice",
    choices: ["default", "host", "none"],
    on: both,
    commands: buildsOrCompares,
    description: "The network of RUN steps."
  },
  {
    name: "no-cache",
    kind: "boolean",
    default: "false",
    on: both,
    commands: builds,
    description: "Build without the cache."
  },
  {
    name: "pull",
    kind: "boolean",
    default: "false",
    on: both,
    commands: builds,
    description: "Look for a newer base image before building."
  }
];
var check = ["check"];
var builds2 = ["check", "inspect"];
var buildsOrCompares2 = [...builds2, "compare"];
var imageInputs = [
  {
    name: "working-directory",
    kind: "text",
    placeholder: "DIR",
    on: ["action"],
    commands: check,
    description: "The folder of the checkout, seen from the workspace, for jobs that check out several repositories. Reports are written into the workspace all the same. Default: the workspace."
  },
  {
    name: "config",
    kind: "text",
    placeholder: "FILE",
    on: both,
    commands: ["check", "compare", "policy", "audit"],
    description: "The configuration file. Default: .github/plimsoll.yml, else plimsoll.yml, else none."
  },
  {
    name: "only",
    kind: "list",
    placeholder: "NAME",
    on: both,
    commands: ["check", "compare"],
    description: "Names of images in the configuration to check; all when not given."
  },
  {
    name: "image",
    kind: "text",
    placeholder: "SOURCE",
    on: both,
    commands: builds2,
    description: "An existing image to check instead of building one."
  },
  {
    name: "dockerfile",
    flag: "file",
    short: "f",
    kind: "text",
    placeholder: "FILE",
    on: both,
    commands: buildsOrCompares2,
    description: "The Dockerfile. Default: Dockerfile in the context."
  },
  {
    name: "context",
    kind: "text",
    placeholder: "DIR",
    on: both,
    commands: buildsOrCompares2,
    description: "The build context. Default: the folder of the Dockerfile."
  },
  {
    name: "target",
    kind: "text",
    placeholder: "STAGE",
    on: both,
    commands: [...buildsOrCompares2, "dockerfile"],
    description: "The stage to build. Default: the last."
  },
  {
    name: "build-args",
    flag: "build-arg",
    kind: "map",
    placeholder: "NAME=VALUE",
    on: both,
    commands: [...buildsOrCompares2, "dockerfile"],
    description: "Build arguments (ARG)."
  },
  {
    name: "platform",
    kind: "text",
    placeholder: "OS/ARCH",
    on: both,
    commands: ["check", "inspect", "compare", "audit"],
    description: "The platform to build or read, such as linux/amd64. Default: the engine’s own."
  },
  {
    name: "variants",
    kind: "choice",
    choices: ["auto", "off"],
    on: both,
    commands: check,
    description: "Whether single-stage and multi-stage are built and compared. Default: auto."
  },
  {
    name: "baseline",
    kind: "text",
    placeholder: "recorded|rebuild|image:REF|file:PATH|none",
    on: both,
    commands: check,
    description: "What the image is held against: recorded, rebuild, image:REF, file:PATH (a stored JSON report) or none. Default: in a pull request what is recorded, else a rebuild."
  },
  {
    name: "base",
    kind: "text",
    placeholder: "REV",
    on: ["cli"],
    commands: check,
    description: "The revision a change is held against, as a pull request’s base: configuration, policies and waivers are read from it."
  },
  {
    name: "noise",
    kind: "boolean",
    default: "false",
    on: ["cli"],
    commands: ["compare"],
    description: "Build one source twice without the cache, and tell what differs although nothing changed."
  },
  {
    name: "save-baseline",
    kind: "boolean",
    default: "false",
    on: both,
    commands: check,
    description: "Store the measurements on the branch plimsoll-data, for `baseline: recorded`; not in pull requests. The action needs contents: write."
  }
];
var policyInputs = [
  {
    name: "policy",
    kind: "text",
    placeholder: "POLICY",
    on: both,
    commands: ["check", "policy", "audit"],
    description: "What the policy extends, in place of the configuration’s `extends`: recommended, strict, distroless, ./path.yml or OWNER/REPO/PATH@REF."
  },
  {
    name: "org-policy",
    kind: "text",
    placeholder: "OWNER/REPO/PATH@REF",
    on: both,
    commands: ["check", "policy", "audit"],
    description: "The organisation’s policy: whatever the repository’s says, nothing is judged by less. OWNER/REPO/PATH@REF, or a preset."
  },
  {
    name: "fail-on",
    kind: "choice",
    choices: ["error", "warning"],
    default: "error",
    on: both,
    commands: ["check", "audit"],
    description: "The lowest level that fails the check."
  },
  {
    name: "warn-only",
    kind: "boolean",
    default: "false",
    on: both,
    commands: ["check", "audit"],
    description: "Report violations but pass all the same."
  }
];
var reads = ["check", "inspect", "compare", "audit"];
var readingInputs = [
  {
    name: "insecure-registries",
    flag: "insecure-registry",
    kind: "list",
    placeholder: "HOST[:PORT]",
    on: both,
    commands: reads,
    description: "Registries that may be read in plain http; this machine’s own always may."
  },
  {
    name: "cache-dir",
    kind: "text",
    placeholder: "DIR",
    on: both,
    commands: reads,
    description: "The folder in which layers that were read are kept, so that they are not read again. Default: none in the action, plimsoll/layers in the user’s cache on the command line."
  },
  {
    name: "no-layer-cache",
    kind: "boolean",
    default: "false",
    on: ["cli"],
    commands: reads,
    description: "Read every layer, and keep none."
  },
  {
    name: "source-mode",
    kind: "choice",
    choices: ["auto", "stream"],
    default: "auto",
    on: both,
    commands: reads,
    description: "How the layers of an engine’s images are read: auto, from the engine’s own store by a container that is created and never started, where that can be; stream, from the export alone."
  }
];
var check2 = ["check"];
var reportInputs = [
  {
    name: "output",
    kind: "list",
    placeholder: "FORMAT=FILE",
    on: both,
    commands: ["check", "inspect", "compare", "report", "audit"],
    description: `Reports to write: FORMAT=FILE; formats are ${reportFormats.join(", ")}.`
  },
  {
    name: "format",
    kind: "choice",
    choices: reportFormats,
    default: "table",
    on: ["cli"],
    commands: ["check", "inspect", "compare", "dockerfile", "report", "baseline", "audit"],
    description: "The report on standard output."
  },
  {
    name: "progress",
    kind: "choice",
    choices: ["auto", "plain", "none"],
    default: "auto",
    on: both,
    commands: ["check", "inspect", "compare", "audit", "init"],
    description: "How progress is shown on standard error."
  },
  {
    name: "comment",
    kind: "choice",
    choices: ["always", "on-failure", "on-change", "never"],
    default: "always",
    on: ["action"],
    commands: check2,
    description: "When the pull request gets the comment."
  },
  {
    name: "comment-id",
    kind: "text",
    default: "default",
    placeholder: "ID",
    on: ["action"],
    commands: check2,
    description: "Tells comments of several workflows on one pull request apart."
  },
  {
    name: "check-name",
    kind: "text",
    placeholder: "NAME",
    on: ["action"],
    commands: check2,
    description: "Tell the verdict in a check run of this name too, for branch protection; needs checks: write."
  },
  // The expression is the runner's to fill in.
  // oxlint-disable-next-line no-template-curly-in-string
  {
    name: "github-token",
    kind: "text",
    default: "${{ github.token }}",
    placeholder: "TOKEN",
    on: ["action"],
    commands: check2,
    description: "Writes the comment; needs pull-requests: write."
  },
  {
    name: "policy-token",
    kind: "text",
    placeholder: "TOKEN",
    on: ["action"],
    commands: check2,
    description: "Reads policies of private repositories, which the job’s own token cannot; needs contents: read there. Default: `github-token`."
  },
  {
    name: "summary",
    kind: "boolean",
    default: "true",
    on: ["action"],
    commands: check2,
    description: "Write the job summary."
  },
  {
    name: "failure-file",
    kind: "text",
    placeholder: "FILE",
    on: ["action"],
    commands: check2,
    description: "Where to write why the check could not be made, for plimsoll/plimsoll/merge. Default: nowhere."
  },
  {
    name: "annotations",
    kind: "boolean",
    default: "true",
    on: ["action"],
    commands: check2,
    description: "Annotate Dockerfile lines."
  }
];
var inputSpecs = [
  ...imageInputs,
  ...readingInputs,
  ...policyInputs,
  ...buildInputs,
  ...reportInputs,
  ...auditInputs
];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  inputSpecs,
  reportFormats
});
