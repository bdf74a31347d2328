import { z } from 'zod';
import { resolveUser } from '../../image/passwd.ts';
import type { AccountFiles, ResolvedUser } from '../../image/passwd.ts';
import { linesOfField } from '../dockerfile-lines.ts';
import { defineRule } from '../rule.ts';
import type { Violation } from '../rule.ts';
import type { Subject } from '../subject.ts';

const uid = () =>
  z
    .int({ error: 'a uid' })
    .min(0)
    .max(2 ** 31 - 1);

const options = () =>
  z.strictObject({
    'min-uid': uid().default(1).describe('The lowest uid allowed.'),
    'max-uid': uid()
      .default(2 ** 31 - 1)
      .describe('The highest uid allowed.'),
    'numeric-only': z
      .boolean()
      .default(false)
      .describe('USER must be a number: Kubernetes’ runAsNonRoot cannot check names.'),
    'allow-root-group': z.boolean().default(true).describe('Whether the process may be in group 0.'),
  });
type Options = z.output<ReturnType<typeof options>>;

export const nonRoot = defineRule({
  id: 'non-root',
  group: 'running',
  summary: 'Do not run as root.',
  why: 'Who breaks out of a process that is root is root where the container is.',
  howToPass:
    'Create a user in the final stage and end it with `USER 10001` (a number, so that Kubernetes can check it).',
  narrows: { 'min-uid': 'larger', 'max-uid': 'smaller', 'numeric-only': 'true-wins' },
  options,
  reads: ['/etc/passwd', '/etc/group'],
  *check(subject, chosen) {
    const { user } = subject.measurement.config;
    const files = accountFiles(subject);
    const needsFiles = !isPlainId(user);
    if (files === undefined && needsFiles) {
      yield { unknown: `USER ${user} cannot be resolved: the image’s /etc/passwd and /etc/group were not read.` };
      return;
    }
    const resolved = resolveUser(user, files ?? {});
    const isGroupKnown = files !== undefined || chosen['allow-root-group'] || user.includes(':');
    const location = linesOfField(subject, 'user');
    const messages = [...complaints(user, resolved, isGroupKnown ? chosen : { ...chosen, 'allow-root-group': true })];
    for (const message of messages) yield { message, ...(location && { location }) } satisfies Violation;
    if (!isGroupKnown && messages.length === 0)
      yield { unknown: `The group of USER ${user} is not known: the image’s /etc/passwd was not read.` };
  },
});

function* complaints(user: string, resolved: ResolvedUser, allowed: Options): Iterable<string> {
  const written = user === '' ? 'No USER is set' : `USER ${user}`;
  if ('error' in resolved) {
    yield `${written} cannot be resolved: ${resolved.error}, so the container does not start.`;
    return;
  }
  if (resolved.root) yield user === '' ? `${written}: the process runs as root.` : `${written} is root (uid 0).`;
  else if (resolved.uid < allowed['min-uid'] || resolved.uid > allowed['max-uid'])
    yield `${written} is uid ${resolved.uid}, outside ${allowed['min-uid']}–${allowed['max-uid']}.`;
  else if (allowed['numeric-only'] && !resolved.isNumeric)
    yield `${written} is a name; a number is asked for (it is uid ${resolved.uid}).`;
  if (!resolved.root && resolved.gid === 0 && !allowed['allow-root-group']) yield `${written} is in group 0.`;
}

/** Numbers are ids whatever the files say; only the group of one without a group is looked up. */
function isPlainId(user: string): boolean {
  return user === '' || /^[+-]?\d+(:[+-]?\d+)?$/.test(user);
}

/** Both files, '' for one the image lacks; undefined when they were not, or not wholly, read. */
function accountFiles({ tree, bodies }: Subject): AccountFiles | undefined {
  if (!tree) return undefined;
  const texts = ['etc/passwd', 'etc/group'].map((path) => {
    const node = tree.resolve(path);
    const body = bodies.get(path);
    if (!node) return '';
    return body && body.length >= node.fileBytes ? Buffer.from(body).toString('utf8') : undefined;
  });
  const [passwd, group] = texts;
  return passwd === undefined || group === undefined ? undefined : { passwd, group };
}
