import { redactText, redactValue } from './redact.ts';

/** Shorter or plainer values also stand where they are no secret. */
const tellsApart = /^(?!\/|\(\d+ character)(?:(?=.{8,})(?=.*[A-Za-z])(?=.*[^a-z])|[^\s/]{16,}$)/s;

/** Whether a secret's value can be looked for elsewhere: it is long and odd enough not to stand there by chance. */
export function isTelling(value: string): boolean {
  return tellsApart.test(value);
}

/**
 * Takes secrets out of a text: those whose values are known, also in base64 and percent-encoding and spelt backwards,
 * and those that their form or name gives away.
 */
export function redactor(secrets: Iterable<string>): (text: string) => string {
  const lines = [...new Set(secrets)].flatMap((secret) => [secret, ...secret.split(/\r?\n/)]);
  // Longest first: a value may hold another.
  const forms = [...new Set(lines.map((line) => line.trim()).filter(isTelling))]
    .flatMap((value) => formsOf(value).map((form) => [form, redactValue(value)] as const))
    .sort(([a], [b]) => b.length - a.length);
  return (text) => redactText(forms.reduce((rest, [form, shown]) => rest.replaceAll(form, shown), text));
}

function formsOf(value: string): readonly string[] {
  const percent = encodeURIComponent(value);
  return [
    ...new Set([
      value,
      percent,
      percent.replaceAll('%20', '+'),
      Array.from(value).toReversed().join(''),
      ...base64Of(value),
    ]),
  ];
}

/** The digits that the value makes whatever stands before and behind it: it begins at one of three places of a group. */
function base64Of(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last digit hold bits of the neighbours too.
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    const own = digits.slice(first, last);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
