import { type Caller, isStaff } from './actor.js';
import type { ErrorCode } from './errors.js';
import type { Class } from './fields.js';

/** Names of the services that own messages. */
export const serviceNames = ['gateway', 'volunteers', 'stations', 'tasks', 'ledger', 'reporting'] as const;
export type ServiceName = (typeof serviceNames)[number];

export interface BatchLimits {
  /** Most items one message carries; the caller starts a further batch beyond it. */
  maxItems: number;
  /** Most batches one client keeps under way; what arrives meanwhile is gathered for the next. */
  maxInFlight: number;
}

/**
 * How far a permission reaches. `region`: staff touch only what lies in the range of their region. `own`: only
 * what is the caller's own. `anywhere`: what is asked for is no secret, or another rule of the contract binds.
 */
export const reaches = ['region', 'own', 'anywhere'] as const;
export type Reach = (typeof reaches)[number];

/** A request and its one answer. */
export interface RpcContract<I extends object, O extends object> {
  readonly subject: string;
  readonly input: Class<I>;
  readonly output: Class<O>;
  /** What the caller must be ready for, besides the errors any call can end in. */
  readonly errors: readonly ErrorCode[];
  /** Who may call; everybody else is refused before the handler runs. */
  readonly callers: readonly Caller[];
  /** Where they may; the strictest that fits the callers unless declared. */
  readonly reach: Reach;
  readonly deadlineMs: number;
  /** Set where many callers' requests are gathered into one message and answered item by item. */
  readonly batched: BatchLimits | undefined;
}

type RpcDefinition<I extends object, O extends object> = Pick<
  RpcContract<I, O>,
  'subject' | 'input' | 'output' | 'errors' | 'callers'
> & { deadlineMs?: number; batched?: BatchLimits; reach?: Reach };

const subjectForm = /^[a-z]+\.[a-zA-Z]+$/;

/**
 * Declares a request. `subject` is `<service>.<verb>`; on the wire it becomes
 * `shunlu.rpc.v1.<service>.<verb>`.
 */
export function defineRpc<I extends object, O extends object>(
  definition: RpcDefinition<I, O>,
): RpcContract<I, O> {
  if (!subjectForm.test(definition.subject))
    throw new Error(`subject ${definition.subject}: use service.verb`);
  return Object.freeze({
    deadlineMs: 5_000,
    batched: undefined,
    reach: strictest(definition.callers),
    ...definition,
    subject: `shunlu.rpc.v1.${definition.subject}`,
  });
}

/** Deny by default: who has a region is bound to it, everybody else to what is their own. */
function strictest(callers: readonly Caller[]): Reach {
  if (callers.includes('public')) return 'anywhere';
  return callers.some(isStaff) ? 'region' : 'own';
}

/** Something that happened, told once to everybody who declared to listen. */
export interface EventContract<D extends object> {
  readonly subject: string;
  readonly owner: ServiceName;
  readonly data: Class<D>;
}

/** Declares an event. `subject` is `<aggregate>.<pastTense>`, on the wire `shunlu.evt.v1.<subject>`. */
export function defineEvent<D extends object>(definition: EventContract<D>): EventContract<D> {
  if (!/^[a-zA-Z]+\.[a-zA-Z]+$/.test(definition.subject))
    throw new Error(`subject ${definition.subject}: use aggregate.pastTense`);
  return Object.freeze({ ...definition, subject: `shunlu.evt.v1.${definition.subject}` });
}

/** An event as it travels: a JetStream message carries an array of these with one subject. */
export interface EventEnvelope<D extends object = object> {
  /** UUIDv7; the key of every consumer's inbox. */
  id: string;
  subject: string;
  /** 4-digit prefecture code: the first key of every table. */
  cityCode: number;
  /** RFC 3339, UTC. */
  occurredAt: string;
  traceId: string;
  data: D;
}
