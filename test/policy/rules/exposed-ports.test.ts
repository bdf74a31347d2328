import { expect, test } from 'vitest';
import { exposedPorts } from '../../../src/policy/rules/exposed-ports.ts';
import { describeRule } from '../../support/rules.ts';

const expose = (ports: string) => ({ dockerfile: `FROM a:1\nEXPOSE ${ports}` });

describeRule(exposedPorts, {
  passes: {
    'no port': { dockerfile: 'FROM a:1' },
    'a port nobody denies': expose('8080'),
    'ports of the list': { options: { allow: ['8000-8999', 443] }, ...expose('8080 443/udp 8999') },
    'a port of the list with its protocol': { options: { allow: ['53/udp'] }, ...expose('53/udp') },
    'SSH, when nothing is denied': { options: { deny: [] }, ...expose('22') },
  },
  fails: {
    SSH: { ...expose('80 22'), messages: ['Port 22/tcp is exposed and is denied.'], lines: [2] },
    'a port within a range of the Dockerfile': {
      options: { deny: [9229] },
      ...expose('9228-9230'),
      messages: ['Port 9229/tcp is exposed and is denied.'],
      lines: [2],
    },
    'a port on the line that exposes it, not on another with its number': {
      dockerfile: 'FROM a:1\nEXPOSE 22\nEXPOSE 80\nCMD ["22"]',
      messages: ['Port 22/tcp is exposed and is denied.'],
      lines: [2],
    },
    'a port outside the list': {
      options: { allow: ['8080'] },
      ...expose('8080 8081'),
      messages: ['Port 8081/tcp is exposed and is not in the list of allowed ports.'],
    },
    'another protocol': {
      options: { allow: ['53/udp'] },
      ...expose('53'),
      messages: ['Port 53/tcp is exposed and is not in the list of allowed ports.'],
    },
    'what the base image exposes': {
      dockerfile: 'FROM a:1',
      config: { exposedPorts: ['22/tcp'] },
      messages: ['Port 22/tcp is exposed and is denied.'],
      lines: [1],
    },
  },
});

test.each(['0', '65536', '80-79', 'http', '80/icmp', '-1'])('the port %s is refused', (port) => {
  expect(exposedPorts.options.safeParse({ deny: [port] }).success).toBe(false);
});
