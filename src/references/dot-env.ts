/** Reads `.env` as compose does in the plain cases: `NAME=VALUE`, `export`, quotes, comments. A line of another form says nothing. */
export function readDotEnv(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*?)\s*$/.exec(line);
    const [, name, value] = found ?? [];
    return name === undefined || value === undefined ? [] : [[name, unquoted(value)]];
  });
  return Object.fromEntries(pairs);
}

function unquoted(value: string): string {
  const quoted = /^(['"])(.*?)\1(?:\s+#.*)?$/.exec(value);
  return quoted ? (quoted[2] ?? '') : value.replace(/(?:^|\s+)#.*$/, '');
}
