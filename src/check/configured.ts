import type { RawInputs } from '../settings/inputs.ts';
import type { Checkout } from '../ports.ts';
import type { CheckResult } from '../result/result.ts';
import { readSettings, type RunSettings, type SettingsRequest } from '../settings/read-settings.ts';
import { check } from './check.ts';
import { findConfig } from './find-config.ts';
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
  /** Called before anything is built. @throws UserError when a build is refused here */
  beforeBuild?(): void;
  /** Called once the settings are known to be sound; nothing was contacted before. */
  openWorkshop(
    progressMode: RunSettings['options']['progress'],
    insecureRegistries: readonly string[],
  ): Promise<OpenWorkshop>;
}

/** What came of it. */
export interface GateOutcome {
  readonly result: CheckResult;
  readonly options: RunSettings['options'];
}

/** Settings from the configuration and the inputs, then the check; the workshop is closed whatever happens. */
export async function runGate(request: GateRequest): Promise<GateOutcome> {
  const { checkout, inputs, folderName, toolVersion, revision, fetchPolicy } = request;
  const { settings, options } = await readGateSettings({
    checkout,
    inputs,
    folderName,
    ...(fetchPolicy && { fetchPolicy }),
  });
  if (settings.images.some(isBuilt)) request.beforeBuild?.();
  const workshop = await request.openWorkshop(options.progress, options.insecureRegistries);
  try {
    const { verdict, build } = options;
    const result = await check({ settings, verdict, build, toolVersion, ...(revision && { revision }) }, workshop);
    return { result, options };
  } finally {
    await workshop.close();
  }
}

function isBuilt({ image, variants }: RunSettings['settings']['images'][number]): boolean {
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
