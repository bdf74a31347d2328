/** The element at an index that the caller knows to be inside. @throws Error, our bug, when it is not. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) outside(list, index);
  return element;
}

// One function for each kind of list: what all kinds go through is compiled for none of them, and these are called for every
// record of an image.

/** {@link at} for numbers of paths, records and the like. */
export function atInt(list: Int32Array, index: number): number {
  const element = list[index];
  return element === undefined ? outside(list, index) : element;
}

/** {@link at} for kinds, types and marks. */
export function atByte(list: Uint8Array, index: number): number {
  const element = list[index];
  return element === undefined ? outside(list, index) : element;
}

/** {@link at} for layers' numbers, counts and owners. */
export function atCount(list: Uint32Array, index: number): number {
  const element = list[index];
  return element === undefined ? outside(list, index) : element;
}

/** {@link at} for sizes. */
export function atSize(list: Float64Array, index: number): number {
  const element = list[index];
  return element === undefined ? outside(list, index) : element;
}

/** {@link at} for paths and names. */
export function atText(list: readonly string[], index: number): string {
  const element = list[index];
  return element === undefined ? outside(list, index) : element;
}

function outside(list: ArrayLike<unknown>, index: number): never {
  throw new Error(`No element ${index} in a list of ${list.length}.`);
}

/** Adds to a counter of a typed array. @returns its new value. */
export function add(counters: Uint32Array, index: number, amount: number): number {
  const sum = (counters[index] ?? 0) + amount;
  counters[index] = sum;
  return sum;
}
