/**
 * Has zod go through its schemas as they are. By default it makes a function of each, by `new Function`, which pays where
 * thousands of values are looked at; a command looks at a few. To be called before a schema is made.
 * It is what `z.config({ jitless: true })` sets, without loading zod: many commands need none.
 */
export function interpretSchemas(): void {
  Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });
}
