import { readYamlDocuments } from '../references/yaml-documents.ts';
import { valueAt } from '../references/yaml-value.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { FoundUse } from './gather.ts';

/** Images that the configuration names as existing ones; those that it builds are audited by their Dockerfiles. */
export function configuredUses(
  images: readonly ImageSetting[],
  config: { readonly file: string; readonly text: string } | undefined,
): readonly FoundUse[] {
  if (!config) return [];
  const [root] = readYamlDocuments(config.file, config.text);
  const listed = valueAt(root, 'images');
  return images.flatMap(({ name, image, platforms }): readonly FoundUse[] => {
    if (image === undefined) return [];
    const place = valueAt(valueAt(listed, name), 'image')?.place ?? { file: config.file, line: 1 };
    const use = { from: 'configuration' as const, what: `image ${name}`, written: image, place };
    const isSource = /^(docker-archive|oci|oci-archive|engine):/.test(image);
    const written = image.replace(/^registry:/, '');
    return (platforms.length > 0 ? platforms : [undefined]).map((platform) => ({
      role: 'image',
      use: { ...use, written },
      ...(isSource && { source: image }),
      ...(platform !== undefined && { platform }),
    }));
  });
}
