import type { OpenWorkshop } from '../check/configured.ts';
import type { Checkout, Progress } from '../ports.ts';
import type { Repository } from '../repository-port.ts';
import type { SettingsRequest } from '../settings/read-settings.ts';
import type { LayerReading } from '../settings/run-options.ts';

/** What the command line is handed by its composition root: the only way it reaches the world. */
export interface World {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly terminal: { readonly isInteractive: boolean; readonly columns: number; readonly colour: boolean };
  /** Absolute. */
  readonly workingDir: string;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly version: string;
  /** Since 1970. */
  seconds(): number;
  /** Opens a folder as a checkout. */
  openCheckout(root: string): Checkout;
  /** The Git repository a folder belongs to; undefined when it is in none, or there is no git. */
  openRepository(root: string): Promise<Repository | undefined>;
  /** Reads policies of other repositories; absent without a token. */
  readonly fetchPolicy?: NonNullable<SettingsRequest['fetchPolicy']>;
  /** Everything that is needed to build and read images; nothing is contacted before it is used. */
  openWorkshop(
    checkout: Checkout,
    progress: Progress,
    insecureRegistries: readonly string[],
    layerReading: LayerReading,
  ): Promise<OpenWorkshop>;
  progress(mode: 'auto' | 'plain' | 'none'): Progress;
  /** @throws UserError `report-not-written` */
  writeReport(path: string, text: string): Promise<void>;
}
