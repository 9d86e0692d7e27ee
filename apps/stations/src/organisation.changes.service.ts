import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ById,
  type ChangeOrganisationInput,
  DomainError,
  organisations as contracts,
  type OrganisationVersions,
  type OrganisationView,
} from '#contracts';
import { type Call, Clock, Database, once, sees, type Tx } from '#platform';
import { OrganisationEntity } from './organisation.entity.js';
import {
  asOfVersion,
  contentOf,
  countStaff,
  keepVersion,
  lockOrganisation,
  readVersions,
} from './organisations.store.js';
import { organisationView, OrganisationsService } from './organisations.service.js';

/** How organisations open, close, and come under others; every version stays. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError see the contract */
  change(input: ChangeOrganisationInput, call: Call): Promise<OrganisationView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.change.subject, input, () => this.changeOnce(tx, input, call)),
    );
  }

  /** The newest first. @throws DomainError `resource.notFound` */
  async versions({ id }: ById, { actor }: Call): Promise<OrganisationVersions> {
    const organisation = await this.database.orm.manager.findOneBy(OrganisationEntity, { id });
    if (!organisation || !sees(actor, organisation.regionCode)) throw new DomainError('resource.notFound');
    const rows = await readVersions(this.database, organisation);
    return {
      items: rows.map((row) => ({
        ...organisationView(asOfVersion(organisation, row)),
        changedAt: row.changedAt.toISOString(),
        changedBy: row.changedBy,
        reason: row.reason ?? undefined,
      })),
    };
  }

  private async changeOnce(
    tx: Tx,
    input: ChangeOrganisationInput,
    { actor }: Call,
  ): Promise<OrganisationView> {
    const known = await lockOrganisation(tx, input.id);
    if (!known || !sees(actor, known.regionCode)) throw new DomainError('resource.notFound');
    const wanted = changed(known, input);
    if (wanted.version === known.version && isDeepStrictEqual(contentOf(wanted), contentOf(known)))
      return organisationView(known);
    if (wanted.version !== known.version + 1)
      throw new DomainError('version.conflict', { version: known.version });
    const { openedOn, closedOn } = wanted;
    if (openedOn !== null && closedOn !== null && closedOn < openedOn)
      throw new DomainError('organisation.datesInvalid');
    await this.organisations.checkRelations(tx, wanted, known);
    if (closedOn !== null) await keepVacant(tx, wanted);
    await tx.orm.save(OrganisationEntity, wanted, { reload: false });
    await keepVersion(tx, wanted, { at: this.clock.now(), by: actor.id, reason: input.reason });
    return organisationView(wanted);
  }
}

function changed(known: OrganisationEntity, input: ChangeOrganisationInput): OrganisationEntity {
  const { version, name, point, phone, openedOn, closedOn, supervisorId, operatorId } = input;
  return Object.assign(new OrganisationEntity(), known, {
    ...{ version, name },
    ...{ longitude: point?.longitude ?? null, latitude: point?.latitude ?? null, phone: phone ?? null },
    ...{ openedOn: openedOn ?? null, closedOn: closedOn ?? null },
    ...{ supervisorId: supervisorId ?? null, operatorId: operatorId ?? null },
  });
}

async function keepVacant(tx: Tx, organisation: OrganisationEntity): Promise<void> {
  const staff = await countStaff(tx, organisation);
  if (staff > 0) throw new DomainError('organisation.hasStaff', { staff });
}
