import type { Place, Problem } from '../errors.ts';
import { readBuild } from './compose-build.ts';
import { substitute, type Environment } from './compose-variables.ts';
import { stringAt, valueAt, type YamlMap, type YamlScalar, type YamlValue } from './yaml-value.ts';

/** Something that a file says, and where. */
export interface Said<T> {
  readonly value: T;
  readonly place: Place;
}

/** How compose builds a service's image; paths as written, from the folder of the file. */
export interface ComposeBuild {
  readonly place: Place;
  readonly context: string;
  /** Seen from the context; absent where the Dockerfile stands in the compose file itself. */
  readonly dockerfile?: string;
  readonly dockerfileInline?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly platforms: readonly string[];
}

/** A service read, with what it inherits. */
export interface ReadService {
  readonly service: YamlValue;
  readonly image?: Said<string>;
  readonly build?: ComposeBuild;
  readonly user?: Said<string>;
  readonly problems: readonly Problem[];
}

/** Reads texts of one service; what cannot be known is a problem of it, not a guess. */
export interface ComposeText {
  of(scalar: YamlScalar | undefined): string | undefined;
  readonly environment: Environment;
  readonly problems: Problem[];
}

/** Reads the services of a file by name. */
export function composeReader(services: YamlMap, environment: Environment): (name: string) => ReadService {
  return (name) => {
    const problems: Problem[] = [];
    const chain = withExtended(services, name, problems);
    const text = textReader(environment, problems);
    const [own] = chain;
    if (!own) throw new Error(`There is no service ${name}.`);
    const image = firstSaid(chain, 'image', text);
    const user = firstSaid(chain, 'user', text);
    const build = readBuild(
      chain.map((service) => valueAt(service, 'build')),
      text,
    );
    return { service: own, ...(image && { image }), ...(build && { build }), ...(user && { user }), problems };
  };
}

function textReader(environment: Environment, problems: Problem[]): ComposeText {
  return {
    environment,
    problems,
    of(scalar) {
      if (scalar === undefined || scalar.value === null) return undefined;
      const result = substitute(scalar.text, environment);
      if ('text' in result) return result.text;
      problems.push({
        code: 'compose-variable',
        message: `"${scalar.text}" cannot be resolved: ${result.reason}.`,
        place: scalar.place,
        hint: 'Set the variable where the audit runs or in `.env`, or give it a fallback: ${NAME:-value}.',
      });
      return undefined;
    },
  };
}

function firstSaid(chain: readonly YamlValue[], key: string, text: ComposeText): Said<string> | undefined {
  for (const service of chain) {
    const found = valueAt(service, key);
    if (found?.kind !== 'scalar' || found.value === null) continue;
    const value = text.of(found);
    return value === undefined || value === '' ? undefined : { value, place: found.place };
  }
  return undefined;
}

/** The service and those it extends within the file, nearest first. */
function withExtended(services: YamlMap, name: string, problems: Problem[]): readonly YamlValue[] {
  const chain: YamlValue[] = [];
  const seen = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined) {
    const service: YamlValue | undefined = services.entries.get(next)?.value;
    const place: Place | undefined = chain.at(-1)?.place ?? service?.place;
    if (service === undefined || seen.has(next)) {
      problems.push(
        cannotExtend(service ? `it extends itself by way of ${next}` : `there is no service ${next}`, place),
      );
      break;
    }
    seen.add(next);
    if (service.kind !== 'map') {
      problems.push({
        code: 'compose-shape',
        message: `The service ${next} is no map.`,
        place: service.place,
        hint: 'Repair the file.',
      });
    }
    chain.push(service);
    const parent: YamlValue | undefined = valueAt(service, 'extends');
    if (parent?.kind === 'map' && stringAt(parent, 'file') !== undefined) {
      problems.push(
        cannotExtend(`it extends a service of ${stringAt(parent, 'file')}, which is not followed`, parent.place),
      );
      break;
    }
    next = parent?.kind === 'scalar' && parent.value !== null ? parent.text : stringAt(parent, 'service');
  }
  return chain;
}

function cannotExtend(reason: string, place: Place | undefined): Problem {
  return {
    code: 'compose-extends',
    message: `What the service inherits is not known: ${reason}.`,
    ...(place && { place }),
    hint: 'Name the image in the service itself, or extend a service of the same file.',
  };
}
