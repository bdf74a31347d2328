import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../../src/adapters/files/list-files.ts';

test('links to files of the folder are its files; those that leave it, dangle or lead to folders are not', async () => {
  const top = await mkdtemp(join(tmpdir(), 'plimsoll-list-'));
  try {
    const root = join(top, 'repository');
    await mkdir(join(root, 'docker'), { recursive: true });
    await mkdir(join(root, 'api'));
    await writeFile(join(top, 'Dockerfile'), 'FROM scratch\n');
    await mkdir(join(top, 'repository-two'));
    await writeFile(join(top, 'repository-two/Dockerfile'), 'FROM scratch\n');
    await writeFile(join(root, 'docker/Dockerfile'), 'FROM scratch\n');
    await symlink('../docker/Dockerfile', join(root, 'api/Dockerfile'));
    await symlink('../../Dockerfile', join(root, 'api/Dockerfile.outside'));
    await symlink(join(top, 'repository-two/Dockerfile'), join(root, 'api/Dockerfile.neighbour'));
    await symlink('nothing', join(root, 'api/Dockerfile.dangling'));
    await symlink('loop', join(root, 'loop'));
    await symlink('docker', join(root, 'linked'));
    expect(await listFiles(root)).toEqual(['api/Dockerfile', 'docker/Dockerfile']);
    const link = join(top, 'link');
    await symlink(root, link);
    expect(await listFiles(link)).toEqual(['api/Dockerfile', 'docker/Dockerfile']);
  } finally {
    await rm(top, { recursive: true });
  }
});
