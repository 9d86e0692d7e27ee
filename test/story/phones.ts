import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standInFile } from '#local';

/** Reads what a phone would show: the local stand-in for the SMS gateway keeps the last code of each. */
export function readCodeFrom(dataFolder: string): (phone: string) => Promise<string> {
  return async (phone) => {
    const standIn = await readFile(join(dataFolder, standInFile), 'utf8');
    const response = await fetch(`${standIn}/sms/last?phone=${phone}`);
    return ((await response.json()) as { code: string }).code;
  };
}
