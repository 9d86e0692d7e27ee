import { DomainError, heldErrands, leavingTerms, type DepartureView } from '#contracts';
import { type Call, Clock, Database, RpcClient, Seal, Sessions, systemCall, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { endConsents } from './consents.store.js';
import { forgetGuardians } from './guardians.store.js';
import { forgetAwards } from './honours.store.js';
import { freeFurtherIdentities } from './merges.store.js';
import { forgetMessages } from './messages.store.js';
import { NewsService } from './news.service.js';
import { deletePortrait } from './portraits.store.js';
import { forgetQualifications } from './qualifications.store.js';
import { gone, isPresent, type PresentVolunteer } from './volunteer.entity.js';
import { openPhone, phoneDigest } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

/** The end of a registration: what names the person is destroyed, the pseudonym and its minutes stay. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    private readonly sessions: Sessions,
    private readonly news: NewsService,
  ) {}

  /**
   * For good; twice is once. Who only ever signed in has nothing but the ways to sign in.
   * @throws DomainError `volunteer.errandsHeld`
   */
  async leave({ actor: { id }, traceId }: Call): Promise<DepartureView> {
    const { count } = await this.rpc.call(heldErrands.count, { id }, systemCall('volunteers', traceId));
    if (count > 0) throw new DomainError('volunteer.errandsHeld', { count });
    return this.database.transaction(async (tx) => {
      const volunteer = await lockVolunteer(tx, id);
      const leftAt = volunteer?.leftAt ?? this.clock.now();
      if (volunteer && isPresent(volunteer)) await this.destroy(tx, volunteer, leftAt, traceId);
      await tx.query('delete from phone_owner where person_id = $1', [id]);
      await tx.query('delete from wechat_owner where person_id = $1', [id]);
      // What was answered bears masked names and numbers.
      await tx.query('delete from remembered_answer where actor_id = $1', [id]);
      this.sessions.closeAll(tx, id);
      return { leftAt: leftAt.toISOString(), ...leavingTerms };
    });
  }

  private async destroy(tx: Tx, volunteer: PresentVolunteer, leftAt: Date, traceId: string): Promise<void> {
    const { id } = volunteer;
    await tx.query('delete from identity_owner where identity_digest = $1 and volunteer_id = $2', [
      volunteer.identityDigest,
      id,
    ]);
    await freeFurtherIdentities(tx, id);
    await tx.query('delete from phone_code where phone_digest = $1', [
      phoneDigest(this.seal, openPhone(this.seal, volunteer)),
    ]);
    await endConsents(tx, volunteer, leftAt);
    forgetQualifications(tx, volunteer);
    forgetAwards(tx, volunteer);
    forgetMessages(tx, volunteer);
    deletePortrait(tx, volunteer);
    forgetGuardians(tx, volunteer, leftAt);
    await tx.query(
      `update certificate set state = 'revoked', revoked_at = $2, revoked_by = $1,
         revocation_reason = 'withdrawnByVolunteer'
       where volunteer_id = $1 and state in ('requested', 'accepted')`,
      [id, leftAt],
    );
    await tx.query('update certificate set content_sealed = null where volunteer_id = $1', [id]);
    await this.news.change(tx, volunteer, { ...gone, leftAt }, traceId);
  }
}
