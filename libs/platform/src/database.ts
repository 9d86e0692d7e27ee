import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, type ErrorCode, type ServiceName } from '#contracts';
import { type Pool, type PoolClient, type QueryResultRow, types } from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, type MigrationInterface } from 'typeorm';
import { metrics } from './metrics.js';

types.setTypeParser(types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`);
  return value;
});

/** A statement prepared once a connection. */
export interface Prepared {
  name: string;
  text: string;
}

/** An open transaction; handed down explicitly to everything that must be atomic with it. */
export interface Tx {
  /** TypeORM for ordinary statements. */
  readonly orm: EntityManager;
  query<Row extends QueryResultRow = QueryResultRow>(
    statement: string | Prepared,
    values?: unknown[],
  ): Promise<Row[]>;
  /** Runs after COMMIT, never after ROLLBACK. */
  afterCommit(action: () => void): void;
}

export interface DatabaseOptions {
  service: ServiceName;
  url: string;
  poolSize: number;
  entities?: NonNullable<DataSourceOptions['entities']>;
  migrations?: (new () => MigrationInterface)[];
  /** Constraint name → error: the one place where the database's refusals become the suite's. */
  constraints?: Record<string, ErrorCode>;
}

const retriable = new Set(['40001', '40P01']);
const maxAttempts = 3;
const nothing = () => undefined;

export function dataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: `shunlu-${options.service}`,
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.poolSize,
    extra: {
      // Statements that do not wait for each other's result go out together: one flight, not five.
      pipeline: true,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
}

/** A service's own database: TypeORM where a call suffices, the pool where a path is hot. */
export class Database {
  private constructor(
    readonly orm: DataSource,
    private readonly options: DatabaseOptions,
  ) {}

  static async open(options: DatabaseOptions): Promise<Database> {
    return new Database(await dataSource(options).initialize(), options);
  }

  private get pool(): Pool {
    return (this.orm.driver as unknown as { master: Pool }).master;
  }

  /** One statement in its own transaction. */
  async query<Row extends QueryResultRow = QueryResultRow>(
    statement: string | Prepared,
    values?: unknown[],
  ): Promise<Row[]> {
    const config = typeof statement === 'string' ? { text: statement, values } : { ...statement, values };
    return (await this.pool.query<Row>(config)).rows;
  }

  /**
   * Runs `work` in one transaction. The whole of it runs again, three times at most, after a
   * serialization failure or a deadlock, so `work` must have no effect outside `tx`.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (!retriable.has(code) || attempt === maxAttempts) throw this.translate(error);
        metrics.transactionRetries.inc({ service: this.options.service });
        await delay(attempt * 10);
      }
    }
  }

  /**
   * Runs `job` unless another replica is running it: a session-level advisory lock, freed by Postgres
   * when the process dies. Answers whether it ran.
   */
  async exclusively(name: string, job: () => Promise<void>): Promise<boolean> {
    const client = await this.pool.connect();
    // The death of a connection that nobody listens to would end the process.
    client.on('error', nothing);
    let mayHoldLock = true;
    const ask = async (advisory: string) => {
      const { rows } = await client.query<{ done: boolean }>(
        `select ${advisory}(hashtextextended($1, 0)) as done`,
        [name],
      );
      return rows[0]?.done ?? false;
    };
    try {
      const got = await ask('pg_try_advisory_lock');
      if (got) await job().finally(() => ask('pg_advisory_unlock'));
      mayHoldLock = false;
      return got;
    } finally {
      client.release(mayHoldLock);
      client.off('error', nothing);
    }
  }

  observePool(): void {
    const { service } = this.options;
    metrics.poolConnections.set({ service, state: 'total' }, this.pool.totalCount);
    metrics.poolConnections.set({ service, state: 'idle' }, this.pool.idleCount);
    metrics.poolConnections.set({ service, state: 'waiting' }, this.pool.waitingCount);
  }

  close(): Promise<void> {
    return this.orm.destroy();
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.orm.createQueryRunner();
    const actions: (() => void)[] = [];
    let isOver = false;
    let last: Promise<unknown> | undefined;
    let failure: Error | undefined;
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx: Tx = {
        orm: runner.manager,
        query: async <Row extends QueryResultRow>(statement: string | Prepared, values?: unknown[]) => {
          // A branch of `work` that outlives it would write with no transaction around it.
          if (isOver) throw new Error('a statement came after the end of its transaction');
          const config =
            typeof statement === 'string' ? { text: statement, values } : { ...statement, values };
          const answer = client.query<Row>(config);
          last = answer.catch((error: Error) => (failure ??= error));
          return (await answer).rows;
        },
        afterCommit: (action) => actions.push(action),
      };
      const result = await work(tx);
      isOver = true;
      await last;
      if (failure) throw failure;
      // COMMIT after a failed statement is a rollback, and says so only in its tag.
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new Error('a failed statement was overlooked');
      for (const action of actions) action();
      return result;
    } catch (error) {
      isOver = true;
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private translate(error: unknown): unknown {
    const constraint = (error as { constraint?: string }).constraint;
    const code = constraint ? this.options.constraints?.[constraint] : undefined;
    return code ? new DomainError(code) : error;
  }
}
