/** The decade of a birth day: 1950 for `1956-03-02`. All of a birth day that leaves this service. */
export function birthDecadeOf(birthDay: string): number {
  return Math.floor(Number(birthDay.slice(0, 4)) / 10) * 10;
}
