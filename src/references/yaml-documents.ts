import type { Document } from 'yaml';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Place, Problem } from '../errors.ts';
import { UserError } from '../errors.ts';
import { beforeParsing } from '../settings/yaml-limits.ts';
import { yamlConverter } from './yaml-convert.ts';
import type { YamlValue } from './yaml-value.ts';

/** The largest compose file or manifest that is read; collections of custom resources are larger than configurations. */
export const maxReferenceFileBytes = 4 * 2 ** 20;

const maxSyntaxProblems = 10;

/** How one kind of file writes YAML. */
export interface YamlDialect {
  /** Tags of its own that are allowed, such as compose's `!reset`. */
  readonly tags?: readonly string[];
  /** Whether the last of two equal keys wins, as in Kubernetes, instead of both being refused. */
  readonly lastKeyWins?: boolean;
}

/**
 * Reads the documents of a YAML (or JSON) file with their places; an empty document is undefined.
 * @throws UserError `yaml-too-large`, `yaml-too-deep`, `yaml-syntax`, `yaml-alias`, `yaml-merge`
 */
export function readYamlDocuments(
  file: string,
  text: string,
  { tags = [], lastKeyWins = false }: YamlDialect = {},
): readonly (YamlValue | undefined)[] {
  const early = beforeParsing(file, text, maxReferenceFileBytes);
  if (early) throw new UserError(asFileProblem(early));
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    schema: 'core',
    merge: true,
    // The converter looks for them: the parser takes the square of a map's size.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
    // Without it every tag we know of would be a warning.
    customTags: tags.flatMap((tag) => [scalarTag(tag), collectionTag(tag, 'map'), collectionTag(tag, 'seq')]),
  });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [first, ...others] = documents
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .slice(0, maxSyntaxProblems)
    .map(({ message, pos }) => syntaxProblem(message, placeAt(pos[0])));
  if (first) throw new UserError([first, ...others]);
  return documents.map((document) => {
    const { contents } = document;
    if (!isMap(contents) && !isSeq(contents) && !isScalar(contents) && !isAlias(contents)) return undefined;
    return isScalar(contents) && contents.value === null
      ? undefined
      : yamlConverter(placeAt, { tags, lastKeyWins })(contents);
  });
}

const scalarTag = (tag: string) => ({ tag, resolve: (text: string) => text });
const collectionTag = (tag: string, collection: 'map' | 'seq') => ({ tag, collection });

function syntaxProblem(message: string, place: Place): Problem {
  return {
    code: 'yaml-syntax',
    message: message.replace(/\.?$/, '.'),
    place,
    hint: 'Repair the YAML; what a template makes must be rendered before it can be read.',
  };
}

/** The limits speak of configurations; here it is a file that others read, too. */
function asFileProblem({ code, ...problem }: Problem): Problem {
  return {
    ...problem,
    code: code.replace(/^config-/, 'yaml-'),
    hint: 'Split the file, or leave it out of the audit.',
  };
}
