import { Environment } from '@marcbachmann/cel-js';
import { compileGlob, globProblem } from '../glob.ts';
import { Files } from './files.ts';
import { viewTypes, viewVariables } from './view-types.ts';

const limits = { maxAstNodes: 500, maxDepth: 30, maxListElements: 100, maxMapEntries: 100, maxCallArguments: 8 };
let environment: Environment | undefined;

/** The language with our types, variables and functions; made when the first expression is read. */
export function celEnvironment(): Environment {
  return (environment ??= makeEnvironment());
}

function makeEnvironment(): Environment {
  const made = new Environment({ unlistedVariablesAreDyn: false, limits });
  // Types that others are made of come first.
  const order = ['PackageChange', ...Object.keys(viewTypes).filter((name) => name !== 'PackageChange')];
  for (const name of order) {
    const fields = (viewTypes as Readonly<Record<string, Readonly<Record<string, string>>>>)[name];
    made.registerType(name, { fields: { ...fields } });
  }
  made.registerType('Files', Files);
  made.registerFunction('Files.matching(string): list<File>', (files: Files, pattern: string) =>
    files.matching(pattern),
  );
  made.registerFunction('string.glob(string): bool', (text: string, pattern: string) => fits(pattern, text));
  made.registerFunction('glob(string, string): bool', (pattern: string, text: string) => fits(pattern, text));
  for (const [name, type] of Object.entries(viewVariables)) made.registerVariable(name, type);
  return made;
}

function fits(pattern: string, text: string): boolean {
  const problem = globProblem(pattern);
  if (problem !== undefined) throw new Error(`\`${pattern}\` is not ${problem}`);
  return compileGlob(pattern)(text);
}
