import { LeaveInput, departure, LeavingTerms, leavingTerms, DepartureView, Nothing } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

const terms = {
  ...{ input: Nothing, output: LeavingTerms, errors: [], callers: ['public' as const] },
  reach: 'anywhere' as const,
};

/** How one leaves, and what stays. */
@Controller()
export class DepartureController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'GET',
    '/leaving-terms',
    terms,
    { zh: '退出后销毁什么、保留什么及依据', en: 'What leaving destroys, what it leaves, and why' },
    { tagged: true },
  )
  readTerms(_: Nothing, _call: Call): Promise<LeavingTerms> {
    return Promise.resolve(leavingTerms);
  }

  @Serves(
    'POST',
    '/me/leaving',
    { ...departure.leave, output: DepartureView },
    { zh: '退出并删除我的信息，不可撤销', en: 'Leave and have my data deleted, for good' },
  )
  leave(input: LeaveInput, call: Call): Promise<DepartureView> {
    return this.rpc.call(departure.leave, input, call);
  }
}
