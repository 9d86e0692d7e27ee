import type { NatsConnection } from '@nats-io/transport-node';
import { stationSealing } from '#contracts';
import { Module } from '@nestjs/common';
import {
  Clock,
  type Config,
  Database,
  DeadLetters,
  Seal,
  Sessions,
  tokens,
  sealingController,
} from '#platform';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { ApprovalsController } from './approvals.controller.js';
import { ApprovalsService } from './approvals.service.js';
import { CredentialsService } from './credentials.service.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLettersService } from './dead-letters.service.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { EmploymentController } from './employment.controller.js';
import { EmploymentService } from './employment.service.js';
import { OrganisationChangesService } from './organisation.changes.service.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { PasswordsService } from './passwords.service.js';
import { RegionsController } from './regions.controller.js';
import { RegionsService } from './regions.service.js';
import { RoleAuditService } from './role-audit.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInService } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { StaffListService } from './staff-list.service.js';
import { StaffShiftsController } from './staff-shifts.controller.js';
import { StaffShiftsService } from './staff-shifts.service.js';
import { StaffService } from './staff.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsService } from './campaigns.service.js';
import { ProblemsController } from './problems.controller.js';
import { ProblemsService } from './problems.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  controllers: [
    OrganisationsController,
    RegionsController,
    SessionsController,
    SecondFactorController,
    StaffController,
    AccountsController,
    ApprovalsController,
    DelegationsController,
    DeadLettersController,
    StatisticsController,
    CampaignsController,
    ProblemsController,
    StaffShiftsController,
    EmploymentController,
    sealingController(stationSealing),
  ],
  providers: [
    OrganisationsService,
    OrganisationChangesService,
    EmploymentService,
    RegionsService,
    CredentialsService,
    SecondFactorService,
    SignInService,
    StaffService,
    AccountsService,
    PasswordsService,
    ApprovalsService,
    DelegationsService,
    DeadLettersService,
    StaffListService,
    RoleAuditService,
    StatisticsService,
    CampaignsService,
    ProblemsService,
    StaffShiftsService,
    {
      provide: DeadLetters,
      inject: [tokens.nats],
      useFactory: (connection: NatsConnection) => DeadLetters.open(connection),
    },
    {
      provide: Seal,
      inject: [tokens.config],
      useFactory: (config: Config<'seal'>) => Seal.fromFile(config.sealKeyFile),
    },
    {
      provide: Sessions,
      inject: [Database, Clock, tokens.config],
      useFactory: (database: Database, clock: Clock, config: Config<'sessions'>) =>
        new Sessions(database, clock, config.sessionDays),
    },
  ],
})
export class StationsModule {}
