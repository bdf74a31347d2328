import { Interrupted } from '../../errors.ts';

/**
 * Waits for the same work where it is under way. Whoever does it may run out of time: that ends it for him alone, and
 * one of those who wait takes it up.
 * @param under what is under way, by key. @throws what the work does
 */
export async function together<T>(under: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  for (let other = under.get(key); other; other = under.get(key)) {
    try {
      return await other;
    } catch (thrown) {
      if (!(thrown instanceof Interrupted)) throw thrown;
    }
  }
  const mine = work().finally(() => under.delete(key));
  under.set(key, mine);
  return mine;
}
