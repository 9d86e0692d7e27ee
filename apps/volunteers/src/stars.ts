/** Hours of each star by default; some districts use other steps. */
export const defaultStarHours: readonly number[] = [100, 300, 600, 1000, 1500];

/** Stars for minutes served in a life. */
export function starLevel(lifetimeMinutes: number, starHours = defaultStarHours): number {
  return starHours.filter((hours) => lifetimeMinutes >= hours * 60).length;
}
