/** The element at an index that the caller knows to be inside. @throws Error, our bug, when it is not. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`No element ${index} in a list of ${list.length}.`);
  return element;
}

/** Adds to a counter of a typed array. @returns its new value. */
export function add(counters: Uint32Array, index: number, amount: number): number {
  const sum = (counters[index] ?? 0) + amount;
  counters[index] = sum;
  return sum;
}
