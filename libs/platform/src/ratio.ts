import type { Metrics } from '#contracts';

/**
 * `numerator ÷ denominator × scale` with two decimals, half up (away from nothing below it), exactly: no floats on
 * the way. 100 makes per cent.
 * @throws RangeError unless the denominator is above 0
 */
export function ratioOf(numerator: number, denominator: number, scale: number): number {
  if (!(denominator > 0)) throw new RangeError(`divided by ${denominator}`);
  const doubled = BigInt(Math.abs(numerator)) * BigInt(scale) * 100n * 2n;
  const hundredths = (doubled + BigInt(denominator)) / (BigInt(denominator) * 2n);
  return (Math.sign(numerator) * Number(hundredths)) / 100;
}

/** What an errand with a purchase cost, in fen, two decimals; undefined where nothing was paid back. */
export function costPerErrandFen({
  purchasesPaid,
  purchasesPaidFen,
}: Pick<Metrics, 'purchasesPaid' | 'purchasesPaidFen'>): number | undefined {
  return purchasesPaid > 0 ? ratioOf(purchasesPaidFen, purchasesPaid, 1) : undefined;
}
