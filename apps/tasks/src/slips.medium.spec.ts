import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CancelledSlips,
  type CancelSlipsInput,
  confirming,
  type ConfirmRecordInput,
  DomainError,
  errands,
  type SlipList,
  type SlipSheet,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, tasks and stations. The clock stands still until a test moves it.
let street: Street;
beforeAll(async () => {
  street = await startStreet();
});
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
const confirm = (by: Actor, input: Omit<ConfirmRecordInput, 'id'>, id: string) =>
  ask(errands.confirmRecord, { ...input, id }, by);

describe('a paper slip', () => {
  const print = async (by = street.committee, sheetId = newId()) =>
    (await ask(
      confirming.printSlips,
      { id: sheetId, residentId: street.resident.id, count: 2 },
      by,
    )) as SlipSheet;

  it('confirms one service, once, and is printed again as it was', async () => {
    const sheet = await print();
    expect(sheet.slips.map((slip) => /^\d{8}$/.test(slip.code))).toEqual([true, true]);
    expect(await print(street.committee, sheet.id)).toEqual(sheet);
    const kept = await street.house.sql('select * from tasks.paper_slip');
    expect(JSON.stringify(kept)).not.toContain(sheet.slips[0]?.code);
    const [one, other] = [await street.served(), await street.served()];
    const slip = { method: 'paperSlip' as const, code: sheet.slips[0]?.code ?? '' };
    expect(await confirm(street.volunteer, slip, one.id)).toMatchObject({ state: 'confirmed' });
    expect(code(await confirm(street.volunteer, slip, other.id))).toBe('record.slipUsed');
    expect(
      await confirm(street.committee, { ...slip, code: sheet.slips[1]?.code ?? '' }, other.id),
    ).toMatchObject({ state: 'confirmed' });
  });

  it('expires, and is printed for one’s own residents only', async () => {
    expect(
      code(
        await ask(
          confirming.printSlips,
          { id: newId(), residentId: street.resident.id, count: 1 },
          street.elsewhere,
        ),
      ),
    ).toBe('resource.notFound');
    const { id } = await street.served({ code: false });
    const sheet = await print();
    street.clock.advanceMinutes(91 * 24 * 60);
    const slip = { method: 'paperSlip' as const, code: sheet.slips[0]?.code ?? '' };
    expect(code(await confirm(street.volunteer, slip, id))).toBe('record.slipUsed');
    expect(await confirm(street.volunteer, { ...slip, code: '00000000' }, id)).toMatchObject({
      code: 'record.codeWrong',
      data: { attemptsLeft: 4 },
    });
  });
});

describe('a slip that is lost', () => {
  const print = async (count: number) =>
    (await ask(
      confirming.printSlips,
      { id: newId(), residentId: street.resident.id, count },
      street.committee,
    )) as SlipSheet;
  const cancel = (input: Partial<CancelSlipsInput> = {}, by = street.committee) =>
    ask(
      confirming.cancelSlips,
      { id: newId(), residentId: street.resident.id, reason: 'lost', ...input },
      by,
    ) as Promise<CancelledSlips>;
  const statesOf = async (ids: string[]) => {
    const list = (await ask(
      confirming.listSlips,
      { residentId: street.resident.id },
      street.station,
    )) as SlipList;
    return ids.map((id) => list.items.find((slip) => slip.id === id)?.state);
  };
  const use = (slip: { code: string } | undefined, id: string) =>
    confirm(street.volunteer, { method: 'paperSlip', code: slip?.code ?? '' }, id);

  it('is cancelled and replaced: the old code is worth nothing, the new one confirms', async () => {
    const old = await print(3);
    const ids = old.slips.map(({ id }) => id);
    const [one, other] = [await street.served(), await street.served()];
    expect(await use(old.slips[0], one.id)).toMatchObject({ state: 'confirmed' });
    const input = { id: newId(), slips: ids.slice(1).map((id) => ({ id })), replace: true };
    const cancelled = await cancel(input);
    expect(cancelled.cancelled.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
    expect(cancelled.sheet?.slips).toHaveLength(2);
    expect(await cancel(input)).toEqual(cancelled);
    expect(code(await cancel({ ...input, reason: 'damaged' }))).toBe('idempotency.conflict');
    expect(await statesOf([...ids, cancelled.sheet?.slips[0]?.id ?? ''])).toEqual([
      'used',
      'cancelled',
      'cancelled',
      'printed',
    ]);
    expect(code(await use(old.slips[1], other.id))).toBe('record.slipCancelled');
    expect(await use(cancelled.sheet?.slips[0], other.id)).toMatchObject({ state: 'confirmed' });
    expect(await statesOf([cancelled.sheet?.slips[0]?.id ?? ''])).toEqual(['used']);
    const kept = await street.house.sql('select * from tasks.paper_slip, tasks.slip_cancellation');
    expect(JSON.stringify(kept)).not.toContain(cancelled.sheet?.slips[0]?.code);
  });

  it('unnamed, all that still count go; used ones and those of others stay', async () => {
    const sheet = await print(2);
    const { id } = await street.served();
    await use(sheet.slips[0], id);
    const spent = { slips: [{ id: sheet.slips[0]?.id ?? '' }] };
    expect(code(await cancel(spent))).toBe('slip.notOpen');
    expect(code(await cancel({}, street.elsewhere))).toBe('resource.notFound');
    const all = await cancel();
    expect(all.cancelled).toContainEqual({ id: sheet.slips[1]?.id });
    expect(all.sheet).toBeUndefined();
    expect(code(await cancel())).toBe('slip.notOpen');
    expect(await statesOf(sheet.slips.map((slip) => slip.id))).toEqual(['used', 'cancelled']);
  });

  it('used and cancelled at the same moment is one of both, and so says the database', async () => {
    for (let round = 0; round < 5; round++) {
      const sheet = await print(1);
      const { id } = await street.served();
      const [cancelled, used] = await Promise.all([cancel(), use(sheet.slips[0], id)]);
      const ends = [code(cancelled), code(used)];
      expect([
        ['answered', 'record.slipCancelled'],
        ['slip.notOpen', 'answered'],
      ]).toContainEqual(ends);
      if (ends[1] !== 'answered') await confirm(street.committee, { method: 'callBack' }, id);
    }
    const both = street.house.sql(
      `update tasks.paper_slip set cancellation_id = (select id from tasks.slip_cancellation limit 1)
       where used_at is not null`,
    );
    await expect(both).rejects.toMatchObject({ constraint: 'paper_slip_one_end' });
  });
});
