import type { EventContract, EventEnvelope, RpcContract } from '#contracts';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import type { Call } from './call.js';
import type { Tx } from './database.js';
import type { Outcome } from './wire.js';

/** What a handler of a batched contract is given, item by item. */
export interface BatchCall<I extends object> extends Call {
  input: I;
}

/** What a decorator leaves on the handler for the server to find. */
export interface HandlerExtras {
  contract?: RpcContract<object, object>;
  /** Consumers of one group are called once for all their subjects. */
  group?: string;
}

/** A handler may take fewer parameters than it is given. */
type Method<F> = <M extends F>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>) => void;

/** Marks the one handler of a request: `(input, call) => output`. */
export function Answers<I extends object, O extends object>(
  contract: RpcContract<I, O>,
): Method<(input: I, call: Call) => Promise<O>> {
  return (target, key, descriptor) => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    MessagePattern(contract.subject, { contract })(target, key, descriptor);
  };
}

/** Marks the one handler of a batched request: every item gets an outcome, in the order of the items. */
export function AnswersBatch<I extends object, O extends object>(
  contract: RpcContract<I, O>,
): Method<(items: BatchCall<I>[]) => Promise<Outcome<O>[]>> {
  return (target, key, descriptor) => {
    Payload()(target, key, 0);
    MessagePattern(contract.subject, { contract })(target, key, descriptor);
  };
}

/**
 * Marks a consumer of events: `(events, tx)`. It is given only events whose ids were not in the inbox
 * before, inside the transaction that puts them there; several contracts on one method come together.
 */
export function Consumes<D extends object>(
  ...contracts: EventContract<D>[]
): Method<(events: EventEnvelope<D>[], tx: Tx) => Promise<void>> {
  return (target, key, descriptor) => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    const subjects = contracts.map(({ subject }) => subject);
    EventPattern<string[]>(subjects, { group: `${target.constructor.name}.${key}` })(target, key, descriptor);
  };
}
