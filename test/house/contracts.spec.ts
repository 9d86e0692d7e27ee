import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  approvals,
  certificateBatches,
  certificateEvents,
  certificates,
  confirming,
  consents,
  type ErrorCode,
  errorCatalogue,
  type EventContract,
  cohortEvents,
  creditData,
  creditFacts,
  deadLetters,
  registerSealing,
  serviceSealing,
  stationSealing,
  delegations,
  dailyReports,
  drilling,
  errandEvents,
  errandMap,
  errands,
  evidence,
  evidenceEvents,
  hardship,
  hazardEvents,
  hazardReports,
  hazards,
  honours,
  guardians,
  grabbing,
  grabbingEvents,
  goods,
  kinship,
  departure,
  heldErrands,
  feedback,
  comers,
  paymentWays,
  photos,
  portraits,
  purchases,
  purchaseEvents,
  feedbackEvents,
  leaving,
  ledger,
  ledgerEvents,
  matching,
  moves,
  matchingEvents,
  mergeEvents,
  merges,
  needEvents,
  needs,
  redemption,
  redemptionEvents,
  recordEvents,
  records,
  policies,
  policyEvents,
  pool,
  qualifications,
  recipients,
  reconciliation,
  referralEvents,
  registerData,
  registerFacts,
  referrals,
  reporting,
  type RpcContract,
  series,
  type ServiceName,
  serviceNames,
  standing,
  services,
  solvency,
  safety,
  safetyEvents,
  phones,
  serviceData,
  servedFacts,
  serving,
  secondFactor,
  stars,
  statements,
  statistics,
  campaigns,
  problems,
  subscriptions,
  stations,
  stops,
  taskFacts,
  templates,
  unconsumedEvents,
  personSessions,
  residentAccess,
  residentLinkEvents,
  residentLinks,
  reveals,
  revealSearches,
  staffAccounts,
  staffList,
  staffNames,
  staffSessions,
  staffShifts,
  organisations,
  employment,
  siteShifts,
  volunteerEvents,
  volunteerFacts,
  volunteers,
  waits,
  type Wording,
} from '#contracts';
import { type HandlerExtras, projectRoot } from '#platform';
import { definitions } from '../../apps/suite/src/definitions.js';

/** What Nest's decorators left on a method: the message it takes, and how many parameters it is given. */
interface Handler {
  name: string;
  subject: string;
  isEvent: boolean;
  extras: HandlerExtras;
  parameters: number;
}

const eventHandler = 2;

/** Every handler of the controllers that a service's module lists. */
function handlersOf({ module }: (typeof definitions)[number]): Handler[] {
  const controllers = Reflect.getMetadata('controllers', module) as { prototype: object; name: string }[];
  return controllers.flatMap((controller) =>
    Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(([key, { value }]) => {
      const method = value as object;
      const subjects = Reflect.getMetadata('microservices:pattern', method) as string[] | undefined;
      const parameters = Reflect.getMetadata('__routeArguments__', controller, key) as object | undefined;
      return (subjects ?? []).flat().map((subject) => ({
        name: `${controller.name}.${key}`,
        subject,
        isEvent: Reflect.getMetadata('microservices:handler_type', method) === eventHandler,
        extras: (Reflect.getMetadata('microservices:pattern_extras', method) ?? {}) as HandlerExtras,
        parameters: Object.keys(parameters ?? {}).length,
      }));
    }),
  );
}

const subjectsOf = (contracts: readonly { subject: string }[]) => contracts.map(({ subject }) => subject);
const allEvents = serviceNames.flatMap((name) => services[name].publishes);

describe.each(definitions.map((definition) => [definition.name, definition] as const))(
  '%s',
  (name, definition) => {
    const handlers = handlersOf(definition);

    it('answers every request that is its own, each with one handler', () => {
      const answered = handlers.filter(({ isEvent }) => !isEvent);
      expect(subjectsOf(answered).sort()).toEqual(subjectsOf(services[name].answers).sort());
      const foreign = services[name].answers.filter(
        ({ subject }) => !subject.startsWith(`shunlu.rpc.v1.${name}.`),
      );
      expect(foreign).toEqual([]);
    });

    it('takes batches where the contract is batched, and single requests elsewhere', () => {
      for (const { subject, extras, parameters } of handlers.filter(({ isEvent }) => !isEvent))
        expect([subject, parameters]).toEqual([subject, extras.contract?.batched ? 1 : 2]);
    });

    it('consumes every event it declares, each with one consumer, and no other', () => {
      const consumed = handlers.filter(({ isEvent }) => isEvent);
      expect(subjectsOf(consumed).sort()).toEqual(subjectsOf(services[name].consumes).sort());
    });
  },
);

describe('events', () => {
  it('are each consumed by a service, or declared to be for hints only', () => {
    const consumed = new Set(subjectsOf(serviceNames.flatMap((name) => services[name].consumes)));
    const unheard = allEvents.filter(({ subject }) => !consumed.has(subject));
    expect(subjectsOf(unheard)).toEqual(subjectsOf(unconsumedEvents));
  });

  it('are each published by the service that owns them', () => {
    for (const name of serviceNames)
      for (const { subject, owner } of services[name].publishes)
        expect([subject, owner]).toEqual([subject, name]);
    expect(new Set(subjectsOf(allEvents)).size).toBe(allEvents.length);
  });
});

/** The sources of a folder, without specs, as one text. */
function sourceOf(folder: string): string {
  const files = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!\.spec)\.ts$/.test(file))
    .map((file) => readFileSync(join(projectRoot, folder, file), 'utf8'))
    .join('\n');
}

const platform = sourceOf('libs/platform/src');
const sources = Object.fromEntries(
  serviceNames.map((name) => [name, sourceOf(`apps/${name}/src`)]),
) as Record<ServiceName, string>;

/** Name under which a group of contracts is imported → the contracts in it. */
const requestGroups: Record<string, Record<string, RpcContract<object, object>>> = {
  volunteers,
  certificates,
  certificateBatches,
  servedFacts,
  staffNames,
  stars,
  honours,
  consents,
  creditData,
  registerData,
  serviceData,
  departure,
  heldErrands,
  moves,
  merges,
  qualifications,
  guardians,
  secondFactor,
  approvals,
  deadLetters,
  registerSealing,
  serviceSealing,
  stationSealing,
  delegations,
  staffAccounts,
  staffList,
  staffShifts,
  organisations,
  employment,
  siteShifts,
  stations,
  needs,
  errandMap,
  errands,
  grabbing,
  records,
  confirming,
  feedback,
  comers,
  paymentWays,
  photos,
  portraits,
  purchases,
  matching,
  serving,
  safety,
  phones,
  ledger,
  evidence,
  statements,
  statistics,
  campaigns,
  problems,
  solvency,
  redemption,
  goods,
  kinship,
  standing,
  policies,
  pool,
  leaving,
  volunteerFacts,
  taskFacts,
  registerFacts,
  creditFacts,
  dailyReports,
  drilling,
  recipients,
  subscriptions,
  reconciliation,
  reporting,
  waits,
  templates,
  hardship,
  hazards,
  hazardReports,
  referrals,
  series,
  stops,
  residentAccess,
  residentLinks,
  reveals,
  revealSearches,
  personSessions,
  staffSessions,
};
const eventGroups: Record<string, Record<string, EventContract<object>>> = {
  volunteerEvents,
  mergeEvents,
  certificateEvents,
  cohortEvents,
  needEvents,
  errandEvents,
  grabbingEvents,
  safetyEvents,
  recordEvents,
  feedbackEvents,
  matchingEvents,
  ledgerEvents,
  evidenceEvents,
  hazardEvents,
  redemptionEvents,
  policyEvents,
  referralEvents,
  purchaseEvents,
  residentLinkEvents,
};

/** Contracts that a text names, as `group.contract` or, told apart at run time, `group[step]` and `'contract'`. */
function named<C>(text: string, groups: Record<string, Record<string, C>>): C[] {
  return Object.entries(groups).flatMap(([group, contracts]) =>
    Object.entries(contracts).flatMap(([key, contract]) => {
      const isNamed = new RegExp(`(?<![.\\w])${group}\\.${key}\\b`).test(text);
      const isIndexed = text.includes(`${group}[`) && text.includes(`'${key}'`);
      return isNamed || isIndexed ? [contract] : [];
    }),
  );
}

describe.each(serviceNames)('the code of %s', (name) => {
  const { answers, calls, publishes } = services[name];

  it('calls the services it declares, and no other: NATS would refuse it', () => {
    const called = named(sources[name], requestGroups).map(({ subject }) => subject.split('.')[3]);
    expect([...new Set(called)].filter((service) => service !== name).sort()).toEqual([...calls].sort());
  });

  it('tells every event it declares to publish', () => {
    const told = subjectsOf(named(sources[name], eventGroups));
    expect(subjectsOf(publishes).filter((subject) => !told.includes(subject))).toEqual([]);
  });

  it('can answer with every error its contracts declare', () => {
    // By its own code, the platform's, or passed on from a service it calls.
    const passedOn = calls.flatMap((service) => services[service].answers.flatMap(({ errors }) => errors));
    const impossible = answers
      .flatMap(({ errors }) => errors)
      .filter((code) => !`${sources[name]}${platform}`.includes(`'${code}'`) && !passedOn.includes(code));
    expect([...new Set(impossible)]).toEqual([]);
  });

  it('throws no error that its contracts hide', () => {
    const declared = answers.flatMap(({ errors }) => errors);
    const thrown = [...sources[name].matchAll(/DomainError\(\s*'([\w.]+)'/g)].map(
      ([, code]) => code as ErrorCode,
    );
    const hidden =
      name === 'gateway' ? [] : thrown.filter((code) => !declared.includes(code) && !anywhere.has(code));
    expect([...new Set(hidden)]).toEqual([]);
  });
});

/** What any request can end in, so that no contract names it. */
const anywhere = new Set<ErrorCode>([
  'request.invalid',
  'auth.required',
  'access.denied',
  'service.unavailable',
  'service.deadline',
  'service.internal',
]);

describe('the error catalogue', () => {
  const everything = `${Object.values(sources).join('\n')}${platform}`;

  it('has no entry that nobody can answer with', () => {
    const codes = Object.keys(errorCatalogue);
    expect(codes.filter((code) => !everything.includes(`'${code}'`))).toEqual([]);
  });

  it('has every code that is thrown', () => {
    const thrown = [...everything.matchAll(/DomainError\(\s*'([\w.]+)'/g)].map(([, code]) => code ?? '');
    expect(thrown.length).toBeGreaterThan(50);
    expect([...new Set(thrown)].filter((code) => !(code in errorCatalogue))).toEqual([]);
  });

  it('is filled from the same data in both languages', () => {
    const slots = (wording: string) => [...wording.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
    const wordings: [string, Wording][] = Object.entries(errorCatalogue).flatMap(
      ([code, { title, advice }]) => [
        [`${code} title`, title],
        [`${code} advice`, advice],
      ],
    );
    for (const [where, { zh, en }] of wordings) expect([where, slots(zh)]).toEqual([where, slots(en)]);
  });
});
