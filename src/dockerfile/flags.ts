import type { Keyword } from './instruction.ts';
import { Refusal } from './refusal.ts';

type FlagKind = 'switch' | 'text' | 'texts';

/** The flags each instruction takes: https://docs.docker.com/reference/dockerfile/ */
const flagsOf: Partial<Record<Keyword, Readonly<Record<string, FlagKind>>>> = {
  FROM: { platform: 'text' },
  ARG: { required: 'switch' },
  RUN: { mount: 'texts', network: 'text', security: 'text', device: 'texts' },
  COPY: { from: 'text', chown: 'text', chmod: 'text', link: 'switch', parents: 'switch', exclude: 'texts' },
  ADD: {
    chown: 'text',
    chmod: 'text',
    link: 'switch',
    'keep-git-dir': 'switch',
    checksum: 'text',
    unpack: 'switch',
    exclude: 'texts',
  },
  HEALTHCHECK: {
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  },
};

export interface Flags {
  text(name: string): string | null;
  texts(name: string): readonly string[];
  /** Null when the flag is not given. */
  isSet(name: string): boolean | null;
}

const none: readonly string[] = [];
const noFlags: Flags = { text: () => null, texts: () => none, isSet: () => null };

/** Reads an instruction's flags. @throws Refusal */
export function readFlags(keyword: Keyword, written: readonly string[]): Flags {
  if (written.length === 0) return noFlags;
  const known = flagsOf[keyword] ?? {};
  const names: string[] = [];
  const values: string[] = [];
  for (const flag of written) {
    const equals = flag.indexOf('=');
    const name = flag.slice(2, equals < 0 ? flag.length : equals);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!kind) throw new Refusal(`${keyword} has no flag --${name}.`, describe(known));
    if (kind !== 'texts' && names.includes(name)) throw new Refusal(`--${name} is given twice.`, `one --${name}`);
    const value = equals < 0 ? undefined : flag.slice(equals + 1);
    checkValue(name, kind, value);
    names.push(name);
    values.push(value ?? 'true');
  }
  return new GivenFlags(names, values);
}

/** There are few: looking through them costs less than a map. */
class GivenFlags implements Flags {
  readonly #names: readonly string[];
  readonly #values: readonly string[];

  constructor(names: readonly string[], values: readonly string[]) {
    this.#names = names;
    this.#values = values;
  }

  text(name: string): string | null {
    return this.#values[this.#names.indexOf(name)] || null;
  }

  texts(name: string): readonly string[] {
    return this.#names.includes(name) ? this.#values.filter((_, index) => this.#names[index] === name) : none;
  }

  isSet(name: string): boolean | null {
    const value = this.#values[this.#names.indexOf(name)];
    return value === undefined ? null : value.toLowerCase() === 'true';
  }
}

function checkValue(name: string, kind: FlagKind, value: string | undefined): void {
  if (kind !== 'switch' && value === undefined) throw new Refusal(`--${name} lacks a value.`, `--${name}=VALUE`);
  if (kind === 'switch' && value !== undefined && !/^(true|false)$/i.test(value))
    throw new Refusal(`--${name} is true or false, not ${JSON.stringify(value)}.`, `--${name}=true`);
}

function describe(known: Readonly<Record<string, FlagKind>>): string {
  const names = Object.keys(known);
  return names.length > 0 ? `one of ${names.map((name) => `--${name}`).join(', ')}` : 'no flags';
}
