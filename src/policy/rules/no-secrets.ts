import { z } from 'zod';
import type { FileNode } from '../../image/tree.ts';
import type { DockerfileLines, Measurement } from '../../result/measurement.ts';
import { isFingerprint, isSecretName, redacted, secretIn } from '../../secrets.ts';
import { finalFrom, instructionsOf, linesOf } from '../dockerfile-lines.ts';
import { compileGlob } from '../glob.ts';
import { describeLayer, locationOf } from '../layers.ts';
import { globs, ownOrAll } from '../option-types.ts';
import { filesOf, hiddenOf, hiddenUnseen } from '../own-files.ts';
import type { Unknown, Violation } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { defineRule } from '../rule.ts';
import { isSecretFile } from '../secret-files.ts';

export const noSecrets = defineRule({
  id: 'no-secrets',
  group: 'contents',
  summary: 'Ship no secrets: in variables, arguments, labels, history, or files.',
  why: 'Whoever can pull the image can read all of it, also what a later layer deletes.',
  howToPass:
    'Give secrets to the build with `RUN --mount=type=secret`, and to the container when it runs. Replace one that was shipped.',
  narrows: { allow: 'both-lists', contents: 'true-wins' },
  options: () =>
    z.strictObject({
      allow: globs
        .default([])
        .describe('Names of variables and labels, and absolute paths of files, that are accepted (globs).'),
      of: ownOrAll('own'),
      contents: z
        .boolean({ error: '`true` or `false`' })
        .default(true)
        .describe(
          'Search the contents of text files too, also of files that a later layer deletes or overwrites: the first 512 KiB of files up to 64 MiB. Left out is what package managers unpacked (`node_modules`, `site-packages`, `/usr/lib` and the like), whose test keys are published, and binaries.',
        ),
    }),
  gathersFor: ({ contents, of }) => (contents ? [of === 'all' ? 'secrets-of-all-layers' : 'secrets'] : []),
  *check(subject, { allow, of, contents }) {
    const matches = allow.map(compileGlob);
    const isAllowed = (name: string): boolean => matches.some((one) => one(name));
    yield* inVariables(subject, isAllowed);
    yield* inArguments(subject, isAllowed);
    yield* inLabels(subject, isAllowed);
    yield* inHistory(subject.measurement, (name) => isAllowed(name) || argumentNames(subject).includes(name));
    yield* inFiles(subject, of, isAllowed);
    if (contents) yield* inContents(subject, isAllowed);
  },
});

type IsAllowed = (name: string) => boolean;

function* inVariables(subject: Subject, isAllowed: IsAllowed): Iterable<Violation> {
  for (const pair of subject.measurement.config.env) {
    const [name, value] = split(pair);
    const kind = kindOf(name, value);
    if (kind === undefined || value === '' || isAllowed(name)) continue;
    yield at(
      `ENV ${name} holds ${kind} (${redacted(value)}); it is in the image’s configuration for all to read.`,
      instructionWith(subject, 'ENV', name),
    );
  }
}

/** An argument's value is in the history of the stage that uses it, whether it has a default or not. */
function* inArguments(subject: Subject, isAllowed: IsAllowed): Iterable<Violation> {
  if (!subject.dockerfile) return;
  for (const instruction of instructionsOf(subject.dockerfile, 'final')) {
    if (instruction.keyword !== 'ARG') continue;
    for (const word of instruction.arguments) {
      const [name, value] = split(word);
      const kind = kindOf(name, value);
      if (kind === undefined || isAllowed(name)) continue;
      yield at(
        `ARG ${name} takes ${kind}; build arguments stay in the image’s history.`,
        linesOf(subject.dockerfile, instruction),
      );
    }
  }
}

function* inLabels(subject: Subject, isAllowed: IsAllowed): Iterable<Violation> {
  for (const [key, value] of Object.entries(subject.measurement.config.labels)) {
    const kind = kindOf(key, value);
    if (kind === undefined || value === '' || isAllowed(key)) continue;
    yield at(`The label ${key} holds ${kind} (${redacted(value)}).`, instructionWith(subject, 'LABEL', key));
  }
}

/** Arguments of the Dockerfile: they are reported on their own line. */
function argumentNames({ dockerfile }: Subject): readonly string[] {
  const all = dockerfile ? instructionsOf(dockerfile, 'final').filter(({ keyword }) => keyword === 'ARG') : [];
  return all.flatMap((instruction) => instruction.arguments.map((word) => split(word)[0]));
}

/** `|2 TOKEN=… OTHER=… /bin/sh -c …` is how builders write a RUN with its build arguments; and commands hold secrets too. */
function* inHistory(measurement: Measurement, isAllowed: IsAllowed): Iterable<Violation> {
  for (const [index, { createdBy }] of measurement.perLayer.entries()) {
    const given = /\|\d+ (.*?)(?:\/bin\/\S+ -|$)/s.exec(createdBy)?.[1] ?? '';
    const names = [...given.matchAll(/(?:^|\s)([A-Za-z_]\w*)=(\S+)/g)];
    const location = locationOf(measurement, index);
    for (const [, name = '', value = ''] of names)
      if (kindOf(name, value) !== undefined && !isAllowed(name))
        yield at(
          `The history of ${describeLayer(measurement, index)} shows the build argument ${name} (${redacted(value)}).`,
          location,
        );
    const kind = names.length === 0 ? secretIn(createdBy) : undefined;
    if (kind !== undefined) yield at(`The history of ${describeLayer(measurement, index)} shows ${kind}.`, location);
  }
}

function* inFiles(subject: Subject, of: 'own' | 'all', isAllowed: IsAllowed): Iterable<Violation | Unknown> {
  const { tree, measurement } = subject;
  if (!tree) {
    yield { unknown: 'The files of the image were not read; only its configuration and history were looked at.' };
    return;
  }
  yield* hiddenUnseen(subject);
  for (const { path, layer } of filesOf(tree, measurement, of, holdsSecret))
    if (!isAllowed(`/${path}`))
      yield { ...at(`/${path} is a file for secrets.`, locationOf(measurement, layer)), paths: [`/${path}`] };
  for (const { path, addedBy, hiddenBy } of hiddenOf(subject, of))
    if (isSecretFile(path) && !isAllowed(path))
      yield {
        ...at(
          `${path} is a file for secrets; ${describeLayer(measurement, hiddenBy)} hides it, but ${describeLayer(measurement, addedBy)} ships it.`,
          locationOf(measurement, addedBy),
        ),
        paths: [path],
      };
}

function* inContents({ tree, measurement, secrets }: Subject, isAllowed: IsAllowed): Iterable<Violation | Unknown> {
  if (!tree) return;
  if (!secrets) yield { unknown: 'The contents of the image’s files were not searched.' };
  for (const unknown of secrets?.unsearched ?? []) yield { unknown };
  for (const { path, what, line, layer, hiddenBy } of secrets?.found ?? []) {
    // A file for secrets is reported by its name.
    if (isAllowed(path) || isSecretFile(path)) continue;
    const ships = `but ${describeLayer(measurement, layer)} ships it`;
    const note = hiddenBy === undefined ? '' : `; ${describeLayer(measurement, hiddenBy)} hides the file, ${ships}`;
    yield { ...at(`${path}:${line} holds ${what}${note}.`, locationOf(measurement, layer)), paths: [path] };
  }
}

function holdsSecret({ path, fileBytes }: FileNode): boolean {
  return fileBytes > 0 && isSecretFile(`/${path}`);
}

function kindOf(name: string, value: string): string | undefined {
  return secretIn(value) ?? (isSecretName(name) && !isFingerprint(value) ? 'a secret by its name' : undefined);
}

function at(message: string, location: DockerfileLines | undefined): Violation {
  return { message, ...(location && { location }) };
}

function split(pair: string): readonly [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function instructionWith({ dockerfile }: Subject, keyword: string, name: string): DockerfileLines | undefined {
  if (!dockerfile) return undefined;
  const found = instructionsOf(dockerfile, 'final').findLast(
    (instruction) =>
      instruction.keyword === keyword &&
      instruction.arguments.some((word, index) => index % 3 === 0 && word.replace(/^["']|["']$/g, '') === name),
  );
  return found ? linesOf(dockerfile, found) : finalFrom(dockerfile);
}
