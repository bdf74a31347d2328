import { EntryType } from '../../image/entries.ts';
import type { FileTree } from '../../image/tree.ts';
import type { DockerfileReport } from '../../result/dockerfile.ts';
import type { Measurement } from '../../result/measurement.ts';
import type { Comparison } from '../../result/result.ts';
import { compileGlob, globProblem } from '../glob.ts';
import type { Subject } from '../subject.ts';
import { counted, Looks, maxLooks } from './looks.ts';

/** Types of the view that expressions see, field by field; docs/custom-rules.md is its reference. Fields may be added. */
export const viewTypes = {
  Config: {
    user: 'string',
    entrypoint: 'list<string>',
    cmd: 'list<string>',
    workingDir: 'string',
    env: 'map<string, string>',
    exposedPorts: 'list<string>',
    volumes: 'list<string>',
    labels: 'map<string, string>',
    healthcheck: 'list<string>',
    stopSignal: 'string',
  },
  Layer: {
    index: 'int',
    unpackedBytes: 'int',
    visibleBytes: 'int',
    entries: 'int',
    createdBy: 'string',
    line: 'int',
    isBase: 'bool',
  },
  Package: {
    manager: 'string',
    name: 'string',
    version: 'string',
    architecture: 'string',
    bytes: 'int',
    layer: 'int',
  },
  HiddenFile: { path: 'string', bytes: 'int', addedBy: 'int', hiddenBy: 'int', how: 'string' },
  File: { path: 'string', bytes: 'int', mode: 'int', uid: 'int', gid: 'int', layer: 'int' },
  Image: {
    name: 'string',
    platform: 'string',
    unpackedBytes: 'int',
    visibleBytes: 'int',
    hiddenBytes: 'int',
    pullBytes: 'int',
    baseLayers: 'int',
    config: 'Config',
    layers: 'list<Layer>',
    packages: 'list<Package>',
    hidden: 'list<HiddenFile>',
  },
  Instruction: { keyword: 'string', line: 'int', stage: 'int', arguments: 'list<string>', flags: 'list<string>' },
  Stage: { index: 'int', name: 'string', base: 'string', line: 'int' },
  Dockerfile: { file: 'string', instructions: 'list<Instruction>', stages: 'list<Stage>', finalStage: 'int' },
  Baseline: { from: 'string', unpackedBytes: 'int' },
  Change: {
    unpackedDeltaBytes: 'int',
    hiddenDeltaBytes: 'int',
    ownDeltaBytes: 'int',
    baseDeltaBytes: 'int',
    pullDeltaBytes: 'int',
    layersDelta: 'int',
    packages: 'list<PackageChange>',
  },
  PackageChange: { manager: 'string', name: 'string', before: 'string', after: 'string', deltaBytes: 'int' },
} as const;

/** Names an expression can begin with, and their types. */
export const viewVariables = {
  image: 'Image',
  files: 'Files',
  dockerfile: 'Dockerfile',
  baseline: 'Baseline',
  change: 'Change',
} as const;
export type ViewVariable = keyof typeof viewVariables;

const maxMatches = 5_000;
/** Each is one walk over all files. */
const maxPatterns = 100;

/** The files a container sees, by pattern. */
export class Files {
  readonly #tree: FileTree;
  readonly #looks: Looks;
  /** An expression asks for the same files again and again as it walks others. */
  readonly #known = new Map<string, readonly unknown[]>();

  constructor(tree: FileTree, looks: Looks) {
    this.#tree = tree;
    this.#looks = looks;
  }

  /** Regular files whose absolute path fits. @throws Error when there are more than an expression can look at, or the pattern is none */
  matching(pattern: string): readonly unknown[] {
    const known = this.#known.get(pattern) ?? this.#find(pattern);
    this.#known.set(pattern, known);
    return known;
  }

  #find(pattern: string): readonly unknown[] {
    const problem = globProblem(pattern);
    if (problem !== undefined) throw new Error(`\`${pattern}\` is not ${problem}`);
    const matches = compileGlob(pattern);
    // Whoever asks for ten thousand patterns walks the tree as often.
    this.#looks.take(1 + Math.floor(maxLooks / maxPatterns));
    const found: unknown[] = [];
    for (const { path, type, fileBytes, mode, uid, gid, layer } of this.#tree.all()) {
      if (type !== EntryType.file || !matches(`/${path}`)) continue;
      if (found.length === maxMatches) throw new Error(`\`${pattern}\` fits more than ${maxMatches} files`);
      found.push(exact({ path: `/${path}`, bytes: fileBytes, mode, uid, gid, layer }, this.#looks));
    }
    return counted(found, this.#looks);
  }
}

/** The subject as expressions see it; what is not known is absent. Integers are BigInt. */
export function viewOf(subject: Subject): Readonly<Partial<Record<ViewVariable, unknown>>> {
  const { imageName, measurement, tree, dockerfile, change } = subject;
  const looks = new Looks();
  const seen = (data: unknown): unknown => exact(data, looks);
  return {
    image: seen(imageView(imageName, measurement)),
    ...(tree && { files: new Files(tree, looks) }),
    ...(dockerfile && { dockerfile: seen(dockerfileView(dockerfile)) }),
    ...(change && { baseline: seen({ from: change.before, unpackedBytes: change.beforeBytes }) }),
    ...(change && { change: seen(changeView(change)) }),
  };
}

function imageView(name: string, measurement: Measurement) {
  const { platform, unpackedBytes, visibleBytes, hiddenBytes, pull, baseLayers, config, packages, hidden } =
    measurement;
  return {
    name,
    platform,
    unpackedBytes,
    visibleBytes,
    hiddenBytes,
    packages,
    hidden,
    ...(pull && { pullBytes: pull.bytes }),
    ...(baseLayers !== undefined && { baseLayers }),
    config: {
      user: config.user,
      entrypoint: config.entrypoint ?? [],
      cmd: config.cmd ?? [],
      workingDir: config.workingDir,
      env: Object.fromEntries(config.env.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])),
      exposedPorts: config.exposedPorts,
      volumes: config.volumes,
      labels: config.labels,
      healthcheck: config.healthcheck?.test ?? [],
      stopSignal: config.stopSignal ?? '',
    },
    layers: measurement.perLayer.map((layer, index) => ({
      index,
      unpackedBytes: layer.unpackedBytes,
      visibleBytes: layer.visibleBytes,
      entries: layer.entries,
      createdBy: layer.createdBy,
      line: layer.dockerfile?.startLine ?? 0,
      isBase: index < (baseLayers ?? 0),
    })),
  };
}

function dockerfileView({ file, instructions, stages, final }: DockerfileReport) {
  return {
    file,
    finalStage: final.stage,
    instructions: instructions.map(({ keyword, startLine, stage, arguments: words, flags }) => ({
      keyword,
      line: startLine,
      arguments: words,
      flags,
      stage: stage ?? -1,
    })),
    stages: stages.map(({ index, name, base, startLine }) => ({
      index,
      line: startLine,
      name: name ?? '',
      base: base.reference ?? '',
    })),
  };
}

function changeView(change: Comparison) {
  const { unpackedDeltaBytes, hiddenDeltaBytes, ownDeltaBytes, baseDeltaBytes, pullDelta, layersDelta, packages } =
    change;
  return {
    unpackedDeltaBytes,
    hiddenDeltaBytes,
    layersDelta,
    ...(ownDeltaBytes !== undefined && { ownDeltaBytes }),
    ...(baseDeltaBytes !== undefined && { baseDeltaBytes }),
    ...(pullDelta && { pullDeltaBytes: pullDelta.bytes }),
    packages: packages.map((one) => ({ before: '', after: '', ...one })),
  };
}

/** Plain data with its whole numbers as BigInt: to the language a JavaScript number is a double. */
function exact(data: unknown, looks: Looks): unknown {
  if (typeof data === 'number') return BigInt(data);
  if (Array.isArray(data))
    return counted(
      data.map((one) => exact(one, looks)),
      looks,
    );
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, exact(value, looks)]));
}
