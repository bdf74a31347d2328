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
  annotationsOf: () => annotationsOf,
  render: () => render,
  renderMarkdown: () => renderMarkdown
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QDS7VTX7 = require("./chunk-QDS7VTX7.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_L33I45NO = require("./chunk-L33I45NO.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_node_crypto = require("node:crypto");
var import_node_zlib = require("node:zlib");
var import_node_crypto2 = require("node:crypto");
var keptPerLevel = 9;
var maxCharacters = 4096;
var levels = { error: "error", warning: "warning", waived: "notice", passed: void 0 };
function annotationsOf({ images }) {
  const lines = images.flatMap(import_chunk_DRSZDVSV.policyLines);
  return ["error", "warning", "notice"].flatMap((level) => {
    const ofLevel = lines.filter(({ standing }) => levels[standing] === level).toSorted((one, other) => (other.bytes ?? 0) - (one.bytes ?? 0));
    const rest = ofLevel.length - keptPerLevel;
    const kept = rest > 1 ? ofLevel.slice(0, keptPerLevel) : ofLevel;
    const annotations = kept.map((line) => annotation(level, line));
    if (rest <= 1) return annotations;
    return annotations.concat({
      level,
      title: "plimsoll",
      message: `and ${rest} more of this level; the report lists them all.`
    });
  });
}
function annotation(level, line) {
  const waived = line.waiver ? ` Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}` : "";
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(", ")})` : "";
  const toPass2 = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  const message = (0, import_chunk_HT5NMFAD.visible)(`${line.image}: ${line.message}${paths}${waived}${toPass2}`, maxCharacters);
  return {
    level,
    title: (0, import_chunk_HT5NMFAD.visible)(line.rule, 100),
    message: cut(message),
    ...line.location && {
      file: line.location.file,
      startLine: line.location.startLine,
      endLine: line.location.endLine
    }
  };
}
function cut(message) {
  return message.length <= maxCharacters ? message : `${message.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
function renderGithub(result) {
  return annotationsOf(result).map(commandLine).join("");
}
function commandLine({ level, title, message, file, startLine, endLine }) {
  const properties = [
    ["file", file],
    ["line", startLine],
    ["endLine", endLine],
    ["title", title]
  ].filter(([, value2]) => value2 !== void 0).map(([name, value2]) => `${name}=${escapeProperty(String(value2))}`).join(",");
  return `::${level} ${properties}::${escapeData(message)}
`;
}
function escapeData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll("##[", "#%23[");
}
function escapeProperty(text2) {
  return escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
var maxShares = 150;
function layerShares(measurement) {
  const { perLayer, baseLayers = 0 } = measurement;
  return perLayer.map((layer, index2) => {
    const isBase = index2 < baseLayers;
    const shares = sharesOf(measurement, index2, layer.visibleBytes, layer.unpackedBytes - layer.visibleBytes);
    return { index: index2, isBase, name: (0, import_chunk_SBBVQVTE.commandOfLayer)(layer), bytes: layer.unpackedBytes, shares };
  }).filter(({ bytes: bytes2 }) => bytes2 > 0);
}
function sharesOf(measurement, index2, visibleBytes, hiddenBytes) {
  const folders = disjointFolders(measurement, index2);
  const packages = packagesOf(measurement, index2);
  const named = sumOf(packages) > sumOf(folders) ? packages : folders;
  const hidden = measurement.hidden.filter(({ addedBy }) => addedBy === index2).map(({ path, bytes: bytes2 }) => ({ name: path, kind: "hidden", bytes: bytes2 }));
  return [
    ...within(named, visibleBytes, "other visible files", "rest"),
    ...within(hidden, hiddenBytes, "other hidden files", "hidden")
  ].sort((one, other) => other.bytes - one.bytes);
}
function packagesOf({ packages }, index2) {
  return packages.filter(({ layer }) => layer === index2).map(({ name, version, bytes: bytes2 }) => ({ name: `${name} ${version}`, kind: "package", bytes: bytes2 }));
}
function disjointFolders({ largest }, index2) {
  const mine = largest.filter(({ layer }) => layer === index2);
  return mine.filter(({ path }) => !mine.some((other) => other.path !== path && path.startsWith(`${other.path}/`))).map(({ path, bytes: bytes2 }) => ({ name: path, kind: "folder", bytes: bytes2 }));
}
function within(shares, bytes2, restName, restKind) {
  const kept = [];
  let left2 = bytes2;
  for (const share of shares.toSorted((one, other) => other.bytes - one.bytes).slice(0, maxShares)) {
    if (share.bytes <= 0 || share.bytes > left2) continue;
    kept.push(share);
    left2 -= share.bytes;
  }
  return left2 > 0 ? [...kept, { name: restName, kind: restKind, bytes: left2 }] : kept;
}
function sumOf(shares) {
  return shares.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0);
}
function count(node) {
  var sum = 0, children = node.children, i = children && children.length;
  if (!i) sum = 1;
  else while (--i >= 0) sum += children[i].value;
  node.value = sum;
}
function node_count() {
  return this.eachAfter(count);
}
function node_each(callback, that) {
  let index2 = -1;
  for (const node of this) {
    callback.call(that, node, ++index2, this);
  }
  return this;
}
function node_eachBefore(callback, that) {
  var node = this, nodes = [node], children, i, index2 = -1;
  while (node = nodes.pop()) {
    callback.call(that, node, ++index2, this);
    if (children = node.children) {
      for (i = children.length - 1; i >= 0; --i) {
        nodes.push(children[i]);
      }
    }
  }
  return this;
}
function node_eachAfter(callback, that) {
  var node = this, nodes = [node], next = [], children, i, n, index2 = -1;
  while (node = nodes.pop()) {
    next.push(node);
    if (children = node.children) {
      for (i = 0, n = children.length; i < n; ++i) {
        nodes.push(children[i]);
      }
    }
  }
  while (node = next.pop()) {
    callback.call(that, node, ++index2, this);
  }
  return this;
}
function node_find(callback, that) {
  let index2 = -1;
  for (const node of this) {
    if (callback.call(that, node, ++index2, this)) {
      return node;
    }
  }
}
function node_sum(value2) {
  return this.eachAfter(function(node) {
    var sum = +value2(node.data) || 0, children = node.children, i = children && children.length;
    while (--i >= 0) sum += children[i].value;
    node.value = sum;
  });
}
function node_sort(compare) {
  return this.eachBefore(function(node) {
    if (node.children) {
      node.children.sort(compare);
    }
  });
}
function node_path(end) {
  var start = this, ancestor = leastCommonAncestor(start, end), nodes = [start];
  while (start !== ancestor) {
    start = start.parent;
    nodes.push(start);
  }
  var k = nodes.length;
  while (end !== ancestor) {
    nodes.splice(k, 0, end);
    end = end.parent;
  }
  return nodes;
}
function leastCommonAncestor(a, b) {
  if (a === b) return a;
  var aNodes = a.ancestors(), bNodes = b.ancestors(), c = null;
  a = aNodes.pop();
  b = bNodes.pop();
  while (a === b) {
    c = a;
    a = aNodes.pop();
    b = bNodes.pop();
  }
  return c;
}
function node_ancestors() {
  var node = this, nodes = [node];
  while (node = node.parent) {
    nodes.push(node);
  }
  return nodes;
}
function node_descendants() {
  return Array.from(this);
}
function node_leaves() {
  var leaves = [];
  this.eachBefore(function(node) {
    if (!node.children) {
      leaves.push(node);
    }
  });
  return leaves;
}
function node_links() {
  var root = this, links = [];
  root.each(function(node) {
    if (node !== root) {
      links.push({ source: node.parent, target: node });
    }
  });
  return links;
}
function* node_iterator() {
  var node = this, current, next = [node], children, i, n;
  do {
    current = next.reverse(), next = [];
    while (node = current.pop()) {
      yield node;
      if (children = node.children) {
        for (i = 0, n = children.length; i < n; ++i) {
          next.push(children[i]);
        }
      }
    }
  } while (next.length);
}
function hierarchy(data, children) {
  if (data instanceof Map) {
    data = [void 0, data];
    if (children === void 0) children = mapChildren;
  } else if (children === void 0) {
    children = objectChildren;
  }
  var root = new Node$1(data), node, nodes = [root], child, childs, i, n;
  while (node = nodes.pop()) {
    if ((childs = children(node.data)) && (n = (childs = Array.from(childs)).length)) {
      node.children = childs;
      for (i = n - 1; i >= 0; --i) {
        nodes.push(child = childs[i] = new Node$1(childs[i]));
        child.parent = node;
        child.depth = node.depth + 1;
      }
    }
  }
  return root.eachBefore(computeHeight);
}
function node_copy() {
  return hierarchy(this).eachBefore(copyData);
}
function objectChildren(d) {
  return d.children;
}
function mapChildren(d) {
  return Array.isArray(d) ? d[1] : null;
}
function copyData(node) {
  if (node.data.value !== void 0) node.value = node.data.value;
  node.data = node.data.data;
}
function computeHeight(node) {
  var height = 0;
  do
    node.height = height;
  while ((node = node.parent) && node.height < ++height);
}
function Node$1(data) {
  this.data = data;
  this.depth = this.height = 0;
  this.parent = null;
}
Node$1.prototype = hierarchy.prototype = {
  constructor: Node$1,
  count: node_count,
  each: node_each,
  eachAfter: node_eachAfter,
  eachBefore: node_eachBefore,
  find: node_find,
  sum: node_sum,
  sort: node_sort,
  path: node_path,
  ancestors: node_ancestors,
  descendants: node_descendants,
  leaves: node_leaves,
  links: node_links,
  copy: node_copy,
  [Symbol.iterator]: node_iterator
};
function required(f) {
  if (typeof f !== "function") throw new Error();
  return f;
}
function constantZero() {
  return 0;
}
function constant(x) {
  return function() {
    return x;
  };
}
function roundNode(node) {
  node.x0 = Math.round(node.x0);
  node.y0 = Math.round(node.y0);
  node.x1 = Math.round(node.x1);
  node.y1 = Math.round(node.y1);
}
function treemapDice(parent, x0, y0, x1, y1) {
  var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (x1 - x0) / parent.value;
  while (++i < n) {
    node = nodes[i], node.y0 = y0, node.y1 = y1;
    node.x0 = x0, node.x1 = x0 += node.value * k;
  }
}
function TreeNode(node, i) {
  this._ = node;
  this.parent = null;
  this.children = null;
  this.A = null;
  this.a = this;
  this.z = 0;
  this.m = 0;
  this.c = 0;
  this.s = 0;
  this.t = null;
  this.i = i;
}
TreeNode.prototype = Object.create(Node$1.prototype);
function treemapSlice(parent, x0, y0, x1, y1) {
  var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (y1 - y0) / parent.value;
  while (++i < n) {
    node = nodes[i], node.x0 = x0, node.x1 = x1;
    node.y0 = y0, node.y1 = y0 += node.value * k;
  }
}
var phi = (1 + Math.sqrt(5)) / 2;
function squarifyRatio(ratio, parent, x0, y0, x1, y1) {
  var rows = [], nodes = parent.children, row, nodeValue, i0 = 0, i1 = 0, n = nodes.length, dx, dy, value2 = parent.value, sumValue, minValue, maxValue, newRatio, minRatio, alpha, beta;
  while (i0 < n) {
    dx = x1 - x0, dy = y1 - y0;
    do
      sumValue = nodes[i1++].value;
    while (!sumValue && i1 < n);
    minValue = maxValue = sumValue;
    alpha = Math.max(dy / dx, dx / dy) / (value2 * ratio);
    beta = sumValue * sumValue * alpha;
    minRatio = Math.max(maxValue / beta, beta / minValue);
    for (; i1 < n; ++i1) {
      sumValue += nodeValue = nodes[i1].value;
      if (nodeValue < minValue) minValue = nodeValue;
      if (nodeValue > maxValue) maxValue = nodeValue;
      beta = sumValue * sumValue * alpha;
      newRatio = Math.max(maxValue / beta, beta / minValue);
      if (newRatio > minRatio) {
        sumValue -= nodeValue;
        break;
      }
      minRatio = newRatio;
    }
    rows.push(row = { value: sumValue, dice: dx < dy, children: nodes.slice(i0, i1) });
    if (row.dice) treemapDice(row, x0, y0, x1, value2 ? y0 += dy * sumValue / value2 : y1);
    else treemapSlice(row, x0, y0, value2 ? x0 += dx * sumValue / value2 : x1, y1);
    value2 -= sumValue, i0 = i1;
  }
  return rows;
}
var squarify = (function custom(ratio) {
  function squarify3(parent, x0, y0, x1, y1) {
    squarifyRatio(ratio, parent, x0, y0, x1, y1);
  }
  squarify3.ratio = function(x) {
    return custom((x = +x) > 1 ? x : 1);
  };
  return squarify3;
})(phi);
function index() {
  var tile = squarify, round2 = false, dx = 1, dy = 1, paddingStack = [0], paddingInner = constantZero, paddingTop = constantZero, paddingRight = constantZero, paddingBottom = constantZero, paddingLeft = constantZero;
  function treemap(root) {
    root.x0 = root.y0 = 0;
    root.x1 = dx;
    root.y1 = dy;
    root.eachBefore(positionNode);
    paddingStack = [0];
    if (round2) root.eachBefore(roundNode);
    return root;
  }
  function positionNode(node) {
    var p = paddingStack[node.depth], x0 = node.x0 + p, y0 = node.y0 + p, x1 = node.x1 - p, y1 = node.y1 - p;
    if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
    if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
    node.x0 = x0;
    node.y0 = y0;
    node.x1 = x1;
    node.y1 = y1;
    if (node.children) {
      p = paddingStack[node.depth + 1] = paddingInner(node) / 2;
      x0 += paddingLeft(node) - p;
      y0 += paddingTop(node) - p;
      x1 -= paddingRight(node) - p;
      y1 -= paddingBottom(node) - p;
      if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
      if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
      tile(node, x0, y0, x1, y1);
    }
  }
  treemap.round = function(x) {
    return arguments.length ? (round2 = !!x, treemap) : round2;
  };
  treemap.size = function(x) {
    return arguments.length ? (dx = +x[0], dy = +x[1], treemap) : [dx, dy];
  };
  treemap.tile = function(x) {
    return arguments.length ? (tile = required(x), treemap) : tile;
  };
  treemap.padding = function(x) {
    return arguments.length ? treemap.paddingInner(x).paddingOuter(x) : treemap.paddingInner();
  };
  treemap.paddingInner = function(x) {
    return arguments.length ? (paddingInner = typeof x === "function" ? x : constant(+x), treemap) : paddingInner;
  };
  treemap.paddingOuter = function(x) {
    return arguments.length ? treemap.paddingTop(x).paddingRight(x).paddingBottom(x).paddingLeft(x) : treemap.paddingTop();
  };
  treemap.paddingTop = function(x) {
    return arguments.length ? (paddingTop = typeof x === "function" ? x : constant(+x), treemap) : paddingTop;
  };
  treemap.paddingRight = function(x) {
    return arguments.length ? (paddingRight = typeof x === "function" ? x : constant(+x), treemap) : paddingRight;
  };
  treemap.paddingBottom = function(x) {
    return arguments.length ? (paddingBottom = typeof x === "function" ? x : constant(+x), treemap) : paddingBottom;
  };
  treemap.paddingLeft = function(x) {
    return arguments.length ? (paddingLeft = typeof x === "function" ? x : constant(+x), treemap) : paddingLeft;
  };
  return treemap;
}
var resquarify = (function custom2(ratio) {
  function resquarify2(parent, x0, y0, x1, y1) {
    if ((rows = parent._squarify) && rows.ratio === ratio) {
      var rows, row, nodes, i, j = -1, n, m = rows.length, value2 = parent.value;
      while (++j < m) {
        row = rows[j], nodes = row.children;
        for (i = row.value = 0, n = nodes.length; i < n; ++i) row.value += nodes[i].value;
        if (row.dice) treemapDice(row, x0, y0, x1, value2 ? y0 += (y1 - y0) * row.value / value2 : y1);
        else treemapSlice(row, x0, y0, value2 ? x0 += (x1 - x0) * row.value / value2 : x1, y1);
        value2 -= row.value;
      }
    } else {
      parent._squarify = rows = squarifyRatio(ratio, parent, x0, y0, x1, y1);
      rows.ratio = ratio;
    }
  }
  resquarify2.ratio = function(x) {
    return custom2((x = +x) > 1 ? x : 1);
  };
  return resquarify2;
})(phi);
function squarify2(weights, whole2) {
  const nothing2 = weights.map(() => ({ ...whole2, width: 0, height: 0 }));
  if (whole2.width <= 0 || whole2.height <= 0 || !weights.some((weight) => weight > 0)) return nothing2;
  const parts = { children: weights.map((weight) => ({ weight })) };
  const root = hierarchy(parts, ({ children }) => children).sum(({ weight = 0 }) => weight);
  const placed = index().tile(squarify.ratio(1)).size([whole2.width, whole2.height])(root);
  return (placed.children ?? []).map(({ x0, y0, x1, y1 }) => ({
    x: whole2.x + x0,
    y: whole2.y + y0,
    width: x1 - x0,
    height: y1 - y0
  }));
}
function filesOf(listing) {
  return listing.flatMap(
    (layer, index2) => layer.groups.length > 0 || layer.rest.files > 0 ? [import_chunk_QDS7VTX7.markup`<script type="text/plain" class="files" data-layer="${index2}">${(0, import_chunk_QDS7VTX7.verbatim)(packed(layer))}</script> `] : []
  );
}
function packed({ groups, rest }) {
  const data = JSON.stringify({ groups: groups.map(packedGroup), rest });
  return (0, import_node_zlib.deflateRawSync)(data, { level: 6 }).toString("base64");
}
var hidingWords = {
  deleted: "deletes it",
  "directory-deleted": "deletes its folder",
  opaque: "replaces its folder",
  overwritten: "overwrites it",
  "metadata-only": "changes only its mode, owner or time"
};
function packedGroup({ kind, package: name, hidden, paths, bytes: bytes2 }) {
  const kept = [];
  const tails = [];
  let before2 = "";
  for (const path of paths) {
    let same = 0;
    while (same < before2.length && before2.charCodeAt(same) === path.charCodeAt(same)) same += 1;
    kept.push(same);
    tails.push(path.slice(same));
    before2 = path;
  }
  const hiding = hidden && `hidden: layer ${hidden.by} ${hidingWords[hidden.how]}`;
  return { kind, name: name ?? hiding ?? "", kept, tails, bytes: bytes2 };
}
var page = { x: 0, y: 0, width: 1e3, height: 520 };
var titleHeight = 20;
function treemapOf(image, imageIndex, listing = []) {
  const { measurement } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const layers2 = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  if (layers2.length === 0) return import_chunk_QDS7VTX7.markup``;
  const places = squarify2(
    layers2.map(({ bytes: bytes2 }) => bytes2),
    page
  );
  const id = `map-${imageIndex}`;
  const overview2 = layers2.map((layer, index2) => layerGroup(layer, places[index2] ?? page, id));
  const details2 = layers2.map((layer) => layerMap(layer, id));
  return import_chunk_QDS7VTX7.markup`<h3>Where the bytes are</h3>
    <p class="legend">
      <span class="key package"></span> package <span class="key folder"></span> folder
      <span class="key rest"></span> other files <span class="key hidden"></span> hidden by a later layer
    </p>
    <div class="maps" id="${id}">
      <p class="crumbs">
        <button type="button" class="all" data-map="${id}" disabled>All layers</button> <span class="levels"></span> <span class="here"></span>
      </p>
      <svg class="patterns" width="0" height="0" aria-hidden="true">
        <pattern id="${id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-back" width="8" height="8"></rect>
          <rect class="hatch-line" width="2" height="8"></rect>
        </pattern>
      </svg>
      <svg
        class="map"
        data-layer="all"
        viewBox="0 0 ${page.width} ${page.height}"
        role="group"
        aria-label="Layers by bytes"
      >
        ${overview2}
      </svg>
      ${details2}
      <svg class="map opened" viewBox="0 0 ${page.width} ${page.height}" role="group" hidden></svg>
      ${filesOf(listing)}
      <p class="detail" role="status" aria-live="polite">
        Point at an area or use the arrow keys; Enter opens one, Escape goes back.
      </p>
    </div>`;
}
function layerGroup(layer, place2, mapId) {
  const title = `${titleOf(layer)}: ${layer.name}`;
  return import_chunk_QDS7VTX7.markup`<g
    class="layer ${layer.isBase ? "base" : "own"}"
    tabindex="0"
    role="button"
    data-open="${layer.index}"
    data-title="${title}"
    aria-label="${title}"
    >${areasOf(layer, place2, mapId)}</g
  > `;
}
function drawnLayer(layer, place2, mapId) {
  return import_chunk_QDS7VTX7.markup`<g class="drawn" data-title="${`${titleOf(layer)}: ${layer.name}`}">${areasOf(layer, place2, mapId)}</g> `;
}
function areasOf(layer, place2, mapId) {
  const inner = inset(place2, place2.height > titleHeight * 2 ? titleHeight : 2);
  const places = squarify2(
    layer.shares.map(({ bytes: bytes2 }) => bytes2),
    inner
  );
  const cells = layer.shares.map((share, index2) => cell(share, places[index2] ?? inner, mapId, false));
  const label2 = place2.height > titleHeight * 2 && place2.width > 60 ? fittedText(titleOf(layer), place2, 14) : import_chunk_QDS7VTX7.markup``;
  return import_chunk_QDS7VTX7.markup`<rect class="frame" ${box(place2)}></rect>${label2}${cells}`;
}
function layerMap(layer, mapId) {
  const places = squarify2(
    layer.shares.map(({ bytes: bytes2 }) => bytes2),
    page
  );
  const cells = layer.shares.map((share, index2) => cell(share, places[index2] ?? page, mapId, true));
  return import_chunk_QDS7VTX7.markup`<svg
    class="map"
    data-layer="${layer.index}"
    data-name="${`${titleOf(layer)}: ${layer.name}`}"
    viewBox="0 0 ${page.width} ${page.height}"
    role="group"
    aria-label="${titleOf(layer)}"
    hidden
  >
    ${cells}
  </svg> `;
}
function cell(share, place2, mapId, focusable) {
  const title = `${(0, import_chunk_HT5NMFAD.visible)(share.name, 120)} ${(0, import_chunk_CCPWSZ7L.formatBytes)(share.bytes)}${share.kind === "hidden" ? ", hidden" : ""}`;
  const label2 = place2.width > 50 && place2.height > 18 ? fittedText(title, place2, 12) : import_chunk_QDS7VTX7.markup``;
  const fill = share.kind === "hidden" ? import_chunk_QDS7VTX7.markup` fill="url(#${mapId}-hatch)"` : "";
  const focus = focusable ? import_chunk_QDS7VTX7.markup` tabindex="0" role="img" aria-label="${title}"` : "";
  return import_chunk_QDS7VTX7.markup`<g
    class="cell ${share.kind}"
    data-path="${share.name}"
    data-search="${share.name.toLowerCase()}"
    data-title="${title}"
    ${focus}
    ><rect ${box(place2)}${fill}></rect>${label2}</g
  >`;
}
function titleOf({ index: index2, isBase, bytes: bytes2 }) {
  return `${isBase ? "base layer" : "layer"} ${index2}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes2)}`;
}
function fittedText(title, { x, y, width }, size) {
  const room = Math.floor((width - 10) / (size * 0.55));
  const shown = title.length > room ? `${title.slice(0, Math.max(1, room - 1))}…` : title;
  return import_chunk_QDS7VTX7.markup`<text x="${round(x + 5)}" y="${round(y + size + 1)}" font-size="${size}">${shown}</text>`;
}
function box({ x, y, width, height }) {
  return import_chunk_QDS7VTX7.markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}
function inset({ x, y, width, height }, top) {
  return { x: x + 2, y: y + top, width: Math.max(0, width - 4), height: Math.max(0, height - top - 2) };
}
function round(length) {
  return Math.round(length * 100) / 100;
}
var whole = { width: 1e3, height: 520 };
function besideOf(image, imageIndex) {
  const sides = sidesOf(image).filter(({ measurement }) => measurement.unpackedBytes > 0);
  if (sides.length < 2) return import_chunk_QDS7VTX7.markup``;
  const largestBytes = Math.max(...sides.map(({ measurement }) => measurement.unpackedBytes));
  return import_chunk_QDS7VTX7.markup`<details class="maps">
    <summary>Side by side, on one scale (${sides.length})</summary>
    <div class="beside">${sides.map((side) => figureOf(side, largestBytes, `map-${imageIndex}`))}</div>
    <p class="detail" role="status" aria-live="polite">Point at an area to see what it is.</p>
  </details>`;
}
function sidesOf({ variants, gated, baseline }) {
  const before2 = baseline.state === "found" ? [{ name: `base: ${baseline.from}`, measurement: baseline.measurement }] : [];
  const isGated = ({ name }) => name === gated;
  return [...before2, ...variants.filter(isGated), ...variants.filter((side) => !isGated(side))];
}
function figureOf({ name, measurement }, largestBytes, mapId) {
  const { unpackedBytes } = measurement;
  const scale = Math.sqrt(unpackedBytes / largestBytes);
  const place2 = { x: 0, y: 0, width: whole.width * scale, height: whole.height * scale };
  const layers2 = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  const places = squarify2(
    layers2.map(({ bytes: bytes2 }) => bytes2),
    place2
  );
  return import_chunk_QDS7VTX7.markup`<figure>
    <figcaption><code>${name}</code> ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}</figcaption>
    <svg
      class="map"
      viewBox="0 0 ${whole.width} ${whole.height}"
      role="img"
      aria-label="${`${name}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}`}"
    >
      ${layers2.map((layer, index2) => drawnLayer(layer, places[index2] ?? place2, mapId))}
    </svg>
  </figure>`;
}
var clientFiles = String.raw`
const mostCells = 300;
const unpacked = new Map();

/** The groups of a layer, each with its paths in order and the sums of the bytes before each of them. */
function filesOf(maps, layer) {
  const source = maps.querySelector('.files[data-layer="' + layer + '"]');
  if (source && !unpacked.has(source)) unpacked.set(source, unpack(source.textContent));
  return source && unpacked.get(source);
}

async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const { groups, rest } = JSON.parse(await new Response(stream).text());
  return { rest, groups: groups.map(({ kind, name, kept, tails, bytes }) => {
    let path = '';
    const paths = tails.map((tail, at) => (path = path.slice(0, kept[at]) + tail));
    const sums = new Float64Array(bytes.length + 1);
    for (const [at, one] of bytes.entries()) sums[at + 1] = sums[at] + one;
    return { kind, name, paths, sums };
  }) };
}

/** Files of a group from one to another, all below one folder. */
function part(group, from, to, { prefix, name, above = '' }) {
  const bytes = group.sums[to] - group.sums[from];
  const kind = group.kind === 'other' ? (to - from > 1 ? 'folder' : 'rest') : group.kind;
  return { kind, group, from, to, prefix, above, bytes, name, opens: to - from > 1 };
}

/** What is directly below a folder: folders and files. */
function partsOf({ group, from, to, prefix }) {
  const { paths } = group;
  const parts = [];
  for (let at = from; at < to;) {
    const cut = paths[at].indexOf('/', prefix.length);
    const below = cut < 0 ? paths[at] : paths[at].slice(0, cut + 1);
    const end = cut < 0 ? at + 1 : endOf(paths, at, to, below);
    const isFile = end - at === 1;
    parts.push(part(group, at, end, isFile ? { name: paths[at], above: prefix } : { ...unbranched(paths, at, end, below), above: prefix }));
    at = end;
  }
  return parts;
}

/** A folder that holds one folder and nothing else is named with it. */
function unbranched(paths, from, to, folder) {
  for (let prefix = folder;;) {
    const cut = paths[from].indexOf('/', prefix.length);
    const below = paths[from].slice(0, cut + 1);
    if (cut < 0 || !paths[to - 1].startsWith(below)) return { prefix, name: prefix };
    prefix = below;
  }
}

/** The first path from here on that is not below a folder: paths are in order, so it is found by halving. */
function endOf(paths, from, to, folder) {
  let inside = from;
  let outside = to;
  while (outside - inside > 1) {
    const middle = (inside + outside) >> 1;
    if (paths[middle].startsWith(folder)) inside = middle; else outside = middle;
  }
  return outside;
}

/** The top of a layer: its packages, and the folders of what belongs to none, visible and hidden. */
function partsOfLayer({ groups, rest }) {
  const parts = groups.flatMap((group) => group.kind === 'package'
    ? [part(group, 0, group.paths.length, { prefix: '/', name: group.name })]
    : partsOf({ group, from: 0, to: group.paths.length, prefix: '/' }));
  const unlisted = (bytes, kind, what) => bytes > 0 ? [{ kind, bytes, name: what + ' of the ' + rest.files.toLocaleString('en') + ' smallest, which are not listed', opens: false }] : [];
  return [...parts, ...unlisted(rest.visibleBytes, 'rest', 'visible files'), ...unlisted(rest.hiddenBytes, 'hidden', 'hidden files')];
}

/** The largest as areas, and what is left as one area that opens: visible and hidden apart. */
function aggregated(parts) {
  const ordered = parts.sort((one, other) => other.bytes - one.bytes);
  if (ordered.length <= mostCells) return ordered;
  const small = ordered.slice(mostCells - 2);
  const sumOf = (list, kind) => list.length === 0 ? [] : [{
    kind, parts: list, opens: true, bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
    name: list.length.toLocaleString('en') + ' smaller ones',
  }];
  return [
    ...ordered.slice(0, mostCells - 2),
    ...sumOf(small.filter(({ kind }) => kind !== 'hidden'), 'rest'),
    ...sumOf(small.filter(({ kind }) => kind === 'hidden'), 'hidden'),
  ].sort((one, other) => other.bytes - one.bytes);
}

/** What an area shows once it is opened. */
function levelOf(item) {
  const parts = item.parts ?? partsOf(item);
  const [only, ...others] = parts;
  return { item, title: wordsOf(item), items: aggregated(others.length === 0 && only.opens ? partsOf(only) : parts) };
}

function wordsOf({ name, bytes, group, from, to, opens }) {
  const count = group && opens ? ', ' + (to - from).toLocaleString('en') + ' files' : '';
  return ours.visible(name, 300) + ' ' + ours.formatBytes(bytes) + count + (group?.kind === 'hidden' ? ', ' + group.name : '');
}

/** Every file whose path has these words, as [group, index] of each layer, up to so many. */
function matchesIn({ groups }, words, most) {
  const found = [];
  let count = 0;
  for (const group of groups) for (const [at, path] of group.paths.entries()) if (path.toLowerCase().includes(words)) {
    count += 1;
    if (found.length < most) found.push([group, at]);
  }
  return { found, count };
}
`;
var clientLevels = String.raw`
const levels = new WeakMap();
const inSvg = (name, values, text) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

/** Draws the last level of a stack in the map of its own. */
function draw(maps, stack) {
  levels.set(maps, stack);
  const map = maps.querySelector('.map.opened');
  const { items, title } = stack.at(-1);
  const places = ours.squarify(items.map(({ bytes }) => bytes), { x: 0, y: 0, width: 1000, height: 520 });
  map.replaceChildren(...items.map((item, index) => cellOf(item, index, places[index], maps.id)));
  map.setAttribute('aria-label', title);
  for (const other of all('.map', maps)) other.toggleAttribute('hidden', other !== map);
  maps.querySelector('.all').disabled = false;
  maps.querySelector('.here').textContent = title;
  maps.querySelector('.levels').replaceChildren(...stack.slice(0, -1).map((level, depth) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = depth === 0 ? level.short : ours.visible(level.item.name, 40);
    button.addEventListener('click', () => { draw(maps, stack.slice(0, depth + 1)); focusFirst(maps); });
    return button;
  }));
}

function cellOf(item, index, { x, y, width, height }, id) {
  const words = wordsOf(item);
  const shown = item.above && words.startsWith(item.above) ? words.slice(item.above.length) : words;
  const role = item.opens ? 'button' : 'img';
  const cell = inSvg('g', { class: 'cell ' + item.kind + (item.opens ? ' opens' : ''), tabindex: '0', role, 'aria-label': words, 'data-title': words, 'data-item': index });
  cell.append(inSvg('rect', { x, y, width, height, ...(item.kind === 'hidden' && { fill: 'url(#' + id + '-hatch)' }) }));
  const room = Math.floor((width - 10) / 6.6);
  if (width > 50 && height > 18) cell.append(inSvg('text', { x: x + 5, y: y + 13, 'font-size': 12 }, shown.length > room ? shown.slice(0, room - 1) + '…' : shown));
  return cell;
}

const focusFirst = (maps) => maps.querySelector('.map:not([hidden]) [tabindex]')?.focus({ preventScroll: true });

/** Replaces the drawn map of a layer with one that opens down to its files, once they are unpacked. */
async function openFiles(maps, layer) {
  const reading = filesOf(maps, layer);
  if (!reading) return;
  const drawn = maps.querySelector('.map[data-layer="' + layer + '"]');
  const isStill = () => !drawn.hasAttribute('hidden');
  const top = topOf(await reading, drawn.dataset.name);
  if (!isStill()) return;
  draw(maps, [top]);
  focusFirst(maps);
}

const topOf = (files, name) => ({ title: name, short: name.split(',')[0], items: aggregated(partsOfLayer(files)) });

/** Opens an area of a level, or does nothing where it is a file. */
function enter(maps, index) {
  const stack = levels.get(maps);
  const item = stack?.at(-1).items[index];
  if (!item?.opens) return;
  draw(maps, [...stack, levelOf(item)]);
  focusFirst(maps);
}

/** One level up; undefined where there is none, so that all layers are next. */
function leave(maps) {
  const stack = levels.get(maps);
  const isOpen = !maps.querySelector('.map.opened').hasAttribute('hidden');
  if (!isOpen || stack.length < 2) return false;
  const left = stack.at(-1).item;
  draw(maps, stack.slice(0, -1));
  const cell = maps.querySelector('.opened [data-item="' + stack.at(-2).items.indexOf(left) + '"]');
  (cell ?? maps.querySelector('.opened [tabindex]')).focus({ preventScroll: true });
  return true;
}

/** Goes down to the level a file is on and marks it. */
async function lead(maps, layer, group, at) {
  const name = maps.querySelector('.map[data-layer="' + layer + '"]').dataset.name;
  const stack = [topOf(await filesOf(maps, layer), name)];
  const holds = (item) => item.parts?.some(holds) ?? (item.group === group && item.from <= at && at < item.to);
  let index = stack[0].items.findIndex(holds);
  while (stack.at(-1).items[index]?.opens) {
    stack.push(levelOf(stack.at(-1).items[index]));
    index = stack.at(-1).items.findIndex(holds);
  }
  draw(maps, stack);
  const cell = maps.querySelector('.opened [data-item="' + index + '"]');
  cell.classList.add('hit');
  maps.scrollIntoView({ block: 'center' });
  cell.focus({ preventScroll: true });
}

/** Leads to the first file that is one of these paths or below one. */
async function leadToAny(maps, paths) {
  for (const source of all('.files', maps)) for (const group of (await filesOf(maps, source.dataset.layer)).groups) {
    const at = group.paths.findIndex((path) => paths.some((wanted) => isBelow(path, wanted)));
    if (at >= 0) return lead(maps, source.dataset.layer, group, at);
  }
}

const mostFound = 50;

/** Lists files with these words, of all layers of all images. */
async function findFiles(words, isCurrent) {
  const list = document.getElementById('found');
  const found = [];
  let count = 0;
  if (words !== '') for (const source of all('.files')) {
    const maps = source.closest('.maps');
    const { layer } = source.dataset;
    const matches = matchesIn(await filesOf(maps, layer), words, mostFound - found.length);
    if (!isCurrent()) return;
    count += matches.count;
    for (const [group, at] of matches.found) found.push({ maps, layer, group, at });
  }
  list.replaceChildren(...found.map(({ maps, layer, group, at }) => {
    const line = document.createElement('li');
    const button = document.createElement('button');
    const path = document.createElement('code');
    path.textContent = ours.visible(group.paths[at], 200);
    const said = ' ' + ours.formatBytes(group.sums[at + 1] - group.sums[at]) + ', layer ' + layer + (group.kind === 'hidden' ? ', ' + group.name : group.kind === 'package' ? ', of ' + ours.visible(group.name, 80) : '');
    button.type = 'button';
    button.append(path, said);
    button.addEventListener('click', () => lead(maps, layer, group, at));
    line.append(button);
    return line;
  }));
  return count;
}
`;
var clientScript = String.raw`
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const search = document.getElementById('search');

function open(maps, layer) {
  for (const map of all('.map', maps)) map.toggleAttribute('hidden', map.dataset.layer !== layer);
  const shown = maps.querySelector('.map:not([hidden])');
  maps.querySelector('.all').disabled = layer === 'all';
  maps.querySelector('.here').textContent = shown.dataset.name ?? '';
  maps.querySelector('.levels').replaceChildren();
  shown.querySelector('[tabindex]')?.focus();
  if (layer !== 'all') openFiles(maps, layer);
}

function mark() {
  const words = search.value.trim().toLowerCase();
  document.body.classList.toggle('searching', words !== '');
  let matches = 0;
  for (const element of all('[data-search]')) {
    const isMatch = words !== '' && element.dataset.search.includes(words);
    const isCell = element.classList.contains('cell');
    if (isCell) element.classList.toggle('hit', isMatch);
    else element.classList.toggle('miss', words !== '' && !isMatch);
    if (isMatch && !isCell) matches += 1;
  }
  for (const part of all('details')) if (words !== '' && part.querySelector('tr[data-search]:not(.miss)')) part.open = true;
  sayMatches(words, matches);
  clearTimeout(searching);
  searching = setTimeout(async () => {
    const files = await findFiles(words, () => search.value.trim().toLowerCase() === words);
    if (files) sayMatches(words, matches, files);
  }, 150);
}
let searching;

function sayMatches(words, lines, files = 0) {
  const counted = (count, one) => count.toLocaleString('en') + ' ' + one + (count === 1 ? '' : 's');
  const both = [...(lines > 0 || files === 0 ? [counted(lines, 'line')] : []), ...(files > 0 ? [counted(files, 'file')] : [])].join(' and ');
  document.getElementById('matches').textContent = words === '' ? '' : both + (lines + files === 1 ? ' matches' : ' match');
}

function isBelow(path, folder) {
  return path === folder || path.startsWith(folder + '/');
}

function show(button) {
  const paths = all('code[data-path]', button.closest('li')).map((code) => code.dataset.path);
  const maps = button.closest('.image').querySelector('.maps');
  if (!maps) return;
  open(maps, 'all');
  for (const cell of all('.cell', maps)) {
    const name = cell.dataset.path;
    cell.classList.toggle('hit', paths.some((path) => isBelow(path, name) || isBelow(name, path)));
  }
  maps.scrollIntoView({ block: 'center' });
  if (!maps.querySelector('.cell.hit')) leadToAny(maps, paths);
}

// The next area in the direction of an arrow: nearest edge first, then what lies most level.
function step(event, current) {
  const isAcross = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
  const isForward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
  const spans = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return isAcross ? [left, right, top, bottom] : [top, bottom, left, right];
  };
  const [start, end, near, far] = spans(current);
  const next = all('[tabindex]', current.closest('.map')).filter((cell) => cell !== current).map((cell) => {
    const [cellStart, cellEnd, cellNear, cellFar] = spans(cell);
    const ahead = isForward ? cellStart - end : start - cellEnd;
    const apart = Math.max(0, cellNear - far, near - cellFar);
    return { cell, ahead, order: ahead + 2 * apart + Math.abs(cellNear + cellFar - near - far) / 1000 };
  }).filter(({ ahead }) => ahead > -3).sort((one, other) => one.order - other.order)[0];
  next?.cell.focus();
}

search.addEventListener('input', mark);
document.addEventListener('click', (event) => {
  const layer = event.target.closest('.layer');
  if (layer) open(layer.closest('.maps'), layer.dataset.open);
  const area = event.target.closest('.opens');
  if (area) enter(area.closest('.maps'), area.dataset.item);
  const back = event.target.closest('.all');
  if (back) open(back.closest('.maps'), 'all');
  const button = event.target.closest('.show');
  if (button) show(button);
});
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && event.target !== search) { event.preventDefault(); search.focus(); }
  const current = event.target.closest?.('.map [tabindex]');
  if (!current) return;
  if (event.key.startsWith('Arrow')) { event.preventDefault(); step(event, current); }
  if ((event.key === 'Enter' || event.key === ' ') && current.matches('.layer')) { event.preventDefault(); open(current.closest('.maps'), current.dataset.open); }
  if ((event.key === 'Enter' || event.key === ' ') && current.matches('.opens')) { event.preventDefault(); enter(current.closest('.maps'), current.dataset.item); }
  if (event.key === 'Escape' && !leave(current.closest('.maps'))) open(current.closest('.maps'), 'all');
});
for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => {
  const named = event.target.closest?.('[data-title]');
  if (named) named.closest('.maps').querySelector('.detail').textContent = named.dataset.title;
});
`;
function notJudged({ baseline }) {
  if (baseline.state === "none" || baseline.notJudged === void 0) return void 0;
  return `What the rules found before is not known: ${baseline.notJudged}`;
}
function rulesSince({ rulesSince: since }) {
  const lines = [
    { label: "New since the baseline", rules: since?.broken ?? [] },
    { label: "Fixed since the baseline", rules: since?.fixed ?? [] }
  ];
  return lines.filter(({ rules }) => rules.length > 0);
}
function findingsOf(image) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
  const list = lines.length === 0 ? "" : import_chunk_QDS7VTX7.markup`<ol class="findings">${lines.map(findingOf)}</ol>`;
  const since = rulesSince(image).map(
    ({ label: label2, rules }) => import_chunk_QDS7VTX7.markup`<p>${label2}: ${rules.map((rule) => import_chunk_QDS7VTX7.markup`<code>${rule}</code> `)}</p>`
  );
  const why = notJudged(image);
  const names = image.passed.map((rule) => import_chunk_QDS7VTX7.markup`<code>${rule}</code> `);
  const passed = import_chunk_QDS7VTX7.markup`<p class="passed">${(0, import_chunk_DRSZDVSV.plural)(names.length, "rule")} passed${names.length > 0 ? ": " : ""}${names}</p>`;
  const notChecked2 = (0, import_chunk_DRSZDVSV.notCheckedByReason)(image).map(
    ([reason, rules]) => import_chunk_QDS7VTX7.markup`<p>Not checked, counted as passed: ${(0, import_chunk_QDS7VTX7.prose)(reason)} ${rules.map((rule) => import_chunk_QDS7VTX7.markup`<code>${rule}</code> `)}</p>`
  );
  return import_chunk_QDS7VTX7.markup`<h3>Policy</h3>
    ${since} ${why === void 0 ? "" : import_chunk_QDS7VTX7.markup`<p>${(0, import_chunk_QDS7VTX7.prose)(why)}</p>`} ${list} ${passed} ${notChecked2}`;
}
function findingOf(line) {
  const { standing, wasChecked, rule, message, location, paths, toPass: toPass2, waiver } = line;
  const names = paths.slice(0, 50).map((path) => import_chunk_QDS7VTX7.markup`<code data-path="${path}">${path}</code> `);
  const show = paths.length > 0 ? import_chunk_QDS7VTX7.markup`<button type="button" class="show">Show its bytes</button>` : "";
  return import_chunk_QDS7VTX7.markup`<li class="${standing}" data-search="${`${rule} ${message} ${paths.join(" ")}`.toLowerCase()}">
    <b><code>${rule}</code></b> <span class="standing">${wasChecked ? standing : `${standing}, not checked`}</span><br />${(0, import_chunk_QDS7VTX7.prose)(message)}
    ${location ? import_chunk_QDS7VTX7.markup`<div>at <code>${(0, import_chunk_LUC4HMHJ.nameOfLines)(location)}</code></div>` : ""}${paths.length > 0 ? import_chunk_QDS7VTX7.markup`<div>in ${names}${show}</div>` : ""}${waiver ? import_chunk_QDS7VTX7.markup`<div>waived until ${waiver.expires} by <code>${waiver.owner}</code>: ${waiver.reason}</div>` : ""}${toPass2 === "" ? "" : import_chunk_QDS7VTX7.markup`<div>to pass: ${(0, import_chunk_QDS7VTX7.prose)(toPass2)}</div>`}
  </li>`;
}
var chartHeight = 60;
var columnWidth = 10;
function historyOf(image) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  if (!trend) return import_chunk_QDS7VTX7.markup``;
  const { rows, words } = trend;
  const longest = Math.max(1, ...rows.map(({ unpackedBytes }) => unpackedBytes));
  const columns3 = rows.map((row, index2) => {
    const height = Math.round(row.unpackedBytes / longest * chartHeight * 10) / 10;
    return import_chunk_QDS7VTX7.markup`<g><title>${nameOf(row)}: ${(0, import_chunk_CCPWSZ7L.formatBytes)(row.unpackedBytes)}${changeOf(row)}</title><rect
      class="${row.commit === void 0 ? "own" : "other"}" x="${index2 * columnWidth + 1}" y="${chartHeight - height}"
      width="${columnWidth - 2}" height="${height}"></rect></g>`;
  });
  return import_chunk_QDS7VTX7.markup`<h3>History</h3>
    <p>${words}</p>
    <svg
      class="bar history"
      preserveAspectRatio="xMinYMax"
      viewBox="0 0 ${rows.length * columnWidth} ${chartHeight}"
      role="img"
      aria-label="On disk, oldest first: ${rows.map(({ unpackedBytes }) => (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)).join(", ")}"
    >
      ${columns3}
    </svg>`;
}
function nameOf({ commit, day = "", release }) {
  if (commit === void 0) return "this change";
  return [commit.slice(0, 12), release ?? "", day].filter((part2) => part2 !== "").join(" · ");
}
var changeOf = ({ deltaBytes }) => deltaBytes === void 0 || deltaBytes === 0 ? "" : ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)})`;
function variantKinds({ variants }) {
  if (variants.length < 2) return void 0;
  const sorted = variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes);
  const isSplit = sorted.every(({ measurement }) => isOwnKnown(measurement));
  const bytes2 = sorted.map(({ measurement }) => bytesByKind(measurement, isSplit));
  const kinds = import_chunk_MREQEIZZ.contentKinds.map((kind) => ({
    name: isSplit && kind === "base-system" ? "system files added" : import_chunk_SBBVQVTE.kindNames[kind],
    bytes: bytes2.map((of) => of.kinds.get(kind) ?? 0)
  }));
  const base = { name: "base image", bytes: bytes2.map((of) => of.base) };
  return {
    variants: sorted.map(({ name }) => name),
    rows: [...kinds, base].filter((row) => row.bytes.some((one) => one > 0)).toSorted((one, other) => Math.max(...other.bytes) - Math.max(...one.bytes))
  };
}
var isOwnKnown = ({ byKind }) => byKind.every(({ ownBytes }) => ownBytes !== void 0);
function bytesByKind({ byKind, unpackedBytes }, isSplit) {
  const kinds = new Map(byKind.map(({ kind, unpackedBytes: all, ownBytes = 0 }) => [kind, isSplit ? ownBytes : all]));
  const named = [...kinds.values()].reduce((sum, bytes2) => sum + bytes2, 0);
  return { kinds, base: unpackedBytes - named };
}
function numbersOf2(image) {
  const { baseline } = image;
  const hasBase = baseline.state === "found";
  const rows = (0, import_chunk_L33I45NO.numberRows)((0, import_chunk_SBBVQVTE.gatedOf)(image)).map(
    ({ label: label2, before: before2, after: after2, notes: notes2 }) => import_chunk_QDS7VTX7.markup`<tr>
        <th scope="row">${label2}</th>
        ${hasBase ? import_chunk_QDS7VTX7.markup`<td class="figure">${before2 ?? ""}</td>` : ""}
        <td class="figure"><b>${after2}</b></td>
        <td>${notes2.map((words, index2) => import_chunk_QDS7VTX7.markup`${index2 > 0 ? " · " : ""}${(0, import_chunk_QDS7VTX7.phrase)(words)}`)}</td>
      </tr>`
  );
  const reason = baseline.state === "none" ? import_chunk_QDS7VTX7.markup`<p>${(0, import_chunk_QDS7VTX7.prose)((0, import_chunk_L33I45NO.baselineWords)(baseline.reason))}</p>` : "";
  return import_chunk_QDS7VTX7.markup`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${hasBase ? import_chunk_QDS7VTX7.markup`<th scope="col">base</th>` : ""}
            <th scope="col">${hasBase ? "this change" : "this image"}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${reason}`;
}
function variantsOf2(image) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  if (comparisons.length === 0) return import_chunk_QDS7VTX7.markup``;
  const longest = Math.max(1, ...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const bars2 = image.variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes).map(({ name, measurement: { unpackedBytes } }) => {
    const share = Math.round(unpackedBytes / longest * 1e3) / 10;
    return import_chunk_QDS7VTX7.markup`<tr>
        <th scope="row"><code>${name}</code></th>
        <td class="figure">${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}</td>
        <td class="wide">
          <svg
            class="bar"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            role="img"
            aria-label="${share} % of the largest"
          >
            <rect class="${name === image.gated ? "own" : "other"}" width="${share}" height="4"></rect>
          </svg>
        </td>
      </tr>`;
  });
  const kinds = comparisons.map((comparison) => {
    const items = (0, import_chunk_SBBVQVTE.changedKinds)(comparison).map(
      ({ kind, deltaBytes }) => import_chunk_QDS7VTX7.markup`<li>${import_chunk_SBBVQVTE.kindNames[kind]} <b>${(0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)}</b></li>`
    );
    return import_chunk_QDS7VTX7.markup`<p>
        <code>${comparison.before}</code> → <code>${comparison.after}</code>:
        <b>${(0, import_chunk_CCPWSZ7L.formatDelta)(comparison.unpackedDeltaBytes)}</b>
      </p>
      <ul class="kinds">
        ${items}
      </ul>`;
  });
  return import_chunk_QDS7VTX7.markup`<h3>Ways of building</h3>
    <div class="scroll">
      <table class="bars">
        <tbody>
          ${bars2}
        </tbody>
      </table>
    </div>
    ${kinds} ${kindsTable(image)}`;
}
function carriedOf(image) {
  const carried = (0, import_chunk_L33I45NO.carriedBy)(image);
  if (!carried) return import_chunk_QDS7VTX7.markup``;
  return import_chunk_QDS7VTX7.markup`<p>
      <b>${carried.intro}</b>: ${carried.parts.map((words, index2) => import_chunk_QDS7VTX7.markup`${index2 > 0 ? ", " : ""}${(0, import_chunk_QDS7VTX7.phrase)(words)}`)}
    </p>`;
}
function kindsTable(image) {
  const found = variantKinds(image);
  if (!found) return import_chunk_QDS7VTX7.markup``;
  return import_chunk_QDS7VTX7.markup`<details>
    <summary>By kind</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${found.variants.map((name) => import_chunk_QDS7VTX7.markup`<th scope="col"><code>${name}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${found.rows.map(
    ({ name, bytes: bytes2 }) => import_chunk_QDS7VTX7.markup`<tr>
                <th scope="row">${name}</th>
                ${bytes2.map((one) => import_chunk_QDS7VTX7.markup`<td class="figure">${one === 0 ? "–" : (0, import_chunk_CCPWSZ7L.formatBytes)(one)}</td>`)}
              </tr>`
  )}
        </tbody>
      </table>
    </div>
  </details>`;
}
var pageFunctions = `/*
With parts of d3-hierarchy:

Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
*/
"use strict";var ours=(()=>{var R=Object.defineProperty;var D=Object.getOwnPropertyDescriptor;var j=Object.getOwnPropertyNames;var O=Object.prototype.hasOwnProperty;var V=(n,e)=>{for(var t in e)R(n,t,{get:e[t],enumerable:!0})},W=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of j(e))!O.call(n,a)&&a!==t&&R(n,a,{get:()=>e[a],enumerable:!(r=D(e,a))||r.enumerable});return n};var Z=n=>W(R({},"__esModule",{value:!0}),n);var bn={};V(bn,{formatBytes:()=>B,squarify:()=>T,visible:()=>I});var q=["B","kB","MB","GB","TB","PB"];function B(n){let e=n<0?"\\u2212":"",t=Math.abs(n),r=0;for(;r<q.length-1&&(r===0?t>=1e3:Number(t.toFixed(1))>=1e3);)t/=1e3,r+=1;return\`\${e}\${r===0?String(t):t.toFixed(1)} \${q[r]}\`}var F=/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000]/u,$=/^[ -~]*$/,K=/\\p{M}/u;var X={"\\n":"\\\\n","\\r":"\\\\r","	":"\\\\t"};function I(n,e=200){if(n.length<=e&&$.test(n))return n;let t=n.length>e*8?J(n,e*4):n,r=$.test(t)?t.split(""):G(t);return r.length<=e?r.join(""):Y(r,e)}function Y(n,e){let t=Math.ceil((e-1)/2);return\`\${n.slice(0,t).join("")}\\u2026\${n.slice(n.length-(e-1-t)).join("")}\`}function G(n){let e=0;return Array.from(n,t=>(e=K.test(t)?e+1:0,e>3||F.test(t)?H(t):t))}function H(n){let e=X[n];if(e!==void 0)return e;let t=n.codePointAt(0)??0;return t>=56448&&t<=56575?\`\\\\x\${(t-56320).toString(16)}\`:\`\\\\u{\${t.toString(16)}}\`}function J(n,e){return n.slice(0,e)+n.slice(-e)}function Q(n){var e=0,t=n.children,r=t&&t.length;if(!r)e=1;else for(;--r>=0;)e+=t[r].value;n.value=e}function U(){return this.eachAfter(Q)}function nn(n,e){let t=-1;for(let r of this)n.call(e,r,++t,this);return this}function en(n,e){for(var t=this,r=[t],a,f,u=-1;t=r.pop();)if(n.call(e,t,++u,this),a=t.children)for(f=a.length-1;f>=0;--f)r.push(a[f]);return this}function tn(n,e){for(var t=this,r=[t],a=[],f,u,c,s=-1;t=r.pop();)if(a.push(t),f=t.children)for(u=0,c=f.length;u<c;++u)r.push(f[u]);for(;t=a.pop();)n.call(e,t,++s,this);return this}function rn(n,e){let t=-1;for(let r of this)if(n.call(e,r,++t,this))return r}function un(n){return this.eachAfter(function(e){for(var t=+n(e.data)||0,r=e.children,a=r&&r.length;--a>=0;)t+=r[a].value;e.value=t})}function an(n){return this.eachBefore(function(e){e.children&&e.children.sort(n)})}function fn(n){for(var e=this,t=cn(e,n),r=[e];e!==t;)e=e.parent,r.push(e);for(var a=r.length;n!==t;)r.splice(a,0,n),n=n.parent;return r}function cn(n,e){if(n===e)return n;var t=n.ancestors(),r=e.ancestors(),a=null;for(n=t.pop(),e=r.pop();n===e;)a=n,n=t.pop(),e=r.pop();return a}function ln(){for(var n=this,e=[n];n=n.parent;)e.push(n);return e}function on(){return Array.from(this)}function sn(){var n=[];return this.eachBefore(function(e){e.children||n.push(e)}),n}function hn(){var n=this,e=[];return n.each(function(t){t!==n&&e.push({source:t.parent,target:t})}),e}function*dn(){var n=this,e,t=[n],r,a,f;do for(e=t.reverse(),t=[];n=e.pop();)if(yield n,r=n.children)for(a=0,f=r.length;a<f;++a)t.push(r[a]);while(t.length)}function M(n,e){n instanceof Map?(n=[void 0,n],e===void 0&&(e=yn)):e===void 0&&(e=pn);for(var t=new b(n),r,a=[t],f,u,c,s;r=a.pop();)if((u=e(r.data))&&(s=(u=Array.from(u)).length))for(r.children=u,c=s-1;c>=0;--c)a.push(f=u[c]=new b(u[c])),f.parent=r,f.depth=r.depth+1;return t.eachBefore(xn)}function gn(){return M(this).eachBefore(mn)}function pn(n){return n.children}function yn(n){return Array.isArray(n)?n[1]:null}function mn(n){n.data.value!==void 0&&(n.value=n.data.value),n.data=n.data.data}function xn(n){var e=0;do n.height=e;while((n=n.parent)&&n.height<++e)}function b(n){this.data=n,this.depth=this.height=0,this.parent=null}b.prototype=M.prototype={constructor:b,count:U,each:nn,eachAfter:tn,eachBefore:en,find:rn,sum:un,sort:an,path:fn,ancestors:ln,descendants:on,leaves:sn,links:hn,copy:gn,[Symbol.iterator]:dn};function vn(n){if(typeof n!="function")throw new Error;return n}function w(){return 0}function _(n){return function(){return n}}function wn(n){n.x0=Math.round(n.x0),n.y0=Math.round(n.y0),n.x1=Math.round(n.x1),n.y1=Math.round(n.y1)}function N(n,e,t,r,a){for(var f=n.children,u,c=-1,s=f.length,o=n.value&&(r-e)/n.value;++c<s;)u=f[c],u.y0=t,u.y1=a,u.x0=e,u.x1=e+=u.value*o}function _n(n,e){this._=n,this.parent=null,this.children=null,this.A=null,this.a=this,this.z=0,this.m=0,this.c=0,this.s=0,this.t=null,this.i=e}_n.prototype=Object.create(b.prototype);function C(n,e,t,r,a){for(var f=n.children,u,c=-1,s=f.length,o=n.value&&(a-t)/n.value;++c<s;)u=f[c],u.x0=e,u.x1=r,u.y0=t,u.y1=t+=u.value*o}var P=(1+Math.sqrt(5))/2;function E(n,e,t,r,a,f){for(var u=[],c=e.children,s,o,l=0,m=0,i=c.length,g,p,d=e.value,h,y,v,A,k,z,x;l<i;){g=a-t,p=f-r;do h=c[m++].value;while(!h&&m<i);for(y=v=h,z=Math.max(p/g,g/p)/(d*n),x=h*h*z,k=Math.max(v/x,x/y);m<i;++m){if(h+=o=c[m].value,o<y&&(y=o),o>v&&(v=o),x=h*h*z,A=Math.max(v/x,x/y),A>k){h-=o;break}k=A}u.push(s={value:h,dice:g<p,children:c.slice(l,m)}),s.dice?N(s,t,r,a,d?r+=p*h/d:f):C(s,t,r,d?t+=g*h/d:a,f),d-=h,l=m}return u}var S=(function n(e){function t(r,a,f,u,c){E(e,r,a,f,u,c)}return t.ratio=function(r){return n((r=+r)>1?r:1)},t})(P);function L(){var n=S,e=!1,t=1,r=1,a=[0],f=w,u=w,c=w,s=w,o=w;function l(i){return i.x0=i.y0=0,i.x1=t,i.y1=r,i.eachBefore(m),a=[0],e&&i.eachBefore(wn),i}function m(i){var g=a[i.depth],p=i.x0+g,d=i.y0+g,h=i.x1-g,y=i.y1-g;h<p&&(p=h=(p+h)/2),y<d&&(d=y=(d+y)/2),i.x0=p,i.y0=d,i.x1=h,i.y1=y,i.children&&(g=a[i.depth+1]=f(i)/2,p+=o(i)-g,d+=u(i)-g,h-=c(i)-g,y-=s(i)-g,h<p&&(p=h=(p+h)/2),y<d&&(d=y=(d+y)/2),n(i,p,d,h,y))}return l.round=function(i){return arguments.length?(e=!!i,l):e},l.size=function(i){return arguments.length?(t=+i[0],r=+i[1],l):[t,r]},l.tile=function(i){return arguments.length?(n=vn(i),l):n},l.padding=function(i){return arguments.length?l.paddingInner(i).paddingOuter(i):l.paddingInner()},l.paddingInner=function(i){return arguments.length?(f=typeof i=="function"?i:_(+i),l):f},l.paddingOuter=function(i){return arguments.length?l.paddingTop(i).paddingRight(i).paddingBottom(i).paddingLeft(i):l.paddingTop()},l.paddingTop=function(i){return arguments.length?(u=typeof i=="function"?i:_(+i),l):u},l.paddingRight=function(i){return arguments.length?(c=typeof i=="function"?i:_(+i),l):c},l.paddingBottom=function(i){return arguments.length?(s=typeof i=="function"?i:_(+i),l):s},l.paddingLeft=function(i){return arguments.length?(o=typeof i=="function"?i:_(+i),l):o},l}var zn=(function n(e){function t(r,a,f,u,c){if((s=r._squarify)&&s.ratio===e)for(var s,o,l,m,i=-1,g,p=s.length,d=r.value;++i<p;){for(o=s[i],l=o.children,m=o.value=0,g=l.length;m<g;++m)o.value+=l[m].value;o.dice?N(o,a,f,u,d?f+=(c-f)*o.value/d:c):C(o,a,f,d?a+=(u-a)*o.value/d:u,c),d-=o.value}else r._squarify=s=E(e,r,a,f,u,c),s.ratio=e}return t.ratio=function(r){return n((r=+r)>1?r:1)},t})(P);function T(n,e){let t=n.map(()=>({...e,width:0,height:0}));if(e.width<=0||e.height<=0||!n.some(u=>u>0))return t;let r={children:n.map(u=>({weight:u}))},a=M(r,({children:u})=>u).sum(({weight:u=0})=>u);return(L().tile(S.ratio(1)).size([e.width,e.height])(a).children??[]).map(({x0:u,y0:c,x1:s,y1:o})=>({x:e.x+u,y:e.y+c,width:s-u,height:o-c}))}return Z(bn);})();`;
var maxRows = 2e3;
function tablesOf(image) {
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const { effectiveCommand: effectiveCommand2, config } = measurement;
  const layers2 = measurement.perLayer.map((layer, index2) => {
    const command = (0, import_chunk_SBBVQVTE.commandOfLayer)(layer);
    const hiddenBytes = layer.unpackedBytes - layer.visibleBytes;
    return {
      search: command,
      cells: [
        import_chunk_QDS7VTX7.markup`${index2}`,
        import_chunk_QDS7VTX7.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes)}`,
        import_chunk_QDS7VTX7.markup`${hiddenBytes === 0 ? "" : (0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes)}`,
        import_chunk_QDS7VTX7.markup`${(0, import_chunk_QDS7VTX7.phrase)([(0, import_chunk_L33I45NO.placeOfLayer)(measurement, index2)])}`,
        import_chunk_QDS7VTX7.markup`<code>${command}</code>`
      ]
    };
  });
  const hidden = measurement.hidden.map(({ path, bytes: bytes2, addedBy, hiddenBy, how }) => ({
    search: path,
    cells: [
      import_chunk_QDS7VTX7.markup`<code>${path}</code>`,
      import_chunk_QDS7VTX7.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes2)}`,
      import_chunk_QDS7VTX7.markup`${(0, import_chunk_QDS7VTX7.phrase)([(0, import_chunk_L33I45NO.placeOfLayer)(measurement, hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[how], (0, import_chunk_L33I45NO.placeOfLayer)(measurement, addedBy), "wrote"])}`
    ]
  }));
  const folders = measurement.largest.map(({ path, bytes: bytes2, layer }) => ({
    search: path,
    cells: [import_chunk_QDS7VTX7.markup`<code>${path}</code>`, import_chunk_QDS7VTX7.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes2)}`, import_chunk_QDS7VTX7.markup`${layer}`]
  }));
  const packages = measurement.packages.toSorted((one, other) => other.bytes - one.bytes).map(({ name, version, bytes: bytes2, layer }) => ({
    search: name,
    cells: [
      import_chunk_QDS7VTX7.markup`<code>${name}</code>`,
      import_chunk_QDS7VTX7.markup`<code>${version}</code>`,
      import_chunk_QDS7VTX7.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes2)}`,
      import_chunk_QDS7VTX7.markup`${layer}`
    ]
  }));
  return import_chunk_QDS7VTX7.markup`${change ? changesOf2(change) : ""}
    ${tableOf("Layers", ["#", "on disk", "hidden", "where", "made by"], layers2)}
    ${tableOf("Hidden copies", ["path", "hidden", "how"], hidden)}
    ${tableOf("Largest folders", ["folder", "visible", "layer"], folders)}
    ${tableOf("Packages", ["package", "version", "visible", "layer"], packages)}
    <details>
      <summary>Effective command</summary>
      <p><code>${JSON.stringify(effectiveCommand2.argv)}</code></p>
      <p>${(0, import_chunk_QDS7VTX7.prose)(effectiveCommand2.explanation)}</p>
      <p>
        User
        ${config.user === "" ? "not set, so root" : import_chunk_QDS7VTX7.markup`<code>${config.user}</code>`}${config.workingDir === "" ? "" : import_chunk_QDS7VTX7.markup`, directory <code>${config.workingDir}</code>`}
      </p>
    </details>`;
}
function changesOf2(change) {
  const rewritten = (0, import_chunk_L33I45NO.rewrittenWords)(change);
  const changes = [
    ...change.packages.map((row) => changeRow(row, row.name, row.before, row.after)),
    ...change.grew.map((row) => changeRow(row, row.path)),
    ...change.config.map((row) => changeRow({}, row.field, row.before, row.after))
  ];
  return import_chunk_QDS7VTX7.markup`${rewritten === void 0 ? "" : import_chunk_QDS7VTX7.markup`<p>${rewritten}</p>`}
    ${tableOf("What changed", ["What", "difference", "base", "this change"], changes)}`;
}
function changeRow({ deltaBytes, ofBase }, name, before2, after2) {
  return {
    search: name,
    cells: [
      import_chunk_QDS7VTX7.markup`<code>${name}</code>${ofBase ? " (base image)" : ""}`,
      import_chunk_QDS7VTX7.markup`${deltaBytes === void 0 ? "" : (0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)}`,
      import_chunk_QDS7VTX7.markup`${before2 ?? ""}`,
      import_chunk_QDS7VTX7.markup`${after2 ?? ""}`
    ]
  };
}
function tableOf(title, columns3, rows) {
  if (rows.length === 0) return import_chunk_QDS7VTX7.markup``;
  const rest = rows.length - maxRows;
  const body = rows.slice(0, maxRows).map(
    ({ search, cells }) => import_chunk_QDS7VTX7.markup`<tr data-search="${search.toLowerCase()}">
        ${cells.map((cell2) => import_chunk_QDS7VTX7.markup`<td>${cell2}</td>`)}
      </tr>`
  );
  return import_chunk_QDS7VTX7.markup`<details>
    <summary>${title} (${rows.length})</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns3.map((column) => import_chunk_QDS7VTX7.markup`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? import_chunk_QDS7VTX7.markup`<p>… and ${rest} more</p>` : ""}
  </details>`;
}
var script = [pageFunctions, clientScript, clientFiles, clientLevels].join("\n");
function renderHtml(result, listings = /* @__PURE__ */ new Map()) {
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part2) => part2 !== void 0).join("@");
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(result.images);
  const standing = counts.error > 0 ? "error" : counts.warning > 0 || counts.unbuilt ? "warning" : "good";
  const page2 = import_chunk_QDS7VTX7.markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plimsoll: ${(0, import_chunk_DRSZDVSV.countsInWords)(counts)}</title>
        <style>${(0, import_chunk_QDS7VTX7.verbatim)(import_chunk_QDS7VTX7.style)}</style>
      </head>
      <body>
        <header>
          <h1>Plimsoll <span class="${standing}">${(0, import_chunk_DRSZDVSV.countsInWords)(counts)}</span></h1>
          <p>
            ${head === void 0 ? "" : import_chunk_QDS7VTX7.markup`<code>${head.slice(0, 7)}</code>`}${against === "" ? "" : import_chunk_QDS7VTX7.markup` against <code>${against}</code>`}
          </p>
          <label class="search">Search <input type="search" id="search" placeholder="path, package, rule" autocomplete="off" /></label>
          <p id="matches" role="status" aria-live="polite"></p>
          <ol id="found"></ol>
        </header>
        <main>
          ${result.notices.map(({ level, message }) => import_chunk_QDS7VTX7.markup`<p class="notice ${level}">${message}</p>`)}
          ${result.images.map((image, index2) => imageOf(image, index2, listings.get((0, import_chunk_GBGEQQ52.keyOfImage)(image))))}
        </main>
        <footer>
          Plimsoll ${result.tool.version} · policy <code>${result.policy.digest}</code> from
          ${result.policy.sources.map((source) => import_chunk_QDS7VTX7.markup`<code>${source}</code> `)}
        </footer>
        <script>${(0, import_chunk_QDS7VTX7.verbatim)(script)}</script>
      </body>
    </html>
`;
  return page2.source;
}
function imageOf(image, index2, listing) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return unmeasuredOf(image, index2);
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const delta2 = change ? ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes)})` : "";
  return import_chunk_QDS7VTX7.markup`<section class="image" aria-labelledby="image-${index2}">
    <h2 id="image-${index2}">
      <code>${image.name}</code> ${(0, import_chunk_CCPWSZ7L.formatBytes)(measurement.unpackedBytes)}${delta2}
      <small>${image.platform} · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}</small>
    </h2>
    ${numbersOf2(image)} ${historyOf(image)} ${variantsOf2(image)} ${carriedOf(image)} ${findingsOf(image)} ${treemapOf(image, index2, listing)} ${besideOf(image, index2)} ${tablesOf(image)}
  </section>`;
}
function unmeasuredOf(image, index2) {
  return import_chunk_QDS7VTX7.markup`<section class="image" aria-labelledby="image-${index2}">
    <h2 id="image-${index2}">
      <code>${image.name}</code> ${(0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)} <small>${image.platform} · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}</small>
    </h2>
    <p>${(0, import_chunk_SBBVQVTE.whyUnmeasured)(image)}</p>
    ${findingsOf(image)}
  </section>`;
}
function policy() {
  return import_chunk_QDS7VTX7.markup`default-src 'none'; style-src 'sha256-${hash(import_chunk_QDS7VTX7.style)}'; script-src 'sha256-${hash(script)}'; base-uri
  'none'; form-action 'none'`;
}
function hash(ours) {
  return (0, import_chunk_QDS7VTX7.verbatim)((0, import_node_crypto.createHash)("sha256").update(ours).digest("base64"));
}
function renderJunit({ images }) {
  const suites = images.map(suiteOf);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plimsoll">
${suites.join("")}</testsuites>
`;
}
function suiteOf(image) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image);
  const cases = [
    ...lines.map(caseOf),
    ...image.passed.map((rule) => openTag("testcase", { classname: image.name, name: rule }, true))
  ];
  const count2 = (kind) => lines.filter((line) => outcomeOf(line) === kind).length;
  const attributes = {
    name: image.name,
    tests: String(cases.length),
    failures: String(count2("failure")),
    errors: String(count2("error")),
    skipped: String(count2("skipped"))
  };
  return `  ${openTag("testsuite", attributes, false)}
${cases.map((one) => `    ${one}
`).join("")}  </testsuite>
`;
}
function outcomeOf({ standing, wasChecked }) {
  if (standing === "waived" || standing === "passed") return "skipped";
  if (standing === "warning") return "passed";
  return wasChecked ? "failure" : "error";
}
function caseOf(line) {
  const place2 = line.location ? (0, import_chunk_LUC4HMHJ.nameOfLines)(line.location) : "";
  const words = [line.message, ...line.paths.slice(0, 10), place2, line.toPass === "" ? "" : `To pass: ${line.toPass}`];
  const body = words.filter((word) => word !== "").map((word) => escape(word)).join("\n");
  const open = openTag(
    "testcase",
    { classname: line.image, name: place2 === "" ? line.rule : `${line.rule} at ${place2}` },
    false
  );
  const outcome = outcomeOf(line);
  if (outcome === "passed") return `${open}<system-out>Warning: ${body}</system-out></testcase>`;
  const message = line.waiver ? `Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}` : line.message;
  if (outcome === "skipped") return `${open}${openTag("skipped", { message }, true)}</testcase>`;
  return `${open}${openTag(outcome, { message, type: line.rule }, false)}${body}</${outcome}></testcase>`;
}
function openTag(name, attributes, isEmpty) {
  const text2 = Object.entries(attributes).map(([key, value2]) => ` ${key}="${escape(value2)}"`);
  return `<${name}${text2.join("")}${isEmpty ? "/" : ""}>`;
}
function escape(untrusted) {
  return (0, import_chunk_HT5NMFAD.visible)(untrusted, 1e3).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
function verdictMark({ error, warning, unbuilt = 0 }) {
  if (error > 0) return import_chunk_QDS7VTX7.gfm`❌`;
  return warning > 0 || unbuilt > 0 ? import_chunk_QDS7VTX7.gfm`⚠️` : import_chunk_QDS7VTX7.gfm`✅`;
}
function headline({ images, outcome }) {
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(images);
  const [first] = images;
  if (images.length === 1 && first) {
    return (0, import_chunk_QDS7VTX7.heading)(3, import_chunk_QDS7VTX7.gfm`Plimsoll · ${verdictMark(counts)} ${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))} · ${sizeOf(first)}`);
  }
  if (images.length === 0) return (0, import_chunk_QDS7VTX7.heading)(3, import_chunk_QDS7VTX7.gfm`Plimsoll · ✅ nothing to measure`);
  const failed = images.filter((image) => (0, import_chunk_DRSZDVSV.countsOf)([image]).error > 0).length;
  const share = outcome === "pass" ? `${(0, import_chunk_DRSZDVSV.plural)(images.length, "image")} passed` : `${failed} of ${(0, import_chunk_DRSZDVSV.plural)(images.length, "image")} failed`;
  return (0, import_chunk_QDS7VTX7.heading)(3, import_chunk_QDS7VTX7.gfm`Plimsoll · ${verdictMark(counts)} ${(0, import_chunk_QDS7VTX7.figures)(share)} · ${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))}`);
}
function sizeOf(image) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.code)(image.name)} ${(0, import_chunk_QDS7VTX7.text)((0, import_chunk_SBBVQVTE.unmeasuredInWords)(image))}`;
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const grown = change ? import_chunk_QDS7VTX7.gfm` (${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes))})` : import_chunk_QDS7VTX7.nothing;
  return import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.code)(image.name)} ${(0, import_chunk_QDS7VTX7.bytes)(measurement.unpackedBytes)}${grown}`;
}
function revisionLine({ revision, images }) {
  const [first] = images;
  const head = revision?.head === void 0 ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.code)(revision.head.slice(0, 7));
  const baseCommit = revision?.base === void 0 ? void 0 : revision.base.slice(0, 7);
  const base = [revision?.baseName, baseCommit].filter((part2) => part2 !== void 0).join("@");
  const against = base === "" ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm`against ${(0, import_chunk_QDS7VTX7.code)(base)}`;
  const platform = images.length === 1 && first ? (0, import_chunk_QDS7VTX7.figures)(first.platform) : import_chunk_QDS7VTX7.nothing;
  return (0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.join)([platform, (0, import_chunk_QDS7VTX7.join)([head, against], " ")], " · "));
}
var overviewColumns = [
  { title: import_chunk_QDS7VTX7.nothing, align: "left" },
  { title: import_chunk_QDS7VTX7.gfm`Image`, align: "left" },
  { title: import_chunk_QDS7VTX7.gfm`On&nbsp;disk`, align: "right" },
  { title: import_chunk_QDS7VTX7.gfm`Change`, align: "right" }
];
function overview(images) {
  return (0, import_chunk_QDS7VTX7.table)(
    overviewColumns,
    images.map((image) => {
      const counts = (0, import_chunk_DRSZDVSV.countsOf)([image]);
      const gated = (0, import_chunk_SBBVQVTE.isMeasured)(image) ? (0, import_chunk_SBBVQVTE.gatedOf)(image) : void 0;
      const changed = gated?.change ? (0, import_chunk_QDS7VTX7.figures)((0, import_chunk_CCPWSZ7L.formatDelta)(gated.change.unpackedDeltaBytes)) : import_chunk_QDS7VTX7.gfm`–`;
      return [
        verdictMark(counts),
        import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.code)(image.name)}<br>${(0, import_chunk_QDS7VTX7.figures)(image.platform)} · ${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_DRSZDVSV.countsInWords)(counts))}`,
        gated ? (0, import_chunk_QDS7VTX7.bytes)(gated.measurement.unpackedBytes) : (0, import_chunk_QDS7VTX7.text)((0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)),
        changed
      ];
    })
  );
}
function place(lines, links) {
  const url = links && (0, import_chunk_LUC4HMHJ.urlOfLines)(links, lines);
  if (url === void 0) return (0, import_chunk_QDS7VTX7.code)((0, import_chunk_LUC4HMHJ.nameOfLines)(lines));
  return (0, import_chunk_QDS7VTX7.link)((0, import_chunk_QDS7VTX7.code)((0, import_chunk_LUC4HMHJ.nameOfLines)({ ...lines, file: shortened(lines.file) })), url);
}
function shortened(file) {
  return file.length > 20 && file.includes("/") ? `…/${file.slice(file.lastIndexOf("/") + 1)}` : file;
}
function phrase2(words, links) {
  return (0, import_chunk_QDS7VTX7.join)(
    words.map((word) => oneWord(word, links)),
    " "
  );
}
function oneWord(word, links) {
  if (typeof word === "string") return (0, import_chunk_QDS7VTX7.figures)(word);
  return "lines" in word ? place(word.lines, links) : (0, import_chunk_QDS7VTX7.code)(word.name);
}
var marks = {
  error: import_chunk_QDS7VTX7.gfm`❌`,
  warning: import_chunk_QDS7VTX7.gfm`⚠️`,
  waived: import_chunk_QDS7VTX7.gfm`⏸️`,
  passed: import_chunk_QDS7VTX7.gfm`➖`
};
var columns = [
  { title: import_chunk_QDS7VTX7.nothing, align: "left" },
  { title: import_chunk_QDS7VTX7.gfm`What and where`, align: "left" },
  { title: import_chunk_QDS7VTX7.gfm`To pass`, align: "left" }
];
function openLines(image) {
  return (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
}
function policyTable(lines, links) {
  return (0, import_chunk_QDS7VTX7.table)(
    columns,
    (0, import_chunk_DRSZDVSV.grouped)(lines).map((group) => [marks[group.first.standing], whatOf(group, links), toPass(group)])
  );
}
function whatOf({ first, lines }, links) {
  const [only] = lines.length === 1 ? lines : [];
  const where = only?.location ? place(only.location, links) : import_chunk_QDS7VTX7.nothing;
  const count2 = only ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm`× ${lines.length}`;
  const title = (0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.join)([import_chunk_QDS7VTX7.gfm`**${(0, import_chunk_QDS7VTX7.code)(first.rule)}**`, count2], " "), where], " · ");
  const found = lines.map((line) => {
    const here = !only && line.location ? place(line.location, links) : import_chunk_QDS7VTX7.nothing;
    return (0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.prose2)(line.message, 600, maxNameUnits), here], " "), somePaths((0, import_chunk_DRSZDVSV.unnamedPaths)(line))], "<br>");
  });
  return (0, import_chunk_QDS7VTX7.join)([title, ...found, waiverOf(first)], "<br>");
}
function waiverOf({ waiver }) {
  if (!waiver) return import_chunk_QDS7VTX7.nothing;
  return import_chunk_QDS7VTX7.gfm`Waived until ${(0, import_chunk_QDS7VTX7.text)(waiver.expires)} by ${(0, import_chunk_QDS7VTX7.code)(waiver.owner)}: ${(0, import_chunk_QDS7VTX7.text)(waiver.reason)}`;
}
var shownPaths = 3;
var maxNameUnits = 44;
function somePaths(paths) {
  const rest = paths.length - shownPaths;
  const names = paths.slice(0, shownPaths).map((path) => (0, import_chunk_QDS7VTX7.code)(path, maxNameUnits));
  return (0, import_chunk_QDS7VTX7.join)([...names, ...rest > 0 ? [import_chunk_QDS7VTX7.gfm`and ${rest} more`] : []], ", ");
}
function toPass({ first, lines }) {
  const advice = first.toPass;
  const bytes2 = lines.reduce((sum, line) => sum + (line.bytes ?? 0), 0);
  if (advice === "" || bytes2 === 0 || advice.includes((0, import_chunk_CCPWSZ7L.formatBytes)(bytes2))) return (0, import_chunk_QDS7VTX7.prose2)(advice);
  return import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.prose2)(advice.replace(/\.$/, ""))}: ${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_CCPWSZ7L.formatBytes)(-bytes2))}`;
}
function policyHeadings(lines, maxUnits) {
  return (0, import_chunk_QDS7VTX7.bullets)(
    lines.map((line) => {
      const words = maxUnits === 0 ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm` ${(0, import_chunk_QDS7VTX7.prose2)(line.message, maxUnits)}`;
      return import_chunk_QDS7VTX7.gfm`${marks[line.standing]} ${(0, import_chunk_QDS7VTX7.code)(line.rule, 60)}${words}`;
    })
  );
}
function policyCounts(lines, where = () => import_chunk_QDS7VTX7.nothing) {
  const counts = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const key = `${line.standing} ${line.rule}`;
    counts.set(key, { line, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].map(
    ({ line, times }) => import_chunk_QDS7VTX7.gfm`${marks[line.standing]} ${(0, import_chunk_QDS7VTX7.code)(line.rule, 60)} × ${times}${where(line)}`
  );
}
function leftOut(names, fullReportUrl) {
  const counted = [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times === 1 ? (0, import_chunk_QDS7VTX7.figures)(name) : import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.figures)(name)} (${times} images)`;
  });
  const page2 = fullReportUrl === void 0 ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.link)(import_chunk_QDS7VTX7.gfm`The full report`, fullReportUrl);
  const where = fullReportUrl === void 0 ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm` ${page2} has them.`;
  return (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`Left out or shortened to fit GitHub’s limit: ${(0, import_chunk_QDS7VTX7.join)(counted, ", ")}.${where}`);
}
function lastResort(result, measure, limit, url) {
  const head = (0, import_chunk_QDS7VTX7.stack)([headline(result), revisionLine(result)]);
  const note = leftOut(["Everything but the counts"], url);
  const pageOf2 = (blocks) => `${(0, import_chunk_QDS7VTX7.stack)([head, ...blocks, note]).source}
`;
  const open = (0, import_chunk_DRSZDVSV.worstFirst)(result.images).flatMap((image) => {
    const lines = openLines(image);
    return lines.length > 0 ? [{ name: (0, import_chunk_QDS7VTX7.code)(image.name, 60), lines }] : [];
  });
  const byImage = open.flatMap(({ name, lines }) => policyCounts(lines).map((count2) => import_chunk_QDS7VTX7.gfm`${count2} in ${name}`));
  const whole2 = pageOf2([(0, import_chunk_QDS7VTX7.bullets)(byImage)]);
  if (measure(whole2) <= limit) return whole2;
  const byRule = rulesOf(open);
  const names = open.map(({ name }) => name);
  const page2 = (rules2, images2) => pageOf2([(0, import_chunk_QDS7VTX7.bullets)(firstOf(byRule, rules2, "rules")), (0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.join)(firstOf(names, images2, "images"), ", "))]);
  const fits = (text2) => measure(text2) <= limit;
  const rules = most(byRule.length, (count2) => fits(page2(count2, 0)));
  const images = rules < byRule.length ? 0 : most(names.length, (count2) => fits(page2(rules, count2)));
  return page2(rules, images);
}
function most(all, fits) {
  if (fits(all)) return all;
  let [fitting, tooMany] = [0, all];
  while (tooMany - fitting > 1) {
    const middle = fitting + tooMany >> 1;
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
function firstOf(items, kept, what) {
  const rest = items.length - kept;
  return rest > 0 ? [...items.slice(0, kept), import_chunk_QDS7VTX7.gfm`… and ${rest} more ${(0, import_chunk_QDS7VTX7.figures)(what)}`] : items;
}
function rulesOf(open) {
  const images = /* @__PURE__ */ new Map();
  for (const { lines } of open)
    for (const key of new Set(lines.map(keyOf))) images.set(key, (images.get(key) ?? 0) + 1);
  const all = open.flatMap(({ lines }) => lines);
  return policyCounts(all, (line) => import_chunk_QDS7VTX7.gfm` in ${(0, import_chunk_QDS7VTX7.figures)((0, import_chunk_DRSZDVSV.plural)(images.get(keyOf(line)) ?? 0, "image"))}`);
}
var keyOf = ({ standing, rule }) => `${standing} ${rule}`;
var left = (title) => ({ title, align: "left" });
var right = (title) => ({ title, align: "right" });
function cappedTable(columns3, rows, maxRows2) {
  if (rows.length === 0) return [];
  const rest = rows.length - maxRows2;
  return [(0, import_chunk_QDS7VTX7.table)(columns3, rows.slice(0, maxRows2)), ...rest > 0 ? [(0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`… and ${rest} more`)] : []];
}
function fold(name, summary, blocks) {
  return { name, block: (0, import_chunk_QDS7VTX7.details)((0, import_chunk_QDS7VTX7.figures)(summary), [(0, import_chunk_QDS7VTX7.stack)(blocks)]) };
}
function whatGrew(change, { maxRows: maxRows2 }) {
  const { packages, grew, config } = change;
  const rewritten = (0, import_chunk_L33I45NO.rewrittenWords)(change);
  const blocks = [
    ...cappedTable(packageColumns, packageRows(packages), maxRows2),
    ...cappedTable(
      [left(import_chunk_QDS7VTX7.gfm`Path`), right(import_chunk_QDS7VTX7.nothing)],
      grew.map(({ path, ofBase, deltaBytes }) => [
        ofBase ? (0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.code)(path), (0, import_chunk_QDS7VTX7.figures)("base image")], " ") : (0, import_chunk_QDS7VTX7.code)(path),
        (0, import_chunk_QDS7VTX7.delta)(deltaBytes)
      ]),
      maxRows2
    ),
    ...cappedTable(
      [left(import_chunk_QDS7VTX7.gfm`Setting`), left(import_chunk_QDS7VTX7.gfm`base`), left(import_chunk_QDS7VTX7.gfm`this change`)],
      config.map(({ field, before: before2, after: after2 }) => [(0, import_chunk_QDS7VTX7.code)(field), value(before2), value(after2)]),
      maxRows2
    ),
    ...rewritten === void 0 ? [] : [(0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.prose2)(rewritten))]
  ];
  if (blocks.length === 0) return void 0;
  const counts = [
    packages.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(packages.length, "package") : "",
    grew.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(grew.length, "path") : "",
    config.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(config.length, "setting") : "",
    rewritten === void 0 ? "" : "other contents"
  ];
  return fold("What grew", `What grew: ${counts.filter((words) => words !== "").join(", ")}`, blocks);
}
var packageColumns = [left(import_chunk_QDS7VTX7.gfm`Package`), left(import_chunk_QDS7VTX7.gfm`base`), left(import_chunk_QDS7VTX7.gfm`this change`), right(import_chunk_QDS7VTX7.nothing)];
function packageRows(packages) {
  return packages.map(({ manager, name, before: before2, after: after2, ofBase, deltaBytes }) => [
    (0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.code)(name), (0, import_chunk_QDS7VTX7.figures)(ofBase ? `${manager}, base image` : manager)], " "),
    value(before2),
    value(after2),
    (0, import_chunk_QDS7VTX7.delta)(deltaBytes)
  ]);
}
function value(side) {
  return side === void 0 ? import_chunk_QDS7VTX7.gfm`–` : (0, import_chunk_QDS7VTX7.code)(side);
}
var barCells = 16;
function bar(part2, whole2, cells = barCells) {
  const filled = whole2 === 0 ? 0 : Math.round(part2 / whole2 * cells);
  return "█".repeat(part2 > 0 ? Math.max(1, filled) : 0);
}
function variantsBlock(image) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  const [first, ...others] = comparisons;
  if (!first) return void 0;
  if (others.length > 0)
    return (0, import_chunk_QDS7VTX7.stack)([
      (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`**Ways of building ${(0, import_chunk_QDS7VTX7.code)(image.name)}**`),
      bars(image),
      (0, import_chunk_QDS7VTX7.bullets)(comparisons.map(sentence))
    ]);
  return (0, import_chunk_QDS7VTX7.stack)([(0, import_chunk_QDS7VTX7.paragraph)(sentence(first)), bars(image)]);
}
function carriedBlock(image, links) {
  const carried = (0, import_chunk_L33I45NO.carriedBy)(image);
  if (!carried) return void 0;
  const parts = carried.parts.map((words) => phrase2(words, links));
  return (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`**${(0, import_chunk_QDS7VTX7.figures)(carried.intro)}** — ${(0, import_chunk_QDS7VTX7.join)(parts, ", ")}`);
}
function variantKindsFold(image) {
  const found = variantKinds(image);
  if (!found) return void 0;
  const sizes = found.variants.map((_, index2) => found.rows.reduce((sum, row) => sum + (row.bytes[index2] ?? 0), 0));
  const columns3 = [left(import_chunk_QDS7VTX7.nothing), ...found.variants.map((name) => right((0, import_chunk_QDS7VTX7.code)(name, 40)))];
  const rows = found.rows.map(({ name, bytes: each }) => [
    (0, import_chunk_QDS7VTX7.figures)(name),
    ...each.map((one) => one === 0 ? import_chunk_QDS7VTX7.gfm`–` : (0, import_chunk_QDS7VTX7.bytes)(one))
  ]);
  const whole2 = [import_chunk_QDS7VTX7.gfm`**on&nbsp;disk**`, ...sizes.map((size) => import_chunk_QDS7VTX7.gfm`**${(0, import_chunk_QDS7VTX7.bytes)(size)}**`)];
  return fold("Ways of building by kind", "Ways of building by kind", [(0, import_chunk_QDS7VTX7.table)(columns3, [...rows, whole2])]);
}
function sentence(comparison) {
  const { before: before2, after: after2, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const sizes = import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.code)(before2)} ${(0, import_chunk_QDS7VTX7.bytes)(beforeBytes)} → ${(0, import_chunk_QDS7VTX7.code)(after2)} ${(0, import_chunk_QDS7VTX7.bytes)(afterBytes)}`;
  if (unpackedDeltaBytes >= 0) return import_chunk_QDS7VTX7.gfm`${sizes}: **${(0, import_chunk_QDS7VTX7.delta)(unpackedDeltaBytes)}**${kindsOf(comparison)}`;
  const share = (0, import_chunk_CCPWSZ7L.formatRatio)(beforeBytes === 0 ? 0 : -unpackedDeltaBytes / beforeBytes);
  return import_chunk_QDS7VTX7.gfm`**${sizes}: ${(0, import_chunk_QDS7VTX7.figures)(`${(0, import_chunk_CCPWSZ7L.formatBytes)(-unpackedDeltaBytes)} (${share}) stay behind`)}**${kindsOf(comparison)}`;
}
function kindsOf(comparison) {
  const words = (0, import_chunk_SBBVQVTE.kindsInWords)(comparison);
  return words === "" ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm` — ${(0, import_chunk_QDS7VTX7.figures)(words)}`;
}
var columns2 = [
  { title: import_chunk_QDS7VTX7.nothing, align: "left" },
  { title: import_chunk_QDS7VTX7.gfm`on&nbsp;disk`, align: "right" },
  { title: import_chunk_QDS7VTX7.nothing, align: "left" }
];
function bars(image) {
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const largestFirst = image.variants.toSorted(
    (one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes
  );
  return (0, import_chunk_QDS7VTX7.table)(
    columns2,
    largestFirst.map(({ name, measurement }) => [
      name === image.gated ? import_chunk_QDS7VTX7.gfm`**${(0, import_chunk_QDS7VTX7.code)(name)}**` : (0, import_chunk_QDS7VTX7.code)(name),
      (0, import_chunk_QDS7VTX7.bytes)(measurement.unpackedBytes),
      (0, import_chunk_QDS7VTX7.code)(bar(measurement.unpackedBytes, longest))
    ])
  );
}
var barCells2 = 24;
function historyLine(image) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  return trend && (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`History ${(0, import_chunk_QDS7VTX7.code)(trend.spark)} ${(0, import_chunk_QDS7VTX7.figures)(trend.words)}`);
}
function rulesSinceLine(image) {
  const lines = rulesSince(image).map(({ label: label2, rules }) => {
    const names = rules.map((rule) => (0, import_chunk_QDS7VTX7.code)(rule, 60));
    return import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.figures)(label2)}: ${(0, import_chunk_QDS7VTX7.join)(names, ", ")}`;
  });
  const why = notJudged(image);
  if (why !== void 0) lines.push((0, import_chunk_QDS7VTX7.prose2)(why));
  return lines.length === 0 ? void 0 : (0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.join)(lines, " · "));
}
function historyFold(image, maxRows2) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  if (!trend) return void 0;
  const columns3 = [
    left(import_chunk_QDS7VTX7.gfm`Commit`),
    left(import_chunk_QDS7VTX7.gfm`Day`),
    right(import_chunk_QDS7VTX7.gfm`on&nbsp;disk`),
    right(import_chunk_QDS7VTX7.gfm`change`),
    left(import_chunk_QDS7VTX7.nothing),
    right(import_chunk_QDS7VTX7.gfm`layers`)
  ];
  const count2 = trend.rows.length - 1;
  return fold("History", `History: ${count2} recorded commits`, cappedTable(columns3, rowsOf(trend), maxRows2));
}
function rowsOf({ rows }) {
  const longest = Math.max(...rows.map(({ unpackedBytes }) => unpackedBytes));
  return rows.toReversed().map(({ commit, day, release, unpackedBytes, deltaBytes, layers: layers2 }) => [
    commit === void 0 ? import_chunk_QDS7VTX7.gfm`this change` : (0, import_chunk_QDS7VTX7.join)([(0, import_chunk_QDS7VTX7.code)(commit.slice(0, 12)), release === void 0 ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.code)(release, 60)], " "),
    day === void 0 ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.code)(day),
    (0, import_chunk_QDS7VTX7.bytes)(unpackedBytes),
    deltaBytes === void 0 || deltaBytes === 0 ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.delta)(deltaBytes),
    (0, import_chunk_QDS7VTX7.code)(bar(unpackedBytes, longest, barCells2)),
    import_chunk_QDS7VTX7.gfm`${layers2}`
  ]);
}
function foldsOf(image, context) {
  return [...(0, import_chunk_SBBVQVTE.isMeasured)(image) ? foldsOfImage(image, context) : [], notChecked(image)].filter(
    (one) => one !== void 0
  );
}
function foldsOfImage(image, context) {
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  return [
    change && whatGrew(change, context),
    variantKindsFold(image),
    context.detail === "summary" ? historyFold(image, context.maxRows) : void 0,
    layers(measurement, context),
    hiddenCopies(measurement, context),
    effectiveCommand(measurement),
    contents(measurement, context)
  ];
}
function layers(measurement, { links, maxRows: maxRows2 }) {
  const rows = measurement.perLayer.map((layer, index2) => [
    import_chunk_QDS7VTX7.gfm`${index2}`,
    (0, import_chunk_QDS7VTX7.bytes)(layer.unpackedBytes),
    layer.unpackedBytes === layer.visibleBytes ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.bytes)(layer.unpackedBytes - layer.visibleBytes),
    layer.dockerfile ? place(layer.dockerfile, links) : phrase2([(0, import_chunk_L33I45NO.placeOfLayer)(measurement, index2)], links),
    layer.createdBy === "" ? import_chunk_QDS7VTX7.nothing : (0, import_chunk_QDS7VTX7.code)((0, import_chunk_SBBVQVTE.commandOfLayer)(layer), 100)
  ]);
  const columns3 = [right(import_chunk_QDS7VTX7.gfm`#`), right(import_chunk_QDS7VTX7.gfm`on disk`), right(import_chunk_QDS7VTX7.gfm`hidden`), left(import_chunk_QDS7VTX7.gfm`Where`), left(import_chunk_QDS7VTX7.gfm`Made by`)];
  const cut2 = Math.max(0, rows.length - maxRows2);
  const note = cut2 > 0 ? [(0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`The lowest ${cut2} layers are left out.`)] : [];
  return fold("Layers", `Layers: ${measurement.layers}`, [...note, (0, import_chunk_QDS7VTX7.table)(columns3, rows.slice(cut2))]);
}
function hiddenCopies(measurement, { links, maxRows: maxRows2 }) {
  const { hidden, hiddenTotal } = measurement;
  if (hidden.length === 0) return void 0;
  const rows = hidden.slice(0, maxRows2).map(({ path, bytes: size, addedBy, hiddenBy, how }) => [
    (0, import_chunk_QDS7VTX7.code)(path),
    (0, import_chunk_QDS7VTX7.bytes)(size),
    phrase2(
      [(0, import_chunk_L33I45NO.placeOfLayer)(measurement, hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[how], (0, import_chunk_L33I45NO.placeOfLayer)(measurement, addedBy), "wrote"],
      links
    )
  ]);
  const rest = hiddenTotal.copies - rows.length;
  const blocks = [
    (0, import_chunk_QDS7VTX7.table)([left(import_chunk_QDS7VTX7.gfm`Path`), right(import_chunk_QDS7VTX7.gfm`hidden`), left(import_chunk_QDS7VTX7.gfm`How`)], rows),
    ...rest > 0 ? [(0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`… and ${rest} more`)] : []
  ];
  const summary = `Hidden copies: ${hiddenTotal.copies}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(hiddenTotal.bytes)}`;
  return fold("Hidden copies", summary, blocks);
}
function effectiveCommand({ effectiveCommand: { argv, pid1, explanation }, config }) {
  const items = [
    import_chunk_QDS7VTX7.gfm`Runs ${argv.length === 0 ? import_chunk_QDS7VTX7.gfm`nothing of its own` : (0, import_chunk_QDS7VTX7.code)(JSON.stringify(argv), 400)}`,
    pid1 === void 0 ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm`Process 1 is ${(0, import_chunk_QDS7VTX7.code)(pid1)}`,
    (0, import_chunk_QDS7VTX7.prose2)(explanation),
    import_chunk_QDS7VTX7.gfm`User ${config.user === "" ? import_chunk_QDS7VTX7.gfm`not set, so root` : (0, import_chunk_QDS7VTX7.code)(config.user)}`,
    config.workingDir === "" ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm`Working directory ${(0, import_chunk_QDS7VTX7.code)(config.workingDir)}`,
    config.exposedPorts.length === 0 ? import_chunk_QDS7VTX7.nothing : import_chunk_QDS7VTX7.gfm`Ports ${(0, import_chunk_QDS7VTX7.join)(
      config.exposedPorts.slice(0, 20).map((port) => (0, import_chunk_QDS7VTX7.code)(port, 40)),
      ", "
    )}`
  ];
  return fold("Effective command", "Effective command", [(0, import_chunk_QDS7VTX7.bullets)(items.filter(({ source }) => source !== ""))]);
}
function contents({ packages, largest, byKind }, { maxRows: maxRows2 }) {
  const kinds = byKind.filter(({ unpackedBytes }) => unpackedBytes > 0).toSorted((a, b) => b.unpackedBytes - a.unpackedBytes);
  const bySize = packages.toSorted((one, other) => other.bytes - one.bytes);
  const blocks = [
    ...kinds.length === 0 ? [] : [
      (0, import_chunk_QDS7VTX7.paragraph)(
        (0, import_chunk_QDS7VTX7.join)(
          kinds.map(
            ({ kind, unpackedBytes }) => (0, import_chunk_QDS7VTX7.figures)(`${kind.replaceAll("-", " ")} ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}`)
          ),
          " · "
        )
      )
    ],
    ...cappedTable(
      [left(import_chunk_QDS7VTX7.gfm`Folder`), right(import_chunk_QDS7VTX7.gfm`visible`), right(import_chunk_QDS7VTX7.gfm`layer`)],
      largest.map(({ path, bytes: size, layer }) => [(0, import_chunk_QDS7VTX7.code)(path), (0, import_chunk_QDS7VTX7.bytes)(size), import_chunk_QDS7VTX7.gfm`${layer}`]),
      maxRows2
    ),
    ...cappedTable(
      [left(import_chunk_QDS7VTX7.gfm`Package`), left(import_chunk_QDS7VTX7.gfm`version`), right(import_chunk_QDS7VTX7.gfm`visible`), right(import_chunk_QDS7VTX7.gfm`layer`)],
      bySize.map(({ name, version, bytes: size, layer }) => [(0, import_chunk_QDS7VTX7.code)(name), (0, import_chunk_QDS7VTX7.code)(version), (0, import_chunk_QDS7VTX7.bytes)(size), import_chunk_QDS7VTX7.gfm`${layer}`]),
      maxRows2
    )
  ];
  if (blocks.length === 0) return void 0;
  const count2 = packages.length > 0 ? `: ${(0, import_chunk_DRSZDVSV.plural)(packages.length, "package")}` : "";
  return fold("Packages and folders", `Packages and folders${count2}`, blocks);
}
function notChecked(image) {
  const reasons = (0, import_chunk_DRSZDVSV.notCheckedByReason)(image);
  if (reasons.length === 0) return void 0;
  const count2 = reasons.reduce((sum, [, rules]) => sum + rules.length, 0);
  const items = reasons.map(
    ([reason, rules]) => import_chunk_QDS7VTX7.gfm`${(0, import_chunk_QDS7VTX7.prose2)(reason)} ${(0, import_chunk_QDS7VTX7.join)(
      rules.map((rule) => (0, import_chunk_QDS7VTX7.code)(rule)),
      ", "
    )}`
  );
  return fold("Not checked", `Not checked, counted as passed: ${(0, import_chunk_DRSZDVSV.plural)(count2, "rule")}`, [(0, import_chunk_QDS7VTX7.bullets)(items)]);
}
var label = { title: import_chunk_QDS7VTX7.nothing, align: "left" };
var before = {
  title: import_chunk_QDS7VTX7.gfm`base`,
  align: "right"
};
var after = {
  title: import_chunk_QDS7VTX7.gfm`this&nbsp;change`,
  align: "right"
};
var notes = { title: import_chunk_QDS7VTX7.nothing, align: "left" };
var labels = {
  "On disk": import_chunk_QDS7VTX7.gfm`On&nbsp;disk`,
  "To pull": import_chunk_QDS7VTX7.gfm`To&nbsp;pull`,
  Hidden: import_chunk_QDS7VTX7.gfm`Hidden`,
  Layers: import_chunk_QDS7VTX7.gfm`Layers`
};
function numbersBlock(image, links) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return (0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.prose2)((0, import_chunk_SBBVQVTE.whyUnmeasured)(image)));
  const rows = (0, import_chunk_L33I45NO.numberRows)((0, import_chunk_SBBVQVTE.gatedOf)(image));
  const hasBase = image.baseline.state === "found";
  const cells = rows.map((row) => {
    const figure = row.label === "On disk" ? import_chunk_QDS7VTX7.gfm`**${(0, import_chunk_QDS7VTX7.figures)(row.after)}**` : (0, import_chunk_QDS7VTX7.figures)(row.after);
    const said = (0, import_chunk_QDS7VTX7.join)(
      row.notes.map((words) => phrase2(words, links)),
      " · "
    );
    return hasBase ? [labels[row.label], (0, import_chunk_QDS7VTX7.figures)(row.before ?? ""), figure, said] : [labels[row.label], figure, said];
  });
  const figureColumns = hasBase ? [label, before, after] : [label, { ...after, title: import_chunk_QDS7VTX7.gfm`this&nbsp;image` }];
  const columns3 = rows.some((row) => row.notes.length > 0) ? [...figureColumns, notes] : figureColumns;
  const reason = image.baseline.state === "none" ? [(0, import_chunk_QDS7VTX7.paragraph)((0, import_chunk_QDS7VTX7.prose2)((0, import_chunk_L33I45NO.baselineWords)(image.baseline.reason)))] : [];
  return (0, import_chunk_QDS7VTX7.stack)([
    (0, import_chunk_QDS7VTX7.table)(
      columns3,
      cells.map((row) => row.slice(0, columns3.length))
    ),
    ...reason
  ]);
}
function policyOrigin({ policy: policy2, images }) {
  const rules = policy2.rules ?? [];
  const sources = (0, import_chunk_QDS7VTX7.join)(
    policy2.sources.map((source) => (0, import_chunk_QDS7VTX7.code)(source)),
    ", "
  );
  const passed = new Set(images.flatMap((image) => image.passed));
  const rows = rules.map(({ id, level, summary, origin }) => [(0, import_chunk_QDS7VTX7.code)(id), (0, import_chunk_QDS7VTX7.text)(level), (0, import_chunk_QDS7VTX7.text)(summary), (0, import_chunk_QDS7VTX7.code)(origin)]);
  const columns3 = ["Rule", "Level", "What it asks", "Turned on in"].map((title) => ({
    title: (0, import_chunk_QDS7VTX7.figures)(title),
    align: "left"
  }));
  const count2 = rules.length > 0 ? (0, import_chunk_DRSZDVSV.plural)(rules.length, "rule") : (0, import_chunk_DRSZDVSV.plural)(passed.size, "rule");
  return (0, import_chunk_QDS7VTX7.details)((0, import_chunk_QDS7VTX7.figures)(`Policy: ${count2}${rules.length > 0 ? "" : " passed"}, where each line comes from`), [
    (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`From ${sources} · digest ${(0, import_chunk_QDS7VTX7.code)(policy2.digest)}`),
    ...rows.length > 0 ? [(0, import_chunk_QDS7VTX7.table)(columns3, rows)] : []
  ]);
}
var noticeMarks = { warning: import_chunk_QDS7VTX7.gfm`⚠️`, notice: import_chunk_QDS7VTX7.gfm`ℹ️` };
function partsOf(result, context) {
  const several = result.images.length > 1;
  const sorted = several ? (0, import_chunk_DRSZDVSV.worstFirst)(result.images) : result.images;
  const notices = result.notices.map(({ level, message }) => import_chunk_QDS7VTX7.gfm`${noticeMarks[level]} ${(0, import_chunk_QDS7VTX7.prose2)(message)}`);
  const head = [headline(result), revisionLine(result), ...several ? [overview(sorted)] : []];
  return [
    fixed((0, import_chunk_QDS7VTX7.stack)(head)),
    ...notices.length > 0 ? [part(3, "Notices", (0, import_chunk_QDS7VTX7.bullets)(notices))] : [],
    ...sorted.flatMap((image) => imageParts(image, context, several)),
    part(20, "Policy", policyOrigin(result))
  ];
}
function imageParts(image, context, several) {
  const lines = openLines(image);
  const numbers = numbersBlock(image, context.links);
  const history = historyLine(image);
  const since = rulesSinceLine(image);
  const variants = variantsBlock(image);
  const carried = carriedBlock(image, context.links);
  const folds = foldsOf(image, context);
  if (several && lines.length === 0) {
    const summary = import_chunk_QDS7VTX7.gfm`${verdictMark((0, import_chunk_DRSZDVSV.countsOf)([image]))} ${(0, import_chunk_QDS7VTX7.htmlCode)(image.name)}`;
    const brief = (0, import_chunk_QDS7VTX7.stack)([numbers, ...variants ? [variants] : []]);
    return [
      part(
        12,
        "Images that passed",
        (0, import_chunk_QDS7VTX7.details)(summary, [brief, ...folds.map(({ block }) => block)]),
        (0, import_chunk_QDS7VTX7.details)(summary, [brief])
      )
    ];
  }
  const title = several ? [fixed((0, import_chunk_QDS7VTX7.heading)(4, import_chunk_QDS7VTX7.gfm`${verdictMark((0, import_chunk_DRSZDVSV.countsOf)([image]))} ${(0, import_chunk_QDS7VTX7.code)(image.name)} · ${(0, import_chunk_QDS7VTX7.figures)(image.platform)}`))] : [];
  return [
    ...title,
    part(2, "Numbers", numbers),
    ...history ? [part(3, "History", history)] : [],
    ...variants ? [part(3, "Ways of building", variants)] : [],
    ...carried ? [part(3, "What only a build needs", carried)] : [],
    ...since ? [part(4, "Rules since the baseline", since)] : [],
    ...lines.length > 0 ? [policyPart(lines, context.links)] : [],
    ...folds.map(({ name, block }) => part(foldRanks[name], name, block))
  ];
}
var foldRanks = {
  "What grew": 5,
  "Ways of building by kind": 6,
  History: 6,
  Layers: 6,
  "Hidden copies": 7,
  "Effective command": 8,
  "Packages and folders": 9,
  "Not checked": 10
};
function policyPart(lines, links) {
  const full = () => policyTable(lines, links);
  const worstInFull = () => (0, import_chunk_QDS7VTX7.stack)([policyTable(lines.slice(0, 20), links), policyHeadings(lines.slice(20), 160)]);
  const headings = [120, 0].map((maxUnits) => () => policyHeadings(lines, maxUnits));
  return {
    forms: [full, ...lines.length > 20 ? [worstInFull] : [], ...headings],
    rank: 4,
    droppable: false,
    name: "Details of findings"
  };
}
function part(rank, name, ...blocks) {
  return { forms: blocks.map((block) => () => block), rank, droppable: true, name };
}
function fixed(block) {
  return { forms: [() => block], rank: 0, droppable: false, name: "" };
}
var limits = { comment: 6e4, summary: 9e5 };
function renderMarkdown(result, options = {}) {
  const detail = options.detail ?? "comment";
  const measure = detail === "comment" ? import_chunk_QDS7VTX7.characters : import_chunk_QDS7VTX7.utf8Bytes;
  const limit = options.limit ?? limits[detail];
  const context = {
    detail,
    links: (0, import_chunk_LUC4HMHJ.sourceLinks)(options.repositoryUrl, options.commit ?? result.revision?.head),
    maxRows: detail === "comment" ? 25 : 2e3
  };
  const footer = footerOf(result);
  const room = limit - measure(footer.source) - 1e3;
  const fitted = (0, import_chunk_QDS7VTX7.fit)(partsOf(result, context), measure, room);
  if (!fitted.fits) return lastResort(result, measure, limit, options.fullReportUrl);
  const note = fitted.dropped.length > 0 ? [leftOut(fitted.dropped, options.fullReportUrl)] : [];
  return `${(0, import_chunk_QDS7VTX7.stack)([...fitted.blocks, ...note, footer]).source}
`;
}
function footerOf({ tool, policy: policy2 }) {
  return (0, import_chunk_QDS7VTX7.paragraph)(import_chunk_QDS7VTX7.gfm`<sub>Plimsoll ${(0, import_chunk_QDS7VTX7.figures)(tool.version)} · policy ${(0, import_chunk_QDS7VTX7.code)(policy2.digest.slice(0, 19))}</sub>`);
}
function renderSarif(result) {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: result.images.map((image) => runOf(image, result))
  };
  return (0, import_chunk_QDS7VTX7.toJson)(log);
}
function runOf(image, { tool, policy: policy2 }) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image);
  const rules = [...new Set(lines.map(({ rule }) => rule))];
  const judged = lines.filter(({ standing }) => standing !== "passed");
  const keys = fingerprints(judged);
  return {
    tool: {
      driver: {
        name: "Plimsoll",
        semanticVersion: tool.version,
        rules: rules.map((id) => descriptor(id, lines, policy2.rules ?? []))
      }
    },
    automationDetails: { id: `plimsoll/${(0, import_chunk_HT5NMFAD.visible)(image.name)}/${(0, import_chunk_HT5NMFAD.visible)(image.platform)}/` },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: lines.filter(({ standing }) => standing === "passed").map(notification)
      }
    ],
    results: judged.map((line, index2) => resultOf(line, rules, keys[index2] ?? "", placeOf(line, policy2, image)))
  };
}
function descriptor(id, lines, inForce) {
  const rule = inForce.find((one) => one.id === id);
  const first = lines.find((line) => line.rule === id);
  const howToPass = rule?.howToPass ?? first?.toPass ?? "";
  const help = [rule?.why ?? "", howToPass === "" ? "" : `To pass: ${howToPass}`].filter((part2) => part2 !== "").join("\n\n");
  return {
    id: (0, import_chunk_HT5NMFAD.visible)(id),
    shortDescription: { text: rule?.summary ?? (0, import_chunk_HT5NMFAD.visible)(id) },
    ...rule && { fullDescription: { text: rule.why } },
    help: { text: help === "" ? (0, import_chunk_HT5NMFAD.visible)(id) : help },
    defaultConfiguration: { level: rule?.level ?? (first?.standing === "warning" ? "warning" : "error") }
  };
}
function resultOf(line, rules, key, location) {
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(", ")})` : "";
  const toPass2 = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  return {
    ruleId: (0, import_chunk_HT5NMFAD.visible)(line.rule),
    ruleIndex: rules.indexOf(line.rule),
    level: line.standing === "warning" ? "warning" : "error",
    message: { text: plain(`${line.message}${paths}${toPass2}`) },
    locations: location ? [location] : [],
    partialFingerprints: { primaryLocationLineHash: key, "plimsollFinding/v1": key },
    // The specification wants the property on all results of a run or on none (3.27.23).
    suppressions: line.waiver ? [
      {
        kind: "external",
        status: "accepted",
        justification: plain(`${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`)
      }
    ] : []
  };
}
function placeOf({ location, origin, rule }, policy2, image) {
  if (location) {
    const { file: file2, startLine, endLine } = location;
    return { physicalLocation: { artifactLocation: artifact(file2), region: { startLine, endLine } } };
  }
  const turnedOn = origin ?? policy2.rules?.find(({ id }) => id === rule)?.origin ?? "";
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(turnedOn) ?? [];
  if (file !== void 0 && Number(line) > 0)
    return { physicalLocation: { artifactLocation: artifact(file), region: { startLine: Number(line) } } };
  const config = policy2.sources.find((name) => /\.ya?ml$/.test(name) && !/:\/\/|@/.test(name));
  const source = config ?? dockerfileOf(image);
  return source === void 0 ? void 0 : { physicalLocation: { artifactLocation: artifact(source) } };
}
function dockerfileOf({ variants, findings }) {
  const layers2 = variants.flatMap(({ measurement }) => measurement.perLayer);
  return [...layers2.map((layer) => layer.dockerfile), ...findings.map(({ location }) => location)].find(
    (lines) => lines
  )?.file;
}
function artifact(file) {
  return { uri: (0, import_chunk_LUC4HMHJ.encodePath)(file.replace(/^\.\//, "")), uriBaseId: "%SRCROOT%" };
}
function notification({ rule, message }) {
  return { level: "note", message: { text: plain(message) }, associatedRule: { id: (0, import_chunk_HT5NMFAD.visible)(rule) } };
}
function plain(untrusted) {
  return (0, import_chunk_HT5NMFAD.visible)(untrusted, 1e3).replaceAll("](", "]​(").replace(/\{(\d+)\}/g, "{{$1}}");
}
function fingerprints(lines) {
  const keys = lines.map(fingerprint);
  const byLine = lines.map((_, index2) => index2).sort((one, other) => (lines[one]?.location?.startLine ?? 0) - (lines[other]?.location?.startLine ?? 0));
  return keys.map((key, index2) => `${key}:${byLine.filter((other) => keys[other] === key).indexOf(index2) + 1}`);
}
function fingerprint({ image, rule, location, paths }) {
  const what = JSON.stringify([image, rule, location?.file ?? "", paths.toSorted()]);
  return (0, import_node_crypto2.createHash)("sha256").update(what).digest("hex").slice(0, 32);
}
var marks2 = {
  error: { text: "✗", style: "error" },
  warning: { text: "!", style: "warning" },
  waived: { text: "‖", style: "dim" },
  passed: { text: "–", style: "dim" }
};
var labelColumns = 9;
function findingsOf2(image, width) {
  const open = (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
  const why = notJudged(image);
  return [
    ...why === void 0 ? [] : (0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)(why), width),
    ...rulesSince(image).flatMap(
      ({ label: label2, rules }) => (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(`${label2}: `, "dim"), ...listed(rules, "name")], width)
    ),
    ...(0, import_chunk_DRSZDVSV.grouped)(open).flatMap((group) => groupLines(group, width)),
    ...(0, import_chunk_DRSZDVSV.notCheckedByReason)(image).flatMap(([reason, rules]) => [
      ...(0, import_chunk_N6PDAGX7.labelled)(marks2.passed.text, 2, [(0, import_chunk_N6PDAGX7.own)("not checked  "), ...(0, import_chunk_N6PDAGX7.prose)(reason)], width),
      ...(0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)(listed(rules, "dim"), width - 4), 4)
    ])
  ];
}
function groupLines({ first, lines }, width) {
  const mark = marks2[first.standing];
  const rule = (0, import_chunk_N6PDAGX7.foreign)(first.rule, mark.style);
  const [only] = lines.length === 1 ? lines : [];
  const title = only ? [rule, (0, import_chunk_N6PDAGX7.own)("  "), ...(0, import_chunk_N6PDAGX7.prose)(only.message)] : [rule, (0, import_chunk_N6PDAGX7.own)(` × ${lines.length}`)];
  const found = only ? factLines(only, width) : lines.flatMap((line) => memberLines(line, width));
  return [
    ...(0, import_chunk_N6PDAGX7.labelled)(mark.text, 2, title, width, mark.style),
    ...found,
    ...waiverLines(first, width),
    ...first.toPass === "" ? [] : fact("to pass", (0, import_chunk_N6PDAGX7.prose)(first.toPass), width)
  ];
}
function memberLines(line, width) {
  const place2 = line.location ? [(0, import_chunk_N6PDAGX7.own)(" "), (0, import_chunk_N6PDAGX7.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(line.location), "name")] : [];
  const paths = (0, import_chunk_DRSZDVSV.unnamedPaths)(line);
  const names = paths.length > 0 ? [(0, import_chunk_N6PDAGX7.own)(" "), ...somePaths2(paths)] : [];
  return (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.labelled)("·", 2, [...(0, import_chunk_N6PDAGX7.prose)(line.message), ...place2, ...names], width - 4), 4);
}
function factLines(line, width) {
  const paths = (0, import_chunk_DRSZDVSV.unnamedPaths)(line);
  return [
    ...line.location ? fact("at", [(0, import_chunk_N6PDAGX7.foreign)((0, import_chunk_LUC4HMHJ.nameOfLines)(line.location), "name")], width) : [],
    ...paths.length > 0 ? fact("in", somePaths2(paths), width) : []
  ];
}
function waiverLines({ waiver }, width) {
  if (!waiver) return [];
  const { expires, owner, reason } = waiver;
  return fact(
    "waived",
    [(0, import_chunk_N6PDAGX7.own)("until "), (0, import_chunk_N6PDAGX7.foreign)(expires), (0, import_chunk_N6PDAGX7.own)(" by "), (0, import_chunk_N6PDAGX7.foreign)(owner), (0, import_chunk_N6PDAGX7.own)(": "), (0, import_chunk_N6PDAGX7.foreign)(reason)],
    width
  );
}
function fact(label2, words, width) {
  return (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.labelled)(label2, labelColumns, words, width - 4), 4);
}
function somePaths2(paths) {
  const shown = listed(paths.slice(0, 5), "name");
  return paths.length > 5 ? [...shown, (0, import_chunk_N6PDAGX7.own)(` and ${paths.length - 5} more`)] : shown;
}
function listed(names, style2) {
  return names.flatMap((name, index2) => index2 > 0 ? [(0, import_chunk_N6PDAGX7.own)(", "), (0, import_chunk_N6PDAGX7.foreign)(name, style2)] : [(0, import_chunk_N6PDAGX7.foreign)(name, style2)]);
}
function renderTerminal(result, options) {
  const width = (0, import_chunk_N6PDAGX7.layoutWidth)(options);
  const several = result.images.length > 1;
  const lines = [
    ...headLines(result, width),
    ...result.notices.flatMap(
      ({ level, message }) => (0, import_chunk_N6PDAGX7.labelled)(level === "warning" ? "!" : "i", 2, (0, import_chunk_N6PDAGX7.prose)(message), width)
    ),
    ...result.images.flatMap((image) => [[], ...imageLines(image, several, width)]),
    [],
    ...policySources(result, width)
  ];
  return (0, import_chunk_N6PDAGX7.pageOf)(lines, options);
}
function headLines(result, width) {
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(result.images);
  const standing = counts.error > 0 ? "error" : counts.warning > 0 || counts.unbuilt ? "warning" : "good";
  const mark = { error: "✗", warning: "!", good: "✓" }[standing];
  const failed = result.images.filter((image) => (0, import_chunk_DRSZDVSV.countsOf)([image]).error > 0).length;
  const share = result.images.length > 1 && failed > 0 ? `${failed} of ${(0, import_chunk_DRSZDVSV.plural)(result.images.length, "image")} failed · ` : "";
  const said = result.images.length === 0 ? "nothing to measure" : (0, import_chunk_DRSZDVSV.countsInWords)(counts);
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part2) => part2 !== void 0).join("@");
  const revision = [
    ...head === void 0 ? [] : [(0, import_chunk_N6PDAGX7.foreign)(head.slice(0, 7), "name"), (0, import_chunk_N6PDAGX7.own)(" ")],
    ...against === "" ? [] : [(0, import_chunk_N6PDAGX7.own)("against "), (0, import_chunk_N6PDAGX7.foreign)(against, "name")]
  ];
  return [
    ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)("Plimsoll ", "bold"), (0, import_chunk_N6PDAGX7.own)(`${mark} ${share}${said}`, standing)], width),
    ...revision.length > 0 ? (0, import_chunk_N6PDAGX7.wrap)(revision, width) : []
  ];
}
function imageLines(image, several, width) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return unmeasuredLines(image, several, width);
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const delta2 = change ? ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes)})` : "";
  const title = [
    (0, import_chunk_N6PDAGX7.foreign)(image.name, "bold"),
    (0, import_chunk_N6PDAGX7.own)(` ${(0, import_chunk_CCPWSZ7L.formatBytes)(measurement.unpackedBytes)}${delta2} · `),
    (0, import_chunk_N6PDAGX7.foreign)(image.platform),
    ...several ? [(0, import_chunk_N6PDAGX7.own)(` · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}`)] : []
  ];
  const body = [
    (0, import_chunk_L33I45NO.numbersOf)(image, width - 2),
    (0, import_chunk_L33I45NO.variantsOf)(image, width - 2),
    (0, import_chunk_L33I45NO.carriedLines)(image, width - 2),
    findingsOf2(image, width - 2),
    (0, import_chunk_L33I45NO.changesOf)(image, width - 2),
    (0, import_chunk_L33I45NO.layersOf)(measurement, width - 2, "folded"),
    commandOf(image, width - 2)
  ].filter((lines) => lines.length > 0);
  return [...(0, import_chunk_N6PDAGX7.wrap)(title, width), ...body.flatMap((lines) => blank.concat((0, import_chunk_N6PDAGX7.indented)(lines, 2)))];
}
function unmeasuredLines(image, several, width) {
  const title = [
    (0, import_chunk_N6PDAGX7.foreign)(image.name, "bold"),
    (0, import_chunk_N6PDAGX7.own)(` ${(0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)} · `),
    (0, import_chunk_N6PDAGX7.foreign)(image.platform),
    ...several ? [(0, import_chunk_N6PDAGX7.own)(` · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}`)] : []
  ];
  const why = image.stated ? [...blank, ...(0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)((0, import_chunk_SBBVQVTE.whyUnmeasured)(image)), width - 2), 2)] : [];
  return [...(0, import_chunk_N6PDAGX7.wrap)(title, width), ...why, ...blank, ...(0, import_chunk_N6PDAGX7.indented)(findingsOf2(image, width - 2), 2)];
}
var blank = [[]];
function commandOf(image, width) {
  const { argv, explanation } = (0, import_chunk_SBBVQVTE.gatedOf)(image).measurement.effectiveCommand;
  const command = argv.length === 0 ? (0, import_chunk_N6PDAGX7.own)("nothing of its own") : (0, import_chunk_N6PDAGX7.foreign)(JSON.stringify(argv), "name", 400);
  return [...(0, import_chunk_N6PDAGX7.labelled)("Runs", 9, [command], width), ...(0, import_chunk_N6PDAGX7.labelled)("", 9, (0, import_chunk_N6PDAGX7.prose)(explanation), width)];
}
function policySources({ policy: policy2, images }, width) {
  const passed = images.reduce((sum, image) => sum + image.passed.length, 0);
  const sources = listed(policy2.sources, "name");
  return (0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(`${(0, import_chunk_DRSZDVSV.plural)(passed, "check")} passed · policy from `, "dim"), ...sources], width);
}
var reporters = {
  table: (result, { columns: columns3, colour }) => renderTerminal(result, { width: columns3, colour }),
  json: import_chunk_QDS7VTX7.renderJson,
  markdown: (result) => renderMarkdown(result),
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  html: (result, { listings }) => renderHtml(result, listings)
};
function render(format, result, page2) {
  return reporters[format](result, page2);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  annotationsOf,
  render,
  renderMarkdown
});
