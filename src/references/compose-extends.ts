import { posix } from 'node:path';
import type { Place, Problem } from '../errors.ts';
import type { ComposeText } from './compose-text.ts';
import { scalarAt, stringAt, valueAt, type YamlMap, type YamlValue } from './yaml-value.ts';

/** The services of a file by its path; undefined when there is no such file at hand. */
export type ServicesOf = (file: string) => YamlMap | undefined;

/** A service of a file. */
export interface Named {
  readonly file: string;
  readonly name: string;
}

/** The service and those it extends, in this file and others, nearest first. */
export function withExtended(start: Named, servicesOf: ServicesOf, text: ComposeText): readonly YamlValue[] {
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
