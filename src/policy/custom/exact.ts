import { counted, type Looks } from './looks.ts';

/** Plain data with its whole numbers as BigInt: to the language a JavaScript number is a double. */
export function exact(data: unknown, looks: Looks): unknown {
  if (typeof data === 'number') return BigInt(data);
  if (Array.isArray(data))
    return counted(
      data.map((one) => exact(one, looks)),
      looks,
    );
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, exact(value, looks)]));
}
