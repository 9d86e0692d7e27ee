import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { GrabLogService } from './grab.log.service.js';
import { NoticesService } from './notices.service.js';
import { PhotosService } from './photos.service.js';

/** Forgets what was kept for a while only. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class RetentionJob {
  constructor(
    private readonly database: Database,
    private readonly grabLog: GrabLogService,
    private readonly notices: NoticesService,
    private readonly photos: PhotosService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 40 3 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.forget', () => this.forget());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'retention: will try again');
    }
  }

  async forget(): Promise<void> {
    await this.grabLog.prune();
    await this.notices.prune();
    await this.photos.prune();
  }
}
