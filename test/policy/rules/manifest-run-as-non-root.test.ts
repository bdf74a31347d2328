import { manifestRunAsNonRoot } from '../../../src/policy/rules/manifest-run-as-non-root.ts';
import { aPod, describeRule } from '../../support/rules.ts';

const nonRoot = (more = '') => aPod(`securityContext: { runAsNonRoot: true${more} }`);
const ofPod = (container: string) => aPod(container, 'app:1', ' securityContext: { runAsNonRoot: true },');

describeRule(manifestRunAsNonRoot, {
  passes: {
    'an image whose user is a number': { manifest: nonRoot(), config: { user: '1000:1000' } },
    'a manifest that names the user itself': { manifest: nonRoot(', runAsUser: 5'), config: { user: 'root' } },
    'a manifest that asks for nothing': { manifest: aPod('name: c'), config: { user: '' } },
    'a container that takes back what its pod asks for': {
      manifest: ofPod('securityContext: { runAsNonRoot: false }'),
      config: { user: '' },
    },
    'an image of Windows, which the kubelet asks by name': {
      manifest: nonRoot(),
      config: { user: 'ContainerUser' },
      measurement: { platform: 'windows/amd64' },
    },
  },
  fails: {
    'an image without a user': {
      manifest: nonRoot(),
      config: { user: '' },
      messages: ['`runAsNonRoot` is true, but the image runs as root (no USER is set): the container does not start.'],
      lines: [3],
    },
    'an image of uid 0, however it is written': {
      manifest: nonRoot(),
      config: { user: '+00:1000' },
      messages: ['`runAsNonRoot` is true, but the image runs as root (USER +00:1000): the container does not start.'],
    },
    'an image whose user is a name': {
      manifest: nonRoot(),
      config: { user: 'app' },
      messages: [
        '`runAsNonRoot` is true, but the image’s USER app is a name, which the kubelet cannot check: the container does not start.',
      ],
    },
    'a manifest that contradicts itself': {
      manifest: nonRoot(', runAsUser: 0'),
      config: { user: '1000' },
      messages: ['`runAsNonRoot` is true and `runAsUser` is 0: the container does not start.'],
    },
    'what the pod asks of all of its containers, at the pod’s line': {
      manifest: ofPod('name: c'),
      config: { user: '' },
      messages: ['`runAsNonRoot` is true, but the image runs as root (no USER is set): the container does not start.'],
      lines: [2],
    },
  },
});
