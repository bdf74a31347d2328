import type { Keyword } from './instruction.ts';
import { Refusal } from './refusal.ts';
import { withoutRoom } from './room.ts';

type FlagKind = 'switch' | 'text' | 'texts';

/** The flags each instruction takes: https://docs.docker.com/reference/dockerfile/ */
const flagsOf: Partial<Record<Keyword, Readonly<Record<string, FlagKind>>>> = {
  FROM: { platform: 'text' },
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

/** An instruction's flags as written, which have been found to be right. */
export type Flags = readonly string[];

/** Checks an instruction's flags. @throws Refusal */
export function readFlags(keyword: Keyword, written: readonly string[]): Flags {
  if (written.length === 0) return written;
  const known = flagsOf[keyword] ?? {};
  for (let index = 0; index < written.length; index += 1) {
    const flag = written[index] ?? '';
    const equals = flag.indexOf('=');
    const name = flag.slice(2, equals < 0 ? flag.length : equals);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!kind) throw new Refusal(`${keyword} has no flag --${name}.`, describe(known));
    if (index > 0 && kind !== 'texts' && givenFlag(written.slice(0, index), name) !== null)
      throw new Refusal(`--${name} is given twice.`, `one --${name}`);
    checkValue(name, kind, equals < 0 ? undefined : flag.slice(equals + 1));
  }
  return written;
}

/** Null when the flag is not given; '' where it is and is empty. */
export function givenFlag(flags: Flags, name: string): string | null {
  for (const flag of flags) if (isNamed(flag, name)) return valueOf(flag, name);
  return null;
}

/** Null when the flag is not given, or is empty. */
export function textFlag(flags: Flags, name: string): string | null {
  return givenFlag(flags, name) || null;
}

const none: readonly string[] = [];

/** Every value of a flag that may be repeated. */
export function textsFlag(flags: Flags, name: string): readonly string[] {
  let values: string[] | undefined;
  for (const flag of flags) if (isNamed(flag, name)) (values ??= []).push(valueOf(flag, name));
  return values ? withoutRoom(values) : none;
}

/** Null when the flag is not given. */
export function switchFlag(flags: Flags, name: string): boolean | null {
  const value = givenFlag(flags, name);
  return value === null ? null : /^(?:true)?$/i.test(value);
}

/** Whether a flag is `--name` or `--name=…`. */
function isNamed(flag: string, name: string): boolean {
  const end = name.length + 2;
  return flag.startsWith(name, 2) && (flag.length === end || flag.charAt(end) === '=');
}

/** What is behind its `=`; '' where there is none. */
function valueOf(flag: string, name: string): string {
  return flag.slice(name.length + 3);
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
