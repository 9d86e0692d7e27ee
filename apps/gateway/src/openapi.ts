import {
  type Class,
  type ErrorCode,
  errorCatalogue,
  type Field,
  fieldsOf,
  type FieldSchema,
} from '#contracts';
import { type Endpoint, endpointsOf } from './endpoint.js';

type Json = Record<string, unknown>;

/** What any operation can end in, besides the errors of its contract. */
const commonErrors: ErrorCode[] = [
  'request.invalid',
  'request.malformed',
  'request.tooMany',
  'service.unavailable',
  'service.deadline',
  'service.internal',
];
const bodyErrors: ErrorCode[] = ['request.tooLarge', 'request.unsupportedType'];
const accessErrors: ErrorCode[] = [
  'auth.required',
  'auth.tokenInvalid',
  'auth.tokenExpired',
  'access.denied',
  'access.foreignRegion',
];

const everyCommonError = [...commonErrors, ...bodyErrors, ...accessErrors];

/** The OpenAPI 3.1 document, made from the same contracts that check the requests. */
export function describeApi(controllers: readonly Class[]): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const controller of controllers) {
    const tag = controller.name.replace(/Controller$/, '').toLowerCase();
    for (const [name, endpoint] of endpointsOf(controller)) {
      const operation = {
        operationId: `${tag}.${name}`,
        tags: [tag],
        ...describeOperation(endpoint, schemas),
      };
      (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation;
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '顺路 Shunlu',
      version: '1',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: sharedProblems(),
      schemas: { ...schemas.all, Problem: problemSchema },
    },
  };
}

const about = [
  '志愿者时间银行与任务撮合。出错时以 `application/problem+json`（RFC 9457）作答，语言随 `Accept-Language`。',
  '',
  'A volunteer time bank and task matching. Errors are answered as `application/problem+json` (RFC 9457)',
  'in the language of `Accept-Language`; each code is explained at [/api/docs/errors](/api/docs/errors).',
  '`Idempotency-Key` makes a POST safe to repeat. Lists come in pages: send `nextCursor` back as `cursor`.',
  'Hints that something changed come over the WebSocket `/ws`: the first message is `{"token":"…"}`, then',
  'each message is `{type, id, at}`.',
].join('\n');

function describeOperation(endpoint: Endpoint, schemas: Schemas): Json {
  const { summary, isPublic } = endpoint;
  const operation: Json = {
    summary: `${summary.zh} · ${summary.en}`,
    description: isPublic ? 'Roles: public.' : `Roles: ${rolesOf(endpoint).join(', ')}.`,
    security: isPublic ? [] : [{ accessToken: [] }],
    'x-roles': rolesOf(endpoint),
    parameters: parametersOf(endpoint, schemas),
    responses: {
      [endpoint.status]: {
        description: summary.en,
        ...(endpoint.tagged && { headers: { etag: { schema: { type: 'string' } } } }),
        content: contentOf(endpoint, schemas),
      },
      ...(endpoint.tagged && { 304: { description: 'Not modified since the ETag of If-None-Match.' } }),
      ...problemsOf(endpoint),
    },
  };
  if (endpoint.method === 'POST') operation['requestBody'] = bodyOf(endpoint, schemas);
  return operation;
}

function contentOf({ contract, mediaTypes }: Endpoint, schemas: Schemas): Json {
  if (!mediaTypes) return { 'application/json': { schema: schemas.refTo(contract.output) } };
  const file = { schema: { type: 'string', format: 'binary' } };
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, file]));
}

function rolesOf({ contract }: Endpoint): string[] {
  return contract.callers.filter((caller) => caller !== 'system');
}

function parametersOf({ method, input, isPublic }: Endpoint, schemas: Schemas): Json[] {
  const inPath = input.pathFields.map((name) => {
    const field = input.field(name);
    return { name, in: 'path', required: true, ...describedSchema(field, schemas) };
  });
  if (method === 'POST') return isPublic ? inPath : [...inPath, idempotencyKey];
  const inQuery = input.ownFields.map((field) => ({
    name: field.name,
    in: 'query',
    required: field.required,
    ...(field.schema.ref && { style: 'deepObject', explode: true }),
    ...describedSchema(field, schemas),
  }));
  return [...inPath, ...inQuery];
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key and content give the first answer again; other content is a conflict.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function describedSchema({ schema }: Field, schemas: Schemas): Json {
  const { description, ...rest } = schema;
  return { ...(description && { description }), schema: schemas.ofField(rest) };
}

/** Without the fields of the path; an id the gateway can make is optional. */
function bodyOf({ input }: Endpoint, schemas: Schemas): Json {
  const fields = input.ownFields.map((field) =>
    field.name === 'id' && input.idRule.creates ? { ...field, required: false } : field,
  );
  const schema = schemas.ofFields(fields);
  return {
    required: fields.some(({ required }) => required),
    content: { 'application/json': { schema } },
  };
}

/** One response a status; its schema names the codes that may stand in it. */
function problemsOf(endpoint: Endpoint): Json {
  const common = [
    ...commonErrors,
    ...(endpoint.method === 'POST' ? bodyErrors : []),
    ...(endpoint.isPublic ? [] : accessErrors),
  ];
  const byStatus = groupByStatus([...new Set([...common, ...endpoint.contract.errors])]);
  const shared = groupByStatus(everyCommonError);
  const responses = [...byStatus].map(([status, codes]) => {
    const isShared = codes.join() === shared.get(status)?.join();
    const response = isShared
      ? { $ref: `#/components/responses/${sharedName(status)}` }
      : problemResponse(codes);
    return [status, response] as const;
  });
  return Object.fromEntries(responses);
}

/** What most operations share, written once. */
function sharedProblems(): Json {
  const entries = [...groupByStatus(everyCommonError)];
  return Object.fromEntries(entries.map(([status, codes]) => [sharedName(status), problemResponse(codes)]));
}

function sharedName(status: number): string {
  return `Problem${status}`;
}

function groupByStatus(codes: readonly ErrorCode[]): Map<number, ErrorCode[]> {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errorCatalogue[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}

function problemResponse(codes: ErrorCode[]): Json {
  const schema = {
    allOf: [
      { $ref: '#/components/schemas/Problem' },
      { type: 'object', properties: { code: { enum: codes } } },
    ],
  };
  return {
    description: codes.map((code) => `\`${code}\` ${errorCatalogue[code].title.en}`).join('; '),
    content: { 'application/problem+json': { schema } },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
    title: { type: 'string', description: 'What is wrong.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do now.' },
    instance: { type: 'string', description: 'Trace id.' },
    code: { type: 'string', enum: Object.keys(errorCatalogue) },
    data: { type: 'object', description: 'What fills the wording.' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rules'],
        properties: {
          field: { type: 'string' },
          rules: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

/** Component schemas, made when first referred to. */
class Schemas {
  readonly all: Record<string, Json> = {};

  refTo(type: Class): Json {
    if (!this.all[type.name]) {
      // First the name, so that a class that refers to itself ends.
      this.all[type.name] = {};
      Object.assign(this.all[type.name] as Json, this.ofFields(fieldsOf(type)));
    }
    return { $ref: `#/components/schemas/${type.name}` };
  }

  ofFields(fields: Field[]): Json {
    const required = fields.filter((field) => field.required).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map(({ name, schema }) => [name, this.ofField(schema)])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  }

  ofField({ ref, items, type, nullable, form, ...rest }: FieldSchema): Json {
    if (ref && nullable) return { anyOf: [this.refTo(ref()), { type: 'null' }], ...rest };
    if (ref) return { ...this.refTo(ref()), ...rest };
    return {
      type: nullable ? [type, 'null'] : type,
      ...rest,
      ...(nullable && rest.enum && { enum: [...rest.enum, null] }),
      ...(items && { items: this.ofField(items) }),
    };
  }
}
