import { z } from 'zod';

const errorsForm = z.object({
  errors: z.array(z.object({ code: z.string().optional(), message: z.string().optional() })),
});
const maxLines = 5;
const maxLineChars = 200;

/** What a server says in an answer that is an error, as few short lines; untrusted: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export function outputOf(body: Buffer | undefined): readonly string[] {
  const text = body?.toString('utf8') ?? '';
  return linesOf(text)
    .map((line) => line.trim().slice(0, maxLineChars))
    .filter((line) => line !== '')
    .slice(0, maxLines);
}

function linesOf(text: string): readonly string[] {
  try {
    const { errors } = errorsForm.parse(JSON.parse(text));
    return errors.map(({ code, message }) => [code, message].filter(Boolean).join(': '));
  } catch {
    return text.split('\n');
  }
}
