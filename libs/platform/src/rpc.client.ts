import { DomainError, type RpcContract } from '#contracts';
import {
  headers,
  NoRespondersError,
  RequestError,
  TimeoutError,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { Call } from './call.js';
import { type BatchItem, headerNames, type Outcome, traceparent, unwrap } from './wire.js';

interface Waiting {
  item: BatchItem;
  /** Of the process's clock, milliseconds. */
  since: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

interface Gathering {
  waiting: Waiting[];
  inFlight: number;
  scheduled: boolean;
}

/**
 * Sends requests. Every call has a deadline. Calls of a batched contract that arrive while a batch is
 * under way are gathered and go out together; a lone call goes out at once, since the flush waits for no
 * timer but for the end of the current turn of the event loop.
 */
export class RpcClient {
  private readonly gatherings = new Map<string, Gathering>();

  /** @param batching off sends every item of a batched contract in a message of its own, for measuring */
  constructor(
    private readonly connection: NatsConnection,
    private readonly batching: 'on' | 'off' = 'on',
  ) {}

  /**
   * @throws DomainError the contract's errors, or `service.unavailable` when nobody answers that subject
   * and `service.deadline` when the answer is late
   */
  async call<I extends object, O extends object>(
    contract: RpcContract<I, O>,
    input: I,
    call: Call,
  ): Promise<O> {
    const outcome = contract.batched
      ? await this.gather(contract, [call.actor, call.traceId, call.key ?? null, input])
      : await this.send<Outcome>(contract, JSON.stringify(input), callHeaders(call, contract.deadlineMs));
    return unwrap(outcome) as O;
  }

  private gather(contract: RpcContract<object, object>, item: BatchItem): Promise<Outcome> {
    let gathering = this.gatherings.get(contract.subject);
    if (!gathering)
      this.gatherings.set(contract.subject, (gathering = { waiting: [], inFlight: 0, scheduled: false }));
    const { waiting } = gathering;
    const answer = new Promise<Outcome>((resolve, reject) =>
      waiting.push({ item, since: performance.now(), resolve, reject }),
    );
    if (this.batching === 'on') this.schedule(contract, gathering);
    else void this.flush(contract, gathering);
    return answer;
  }

  private schedule(contract: RpcContract<object, object>, gathering: Gathering): void {
    if (gathering.scheduled || gathering.inFlight >= (contract.batched?.maxInFlight ?? 1)) return;
    gathering.scheduled = true;
    setImmediate(() => {
      gathering.scheduled = false;
      void this.flush(contract, gathering);
    });
  }

  private async flush(contract: RpcContract<object, object>, gathering: Gathering): Promise<void> {
    dropLate(contract, gathering.waiting);
    const batch = gathering.waiting.splice(0, contract.batched?.maxItems ?? 1);
    if (batch.length === 0) return;
    gathering.inFlight++;
    if (gathering.waiting.length > 0) this.schedule(contract, gathering);
    try {
      const payload = JSON.stringify(batch.map(({ item }) => item));
      const outcomes = await this.send<Outcome[]>(
        contract,
        payload,
        deadlineHeader(headers(), contract.deadlineMs),
      );
      if (!Array.isArray(outcomes) || outcomes.length !== batch.length)
        throw new Error(`${contract.subject}: not ${batch.length} answers`);
      batch.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      gathering.inFlight--;
      if (gathering.waiting.length > 0) this.schedule(contract, gathering);
    }
  }

  private async send<R>(contract: RpcContract<object, object>, payload: string, hdrs: MsgHdrs): Promise<R> {
    try {
      const reply = await this.connection.request(contract.subject, payload, {
        timeout: contract.deadlineMs,
        headers: hdrs,
      });
      return reply.json<R>();
    } catch (error) {
      throw translateTransport(error);
    }
  }
}

/** Behind batches that hang, a call would otherwise wait a deadline for each of them. */
function dropLate({ deadlineMs }: RpcContract<object, object>, waiting: Waiting[]): void {
  const late = performance.now() - deadlineMs;
  const fresh = waiting.findIndex(({ since }) => since > late);
  for (const { reject } of waiting.splice(0, fresh < 0 ? waiting.length : fresh))
    reject(new DomainError('service.deadline'));
}

function callHeaders(call: Call, deadlineMs: number): MsgHdrs {
  const hdrs = headers();
  hdrs.set(headerNames.actor, encodeURIComponent(JSON.stringify(call.actor)));
  hdrs.set(headerNames.trace, traceparent(call.traceId));
  if (call.key) hdrs.set(headerNames.key, encodeURIComponent(call.key));
  return deadlineHeader(hdrs, deadlineMs);
}

function deadlineHeader(hdrs: MsgHdrs, deadlineMs: number): MsgHdrs {
  hdrs.set(headerNames.deadline, String(Date.now() + deadlineMs));
  return hdrs;
}

function translateTransport(error: unknown): unknown {
  if (error instanceof TimeoutError) return new DomainError('service.deadline');
  if (error instanceof NoRespondersError) return new DomainError('service.unavailable');
  if (error instanceof RequestError) {
    if (error.isNoResponders()) return new DomainError('service.unavailable');
    if (error.cause instanceof TimeoutError) return new DomainError('service.deadline');
    return new DomainError('service.unavailable');
  }
  return error;
}
