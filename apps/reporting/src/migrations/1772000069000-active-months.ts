import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who becomes and ceases to be active by month, so that a figure is not read from each day of the year to come. */
export class ActiveMonths1772000069000 implements MigrationInterface {
  readonly name = 'ActiveMonths1772000069000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    for (const [change, changed] of Object.entries(changes)) await runner.query(carrying(change, changed));
    await runner.query(carried('active_change'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const change of [...Object.keys(changes), 'truncate']) {
      await runner.query(`drop trigger active_change_${change}_carries on active_change`);
      await runner.query(`drop function active_change_${change}_carries()`);
    }
    await runner.query('drop table active_month');
  }
}

const columns = ['volunteers_active30', 'volunteers_active90', 'volunteers_active365'];
const keys = 'city_code, size, code';
const plain = columns.join(', ');
const taken = `select ${keys}, day, ${columns.map((column) => `-${column} as ${column}`).join(', ')} from taken`;
const added = `select ${keys}, day, ${plain} from added`;

/** What a statement changed, of its transition tables. */
const changes = { insert: added, update: `${added} union all ${taken}`, delete: taken };

const table = `
  create table active_month (
    city_code int not null,
    size bigint not null,
    code bigint not null,
    month date not null check (extract(day from month) = 1),
    ${columns.map((column) => `${column} bigint not null`).join(', ')},
    primary key (${keys}, month)
  ) with (fillfactor = 80);
  revoke insert, update, delete, truncate on active_month from reporting;
  create function active_change_truncate_carries() returns trigger language plpgsql security definer
    set search_path from current as $$ begin truncate active_month; return null; end $$;
  create trigger active_change_truncate_carries after truncate on active_change
    for each statement execute function active_change_truncate_carries();
`;

function carried(from: string): string {
  return `insert into active_month (${keys}, month, ${plain})
    select ${keys}, date_trunc('month', day::timestamp)::date, ${columns.map((column) => `sum(${column})`).join(', ')}
    from ${from} group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (${keys}, month) do update set
      ${columns.map((column) => `${column} = active_month.${column} + excluded.${column}`).join(', ')}`;
}

/** With its owner's rights: nobody else may write the sums. */
function carrying(change: string, changed: string): string {
  const name = `active_change_${change}_carries`;
  const tables = [
    ...(change === 'insert' ? [] : ['old table as taken']),
    ...(change === 'delete' ? [] : ['new table as added']),
  ];
  return `
    create function ${name}() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        if exists (select from ${change === 'delete' ? 'taken' : 'added'}) then
          ${carried(`(${changed}) as changed`)};
        end if;
        return null;
      end $$;
    create trigger ${name} after ${change} on active_change referencing ${tables.join(' ')}
      for each statement execute function ${name}();`;
}
