import { createHash } from 'node:crypto';
import { merge, notFound } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import type { Artifact } from './state.ts';

/** Operation → what the fake does. */
export const artifactRoutes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'actions/list-workflow-run-artifacts': (asked) => {
    const name = asked.query.get('name');
    const found = [...asked.state.artifacts.values()].filter(
      (one) => one.runId === Number(asked.params['run_id']) && (name === null || one.name === name),
    );
    return {
      status: 200,
      body: { total_count: found.length, artifacts: found.map((one) => artifactAnswer(asked, one)) },
    };
  },

  'actions/download-artifact': ({ state, params }) => {
    const artifact = state.artifacts.get(Number(params['artifact_id']));
    if (!artifact || params['archive_format'] !== 'zip') return notFound;
    return { status: 302, body: undefined, headers: { location: `${state.storageUrl}/${artifact.id}.zip` } };
  },
};

function artifactAnswer({ state }: Asked, { id, name, zip, expired = false, sizeBytes, digest }: Artifact): unknown {
  const url = `https://github.example/${state.name}/artifacts/${id}`;
  const at = '2026-01-31T00:00:00Z';
  const stated = digest === undefined ? `sha256:${createHash('sha256').update(zip).digest('hex')}` : digest;
  const facts = { id, name, expired, size_in_bytes: sizeBytes ?? zip.length, digest: stated };
  return merge(facts, {
    node_id: 'x',
    url,
    archive_download_url: `${url}/zip`,
    created_at: at,
    expires_at: at,
    updated_at: at,
  });
}
