import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The docker command with its buildx plugin, in a configuration of its own. */
export interface Buildx {
  /** What a request of the frontend's answers: `outline`, `targets`, `check`. @throws the plugin's error */
  call(request: string, folder: string, options?: readonly string[]): Promise<unknown>;
  /** Builds a folder with these further options. @throws the plugin's error */
  build(folder: string, options: readonly string[]): Promise<void>;
  close(): void;
}

const home = '/var/tmp/engines';
const plugin = join(home, 'buildx-root/usr/libexec/docker/cli-plugins/docker-buildx');

/** Fetches the plugin of the suite that the newest engine came from, once a machine. @throws when it cannot be had: a test needs it */
export function openBuildx(socket: string): Buildx {
  if (!existsSync(plugin)) fetchPlugin();
  const config = mkdtempSync(join(tmpdir(), 'plimsoll-buildx-'));
  mkdirSync(join(config, 'cli-plugins'));
  copyFileSync(plugin, join(config, 'cli-plugins/docker-buildx'));
  const env = { ...process.env, DOCKER_CONFIG: config, DOCKER_HOST: `unix://${socket}` };
  return {
    async call(request, folder, options = []) {
      const args = ['buildx', 'build', `--call=${request},format=json`, ...options, folder];
      const { stdout } = await promisify(execFile)('docker', args, { env, maxBuffer: 2 ** 24 });
      return JSON.parse(stdout);
    },
    async build(folder, options) {
      await promisify(execFile)('docker', ['buildx', 'build', '-q', ...options, folder], { env });
    },
    close: () => rmSync(config, { recursive: true }),
  };
}

function fetchPlugin(): void {
  const root = join(home, 'buildx-root');
  mkdirSync(root, { recursive: true });
  const lists = `${home}/sid-lists`;
  const options = [`-oDir::Etc::sourcelist=${lists}.list`, '-oDir::Etc::sourceparts=-', `-oDir::State::Lists=${lists}`];
  execFileSync('apt-get', [...options, 'download', '-qq', 'docker-buildx'], { cwd: root, stdio: 'pipe' });
  execFileSync('sh', ['-c', 'for deb in *.deb; do dpkg -x "$deb" . && rm "$deb"; done'], { cwd: root });
}
