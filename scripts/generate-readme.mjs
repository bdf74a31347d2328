// Writes the tables of inputs and outputs in README.md from action.yml. `--check` writes nothing and ends with 1 when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const start = '<!-- inputs and outputs: written by scripts/generate-readme.mjs from action.yml -->\n';
const end = '<!-- end of inputs and outputs -->';

const cell = (text) =>
  String(text ?? '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');

function inputRow([name, { description, default: value, required }]) {
  const preset = required ? '*required*' : value === undefined || value === '' ? '' : `\`${cell(value)}\``;
  return `| \`${name}\` | ${preset} | ${cell(description)} |\n`;
}

function tables({ inputs = {}, outputs = {} }) {
  const outputRows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |\n`,
  );
  return [
    '| input | default | |\n| :-- | :-- | :-- |\n',
    ...Object.entries(inputs).map(inputRow),
    '\n| output | |\n| :-- | :-- |\n',
    ...outputRows,
  ].join('');
}

const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
if (!text.includes(start) || to < from)
  throw new Error('README.md has lost the markers around its inputs and outputs.');
const fresh = `${text.slice(0, from)}\n${tables(parse(readFileSync(join(root, 'action.yml'), 'utf8')))}\n${text.slice(to)}`;
if (fresh !== text && process.argv.includes('--check')) {
  console.error(
    'README.md: the inputs and outputs are not those of action.yml. Run `node scripts/generate-readme.mjs`.',
  );
  process.exitCode = 1;
} else if (fresh !== text) writeFileSync(readme, fresh);
