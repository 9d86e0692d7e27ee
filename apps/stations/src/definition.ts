import { CreateSessions1772000000001, RevokedSessions1772000034000, type ServiceDefinition } from '#platform';
import { CreateStations1772000001000 } from './migrations/1772000001000-create-stations.js';
import { StationStatistics1772000045000 } from './migrations/1772000045000-station-statistics.js';
import { SecondFactor1772000046000 } from './migrations/1772000046000-second-factor.js';
import { Approvals1772000047000 } from './migrations/1772000047000-approvals.js';
import { DeadLetterReplays1772000047200 } from './migrations/1772000047200-dead-letter-replays.js';
import { StaffAccounts1772000047300 } from './migrations/1772000047300-staff-accounts.js';
import { CampaignsAndProblems1772000060100 } from './migrations/1772000060100-campaigns-and-problems.js';
import { LivesOfOrganisations1772000070000 } from './migrations/1772000070000-lives-of-organisations.js';
import { StaffShifts1772000063100 } from './migrations/1772000063100-staff-shifts.js';
import { OrganisationEntity } from './organisation.entity.js';
import { RegionEntity } from './region.entity.js';
import { secretSealedAs } from './second-factor.service.js';
import { StaffEntity, StaffUserNameEntity } from './staff.entity.js';
import { StationsModule } from './stations.module.js';

/** Who organises: divisions, bodies of all levels, their staff and sign-in. */
export const stationsService: ServiceDefinition = {
  name: 'stations',
  module: StationsModule,
  entities: [RegionEntity, OrganisationEntity, StaffEntity, StaffUserNameEntity],
  migrations: [
    CreateSessions1772000000001,
    CreateStations1772000001000,
    RevokedSessions1772000034000,
    StationStatistics1772000045000,
    SecondFactor1772000046000,
    Approvals1772000047000,
    DeadLetterReplays1772000047200,
    StaffAccounts1772000047300,
    CampaignsAndProblems1772000060100,
    StaffShifts1772000063100,
    LivesOfOrganisations1772000070000,
  ],
  sealed: [{ table: 'second_factor', column: 'secret_sealed', purpose: secretSealedAs }],
  constraints: {
    organisation_region: 'region.unknown',
    organisation_name: 'organisation.exists',
    organisation_committee: 'organisation.exists',
    organisation_body: 'organisation.exists',
    organisation_dates: 'organisation.datesInvalid',
    staff_of_open_organisation: 'organisation.closed',
    staff_region: 'region.unknown',
    approval_region: 'region.unknown',
  },
  settings: ['seal', 'sessions', 'stations'],
};
