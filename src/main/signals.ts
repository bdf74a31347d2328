import { Interrupted } from '../errors.ts';

/** How long a run has to clean up after it was told to stop; the runner kills it after 7.5 s. */
const graceMs = 5_500;

/** Fires on the first SIGINT or SIGTERM; a run that has not ended by then is ended with status 130. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) return;
      // What stops by the signal's reason alone, without a word of its own, ends as an interrupted run too.
      controller.abort(new Interrupted('Cancelled by a signal.'));
      setTimeout(() => process.exit(130), graceMs).unref();
    });
  }
  return controller.signal;
}
