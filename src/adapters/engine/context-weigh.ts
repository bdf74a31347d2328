import { setImmediate } from 'node:timers/promises';
import type { WeighedContext } from '../../dockerfile/context.ts';
import { Interrupted } from '../../errors.ts';
import type { ContextToWeigh } from '../../ports.ts';
import { gitIgnoredBelow } from '../git/ignored.ts';
import { readIgnoreFile, requireFolder } from './context-files.ts';
import type { ContextHelper, ContextHelpers } from './context-helper.ts';
import { contextFolder, newScan, type ContextScan, type OpenFolder } from './context-scan.ts';
import type { Environment } from './host.ts';

/** Entries between two looks at the clock: others get their turn, and a signal stops the walk. */
const entriesAtATime = 500;
/** Folders a helper is given at a time. */
const foldersForHelp = 1_000;

/**
 * What a build would be sent of a folder, without sending it: the same walk and rules as of {@link packContext}, sizes only.
 *
 * @param helpers who can be had to do a part of a large context
 * @throws UserError `no-context`, `bad-ignore-pattern`, `unreadable-context`; Interrupted
 */
export async function weighContext(
  { contextDir, dockerfile, isSecretFile }: ContextToWeigh,
  environment: Environment,
  signal: AbortSignal,
  helpers?: ContextHelpers,
): Promise<WeighedContext> {
  await requireFolder(contextDir);
  const { rules, text, file } = await readIgnoreFile(contextDir, dockerfile);
  const ignored = await gitIgnoredBelow(contextDir, environment, signal);
  const gitIgnored = 'paths' in ignored ? ignored.paths : new Set<string>();
  const scan = newScan({ rules, gitIgnored, isSecretFile });
  scan.open.push(contextFolder(contextDir));
  const task = { ignoreText: text, ignoreFile: file ?? '.dockerignore', gitIgnored };
  await scanAll(scan, signal, helpers && { fromEntries: helpers.fromEntries, start: () => helpers.start(task) });
  return {
    ...scan.tally.sums(),
    ...(file !== undefined && { ignoreFile: file }),
    ...('why' in ignored && { gitUnknown: ignored.why }),
  };
}

async function scanAll(
  scan: ContextScan,
  signal: AbortSignal,
  helpers: { readonly fromEntries: number; start(): ContextHelper } | undefined,
): Promise<void> {
  let helper: ContextHelper | undefined;
  let helping: Promise<void> | undefined;
  let failure: unknown;
  const help = async (by: ContextHelper): Promise<void> => {
    try {
      scan.open.push(...(await by.take(halfOf(scan.open))));
    } catch (error) {
      failure = error;
    }
    helping = undefined;
  };
  try {
    let seen = 0;
    while (scan.open.length > 0 || helping) {
      if (scan.open.length === 0) await helping;
      seen += scan.advance(entriesAtATime);
      if (helpers && seen >= helpers.fromEntries && scan.open.length > 1) helper ??= helpers.start();
      if (helper && !helping && scan.open.length > 1) helping = help(helper);
      await setImmediate();
      if (failure !== undefined) throw failure;
      if (signal.aborted) throw new Interrupted('Cancelled while weighing the build context.');
    }

    if (helper) scan.tally.add(await helper.share());
  } finally {
    await helper?.end();
  }
}

/** Takes every other folder: those that were found first have most below them, and both shall have some of these. */
function halfOf(open: OpenFolder[]): readonly OpenFolder[] {
  const all = open.splice(0);
  const given: OpenFolder[] = [];
  for (const [index, folder] of all.entries())
    (index % 2 === 0 && given.length < foldersForHelp ? given : open).push(folder);
  return given;
}
