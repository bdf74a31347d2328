import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'golden');

/**
 * The text a report must be equal to: the file of that name in test/golden. `UPDATE_GOLDEN=1 npx vitest run --project unit test/reporters` writes them anew: review them like code.
 * @throws when asked to write in CI, where a changed word must fail.
 */
export function golden(name: string, text: string): string {
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    if (process.env['CI'] === 'true') throw new Error('Golden files are not written in CI.');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return readFileSync(path, 'utf8');
}
