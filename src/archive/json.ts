import { brokenArchive } from './limits.ts';

/** A JSON object whose fields are read with their types checked; `null` counts as missing, as Go takes it. */
export class JsonObject {
  readonly #fields: Readonly<Record<string, unknown>>;
  /** What errors call this object. */
  readonly where: string;

  constructor(value: unknown, where: string) {
    if (!isRecord(value)) throw brokenArchive(where, 'it is not a JSON object');
    this.#fields = value;
    this.where = where;
  }

  has(name: string): boolean {
    return this.#get(name) !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.#get(name);
    if (value === undefined || typeof value === 'string') return value;
    return this.#fail(name, 'a string');
  }

  integer(name: string): number | undefined {
    const value = this.#get(name);
    if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) return value;
    return this.#fail(name, 'a whole number');
  }

  flag(name: string): boolean {
    const value = this.#get(name) ?? false;
    return typeof value === 'boolean' ? value : this.#fail(name, 'true or false');
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.#get(name);
    if (value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))) return value;
    return this.#fail(name, 'a list of strings');
  }

  object(name: string): JsonObject | undefined {
    const value = this.#get(name);
    if (value === undefined) return undefined;
    return isRecord(value) ? new JsonObject(value, `${this.where}, \`${name}\``) : this.#fail(name, 'an object');
  }

  objects(name: string): readonly JsonObject[] | undefined {
    const value = this.#get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#fail(name, 'a list');
    return value.map((item, index) => new JsonObject(item, `${this.where}, \`${name}\` ${index}`));
  }

  /** Names of an object used as a set, sorted. */
  keys(name: string): readonly string[] {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? Object.keys(value).toSorted() : this.#fail(name, 'an object');
  }

  /** An object of strings. */
  textMap(name: string): Readonly<Record<string, string>> {
    const entries = Object.entries(this.#record(name));
    return Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        typeof value === 'string' ? value : this.#fail(name, 'an object of strings'),
      ]),
    );
  }

  #record(name: string): Readonly<Record<string, unknown>> {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? value : this.#fail(name, 'an object');
  }

  /**
   * Go matches names without regard to case, so `user` beside `User` would be read by an engine and not by us.
   * Such a document is refused rather than read differently.
   */
  #get(name: string): unknown {
    const folded = name.toLowerCase();
    for (const key of Object.keys(this.#fields)) {
      if (key !== name && key.toLowerCase() === folded) {
        throw brokenArchive(this.where, `its field \`${name}\` is written \`${key}\``);
      }
    }
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  #fail(name: string, expected: string): never {
    throw brokenArchive(this.where, `its field \`${name}\` is not ${expected}`);
  }
}

/** Parses a JSON document. @throws UserError `broken-archive` */
export function parseJson(bytes: Uint8Array, where: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as unknown;
  } catch (cause) {
    throw brokenArchive(where, 'it is not JSON', { cause });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
