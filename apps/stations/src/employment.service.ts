import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ById,
  DomainError,
  employment as contracts,
  type EmploymentView,
  isOpenOn,
  type SaveEmploymentInput,
} from '#contracts';
import { type Call, Clock, Database, once, sees, shanghaiDay, type Tx } from '#platform';
import { arePossible } from './employment.js';
import * as store from './employment.store.js';
import { OrganisationEntity } from './organisation.entity.js';
import { organisationView } from './organisations.service.js';
import { StaffEntity } from './staff.entity.js';

/** Employment, licences and supervision of staff, in versions. */
@Injectable()
export class EmploymentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  save(input: SaveEmploymentInput, call: Call): Promise<EmploymentView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.save.subject, input, () => this.saveOnce(tx, input, call)),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async get({ id }: ById, { actor }: Call): Promise<EmploymentView> {
    const staff = await this.database.orm.manager.findOneBy(StaffEntity, { id });
    const mayLook = actor.role === 'administrator' && staff !== null && sees(actor, staff.regionCode);
    if (!staff || (actor.id !== id && !mayLook)) throw new DomainError('resource.notFound');
    return this.viewOf(this.database, staff);
  }

  private async viewOf(database: Database | Tx, staff: StaffEntity): Promise<EmploymentView> {
    const row = await store.readEmployment(database, staff);
    if (!row) throw new DomainError('resource.notFound');
    return store.employmentView(staff.id, row);
  }

  private async saveOnce(tx: Tx, input: SaveEmploymentInput, { actor }: Call): Promise<EmploymentView> {
    const staff = await tx.orm.findOneBy(StaffEntity, { id: input.id });
    if (!staff || !sees(actor, staff.regionCode)) throw new DomainError('resource.notFound');
    await store.lockSupervision(tx, staff.cityCode);
    const known = await store.readEmployment(tx, staff);
    const wanted = contentOf(input);
    if (known && isDeepStrictEqual(contentOf(store.employmentView(input.id, known)), wanted))
      return store.employmentView(input.id, known);
    const version = known?.version ?? 0;
    if (input.version !== version + 1) throw new DomainError('version.conflict', { version });
    await this.check(tx, staff, wanted, known);
    await store.insertEmployment(tx, staff, wanted, { at: this.clock.now(), by: actor.id });
    return this.viewOf(tx, staff);
  }

  private async check(
    tx: Tx,
    { cityCode, id }: StaffEntity,
    { licences, employerId, supervisorId }: store.EmploymentContent,
    known?: store.EmploymentContent,
  ): Promise<void> {
    const today = shanghaiDay(this.clock.now());
    if (!arePossible(licences, today)) throw new DomainError('employment.licenceInvalid');
    if (employerId !== null && employerId !== known?.employerId) {
      const employer = await tx.orm.findOneBy(OrganisationEntity, { id: employerId });
      if (!employer || !isOpenOn(today, organisationView(employer)))
        throw new DomainError('organisation.closed');
    }
    if (supervisorId === null || supervisorId === known?.supervisorId) return;
    if (!(await store.isPossibleSupervisor(tx, cityCode, supervisorId, id)))
      throw new DomainError('employment.supervisorInvalid');
  }
}

function contentOf(input: SaveEmploymentInput): store.EmploymentContent {
  const { version, employment, employerId, supervisorId, licences } = input;
  return {
    version,
    employment: employment ?? null,
    employerId: employerId ?? null,
    supervisorId: supervisorId ?? null,
    licences: licences.map(({ kind, issuedOn, validUntil }) => ({
      ...{ kind, issuedOn },
      ...(validUntil !== undefined && { validUntil }),
    })),
  };
}
