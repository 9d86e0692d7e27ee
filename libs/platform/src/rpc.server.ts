import { DomainError, type Actor, type RpcContract, type ServiceName } from '#contracts';
import { type MessageHandler } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { isObservable, lastValueFrom } from 'rxjs';
import type { BatchCall } from './handlers.js';
import { newTraceId } from './ids.js';
import { describeError, type Log } from './log.js';
import { metrics } from './metrics.js';
import { keepWithinReach } from './scope.js';
import { type BatchItem, failed, headerNames, type Outcome, traceIdOf, validateInput } from './wire.js';

/** Awaits what Nest's proxy answers: a value, a promise or an observable of one. */
export async function settle(answer: unknown): Promise<unknown> {
  const value: unknown = await answer;
  return isObservable(value) ? lastValueFrom(value, { defaultValue: undefined }) : value;
}

/**
 * Answers one service's requests: checks the deadline, the caller's role and the input, calls the
 * handler, and sends back either data or an error of the catalogue.
 */
export class RpcServer {
  private readonly subscriptions: Subscription[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly service: ServiceName,
    private readonly connection: NatsConnection,
    private readonly log: Log,
  ) {}

  serve(contract: RpcContract<object, object>, handler: MessageHandler): void {
    const subscription = this.connection.subscribe(contract.subject, {
      queue: this.service,
      callback: (error, message) => {
        if (error) return this.log.error({ err: describeError(error) }, 'rpc: subscription failed');
        const work = this.respond(contract, handler, message)
          .catch((failure: unknown) => {
            this.log.error(
              { err: describeError(failure), subject: contract.subject },
              'rpc: no answer was sent',
            );
          })
          .finally(() => this.underWay.delete(work));
        this.underWay.add(work);
      },
    });
    this.subscriptions.push(subscription);
  }

  /** Takes no more, and waits for what is under way. */
  async drain(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain().catch(() => undefined)));
    await Promise.all(this.underWay);
  }

  private async respond(
    contract: RpcContract<object, object>,
    handler: MessageHandler,
    message: Msg,
  ): Promise<void> {
    const deadline = Number(message.headers?.get(headerNames.deadline) || 0);
    if (deadline && Date.now() > deadline) return;
    const stop = metrics.rpcSeconds.startTimer({ subject: contract.subject });
    const answering = contract.batched
      ? this.answerBatch(contract, handler, message)
      : this.answerOne(contract, handler, message);
    // What is no message of ours must not leave its sender waiting.
    const answer = await answering.catch((error: unknown) => failed(this.asDomainError(error, contract, '')));
    stop({ outcome: Array.isArray(answer) ? 'batch' : 'data' in answer ? 'ok' : answer.error.code });
    if (!this.send(contract, message, answer))
      this.log.warn({ subject: contract.subject }, 'rpc: nobody to answer');
  }

  private send(contract: RpcContract<object, object>, message: Msg, answer: Outcome | Outcome[]): boolean {
    try {
      return message.respond(JSON.stringify(answer));
    } catch (error) {
      // Larger than the server takes, or nothing that JSON can say: the caller must not wait in vain.
      const failure = failed(this.asDomainError(error, contract, ''));
      return message.respond(JSON.stringify(Array.isArray(answer) ? answer.map(() => failure) : failure));
    }
  }

  private async answerOne(
    contract: RpcContract<object, object>,
    handler: MessageHandler,
    message: Msg,
  ): Promise<Outcome> {
    const traceId = traceIdOf(message.headers?.get(headerNames.trace)) ?? newTraceId();
    try {
      const header = message.headers?.get(headerNames.actor);
      if (!header) throw new DomainError('access.denied');
      const actor = JSON.parse(decodeURIComponent(header)) as Actor;
      const key = decodeURIComponent(message.headers?.get(headerNames.key) ?? '') || undefined;
      admit(contract, actor);
      const input = validateInput(contract.input, message.json());
      keepWithinReach(contract, actor, input);
      return { data: (await settle(handler(input, { actor, traceId, key }))) as object };
    } catch (error) {
      return failed(this.asDomainError(error, contract, traceId));
    }
  }

  private async answerBatch(
    contract: RpcContract<object, object>,
    handler: MessageHandler,
    message: Msg,
  ): Promise<Outcome[]> {
    const items = message.json<BatchItem[]>();
    metrics.batchItems.observe({ subject: contract.subject }, items.length);
    const outcomes = new Array<Outcome | undefined>(items.length);
    const admitted: BatchCall<object>[] = [];
    const places: number[] = [];
    items.forEach(([actor, traceId, key, plain], place) => {
      try {
        admit(contract, actor);
        const input = validateInput(contract.input, plain);
        keepWithinReach(contract, actor, input);
        admitted.push({ actor, traceId, key: key ?? undefined, input });
        places.push(place);
      } catch (error) {
        outcomes[place] = failed(this.asDomainError(error, contract, traceId));
      }
    });
    const answers = await this.callBatch(contract, handler, admitted);
    answers.forEach((answer, index) => (outcomes[places[index] as number] = answer));
    return outcomes as Outcome[];
  }

  private async callBatch(
    contract: RpcContract<object, object>,
    handler: MessageHandler,
    items: BatchCall<object>[],
  ): Promise<Outcome[]> {
    if (items.length === 0) return [];
    try {
      const answers = (await settle(handler(items))) as Outcome[];
      if (answers.length !== items.length)
        throw new Error(`${contract.subject}: ${answers.length} answers to ${items.length} items`);
      return answers;
    } catch (error) {
      const failure = failed(this.asDomainError(error, contract, items[0]?.traceId ?? ''));
      return items.map(() => failure);
    }
  }

  private asDomainError(error: unknown, contract: RpcContract<object, object>, traceId: string): DomainError {
    if (error instanceof DomainError) return error;
    this.log.error(
      { err: describeError(error), subject: contract.subject, traceId },
      'rpc: a handler failed',
    );
    return new DomainError('service.internal');
  }
}

function admit(contract: RpcContract<object, object>, actor: Actor): void {
  if (!contract.callers.includes(actor.role)) {
    throw new DomainError(actor.role === 'public' ? 'auth.required' : 'access.denied');
  }
}
