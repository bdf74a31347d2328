// Archives to measure against, made from a few numbers: the same bytes on every machine.
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Shapes of images that are hard for different reasons. `files` is spread over all layers but the last. */
export const shapes = {
  dev: { files: 77_000, layers: 12, fileBytes: 23_000, rewritten: 3_000, whiteouts: 20 },
  many: { files: 337_000, layers: 70, fileBytes: 1_500, rewritten: 2_000, whiteouts: 200 },
  blob: { files: 6_700, layers: 5, fileBytes: 260_000, rewritten: 20, whiteouts: 5 },
  whiteouts: { files: 20_000, layers: 20, fileBytes: 600, rewritten: 0, whiteouts: 10_000 },
};

/** What grows, one thing at a time; each is read as a plain archive. */
export const growth = {
  files: [25_000, 100_000, 400_000].map((files) => ({ files, layers: 10, fileBytes: 600, rewritten: 0, whiteouts: 0 })),
  layers: [2, 40, 120].map((layers) => ({ files: 100_000, layers, fileBytes: 600, rewritten: 0, whiteouts: 0 })),
  whiteouts: [100, 1_000, 10_000].map((whiteouts) => ({
    files: 20_000,
    layers: 2,
    fileBytes: 600,
    rewritten: 0,
    whiteouts,
  })),
};

const noTime = '00000000000';
/** Bytes that compress about as well as programs do: half of a kind of noise, half of text. */
const noise = Buffer.alloc(1 << 20);
for (let at = 0, state = 1; at < noise.length; at += 1) {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  noise[at] = at % 128 < 64 ? state >>> 24 : 97 + ((at >> 7) % 26);
}

function header(name, size, type, mode) {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(`${mode.toString(8).padStart(7, '0')}\0${'0000000\0'.repeat(2)}`, 100, 'latin1');
  block.write(`${size.toString(8).padStart(11, '0')}\0${noTime}\0        ${type}`, 124, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

const padding = (bytes) => Buffer.alloc((512 - (bytes % 512)) % 512);
const pathOf = (file) => `srv/d${file % 97}/e${Math.floor(file / 97) % 89}/file-${file}.txt`;

function* records(shape, layer) {
  const { files, layers, fileBytes, rewritten, whiteouts } = shape;
  const perLayer = Math.ceil(files / (layers - 1));
  const first = layer * perLayer;
  const isLast = layer === layers - 1;
  const mine = isLast ? rewritten : Math.max(0, Math.min(perLayer, files - first));
  const body = (file, bytes) =>
    noise.subarray((file * 7_919) % (noise.length - bytes), ((file * 7_919) % (noise.length - bytes)) + bytes);
  for (let index = 0; index < mine; index += 1) {
    // The last layer only changes modes, as a `chmod` in a Dockerfile does.
    const file = isLast ? index : first + index;
    const bytes = Math.floor(fileBytes * (0.25 + (1.5 * ((file * 2_654_435_761) % 1_000)) / 1_000));
    yield header(pathOf(file), bytes, '0', isLast ? 0o600 : 0o644);
    for (let left = bytes; left > 0; left -= noise.length >> 1) yield body(file, Math.min(left, noise.length >> 1));
    yield padding(bytes);
  }
  for (let index = isLast ? 0 : whiteouts; index < whiteouts; index += 1) {
    const file = files - 1 - index;
    const path = pathOf(file);
    const cut = path.lastIndexOf('/') + 1;
    yield header(`${path.slice(0, cut)}.wh.${path.slice(cut)}`, 0, '0', 0o644);
  }
  yield Buffer.alloc(1024);
}

/** Writes `NAME.tar` (a docker archive) and, unless it is a shape of its own, `NAME-gzip/` (an OCI layout). @returns where they are. */
export async function makeShape(folder, name, scale, own) {
  const full = own ?? shapes[name];
  const scaled = Object.fromEntries(
    Object.entries(full).map(([key, value]) => [
      key,
      ['files', 'rewritten', 'whiteouts'].includes(key) ? Math.ceil(value * scale) : value,
    ]),
  );
  const tar = join(folder, `${name}.tar`);
  const layout = join(folder, `${name}-gzip`);
  rmSync(layout, { recursive: true, force: true });
  mkdirSync(join(layout, 'blobs', 'sha256'), { recursive: true });
  const out = createWriteStream(tar);
  const write = async (bytes) => void (out.write(bytes) || (await once(out, 'drain')));
  const add = async (path, bytes) => {
    await write(header(path, bytes.length, '0', 0o644));
    await write(bytes);
    await write(padding(bytes.length));
  };
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const blob = (bytes, mediaType) => {
    writeFileSync(join(layout, 'blobs', 'sha256', digest(bytes)), bytes);
    return { mediaType, digest: `sha256:${digest(bytes)}`, size: bytes.length };
  };
  const diffIds = [];
  const packed = [];
  for (let layer = 0; layer < scaled.layers; layer += 1) {
    const bytes = Buffer.concat([...records(scaled, layer)]);
    diffIds.push(`sha256:${digest(bytes)}`);
    if (!own) packed.push(blob(gzipSync(bytes, { level: 1 }), 'application/vnd.oci.image.layer.v1.tar+gzip'));
    await add(`${layer}/layer.tar`, bytes);
  }
  const history = diffIds.map((_, layer) => ({ created_by: `COPY layer ${layer}` }));
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: {},
      history,
      rootfs: { type: 'layers', diff_ids: diffIds },
    }),
  );
  const tag = `plimsoll-bench:${name}`;
  await add('config.json', config);
  await add(
    'manifest.json',
    Buffer.from(
      JSON.stringify([
        { Config: 'config.json', RepoTags: [tag], Layers: diffIds.map((_, layer) => `${layer}/layer.tar`) },
      ]),
    ),
  );
  await write(Buffer.alloc(1024));
  out.end();
  await once(out, 'close');
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: blob(config, 'application/vnd.oci.image.config.v1+json'),
    layers: packed,
  };
  writeFileSync(
    join(layout, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [blob(Buffer.from(JSON.stringify(manifest)), manifest.mediaType)] }),
  );
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return { tar, layout, tag };
}
