import { z } from 'zod';
import { defineManifestRule, lineOf } from '../manifest-rule.ts';

export const manifestRunAsNonRoot = defineManifestRule({
  id: 'manifest-run-as-non-root',
  summary: 'Ask for `runAsNonRoot` only of an image whose user can be seen not to be root.',
  why: 'The kubelet looks at the number of the user alone and refuses the container: the pod stays in CreateContainerConfigError.',
  howToPass:
    'Set `runAsUser` to the number of the user the image is made for, or end its Dockerfile with a numeric `USER`.',
  options: z.strictObject({}),
  // As the kubelet decides it before the container starts: a name is not resolved.
  *check({ says, role }, { measurement }) {
    const { runAsNonRoot, runAsUser } = says;
    if (role === 'named' || runAsNonRoot?.value !== true || !measurement.platform.startsWith('linux/')) return;
    const at = { location: lineOf(runAsNonRoot.place) };
    if (runAsUser) {
      if (runAsUser.value === 0)
        yield { ...at, message: '`runAsNonRoot` is true and `runAsUser` is 0: the container does not start.' };
      return;
    }
    const { user } = measurement.config;
    const [name = ''] = user.split(':');
    if (name === '' || /^[+-]?0+$/.test(name))
      yield {
        ...at,
        message: `\`runAsNonRoot\` is true, but the image runs as root (${user === '' ? 'no USER is set' : `USER ${user}`}): the container does not start.`,
      };
    else if (!/^[+-]?\d+$/.test(name))
      yield {
        ...at,
        message: `\`runAsNonRoot\` is true, but the image’s USER ${user} is a name, which the kubelet cannot check: the container does not start.`,
      };
  },
});
