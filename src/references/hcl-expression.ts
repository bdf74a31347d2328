import type { Cursor } from './hcl-cursor.ts';
import { readForTail } from './hcl-for.ts';
import { splatElement, type Expression } from './hcl-syntax.ts';
import { readHeredoc, readQuoted } from './hcl-template.ts';

/** From the weakest to the strongest; longer operators before those they begin with. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads one expression. @throws UserError `hcl-syntax` */
export function readExpression(cursor: Cursor): Expression {
  const condition = readBinary(cursor, 0);
  if (!cursor.take('?')) return condition;
  const whenTrue = readExpression(cursor);
  cursor.expect(':');
  return { kind: 'conditional', condition, whenTrue, otherwise: readExpression(cursor), place: condition.place };
}

function readBinary(cursor: Cursor, level: number): Expression {
  const operators = levels[level];
  if (!operators) return readUnary(cursor);
  let left = readBinary(cursor, level + 1);
  for (;;) {
    const operator = operators.find((one) => cursor.take(one));
    if (operator === undefined) return left;
    left = { kind: 'binary', operator, left, right: readBinary(cursor, level + 1), place: left.place };
  }
}

function readUnary(cursor: Cursor): Expression {
  cursor.skip();
  const place = cursor.place();
  const operator = ['!', '-'].find((one) => cursor.take(one));
  if (operator === undefined) return readSteps(cursor, readTerm(cursor));
  return cursor.within(false, () => ({ kind: 'unary', operator, operand: readUnary(cursor), place }));
}

/** `.name`, `[key]`, `.0`, `[*]` and `.*` behind a term. */
function readSteps(cursor: Cursor, term: Expression): Expression {
  let of = term;
  for (;;) {
    const { place } = of;
    // A step follows without a line's end, but dots of an ellipsis are none.
    if (cursor.text.startsWith('...', cursor.at)) return of;
    if (cursor.text[cursor.at] === '[') {
      cursor.at += 1;
      if (cursor.take('*')) {
        cursor.expect(']');
        return { kind: 'splat', of, each: readSteps(cursor, { kind: 'variable', name: splatElement, place }), place };
      }
      const key = cursor.within(false, () => {
        const inside = readExpression(cursor);
        cursor.expect(']');
        return inside;
      });
      of = { kind: 'index', of, key, place };
    } else if (cursor.text[cursor.at] === '.') {
      cursor.at += 1;
      if (cursor.take('*')) throw cursor.refuse('`.*` is not understood here; `[*]` is.');
      number.lastIndex = cursor.at;
      const digits = /^\d+/.exec(cursor.text.slice(cursor.at, cursor.at + 8))?.[0];
      cursor.at += digits?.length ?? 0;
      const name = digits ?? cursor.identifier();
      if (name === undefined) throw cursor.refuse('A name was expected behind the dot.');
      const value = digits === undefined ? name : Number(digits);
      of = { kind: 'index', of, key: { kind: 'literal', value, place }, place };
    } else return of;
  }
}

function readTerm(cursor: Cursor): Expression {
  cursor.skip();
  const place = cursor.place();
  const again = (): Expression => readExpression(cursor);
  if (cursor.take('"')) return readQuoted(cursor, again, place);
  if (cursor.take('<<')) return readHeredoc(cursor, again, place);
  if (cursor.take('('))
    return cursor.within(false, () => {
      const inside = again();
      cursor.expect(')');
      return inside;
    });
  if (cursor.take('[')) return cursor.within(false, () => readTuple(cursor, place));
  if (cursor.take('{')) return cursor.within(false, () => readObject(cursor, place));
  number.lastIndex = cursor.at;
  const digits = number.exec(cursor.text)?.[0];
  if (digits !== undefined) {
    cursor.at += digits.length;
    return { kind: 'literal', value: Number(digits), place };
  }
  const name = cursor.identifier();
  if (name === undefined) throw cursor.refuse('An expression was expected.');
  if (cursor.text.startsWith('::', cursor.at)) throw cursor.refuse('Functions of namespaces are not understood here.');
  if (cursor.text[cursor.at] === '(') return cursor.within(false, () => readCall(cursor, name, place));
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined;
  return constant === undefined ? { kind: 'variable', name, place } : { kind: 'literal', value: constant, place };
}

function readCall(cursor: Cursor, name: string, place: Expression['place']): Expression {
  cursor.at += 1;
  const args: Expression[] = [];
  let expandsLast = false;
  while (!cursor.take(')')) {
    if (expandsLast) throw cursor.refuse('Nothing may follow an argument with `...`.');
    args.push(readExpression(cursor));
    expandsLast = cursor.take('...');
    if (cursor.take(',')) continue;
    cursor.expect(')');
    break;
  }
  return { kind: 'call', name, args, expandsLast, place };
}

function readTuple(cursor: Cursor, place: Expression['place']): Expression {
  const loop = readForTail(cursor, ']', () => readExpression(cursor));
  if (loop) return { ...loop, place };
  const items: Expression[] = [];
  while (!cursor.take(']')) {
    items.push(readExpression(cursor));
    if (cursor.take(',')) continue;
    cursor.expect(']');
    break;
  }
  return { kind: 'tuple', items, place };
}

function readObject(cursor: Cursor, place: Expression['place']): Expression {
  const loop = readForTail(cursor, '}', () => readExpression(cursor));
  if (loop) return { ...loop, place };
  const entries: (readonly [Expression, Expression])[] = [];
  while (!cursor.take('}')) {
    cursor.skip();
    const isName = cursor.text[cursor.at] !== '(';
    const key = readExpression(cursor);
    if (!cursor.take('=') && !cursor.take(':')) throw cursor.refuse('`=` or `:` was expected behind the key.');
    const value = readExpression(cursor);
    // A name alone is the key itself; in parentheses it is a variable.
    entries.push([
      isName && key.kind === 'variable' ? { kind: 'literal', value: key.name, place: key.place } : key,
      value,
    ]);
    // Line ends are skipped between brackets, so the comma between lines may be missing.
    cursor.take(',');
  }
  return { kind: 'object', entries, place };
}
