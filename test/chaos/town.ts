import type { ClaimView, NeedView, ServiceRecordView } from '#contracts';
import { newId } from '#platform';
import type { SeededErrands } from '#testing';
import {
  committeeId,
  couriers,
  residents,
  staffId,
  stationId,
  subdistrict,
} from '../../apps/suite/src/demo.data.js';
import type { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { type Answer, Client } from './client.js';
import type { Random } from '../sim/ledger/history.js';

/** What somebody was told: to be found again, exactly once. */
export interface Told {
  /** Claim id → who won what. */
  claims: Map<string, { errandId: string; volunteerId: string }>;
  released: Set<string>;
  /** Record id → minutes confirmed. */
  records: Map<string, number>;
  /** Refusals of claims by their code. */
  refusals: Map<string, number>;
}

const couriersAnErrand = 4;
const community = `${subdistrict}001`;
const windowMs = 2 * 3_600_000;

/** TEDA on a busy day: people who claim whatever is open, and errands played from the call to the credit. */
export class Town {
  readonly told: Told = { claims: new Map(), released: new Set(), records: new Map(), refusals: new Map() };
  private isOver = false;

  constructor(
    private readonly url: string,
    private readonly tokens: AccessTokens,
    private readonly seeded: SeededErrands,
    private readonly random: Random,
  ) {}

  /** Everybody finishes what they have begun. */
  close(): void {
    this.isOver = true;
  }

  /** Resolves when everybody has finished. */
  async live(claimants: number, errandRunners: number): Promise<void> {
    await Promise.all([
      ...Array.from({ length: claimants }, (_, index) => this.claimAtRandom(index)),
      ...Array.from({ length: errandRunners }, (_, index) => this.playErrands(index)),
    ]);
  }

  /** A few seeded volunteers in one phone: claims, and now and then gives back. */
  private async claimAtRandom(index: number): Promise<void> {
    const { volunteerIds, errandIds } = this.seeded;
    while (!this.isOver) {
      const volunteerId = this.pick(volunteerIds);
      const client = await this.volunteer(volunteerId, index % 2 === 0);
      const errandId = this.pick(errandIds);
      const id = newId();
      this.note(
        id,
        errandId,
        volunteerId,
        await client.post<ClaimView>(`/errands/${errandId}/claims`, { id }),
      );
    }
  }

  private async playErrands(index: number): Promise<void> {
    const crew = couriers.slice(index * couriersAnErrand, (index + 1) * couriersAnErrand);
    const withKey = index % 2 === 0;
    const [committee, station] = await Promise.all([
      this.staff('committee', 'teda-c01', community, committeeId(community), withKey),
      this.staff('station', 'teda-station', subdistrict, stationId, withKey),
    ]);
    for (let round = index; !this.isOver; round++) {
      const need = await this.open(committee, station);
      const first = await this.race(need, crew, withKey);
      const isReleased = round % 4 === 0;
      if (isReleased) await this.release(need, first);
      const winner = isReleased ? await this.race(need, crew, withKey) : first;
      await this.serve(need, winner, round % 2 === 0, committee, station);
    }
  }

  private async open(committee: Client, station: Client): Promise<NeedView> {
    const start = Date.now();
    const posted = await committee.post<NeedView>('/needs', {
      id: newId(),
      residentId: residents[0]?.id,
      type: 'groceries',
      summary: 'rice and oil',
      channel: 'phone',
      windowStart: new Date(start).toISOString(),
      windowEnd: new Date(start + windowMs).toISOString(),
      expectedMinutes: 40,
    });
    const { id, serviceCode } = good(posted);
    return { ...good(await station.post<NeedView>(`/needs/${id}/acceptance`)), serviceCode };
  }

  /** The whole crew at once: exactly one wins. */
  private async race(need: NeedView, crew: { id: string }[], withKey: boolean): Promise<Winner> {
    const { errandId = '' } = need;
    const answers = await Promise.all(
      crew.map(async ({ id: volunteerId }) => {
        const client = await this.volunteer(volunteerId, withKey);
        const id = newId();
        const answer = await client.post<ClaimView>(`/errands/${errandId}/claims`, { id });
        this.note(id, errandId, volunteerId, answer);
        return { claimId: id, client, isWinner: answer.code === undefined };
      }),
    );
    const winners = answers.filter(({ isWinner }) => isWinner);
    const [winner] = winners;
    if (!winner || winners.length > 1) throw new Error(`${winners.length} of ${crew.length} won ${errandId}`);
    return winner;
  }

  private async release(need: NeedView, { client, claimId }: Winner): Promise<void> {
    good(await client.post(`/errands/${need.errandId}/release`, { reason: 'a puncture' }));
    this.told.released.add(claimId);
  }

  private async serve(
    { errandId, serviceCode }: NeedView,
    { client, claimId }: Winner,
    isProven: boolean,
    committee: Client,
    station: Client,
  ): Promise<void> {
    good(await client.post(`/errands/${errandId}/check-in`, isProven ? { code: serviceCode } : {}));
    const record = good(await client.post<ServiceRecordView>(`/errands/${errandId}/check-out`));
    if (record.id !== claimId) throw new Error(`record ${record.id} is not of claim ${claimId}`);
    const confirmations = `/service-records/${record.id}/confirmations`;
    good(await committee.post(confirmations, { method: 'callBack' }));
    if (!isProven) good(await station.post(confirmations, { method: 'review' }));
    this.told.records.set(record.id, record.serviceMinutes);
  }

  private pick(items: readonly string[]): string {
    return items[this.random(items.length)] ?? '';
  }

  private note(id: string, errandId: string, volunteerId: string, answer: Answer<ClaimView>): void {
    const { claims, refusals } = this.told;
    if (answer.code !== undefined) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
    // Somebody who holds it already is told of the claim they hold.
    else if (!answer.body.alreadyYours) claims.set(id, { errandId, volunteerId });
    if (answer.body && answer.body.id !== id && !answer.body.alreadyYours)
      throw new Error(`claim ${id} was answered as ${answer.body.id}`);
  }

  private async volunteer(id: string, withKey: boolean): Promise<Client> {
    const token = await this.tokens.issue({ ...session, actorId: id, role: 'volunteer' });
    return new Client(this.url, token, withKey);
  }

  private async staff(
    role: 'committee' | 'station',
    userName: string,
    region: string,
    organisationId: string,
    withKey: boolean,
  ): Promise<Client> {
    const actor = { actorId: staffId(userName), role, region, organisationId };
    return new Client(this.url, await this.tokens.issue({ ...session, ...actor }), withKey);
  }
}

interface Winner {
  client: Client;
  claimId: string;
}

const session = { sessionId: newId(), refreshToken: '', refreshExpiresAt: '' };

function good<T>(answer: Answer<T>): T {
  if (answer.code !== undefined) throw new Error(`refused: ${answer.code}`);
  return answer.body;
}
