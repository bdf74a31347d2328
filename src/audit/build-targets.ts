import { posix } from 'node:path';
import { readYamlDocuments } from '../references/yaml-documents.ts';
import { valueAt } from '../references/yaml-value.ts';
import type { AuditResult, ImageUse } from '../result/audit.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Build } from './builds.ts';
import type { Target } from './plan.ts';

/** What Dockerfiles are held against: their bases only, rules that need no image, or all of them on the built image. */
export type DockerfileMode = 'bases' | 'sources' | 'build';

interface Asked {
  readonly mode: DockerfileMode;
  readonly builds: readonly Build[];
  readonly images: readonly ImageSetting[];
  readonly config?: { readonly file: string; readonly text: string };
}

const inline = 'Its Dockerfile stands in the file itself: its base images are audited, it is not built.';
const ofOthers = 'It is built on what other builds make: its base images are audited, it is not built by itself.';

/** The Dockerfiles of a repository as images: those of the configuration by their names, all others as they are built. */
export function buildTargets({ mode, builds, images, config }: Asked): {
  readonly targets: readonly Target[];
  readonly skipped: AuditResult['skipped'];
} {
  if (mode === 'bases') return { targets: [], skipped: [] };
  const configured = config ? configuredBuilds(images, config) : [];
  const named = new Set([...configured.map(({ build }) => build.setting.dockerfile), ...namedBy(builds)]);
  const skipped: AuditResult['skipped'] = [];
  const found = builds.flatMap((build): readonly Target[] => {
    const { dockerfile, target, text, from, contexts = {} } = build;
    if (from === undefined ? named.has(dockerfile) : isConfigured(build, configured)) return [];
    const use = useOf(build);
    const reason = text !== undefined ? inline : Object.values(contexts).some(isOfBuild) ? ofOthers : undefined;
    if (reason !== undefined) {
      skipped.push({ use, reason });
      return [];
    }
    const name = from === undefined ? dockerfile : `${use.place.file}#${from.replace(/^\w+ (\S+).*$/s, '$1')}`;
    const setting = settingOf(name, build);
    return [asTarget(mode, setting, use, { ...(target !== undefined && { target }), contexts, ...build })];
  });
  const own = configured.flatMap(({ build: { setting }, use }) =>
    (setting.platforms.length > 0 ? setting.platforms : [undefined]).map((platform) =>
      asTarget(mode, setting, use, { contexts: {}, ...(platform !== undefined && { platform }) }),
    ),
  );
  return { targets: [...own, ...found], skipped };
}

const namedBy = (builds: readonly Build[]): readonly string[] =>
  builds.flatMap(({ from, dockerfile, text }) => (from === undefined || text !== undefined ? [] : [dockerfile]));

/** What bake and compose build before: nothing that one build alone has. */
const isOfBuild = (context: string): boolean => /^(target|service):/.test(context);

function asTarget(
  mode: 'sources' | 'build',
  setting: ImageSetting,
  use: ImageUse,
  { platform, contexts = {} }: Pick<Build, 'platform' | 'contexts'>,
): Target {
  return {
    name: platform === undefined ? setting.name : `${setting.name} ${platform}`,
    source: `dockerfile:${setting.dockerfile}`,
    role: 'image',
    ...(platform !== undefined && { platform }),
    build: { mode, setting, contexts },
    uses: [use],
  };
}

function useOf({ from, dockerfile, place }: Build): ImageUse {
  if (from === undefined || !place)
    return { from: 'dockerfile', what: 'Dockerfile', written: dockerfile, place: { file: dockerfile, line: 1 } };
  return { from: from.startsWith('target') ? 'bake' : 'compose', what: from, written: dockerfile, place };
}

function settingOf(name: string, { dockerfile, context, target, args }: Build): ImageSetting {
  return {
    name,
    dockerfile,
    context: context ?? posix.dirname(dockerfile),
    ...(target !== undefined && { target }),
    buildArgs: args,
    platforms: [],
    variants: [],
    findVariants: false,
    baseline: { from: 'none' },
  };
}

function configuredBuilds(images: readonly ImageSetting[], { file, text }: NonNullable<Asked['config']>) {
  const [root] = readYamlDocuments(file, text);
  const listed = valueAt(root, 'images');
  return images.flatMap((setting) => {
    const entry = valueAt(listed, setting.name);
    if (!entry || setting.image !== undefined) return [];
    const { line } = entry.place;
    const use = { what: `image ${setting.name}`, written: setting.dockerfile, place: { file, line } };
    const build = { setting: { ...setting, variants: [], findVariants: false } };
    return [{ build, use: { from: 'configuration' as const, ...use } }];
  });
}

function isConfigured({ dockerfile, target, text }: Build, configured: ReturnType<typeof configuredBuilds>): boolean {
  return (
    text === undefined &&
    configured.some(({ build: { setting } }) => setting.dockerfile === dockerfile && setting.target === target)
  );
}
