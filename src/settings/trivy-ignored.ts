import { z } from 'zod';
import { ofIgnored, type Carried } from './lint-equivalents.ts';
import { readYaml } from './yaml-text.ts';

/** A line is an ID, perhaps with `exp:DAY`; the YAML form has lists of IDs by kind. */
export function ofTrivy(file: string, text: string): Carried {
  const entries = file.endsWith('.yaml') ? ofTrivyYaml(file, text) : text.split(/\r?\n/).map(ofTrivyLine);
  const told = entries.filter(({ id }) => id !== '');
  const dated = told.filter(({ expires }) => expires !== undefined);
  const base = ofIgnored(
    file,
    told.filter(({ expires }) => expires === undefined).map(({ id }) => id),
  );
  return {
    choices: base.choices,
    notCarried: [
      ...base.notCarried,
      ...dated.map(
        ({ id, expires }) =>
          `${file}: ${id} is ignored until ${expires}; what ends on a day is a waiver here, which names its owner.`,
      ),
    ],
  };
}

interface TrivyEntry {
  readonly id: string;
  readonly expires?: string | undefined;
}

function ofTrivyLine(line: string): TrivyEntry {
  const [id = '', ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  return { id, expires: words.find((word) => word.startsWith('exp:'))?.slice('exp:'.length) };
}

const trivyYaml = z.record(
  z.string(),
  z
    .array(
      z.object({ id: z.string(), expired_at: z.union([z.string(), z.unknown().transform(() => 'a day')]).optional() }),
    )
    .nullable(),
);

function ofTrivyYaml(file: string, text: string): readonly TrivyEntry[] {
  const parsed = trivyYaml.safeParse(readYaml(file, text).value ?? {});
  if (!parsed.success) return [];
  return Object.values(parsed.data).flatMap((list) =>
    (list ?? []).map(({ id, expired_at: expires }) => ({ id, expires })),
  );
}
