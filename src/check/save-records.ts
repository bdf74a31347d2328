import { outcomesOf } from '../compare/rules.ts';
import { UserError } from '../errors.ts';
import type { BranchFile, Repository } from '../repository-port.ts';
import { planUpdate, readBranch } from '../records/branch.ts';
import { recordSchemaVersion, slim, type StoredRecord } from '../records/record.ts';
import type { CheckResult } from '../result/result.ts';
import { shortSha } from './baseline-commit.ts';

/** What became of storing a result's measurements. */
export interface Saved {
  readonly commit: string;
  readonly records: readonly StoredRecord[];
}

/** A result whose measurements are to be stored, and what was said about how it was built. */
export interface ToSave {
  readonly result: Pick<CheckResult, 'images' | 'tool'>;
  /** Full SHA of the commit it is of. */
  readonly commit: string;
  readonly builder: string;
}

/**
 * Stores the gated variants' measurements on the branch of records, in one commit.
 * @throws UserError `records-not-pushed`, `foreign-record-branch`
 */
export async function saveRecords({ result, commit, builder }: ToSave, repository: Repository): Promise<Saved> {
  const committedAt = await repository.committedAt(commit);
  const records = result.images.flatMap((image): readonly StoredRecord[] => {
    const { name, platform, gated, variants, waivers } = image;
    const variant = variants.find((one) => one.name === gated);
    if (!variant) return [];
    return [
      {
        schemaVersion: recordSchemaVersion,
        commit,
        committedAt,
        image: name,
        platform,
        engine: variant.source.split(':', 1)[0] ?? '',
        builder: variant.built ? builder : 'none',
        tool: result.tool.version,
        ...(variant.base !== undefined && { base: variant.base }),
        ...(waivers !== undefined && { waivers }),
        rules: outcomesOf(image),
        measurement: slim(variant.measurement),
      },
    ];
  });
  await repository.records.update(`Record ${shortSha(commit)}`, (files) => {
    refuseForeign(repository.records.name, files);
    return planUpdate(files, records);
  });
  return { commit, records };
}

/** @throws UserError `foreign-record-branch` where the branch holds what we did not write */
export function refuseForeign(branch: string, files: readonly BranchFile[] | undefined): void {
  const { foreign } = readBranch(files ?? []);
  if (foreign.length > 0) throw notOurs(branch, foreign);
}

function notOurs(branch: string, foreign: readonly string[]): UserError {
  return new UserError({
    code: 'foreign-record-branch',
    message: `The branch ${branch} holds what Plimsoll did not write, so nothing is stored on it.`,
    got: foreign.slice(0, 5).join(', '),
    hint: `Rename that branch or take these files off it; Plimsoll keeps its records on a branch ${branch} of its own.`,
  });
}
