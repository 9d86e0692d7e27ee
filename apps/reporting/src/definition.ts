import { MergedPeople1772000038300, type ServiceDefinition } from '#platform';
import { ActiveMonths1772000069000 } from './migrations/1772000069000-active-months.js';
import { EndedErrands1772000059600 } from './migrations/1772000059600-ended-errands.js';
import { PurchaseCosts1772000057300 } from './migrations/1772000057300-purchase-costs.js';
import { CreateReporting1772000001000 } from './migrations/1772000001000-create-reporting.js';
import { CountedRecords1772000051000 } from './migrations/1772000051000-counted-records.js';
import { Hazards1772000054000 } from './migrations/1772000054000-hazards.js';
import { MoreCounters1772000055000 } from './migrations/1772000055000-more-counters.js';
import { OpenData1772000057200 } from './migrations/1772000057200-open-data.js';
import { PublishedDays1772000056000 } from './migrations/1772000056000-published-days.js';
import { PublishedPeriods1772000057000 } from './migrations/1772000057000-published-periods.js';
import { Population1772000057100 } from './migrations/1772000057100-population.js';
import { RegionSums1772000059500 } from './migrations/1772000059500-region-sums.js';
import { Reconciling1772000055100 } from './migrations/1772000055100-reconciling.js';
import { Waits1772000053000 } from './migrations/1772000053000-waits.js';
import { Recipients1772000058100 } from './migrations/1772000058100-recipients.js';
import { Subscriptions1772000058200 } from './migrations/1772000058200-subscriptions.js';
import { ReportingModule } from './reporting.module.js';

/** The read model. All its statements are hand-written sets: there is nothing for TypeORM to map. */
export const reportingService: ServiceDefinition = {
  name: 'reporting',
  module: ReportingModule,
  entities: [],
  migrations: [
    CreateReporting1772000001000,
    MergedPeople1772000038300,
    CountedRecords1772000051000,
    Waits1772000053000,
    Hazards1772000054000,
    MoreCounters1772000055000,
    Reconciling1772000055100,
    PublishedDays1772000056000,
    PublishedPeriods1772000057000,
    Population1772000057100,
    OpenData1772000057200,
    PurchaseCosts1772000057300,
    Recipients1772000058100,
    Subscriptions1772000058200,
    RegionSums1772000059500,
    EndedErrands1772000059600,
    ActiveMonths1772000069000,
  ],
  constraints: {},
  plansOnce: true,
  eventLanes: 2,
  settings: ['reporting', 'webhooks'],
};
