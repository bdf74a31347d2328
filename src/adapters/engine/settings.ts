import { dirname } from 'node:path';
import { z } from 'zod';
import type { Engine } from './api.ts';

const info = z.object({
  DockerRootDir: z.string().nullish(),
  DriverStatus: z.array(z.array(z.string())).nullish(),
  Containerd: z.object({ Address: z.string().nullish() }).nullish(),
});

/** What of an engine's settings says how its images are stored. */
export interface EngineSettings {
  /** Folders in which containerd may keep the images' content, the likeliest first; absent on the classic store. */
  readonly contentRoots?: readonly string[];
  /**
   * Whether the folders of layers hold all that the layers brought: with overlayfs's `metacopy` a file whose mode alone
   * changed is there without its content, with `redirect_dir` a folder that moved without what was in it.
   */
  readonly hasWholeFolders: boolean;
}

const version = z.object({ Components: z.array(z.object({ Name: z.string() })).nullish() });

/** Whether it is Podman that answers: its inspection leaves out what Docker's own format adds to a config. @throws UserError when it cannot be asked */
export async function isPodman(engine: Engine, signal: AbortSignal): Promise<boolean> {
  const { Components } = version.parse(
    await engine.call({ what: 'asking what it is', method: 'GET', path: '/version' }, signal),
  );
  return (Components ?? []).some(({ Name }) => Name === 'Podman Engine');
}

/** Asks the engine how it stores images. @throws UserError when it cannot be asked */
export async function readSettings(engine: Engine, signal: AbortSignal): Promise<EngineSettings> {
  const { DockerRootDir, DriverStatus, Containerd } = info.parse(
    await engine.call({ what: 'asking for its settings', method: 'GET', path: '/info' }, signal),
  );
  const status = new Map((DriverStatus ?? []).map(([key = '', value = '']) => [key, value]));
  const hasWholeFolders = status.get('Native Overlay Diff') === 'true' && status.get('Using metacopy') !== 'true';
  if (!status.get('driver-type')?.startsWith('io.containerd.snapshotter')) return { hasWholeFolders };
  // A containerd of the engine's own, the system's, one that was moved together with the engine's folder (engines before
  // 27 do not tell where theirs listens), and one that keeps everything beside its socket.
  const own = DockerRootDir ? [`${DockerRootDir}/containerd/daemon`] : [];
  const beside = Containerd?.Address ? [`${dirname(Containerd.Address)}/containerd`] : [];
  const moved = DockerRootDir ? [`${dirname(DockerRootDir)}/containerd`] : [];
  const roots = new Set([...own, '/var/lib/containerd', ...moved, ...beside]);
  return { hasWholeFolders, contentRoots: [...roots].filter((root) => /^\/[^\n]*$/.test(root)) };
}
