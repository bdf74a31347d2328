import { readCopy } from './copy.ts';
import { givenFlag, textsFlag } from './flags.ts';
import { atLeastOne, exactlyOne, flagsOf, readArg, readFrom, readPairs } from './declarations.ts';
import { readHealthcheck } from './healthcheck.ts';
import type { Heredoc } from './heredoc.ts';
import type { CommandLine, Detail, Instruction, Keyword } from './instruction.ts';
import { readMount } from './mounts.ts';
import type { Mount } from './mounts.ts';
import { Refusal } from './refusal.ts';
import { trim } from './whitespace.ts';

/** An instruction's parts as the parser has read them, before they are given a meaning. */
export interface Parts {
  readonly keyword: Keyword;
  readonly flags: readonly string[];
  readonly form: 'shell' | 'json';
  readonly values: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** Continuation lines joined, comments dropped. */
  readonly text: string;
}

/**
 * Gives an instruction's parts their meaning and refuses what BuildKit refuses before it builds anything.
 * @param onbuild the instruction ONBUILD defers
 * @throws Refusal
 */
export function readDetail(parts: Parts, onbuild: Instruction | null): Detail {
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
      return readOnbuild(parts, onbuild);
    default:
      return neverHappens(keyword);
  }
}

function neverHappens(keyword: never): never {
  throw new Error(`No such instruction: ${String(keyword)}`);
}

function commandLine({ form, values }: Parts): CommandLine {
  return { form, words: form === 'json' || values.length < 2 ? values : [values.join(' ')] };
}

const noMounts: readonly Mount[] = [];

function readRun(parts: Parts): Detail {
  const flags = flagsOf(parts);
  const written = textsFlag(flags, 'mount');
  const mounts = written.length > 0 ? written.map(readMount) : noMounts;
  // Given as `--network=`, they are not left out but wrong.
  const network = givenFlag(flags, 'network');
  const security = givenFlag(flags, 'security');
  if (network !== null && !['default', 'none', 'host'].includes(network))
    throw new Refusal(`There is no network mode ${JSON.stringify(network)}.`, '--network=default, none or host');
  if (security !== null && !['sandbox', 'insecure'].includes(security))
    throw new Refusal(`There is no security mode ${JSON.stringify(security)}.`, '--security=sandbox or insecure');
  if (textsFlag(flags, 'device').includes('')) throw new Refusal('--device lacks a value.', '--device=NAME');
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

function readOnbuild(parts: Parts, onbuild: Instruction | null): Detail {
  if (!onbuild) throw new Refusal('ONBUILD requires at least one argument.', 'ONBUILD INSTRUCTION');
  flagsOf(parts);
  if (onbuild.keyword === 'ONBUILD')
    throw new Refusal('ONBUILD cannot be chained.', 'ONBUILD with another instruction');
  if (onbuild.keyword === 'FROM' || onbuild.keyword === 'MAINTAINER')
    throw new Refusal(`ONBUILD cannot trigger ${onbuild.keyword}.`, 'ONBUILD with another instruction');
  const bodies = parts.heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { kind: 'ONBUILD', expression: parts.text.replace(/^\s*ONBUILD\s*/i, '') + bodies.join('') };
}
