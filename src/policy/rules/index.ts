// Written by scripts/generate.mjs; change the files it is made of and run that again.
import type { AnyRule } from '../rule.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { allowedBaseImages } from './allowed-base-images.ts';
import { consecutiveRun } from './consecutive-run.ts';
import { diveEfficiency } from './dive-efficiency.ts';
import { dockerignore } from './dockerignore.ts';
import { effectiveCommand } from './effective-command.ts';
import { execForm } from './exec-form.ts';
import { exposedPorts } from './exposed-ports.ts';
import { healthcheck } from './healthcheck.ts';
import { manifestCommand } from './manifest-command.ts';
import { manifestEntrypoint } from './manifest-entrypoint.ts';
import { manifestNonRoot } from './manifest-non-root.ts';
import { manifestPinnedImage } from './manifest-pinned-image.ts';
import { manifestPullPolicy } from './manifest-pull-policy.ts';
import { manifestRunAsNonRoot } from './manifest-run-as-non-root.ts';
import { maxContextSize } from './max-context-size.ts';
import { maxCreep } from './max-creep.ts';
import { maxGrowth } from './max-growth.ts';
import { maxHiddenBytes } from './max-hidden-bytes.ts';
import { maxLayers } from './max-layers.ts';
import { maxPullSize } from './max-pull-size.ts';
import { maxUnpackedSize } from './max-unpacked-size.ts';
import { maxWaivers } from './max-waivers.ts';
import { multiStage } from './multi-stage.ts';
import { noAdd } from './no-add.ts';
import { noBuildTools } from './no-build-tools.ts';
import { noDuplicateFiles } from './no-duplicate-files.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noOnbuild } from './no-onbuild.ts';
import { noPackageCache } from './no-package-cache.ts';
import { noSecrets } from './no-secrets.ts';
import { noSetuid } from './no-setuid.ts';
import { noVcs } from './no-vcs.ts';
import { noVolumes } from './no-volumes.ts';
import { nonRoot } from './non-root.ts';
import { oneProcess } from './one-process.ts';
import { packageManagerHygiene } from './package-manager-hygiene.ts';
import { pinnedBaseImage } from './pinned-base-image.ts';
import { requiredLabels } from './required-labels.ts';
import { runnableEntrypoint } from './runnable-entrypoint.ts';
import { staleBaseImage } from './stale-base-image.ts';

/** Every rule there is, by id. */
export const rules: readonly AnyRule[] = [
  absoluteWorkdir,
  allowedBaseImages,
  consecutiveRun,
  diveEfficiency,
  dockerignore,
  effectiveCommand,
  execForm,
  exposedPorts,
  healthcheck,
  manifestCommand,
  manifestEntrypoint,
  manifestNonRoot,
  manifestPinnedImage,
  manifestPullPolicy,
  manifestRunAsNonRoot,
  maxContextSize,
  maxCreep,
  maxGrowth,
  maxHiddenBytes,
  maxLayers,
  maxPullSize,
  maxUnpackedSize,
  maxWaivers,
  multiStage,
  noAdd,
  noBuildTools,
  noDuplicateFiles,
  noLatestTag,
  noOnbuild,
  noPackageCache,
  noSecrets,
  noSetuid,
  noVcs,
  noVolumes,
  nonRoot,
  oneProcess,
  packageManagerHygiene,
  pinnedBaseImage,
  requiredLabels,
  runnableEntrypoint,
  staleBaseImage,
];
