import { runGate } from '../../check/configured.ts';
import { UserError } from '../../errors.ts';
import type { BaseRevision, Repository } from '../../repository-port.ts';
import { meanwhile } from '../../meanwhile.ts';
import { prepare, render } from '../../reporters/registry.ts';
import { readArguments } from '../arguments.ts';
import type { Run } from '../commands.ts';
import { visible } from '../../visible.ts';
import { locate } from '../locate.ts';

/** Until what reads an image is loaded, too, and has asked for it. */
const untilAskedMs = 10;

/** `plimsoll check`. */
export const runCheck: Run = async (argv, world) => {
  const { positionals, inputs } = readArguments('check', argv, 1);
  const { root, folderName, inputs: located } = locate(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { base: named, ...rest } = located;
  const repository = await world.openRepository(root);
  const base = typeof named === 'string' ? await baseAt(named, repository) : undefined;
  const { fetchPolicy } = world;
  const { result, options, listings, warnings, notes } = await runGate({
    checkout,
    folderName,
    inputs: rest,
    toolVersion: world.version,
    ...(repository && { repository }),
    ...(base && { base, revision: { base: base.sha, baseName: String(named) } }),
    ...(fetchPolicy && { fetchPolicy }),
    openWorkshop: (mode, insecure, layerReading) =>
      world.openWorkshop(checkout, world.progress(mode), insecure, layerReading),
    meanwhile: ({ format }) => void meanwhile(() => prepare(format), untilAskedMs),
  });
  for (const { format, path } of options.outputs)
    await world.writeReport(path, await render(format, result, { columns: 120, colour: false, listings }));
  world.stdout(await render(options.format, result, { ...world.terminal, listings }));
  for (const line of [...notes, ...warnings]) world.stderr(`${visible(line, 2_000)}\n`);
  return result.exitStatus;
};

/** The revision `--base` names. @throws UserError `no-repository`, `no-such-revision` */
async function baseAt(revision: string, repository: Repository | undefined): Promise<BaseRevision> {
  if (!repository)
    throw new UserError({
      code: 'no-repository',
      message: '`--base` needs a Git repository, and this folder is in none.',
      got: revision,
      hint: 'Run it in a checkout, with git installed.',
    });
  const sha = await repository.commitOf(revision);
  return { sha, readText: (path, maxBytes) => repository.readText(sha, path, maxBytes) };
}
