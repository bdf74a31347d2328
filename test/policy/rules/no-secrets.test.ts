import { noSecrets } from '../../../src/policy/rules/no-secrets.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

// Built at run time so that no scanner takes the test for a leak.
const token = ['gh', 'p_', 'a1B2'.repeat(9)].join('');
const awsKey = ['AK', 'IA', 'ABCD'.repeat(4)].join('');
const layers = [[file('app', 1)]];
const inEnv = 'it is in the image’s configuration for all to read.';
const inHistory = 'build arguments stay in the image’s history.';

describeRule(noSecrets, {
  passes: {
    'ordinary variables': { dockerfile: 'FROM a:1\nENV NODE_ENV=production PATH=/bin KEYBOARD=de AUTHOR=me', layers },
    'names of what is no secret': {
      dockerfile:
        'FROM a:1\nENV TOKEN_FILE=/run/secrets/t PASSWORD_MIN_TTL=5 API_KEY_ID=7 PUBLIC_API_KEY=x TOKEN_URL=http://x',
      layers,
    },
    'an argument in the history that is accepted': {
      options: { allow: ['NPM_TOKEN'] },
      measurement: { perLayer: [layer('|1 NPM_TOKEN=hunter2 /bin/sh -c npm ci')] },
      layers,
    },
    'the fingerprint of a public key': {
      dockerfile: `FROM a:1\nENV SIGNING_KEY=${'0A1B'.repeat(10)}`,
      layers,
    },
    'an empty variable': { dockerfile: 'FROM a:1\nENV DB_PASSWORD=', layers },
    'an accepted one': {
      options: { allow: ['GPG_*', 'DB_PASSWORD'] },
      dockerfile: 'FROM a:1\nENV DB_PASSWORD=x',
      layers,
    },
    'an argument of a builder': { dockerfile: 'FROM a:1 AS b\nARG NPM_TOKEN\nFROM a:1', layers },
    'an argument before FROM that no stage takes': { dockerfile: 'ARG TOKEN\nFROM a:1', layers },
    'a secret mount': { dockerfile: 'FROM a:1\nRUN --mount=type=secret,id=TOKEN npm ci', layers },
    'an empty credentials file': { layers: [[file('root/.netrc', 0)]] },
    'a package’s test data': { layers: [[file('app/node_modules/x/test/id_rsa', 9)]] },
    'the base’s own files': { measurement: { baseLayers: 1 }, layers: [[file('root/.netrc', 9)], [file('a', 1)]] },
    'an accepted file': {
      options: { allow: ['/b'] },
      layers,
      secrets: { found: [{ path: '/b', what: 'a private key', line: 3, layer: 0 }], unsearched: [] },
    },
    'contents that are not to be searched': {
      options: { contents: false },
      layers,
      secrets: { found: [{ path: '/b', what: 'a private key', line: 3, layer: 0 }], unsearched: ['x'] },
    },
    'a public key': { layers: [[file('root/.ssh/id_rsa.pub', 9)]] },
  },
  fails: {
    'a secret in a file’s content, by line': {
      layers: [[file('app', 1)], [file('b', 1)]],
      layerLines: [undefined, 7],
      secrets: { found: [{ path: '/b', what: 'a private key', line: 3, layer: 1 }], unsearched: [] },
      messages: ['/b:3 holds a private key.'],
      lines: [7],
      paths: [['/b']],
    },
    'one that a later layer hides': {
      layers: [[file('a', 1)], [file('b', 1)]],
      secrets: { found: [{ path: '/c', what: 'a token', line: 1, layer: 0, hiddenBy: 1 }], unsearched: [] },
      messages: ['/c:1 holds a token; layer 1 hides the file, but layer 0 ships it.'],
    },
    'a password in a variable, without showing it': {
      dockerfile: 'FROM a:1\nENV A=1 DB_PASSWORD=hunter2',
      layers,
      messages: [`ENV DB_PASSWORD holds a secret by its name (7 characters, not shown); ${inEnv}`],
      lines: [2],
    },
    'a token under an innocent name': {
      dockerfile: `FROM a:1\nENV GREETING=${token}`,
      layers,
      messages: [`ENV GREETING holds a GitHub token (40 characters, not shown); ${inEnv}`],
    },
    'a password in a URL': {
      config: { env: ['DATABASE=postgres://app:hunter2@db/app'] },
      layers,
      messages: [`ENV DATABASE holds a URL with a password (29 characters, not shown); ${inEnv}`],
    },
    'a name in another style': {
      config: { env: ['dbPassword=x', 'aws-secret-key=y'] },
      layers,
      messages: [
        `ENV dbPassword holds a secret by its name (1 character, not shown); ${inEnv}`,
        `ENV aws-secret-key holds a secret by its name (1 character, not shown); ${inEnv}`,
      ],
    },
    'an argument, with or without default': {
      dockerfile: 'FROM a:1\nARG NPM_TOKEN\nARG API_KEY=abc',
      layers,
      messages: [
        `ARG NPM_TOKEN takes a secret by its name; ${inHistory}`,
        `ARG API_KEY takes a secret by its name; ${inHistory}`,
      ],
      lines: [2, 3],
    },
    'a label': {
      dockerfile: `FROM a:1\nLABEL a=b deploy=${awsKey}`,
      layers,
      messages: ['The label deploy holds an AWS access key (20 characters, not shown).'],
      lines: [2],
    },
    'a build argument in the history': {
      measurement: { perLayer: [layer('|2 NPM_TOKEN=hunter2 DEBUG=1 /bin/sh -c npm ci')] },
      messages: ['The history of layer 0 shows the build argument NPM_TOKEN (7 characters, not shown).'],
      layers,
    },
    'an argument of the Dockerfile once, and not in the history again': {
      dockerfile: 'FROM a:1\nARG NPM_TOKEN\nRUN npm ci',
      measurement: { perLayer: [layer('|1 NPM_TOKEN=hunter2 /bin/sh -c npm ci')] },
      messages: [`ARG NPM_TOKEN takes a secret by its name; ${inHistory}`],
      layers,
    },
    'a build argument in BuildKit’s history': {
      measurement: { perLayer: [layer('RUN |1 NPM_TOKEN=hunter2 /bin/sh -c npm ci # buildkit')] },
      messages: ['The history of layer 0 shows the build argument NPM_TOKEN (7 characters, not shown).'],
      layers,
    },
    'a token in a command': {
      measurement: { perLayer: [layer(`/bin/sh -c curl -H "Authorization: ${token}" https://x`)] },
      messages: ['The history of layer 0 shows a GitHub token.'],
      layers,
    },
    'files for secrets': {
      layers: [[file('a', 1)], [file('root/.ssh/id_rsa', 9), file('root/.aws/credentials', 9), file('app/.env', 9)]],
      layerLines: [1, 4],
      messages: [
        '/app/.env is a file for secrets.',
        '/root/.aws/credentials is a file for secrets.',
        '/root/.ssh/id_rsa is a file for secrets.',
      ],
      lines: [4, 4, 4],
    },
    'a file that a later layer deletes': {
      layers: [[file('a', 1)], [file('b', 1)], [file('c', 1)]],
      layerLines: [1, 4, 6],
      measurement: { hidden: [{ path: '/root/.npmrc', bytes: 9, addedBy: 1, hiddenBy: 2, how: 'deleted' }] },
      messages: ['/root/.npmrc is a file for secrets; Dockerfile:6 hides it, but Dockerfile:4 ships it.'],
      lines: [4],
    },
  },
  cannotTell: {
    'what was not searched': {
      layers,
      secrets: { found: [], unsearched: ['One file was not searched.'] },
      reasons: ['One file was not searched.'],
    },
    'files that were not read': {
      reasons: ['The files of the image were not read; only its configuration and history were looked at.'],
    },
  },
});

function layer(createdBy: string) {
  const diffId = `sha256:${'0'.repeat(64)}` as const;
  return { diffId, unpackedBytes: 1, visibleBytes: 1, entries: 1, createdBy };
}
