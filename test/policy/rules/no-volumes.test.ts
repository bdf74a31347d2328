import { noVolumes } from '../../../src/policy/rules/no-volumes.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(noVolumes, {
  passes: {
    'no volume': { dockerfile: 'FROM a:1 AS b\nVOLUME /data\nFROM a:1' },
    'an accepted one': { options: { allow: ['/var/lib/**'] }, dockerfile: 'FROM a:1\nVOLUME /var/lib/db' },
  },
  fails: {
    'volumes, each by its line': {
      dockerfile: 'FROM a:1\nVOLUME /data\nVOLUME ["/x"]',
      messages: ['Declares a volume at /data.', 'Declares a volume at /x.'],
      lines: [2, 3],
    },
    'the base image’s': {
      dockerfile: 'FROM a:1',
      config: { volumes: ['/var/lib/postgresql/data'] },
      messages: ['Declares a volume at /var/lib/postgresql/data.'],
      lines: [1],
    },
  },
});
