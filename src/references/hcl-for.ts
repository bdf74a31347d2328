import type { Cursor } from './hcl-cursor.ts';
import type { Expression, ForExpression } from './hcl-syntax.ts';
import type { ReadExpression } from './hcl-template.ts';

/** Reads the rest of `[for …]` or `{for …}`; undefined, with nothing taken, when what follows is no loop. */
export function readForTail(
  cursor: Cursor,
  close: ']' | '}',
  readExpression: ReadExpression,
): ForExpression | undefined {
  const start = cursor.at;
  if (cursor.identifier() !== 'for') {
    cursor.at = start;
    return undefined;
  }
  const first = cursor.identifier();
  // `{ for = 1 }` is an object with a key of that name.
  if (first === undefined) {
    cursor.at = start;
    return undefined;
  }
  const second = cursor.take(',') ? cursor.identifier() : undefined;
  if (cursor.identifier() !== 'in') throw cursor.refuse('`in` was expected.');
  const collection = readExpression();
  cursor.expect(':');
  const head = readExpression();
  const key = close === '}' ? head : undefined;
  if (key) cursor.expect('=>');
  const result: Expression = key ? readExpression() : head;
  const isGrouped = key !== undefined && cursor.take('...');
  const before = cursor.at;
  const condition = cursor.identifier() === 'if' ? readExpression() : undefined;
  if (!condition) cursor.at = before;
  cursor.expect(close);
  return {
    kind: 'for',
    ...(second === undefined ? { valueName: first } : { keyName: first, valueName: second }),
    collection,
    ...(key && { key }),
    result,
    isGrouped,
    ...(condition && { condition }),
  };
}
