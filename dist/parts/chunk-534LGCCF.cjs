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
  GithubError: () => GithubError,
  account: () => account,
  commentAnswer: () => commentAnswer,
  createGithubClient: () => createGithubClient,
  explainFailure: () => explainFailure,
  findAuthor: () => findAuthor,
  isAuthor: () => isAuthor,
  isLaterRun: () => isLaterRun,
  isMissing: () => isMissing,
  isSameRun: () => isSameRun,
  listOwnComments: () => listOwnComments,
  markBody: () => markBody,
  repositoryOf: () => repositoryOf,
  sureAuthor: () => sureAuthor,
  threadOf: () => threadOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_promises = require("node:timers/promises");
var GithubError = class extends Error {
  name = "GithubError";
  /** Undefined when no whole answer came. */
  status;
  /** Whether the call may have been carried out nevertheless. */
  ambiguous;
  rateLimited;
  constructor(message, facts) {
    super(message);
    this.status = facts.status;
    this.ambiguous = facts.ambiguous;
    this.rateLimited = facts.rateLimited;
  }
};
function isMissing(thrown) {
  return thrown instanceof GithubError && (thrown.status === 404 || thrown.status === 410);
}
function oneLine(text) {
  if (/^\s*</.test(text)) return "its answer was a web page";
  const line = text.replace(/[\u0000-\u0020\u007f-\u009f]+/g, " ").trim();
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}
function explainFailure(what, permission, thrown) {
  if (!(thrown instanceof GithubError)) return `${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return `${what}: ${thrown.message}${hintFor(thrown, permission)}`;
}
function hintFor({ status, rateLimited, message }, permission) {
  if (rateLimited) return " GitHub limits how often it is asked; run the job again later.";
  if (/locked/i.test(message)) return " The conversation is locked.";
  if (status === 401) return " The token is not valid (any more): check the input `github-token`.";
  if (status === 403)
    return ` The token lacks a right: give the job \`permissions: ${permission}\`. Pull requests of forks and of Dependabot never have it.`;
  if (status === 404)
    return ` Either it is not there, or the token may not see it: give the job \`permissions: ${permission}\`.`;
  return "";
}
function nextPage(link, apiUrl) {
  const next = /<([^<>]+)>\s*;[^,]*\brel="?next"?/.exec(String(link ?? ""))?.[1];
  if (next === void 0) return void 0;
  const url = new URL(next, apiUrl);
  if (url.origin !== new URL(apiUrl).origin) throw new Error(`The next page would be on another host, ${url.origin}.`);
  return url.href;
}
var unnamedLimitMs = 6e4;
function isRateLimited({ status, headers, message }) {
  if (status === 429) return true;
  const named = headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0";
  return status === 403 && (named || /rate limit|abuse/i.test(message));
}
function isAmbiguous({ status }) {
  return status === void 0 || status >= 500;
}
function afterFailure(failure, call, policy) {
  const limited = isRateLimited(failure);
  if (!limited && !isAmbiguous(failure)) return { do: "give-up", why: "the answer is final" };
  if (!limited && call.method === "POST") return { do: "give-up", why: "it may have been carried out" };
  if (call.tries > policy.maxRetries) return { do: "give-up", why: `it was tried ${call.tries} times` };
  const doubled = 2 ** (call.tries - 1);
  const ms = limited ? namedWaitMs(failure.headers) ?? unnamedLimitMs * doubled : policy.baseMs * doubled;
  return ms <= policy.maxWaitMs ? { do: "wait", ms } : { do: "give-up", why: `the rate limit lasts another ${Math.ceil(ms / 1e3)} s` };
}
function namedWaitMs(headers) {
  const serverMs = Date.parse(String(headers["date"]));
  const nowMs = Number.isNaN(serverMs) ? Date.now() : serverMs;
  const after = headers["retry-after"];
  if (after !== void 0) {
    const ms = /^\d{1,9}$/.test(String(after)) ? Number(after) * 1e3 : Date.parse(String(after)) - nowMs;
    if (!Number.isNaN(ms)) return Math.max(0, ms);
  }
  const reset = Number(headers["x-ratelimit-reset"]);
  return String(headers["x-ratelimit-remaining"]) === "0" && reset > 0 ? Math.max(0, reset * 1e3 - nowMs) + 1e3 : void 0;
}
function takeTurns(gapMs, pause) {
  let before = Promise.resolve();
  let lastEndMs = Number.NEGATIVE_INFINITY;
  return (run) => {
    const mine = before.then(async () => {
      const restMs = lastEndMs + gapMs - Date.now();
      if (restMs > 0) await pause(restMs);
      return run().finally(() => lastEndMs = Date.now());
    });
    before = mine.catch(() => void 0);
    return mine;
  };
}
var quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
async function createTransport(token, apiUrl) {
  const { getOctokit } = await Promise.resolve().then(() => __toESM(require("./github-YHHR5NIB.cjs")));
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: "plimsoll", log: quiet });
  return async ({ route, parameters, signal, maxBytes }) => {
    const { headers, status, data } = await octokit.request(route, {
      ...parameters,
      headers: { "x-github-api-version": "2022-11-28" },
      request: { signal, log: quiet, parseSuccessResponseBody: maxBytes === void 0 }
    });
    if (maxBytes !== void 0) return { headers, data: await readBytes(data, maxBytes) };
    return { headers, data: status === 204 ? void 0 : data };
  };
}
async function tryOnce(send, request, answer) {
  try {
    const { headers, data } = await send(request);
    const parsed = answer.safeParse(data);
    return parsed.success ? { value: parsed.data, headers } : { status: void 0, headers, message: "its answer was cut short or is not what was asked for" };
  } catch (thrown) {
    const { success, data } = requestError.safeParse(thrown);
    if (!success) throw thrown;
    return data.response ? { status: data.status, headers: data.response.headers, message: oneLine(data.message) } : { status: void 0, headers: {}, message: oneLine(data.message) };
  }
}
async function readBytes(body, maxBytes) {
  if (!(body instanceof ReadableStream)) return void 0;
  const chunks = [];
  let count = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) return void 0;
      chunks.push(chunk);
      count += chunk.length;
      if (count > maxBytes) break;
    }
  } catch {
    return void 0;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}
var requestError = (0, import_chunk_H7G5P3MR.object)({
  status: (0, import_chunk_H7G5P3MR.int)(),
  message: (0, import_chunk_H7G5P3MR.string)(),
  response: (0, import_chunk_H7G5P3MR.object)({ headers: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.number)()]).optional()) }).optional().catch(void 0)
});
function ignore() {
}
var maxPages = 50;
var standardRetry = { maxRetries: 3, baseMs: 1e3, maxWaitMs: 9e4 };
async function createGithubClient(options) {
  const { apiUrl, signal, timeoutMs = 3e4, writeGapMs = 1e3, sleep = sleepMs } = options;
  const policy = { ...standardRetry, ...options.retry };
  const send = await createTransport(options.token, apiUrl);
  const inTurn = takeTurns(writeGapMs, pause);
  async function pause(ms) {
    try {
      await sleep(ms, signal);
    } catch (thrown) {
      throw signal.aborted ? cancelled() : thrown;
    }
  }
  async function request(route, parameters, answer, maxBytes) {
    const method = route.split(" ", 1)[0] ?? "";
    for (let tries = 1; ; tries += 1) {
      if (signal.aborted) throw cancelled();
      const deadline = (0, import_chunk_OTF75QEW.signalWithin)(signal, timeoutMs);
      const tried = await tryOnce(
        send,
        { route, parameters, signal: deadline, ...maxBytes !== void 0 && { maxBytes } },
        answer
      );
      if ("value" in tried) return tried;
      if (signal.aborted) throw cancelled();
      const next = afterFailure(tried, { method, tries }, policy);
      if (next.do === "give-up") throw finalError(route, tried, next.why);
      await pause(next.ms);
    }
  }
  return {
    call: async (route, parameters, answer) => {
      const run = async () => (await request(route, parameters, answer)).value;
      return route.startsWith("GET ") ? run() : inTurn(run);
    },
    list: async (route, parameters, page) => {
      const items = [];
      let got = await request(route, { ...parameters, per_page: 100 }, page);
      for (let pages = 1; ; pages += 1) {
        items.push(...got.value);
        const next = nextPage(got.headers["link"], apiUrl);
        if (next === void 0) return items;
        if (pages === maxPages)
          throw tooLong(route, "the list is too long", `${maxPages} pages of 100 are read at most`);
        got = await request(`GET ${next}`, {}, page);
      }
    },
    query: async (text, data) => (await request(graphqlRoute(apiUrl), { query: text }, (0, import_chunk_H7G5P3MR.object)({ data }))).value.data,
    download: async (route, parameters, maxBytes) => {
      const { value } = await request(route, parameters, (0, import_chunk_H7G5P3MR._instanceof)(Uint8Array), maxBytes);
      if (value.length > maxBytes) throw tooLong(route, "its answer is too long", `${maxBytes} bytes are read at most`);
      return value;
    },
    pause
  };
}
function graphqlRoute(apiUrl) {
  return `POST ${apiUrl.replace(/\/v3$/, "")}/graphql`;
}
function finalError(route, failure, why) {
  const { status, message } = failure;
  const answer = status === void 0 ? "GitHub gave no good answer" : `GitHub answered ${status}`;
  const [method = "", address = ""] = route.split(" ");
  const path = address.startsWith("http") ? new URL(address).pathname : address;
  return new GithubError(`${answer} to ${method} ${path}: ${message} (${why}).`, {
    status,
    ambiguous: isAmbiguous(failure),
    rateLimited: isRateLimited(failure)
  });
}
function tooLong(route, message, limit) {
  return finalError(route, { status: 200, headers: {}, message }, limit);
}
function cancelled() {
  return new import_chunk_ZU5SK2EV.Interrupted("Talking to GitHub was cancelled.");
}
function sleepMs(ms, signal) {
  return (0, import_promises.setTimeout)(ms, void 0, { signal });
}
var commentId = /^[A-Za-z0-9._-]{1,64}$/;
var marker = /^<!-- plimsoll:comment id=(\S{1,64}) head=([0-9a-f]{40,64}) run=(\d{1,15}) attempt=(\d{1,6}) -->\r?\n/;
function isCommentId(text) {
  return commentId.test(text) && !text.includes("--");
}
function markBody(of, body) {
  if (!isCommentId(of.commentId)) throw new Error(`"${of.commentId}" cannot name a comment.`);
  return `<!-- plimsoll:comment id=${of.commentId} head=${of.headSha} run=${of.runId} attempt=${of.runAttempt} -->
${body}`;
}
function readMarker(marked) {
  const match = marker.exec(marked);
  const [whole, id, headSha, runId, runAttempt] = match ?? [];
  if (whole === void 0 || id === void 0 || headSha === void 0) return void 0;
  return {
    marker: { commentId: id, headSha, runId: Number(runId), runAttempt: Number(runAttempt) },
    body: marked.slice(whole.length).replaceAll("\r\n", "\n")
  };
}
function isSameRun(one, other) {
  return one.headSha === other.headSha && one.runId === other.runId && one.runAttempt === other.runAttempt;
}
function isLaterRun(one, other) {
  return one.runId === other.runId ? one.runAttempt > other.runAttempt : one.runId > other.runId;
}
var account = (0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.int)(), login: (0, import_chunk_H7G5P3MR.string)(), type: (0, import_chunk_H7G5P3MR.string)() });
var commentAnswer = (0, import_chunk_H7G5P3MR.object)({
  id: (0, import_chunk_H7G5P3MR.int)(),
  html_url: (0, import_chunk_H7G5P3MR.string)(),
  body: (0, import_chunk_H7G5P3MR.string)().nullish(),
  user: account.nullish()
});
async function findAuthor(client) {
  try {
    const { id } = await client.call("GET /user", {}, (0, import_chunk_H7G5P3MR.object)({ id: (0, import_chunk_H7G5P3MR.int)() }));
    return { id };
  } catch (thrown) {
    if (thrown instanceof GithubError && thrown.status === 403 && !thrown.rateLimited) return "github-actions[bot]";
    throw thrown;
  }
}
async function sureAuthor(client, author, writers) {
  const isDoubtful = typeof author === "string" && writers.some(({ type, login }) => type === "Bot" && login !== author);
  if (!isDoubtful) return author;
  const data = (0, import_chunk_H7G5P3MR.object)({ viewer: (0, import_chunk_H7G5P3MR.object)({ databaseId: (0, import_chunk_H7G5P3MR.int)() }) });
  try {
    const { viewer } = await client.query("query { viewer { databaseId } }", data);
    return { id: viewer.databaseId };
  } catch (thrown) {
    if (thrown instanceof GithubError) return author;
    throw thrown;
  }
}
function threadOf({ repository, pullNumber }) {
  return { ...repositoryOf(repository), issue_number: pullNumber };
}
function repositoryOf(repository) {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
async function listOwnComments(client, thread, author, commentId2) {
  const comments = await client.list(
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    thread,
    (0, import_chunk_H7G5P3MR.array)(commentAnswer)
  );
  const marked = comments.flatMap(({ id, html_url: url, user, body }) => {
    const read = readMarker(body ?? "");
    return user && read?.marker.commentId === commentId2 ? [{ user, comment: { id, url, ...read } }] : [];
  });
  const writers = marked.map(({ user }) => user);
  const us = await sureAuthor(client, author, writers);
  return marked.flatMap(({ user, comment }) => isAuthor(user, us) ? [comment] : []).sort((one, other) => one.id - other.id);
}
function isAuthor(user, author) {
  return typeof author === "string" ? user.type === "Bot" && user.login === author : user.id === author.id;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  GithubError,
  account,
  commentAnswer,
  createGithubClient,
  explainFailure,
  findAuthor,
  isAuthor,
  isLaterRun,
  isMissing,
  isSameRun,
  listOwnComments,
  markBody,
  repositoryOf,
  sureAuthor,
  threadOf
});
