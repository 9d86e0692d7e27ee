import type { Actor, ReferralState } from '#contracts';
import type { Tx } from '#platform';
import { dueAfter, moveReferral } from './referral.js';
import { ReferralEntity, ReferralStepEntity } from './referral.entity.js';

export function lockReferral(tx: Tx, id: string): Promise<ReferralEntity | null> {
  return tx.orm.findOne(ReferralEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Writes the state a referral has reached: its row, its clock, one line of its history. */
export async function writeReferralStep(
  tx: Tx,
  referral: ReferralEntity,
  actor: Actor,
  note: string | undefined,
  at: Date,
): Promise<void> {
  const { cityCode, id, state, resolveWithinDays } = referral;
  const dueAt = dueAfter(state, at, resolveWithinDays);
  await tx.orm.update(ReferralEntity, { cityCode, id }, { state, dueAt, overdueTold: false });
  const taken = await tx.orm.countBy(ReferralStepEntity, { cityCode, referralId: id });
  await tx.orm.insert(ReferralStepEntity, {
    cityCode,
    referralId: id,
    step: taken + 1,
    state,
    byRole: actor.role,
    byId: actor.id,
    note: note ?? null,
    at,
  });
}

/** A cancelled need is nobody's business any more. @returns what was withdrawn */
export async function withdrawReferrals(
  tx: Tx,
  cityCode: number,
  needId: string,
  actor: Actor,
  at: Date,
): Promise<ReferralEntity[]> {
  const open = (
    await tx.orm.find(ReferralEntity, { where: { cityCode, needId }, lock: { mode: 'pessimistic_write' } })
  ).filter(({ state }) => state !== 'closed');
  for (const referral of open) {
    referral.state = moveReferral(referral.state, 'withdraw');
    await writeReferralStep(tx, referral, actor, undefined, at);
  }
  return open;
}

interface OverdueRow {
  city_code: number;
  id: string;
  need_id: string;
  community_code: number;
  state: ReferralState;
}

/** How many are late, and those nobody was told of yet; these are marked told. */
export async function overdueReferrals(
  tx: Tx,
  now: Date,
): Promise<{
  count: number;
  newly: Pick<ReferralEntity, 'cityCode' | 'id' | 'needId' | 'communityCode' | 'state'>[];
}> {
  const rows = await tx.query<OverdueRow>(
    `update referral set overdue_told = true where due_at <= $1 and not overdue_told
     returning city_code, id, need_id, community_code, state`,
    [now],
  );
  const [late] = await tx.query<{ n: number }>('select count(*)::int as n from referral where due_at <= $1', [
    now,
  ]);
  return {
    count: late?.n ?? 0,
    newly: rows.map((row) => ({
      cityCode: row.city_code,
      id: row.id,
      needId: row.need_id,
      communityCode: row.community_code,
      state: row.state,
    })),
  };
}
