import type { Contract } from './contract.ts';
import type { RepositoryState, Token } from './state.ts';

/** One request that is right by the description, with who asks. */
export interface Asked {
  readonly state: RepositoryState;
  readonly contract: Contract;
  readonly token: Token;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** The whole of a list that is to be cut into pages. */
  readonly list?: readonly (() => unknown)[];
  readonly headers?: Readonly<Record<string, string>>;
}

export const notFound: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};
export const forbidden = (message: string): Reply => ({ status: 403, body: { message } });

/** GitHub refuses longer texts. */
const maxBodyChars = 65_536;

/** The refusal of a text that is too long; undefined when it is not. */
export function tooLong(field: string, text: string): Reply | undefined {
  if (text.length <= maxBodyChars) return undefined;
  const message = `${field} is too long (maximum is ${maxBodyChars} characters)`;
  const error = { resource: 'IssueComment', code: 'unprocessable', field, message };
  return { status: 422, body: { message: 'Validation Failed', errors: [error] } };
}

/** The sample with facts in it. */
export function merge(
  sample: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return { ...sample, ...facts };
}
