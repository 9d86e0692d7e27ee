import { Injectable } from '@nestjs/common';
import type { ServiceRecordConfirmed } from '#contracts';
import type { Tx } from '#platform';
import { countRecords, lockHolders } from './minutes.store.js';

/** Lifetime minutes, from which stars follow. */
@Injectable()
export class MinutesService {
  /**
   * A record counts once, with the minutes of its newest version; older versions that arrive late change
   * nothing.
   * @throws Error a volunteer is unknown: only registered ones serve
   */
  async credit(tx: Tx, records: readonly ServiceRecordConfirmed[]): Promise<void> {
    const ids = [...new Set(records.map(({ volunteerId }) => volunteerId))];
    const holders = await lockHolders(tx, ids);
    const placed = records.map((record) => {
      const holder = holders.get(record.volunteerId);
      if (!holder)
        throw new Error(
          `record ${record.recordId} is of volunteer ${record.volunteerId}, who is not registered`,
        );
      return { ...record, volunteerId: holder.id, cityCode: holder.cityCode };
    });
    await countRecords(tx, placed);
  }
}
