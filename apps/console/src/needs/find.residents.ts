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

/** Those whose name is written or typed so, or whose number ends so; as options of a list. */
export function findResidents(
  residents: readonly Resident[],
  wanted: string,
): { value: string; label: string }[] {
  const text = wanted.trim();
  const typed = text.toLowerCase();
  const fits = ({ name, phone }: Resident) =>
    name.includes(text) || phone.endsWith(text) || (text !== '' && initialsOf(name).startsWith(typed));
  return residents
    .filter(fits)
    .slice(0, 50)
    .map(({ id, name, phone }) => ({ value: id, label: `${name}  ${phone}` }));
}
