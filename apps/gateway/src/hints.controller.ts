import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from './endpoint.js';
import { HintServer } from './hint.server.js';

@Controller()
export class HintsController {
  constructor(private readonly hints: HintServer) {}

  @Get('/ws')
  @Open()
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.hints.accept(request, reply);
  }
}
