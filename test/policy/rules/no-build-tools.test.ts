import { noBuildTools } from '../../../src/policy/rules/no-build-tools.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const gcc = { manager: 'dpkg' as const, name: 'gcc-12', version: '12', bytes: 60_000_000, layer: 1 };
const headers = { ...gcc, name: 'libc6-dev', bytes: 10_000_000 };
const kinds = (compilers: number, headerBytes = 0) => [
  { kind: 'compilers' as const, unpackedBytes: compilers },
  { kind: 'headers' as const, unpackedBytes: headerBytes },
];
const measurement = { byKind: kinds(60_000_000, 10_000_000), packages: [headers, gcc] };

describeRule(noBuildTools, {
  passes: {
    'an image without': { measurement: { byKind: kinds(0) } },
    'a crumb below the limit': { measurement: { byKind: kinds(1_000_000) } },
    'tools that are the product': { options: { allow: ['gcc-*', '*-dev'] }, measurement },
  },
  fails: {
    'a compiler and its headers, on the line that brought them': {
      measurement,
      layers: [[file('a', 1)], [file('b', 1)]],
      layerLines: [1, 4],
      messages: ['Ships 70.0 MB of compilers and headers (gcc-12, libc6-dev), over the limit of 1.0 MB.'],
      lines: [4],
      bytes: [70_000_000],
    },
    'what is left when one is allowed': {
      options: { allow: ['gcc-*'] },
      measurement,
      messages: ['Ships 10.0 MB of compilers and headers (libc6-dev), over the limit of 1.0 MB.'],
    },
    'a toolchain that no package owns': {
      options: { max: 0 },
      measurement: { byKind: kinds(5_000_000) },
      messages: ['Ships 5.0 MB of compilers and headers; 5.0 MB in no package.'],
    },
  },
});
