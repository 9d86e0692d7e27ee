import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  leaving,
  type LeavingView,
  ledger,
  policies,
  type Policy,
  type SettleLeavingInput,
  systemActor,
} from '#contracts';
import { deterministicId, newId, shanghaiDay } from '#platform';
import { minutesAsServed } from '../../../apps/ledger/src/policy.js';
import { cityCode, must, Town } from './town.js';

// Real: PostgreSQL, NATS, and the services that know who is whose relative.
let town: Town;
beforeAll(async () => void (town = await Town.open()), 60_000);
afterAll(() => town.close());

const registrar: Actor = { id: newId(), role: 'administrator', region: String(cityCode) };
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');

/** The policy of the city from tomorrow on, and it is tomorrow. */
async function under(changes: Partial<Policy>): Promise<number> {
  const effectiveFrom = shanghaiDay(new Date(town.clock.now().getTime() + 86_400_000));
  const versions = [{ effectiveFrom, policy: { ...minutesAsServed.policy, ...changes } }];
  const timeline = must(await town.house.ask(policies.adopt, { cityCode, versions }, systemActor('test')));
  town.clock.advanceMinutes(24 * 60);
  return timeline.versions.at(-1)?.version ?? 0;
}

const settle = (
  { id: ownerId }: Actor,
  cause: SettleLeavingInput['cause'],
  heir?: Actor,
  by: Actor = registrar,
) => town.house.ask(leaving.settle, { ownerId, cityCode, cause, ...(heir && { heirId: heir.id }) }, by);

async function cityBalance(kind: string): Promise<number> {
  const [row] = await town.house.sql<{ minutes: number }>(
    `select (credited_minutes - debited_minutes)::int as minutes from ledger.account
     where city_code = $1 and kind = $2`,
    [cityCode, kind],
  );
  return row?.minutes ?? 0;
}

describe('an account whose owner dies', () => {
  it('goes to a relative both have confirmed, where the policy lets it be inherited, and closes for ever', async () => {
    const policyVersion = await under({ death: 'inherit' });
    const [ann, son, stranger, friend] = [
      await town.volunteer(90),
      await town.volunteer(20),
      await town.volunteer(),
      await town.volunteer(),
    ];
    await town.relate(ann, son, 'child');
    await town.relate(ann, friend, 'friend');
    expect(code(await settle(ann, 'death'))).toBe('leaving.heirMissing');
    expect(code(await settle(ann, 'death', ann))).toBe('ledger.sameAccount');
    for (const other of [stranger, friend])
      expect(code(await settle(ann, 'death', other))).toBe('redemption.notRelated');
    const nobody: Actor = { id: newId(), role: 'volunteer' };
    expect(code(await settle(ann, 'death', nobody))).toBe('resource.notFound');
    expect(await town.balance(ann)).toEqual([90, 0]);

    const [answer, atOnce] = await Promise.all([settle(ann, 'death', son), settle(ann, 'death', son)]);
    expect(answer).toMatchObject({ outcome: 'inherit', minutes: 90, closed: true, policyVersion });
    expect(atOnce).toEqual(answer);
    expect(await settle(ann, 'death', son)).toEqual(answer);
    expect(code(await settle(ann, 'death', stranger))).toBe('idempotency.conflict');
    expect([await town.balance(ann), await town.balance(son)]).toEqual([
      [0, 0],
      [110, 0],
    ]);
    expect(code(await settle(ann, 'leftRegion'))).toBe('ledger.accountClosed');
    const late = {
      ...{ id: newId(), cityCode, minutes: 1, code: 'gift', reference: 'test:1' },
      debitAccountId: deterministicId('account', cityCode, son.id),
      creditAccountId: deterministicId('account', cityCode, ann.id),
    } as const;
    expect(code(await town.house.ask(ledger.post, late, systemActor('tasks')))).toBe('ledger.accountClosed');
    expect((await town.audit()).faults).toEqual([]);
  });

  it.each([
    ['donate', 'publicPool', 'donate'],
    ['expire', 'expired', 'expire'],
  ] as const)('is emptied by %s where the policy says so', async (death, kind, as) => {
    await under({ death });
    const [ann, heir] = [await town.volunteer(45), await town.volunteer()];
    const before = await cityBalance(kind);
    expect(code(await settle(ann, 'death', heir))).toBe('leaving.heirUnwanted');
    expect(await settle(ann, 'death')).toMatchObject({ outcome: death, minutes: 45, closed: true });
    expect([await town.balance(ann), (await cityBalance(kind)) - before]).toEqual([[0, 0], 45]);
    const [row] = await town.house.sql<{ code: string; changes: string[]; by: string }>(
      `select t.code, l.actor_id as by,
         (select array_agg(change order by version) from ledger.account_change c where c.account_id = l.account_id)
           as changes
       from ledger.leaving l join ledger.transfer t on t.city_code = l.city_code and t.id = l.transfer_id
       where l.account_id = $1`,
      [deterministicId('account', cityCode, ann.id)],
    );
    expect(row).toEqual({ code: as, changes: ['closed'], by: registrar.id });
  });

  it('waits until what is held is resolved, and until the policy says what becomes of it', async () => {
    await under({ death: null });
    const { id } = await town.volunteer(100);
    const grandma = await town.resident({ id });
    expect(await settle(grandma, 'death')).toMatchObject({
      code: 'leaving.undecided',
      data: { key: 'death' },
    });
    await under({ death: 'donate' });
    const need = must(await town.post({ residentId: id, payment: 'exchange' }));
    must(await town.accept(need.id));
    expect(code(await settle(grandma, 'death'))).toBe('ledger.accountPending');
    must(await town.cancel(need.id));
    await town.quiet();
    expect(await settle(grandma, 'death')).toMatchObject({ minutes: 100 });
  });

  it('that is empty just closes', async () => {
    await under({ death: 'expire' });
    const [ann, bob] = [await town.volunteer(30), await town.volunteer()];
    await town.relate(ann, bob, 'sibling');
    const account = (ownerId: string) => deterministicId('account', cityCode, ownerId);
    const gift = {
      ...{ id: newId(), cityCode, minutes: 30, code: 'donate', reference: 'test:1' },
      ...{ debitAccountId: account(ann.id), creditAccountId: account('publicPool') },
    } as const;
    must(await town.house.ask(ledger.post, gift, systemActor('tasks')));
    expect(await settle(ann, 'death')).toMatchObject({ minutes: 0, closed: true });
    expect(code(await settle(bob, 'death'))).toBe('ledger.accountUnknown');
  });
});

describe('an account whose owner leaves the region', () => {
  it('stays as it is where the policy keeps it, and may be settled later by another cause', async () => {
    await under({ leaveRegion: 'keep', death: 'donate' });
    const ann = await town.volunteer(50);
    const kept = (await settle(ann, 'leftRegion')) as LeavingView;
    expect(kept).toMatchObject({ outcome: 'keep', minutes: 0, closed: false });
    expect(await settle(ann, 'leftRegion')).toEqual(kept);
    expect(await town.balance(ann)).toEqual([50, 0]);
    expect(await settle(ann, 'death')).toMatchObject({ outcome: 'donate', minutes: 50, closed: true });
  });

  it('is settled by who is responsible for the whole city alone', async () => {
    await under({ leaveRegion: 'donate' });
    const ann = await town.volunteer(50);
    for (const region of ['120116', '3101'])
      expect(code(await settle(ann, 'leftRegion', undefined, { ...registrar, region }))).toBe(
        'access.foreignRegion',
      );
    for (const by of [ann, town.station, town.committee])
      expect(code(await settle(ann, 'leftRegion', undefined, by))).toBe('access.denied');
    expect(await settle(ann, 'leftRegion')).toMatchObject({ outcome: 'donate', minutes: 50 });
  });
});

it('is written once and never changed, and no other outcome fits into the table', async () => {
  for (const change of [`update ledger.leaving set outcome = 'donate'`, 'delete from ledger.leaving'])
    await expect(town.house.sql(change)).rejects.toThrow('never changed');
  const insert = (cause: string, outcome: string, minutes: number) =>
    town.house.sql(
      `insert into ledger.leaving (city_code, account_id, cause, outcome, minutes, policy_version, actor_role,
         actor_id, settled_at)
       select city_code, id, $1, $2, $3, 1, 'system', 'test', now() from ledger.account
       where city_code = ${cityCode} and kind = 'issuance'`,
      [cause, outcome, minutes],
    );
  await expect(insert('death', 'keep', 0)).rejects.toThrow('leaving_outcome');
  await expect(insert('leftRegion', 'inherit', 0)).rejects.toThrow(/leaving_(outcome|heir)/);
  await expect(insert('death', 'inherit', 0)).rejects.toThrow('leaving_heir');
  await expect(insert('death', 'donate', 5)).rejects.toThrow('leaving_moved');
});
