import { forms } from './forms.js';
import { type Role, roles, type StaffRole, staffRoles } from './actor.js';
import { ById, Done, Point, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Flag, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { RefreshSessionInput, Session, SignOutInput } from './sessions.js';

export const organisationKinds = [
  'guidanceCentre',
  'countyHubStation',
  'socialWorkStation',
  'socialWorkRoom',
  'residentsCommittee',
  'villagersCommittee',
  'courierSite',
  'operatingOrganization',
  'civilAffairsBureau',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export class CreateOrganisationInput {
  @Uuid() id!: string;
  @Choice(organisationKinds) kind!: OrganisationKind;
  @Text({ max: 100 }) name!: string;
  @Region({ description: 'The division it serves.' }) region!: string;
  @Nested(() => Point, { optional: true }) point?: Point;
  @Text({ max: 20, optional: true, description: 'Public telephone.' }) phone?: string;
  @Day({ optional: true, description: 'Absent: open since before it was registered.' }) openedOn?: string;
  @Uuid({ optional: true, description: 'Who supervises it: of a wider division, or of a higher kind.' })
  supervisorId?: string;
  @Uuid({ optional: true, description: 'The operating organisation that runs a station or room.' })
  operatorId?: string;
}

export class OrganisationView extends CreateOrganisationInput {
  @Day({ optional: true, description: 'The first day it is closed.' }) closedOn?: string;
  @Integer({ min: 1, max: 10_000 }) version!: number;
}

export class OrganisationPage {
  @ListOf(() => OrganisationView, { max: 100 }) items!: OrganisationView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** Organisations are public bodies: everybody may look them up, wherever they are. */
export class ListOrganisationsInput extends RegionPageQuery {
  @Choice(organisationKinds, { optional: true }) kind?: OrganisationKind;
  @Flag({ optional: true, description: 'True: those open today; false: those that are not.' }) open?: boolean;
}

export class CreateStaffInput {
  @Uuid() id!: string;
  @Text({ min: 3, max: 60, form: forms.userName }) userName!: string;
  @Text({ min: 10, max: 200 }) password!: string;
  @Text({ max: 50 }) displayName!: string;
  @Choice(staffRoles) role!: StaffRole;
  @Uuid({ optional: true, description: 'Required for committee and station; its region is the scope.' })
  organisationId?: string;
  @Region({ optional: true, description: 'Scope of an official or administrator.' }) region?: string;
}

export class StaffView {
  @Uuid() id!: string;
  @Text({ max: 60 }) userName!: string;
  @Text({ max: 50 }) displayName!: string;
  @Choice(roles) role!: Role;
  @Uuid({ optional: true }) organisationId?: string;
  @Region() region!: string;
}

export class StaffCredentials {
  @Text({ max: 60 }) userName!: string;
  @Text({ max: 200 }) password!: string;
}

export class StaffSignInInput extends StaffCredentials {
  @Text({
    max: 20,
    form: forms.lettersAndDigits,
    optional: true,
    description: 'Of the authenticator, or a recovery code; needed where a second factor is active.',
  })
  code?: string;
}

export const regionLevels = ['province', 'city', 'county', 'township', 'community'] as const;
export type RegionLevel = (typeof regionLevels)[number];

export class RegionInput {
  @Region() code!: string;
}

export class RegionView {
  @Region({ description: 'Always 12 digits.' }) code!: string;
  @Text({ max: 100 }) name!: string;
  @Choice(regionLevels) level!: RegionLevel;
  @Region({ optional: true }) parentCode?: string;
}

export class RegionDetail extends RegionView {
  @ListOf(() => RegionView, { max: 5_000, description: 'The divisions one level below.' })
  children!: RegionView[];
}

/** The narrowest committee and station whose divisions contain the one asked about. */
export class Responsible {
  @Region() communityCode!: string;
  @Uuid({ optional: true }) committeeId?: string;
  @Uuid({ optional: true }) stationId?: string;
  @Text({ max: 20, optional: true }) stationPhone?: string;
  @Integer({ min: 0, max: 9_999 }) cityCode!: number;
}

export const stations = {
  createOrganisation: defineRpc({
    subject: 'stations.createOrganisation',
    input: CreateOrganisationInput,
    output: OrganisationView,
    errors: [
      'organisation.exists',
      'organisation.supervisorInvalid',
      'organisation.operatorInvalid',
      'region.unknown',
      'access.foreignRegion',
      'idempotency.conflict',
    ],
    callers: ['administrator', 'system'],
  }),
  getOrganisation: defineRpc({
    subject: 'stations.getOrganisation',
    input: ById,
    output: OrganisationView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'resident', 'committee', 'station', 'official', 'administrator', 'system'],
    reach: 'anywhere',
  }),
  listOrganisations: defineRpc({
    subject: 'stations.listOrganisations',
    input: ListOrganisationsInput,
    output: OrganisationPage,
    errors: ['cursor.invalid', 'region.unknown'],
    callers: ['volunteer', 'resident', 'committee', 'station', 'official', 'administrator', 'system'],
    reach: 'anywhere',
  }),
  /** By the command of the operator alone; over HTTP two administrators are needed, see `approvals`. */
  createStaff: defineRpc({
    subject: 'stations.createStaff',
    input: CreateStaffInput,
    output: StaffView,
    errors: [
      'staff.exists',
      'organisation.closed',
      'resource.notFound',
      'region.unknown',
      'request.invalid',
      'idempotency.conflict',
    ],
    callers: ['system'],
  }),
  signIn: defineRpc({
    subject: 'stations.signIn',
    input: StaffSignInInput,
    output: Session,
    errors: [
      'auth.failed',
      'auth.locked',
      'auth.disabled',
      'auth.codeRequired',
      'auth.enrolmentRequired',
      'auth.oneTimeExpired',
      'auth.passwordChangeRequired',
    ],
    callers: ['public'],
  }),
  refreshSession: defineRpc({
    subject: 'stations.refreshSession',
    input: RefreshSessionInput,
    output: Session,
    errors: ['auth.failed', 'auth.refreshReused'],
    callers: ['public'],
  }),
  signOut: defineRpc({
    subject: 'stations.signOut',
    input: SignOutInput,
    output: Done,
    errors: [],
    callers: ['committee', 'station', 'official', 'administrator'],
  }),
  getRegion: defineRpc({
    subject: 'stations.getRegion',
    input: RegionInput,
    output: RegionDetail,
    errors: ['region.unknown'],
    callers: ['public', ...roles, 'system'],
  }),
  /** Which committee and station answer for a community. */
  getResponsible: defineRpc({
    subject: 'stations.getResponsible',
    input: RegionInput,
    output: Responsible,
    errors: ['region.unknown'],
    callers: ['system'],
  }),
};
