import type { Schemas } from '../api';
import type { Terms } from '../terms';

export type OrganisationKind = Schemas['OrganisationView']['kind'];

export const organisationKinds: Terms<OrganisationKind> = {
  guidanceCentre: ['市级指导中心', 'Guidance centre'],
  countyHubStation: ['县总站', 'County hub station'],
  socialWorkStation: ['社工站', 'Social work station'],
  socialWorkRoom: ['社工室', 'Social work room'],
  residentsCommittee: ['居委会', 'Residents’ committee'],
  villagersCommittee: ['村委会', 'Villagers’ committee'],
  courierSite: ['快递站点', 'Courier site'],
  operatingOrganization: ['承接机构', 'Operating organisation'],
  civilAffairsBureau: ['民政局', 'Civil affairs bureau'],
};

export const levels: Terms<Schemas['RegionView']['level']> = {
  province: ['省级', 'Province'],
  city: ['地级', 'City'],
  county: ['县级', 'County'],
  township: ['乡级', 'Township'],
  community: ['村级', 'Community'],
};
