/** One way a server offers to authenticate: https://datatracker.ietf.org/doc/html/rfc9110#section-11.3 */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const blanks = /[ \t]*/y;
const separators = /[ \t,]*/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
const bare = /[^\s,"]+/y;
const token68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y;

/** Reads a WWW-Authenticate header, or several joined by commas. What is malformed ends the list; what stood before it counts. */
export function parseChallenges(header: string): readonly Challenge[] {
  const reader = new Reader(header);
  const challenges: Challenge[] = [];
  for (;;) {
    reader.take(separators);
    const scheme = reader.take(token);
    if (scheme === undefined) return challenges;
    const { parameters, isWhole } = readParameters(reader);
    challenges.push({ scheme: scheme.toLowerCase(), parameters });
    if (!isWhole) return challenges;
  }
}

/** Parameters up to the next scheme. The first of a name counts. */
function readParameters(reader: Reader): { readonly parameters: Map<string, string>; readonly isWhole: boolean } {
  const parameters = new Map<string, string>();
  reader.take(blanks);
  // Data in place of parameters, for schemes this tool has no use for.
  if (reader.take(token68) !== undefined) return { parameters, isWhole: true };
  for (;;) {
    const start = reader.position;
    reader.take(separators);
    const name = reader.take(token);
    if (name === undefined) return { parameters, isWhole: reader.isAtEnd };
    reader.take(blanks);
    if (!reader.skip('=')) {
      // A lone word is the next scheme.
      reader.position = start;
      return { parameters, isWhole: true };
    }
    reader.take(blanks);
    const value = reader.capture(quoted)?.replace(/\\(.)/gs, '$1') ?? reader.take(bare);
    if (value === undefined) return { parameters, isWhole: false };
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
}

class Reader {
  position = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** What the sticky pattern matches here. @returns undefined when it matches nothing. */
  take(pattern: RegExp): string | undefined {
    return this.#match(pattern)?.[0];
  }

  capture(pattern: RegExp): string | undefined {
    return this.#match(pattern)?.[1];
  }

  skip(character: string): boolean {
    if (this.#text[this.position] !== character) return false;
    this.position += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#text);
    if (match) this.position += match[0].length;
    return match;
  }
}
