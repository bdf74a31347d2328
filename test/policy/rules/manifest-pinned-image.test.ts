import { manifestPinnedImage } from '../../../src/policy/rules/manifest-pinned-image.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const anyTag = { digest: false };
const kustomization = (more: string) => `kind: Kustomization\nimages:\n- name: app\n  ${more}\n`;

describeRule(manifestPinnedImage, {
  passes: {
    'a digest': { manifest: aPod('name: c', `app@${digest}`) },
    'a tag with a digest': { manifest: aPod('name: c', `app:1@${digest}`) },
    'a tag, where that will do': { manifest: aPod('name: c', 'app:1'), options: anyTag },
    'a digest that a kustomization gives': { manifest: kustomization(`digest: ${digest}`) },
  },
  fails: {
    'a tag': {
      manifest: aPod('name: c', 'app:1.2.3'),
      messages: ['app:1.2.3 is named by the tag 1.2.3, not by a digest: what runs may change without the manifest.'],
      lines: [3],
    },
    'no tag': {
      manifest: aPod('name: c', 'app'),
      options: anyTag,
      messages: [
        'app is named by no tag, which is latest, not by a digest: what runs may change without the manifest.',
      ],
      howToPass: ['Name a version’s tag, or a digest.'],
    },
    latest: {
      manifest: aPod('name: c', 'r.example:5000/app:latest'),
      options: anyTag,
      messages: [
        'r.example:5000/app:latest is named by the tag latest, not by a digest: what runs may change without the manifest.',
      ],
    },
    'a tag that a kustomization gives': {
      manifest: kustomization('newTag: v2'),
      messages: ['app:v2 is named by the tag v2, not by a digest: what runs may change without the manifest.'],
      lines: [4],
    },
  },
});
