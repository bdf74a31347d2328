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
  renderHtml: () => renderHtml
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_LI3P6622 = require("./chunk-LI3P6622.cjs");
var import_chunk_YZBFJGH3 = require("./chunk-YZBFJGH3.cjs");
var import_chunk_2CS64RFN = require("./chunk-2CS64RFN.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_zlib = require("node:zlib");
var maxShares = 150;
function layerShares(measurement) {
  const { perLayer, baseLayers = 0 } = measurement;
  return perLayer.map((layer, index2) => {
    const isBase = index2 < baseLayers;
    const shares = sharesOf(measurement, index2, layer.visibleBytes, layer.unpackedBytes - layer.visibleBytes);
    return { index: index2, isBase, name: (0, import_chunk_SBBVQVTE.commandOfLayer)(layer), bytes: layer.unpackedBytes, shares };
  }).filter(({ bytes }) => bytes > 0);
}
function sharesOf(measurement, index2, visibleBytes, hiddenBytes) {
  const folders = disjointFolders(measurement, index2);
  const packages = packagesOf(measurement, index2);
  const named = sumOf(packages) > sumOf(folders) ? packages : folders;
  const hidden = measurement.hidden.filter(({ addedBy }) => addedBy === index2).map(({ path, bytes }) => ({ name: path, kind: "hidden", bytes }));
  return [
    ...within(named, visibleBytes, "other visible files", "rest"),
    ...within(hidden, hiddenBytes, "other hidden files", "hidden")
  ].sort((one, other) => other.bytes - one.bytes);
}
function packagesOf({ packages }, index2) {
  return packages.filter(({ layer }) => layer === index2).map(({ name, version, bytes }) => ({ name: `${name} ${version}`, kind: "package", bytes }));
}
function disjointFolders({ largest }, index2) {
  const mine = largest.filter(({ layer }) => layer === index2);
  return mine.filter(({ path }) => !mine.some((other) => other.path !== path && path.startsWith(`${other.path}/`))).map(({ path, bytes }) => ({ name: path, kind: "folder", bytes }));
}
function within(shares, bytes, restName, restKind) {
  const kept = [];
  let left = bytes;
  for (const share of shares.toSorted((one, other) => other.bytes - one.bytes).slice(0, maxShares)) {
    if (share.bytes <= 0 || share.bytes > left) continue;
    kept.push(share);
    left -= share.bytes;
  }
  return left > 0 ? [...kept, { name: restName, kind: restKind, bytes: left }] : kept;
}
function sumOf(shares) {
  return shares.reduce((sum, { bytes }) => sum + bytes, 0);
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
function node_sum(value) {
  return this.eachAfter(function(node) {
    var sum = +value(node.data) || 0, children = node.children, i = children && children.length;
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
  var rows = [], nodes = parent.children, row, nodeValue, i0 = 0, i1 = 0, n = nodes.length, dx, dy, value = parent.value, sumValue, minValue, maxValue, newRatio, minRatio, alpha, beta;
  while (i0 < n) {
    dx = x1 - x0, dy = y1 - y0;
    do
      sumValue = nodes[i1++].value;
    while (!sumValue && i1 < n);
    minValue = maxValue = sumValue;
    alpha = Math.max(dy / dx, dx / dy) / (value * ratio);
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
    if (row.dice) treemapDice(row, x0, y0, x1, value ? y0 += dy * sumValue / value : y1);
    else treemapSlice(row, x0, y0, value ? x0 += dx * sumValue / value : x1, y1);
    value -= sumValue, i0 = i1;
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
      var rows, row, nodes, i, j = -1, n, m = rows.length, value = parent.value;
      while (++j < m) {
        row = rows[j], nodes = row.children;
        for (i = row.value = 0, n = nodes.length; i < n; ++i) row.value += nodes[i].value;
        if (row.dice) treemapDice(row, x0, y0, x1, value ? y0 += (y1 - y0) * row.value / value : y1);
        else treemapSlice(row, x0, y0, value ? x0 += (x1 - x0) * row.value / value : x1, y1);
        value -= row.value;
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
  const nothing = weights.map(() => ({ ...whole2, width: 0, height: 0 }));
  if (whole2.width <= 0 || whole2.height <= 0 || !weights.some((weight) => weight > 0)) return nothing;
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
    (layer, index2) => layer.groups.length > 0 || layer.rest.files > 0 ? [import_chunk_LI3P6622.markup`<script type="text/plain" class="files" data-layer="${index2}">${(0, import_chunk_LI3P6622.verbatim)(packed(layer))}</script> `] : []
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
function packedGroup({ kind, package: name, hidden, paths, bytes }) {
  const kept = [];
  const tails = [];
  let before = "";
  for (const path of paths) {
    let same = 0;
    while (same < before.length && before.charCodeAt(same) === path.charCodeAt(same)) same += 1;
    kept.push(same);
    tails.push(path.slice(same));
    before = path;
  }
  const hiding = hidden && `hidden: layer ${hidden.by} ${hidingWords[hidden.how]}`;
  return { kind, name: name ?? hiding ?? "", kept, tails, bytes };
}
var page = { x: 0, y: 0, width: 1e3, height: 520 };
var titleHeight = 20;
function treemapOf(image, imageIndex, listing = []) {
  const { measurement } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const layers = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  if (layers.length === 0) return import_chunk_LI3P6622.markup``;
  const places = squarify2(
    layers.map(({ bytes }) => bytes),
    page
  );
  const id = `map-${imageIndex}`;
  const overview = layers.map((layer, index2) => layerGroup(layer, places[index2] ?? page, id));
  const details = layers.map((layer) => layerMap(layer, id));
  return import_chunk_LI3P6622.markup`<h3>Where the bytes are</h3>
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
        ${overview}
      </svg>
      ${details}
      <svg class="map opened" viewBox="0 0 ${page.width} ${page.height}" role="group" hidden></svg>
      ${filesOf(listing)}
      <p class="detail" role="status" aria-live="polite">
        Point at an area or use the arrow keys; Enter opens one, Escape goes back.
      </p>
    </div>`;
}
function layerGroup(layer, place, mapId) {
  const title = `${titleOf(layer)}: ${layer.name}`;
  return import_chunk_LI3P6622.markup`<g
    class="layer ${layer.isBase ? "base" : "own"}"
    tabindex="0"
    role="button"
    data-open="${layer.index}"
    data-title="${title}"
    aria-label="${title}"
    >${areasOf(layer, place, mapId)}</g
  > `;
}
function drawnLayer(layer, place, mapId) {
  return import_chunk_LI3P6622.markup`<g class="drawn" data-title="${`${titleOf(layer)}: ${layer.name}`}">${areasOf(layer, place, mapId)}</g> `;
}
function areasOf(layer, place, mapId) {
  const inner = inset(place, place.height > titleHeight * 2 ? titleHeight : 2);
  const places = squarify2(
    layer.shares.map(({ bytes }) => bytes),
    inner
  );
  const cells = layer.shares.map((share, index2) => cell(share, places[index2] ?? inner, mapId, false));
  const label = place.height > titleHeight * 2 && place.width > 60 ? fittedText(titleOf(layer), place, 14) : import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<rect class="frame" ${box(place)}></rect>${label}${cells}`;
}
function layerMap(layer, mapId) {
  const places = squarify2(
    layer.shares.map(({ bytes }) => bytes),
    page
  );
  const cells = layer.shares.map((share, index2) => cell(share, places[index2] ?? page, mapId, true));
  return import_chunk_LI3P6622.markup`<svg
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
function cell(share, place, mapId, focusable) {
  const title = `${(0, import_chunk_WD6J6YZB.visible)(share.name, 120)} ${(0, import_chunk_CCPWSZ7L.formatBytes)(share.bytes)}${share.kind === "hidden" ? ", hidden" : ""}`;
  const label = place.width > 50 && place.height > 18 ? fittedText(title, place, 12) : import_chunk_LI3P6622.markup``;
  const fill = share.kind === "hidden" ? import_chunk_LI3P6622.markup` fill="url(#${mapId}-hatch)"` : "";
  const focus = focusable ? import_chunk_LI3P6622.markup` tabindex="0" role="img" aria-label="${title}"` : "";
  return import_chunk_LI3P6622.markup`<g
    class="cell ${share.kind}"
    data-path="${share.name}"
    data-search="${share.name.toLowerCase()}"
    data-title="${title}"
    ${focus}
    ><rect ${box(place)}${fill}></rect>${label}</g
  >`;
}
function titleOf({ index: index2, isBase, bytes }) {
  return `${isBase ? "base layer" : "layer"} ${index2}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`;
}
function fittedText(title, { x, y, width }, size) {
  const room = Math.floor((width - 10) / (size * 0.55));
  const shown = title.length > room ? `${title.slice(0, Math.max(1, room - 1))}…` : title;
  return import_chunk_LI3P6622.markup`<text x="${round(x + 5)}" y="${round(y + size + 1)}" font-size="${size}">${shown}</text>`;
}
function box({ x, y, width, height }) {
  return import_chunk_LI3P6622.markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
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
  if (sides.length < 2) return import_chunk_LI3P6622.markup``;
  const largestBytes = Math.max(...sides.map(({ measurement }) => measurement.unpackedBytes));
  return import_chunk_LI3P6622.markup`<details class="maps">
    <summary>Side by side, on one scale (${sides.length})</summary>
    <div class="beside">${sides.map((side) => figureOf(side, largestBytes, `map-${imageIndex}`))}</div>
    <p class="detail" role="status" aria-live="polite">Point at an area to see what it is.</p>
  </details>`;
}
function sidesOf({ variants, gated, baseline }) {
  const before = baseline.state === "found" ? [{ name: `base: ${baseline.from}`, measurement: baseline.measurement }] : [];
  const isGated = ({ name }) => name === gated;
  return [...before, ...variants.filter(isGated), ...variants.filter((side) => !isGated(side))];
}
function figureOf({ name, measurement }, largestBytes, mapId) {
  const { unpackedBytes } = measurement;
  const scale = Math.sqrt(unpackedBytes / largestBytes);
  const place = { x: 0, y: 0, width: whole.width * scale, height: whole.height * scale };
  const layers = layerShares(measurement).toSorted((one, other) => other.bytes - one.bytes);
  const places = squarify2(
    layers.map(({ bytes }) => bytes),
    place
  );
  return import_chunk_LI3P6622.markup`<figure>
    <figcaption><code>${name}</code> ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}</figcaption>
    <svg
      class="map"
      viewBox="0 0 ${whole.width} ${whole.height}"
      role="img"
      aria-label="${`${name}, ${(0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)}`}"
    >
      ${layers.map((layer, index2) => drawnLayer(layer, places[index2] ?? place, mapId))}
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
function findingsOf(image) {
  const lines = (0, import_chunk_DRSZDVSV.policyLines)(image).filter(({ standing }) => standing !== "passed");
  const list = lines.length === 0 ? "" : import_chunk_LI3P6622.markup`<ol class="findings">${lines.map(findingOf)}</ol>`;
  const since = (0, import_chunk_2CS64RFN.rulesSince)(image).map(
    ({ label, rules }) => import_chunk_LI3P6622.markup`<p>${label}: ${rules.map((rule) => import_chunk_LI3P6622.markup`<code>${rule}</code> `)}</p>`
  );
  const why = (0, import_chunk_2CS64RFN.notJudged)(image);
  const names = image.passed.map((rule) => import_chunk_LI3P6622.markup`<code>${rule}</code> `);
  const passed = import_chunk_LI3P6622.markup`<p class="passed">${(0, import_chunk_DRSZDVSV.plural)(names.length, "rule")} passed${names.length > 0 ? ": " : ""}${names}</p>`;
  const notChecked = (0, import_chunk_DRSZDVSV.notCheckedByReason)(image).map(
    ([reason, rules]) => import_chunk_LI3P6622.markup`<p>Not checked, counted as passed: ${(0, import_chunk_LI3P6622.prose)(reason)} ${rules.map((rule) => import_chunk_LI3P6622.markup`<code>${rule}</code> `)}</p>`
  );
  return import_chunk_LI3P6622.markup`<h3>Policy</h3>
    ${since} ${why === void 0 ? "" : import_chunk_LI3P6622.markup`<p>${(0, import_chunk_LI3P6622.prose)(why)}</p>`} ${list} ${passed} ${notChecked}`;
}
function findingOf(line) {
  const { standing, wasChecked, rule, message, location, paths, toPass, waiver } = line;
  const names = paths.slice(0, 50).map((path) => import_chunk_LI3P6622.markup`<code data-path="${path}">${path}</code> `);
  const show = paths.length > 0 ? import_chunk_LI3P6622.markup`<button type="button" class="show">Show its bytes</button>` : "";
  return import_chunk_LI3P6622.markup`<li class="${standing}" data-search="${`${rule} ${message} ${paths.join(" ")}`.toLowerCase()}">
    <b><code>${rule}</code></b> <span class="standing">${wasChecked ? standing : `${standing}, not checked`}</span><br />${(0, import_chunk_LI3P6622.prose)(message)}
    ${location ? import_chunk_LI3P6622.markup`<div>at <code>${(0, import_chunk_LUC4HMHJ.nameOfLines)(location)}</code></div>` : ""}${paths.length > 0 ? import_chunk_LI3P6622.markup`<div>in ${names}${show}</div>` : ""}${waiver ? import_chunk_LI3P6622.markup`<div>waived until ${waiver.expires} by <code>${waiver.owner}</code>: ${waiver.reason}</div>` : ""}${toPass === "" ? "" : import_chunk_LI3P6622.markup`<div>to pass: ${(0, import_chunk_LI3P6622.prose)(toPass)}</div>`}
  </li>`;
}
var chartHeight = 60;
var columnWidth = 10;
function historyOf(image) {
  const trend = (0, import_chunk_SBBVQVTE.trendOf)(image);
  if (!trend) return import_chunk_LI3P6622.markup``;
  const { rows, words } = trend;
  const longest = Math.max(1, ...rows.map(({ unpackedBytes }) => unpackedBytes));
  const columns = rows.map((row, index2) => {
    const height = Math.round(row.unpackedBytes / longest * chartHeight * 10) / 10;
    return import_chunk_LI3P6622.markup`<g><title>${nameOf(row)}: ${(0, import_chunk_CCPWSZ7L.formatBytes)(row.unpackedBytes)}${changeOf(row)}</title><rect
      class="${row.commit === void 0 ? "own" : "other"}" x="${index2 * columnWidth + 1}" y="${chartHeight - height}"
      width="${columnWidth - 2}" height="${height}"></rect></g>`;
  });
  return import_chunk_LI3P6622.markup`<h3>History</h3>
    <p>${words}</p>
    <svg
      class="bar history"
      preserveAspectRatio="xMinYMax"
      viewBox="0 0 ${rows.length * columnWidth} ${chartHeight}"
      role="img"
      aria-label="On disk, oldest first: ${rows.map(({ unpackedBytes }) => (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes)).join(", ")}"
    >
      ${columns}
    </svg>`;
}
function nameOf({ commit, day = "", release }) {
  if (commit === void 0) return "this change";
  return [commit.slice(0, 12), release ?? "", day].filter((part) => part !== "").join(" · ");
}
var changeOf = ({ deltaBytes }) => deltaBytes === void 0 || deltaBytes === 0 ? "" : ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)})`;
function numbersOf(image) {
  const { baseline } = image;
  const hasBase = baseline.state === "found";
  const rows = (0, import_chunk_3OORL62Y.numberRows)((0, import_chunk_SBBVQVTE.gatedOf)(image)).map(
    ({ label, before, after, notes }) => import_chunk_LI3P6622.markup`<tr>
        <th scope="row">${label}</th>
        ${hasBase ? import_chunk_LI3P6622.markup`<td class="figure">${before ?? ""}</td>` : ""}
        <td class="figure"><b>${after}</b></td>
        <td>${notes.map((words, index2) => import_chunk_LI3P6622.markup`${index2 > 0 ? " · " : ""}${(0, import_chunk_LI3P6622.phrase)(words)}`)}</td>
      </tr>`
  );
  const reason = baseline.state === "none" ? import_chunk_LI3P6622.markup`<p>${(0, import_chunk_LI3P6622.prose)((0, import_chunk_3OORL62Y.baselineWords)(baseline.reason))}</p>` : "";
  return import_chunk_LI3P6622.markup`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${hasBase ? import_chunk_LI3P6622.markup`<th scope="col">base</th>` : ""}
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
function variantsOf(image) {
  const comparisons = (0, import_chunk_SBBVQVTE.variantComparisons)(image);
  if (comparisons.length === 0) return import_chunk_LI3P6622.markup``;
  const longest = Math.max(1, ...image.variants.map(({ measurement }) => measurement.unpackedBytes));
  const bars = image.variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes).map(({ name, measurement: { unpackedBytes } }) => {
    const share = Math.round(unpackedBytes / longest * 1e3) / 10;
    return import_chunk_LI3P6622.markup`<tr>
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
      ({ kind, deltaBytes }) => import_chunk_LI3P6622.markup`<li>${import_chunk_SBBVQVTE.kindNames[kind]} <b>${(0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)}</b></li>`
    );
    return import_chunk_LI3P6622.markup`<p>
        <code>${comparison.before}</code> → <code>${comparison.after}</code>:
        <b>${(0, import_chunk_CCPWSZ7L.formatDelta)(comparison.unpackedDeltaBytes)}</b>
      </p>
      <ul class="kinds">
        ${items}
      </ul>`;
  });
  return import_chunk_LI3P6622.markup`<h3>Ways of building</h3>
    <div class="scroll">
      <table class="bars">
        <tbody>
          ${bars}
        </tbody>
      </table>
    </div>
    ${kinds} ${kindsTable(image)}`;
}
function carriedOf(image) {
  const carried = (0, import_chunk_3OORL62Y.carriedBy)(image);
  if (!carried) return import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<p>
      <b>${carried.intro}</b>: ${carried.parts.map((words, index2) => import_chunk_LI3P6622.markup`${index2 > 0 ? ", " : ""}${(0, import_chunk_LI3P6622.phrase)(words)}`)}
    </p>`;
}
function kindsTable(image) {
  const found = (0, import_chunk_YZBFJGH3.variantKinds)(image);
  if (!found) return import_chunk_LI3P6622.markup``;
  return import_chunk_LI3P6622.markup`<details>
    <summary>By kind</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            ${found.variants.map((name) => import_chunk_LI3P6622.markup`<th scope="col"><code>${name}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${found.rows.map(
    ({ name, bytes }) => import_chunk_LI3P6622.markup`<tr>
                <th scope="row">${name}</th>
                ${bytes.map((one) => import_chunk_LI3P6622.markup`<td class="figure">${one === 0 ? "–" : (0, import_chunk_CCPWSZ7L.formatBytes)(one)}</td>`)}
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
"use strict";var ours=(()=>{var R=Object.defineProperty;var D=Object.getOwnPropertyDescriptor;var j=Object.getOwnPropertyNames;var O=Object.prototype.hasOwnProperty;var V=(n,e)=>{for(var t in e)R(n,t,{get:e[t],enumerable:!0})},W=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of j(e))!O.call(n,a)&&a!==t&&R(n,a,{get:()=>e[a],enumerable:!(r=D(e,a))||r.enumerable});return n};var Z=n=>W(R({},"__esModule",{value:!0}),n);var bn={};V(bn,{formatBytes:()=>B,squarify:()=>T,visible:()=>I});var q=["B","kB","MB","GB","TB","PB"];function B(n){let e=n<0?"\\u2212":"",t=Math.abs(n),r=0;for(;r<q.length-1&&(r===0?t>=1e3:Number(t.toFixed(1))>=1e3);)t/=1e3,r+=1;return\`\${e}\${r===0?String(t):t.toFixed(1)} \${q[r]}\`}var F=/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000]/u,$=/^[ -~\\u00b7\\u2010-\\u2027\\u2248\\u2713\\u2717]*$/,K=/\\p{M}/u;var X={"\\n":"\\\\n","\\r":"\\\\r","	":"\\\\t"};function I(n,e=200){if(n.length<=e&&$.test(n))return n;let t=n.length>e*8?J(n,e*4):n,r=$.test(t)?t.split(""):G(t);return r.length<=e?r.join(""):Y(r,e)}function Y(n,e){let t=Math.ceil((e-1)/2);return\`\${n.slice(0,t).join("")}\\u2026\${n.slice(n.length-(e-1-t)).join("")}\`}function G(n){let e=0;return Array.from(n,t=>(e=K.test(t)?e+1:0,e>3||F.test(t)?H(t):t))}function H(n){let e=X[n];if(e!==void 0)return e;let t=n.codePointAt(0)??0;return t>=56448&&t<=56575?\`\\\\x\${(t-56320).toString(16)}\`:\`\\\\u{\${t.toString(16)}}\`}function J(n,e){return n.slice(0,e)+n.slice(-e)}function Q(n){var e=0,t=n.children,r=t&&t.length;if(!r)e=1;else for(;--r>=0;)e+=t[r].value;n.value=e}function U(){return this.eachAfter(Q)}function nn(n,e){let t=-1;for(let r of this)n.call(e,r,++t,this);return this}function en(n,e){for(var t=this,r=[t],a,f,u=-1;t=r.pop();)if(n.call(e,t,++u,this),a=t.children)for(f=a.length-1;f>=0;--f)r.push(a[f]);return this}function tn(n,e){for(var t=this,r=[t],a=[],f,u,c,s=-1;t=r.pop();)if(a.push(t),f=t.children)for(u=0,c=f.length;u<c;++u)r.push(f[u]);for(;t=a.pop();)n.call(e,t,++s,this);return this}function rn(n,e){let t=-1;for(let r of this)if(n.call(e,r,++t,this))return r}function un(n){return this.eachAfter(function(e){for(var t=+n(e.data)||0,r=e.children,a=r&&r.length;--a>=0;)t+=r[a].value;e.value=t})}function an(n){return this.eachBefore(function(e){e.children&&e.children.sort(n)})}function fn(n){for(var e=this,t=cn(e,n),r=[e];e!==t;)e=e.parent,r.push(e);for(var a=r.length;n!==t;)r.splice(a,0,n),n=n.parent;return r}function cn(n,e){if(n===e)return n;var t=n.ancestors(),r=e.ancestors(),a=null;for(n=t.pop(),e=r.pop();n===e;)a=n,n=t.pop(),e=r.pop();return a}function ln(){for(var n=this,e=[n];n=n.parent;)e.push(n);return e}function on(){return Array.from(this)}function sn(){var n=[];return this.eachBefore(function(e){e.children||n.push(e)}),n}function hn(){var n=this,e=[];return n.each(function(t){t!==n&&e.push({source:t.parent,target:t})}),e}function*dn(){var n=this,e,t=[n],r,a,f;do for(e=t.reverse(),t=[];n=e.pop();)if(yield n,r=n.children)for(a=0,f=r.length;a<f;++a)t.push(r[a]);while(t.length)}function M(n,e){n instanceof Map?(n=[void 0,n],e===void 0&&(e=yn)):e===void 0&&(e=pn);for(var t=new b(n),r,a=[t],f,u,c,s;r=a.pop();)if((u=e(r.data))&&(s=(u=Array.from(u)).length))for(r.children=u,c=s-1;c>=0;--c)a.push(f=u[c]=new b(u[c])),f.parent=r,f.depth=r.depth+1;return t.eachBefore(xn)}function gn(){return M(this).eachBefore(mn)}function pn(n){return n.children}function yn(n){return Array.isArray(n)?n[1]:null}function mn(n){n.data.value!==void 0&&(n.value=n.data.value),n.data=n.data.data}function xn(n){var e=0;do n.height=e;while((n=n.parent)&&n.height<++e)}function b(n){this.data=n,this.depth=this.height=0,this.parent=null}b.prototype=M.prototype={constructor:b,count:U,each:nn,eachAfter:tn,eachBefore:en,find:rn,sum:un,sort:an,path:fn,ancestors:ln,descendants:on,leaves:sn,links:hn,copy:gn,[Symbol.iterator]:dn};function vn(n){if(typeof n!="function")throw new Error;return n}function w(){return 0}function _(n){return function(){return n}}function wn(n){n.x0=Math.round(n.x0),n.y0=Math.round(n.y0),n.x1=Math.round(n.x1),n.y1=Math.round(n.y1)}function N(n,e,t,r,a){for(var f=n.children,u,c=-1,s=f.length,o=n.value&&(r-e)/n.value;++c<s;)u=f[c],u.y0=t,u.y1=a,u.x0=e,u.x1=e+=u.value*o}function _n(n,e){this._=n,this.parent=null,this.children=null,this.A=null,this.a=this,this.z=0,this.m=0,this.c=0,this.s=0,this.t=null,this.i=e}_n.prototype=Object.create(b.prototype);function C(n,e,t,r,a){for(var f=n.children,u,c=-1,s=f.length,o=n.value&&(a-t)/n.value;++c<s;)u=f[c],u.x0=e,u.x1=r,u.y0=t,u.y1=t+=u.value*o}var P=(1+Math.sqrt(5))/2;function E(n,e,t,r,a,f){for(var u=[],c=e.children,s,o,l=0,m=0,i=c.length,g,p,d=e.value,h,y,v,A,k,z,x;l<i;){g=a-t,p=f-r;do h=c[m++].value;while(!h&&m<i);for(y=v=h,z=Math.max(p/g,g/p)/(d*n),x=h*h*z,k=Math.max(v/x,x/y);m<i;++m){if(h+=o=c[m].value,o<y&&(y=o),o>v&&(v=o),x=h*h*z,A=Math.max(v/x,x/y),A>k){h-=o;break}k=A}u.push(s={value:h,dice:g<p,children:c.slice(l,m)}),s.dice?N(s,t,r,a,d?r+=p*h/d:f):C(s,t,r,d?t+=g*h/d:a,f),d-=h,l=m}return u}var S=(function n(e){function t(r,a,f,u,c){E(e,r,a,f,u,c)}return t.ratio=function(r){return n((r=+r)>1?r:1)},t})(P);function L(){var n=S,e=!1,t=1,r=1,a=[0],f=w,u=w,c=w,s=w,o=w;function l(i){return i.x0=i.y0=0,i.x1=t,i.y1=r,i.eachBefore(m),a=[0],e&&i.eachBefore(wn),i}function m(i){var g=a[i.depth],p=i.x0+g,d=i.y0+g,h=i.x1-g,y=i.y1-g;h<p&&(p=h=(p+h)/2),y<d&&(d=y=(d+y)/2),i.x0=p,i.y0=d,i.x1=h,i.y1=y,i.children&&(g=a[i.depth+1]=f(i)/2,p+=o(i)-g,d+=u(i)-g,h-=c(i)-g,y-=s(i)-g,h<p&&(p=h=(p+h)/2),y<d&&(d=y=(d+y)/2),n(i,p,d,h,y))}return l.round=function(i){return arguments.length?(e=!!i,l):e},l.size=function(i){return arguments.length?(t=+i[0],r=+i[1],l):[t,r]},l.tile=function(i){return arguments.length?(n=vn(i),l):n},l.padding=function(i){return arguments.length?l.paddingInner(i).paddingOuter(i):l.paddingInner()},l.paddingInner=function(i){return arguments.length?(f=typeof i=="function"?i:_(+i),l):f},l.paddingOuter=function(i){return arguments.length?l.paddingTop(i).paddingRight(i).paddingBottom(i).paddingLeft(i):l.paddingTop()},l.paddingTop=function(i){return arguments.length?(u=typeof i=="function"?i:_(+i),l):u},l.paddingRight=function(i){return arguments.length?(c=typeof i=="function"?i:_(+i),l):c},l.paddingBottom=function(i){return arguments.length?(s=typeof i=="function"?i:_(+i),l):s},l.paddingLeft=function(i){return arguments.length?(o=typeof i=="function"?i:_(+i),l):o},l}var zn=(function n(e){function t(r,a,f,u,c){if((s=r._squarify)&&s.ratio===e)for(var s,o,l,m,i=-1,g,p=s.length,d=r.value;++i<p;){for(o=s[i],l=o.children,m=o.value=0,g=l.length;m<g;++m)o.value+=l[m].value;o.dice?N(o,a,f,u,d?f+=(c-f)*o.value/d:c):C(o,a,f,d?a+=(u-a)*o.value/d:u,c),d-=o.value}else r._squarify=s=E(e,r,a,f,u,c),s.ratio=e}return t.ratio=function(r){return n((r=+r)>1?r:1)},t})(P);function T(n,e){let t=n.map(()=>({...e,width:0,height:0}));if(e.width<=0||e.height<=0||!n.some(u=>u>0))return t;let r={children:n.map(u=>({weight:u}))},a=M(r,({children:u})=>u).sum(({weight:u=0})=>u);return(L().tile(S.ratio(1)).size([e.width,e.height])(a).children??[]).map(({x0:u,y0:c,x1:s,y1:o})=>({x:e.x+u,y:e.y+c,width:s-u,height:o-c}))}return Z(bn);})();`;
var maxRows = 2e3;
function tablesOf(image) {
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const { effectiveCommand, config } = measurement;
  const layers = measurement.perLayer.map((layer, index2) => {
    const command = (0, import_chunk_SBBVQVTE.commandOfLayer)(layer);
    const hiddenBytes = layer.unpackedBytes - layer.visibleBytes;
    return {
      search: command,
      cells: [
        import_chunk_LI3P6622.markup`${index2}`,
        import_chunk_LI3P6622.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(layer.unpackedBytes)}`,
        import_chunk_LI3P6622.markup`${hiddenBytes === 0 ? "" : (0, import_chunk_CCPWSZ7L.formatBytes)(hiddenBytes)}`,
        import_chunk_LI3P6622.markup`${(0, import_chunk_LI3P6622.phrase)([(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, index2)])}`,
        import_chunk_LI3P6622.markup`<code>${command}</code>`
      ]
    };
  });
  const hidden = measurement.hidden.map(({ path, bytes, addedBy, hiddenBy, how }) => ({
    search: path,
    cells: [
      import_chunk_LI3P6622.markup`<code>${path}</code>`,
      import_chunk_LI3P6622.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`,
      import_chunk_LI3P6622.markup`${(0, import_chunk_LI3P6622.phrase)([(0, import_chunk_3OORL62Y.placeOfLayer)(measurement, hiddenBy), import_chunk_SBBVQVTE.hidingVerbs[how], (0, import_chunk_3OORL62Y.placeOfLayer)(measurement, addedBy), "wrote"])}`
    ]
  }));
  const folders = measurement.largest.map(({ path, bytes, layer }) => ({
    search: path,
    cells: [import_chunk_LI3P6622.markup`<code>${path}</code>`, import_chunk_LI3P6622.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`, import_chunk_LI3P6622.markup`${layer}`]
  }));
  const packages = measurement.packages.toSorted((one, other) => other.bytes - one.bytes).map(({ name, version, bytes, layer }) => ({
    search: name,
    cells: [
      import_chunk_LI3P6622.markup`<code>${name}</code>`,
      import_chunk_LI3P6622.markup`<code>${version}</code>`,
      import_chunk_LI3P6622.markup`${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}`,
      import_chunk_LI3P6622.markup`${layer}`
    ]
  }));
  return import_chunk_LI3P6622.markup`${change ? changesOf(change) : ""}
    ${tableOf("Layers", ["#", "on disk", "hidden", "where", "made by"], layers)}
    ${tableOf("Hidden copies", ["path", "hidden", "how"], hidden)}
    ${tableOf("Largest folders", ["folder", "visible", "layer"], folders)}
    ${tableOf("Packages", ["package", "version", "visible", "layer"], packages)}
    <details>
      <summary>Effective command</summary>
      <p><code>${JSON.stringify(effectiveCommand.argv)}</code></p>
      <p>${(0, import_chunk_LI3P6622.prose)(effectiveCommand.explanation)}</p>
      <p>
        User
        ${config.user === "" ? "not set, so root" : import_chunk_LI3P6622.markup`<code>${config.user}</code>`}${config.workingDir === "" ? "" : import_chunk_LI3P6622.markup`, directory <code>${config.workingDir}</code>`}
      </p>
    </details>`;
}
function changesOf(change) {
  const rewritten = (0, import_chunk_3OORL62Y.rewrittenWords)(change);
  const changes = [
    ...change.packages.map((row) => changeRow(row, row.name, row.before, row.after)),
    ...change.grew.map((row) => changeRow(row, row.path)),
    ...change.config.map((row) => changeRow({}, row.field, row.before, row.after))
  ];
  return import_chunk_LI3P6622.markup`${rewritten === void 0 ? "" : import_chunk_LI3P6622.markup`<p>${rewritten}</p>`}
    ${tableOf("What changed", ["What", "difference", "base", "this change"], changes)}`;
}
function changeRow({ deltaBytes, ofBase }, name, before, after) {
  return {
    search: name,
    cells: [
      import_chunk_LI3P6622.markup`<code>${name}</code>${ofBase ? " (base image)" : ""}`,
      import_chunk_LI3P6622.markup`${deltaBytes === void 0 ? "" : (0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)}`,
      import_chunk_LI3P6622.markup`${before ?? ""}`,
      import_chunk_LI3P6622.markup`${after ?? ""}`
    ]
  };
}
function tableOf(title, columns, rows) {
  if (rows.length === 0) return import_chunk_LI3P6622.markup``;
  const rest = rows.length - maxRows;
  const body = rows.slice(0, maxRows).map(
    ({ search, cells }) => import_chunk_LI3P6622.markup`<tr data-search="${search.toLowerCase()}">
        ${cells.map((cell2) => import_chunk_LI3P6622.markup`<td>${cell2}</td>`)}
      </tr>`
  );
  return import_chunk_LI3P6622.markup`<details>
    <summary>${title} (${rows.length})</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => import_chunk_LI3P6622.markup`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? import_chunk_LI3P6622.markup`<p>… and ${rest} more</p>` : ""}
  </details>`;
}
var script = [pageFunctions, clientScript, clientFiles, clientLevels].join("\n");
function renderHtml(result, listings = /* @__PURE__ */ new Map()) {
  const { head, base, baseName } = result.revision ?? {};
  const against = [baseName, base?.slice(0, 7)].filter((part) => part !== void 0).join("@");
  const counts = (0, import_chunk_DRSZDVSV.countsOf)(result.images);
  const standing = counts.error > 0 ? "error" : counts.warning > 0 || counts.unbuilt ? "warning" : "good";
  const page2 = import_chunk_LI3P6622.markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plimsoll: ${(0, import_chunk_DRSZDVSV.countsInWords)(counts)}</title>
        <style>${(0, import_chunk_LI3P6622.verbatim)(import_chunk_LI3P6622.style)}</style>
      </head>
      <body>
        <header>
          <h1>Plimsoll <span class="${standing}">${(0, import_chunk_DRSZDVSV.countsInWords)(counts)}</span></h1>
          <p>
            ${head === void 0 ? "" : import_chunk_LI3P6622.markup`<code>${head.slice(0, 7)}</code>`}${against === "" ? "" : import_chunk_LI3P6622.markup` against <code>${against}</code>`}
          </p>
          <label class="search">Search <input type="search" id="search" placeholder="path, package, rule" autocomplete="off" /></label>
          <p id="matches" role="status" aria-live="polite"></p>
          <ol id="found"></ol>
        </header>
        <main>
          ${result.notices.map(({ level, message }) => import_chunk_LI3P6622.markup`<p class="notice ${level}">${message}</p>`)}
          ${result.images.map((image, index2) => imageOf(image, index2, listings.get((0, import_chunk_GBGEQQ52.keyOfImage)(image))))}
        </main>
        <footer>
          Plimsoll ${result.tool.version} · policy <code>${result.policy.digest}</code> from
          ${result.policy.sources.map((source) => import_chunk_LI3P6622.markup`<code>${source}</code> `)}
        </footer>
        <script>${(0, import_chunk_LI3P6622.verbatim)(script)}</script>
      </body>
    </html>
`;
  return page2.source;
}
function imageOf(image, index2, listing) {
  if (!(0, import_chunk_SBBVQVTE.isMeasured)(image)) return unmeasuredOf(image, index2);
  const { measurement, change } = (0, import_chunk_SBBVQVTE.gatedOf)(image);
  const delta = change ? ` (${(0, import_chunk_CCPWSZ7L.formatDelta)(change.unpackedDeltaBytes)})` : "";
  return import_chunk_LI3P6622.markup`<section class="image" aria-labelledby="image-${index2}">
    <h2 id="image-${index2}">
      <code>${image.name}</code> ${(0, import_chunk_CCPWSZ7L.formatBytes)(measurement.unpackedBytes)}${delta}
      <small>${image.platform} · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}</small>
    </h2>
    ${numbersOf(image)} ${historyOf(image)} ${variantsOf(image)} ${carriedOf(image)} ${findingsOf(image)} ${treemapOf(image, index2, listing)} ${besideOf(image, index2)} ${tablesOf(image)}
  </section>`;
}
function unmeasuredOf(image, index2) {
  return import_chunk_LI3P6622.markup`<section class="image" aria-labelledby="image-${index2}">
    <h2 id="image-${index2}">
      <code>${image.name}</code> ${(0, import_chunk_SBBVQVTE.unmeasuredInWords)(image)} <small>${image.platform} · ${(0, import_chunk_DRSZDVSV.countsInWords)((0, import_chunk_DRSZDVSV.countsOf)([image]))}</small>
    </h2>
    <p>${(0, import_chunk_SBBVQVTE.whyUnmeasured)(image)}</p>
    ${findingsOf(image)}
  </section>`;
}
function policy() {
  return import_chunk_LI3P6622.markup`default-src 'none'; style-src 'sha256-${hash(import_chunk_LI3P6622.style)}'; script-src 'sha256-${hash(script)}'; base-uri
  'none'; form-action 'none'`;
}
function hash(ours) {
  return (0, import_chunk_LI3P6622.verbatim)((0, import_node_crypto.createHash)("sha256").update(ours).digest("base64"));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderHtml
});
