import type { Problem } from '../errors.ts';
import { evaluate, inner, type Scope } from './hcl-evaluate.ts';
import type { Attribute, Block, Body } from './hcl-syntax.ts';
import { asBoolean, asNumber, asText, NoValue, type HclValue } from './hcl-value.ts';

const maxSteps = 300_000;
/** What bake knows of the machine it runs on; here nothing is. */
const builtIn = new Set(['BAKE_CMD_CONTEXT', 'BAKE_LOCAL_PLATFORM', 'target', 'group']);

/** The names of a bake file: its variables (the environment's value first), its global attributes, its functions. */
export function bakeScope(
  body: Body,
  environment: Readonly<Record<string, string>>,
): Scope & { problems(): readonly Problem[] } {
  const variables = blocksOf(body, 'variable');
  const functions = blocksOf(body, 'function');
  const known = new Map<string, HclValue>();
  const once = withoutCycles();
  let steps = 0;
  const compute = (name: string): HclValue | undefined => {
    const block = variables.get(name);
    if (block) return variableValue(name, block, environment, scope);
    const attribute = body.attributes.get(name);
    return attribute && evaluate(attribute.expression, scope);
  };
  const scope: Scope = {
    step() {
      steps += 1;
      if (steps > maxSteps) throw new NoValue('the file takes too much work');
    },
    variable(name) {
      if (builtIn.has(name)) throw new NoValue(`${name} depends on where bake runs, or on other targets`);
      const value = known.get(name) ?? once(name, () => compute(name));
      if (value !== undefined) known.set(name, value);
      return value;
    },
    reference(type, name, key) {
      const path = `${type}.${name}.${key}`;
      const block = body.blocks.find((one) => one.type === type && one.labels[0] === name);
      const found = block?.body.attributes.get(key);
      if (!found || block?.body.attributes.has('matrix')) throw new NoValue(`there is no ${path} in this file`);
      return once(path, () => evaluate(found.expression, scope));
    },
    call(name, args) {
      const block = functions.get(name);
      return block && once(`${name}()`, () => callOwn(name, block, args, scope));
    },
  };
  return { ...scope, problems: () => [...variables].flatMap(([name, block]) => validate(name, block, scope)) };
}

/** Computes what names stand for; one that stands for itself has no value. */
function withoutCycles(): <T>(name: string, compute: () => T) => T {
  const pending = new Set<string>();
  return (name, compute) => {
    if (pending.has(name)) throw new NoValue(`${name} depends on itself`);
    pending.add(name);
    try {
      return compute();
    } finally {
      pending.delete(name);
    }
  };
}

function blocksOf({ blocks }: Body, type: string): ReadonlyMap<string, Block> {
  return new Map(
    blocks.flatMap((block) =>
      block.type === type && block.labels[0] !== undefined ? [[block.labels[0], block] as const] : [],
    ),
  );
}

function variableValue(
  name: string,
  { body }: Block,
  environment: Readonly<Record<string, string>>,
  scope: Scope,
): HclValue {
  const attribute = body.attributes.get('default');
  const fallback = attribute && evaluate(attribute.expression, scope);
  const given = Object.hasOwn(environment, name) ? environment[name] : undefined;
  const type = body.attributes.get('type');
  if (given === undefined) return fallback ?? (type || attribute ? null : '');
  return ofType(given, typeName(type) ?? (fallback === undefined ? 'string' : typeof fallback), name);
}

function typeName(type: Attribute | undefined): string | undefined {
  if (!type) return undefined;
  return type.expression.kind === 'variable' ? type.expression.name : 'a collection';
}

function ofType(given: string, type: string, name: string): HclValue {
  if (type === 'string') return given;
  if (type === 'number') return asNumber(given);
  if (type === 'bool' || type === 'boolean') return asBoolean(given === '1' ? 'true' : given === '0' ? 'false' : given);
  throw new NoValue(`the environment's ${name} would have to be ${type}`);
}

/** `function "name" { params = [a], variadic_params = rest, result = … }`. Parameters are names, so they are not evaluated. */
function callOwn(name: string, { body }: Block, args: readonly HclValue[], scope: Scope): HclValue {
  const names = parametersOf(body.attributes.get('params'));
  const [rest] = parametersOf(body.attributes.get('variadic_params'));
  const result = body.attributes.get('result');
  if (!result || args.length < names.length || (args.length > names.length && rest === undefined))
    throw new NoValue(`the function ${name} cannot be called with ${args.length} arguments`);
  const given = Object.fromEntries(names.map((parameter, index) => [parameter, args[index] ?? null] as const));
  return evaluate(
    result.expression,
    inner(scope, { ...given, ...(rest !== undefined && { [rest]: args.slice(names.length) }) }),
  );
}

function parametersOf(attribute: Attribute | undefined): readonly string[] {
  const { expression } = attribute ?? {};
  if (expression?.kind === 'variable') return [expression.name];
  if (expression?.kind === 'literal') return [asText(expression.value)];
  if (expression?.kind !== 'tuple') return [];
  return expression.items.flatMap((item) =>
    item.kind === 'variable' ? [item.name] : item.kind === 'literal' ? [asText(item.value)] : [],
  );
}

/** A variable's own conditions: where one does not hold, bake builds nothing. */
function validate(name: string, { body }: Block, scope: Scope): readonly Problem[] {
  return body.blocks.flatMap(({ type, body: { attributes }, place }): readonly Problem[] => {
    const condition = attributes.get('condition');
    if (type !== 'validation' || !condition) return [];
    try {
      const result = evaluate(condition.expression, scope);
      if (result !== null && asBoolean(result)) return [];
      const message = attributes.get('error_message');
      throw new NoValue(message ? asText(evaluate(message.expression, scope)) : 'its validation fails');
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      return [
        {
          code: 'bake-validation',
          message: `The variable ${name} does not pass its validation: ${thrown.message.replace(/\.$/, '')}.`,
          place,
          hint: `Set ${name} where the audit runs.`,
        },
      ];
    }
  });
}
