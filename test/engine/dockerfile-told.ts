import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { attributeLayers, ownLayers } from '../../src/dockerfile/attribute.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { DockerfileReport } from '../../src/result/dockerfile.ts';

const never = new AbortController().signal;
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A prediction and what was built, to be held against each other: the config, and the line of each layer, which a file in it names. */
export async function predictedAndBuilt(image: OpenImage, report: DockerfileReport) {
  const lines = attributeLayers(image.facts.history, report);
  const told = (await image.readLayers(never)).map(({ paths }) => makerOf(paths));
  const base = new Set(report.stages.map(({ startLine }) => startLine));
  return {
    predicted: {
      config: predicted(report),
      lines: lines.map((line, at) =>
        told[at] === 'base' && base.has(line?.startLine ?? 0) ? 'base' : line?.startLine,
      ),
      ownLayers: ownLayers(image.facts.history, report),
    },
    built: {
      config: built(image),
      lines: told.map((maker, at) => maker ?? lines[at]?.startLine ?? 'left out'),
      ownLayers: told.filter((maker) => maker !== 'base').length,
    },
  };
}

/** The line that a layer's files name; undefined for a layer without such a file. */
function makerOf(paths: readonly string[]): number | 'base' | undefined {
  if (paths.includes('bin/busybox')) return 'base';
  const named = paths.flatMap((path) => /(?:^|\/)L(\d+)[^/]*$/.exec(path)?.[1] ?? []);
  return named.length > 0 ? Number(named.at(-1)) : undefined;
}

function predicted({ final }: DockerfileReport) {
  const { user, workingDir, env, exposedPorts, volumes, labels, healthcheck, stopSignal, shell, onBuild } = final;
  return {
    user: user ?? '',
    entrypoint: final.entrypoint ?? [],
    cmd: final.cmd ?? [],
    workingDir: workingDir ?? '/',
    env: (env.some((entry) => entry.startsWith('PATH=')) ? env : [defaultPath, ...env]).toSorted(),
    exposedPorts: exposedPorts.toSorted(),
    volumes: volumes.toSorted(),
    labels,
    healthcheck: healthcheck?.test ?? [],
    stopSignal: stopSignal ?? '',
    shell: shell ?? [],
    onBuild,
  };
}

function built({ facts }: OpenImage): ReturnType<typeof predicted> {
  const { config } = facts;
  return {
    user: config.user,
    entrypoint: config.entrypoint ?? [],
    cmd: config.cmd ?? [],
    workingDir: config.workingDir || '/',
    env: config.env.toSorted(),
    exposedPorts: config.exposedPorts.toSorted(),
    volumes: config.volumes.toSorted(),
    labels: Object.fromEntries(Object.entries(config.labels).filter(([name]) => !name.startsWith('dev.plimsoll.'))),
    healthcheck: config.healthcheck?.test ?? [],
    stopSignal: config.stopSignal ?? '',
    shell: config.shell ?? [],
    onBuild: config.onBuild ?? [],
  };
}

/** What the context of every case holds. */
export async function filesFor(text: string): Promise<Readonly<Record<string, string>>> {
  const archive = Buffer.concat(await tarOf({ L2: 'x' }).toArray()).toString('latin1');
  return { Dockerfile: text, f: 'f', 'dir/g': 'g', 'L2.tar': archive };
}

export function tarOf(files: Readonly<Record<string, string>>): Readable {
  const tar = pack();
  for (const [name, text] of Object.entries(files)) tar.entry({ name }, text);
  tar.finalize();
  return Readable.from(tar);
}
