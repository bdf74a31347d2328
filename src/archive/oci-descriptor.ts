import { readDigest } from './image-config.ts';
import type { JsonObject } from './json.ts';
import { brokenArchive } from './limits.ts';

/** A reference to a blob: https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export interface Descriptor {
  readonly mediaType: string;
  /** As stated; of a kind this tool need not be able to compute, so {@link readDigest} comes before anything is read by it. */
  readonly digest: string;
  readonly bytes: number;
  /** `os/architecture[/variant]`, where an index says so. */
  readonly platform?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const digestForm = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
/** RFC 6838, section 4.2. */
const mediaTypeForm = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;
const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Checks a descriptor's form alone; its digest may be of a kind this tool cannot compute. @throws UserError `broken-archive` */
export function checkDescriptor(object: JsonObject): {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: number;
} {
  const mediaType = checkMediaType(object, 'mediaType') ?? fail(object, 'it has no media type');
  checkMediaType(object, 'artifactType');
  const bytes = object.integer('size') ?? fail(object, 'it has no size');
  if (bytes < 0) fail(object, 'its size is negative');
  const digest = object.text('digest') ?? fail(object, 'it has no digest');
  if (!digestForm.test(digest)) fail(object, 'its digest is malformed');
  if (/^sha(?:256|512):/.test(digest)) readDigest(digest, object.where);
  for (const url of object.texts('urls') ?? [])
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)) fail(object, 'one of its URLs is none');
  if (!base64Form.test(object.text('data') ?? '')) fail(object, 'its data are not base64');
  return { digest, mediaType, bytes };
}

/** @throws UserError `broken-archive` */
export function readDescriptor(object: JsonObject): Descriptor {
  const { digest, mediaType, bytes } = checkDescriptor(object);
  const platform = object.object('platform');
  return {
    mediaType,
    bytes,
    digest,
    annotations: object.textMap('annotations'),
    ...(platform && { platform: readPlatform(platform) }),
  };
}

/** A document's own media type. @returns undefined where it states none. @throws UserError `broken-archive` */
export function checkMediaType(object: JsonObject, field: string): string | undefined {
  const text = object.text(field);
  if (text !== undefined && !mediaTypeForm.test(text)) fail(object, `its ${field} is malformed`);
  return text;
}

/** The form in which platforms are compared: variants that mean the architecture's own default are left out. */
export function normalPlatform(platform: string): string {
  return platform.replace(/\/arm64\/v?8$/, '/arm64').replace(/\/amd64\/v1$/, '/amd64');
}

/** True when the platform is the wanted one; a wanted one without variant takes any. */
export function isPlatform(platform: string, wanted: string): boolean {
  const [has, wants] = [normalPlatform(platform), normalPlatform(wanted)];
  return has === wants || has.startsWith(`${wants}/`);
}

function readPlatform(platform: JsonObject): string {
  const os = platform.text('os') ?? fail(platform, 'it has no operating system');
  const architecture = platform.text('architecture') ?? fail(platform, 'it has no architecture');
  const variant = platform.text('variant');
  return `${os}/${architecture}${variant ? `/${variant}` : ''}`;
}

function fail(object: JsonObject, what: string): never {
  throw brokenArchive(object.where, what);
}
