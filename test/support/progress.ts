import type { Progress } from '../../src/ports.ts';

/** A Progress that writes down what it was told. */
export function recordedProgress(): Progress & {
  readonly lines: readonly string[];
  readonly steps: readonly string[];
} {
  const lines: string[] = [];
  const steps: string[] = [];
  return {
    lines,
    steps,
    log: (text) => lines.push(text),
    step(text) {
      steps.push(text);
      return { update: () => {}, done: (how) => steps.push(`${text}: ${how ?? 'done'}`) };
    },
  };
}
