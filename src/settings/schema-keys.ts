import { z } from 'zod';

/** The keys a schema knows for the map at a path: what a mistyped key may have meant. Empty where any key goes. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  return alternatives(schema).flatMap((one): readonly string[] => {
    const [step, ...rest] = path;
    if (step === undefined) return one instanceof z.ZodObject ? Object.keys(one.shape) : [];
    if (one instanceof z.ZodObject) {
      const inner = (one.shape as Readonly<Record<string, z.core.$ZodType>>)[String(step)];
      return inner ? keysAt(inner, rest) : [];
    }
    if (one instanceof z.ZodRecord) return keysAt(one.valueType, rest);
    return one instanceof z.ZodArray ? keysAt(one.element, rest) : [];
  });
}

/** A schema without its wrappers (optional, default, transform), a union as its members. */
function alternatives(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return alternatives(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return alternatives(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  return [schema];
}
