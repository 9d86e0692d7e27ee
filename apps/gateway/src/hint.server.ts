import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError, errorCatalogue, type EventEnvelope, staffRoles, volunteers } from '#contracts';
import { describeError, eventSubjects, type Log, newTraceId, registry, type RpcClient } from '#platform';
import { parseRegion } from '#regions';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Gauge } from 'prom-client';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AccessTokens, Identity } from './access.tokens.js';
import type { Edge } from './edge.js';
import { HintBoard, type Listener } from './hint.board.js';
import { hintOf } from './hint.js';
import { asDomainError } from './problem.js';

const gatherMs = 50;
const heartbeatMs = 30_000;
const signInMs = 5_000;
const goodbyeMs = 500;
/** A client has nothing to say but its token. */
const longestMessage = 4_096;
/** Unsent bytes beyond which a client is too slow to be worth waiting for. */
const mostUnsent = 65_536;
const mostConnections = 20_000;
const protocol = 'shunlu';

const connections = new Gauge({
  name: 'shunlu_websocket_connections',
  help: 'Open WebSocket connections.',
  registers: [registry],
});

interface Client extends Listener {
  socket: WebSocket;
  address: string;
  sessionId?: string;
  heard: boolean;
  /** Closes the connection when the sign-in is late or the token expires. */
  deadline: NodeJS.Timeout;
}

const upgrading = Symbol('upgrading');
type Upgrading = IncomingMessage & { [upgrading]?: { socket: Duplex; head: Buffer } };

/**
 * `/ws`: tells signed-in clients that something changed, never what. The client's first message is
 * `{"token":"…"}`, or it offers the protocols `shunlu` and its token; a token in the address would end
 * up in logs. It may send a fresh token before the old one expires.
 */
export class HintServer {
  private readonly clients = new Map<WebSocket, Client>();
  private readonly board = new HintBoard();
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  private subscription: Subscription | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: AccessTokens,
    private readonly edge: Edge,
    private readonly log: Log,
  ) {}

  /** Events published to JetStream pass by every core subscription too; no consumer is needed. */
  start(connection: NatsConnection): void {
    this.subscription = connection.subscribe(eventSubjects, {
      callback: (error, message) => {
        if (error) this.log.error({ err: describeError(error) }, 'hints: subscription failed');
        else this.take(message);
      },
    });
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
  }

  /** Leads upgrades through the router, so that they are counted, traced and refused like any request. */
  listen(server: Server, instance: FastifyInstance): void {
    server.on('upgrade', (request: Upgrading, socket: Duplex, head: Buffer) => {
      request[upgrading] = { socket, head };
      const response = new ServerResponse(request);
      response.assignSocket(socket as never);
      response.shouldKeepAlive = false;
      response.once('finish', () => socket.end());
      instance.routing(request, response);
    });
  }

  /** Answers the route `/ws`. @throws DomainError `request.malformed` when it is no upgrade */
  accept(request: FastifyRequest, reply: FastifyReply): void {
    const { socket, head } = (request.raw as Upgrading)[upgrading] ?? {};
    if (!socket || !head || Object.keys(request.query as object).length > 0)
      throw new DomainError('request.malformed');
    if (this.clients.size >= mostConnections) throw new DomainError('service.unavailable');
    reply.hijack();
    reply.raw.detachSocket(socket as never);
    this.sockets.handleUpgrade(request.raw, socket, head, (opened) => this.open(opened, request));
  }

  /** Closes the connections of a session that was signed out. */
  end(sessionId: string): void {
    for (const client of this.clients.values())
      if (client.sessionId === sessionId) close(client.socket, new DomainError('auth.tokenInvalid'));
  }

  /** Says goodbye; who does not answer in time is cut off. */
  stop(): void {
    clearInterval(this.heartbeat);
    this.subscription?.unsubscribe();
    for (const { socket } of this.clients.values()) socket.close(1001);
    setTimeout(() => this.clients.forEach(({ socket }) => socket.terminate()), goodbyeMs).unref();
  }

  private open(socket: WebSocket, request: FastifyRequest): void {
    const late = () => close(socket, new DomainError('auth.required'));
    const deadline = setTimeout(late, signInMs);
    const client: Client = { socket, address: request.ip, actorId: '', heard: true, deadline };
    this.clients.set(socket, client);
    connections.set(this.clients.size);
    socket.on('pong', () => (client.heard = true));
    socket.on('error', () => socket.terminate());
    socket.on(
      'message',
      (data, isBinary) => void this.listenTo(client, isBinary ? '' : (data as Buffer).toString()),
    );
    socket.once('close', () => {
      clearTimeout(client.deadline);
      this.clients.delete(socket);
      connections.set(this.clients.size);
    });
    const offered = request.headers['sec-websocket-protocol']?.split(',').map((text) => text.trim());
    const token = offered?.find((text) => text !== protocol);
    if (token) void this.signIn(client, token);
  }

  private async listenTo(client: Client, text: string): Promise<void> {
    const token = tokenIn(text);
    if (token === undefined) close(client.socket, new DomainError('request.malformed'));
    else await this.signIn(client, token);
  }

  private async signIn(client: Client, token: string): Promise<void> {
    try {
      this.edge.countAddress(client.address);
      const identity = await this.tokens.verify(token);
      if (client.actorId && client.actorId !== identity.actor.id) throw new DomainError('auth.tokenInvalid');
      await this.place(client, identity);
      client.socket.send(
        JSON.stringify({ type: 'ready', id: identity.actor.id, at: new Date().toISOString() }),
      );
    } catch (error) {
      close(client.socket, asDomainError(error));
    }
  }

  private async place(client: Client, { actor, expiresAtMs }: Identity): Promise<void> {
    if ((staffRoles as readonly string[]).includes(actor.role) && actor.region)
      client.range = parseRegion(actor.region);
    if (actor.role === 'volunteer') {
      const call = { actor, traceId: newTraceId() };
      const home = await this.rpc.call(volunteers.get, { id: actor.id }, call).catch((error: unknown) => {
        // Who is not registered yet has no feed; any other failure ends the connection, to be tried again.
        if (error instanceof DomainError && error.code === 'resource.notFound') return undefined;
        throw error;
      });
      if (home) client.cityCode = parseRegion(home.communityCode).cityCode;
    }
    client.actorId = actor.id;
    client.sessionId = actor.sessionId;
    clearTimeout(client.deadline);
    const expired = () => close(client.socket, new DomainError('auth.tokenExpired'));
    client.deadline = setTimeout(expired, expiresAtMs - Date.now());
  }

  /** What is thrown in the callback of a subscription ends the connection, and with it the whole edge. */
  private take(message: Msg): void {
    if (this.clients.size === 0) return;
    try {
      this.hear(message.json<EventEnvelope[]>());
    } catch (error) {
      this.log.warn({ err: describeError(error), subject: message.subject }, 'hints: not understood');
    }
  }

  private hear(events: EventEnvelope[]): void {
    for (const event of events) {
      const hint = hintOf(event);
      if (hint && this.board.add(hint)) setTimeout(() => this.tell(), gatherMs);
    }
  }

  private tell(): void {
    for (const [{ socket }, texts] of this.board.deal(this.clients.values())) {
      if (socket.readyState !== socket.OPEN) continue;
      if (socket.bufferedAmount > mostUnsent) socket.terminate();
      else for (const text of texts) socket.send(text);
    }
  }

  private beat(): void {
    for (const client of this.clients.values()) {
      if (!client.heard) client.socket.terminate();
      client.heard = false;
      client.socket.ping();
    }
  }
}

/** Close codes are 4000 + the HTTP status, the reason is the error's code. */
function close(socket: WebSocket, error: DomainError): void {
  socket.close(4000 + errorCatalogue[error.code].status, error.code);
}

function tokenIn(text: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text);
    const token: unknown = (message as { token?: unknown } | null)?.token;
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
