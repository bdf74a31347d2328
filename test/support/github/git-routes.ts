import { merge, notFound } from './asked.ts';
import type { Asked, Reply } from './asked.ts';
import { findBlob, findTree, resolveCommit } from './git-objects.ts';
import { blobSha } from './state.ts';

/** Operation → what the fake does. */
export const gitRoutes: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'repos/get-commit': ({ state, contract, params }) => {
    const sha = resolveCommit(state, params['ref'] ?? '');
    return sha === undefined
      ? notFound
      : { status: 200, body: merge(contract.sample('repos/get-commit', 200), { sha }) };
  },

  'git/get-tree': ({ state, contract, params }) => {
    const tree = findTree(state, params['tree_sha'] ?? '');
    return tree
      ? {
          status: 200,
          body: merge(contract.sample('git/get-tree', 200), {
            tree: tree,
            truncated: false,
          }),
        }
      : notFound;
  },

  'git/get-blob': ({ state, contract, params }) => {
    const blob = findBlob(state, params['file_sha'] ?? '');
    if (!blob) return notFound;
    // As GitHub does: base64 in lines of 60.
    const content = Buffer.from(blob).toString('base64').replace(/.{60}/g, '$&\n');
    const facts = { sha: blobSha(blob), size: blob.length, encoding: 'base64', content };
    return { status: 200, body: merge(contract.sample('git/get-blob', 200), facts) };
  },
};
