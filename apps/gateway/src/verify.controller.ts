import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#contracts';
import { projectRoot } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from './endpoint.js';

const folder = join(projectRoot, 'apps/gateway/assets/verify');
const assets: Record<string, string> = {
  'page.js': 'text/javascript; charset=utf-8',
  'certificate.js': 'text/javascript; charset=utf-8',
  'receipt.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
};

/** Own files and own requests only; nothing in place, nothing from elsewhere. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The public pages where anybody checks a receipt, which the browser does, and a certificate. */
@Controller()
export class VerifyController {
  @Get('/verify')
  @Open()
  page(@Res() reply: FastifyReply): void {
    send(reply, 'index.html', 'text/html; charset=utf-8');
  }

  @Get('/verify/certificate')
  @Open()
  certificate(@Res() reply: FastifyReply): void {
    send(reply, 'certificate.html', 'text/html; charset=utf-8');
  }

  @Get('/verify/:asset')
  @Open()
  asset(@Param('asset') name: string, @Res() reply: FastifyReply): void {
    const type = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!type) throw new DomainError('resource.notFound');
    send(reply, name, type);
  }
}

function send(reply: FastifyReply, name: string, type: string): void {
  void reply
    .type(type)
    .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' })
    .send(createReadStream(join(folder, name)));
}
