import { localSecrets } from '#local';
import { testServers } from './database.js';

/** Key files of the run by their variables. */
export async function localFiles(): Promise<Record<string, string>> {
  return (await localSecrets(testServers().folder)).keyFiles;
}
