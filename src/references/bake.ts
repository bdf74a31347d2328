import { UserError, type Place, type Problem } from '../errors.ts';
import { bakeScope } from './bake-scope.ts';
import { readJsonBody } from './bake-json.ts';
import { inheritTarget } from './bake-inherit.ts';
import { expandTargets } from './bake-targets.ts';
import { evaluate } from './hcl-evaluate.ts';
import { parseHcl } from './hcl-parse.ts';
import type { Body } from './hcl-syntax.ts';
import { asList, asText, NoValue } from './hcl-value.ts';

/** A target with everything it inherits. Paths are as written, from where bake is run. */
export interface BakeTarget {
  readonly name: string;
  readonly place: Place;
  readonly context: string;
  /** Seen from the context; absent where the Dockerfile stands in the bake file itself. */
  readonly dockerfile?: string;
  readonly dockerfileInline?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** Named contexts: `docker-image://REF`, `target:NAME`, a folder. */
  readonly contexts: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly platforms: readonly string[];
  /** What of it cannot be known here. */
  readonly problems: readonly Problem[];
}

/** What a bake file says. */
export interface BakeFile {
  readonly targets: readonly BakeTarget[];
  /** Targets of each group by name, groups within groups as they stand. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** The largest bake file that is read. */
export const maxBakeFileBytes = 512 * 1024;

/**
 * Reads a bake file, in HCL or (by its name) JSON: https://docs.docker.com/build/bake/reference/. Only what depends on the
 * file and the variables given is evaluated; the rest is refused target by target.
 * @param overrides files laid over it, as bake does with `docker-bake.override.hcl`; the last wins
 * @throws UserError `hcl-syntax`, `yaml-…`, `bake-too-large`
 */
export function readBake(
  file: string,
  text: string,
  environment: Readonly<Record<string, string>>,
  overrides: readonly { readonly file: string; readonly text: string }[] = [],
): BakeFile {
  const bodies = [{ file, text }, ...overrides].map(bodyOf);
  const body: Body = {
    attributes: new Map(bodies.flatMap(({ attributes }) => [...attributes])),
    blocks: bodies.flatMap(({ blocks }) => blocks),
  };
  const scope = bakeScope(body, environment);
  const groups = new Map<string, readonly string[]>();
  const problems: Problem[] = [...scope.problems()];
  for (const { type, labels, body: inside, place } of body.blocks) {
    if (type !== 'group' || labels[0] === undefined) continue;
    const targets = inside.attributes.get('targets');
    const odd = inside.attributes.get('matrix') ?? inside.attributes.get('name');
    if (odd) problems.push(notKnown('bake-group', `The group ${labels[0]} cannot have a name or a matrix.`, odd.place));
    try {
      const names = targets ? asList(evaluate(targets.expression, scope)).map(asText) : [];
      groups.set(labels[0], [...(groups.get(labels[0]) ?? []), ...names]);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(
        notKnown('bake-group', `The targets of the group ${labels[0]} cannot be known: ${thrown.message}.`, place),
      );
    }
  }
  const expanded = expandTargets(body.blocks, scope);
  for (const [name, members] of expanded.groups) groups.set(name, members);
  const targets = [...expanded.targets.keys()].map((name) => inheritTarget(name, expanded.targets));
  return { targets, groups, problems: [...problems, ...expanded.problems, ...strangers(body)] };
}

function bodyOf({ file, text }: { readonly file: string; readonly text: string }): Body {
  if (Buffer.byteLength(text) > maxBakeFileBytes) throw new UserError(tooLarge(file));
  return file.endsWith('.json') ? readJsonBody(file, text) : parseHcl(file, text);
}

/** Blocks bake does not know are mistakes of the file; what they were meant for would be missing. */
function strangers({ blocks }: Body): readonly Problem[] {
  return blocks
    .filter(({ type }) => !['target', 'group', 'variable', 'function'].includes(type))
    .map(({ type, place }) => notKnown('bake-block', `Bake knows no block "${type}".`, place));
}

function notKnown(code: string, message: string, place: Place): Problem {
  return { code, message, place, hint: '`docker buildx bake --print` shows what bake makes of the file.' };
}

function tooLarge(file: string): Problem {
  return {
    code: 'bake-too-large',
    message: `The bake file is larger than ${maxBakeFileBytes} B.`,
    place: { file, line: 1 },
    hint: 'Split it, or leave it out of the audit.',
  };
}
