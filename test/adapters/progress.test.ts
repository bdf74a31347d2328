import { describe, expect, test, vi } from 'vitest';
import { runnerProgress, terminalProgress } from '../../src/adapters/progress.ts';

/** What a terminal of one line shows in the end: a cleared line is gone. */
function shown(written: string): readonly string[] {
  return written.split('\n').map((line) => line.slice(line.lastIndexOf('\r\u001b[K') + (line.includes('\r') ? 4 : 0)));
}

function progressOf(style: { readonly live: boolean; readonly columns?: number; readonly showLog?: boolean }) {
  let written = '';
  const write = (text: string): void => void (written += text);
  const progress = terminalProgress(write, { columns: 40, showLog: false, ...style });
  return { progress, lines: () => shown(written), raw: () => written };
}

describe('on a live terminal', () => {
  test('a step that is done leaves its line, and the one around it is drawn again', () => {
    const { progress, lines } = progressOf({ live: true });
    const outer = progress.step('Building api');
    const inner = progress.step('[1/2] RUN make');
    expect(lines()).toEqual(['… [1/2] RUN make']);
    inner.done('cached');
    expect(lines()).toEqual(['✓ [1/2] RUN make: cached (0.0 s)', '… Building api']);
    outer.done();
    expect(lines()).toEqual(['✓ [1/2] RUN make: cached (0.0 s)', '✓ Building api (0.0 s)', '']);
  });

  test('a step says how far it is and for how long it has run', () => {
    vi.useFakeTimers();
    try {
      const { progress, lines } = progressOf({ live: true });
      const step = progress.step('Reading api');
      step.update('3 of 9 layers');
      vi.advanceTimersByTime(2_000);
      expect(lines()).toEqual(['… Reading api: 3 of 9 layers (2 s)']);
      step.done();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('what is drawn makes way for other output, for good', () => {
    const { progress, lines } = progressOf({ live: true });
    progress.step('Building api');
    progress.clear();
    expect(lines()).toEqual(['']);
    progress.step('Building web').done();
    expect(lines()).toEqual(['✓ Building web (0.0 s)', '']);
  });

  test('no line is longer than the terminal, and none moves the cursor', () => {
    const { progress, lines } = progressOf({ live: true });
    progress.step(`\u001b[2J\r\n${'x'.repeat(100)}`).done();
    expect(lines()).toHaveLength(2);
    expect(lines()[0]?.length).toBeLessThan(40);
    expect(lines()[0]).not.toContain('\u001b');
  });
});

describe('elsewhere', () => {
  test('a step is one line when it is done, without control characters', () => {
    const { progress, raw } = progressOf({ live: false });
    const step = progress.step('Reading api');
    step.update('half');
    step.done();
    progress.clear();
    expect(raw()).toBe('✓ Reading api (0.0 s)\n');
  });

  test('a step of a build that failed is marked', () => {
    const { progress, raw } = progressOf({ live: false });
    progress.step('[2/2] RUN exit 7').done('failed');
    expect(raw()).toBe('✗ [2/2] RUN exit 7: failed (0.0 s)\n');
  });

  test.each([
    [true, '  first\n  second\n'],
    [false, ''],
  ])('the log of a build is shown when asked for: %s', (showLog, expected) => {
    const { progress, raw } = progressOf({ live: false, showLog });
    progress.log('first\n\nsecond\n');
    expect(raw()).toBe(expected);
  });

  test('a step of a workflow that takes long says so before it ends', () => {
    vi.useFakeTimers();
    try {
      const printed: string[] = [];
      const step = runnerProgress((text) => printed.push(text)).step('Building api');
      vi.advanceTimersByTime(3_000);
      step.done();
      expect(printed).toEqual(['… Building api', '✓ Building api (3.0 s)']);
    } finally {
      vi.useRealTimers();
    }
  });
});
