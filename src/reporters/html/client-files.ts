/**
 * What the page does with the files of a layer: unpacks them when they are asked for, sums them up by folder, draws one
 * level at a time, and finds a file again. Kept as text, as {@link clientScript}; text of files becomes text nodes only.
 */
export const clientFiles = String.raw`
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
