import { readFileSync } from 'node:fs';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document, Operation, Request } from 'openapi-backend';
import { z } from 'zod';

const description = new URL('../../fixtures/github/openapi.json', import.meta.url);

/** GitHub's published description of the calls we make; requests and answers are held against it. */
export interface Contract {
  /** @returns undefined when GitHub has no such call, or we never said that we make it. */
  match(
    request: Request,
  ): { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | undefined;
  /** What is wrong with a request; empty when nothing is. */
  requestFaults(request: Request, operation: Operation): readonly string[];
  answerFaults(operation: Operation, status: number, body: unknown): readonly string[];
  /** The smallest value GitHub could answer with. */
  sample(operationId: string, status: number): Readonly<Record<string, unknown>>;
}

let loaded: Promise<Contract> | undefined;

/** Loads the description once for all tests of a file. */
export function loadContract(): Promise<Contract> {
  loaded ??= createContract();
  return loaded;
}

async function createContract(): Promise<Contract> {
  const definition: Document = JSON.parse(readFileSync(description, 'utf8'));
  for (const item of Object.values(definition.paths ?? {})) {
    for (const operation of [item?.post, item?.patch]) {
      if (operation) Object.assign(operation, { requestBody: closed(operation.requestBody) });
    }
  }
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: {
      strict: false,
      logger: false,
      formats: {
        uri: (text: string) => URL.canParse(text),
        'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        email: /@/,
      },
    },
  });
  await api.init();
  const samples = new Map<string, Readonly<Record<string, unknown>>>();
  return {
    match: (request) => {
      const operation = api.router.matchOperation(request);
      const params = operation && api.router.parseRequest(request, operation).params;
      return (
        operation && {
          operation,
          params: Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)])),
        }
      );
    },
    requestFaults: (request, operation) =>
      (api.validateRequest(request, operation).errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      ),
    answerFaults: (operation, status, body) => {
      if (status < 400 && !(String(status) in (operation.responses ?? {})))
        return [`${status} is no answer to ${operation.operationId ?? ''}`];
      if (status >= 300 || status === 204) return [];
      return (api.validateResponse(body, operation, status).errors ?? []).map(
        ({ instancePath, message }) => `answer${instancePath} ${message ?? ''}`,
      );
    },
    sample: (operationId, status) => {
      const key = `${operationId} ${status}`;
      const known = samples.get(key);
      if (known) return known;
      const responses: Responses = JSON.parse(JSON.stringify(api.router.getOperation(operationId)?.responses ?? {}));
      const value = sampleOf(responses[String(status)]?.content?.['application/json']?.schema ?? {});
      const sample = z.record(z.string(), z.unknown()).parse(value);
      samples.set(key, sample);
      return sample;
    },
  };
}

const bodyWithSchema = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.looseObject({ properties: z.unknown() }) }) }),
});

/** GitHub ignores fields it does not know; we want to hear of them. */
function closed(body: unknown): unknown {
  const parsed = bodyWithSchema.safeParse(body);
  if (!parsed.success) return body;
  const { schema } = parsed.data.content['application/json'];
  return 'oneOf' in schema || 'anyOf' in schema
    ? body
    : { content: { 'application/json': { schema: { ...schema, additionalProperties: false } } } };
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
>;

function sampleOf(schema: Schema): unknown {
  if (schema.nullable) return null;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(choice);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sampleOf));
  if (schema.properties ?? schema.type === 'object') {
    const names = schema.required ?? [];
    return Object.fromEntries(names.map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]));
  }
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.format === 'uri') return 'https://github.example/x';
  return schema.format === 'date-time' ? '2026-01-31T00:00:00Z' : 'x';
}
