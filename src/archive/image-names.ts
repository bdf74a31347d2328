/** `app` and `docker.io/library/app:latest` are the same tag. */
export function fullTag(tag: string): string {
  const short = tag.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
