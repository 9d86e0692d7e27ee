import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { MessagesService } from './messages.service.js';

/** Sends messages and forgets old ones. Each runs on one replica at a time, and is safe to run twice. */
@Injectable()
export class MessagesJob {
  private isRunning = false;

  constructor(
    private readonly database: Database,
    private readonly messages: MessagesService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/2 * * * * *')
  async send(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await this.alone('volunteers.messages', () => this.messages.run());
    this.isRunning = false;
  }

  @Cron('0 50 3 * * *', { timeZone: 'Asia/Shanghai' })
  forget(): Promise<void> {
    return this.alone('volunteers.forgetMessages', () => this.messages.forget());
  }

  private async alone(name: string, job: () => Promise<void>): Promise<void> {
    try {
      await this.database.exclusively(name, job);
    } catch (error) {
      this.log.warn({ err: describeError(error), job: name }, 'messages: will try again');
    }
  }
}
