/** An instruction says something BuildKit refuses; `parseDockerfile` turns it into a UserError with its place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** What would have been right. */
  readonly expected: string;

  constructor(message: string, expected: string) {
    super(message);
    this.expected = expected;
  }
}
