import { WordError } from './cursor.ts';
import type { CopyDetail } from './instruction.ts';

const symbolicMode = /^[ugoa]*(?:[-+=][rwxXstugo]*)+(?:,[ugoa]*(?:[-+=][rwxXstugo]*)+)*$/;

/** Checks a `--chmod` that is known: https://docs.docker.com/reference/dockerfile/#copy---chown---chmod @throws WordError */
export function checkMode(mode: string): void {
  if (mode === '' || symbolicMode.test(mode)) return;
  if (!/^[0-7]+$/.test(mode) || Number.parseInt(mode, 8) > 0o7777)
    throw new WordError(`--chmod cannot be ${mode}: it is octal, at most 07777, or symbolic such as u+x`);
}

const hexDigits: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Checks ADD's `--checksum`: https://docs.docker.com/reference/dockerfile/#add---checksum @throws WordError */
export function checkChecksum(checksum: string, { sources, heredocs }: CopyDetail): void {
  // What a variable of the base image stands for is not known here.
  if (checksum === '' || sources.some((source) => source.includes('$'))) return;
  if (heredocs.length > 0 || !sources.every((source) => isGit(source) || isHttp(source)))
    throw new WordError('--checksum is for what is fetched by HTTP(S) or Git');
  if (sources.some((source) => !isGit(source)) && !isDigest(checksum))
    throw new WordError(`--checksum cannot be ${checksum}: it is a digest such as sha256:…`);
}

const isHttp = (source: string): boolean => /^https?:\/\//.test(source);
const isGit = (source: string): boolean =>
  /^(?:git|ssh):\/\/|^[\w.-]+@[\w.-]+:/.test(source) || /^https?:\/\/.*\.git(?:[#?].*)?$/.test(source);

function isDigest(text: string): boolean {
  const [algorithm = '', hex = '', ...more] = text.split(':');
  const length = Object.hasOwn(hexDigits, algorithm) ? hexDigits[algorithm] : undefined;
  return more.length === 0 && hex.length === length && /^[0-9a-f]+$/.test(hex);
}
