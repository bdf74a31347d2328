/** How many elements of lists one expression may look at: some seconds at most, whatever it does with each. */
export const maxLooks = 100_000;

/** What is left for one evaluation. It is used up, so that each evaluation needs its own. */
export class Looks {
  #left: number;

  constructor(most = maxLooks) {
    this.#left = most;
  }

  /** @throws Error when there are none left */
  take(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new Error(`it looks at more than ${maxLooks} elements of lists`);
  }
}

/** A list whose elements are counted as they are read: the language has no limit of its own on walking lists. */
export function counted(list: readonly unknown[], looks: Looks): readonly unknown[] {
  return new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d/.test(key)) looks.take(1);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}
