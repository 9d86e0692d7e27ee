import { connect, type Socket } from 'node:net';

export interface HttpRequest {
  method: string;
  path: string;
  token: string;
  body: string;
}

export interface LoadResult {
  /** Answers by status. */
  statuses: Map<number, number>;
  seconds: number;
  /** Milliseconds of each request, in order of answering. */
  latenciesMs: number[];
}

/**
 * A load generator that costs little, since it shares the cores with what it measures: keep-alive
 * sockets, one request at a time on each, answers read by their Content-Length.
 * @param next the next request, or undefined when there are no more
 */
export async function load(
  port: number,
  connections: number,
  next: () => HttpRequest | undefined,
): Promise<LoadResult> {
  const result: LoadResult = { statuses: new Map(), seconds: 0, latenciesMs: [] };
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const begin = performance.now();
  await Promise.all(sockets.map((socket) => drive(socket, next, result)));
  result.seconds = (performance.now() - begin) / 1000;
  for (const socket of sockets) socket.destroy();
  return result;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function drive(socket: Socket, next: () => HttpRequest | undefined, result: LoadResult): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = '';
    let sentAt = 0;
    const send = () => {
      const request = next();
      if (!request) return resolve();
      sentAt = performance.now();
      socket.write(
        `${request.method} ${request.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${request.token}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${request.body.length}\r\n\r\n${request.body}`,
      );
    };
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < headEnd + 4 + length) return;
      const status = Number(received.slice(9, 12));
      received = '';
      result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1);
      result.latenciesMs.push(performance.now() - sentAt);
      send();
    });
    socket.once('error', reject).once('close', () => reject(new Error('the server closed a connection')));
    send();
  });
}
