/** How the page draws one level of a layer's files, goes down and up, and leads to a file. Text, as {@link clientFiles}. */
export const clientLevels = String.raw`
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
