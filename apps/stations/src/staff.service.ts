import { Injectable } from '@nestjs/common';
import {
  type ById,
  type CreateStaffInput,
  DomainError,
  type Done,
  isOpenOn,
  type StaffName,
  stations,
  type StaffView,
} from '#contracts';
import { type Call, Clock, Database, once, sees, Sessions, shanghaiDay, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { employs } from './organisation.js';
import { OrganisationEntity } from './organisation.entity.js';
import { organisationView } from './organisations.service.js';
import { hashPassword, passwordFits } from './passwords.js';
import { cityOf } from './regions.store.js';
import { RoleAuditService } from './role-audit.service.js';
import { StaffEntity, StaffUserNameEntity } from './staff.entity.js';

/** Who works for an organisation or authority, in which role and where. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: RoleAuditService,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async closeSessions({ id }: ById, { actor }: Call): Promise<Done> {
    return this.database.transaction(async (tx) => {
      const staff = await tx.orm.findOneBy(StaffEntity, { id });
      if (!staff || !sees(actor, staff.regionCode)) throw new DomainError('resource.notFound');
      this.sessions.closeAll(tx, id);
      return { id };
    });
  }

  /** @throws DomainError `resource.notFound` */
  async name({ id }: ById): Promise<StaffName> {
    const staff = await this.database.orm.manager.findOneBy(StaffEntity, { id });
    if (!staff) throw new DomainError('resource.notFound');
    return { id, displayName: staff.displayName };
  }

  /**
   * By the operator, without a second person: how a country gets its first administrators.
   * @throws DomainError as {@link plan}, `staff.exists`, `idempotency.conflict`
   */
  async create(input: CreateStaffInput, call: Call): Promise<StaffView> {
    const wanted = await this.plan(input);
    const known = await this.database.orm.manager.findOneBy(StaffEntity, { id: input.id });
    if (known) return sameOrConflict(known, wanted, input.password);
    // Before the transaction: hashing takes longer than everything in it.
    wanted.passwordHash = await hashPassword(input.password);
    // An idempotency key remembers a digest of the input, which must not become a quick way to try passwords.
    const remembered = { ...input, password: '' };
    return this.database.transaction((tx) =>
      once(tx, call, stations.createStaff.subject, remembered, async () => {
        const view = await this.insert(tx, wanted, input.password);
        const { id: subjectId, role, regionCode } = wanted;
        await this.audit.note(tx, call.actor, { action: 'roleGranted', role, regionCode, subjectId });
        return view;
      }),
    );
  }

  /**
   * The member of staff there would be, without a password.
   * @throws DomainError `resource.notFound` (the organisation), `organisation.closed`, `request.invalid` (it has no such role, or
   * no scope is given), `region.unknown`
   */
  async plan(input: CreateStaffInput): Promise<StaffEntity> {
    return this.entityOf(input, await this.scopeFor(input));
  }

  /** Who has been approved, with the password of the request. @throws DomainError `staff.exists`, `idempotency.conflict` */
  async insertApproved(tx: Tx, wanted: StaffEntity): Promise<void> {
    await tx.orm.createQueryBuilder().insert().into(StaffEntity).values(wanted).orIgnore().execute();
    const found = await tx.orm.findOneByOrFail(StaffEntity, { id: wanted.id });
    if (found.passwordHash !== wanted.passwordHash) throw new DomainError('idempotency.conflict');
    await this.takeName(tx, wanted);
  }

  private async insert(tx: Tx, wanted: StaffEntity, password: string): Promise<StaffView> {
    await tx.orm.createQueryBuilder().insert().into(StaffEntity).values(wanted).orIgnore().execute();
    const found = await tx.orm.findOneByOrFail(StaffEntity, { id: wanted.id });
    const view = await sameOrConflict(found, wanted, password);
    await this.takeName(tx, wanted);
    return view;
  }

  private async takeName(tx: Tx, { id: staffId, cityCode, userName }: StaffEntity): Promise<void> {
    const name = { userName, cityCode, staffId };
    await tx.orm.createQueryBuilder().insert().into(StaffUserNameEntity).values(name).orIgnore().execute();
    const owner = await tx.orm.findOneByOrFail(StaffUserNameEntity, { userName });
    if (owner.staffId !== staffId) throw new DomainError('staff.exists');
  }

  /** The region a member of staff will act in, as a 12-digit code. */
  private async scopeFor({ role, organisationId, region }: CreateStaffInput): Promise<number> {
    if (organisationId) {
      const organisation = await this.database.orm.manager.findOneBy(OrganisationEntity, {
        id: organisationId,
      });
      if (!organisation) throw new DomainError('resource.notFound');
      if (!isOpenOn(shanghaiDay(this.clock.now()), organisationView(organisation)))
        throw new DomainError('organisation.closed');
      if (!employs(organisation.kind, role)) throw invalid('role', `${organisation.kind} has no ${role}`);
      if (role === 'committee' || role === 'station' || !region) return organisation.regionCode;
    } else if (role === 'committee' || role === 'station')
      throw invalid('organisationId', 'is required for committee and station');
    if (!region) throw invalid('region', 'is required without an organisation');
    return parseRegion(region).code;
  }

  private entityOf(input: CreateStaffInput, regionCode: number): StaffEntity {
    return Object.assign(new StaffEntity(), {
      cityCode: cityOf(regionCode),
      id: input.id,
      userName: input.userName,
      displayName: input.displayName,
      role: input.role,
      organisationId: input.organisationId ?? null,
      regionCode,
      createdAt: this.clock.now(),
    });
  }
}

async function sameOrConflict(known: StaffEntity, wanted: StaffEntity, password: string): Promise<StaffView> {
  const view = staffView(known);
  const isSame = JSON.stringify(view) === JSON.stringify(staffView(wanted));
  if (!isSame || !(await passwordFits(known.passwordHash, password)))
    throw new DomainError('idempotency.conflict');
  return view;
}

export function staffView(staff: StaffEntity): StaffView {
  const { id, userName, displayName, role, organisationId, regionCode } = staff;
  return {
    id,
    userName,
    displayName,
    role,
    organisationId: organisationId ?? undefined,
    region: formatRegion(regionCode),
  };
}

function invalid(field: string, rule: string): DomainError {
  return new DomainError('request.invalid', { fields: [{ field, rules: [rule] }] });
}
