import {
  type ById,
  type CallBackInput,
  type CancelSlipsInput,
  confirming,
  type ConfirmRecordInput,
  type CountConfirmedInput,
  type DecideCorrectionInput,
  type DecideObjectionInput,
  type DeclareTieInput,
  type DisputeInput,
  errands,
  type ListCallBacksInput,
  type ListCorrectionsInput,
  type ListObjectionsInput,
  type ListOverdueInput,
  type ListPairFlagsInput,
  type ListRecordsInput,
  type ListSlipsInput,
  type PrintSlipsInput,
  type ProposeCorrectionInput,
  type RaiseObjectionInput,
  records,
  type ReviewPairInput,
  type SettleDisputeInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ClockService } from './clock.service.js';
import { ConfirmingService } from './confirming.service.js';
import { CorrectionsService } from './corrections.service.js';
import { DisputesService } from './disputes.service.js';
import { ObjectionsService } from './objections.service.js';
import { RecordsService } from './records.service.js';
import { SlipsService } from './slips.service.js';
import { WatchService } from './watch.service.js';

@Controller()
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly confirming: ConfirmingService,
    private readonly corrections: CorrectionsService,
    private readonly disputes: DisputesService,
    private readonly objections: ObjectionsService,
    private readonly slips: SlipsService,
    private readonly clock: ClockService,
    private readonly watch: WatchService,
  ) {}

  @Answers(errands.confirmRecord)
  confirm(input: ConfirmRecordInput, call: Call) {
    return this.confirming.confirm(input, call);
  }

  @Answers(errands.getRecord)
  get(input: ById, call: Call) {
    return this.records.get(input, call);
  }

  @Answers(errands.listRecords)
  list(input: ListRecordsInput, call: Call) {
    return this.records.list(input, call);
  }

  @Answers(errands.countConfirmed)
  countConfirmed(input: CountConfirmedInput) {
    return this.records.countConfirmed(input);
  }

  @Answers(records.history)
  history(input: ById, call: Call) {
    return this.records.history(input, call);
  }

  @Answers(records.proposeCorrection)
  proposeCorrection(input: ProposeCorrectionInput, call: Call) {
    return this.corrections.propose(input, call);
  }

  @Answers(records.decideCorrection)
  decideCorrection(input: DecideCorrectionInput, call: Call) {
    return this.corrections.decide(input, call);
  }

  @Answers(records.listCorrections)
  listCorrections(input: ListCorrectionsInput, call: Call) {
    return this.corrections.list(input, call);
  }

  @Answers(records.dispute)
  dispute(input: DisputeInput, call: Call) {
    return this.disputes.dispute(input, call);
  }

  @Answers(records.settleDispute)
  settleDispute(input: SettleDisputeInput, call: Call) {
    return this.disputes.settle(input, call);
  }

  @Answers(records.object)
  object(input: RaiseObjectionInput, call: Call) {
    return this.objections.raise(input, call);
  }

  @Answers(records.investigateObjection)
  investigateObjection(input: ById, call: Call) {
    return this.objections.investigate(input, call);
  }

  @Answers(records.decideObjection)
  decideObjection(input: DecideObjectionInput, call: Call) {
    return this.objections.decide(input, call);
  }

  @Answers(records.listObjections)
  listObjections(input: ListObjectionsInput, call: Call) {
    return this.objections.list(input, call);
  }

  @Answers(confirming.listCallBacks)
  listCallBacks(input: ListCallBacksInput, call: Call) {
    return this.watch.callBacks(input, call);
  }

  @Answers(confirming.callBack)
  callBack(input: CallBackInput, call: Call) {
    return this.confirming.callBack(input, call);
  }

  @Answers(confirming.printSlips)
  printSlips(input: PrintSlipsInput, call: Call) {
    return this.slips.print(input, call);
  }

  @Answers(confirming.listSlips)
  listSlips(input: ListSlipsInput, call: Call) {
    return this.slips.list(input, call);
  }

  @Answers(confirming.cancelSlips)
  cancelSlips(input: CancelSlipsInput, call: Call) {
    return this.slips.cancel(input, call);
  }

  @Answers(confirming.listOverdue)
  listOverdue(input: ListOverdueInput, call: Call) {
    return this.clock.list(input, call);
  }

  @Answers(confirming.listPairFlags)
  listPairFlags(input: ListPairFlagsInput, call: Call) {
    return this.watch.pairFlags(input, call);
  }

  @Answers(confirming.reviewPair)
  reviewPair(input: ReviewPairInput, call: Call) {
    return this.watch.reviewPair(input, call);
  }

  @Answers(confirming.declareTie)
  declareTie(input: DeclareTieInput, call: Call) {
    return this.watch.declareTie(input, call);
  }

  @Answers(confirming.endTie)
  endTie(input: ById, call: Call) {
    return this.watch.endTie(input, call);
  }
}
