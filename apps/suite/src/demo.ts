import {
  checkCharacter,
  DomainError,
  needs,
  type RegionView,
  requiredConsents,
  type RpcContract,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { connectNats, newTraceId, readConfig, RpcClient, type RunningService, startService } from '#platform';
import { stationsService } from '../../stations/src/definition.js';
import { tasksService } from '../../tasks/src/definition.js';
import { volunteersService } from '../../volunteers/src/definition.js';
import * as data from './demo.data.js';

/** Changes with the data; what an older version loaded stays until `npm start -- --reset`. */
export const demoVersion = '1';

/** Who can sign in, for the closing lines of a start. */
export const demoLogins = [
  ...data.staff.map(({ userName, who }) => ({ who, name: userName, password: data.demoPassword })),
  { who: '20 个居委会 committees', name: 'teda-c01 … teda-c20', password: data.demoPassword },
  {
    who: `${data.couriers.length} 名骑手 couriers`,
    name: `${data.couriers[0]?.phone} … ${data.couriers.at(-1)?.phone}`,
    password: '短信验证码 SMS code',
  },
];

/** Told before each step. */
export type DemoReport = (zh: string, en: string) => void;

type Ask = <I extends object, O extends object>(contract: RpcContract<I, O>, input: I) => Promise<O>;

const callsAtATime = 16;

/**
 * Loads the demonstration through the same contracts as everybody, so nothing gets past a rule. Where the
 * services are not running it starts those it needs for as long as it takes. Loading again changes nothing.
 */
export async function loadDemo(env: NodeJS.ProcessEnv, report: DemoReport = () => undefined): Promise<void> {
  const connection = await connectNats('gateway', readConfig('gateway', ['common'], env).natsUrl);
  const call = { actor: systemActor('gateway'), traceId: newTraceId() };
  const client = new RpcClient(connection);
  const ask: Ask = (contract, input) => client.call(contract, input, call);
  const started = await startServices(ask, env);
  try {
    const { children: communities } = await ask(stations.getRegion, { code: data.subdistrict });
    report('单位与人员', 'bodies and staff');
    await loadBodies(ask, communities);
    await loadStaff(ask, communities);
    report(`${data.couriers.length} 名骑手`, `${data.couriers.length} couriers`);
    await loadCouriers(ask, communities);
    report(`${data.residents.length} 位居民`, `${data.residents.length} residents`);
    await loadResidents(ask, communities);
  } finally {
    await Promise.all(started.map((service) => service.stop()));
    await connection.close();
  }
}

/** Services run together or not at all: one is asked for all. */
async function startServices(ask: Ask, env: NodeJS.ProcessEnv): Promise<RunningService[]> {
  const fault: unknown = await ask(stations.getRegion, { code: data.subdistrict }).catch(
    (error: unknown) => error,
  );
  if (!(fault instanceof DomainError) || fault.code !== 'service.unavailable') return [];
  const needed = [stationsService, volunteersService, tasksService];
  return Promise.all(needed.map((definition) => startService(definition, env)));
}

async function loadBodies(ask: Ask, communities: RegionView[]): Promise<void> {
  const committees = communities.map(({ code, name }) => ({
    id: data.committeeId(code),
    kind: 'residentsCommittee' as const,
    name,
    region: code,
  }));
  await each([...data.bodies, ...committees, ...data.courierSites], (body) =>
    ask(stations.createOrganisation, body),
  );
}

async function loadStaff(ask: Ask, communities: RegionView[]): Promise<void> {
  const committeeStaff = communities.map(({ code }) => ({
    userName: data.committeeUser(code),
    displayName: '示例居委干事',
    role: 'committee' as const,
    organisationId: data.committeeId(code),
  }));
  const officers = data.staff.map(({ userName, displayName, role, organisationId }) => ({
    userName,
    displayName,
    role,
    organisationId,
  }));
  await each([...officers, ...committeeStaff], (person) =>
    ask(stations.createStaff, { ...person, id: data.staffId(person.userName), password: data.demoPassword }),
  );
}

async function loadCouriers(ask: Ask, communities: RegionView[]): Promise<void> {
  await each(data.couriers, async ({ id, name, phone, idDigits, siteId, community, skills }) => {
    await ask(volunteers.register, {
      id,
      name,
      phone,
      idNumber: idDigits + checkCharacter(idDigits),
      communityCode: codeOf(communities, community),
      courierSiteId: siteId,
      skills,
      consents: [...requiredConsents],
    });
    await ask(volunteers.verify, { id, decision: 'verified' });
  });
}

async function loadResidents(ask: Ask, communities: RegionView[]): Promise<void> {
  await each(data.residents, ({ community, ...resident }) =>
    ask(needs.registerResident, { ...resident, communityCode: codeOf(communities, community) }),
  );
}

function codeOf(communities: RegionView[], index: number): string {
  const community = communities[index];
  if (!community) throw new Error(`${data.subdistrict} has no community ${index + 1}`);
  return community.code;
}

/** Works through a list, some at a time. What an older version of the demonstration wrote is left alone. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item).catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'idempotency.conflict') throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: callsAtATime }, worker));
}
