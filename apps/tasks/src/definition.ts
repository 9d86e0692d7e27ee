import { MergedPeople1772000038300, type ServiceDefinition } from '#platform';
import { FeedbackEntity, NoShowEntity, SuspensionEntity } from './conduct.entity.js';
import { ClaimEntity, ConfirmationEntity, ErrandEntity, ServiceRecordEntity } from './errand.entity.js';
import { CreateTasks1772000001000 } from './migrations/1772000001000-create-tasks.js';
import { HazardEntity, HazardReportEntity, HazardStepEntity } from './hazard.entity.js';
import { PaymentsAndKinship1772000021000 } from './migrations/1772000021000-payments-and-kinship.js';
import { Confirming1772000022000 } from './migrations/1772000022000-confirming.js';
import { Conduct1772000022100 } from './migrations/1772000022100-conduct.js';
import { CreditedWhenTold1772000022200 } from './migrations/1772000022200-credited-when-told.js';
import { CreateMatching1772000023000 } from './migrations/1772000023000-create-matching.js';
import { Templates1772000025000 } from './migrations/1772000025000-templates.js';
import { Hazards1772000025100 } from './migrations/1772000025100-hazards.js';
import { Grabbing1772000024000 } from './migrations/1772000024000-grabbing.js';
import { Serving1772000024100 } from './migrations/1772000024100-serving.js';
import { Referrals1772000025200 } from './migrations/1772000025200-referrals.js';
import { Stops1772000025300 } from './migrations/1772000025300-stops.js';
import { Series1772000025400 } from './migrations/1772000025400-series.js';
import { SeriesWithMore1772000026600 } from './migrations/1772000026600-series-with-more.js';
import { ReferralContacts1772000026500 } from './migrations/1772000026500-referral-contacts.js';
import { ResidentLinks1772000026400 } from './migrations/1772000026400-resident-links.js';
import { CancelledSlips1772000026300 } from './migrations/1772000026300-cancelled-slips.js';
import { UnservedNeeds1772000026200 } from './migrations/1772000026200-unserved-needs.js';
import { OneOpenHazard1772000026100 } from './migrations/1772000026100-one-open-hazard.js';
import { EndedKinship1772000026000 } from './migrations/1772000026000-ended-kinship.js';
import { Reveals1772000025600 } from './migrations/1772000025600-reveals.js';
import { Safety1772000024200 } from './migrations/1772000024200-safety.js';
import { NoticeEntity } from './notice.entity.js';
import { NeedEntity, NeedStepEntity, ResidentEntity } from './need.entity.js';
import {
  CallBackEntity,
  CorrectionEntity,
  DeclaredTieEntity,
  DisputeEntity,
  ObjectionEntity,
  PairFlagEntity,
  RecordVersionEntity,
} from './record.entity.js';
import { Photos1772000025500 } from './migrations/1772000025500-photos.js';
import { PurchaseEntity } from './purchase.entity.js';
import { LocationConsent1772000027000 } from './migrations/1772000027000-location-consent.js';
import { OwnData1772000027010 } from './migrations/1772000027010-own-data.js';
import { Qualified1772000028000 } from './migrations/1772000028000-qualified.js';
import { CorrectionsExpire1772000028100 } from './migrations/1772000028100-corrections-expire.js';
import { GroupNeeds1772000029600 } from './migrations/1772000029600-group-needs.js';
import { MergedRecords1772000029700 } from './migrations/1772000029700-merged-records.js';
import { WaitedSeconds1772000048000 } from './migrations/1772000048000-waited-seconds.js';
import { VolunteersBySite1772000063000 } from './migrations/1772000063000-volunteers-by-site.js';
import { GroupsOfSeries1772000029910 } from './migrations/1772000029910-groups-of-series.js';
import { LostQualifications1772000037900 } from './migrations/1772000037900-lost-qualifications.js';
import { EndedErrands1772000029000 } from './migrations/1772000029000-ended-errands.js';
import { ConflictsOfInterest1772000029500 } from './migrations/1772000029500-conflicts-of-interest.js';
import { RevealSearches1772000047210 } from './migrations/1772000047210-reveal-searches.js';
import { Purchases1772000025510 } from './migrations/1772000025510-purchases.js';
import { ReferralEntity, ReferralStepEntity } from './referral.entity.js';
import { RevealEntity } from './reveal.entity.js';
import { ResidentLinkEntity } from './resident.link.entity.js';
import { sealedColumns } from './sealed.columns.js';
import { FulfilledByNobody1772000028500 } from './migrations/1772000028500-fulfilled-by-nobody.js';
import { NeedSeriesEntity, SeriesSkipEntity, SeriesStopEntity } from './series.entity.js';
import { NeedStopEntity } from './stop.entity.js';
import { TasksModule } from './tasks.module.js';
import { NeedTemplateEntity } from './template.entity.js';

export const tasksService: ServiceDefinition = {
  name: 'tasks',
  module: TasksModule,
  entities: [
    ResidentEntity,
    ResidentLinkEntity,
    NeedEntity,
    NeedStepEntity,
    ErrandEntity,
    ClaimEntity,
    ServiceRecordEntity,
    ConfirmationEntity,
    RevealEntity,
    NoticeEntity,
    RecordVersionEntity,
    CorrectionEntity,
    DisputeEntity,
    ObjectionEntity,
    CallBackEntity,
    DeclaredTieEntity,
    PairFlagEntity,
    FeedbackEntity,
    NoShowEntity,
    SuspensionEntity,
    NeedTemplateEntity,
    HazardEntity,
    HazardReportEntity,
    HazardStepEntity,
    ReferralEntity,
    ReferralStepEntity,
    NeedStopEntity,
    NeedSeriesEntity,
    SeriesSkipEntity,
    SeriesStopEntity,
    PurchaseEntity,
  ],
  migrations: [
    CreateTasks1772000001000,
    PaymentsAndKinship1772000021000,
    Confirming1772000022000,
    Conduct1772000022100,
    CreditedWhenTold1772000022200,
    CreateMatching1772000023000,
    Grabbing1772000024000,
    Serving1772000024100,
    Safety1772000024200,
    Templates1772000025000,
    Hazards1772000025100,
    Referrals1772000025200,
    Stops1772000025300,
    Series1772000025400,
    Photos1772000025500,
    Purchases1772000025510,
    Reveals1772000025600,
    EndedKinship1772000026000,
    OneOpenHazard1772000026100,
    UnservedNeeds1772000026200,
    CancelledSlips1772000026300,
    ResidentLinks1772000026400,
    ReferralContacts1772000026500,
    SeriesWithMore1772000026600,
    LocationConsent1772000027000,
    OwnData1772000027010,
    Qualified1772000028000,
    CorrectionsExpire1772000028100,
    FulfilledByNobody1772000028500,
    EndedErrands1772000029000,
    ConflictsOfInterest1772000029500,
    GroupNeeds1772000029600,
    MergedRecords1772000029700,
    GroupsOfSeries1772000029910,
    LostQualifications1772000037900,
    MergedPeople1772000038300,
    RevealSearches1772000047210,
    WaitedSeconds1772000048000,
    VolunteersBySite1772000063000,
  ],
  sealed: sealedColumns,
  constraints: {
    resident_identity: 'resident.exists',
    claim_no_double_booking: 'claim.overlaps',
    confirmation_of_another_role: 'record.sameApprover',
    kinship_pair: 'kinship.exists',
    kinship_two_people: 'kinship.oneself',
    kinship_two_confirmers: 'kinship.sameConfirmer',
    correction_open: 'record.correctionOpen',
    correction_of_another_role: 'record.sameApprover',
    objection_open: 'record.objectionOpen',
    feedback_once_a_side: 'feedback.given',
    referral_one_open: 'referral.isOpen',
    need_template_version: 'template.versionConflict',
    need_template_key: 'template.keyTaken',
    purchase_once: 'purchase.exists',
    resident_link_one: 'link.taken',
    hazard_one_open: 'hazard.openNearby',
  },
  settings: ['seal', 'tasks', 'calls', 'confirming'],
};
