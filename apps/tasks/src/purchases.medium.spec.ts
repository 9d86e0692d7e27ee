import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errands,
  type FactCounts,
  type PhotoKind,
  photos,
  type PurchasePage,
  purchases,
  type PurchaseView,
  taskFacts,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, the services tasks and stations.
let street: Street;
beforeAll(async () => void (street = await startStreet({ ACTIVE_CLAIM_LIMIT: '100' })));
afterAll(() => street.house.stop());

const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 1]).toString('base64');

async function photoOf(errandId: string, kind: PhotoKind = 'receipt', by = street.volunteer) {
  const id = newId();
  await street.house.ask(photos.add, { id, kind, subjectId: errandId, image: jpeg }, by);
  return id;
}

/** An errand with a ceiling of 50 yuan, checked in to, with a photo of the receipt. */
async function bought(wishes: object = { purchaseCeilingFen: 5_000 }) {
  const { errandId, serviceCode } = await street.claimed(street.volunteer, wishes);
  await street.house.ask(errands.checkIn, { errandId, code: serviceCode }, street.volunteer);
  return { errandId, photoId: await photoOf(errandId) };
}

const submit = (input: object, by: Actor = street.volunteer) =>
  street.house.ask(purchases.submit, { id: newId(), amountFen: 4_550, ...input } as never, by);
const submitted = async () => (await submit(await bought())) as PurchaseView;

describe('a purchase', () => {
  it('is paid back at cost, and the volunteer says that the money came', async () => {
    const { id, ...purchase } = await submitted();
    expect(purchase).toMatchObject({ state: 'submitted', amountFen: 4_550, ceilingFen: 5_000 });
    const { house, station, elsewhere, committee, volunteer, rival } = street;
    expect(code(await house.ask(purchases.pay, { id, paidBy: 'cash' }, elsewhere))).toBe('resource.notFound');
    expect(code(await house.ask(purchases.receive, { id }, volunteer))).toBe('purchase.stateConflict');
    const paid = await house.ask(purchases.pay, { id, paidBy: 'cash' }, committee);
    expect(paid).toMatchObject({ state: 'paid', paidBy: 'cash' });
    expect(await house.ask(purchases.pay, { id, paidBy: 'cash' }, station)).toEqual(paid);
    expect(code(await house.ask(purchases.pay, { id, paidBy: 'bank' }, station))).toBe(
      'purchase.stateConflict',
    );
    expect(code(await house.ask(purchases.receive, { id }, rival))).toBe('resource.notFound');
    const received = await house.ask(purchases.receive, { id }, volunteer);
    expect(received).toMatchObject({ state: 'received' });
    expect(await house.ask(purchases.receive, { id }, volunteer)).toEqual(received);
    const told = await house.sql<{ state: string }>(
      `select data->>'state' as state from tasks.outbox_event
       where subject = 'shunlu.evt.v1.purchase.moved' and data->>'purchaseId' = $1`,
      [id],
    );
    expect(told.map(({ state }) => state).sort()).toEqual(['paid', 'received', 'submitted']);
    const system: Actor = { id: 'test', role: 'system' };
    const facts = await house.ask(taskFacts.count, { region: purchase.communityCode }, system);
    const cost = (facts as FactCounts).counts.filter(({ name }) => name.startsWith('purchases'));
    expect(cost.map(({ name, amount }) => [name, amount]).sort()).toEqual([
      ['purchasesPaid', 1],
      ['purchasesPaidFen', 4_550],
    ]);
  });

  it('is refused with a reason, and may be submitted anew', async () => {
    const errand = await bought();
    const { id } = (await submit(errand)) as PurchaseView;
    expect(code(await submit(errand))).toBe('purchase.exists');
    const reason = '小票看不清金额';
    expect(await street.house.ask(purchases.refuse, { id, reason }, street.station)).toMatchObject({
      reason,
    });
    expect(await submit(errand)).toMatchObject({ state: 'submitted' });
  });

  it('stays within the ceiling, has a receipt of its own, and belongs to whoever serves', async () => {
    const errand = await bought();
    expect(code(await submit({ ...errand, amountFen: 5_001 }))).toBe('purchase.overCeiling');
    expect(code(await submit({ ...errand, photoId: newId() }))).toBe('purchase.receiptMissing');
    const picture = await photoOf(errand.errandId, 'service');
    expect(code(await submit({ ...errand, photoId: picture }))).toBe('purchase.receiptMissing');
    const other = await bought();
    expect(code(await submit({ ...errand, photoId: other.photoId }))).toBe('purchase.receiptMissing');
    expect(code(await submit(errand, street.rival))).toBe('errand.notYours');
    expect(code(await submit(await bought({})))).toBe('purchase.none');
    const { errandId } = await street.claimed(street.volunteer, { purchaseCeilingFen: 5_000 });
    expect(code(await submit({ errandId, photoId: newId() }))).toBe('errand.stateConflict');
  });

  it('is one, however often and however many at once it is sent', async () => {
    const errand = await bought();
    const purchase = { ...errand, id: newId() };
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => submit(purchase)));
    expect(others).toEqual([first, first, first]);
    expect(code(await submit({ ...purchase, amountFen: 1 }))).toBe('idempotency.conflict');
    const rivals = await Promise.all(Array.from({ length: 3 }, () => submit(errand)));
    expect(rivals.map(code)).toEqual(Array(3).fill('purchase.exists'));
  });

  it('is listed for its volunteer and for staff of the place', async () => {
    const { id } = await submitted();
    const idsFor = async (actor: Actor) => {
      const page = (await street.house.ask(purchases.list, { state: 'submitted' }, actor)) as PurchasePage;
      return page.items.map((item) => item.id);
    };
    for (const actor of [street.volunteer, street.committee, street.station])
      expect((await idsFor(actor))[0]).toBe(id);
    for (const actor of [street.rival, street.elsewhere]) expect(await idsFor(actor)).toEqual([]);
  });

  it('is kept within its ceiling by the table too', async () => {
    const { id } = await submitted();
    const forged = street.house.sql('update tasks.purchase set amount_fen = 9999999 where id = $1', [id]);
    await expect(forged).rejects.toThrow('purchase_within_ceiling');
  });
});
