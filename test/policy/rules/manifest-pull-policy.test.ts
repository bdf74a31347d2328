import { manifestPullPolicy } from '../../../src/policy/rules/manifest-pull-policy.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const keeps = (image: string) => aPod('imagePullPolicy: IfNotPresent', image);

describeRule(manifestPullPolicy, {
  passes: {
    'a tag of a whole version': { manifest: keeps('app:1.2.3-alpine') },
    'a tag of a day': { manifest: keeps('app:main-20240115') },
    'a tag of a commit': { manifest: keeps('app:sha-1a2b3c4d') },
    'a digest': { manifest: keeps(`app:1@${digest}`) },
    'a tag that moves and is pulled again': { manifest: aPod('imagePullPolicy: Always', 'app:latest') },
    'a policy that is left out': { manifest: aPod('name: c', 'app:1') },
    'latest without a policy, which is pulled again': { manifest: aPod('name: c', 'app'), options: { unset: true } },
    'latest by its name without a policy, which is pulled again as well': {
      manifest: aPod('name: c', 'app:latest'),
      options: { unset: true },
    },
    'a kustomization, which has no policy': {
      manifest: 'kind: Kustomization\nimages: [{ name: app, newTag: "1" }]\n',
      options: { unset: true },
    },
  },
  fails: {
    'no tag': {
      manifest: aPod('\nimagePullPolicy: Never', 'app'),
      messages: ['`imagePullPolicy` is Never with no tag, which is latest: nodes may run different images.'],
      lines: [4],
    },
    'a tag of half a version': {
      manifest: keeps('app:1.27'),
      messages: [
        '`imagePullPolicy` is IfNotPresent with the tag 1.27, which may move: nodes may run different images.',
      ],
    },
    'a word': {
      manifest: keeps('app:stable'),
      messages: [
        '`imagePullPolicy` is IfNotPresent with the tag stable, which may move: nodes may run different images.',
      ],
    },
    'a policy that is left out, where that counts': {
      manifest: aPod('name: c', 'app:1'),
      options: { unset: true },
      messages: [
        '`imagePullPolicy` is left out, which means IfNotPresent, with the tag 1, which may move: nodes may run different images.',
      ],
      lines: [3],
    },
  },
});
