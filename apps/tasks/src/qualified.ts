import type { NeedRequirement, QualifiedFact } from '#contracts';

/** When an errand is to be served. */
interface Window {
  windowStart: Date;
  windowEnd: Date;
}

/**
 * The first requirement that somebody does not meet, from the moment on (or the start of the window, if that is later)
 * until the window ends: what expires in the middle does not cover the service. Nothing has to end a fact; the clock
 * does. Company is no quality of a person, so `secondVolunteer` is left to who posts.
 */
export function unmetAmong(
  requirements: readonly NeedRequirement[],
  qualified: readonly QualifiedFact[],
  { windowStart, windowEnd }: Window,
  now: Date,
): Exclude<NeedRequirement, 'secondVolunteer'> | undefined {
  const begins = Math.max(windowStart.getTime(), now.getTime());
  const covers = ({ from, until }: QualifiedFact) =>
    (from === undefined || Date.parse(from) <= begins) &&
    (until === undefined || Date.parse(until) >= windowEnd.getTime());
  return requirements
    .filter((requirement) => requirement !== 'secondVolunteer')
    .find((requirement) => !qualified.some((fact) => fact.name === requirement && covers(fact)));
}
