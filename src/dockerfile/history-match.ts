import type { HistoryReport } from '../result/dockerfile.ts';
import type { Made } from './created-by.ts';

/** Whether a history line's text is what the instruction would have written. Only texts that make layers are compared. */
export function compareTexts(expected: HistoryReport, actual: Made): boolean {
  switch (expected.keyword) {
    case 'RUN':
      return isSameCommand(expected, actual);
    case 'COPY':
    case 'ADD':
      return isSameCopy(expected, actual);
    case 'WORKDIR':
      return withoutSlash(actual.text) === withoutSlash(expected.text);
    default:
      return true;
  }
}

/** The command is never expanded; what stands in front of it is ARGs and a shell, which a base image may have set. */
function isSameCommand({ createdBy, text }: HistoryReport, actual: Made): boolean {
  if (!actual.text.endsWith(text)) return false;
  const before = actual.text.slice(0, actual.text.length - text.length);
  const predicted = createdBy.slice('RUN '.length, createdBy.length - text.length - ' # buildkit'.length);
  return before === '' || predicted.endsWith(before) || /(?:^| )(?:-[a-z]*c|-command|\/c) $/i.test(before);
}

/** BuildKit names sources and destination; the classic builder a checksum and the destination: `file:… in /app `. */
function isSameCopy({ text }: HistoryReport, actual: Made): boolean {
  const written = actual.text.trim();
  const destination = written.slice(written.indexOf(' in ') + ' in '.length);
  if (actual.by === 'classic') return written.includes(' in ') && text.endsWith(` ${destination}`);
  return written.replace(/^(?:--(?:chown|chmod|parents|link|from|exclude)(?:=\S*)? )+/, '') === text;
}

function withoutSlash(path: string): string {
  return path.trim().replace(/(?<=.)\/$/, '');
}
