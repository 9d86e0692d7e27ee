/** What an ID number of GB 11643-1999 says of its bearer. */
export interface Identity {
  /** `1956-03-02` */
  birthDay: string;
  sex: 'male' | 'female';
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/**
 * Provinces and regions (GB/T 2260), with 81 to 83 for the residence permits of people from Hong Kong,
 * Macao and Taiwan. Below that nothing is checked: an abolished county (塘沽 120107) stays in its numbers.
 */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
const longestLifeYears = 130;

/** The 18th character that belongs to the first 17 digits (ISO 7064, MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/** Reads 18 characters; undefined when they cannot be an ID number on the given day. */
export function readIdNumber(text: string, today: string): Identity | undefined {
  const idNumber = text.toUpperCase();
  const [, province, year, month, day, sequence] =
    /^(\d\d)\d{4}(\d{4})(\d\d)(\d\d)(\d{3})[\dX]$/.exec(idNumber) ?? [];
  if (!province || !provinces.has(province) || checkCharacter(idNumber) !== idNumber[17]) return undefined;
  const birthDay = `${year}-${month}-${day}`;
  if (!isDay(birthDay) || birthDay > today || ageOn(birthDay, today) > longestLifeYears) return undefined;
  return { birthDay, sex: Number(sequence) % 2 === 1 ? 'male' : 'female' };
}

/** Completed years on a day. Who is born on 29 February is a year older on 1 March of other years. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
