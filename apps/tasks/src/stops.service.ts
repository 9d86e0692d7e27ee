import {
  type CheckOffInput,
  DomainError,
  type StopInput,
  type StopList,
  type StopPlaces,
  stops as contracts,
  type StopsOfErrandInput,
  type StopView,
} from '#contracts';
import { type Call, Clock, Database, once, Seal, sees, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ErrandEntity } from './errand.entity.js';
import { NeedEntity } from './need.entity.js';
import { lockHeldClaim } from './serving.store.js';
import { NeedStopEntity } from './stop.entity.js';
import { RevealsService } from './reveals.service.js';

/** What a door of a stop is bound to. */
export const sealedDoor = 'need.stopDoor';

@Injectable()
export class StopsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
  ) {}

  /** Written in the transaction of their need. */
  async insert(tx: Tx, need: { cityCode: number; id: string }, stops: readonly StopInput[]): Promise<void> {
    if (stops.length === 0) return;
    await tx.orm.insert(
      NeedStopEntity,
      stops.map(({ point, door, task }, i) => ({
        cityCode: need.cityCode,
        needId: need.id,
        stop: i + 1,
        place: point,
        doorSealed: door === undefined ? null : this.seal.seal(door, sealedDoor),
        task,
      })),
    );
  }

  /** Whether a need was posted with these very stops. */
  async areThose(
    tx: Tx,
    need: { cityCode: number; id: string },
    stops: readonly StopInput[],
  ): Promise<boolean> {
    const rows = await tx.orm.find(NeedStopEntity, {
      where: { cityCode: need.cityCode, needId: need.id },
      order: { stop: 'asc' },
    });
    const content = ({ point, door, task }: StopInput) => [
      point.longitude,
      point.latitude,
      door ?? null,
      task,
    ];
    const known = rows.map((row) => content({ point: row.place, door: this.doorOf(row), task: row.task }));
    return JSON.stringify(known) === JSON.stringify(stops.map(content));
  }

  async list(input: StopsOfErrandInput, { actor }: Call): Promise<StopList> {
    const errand = await this.database.orm.getRepository(ErrandEntity).findOneBy({ id: input.errandId });
    if (!errand) throw new DomainError('resource.notFound');
    if (actor.role !== 'volunteer') {
      if (!sees(actor, errand.communityCode)) throw new DomainError('resource.notFound');
    } else if (!(await this.holds(errand, actor.id))) throw new DomainError('errand.notYours');
    return this.listOf(this.database.orm, errand);
  }

  /** Until the errand is over, to who holds it; and written down like every look at a door. */
  reveal(input: StopsOfErrandInput, call: Call): Promise<StopPlaces> {
    return this.database.transaction(async (tx) => {
      const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
      if (claim.state !== 'claimed' && claim.state !== 'inProgress')
        throw new DomainError('errand.stateConflict', { state: claim.state });
      const { city_code: cityCode, need_id: needId } = errand;
      const rows = await tx.orm.find(NeedStopEntity, { where: { cityCode, needId }, order: { stop: 'asc' } });
      const need = await tx.orm.findOneByOrFail(NeedEntity, { cityCode, id: needId });
      await this.reveals.note(tx.orm, call.actor, [
        { cityCode, subjectId: need.residentId, errandId: errand.id, fields: ['stops'] },
      ]);
      return { items: rows.map((row) => ({ stop: row.stop, point: row.place, door: this.doorOf(row) })) };
    });
  }

  async checkOff(input: CheckOffInput, call: Call): Promise<StopList> {
    const { outcome, note, stop } = input;
    if (outcome === 'notPossible' && note === undefined)
      throw new DomainError('request.invalid', { fields: [{ field: 'note', rules: ['say why'] }] });
    return this.database.transaction((tx) =>
      once(tx, call, contracts.checkOff.subject, input, async () => {
        const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
        if (claim.state !== 'inProgress')
          throw new DomainError('errand.stateConflict', { state: claim.state });
        const key = { cityCode: errand.city_code, needId: errand.need_id, stop };
        const known = await tx.orm.findOneBy(NeedStopEntity, key);
        if (!known) throw new DomainError('resource.notFound');
        if (known.outcome === null)
          await tx.orm.update(NeedStopEntity, key, {
            outcome,
            note: note ?? null,
            checkedBy: call.actor.id,
            checkedAt: this.clock.now(),
          });
        else if (known.outcome !== outcome || known.note !== (note ?? null))
          throw new DomainError('stop.alreadyChecked');
        return this.listOf(tx.orm, { cityCode: key.cityCode, needId: key.needId });
      }),
    );
  }

  private async listOf(
    orm: Pick<Tx['orm'], 'getRepository'>,
    { cityCode, needId }: { cityCode: number; needId: string },
  ): Promise<StopList> {
    const rows = await orm
      .getRepository(NeedStopEntity)
      .find({ where: { cityCode, needId }, order: { stop: 'asc' } });
    return { items: rows.map(viewOf) };
  }

  private async holds(errand: ErrandEntity, volunteerId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from claim where city_code = $1 and errand_id = $2 and volunteer_id = $3
         and state not in ('released', 'cancelled')`,
      [errand.cityCode, errand.id, volunteerId],
    );
    return rows.length > 0;
  }

  private doorOf({ doorSealed }: NeedStopEntity): string | undefined {
    return doorSealed === null ? undefined : this.seal.open(doorSealed, sealedDoor);
  }
}

function viewOf(row: NeedStopEntity): StopView {
  return {
    stop: row.stop,
    task: row.task,
    outcome: row.outcome ?? undefined,
    checkedAt: row.checkedAt?.toISOString(),
    note: row.note ?? undefined,
  };
}
