import { manifestNonRoot } from '../../../src/policy/rules/manifest-non-root.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const context = (text: string) => aPod(`securityContext: { ${text} }`);
const ask = { 'ask-run-as-non-root': true };

describeRule(manifestNonRoot, {
  passes: {
    'an image with a user': { manifest: aPod('name: c'), config: { user: '1000' } },
    'a manifest that names one': { manifest: context('runAsUser: 7'), config: { user: '' } },
    'what does not start, which another rule says': { manifest: context('runAsNonRoot: true'), config: { user: '' } },
    'a manifest that states what is asked for': {
      manifest: context('runAsNonRoot: true'),
      config: { user: '1000' },
      options: ask,
    },
    'images that nothing runs: of volumes and kustomizations': {
      manifest:
        'kind: Pod\nspec: { volumes: [{ image: { reference: "app:1" } }] }\n---\nkind: Kustomization\nimages: [{ name: app, newTag: "1" }]\n',
      config: { user: '' },
    },
  },
  fails: {
    'where neither names a user': {
      manifest: aPod('name: c'),
      config: { user: '' },
      messages: ['The manifest names no user and the image none either: the process runs as root.'],
      lines: [3],
    },
    'an image of root by name': {
      manifest: context('runAsNonRoot: false'),
      config: { user: 'root:root' },
      messages: ['The manifest names no user and the image has USER root:root: the process runs as root.'],
    },
    'a manifest that makes root of a user': {
      manifest: context('runAsUser: 0'),
      config: { user: '1000' },
      messages: ['`runAsUser` 0 makes the process root, although the image has USER 1000.'],
      howToPass: ['Leave `runAsUser` out.'],
    },
    'a manifest that says root of an image of root': {
      manifest: context('runAsUser: 0'),
      config: { user: '0' },
      messages: ['`runAsUser` 0 makes the process root.'],
      howToPass: ['Set `runAsUser` to a number above 0.'],
    },
    'a manifest that trusts the image, where that is not enough': {
      manifest: aPod('name: c'),
      config: { user: '1000' },
      options: ask,
      messages: ['`runAsNonRoot: true` is not stated.'],
    },
    'each container that refers to the image': {
      manifest: 'kind: Pod\nspec:\n  containers:\n  - image: app:1\n  initContainers:\n  - image: app:1\n',
      config: { user: '' },
      messages: Array.from(
        { length: 2 },
        () => 'The manifest names no user and the image none either: the process runs as root.',
      ),
      lines: [6, 4],
    },
  },
});
