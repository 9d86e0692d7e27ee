import {
  type AccountKind,
  type CreditBand,
  type DemandProjection,
  type Ratio,
  smallestBand,
  type SolvencyNote,
} from '#contracts';

/** Credits of people of one decade of birth. */
export interface Band {
  /** Null where the ledger was not told. */
  birthDecade: number | null;
  holderCount: number;
  balanceMinutes: number;
  heldMinutes: number;
}

export interface KindTotal {
  kind: AccountKind;
  accountCount: number;
  balanceMinutes: number;
  heldMinutes: number;
}

/** From this age on a person counts as elder: the law on the rights of older people, article 2. */
const elderAge = 60;

/** What a projection is made from; minutes of the window, and the bands before any is laid together. */
export interface ProjectionBasis {
  bands: readonly Band[];
  redeemedMinutes: number;
  earnedMinutes: number;
  windowDays: number;
  horizonDays: number;
  /** The year in which the horizon ends. */
  horizonYear: number;
}

export function projectDemand(basis: ProjectionBasis): DemandProjection {
  const { bands, redeemedMinutes, earnedMinutes, windowDays, horizonDays, horizonYear } = basis;
  const atPace = (minutes: number) => Number((BigInt(minutes) * BigInt(horizonDays)) / BigInt(windowDays));
  const ofElder = bands.map(({ birthDecade, balanceMinutes }) =>
    birthDecade === null ? 0 : Math.floor((balanceMinutes * elderTenths(birthDecade, horizonYear)) / 10),
  );
  return {
    horizonDays,
    demandAtPaceMinutes: atPace(redeemedMinutes),
    demandOfElderMinutes: ofElder.reduce((sum, minutes) => sum + minutes, 0),
    serviceAtPaceMinutes: atPace(earnedMinutes),
  };
}

/** Birth years of the decade whose people are elders by the end of a year. */
function elderTenths(birthDecade: number, year: number): number {
  return Math.min(10, Math.max(0, year - elderAge - birthDecade + 1));
}

/**
 * Bands of so many people that nobody can be told apart: small ones are laid together with the next younger,
 * what is left at the end with the one before; the unknown come last. None where all are too few.
 */
export function tellable(bands: readonly Band[]): CreditBand[] {
  const groups: CreditBand[] = [];
  let open: CreditBand | undefined;
  const sorted = [...bands].sort((a, b) => (a.birthDecade ?? Infinity) - (b.birthDecade ?? Infinity));
  for (const band of sorted) {
    open = open ? joined(open, bandOf(band)) : bandOf(band);
    if (open.holderCount < smallestBand) continue;
    groups.push(open);
    open = undefined;
  }
  const last = groups.pop();
  if (open && last) groups.push(joined(last, open));
  else if (last) groups.push(last);
  return groups;
}

function bandOf({ birthDecade, ...totals }: Band): CreditBand {
  const years = birthDecade === null ? {} : { bornFrom: birthDecade, bornTo: birthDecade + 9 };
  return { ...years, includesUnknown: birthDecade === null, ...totals };
}

function joined(older: CreditBand, younger: CreditBand): CreditBand {
  const bornFrom = older.bornFrom ?? younger.bornFrom;
  const bornTo = younger.bornTo ?? older.bornTo;
  return {
    ...(bornFrom !== undefined && bornTo !== undefined && { bornFrom, bornTo }),
    includesUnknown: older.includesUnknown || younger.includesUnknown,
    holderCount: older.holderCount + younger.holderCount,
    balanceMinutes: older.balanceMinutes + younger.balanceMinutes,
    heldMinutes: older.heldMinutes + younger.heldMinutes,
  };
}

/** Two decimals, half up; no value where the denominator is not above zero. */
export function ratioOf(numerator: number, denominator: number): Ratio {
  if (denominator <= 0) return { numerator, denominator };
  const size = BigInt(Math.abs(numerator));
  const hundredths = (size * 200n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  const digits = hundredths.toString().padStart(3, '0');
  const sign = numerator < 0 && hundredths > 0n ? '-' : '';
  const value = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return { numerator, denominator, value };
}

/** What the projection takes for granted, for whoever reads it. */
export const projectionNotes: SolvencyNote[] = [
  {
    zh: '按现有速度的需求与服务：窗口期内的兑换（或服务所得）分钟数 × 展望天数 ÷ 窗口天数，向零取整；假定人们照旧兑换与服务。',
    en: 'Demand and service at pace: minutes redeemed (or earned) in the window × horizonDays ÷ windowDays, cut to whole minutes; it takes for granted that people go on as they did.',
  },
  {
    zh: '老年人可能的需求：展望期末年满 60 岁者的全部余额；假定他们一次用完，而未满 60 岁者不用。',
    en: 'Demand of elders: all credits of people who are 60 by the end of the horizon; it takes for granted that they use all of it and nobody younger uses any.',
  },
  {
    zh: '账本只知道出生年代：某年代中已满 60 岁的人数按出生年份均匀分布推算；年代未知者不计入。',
    en: 'The ledger knows decades of birth only: within a decade people are taken to be born evenly over its years; those of unknown decade are left out.',
  },
  {
    zh: '不计今后的过期、捐赠、转赠与发放。',
    en: 'Credits that may yet expire, be donated, given or granted are left out.',
  },
];
