/** What Go's filepath.Match refuses: an open or empty class, a bad range, a backslash at the end. @throws Error with the reason */
export function checkSyntax(pattern: string): void {
  const characters = Array.from(pattern);
  let at = 0;
  const mustGoOn = (): void => {
    if (at >= characters.length) throw new Error('a [class] that is not closed');
  };
  const member = (): void => {
    mustGoOn();
    if (characters[at] === '-' || characters[at] === ']') throw new Error('a malformed [class]');
    at += characters[at] === '\\' ? 2 : 1;
    mustGoOn();
  };
  while (at < characters.length) {
    const character = characters[at++];
    if (character === '\\') {
      if (at >= characters.length) throw new Error('a backslash at the end');
      at += 1;
    } else if (character === '[') {
      if (characters[at] === '^') at += 1;
      for (let members = 0; members === 0 || characters[at] !== ']'; members += 1) {
        member();
        if (characters[at] === '-') {
          at += 1;
          member();
        }
      }
      at += 1;
    }
  }
}
