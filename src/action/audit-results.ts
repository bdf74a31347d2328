import { join } from 'node:path';
import { mergeShards, parseAudit, type ShardFile } from '../audit/merge.ts';
import { UserError } from '../errors.ts';
import type { AuditResult } from '../result/audit.ts';
import type { AuditRunner } from './audit.ts';

/** Where results lie, and how they are read. */
type Shelf = Pick<AuditRunner, 'workspace' | 'openCheckout' | 'listFiles'>;

const maxResultBytes = 256 * 2 ** 20;

/** Joins the results of all shards in a folder of the workspace. @throws UserError `no-audit-file`, and as {@link mergeShards} */
export async function mergedResult(folder: string, shelf: Shelf): Promise<AuditResult> {
  const [first, ...others] = await resultsIn(folder, shelf);
  if (first) return mergeShards([first, ...others]);
  throw new UserError({
    code: 'no-audit-file',
    message: `There is no result of a shard in ${folder}: none was left, or none was downloaded.`,
    expected: 'JSON files written with `shard: I/N` and `output: json=FILE`',
    hint: 'Upload the file of each shard with actions/upload-artifact, also when it failed (`if: always()`), and download them before.',
  });
}

/** The one whole result in a folder of the workspace. @throws UserError `no-audit-file` */
export async function wholeResult(folder: string, shelf: Shelf): Promise<AuditResult> {
  const found = await resultsIn(folder, shelf);
  const [only, another] = found.filter(({ result }) => !result.run.shard);
  if (only && !another) return only.result;
  throw new UserError({
    code: 'no-audit-file',
    message: another
      ? `There are several whole audits in ${folder}; one is recorded.`
      : `There is no result of a whole audit in ${folder}.`,
    expected: 'the JSON file written with `output: json=FILE` by an audit, or by its `merge`',
    got: found.map(({ path }) => path).join(', ') || 'no JSON file',
    hint: 'Download the artifact that holds it, and name its folder with `results`.',
  });
}

async function resultsIn(folder: string, { workspace, openCheckout, listFiles }: Shelf): Promise<readonly ShardFile[]> {
  const root = join(workspace, folder);
  const checkout = openCheckout(root);
  const names = checkout.kindOf('.') === 'folder' ? await listFiles(root) : [];
  const files: ShardFile[] = [];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const text = await checkout.readText(name, maxResultBytes);
    if (text !== undefined) files.push({ path: join(folder, name), result: parseAudit(join(folder, name), text) });
  }
  return files;
}
