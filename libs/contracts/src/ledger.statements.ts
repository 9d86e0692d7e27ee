import { defineRpc } from './contract.js';
import { DailyHead } from './evidence.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Text, Uuid } from './fields.js';
import { StatementLine } from './ledger.js';

/** For a spreadsheet of any kind, for Excel, and for reading and printing. */
export const statementFormats = ['csv', 'xlsx', 'html'] as const;
export type StatementFormat = (typeof statementFormats)[number];

/** What a statement can be printed in, whatever the reader’s browser prefers. */
export const statementLanguages = ['zh', 'en'] as const;

/** Lines one stretch holds at most. */
export const stretchLines = 1_000;

/** Whose statement, and of which days of Asia/Shanghai, both included. */
export class StatementSpan {
  @Uuid() ownerId!: string;
  @Integer({ min: 1000, max: 9999, optional: true, description: 'As in a balance.' }) cityCode?: number;
  @Day({ optional: true, description: 'First day; the first ever unless told.' }) from?: string;
  @Day({ optional: true, description: 'Last day; today unless told.' }) to?: string;
}

export class StatementFileInput extends StatementSpan {
  @Choice(statementFormats) format!: StatementFormat;
  @Choice(statementLanguages, { optional: true, description: 'The request’s own unless told.' })
  language?: (typeof statementLanguages)[number];
}

export class ReadStretchInput extends StatementSpan {
  @Text({ max: 200, optional: true }) cursor?: string;
}

/** Some of a statement's lines, newest first. It may hold none and yet have a next. */
export class StatementStretch {
  @Uuid() accountId!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Instant() asOf!: string;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, description: 'At asOf.' })
  balanceMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'At asOf.' }) heldMinutes!: number;
  @ListOf(() => StatementLine, { max: stretchLines }) items!: StatementLine[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
  @Nested(() => DailyHead, {
    optional: true,
    description:
      'The newest published head of the city: what is up to its last number can be checked on /verify.',
  })
  head?: DailyHead;
}

export const statements = {
  /**
   * A long statement, stretch by stretch: whoever begins one reads the account as it was then. For its owner,
   * and for staff in whose region the owner lives; that staff looked is written down.
   */
  readStretch: defineRpc({
    subject: 'ledger.readStretch',
    input: ReadStretchInput,
    output: StatementStretch,
    errors: ['ledger.accountUnknown', 'cursor.invalid', 'request.invalid'],
    callers: ['volunteer', 'resident', 'committee', 'station', 'administrator', 'system'],
  }),
};
