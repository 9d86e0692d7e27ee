import type { VolunteerMerged } from '#contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Tx } from './database.js';

/** Who is somebody else by now: what every service remembers that keeps something of people of the register. */
export class MergedPeople1772000038300 implements MigrationInterface {
  readonly name = 'MergedPeople1772000038300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merged_person (
        merged_id uuid primary key,
        -- Never merged itself: whoever it goes on to stands here.
        kept_id uuid not null check (kept_id <> merged_id)
      );
      create index merged_person_kept on merged_person (kept_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table merged_person');
  }
}

/** A registration that ended, and whose everything is now that was its own. */
export type Merge = Pick<VolunteerMerged, 'mergedId' | 'keptId'>;

/**
 * Remembers merges, in whatever order they are told: A into B and B into C make both C. Answers those that are new,
 * each with who is kept after all of them. Waits for the transactions that have asked for merges, and lets others ask once
 * it has ended: nobody acts for the one while what is theirs becomes the other's.
 */
export async function enterMerges(tx: Tx, told: readonly Merge[]): Promise<Merge[]> {
  if (told.length === 0) return [];
  await tx.query('lock table merged_person in access exclusive mode');
  const fresh: string[] = [];
  for (const { mergedId, keptId } of told) {
    const kept = (await keptIds(tx, [keptId])).get(keptId) ?? keptId;
    const entered = await tx.query(
      'insert into merged_person (merged_id, kept_id) values ($1, $2) on conflict do nothing returning 1',
      [mergedId, kept],
    );
    if (entered.length === 0) continue;
    await tx.query('update merged_person set kept_id = $2 where kept_id = $1', [mergedId, kept]);
    fresh.push(mergedId);
  }
  return [...(await keptIds(tx, fresh))].map(([mergedId, keptId]) => ({ mergedId, keptId }));
}

/** Of these people those who were merged into somebody, and into whom; ask before anything is locked. */
export async function keptIds(
  reader: Pick<Tx, 'query'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<{ merged: string; kept: string }>(readKept, [[...new Set(ids)]]);
  return new Map(rows.map(({ merged, kept }) => [merged, kept]));
}

const readKept = {
  name: 'merged_person.read',
  text: 'select merged_id as merged, kept_id as kept from merged_person where merged_id = any($1::uuid[])',
};
