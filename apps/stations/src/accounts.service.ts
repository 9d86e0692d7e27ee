import { type Actor, type ById, DomainError, type Done } from '#contracts';
import { type Call, Clock, Database, sees, Sessions, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { disableAccount, lockAdministrators } from './accounts.store.js';
import { endDelegation, lockOpenDelegations } from './delegations.store.js';
import { RoleAuditService } from './role-audit.service.js';
import { StaffEntity } from './staff.entity.js';

/** Staff who leave: the account is taken off for good; what it did keeps its name. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: RoleAuditService,
  ) {}

  /** @throws DomainError `resource.notFound`, `staff.ownAccount`, `staff.lastAdministrator` */
  disable({ id }: ById, { actor }: Call): Promise<Done> {
    return this.database.transaction(async (tx) => {
      const staff = await tx.orm.findOneBy(StaffEntity, { id });
      if (!staff || !sees(actor, staff.regionCode)) throw new DomainError('resource.notFound');
      if (staff.id === actor.id) throw new DomainError('staff.ownAccount');
      if (staff.role === 'administrator' && !staff.disabledAt) await this.keepOne(tx, staff);
      const now = this.clock.now();
      if (!(await disableAccount(tx, staff, now, actor.id))) return { id };
      await this.endDelegations(tx, staff, actor, now);
      this.sessions.closeAll(tx, id);
      const { role, regionCode } = staff;
      await this.audit.note(tx, actor, { action: 'accountDisabled', role, regionCode, subjectId: id });
      return { id };
    });
  }

  private async keepOne(tx: Tx, { id, regionCode }: StaffEntity): Promise<void> {
    const remaining = await lockAdministrators(tx, regionCode);
    if (!remaining.some((other) => other !== id)) throw new DomainError('staff.lastAdministrator');
  }

  /** Nobody stands in for who is gone, and who is gone for nobody. */
  private async endDelegations(tx: Tx, { id }: StaffEntity, actor: Actor, now: Date): Promise<void> {
    for (const row of await lockOpenDelegations(tx, id, now)) {
      await endDelegation(tx, row, now);
      const { role, regionCode, toStaffId } = row;
      await this.audit.note(tx, actor, {
        ...{ action: 'delegationEnded', role, regionCode, subjectId: toStaffId, causeId: row.id },
      });
    }
  }
}
