/** A number with the word for a building, perhaps behind the name of an estate, and something behind it. */
const named =
  /^.{0,20}?[\dA-Za-z零〇一二三四五六七八九十百]{1,5}(?:号楼|栋|幢|座|#|楼(?=[\dA-Za-z零〇一二三四五六七八九十]+(?:门|单元|-)))(?=.)/u;
/** 3-2-501: the first of several numbers. */
const numbered = /^[\dA-Za-z]{1,5}(?=-[\dA-Za-z])/;

/**
 * The building of a door, without spaces: 示例里3号楼 of 示例里 3 号楼 2 门 501. None where a door says no more than
 * one number, which is a house with one family in it as likely as a building of a hundred.
 */
export function buildingOf(door: string): string | undefined {
  const text = door.normalize('NFKC').replaceAll(/\s/g, '');
  return (named.exec(text) ?? numbered.exec(text))?.[0];
}
