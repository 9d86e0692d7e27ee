import { DomainError, errorCatalogue, type ErrorCode, type FieldFault, fillWording } from '#contracts';
import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from './language.js';

/** Where each code is explained; the fragment is the code. */
export const errorsPage = '/api/docs/errors';
export const problemType = 'application/problem+json; charset=utf-8';

/** An error as RFC 9457 has it, with our code and what fills its wording. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The trace id: what to tell the administrator. */
  instance: string;
  code: ErrorCode;
  data?: Record<string, unknown>;
  fields?: FieldFault[];
}

const codesByStatus: Partial<Record<number, ErrorCode>> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'access.denied',
  404: 'resource.notFound',
  405: 'resource.notFound',
  413: 'request.tooLarge',
  414: 'request.malformed',
  415: 'request.unsupportedType',
  429: 'request.tooMany',
  503: 'service.unavailable',
};

/** Gives every error a code of the catalogue; what we did not foresee is `service.internal`. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  return new DomainError((status && codesByStatus[status]) || 'service.internal');
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

export function problemOf({ code, data }: DomainError, traceId: string, language: Language): Problem {
  const { status, title, advice } = errorCatalogue[code];
  const { fields, ...rest } = data;
  return {
    type: `${errorsPage}#${code}`,
    title: fillWording(title[language], data),
    status,
    detail: fillWording(advice[language], data),
    instance: traceId,
    code,
    ...(Object.keys(rest).length > 0 && { data: rest }),
    ...(Array.isArray(fields) && { fields: fields as FieldFault[] }),
  };
}

/** Answers with `application/problem+json` in the client's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: DomainError): void {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(error, request.call.traceId, language);
  const wait = secondsToWait(error);
  if (wait !== undefined) reply.header('retry-after', wait);
  if (problem.status === 401) reply.header('www-authenticate', challenge(error.code));
  void reply
    .status(problem.status)
    .headers({
      'content-type': problemType,
      'content-language': language,
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    .send(JSON.stringify(problem));
}

function secondsToWait({ data }: DomainError): number | undefined {
  if (typeof data['seconds'] === 'number') return data['seconds'];
  return typeof data['minutes'] === 'number' ? data['minutes'] * 60 : undefined;
}

/** RFC 6750, 3. */
function challenge(code: ErrorCode): string {
  return code.startsWith('auth.token')
    ? 'Bearer realm="shunlu", error="invalid_token"'
    : 'Bearer realm="shunlu"';
}
