/**
 * Region of six digits, year, sequence of seven and a Luhn digit (ISO/IEC 7812-1, annex B), never derived
 * from the ID number. One wrong digit and most swaps of neighbours are noticed when it is read aloud.
 */
export function volunteerNumber(countyCode: number, year: number, sequence: number): string {
  const digits = `${pad(countyCode, 6)}${pad(year, 4)}${pad(sequence, 7)}`;
  if (digits.length !== 17) throw new RangeError(`${digits} does not fit a volunteer number`);
  return digits + luhnDigit(digits);
}

export function luhnDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? doubled(Number(digit)) : Number(digit)))
    .reduce((total, value) => total + value, 0);
  return (10 - (sum % 10)) % 10;
}

function doubled(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
