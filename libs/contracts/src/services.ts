import { approvals } from './approvals.js';
import { campaigns } from './campaigns.js';
import { problems } from './problems.js';
import { deadLetters } from './dead-letters.js';
import { delegations } from './delegations.js';
import { certificateBatches } from './certificate.batches.js';
import { certificateEvents, certificates, servedFacts, staffNames } from './certificates.js';
import { confirming } from './confirming.js';
import { consents } from './consents.js';
import type { EventContract, RpcContract, ServiceName } from './contract.js';
import { errandMap } from './errand.map.js';
import { errands } from './errands.js';
import { errandEvents } from './errands.events.js';
import { evidence, evidenceEvents } from './evidence.js';
import { grabbing, grabbingEvents } from './grabbing.js';
import { guardians } from './guardians.js';
import { holding } from './holding.js';
import { hardship } from './hardship.js';
import { hazardEvents, hazards } from './hazards.js';
import { goods } from './goods.js';
import { kinship, standing } from './kinship.js';
import { feedback, feedbackEvents } from './feedback.js';
import { departure, heldErrands } from './departure.js';
import { ledger, ledgerEvents } from './ledger.js';
import { leaving } from './ledger.leaving.js';
import { pool } from './ledger.pool.js';
import { solvency } from './ledger.solvency.js';
import { statements } from './ledger.statements.js';
import { matching, matchingEvents } from './matching.js';
import { mergeEvents, merges } from './merges.js';
import { needBoard } from './needs.board.js';
import { needEvents, needs } from './needs.js';
import { redemption, redemptionEvents } from './redemption.js';
import { qualifications } from './qualifications.js';
import { recordEvents } from './record.events.js';
import { records } from './records.js';
import { referralEvents, referrals } from './referrals.js';
import { hazardReports } from './reporting.hazards.js';
import { dailyReports } from './reporting.daily.js';
import { drilling } from './reporting.drill.js';
import { distributionFacts } from './reporting.distributions.js';
import { creditFacts, reconciliation, registerFacts, taskFacts } from './reporting.facts.js';
import { countedSteps } from './reporting.steps.js';
import { reporting } from './reporting.js';
import { residentAccess, residentLinkEvents, residentLinks } from './resident.links.js';
import { openData } from './reporting.open.js';
import { periodReports } from './reporting.periods.js';
import { ratioReports } from './reporting.ratios.js';
import { recipients } from './reporting.recipients.js';
import { subscriptions } from './reporting.subscriptions.js';
import { reveals } from './reveals.js';
import { revealSearches } from './reveals.search.js';
import { phones, safety, safetyEvents } from './safety.js';
import { registerSealing, serviceSealing, stationSealing } from './sealing.js';
import { secondFactor } from './second-factor.js';
import { serving } from './serving.js';
import { series } from './series.js';
import { creditData, registerData, serviceData } from './own-data.js';
import { waits } from './reporting.waits.js';
import { employment } from './employment.js';
import { organisations } from './organisations.js';
import { personSessions, staffSessions } from './sessions.js';
import { honours } from './honours.js';
import { stars } from './stars.js';
import { staffList } from './staff.js';
import { staffAccounts } from './staff.accounts.js';
import { staffShifts } from './staff.shifts.js';
import { siteShifts } from './site.shifts.js';
import { statistics } from './station.statistics.js';
import { stations } from './stations.js';
import { stops } from './stops.js';
import { templates } from './templates.js';
import { cohortEvents } from './volunteers.cohorts.js';
import { paymentWays } from './payment.ways.js';
import { photos } from './photos.js';
import { comers, portraits } from './portraits.js';
import { purchaseEvents, purchases } from './purchases.js';
import { policies, policyEvents } from './ledger.policies.js';
import { volunteerFacts } from './volunteer.facts.js';
import { messages } from './volunteers.messages.js';
import { moves } from './volunteers.moves.js';
import { volunteerEvents, volunteers } from './volunteers.js';

export interface ServiceMessages {
  /** Requests it answers. */
  answers: RpcContract<object, object>[];
  /** Services it may send requests to. */
  calls: ServiceName[];
  /** The only requests it may send to them; any of theirs unless told. */
  asks?: RpcContract<object, object>[];
  /** Events it owns and publishes. */
  publishes: EventContract<object>[];
  /** Events it consumes through its inbox. */
  consumes: EventContract<object>[];
}

/**
 * Who talks to whom. NATS permissions are generated from this table, so a service that oversteps it is
 * refused by the server, and a test holds handlers and consumers against it.
 */
export const services: Readonly<Record<ServiceName, ServiceMessages>> = {
  gateway: {
    answers: [],
    calls: ['volunteers', 'stations', 'tasks', 'ledger', 'reporting'],
    publishes: [],
    consumes: [],
  },
  volunteers: {
    answers: [
      ...Object.values(volunteers),
      ...Object.values(consents),
      ...Object.values(registerData),
      ...Object.values(departure),
      ...Object.values(moves),
      ...Object.values(merges),
      ...Object.values(messages),
      ...Object.values(portraits),
      ...Object.values(qualifications),
      ...Object.values(guardians),
      ...Object.values(personSessions),
      ...Object.values(standing),
      ...Object.values(phones),
      ...Object.values(residentAccess),
      ...Object.values(volunteerFacts),
      ...Object.values(registerFacts),
      ...Object.values(certificates),
      ...Object.values(certificateBatches),
      ...Object.values(stars),
      ...Object.values(honours),
      ...Object.values(registerSealing),
    ],
    calls: ['stations', 'tasks'],
    asks: [...Object.values(stations), staffNames.get, heldErrands.count, servedFacts.inPeriod],
    publishes: [
      ...Object.values(volunteerEvents),
      ...Object.values(mergeEvents),
      ...Object.values(cohortEvents),
      ...Object.values(certificateEvents),
    ],
    consumes: [
      errandEvents.recordConfirmed,
      residentLinkEvents.moved,
      feedbackEvents.given,
      matchingEvents.alerted,
    ],
  },
  stations: {
    answers: [
      ...Object.values(stations),
      ...Object.values(staffSessions),
      ...Object.values(secondFactor),
      ...Object.values(approvals),
      ...Object.values(delegations),
      ...Object.values(statistics),
      ...Object.values(campaigns),
      ...Object.values(problems),
      ...Object.values(staffNames),
      ...Object.values(staffList),
      ...Object.values(staffShifts),
      ...Object.values(organisations),
      ...Object.values(employment),
      ...Object.values(staffAccounts),
      ...Object.values(deadLetters),
      ...Object.values(stationSealing),
    ],
    calls: [],
    publishes: [],
    consumes: [],
  },
  tasks: {
    answers: [
      ...Object.values(needs),
      ...Object.values(needBoard),
      ...Object.values(errands),
      ...Object.values(templates),
      ...Object.values(hazards),
      ...Object.values(hardship),
      ...Object.values(referrals),
      ...Object.values(reveals),
      ...Object.values(revealSearches),
      ...Object.values(residentLinks),
      ...Object.values(series),
      ...Object.values(stops),
      ...Object.values(grabbing),
      ...Object.values(holding),
      ...Object.values(errandMap),
      ...Object.values(siteShifts),
      ...Object.values(matching),
      ...Object.values(serving),
      ...Object.values(safety),
      ...Object.values(kinship),
      ...Object.values(records),
      ...Object.values(confirming),
      ...Object.values(feedback),
      ...Object.values(photos),
      ...Object.values(comers),
      ...Object.values(paymentWays),
      ...Object.values(taskFacts),
      ...Object.values(countedSteps),
      ...Object.values(purchases),
      ...Object.values(serviceData),
      ...Object.values(heldErrands),
      ...Object.values(servedFacts),
      ...Object.values(distributionFacts),
      ...Object.values(serviceSealing),
    ],
    calls: ['stations', 'ledger', 'volunteers'],
    asks: [
      ...Object.values(stations),
      redemption.priceErrand,
      redemption.holdForErrand,
      standing.ofVolunteer,
      phones.sealedPhone,
      portraits.sealed,
      residentAccess.provenPhones,
      volunteerFacts.withNumber,
    ],
    publishes: [
      ...Object.values(needEvents),
      ...Object.values(errandEvents),
      ...Object.values(hazardEvents),
      ...Object.values(referralEvents),
      ...Object.values(residentLinkEvents),
      ...Object.values(grabbingEvents),
      ...Object.values(redemptionEvents),
      ...Object.values(recordEvents),
      ...Object.values(feedbackEvents),
      ...Object.values(matchingEvents),
      ...Object.values(safetyEvents),
      ...Object.values(purchaseEvents),
    ],
    consumes: [
      volunteerEvents.verified,
      mergeEvents.merged,
      ledgerEvents.creditsPosted,
      policyEvents.earningDecided,
      errandEvents.opened,
      errandEvents.released,
      grabbingEvents.takeoverOffered,
    ],
  },
  ledger: {
    answers: [
      ...Object.values(ledger),
      ...Object.values(evidence),
      ...Object.values(statements),
      ...Object.values(solvency),
      ...Object.values(redemption),
      ...Object.values(goods),
      ...Object.values(policies),
      ...Object.values(pool),
      ...Object.values(leaving),
      ...Object.values(creditFacts),
      ...Object.values(creditData),
    ],
    calls: ['tasks', 'volunteers'],
    asks: [errands.countConfirmed, kinship.getPairFacts, volunteerFacts.agesOn],
    publishes: [
      ...Object.values(ledgerEvents),
      ...Object.values(evidenceEvents),
      ...Object.values(policyEvents),
    ],
    consumes: [
      volunteerEvents.verified,
      mergeEvents.merged,
      cohortEvents.known,
      errandEvents.recordConfirmed,
      redemptionEvents.errandSettled,
    ],
  },
  reporting: {
    answers: [
      ...Object.values(reporting),
      ...Object.values(hazardReports),
      ...Object.values(waits),
      ...Object.values(reconciliation),
      ...Object.values(drilling),
      ...Object.values(dailyReports),
      ...Object.values(periodReports),
      ...Object.values(ratioReports),
      ...Object.values(recipients),
      ...Object.values(subscriptions),
      ...Object.values(openData),
    ],
    calls: ['stations', 'tasks', 'volunteers', 'ledger'],
    asks: [
      ...Object.values(stations),
      statistics.figures,
      ...Object.values(distributionFacts),
      ...Object.values(taskFacts),
      ...Object.values(registerFacts),
      ...Object.values(creditFacts),
    ],
    publishes: [],
    consumes: [
      volunteerEvents.registered,
      volunteerEvents.verified,
      mergeEvents.merged,
      needEvents.forwarded,
      needEvents.moved,
      hazardEvents.reported,
      hazardEvents.moved,
      errandEvents.opened,
      errandEvents.claimed,
      errandEvents.released,
      errandEvents.checkedIn,
      errandEvents.finished,
      errandEvents.expired,
      errandEvents.cancelled,
      purchaseEvents.moved,
      errandEvents.recordConfirmed,
      ledgerEvents.creditsPosted,
    ],
  },
};

/**
 * Events nobody's inbox needs: the gateway hints at them, or outsiders keep what they tell. Said here so that a
 * forgotten consumer is found.
 */
export const unconsumedEvents: EventContract<object>[] = [
  ...Object.values(certificateEvents),
  hazardEvents.told,
  referralEvents.moved,
  referralEvents.overdue,
  ...Object.values(recordEvents),
  feedbackEvents.noShowMoved,
  feedbackEvents.suspensionMoved,
  matchingEvents.queued,
  matchingEvents.unclaimed,
  matchingEvents.dispatchMoved,
  ...Object.values(safetyEvents),
  evidenceEvents.headPublished,
];
