import { expect, test } from 'vitest';
import { redactText } from '../src/redact.ts';

const hidden = (characters: number): string => `(${characters} characters, not shown)`;

test.each<[string, string]>([
  ['curl --token hunter2 x', `curl --token ${hidden(7)} x`],
  ['curl -s --token hunter2 x', `curl -s --token ${hidden(7)} x`],
  ['curl --token=hunter2 x', `curl --token=${hidden(7)} x`],
  ['TOKEN=hunter2 make', `TOKEN=${hidden(7)} make`],
  ['/bin/sh -c API_KEY=hunter2 make', `/bin/sh -c API_KEY=${hidden(7)} make`],
  ['export DB_PASSWORD="hunter 2"; x', `export DB_PASSWORD=${hidden(8)}; x`],
  ['["serve", "--password", "hunter2"]', `["serve", "--password", "${hidden(7)}"]`],
  ['curl -H "Authorization: Bearer abc.def"', `curl -H "Authorization: Bearer ${hidden(7)}"`],
  ['|1 NPM_TOKEN=two words /bin/sh -c make', `|1 NPM_TOKEN=${hidden(9)} /bin/sh -c make`],
  ['git clone https://me:hunter2@host/x', `git clone ${hidden(19)}host/x`],
])('%s is shown without its secret', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  'curl --token $TOKEN x',
  'curl --token --verbose',
  'TOKEN=${TOKEN} make',
  'make token hunter2',
  'RUN --mount=type=secret,id=token make',
  'docker run --secret id=token,src=/run/x',
  'TOKEN_FILE=/run/secrets/token',
  'GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D',
  `TOKEN=${hidden(7)}`,
])('%s holds none and stays', (text) => {
  expect(redactText(text)).toBe(text);
});
