/**
 * The same list, without room for more. One that was pushed to keeps room for 16: with a few short lists for each
 * instruction, that room is most of what the garbage collector would have to move.
 */
export function withoutRoom<T>(list: readonly T[]): readonly T[] {
  return list.length < 16 ? list.slice() : list;
}
