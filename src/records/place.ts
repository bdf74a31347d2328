/** Where on the branch a record is: one file for each commit, image and platform. */
export interface RecordPlace {
  readonly image: string;
  readonly platform: string;
  readonly commit: string;
  /** Seconds since 1970, so that a list of names is in order of time. */
  readonly committedAt: number;
}

const shape = /^records\/([^/]+)\/([^/]+)\/(\d{10})-([0-9a-f]{40}|[0-9a-f]{64})\.json$/;

/** The path of a record; whatever the image is called, it is one segment of it. */
export function pathOf({ image, platform, commit, committedAt }: RecordPlace): string {
  const name = `${String(committedAt).padStart(10, '0')}-${commit}.json`;
  return `records/${encodeURIComponent(image)}/${encodeURIComponent(platform)}/${name}`;
}

/** The place a path names; undefined when no record of ours is called so. */
export function placeOf(path: string): RecordPlace | undefined {
  const [, image, platform, committedAt, commit] = shape.exec(path) ?? [];
  if (image === undefined || platform === undefined || commit === undefined) return undefined;
  try {
    const place = {
      image: decodeURIComponent(image),
      platform: decodeURIComponent(platform),
      commit,
      committedAt: Number(committedAt),
    };
    return pathOf(place) === path ? place : undefined;
  } catch (thrown) {
    if (thrown instanceof URIError) return undefined;
    throw thrown;
  }
}

/** Whether a record is of what its path names. */
export function isOf(record: Omit<RecordPlace, 'committedAt'>, place: RecordPlace): boolean {
  return record.commit === place.commit && record.image === place.image && record.platform === place.platform;
}
