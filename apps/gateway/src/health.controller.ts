import { checkReadiness, type Probe, type Readiness, registry } from '#platform';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from './endpoint.js';

/** What `readyz` asks: the gateway's own connection, and the services that run in this process. */
export const probesToken = Symbol('probes');

@Controller()
export class HealthController {
  constructor(@Inject(probesToken) private readonly probes: Record<string, Probe>) {}

  @Get('/healthz')
  @Open()
  alive(): { alive: true } {
    return { alive: true };
  }

  @Get('/readyz')
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await checkReadiness(this.probes);
    void reply.status(readiness.ready ? 200 : 503);
    return readiness;
  }

  @Get('/metrics')
  @Open()
  @Header('content-type', registry.contentType)
  metrics(): Promise<string> {
    return registry.metrics();
  }
}
