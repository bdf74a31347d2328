import type { AuditInFile } from './config-file.ts';
import type { AuditSetting } from './settings.ts';

/** The section `audit` of the configuration, with what it does not say left out. */
export function readAuditSetting({
  images = [],
  platforms,
  profiles,
  dockerfiles,
  exclude = [],
}: AuditInFile = {}): AuditSetting {
  return {
    images: images.map(({ image, tags, newest, platforms: own }) => ({
      image,
      ...(tags !== undefined && { tags: [tags].flat() }),
      ...(newest !== undefined && { newest }),
      ...(own !== undefined && { platforms: own }),
    })),
    ...(platforms !== undefined && { platforms }),
    ...(profiles !== undefined && { profiles }),
    ...(dockerfiles !== undefined && { dockerfiles }),
    exclude,
  };
}
