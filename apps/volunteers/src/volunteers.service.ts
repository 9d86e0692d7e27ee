import { Injectable } from '@nestjs/common';
import {
  type ById,
  DomainError,
  type ListVolunteersInput,
  type VerifyVolunteerInput,
  type VolunteerPage,
  volunteers as contracts,
  type VolunteerView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  Seal,
  shanghaiDay,
} from '#platform';
import { hidingFrom } from './consent.js';
import { NewsService } from './news.service.js';
import { isMinorOn } from './registration.js';
import { StarsService } from './stars.service.js';
import { birthDayOf, isShownTo, sealReason } from './volunteer.views.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { freeIdentity, lockVolunteer } from './volunteers.store.js';

const defaultLimit = 20;

/** Registered volunteers: decisions on their real names, and looking them up. */
@Injectable()
export class VolunteersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly news: NewsService,
    private readonly stars: StarsService,
  ) {}

  /**
   * The same decision twice is one.
   * @throws DomainError `resource.notFound`, `volunteer.decisionFinal`, `guardian.consentMissing`
   */
  async verify(input: VerifyVolunteerInput, call: Call): Promise<VolunteerView> {
    const { id, decision, reason } = input;
    return this.database.transaction((tx) =>
      once(tx, call, contracts.verify.subject, input, async () => {
        const volunteer = await lockVolunteer(tx, id);
        if (!volunteer || !isPresent(volunteer) || !isShownTo(call.actor, volunteer))
          throw new DomainError('resource.notFound');
        if (volunteer.verification === decision) return this.stars.view(tx, volunteer);
        if (volunteer.verification !== 'pending') throw new DomainError('volunteer.decisionFinal');
        if (decision === 'verified' && volunteer.awaitsGuardian) this.assertOfAge(volunteer);
        const decided = {
          ...(decision === 'verified' && { awaitsGuardian: false }),
          verification: decision,
          decidedAt: this.clock.now(),
          decidedBy: call.actor.id,
          decisionReasonSealed: sealReason(this.seal, reason),
        };
        if (decision === 'refused') await freeIdentity(tx, volunteer.identityDigest);
        await this.news.change(tx, volunteer, decided, call.traceId);
        return this.stars.view(tx, volunteer);
      }),
    );
  }

  /** Who registered as a minor may have come of age since. */
  private assertOfAge(volunteer: PresentVolunteer): void {
    const today = shanghaiDay(this.clock.now());
    if (isMinorOn(birthDayOf(this.seal, volunteer, today), today))
      throw new DomainError('guardian.consentMissing');
  }

  /** Oneself, or for staff whoever lives in their region; @throws DomainError `resource.notFound` */
  async get({ id }: ById, { actor }: Call): Promise<VolunteerView> {
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id });
    const isOneself = actor.role === 'volunteer' && actor.id === id;
    if (!volunteer || !isPresent(volunteer) || !(isOneself || isShownTo(actor, volunteer)))
      throw new DomainError('resource.notFound');
    return this.stars.view(this.database, volunteer);
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListVolunteersInput, call: Call): Promise<VolunteerPage> {
    const range = listScope(call.actor, input.region);
    const limit = input.limit ?? defaultLimit;
    const query = this.database.orm.manager
      .createQueryBuilder(VolunteerEntity, 'v')
      .where('v.cityCode between :fromCity and :toCity and v.communityCode between :from and :to', {
        fromCity: Math.floor(range.code / 1e8),
        toCity: Math.floor(range.last / 1e8),
        from: range.code,
        to: range.last,
      })
      .orderBy('v.id', 'DESC')
      .limit(limit + 1);
    query.andWhere('v.leftAt is null and not v.withdrawn && :hiding', {
      hiding: hidingFrom(call.actor.role),
    });
    if (input.verification) query.andWhere('v.verification = :state', { state: input.verification });
    if (input.cursor) {
      const [before] = decodeCursor(input.cursor, 'uuid');
      query.andWhere('v.id < :before', { before });
    }
    const found = await query.getMany();
    const items = await this.stars.views(this.database, found.slice(0, limit).filter(isPresent));
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? encodeCursor(last.id) : undefined };
  }
}
