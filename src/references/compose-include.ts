import type { Place } from '../errors.ts';
import { beside } from './compose-extends.ts';
import type { ComposeText } from './compose-text.ts';
import { itemsAt, scalarAt, valueAt, type YamlValue } from './yaml-value.ts';

/** An included compose file, whose paths are from the repository's root. */
export interface ComposeInclude {
  readonly place: Place;
  /** The file; those behind it are laid over it. */
  readonly files: readonly [string, ...string[]];
  /** What gives it variables; absent: `.env` of its folder. */
  readonly envFiles?: readonly string[];
  /** Where its own paths are seen from; absent: the folder of the file. */
  readonly folder?: string;
}

/** `include` holds paths, or maps with a path or several: https://docs.docker.com/reference/compose-file/include/ */
export function includedBy(root: YamlValue, file: string, text: ComposeText): readonly ComposeInclude[] {
  const paths = (value: YamlValue | undefined): readonly string[] =>
    (value?.kind === 'list' ? value.items : value === undefined ? [] : [value]).flatMap((scalar) => {
      const path = scalar.kind === 'scalar' ? text.of(scalar) : undefined;
      return path === undefined || path === '' ? [] : [beside(file, path)];
    });
  return itemsAt(root, 'include').flatMap((item): readonly ComposeInclude[] => {
    const [first, ...others] = paths(item.kind === 'map' ? valueAt(item, 'path') : item);
    if (first === undefined) return [];
    const envFiles = valueAt(item, 'env_file');
    const folder = text.of(scalarAt(item, 'project_directory'));
    return [
      {
        place: (valueAt(item, 'path') ?? item).place,
        files: [first, ...others],
        ...(envFiles && { envFiles: paths(envFiles) }),
        ...(folder !== undefined && folder !== '' && { folder: beside(file, folder) }),
      },
    ];
  });
}
