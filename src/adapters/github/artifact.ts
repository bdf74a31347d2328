import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readOnlyFile, refused, type ExpectedFile } from './artifact-zip.ts';
import type { GithubClient } from './client.ts';
import { repositoryOf } from './own-comments.ts';

/** An artifact of a run that ended. */
export interface ArtifactAddress {
  /** `owner/name` of the repository the run belongs to. */
  readonly repository: string;
  readonly runId: number;
  readonly name: string;
}

/** A report with all its lists packs to a small part of this. */
const maxZippedBytes = 2 ** 20;

const listed = z.object({
  artifacts: z.array(
    z.object({
      id: z.int().positive(),
      name: z.string(),
      size_in_bytes: z.int().nonnegative(),
      expired: z.boolean(),
      digest: z.string().nullish(),
    }),
  ),
});
type Artifact = z.infer<typeof listed>['artifacts'][number];

/**
 * The one file of a run's artifact, asked for by the id GitHub gives and held against the digest GitHub states.
 * @returns undefined when the run has no such artifact (any more).
 * @throws GithubError; UserError `artifact-refused`
 */
export async function readArtifact(
  client: GithubClient,
  address: ArtifactAddress,
  expected: ExpectedFile,
): Promise<Uint8Array | undefined> {
  const artifact = await findArtifact(client, address);
  if (!artifact) return undefined;
  if (artifact.size_in_bytes > maxZippedBytes)
    throw refused(`it has ${artifact.size_in_bytes} bytes, ${maxZippedBytes} are read at most`);
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
  const where = { ...repositoryOf(address.repository), artifact_id: artifact.id, archive_format: 'zip' };
  const zip = await client.download(route, where, maxZippedBytes);
  const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
  // Enterprise Servers and actions/upload-artifact before v4 state none.
  if (artifact.digest && artifact.digest !== digest) throw refused('what was downloaded is not what its digest says');
  return readOnlyFile(zip, expected);
}

/** The newest of that name: each attempt of a run adds its own. */
async function findArtifact(client: GithubClient, address: ArtifactAddress): Promise<Artifact | undefined> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts';
  const { repository, runId, name } = address;
  const where = { ...repositoryOf(repository), run_id: runId, name, per_page: 100 };
  const { artifacts } = await client.call(route, where, listed);
  return artifacts
    .filter((one) => one.name === name && !one.expired)
    .reduce<Artifact | undefined>((newest, one) => (newest && newest.id > one.id ? newest : one), undefined);
}
