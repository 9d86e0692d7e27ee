import {
  type Actor,
  DomainError,
  matching,
  needs,
  type NeedView,
  type Point,
  type ResidentView,
  stations,
  systemActor,
  volunteerEvents,
} from '#contracts';
import { poll } from '#local';
import { type ManualClock, newId, newTraceId } from '#platform';
import { serviceDefinition } from './definitions.js';
import { allConsumed, tell } from './events.js';
import { startHouse, type TestHouse } from './house.js';
import type { NatsConnection } from '@nats-io/transport-node';

const community = '120116014001';
const subdistrict = { region: '120116014', name: 'TEDA' };

/** A subdistrict with a station, a committee, a courier site and a resident, for tests of matching. */
export class MatchingTown {
  readonly committee: Actor = { id: newId(), role: 'committee', region: community };
  readonly station: Actor = { id: newId(), role: 'station', region: subdistrict.region };
  /** Of another district. */
  readonly strangeStation: Actor = { id: newId(), role: 'station', region: '120101001' };
  readonly siteId = newId();
  /** Where the resident lives and the site lies. */
  readonly gate: Point = { longitude: 117.71, latitude: 39.03 };
  private residentId = '';

  private constructor(
    /** `stations`, and `tasks` twice. */
    readonly house: TestHouse,
    private readonly volunteers: NatsConnection,
    private readonly clock: ManualClock,
  ) {}

  static async start(clock: ManualClock): Promise<MatchingTown> {
    const [own, tasks] = [await serviceDefinition('stations'), await serviceDefinition('tasks')];
    const house = await startHouse([own, tasks, tasks], { clock });
    const town = new MatchingTown(house, await house.connectAs('volunteers'), clock);
    await town.settle();
    return town;
  }

  metresNorth(metres: number): Point {
    return { ...this.gate, latitude: this.gate.latitude + metres / 111_195 };
  }

  /** Verified volunteers of the first community, told as `volunteers` tells them. */
  async verified(count: number, fields: object = {}): Promise<Actor[]> {
    const actors = Array.from({ length: count }, (): Actor => ({ id: newId(), role: 'volunteer' }));
    const at = this.clock.now().toISOString();
    const events = actors.map(({ id }, i) => ({
      id: newId(),
      subject: volunteerEvents.verified.subject,
      cityCode: 1201,
      occurredAt: at,
      traceId: newTraceId(),
      data: {
        volunteerId: id,
        version: 1,
        communityCode: community,
        verification: 'verified',
        displayName: `骑*${i}`,
        decidedAt: at,
        ...fields,
      },
    }));
    await tell(this.volunteers, events);
    await allConsumed(this.house.nats, 'tasks');
    return actors;
  }

  /** The same, on duty at a place or each at their own. */
  async onDuty(count: number, point: Point | ((index: number) => Point), fields?: object): Promise<Actor[]> {
    const actors = await this.verified(count, fields);
    for (const [index, actor] of actors.entries()) {
      const input = { point: typeof point === 'function' ? point(index) : point };
      await this.house.ask(matching.goOnDuty, input, actor);
    }
    return actors;
  }

  /** A need posted and accepted; its clock has begun. Four hours from now unless told. */
  async openErrand(changes: object = {}): Promise<NeedView & { errandId: string }> {
    const now = this.clock.now().getTime();
    const need = {
      id: newId(),
      residentId: this.residentId,
      type: 'groceries' as const,
      summary: 'rice and oil',
      channel: 'phone' as const,
      windowStart: new Date(now).toISOString(),
      windowEnd: new Date(now + 4 * 3_600_000).toISOString(),
      expectedMinutes: 30,
      ...changes,
    };
    await this.house.ask(needs.post, need, this.committee);
    const posted = await this.house.ask(needs.accept, { id: need.id }, this.station);
    if (posted instanceof DomainError) throw posted;
    await this.settled();
    return posted as NeedView & { errandId: string };
  }

  /** Waits until what was committed has been told and taken. */
  async settled(): Promise<void> {
    const isTold = async () => {
      const left = await this.house.sql('select 1 from tasks.outbox where published_at is null limit 1');
      return left.length === 0 || undefined;
    };
    await poll(isTold, 10_000, () => new Error('the outbox does not run dry'));
    await allConsumed(this.house.nats, 'tasks');
  }

  private async settle(): Promise<void> {
    const system = systemActor('gateway');
    const organisations = [
      { ...subdistrict, id: newId(), kind: 'socialWorkStation' as const },
      { ...subdistrict, id: this.siteId, kind: 'courierSite' as const, point: this.gate },
    ];
    for (const each of organisations) await this.house.ask(stations.createOrganisation, each, system);
    const place = { communityCode: community, door: '1 号', point: this.gate };
    const person = { id: newId(), name: '示例奶奶', phone: '022-00000001', ...place };
    this.residentId = (
      (await this.house.ask(needs.registerResident, person, this.committee)) as ResidentView
    ).id;
  }
}
