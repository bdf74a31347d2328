import { describe, expect, test } from 'vitest';
import { plainRecord, readPlain } from '../../src/archive/tar-split-plain.ts';
import { header, pax, type HeaderFields } from '../support/tar.ts';

const noBody = '"payload":null,"position":4}';
const body = '"size":700,"payload":"AAAAAAAAAAE=","position":4}';

/** The two lines of a record behind another line: where it begins, and the lines. */
function linesOf({ bytes, second }: { readonly bytes: Buffer; readonly second: string }) {
  const before = '{"type":1,"name":"b","payload":null,"position":0}\n';
  const segment = `{"type":2,"payload":"${bytes.toString('base64')}","position":3}`;
  const text = Buffer.from(`${before}${segment}\n${second}\n{"type":2`, 'latin1');
  return { text, start: before.length, end: before.length + segment.length };
}

interface Wish {
  readonly fields?: HeaderFields;
  readonly second?: string;
  readonly padding?: number;
  readonly bytes?: Buffer;
}

const wordFile: HeaderFields = { name: 'etc/word', size: 700, mode: 0o4711, uid: 33, gid: 2_097_151 };

const linkTo = (linkName: string, type = '2') => ({
  fields: { name: 'etc/word', type, linkName },
  second: `{"type":1,"name":"etc/word",${noBody}`,
});

function read({ fields = wordFile, second = `{"type":1,"name":"etc/word",${body}`, padding = 0, bytes }: Wish) {
  const all = bytes ?? Buffer.concat([Buffer.alloc(padding), header(fields)]);
  const { text, start, end } = linesOf({ bytes: all, second });
  const into = plainRecord();
  const last = readPlain(text, start, end, padding, into);
  return { isPlain: last >= 0, rest: text.toString('latin1', last), into };
}

describe('the two lines of a plain record', () => {
  test.each([0, 1, 2, 3, 68, 511])('are read behind %d bytes of padding', (padding) => {
    const { rest, into } = read({ padding });
    expect(rest).toBe('\n{"type":2');
    expect(into.header).toMatchObject({ name: 'etc/word', typeFlag: 0x30, linkName: '', bytes: 700 });
    expect(into.header).toMatchObject({ mode: 0o4711, uid: 33, gid: 2_097_151 });
    expect(into.line).toEqual({ bytes: 700, sum: 0 });
  });

  test.each<[what: string, wish: Wish]>([
    ['a folder', { fields: { name: 'a/', type: '5' }, second: `{"type":1,"name":"a/",${noBody}` }],
    ['a file without a body', { fields: { name: 'a' }, second: `{"type":1,"name":"a",${noBody}` }],
    ['a file of the oldest form', { fields: { name: 'a', type: '\0' }, second: `{"type":1,"name":"a",${noBody}` }],
    ['an owner in base 256', { fields: { ...wordFile, uid: Buffer.from([0x80, 0, 0, 0, 0, 0x40, 0, 0]) } }],
    ['a name in two parts', { fields: { ...wordFile, name: 'word', prefix: 'etc' } }],
  ])('may tell of %s', (_what, wish) => {
    expect(read(wish).isPlain).toBe(true);
  });

  test.each([
    ['2', '../lib/x'],
    ['2', `/${'x'.repeat(98)}`],
    ['2', ''],
    ['1', 'etc/passwd'],
  ])('tell of a link of type %s to "%s"', (type, target) => {
    for (const padding of [0, 1, 2]) {
      const { isPlain, into } = read({ ...linkTo(target, type), padding });
      expect(isPlain).toBe(true);
      expect(into.header).toMatchObject({ name: 'etc/word', typeFlag: type.charCodeAt(0), linkName: target });
    }
  });

  test('leave no target to the record behind a link', () => {
    const into = plainRecord();
    for (const wish of [linkTo('x'), { fields: wordFile, second: `{"type":1,"name":"etc/word",${body}` }]) {
      const { text, start, end } = linesOf({ bytes: header(wish.fields), second: wish.second });
      expect(readPlain(text, start, end, 0, into)).toBeGreaterThan(0);
    }
    expect(into.header.linkName).toBe('');
  });

  test.each<[what: string, wish: Wish]>([
    ['a target that fills its field', linkTo('x'.repeat(100))],
    ['a target beyond ASCII', linkTo('\u00e9')],
    ['a device', { fields: { name: 'etc/word', type: '3' }, second: `{"type":1,"name":"etc/word",${noBody}` }],
    ['a sparse file', { fields: { ...wordFile, type: 'S' } }],
    ['a record with an extended header', { bytes: Buffer.concat([pax({ uid: '7' }), header(wordFile)]) }],
    ['another padding than is due', { padding: 9, bytes: header(wordFile) }],
    ['an owner beyond 32 bits', { fields: { ...wordFile, uid: Buffer.from([0x80, 0, 0, 1, 0, 0, 0, 0]) } }],
    ['a negative size', { fields: { ...wordFile, size: Buffer.alloc(12, 0xff) } }],
    ['a malformed number', { fields: { ...wordFile, gid: Buffer.from('12x45678') } }],
    ['an escaped name', { second: `{"type":1,"name":"etc\\/word",${body}` }],
    ['a name with a quote', { second: `{"type":1,"name":"etc\\"word",${body}` }],
    ['a name beyond ASCII', { second: `{"type":1,"name":"etc/w\xc3\xb6rd",${body}` }],
    ['a name in base64', { second: `{"type":1,"name_raw":"ZXRjL3dvcmQ=",${body}` }],
    ['no name', { second: `{"type":1,"name":"",${body}` }],
    [
      'its parts in another order',
      { second: '{"type":1,"name":"etc/word","position":4,"size":700,"payload":"AAAAAAAAAAE="}' },
    ],
    ['more parts', { second: `{"type":1,"name":"etc/word","more":1,${body}` }],
    ['another segment behind it', { second: '{"type":2,"payload":"AAAA","position":4}' }],
  ])('are left to the other reader with %s', (_what, wish) => {
    expect(read(wish).isPlain).toBe(false);
  });

  test('are left to the other reader where the second is not whole yet', () => {
    const { text, start, end } = linesOf({ bytes: header(wordFile), second: `{"type":1,"name":"etc/word",${body}` });
    const whole = text.lastIndexOf('\n{"type":2');
    expect(readPlain(text.subarray(0, whole + 1), start, end, 0, plainRecord())).toBe(whole);
    expect(readPlain(text.subarray(0, whole), start, end, 0, plainRecord())).toBe(-1);
  });

  test('are left to the other reader where what is read of the header is no base64', () => {
    const { text, start, end } = linesOf({ bytes: header(wordFile), second: `{"type":1,"name":"etc/word",${body}` });
    const digit = start + '{"type":2,"payload":"'.length + 140;
    text[digit] = 0x2d;
    expect(readPlain(text, start, end, 0, plainRecord())).toBe(-1);
  });
});
