import { errorAt, textOfLines } from './source.ts';
import type { DockerfileSource } from './source.ts';
import { trimStart } from './whitespace.ts';

const known = new Set(['syntax', 'escape', 'check']);

interface Directive {
  readonly name: string;
  readonly value: string;
}

/** Reads one line as a parser directive: https://docs.docker.com/reference/dockerfile/#parser-directives */
function readDirective(line: string): Directive | undefined {
  if (!line.startsWith('#')) return undefined;
  const text = trimStart(line.slice(1)).replace(/[\r\n]+$/, '');
  const head = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*/.exec(text);
  const name = head?.[1]?.toLowerCase() ?? '';
  const value = text.slice(head?.[0].length ?? 0).replace(/[\t\n\f\r ]+$/, '');
  return head && value && known.has(name) ? { name, value } : undefined;
}

const directiveAt = (source: DockerfileSource, line: number): Directive | undefined =>
  readDirective(trimStart(textOfLines(source, line, line + 1)));

/**
 * The directives on top of the file, by name. They end at the first line that is none.
 * @throws UserError `dockerfile-directive` when one is given twice or the escape character is neither `\` nor `` ` ``
 */
export function readDirectives(source: DockerfileSource): Readonly<Record<string, string>> {
  const directives: Record<string, string> = {};
  for (let line = 1; line < source.lineStarts.length; line += 1) {
    const directive = directiveAt(source, line);
    if (!directive) break;
    const { name, value } = directive;
    if (name in directives)
      throw refusal(source, line, `The directive ${name} is given twice.`, `one ${name} directive`);
    if (name === 'escape' && value !== '\\' && value !== '`')
      throw refusal(source, line, `The escape character cannot be ${value}.`, '\\ or `');
    directives[name] = value;
  }
  const all = { ...directives, ...readBehindShebang(source) };
  const wrong = all['check'] === undefined ? undefined : wrongCheckOption(all['check']);
  if (wrong !== undefined) {
    let line = 1;
    while (line < source.lineStarts.length - 1 && directiveAt(source, line)?.name !== 'check') line += 1;
    const expected = 'skip=RULE,… and error=true, with a ; between them';
    throw refusal(source, line, `The directive check has no option ${JSON.stringify(wrong)}.`, expected);
  }
  return all;
}

/** https://docs.docker.com/reference/dockerfile/#check */
function wrongCheckOption(value: string): string | undefined {
  return value.split(';').find((option) => {
    const [name = '', setting] = option.split(/=(.*)/s).map((part) => part.trim());
    if (setting === undefined) return true;
    if (name === 'error') return !/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(setting);
    return name !== 'skip' && name !== 'experimental';
  });
}

/** The frontend, which reads `syntax` and `check`, skips a first line `#!…`; the parser, which reads `escape`, does not. */
function readBehindShebang(source: DockerfileSource): Readonly<Record<string, string>> {
  const directives: Record<string, string> = {};
  if (!source.text.startsWith('#!')) return directives;
  for (let line = 2; line < source.lineStarts.length; line += 1) {
    const directive = readDirective(textOfLines(source, line, line + 1));
    if (!directive || directive.name in directives) break;
    directives[directive.name] = directive.value;
  }
  delete directives['escape'];
  return directives;
}

function refusal(source: DockerfileSource, line: number, message: string, expected: string): Error {
  const hint = 'Correct the directive at the top of the Dockerfile.';
  return errorAt(source, { line, column: 1 }, { code: 'dockerfile-directive', message, expected, hint });
}
