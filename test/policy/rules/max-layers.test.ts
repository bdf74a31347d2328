import { maxLayers } from '../../../src/policy/rules/max-layers.ts';
import { describeRule } from '../../support/rules.ts';

describeRule(maxLayers, {
  passes: {
    'as many layers as allowed': { options: { max: 5 }, measurement: { layers: 5 } },
    'own layers within the limit on a base of many': {
      options: { max: 2, of: 'own' },
      measurement: { layers: 12, baseLayers: 10 },
    },
    'few layers in all, though the base is unknown': { options: { max: 3, of: 'own' }, measurement: { layers: 3 } },
  },
  fails: {
    'one layer more': {
      options: { max: 5 },
      measurement: { layers: 6 },
      messages: ['Has 6 layers, 1 over the limit of 5.'],
    },
    'one layer more, with what is the base’s': {
      options: { max: 8 },
      measurement: { layers: 9, baseLayers: 5 },
      messages: ['Has 9 layers (4 own, 5 base), 1 over the limit of 8.'],
    },
    'own layers over the limit': {
      options: { max: 2, of: 'own' },
      measurement: { layers: 9, baseLayers: 5 },
      messages: ['Has 4 own layers (4 own, 5 base), 2 over the limit of 2.'],
    },
  },
  cannotTell: {
    'own layers when the base is unknown': {
      options: { max: 2, of: 'own' },
      measurement: { layers: 9 },
      reasons: ['How many of the layers come from the base image is not known.'],
    },
  },
});
