import type { Place, Problem } from '../errors.ts';
import { extendedBy } from './compose-extends.ts';
import { includedBy, type ComposeInclude } from './compose-include.ts';
import { composeReader, type ComposeBuild } from './compose-service.ts';
import { textReader, type Said } from './compose-text.ts';
import type { Environment } from './compose-variables.ts';
import { readYamlDocuments } from './yaml-documents.ts';
import { valueAt, type YamlMap, type YamlValue } from './yaml-value.ts';

export type { ComposeBuild } from './compose-service.ts';
export type { ComposeInclude } from './compose-include.ts';
export type { Said } from './compose-text.ts';

/** A service of a compose file, as far as it says which image it runs. */
export interface ComposeService {
  readonly name: string;
  /** Of its key. */
  readonly place: Place;
  readonly image?: Said<string>;
  readonly build?: ComposeBuild;
  readonly user?: Said<string>;
  /** What it runs on, where it says so. */
  readonly platform?: Said<string>;
  /** Images that are mounted as volumes. */
  readonly mounted: readonly Said<string>[];
  readonly profiles: readonly string[];
  /** What of it cannot be known, such as a required variable that is not set. */
  readonly problems: readonly Problem[];
}

/** What a compose file says; services in its order, whatever their profiles. */
export interface ComposeFile {
  readonly services: readonly ComposeService[];
  /** What `include` names: compose files of their own. */
  readonly includes: readonly ComposeInclude[];
  /** What of the file could not be known, such as further documents. */
  readonly problems: readonly Problem[];
}

/** Texts of other files by their path, for services that extend one there. */
export type OtherFiles = ReadonlyMap<string, string>;

/**
 * Reads a compose file: https://docs.docker.com/reference/compose-file/. Paths stay relative to the file's folder.
 * @param overrides paths among the others of files that are laid over this one, the last uppermost
 * @throws UserError `yaml-…` when it cannot be read at all
 */
export function readCompose(
  file: string,
  text: string,
  environment: Environment,
  others: OtherFiles = new Map(),
  overrides: readonly string[] = [],
): ComposeFile {
  const documents = readYamlDocuments(file, text, { tags: ['!reset', '!override'] });
  const [root, ...more] = documents.filter((document) => document !== undefined);
  const problems: Problem[] = [];
  if (root === undefined) return { services: [], includes: [], problems };
  for (const other of more)
    problems.push(
      notFollowed(other.place, 'Only the first document of a compose file is read.', 'Give each its file.'),
    );
  const above = overrides.map((path) => servicesIn(path, others));
  const includes = includedBy(root, file, textReader(environment, problems));
  const services = servicesOf(root);
  if (services === 'none' && overrides.length === 0) return { services: [], includes, problems };
  if (services === 'wrong') {
    const message = '`services` is no map of services.';
    return {
      services: [],
      includes,
      problems: [...problems, { code: 'compose-shape', message, place: root.place, hint: 'Repair the file.' }],
    };
  }
  const own = services === 'none' ? undefined : services;
  const elsewhere = new Map<string, YamlMap | undefined>();
  const servicesOfFile = (path: string): YamlMap | undefined => {
    if (path === file) return own;
    if (!elsewhere.has(path)) elsewhere.set(path, servicesIn(path, others));
    return elsewhere.get(path);
  };
  const read = composeReader(file, servicesOfFile, environment, overrides);
  const places = new Map(
    [...above, own].flatMap((map) =>
      [...(map?.entries ?? [])].map(([name, { keyPlace }]) => [name, keyPlace] as const),
    ),
  );
  return {
    services: [...places].map(([name, place]): ComposeService => {
      const { service: _service, ...rest } = read(name);
      return { name, place, ...rest };
    }),
    includes,
    problems,
  };
}

/** The files that services of this one extend, so that they can be read before: paths from the repository's root. */
export function extendedFiles(file: string, text: string, environment: Environment): readonly string[] {
  const services = servicesIn(file, new Map([[file, text]]));
  const texts = textReader(environment, []);
  const named = [...(services?.entries.values() ?? [])].flatMap(({ value }) => extendedBy(value, file, texts) ?? []);
  return [...new Set(named.map((one) => one.file))].filter((path) => path !== file);
}

function servicesIn(path: string, files: OtherFiles): YamlMap | undefined {
  const text = files.get(path);
  if (text === undefined) return undefined;
  const [root] = readYamlDocuments(path, text, { tags: ['!reset', '!override'] });
  const services = root && servicesOf(root);
  return typeof services === 'object' ? services : undefined;
}

function servicesOf(root: YamlValue): YamlMap | 'none' | 'wrong' {
  if (root.kind !== 'map') return 'wrong';
  const services = valueAt(root, 'services');
  if (services === undefined || (services.kind === 'scalar' && services.value === null)) return 'none';
  return services.kind === 'map' ? services : 'wrong';
}

function notFollowed(place: Place, message: string, hint: string): Problem {
  return { code: 'compose-documents', message, place, hint };
}
