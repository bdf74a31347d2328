import { readCopy } from './copy.ts';
import { readFlags } from './flags.ts';
import type { Flags } from './flags.ts';
import { readHealthcheck } from './healthcheck.ts';
import type { Heredoc } from './heredoc.ts';
import type { CommandLine, Detail, Instruction, Keyword, Pair } from './instruction.ts';
import { readMount } from './mounts.ts';
import { Refusal } from './refusal.ts';
import { trim } from './whitespace.ts';

/** An instruction's parts as the parser has read them, before they are given a meaning. */
export interface Parts {
  readonly keyword: Keyword;
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  readonly values: readonly string[];
  readonly heredocs: readonly Heredoc[];
  readonly onbuild: Instruction | null;
  readonly original: string;
}

/**
 * Gives an instruction's parts their meaning and refuses what BuildKit refuses before it builds anything.
 * @throws Refusal
 */
export function readDetail(parts: Parts): Detail {
  const { keyword, values } = parts;
  switch (keyword) {
    case 'FROM':
      return readFrom(parts);
    case 'ARG':
      return readArg(parts);
    case 'ENV':
    case 'LABEL':
      return { kind: keyword, pairs: readPairs(parts) };
    case 'RUN':
      return readRun(parts);
    case 'COPY':
    case 'ADD':
      return readCopy(keyword, parts);
    case 'CMD':
    case 'ENTRYPOINT':
      flagsOf(parts);
      return { kind: keyword, command: commandLine(parts) };
    case 'HEALTHCHECK':
      return readHealthcheck(parts);
    case 'SHELL':
      return readShell(parts);
    case 'EXPOSE':
      flagsOf(parts);
      return { kind: keyword, ports: atLeastOne(keyword, values) };
    case 'VOLUME':
      return readVolume(parts);
    case 'WORKDIR':
      flagsOf(parts);
      return { kind: keyword, path: exactlyOne(keyword, values) };
    case 'USER':
      flagsOf(parts);
      return { kind: keyword, user: exactlyOne(keyword, values) };
    case 'STOPSIGNAL':
      return { kind: keyword, signal: exactlyOne(keyword, values) };
    case 'MAINTAINER':
      flagsOf(parts);
      return { kind: keyword, maintainer: exactlyOne(keyword, values) };
    case 'ONBUILD':
      return readOnbuild(parts);
  }
}

function flagsOf({ keyword, flags }: Parts): Flags {
  return readFlags(keyword, flags);
}

function atLeastOne(keyword: Keyword, values: readonly string[]): readonly string[] {
  if (values.length === 0) throw new Refusal(`${keyword} requires at least one argument.`, `${keyword} with an argument`);
  return values;
}

function exactlyOne(keyword: Keyword, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new Refusal(`${keyword} requires exactly one argument.`, `${keyword} with one argument`);
  return value;
}

function commandLine({ form, values }: Parts): CommandLine {
  return { form, words: form === 'json' || values.length === 0 ? values : [values.join(' ')] };
}

function readFrom(parts: Parts): Detail {
  const [image, as, alias] = parts.values;
  const named = parts.values.length === 3 && as?.toLowerCase() === 'as';
  if (image === undefined || (parts.values.length !== 1 && !named))
    throw new Refusal('FROM requires either one or three arguments.', 'FROM IMAGE, or FROM IMAGE AS NAME');
  const name = alias?.toLowerCase() ?? null;
  if (name !== null && !/^[a-z][a-z0-9-_.]*$/.test(name))
    throw new Refusal(`${JSON.stringify(alias)} cannot name a stage.`, 'a letter, then letters, digits, -, _ or .');
  return { kind: 'FROM', image, name, platform: flagsOf(parts).text('platform') };
}

function readArg(parts: Parts): Detail {
  const values = atLeastOne('ARG', parts.values);
  flagsOf(parts);
  const args = values.map((value) => {
    const equals = value.indexOf('=');
    if (equals === 0) throw new Refusal('The name of an ARG is blank.', 'ARG NAME or ARG NAME=DEFAULT');
    return equals < 0 ? { name: value, value: null } : { name: value.slice(0, equals), value: value.slice(equals + 1) };
  });
  return { kind: 'ARG', args };
}

function readPairs(parts: Parts): readonly Pair[] {
  flagsOf(parts);
  const values = atLeastOne(parts.keyword, parts.values);
  const pairs: Pair[] = [];
  for (let at = 0; at + 2 < values.length; at += 3)
    pairs.push({ key: values[at] ?? '', value: values[at + 1] ?? '', legacy: values[at + 2] === '' });
  if (pairs.some(({ key }) => !key))
    throw new Refusal(`A name in ${parts.keyword} is blank.`, `${parts.keyword} KEY=VALUE`);
  return pairs;
}

function readRun(parts: Parts): Detail {
  const flags = flagsOf(parts);
  const mounts = flags.texts('mount').map(readMount);
  const network = flags.text('network');
  const security = flags.text('security');
  if (network !== null && !['default', 'none', 'host'].includes(network))
    throw new Refusal(`There is no network mode ${network}.`, '--network=default, none or host');
  if (security !== null && !['sandbox', 'insecure'].includes(security))
    throw new Refusal(`There is no security mode ${security}.`, '--security=sandbox or insecure');
  return { kind: 'RUN', command: commandLine(parts), mounts, network, security };
}

function readShell(parts: Parts): Detail {
  flagsOf(parts);
  if (parts.form !== 'json' && parts.values.length > 0)
    throw new Refusal('SHELL takes its arguments as a JSON array only.', 'SHELL ["executable", "parameter"]');
  return { kind: 'SHELL', shell: atLeastOne('SHELL', parts.values) };
}

function readVolume(parts: Parts): Detail {
  const values = atLeastOne('VOLUME', parts.values);
  flagsOf(parts);
  const paths = values.map(trim);
  if (paths.includes('')) throw new Refusal('A VOLUME cannot be an empty string.', 'VOLUME /path');
  return { kind: 'VOLUME', paths };
}

function readOnbuild(parts: Parts): Detail {
  const { onbuild } = parts;
  if (!onbuild) throw new Refusal('ONBUILD requires at least one argument.', 'ONBUILD INSTRUCTION');
  flagsOf(parts);
  if (onbuild.keyword === 'ONBUILD') throw new Refusal('ONBUILD cannot be chained.', 'ONBUILD with another instruction');
  if (onbuild.keyword === 'FROM' || onbuild.keyword === 'MAINTAINER')
    throw new Refusal(`ONBUILD cannot trigger ${onbuild.keyword}.`, 'ONBUILD with another instruction');
  const bodies = parts.heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { kind: 'ONBUILD', expression: parts.original.replace(/^\s*ONBUILD\s*/i, '') + bodies.join('') };
}
