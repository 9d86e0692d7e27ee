import type { Caller, Class, RpcContract, Wording } from '#contracts';
import type { Call } from '#platform';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { InputReader } from './input.js';
import { type Language, languageOf } from './language.js';

/** The part of a contract that shows at the edge. */
export type ServedContract<I extends object = object, O extends object = object> = Pick<
  RpcContract<I, O>,
  'input' | 'output' | 'errors' | 'callers' | 'reach'
>;

interface EndpointOptions {
  /** Creates the resource `input.id`; the client may leave the id to the gateway. */
  creates?: boolean;
  /** A person registering creates the resource of the same id as the person. */
  ownId?: boolean;
  /** Answers carry an ETag and `If-None-Match` is heeded. */
  tagged?: boolean;
  /** Counted against the stricter limit of sign-ins. */
  signsIn?: boolean;
  /** Answers a file of one of these media types. */
  mediaTypes?: readonly string[];
  /** Costs more than other calls, and is counted against the stricter limit of files. */
  isHeavy?: boolean;
  /** Largest body, bytes, where the configured one is too small. */
  bodyLimitBytes?: number;
}

/** One operation of the API: what the router, the guards and the OpenAPI document all read. */
export interface Endpoint extends EndpointOptions {
  method: 'GET' | 'POST';
  /** OpenAPI template, `/api/v1/errands/{errandId}/claims`. */
  path: string;
  contract: ServedContract;
  summary: Wording;
  /** Status of a success. */
  status: number;
  /** Nobody need sign in. */
  isPublic: boolean;
  input: InputReader;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
    /** Outside the API: health, documentation. Everything else without an endpoint is refused. */
    open?: true;
    tagged?: boolean;
    /** Not limited: whoever watches over us must not be shut out by a flood from the same address. */
    uncounted?: boolean;
  }
  interface FastifyRequest {
    /** Set before anything else runs. */
    call: Call;
  }
}

const endpointMetadata = 'shunlu:endpoint';
export const apiPrefix = '/api/v1';

type Method<F> = (target: object, key: string, descriptor: TypedPropertyDescriptor<F>) => void;

const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return request.routeOptions.config.endpoint?.input.read(request);
});
const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
const OnBehalf = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().call,
);

/**
 * Marks a method `(input, call) => output` as an operation of the API. Path, query and body are merged
 * into the contract's input and checked before the method is called.
 */
export function Serves<I extends object, O extends object>(
  method: 'GET' | 'POST',
  path: string,
  contract: ServedContract<I, O>,
  summary: Wording,
  options: EndpointOptions = {},
): Method<(input: I, call: Call) => Promise<O>> {
  const endpoint = describe(method, path, contract, summary, options);
  const url = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const decorate = applyDecorators(
    RequestMapping({ path: url, method: RequestMethod[method] }),
    HttpCode(endpoint.status),
    RouteConfig({ endpoint }),
    SetMetadata(endpointMetadata, endpoint),
  );
  return (target, key, descriptor) => {
    Input()(target, key, 0);
    OnBehalf()(target, key, 1);
    decorate(target, key, descriptor);
  };
}

/** What is asked for where the answer is a file. */
export type FileContract<I extends object = object> = Omit<ServedContract<I>, 'output'>;

/**
 * Marks a method `(input, call, language) => file` as an operation of the API that answers a file, streamed.
 * Errors before its first byte are problems; later ones break the connection off, so that half a file never
 * passes for a whole one.
 */
export function ServesFile<I extends object>(
  path: string,
  contract: FileContract<I>,
  mediaTypes: readonly string[],
  summary: Wording,
  { isHeavy = true }: Pick<EndpointOptions, 'isHeavy'> = {},
): Method<(input: I, call: Call, language: Language) => Promise<StreamableFile>> {
  const serve = Serves<I, StreamableFile>('GET', path, { ...contract, output: StreamedFile }, summary, {
    mediaTypes,
    isHeavy,
  });
  return (target, key, descriptor) => {
    serve(target, key, descriptor as never);
    InLanguage()(target, key, 2);
  };
}

/** Stands where a contract names its output; a file is described by its media types. */
class StreamedFile extends StreamableFile {
  constructor() {
    super(Buffer.alloc(0));
  }
}

function describe(
  method: 'GET' | 'POST',
  path: string,
  contract: ServedContract,
  summary: Wording,
  options: EndpointOptions,
): Endpoint {
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return {
    ...options,
    method,
    path: `${apiPrefix}${path}`,
    contract,
    summary,
    status: options.creates ? 201 : 200,
    isPublic: contract.callers.includes('public'),
    input: new InputReader(contract.input, method, pathFields, options),
  };
}

/** A route outside the API that everybody may read: `@Open()`. */
export function Open(options: { tagged?: boolean; uncounted?: boolean } = {}): MethodDecorator {
  return RouteConfig({ open: true, ...options });
}

/** The operations of a controller by name of method, in order of declaration. */
export function endpointsOf(controller: Class): [name: string, endpoint: Endpoint][] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = (controller.prototype as Record<string, unknown>)[name];
    const endpoint: unknown =
      typeof handler === 'function' ? Reflect.getMetadata(endpointMetadata, handler) : undefined;
    return endpoint ? [[name, endpoint as Endpoint] as [string, Endpoint]] : [];
  });
}

export function mayCall(endpoint: Endpoint, role: Caller): boolean {
  return endpoint.contract.callers.includes(role);
}
