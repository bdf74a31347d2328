import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/reporters/terminal/report.ts';
import { columnsOf, own, widthOf, wrap } from '../../src/reporters/terminal/spans.ts';
import { hostileNames, resultNamed } from '../support/hostile.ts';
import { apiResult, severalImages } from '../support/results.ts';

const plain = (width: number) => ({ width, colour: false });

describe('the report at a terminal', () => {
  test.each([40, 60, 80, 100, 120, 200])('fits %i columns', (width) => {
    const tooWide = renderTerminal(severalImages, plain(width))
      .split('\n')
      .filter((line) => columnsOf(line) > Math.min(width, 120));
    expect(tooWide).toEqual([]);
  });

  test('says the same with colours and without', () => {
    const coloured = renderTerminal(apiResult, { width: 100, colour: true });
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderTerminal(apiResult, plain(100)));
    expect(coloured).toContain('\u001b[31m');
  });

  test.each(Object.entries(hostileNames))(
    'neither moves the cursor nor commands a runner for a name that is a %s',
    (_, name) => {
      for (const width of [40, 100]) {
        const text = renderTerminal(resultNamed(name, 2), plain(width));
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u);
        expect(text).not.toMatch(/^\s*::/m);
        expect(text).not.toContain('##[');
      }
    },
  );
});

// These take a shorter way; a wide letter beside them sends them the long one.
const narrow = Array.from('·‐–—‘’“”•…←↑→↓≈─█✓✗');

describe('columns of a text', () => {
  test.each(narrow)('%s takes one, alone and beside a wide letter', (letter) => {
    expect([columnsOf(letter), columnsOf(`日${letter}`)]).toEqual([1, 3]);
  });

  test.each([
    ['abc', 3],
    ['café', 4],
    ['e\u0301', 1],
    ['日本', 4],
    ['🚢', 2],
    ['█', 1],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('a line broken to a width', () => {
  test.each([
    ['at spaces', 'aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['inside a word that is longer than a line', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['between wide characters', '日本語日本', 5, ['日本', '語日', '本']],
    ['not at all when it fits', 'a b', 3, ['a b']],
  ])('is broken %s', (_, text, width, expected) => {
    const lines = wrap([own(text)], width);
    expect(
      lines.map((line) =>
        line
          .map((span) => span.text)
          .join('')
          .trimEnd(),
      ),
    ).toEqual(expected);
    expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
  });
});
