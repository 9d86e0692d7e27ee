/** What a strategy made of a scenario. */
export interface Figures {
  needs: number;
  /** Claims, those given back included. */
  claims: number;
  alerts: number;
  /** Of needs, the share that somebody served. */
  fillRate: number;
  waitP50Minutes: number;
  waitP95Minutes: number;
  alertsPerClaim: number;
  /** Of alerts, the share after which the errand was claimed; the feed's claims are among them. */
  claimsPerAlert: number;
  /** Of couriers, those without an errand in the days simulated. */
  shareWithoutErrand: number;
  /** 0 where all serve alike, 1 where one serves all. */
  gini: number;
}

export function figuresOf(counted: {
  needs: number;
  served: number;
  waitsMs: number[];
  alerts: number;
  errands: number[];
}): Figures {
  const { needs, served, alerts, errands } = counted;
  const waits = counted.waitsMs.map((wait) => wait / 60_000).sort((a, b) => a - b);
  const claims = waits.length;
  return {
    needs,
    claims,
    alerts,
    fillRate: served / needs,
    waitP50Minutes: nearestRank(waits, 0.5),
    waitP95Minutes: nearestRank(waits, 0.95),
    alertsPerClaim: alerts / claims,
    claimsPerAlert: claims / alerts,
    shareWithoutErrand: errands.filter((count) => count === 0).length / errands.length,
    gini: gini(errands),
  };
}

/** The mean of each figure over several seeds. */
export function meanOf(made: readonly Figures[]): Figures {
  const [first] = made;
  if (!first) throw new Error('no seed');
  const names = Object.keys(first) as (keyof Figures)[];
  const mean = (name: keyof Figures) => made.reduce((sum, each) => sum + each[name], 0) / made.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)])) as unknown as Figures;
}

function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/** The Gini coefficient: twice the area between equality and the Lorenz curve. */
export function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const ranked = sorted.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return (2 * ranked) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}
