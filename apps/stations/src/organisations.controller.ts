import { Controller } from '@nestjs/common';
import {
  type ById,
  type CreateOrganisationInput,
  type ListOrganisationsInput,
  type OrganisationPage,
  type OrganisationView,
  stations,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { OrganisationsService } from './organisations.service.js';

@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

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
}
