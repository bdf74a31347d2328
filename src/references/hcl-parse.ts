import { openCursor, type Cursor } from './hcl-cursor.ts';
import { readExpression } from './hcl-expression.ts';
import type { Attribute, Block, Body, Expression } from './hcl-syntax.ts';
import { Parts, readSequence } from './hcl-template.ts';

/** Reads a file in HCL's native syntax. @throws UserError `hcl-syntax` */
export function parseHcl(file: string, text: string): Body {
  const cursor = openCursor(file, text.replace(/^\uFEFF/, ''));
  return readBody(cursor, undefined);
}

/** Reads a text of HCL's JSON syntax as the template it is. @throws UserError `hcl-syntax` */
export function parseTemplate(file: string, text: string): Expression {
  const cursor = openCursor(file, text);
  const parts = new Parts(cursor);
  while (cursor.at < text.length) {
    if (readSequence(cursor, () => readExpression(cursor), parts)) continue;
    parts.add(text[cursor.at] ?? '');
    cursor.at += 1;
  }
  return parts.whole(cursor.place(0));
}

function readBody(cursor: Cursor, close: '}' | undefined): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (;;) {
    cursor.skipLines();
    if (close === undefined && cursor.at >= cursor.text.length) break;
    if (close !== undefined && cursor.take(close)) break;
    const place = cursor.place();
    const name = cursor.identifier();
    if (name === undefined) throw cursor.refuse('The name of an attribute or a block was expected.');
    if (cursor.take('=')) {
      if (attributes.has(name)) throw cursor.refuse(`The attribute ${name} stands twice.`);
      attributes.set(name, { place, expression: readExpression(cursor) });
    } else blocks.push({ type: name, place, ...readBlock(cursor) });
    endLine(cursor, close);
  }
  return { attributes, blocks };
}

function readBlock(cursor: Cursor): Pick<Block, 'labels' | 'body'> {
  const labels: string[] = [];
  while (!cursor.take('{')) {
    const quoted = cursor.take('"');
    const label = quoted
      ? /^[^"\\\n]*(?=")/.exec(cursor.text.slice(cursor.at, cursor.at + 300))?.[0]
      : cursor.identifier();
    if (label === undefined) throw cursor.refuse('`{` or a label was expected.');
    if (quoted) cursor.at += label.length + 1;
    labels.push(label);
  }
  return { labels, body: cursor.within(true, () => readBody(cursor, '}')) };
}

function endLine(cursor: Cursor, close: '}' | undefined): void {
  cursor.skip();
  const character = cursor.text[cursor.at];
  if (character === undefined || character === '\n' || (close !== undefined && character === close)) return;
  throw cursor.refuse("The line's end was expected.");
}
