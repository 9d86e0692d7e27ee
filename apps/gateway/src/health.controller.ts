import { checkReadiness, type Probe, type Readiness, registry } from '#platform';
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from './endpoint.js';

/** What `readyz` asks: the gateway's own connection, and the services that run in this process. */
export const probesToken = Symbol('probes');

@Controller()
export class HealthController {
  private checking: Promise<Readiness> | undefined;

  constructor(@Inject(probesToken) private readonly probes: Record<string, Probe>) {}

  @Get('/healthz')
  @Open({ uncounted: true })
  alive(): { alive: true } {
    return { alive: true };
  }

  @Get('/readyz')
  @Open({ uncounted: true })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    // One check for all who ask meanwhile: it is not limited, and must not be a lever.
    this.checking ??= checkReadiness(this.probes).finally(() => (this.checking = undefined));
    const readiness = await this.checking;
    void reply.status(readiness.ready ? 200 : 503);
    return readiness;
  }

  @Get('/metrics')
  @Open({ uncounted: true })
  @Header('content-type', registry.contentType)
  metrics(): Promise<string> {
    return registry.metrics();
  }
}
