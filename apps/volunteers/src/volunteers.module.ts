import { registerSealing } from '#contracts';
import { Module } from '@nestjs/common';
import { Clock, type Config, Database, Seal, Sessions, tokens, sealingController } from '#platform';
import { ScheduleModule } from '@nestjs/schedule';
import { CertificateBatchesController } from './certificate.batches.controller.js';
import { CertificateBatchesJob } from './certificate.batches.job.js';
import { CertificateBatchesService } from './certificate.batches.service.js';
import { CertificateKeys } from './certificate.keys.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesReadingService } from './certificates.reading.service.js';
import { CertificatesService } from './certificates.service.js';
import { CohortsService } from './cohorts.service.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsService } from './consents.service.js';
import { FactsController } from './facts.controller.js';
import { FactsService } from './facts.service.js';
import { GuardiansController } from './guardians.controller.js';
import { GuardiansService } from './guardians.service.js';
import { HonoursController } from './honours.controller.js';
import { HonoursService } from './honours.service.js';
import { LeavingController } from './leaving.controller.js';
import { LeavingService } from './leaving.service.js';
import { MergesController } from './merges.controller.js';
import { MergesService } from './merges.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesJob } from './messages.job.js';
import { MessagesService } from './messages.service.js';
import { MinutesService } from './minutes.service.js';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';
import { NewsService } from './news.service.js';
import { OwnDataController } from './own.data.js';
import { PortraitsController } from './portraits.controller.js';
import { PortraitsService } from './portraits.service.js';
import { QualificationsController } from './qualifications.controller.js';
import { QualificationsService } from './qualifications.service.js';
import { RegistrationService } from './registration.service.js';
import { SessionsController } from './sessions.controller.js';
import { RegisterFactsController } from './register.facts.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { ResidentAccessController } from './resident.access.controller.js';
import { ResidentAccessService } from './resident.access.service.js';
import { StandingService } from './standing.service.js';
import { StarsController } from './stars.controller.js';
import { StarsService } from './stars.service.js';
import { VolunteersConsumer } from './volunteers.consumer.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersService } from './volunteers.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [
    VolunteersController,
    CertificatesController,
    CertificateBatchesController,
    ConsentsController,
    LeavingController,
    MovesController,
    MergesController,
    MessagesController,
    OwnDataController,
    PortraitsController,
    QualificationsController,
    GuardiansController,
    FactsController,
    SessionsController,
    RegisterFactsController,
    SignInController,
    StarsController,
    HonoursController,
    ResidentAccessController,
    VolunteersConsumer,
    sealingController(registerSealing),
  ],
  providers: [
    CertificatesService,
    CertificateBatchesService,
    CertificateBatchesJob,
    CertificatesReadingService,
    CohortsService,
    ConsentsService,
    FactsService,
    LeavingService,
    MovesService,
    MergesService,
    MessagesService,
    MessagesJob,
    NewsService,
    MinutesService,
    PortraitsService,
    QualificationsService,
    GuardiansService,
    RegistrationService,
    VolunteersService,
    SignInService,
    ResidentAccessService,
    StandingService,
    StarsService,
    HonoursService,
    {
      provide: Seal,
      inject: [tokens.config],
      useFactory: (config: Config<'seal'>) => Seal.fromFile(config.sealKeyFile),
    },
    {
      provide: CertificateKeys,
      inject: [tokens.config],
      useFactory: ({ certificateKeyFile }: Config<'certificates'>) =>
        CertificateKeys.open(certificateKeyFile),
    },
    {
      provide: Sessions,
      inject: [Database, Clock, tokens.config],
      useFactory: (database: Database, clock: Clock, config: Config<'sessions'>) =>
        new Sessions(database, clock, config.sessionDays),
    },
  ],
})
export class VolunteersModule {}
