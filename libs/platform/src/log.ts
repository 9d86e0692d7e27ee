import type { LoggerService } from '@nestjs/common';
import { type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

/**
 * Fields that may hold something personal or secret, wherever they stand. A second line: the first is
 * that nobody logs inputs.
 */
const redacted = [
  'password',
  'refreshToken',
  'accessToken',
  'authorization',
  'code',
  'idNumber',
  'name',
  'phone',
  'door',
  'input',
  'body',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** JSON lines on standard output; nothing personal, ever. */
export function createLog(service: string, level: string): Log {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted, censor: '[redacted]' },
    serializers: { err: (error: unknown) => (error instanceof Error ? describeError(error) : error) },
  };
  return pino(options, { write });
}

const output = pino.destination(1);
let lines = '';
process.once('exit', flush);

/** Lines of one turn of the event loop are written together: a write a line costs more than the line. */
function write(line: string): void {
  if (lines === '') setImmediate(flush);
  lines += line;
}

function flush(): void {
  if (lines !== '') output.write(lines);
  lines = '';
}

/** An error without the values a driver puts into its message and detail ("Key (phone)=(…) exists"). */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: string; table?: unknown };
  const fromPostgres = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error;
  return {
    type: error.constructor.name,
    message: fromPostgres && constraint ? `violates ${constraint}` : error.message,
    errorCode: code,
    constraint,
    table,
    stack: error.stack?.split('\n').slice(1).join('\n'),
  };
}

/** Lets Nest speak through the same log. Its routine lines are noise here: kept at debug. */
export function nestLogger(log: Log): LoggerService {
  const text = (message: unknown, rest: unknown[]) => ({
    context: rest.at(-1),
    ...(message instanceof Error ? { err: message } : { message: String(message) }),
  });
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(text(message, rest)),
    debug: (message: unknown, ...rest: unknown[]) => log.debug(text(message, rest)),
    verbose: (message: unknown, ...rest: unknown[]) => log.trace(text(message, rest)),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(text(message, rest)),
    error: (message: unknown, ...rest: unknown[]) => log.error(text(message, rest)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(text(message, rest)),
  };
}
