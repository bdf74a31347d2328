import { createHash } from 'node:crypto';
import type { HistoryEntry, ImageFacts } from '../image/image.ts';
import type { Digest, ImageConfig } from '../result/measurement.ts';
import { JsonObject, parseJson } from './json.ts';
import { brokenArchive } from './limits.ts';

/** What an image's config document states. */
export type ConfigFacts = Pick<ImageFacts, 'imageId' | 'platform' | 'config' | 'created' | 'history' | 'diffIds'>;

/**
 * Reads an image's config: https://github.com/opencontainers/image-spec/blob/main/config.md#properties
 * What is missing is left empty, as engines do; what is there must have its type.
 * @throws UserError `broken-archive`
 */
export function readImageConfig(bytes: Uint8Array, where: string): ConfigFacts {
  const document = new JsonObject(parseJson(bytes, where), where);
  const diffIds = document.object('rootfs')?.texts('diff_ids') ?? [];
  const [os, architecture, variant] = ['os', 'architecture', 'variant'].map((name) => document.text(name));
  const created = document.text('created');
  return {
    imageId: digestOf(bytes),
    platform: `${os || 'unknown'}/${architecture || 'unknown'}${variant ? `/${variant}` : ''}`,
    config: readContainerConfig(document.object('config') ?? new JsonObject({}, where)),
    ...(created !== undefined && { created }),
    history: (document.objects('history') ?? []).map(readHistoryEntry),
    diffIds: diffIds.map((text) => readDigest(text, where)),
  };
}

/** sha256 of a document's bytes. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** @throws UserError when the text is not a sha256 or sha512 digest: https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests */
export function readDigest(text: string | undefined, where: string): Digest {
  if (text === undefined || !isDigest(text))
    throw brokenArchive(where, `\`${text ?? ''}\` is not a digest this tool can check`);
  return text;
}

function isDigest(text: string): text is Digest {
  return /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text);
}

function readHistoryEntry(entry: JsonObject): HistoryEntry {
  return {
    createdBy: entry.text('created_by') ?? '',
    comment: entry.text('comment') ?? '',
    emptyLayer: entry.flag('empty_layer'),
  };
}

function readContainerConfig(config: JsonObject): ImageConfig {
  const healthcheck = config.object('Healthcheck');
  const [entrypoint, cmd, shell, onBuild] = ['Entrypoint', 'Cmd', 'Shell', 'OnBuild'].map((name) => config.texts(name));
  const stopSignal = config.text('StopSignal');
  const env = config.texts('Env') ?? [];
  if (env.some((variable) => variable.indexOf('=') < 1))
    throw brokenArchive(config.where, 'an environment variable is not NAME=VALUE');
  return {
    user: config.text('User') ?? '',
    ...(entrypoint && { entrypoint: [...entrypoint] }),
    ...(cmd && { cmd: [...cmd] }),
    workingDir: config.text('WorkingDir') ?? '',
    env: [...env],
    exposedPorts: [...config.keys('ExposedPorts')],
    volumes: [...config.keys('Volumes')],
    labels: { ...config.textMap('Labels') },
    ...(healthcheck && { healthcheck: readHealthcheck(healthcheck) }),
    ...(stopSignal !== undefined && { stopSignal }),
    ...(shell && { shell: [...shell] }),
    ...(onBuild && { onBuild: [...onBuild] }),
  };
}

function readHealthcheck(check: JsonObject): NonNullable<ImageConfig['healthcheck']> {
  const numbers = { intervalNs: 'Interval', timeoutNs: 'Timeout', startPeriodNs: 'StartPeriod', retries: 'Retries' };
  return {
    test: [...(check.texts('Test') ?? [])],
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([name, field]) => {
        const value = check.integer(field);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}
