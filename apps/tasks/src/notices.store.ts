import type { Database } from '#platform';

/** Masked names by volunteer. */
export async function findNames(database: Database, volunteerIds: string[]): Promise<Map<string, string>> {
  if (volunteerIds.length === 0) return new Map();
  const rows = await database.query<{ id: string; display_name: string }>(
    'select id, display_name from volunteer where id = any($1)',
    [volunteerIds],
  );
  return new Map(rows.map(({ id, display_name }) => [id, display_name]));
}
