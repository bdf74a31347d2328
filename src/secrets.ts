/** Words in a name that mean its value is a secret; whole words between underscores, as in BuildKit's own check. */
const secretName =
  /(?:^|[_.-])(?:password|passwd|passphrase|pword|pwd|secret|secrets|token|credential|credentials|auth|apikey|(?:api|access|secret|private|signing|encryption|deploy|license)[_-]?key)(?:[_.-]|$)|(?:password|passwd)$/i;

/** Names that only look like one: where a secret lies, how long it lasts, or what is public. */
const harmlessName =
  /(?:^|[_.-])public(?:[_.-]|$)|[_.-](?:file|path|dir|url|uri|host|port|user|username|name|id|ttl|timeout|expires?|enabled|method|type|algorithm|version)$/i;

/** Forms of values that give them away alone, and what each is. */
export const secretValues: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----END))*/, 'a private key'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{60,}/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a GitLab token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bnpm_[A-Za-z0-9]{36,}/, 'an npm token'],
  [/\bpypi-AgE[A-Za-z0-9_-]{20,}/, 'a PyPI token'],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker Hub token'],
  [/\bsk_live_[A-Za-z0-9]{16,}/, 'a Stripe key'],
  [/\bAIza[0-9A-Za-z_-]{35,}/, 'a Google API key'],
  [/\bhf_[A-Za-z0-9]{34,}/, 'a Hugging Face token'],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/$]{1,100}:[^\s@/$]{1,200}@/i, 'a URL with a password'],
];

/** Whether a variable's or label's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  // camelCase and PascalCase are words too.
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return secretName.test(spaced) && !harmlessName.test(spaced);
}

/** Whether a value is the fingerprint of a public key, as official images name the keys they trust. */
export function isFingerprint(value: string): boolean {
  return /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})$/.test(value.replaceAll(' ', ''));
}

/**
 * Whether a value looks made by chance, as keys are: sixteen characters or more of small and capital letters and digits
 * in no order. The names and versions that people write, and the digests that tools do, do not.
 */
export function looksRandom(value: string): boolean {
  if (!/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/_=-]{16,}$/.test(value)) return false;
  const kinds = value.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/\d/g, '0');
  const turns = Array.from(kinds).filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  const ofWords = (kinds.match(/a{3,}/g) ?? []).join('').length;
  return turns >= value.length / 4 && ofWords <= value.length * 0.4;
}

/** What a value is, when its form is that of a secret. */
export function secretIn(value: string): string | undefined {
  return secretValues.find(([pattern]) => pattern.test(value))?.[1];
}

/** A secret as a report may show it: never the value. */
export function redacted(value: string): string {
  return `${value.length} ${value.length === 1 ? 'character' : 'characters'}, not shown`;
}

/** Whether a value of this name is not for a report. */
export function isSecret(name: string, value: string): boolean {
  return value !== '' && ((isSecretName(name) && !isFingerprint(value)) || secretIn(value) !== undefined);
}
