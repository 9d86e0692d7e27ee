import {
  type CheckReceiptInput,
  type DailyHead,
  type DailyHeadPage,
  evidence,
  type GetHeadInput,
  type ListHeadsInput,
  type ProveTransferInput,
  type Receipt,
  type ReceiptCheck,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

/** Requests for evidence in. */
@Controller()
export class EvidenceController {
  constructor(private readonly heads: HeadsService) {}

  @Answers(evidence.listHeads)
  listHeads(input: ListHeadsInput): Promise<DailyHeadPage> {
    return this.heads.list(input);
  }

  @Answers(evidence.getHead)
  getHead(input: GetHeadInput): Promise<DailyHead> {
    return this.heads.get(input);
  }

  @Answers(evidence.proveTransfer)
  proveTransfer(input: ProveTransferInput, call: Call): Promise<Receipt> {
    return this.heads.prove(input, call.actor);
  }

  @Answers(evidence.checkReceipt)
  checkReceipt(input: CheckReceiptInput): Promise<ReceiptCheck> {
    return this.heads.check(input);
  }
}
