import { WordError } from './cursor.ts';

/**
 * The ports an EXPOSE word stands for, each as `number/protocol`: `80`, `53/udp`, `8000-8002/tcp`.
 * @throws WordError
 */
export function exposedPorts(word: string): readonly string[] {
  const parts = word.split(':');
  const slash = (parts.at(-1) ?? '').indexOf('/');
  const last = parts.at(-1) ?? '';
  const ports = slash < 0 ? last : last.slice(0, slash);
  const protocol = (slash < 0 ? '' : last.slice(slash + 1)).toLowerCase() || 'tcp';
  if (ports === '') throw new WordError(`no port specified in ${word}`);
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) throw new WordError(`unknown protocol ${protocol}`);
  const [first, final] = readRange(ports);
  const host = parts.at(-2) ?? '';
  if (host !== '') checkHostPorts(readRange(host), [first, final]);
  if (parts.length > 2) checkAddress(parts.slice(0, -2).join(':'));
  return Array.from({ length: final - first + 1 }, (_, at) => `${first + at}/${protocol}`);
}

type Range = readonly [number, number];

function readRange(text: string): Range {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1] ?? Number.NaN);
  const final = Number(match?.[2] ?? match?.[1] ?? Number.NaN);
  if (!(first <= final && final <= 65_535)) throw new WordError(`${text} is no port and no range of ports`);
  return [first, final];
}

function checkHostPorts([hostFirst, hostFinal]: Range, [first, final]: Range): void {
  if (first !== final && hostFinal - hostFirst !== final - first)
    throw new WordError('the ranges of host and container ports differ in length');
}

function checkAddress(text: string): void {
  const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (address !== '' && !/^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F:.]*:[\da-fA-F:.]*)$/.test(address))
    throw new WordError(`${text} is no IP address`);
}
