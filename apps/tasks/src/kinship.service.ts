import {
  ageOn,
  type ById,
  type ConfirmKinshipInput,
  type DeclareKinshipInput,
  DomainError,
  inverseRelation,
  kinship as contracts,
  type KinshipList,
  type KinshipView,
  type ListKinshipInput,
  type PairFacts,
  type PairInput,
  type SetBirthDayInput,
  standing,
  type VolunteerStanding,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  maskName,
  once,
  RpcClient,
  Seal,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import * as store from './kinship.store.js';
import type { ResidentEntity } from './need.entity.js';
import { sealedAs } from './residents.service.js';

const shownTies = 100;

/** Who is related to whom: declared by one side, confirmed by the other, ended by either. */
@Injectable()
export class KinshipService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** @throws DomainError see the contract */
  async declare(input: DeclareKinshipInput, call: Call): Promise<KinshipView> {
    if (input.fromId === input.toId) throw new DomainError('kinship.oneself');
    return this.database.transaction((tx) =>
      once(tx, call, contracts.declare.subject, input, async () => {
        const { from } = await this.pair(tx, input);
        if (!speaksFor(call, from)) throw new DomainError('resource.notFound');
        const declared = { ...input, cityCode: from.cityCode, declaredBy: call.actor.id };
        const row = { ...declared, declaredAt: this.clock.now() };
        const isNew = await store.insertKinship(tx, row, call.actor.role);
        const known = await store.lockKinship(tx, input.id);
        const isSame =
          known?.fromId === input.fromId && known.toId === input.toId && known.relation === input.relation;
        if (!isNew && !isSame) throw new DomainError('idempotency.conflict');
        return this.view(tx, input.id);
      }),
    );
  }

  /** The same confirmation again is the same answer; @throws DomainError see the contract */
  async confirm({ id, method = 'app' }: ConfirmKinshipInput, call: Call): Promise<KinshipView> {
    return this.database.transaction(async (tx) => {
      const row = await store.lockKinship(tx, id);
      if (!row) throw new DomainError('resource.notFound');
      const { to } = await this.pair(tx, row);
      const isDeclarer = row.declaredBy === call.actor.id;
      if (!speaksFor(call, to) && !isDeclarer) throw new DomainError('resource.notFound');
      if (isDeclarer) throw new DomainError('kinship.sameConfirmer');
      if (row.state === 'ended') throw new DomainError('kinship.ended');
      const by = { role: call.actor.role, id: call.actor.id, method, at: this.clock.now() };
      if (row.state === 'declared') await store.confirmKinship(tx, row, by);
      return this.view(tx, id);
    });
  }

  /** @throws DomainError `resource.notFound` */
  async end({ id }: ById, call: Call): Promise<KinshipView> {
    return this.database.transaction(async (tx) => {
      const row = await store.lockKinship(tx, id);
      if (!row) throw new DomainError('resource.notFound');
      const { from, to } = await this.pair(tx, row);
      if (!speaksFor(call, from) && !speaksFor(call, to)) throw new DomainError('resource.notFound');
      const by = { role: call.actor.role, id: call.actor.id, at: this.clock.now() };
      if (row.state !== 'ended') await store.endKinship(tx, row, by);
      return this.view(tx, id);
    });
  }

  /** @throws DomainError `resource.notFound` */
  async list({ personId }: ListKinshipInput, call: Call): Promise<KinshipList> {
    const id = personId ?? call.actor.id;
    const [person] = await store.readPeople(this.database, [id]);
    if (!person && id === call.actor.id) return { items: [] };
    if (!person || !speaksFor(call, person)) throw new DomainError('resource.notFound');
    const rows = await store.readKinship(this.database, person.cityCode, id, shownTies);
    return { items: await this.viewsOf(this.database, rows) };
  }

  /** @throws DomainError `resource.notFound`, `request.invalid` */
  async setBirthDay({ id, birthDay }: SetBirthDayInput, call: Call): Promise<ById> {
    if (birthDay > shanghaiDay(this.clock.now()))
      throw new DomainError('request.invalid', {
        fields: [{ field: 'birthDay', rules: ['must be a day that has been'] }],
      });
    return this.database.transaction(async (tx) => {
      const [person] = await store.readPeople(tx, [id]);
      if (!person?.communityCode || !speaksFor(call, person)) throw new DomainError('resource.notFound');
      await store.writeBirthDay(tx, person, this.seal.seal(birthDay, sealedAs.birthDay));
      return { id };
    });
  }

  /** A person for oneself and confirmed relatives, staff for the residents of their region. */
  async mayActFor(call: Call, resident: ResidentEntity): Promise<boolean> {
    const { actor } = call;
    if (actor.role !== 'resident' && actor.role !== 'volunteer') return sees(actor, resident.communityCode);
    if (actor.id === resident.id) return true;
    const tie = await store.readTie(this.database, resident.cityCode, actor.id, resident.id);
    return tie !== undefined && tie.relation !== 'friend';
  }

  /** @throws DomainError `resource.notFound` nobody in the city is known by the taker's id */
  async pairFacts({ cityCode, giverId, takerId }: PairInput, traceId: string): Promise<PairFacts> {
    const people = await store.readPeople(this.database, [giverId, takerId]);
    const personOf = (id: string) => people.find((each) => each.id === id && each.cityCode === cityCode);
    const [giver, taker] = [personOf(giverId), personOf(takerId)];
    if (!taker) throw new DomainError('resource.notFound');
    const [tie, giverStanding, takerStanding] = await Promise.all([
      giverId === takerId ? undefined : store.readTie(this.database, cityCode, giverId, takerId),
      this.standingOf(giver, traceId),
      this.standingOf(taker, traceId),
    ]);
    const relation = tie && (tie.fromId === giverId ? tie.relation : inverseRelation[tie.relation]);
    const giverYears = this.yearsOf(giver, giverStanding);
    const takerYears = this.yearsOf(taker, takerStanding);
    return {
      ...(relation && { relation }),
      ...(giverYears !== undefined && { giverYears }),
      ...(takerYears !== undefined && { takerYears }),
      giverServiceMinutes: giverStanding?.lifetimeMinutes ?? 0,
      takerCategories: taker.hardshipCategories ?? [],
    };
  }

  /** Only who is a volunteer has one; volunteers keeps it. */
  private async standingOf(
    person: store.Person | undefined,
    traceId: string,
  ): Promise<VolunteerStanding | undefined> {
    if (!person?.displayName) return undefined;
    try {
      return await this.rpc.call(standing.ofVolunteer, { id: person.id }, systemCall('tasks', traceId));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'resource.notFound') return undefined;
      throw error;
    }
  }

  private yearsOf(person?: store.Person, standing?: VolunteerStanding): number | undefined {
    if (!person?.birthDaySealed) return standing?.ageYears;
    return ageOn(this.seal.open(person.birthDaySealed, sealedAs.birthDay), shanghaiDay(this.clock.now()));
  }

  /** Both sides, who must be known in one city: credits of two cities are two currencies. */
  private async pair(tx: Tx, { fromId, toId }: { fromId: string; toId: string }) {
    const people = await store.readPeople(tx, [fromId, toId]);
    const from = people.find(({ id }) => id === fromId);
    const to = people.find(({ id, cityCode }) => id === toId && cityCode === from?.cityCode);
    if (!from || !to) throw new DomainError('resource.notFound');
    return { from, to };
  }

  private async view(tx: Tx, id: string): Promise<KinshipView> {
    const row = await store.lockKinship(tx, id);
    const [view] = await this.viewsOf(tx, row ? [row] : []);
    if (!view) throw new DomainError('resource.notFound');
    return view;
  }

  private async viewsOf(from: Database | Tx, rows: readonly store.KinshipRow[]): Promise<KinshipView[]> {
    const ids = [...new Set(rows.flatMap(({ fromId, toId }) => [fromId, toId]))];
    const people = ids.length > 0 ? await store.readPeople(from, ids) : [];
    const names = new Map(people.map((person) => [person.id, this.nameOf(person)]));
    return rows.map((row) => ({
      id: row.id,
      fromId: row.fromId,
      fromName: names.get(row.fromId) ?? '*',
      toId: row.toId,
      toName: names.get(row.toId) ?? '*',
      relation: row.relation,
      state: row.state,
      declaredAt: row.declaredAt.toISOString(),
      ...(row.confirmedAt && { confirmedAt: row.confirmedAt.toISOString() }),
    }));
  }

  private nameOf({ nameSealed, displayName }: store.Person): string {
    return nameSealed === null ? (displayName ?? '*') : maskName(this.seal.open(nameSealed, sealedAs.name));
  }
}

/** People for themselves, staff for the residents of their region. */
function speaksFor({ actor }: Call, person: store.Person): boolean {
  if (actor.role === 'volunteer' || actor.role === 'resident') return actor.id === person.id;
  return person.communityCode !== null && sees(actor, person.communityCode);
}
