import { correctionHours, type CorrectionTerms, DomainError } from '#contracts';
import { minutesBetween, mostMinutes } from './record.js';

/** What a record says and what may be said of it. */
export interface Correctable {
  /** 0 where it is void. */
  serviceMinutes: number;
  startedAt: Date;
  endedAt: Date;
}

/** What it is to say instead. */
export type Corrected = Correctable;

const slackMs = 86_400_000;

/** From when a proposal can be applied no more; nothing has to end it. */
export function correctionExpiry({ proposedAt }: { proposedAt: Date }): Date {
  return new Date(proposedAt.getTime() + correctionHours * 3_600_000);
}

/**
 * What a correction makes of a record: times as told or as they were, minutes within both the times and the
 * errand's window, and something that differs.
 * @throws DomainError `record.timesInvalid`, `record.minutesInvalid`, `record.nothingToCorrect`
 */
export function correctedBy(
  record: Correctable,
  terms: CorrectionTerms,
  window: { windowStart: Date; windowEnd: Date },
  now: Date,
): Corrected {
  const { startedAt, endedAt } = record;
  if (terms.kind === 'void') {
    if (record.serviceMinutes === 0) throw new DomainError('record.nothingToCorrect');
    return { serviceMinutes: 0, startedAt, endedAt };
  }
  const times = {
    startedAt: terms.startedAt ? new Date(terms.startedAt) : startedAt,
    endedAt: terms.endedAt ? new Date(terms.endedAt) : endedAt,
  };
  checkTimes(times, window, now);
  const maxMinutes = mostMinutes(minutesBetween(times.startedAt, times.endedAt), window);
  const isMoved = +times.startedAt !== +startedAt || +times.endedAt !== +endedAt;
  const unsaid = isMoved || record.serviceMinutes === 0 ? maxMinutes : record.serviceMinutes;
  const serviceMinutes = terms.serviceMinutes ?? unsaid;
  if (serviceMinutes > maxMinutes) throw new DomainError('record.minutesInvalid', { maxMinutes });
  if (!isMoved && serviceMinutes === record.serviceMinutes) throw new DomainError('record.nothingToCorrect');
  return { ...times, serviceMinutes };
}

function checkTimes(
  { startedAt, endedAt }: { startedAt: Date; endedAt: Date },
  { windowStart, windowEnd }: { windowStart: Date; windowEnd: Date },
  now: Date,
): void {
  const isNear = +startedAt >= +windowStart - slackMs && +endedAt <= +windowEnd + slackMs;
  if (endedAt <= startedAt || endedAt > now || !isNear) throw new DomainError('record.timesInvalid');
}
