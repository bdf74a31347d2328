import type { InstructionReport } from '../../result/dockerfile.ts';

/** What ENV and earlier commands of a stage say about caches. */
export interface CacheSettings {
  /** Managers that keep none. */
  readonly turnedOff: ReadonlySet<string>;
  /** Docker's hook that deletes what apt downloads is gone. */
  readonly keepsArchives: boolean;
}

/** Where a stage begins. */
export const noSettings: CacheSettings = { turnedOff: new Set(), keepsArchives: false };

const variables: readonly (readonly [manager: string, name: RegExp, off: RegExp])[] = [
  ['pip', /\bPIP_NO_CACHE_DIR[= ]["']?(\w*)/, /^(?:1|y|yes|on|t|true)$/i],
  ['composer', /\bCOMPOSER_(?:CACHE_DIR|NO_CACHE)[= ]["']?([\w/]*)/, /^(?:1|\/dev\/null)$/],
];

/** What counts within an instruction, and behind it: what a RUN assigns is forgotten at its end, what it deletes is not. */
export function settingsBy({ keyword, original }: InstructionReport, before: CacheSettings) {
  if (keyword !== 'ENV' && keyword !== 'RUN') return { within: before, behind: before };
  const turnedOff = new Set(before.turnedOff);
  for (const [manager, name, off] of variables) {
    const value = name.exec(original)?.[1];
    if (value !== undefined && off.test(value)) turnedOff.add(manager);
    else if (value !== undefined) turnedOff.delete(manager);
  }
  const keepsArchives = before.keepsArchives || /docker-clean|Keep-Downloaded-Packages/.test(original);
  const within: CacheSettings = { turnedOff, keepsArchives };
  return { within, behind: keyword === 'ENV' ? within : { ...before, keepsArchives } };
}
