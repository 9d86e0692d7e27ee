import {
  type ById,
  DomainError,
  heldErrands,
  type MoveList,
  moves as contracts,
  type MoveVolunteerInput,
  stations,
  type VolunteerView,
} from '#contracts';
import { type Call, Clock, Database, newId, once, RpcClient, systemCall, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { checkSite } from './courier.site.js';
import { addMove, carryOver, keepRegistration, readMoves } from './moves.store.js';
import { NewsService } from './news.service.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { StarsService } from './stars.service.js';
import { isShownTo } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

/** People who live elsewhere from now on: the register follows, history stays. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rpc: RpcClient,
    private readonly news: NewsService,
    private readonly stars: StarsService,
  ) {}

  /** @throws DomainError `resource.notFound`, `region.unknown`, `volunteer.errandsHeld` */
  async move(input: MoveVolunteerInput, call: Call): Promise<VolunteerView> {
    const { code, cityCode, level } = parseRegion(input.communityCode);
    if (level !== 'community') throw new DomainError('region.unknown');
    const own = systemCall('volunteers', call.traceId);
    await this.rpc.call(stations.getResponsible, { code: input.communityCode }, own);
    const known = await this.database.orm.manager.findOneBy(VolunteerEntity, { id: input.id });
    this.admitted(known, call);
    if (input.courierSiteId) await checkSite(this.rpc, this.clock, input.courierSiteId, own);
    if (known?.cityCode !== cityCode) {
      const { count } = await this.rpc.call(heldErrands.count, { id: input.id }, own);
      if (count > 0) throw new DomainError('volunteer.errandsHeld', { count });
    }
    return this.database.transaction((tx) =>
      once(tx, call, contracts.move.subject, input, async () => {
        const volunteer = this.admitted(await lockVolunteer(tx, input.id), call);
        const courierSiteId = input.courierSiteId ?? null;
        if (volunteer.communityCode !== code)
          await this.write(tx, volunteer, { code, cityCode, courierSiteId }, call);
        return this.stars.view(tx, volunteer);
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async list({ id }: ById, call: Call): Promise<MoveList> {
    const volunteer = this.admitted(await this.database.orm.manager.findOneBy(VolunteerEntity, { id }), call);
    const rows = await readMoves(this.database, volunteer);
    return {
      items: rows.map(({ fromCode, toCode, movedAt }) => ({
        fromCode: formatRegion(fromCode),
        toCode: formatRegion(toCode),
        movedAt: movedAt.toISOString(),
      })),
    };
  }

  private async write(
    tx: Tx,
    volunteer: PresentVolunteer,
    { code, cityCode, courierSiteId }: { code: number; cityCode: number; courierSiteId: string | null },
    call: Call,
  ): Promise<void> {
    const { communityCode: fromCode, cityCode: fromCity } = volunteer;
    await keepRegistration(tx, volunteer);
    if (cityCode !== fromCity) {
      // The old city hears that nobody of this name lives there any more, the new one that somebody does.
      this.news.depart(tx, volunteer, call.traceId);
      Object.assign(volunteer, { communityCode: code });
      await carryOver(tx, volunteer, cityCode);
      volunteer.cityCode = cityCode;
    }
    const registeredCode = volunteer.registeredCode ?? fromCode;
    await this.news.change(
      tx,
      volunteer,
      { communityCode: code, courierSiteId, registeredCode },
      call.traceId,
    );
    await addMove(tx, {
      ...{ cityCode, id: newId(), volunteerId: volunteer.id, fromCode, toCode: code },
      ...{ movedAt: this.clock.now(), byRole: call.actor.role, byId: call.actor.id },
    });
  }

  private admitted(volunteer: VolunteerEntity | null, { actor }: Call): PresentVolunteer {
    const isOneself = actor.role === 'volunteer' && actor.id === volunteer?.id;
    if (!volunteer || !isPresent(volunteer) || !(isOneself || isShownTo(actor, volunteer)))
      throw new DomainError('resource.notFound');
    return volunteer;
  }
}
