import {
  type ById,
  type DelegateInput,
  type DelegationList,
  delegations as contracts,
  type DelegationView,
  DomainError,
  type Session,
} from '#contracts';
import { type Call, Clock, Database, once, Sessions, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { CredentialsService } from './credentials.service.js';
import { areColleagues, checkPeriod, isRunning } from './delegation.js';
import {
  type DelegationRow,
  endDelegation,
  insertDelegation,
  listDelegations,
  lockDelegation,
} from './delegations.store.js';
import { RoleAuditService } from './role-audit.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { StaffEntity } from './staff.entity.js';

/** 委托: a colleague acts for who is away, under the own name, in a session that ends with the delegation. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly credentials: CredentialsService,
    private readonly secondFactor: SecondFactorService,
    private readonly audit: RoleAuditService,
  ) {}

  /** @throws DomainError see the contract */
  async delegate(input: DelegateInput, call: Call): Promise<DelegationView> {
    const colleague = await this.credentials.find(input.userName);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.delegate.subject, input, async () => {
        const from = await this.ownRole(tx, call);
        if (!colleague || colleague.disabledAt || !areColleagues(from, colleague))
          throw new DomainError('delegation.noColleague');
        const wanted = this.rowOf(input, from, colleague);
        const known = await lockDelegation(tx, input.id);
        if (known) return viewOf(assertSame(known, wanted), call);
        checkPeriod(wanted.startsAt, wanted.endsAt, wanted.madeAt);
        const isNew = await insertDelegation(tx, wanted);
        // Of two at the same moment the second finds the first here.
        const row = await lockDelegation(tx, input.id);
        if (!row) throw new Error('a delegation that was written is not there');
        assertSame(row, wanted);
        if (isNew) await this.note(tx, 'roleDelegated', row, call);
        return viewOf(row, call);
      }),
    );
  }

  async list(call: Call): Promise<DelegationList> {
    const rows = await listDelegations(this.database, call.actor.id);
    return { items: rows.map((row) => viewOf(row, call)) };
  }

  /** @throws DomainError `resource.notFound` */
  end(input: ById, call: Call): Promise<DelegationView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.end.subject, input, async () => {
        const row = await lockDelegation(tx, input.id);
        const isSide = row && [row.fromStaffId, row.toStaffId].includes(call.actor.id);
        if (!isSide) throw new DomainError('resource.notFound');
        const now = this.clock.now();
        if (row.endedAt !== null || row.endsAt <= now) return viewOf(row, call);
        await endDelegation(tx, row, now);
        await this.note(tx, 'delegationEnded', row, call);
        return viewOf({ ...row, endedAt: now }, call);
      }),
    );
  }

  /** @throws DomainError `resource.notFound`, `delegation.notRunning`, `auth.enrolmentRequired` */
  signIn({ id }: ById, call: Call): Promise<Session> {
    return this.database.transaction(async (tx) => {
      const row = await lockDelegation(tx, id);
      if (row?.toStaffId !== call.actor.id) throw new DomainError('resource.notFound');
      const { startsAt, endsAt, role, regionCode } = row;
      if (!isRunning(row, this.clock.now()))
        throw new DomainError('delegation.notRunning', {
          from: startsAt.toISOString(),
          until: endsAt.toISOString(),
        });
      const deputy = await tx.orm.findOneByOrFail(StaffEntity, { id: row.toStaffId });
      // A role that is only to be had with a second factor is so for deputies too.
      await this.secondFactor.demandEnrolment(tx, deputy, role);
      await this.note(tx, 'deputySignedIn', row, call);
      return this.sessions.open(tx, {
        ...{ id: row.toStaffId, role, region: formatRegion(regionCode) },
        organisationId: row.organisationId ?? undefined,
        delegation: { id, endsAt: endsAt.toISOString() },
      });
    });
  }

  /** Who acts in the own role; a deputy hands nothing on. @throws DomainError `delegation.notOwnRole` */
  private async ownRole(tx: Tx, { actor }: Call): Promise<StaffEntity> {
    const staff = await tx.orm.findOneBy(StaffEntity, { id: actor.id });
    const isOwn = staff?.role === actor.role && formatRegion(staff.regionCode) === actor.region;
    if (!isOwn) throw new DomainError('delegation.notOwnRole');
    return staff;
  }

  private rowOf({ id, startsAt, endsAt }: DelegateInput, from: StaffEntity, to: StaffEntity): DelegationRow {
    return {
      ...{ cityCode: from.cityCode, id, fromStaffId: from.id, toStaffId: to.id },
      ...{ fromUserName: from.userName, toUserName: to.userName, role: from.role },
      ...{ organisationId: from.organisationId, regionCode: from.regionCode },
      ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt), madeAt: this.clock.now(), endedAt: null },
    };
  }

  private note(
    tx: Tx,
    action: 'roleDelegated' | 'delegationEnded' | 'deputySignedIn',
    { id, role, regionCode, toStaffId }: DelegationRow,
    { actor }: Call,
  ): Promise<void> {
    const done = { action, role, regionCode, subjectId: toStaffId, causeId: id };
    return this.audit.note(tx, actor, done);
  }
}

function assertSame(known: DelegationRow, wanted: DelegationRow): DelegationRow {
  const contentOf = ({ fromStaffId, toStaffId, role, regionCode, startsAt, endsAt }: DelegationRow) =>
    JSON.stringify([fromStaffId, toStaffId, role, regionCode, startsAt, endsAt]);
  if (contentOf(known) !== contentOf(wanted)) throw new DomainError('idempotency.conflict');
  return known;
}

function viewOf(row: DelegationRow, { actor }: Call): DelegationView {
  return {
    isGiven: row.fromStaffId === actor.id,
    ...{ id: row.id, fromUserName: row.fromUserName, toUserName: row.toUserName, role: row.role },
    region: formatRegion(row.regionCode),
    ...{ startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() },
    endedAt: row.endedAt?.toISOString(),
  };
}
