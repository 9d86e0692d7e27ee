import { describeError, type Log, tokens } from '#platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asDomainError, sendProblem } from './problem.js';

/** The one place where an error leaves the edge. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(tokens.log) private readonly log: Log) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asDomainError(exception);
    if (error.code === 'service.internal' && error !== exception)
      this.log.error(
        { err: describeError(exception), traceId: request.call.traceId },
        'http: a request failed',
      );
    sendProblem(request, reply, error);
  }
}
