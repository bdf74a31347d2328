import type { RawInputs } from '../settings/inputs.ts';
import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import type { BaseRevision, Repository } from '../repository-port.ts';
import type { FileListing, FileListings } from '../result/file-listing.ts';
import type { CheckResult } from '../result/result.ts';
import { readSettings, type RunSettings, type SettingsRequest } from '../settings/read-settings.ts';
import { check } from './check.ts';
import { findConfig } from './find-config.ts';
import { settingsThatCount } from './policy-origin.ts';
import type { Workshop } from './workshop.ts';

/** A workshop that leaves nothing behind once closed. */
export interface OpenWorkshop extends Workshop {
  /** Removes what this run made in the engine. */
  close(): Promise<void>;
}

/** A gate to run: what both shells, the command line and the action, ask for. */
export interface GateRequest {
  readonly checkout: Checkout;
  /** Names the image where nothing else does. */
  readonly folderName: string;
  readonly inputs: RawInputs;
  readonly toolVersion: string;
  readonly revision?: CheckResult['revision'];
  readonly fetchPolicy?: SettingsRequest['fetchPolicy'];
  /** Absent where the checkout is no Git repository. */
  readonly repository?: Repository;
  /** The revision whose configuration, policies and waivers count; absent outside pull requests. */
  readonly base?: BaseRevision;
  /** Called before anything is built. @throws UserError when a build is refused here */
  beforeBuild?(): void;
  /** Called when others are about to work for a while, for what is to be done after them and can be begun. */
  meanwhile?(options: RunSettings['options']): void;
  /** Called once the settings are known to be sound; nothing was contacted before. */
  openWorkshop(
    progressMode: RunSettings['options']['progress'],
    insecureRegistries: readonly string[],
    layerReading: RunSettings['options']['layerReading'],
  ): Promise<OpenWorkshop>;
}

/** What came of it. */
export interface GateOutcome {
  readonly result: CheckResult;
  readonly options: RunSettings['options'];
  /** The files of each image, for the reports that show them; empty where none was asked for. */
  readonly listings: FileListings;
  /** What could not be done beside the check, in sentences; it changes nothing about the result. */
  readonly warnings: readonly string[];
  /** What was done beside it. */
  readonly notes: readonly string[];
}

/** Settings from the configuration and the inputs, then the check; the workshop is closed whatever happens. */
export async function runGate(request: GateRequest): Promise<GateOutcome> {
  const { checkout, inputs, folderName, toolVersion, revision, fetchPolicy, repository, base } = request;
  const counts = await settingsThatCount({
    checkout,
    inputs,
    folderName,
    ...(base && { base }),
    ...(fetchPolicy && { fetchPolicy }),
  });
  const { settings, options, proposed } = counts;
  if ([...settings.images, ...(proposed?.images ?? [])].some(isBuilt)) request.beforeBuild?.();
  const workshop = await request.openWorkshop(options.progress, options.insecureRegistries, options.layerReading);
  request.meanwhile?.(options);
  try {
    const { verdict, build } = options;
    const headSha = revision?.head;
    const revisions = {
      ...(repository && { repository }),
      ...(base && { base }),
      ...(headSha !== undefined && { headSha }),
      ...(options.saveBaseline && { areStored: true }),
    };
    const isPartial = Boolean(inputs['only']?.length);
    const listings = new Map<string, FileListing>();
    const what = {
      ...counts,
      ...(showsFiles(options) && { listings }),
      isPartial,
      revisions,
      verdict,
      build,
      toolVersion,
      ...(revision && { revision }),
    };
    const result = await check(what, workshop);
    const saving = options.saveBaseline ? await trySaving(result, request, build.builder) : {};
    return { result, options, listings, warnings: listOf(saving.warning), notes: listOf(saving.note) };
  } finally {
    await workshop.close();
  }
}

/** Storing what was measured is a service beside the check: where it cannot be done that is a warning. */
async function trySaving(
  result: CheckResult,
  { repository, base }: GateRequest,
  builder: string,
): Promise<{ readonly warning?: string; readonly note?: string }> {
  if (base) return { note: 'The measurements of a change are not stored: only what is on a branch is held against.' };
  if (!repository) return { warning: 'The measurements were not stored: the checkout is no Git repository.' };
  try {
    if (await repository.isModified())
      return { warning: 'The measurements were not stored: files differ from the commit they would be stored for.' };
    const { saveRecords } = await import('./save-records.ts');
    const saved = await saveRecords({ result, commit: await repository.head(), builder }, repository);
    const count = saved.records.length === 1 ? 'One measurement' : `${saved.records.length} measurements`;
    return { note: `${count} of ${saved.commit} stored on the branch ${repository.records.name}.` };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { warning: thrown.problems.map(({ message, hint }) => `${message} ${hint}`).join(' ') };
  }
}

const showsFiles = ({ format, outputs }: RunSettings['options']): boolean =>
  format === 'html' || outputs.some((output) => output.format === 'html');

const listOf = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

function isBuilt({ image, variants, noBuild }: RunSettings['settings']['images'][number]): boolean {
  if (noBuild === true) return false;
  return image === undefined || variants.some((variant) => variant.image === undefined);
}

/** Finds and reads the configuration. @throws UserError with every problem in it */
export async function readGateSettings({
  checkout,
  inputs,
  folderName,
  fetchPolicy,
}: Pick<GateRequest, 'checkout' | 'inputs' | 'folderName' | 'fetchPolicy'>): Promise<RunSettings> {
  const named = inputs['config'];
  const config = await findConfig(checkout, typeof named === 'string' && named !== '' ? named : undefined);
  return readSettings({ ...config, checkout, inputs, folderName, ...(fetchPolicy && { fetchPolicy }) });
}
