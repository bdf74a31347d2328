import { Interrupted, UserError, type Problem } from '../errors.ts';
import { visible } from '../visible.ts';

/** What a person reads when a run ended by throwing: problems one below the other, or a bug with its stack and causes. */
export function explain(thrown: unknown): string {
  if (thrown instanceof Interrupted) return 'Interrupted. Nothing was judged.\n';
  if (thrown instanceof UserError) return thrown.problems.map(explainProblem).join('\n');
  return `This is a bug in plimsoll; please report it with what follows.\n${stackOf(thrown)}\n`;
}

/** `file:line:column: message`, a program's last lines, then what was expected and what to do. Text of others is made visible, line by line. */
export function explainProblem({ place, message, expected, got, output = [], hint }: Problem): string {
  const where = place ? `${place.file}:${place.line}${place.column === undefined ? '' : `:${place.column}`}: ` : '';
  return [
    ...lines(`${where}${message}`),
    ...output.flatMap(lines).map((line) => `  | ${line}`),
    ...(expected === undefined ? [] : lines(`  expected: ${expected}`)),
    ...(got === undefined ? [] : lines(`  got:      ${got}`)),
    ...lines(`  ${hint}`),
    '',
  ].join('\n');
}

function lines(text: string): readonly string[] {
  return text.split('\n').map((line) => visible(line, 2_000));
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === undefined ? '' : `\nCaused by: ${stackOf(thrown.cause)}`;
  return `${lines(thrown.stack ?? thrown.message).join('\n')}${cause}`;
}
