import type { RankedRegion, RankingBasis } from '#contracts';

/**
 * Rows with their ranks, the greatest first. Equal figures share a rank and the next counts them all (1, 2, 2, 4);
 * whoever has no figure to be ranked by comes last without a rank. Equal rows stand in order of their codes.
 */
export function ranked(rows: readonly RankedRegion[], per: RankingBasis): RankedRegion[] {
  const figureOf = ({ value, perThousand }: RankedRegion) => (per === 'count' ? value : perThousand);
  const order = (a: RankedRegion, b: RankedRegion) =>
    (figureOf(b) ?? -Infinity) - (figureOf(a) ?? -Infinity) || (a.region < b.region ? -1 : 1);
  const [having, lacking] = [
    rows.filter((row) => figureOf(row) !== undefined).sort(order),
    rows.filter((row) => figureOf(row) === undefined).sort((a, b) => (a.region < b.region ? -1 : 1)),
  ];
  return [
    ...having.map((row) => ({
      rank: 1 + having.findIndex((other) => figureOf(other) === figureOf(row)),
      ...row,
    })),
    ...lacking,
  ];
}
