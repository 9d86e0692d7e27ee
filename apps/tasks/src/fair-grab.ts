import { createHash } from 'node:crypto';
import type { FairPoints, FairRule } from '#contracts';

/** What the ranking knows of somebody who wants the errand. The moment of asking is not part of it. */
export interface Wisher {
  volunteerId: string;
  /** Home community, 12-digit code. */
  communityCode: number;
  /** Services ended in the last 30 days. */
  recentServices: number;
  /** Fair grabs lost in the last 30 days. */
  lostLately: number;
  /** Errands in hand now. */
  heldClaims: number;
}

export interface RankedWish {
  volunteerId: string;
  /** 1 is first. */
  rank: number;
  points: number;
  parts: FairPoints[];
}

const rules: Record<FairRule, (wisher: Wisher, communityCode: number) => number> = {
  /** Everybody gets a turn: 40 for nobody's helper yet, 4 less for each service of the last 30 days. */
  fewRecentServices: ({ recentServices }) => Math.max(0, 40 - 4 * recentServices),
  /** 30 in the same community, 20 in the same subdistrict, 10 in the same county. */
  nearness: (wisher, communityCode) => {
    const shared = (digits: number) =>
      Math.floor(wisher.communityCode / digits) === Math.floor(communityCode / digits);
    return shared(1) ? 30 : shared(1e3) ? 20 : shared(1e6) ? 10 : 0;
  },
  /** 5 for each fair grab lost in the last 30 days, 20 at most: who was unlucky is luckier. */
  lostLately: ({ lostLately }) => Math.min(20, 5 * lostLately),
  /** 10 for free hands, 5 less for each errand held. */
  handsFree: ({ heldClaims }) => Math.max(0, 10 - 5 * heldClaims),
};

/**
 * Ranks everybody who wants an errand by the declared rules. Being fast counts for nothing; equal points are
 * drawn by lot: the smaller SHA-256 of the seed and the volunteer's id, so that anybody can draw it again.
 */
export function rankWishes(communityCode: number, wishers: readonly Wisher[], seed: string): RankedWish[] {
  const scored = wishers.map((wisher) => {
    const parts = (Object.keys(rules) as FairRule[]).map((rule) => ({
      rule,
      points: rules[rule](wisher, communityCode),
    }));
    const points = parts.reduce((sum, part) => sum + part.points, 0);
    return { volunteerId: wisher.volunteerId, points, parts, lot: lotOf(seed, wisher.volunteerId) };
  });
  scored.sort((a, b) => b.points - a.points || (a.lot < b.lot ? -1 : 1));
  return scored.map(({ volunteerId, points, parts }, index) => ({
    volunteerId,
    rank: index + 1,
    points,
    parts,
  }));
}

function lotOf(seed: string, volunteerId: string): string {
  return createHash('sha256').update(`${seed}\n${volunteerId}`).digest('hex');
}
