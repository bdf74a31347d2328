/** Variables of the environment and of `.env`. */
export type Environment = Readonly<Record<string, string>>;

/** A text with its variables put in, or why that cannot be known. */
export type Substituted = { readonly text: string } | { readonly reason: string };

const maxDepth = 20;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;

/**
 * Puts variables into a value as compose does: `$X`, `${X}`, `${X:-y}`, `${X-y}`, `${X:?m}`, `${X?m}`, `${X:+y}`, `${X+y}`,
 * `$$`; what they fall back to may hold variables itself. https://docs.docker.com/reference/compose-file/interpolation/
 */
export function substitute(text: string, environment: Environment, depth = 0): Substituted {
  if (!text.includes('$')) return { text };
  if (depth > maxDepth) return { reason: 'the variables nest too deeply' };
  let result = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return { text: result + text.slice(at) };
    result += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === '$') {
      result += '$';
      at = dollar + 2;
      continue;
    }
    const braced = next === '{';
    const end = braced ? closingBrace(text, dollar + 2) : undefined;
    if (braced && end === undefined) return { reason: `the brace at "${text.slice(dollar)}" is not closed` };
    const inside = end === undefined ? nameAt(text, dollar + 1) : text.slice(dollar + 2, end);
    if (inside === undefined)
      return { reason: `"${text.slice(dollar, dollar + 12)}" is no variable; write $$ for a dollar sign` };
    const value = braced ? bracedValue(inside, environment, depth) : { text: own(environment, inside) ?? '' };
    if ('reason' in value) return value;
    result += value.text;
    at = end === undefined ? dollar + 1 + inside.length : end + 1;
  }
  return { text: result };
}

function bracedValue(inside: string, environment: Environment, depth: number): Substituted {
  const variable = nameAt(inside, 0);
  if (variable === undefined) return { reason: `"\${${inside}}" names no variable` };
  const rest = inside.slice(variable.length);
  const value = own(environment, variable);
  if (rest === '') return { text: value ?? '' };
  const operator = /^:?[-?+]/.exec(rest)?.[0];
  if (operator === undefined) return { reason: `"\${${inside}}" has no operator that compose knows` };
  const argument = rest.slice(operator.length);
  const isSet = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  if (operator.endsWith('+')) return isSet ? substitute(argument, environment, depth + 1) : { text: '' };
  if (isSet) return { text: value ?? '' };
  if (operator.endsWith('?')) return { reason: `the variable ${variable} is required and not set` };
  return substitute(argument, environment, depth + 1);
}

function nameAt(text: string, at: number): string | undefined {
  name.lastIndex = at;
  return name.exec(text)?.[0];
}

/** A plain object of variables has a prototype, whose members are no variables. */
function own(environment: Environment, variable: string): string | undefined {
  return Object.hasOwn(environment, variable) ? environment[variable] : undefined;
}

/** The brace that closes the one before `from`; only `${` opens another. */
function closingBrace(text: string, from: number): number | undefined {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}') open -= 1;
    else if (text[at] === '$' && text[at + 1] === '{') {
      open += 1;
      at += 1;
    }
    if (open === 0) return at;
  }
  return undefined;
}
