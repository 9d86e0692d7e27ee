import { systemActor, type Actor, type ServiceName } from '#contracts';
import { newTraceId } from './ids.js';

/** On whose behalf something is done, and under which trace; passed explicitly from edge to database. */
export interface Call {
  actor: Actor;
  traceId: string;
  /** The client's `Idempotency-Key`. */
  key?: string;
}

/** A call a service makes on its own account. */
export function systemCall(service: ServiceName, traceId: string = newTraceId()): Call {
  return { actor: systemActor(service), traceId };
}
