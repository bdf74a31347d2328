import type { WeighedContext } from '../dockerfile/context.ts';
import type { Gathering } from '../policy/rule.ts';
import { isSecretFile } from '../policy/secret-files.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { seenFromCheckout } from './seen-from-checkout.ts';
import type { Workshop } from './workshop.ts';

/** The image's build context, when a rule asks for it; its ignore file named as seen from the checkout. @throws UserError of the scale */
export async function contextFor(
  gathers: readonly Gathering[],
  { image, context, dockerfile }: Pick<ImageSetting, 'image' | 'context' | 'dockerfile'>,
  { contexts, checkout, progress, signal }: Workshop,
): Promise<WeighedContext | undefined> {
  if (image !== undefined || !gathers.includes('context')) return undefined;
  const step = progress.step('Looking at the build context');
  const contextDir = checkout.absolute(context);
  const weighed = await contexts
    .weigh({ contextDir, dockerfile: checkout.absolute(dockerfile), isSecretFile }, signal)
    .catch((thrown: unknown) => {
      throw seenFromCheckout(thrown, checkout);
    });
  step.done();
  return weighed;
}
