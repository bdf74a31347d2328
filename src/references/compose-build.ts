import { posix } from 'node:path';
import { beside, type ComposeBuild, type ComposeText } from './compose-service.ts';
import { scalarAt, valueAt, type YamlValue } from './yaml-value.ts';

/** Reads a `build` section, laid over those of the services it extends: maps are merged, the nearest word wins. */
export function readBuild(
  chain: readonly (YamlValue | undefined)[],
  text: ComposeText,
  file: string,
): ComposeBuild | undefined {
  const sections = chain.filter(
    (section) => section !== undefined && !(section.kind === 'scalar' && section.value === null),
  );
  const [nearest] = sections;
  if (!nearest) return undefined;
  const first = (key: string): string | undefined => {
    for (const section of sections) {
      const scalar = scalarAt(section, key);
      if (scalar) return text.of(scalar);
    }
    return undefined;
  };
  const contextScalar = sections
    .map((section) => (section?.kind === 'scalar' ? section : scalarAt(section, 'context')))
    .find((scalar) => scalar !== undefined);
  const context = text.of(contextScalar) || '.';
  const inline = first('dockerfile_inline');
  const target = first('target');
  const platforms = sections.map((section) => valueAt(section, 'platforms')).find((list) => list?.kind === 'list');
  return {
    place: nearest.place,
    context: seenFrom(file, (contextScalar ?? nearest).place.file, context),
    ...(inline === undefined ? { dockerfile: first('dockerfile') || 'Dockerfile' } : { dockerfileInline: inline }),
    ...(target !== undefined && target !== '' && { target }),
    args: Object.fromEntries(sections.toReversed().flatMap((section) => argumentsOf(valueAt(section, 'args'), text))),
    platforms:
      platforms?.kind === 'list'
        ? platforms.items.flatMap((item) => (item.kind === 'scalar' ? (text.of(item) ?? []) : []))
        : [],
  };
}

/** A path of a file that is extended is seen from that file's folder. */
function seenFrom(file: string, writtenIn: string, path: string): string {
  const isElsewhere = path.startsWith('/') || /^[a-z][a-z0-9+.-]*:\/\/|^git@|^~/.test(path);
  if (writtenIn === file || isElsewhere) return path;
  return posix.relative(posix.dirname(file), beside(writtenIn, path)) || '.';
}

/** A list of `NAME=VALUE` or a map; one without a value takes the environment's, and is left out where there is none. */
function argumentsOf(args: YamlValue | undefined, text: ComposeText): readonly (readonly [string, string])[] {
  const inherited = (name: string): readonly (readonly [string, string])[] => {
    const value = Object.hasOwn(text.environment, name) ? text.environment[name] : undefined;
    return value === undefined ? [] : [[name, value]];
  };
  if (args?.kind === 'list')
    return args.items.flatMap((item) => {
      const written = item.kind === 'scalar' ? text.of(item) : undefined;
      if (written === undefined) return [];
      const equals = written.indexOf('=');
      return equals < 0 ? inherited(written) : [[written.slice(0, equals), written.slice(equals + 1)] as const];
    });
  if (args?.kind !== 'map') return [];
  return [...args.entries].flatMap(([name, { value }]) => {
    if (value.kind !== 'scalar' || value.value === null) return inherited(name);
    const resolved = text.of(value);
    return resolved === undefined ? [] : [[name, resolved] as const];
  });
}
