import {
  ById,
  ChangeOrganisationInput,
  CreateOrganisationInput,
  ListOrganisationsInput,
  type OrganisationPage,
  organisations,
  type OrganisationVersions,
  type OrganisationView,
  type RegionDetail,
  RegionInput,
  stations,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class StationsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'GET',
    '/regions/{code}',
    stations.getRegion,
    { zh: '行政区划及其下一级', en: 'A division and those one level below' },
    { tagged: true },
  )
  getRegion(input: RegionInput, call: Call): Promise<RegionDetail> {
    return this.rpc.call(stations.getRegion, input, call);
  }

  @Serves(
    'POST',
    '/organisations',
    stations.createOrganisation,
    { zh: '登记机构', en: 'Register an organisation' },
    { creates: true },
  )
  createOrganisation(input: CreateOrganisationInput, call: Call): Promise<OrganisationView> {
    return this.rpc.call(stations.createOrganisation, input, call);
  }

  @Serves(
    'GET',
    '/organisations',
    stations.listOrganisations,
    { zh: '机构列表', en: 'Organisations in a region' },
    { tagged: true },
  )
  listOrganisations(input: ListOrganisationsInput, call: Call): Promise<OrganisationPage> {
    return this.rpc.call(stations.listOrganisations, input, call);
  }

  @Serves(
    'GET',
    '/organisations/{id}',
    stations.getOrganisation,
    { zh: '机构', en: 'An organisation' },
    { tagged: true },
  )
  getOrganisation(input: ById, call: Call): Promise<OrganisationView> {
    return this.rpc.call(stations.getOrganisation, input, call);
  }

  @Serves('POST', '/organisations/{id}/changes', organisations.change, {
    zh: '变更机构：成立、撤销、督导与承接',
    en: 'Change an organisation: opening, closing, supervisor, operator',
  })
  changeOrganisation(input: ChangeOrganisationInput, call: Call): Promise<OrganisationView> {
    return this.rpc.call(organisations.change, input, call);
  }

  @Serves('GET', '/organisations/{id}/versions', organisations.versions, {
    zh: '机构的历次变更',
    en: 'Every version of an organisation',
  })
  organisationVersions(input: ById, call: Call): Promise<OrganisationVersions> {
    return this.rpc.call(organisations.versions, input, call);
  }
}
