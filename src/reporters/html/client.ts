/**
 * What the page does by itself: search, opening a layer, arrow keys, showing a finding's bytes.
 *
 * Kept as text because it runs in a browser, not here; it makes no markup out of data, so nothing foreign can run.
 */
export const clientScript = String.raw`
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
