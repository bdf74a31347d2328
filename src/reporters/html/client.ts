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
  shown.querySelector('[tabindex]')?.focus();
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
  document.getElementById('matches').textContent = words === '' ? '' : matches === 1 ? '1 line matches' : matches + ' lines match';
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
}

function step(event, current) {
  const cells = all('[tabindex]', current.closest('.map'));
  const box = current.getBoundingClientRect();
  const sign = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
  const isAcross = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
  const middle = (rect) => isAcross ? [rect.x + rect.width / 2, rect.y + rect.height / 2] : [rect.y + rect.height / 2, rect.x + rect.width / 2];
  const [along, beside] = middle(box);
  const near = cells.filter((cell) => cell !== current).map((cell) => {
    const [a, b] = middle(cell.getBoundingClientRect());
    return { cell, ahead: (a - along) * sign, off: Math.abs(b - beside) };
  }).filter(({ ahead }) => ahead > 1).sort((one, other) => one.ahead + 2 * one.off - other.ahead - 2 * other.off)[0];
  near?.cell.focus();
}

search.addEventListener('input', mark);
document.addEventListener('click', (event) => {
  const layer = event.target.closest('.layer');
  if (layer) open(layer.closest('.maps'), layer.dataset.open);
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
  if (event.key === 'Escape') open(current.closest('.maps'), 'all');
});
for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => {
  const named = event.target.closest?.('[data-title]');
  if (named) named.closest('.maps').querySelector('.detail').textContent = named.dataset.title;
});
`;
