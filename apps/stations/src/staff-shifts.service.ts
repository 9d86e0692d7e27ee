import {
  type ById,
  DomainError,
  type StaffShiftInput,
  staffShifts as contracts,
  type StaffShiftView,
  type StaffWeek,
  type StaffWeekInput,
} from '#contracts';
import { type Call, Clock, Database, listScope, once, sees, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import * as store from './staff-shifts.store.js';

const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;
const shortestMs = 15 * minuteMs;
const longestMs = 16 * 60 * minuteMs;

/** 值班: the week of a station, as its people write it. */
@Injectable()
export class StaffShiftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion` */
  async week({ from, region }: StaffWeekInput, { actor }: Call): Promise<StaffWeek> {
    const scope = listScope(actor, region);
    const startsAt = new Date(`${from}T00:00:00+08:00`);
    const span = { startsAt, endsAt: new Date(startsAt.getTime() + weekMs) };
    const [people, shifts] = await Promise.all([
      store.readPeople(this.database, scope, span),
      store.readShifts(this.database, scope, span),
    ]);
    return { from, people, shifts: shifts.map(viewOf) };
  }

  /** @throws DomainError see the contract */
  add(input: StaffShiftInput, call: Call): Promise<StaffShiftView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.add.subject, input, () => this.write(tx, input, call)),
    );
  }

  /** @throws DomainError `resource.notFound` */
  cancel({ id }: ById, { actor }: Call): Promise<StaffShiftView> {
    return this.database.transaction(async (tx) => {
      const row = await store.lockShift(tx, id);
      if (!row || !sees(actor, row.regionCode)) throw new DomainError('resource.notFound');
      if (row.cancelledAt === null) await store.cancelShift(tx, row, actor.id, this.clock.now());
      return viewOf(row);
    });
  }

  private async write(tx: Tx, input: StaffShiftInput, { actor }: Call): Promise<StaffShiftView> {
    const person = await store.lockStationStaff(tx, input.staffId);
    if (!person || !sees(actor, person.regionCode)) throw new DomainError('resource.notFound');
    const span = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) };
    const wanted = { ...person, ...span, id: input.id, staffId: input.staffId, cancelledAt: null };
    const known = await store.lockShift(tx, input.id);
    if (known) {
      if (JSON.stringify(viewOf(known)) !== JSON.stringify(viewOf(wanted)))
        throw new DomainError('idempotency.conflict');
      return viewOf(known);
    }
    const lengthMs = span.endsAt.getTime() - span.startsAt.getTime();
    if (lengthMs < shortestMs || lengthMs > longestMs) throw new DomainError('staffShift.spanInvalid');
    if (await store.isTaken(tx, wanted)) throw new DomainError('staffShift.overlaps');
    await store.insertShift(tx, wanted, actor.id, this.clock.now());
    return viewOf(wanted);
  }
}

function viewOf({ id, staffId, startsAt, endsAt }: store.StaffShiftRow): StaffShiftView {
  return { id, staffId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
