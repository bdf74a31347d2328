import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Waiver } from '../policy/policy.ts';
import type { Checkout } from '../ports.ts';
import { readBake } from '../references/bake.ts';
import { readDotEnv } from '../references/dot-env.ts';
import { readManifests } from '../references/kubernetes.ts';
import type { Kustomization } from '../references/kustomize.ts';
import { maxReferenceFileBytes } from '../references/yaml-documents.ts';
import type { AuditProblem } from '../result/audit.ts';
import { composeWithOthers } from './compose-files.ts';
import { looksLikeManifests, type FileKind } from './kinds.ts';
import { manifestWaivers } from './manifest-waivers.ts';
import { usesOfBake, usesOfCompose, usesOfManifests, type FileUses } from './uses.ts';

/** A file, and what it is read as. */
export interface Asked {
  readonly file: string;
  readonly kind: FileKind;
  /** Files that are laid over it, the last uppermost. */
  readonly overrides: readonly string[];
  /** Of a compose file that another one includes. */
  readonly included?: {
    /** What the file that includes it has. */
    readonly variables: Readonly<Record<string, string>>;
    readonly envFiles?: readonly string[];
    readonly folder?: string;
    /** The files by way of which it is included, itself not. */
    readonly above: readonly string[];
  };
}

/** What the files of a repository are read with. */
export interface Reading {
  readonly checkout: Pick<Checkout, 'readText'>;
  /** Given by name; stronger than `.env`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Profiles of compose files whose services count; absent: all. */
  readonly profiles?: readonly string[];
}

/** What a file refers to, and the compose files it includes. */
export interface ReadFile extends FileUses {
  readonly included: readonly Asked[];
  readonly kustomizations?: readonly Kustomization[];
  /** Those that stand in manifests. */
  readonly waivers?: readonly Waiver[];
}

const nothing: ReadFile = { found: [], builds: [], skipped: [], problems: [], included: [] };
/** Among JSON files manifests are few, and others may be large. */
const maxJsonBytes = 2 ** 20;

/** Reads one file. @throws UserError when it cannot be read */
export async function readFile(asked: Asked, reading: Reading): Promise<ReadFile> {
  const { file, kind, overrides } = asked;
  const { checkout } = reading;
  const text = await textOf(file, kind, checkout);
  if (text === undefined) return nothing;
  if (kind === 'dockerfile') return { ...nothing, builds: [{ dockerfile: file, args: {} }] };
  if (kind === 'yaml') {
    if (!looksLikeManifests(text, file)) return nothing;
    const { images, kustomizations, problems } = readManifests(file, text);
    const inline = manifestWaivers(file, text);
    return {
      ...nothing,
      found: usesOfManifests(images),
      kustomizations,
      waivers: inline.waivers,
      problems: [...problems, ...inline.problems],
    };
  }
  if (kind === 'compose') return readComposeFile(asked, text, reading);
  const above: { readonly file: string; readonly text: string }[] = [];
  for (const path of overrides)
    above.push({ file: path, text: (await checkout.readText(path, maxReferenceFileBytes)) ?? '' });
  // Bake reads variables from the environment alone.
  return { ...nothing, ...usesOfBake(file, readBake(file, text, reading.variables, above)) };
}

async function textOf(file: string, kind: FileKind, checkout: Reading['checkout']): Promise<string | undefined> {
  if (kind !== 'yaml' || !file.endsWith('.json')) return checkout.readText(file, maxReferenceFileBytes);
  try {
    return await checkout.readText(file, maxJsonBytes);
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

async function readComposeFile(asked: Asked, text: string, reading: Reading): Promise<ReadFile> {
  const { file, overrides, included: by } = asked;
  const { checkout, profiles } = reading;
  const folder = by?.folder ?? posix.dirname(file);
  const ownVariables = await variablesOf(by?.envFiles ?? [posix.join(folder, '.env')], checkout);
  const variables = { ...ownVariables, ...by?.variables, ...reading.variables };
  const { read, included, problems } = await composeWithOthers({ file, text, overrides, variables }, checkout);
  const uses = usesOfCompose(file, read, { folder, ...(profiles && { profiles }) });
  const above = [...(by?.above ?? []), file];
  const circles: AuditProblem[] = [];
  const next = included.flatMap(
    ({ files: [first, ...others], place, envFiles, folder: seenFrom }): readonly Asked[] => {
      if (above.includes(first)) {
        const message = `${first} includes itself${first === file ? '' : ` by way of ${file}`}.`;
        circles.push({ code: 'compose-include', message, place, hint: 'Break the circle.' });
        return [];
      }
      const how = {
        variables,
        above,
        ...(envFiles && { envFiles }),
        ...(seenFrom !== undefined && { folder: seenFrom }),
      };
      return [{ file: first, kind: 'compose', overrides: others, included: how }];
    },
  );
  return { ...uses, problems: [...uses.problems, ...problems, ...circles], included: next };
}

/** Compose reads `.env` of its own folder; of several files the later ones win. */
async function variablesOf(
  files: readonly string[],
  checkout: Reading['checkout'],
): Promise<Readonly<Record<string, string>>> {
  const all: Record<string, string>[] = [];
  for (const path of files)
    if (!path.startsWith('../') && !path.startsWith('/'))
      all.push({ ...readDotEnv((await checkout.readText(path, maxReferenceFileBytes)) ?? '') });
  return Object.assign({}, ...all);
}
