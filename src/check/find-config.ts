import { UserError } from '../errors.ts';
import type { Checkout } from '../ports.ts';
import { maxConfigBytes } from '../settings/config-size.ts';

/** Where the configuration is looked for, first found wins. */
export const configPlaces = ['.github/plimsoll.yml', '.github/plimsoll.yaml', 'plimsoll.yml', 'plimsoll.yaml'] as const;

/** A configuration file's text and path; empty when there is none and none was asked for. */
export interface FoundConfig {
  readonly configFile?: string;
  readonly configText?: string;
}

/** Finds the configuration. @throws UserError `no-config` when the one that was named is not there; `unreadable-file` */
export async function findConfig(
  checkout: Pick<Checkout, 'readText'>,
  named: string | undefined,
): Promise<FoundConfig> {
  for (const configFile of named === undefined ? configPlaces : [named]) {
    const configText = await checkout.readText(configFile, maxConfigBytes);
    if (configText !== undefined) return { configFile, configText };
  }
  if (named === undefined) return {};
  throw new UserError({
    code: 'no-config',
    message: `There is no configuration file ${named}.`,
    expected: 'a YAML file',
    got: named,
    hint: `Correct the path, or leave it out: ${configPlaces.join(', ')} are looked for.`,
  });
}
