/**
 * The address of the next page by a Link header (RFC 8288), on the same API only: the token goes with it.
 * @returns undefined on the last page. @throws Error when the header leads to another host.
 */
export function nextPage(link: string | number | undefined, apiUrl: string): string | undefined {
  const next = /<([^<>]+)>\s*;[^,]*\brel="?next"?/.exec(String(link ?? ''))?.[1];
  if (next === undefined) return undefined;
  const url = new URL(next, apiUrl);
  if (url.origin !== new URL(apiUrl).origin) throw new Error(`The next page would be on another host, ${url.origin}.`);
  return url.href;
}
