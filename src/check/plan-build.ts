import { describeDockerfile } from '../dockerfile/report.ts';
import { UserError } from '../errors.ts';
import type { BuildRequest, Checkout } from '../ports.ts';
import type { KnownBase } from './base-image.ts';
import type { VariantContext } from './examined-variant.ts';
import { understandBuild, type UnderstoodDockerfile } from './understand.ts';
import type { PlannedVariant } from './variants.ts';
import type { Workshop } from './workshop.ts';

type Build = Exclude<PlannedVariant, { readonly image: string }>;

/** The Dockerfile as this variant sees it: its own target, arguments, or only its beginning. */
export async function dockerfileOf(
  plan: Build,
  { understood, platform, build }: VariantContext,
  workshop: Workshop,
): Promise<UnderstoodDockerfile> {
  const own = await understandBuild({ ...plan }, platform, build, workshop);
  if (!own) throw new Error('A build has a Dockerfile.');
  if (plan.untilLine === undefined) return own;
  const text = (understood?.text ?? own.text).split('\n').slice(0, plan.untilLine).join('\n') + '\n';
  return { ...own, text, report: describeDockerfile(text, own.path, own.options) };
}

/** Instructions that the base image's ONBUILD added are its, not the Dockerfile's: they are known once the base is. */
export function withTriggers({ text, path, options, report }: UnderstoodDockerfile, base: KnownBase | undefined) {
  const triggers = base?.config?.onBuild ?? [];
  if (!base || triggers.length === 0) return report;
  return describeDockerfile(text, path, { ...options, baseTriggers: { [base.reference]: triggers } });
}

/** What the builder is asked for. @throws UserError `no-context` */
export function buildRequest(
  plan: Build,
  understood: UnderstoodDockerfile,
  context: VariantContext,
  checkout: Checkout,
): BuildRequest {
  const contextDir = checkout.absolute(plan.context);
  if (checkout.kindOf(plan.context) !== 'folder') throw noContext(plan.context);
  return {
    ...context.build,
    contextDir,
    dockerfile: checkout.absolute(plan.dockerfile),
    ...(plan.untilLine !== undefined && { dockerfileText: understood.text }),
    ...(plan.target !== undefined && { target: plan.target }),
    buildArgs: plan.buildArgs,
    ...(context.platform !== undefined && { platform: context.platform }),
  };
}

function noContext(context: string): UserError {
  return new UserError({
    code: 'no-context',
    message: `The build context ${context} is not a folder.`,
    expected: 'a folder whose files are sent to the builder',
    got: context,
    hint: 'Name it with --context, or under `context:` in the configuration.',
  });
}
