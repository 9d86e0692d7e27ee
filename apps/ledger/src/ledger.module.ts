import { Module } from '@nestjs/common';
import { LedgerConsumer } from './ledger.consumer.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';

@Module({ controllers: [LedgerController, LedgerConsumer], providers: [LedgerService] })
export class LedgerModule {}
