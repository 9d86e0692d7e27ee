import type { Schemas } from '../api';

type Resident = Schemas['ResidentView'];

/** Letters that Chinese syllables begin with, and the first character of each in the order of pinyin. */
const letters = 'abcdefghjklmnopqrstwxyz';
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** `张*三` is `zs`: how somebody types a name without an input method. What is no Chinese character is left out. */
export function initialsOf(name: string): string {
  return [...name]
    .filter((character) => /\p{Script=Han}/u.test(character))
    .map(
      (character) => letters[firsts.findLastIndex((first) => byPinyin.compare(first, character) <= 0)] ?? '',
    )
    .join('');
}

/** Whether somebody means this building: by its number alone, or by a part of its name that begins no number midway. */
export function isBuilding(building: string | undefined, wanted: string): boolean {
  const [text, whole] = [wanted, building ?? ''].map((one) =>
    one.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase(),
  ) as [string, string];
  if (text === '' || whole === '') return false;
  if (/^[\da-z]+$/.test(text)) return /[\da-z]+(?=\D{0,2}$)/.exec(whole)?.[0] === text;
  const at = whole.indexOf(text);
  return at >= 0 && !/\d{2}/.test(whole.slice(Math.max(0, at - 1), at + 1));
}

/**
 * Those whose name is written or typed so, whose number ends so, or who live in that building, as options of a list: a
 * building's first, since fewer are meant by its number than by the end of a telephone's.
 */
export function findResidents(
  residents: readonly Resident[],
  wanted: string,
): { value: string; label: string }[] {
  const text = wanted.trim();
  const typed = text.toLowerCase();
  const fits = ({ name, phone }: Resident) =>
    name.includes(text) || phone.endsWith(text) || (text !== '' && initialsOf(name).startsWith(typed));
  const neighbours = residents.filter(({ building }) => isBuilding(building, text));
  return [...new Set([...neighbours, ...residents.filter(fits)])]
    .slice(0, 50)
    .map(({ id, name, phone, building }) => ({
      value: id,
      label: [name, phone, building].filter(Boolean).join('  '),
    }));
}
