import type { Obstacle, Step } from '../image/executable/facts.ts';

/** An obstacle in words: what stands in the way, what the user will see, and what to do. */
export interface Described {
  readonly message: string;
  readonly howToPass: string;
  readonly paths?: readonly string[];
}

/** The obstacles of one kind. */
export type Of<Kind extends Obstacle['kind']> = Obstacle & { readonly kind: Kind };

/** How to be rid of carriage returns. */
export const howToLoseCr =
  "Save the script with LF line ends: `* text=auto eol=lf` or `*.sh eol=lf` in .gitattributes, or `RUN sed -i 's/\\r$//' FILE` in the Dockerfile.";

/** Names the file the obstacle is about. */
export function about({ path }: Step, words: Described): Described {
  return { ...words, ...(path.startsWith('/') && { paths: [path] }) };
}

/** What the user will see of it. */
export function quoted({ path, caller, through }: Step, error: string): string {
  if (caller === 'shell') return `\`${through[0] ?? 'sh'}: ${path}: ${error}\``;
  return caller === 'env' ? `\`env: '${path}': ${error}\`` : `\`exec ${through[0] ?? path}: ${error}\``;
}

/** How the chain came there, as a clause. */
export function via({ through }: Pick<Step, 'through'>): string {
  return through.length === 0 ? '' : ` (run by ${through.join(', then ')})`;
}
