import {
  DomainError,
  errorCatalogue,
  fieldsOf,
  type Actor,
  type Class,
  type ErrorCode,
  type FieldFault,
} from '#contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { fitsPlainly } from './plain.input.js';

/** Names of the NATS headers. */
export const headerNames = {
  actor: 'Shunlu-Actor',
  trace: 'traceparent',
  deadline: 'Shunlu-Deadline',
  key: 'Idempotency-Key',
} as const;

/** One item of a batched message; a tuple because thousands a second are made of them. */
export type BatchItem = [actor: Actor, traceId: string, key: string | null, input: object];

/** An answer: what was asked for, or why not. */
export type Outcome<O extends object = object> =
  { data: O } | { error: { code: ErrorCode; data: Record<string, unknown> } };

export function failed(error: DomainError): Outcome<never> {
  return { error: { code: error.code, data: error.data } };
}

/** Rebuilds the error on the caller's side. */
export function unwrap<O extends object>(outcome: Outcome<O>): O {
  if ('data' in outcome) return outcome.data;
  const { code, data } = outcome.error;
  throw new DomainError(Object.hasOwn(errorCatalogue, code) ? code : 'service.internal', data);
}

/** W3C Trace Context, version 00. */
export function traceparent(traceId: string): string {
  return `00-${traceId}-${traceId.slice(0, 16)}-01`;
}

export function traceIdOf(header: string | undefined): string | undefined {
  const match = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(header ?? '');
  return match?.[1] && !/^0+$/.test(match[1]) ? match[1] : undefined;
}

/** Checks an input against its contract class: unknown fields, wrong types and bounds are all named. */
export function validateInput<I extends object>(type: Class<I>, plain: unknown): I {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new DomainError('request.invalid', { fields: [{ field: '', rules: ['must be an object'] }] });
  if (fitsPlainly(type, plain)) return Object.assign(new type(), plain);
  return validateThoroughly(type, plain);
}

/** What {@link fitsPlainly} leaves open: nested, spelt otherwise, or wrong. */
export function validateThoroughly<I extends object>(type: Class<I>, plain: object): I {
  refuseLongLists(type, plain);
  const input = plainToInstance(type, plain);
  const errors = validateSync(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
  });
  if (errors.length > 0) throw new DomainError('request.invalid', { fields: faultsOf(errors) });
  return input;
}

/** Looking at each item of a list that is far too long anyway could take a second. */
function refuseLongLists(type: Class, plain: object): void {
  const fields = fieldsOf(type).flatMap(({ name, schema: { maxItems = Infinity } }): FieldFault[] => {
    const value = (plain as Record<string, unknown>)[name];
    const isTooLong = Array.isArray(value) && value.length > maxItems;
    return isTooLong ? [{ field: name, rules: [`must hold at most ${maxItems} items`] }] : [];
  });
  if (fields.length > 0) throw new DomainError('request.invalid', { fields });
}

export function faultsOf(errors: ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    // A list that is too long is fault enough: naming each of its items could fill the answer.
    if (error.constraints) return [{ field, rules: Object.values(error.constraints) }];
    return faultsOf(error.children ?? [], field);
  });
}
