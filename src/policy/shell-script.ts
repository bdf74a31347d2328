/** One simple command of a shell script. */
export interface ShellCommandWords {
  /** Without assignments in front, quotes removed; `$(…)` and `$NAME` stay as they are. */
  readonly words: readonly string[];
  /** Ended by a single `&`: it runs beside what follows. */
  readonly isBackground: boolean;
}

const keywords = new Set(['if', 'then', 'elif', 'else', 'fi', 'do', 'done', 'while', 'until', '{', '}', '!', 'time']);
const wrappers = new Set(['sudo', 'exec', 'command', 'nohup', 'eatmydata']);

/**
 * Cuts a script of sh into its simple commands, well enough to see which programs it runs with which words.
 * Quotes, escapes, comments and substitutions are honoured; nothing is expanded, functions and `case` are not understood.
 */
export function readShellScript(script: string): readonly ShellCommandWords[] {
  const commands: ShellCommandWords[] = [];
  let words: string[] = [];
  const end = (isBackground: boolean): void => {
    const plain = withoutPrefixes(words);
    if (plain.length > 0) commands.push({ words: plain, isBackground });
    words = [];
  };
  for (const token of tokens(script)) {
    if (token.is === 'word') words.push(token.text);
    else end(token.text === '&');
  }
  end(false);
  return commands;
}

/** The program a command runs, without its folder. */
export function programOf({ words }: ShellCommandWords): string {
  const word = words[0] ?? '';
  return word.slice(word.lastIndexOf('/') + 1);
}

function withoutPrefixes(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length) {
    const word = words[start] ?? '';
    if (!keywords.has(word) && !wrappers.has(word) && !/^[A-Za-z_]\w*=/.test(word) && word !== 'env') break;
    start += 1;
  }
  return words.slice(start);
}

interface Token {
  readonly is: 'word' | 'operator';
  readonly text: string;
}

/** Sticky patterns, tried in turn; none repeats inside a repetition. */
const blank = /[ \t\r]+|\\\r?\n/y;
const comment = /#[^\n]*/y;
const redirection = /\d*(?:>>|>&|<&|&>|<<-?|>|<)[ \t]*/y;
const operator = /&&|\|\||;;|[;&|\n()]/y;
const piece = /'[^']*'?|\\[\s\S]|[^\s'"\\;&|()<>$`]+|[$<>]/y;

function* tokens(script: string): Iterable<Token> {
  let at = 0;
  while (at < script.length) {
    const skipped = match(blank, script, at) ?? match(comment, script, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const redirected = match(redirection, script, at);
    const found = redirected === undefined ? match(operator, script, at) : undefined;
    if (found !== undefined) {
      yield { is: 'operator', text: found };
      at += found.length;
      continue;
    }
    at += redirected?.length ?? 0;
    const word = readWord(script, at);
    // The file of a redirection is no word of the command.
    if (redirected === undefined) yield { is: 'word', text: word.text };
    at = Math.max(word.end, at + (redirected === undefined ? 1 : 0));
  }
}

function readWord(script: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = start;
  while (at < script.length) {
    const nested = nestedEnd(script, at);
    const part = nested === undefined ? match(piece, script, at) : script.slice(at, nested);
    if (part === undefined || part === '<' || part === '>') break;
    text += nested === undefined || part.startsWith('$') || part.startsWith('`') ? unquoted(part) : part.slice(1, -1);
    at += part.length;
  }
  return { text, end: at };
}

/** Where `"…"`, `$(…)`, `${…}` or a backquoted part that begins here ends; undefined when none begins here. */
function nestedEnd(script: string, start: number): number | undefined {
  const opener = /"|`|\$\(|\$\{/y;
  const opened = match(opener, script, start);
  if (opened === undefined) return undefined;
  const closer = { '"': '"', '`': '`', '$(': ')', '${': '}' }[opened] ?? '"';
  let depth = 1;
  for (let at = start + opened.length; at < script.length; at += 1) {
    const char = script.charAt(at);
    if (char === '\\') at += 1;
    else if (char === closer) depth -= 1;
    else if (closer === ')' && char === '(') depth += 1;
    if (depth === 0) return at + 1;
  }
  return script.length;
}

function unquoted(part: string): string {
  if (part.startsWith("'")) return part.replaceAll("'", '');
  return part.startsWith('\\') ? part.slice(1).replace('\n', '') : part;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
