import { checkCharacter, type RegisterVolunteerInput, requiredConsents } from '#contracts';
import { newId } from '#platform';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const dayMs = 86_400_000;
const firstBirthday = Date.UTC(1950, 0, 1);
const peopleADay = 1_000;
const community = '120116014001';
let people = 0;

/** Somebody nobody registered before: adults, up to twenty million of them, each with an ID number of its own. */
export function nextPerson(): RegisterVolunteerInput {
  const serial = people++;
  const birthday = new Date(firstBirthday + Math.floor(serial / peopleADay) * dayMs);
  const digits = `129999${birthday.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial % peopleADay).padStart(3, '0')}`;
  return {
    ...{ id: newId(), name: '示小骑', idNumber: digits + checkCharacter(digits), communityCode: community },
    phone: `1${String(serial).padStart(10, '0')}`,
    consents: [...requiredConsents],
  };
}

/** JSON of characters of one byte each, as the load generator counts them. */
export function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A roll of so many people, as CSV in UTF-8. */
export async function writeRoll(path: string, lines: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('姓名,身份证号,手机号,社区代码,同意书\n');
  for (let line = 0; line < lines; line++) {
    const { name, idNumber, phone, communityCode } = nextPerson();
    if (!file.write(`${name},${idNumber},${phone},${communityCode},是\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
