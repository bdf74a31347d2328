/** Long enough for a request to be on its way, shorter than any answer. */
const headStartMs = 3;

/**
 * Loads a part of the program that is needed once an answer has come, while the other side works on it. Begun right after
 * the request was made, loading would keep it from being sent: nothing else happens meanwhile.
 */
export async function meanwhile<Part>(load: () => Promise<Part>, afterMs = headStartMs): Promise<Part> {
  await headStart(afterMs);
  return load();
}

/** Waits until a request that was just made has gone out: what is computed next would keep it here. */
export async function headStart(ms = headStartMs): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, ms));
}
