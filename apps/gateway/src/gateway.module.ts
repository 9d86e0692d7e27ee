import { type Config, type Log, type Probe, RpcClient, tokens } from '#platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessTokens } from './access.tokens.js';
import { AccountsController } from './accounts.controller.js';
import { SealingController } from './sealing.controller.js';
import { AdministrationController } from './administration.controller.js';
import { ApprovalsController } from './approvals.controller.js';
import { AuthController } from './auth.controller.js';
import { CertificateBatchesController } from './certificate.batches.controller.js';
import { CertificatesController } from './certificates.controller.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ConfirmingController } from './confirming.controller.js';
import { ConsentsController } from './consents.controller.js';
import { DocsController, documentToken } from './docs.controller.js';
import { ErrandsController } from './errands.controller.js';
import { GrabbingController } from './grabbing.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { GuardiansController } from './guardians.controller.js';
import { HardshipController } from './hardship.controller.js';
import { HazardsController } from './hazards.controller.js';
import { FeedbackController } from './feedback.controller.js';
import { GoodsController } from './goods.controller.js';
import { HealthController, probesToken } from './health.controller.js';
import { HintServer } from './hint.server.js';
import { HintsController } from './hints.controller.js';
import { KinshipController } from './kinship.controller.js';
import { DepartureController } from './departure.controller.js';
import { LedgerController } from './ledger.controller.js';
import { MatchingController } from './matching.controller.js';
import { MergesController } from './merges.controller.js';
import { MessagesController } from './messages.controller.js';
import { NeedsController } from './needs.controller.js';
import { describeApi } from './openapi.js';
import { OpenController } from './open.controller.js';
import { OwnDataController } from './own.data.controller.js';
import { PhotosController } from './photos.controller.js';
import { PortraitsController } from './portraits.controller.js';
import { PurchasesController } from './purchases.controller.js';
import { PoolController } from './pool.controller.js';
import { PoliciesController } from './policies.controller.js';
import { QualificationsController } from './qualifications.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RecordsController } from './records.controller.js';
import { RedemptionController } from './redemption.controller.js';
import { ReferralsController } from './referrals.controller.js';
import { ReportFilesController } from './report.files.controller.js';
import { ReportsController } from './reports.controller.js';
import { ResidentLinksController } from './resident.links.controller.js';
import { RevealsController } from './reveals.controller.js';
import { SafetyController } from './safety.controller.js';
import { ServingController } from './serving.controller.js';
import { SessionWatch } from './session.watch.js';
import { SessionsController } from './sessions.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SeriesController } from './series.controller.js';
import { HonoursController } from './honours.controller.js';
import { StarsController } from './stars.controller.js';
import { StationsController } from './stations.controller.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { StopsController } from './stops.controller.js';
import { TemplatesController } from './templates.controller.js';
import { CampaignsController } from './campaigns.controller.js';
import { ProblemsController } from './problems.controller.js';
import { EmploymentController } from './employment.controller.js';
import { StaffShiftsController } from './staff-shifts.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { StatementsController } from './statements.controller.js';
import { VerifyController } from './verify.controller.js';
import { VolunteersController } from './volunteers.controller.js';

/** The operations of the API, in the order the documentation shows them. */
export const apiControllers = [
  AuthController,
  SecondFactorController,
  SessionsController,
  StationsController,
  ApprovalsController,
  AdministrationController,
  SealingController,
  AccountsController,
  VolunteersController,
  MergesController,
  QualificationsController,
  GuardiansController,
  ConsentsController,
  OwnDataController,
  DepartureController,
  CertificatesController,
  CertificateBatchesController,
  StarsController,
  HonoursController,
  NeedsController,
  ResidentLinksController,
  TemplatesController,
  KinshipController,
  SeriesController,
  ReferralsController,
  ErrandsController,
  StopsController,
  GrabbingController,
  MatchingController,
  MessagesController,
  ServingController,
  RevealsController,
  SafetyController,
  RecordsController,
  HazardsController,
  PhotosController,
  PortraitsController,
  PurchasesController,
  HardshipController,
  ConfirmingController,
  FeedbackController,
  LedgerController,
  StatementsController,
  RedemptionController,
  GoodsController,
  EvidenceController,
  PoliciesController,
  PoolController,
  ReportsController,
  ComparisonsController,
  SubscriptionsController,
  ReportFilesController,
  OpenController,
  StaffShiftsController,
  EmploymentController,
  StatisticsController,
  CampaignsController,
  ProblemsController,
];

/** What is made before Nest starts. */
export interface GatewayParts {
  config: Config<'common' | 'gateway'>;
  log: Log;
  rpc: RpcClient;
  accessTokens: AccessTokens;
  hints: HintServer;
  watch: SessionWatch;
  probes: Record<string, Probe>;
}

@Module({})
export class GatewayModule {
  static with({ config, log, rpc, accessTokens, hints, watch, probes }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [...apiControllers, HintsController, HealthController, DocsController, VerifyController],
      providers: [
        { provide: tokens.config, useValue: config },
        { provide: tokens.log, useValue: log },
        { provide: RpcClient, useValue: rpc },
        { provide: AccessTokens, useValue: accessTokens },
        { provide: HintServer, useValue: hints },
        { provide: SessionWatch, useValue: watch },
        { provide: probesToken, useValue: probes },
        { provide: documentToken, useFactory: () => describeApi(apiControllers as never[]) },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
