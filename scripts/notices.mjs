// The licences of what is bundled, from esbuild's metafile: every package must be on the allow-list.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
]);

/** The package folders (relative to the root) that put bytes into any output, in order of name. */
function bundledPackages(metafile) {
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort((a, b) => (a < b ? -1 : 1));
}

function licenceOf(manifest) {
  const licence = typeof manifest.license === 'string' ? manifest.license : manifest.license?.type;
  const choices = (licence ?? '').replace(/^\(|\)$/g, '').split(' OR ');
  return choices.find((choice) => allowed.has(choice)) ?? { refused: licence ?? 'none' };
}

function texts(folder) {
  const names = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort();
  return names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** The text of third-party-notices.txt. @throws when a bundled package's licence is not on the allow-list. */
export function notices(root, metafile) {
  const sections = new Map();
  for (const folder of bundledPackages(metafile)) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const title = `${manifest.name} ${manifest.version}`;
    const licence = licenceOf(manifest);
    if (typeof licence === 'object')
      throw new Error(`${title}: licence ${licence.refused} is not on the allow-list in scripts/notices.mjs.`);
    const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
    const found = texts(join(root, folder));
    const body =
      found.length > 0
        ? found
        : [`The package ships no licence text; it declares ${licence}${author ? `, by ${author}` : ''}.`];
    sections.set(title, [`${title} (${licence})`, '', ...body].join('\n'));
  }
  const list = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
  return `The files in this folder contain the following packages.\n\n${list.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
