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
      const { progress, lines } = progressOf({ live: true, columns: 80 });
      const step = progress.step('Reading api');
      step.update('117.4 MB read');
      vi.advanceTimersByTime(2_000);
      expect(lines()).toEqual(['… Reading api: 117.4 MB read (2 s)']);
      step.done('9 layers, 117.4 MB');
      expect(lines()).toEqual(['✓ Reading api: 9 layers, 117.4 MB (2.0 s)', '']);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('bytes that come thousands of times a second are drawn ten times', () => {
    vi.useFakeTimers();
    try {
      const { progress, raw } = progressOf({ live: true });
      const step = progress.step('Reading api');
      for (let ms = 0; ms < 1_000; ms += 1) {
        vi.advanceTimersByTime(1);
        step.update(`${ms} MB read`);
      }
      expect(raw().split('MB read').length - 1).toBe(10);
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

  test.each([
    ['a workflow', (print: (text: string) => void) => runnerProgress(print)],
    [
      'a pipe',
      (print: (text: string) => void) => terminalProgress(print, { live: false, columns: 200, showLog: false }),
    ],
  ])('a step in the log of %s says every half minute how far it is', (_where, progressTo) => {
    vi.useFakeTimers();
    try {
      const printed: string[] = [];
      const step = progressTo((text) => printed.push(text.trimEnd())).step('Reading api');
      vi.advanceTimersByTime(3_000);
      step.update('1.2 GB read');
      vi.advanceTimersByTime(60_000);
      step.done('9 layers, 4.2 GB');
      vi.advanceTimersByTime(60_000);
      expect(printed).toEqual([
        '… Reading api (3 s)',
        '… Reading api: 1.2 GB read (33 s)',
        '… Reading api: 1.2 GB read (63 s)',
        '✓ Reading api: 9 layers, 4.2 GB (63.0 s)',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('nothing is said of a step once other output has come', () => {
    vi.useFakeTimers();
    try {
      const { progress, raw } = progressOf({ live: false });
      progress.step('Reading api');
      progress.clear();
      vi.advanceTimersByTime(60_000);
      expect(raw()).toBe('');
    } finally {
      vi.useRealTimers();
    }
  });

  test('a step of a workflow that takes long says so before it ends', () => {
    vi.useFakeTimers();
    try {
      const printed: string[] = [];
      const step = runnerProgress((text) => printed.push(text)).step('Building api');
      vi.advanceTimersByTime(3_000);
      step.done();
      expect(printed).toEqual(['… Building api (3 s)', '✓ Building api (3.0 s)']);
    } finally {
      vi.useRealTimers();
    }
  });
});
