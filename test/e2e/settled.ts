import { poll } from '#local';
import { allConsumed, type TestHouse } from '#testing';

/** Everything said has been heard, by all who listen; what they say to it as well. */
export async function settled(house: TestHouse): Promise<void> {
  const waiting = ['volunteers', 'tasks', 'ledger'].map(
    (name) => `select 1 from ${name}.outbox where published_at is null`,
  );
  for (let times = 0; times < 2; times++) {
    await poll(
      async () => ((await house.sql(waiting.join(' union all '))).length === 0 ? true : undefined),
      20_000,
      () => new Error('events stay unpublished'),
    );
    for (const service of ['ledger', 'tasks', 'volunteers', 'reporting'] as const)
      await allConsumed(house.nats, service);
  }
}
