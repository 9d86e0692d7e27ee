import { type EventEnvelope, type ServiceName } from '#contracts';
import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Observable, throwError } from 'rxjs';
import type { Database, Tx } from './database.js';
import { EventConsumer, type EventHandler } from './event.consumer.js';
import type { HandlerExtras } from './handlers.js';
import type { Log } from './log.js';
import { RpcServer, settle } from './rpc.server.js';

/** Nest flattens every exception that is not its own; ours must reach the strategy whole. */
@Catch()
export class PassThroughFilter implements RpcExceptionFilter {
  catch(exception: unknown): Observable<never> {
    return throwError(() => exception);
  }
}

/**
 * How Nest's controllers meet NATS: requests by queue group over core NATS, events by one durable
 * JetStream consumer with the inbox. (Nest's own NATS transport has neither deadlines nor JetStream, and
 * stops by a fixed sleep.)
 */
export class NatsStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly rpc: RpcServer;
  private consumer: EventConsumer | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly connection: NatsConnection,
    private readonly database: Database,
    private readonly log: Log,
    private readonly eventLanes: number,
  ) {
    super();
    this.rpc = new RpcServer(service, connection, log);
  }

  listen(callback: () => void): void {
    const eventHandlers = new Map<string, EventHandler>();
    const groups = new Map<string, EventHandler>();
    for (const [pattern, handler] of this.messageHandlers) {
      const { contract, group = pattern } = (handler.extras ?? {}) as HandlerExtras;
      if (contract) this.rpc.serve(contract, handler);
      else
        eventHandlers.set(
          pattern,
          getOrSet(groups, group, () => eventHandler(handler)),
        );
    }
    if (eventHandlers.size > 0) {
      this.consumer = new EventConsumer(
        this.service,
        this.connection,
        this.database,
        eventHandlers,
        this.log,
        this.eventLanes,
      );
      this.consumer.start();
    }
    callback();
  }

  async close(): Promise<void> {
    await Promise.all([this.rpc.drain(), this.consumer?.stop()]);
  }

  on(): never {
    throw new Error('the strategy has no events of its own');
  }

  unwrap<T>(): T {
    return this.connection as T;
  }
}

function eventHandler(handler: MessageHandler): EventHandler {
  return async (events: EventEnvelope[], tx: Tx) => {
    await settle(handler(events, tx));
  };
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
