import { DomainError, mostStars, type StarStep } from '#contracts';

/** What each star takes, from the first to the fifth. */
export interface StarRule {
  steps: readonly StarStep[];
  /** Who has fewer evaluations is held back by none of them. */
  fewestEvaluations: number;
}

/** By default hours alone count; some districts use other steps. */
export const defaultStarRule: StarRule = {
  steps: [100, 300, 600, 1000, 1500].map((hours) => ({ hours })),
  fewestEvaluations: 5,
};

/** What a volunteer has done, as far as stars follow from it. */
export interface Merit {
  lifetimeMinutes: number;
  evaluations: number;
  goodEvaluations: number;
}

/** Stars by a rule; both measures of a rule rise, so those reached come first. */
export function starLevel(merit: Merit, { steps, fewestEvaluations }: StarRule): number {
  const { lifetimeMinutes, evaluations, goodEvaluations } = merit;
  const isGood = (goodPercent: number) =>
    evaluations < fewestEvaluations || goodEvaluations * 100 >= goodPercent * evaluations;
  return steps.filter(({ hours, goodPercent = 0 }) => lifetimeMinutes >= hours * 60 && isGood(goodPercent))
    .length;
}

/** Minutes missing to the hours of the next star, 0 where only evaluations hold back; undefined with all five. */
export function minutesToNext(merit: Merit, rule: StarRule): number | undefined {
  const next = rule.steps[starLevel(merit, rule)];
  return next === undefined ? undefined : Math.max(0, next.hours * 60 - merit.lifetimeMinutes);
}

/** @throws DomainError `star.stepsInvalid` */
export function assertRising(steps: readonly StarStep[]): void {
  const isRising = steps.every(({ hours, goodPercent = 0 }, index) => {
    const before = steps[index - 1];
    return hours > (before?.hours ?? 0) && goodPercent >= (before?.goodPercent ?? 0);
  });
  if (steps.length !== mostStars || !isRising) throw new DomainError('star.stepsInvalid');
}
