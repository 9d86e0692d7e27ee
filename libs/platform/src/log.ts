import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

/**
 * Fields that may hold something personal or secret, wherever they stand. A second line: the first is
 * that nobody logs inputs.
 */
const personal =
  /password|token|secret|authorization|cookie|idNumber|phone|door|name$|code$|^(input|body|parameters)$/i;
const ours = new Set(['errorCode', 'errcode', 'cityCode']);
const deepest = 8;

/**
 * Written beside the work, several lines at once where they come fast: waiting for the disk for each line
 * takes longer than answering a request. The end of the process writes the rest.
 */
const output = pino.destination({ dest: 1, sync: false });

/** JSON lines, on standard output unless told; nothing personal, ever. */
export function createLog(service: string, level: string, destination: DestinationStream = output): Log {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Errors are described below; pino would describe them once more.
    serializers: { err: (described: unknown) => described },
    hooks: {
      logMethod(args, method) {
        const [fields, ...rest] = args as unknown[];
        const first = fields instanceof Error ? { err: fields } : fields;
        Reflect.apply(method, this, [withoutPersonal(first, 0), ...rest]);
      },
    },
  };
  return pino(options, destination);
}

function withoutPersonal(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return describeError(value);
  if (depth === deepest) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, depth + 1));
  const shown: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    shown[key] = personal.test(key) && !ours.has(key) ? '[redacted]' : withoutPersonal(inner, depth + 1);
  return shown;
}

/** What of an error may be told. */
export interface DescribedError {
  type: string;
  message?: string;
  errorCode?: unknown;
  constraint?: string;
  table?: unknown;
  stack?: string;
}

/** An error without the values that a driver or a parser puts into its message ("Key (phone)=(…) exists"). */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: string; table?: unknown };
  return {
    type: error.constructor.name,
    message: messageOf(error),
    errorCode: code,
    constraint,
    table,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^ +at /.test(line))
      .join('\n'),
  };
}

function messageOf(error: Error & { code?: unknown; constraint?: string }): string {
  // JSON.parse quotes what it could not read.
  if (error instanceof SyntaxError) return 'malformed text';
  const { code, constraint } = error;
  const fromPostgres = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error;
  if (fromPostgres && constraint) return `violates ${constraint}`;
  // Class 22 quotes the value that does not fit, class 23 may show the row.
  return fromPostgres && /^2[23]/.test(code) ? `data refused (${code})` : error.message;
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
