import type { Place, Problem } from '../errors.ts';
import { beside, composeReader, extendedBy, textReader } from './compose-service.ts';
import type { ComposeBuild, ComposeText, Said } from './compose-service.ts';
import type { Environment } from './compose-variables.ts';
import { readYamlDocuments } from './yaml-documents.ts';
import { itemsAt, valueAt, type YamlMap, type YamlValue } from './yaml-value.ts';

export type { ComposeBuild, Said } from './compose-service.ts';

/** A service of a compose file, as far as it says which image it runs. */
export interface ComposeService {
  readonly name: string;
  /** Of its key. */
  readonly place: Place;
  readonly image?: Said<string>;
  readonly build?: ComposeBuild;
  readonly user?: Said<string>;
  readonly profiles: readonly string[];
  /** What of it cannot be known, such as a required variable that is not set. */
  readonly problems: readonly Problem[];
}

/** What a compose file says; services in its order, whatever their profiles. */
export interface ComposeFile {
  readonly services: readonly ComposeService[];
  /** Files that `include` names: compose files of their own. Paths from the repository's root. */
  readonly includes: readonly Said<string>[];
  /** What of the file could not be known, such as further documents. */
  readonly problems: readonly Problem[];
}

/** Texts of other files by their path, for services that extend one there. */
export type OtherFiles = ReadonlyMap<string, string>;

/**
 * Reads a compose file: https://docs.docker.com/reference/compose-file/. Paths stay relative to the file's folder.
 * @throws UserError `yaml-…` when it cannot be read at all, `no-compose-file` when it is none
 */
export function readCompose(
  file: string,
  text: string,
  environment: Environment,
  others: OtherFiles = new Map(),
): ComposeFile {
  const documents = readYamlDocuments(file, text, { tags: ['!reset', '!override'] });
  const [root, ...more] = documents.filter((document) => document !== undefined);
  const problems: Problem[] = [];
  if (root === undefined) return { services: [], includes: [], problems };
  for (const other of more)
    problems.push(
      notFollowed(other.place, 'Only the first document of a compose file is read.', 'Give each its file.'),
    );
  const includes = includedBy(root, file, textReader(environment, problems));
  const services = servicesOf(root);
  if (services === 'none') return { services: [], includes, problems };
  if (services === 'wrong') {
    const message = '`services` is no map of services.';
    return {
      services: [],
      includes,
      problems: [...problems, { code: 'compose-shape', message, place: root.place, hint: 'Repair the file.' }],
    };
  }
  const read = composeReader(file, (path) => (path === file ? services : servicesIn(path, others)), environment);
  return {
    services: [...services.entries].map(([name, { keyPlace }]): ComposeService => {
      const { service, ...rest } = read(name);
      const profiles = itemsAt(service, 'profiles').flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
      return { name, place: keyPlace, ...rest, profiles };
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

/** `include` holds paths, or maps with a path or several: https://docs.docker.com/reference/compose-file/include/ */
function includedBy(root: YamlValue, file: string, text: ComposeText): readonly Said<string>[] {
  const scalars = itemsAt(root, 'include').flatMap((item) => {
    const path = item.kind === 'map' ? valueAt(item, 'path') : item;
    return path?.kind === 'list' ? path.items : path === undefined ? [] : [path];
  });
  return scalars.flatMap((scalar) => {
    const path = scalar.kind === 'scalar' ? text.of(scalar) : undefined;
    return path === undefined ? [] : [{ value: beside(file, path), place: scalar.place }];
  });
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
