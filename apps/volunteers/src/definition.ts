import { CreateSessions1772000000001, RevokedSessions1772000034000, type ServiceDefinition } from '#platform';
import { CreateVolunteers1772000001000 } from './migrations/1772000001000-create-volunteers.js';
import { Cohorts1772000032000 } from './migrations/1772000032000-cohorts.js';
import { VoidRecords1772000033000 } from './migrations/1772000033000-void-records.js';
import { ResidentAccess1772000035900 } from './migrations/1772000035900-resident-access.js';
import { VolunteerEntity } from './volunteer.entity.js';
import { purposes } from './volunteer.views.js';
import { VolunteersModule } from './volunteers.module.js';

export { rollTool } from './roll.tool.js';

/** Who a volunteer is: registration, identity, consent, sign-in, lifetime minutes and stars. */
export const volunteersService: ServiceDefinition = {
  name: 'volunteers',
  module: VolunteersModule,
  entities: [VolunteerEntity],
  migrations: [
    CreateSessions1772000000001,
    CreateVolunteers1772000001000,
    Cohorts1772000032000,
    VoidRecords1772000033000,
    RevokedSessions1772000034000,
    ResidentAccess1772000035900,
  ],
  sealed: [
    { table: 'volunteer', column: 'name_sealed', purpose: purposes.name },
    { table: 'volunteer', column: 'id_number_sealed', purpose: purposes.idNumber },
    { table: 'volunteer', column: 'phone_sealed', purpose: purposes.phone },
    { table: 'volunteer', column: 'guardian_name_sealed', purpose: purposes.guardianName },
    { table: 'volunteer', column: 'decision_reason_sealed', purpose: purposes.decisionReason },
  ],
  constraints: { volunteer_pkey: 'idempotency.conflict' },
  settings: ['seal', 'sessions', 'wechat', 'sms'],
};
