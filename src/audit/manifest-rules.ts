import { parseTagVersion } from '../image/tag-version.ts';
import { readReference } from '../image/reference.ts';
import type { UseFinding } from '../result/audit.ts';
import type { ImageConfig } from '../result/measurement.ts';
import type { PlannedUse } from './plan.ts';

/** What a manifest says of an image, held against the image itself. Only errors are certain not to work. */
export function* manifestFindings(use: PlannedUse, config: ImageConfig): Iterable<UseFinding> {
  if (use.from !== 'kubernetes') return;
  yield* userFindings(use, config);
  yield* commandFindings(use, config);
  yield* tagFindings(use);
}

const words = (list: readonly string[]): string => JSON.stringify(list);

/** As the kubelet decides it before the container starts: a name is not resolved. */
function* userFindings({ says = {}, place }: PlannedUse, { user }: ImageConfig): Iterable<UseFinding> {
  const { runAsNonRoot, runAsUser } = says;
  const rule = 'manifest-run-as-non-root';
  const [name = ''] = user.split(':');
  const isRoot = name === '' || /^[+-]?0+$/.test(name);
  if (runAsNonRoot?.value === true) {
    const at = { rule, level: 'error' as const, place: runAsNonRoot.place };
    const howToPass =
      'Set `runAsUser` to the number of the user the image is made for, or end its Dockerfile with a numeric `USER`.';
    if (runAsUser?.value === 0)
      yield { ...at, message: 'runAsNonRoot is true and runAsUser is 0: the container does not start.', howToPass };
    else if (!runAsUser && isRoot)
      yield {
        ...at,
        message: `runAsNonRoot is true, but the image runs as root (USER ${user === '' ? 'is not set' : user}): the container does not start.`,
        howToPass,
      };
    else if (!runAsUser && !/^[+-]?\d+$/.test(name))
      yield {
        ...at,
        message: `runAsNonRoot is true, but the image's USER ${user} is a name, which the kubelet cannot check: the container does not start.`,
        howToPass,
      };
  } else if (runAsUser?.value === 0 && !isRoot) {
    const message = `runAsUser 0 makes the process root, although the image has USER ${user}.`;
    yield { rule, level: 'warning', message, howToPass: 'Leave `runAsUser` out.', place: runAsUser.place };
  }
  if (says.runAsNonRoot === undefined && runAsUser === undefined && isRoot)
    yield {
      rule,
      level: 'warning',
      message: 'Neither the manifest nor the image names a user: the process runs as root.',
      howToPass: 'Set `runAsNonRoot: true` and `runAsUser`.',
      place,
    };
}

/** `command` takes ENTRYPOINT's place and drops CMD, `args` takes CMD's: https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#notes */
function* commandFindings(
  { says = {}, place, pointer = '' }: PlannedUse,
  { entrypoint = [], cmd = [] }: ImageConfig,
): Iterable<UseFinding> {
  if (!/\/(containers|initContainers)\/\d+\/image$/.test(pointer)) return;
  const { command, args } = says;
  const rule = 'manifest-command';
  if (!command && !args && entrypoint.length + cmd.length === 0)
    yield {
      rule,
      level: 'error',
      message: 'Neither the image nor the manifest says what to run: the container does not start.',
      howToPass: 'Set `command`.',
      place,
    };
  const isShell = /^(\/usr)?(\/bin\/)?(ba|da|a)?sh$/.test(entrypoint[0] ?? '') && entrypoint[1] === '-c';
  if (args && !command && isShell)
    yield {
      rule,
      level: 'warning',
      message: `The image's ENTRYPOINT ${words(entrypoint)} is a shell's, which ignores the manifest's args.`,
      howToPass: 'Write ENTRYPOINT in the Dockerfile as a JSON list, or set `command`.',
      place: args.place,
    };
  if (command && entrypoint.length > 0 && command.value[0] !== entrypoint[0])
    yield {
      rule,
      level: 'warning',
      message: `command replaces the image's ENTRYPOINT ${words(entrypoint)}${cmd.length > 0 ? ` and drops its CMD ${words(cmd)}` : ''}.`,
      howToPass: 'Use `args` alone where the ENTRYPOINT is meant to run.',
      place: command.place,
    };
}

function* tagFindings({ says = {}, written, place }: PlannedUse): Iterable<UseFinding> {
  const reference = readReference(written);
  if (typeof reference === 'string' || reference.digest !== null) return;
  const { tag } = reference;
  yield {
    rule: 'manifest-pinned-image',
    level: 'warning',
    message: `${written} is named by ${tag === null ? 'no tag, which is latest' : 'a tag'}, not by a digest: what runs may change without the manifest.`,
    howToPass: 'Name the image as NAME:TAG@sha256:….',
    place,
  };
  const policy = says.imagePullPolicy;
  if (!policy || policy.value === 'Always' || !mayMove(tag)) return;
  yield {
    rule: 'manifest-pull-policy',
    level: 'warning',
    message: `imagePullPolicy ${policy.value} with ${tag === null ? 'no tag' : `the tag ${tag}`}, which moves: nodes may run different images.`,
    howToPass: 'Name the image by its digest, or set `imagePullPolicy: Always`.',
    place: policy.place,
  };
}

/** Tags of whole versions are meant to stay; `latest`, `stable` and `1.27` are not. */
function mayMove(tag: string | null): boolean {
  return tag === null || (parseTagVersion(tag)?.numbers.length ?? 0) < 3;
}
