/** A line of a policy that another tool's settings come to, and why. */
export interface Choice {
  readonly rule: string;
  readonly setting: 'off' | readonly ['warning', Readonly<Record<string, readonly string[]>>];
  readonly why: string;
}

/** What other tools were told to leave alone, as far as it has an equivalent, and what has none. */
export interface Carried {
  readonly choices: readonly Choice[];
  /** Sentences. */
  readonly notCarried: readonly string[];
}

/** A rule of ours that looks at what these checks of another tool look at, and at no more than all of them. */
const equivalents: readonly (readonly [rule: string, ids: readonly string[]])[] = [
  ['absolute-workdir', ['DL3000']],
  ['non-root', ['DL3002']],
  ['no-latest-tag', ['DL3006', 'DL3007']],
  ['no-add', ['DL3020']],
  ['exec-form', ['DL3025']],
  ['healthcheck', ['DL3057']],
  ['consecutive-run', ['DL3059']],
  ['no-latest-tag', ['DS001']],
  ['non-root', ['DS002']],
  ['no-add', ['DS005']],
  ['absolute-workdir', ['DS009']],
  ['healthcheck', ['DS026']],
];

/** Checks whose subject is one of several that a rule of ours looks at: turning that off would take more away. */
const parts: Readonly<Record<string, string>> = {
  DL3001: 'one-process',
  DL3004: 'package-manager-hygiene',
  DL3005: 'package-manager-hygiene',
  DL3009: 'no-package-cache',
  DL3015: 'package-manager-hygiene',
  DL3019: 'package-manager-hygiene',
  DL3042: 'package-manager-hygiene',
  DL4003: 'effective-command',
  DL4004: 'effective-command',
  DS004: 'exposed-ports',
  DS007: 'effective-command',
  DS016: 'effective-command',
  DS017: 'package-manager-hygiene',
  DS024: 'package-manager-hygiene',
  DS031: 'no-secrets',
};

/** What ignoring these checks comes to. */
export function ofIgnored(file: string, ids: readonly string[]): Carried {
  const asked = new Set(ids.map(plainId));
  const off = equivalents.filter(([, all]) => all.every((id) => asked.has(id)));
  const done = new Set(off.flatMap(([, all]) => all));
  return {
    choices: off.map(([rule, all]): Choice => ({ rule, setting: 'off', why: `${file} ignores ${all.join(' and ')}` })),
    notCarried: [...asked].filter((id) => !done.has(id)).map((id) => `${file}: ${why(id)}`),
  };
}

/** `AVD-DS-0002` and `DS-0002` are newer names of `DS002`. */
const plainId = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replace(/^(?:AVD-)?DS-0*(\d{3})$/, 'DS$1');

function why(id: string): string {
  const whole = equivalents.find(([, ids]) => ids.includes(id));
  if (whole) return `${id} is one half of ${whole[0]}, which goes off when ${whole[1].join(' and ')} are ignored.`;
  const rule = parts[id];
  if (rule !== undefined) return `${id} is a part of ${rule}, which looks at more; waive its findings where they are.`;
  if (/^(?:CVE|GHSA)-/.test(id)) return `${id} is a vulnerability, and none are looked for.`;
  if (/^SC\d+$/.test(id)) return `${id} is about shell scripts, which are not looked at.`;
  return `${id} has no equivalent.`;
}
