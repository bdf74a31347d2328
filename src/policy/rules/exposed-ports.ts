import { z } from 'zod';
import type { DockerfileLines } from '../../result/measurement.ts';
import { finalFrom, instructionsOf, linesOf } from '../dockerfile-lines.ts';
import type { StatedSubject } from '../subject.ts';
import { defineStatedRule } from '../rule.ts';

const portText = 'a port or a range such as `8080`, `8000-8999` or `53/udp`';

interface PortRange {
  readonly from: number;
  readonly to: number;
  /** Absent: any protocol. */
  readonly protocol?: string;
}

const portRange = () =>
  z.union([z.int(), z.string()], { error: portText }).transform((given, context): PortRange => {
    const [, first, last = first, protocol] =
      /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/.exec(String(given)) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first !== undefined && from > 0 && from <= to && to <= 65_535)
      return { from, to, ...(protocol && { protocol }) };
    context.issues.push({ code: 'custom', input: given, message: portText });
    return z.NEVER;
  });

export const exposedPorts = defineStatedRule({
  id: 'exposed-ports',
  group: 'running',
  summary: 'Expose only ports that are meant to be reached.',
  why: 'An exposed port is an invitation: `docker run -P` publishes it, and scanners and people believe it.',
  howToPass: 'Remove the EXPOSE, or allow the port in the policy.',
  narrows: { allow: 'both-lists', deny: 'either-list' },
  options: () =>
    z.strictObject({
      allow: z.array(portRange()).optional().describe('Only these ports may be exposed, when given.'),
      deny: z
        .array(portRange())
        .default([{ from: 22, to: 22 }])
        .describe('These may not; default: 22, SSH.'),
    }),
  *check(subject, { allow, deny }) {
    for (const port of subject.measurement.config.exposedPorts) {
      const isDenied = deny.some((range) => isWithin(port, range));
      const isUnlisted = allow !== undefined && !allow.some((range) => isWithin(port, range));
      if (!isDenied && !isUnlisted) continue;
      const location = linesOfPort(subject, port);
      const why = isDenied ? 'is denied' : 'is not in the list of allowed ports';
      yield { message: `Port ${port} is exposed and ${why}.`, ...(location && { location }) };
    }
  },
});

/** @param port as the image's config has it: `80/tcp`; without protocol it is tcp */
function isWithin(port: string, { from, to, protocol }: PortRange): boolean {
  const [number, its = 'tcp'] = port.split('/');
  return Number(number) >= from && Number(number) <= to && (protocol === undefined || protocol === its);
}

function linesOfPort({ dockerfile }: StatedSubject, port: string): DockerfileLines | undefined {
  if (!dockerfile) return undefined;
  const number = Number(port.split('/')[0]);
  const states = (word: string): boolean => {
    const [first, last = first] = (word.split('/')[0] ?? '').split('-').map(Number);
    return first !== undefined && last !== undefined && number >= first && number <= last;
  };
  const found = instructionsOf(dockerfile, 'final').findLast(
    (instruction) => instruction.keyword === 'EXPOSE' && instruction.arguments.some(states),
  );
  return found ? linesOf(dockerfile, found) : finalFrom(dockerfile);
}
