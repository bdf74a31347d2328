import { isFingerprint, isSecret, isSecretName, redacted, secretValues } from './secrets.ts';

const shown = /^\(\d+ characters?, not shown\)$/;

/** Whether a value is one of {@link redactValue}'s already, as stored results have it. */
export function isRedacted(value: string): boolean {
  return shown.test(value);
}

/** A secret value as reports show it, `(12 characters, not shown)`; one that was redacted before stays as it is. */
export function redactValue(value: string): string {
  return shown.test(value) ? value : `(${redacted(value)})`;
}

/** `NAME=value` with the value redacted when it is a secret's. */
export function redactPair(pair: string): string {
  const equals = pair.indexOf('=');
  return equals < 0 ? pair : `${pair.slice(0, equals)}=${redactNamed(pair.slice(0, equals), pair.slice(equals + 1))}`;
}

/** The value of a variable or label as a report may show it. */
export function redactNamed(name: string, value: string): string {
  return isSecret(name, value) ? redactValue(value) : value;
}

/** A text of somebody else's, such as a command, without the secrets that can be told: by form, by variable, by option. */
export function redactText(text: string): string {
  return withoutForms(withoutHeaders(withoutWords(withoutPairs(withoutArguments(text)))));
}

/** Words of a command; the word behind `--password` is one to redact. */
export function redactWords(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const option = /^--?([A-Za-z][\w-]*)$/.exec(words[index - 1] ?? '')?.[1];
    return option !== undefined && isSecretName(option) && !word.startsWith('-') ? redactValue(word) : redactText(word);
  });
}

/** `|2 TOKEN=… OTHER=… /bin/sh -c …`, as builders write a RUN with its build arguments: their values are not quoted. */
function withoutArguments(text: string): string {
  return text.replace(
    /(^|\s)\|(\d{1,4}) (.*?)(?=\s(?:\/\S+ -|\/bin\/)|$)/s,
    (_, before: string, count: string, given: string) => {
      const pairs = given.split(/\s(?=[A-Za-z_]\w*=)/);
      // More pairs than there are: a value holds one, and which is whose cannot be told.
      const isClear = pairs.length === Number(count);
      const shownPairs = pairs.map((pair) => (isClear ? redactPair(pair) : `${pair.split('=')[0]}=(not shown)`));
      return `${before}|${count} ${shownPairs.join(' ')}`;
    },
  );
}

const given = /("[^"]*"|'[^']*'|[^\s"';&|()]+)/.source;
const assignments = new RegExp(`(?<![\\w.-])(-{0,2}([A-Za-z_][\\w.-]*)=)${given}`, 'g');
/** What begins with a dash is the next option, not the value of this one. */
const options = new RegExp(`(?<![\\w.-])(--?([A-Za-z_][\\w.-]*)[ \\t]+)(?!-)${given}`, 'g');

/** Assignments and options: `TOKEN=…`, `--password=…`, `--token …`. */
function withoutPairs(text: string): string {
  return text.replace(assignments, withoutValue).replace(options, withoutValue);
}

function withoutValue(all: string, head: string, name: string, value: string): string {
  const bare = value.replace(/^(["'])(.*)\1$/s, '$2');
  // A variable's own name in place of a value holds nothing.
  const isHarmless =
    bare === '' ||
    /^\$\{?\w+\}?$/.test(bare) ||
    isFingerprint(bare) ||
    shown.test(bare) ||
    /^(?:id|src|env)=/.test(bare);
  return isSecretName(name) && !isHarmless ? `${head}${redactValue(bare)}` : all;
}

/** Words of a JSON array: `"--token", "…"`. */
function withoutWords(text: string): string {
  return text.replace(/(?<="--?([A-Za-z][\w-]*)",\s?")((?:[^"\\]|\\.)+)(?=")/g, (value: string, option: string) =>
    isSecretName(option) && !value.startsWith('-') ? redactValue(value) : value,
  );
}

function withoutHeaders(text: string): string {
  return text.replace(
    /\b(authorization:\s*(?:bearer|basic|token)\s+)(?!\(\d+ characters?, not shown\))([^\s"'\\]+)/gi,
    (_, head: string, value: string) => `${head}${redactValue(value)}`,
  );
}

const forms = secretValues.map(([form]) => new RegExp(form.source, `${form.flags}g`));

function withoutForms(text: string): string {
  return forms.reduce((rest, form) => rest.replace(form, (value) => redactValue(value)), text);
}
