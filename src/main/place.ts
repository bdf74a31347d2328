import { basename, resolve } from 'node:path';

/** Where the checkout is, and what names an image that nothing else names. @param repository `owner/name` */
export function placeOf(
  inputs: ReadonlyMap<string, string>,
  workspace: string,
  repository: string,
): { readonly root: string; readonly folderName: string } {
  const folder = inputs.get('working-directory');
  const root = resolve(workspace, folder ?? '.');
  const name = repository.split('/')[1];
  // A folder that the workflow chose says nothing about what is in it.
  return { root, folderName: folder === undefined || name === undefined ? basename(root) : name };
}
