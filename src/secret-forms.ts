/** A value as it may stand in a text that programs wrote. */
export interface SecretForms {
  /** Spellings that keep to one run of characters, looked for whole. */
  readonly whole: readonly string[];
  /** Encodings that programs break into lines, looked for piece by piece. */
  readonly digits: readonly string[];
}

/** How programs pass a value on: as it is, quoted for a shell or for JSON, percent-encoded, backwards, in base64 or hexadecimal. */
export function formsOf(value: string): SecretForms {
  const hex = Buffer.from(value).toString('hex');
  const whole = [value, ...percentOf(value), ...quotedOf(value), Array.from(value).toReversed().join('')];
  return { whole: [...new Set(whole)], digits: [...new Set([...base64Of(value), hex, hex.toUpperCase()])] };
}

function percentOf(value: string): readonly string[] {
  // A lone surrogate, of bytes that were no UTF-8, has no such form.
  if (/\p{Surrogate}/u.test(value)) return [];
  const common = encodeURIComponent(value);
  // The standard leaves these open; some programs do not. https://www.rfc-editor.org/rfc/rfc3986#section-2.2
  const strict = common.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return [common, strict].flatMap((text) => {
    const lower = text.replace(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase());
    return [text, text.replaceAll('%20', '+'), lower, lower.replaceAll('%20', '+')];
  });
}

/** Inside of single quotes, inside of double quotes, with backslashes alone, and inside of JSON. */
function quotedOf(value: string): readonly string[] {
  return [
    value.replaceAll("'", "'\\''"),
    value.replaceAll("'", `'"'"'`),
    value.replace(/["$`\\!]/g, '\\$&'),
    value.replace(/["$`\\]/g, '\\$&'),
    value.replace(/[^\w@%+=:,./-]/g, '\\$&'),
    JSON.stringify(value).slice(1, -1),
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
