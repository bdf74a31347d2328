import { posix } from 'node:path';
import type { Place, Problem } from '../errors.ts';
import { readBuild } from './compose-build.ts';
import { substitute, type Environment } from './compose-variables.ts';
import { scalarAt, stringAt, valueAt, type YamlMap, type YamlScalar, type YamlValue } from './yaml-value.ts';

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

/** The services of a file by its path; undefined when there is no such file at hand. */
export type ServicesOf = (file: string) => YamlMap | undefined;

/** Reads the services of a file by name, with those of other files that they extend. */
export function composeReader(
  file: string,
  servicesOf: ServicesOf,
  environment: Environment,
): (name: string) => ReadService {
  return (name) => {
    const problems: Problem[] = [];
    const chain = withExtended({ file, name }, servicesOf, textReader(environment, problems));
    const text = textReader(environment, problems);
    const [own] = chain;
    if (!own) throw new Error(`There is no service ${name}.`);
    const image = firstSaid(chain, 'image', text);
    const user = firstSaid(chain, 'user', text);
    const build = readBuild(
      chain.map((service) => valueAt(service, 'build')),
      text,
      file,
    );
    return { service: own, ...(image && { image }), ...(build && { build }), ...(user && { user }), problems };
  };
}

/** Reads scalars with their variables filled in; one that cannot be is a problem. */
export function textReader(environment: Environment, problems: Problem[]): ComposeText {
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

/** A service of a file. */
interface Named {
  readonly file: string;
  readonly name: string;
}

/** The service and those it extends, in this file and others, nearest first. */
function withExtended(start: Named, servicesOf: ServicesOf, text: ComposeText): readonly YamlValue[] {
  const { problems } = text;
  const chain: YamlValue[] = [];
  const seen = new Set<string>();
  let next: Named | undefined = start;
  while (next !== undefined) {
    const { file, name }: Named = next;
    const services: YamlMap | undefined = servicesOf(file);
    const service: YamlValue | undefined = services?.entries.get(name)?.value;
    const place: Place | undefined = chain.at(-1)?.place ?? service?.place;
    if (service === undefined || seen.has(JSON.stringify(next))) {
      const there = file === start.file ? name : `${name} of ${file}`;
      const none = services ? `there is no service ${there}` : `${file} is not in the repository`;
      problems.push(cannotExtend(service ? `it extends itself by way of ${there}` : none, place));
      break;
    }
    seen.add(JSON.stringify(next));
    if (service.kind !== 'map') {
      problems.push({
        code: 'compose-shape',
        message: `The service ${name} is no map.`,
        place: service.place,
        hint: 'Repair the file.',
      });
    }
    chain.push(service);
    next = extendedBy(service, file, text);
  }
  return chain;
}

/** The service that another one extends: `extends: NAME`, or `{ file, service }` with a path from the file it stands in. */
export function extendedBy(service: YamlValue, file: string, text: Pick<ComposeText, 'of'>): Named | undefined {
  const parent = valueAt(service, 'extends');
  if (parent?.kind === 'scalar') return parent.value === null ? undefined : { file, name: parent.text };
  const name = stringAt(parent, 'service');
  const other = text.of(scalarAt(parent, 'file'));
  if (name === undefined) return undefined;
  return { file: other === undefined ? file : beside(file, other), name };
}

/** A path as it is written in a file, from the root of the repository. */
export function beside(file: string, path: string): string {
  return posix.normalize(posix.join(posix.dirname(file), path));
}

function cannotExtend(reason: string, place: Place | undefined): Problem {
  return {
    code: 'compose-extends',
    message: `What the service inherits is not known: ${reason}.`,
    ...(place && { place }),
    hint: 'Correct `extends`, or name the image in the service itself.',
  };
}
