import { DomainError, longestDelegationDays } from '#contracts';

const dayMs = 86_400_000;

interface Colleague {
  id: string;
  organisationId: string | null;
  regionCode: number;
}

/** Of one organisation or, where neither has one, of one region; never oneself. */
export function areColleagues(one: Colleague, other: Colleague): boolean {
  if (one.id === other.id) return false;
  if (one.organisationId !== null) return one.organisationId === other.organisationId;
  return other.organisationId === null && one.regionCode === other.regionCode;
}

/** @throws DomainError `delegation.periodInvalid` */
export function checkPeriod(startsAt: Date, endsAt: Date, now: Date): void {
  const isFit =
    startsAt < endsAt &&
    now < endsAt &&
    endsAt.getTime() - startsAt.getTime() <= longestDelegationDays * dayMs;
  if (!isFit) throw new DomainError('delegation.periodInvalid', { days: longestDelegationDays });
}

/** Whether it holds at an instant; nobody has to end it. */
export function isRunning(
  { startsAt, endsAt, endedAt }: { startsAt: Date; endsAt: Date; endedAt: Date | null },
  now: Date,
): boolean {
  return startsAt <= now && now < endsAt && endedAt === null;
}
