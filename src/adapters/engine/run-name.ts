/** Names the images and containers of one run, so that runs side by side never meet. */
export interface RunName {
  /** Lower-case letters and digits, random. */
  readonly runId: string;
  /** A tag for the next image: `plimsoll-RUN:1`, `…:2`. */
  nextTag(): string;
}

export const runName = (runId: string): RunName => {
  let count = 0;
  return { runId, nextTag: () => `plimsoll-${runId}:${(count += 1)}` };
};
