import type { Checkout, SourceReference } from '../ports.ts';

const prefixes = ['docker-archive', 'oci', 'oci-archive', 'registry', 'engine'] as const;

/**
 * Reads a SOURCE argument: `docker-archive:FILE`, `oci:DIR`, `oci-archive:FILE`, `registry:REF`, `engine:REF`, or an image's name.
 * Files may be followed by `:IMAGE` (a tag in the archive) when the part before it exists.
 */
export function readSource(text: string, { kindOf, absolute }: Pick<Checkout, 'kindOf' | 'absolute'>): SourceReference {
  const kind = prefixes.find((prefix) => text.startsWith(`${prefix}:`));
  if (kind === undefined) return { kind: 'engine', reference: text };
  const rest = text.slice(kind.length + 1);
  if (kind === 'registry' || kind === 'engine') return { kind, reference: rest };
  const colon = rest.indexOf(':');
  if (colon > 0 && kindOf(rest) === undefined && kindOf(rest.slice(0, colon)) !== undefined)
    return { kind, path: absolute(rest.slice(0, colon)), image: rest.slice(colon + 1) };
  return { kind, path: absolute(rest) };
}
