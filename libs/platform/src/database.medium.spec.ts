import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { poll, withClient } from '#local';
import { createDatabase, type TestDatabase } from '#testing';
import { Database, type Tx } from './database.js';

// Real: PostgreSQL. Two replicas of one service, each with a pool of its own.
let home: TestDatabase;
let replicas: [Database, Database];
let database: Database;

beforeAll(async () => {
  home = await createDatabase();
  await withClient(home.ownerUrl('tasks'), (owner) =>
    owner.query(
      'create table probe (id int primary key, value int constraint probe_positive check (value > 0))',
    ),
  );
  const options = {
    service: 'tasks',
    url: home.url('tasks'),
    poolSize: 4,
    constraints: { probe_positive: 'record.minutesInvalid', probe_pkey: 'staff.exists' },
  } as const;
  replicas = [await Database.open(options), await Database.open(options)];
  [database] = replicas;
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await home.drop();
});
beforeEach(async () => {
  await database.query('delete from probe');
  await database.query('insert into probe values (1, 10), (2, 20)');
});

const valueOf = async (id: number) =>
  (await database.query<{ value: number }>('select value from probe where id = $1', [id]))[0]?.value;
const failWith = (tx: Tx, sqlState: string) =>
  tx.query(`do $$ begin raise exception 'on purpose' using errcode = '${sqlState}'; end $$`);

/** Lets everybody go once all have come. */
function gate(people: number): () => Promise<void> {
  let here = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++here === people) open();
    return opened;
  };
}

describe('a transaction', () => {
  it('runs again after a real deadlock, and both come through', async () => {
    const bothHoldOne = gate(2);
    let attempts = 0;
    const add = (order: [number, number], amount: number) =>
      database.transaction(async (tx) => {
        attempts++;
        await tx.query('update probe set value = value + $2 where id = $1', [order[0], amount]);
        await bothHoldOne();
        await tx.query('update probe set value = value + $2 where id = $1', [order[1], amount]);
      });
    await Promise.all([add([1, 2], 1), add([2, 1], 100)]);
    expect([await valueOf(1), await valueOf(2)]).toEqual([111, 121]);
    expect(attempts).toBe(3);
  });

  it('runs again after a real serialization failure, on what the other wrote', async () => {
    const bothHaveRead = gate(2);
    let attempts = 0;
    const sumInto = (id: number) =>
      database.transaction(async (tx) => {
        attempts++;
        await tx.query('set transaction isolation level serializable');
        const [row] = await tx.query<{ sum: number }>('select sum(value)::int as sum from probe');
        await bothHaveRead();
        await tx.query('insert into probe values ($1, $2)', [id, row?.sum]);
      });
    await Promise.all([sumInto(3), sumInto(4)]);
    expect(attempts).toBe(3);
    expect([await valueOf(3), await valueOf(4)].sort()).toEqual([30, 60]);
  });

  it.each([
    ['40001', 3],
    ['40P01', 3],
    ['40003', 1],
    ['55P03', 1],
    ['57014', 1],
    ['P0001', 1],
  ])('that always fails with %s is tried %i times, and nothing of it stays', async (sqlState, expected) => {
    let attempts = 0;
    const told: string[] = [];
    const failed = database.transaction(async (tx) => {
      attempts++;
      tx.afterCommit(() => told.push('committed'));
      await tx.query('update probe set value = 99 where id = 1');
      await failWith(tx, sqlState);
    });
    await expect(failed).rejects.toMatchObject({ code: sqlState });
    expect(attempts).toBe(expected);
    expect(await valueOf(1)).toBe(10);
    expect(told).toEqual([]);
  });

  it('tells afterCommit once, of the attempt that was committed, when others can see the change', async () => {
    const told: (number | undefined)[] = [];
    let attempts = 0;
    let seen: Promise<number | undefined> | undefined;
    await database.transaction(async (tx) => {
      const attempt = ++attempts;
      tx.afterCommit(() => {
        told.push(attempt);
        seen = valueOf(1);
      });
      await tx.query('update probe set value = 11 where id = 1');
      if (attempt === 1) await failWith(tx, '40001');
    });
    expect(told).toEqual([2]);
    expect(await seen).toBe(11);
  });

  it('keeps nothing when a statement amid others sent together fails, and the pool stays good', async () => {
    for (let time = 0; time < 8; time++) {
      const failed = database.transaction((tx) =>
        Promise.all([
          tx.query('update probe set value = value + 1 where id = 1'),
          tx.query('insert into probe values (5, $1)', [5]),
          tx.query('insert into probe values (5, $1)', [6]),
          tx.query('update probe set value = value + 1 where id = 2'),
        ]),
      );
      await expect(failed).rejects.toEqual(new DomainError('staff.exists'));
    }
    expect(await database.query('select id, value from probe order by id')).toEqual([
      { id: 1, value: 10 },
      { id: 2, value: 20 },
    ]);
    const manyAtOnce = Array.from({ length: 20 }, () =>
      database.transaction(async (tx) => tx.query('select pg_backend_pid() as pid')),
    );
    expect((await Promise.all(manyAtOnce)).flat()).toHaveLength(20);
  });

  it('does not claim to be committed when a failed statement was overlooked', async () => {
    const told: string[] = [];
    const swallow = async (tx: Tx, work: () => Promise<unknown>) => {
      tx.afterCommit(() => told.push('committed'));
      await tx.query('update probe set value = 99 where id = 1');
      await work().catch(() => undefined);
    };
    await expect(
      database.transaction((tx) => swallow(tx, () => tx.query('insert into probe values (9, 0)'))),
    ).rejects.toEqual(new DomainError('record.minutesInvalid'));
    await expect(
      database.transaction((tx) => swallow(tx, () => tx.orm.query('insert into probe values (9, 0)'))),
    ).rejects.toThrow('overlooked');
    await expect(
      database.transaction(async (tx) => {
        await tx.query('update probe set value = 99 where id = 1');
        tx.query('select 1/0').catch(() => undefined);
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(told).toEqual([]);
    expect(await valueOf(1)).toBe(10);
  });

  it('fails for the reason of a write nobody waited for, whether something was read after it or not', async () => {
    for (const readAfter of [false, true]) {
      const failed = database.transaction(async (tx) => {
        tx.write('update probe set value = 99 where id = 1');
        tx.write('insert into probe values (9, 0)');
        tx.write('update probe set value = 99 where id = 2');
        if (readAfter) await tx.query('select value from probe');
      });
      await expect(failed).rejects.toEqual(new DomainError('record.minutesInvalid'));
    }
    expect([await valueOf(1), await valueOf(2)]).toEqual([10, 20]);
    let attempts = 0;
    await database.transaction((tx) => {
      attempts++;
      tx.write('update probe set value = value + 1 where id = 1');
      if (attempts === 1) tx.write("do $$ begin raise exception using errcode = '40001'; end $$");
      return Promise.resolve();
    });
    expect([attempts, await valueOf(1)]).toEqual([2, 11]);
  });

  it('refuses what comes after its end, from a branch that outlived it', async () => {
    const rolledBack = gate(2);
    let late: Promise<unknown> | undefined;
    const failed = database.transaction(async (tx) => {
      late = rolledBack().then(() => tx.query('update probe set value = 99 where id = 1'));
      await failWith(tx, 'P0001');
    });
    await expect(failed).rejects.toMatchObject({ code: 'P0001' });
    await rolledBack();
    await expect(late).rejects.toThrow('after the end');
    let kept: Tx | undefined;
    await database.transaction((tx) => Promise.resolve((kept = tx)));
    await expect(kept?.query('update probe set value = 99 where id = 1')).rejects.toThrow('after the end');
    expect(await valueOf(1)).toBe(10);
  });

  it('maps the constraint that refused to its error, through the ORM as well, and no other', async () => {
    const insert = 'insert into probe values (1, 1)';
    await expect(database.transaction((tx) => tx.query(insert))).rejects.toEqual(
      new DomainError('staff.exists'),
    );
    await expect(database.transaction((tx) => tx.orm.query(insert))).rejects.toEqual(
      new DomainError('staff.exists'),
    );
    await expect(database.transaction((tx) => tx.query('select 1/0'))).rejects.not.toBeInstanceOf(
      DomainError,
    );
  });

  it('survives the death of its connection, idle or busy, and the pool makes new ones', async () => {
    const kill = (pid: unknown) =>
      withClient(home.adminUrl, (admin) => admin.query('select pg_terminate_backend($1, 5000)', [pid]));
    for (const isBusy of [false, true]) {
      const failed = database.transaction(async (tx) => {
        await tx.query('update probe set value = 99 where id = 1');
        const [own] = await tx.query('select pg_backend_pid() as pid');
        const busy = isBusy ? tx.query('select pg_sleep(20)') : undefined;
        await Promise.all([kill(own?.['pid']), busy]);
        await tx.query('update probe set value = 98 where id = 1');
      });
      await expect(failed).rejects.toThrow();
    }
    expect(await valueOf(1)).toBe(10);
  });

  it('survives that all its connections die in the middle of writes, again and again', async () => {
    const mine = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'shunlu-tasks'`;
    for (let strike = 0; strike < 25; strike++) {
      const busy = Array.from({ length: 6 }, () =>
        database.transaction(async (tx) => {
          for (let turn = 0; turn < 20; turn++) {
            for (let write = 0; write < 20; write++) tx.write('select 1');
            await tx.query('select 1');
          }
        }),
      );
      const ends = Promise.allSettled(busy);
      await withClient(home.adminUrl, (admin) => admin.query(mine));
      await ends;
    }
    expect(await valueOf(1)).toBe(10);
  });

  it('reads bigint as a number and refuses what a number cannot hold', async () => {
    expect(await database.query('select 9007199254740991::bigint as n')).toEqual([
      { n: Number.MAX_SAFE_INTEGER },
    ]);
    await expect(database.query('select 9007199254740992::bigint as n')).rejects.toThrow('2^53');
    expect(await valueOf(1)).toBe(10);
  });
});

describe('exclusively', () => {
  /** A job that begins, and ends when told. */
  function job() {
    let begun = 0;
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    return {
      run: () => {
        begun++;
        return finished;
      },
      hasBegun: () =>
        poll(
          () => Promise.resolve(begun > 0 || undefined),
          5_000,
          () => new Error('did not begin'),
        ),
      begun: () => begun,
      finish: () => finish(),
    };
  }

  it('runs once among replicas, and again when it is over, whether it went well or not', async () => {
    const work = job();
    const first = replicas[0].exclusively('count', work.run);
    await work.hasBegun();
    expect(await replicas[1].exclusively('count', work.run)).toBe(false);
    expect(await replicas[0].exclusively('count', work.run)).toBe(false);
    expect(await replicas[1].exclusively('another', () => Promise.resolve())).toBe(true);
    work.finish();
    expect(await first).toBe(true);
    expect(work.begun()).toBe(1);
    await expect(replicas[1].exclusively('count', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await replicas[0].exclusively('count', () => Promise.resolve())).toBe(true);
  });

  it('frees its lock when its connection dies, without taking the process along', async () => {
    const work = job();
    const first = replicas[0].exclusively('count', work.run);
    await work.hasBegun();
    await withClient(home.adminUrl, (admin) =>
      admin.query(
        `select pg_terminate_backend(pid, 5000) from pg_locks
         where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      ),
    );
    expect(await replicas[1].exclusively('count', () => Promise.resolve())).toBe(true);
    work.finish();
    await expect(first).rejects.toThrow();
    expect(await replicas[0].exclusively('count', () => Promise.resolve())).toBe(true);
  });
});
