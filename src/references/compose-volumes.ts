import type { ComposeText, Said } from './compose-text.ts';
import { scalarAt, stringAt, type YamlValue } from './yaml-value.ts';

/** Images that a service mounts: https://docs.docker.com/reference/compose-file/services/#volumes */
export function imagesOfVolumes(lists: readonly YamlValue[], text: ComposeText): readonly Said<string>[] {
  return lists
    .flatMap((list) => (list.kind === 'list' ? list.items : []))
    .flatMap((volume) => {
      const source = stringAt(volume, 'type') === 'image' ? scalarAt(volume, 'source') : undefined;
      const value = text.of(source);
      return source === undefined || value === undefined || value === '' ? [] : [{ value, place: source.place }];
    });
}
