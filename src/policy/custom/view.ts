import type { DockerfileReport } from '../../result/dockerfile.ts';
import type { Measurement } from '../../result/measurement.ts';
import type { Comparison } from '../../result/result.ts';
import type { Subject } from '../subject.ts';
import { exact } from './exact.ts';
import { Files } from './files.ts';
import { Looks } from './looks.ts';
import type { ViewVariable } from './view-types.ts';

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
