import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, type ErrorCode, type ServiceName } from '#contracts';
import {
  Client,
  type Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
  types,
} from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { arrayLiteral } from './array.literal.js';
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
  /**
   * A statement whose result nobody reads: it goes out at once and is not waited for. If it fails, so
   * does the transaction. Writes at the end of `work` thus travel together with the COMMIT.
   */
  write(statement: string | Prepared, values?: unknown[]): void;
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
  plansOnce?: boolean;
}

const retriable = new Set(['40001', '40P01']);
const inFailedTransaction = '25P02';
const maxAttempts = 3;
/** Bytes; about what PostgreSQL reads at a time. */
const mostGathered = 8_192;
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
      // A dying connection may report more than one fault, some when nobody holds it any more: an error event
      // that nobody listens to would end the process.
      onConnect: (client: PoolClient) => void client.on('error', nothing),
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(options.plansOnce && { options: '-c plan_cache_mode=force_generic_plan' }),
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
    return (await this.pool.query<Row>(queryOf(statement, values))).rows;
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
    // Not of the pool: jobs that each held one of its connections and waited for another would stop the service.
    const client = new Client({
      connectionString: this.options.url,
      application_name: `shunlu-${this.options.service}-job`,
      connectionTimeoutMillis: 10_000,
    });
    // The death of a connection that nobody listens to would end the process.
    client.on('error', nothing);
    try {
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
        [name],
      );
      const got = rows[0]?.got ?? false;
      if (!got) return false;
      await job();
      // Fails where the lock was lost on the way: another replica may have run the job beside this one.
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
      return true;
    } finally {
      await client.end().catch(nothing);
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
    try {
      const client = (await runner.connect()) as PoolClient;
      const open = new OpenTransaction(client, runner);
      const result = await open.run(work);
      for (const action of open.actions) action();
      return result;
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

/** BEGIN goes out with the first statement, COMMIT with the last: a transaction waits only for what it reads. */
class OpenTransaction implements Tx {
  readonly actions: (() => void)[] = [];
  private isOver = false;
  private isGathering = false;
  private last: Promise<unknown>;
  private failure: Error | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly runner: QueryRunner,
  ) {
    this.last = this.send('BEGIN').catch(nothing);
    // TypeORM must neither begin one of its own nor refuse to lock rows.
    Object.assign(runner, { isTransactionActive: true });
  }

  get orm(): EntityManager {
    return this.runner.manager;
  }

  async query<Row extends QueryResultRow>(statement: string | Prepared, values?: unknown[]): Promise<Row[]> {
    return (await this.send<Row>(statement, values)).rows;
  }

  write(statement: string | Prepared, values?: unknown[]): void {
    this.send(statement, values).catch(nothing);
  }

  afterCommit(action: () => void): void {
    this.actions.push(action);
  }

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await work(this);
      this.isOver = true;
      const [{ command }] = await Promise.all([this.gathered({ text: 'COMMIT' }), this.last]);
      if (this.failure) throw this.failure;
      // COMMIT after a failed statement is a rollback, and says so only in its tag.
      if (command !== 'COMMIT') throw new Error('a failed statement was overlooked');
      return result;
    } catch (error) {
      if (!this.isOver) {
        this.isOver = true;
        await this.client.query('ROLLBACK').catch(nothing);
      }
      // What came after a failed write only says that the transaction is aborted, not why.
      throw (error as { code?: string }).code === inFailedTransaction ? this.failure : error;
    } finally {
      Object.assign(this.runner, { isTransactionActive: false });
    }
  }

  private send<Row extends QueryResultRow>(
    statement: string | Prepared,
    values?: unknown[],
  ): Promise<QueryResult<Row>> {
    // A branch of `work` that outlives it would write with no transaction around it.
    if (this.isOver) throw new Error('a statement came after the end of its transaction');
    const answer = this.gathered<Row>(queryOf(statement, values));
    this.last = answer.catch((error: Error) => (this.failure ??= error));
    return answer;
  }

  /**
   * What is sent in one turn of the event loop leaves in one write, since a system call for each statement is dear;
   * but what is long leaves at once, so that PostgreSQL works on it while the next is put into words.
   */
  private gathered<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    const { stream } = (this.client as unknown as { connection: { stream: Writable } }).connection;
    if (!this.isGathering) {
      this.isGathering = true;
      stream.cork();
      process.nextTick(() => {
        this.isGathering = false;
        stream.uncork();
      });
    }
    const answer = this.client.query<Row>(query);
    if (stream.writableLength > mostGathered) {
      stream.uncork();
      stream.cork();
    }
    return answer;
  }
}

function queryOf(statement: string | Prepared, values?: unknown[]): QueryConfig {
  const prepared = typeof statement === 'string' ? { text: statement } : statement;
  return {
    ...prepared,
    values: values?.map((value) => (Array.isArray(value) ? (arrayLiteral(value) ?? value) : value)),
  };
}
