import {
  type Actor,
  DomainError,
  type ReadStretchInput,
  type StatementSpan,
  type StatementStretch,
  stretchLines,
} from '#contracts';
import { Clock, Database, decodeCursor, encodeCursor, newId, scopeOf, sees } from '#platform';
import { contains, regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { publicHead } from './heads.js';
import { readLastHead } from './heads.store.js';
import * as store from './ledger.store.js';
import { balanceView, lineOf } from './ledger.views.js';
import { findHolder, recordReading } from './statements.store.js';
import type { Transfer } from './transfer.js';

const dayMs = 86_400_000;
const earliestDay = '1900-01-01';
const latestDay = '9999-12-31';

/** Days as instants, in microseconds since 1970: from the first, up to before the last. */
interface Span {
  firstMicros: number;
  endMicros: number;
}

/** Statements of any length. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Newest first, along the links of the account, which nothing posted later can change.
   * @throws DomainError `ledger.accountUnknown` also for accounts of others, `cursor.invalid`, `request.invalid`
   */
  async readStretch(input: ReadStretchInput, actor: Actor): Promise<StatementStretch> {
    const span = spanOf(input);
    const account = await store.findOwned(this.database, input.ownerId, input.cityCode);
    if (!account || !(await this.mayRead(actor, input.ownerId, account.cityCode)))
      throw new DomainError('ledger.accountUnknown');
    const now = this.clock.now();
    if (isStaff(actor) && input.cursor === undefined)
      await recordReading(this.database, newId(), account, actor, input, now);
    const head = await readLastHead(this.database, account.cityCode);
    const { balanceMinutes, heldMinutes } = balanceView(input.ownerId, account);
    return {
      ...{ accountId: account.id, cityCode: account.cityCode, asOf: now.toISOString() },
      ...{ balanceMinutes, heldMinutes },
      ...(head && { head: publicHead(head) }),
      ...(await this.walk(account, span, input.cursor)),
    };
  }

  private async walk(
    account: store.OwnedAccount,
    { firstMicros, endMicros }: Span,
    cursor: string | undefined,
  ): Promise<Pick<StatementStretch, 'items' | 'nextCursor'>> {
    const from = cursor === undefined ? account.lastSequence : decodeCursor(cursor, 'integer')[0];
    if (from === null) return { items: [] };
    const rows = await store.readStatement(this.database, account, from, stretchLines + 1);
    if (rows.length === 0) throw new DomainError('cursor.invalid');
    refuseBrokenLinks(account, rows);
    const walked = rows.slice(0, stretchLines);
    const wanted = walked.filter(({ recordedAtMicros: at }) => at >= firstMicros && at < endMicros);
    const next = rows[stretchLines];
    const isOver = (walked.at(-1)?.recordedAtMicros ?? 0) < firstMicros;
    return {
      items: wanted.map((transfer) => lineOf(account.id, transfer)),
      ...(next && !isOver && { nextCursor: encodeCursor(next.sequence) }),
    };
  }

  /** Its owner; staff in whose region the owner lives, or the whole city where that is not known. */
  private async mayRead(actor: Actor, ownerId: string, cityCode: number): Promise<boolean> {
    if (actor.role === 'system' || actor.id === ownerId) return true;
    const scope = scopeOf(actor);
    if (!isStaff(actor) || !scope) return false;
    const holder = await findHolder(this.database, cityCode, ownerId);
    return holder ? sees(actor, holder.communityCode) : contains(scope, regionOf(cityCode * 1e8));
  }
}

function isStaff({ role }: Actor): boolean {
  return role === 'committee' || role === 'station' || role === 'administrator';
}

function spanOf({ from, to }: StatementSpan): Span {
  if ((from ?? earliestDay) < earliestDay) throw invalid('from', `from must not be before ${earliestDay}`);
  if ((to ?? latestDay) < (from ?? earliestDay)) throw invalid('to', 'to must not be before from');
  const firstMicros = from === undefined ? -Infinity : startOf(from) * 1000;
  const endMicros = to === undefined ? Infinity : (startOf(to) + dayMs) * 1000;
  return { firstMicros, endMicros };
}

function invalid(field: string, rule: string): DomainError {
  return new DomainError('request.invalid', { fields: [{ field, rules: [rule] }] });
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** A statement that does not add up is never shown. @throws Error */
function refuseBrokenLinks(account: store.OwnedAccount, rows: readonly Transfer[]): void {
  const lines = rows.map((row) => lineOf(account.id, row));
  const broken = lines.find(({ balanceMinutes, minutes }, index) => {
    const before = lines[index + 1];
    return before !== undefined && before.balanceMinutes !== balanceMinutes - minutes;
  });
  if (broken) throw new Error(`ledger ${account.cityCode}: the statement breaks at ${broken.sequence}`);
}
