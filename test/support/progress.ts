import type { Progress } from '../../src/ports.ts';

/** A Progress that writes down what it was told. */
export function recordedProgress(): Progress & {
  readonly lines: readonly string[];
  readonly steps: readonly string[];
  /** How far steps said they were. */
  readonly updates: readonly string[];
} {
  const lines: string[] = [];
  const steps: string[] = [];
  const updates: string[] = [];
  return {
    lines,
    steps,
    updates,
    log: (text) => lines.push(text),
    step(text) {
      steps.push(text);
      return {
        update: (how) => updates.push(`${text}: ${how}`),
        done: (how) => steps.push(`${text}: ${how ?? 'done'}`),
      };
    },
  };
}
