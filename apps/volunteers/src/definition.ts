import { CreateSessions1772000000001, RevokedSessions1772000034000, type ServiceDefinition } from '#platform';
import { CreateVolunteers1772000001000 } from './migrations/1772000001000-create-volunteers.js';
import { Cohorts1772000032000 } from './migrations/1772000032000-cohorts.js';
import { VoidRecords1772000033000 } from './migrations/1772000033000-void-records.js';
import { Consents1772000035000 } from './migrations/1772000035000-consents.js';
import { Leaving1772000035100 } from './migrations/1772000035100-leaving.js';
import { Moves1772000035200 } from './migrations/1772000035200-moves.js';
import { Messages1772000038500 } from './migrations/1772000038500-messages.js';
import { Qualifications1772000037000 } from './migrations/1772000037000-qualifications.js';
import { Guardians1772000037100 } from './migrations/1772000037100-guardians.js';
import { ResidentAccess1772000035900 } from './migrations/1772000035900-resident-access.js';
import { Certificates1772000036000 } from './migrations/1772000036000-certificates.js';
import { StarSteps1772000037200 } from './migrations/1772000037200-star-steps.js';
import { CertificateBatches1772000037300 } from './migrations/1772000037300-certificate-batches.js';
import { IdentityDocuments1772000037400 } from './migrations/1772000037400-identity-documents.js';
import { DecidedMerges1772000038100 } from './migrations/1772000038100-decided-merges.js';
import { Merges1772000038000 } from './migrations/1772000038000-merges.js';
import { ConsentsByVolunteer1772000038450 } from './migrations/1772000038450-consents-by-volunteer.js';
import { Portraits1772000038700 } from './migrations/1772000038700-portraits.js';
import { CertificateEntity } from './certificate.entity.js';
import { VolunteerEntity } from './volunteer.entity.js';
import { sealedColumns } from './sealed.columns.js';
import { VolunteersModule } from './volunteers.module.js';

export { rollTool } from './roll.tool.js';

/** Who a volunteer is: registration, identity, consent, sign-in, lifetime minutes and stars. */
export const volunteersService: ServiceDefinition = {
  name: 'volunteers',
  module: VolunteersModule,
  entities: [VolunteerEntity, CertificateEntity],
  migrations: [
    CreateSessions1772000000001,
    CreateVolunteers1772000001000,
    Cohorts1772000032000,
    VoidRecords1772000033000,
    RevokedSessions1772000034000,
    Consents1772000035000,
    Leaving1772000035100,
    Moves1772000035200,
    ResidentAccess1772000035900,
    Certificates1772000036000,
    Qualifications1772000037000,
    Guardians1772000037100,
    StarSteps1772000037200,
    CertificateBatches1772000037300,
    IdentityDocuments1772000037400,
    Merges1772000038000,
    DecidedMerges1772000038100,
    ConsentsByVolunteer1772000038450,
    Messages1772000038500,
    Portraits1772000038700,
  ],
  sealed: sealedColumns,
  constraints: {
    volunteer_pkey: 'idempotency.conflict',
    certificate_pkey: 'idempotency.conflict',
    award_pkey: 'idempotency.conflict',
    volunteer_merge_pkey: 'idempotency.conflict',
  },
  settings: ['seal', 'sessions', 'wechat', 'sms', 'certificates'],
};
