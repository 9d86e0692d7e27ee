import {
  complaintsOfResident,
  complaintsOfVolunteer,
  DomainError,
  type FeedbackChoice,
  type FeedbackSide,
  praiseOfResident,
  praiseOfVolunteer,
} from '#contracts';

/** Who speaks of whom with which words: the resident of the volunteer, the volunteer of the need and its place. */
const choicesOf: Record<FeedbackSide, readonly FeedbackChoice[]> = {
  resident: [...praiseOfVolunteer, ...complaintsOfVolunteer],
  volunteer: [...praiseOfResident, ...complaintsOfResident],
};

/** What the station should not find by chance. */
const seriousChoices: readonly FeedbackChoice[] = [
  'askedForMoney',
  'feltUnsafe',
  'moneyNotReturned',
  'wasUnsafe',
];

/** @throws DomainError `feedback.choiceInvalid` none, or one of the other side */
export function checkChoices(side: FeedbackSide, choices: readonly FeedbackChoice[]): FeedbackChoice[] {
  const chosen = [...new Set(choices)].sort();
  if (chosen.length === 0 || chosen.some((choice) => !choicesOf[side].includes(choice)))
    throw new DomainError('feedback.choiceInvalid');
  return chosen;
}

/** Nothing the resident complains of. */
export function isGood(choices: readonly FeedbackChoice[]): boolean {
  return !choices.some((choice) => (complaintsOfVolunteer as readonly FeedbackChoice[]).includes(choice));
}

export function isSerious(choices: readonly FeedbackChoice[]): boolean {
  return choices.some((choice) => seriousChoices.includes(choice));
}

/** When no-shows suspend. */
export interface SuspensionRule {
  noShowLimit: number;
  /** Only those of so many days count together. */
  noShowDays: number;
  suspensionDays: number;
}

const dayMs = 86_400_000;

/** No-shows from this instant on count towards a suspension: those that led to the last one are spent. */
export function countedSince(now: Date, lastSuspension: Date | undefined, rule: SuspensionRule): Date {
  const span = new Date(now.getTime() - rule.noShowDays * dayMs);
  return lastSuspension && lastSuspension > span ? lastSuspension : span;
}

/** Until when so many no-shows suspend from now on, if they do. */
export function suspendedUntil(noShows: number, now: Date, rule: SuspensionRule): Date | undefined {
  return noShows >= rule.noShowLimit ? new Date(now.getTime() + rule.suspensionDays * dayMs) : undefined;
}
