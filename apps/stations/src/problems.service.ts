import { isDeepStrictEqual } from 'node:util';
import {
  type ById,
  type CorrectProblemInput,
  type CountProblemsInput,
  DomainError,
  type ImportProblemsInput,
  type ListProblemsInput,
  type LogProblemInput,
  type ProblemCounts,
  type ProblemList,
  type ProblemPage,
  problems,
  type ProblemView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  sees,
  shanghaiDay,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { checkContent, checkEntry } from './problem.js';
import * as store from './problems.store.js';
import { findRegion } from './regions.store.js';

const defaultLimit = 20;
const dayMs = 86_400_000;

/** The daily log of what people ask a station for, and where it was referred to. Each step is a version. */
@Injectable()
export class ProblemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async log(input: LogProblemInput, call: Call): Promise<ProblemView> {
    await this.check(input, call);
    return this.database.transaction((tx) =>
      once(tx, call, problems.log.subject, input, () => this.write(tx, input, call)),
    );
  }

  /** All or none. @throws DomainError see the contract */
  async import(input: ImportProblemsInput, call: Call): Promise<ProblemList> {
    for (const item of input.items) await this.check(item, call);
    return this.database.transaction((tx) =>
      once(tx, call, problems.import.subject, input, async () => {
        const items: ProblemView[] = [];
        for (const item of input.items) items.push(await this.write(tx, item, call));
        return { items };
      }),
    );
  }

  /** @throws DomainError `resource.notFound`, `statistic.superseded`, and those of its content */
  async correct(input: CorrectProblemInput, call: Call): Promise<ProblemView> {
    return this.database.transaction((tx) =>
      once(tx, call, problems.correct.subject, input, async () => {
        const last = (await store.readVersions(tx, input.id)).at(-1);
        if (!last || !sees(call.actor, parseRegion(last.region).code))
          throw new DomainError('resource.notFound');
        checkContent(input);
        const content = { ...input, version: input.ofVersion + 1 };
        const isNext = last.version === input.ofVersion;
        if (!isNext || !(await store.insertContent(tx, last.region, content, call, this.clock.now())))
          throw new DomainError('statistic.superseded', { version: last.version });
        return this.newest(tx, input.id);
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async history({ id }: ById, { actor }: Call): Promise<ProblemList> {
    const items = await store.readVersions(this.database, id);
    const [first] = items;
    if (!first || !sees(actor, parseRegion(first.region).code)) throw new DomainError('resource.notFound');
    return { items };
  }

  /** @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListProblemsInput, { actor }: Call): Promise<ProblemPage> {
    const { from, to, state, limit = defaultLimit } = input;
    const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'integer', 'uuid');
    const filter = { region: listScope(actor, input.region), from, to };
    const found = await store.listProblems(this.database, filter, state, after, limit + 1);
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit),
      ...(last && { nextCursor: encodeCursor(Date.parse(last.day) / dayMs, last.id) }),
    };
  }

  /** @throws DomainError `access.foreignRegion` */
  async count({ region: asked, from, to }: CountProblemsInput, { actor }: Call): Promise<ProblemCounts> {
    const region = listScope(actor, asked);
    const categories = await store.countProblems(this.database, { region, from, to });
    return { region: formatRegion(region.code), categories };
  }

  private async check(input: LogProblemInput, call: Call): Promise<void> {
    const region = listScope(call.actor, input.region);
    if (!(await findRegion(this.database, region))) throw new DomainError('region.unknown');
    checkEntry(input, shanghaiDay(this.clock.now()));
  }

  /** The same entry again is the first answer. */
  private async write(tx: Tx, input: LogProblemInput, call: Call): Promise<ProblemView> {
    if (await store.insertProblem(tx, input)) {
      await store.insertContent(tx, input.region, { ...input, version: 1 }, call, this.clock.now());
      return this.newest(tx, input.id);
    }
    const [first] = await store.readVersions(tx, input.id);
    if (!first || !isSame(first, input)) throw new DomainError('idempotency.conflict');
    return this.newest(tx, input.id);
  }

  private async newest(tx: Tx, id: string): Promise<ProblemView> {
    const last = (await store.readVersions(tx, id)).at(-1);
    if (!last) throw new Error(`problem ${id} is gone`);
    return last;
  }
}

function isSame(first: ProblemView, input: LogProblemInput): boolean {
  const { version: _, isWithdrawn: __, enteredAt: ___, ...logged } = first;
  return isDeepStrictEqual(logged, { ...input });
}
