import type { AnnotationProperties } from '@actions/core';

/** A message on a line of a file, shown by GitHub in the pull request's diff. Texts may be untrusted. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** Relative to the checkout. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** What the runner keeps of a level in one step; the rest it drops without a word. */
const perLevel = 10;
/** The runner cuts an annotation's message here. */
const maxMessageChars = 4_096;
const levels = ['error', 'warning', 'notice'] as const;

/**
 * Annotates, worst first as given: ten a level, or nine and one that counts the rest.
 * Goes through @actions/core, which escapes and writes to the process's standard output itself.
 */
export async function annotate(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  for (const level of levels) {
    for (const annotation of capAnnotations(annotations.filter((one) => one.level === level))) {
      core[level](printable(annotation.message, maxMessageChars), propertiesOf(annotation));
    }
  }
}

/** One level's annotations as the runner will show them all. */
export function capAnnotations(ofOneLevel: readonly Annotation[]): readonly Annotation[] {
  const [first] = ofOneLevel;
  if (!first || ofOneLevel.length <= perLevel) return ofOneLevel;
  const rest = ofOneLevel.length - (perLevel - 1);
  return [
    ...ofOneLevel.slice(0, perLevel - 1),
    { level: first.level, message: `And ${rest} more of this level: see the job summary.` },
  ];
}

/** Opens a folded group in the log. */
export async function startGroup(name: string): Promise<void> {
  const core = await import('@actions/core');
  core.startGroup(printable(name, 200));
}

/** Closes the group opened last. */
export async function endGroup(): Promise<void> {
  const core = await import('@actions/core');
  core.endGroup();
}

/** Asks the runner to print `***` for a secret from here on, each line of it by itself; empty lines are left alone. */
export async function maskSecret(secret: string): Promise<void> {
  const core = await import('@actions/core');
  const lines = secret.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  for (const line of lines) core.setSecret(line);
}

/** The runner prints an obeyed annotation once more as a line of its own: no old command form may be left in it. */
function printable(text: string, maxChars: number): string {
  const plain = text.replaceAll('##[', '## [');
  return plain.length <= maxChars ? plain : `${plain.slice(0, maxChars - 1)}…`;
}

function propertiesOf({ title, file, startLine, endLine }: Annotation): AnnotationProperties {
  return {
    ...(title === undefined ? {} : { title: printable(title, 200) }),
    ...(file === undefined ? {} : { file }),
    ...(startLine === undefined ? {} : { startLine }),
    ...(endLine === undefined ? {} : { endLine }),
  };
}
