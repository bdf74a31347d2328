import type { Place, Problem } from '../errors.ts';
import { composeReader, type ComposeBuild, type Said } from './compose-service.ts';
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
  /** What of the file was not followed: `include`, several documents. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a compose file: https://docs.docker.com/reference/compose-file/. Paths stay relative to the file's folder.
 * @throws UserError `yaml-…` when it cannot be read at all, `no-compose-file` when it is none
 */
export function readCompose(file: string, text: string, environment: Environment): ComposeFile {
  const documents = readYamlDocuments(file, text, { tags: ['!reset', '!override'] });
  const [root, ...more] = documents.filter((document) => document !== undefined);
  const problems: Problem[] = [];
  if (root === undefined) return { services: [], problems };
  for (const other of more)
    problems.push(
      notFollowed(other.place, 'Only the first document of a compose file is read.', 'Give each its file.'),
    );
  const include = root.kind === 'map' ? root.entries.get('include') : undefined;
  if (include)
    problems.push(
      notFollowed(
        include.keyPlace,
        '`include` is not followed.',
        'The files it names are audited by themselves when they lie in the repository.',
      ),
    );
  const services = servicesOf(root);
  if (services === 'none') return { services: [], problems };
  if (services === 'wrong') {
    const message = '`services` is no map of services.';
    return {
      services: [],
      problems: [...problems, { code: 'compose-shape', message, place: root.place, hint: 'Repair the file.' }],
    };
  }
  const read = composeReader(services, environment);
  return {
    services: [...services.entries].map(([name, { keyPlace }]): ComposeService => {
      const { service, ...rest } = read(name);
      const profiles = itemsAt(service, 'profiles').flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
      return { name, place: keyPlace, ...rest, profiles };
    }),
    problems,
  };
}

function servicesOf(root: YamlValue): YamlMap | 'none' | 'wrong' {
  if (root.kind !== 'map') return 'wrong';
  const services = valueAt(root, 'services');
  if (services === undefined || (services.kind === 'scalar' && services.value === null)) return 'none';
  return services.kind === 'map' ? services : 'wrong';
}

function notFollowed(place: Place, message: string, hint: string): Problem {
  return { code: 'compose-not-followed', message, place, hint };
}
