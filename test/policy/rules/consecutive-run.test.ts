import { consecutiveRun } from '../../../src/policy/rules/consecutive-run.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const dockerfile = 'FROM a:1\nRUN fetch\nRUN build\nRUN clean\nCOPY a /a\nRUN last';
const layers = ['base', 'fetch', 'build', 'clean', 'copy', 'last'].map((name) => [file(name, 1)]);
const layerLines = [1, 2, 3, 4, 5, 6];
const hides = (addedBy: number, hiddenBy: number, bytes = 3_000_000) => ({
  dockerfile,
  layers,
  layerLines,
  measurement: { hidden: [{ path: '/src.tar', bytes, addedBy, hiddenBy, how: 'deleted' as const }] },
});

describeRule(consecutiveRun, {
  passes: {
    'RUNs that hide nothing of each other': { dockerfile, layers, layerLines },
    'a RUN alone': { dockerfile: 'FROM a:1\nRUN a' },
    'what a RUN behind another instruction hides': hides(1, 5),
    'what they hide of the base': hides(0, 2),
    'a saving too small to ask for': { options: { 'min-saving': '5 MB' }, ...hides(1, 3) },
  },
  fails: {
    'RUNs of which one deletes what another wrote': {
      ...hides(1, 3),
      messages: ['3 consecutive RUNs (lines 2–4): merging them saves 3.0 MB (also counted as hidden bytes).'],
      lines: [2],
      bytes: [3_000_000],
      paths: [['/src.tar']],
    },
  },
  cannotTell: {
    'without knowing the layers’ lines': {
      dockerfile,
      layers,
      reasons: ['Which layer each RUN made is not known, so what merging them would save is not either.'],
    },
  },
});
