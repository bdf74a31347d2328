import type { Clock } from '../ports.ts';

/** The machine's clock, in UTC. */
export const systemClock: Clock = {
  today: () => new Date().toISOString().slice(0, 10),
  seconds: () => Math.floor(Date.now() / 1000),
};
