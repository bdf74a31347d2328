import { UserError } from '../../src/errors.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import type { RunSettings, SettingsRequest } from '../../src/settings/read-settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';

/** What a test gives besides the configuration's text. */
export interface SettingsDetails {
  readonly inputs?: RawInputs;
  readonly folderName?: string;
  /** Other files of the checkout, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly fetchPolicy?: NonNullable<SettingsRequest['fetchPolicy']>;
}

/** Reads settings as a run does; the configuration stands in `plimsoll.yml`. */
export async function settingsOf(text: string | undefined, details: SettingsDetails = {}): Promise<RunSettings> {
  const { inputs = {}, folderName = 'shop', files = {}, fetchPolicy } = details;
  return readSettings({
    ...(text !== undefined && { configText: text, configFile: 'plimsoll.yml' }),
    inputs,
    folderName,
    checkout: { readText: async (path) => files[path] },
    ...(fetchPolicy && { fetchPolicy }),
  });
}

/** The problems of settings that cannot be read, a line each: `FILE:LINE:COLUMN code message hint`. */
export async function problemsOf(text: string | undefined, details: SettingsDetails = {}): Promise<readonly string[]> {
  const thrown = await settingsOf(text, details).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof UserError)) throw new Error('No UserError was thrown.', { cause: thrown });
  return thrown.problems.map(({ place, code, message }) => {
    const where = place ? [place.file, place.line, place.column].filter((part) => part !== undefined).join(':') : '-';
    return `${where} ${code}: ${message}`;
  });
}

/** Hints of the same problems, in their order. */
export async function hintsOf(text: string): Promise<readonly string[]> {
  const thrown = await settingsOf(text).catch((error: unknown) => error);
  return thrown instanceof UserError ? thrown.problems.map(({ hint }) => hint) : [];
}
