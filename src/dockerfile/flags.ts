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
  const given = new Map<string, readonly string[]>();
  for (const flag of written) {
    const equals = flag.indexOf('=');
    const name = flag.slice(2, equals < 0 ? flag.length : equals);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!kind) throw new Refusal(`${keyword} has no flag --${name}.`, describe(known));
    if (given.has(name) && kind !== 'texts') throw new Refusal(`--${name} is given twice.`, `one --${name}`);
    const value = equals < 0 ? undefined : flag.slice(equals + 1);
    checkValue(name, kind, value);
    given.set(name, [...(given.get(name) ?? []), value ?? 'true']);
  }
  return {
    text: (name) => given.get(name)?.[0] || null,
    texts: (name) => given.get(name) ?? [],
    isSet: (name) => (given.has(name) ? given.get(name)?.[0]?.toLowerCase() === 'true' : null),
  };
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
