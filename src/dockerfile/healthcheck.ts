import type { Parts } from './detail.ts';
import { parseDurationNs } from './duration.ts';
import { readFlags, textFlag } from './flags.ts';
import type { HealthcheckDetail } from './instruction.ts';
import { Refusal } from './refusal.ts';

const millisecondNs = 1e6;
const form = 'HEALTHCHECK CMD COMMAND, or HEALTHCHECK NONE';

/** Reads HEALTHCHECK: https://docs.docker.com/reference/dockerfile/#healthcheck @throws Refusal */
export function readHealthcheck({ flags: written, form: argumentForm, values }: Parts): HealthcheckDetail {
  const [type, ...command] = values;
  if (type === undefined) throw new Refusal('HEALTHCHECK requires at least one argument.', form);
  if (type.toUpperCase() === 'NONE') {
    if (command.length > 0) throw new Refusal('HEALTHCHECK NONE takes no arguments.', 'HEALTHCHECK NONE');
    return healthcheck(['NONE'], 0, 0, 0, 0, 0);
  }
  const flags = readFlags('HEALTHCHECK', written);
  if (type.toUpperCase() !== 'CMD') throw new Refusal(`HEALTHCHECK has no type ${JSON.stringify(type)}.`, form);
  if (command.length === 0) throw new Refusal('There is no command after HEALTHCHECK CMD.', form);
  const interval = (name: string): number => readInterval(name, textFlag(flags, name));
  return healthcheck(
    argumentForm === 'json' ? ['CMD', ...command] : ['CMD-SHELL', command.join(' ')],
    interval('interval'),
    interval('timeout'),
    interval('start-period'),
    interval('start-interval'),
    readRetries(textFlag(flags, 'retries')),
  );
}

function healthcheck(
  test: readonly string[],
  intervalNs: number,
  timeoutNs: number,
  startPeriodNs: number,
  startIntervalNs: number,
  retries: number,
): HealthcheckDetail {
  return { kind: 'HEALTHCHECK', test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries };
}

function readInterval(name: string, text: string | null): number {
  if (text === null) return 0;
  const duration = parseDurationNs(text);
  if (duration === undefined || (duration !== 0 && duration < millisecondNs))
    throw new Refusal(`--${name} cannot be ${text}.`, 'a duration of at least 1ms, such as 30s or 1m30s');
  return duration;
}

function readRetries(text: string | null): number {
  if (text === null) return 0;
  const retries = Number(text);
  if (!/^\+?\d+$/.test(text) || retries >= 2 ** 31) throw new Refusal(`--retries cannot be ${text}.`, 'a whole number');
  return retries;
}
