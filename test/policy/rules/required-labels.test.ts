import { requiredLabels } from '../../../src/policy/rules/required-labels.ts';
import { describeRule } from '../../support/rules.ts';

const source = 'org.opencontainers.image.source';

describeRule(requiredLabels, {
  passes: {
    'labels that are there': { options: { labels: [source] }, dockerfile: `FROM a:1\nLABEL ${source}=x` },
    'a value that matches': {
      options: { labels: { [source]: 'https://github.com/acme/**' } },
      config: { labels: { [source]: 'https://github.com/acme/api/tree/main' } },
    },
  },
  fails: {
    'labels that are missing': {
      options: { labels: ['a', 'b'] },
      dockerfile: 'FROM a:1 AS x\nLABEL a=1 b=2\nFROM a:1\nLABEL b=2',
      messages: ['The label a is missing.'],
      lines: [3],
    },
    'a value that does not match': {
      options: { labels: { [source]: 'https://github.com/acme/**' } },
      config: { labels: { [source]: 'https://github.com/evil/api' } },
      messages: [
        `The label ${source} is \`https://github.com/evil/api\`, which does not match \`https://github.com/acme/**\`.`,
      ],
    },
    'an empty value': {
      options: { labels: ['a'] },
      config: { labels: { a: ' ' } },
      messages: ['The label a is empty.'],
    },
    'a key that every object has': { options: { labels: ['toString'] }, messages: ['The label toString is missing.'] },
  },
});
