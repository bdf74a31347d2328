import type { Place, Problem } from '../errors.ts';
import { readBuild } from './compose-build.ts';
import { withExtended, type ServicesOf } from './compose-extends.ts';
import { textReader, type ComposeText, type Said } from './compose-text.ts';
import type { Environment } from './compose-variables.ts';
import { imagesOfVolumes } from './compose-volumes.ts';
import { itemsAt, valuesAlong, type YamlValue } from './yaml-value.ts';

/** How compose builds a service's image; paths as written, from the folder of the file. */
export interface ComposeBuild {
  readonly place: Place;
  readonly context: string;
  /** Seen from the context; absent where the Dockerfile stands in the compose file itself. */
  readonly dockerfile?: string;
  readonly dockerfileInline?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** `additional_contexts`: `docker-image://REF`, `service:NAME`, a folder. */
  readonly contexts: Readonly<Record<string, string>>;
  readonly platforms: readonly string[];
}

/** A service read, with what it inherits. */
export interface ReadService {
  readonly service: YamlValue;
  readonly image?: Said<string>;
  readonly build?: ComposeBuild;
  readonly user?: Said<string>;
  readonly platform?: Said<string>;
  /** Images that are mounted as volumes. */
  readonly mounted: readonly Said<string>[];
  readonly profiles: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the services of a file by name, with those of other files that they extend.
 * @param overrides files laid over it, the last uppermost, as compose does with `compose.override.yaml`
 */
export function composeReader(
  file: string,
  servicesOf: ServicesOf,
  environment: Environment,
  overrides: readonly string[] = [],
): (name: string) => ReadService {
  return (name) => {
    const problems: Problem[] = [];
    const files = [...overrides.toReversed(), file].filter((path) => servicesOf(path)?.entries.has(name));
    const chain = files.flatMap((path) =>
      withExtended({ file: path, name }, servicesOf, textReader(environment, problems)),
    );
    const text = textReader(environment, problems);
    const [own] = chain;
    if (!own) throw new Error(`There is no service ${name}.`);
    const image = firstSaid(chain, 'image', text);
    const user = firstSaid(chain, 'user', text);
    const platform = firstSaid(chain, 'platform', text);
    const build = readBuild(valuesAlong(chain, 'build'), text, file);
    // Profiles are not inherited by what extends, but laid over each other by files.
    const profiles = files
      .map((path) => servicesOf(path)?.entries.get(name)?.value)
      .flatMap((service) => itemsAt(service, 'profiles'))
      .flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
    return {
      service: own,
      ...(image && { image }),
      ...(build && { build }),
      ...(user && { user }),
      ...(platform && { platform }),
      mounted: imagesOfVolumes(valuesAlong(chain, 'volumes'), text),
      profiles: [...new Set(profiles)],
      problems,
    };
  };
}

function firstSaid(chain: readonly YamlValue[], key: string, text: ComposeText): Said<string> | undefined {
  for (const found of valuesAlong(chain, key)) {
    if (found.kind !== 'scalar' || found.value === null) continue;
    const value = text.of(found);
    return value === undefined || value === '' ? undefined : { value, place: found.place };
  }
  return undefined;
}
