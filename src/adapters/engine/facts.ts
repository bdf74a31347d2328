import { z } from 'zod';
import type { HistoryEntry, ImageFacts } from '../../image/image.ts';
import type { Digest, ImageConfig } from '../../result/measurement.ts';

const texts = z.array(z.string()).nullish();
const flags = z.record(z.string(), z.unknown()).nullish();
const digest = z.custom<Digest>((text) => typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text), 'a digest');
const healthcheck = z.object({
  Test: texts,
  Interval: z.number().optional(),
  Timeout: z.number().optional(),
  StartPeriod: z.number().optional(),
  Retries: z.number().optional(),
});

/** What `GET /images/NAME/json` answers, as far as it is used. */
export const imageInspect = z.object({
  // Podman leaves the algorithm out.
  Id: z.preprocess((id) => (typeof id === 'string' && /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id), digest),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().nullish(),
  Created: z.string().nullish(),
  GraphDriver: z.object({ Name: z.string().nullish(), Data: z.record(z.string(), z.string()).nullish() }).nullish(),
  RootFS: z.object({ Layers: z.array(digest).nullish() }).nullish(),
  Config: z
    .object({
      User: z.string().nullish(),
      Entrypoint: texts,
      Cmd: texts,
      WorkingDir: z.string().nullish(),
      Env: texts,
      ExposedPorts: flags,
      Volumes: flags,
      Labels: z.record(z.string(), z.string()).nullish(),
      Healthcheck: healthcheck.nullish(),
      StopSignal: z.string().nullish(),
      Shell: texts,
      OnBuild: texts,
    })
    .nullish(),
});
export type ImageInspect = z.infer<typeof imageInspect>;

/** What `GET /images/NAME/history` answers, newest first. */
export const imageHistory = z.array(
  z.object({ CreatedBy: z.string().nullish(), Comment: z.string().nullish(), Size: z.number() }),
);
export type ImageHistory = z.infer<typeof imageHistory>;

/**
 * Facts from the engine's short answers alone, on a store where an image's ID is its config's digest.
 * @returns undefined where they do not tell which history entries made a layer: then only the image's own config does.
 */
export function factsOfInspect(inspect: ImageInspect, history: ImageHistory): ImageFacts | undefined {
  const diffIds = inspect.RootFS?.Layers ?? [];
  const entries = historyWithLayers(history.toReversed(), diffIds.length);
  return (
    entries && {
      source: `engine:${inspect.Id}`,
      imageId: inspect.Id,
      platform: platformOf(inspect),
      config: configOf(inspect.Config ?? {}),
      ...(inspect.Created && { created: inspect.Created }),
      history: entries,
      diffIds,
    }
  );
}

/** `os/architecture[/variant]` */
export const platformOf = ({ Os: os, Architecture: architecture, Variant: variant }: ImageInspect): string =>
  [os, architecture, ...(variant ? [variant] : [])].join('/');

const madeNothing =
  /^(\/bin\/sh -c #\(nop\) +)?(ENV|CMD|ENTRYPOINT|LABEL|EXPOSE|USER|VOLUME|ARG|STOPSIGNAL|HEALTHCHECK|ONBUILD|SHELL|MAINTAINER)\b/;

/** The engine does not say which entries made a layer. Those with bytes did; of the others it must follow from the count. */
function historyWithLayers(oldestFirst: ImageHistory, layers: number): readonly HistoryEntry[] | undefined {
  const withBytes = oldestFirst.filter((entry) => entry.Size > 0).length;
  const open = oldestFirst.filter((entry) => entry.Size === 0 && !madeNothing.test(entry.CreatedBy ?? '')).length;
  const openMadeLayers = withBytes + open === layers;
  if (withBytes !== layers && !openMadeLayers) return undefined;
  return oldestFirst.map((entry) => ({
    createdBy: entry.CreatedBy ?? '',
    comment: entry.Comment ?? '',
    emptyLayer: entry.Size === 0 && (!openMadeLayers || madeNothing.test(entry.CreatedBy ?? '')),
  }));
}

function configOf(config: NonNullable<ImageInspect['Config']>): ImageConfig {
  const health = config.Healthcheck;
  return {
    user: config.User ?? '',
    ...(config.Entrypoint && { entrypoint: config.Entrypoint }),
    ...(config.Cmd && { cmd: config.Cmd }),
    workingDir: config.WorkingDir ?? '',
    env: config.Env ?? [],
    exposedPorts: Object.keys(config.ExposedPorts ?? {}),
    volumes: Object.keys(config.Volumes ?? {}),
    labels: config.Labels ?? {},
    ...(health && { healthcheck: healthcheckOf(health) }),
    ...(config.StopSignal && { stopSignal: config.StopSignal }),
    ...(config.Shell && { shell: config.Shell }),
    ...(config.OnBuild && { onBuild: config.OnBuild }),
  };
}

const healthcheckOf = (health: z.infer<typeof healthcheck>): NonNullable<ImageConfig['healthcheck']> => ({
  test: health.Test ?? [],
  ...(health.Interval !== undefined && { intervalNs: health.Interval }),
  ...(health.Timeout !== undefined && { timeoutNs: health.Timeout }),
  ...(health.StartPeriod !== undefined && { startPeriodNs: health.StartPeriod }),
  ...(health.Retries !== undefined && { retries: health.Retries }),
});
