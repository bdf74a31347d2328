import { posix } from 'node:path';
import { beside } from './compose-extends.ts';
import type { ComposeBuild } from './compose-service.ts';
import type { ComposeText } from './compose-text.ts';
import { valuesAlong, type YamlScalar, type YamlValue } from './yaml-value.ts';

const isSaid = (value: YamlValue): value is YamlScalar => value.kind === 'scalar' && value.value !== null;

/** Reads a `build` section, laid over those of the services it extends: maps are merged, the nearest word wins. */
export function readBuild(chain: readonly YamlValue[], text: ComposeText, file: string): ComposeBuild | undefined {
  const sections = chain.filter((section) => !(section.kind === 'scalar' && section.value === null));
  const [nearest] = sections;
  if (!nearest) return undefined;
  const first = (key: string): string | undefined => text.of(valuesAlong(sections, key).find(isSaid));
  const contextScalar = sections
    .flatMap((section) => (section.kind === 'scalar' ? [section] : valuesAlong([section], 'context')))
    .find(isSaid);
  const context = text.of(contextScalar) || '.';
  const inline = first('dockerfile_inline');
  const target = first('target');
  const platforms = valuesAlong(sections, 'platforms').find((list) => list.kind === 'list');
  const laidOver = (key: string) =>
    valuesAlong(sections, key)
      .toReversed()
      .flatMap((value) => argumentsOf(value, text));
  return {
    place: nearest.place,
    context: seenFrom(file, (contextScalar ?? nearest).place.file, context),
    ...(inline === undefined ? { dockerfile: first('dockerfile') || 'Dockerfile' } : { dockerfileInline: inline }),
    ...(target !== undefined && target !== '' && { target }),
    args: Object.fromEntries(laidOver('args')),
    contexts: Object.fromEntries(laidOver('additional_contexts')),
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
