import {
  type Actor,
  DomainError,
  errands,
  type NeedView,
  needs,
  type PostNeedInput,
  type ResidentView,
  type ServiceName,
  type ServiceRecordView,
  stations,
  systemActor,
  volunteerEvents,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { serviceDefinition } from './definitions.js';
import { allConsumed, tell } from './events.js';
import { startHouse, type TestHouse } from './house.js';

/** TEDA's first community with its people, tasks and stations running over a clock that a test moves. */
export interface Street {
  house: TestHouse;
  clock: ManualClock;
  committee: Actor;
  station: Actor;
  /** Another person of the station. */
  supervisor: Actor;
  /** Of another district. */
  elsewhere: Actor;
  resident: Actor;
  volunteer: Actor;
  rival: Actor;
  /** A need of the resident, posted and accepted. */
  accepted(
    wishes?: Partial<PostNeedInput>,
  ): Promise<NeedView & { errandId: string; serviceCode: string; closingCode: string }>;
  /** Claimed by the volunteer. */
  claimed(
    volunteer?: Actor,
    wishes?: Partial<PostNeedInput>,
  ): Promise<Awaited<ReturnType<Street['accepted']>>>;
  /** Served to the end; with the code the minutes are device-verified. */
  served(options?: ServedOptions): Promise<ServiceRecordView & { need: NeedView }>;
}

interface ServedOptions {
  code?: boolean;
  minutes?: number;
  by?: Actor;
  wishes?: Partial<PostNeedInput>;
}

const community = '120116014001';
const hourMinutes = 60;

/**
 * @param env further settings of the services
 * @param others services that run besides
 */
export async function startStreet(
  env: Record<string, string> = {},
  others: readonly ServiceName[] = [],
): Promise<Street> {
  const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
  const definitions = await Promise.all((['stations', 'tasks', ...others] as const).map(serviceDefinition));
  const house = await startHouse(definitions, { clock, env });
  const staff = (role: 'committee' | 'station', region: string): Actor => ({ id: newId(), role, region });
  const [committee, station] = [staff('committee', community), staff('station', '120116014')];
  const [supervisor, elsewhere] = [staff('station', '120116014'), staff('station', '120101001')];
  const [volunteer, rival]: [Actor, Actor] = [
    { id: newId(), role: 'volunteer' },
    { id: newId(), role: 'volunteer' },
  ];
  const must = async <T extends object>(answer: Promise<T | DomainError>): Promise<T> => {
    const given = await answer;
    if (given instanceof DomainError) throw given;
    return given;
  };
  await must(
    house.ask(
      stations.createOrganisation,
      { id: newId(), kind: 'socialWorkStation', name: 'TEDA', region: '120116014' },
      systemActor('gateway'),
    ),
  );
  await tell(
    await house.connectAs('volunteers'),
    [volunteer, rival].map(({ id }) => verified(id, clock)),
  );
  await allConsumed(house.nats, 'tasks');
  const { id: residentId } = await must<ResidentView>(
    house.ask(needs.registerResident, { ...person(), id: newId() }, committee),
  );
  const accepted: Street['accepted'] = async (wishes = {}) => {
    // Errands of the tests before lie in other hours, so that nobody is double-booked by them.
    clock.advanceMinutes(3 * hourMinutes);
    const input = { ...needOf(residentId, clock), id: newId(), ...wishes };
    await must(house.ask(needs.post, input, committee));
    const need = await must(house.ask(needs.accept, { id: input.id }, station));
    const { errandId = '', serviceCode = '', closingCode = '' } = need;
    return { ...need, errandId, serviceCode, closingCode };
  };
  const claimed: Street['claimed'] = async (by = volunteer, wishes = {}) => {
    const need = await accepted(wishes);
    await must(house.ask(errands.claim, { id: newId(), errandId: need.errandId }, by));
    return need;
  };
  const served: Street['served'] = async ({ code = true, minutes = 45, by = volunteer, wishes } = {}) => {
    const need = await claimed(by, wishes);
    const step = { errandId: need.errandId };
    await must(house.ask(errands.checkIn, { ...step, ...(code && { code: need.serviceCode }) }, by));
    clock.advanceMinutes(minutes);
    return { ...(await must(house.ask(errands.checkOut, step, by))), need };
  };
  return {
    ...{ house, clock, committee, station, supervisor, elsewhere, volunteer, rival },
    resident: { id: residentId, role: 'resident' },
    ...{ accepted, claimed, served },
  };
}

const person = () => ({
  name: '示例奶奶',
  phone: '022-00000001',
  communityCode: community,
  door: `${newId().slice(-4)} 号`,
  point: { longitude: 117.71, latitude: 39.03 },
});

const needOf = (residentId: string, clock: ManualClock) => ({
  residentId,
  type: 'medicine' as const,
  summary: 'blood pressure pills from the pharmacy',
  channel: 'phone' as const,
  windowStart: clock.now().toISOString(),
  windowEnd: new Date(clock.now().getTime() + 2 * hourMinutes * 60_000).toISOString(),
  expectedMinutes: 30,
});

const verified = (volunteerId: string, clock: ManualClock) => ({
  id: newId(),
  subject: volunteerEvents.verified.subject,
  cityCode: 1201,
  occurredAt: clock.now().toISOString(),
  traceId: newTraceId(),
  data: {
    ...{ volunteerId, version: 1, communityCode: community, verification: 'verified' },
    ...{ displayName: '骑*', decidedAt: clock.now().toISOString() },
  },
});
