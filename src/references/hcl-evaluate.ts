import { hclFunctions } from './hcl-functions.ts';
import { splatElement, type Expression } from './hcl-syntax.ts';
import {
  asBoolean,
  asNumber,
  asText,
  isEqual,
  isList,
  isObject,
  NoValue,
  objectOf,
  type HclValue,
} from './hcl-value.ts';

/** What names mean where an expression stands. */
export interface Scope {
  /** @returns undefined when there is no such name. @throws NoValue when it has no value that is known */
  variable(name: string): HclValue | undefined;
  /** A function of the file's own. */
  call(name: string, args: readonly HclValue[]): HclValue | undefined;
  /** `target.NAME.ATTRIBUTE`. @throws NoValue when there is none */
  reference?(type: string, name: string, attribute: string): HclValue;
  /** Counts work, so that loops end. @throws NoValue */
  step(): void;
}

const maxTextCharacters = 100_000;

/** The value of an expression. @throws NoValue where it has none, or none that can be known here */
export function evaluate(expression: Expression, scope: Scope): HclValue {
  scope.step();
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template':
      return templateOf(expression.parts.map((part) => evaluate(part, scope)));
    case 'variable': {
      const value = scope.variable(expression.name);
      if (value === undefined) throw new NoValue(`there is no variable ${expression.name}`);
      return value;
    }
    case 'index':
      return referenced(expression, scope) ?? element(evaluate(expression.of, scope), evaluate(expression.key, scope));
    case 'splat': {
      const of = evaluate(expression.of, scope);
      const items = of === null ? [] : isList(of) ? of : [of];
      return items.map((item) => evaluate(expression.each, inner(scope, { [splatElement]: item })));
    }
    case 'call':
      return call(expression, scope);
    case 'conditional':
      return evaluate(
        asBoolean(evaluate(expression.condition, scope)) ? expression.whenTrue : expression.otherwise,
        scope,
      );
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, scope), () => evaluate(expression.right, scope));
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      return expression.operator === '!' ? !asBoolean(operand) : -asNumber(operand);
    }
    case 'tuple':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object':
      return objectOf(
        expression.entries.map(([key, value]) => [asText(evaluate(key, scope)), evaluate(value, scope)] as const),
      );
    case 'for':
      return loop(expression, scope);
  }
}

/** A scope with more names in front. */
export function inner(scope: Scope, names: Readonly<Record<string, HclValue>>): Scope {
  return { ...scope, variable: (name) => (Object.hasOwn(names, name) ? names[name] : scope.variable(name)) };
}

function templateOf(parts: readonly HclValue[]): HclValue {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const text = parts.map(asText).join('');
  if (text.length > maxTextCharacters) throw new NoValue('the text is too long');
  return text;
}

/** What another target says: `target.NAME.ATTRIBUTE`; undefined for every other index. */
function referenced({ of, key }: Extract<Expression, { kind: 'index' }>, scope: Scope): HclValue | undefined {
  if (of.kind !== 'index' || of.of.kind !== 'variable' || of.of.name !== 'target') return undefined;
  if (!scope.reference || of.key.kind !== 'literal' || key.kind !== 'literal') return undefined;
  return scope.reference('target', asText(of.key.value), asText(key.value));
}

function element(of: HclValue, key: HclValue): HclValue {
  const found = isObject(of) ? of.get(asText(key)) : isList(of) ? of[asNumber(key)] : undefined;
  if (found === undefined) throw new NoValue(`there is no element ${asText(key)}`);
  return found;
}

function call({ name, args, expandsLast }: Extract<Expression, { kind: 'call' }>, scope: Scope): HclValue {
  const values = args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  const given = expandsLast && last !== undefined && isList(last) ? [...values.slice(0, -1), ...last] : values;
  if (name === 'try' || name === 'can' || name === 'convert')
    throw new NoValue(`the function ${name} is not understood here`);
  const own = scope.call(name, given);
  if (own !== undefined) return own;
  const known = hclFunctions.get(name);
  if (!known) throw new NoValue(`the function ${name} is not understood here`);
  return known(...given);
}

function binary(operator: string, left: HclValue, right: () => HclValue): HclValue {
  switch (operator) {
    case '&&':
      return asBoolean(left) && asBoolean(right());
    case '||':
      return asBoolean(left) || asBoolean(right());
    case '==':
      return isEqual(left, right());
    case '!=':
      return !isEqual(left, right());
    default:
      return arithmetic(operator, asNumber(left), asNumber(right()));
  }
}

function arithmetic(operator: string, left: number, right: number): HclValue {
  const results: Readonly<Record<string, number | boolean>> = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': left / right,
    '%': left % right,
    '<': left < right,
    '>': left > right,
    '<=': left <= right,
    '>=': left >= right,
  };
  const result = results[operator];
  if (result === undefined) throw new Error(`No operator ${operator}.`);
  if (typeof result === 'number' && !Number.isFinite(result)) throw new NoValue('that is a division by zero');
  return result;
}

function loop(
  { collection, keyName, valueName, key, result, isGrouped, condition }: Extract<Expression, { kind: 'for' }>,
  scope: Scope,
): HclValue {
  const of = evaluate(collection, scope);
  if (!isList(of) && !isObject(of)) throw new NoValue('only lists and maps can be walked');
  const items: readonly (readonly [HclValue, HclValue])[] = [...of.entries()];
  const taken = items.flatMap(([index, item]): readonly (readonly [string, HclValue])[] => {
    const names = inner(scope, { ...(keyName !== undefined && { [keyName]: index }), [valueName]: item });
    if (condition && !asBoolean(evaluate(condition, names))) return [];
    return [[key ? asText(evaluate(key, names)) : '', evaluate(result, names)]];
  });
  if (!key) return taken.map(([, value]) => value);
  const groups = new Map<string, readonly HclValue[]>();
  for (const [name, value] of taken) groups.set(name, [...(groups.get(name) ?? []), value]);
  return objectOf(
    [...groups].map(([name, values]) => {
      if (!isGrouped && values.length > 1) throw new NoValue(`the key ${name} comes twice`);
      return [name, isGrouped ? values : (values[0] ?? null)] as const;
    }),
  );
}
