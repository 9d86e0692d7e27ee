import { type Config, Seal, tokens, sealingController } from '#platform';
import { serviceSealing } from '#contracts';
import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AlertsService } from './alerts.service.js';
import { BoardService } from './board.service.js';
import { ClaimsService } from './claims.service.js';
import { ClockService } from './clock.service.js';
import { ConductJob } from './conduct.job.js';
import { ConfirmingService } from './confirming.service.js';
import { CorrectionsService } from './corrections.service.js';
import { DisputesService } from './disputes.service.js';
import { DispatchService } from './dispatch.service.js';
import { DutyService } from './duty.service.js';
import { DevicesService } from './devices.service.js';
import { ErrandEndings } from './endings.service.js';
import { ErrandMapService } from './errand.map.service.js';
import { ErrandsController } from './errands.controller.js';
import { ErrandsService } from './errands.service.js';
import { ExpiryJob } from './expiry.job.js';
import { FairGrabsJob } from './fair.grabs.job.js';
import { FairGrabsService } from './fair.grabs.service.js';
import { GrabbingController } from './grabbing.controller.js';
import { GrabLogService } from './grab.log.service.js';
import { TaskFactsController } from './facts.controller.js';
import { DistributionsService } from './distributions.service.js';
import { TaskFactsService } from './facts.service.js';
import { CountedStepsService } from './counted.steps.service.js';
import { FeedService } from './feed.service.js';
import { MatchingConsumer } from './matching.consumer.js';
import { MatchingController } from './matching.controller.js';
import { MatchingJob } from './matching.job.js';
import { HardshipController } from './hardship.controller.js';
import { HardshipService } from './hardship.service.js';
import { HazardsController } from './hazards.controller.js';
import { HazardsJob } from './hazards.job.js';
import { HazardsService } from './hazards.service.js';
import { HazardViews } from './hazard.views.js';
import { KinshipController } from './kinship.controller.js';
import { KinshipService } from './kinship.service.js';
import { OwnDataController } from './own.data.controller.js';
import { OwnDataService } from './own.data.service.js';
import { LeavingService } from './leaving.service.js';
import { MergesService } from './merges.service.js';
import { PaidNeedsService } from './paid.needs.service.js';
import { PaymentWaysService } from './payment.ways.service.js';
import { PaymentsJob } from './payments.job.js';
import { PaymentsService } from './payments.service.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackService } from './feedback.service.js';
import { NeedsController } from './needs.controller.js';
import { NeedsFollowing } from './needs.following.service.js';
import { NeedsService } from './needs.service.js';
import { NeedViews } from './need.views.js';
import { NoShowsService } from './no-shows.service.js';
import { ObjectionsService } from './objections.service.js';
import { RecordLife } from './record.life.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsJob } from './records.job.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';
import { PurchasesController } from './purchases.controller.js';
import { PurchasesService } from './purchases.service.js';
import { PresenceService } from './presence.service.js';
import { RecordsService } from './records.service.js';
import { ComersController } from './comers.controller.js';
import { ComersService } from './comers.service.js';
import { CallsService } from './calls.service.js';
import { ClaimWatchService } from './claim.watch.service.js';
import { NoticesService } from './notices.service.js';
import { OfflineService } from './offline.service.js';
import { ReferralContacts } from './referral.contacts.service.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsJob } from './referrals.job.js';
import { ReferralsService } from './referrals.service.js';
import { ReferralViews } from './referral.views.js';
import { Recipients } from './recipients.service.js';
import { ResidentsService } from './residents.service.js';
import { RevealsController } from './reveals.controller.js';
import { RevealSearchesService } from './reveal-searches.service.js';
import { RevealsService } from './reveals.service.js';
import { RoundsService } from './rounds.service.js';
import { RetentionJob } from './retention.job.js';
import { SafetyController } from './safety.controller.js';
import { ServingController } from './serving.controller.js';
import { SeriesExtras } from './series.extras.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesJob } from './series.job.js';
import { SeriesService } from './series.service.js';
import { SeriesViews } from './series.views.js';
import { ServingService } from './serving.service.js';
import { SiteShiftsService } from './site.shifts.service.js';
import { SiteDirectory } from './site.directory.js';
import { TakeoversService } from './takeovers.service.js';
import { SlipsService } from './slips.service.js';
import { SuspensionsService } from './suspensions.service.js';
import { TasksConsumer } from './tasks.consumer.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';
import { WatchService } from './watch.service.js';
import { ResidentLinksController } from './resident.links.controller.js';
import { ResidentLinksJob } from './resident.links.job.js';
import { ResidentLinksService } from './resident.links.service.js';
import { StopsController } from './stops.controller.js';
import { StopsService } from './stops.service.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [
    NeedsController,
    ResidentLinksController,
    TemplatesController,
    ErrandsController,
    HazardsController,
    PhotosController,
    PurchasesController,
    HardshipController,
    TaskFactsController,
    ReferralsController,
    SeriesController,
    StopsController,
    GrabbingController,
    KinshipController,
    RecordsController,
    FeedbackController,
    MatchingController,
    ServingController,
    RevealsController,
    OwnDataController,
    SafetyController,
    ComersController,
    TasksConsumer,
    MatchingConsumer,
    sealingController(serviceSealing),
  ],
  providers: [
    Recipients,
    ErrandEndings,
    ResidentsService,
    ResidentLinksService,
    ResidentLinksJob,
    NeedsService,
    BoardService,
    NeedsFollowing,
    KinshipService,
    PaymentsService,
    PaidNeedsService,
    PaymentWaysService,
    LeavingService,
    MergesService,
    OwnDataService,
    PaymentsJob,
    NeedViews,
    TemplatesService,
    HazardsService,
    PhotosService,
    PurchasesService,
    HardshipService,
    DistributionsService,
    TaskFactsService,
    CountedStepsService,
    ReferralsService,
    ReferralContacts,
    ReferralViews,
    ReferralsJob,
    TimelineService,
    SeriesService,
    SeriesExtras,
    SeriesViews,
    SeriesJob,
    StopsService,
    HazardViews,
    HazardsJob,
    ErrandsService,
    ClaimsService,
    FairGrabsService,
    FairGrabsJob,
    TakeoversService,
    GrabLogService,
    RetentionJob,
    ServingService,
    PresenceService,
    NoticesService,
    ClaimWatchService,
    CallsService,
    ComersService,
    DevicesService,
    OfflineService,
    RecordsService,
    RecordLife,
    ConfirmingService,
    CorrectionsService,
    DisputesService,
    ObjectionsService,
    SlipsService,
    ClockService,
    WatchService,
    RecordsJob,
    FeedbackService,
    NoShowsService,
    SuspensionsService,
    ConductJob,
    ExpiryJob,
    FeedService,
    SiteDirectory,
    DutyService,
    AlertsService,
    ErrandMapService,
    SiteShiftsService,
    DispatchService,
    RevealsService,
    RevealSearchesService,
    RoundsService,
    MatchingJob,
    {
      provide: Seal,
      inject: [tokens.config],
      useFactory: ({ sealKeyFile }: Config<'seal'>) => Seal.fromFile(sealKeyFile),
    },
  ],
})
export class TasksModule {}
