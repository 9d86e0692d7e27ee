import { Controller } from '@nestjs/common';
import {
  type ById,
  type ChangeOrganisationInput,
  type CreateOrganisationInput,
  type ListOrganisationsInput,
  type OrganisationPage,
  organisations,
  type OrganisationVersions,
  type OrganisationView,
  stations,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { OrganisationChangesService } from './organisation.changes.service.js';
import { OrganisationsService } from './organisations.service.js';

@Controller()
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly changes: OrganisationChangesService,
  ) {}

  @Answers(stations.createOrganisation)
  create(input: CreateOrganisationInput, call: Call): Promise<OrganisationView> {
    return this.organisations.create(input, call);
  }

  @Answers(stations.getOrganisation)
  get(input: ById): Promise<OrganisationView> {
    return this.organisations.get(input);
  }

  @Answers(stations.listOrganisations)
  list(input: ListOrganisationsInput, call: Call): Promise<OrganisationPage> {
    return this.organisations.list(input, call);
  }

  @Answers(organisations.change)
  change(input: ChangeOrganisationInput, call: Call): Promise<OrganisationView> {
    return this.changes.change(input, call);
  }

  @Answers(organisations.versions)
  versions(input: ById, call: Call): Promise<OrganisationVersions> {
    return this.changes.versions(input, call);
  }
}
