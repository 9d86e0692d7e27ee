import {
  CheckReceiptInput,
  type DailyHead,
  type DailyHeadPage,
  evidence,
  GetHeadInput,
  ListHeadsInput,
  ProveTransferInput,
  type Receipt,
  type ReceiptCheck,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** What an outsider checks the ledger with; the page `/verify` uses nothing else. */
@Controller()
export class EvidenceController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/ledger/heads', evidence.listHeads, {
    zh: '已发布的每日账本摘要',
    en: 'Published daily heads of the ledger',
  })
  listHeads(input: ListHeadsInput, call: Call): Promise<DailyHeadPage> {
    return this.rpc.call(evidence.listHeads, input, call);
  }

  @Serves('GET', '/ledger/heads/{day}', evidence.getHead, {
    zh: '某日的账本摘要',
    en: 'The ledger’s head of a day',
  })
  getHead(input: GetHeadInput, call: Call): Promise<DailyHead> {
    return this.rpc.call(evidence.getHead, input, call);
  }

  @Serves('GET', '/ledger/transfers/{id}/proof', evidence.proveTransfer, {
    zh: '本人一笔时间积分的凭证',
    en: 'Receipt of a transfer of one’s own',
  })
  proveTransfer(input: ProveTransferInput, call: Call): Promise<Receipt> {
    return this.rpc.call(evidence.proveTransfer, input, call);
  }

  @Serves('POST', '/ledger/receipts/check', evidence.checkReceipt, {
    zh: '核对凭证是否在已发布的摘要中',
    en: 'Check a receipt against a published head',
  })
  checkReceipt(input: CheckReceiptInput, call: Call): Promise<ReceiptCheck> {
    return this.rpc.call(evidence.checkReceipt, input, call);
  }
}
