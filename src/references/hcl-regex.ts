import { asText, NoValue, objectOf, type HclValue } from './hcl-value.ts';

const maxSubjectCharacters = 2_000;

/**
 * Functions over regular expressions. Bake's engine takes linear time, ours does not: patterns that repeat a group are
 * refused, as are those that the two engines read differently.
 */
export const regexFunctions: Readonly<Record<string, (...args: readonly HclValue[]) => HclValue>> = {
  regex: (pattern = null, text = null) => {
    const found = compile(asText(pattern), '').exec(subject(text));
    if (!found) throw new NoValue('the pattern does not match');
    return captured(found);
  },
  regexall: (pattern = null, text = null) => [...subject(text).matchAll(compile(asText(pattern), 'g'))].map(captured),
  regex_replace: (text = null, pattern = null, by = null) =>
    subject(text).replace(compile(asText(pattern), 'g'), replacement(asText(by))),
};

function subject(text: HclValue): string {
  const subjectText = asText(text);
  if (subjectText.length > maxSubjectCharacters) throw new NoValue('the text is too long for a pattern');
  return subjectText;
}

function compile(pattern: string, flags: string): RegExp {
  if (/\)[*+?{]|\(\?[^:]|\\[pPQEAzC]|\[\[:/.test(pattern) || pattern.length > 200)
    throw new NoValue(`the pattern ${JSON.stringify(pattern)} is not understood here`);
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch (cause) {
    throw new NoValue(`the pattern ${JSON.stringify(pattern)} is none`, { cause });
  }
}

/** Groups where there are some, else the whole. */
function captured(found: RegExpExecArray): HclValue {
  if (found.groups) return objectOf(Object.entries(found.groups));
  return found.length > 1 ? found.slice(1).map((one: string | undefined) => one ?? null) : found[0];
}

/** `$1` and `${1}` of Go's engine; `$1a` is a name there. */
function replacement(by: string): string {
  const plain = by.replace(/\$\{(\d)\}/g, '$$$1');
  if (/\$(?!\d(?!\w))/.test(plain)) throw new NoValue(`the replacement ${JSON.stringify(by)} is not understood here`);
  return plain;
}
